"""The form a person is in: where it stands, and what the person will be told.

A form is a dialogue (its answers between turns) and its conversation. What it says is gathered in
`out`, and written when the turn is over; nothing is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from bot.channel import Heard, Traits
from bot.turn.question_letter import PLAINLY, QuestionView, asked
from handlers import CONVERSATIONS, looked
from handlers.engine.conversation import Asking, Conversation, Ended, Kept, read, written
from handlers.engine.question import Question
from handlers.engine.said import GivenFile
from handlers.engine.topic import Topic
from models import asks
from models.complaints import plain_name
from models.dialogues import Dialogue, early_words, offered_words
from models.letters import File, Letter, Text, Words
from models.people import Person
from models.refused import Refused
from models.screens import Screens
from models.store import Store
from models.store.chat import addresses, dialogues, files
from models.store.chat.files import home_of
from models.store.letters.assisting import TAKE_BACK
from models.store.office.stops import EndedForm
from models.store.oversight.looks import note_look

Ending: TypeAlias = Literal["finished", "left", "uncounted"]
"""How a form ends: it came to its outcome, its person stopped, or nobody did: Tilik ended it."""
UNTOUCHED = timedelta(days=1)
"""How long a form waits for its first answer: nothing is lost when it goes."""


class CannotGoOn(Exception):
    """The open form cannot go on. The turn catches this and ends the form (`filling.close`)."""


class Complete(CannotGoOn):
    """Nothing is left to ask: a deploy has shortened the form."""

    def __init__(self, topic: Topic[Any, Any], outcome: Any) -> None:
        super().__init__(topic.name)
        self.topic = topic
        self.outcome = outcome


class Barred(CannotGoOn):
    """The form may not be filled in any more: its service has closed, its conversation is gone."""

    def __init__(self, refusal: Refused) -> None:
        super().__init__(refusal.why.id)
        self.refusal = refusal


@dataclass(frozen=True)
class Open:
    """An open form as it was looked up in this turn: its dialogue, its facts, what it asks now."""

    dialogue: Dialogue
    conversation: Conversation[Any, Any, Any]
    facts: Any
    asking: Asking

    @property
    def question(self) -> Question[Any]:
        return self.asking.question

    @property
    def title(self) -> Text:
        return self.conversation.title_of(self.facts)

    @property
    def early(self) -> str | None:
        """What was written before anything asked for words."""
        return early_words(self.dialogue)

    @property
    def is_passing(self) -> bool:
        """Whether nothing is lost when it is left: the open question only leads on, and no comment
        waits to be led on."""
        waits = self.conversation.gathers and self.dialogue.early is not None
        return self.question.passing and not waits

    def changed(self, **changes: Any) -> Open:
        """The same form with another dialogue: `changes` are fields of `Dialogue`."""
        return replace(self, dialogue=replace(self.dialogue, **changes))


@dataclass
class Form:
    """The form that is open at one person's address in this turn, and the letters to them.

    `stands` is the open form: a dialogue until it is looked up, None where no form is open.
    `screens` is what was shown there before. `below`: what is said next stands in a message of its
    own, not in place of what was tapped. `introduced`: in this turn it has changed who the person
    is to Tilik. `unread` was written before that, and is read now. `shown`: the question that this
    turn has asked, and what was said above it. `lost`: why a file that was just sent is not kept.
    `copy`: what is to be fetched of what was just sent, to be kept as ours.
    `ended`: the forms that have ended in this turn, to be counted.
    """

    store: Store
    heard: Heard
    now: datetime
    person: Person
    stands: Dialogue | Open | None
    spell: Callable[[Words], str]
    traits: Traits
    screens: Screens = field(default_factory=Screens)
    out: list[Letter] = field(default_factory=list)
    below: bool = False
    introduced: bool = False
    unread: str | None = None
    shown: tuple[Letter, Sequence[Words]] | None = None
    lost: str = ""
    copy: File | None = None
    ended: list[EndedForm] = field(default_factory=list)

    # -- where the form stands ------------------------------------------------------------

    @property
    def dialogue(self) -> Dialogue | None:
        """The dialogue of the open form."""
        return self.stands.dialogue if isinstance(self.stands, Open) else self.stands

    @property
    def open(self) -> Open | None:
        """The open form, if it was looked up in this turn."""
        return self.stands if isinstance(self.stands, Open) else None

    @property
    def about(self) -> str | None:
        """The message in whose place the next letter stands: the one that was tapped."""
        return None if self.below else self.heard.about

    def resolve(self) -> Open | None:
        """Look the open form up, once a turn; None where no form is open.

        Writes nothing but who was looked at. Raises `CannotGoOn`, and leaves the form as it is.
        """
        if isinstance(self.stands, Dialogue):
            conversation, facts = self.look_up(self.stands)
            # What an untouched form has noted may have changed since: the day, for one.
            kept = kept_in(self.stands) if touched(self.stands) else ()
            step = conversation.replay(facts, kept, early=early_words(self.stands))
            if isinstance(step, Ended):
                raise Complete(conversation, step.outcome)
            self.stands = Open(self.stands, conversation, facts, step)
        return self.stands

    def look_up(self, dialogue: Dialogue) -> tuple[Conversation[Any, Any, Any], Any]:
        """The conversation of the open form, and its facts of now. Raises `CannotGoOn`."""
        if self.open is not None:
            return self.open.conversation, self.open.facts
        return self.look_below(dialogue)

    def look_below(self, dialogue: Dialogue) -> tuple[Conversation[Any, Any, Any], Any]:
        """The same of a form that is parked. Raises `CannotGoOn`."""
        try:
            if dialogue.conversation not in CONVERSATIONS:
                raise Refused(Text("form-gone"))
            topic, facts = self.look_at(dialogue.conversation, dialogue.opening)
        except Refused as refusal:
            raise Barred(refusal) from refusal
        if not isinstance(topic, Conversation):
            raise Complete(topic, facts)
        return topic, facts

    def look_at(self, name: str, words: str) -> tuple[Topic[Any, Any], Any]:
        """What these words open, and its facts; the trail notes whom they concern.

        Raises `Refused`.
        """
        if CONVERSATIONS[name].manifest.takes_back and not self.traits.takes_back:
            raise Refused(Text("assist-not-here", {"channel": self.person.address.channel_name}))
        topic, facts = looked(self.store, self.person, name, words, self.now)
        if topic.concerns is not None:
            people = topic.concerns(facts)
            note_look(self.store, self.person, topic.name, people, now=self.now)
        return topic, facts

    # -- what changes it ------------------------------------------------------------------

    def put_down(self, new: Open) -> Open:
        """Open a form without a word; the one that was open is put aside."""
        self.put_aside(under=new.conversation)
        number = dialogues.begin(
            self.store,
            self.person.address.id,
            conversation=new.dialogue.conversation,
            opening=new.dialogue.opening,
            answers=new.dialogue.answers,
            early=new.dialogue.early,
            asks=new.dialogue.asks,
            expires_at=new.dialogue.expires_at,
        )
        self.stands = opened = new.changed(id=number)
        return opened

    def put_aside(self, *, under: Topic[Any, Any] | None = None) -> None:
        """Park the open form; one in which nothing is lost is ended. Whoever chooses a language or
        joins first has not answered yet, and means to."""
        if self.dialogue is not None:
            begun = touched(self.dialogue) or self.dialogue.early is not None
            begun &= not self.person.address.assisting  # nobody comes back to it
            stays = (begun or (under is not None and under.introduces)) and not self._is_passing
            if stays:
                dialogues.park(self.store, self.dialogue.id)
            else:
                anew = under is not None and under.name == self.dialogue.conversation
                self.end(self.dialogue, "uncounted" if anew else "left")
            if not self.person.address.assisting:
                dialogues.end_the_deepest(self.store, self.person.address.id, self.now)
            self.stands = None

    @property
    def _is_passing(self) -> bool:
        """Whether nothing is lost when the open form is left: nor where it can no longer be
        answered, and nothing was answered before."""
        try:
            opened = self.resolve()
        except CannotGoOn:
            known = self.dialogue
            return known is not None and known.early is None and not touched(known)
        return opened is not None and opened.is_passing

    def take_up(self, parked: Dialogue) -> None:
        """Make a parked form the open one. It goes on in a message of its own."""
        self.say_below()
        known = form_of(parked)
        expires = self.now + (known.patience if known is not None else UNTOUCHED)
        dialogues.unpark(self.store, parked.id, expires_at=expires)
        self.stands = replace(parked, parked=False, home=None, misses=0, expires_at=expires)

    def write_down(self, opened: Open) -> None:
        """Keep where the open form stands by now."""
        self.write_below(opened.dialogue)
        self.stands = opened

    def write_below(self, now: Dialogue) -> None:
        """Keep where a form stands that may lie under the open one."""
        dialogues.keep(
            self.store,
            now.id,
            answers=now.answers,
            home=now.home,
            misses=now.misses,
            early=now.early,
            asks=now.asks,
            expires_at=now.expires_at,
        )

    def copied(self, sent: GivenFile) -> GivenFile:
        """The file as a copy of ours, to be fetched and kept for a complaint: no channel's own is
        ever shown, since that has all that a camera or a phone has written into it."""
        home, number = home_of(sent.file)
        name = f"{home or self.heard.channel}:{number}"
        self.copy, address = File(sent.kind, name, plain_name(sent.name)), self.person.address.id
        files.want(self.store, self.copy, address_id=address, now=self.now, sealed=True)
        return replace(sent, file=name)

    def drop_copy(self) -> None:
        """No question has taken what was just sent."""
        if self.copy is not None:
            files.unwant(self.store, self.copy)
            self.copy = None

    def end(self, dialogue: Dialogue | None, how: Ending = "left") -> None:
        """Forget the answers of this form, the open one or another, and count what it asked."""
        if dialogue is None:
            return
        if how != "uncounted":
            self.ended.extend(ended(dialogue, finished=how == "finished"))
        dialogues.end(self.store, dialogue.id)
        self.clear()
        if self.dialogue is not None and self.dialogue.id == dialogue.id:
            self.stands = None

    def clear(self) -> None:
        """Take back all that stands on a phone that is handed to others; what is said next is for
        whoever has it in hand then."""
        if self.person.address.assisting and TAKE_BACK not in self.out[-1:]:
            self.say_below()
            self.say(TAKE_BACK)

    # -- what is asked --------------------------------------------------------------------

    def ask(self, opened: Open, step: Asking, *, leads: tuple[Words, ...] = ()) -> None:
        """Write down where the form stands and ask on: in place after a tap."""
        patience = opened.conversation.patience if step.answered else UNTOUCHED
        on = replace(opened, asking=step).changed(
            answers=sheet(step.kept),
            home=self.about,
            misses=0,
            asks=asks_of(opened, step),
            expires_at=self.now + patience,
        )
        self.write_down(on)
        self.show(on, QuestionView(leads=leads, about=self.about))

    def ask_again(self, view: QuestionView = PLAINLY) -> None:
        """Show the open question once more, if there is one; nothing has changed."""
        opened = self.resolve()
        if opened is not None:
            self.show(opened, replace(view, again=True))

    def show(
        self, opened: Open, view: QuestionView = PLAINLY, *, offers_early: bool = True
    ) -> None:
        """Say the open question, once a turn: what was asked before in this one is answered, or
        asked again here with what was said above it."""
        if self.shown is not None and self.shown[0] in self.out:
            self.out.remove(self.shown[0])
            view = replace(view, leads=(*self.shown[1], *view.leads))
        letter = self.asked(opened, view, offers_early=offers_early)
        self.shown = (letter, view.leads)
        self.say(letter)

    def asked(
        self, opened: Open, view: QuestionView = PLAINLY, *, offers_early: bool = True
    ) -> Letter:
        """The open question, with no more buttons than the channel can show at once."""
        number = opened.dialogue.id
        early = offered_words(opened.dialogue) if offers_early else None
        return asked(opened.asking, view, dialogue=number, early=early, traits=self.traits)

    # -- what is said ---------------------------------------------------------------------

    def say(self, letter: Letter) -> None:
        """Say something to this person, once the turn is over."""
        self.out.append(letter)

    def say_below(self) -> None:
        """From now on speak in messages of their own: what was tapped has said its last."""
        self.below = True

    def refuse(self, refusal: Refused, *more: Words) -> None:
        """Say why not, and what to do."""
        self.say(Letter((refusal.why, *more), refusal.buttons, about=self.about))

    def keep(self, topic: Topic[Any, Any], outcome: Any) -> Letter:
        """Keep the outcome; the letter that says so, in place of the message that was tapped.

        Raises `Refused`.
        """
        letter = topic.letter(self.store, self.person, outcome, self.now)
        if topic.introduces:
            self._introduce()
        holds = letter.holds or Text(f"list-{topic.name}", otherwise="list-ways")
        return replace(letter, about=self.about, holds=holds)

    def _introduce(self) -> None:
        """Read anew who stands here. What somebody else has begun here is no form of theirs."""
        before, address = self.person.id, addresses.by_id(self.store, self.person.address.id)
        self.person = addresses.person_at(self.store, address, self.now)
        self.introduced = True
        if before not in (None, self.person.id) and not self.person.address.assisting:
            dialogues.forget(self.store, address.id)
            self.stands, self.screens = None, Screens()
        elif self.dialogue is not None and not dialogues.any_of(self.store, address.id):
            self.stands = None


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


def asked_at(opened: Open) -> datetime:
    """When the open question was asked."""
    patience = opened.conversation.patience if touched(opened.dialogue) else UNTOUCHED
    return opened.dialogue.expires_at - patience


def ended(dialogue: Dialogue, *, finished: bool = False) -> Iterator[EndedForm]:
    """What is counted of a form that ends; nothing where nothing was kept for that."""
    if dialogue.asks is not None:
        known = asks.read(dialogue.asks)
        said = known.ended() if finished else known
        yield EndedForm(dialogue.id, dialogue.conversation, said)


def asks_of(opened: Open, step: Asking) -> str | None:
    """What the form has asked, with the question that it asks now; None where it is not counted."""
    form = opened.conversation
    if not CONVERSATIONS[form.name].manifest.is_counted:
        return None
    unit = form.stands_at(opened.facts) if form.stands_at else None
    known = asks.read(opened.dialogue.asks, unit_id=unit.id if unit else None)
    answered = [row.question.counted_as for row in step.answered]
    return asks.written(known.shown(step.question.counted_as, answered))


def sheet(kept: tuple[Kept, ...]) -> str:
    """The answers as they are stored."""
    return json.dumps(written(kept), ensure_ascii=False, separators=(",", ":"))
