"""The form a person is in: begun, heard, asked on, finished, parked, taken up again.

A form is a dialogue (its answers between turns) and its conversation. What it says is
gathered in `out`, and written when the turn is over; nothing is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.channel import Heard, Tapped, Traits
from bot.turn.question_letter import asked, examples, near_choices, shown_of_search
from handlers import CONVERSATIONS
from handlers.engine.conversation import Asking, Conversation, Ended, Kept, Onward, read, written
from handlers.engine.opening import MOST_BYTES, Opening
from handlers.engine.question import NotUnderstood
from handlers.engine.questions import LONGEST
from handlers.engine.said import Said, Typed
from handlers.engine.topic import Topic
from models.dialogues import Dialogue
from models.letters import Letter, Text, Words
from models.people import Person
from models.refused import Refused
from models.store import Store
from models.store.chat import addresses, dialogues
from models.store.oversight.looks import note_look

UNTOUCHED = timedelta(days=1)
"""How long a form waits for its first answer: nothing is lost when it goes."""
PASSING = 12
"""Words that fit no question are worth keeping when they are longer than this."""


class Closed(Exception):
    """The open form cannot go on; the person has been told."""


@dataclass
class Form:
    """Where one person stands, and what they will be told.

    `introduced`: in this turn it has changed who they are to Tilik.
    """

    store: Store
    heard: Heard
    now: datetime
    person: Person
    open: Dialogue | None
    spell: Callable[[Words], str]
    traits: Traits
    out: list[Letter] = field(default_factory=list)
    introduced: bool = False
    _seen: tuple[int, Conversation[Any, Any, Any], Any] | None = None

    # -- where the form stands ------------------------------------------------------------

    @property
    def dialogue(self) -> Dialogue:
        """The open dialogue; raises `Closed` where there is none."""
        if self.open is None:
            raise Closed
        return self.open

    def asking(self) -> Asking:
        """The open question; raises `Closed`, also for a form that a deploy has shortened."""
        conversation, facts = self.facts()
        # What an untouched form has noted may have changed since: the day, for one.
        kept = kept_in(self.dialogue) if touched(self.dialogue) else ()
        step = conversation.replay(facts, kept)
        if isinstance(step, Ended):
            self.finish(conversation, step.outcome)
            raise Closed
        return step

    def facts(self) -> tuple[Conversation[Any, Any, Any], Any]:
        """The conversation and its facts of now, looked up once a turn."""
        dialogue = self.dialogue
        if self._seen is not None and self._seen[0] == dialogue.id:
            return self._seen[1:]
        topic, facts = self._looked_at(dialogue)
        if not isinstance(topic, Conversation):
            # A deploy has left nothing to ask of what was a form.
            self.finish(topic, facts)
            raise Closed
        self._seen = (dialogue.id, topic, facts)
        return topic, facts

    def _looked_at(self, dialogue: Dialogue) -> tuple[Topic[Any, Any], Any]:
        try:
            if dialogue.conversation not in CONVERSATIONS:
                raise Refused(Text("form-gone"))
            return self.looked(dialogue.conversation, dialogue.opening)
        except Refused as refusal:
            self._close(refusal)
            raise Closed from refusal

    def looked(self, name: str, words: str) -> tuple[Topic[Any, Any], Any]:
        """What these words open, and what it reads, once the trail knows of whom.

        Raises `Refused`.
        """
        topic, opening = CONVERSATIONS[name].opened(words)
        facts = topic.look(self.store, self.person, opening, self.now)
        if topic.concerns is not None:
            people = topic.concerns(facts)
            note_look(self.store, self.person, topic.name, people, now=self.now)
        return topic, facts

    # -- beginning ------------------------------------------------------------------------

    def begin(self, name: str, opening: str) -> None:
        """Start a conversation. The form that is open is parked under it, or shown again."""
        words = opening[:MOST_BYTES]
        if self._is_open(name, words):
            return self.ask_again()
        try:
            topic, outcome = self.looked(name, words)
            if isinstance(topic, Conversation):
                step = topic.replay(outcome)
                if isinstance(step, Asking):
                    if topic.as_you_go or not self._taken_up(name, words):
                        self._opened(name, words, step)
                    return None
                outcome = step.outcome
            if isinstance(outcome, Onward):
                return self.begin(outcome.conversation, outcome.opening)
            self.say(self.kept(topic, outcome))
        except Refused as refusal:
            self.refuse(refusal)
        if self.open is not None and not self._looks_around():
            self.ask_again()
        return None

    def go_to(self, opening: Opening) -> None:
        """Begin what this opens."""
        self.begin(opening.conversation, opening.written)

    def begin_with(self, name: str, said: Said, *, lead: Text | None = None) -> None:
        """Start a conversation whose first question was answered before it was asked."""
        try:
            topic, facts = self.looked(name, "")
        except Refused as refusal:
            return self.refuse(refusal)
        step = topic.replay(facts) if isinstance(topic, Conversation) else None
        if isinstance(step, Asking):
            self._put_down(name, "", step)
            self.hear(said, lead=lead)
        return None

    def _looks_around(self) -> bool:
        """Whether what was tapped is answered in its place, or on a channel where nothing is taken
        away: then the open question still stands to be answered."""
        tapped = isinstance(self.heard.said, Tapped) and self.heard.toast is None
        return tapped or self.heard.about is not None

    def _is_open(self, name: str, opening: str) -> bool:
        """Whether just this form is being answered: two of it would answer against each other."""
        now = self.open
        if now is None or (now.conversation, now.opening) != (name, opening):
            return False
        return touched(now)

    def _taken_up(self, name: str, opening: str) -> bool:
        """Go on with this very form where it lies parked: begun twice, it would answer twice."""
        parked = dialogues.parked_as(self.store, self.person.address.id, name, opening)
        if parked is None:
            return False
        self._leave()
        self._resumed(parked)
        return True

    def _leave(self) -> None:
        """Put the open form aside; nothing is lost with one that nobody has touched."""
        if self.open is not None:
            leave = dialogues.park if touched(self.open) else dialogues.end
            leave(self.store, self.open.id)
            self.open = None

    def _opened(self, name: str, opening: str, step: Asking) -> None:
        about = self.heard.about if isinstance(self.heard.said, Tapped) else None
        self._put_down(name, opening, step)
        self._ask(step, about=about)

    def _put_down(self, name: str, opening: str, step: Asking) -> None:
        """Open the form without a word."""
        self._leave()
        answers, expires = sheet(step.kept), self.now + UNTOUCHED
        number = dialogues.begin(
            self.store,
            self.person.address.id,
            conversation=name,
            opening=opening,
            answers=answers,
            expires_at=expires,
        )
        self.open = Dialogue(number, name, opening, answers, expires)

    # -- answering ------------------------------------------------------------------------

    def hear(self, said: Said, *, lead: Text | None = None) -> None:
        """Take what was said as the answer to the open question; `lead` goes before the next."""
        asking = self.asking()
        conversation, facts = self.facts()
        try:
            step = conversation.answer(facts, asking, said, spell=self.spell)
        except NotUnderstood as miss:
            return self._missed(asking, said, miss)
        self._leave_home()
        if asking.question.kind == "write":
            # Words that came too early are offered where words are asked for, and only once.
            self.open = replace(self.dialogue, early=None)
        if isinstance(step, Ended):
            return self.finish(conversation, step.outcome)
        if conversation.as_you_go:
            self.keep_so_far(conversation, facts, step)
        return self.ask(step, leads=(lead,) if lead is not None else ())

    def _leave_home(self) -> None:
        """A typed answer goes on in a new message: the buttons it leaves behind are taken away."""
        home = self.dialogue.home
        if home is not None and self.heard.about is None:
            self.say(Letter((), about=home, kind="edit"))

    def keep_so_far(
        self, conversation: Conversation[Any, Any, Any], facts: Any, step: Asking
    ) -> bool:
        """Keep what is answered, with what silence would add; False if that is no outcome yet."""
        ended = conversation.silence(facts, step.kept)
        if ended is None:
            return False
        try:
            self.kept(conversation, ended.outcome)
            return True
        except Refused as refusal:
            self._close(refusal)
            raise Closed from refusal

    def _close(self, refusal: Refused) -> None:
        """The form may not go on: end it, say why, and take up what was parked."""
        self.end()
        self.refuse(refusal)
        self.resume()

    def _missed(self, asking: Asking, said: Said, miss: NotUnderstood) -> None:
        """A hint and the same question; the second time, examples and a way out."""
        text = said.text if isinstance(said, Typed) else ""
        near = near_choices(asking.question, text, self.spell) if text else []
        misses = self.dialogue.misses + 1
        early = text[:LONGEST] if len(text) > PASSING else self.dialogue.early
        self.open = replace(self.dialogue, misses=misses, home=None, early=early)
        self.write_down()
        leads: tuple[Words, ...] = (miss.hint,)
        if near:
            shown = shown_of_search(asking, self.traits.most_choices)
            count = {"count": len(near), "shown": shown}
            leads = (Text("hint-near-many" if len(near) > shown else "hint-near", count),)
        elif misses > 1:
            leads = (miss.hint, examples(asking))
        self._ask(asking, leads=leads, near=near or None, keeps_early=False)

    # -- asking ---------------------------------------------------------------------------

    def ask(self, step: Asking, *, leads: tuple[Words, ...] = ()) -> None:
        """Write down where the form stands and ask on: in place after a tap."""
        dialogue = self.dialogue
        patience = self.facts()[0].patience if step.answered else UNTOUCHED
        self.open = replace(
            dialogue,
            answers=sheet(step.kept),
            home=self.heard.about,
            misses=0,
            expires_at=self.now + patience,
        )
        self.write_down()
        self._ask(step, leads=leads, about=self.heard.about)

    def ask_again(
        self, *, about: str | None = None, page: int = 0, leads: tuple[Words, ...] = ()
    ) -> None:
        """Show the open question once more; nothing has changed."""
        self._ask(self.asking(), leads=leads, about=about, page=page)

    def _ask(self, step: Asking, *, keeps_early: bool = True, **how: Any) -> None:
        """Say the open question, with no more buttons than the channel can show at once."""
        now = self.dialogue
        early = now.early if keeps_early else None
        most = self.traits.most_choices
        self.say(asked(step, dialogue=now.id, early=early, most=most, **how))

    # -- the end --------------------------------------------------------------------------

    def finish(self, topic: Topic[Any, Any], outcome: Any) -> None:
        """The form has its outcome: keep it, say so, and take up what was parked."""
        self.end()
        if isinstance(outcome, Onward):
            return self.begin(outcome.conversation, outcome.opening)
        try:
            self.say(self.kept(topic, outcome))
        except Refused as refusal:
            self.refuse(refusal)
        return self.resume()

    def resume(self) -> None:
        """Offer the form that was parked: its open question, with a word that says so."""
        parked = dialogues.last_parked(self.store, self.person.address.id)
        if parked is not None and self.open is None:
            self._resumed(parked)

    def _resumed(self, parked: Dialogue) -> None:
        # What was tapped has said its last: the parked form goes on in a message of its own.
        self.heard = replace(self.heard, about=None)
        known = form_of(parked)
        expires = self.now + (known.patience if known is not None else UNTOUCHED)
        dialogues.unpark(self.store, parked.id, expires_at=expires)
        self.open = replace(parked, parked=False, home=None, misses=0, expires_at=expires)
        asking = self.asking()
        if self._overtaken(asking):
            self.end()
            return self.resume()
        return self._ask(asking, leads=(Text("resume", {"title": self.title()}),))

    def _overtaken(self, asking: Asking) -> bool:
        """Whether what this form has counted was answered anew meanwhile; else it may go on."""
        conversation, facts = self.facts()
        ended = conversation.silence(facts, asking.kept)
        if conversation.overtaken is None or ended is None:
            return False
        if conversation.overtaken(self.store, self.person, ended.outcome):
            return True
        self.keep_so_far(conversation, facts, asking)
        return False

    def title(self) -> Text:
        """What the open form is called."""
        conversation, facts = self.facts()
        return conversation.title_of(facts)

    def end(self) -> None:
        """Forget the open form's answers."""
        dialogues.end(self.store, self.dialogue.id)
        self.open = None

    # -- words ----------------------------------------------------------------------------

    def say(self, letter: Letter) -> None:
        """Say something to this person, once the turn is over."""
        self.out.append(letter)

    def refuse(self, refusal: Refused) -> None:
        """Say why not, and what to do."""
        self.say(Letter((refusal.why,), refusal.buttons, about=self.heard.about))

    def kept(self, topic: Topic[Any, Any], outcome: Any) -> Letter:
        """Keep the outcome; the letter that says so, in place of the message that was tapped."""
        letter = topic.letter(self.store, self.person, outcome, self.now)
        if topic.introduces:
            self._introduce()
        return replace(letter, about=self.heard.about)

    def _introduce(self) -> None:
        """Read anew who stands here. What somebody else has begun here is no form of theirs."""
        before, address = self.person.id, addresses.by_id(self.store, self.person.address.id)
        self.person = addresses.person_at(self.store, address, self.now)
        self.introduced = True
        if before not in (None, self.person.id):
            dialogues.forget(self.store, address.id)
            self.open = None
        elif self.open is not None and not dialogues.any_of(self.store, address.id):
            self.open = None

    def write_down(self) -> None:
        """Keep where the dialogue stands."""
        dialogue = self.dialogue
        dialogues.keep(
            self.store,
            dialogue.id,
            answers=dialogue.answers,
            home=dialogue.home,
            misses=dialogue.misses,
            early=dialogue.early,
            expires_at=dialogue.expires_at,
        )


def form_of(dialogue: Dialogue) -> Conversation[Any, Any, Any] | None:
    """The form that the dialogue fills in; None where a deploy has taken it away."""
    known = CONVERSATIONS.get(dialogue.conversation)
    form = known.opened(dialogue.opening)[0] if known is not None else None
    return form if isinstance(form, Conversation) else None


def kept_in(dialogue: Dialogue) -> tuple[Kept, ...]:
    """The answers so far."""
    return read(json.loads(dialogue.answers))


def touched(dialogue: Dialogue) -> bool:
    """Whether a person has answered anything."""
    return any(not kept.noted for kept in kept_in(dialogue))


def sheet(kept: tuple[Kept, ...]) -> str:
    """The answers as they are stored."""
    return json.dumps(written(kept), ensure_ascii=False, separators=(",", ":"))
