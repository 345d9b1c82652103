"""One turn: what one person did, in one transaction, from the open question to the next.

Everything a turn changes is written with the store it is given; nothing is sent. It raises
nothing a person causes: what does not fit or is refused is said in words.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from bot import steering
from bot.asked import Tap, tap_read
from bot.channel import Expired, Left, Started, Tapped
from bot.expiry import expire
from bot.form import Closed, Form, touched
from bot.texts import Lexicon
from bot.unasked import unasked
from handlers import CONVERSATIONS, VERBS
from handlers.question import NotUnderstood, heard_as
from handlers.said import Chosen, Given, Located, Skipped, Typed
from models.letters import Text
from models.services import as_code
from models.store import addresses, services
from models.work import RECEIPT_PREFIX, as_receipt

LINKED = ("daftar", "nilai", "survei")
"""The conversations that a link may open with words of its own. Anybody can make a link: to the
others it leads as bare as their name does, so that opening it takes nothing back and sends nothing.
"""
SHORT = 12
"""What is longer is no code and no name of a conversation."""


@dataclass
class Turn:
    """A person's deed, and the form it meets. `toast` ends a tap's waiting in words."""

    form: Form
    words: Lexicon
    toast: Text | None = None

    def take(self) -> None:
        """Let the deed lead to its letters."""
        with suppress(Closed):
            match self.form.heard.said:
                case Left():
                    heard = self.form.heard
                    addresses.unreachable(self.form.store, heard.channel, heard.sender)
                case Expired() as over:
                    expire(self.form, over)
                case Tapped(tap):
                    self._tapped(tap)
                case Started(words):
                    self._started(words)
                case Typed(text):
                    self._typed(text.strip())
                case Given() | Located() as said:
                    self._shown(said)

    def _started(self, words: str) -> None:
        """A chat is opened, perhaps through a link: a counter's code, or a conversation's name."""
        conversation, _, opening = words.partition("-")
        if conversation in CONVERSATIONS:
            self.form.begin(conversation, opening if conversation in LINKED else "")
        elif words:
            self.form.begin("nilai", words)
        elif self.form.open is not None:
            self.form.ask_again()
        else:
            self.form.begin("sapa", "")

    def _shown(self, said: Given | Located) -> None:
        if self.form.open is None:
            unasked(self.form, said, self.words)
        else:
            self.form.hear(said)

    # -- taps -----------------------------------------------------------------------------

    def _tapped(self, tap: str) -> None:
        if tap.startswith(("o.", "n.")):
            conversation, _, opening = tap[2:].partition(".")
            if conversation in CONVERSATIONS:
                if tap.startswith("n."):
                    self.form.heard = replace(self.form.heard, about=None)
                self.form.begin(conversation, opening)
                return
        pressed = tap_read(tap)
        if pressed is None or self.form.open is None or pressed.dialogue != self.form.open.id:
            self._stale()
        elif pressed.verb == "v" and pressed.key in ("correct", "again"):
            self._corrected(pressed)
        elif pressed.position != self.form.asking().position:
            self._stale()
        elif pressed.verb == "v":
            self._steered(pressed.key)
        else:
            self.form.hear(Chosen(pressed.key))

    def _corrected(self, pressed: Tap) -> None:
        asking = self.form.asking()
        if pressed.key == "correct" and pressed.position < asking.position:
            steering.rewind(self.form, asking.kept[: pressed.position])
        else:
            steering.go_on(self.form, asking)

    def _stale(self) -> None:
        """A button whose time is over: nothing changes, the open question is shown again."""
        self.toast = Text("toast-stale")
        if self.form.open is None:
            # After a doubled tap that message says by now what has become of the form.
            self.form.heard = replace(self.form.heard, about=None)
            self.form.begin("sapa", "stale")
            return
        about = self.form.heard.about
        in_place = about is not None and about == self.form.open.home
        lead = (self.toast,) if self.form.heard.toast is None else ()
        self.form.ask_again(about=about if in_place else None, leads=lead)

    def _steered(self, verb: str) -> None:
        if verb == "back":
            steering.back(self.form)
        elif verb == "skip":
            self.form.hear(Skipped())
        elif verb == "early":
            steering.hear_early(self.form)
        elif verb == "before":
            steering.hear_before(self.form)
        elif verb == "correct":
            steering.correct(self.form)
        elif verb == "cancel":
            steering.cancel(self.form)
        else:
            page = verb.removeprefix("page-")
            shown = int(page) if page.isdecimal() and len(page) < 5 else 0
            self.form.ask_again(about=self.form.heard.about, page=shown)

    # -- typed words ----------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        """Words that steer come first, then a conversation's name, then a code, then an answer.

        Where free words are asked for, a conversation's bare name is kept beside: it may have
        been meant as an answer after all.
        """
        slash = text.startswith("/")
        word, _, rest = text.removeprefix("/").partition(" ")
        name = word.partition("@")[0].casefold() if slash else text.casefold()
        verb, opening = self.words.verbs.get(name), self.words.openings.get(name)
        joining = self.words.openings.get(word.casefold()) == "daftar"
        if verb == "thanks" and self.form.open is None:
            self.form.begin("sapa", "thanks")
        elif verb == "cancel" or (verb in VERBS and verb != "thanks" and self.form.open):
            self._steered(verb)
        elif joining and rest and self._in("daftar"):
            self.form.hear(Typed(rest.strip()))
        elif joining and rest and (slash or not self._writing()):
            self.form.begin("daftar", rest.strip())
        elif rest and not self._writing() and (place := self._place(word, rest)):
            self.form.begin(place, as_code(rest) or "")
        elif opening is not None:
            if not slash and self._writing() and not self._in(opening):
                steering.note_early(self.form, text)
            self.form.begin(opening, rest.strip() if slash else "")
        elif not self._writing() and text.upper().startswith(RECEIPT_PREFIX) and as_receipt(text):
            self.form.begin("riwayat", as_receipt(text) or "")
        elif self._rates(text):
            self.form.begin("nilai", as_code(text) or text)
        elif self.form.open is not None:
            self.form.hear(Typed(text))
        else:
            unasked(self.form, Typed(text), self.words)

    def _place(self, word: str, rest: str) -> str | None:
        """The conversation in `nilai K7Q2`: one about a counter, and the counter's code."""
        named = self.words.openings.get(word.casefold())
        is_code = len(rest) <= SHORT and as_code(rest) is not None
        return named if named in ("nilai", "survei") and is_code else None

    def _rates(self, text: str) -> bool:
        """Whether the words are a counter's code, where nothing else can be meant."""
        code = as_code(text)
        if len(text) > SHORT or code is None:
            return False
        if self.form.open is not None and (touched(self.form.open) or self._answers(text)):
            return False
        looks_like_one = self.form.open is None and not text.isalpha()
        return looks_like_one or services.counter_by_code(self.form.store, code) is not None

    def _answers(self, text: str) -> bool:
        """Whether the open question takes the words for an answer."""
        try:
            heard_as(self.form.asking().question, Typed(text), self.form.spell)
        except NotUnderstood:
            return False
        return True

    def _in(self, conversation: str) -> bool:
        return self.form.open is not None and self.form.open.conversation == conversation

    def _writing(self) -> bool:
        return self.form.open is not None and self.form.asking().question.kind == "write"
