"""One turn: what one person did, in one transaction, from the open question to the next.

Everything a turn changes is written with the store it is given; nothing is sent. It raises
nothing a person causes: what does not fit or is refused is said in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.channel import Edited, Expired, Left, Started, Tapped, Unheard
from bot.texts import Lexicon
from bot.turn import steering
from bot.turn.amending import amend, extended
from bot.turn.expiry import expire
from bot.turn.filling import begin, close, go_to, hear
from bot.turn.form import CannotGoOn, Form, Open
from bot.turn.no_form import beyond_quota, brings_table, files_left, logged, unasked, unheard
from bot.turn.question_letter import QuestionView, Tap, tap_read
from bot.turn.words import typed
from handlers import CONVERSATIONS
from handlers.engine.said import Chosen, GivenFile, Located, Typed
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
        """Do what the person's deed leads to; a form that cannot go on is closed in words.

        What was written before Tilik knew who writes is read then.
        """
        self._closing(self._take)
        form = self.form
        if form.unread and form.introduced:
            form.say_below()
            self._closing(partial(typed, form, form.unread, self.words))

    def _closing(self, deed: Callable[[], None]) -> None:
        """Do this. A form that cannot go on is closed, and so is one that is parked under it."""
        try:
            deed()
        except CannotGoOn as halt:
            self._closing(partial(close, self.form, halt))

    def _take(self) -> None:
        form = self.form
        match form.heard.said:
            case Left():
                addresses.unreachable(form.store, form.heard.channel, form.heard.sender)
            case Expired() as over:
                expire(form, over)
            case Tapped(tap):
                self._tapped(tap)
            case Started(words):
                self._started(words)
            case Typed(text):
                typed(form, text.strip(), self.words)
            case GivenFile() if form.person.id is not None and files_left(form) <= 0:
                beyond_quota(form)
            case GivenFile() | Located() as said:
                self._shown(said)
            case Edited(message, said):
                amend(form, message, logged(said, self.words) or said)
            case Unheard():
                unheard(form)

    def _started(self, words: str) -> None:
        """A chat is opened, perhaps through a link: a counter's code, or a conversation's name."""
        name, _, opening = words.partition("-")
        conversation = CONVERSATIONS.get(name)
        if conversation is not None and conversation.manifest.at_once:
            go_to(self.form, ToGreeting())
        elif conversation is not None:
            begin(self.form, name, opening if conversation.manifest.linked else "")
        elif words:
            begin(self.form, ToRating.conversation, words)
        elif self.form.dialogue is not None:
            self.form.ask_again()
        else:
            go_to(self.form, ToGreeting())

    def _shown(self, said: GivenFile | Located) -> None:
        """A file or a place: the answer to the open question, or what begins something."""
        opened = None if brings_table(self.form, said) else self.form.resolve()
        if opened is None:
            unasked(self.form, said, self.words)
        elif not extended(self.form, opened, said):
            hear(self.form, opened, said)

    def _tapped(self, tap: str) -> None:
        way, _, rest = tap.partition(".")
        conversation, _, opening = rest.partition(".")
        if way in ("o", "n") and conversation in CONVERSATIONS:
            if way == "n":
                self.form.say_below()
            begin(self.form, conversation, opening)
        else:
            self._pressed(tap_read(tap))

    def _pressed(self, pressed: Tap | None) -> None:
        """A button of a form: of the open question, of the list of answers, or out of date."""
        form = self.form
        there = form.dialogue
        is_of_form = pressed is not None and there is not None and pressed.dialogue == there.id
        opened = form.resolve() if is_of_form else None
        if pressed is None or opened is None:
            return self._stale()
        if pressed.verb == "v" and pressed.key in ("correct", "again"):
            return self._corrected(opened, pressed)
        if pressed.position != opened.asking.position:
            return self._stale()
        if pressed.verb == "v":
            return steering.steer(form, pressed.key)
        return hear(form, opened, Chosen(pressed.key))

    def _corrected(self, opened: Open, pressed: Tap) -> None:
        asking = opened.asking
        if pressed.key == "correct" and pressed.position < asking.position:
            steering.rewind(self.form, opened, asking.kept[: pressed.position])
        else:
            steering.go_on(self.form, opened)

    def _stale(self) -> None:
        """A button whose time is over: nothing changes, the open question is shown again."""
        form = self.form
        self.toast = Text("toast-stale")
        if form.dialogue is None:
            # After a doubled tap that message says by now what has become of the form.
            form.say_below()
            return go_to(form, ToGreeting("stale"))
        in_place = form.about if form.about == form.dialogue.home else None
        lead = (self.toast,) if form.heard.toast is None else ()
        return form.ask_again(QuestionView(about=in_place, leads=lead))
