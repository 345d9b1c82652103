"""One turn: what one person did, in one transaction, from the open question to the next.

Everything a turn changes is written with the store it is given; nothing is sent. It raises
nothing a person causes: what does not fit or is refused is said in words.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from bot.channel import Expired, Left, Started, Tapped, Unheard
from bot.texts import Lexicon
from bot.turn import steering
from bot.turn.expiry import expire
from bot.turn.form import Closed, Form
from bot.turn.no_form import brings_list, unasked, unheard
from bot.turn.question_letter import Tap, tap_read
from bot.turn.words import typed
from handlers import CONVERSATIONS
from handlers.engine.said import Chosen, Given, Located, Typed
from handlers.openings import ToGreeting, ToRating
from models.letters import Text
from models.store.chat import addresses


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
                    typed(self.form, text.strip(), self.words)
                case Given() | Located() as said:
                    self._shown(said)
                case Unheard():
                    unheard(self.form)

    def _started(self, words: str) -> None:
        """A chat is opened, perhaps through a link: a counter's code, or a conversation's name."""
        name, _, opening = words.partition("-")
        conversation = CONVERSATIONS.get(name)
        if conversation is not None and conversation.manifest.at_once:
            self.form.go_to(ToGreeting())
        elif conversation is not None:
            self.form.begin(name, opening if conversation.manifest.linked else "")
        elif words:
            self.form.begin(ToRating.conversation, words)
        elif self.form.open is not None:
            self.form.ask_again()
        else:
            self.form.go_to(ToGreeting())

    def _shown(self, said: Given | Located) -> None:
        if self.form.open is None or brings_list(self.form, said):
            unasked(self.form, said, self.words)
        else:
            self.form.hear(said)

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
            steering.steer(self.form, pressed.key)
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
            self.form.go_to(ToGreeting("stale"))
            return
        about = self.form.heard.about
        in_place = about is not None and about == self.form.open.home
        lead = (self.toast,) if self.form.heard.toast is None else ()
        self.form.ask_again(about=about if in_place else None, leads=lead)
