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
from bot.turn.amending import amend, extended
from bot.turn.expiry import expire
from bot.turn.filling import begin, close, go_to, hear
from bot.turn.form import CannotGoOn, Form
from bot.turn.no_form import (
    beyond_quota,
    brings_table,
    complain,
    complains,
    files_left,
    is_for_complaint,
    keeps_files,
    logged,
    own_open_complaint,
    show_more,
    unasked,
    unheard,
)
from bot.turn.prompted import prompt_of, take_up
from bot.turn.screens import lose
from bot.turn.tapping import tapped
from bot.turn.words import typed
from handlers import CONVERSATIONS
from handlers.engine.said import GivenFile, Located, Typed
from handlers.openings import ToGreeting, ToRating
from models.letters import Letter, Text
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
                self.toast = tapped(form, tap)
            case Started(words):
                self._started(words)
            case Typed(text):
                self._tell_of_loss()
                typed(form, text.strip(), self.words)
            case GivenFile(caption=str(caption)) as said if complains(form, caption, self.words):
                complain(form, said, self.words)
            case GivenFile() as said if (one := own_open_complaint(form)) is not None:
                show_more(form, one, said)
            case GivenFile(caption=caption) as said if not keeps_files(form):
                if lose(form, "file-not-kept") or caption:
                    self._shown(said)
            case GivenFile(caption=caption) if files_left(form) <= 0:
                self._beyond_quota((caption or "").strip())
            case GivenFile() as said if is_for_complaint(form):
                self._shown(form.copied(said))
            case GivenFile() | Located() as said:
                self._shown(said)
            case Edited(message, said):
                amend(form, message, logged(said, self.words) or said)
            case Unheard():
                unheard(form)

    def _tell_of_loss(self) -> None:
        """Say that what the words stood under is not kept."""
        if self.form.heard.lost == "video" and lose(self.form, "video-not-kept"):
            self.form.say(Letter((Text("video-not-kept"),)))

    def _beyond_quota(self, caption: str) -> None:
        """Say that no more files are kept today; the words under this one are read like others."""
        if lose(self.form, "file-quota"):
            beyond_quota(self.form, asks=not caption)
        if caption:
            typed(self.form, caption, self.words)

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
        """A file or a place: the answer to what was asked last, or what begins something."""
        is_table = brings_table(self.form, said)
        is_answer = isinstance(said, GivenFile) and prompt_of(self.form) is not None
        opened = None if is_table else self.form.resolve()
        if isinstance(said, GivenFile) and is_answer and not is_table:
            take_up(self.form, said, self.words)
        elif opened is None:
            unasked(self.form, said, self.words)
        elif not extended(self.form, opened, said):
            hear(self.form, opened, said)
