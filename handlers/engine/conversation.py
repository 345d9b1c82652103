"""The engine: a conversation is a paper form read aloud.

`ask` is a coroutine that awaits questions and nothing else. Between turns only the answers are
kept; every turn replays the script from the top with them, so a form survives a restart, a
deploy, a correction. Nothing here knows of time, store, channel or event loop.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Generic, Never, Protocol, TypeAlias, TypeVar, assert_never

from handlers.engine.question import NotUnderstood, Question, Spell, Undeclared, heard_as
from handlers.engine.said import Said
from handlers.engine.topic import Keep, Topic
from handlers.engine.wire import Opening
from models.letters import Letter, Text
from models.people import Person
from models.services import Unit
from models.store import Store

O_co = TypeVar("O_co", covariant=True)
O = TypeVar("O")  # noqa: E741  (outcome)
P = TypeVar("P")
F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)
O_contra = TypeVar("O_contra", contravariant=True)
Script: TypeAlias = Coroutine[Any, Any, O]
LONGEST_FORM = 300


class NotAQuestion(TypeError):
    """A script awaited something that is no question."""

    def __init__(self, script: Any, awaited: str) -> None:
        name = getattr(script, "__qualname__", "the script")
        super().__init__(
            f"{name} awaited {awaited}. A script may await only questions "
            "(Pick, Scale, Write, ...), because it is replayed from the top at every turn: "
            "read what the form needs in `look`, write the outcome in `keep`."
        )


class EndlessForm(RuntimeError):
    """A script asked more than a person could ever answer."""


@dataclass(frozen=True)
class Kept:
    """One answer between turns: which question, and what was said, as JSON.

    `noted` marks a value that the script noted for itself; going back steps over it. `message` is
    the name of the message that said it, in case that is edited.
    """

    name: str
    said: Any
    noted: bool = False
    message: str | None = None


@dataclass(frozen=True)
class Answered:
    """A kept answer with the question it answers."""

    position: int
    question: Question[Any]
    answer: Any


@dataclass(frozen=True)
class Asking:
    """The form waits for a person: the open question and the answers so far."""

    question: Question[Any]
    kept: tuple[Kept, ...]
    answered: tuple[Answered, ...]

    @property
    def position(self) -> int:
        return len(self.kept)


@dataclass(frozen=True)
class Ended(Generic[O_co]):
    """The script has returned its outcome."""

    outcome: O_co
    kept: tuple[Kept, ...]


@dataclass(frozen=True)
class Onward:
    """An outcome that is only the way to another conversation: which, and how it is opened."""

    conversation: str
    opening: str

    @classmethod
    def to(cls, opening: Opening) -> Onward:
        """The way to what this opens."""
        return cls(opening.conversation, opening.written)


def only_onward(store: Store, person: Person, outcome: Never, now: datetime) -> Letter:
    """The `keep` of a form that comes to nothing but the way to another one."""
    assert_never(outcome)


class Undo(Protocol[F_contra, O_contra]):
    """Take back what was kept as one went (None: nothing was), and say so."""

    def __call__(
        self,
        store: Store,
        person: Person,
        facts: F_contra,
        outcome: O_contra | None,
        now: datetime,
        /,
    ) -> Text: ...


class Overtaken(Protocol[O_contra]):
    """Whether what was kept has been answered anew elsewhere."""

    def __call__(self, store: Store, person: Person, outcome: O_contra, /) -> bool: ...


@dataclass(frozen=True)
class Conversation(Topic[P, F], Generic[P, F, O]):
    """One form: what it reads, asks and writes; how long it waits for the next answer.

    `ask(facts)` is the script. `as_you_go`: every answer is kept at once, with what silence would
    add, so that whoever walks away has still answered; `undo` takes that back. `title(facts)` names
    the form, `told(outcome)` says what was kept. `gathers`: words that fit no question are for the
    one that gathers them. `spares`: what is said where it is given up (`cancel-` with its name)
    tells already that what was counted before stays. `takes_files`: files are kept for it whoever
    sends them, as sealed copies without what a camera has written into a picture.
    `stands_at(facts)`: the unit at whose counter it is filled in, where that is known.
    `uncounted(outcome)`: nobody may know that it was filled in, not even by a count of questions.
    """

    ask: Callable[[F], Script[O | Onward]]
    keep: Keep[O]
    patience: timedelta = timedelta(minutes=15)
    as_you_go: bool = False
    undo: Undo[F, O] | None = None
    overtaken: Overtaken[O] | None = None
    told: Callable[[O], Text] | None = None
    title: Callable[[F], Text] | None = None
    gathers: bool = False
    spares: bool = False
    takes_files: bool = False
    stands_at: Callable[[F], Unit | None] | None = None
    uncounted: Callable[[O], bool] | None = None

    def title_of(self, facts: F) -> Text:
        """What this form is called."""
        return Text(f"title-{self.name}") if self.title is None else self.title(facts)

    def letter(self, store: Store, person: Person, outcome: O, now: datetime) -> Letter:
        return self.keep(store, person, outcome, now)

    def replay(
        self, facts: F, kept: Sequence[Kept] = (), *, early: str | None = None
    ) -> Asking | Ended[O | Onward]:
        """Where the form stands with these answers.

        The longest prefix of `kept` that still fits is used; the rest is dropped, so a question
        whose answer no longer fits is asked again. `early`: the words that fitted no question.
        """
        script = self.ask(facts)
        try:
            return _replayed(script, tuple(kept), early)
        finally:
            script.close()

    def answer(
        self,
        facts: F,
        asking: Asking,
        said: Said,
        *,
        spell: Spell,
        message: str | None = None,
        early: str | None = None,
    ) -> Asking | Ended[O | Onward]:
        """Where the form stands after one more answer; raises `NotUnderstood`."""
        question = asking.question
        value = heard_as(question, said, spell)
        kept = None if value is None else question.kept(value)
        now = Kept(question.name, kept, message=message)
        return self.replay(facts, (*asking.kept, now), early=early)

    def amended(
        self, facts: F, asking: Asking, row: Answered, value: Any, *, early: str | None = None
    ) -> Asking | Ended[O | Onward]:
        """Where the form stands with another value in the place of this answer."""
        kept = list(asking.kept)
        kept[row.position] = replace(kept[row.position], said=row.question.kept(value))
        return self.replay(facts, kept, early=early)

    def silence(
        self, facts: F, kept: Sequence[Kept], *, early: str | None = None
    ) -> Ended[O | Onward] | None:
        """The form played to its end with what silence means; None if it has no such end."""
        script = self.ask(facts)
        try:
            step = _replayed(script, tuple(kept), early, silently=True)
            return step if isinstance(step, Ended) else None
        finally:
            script.close()


def back(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The answers without the last one a person gave, and without what was noted after it."""
    for position in range(len(kept) - 1, -1, -1):
        if not kept[position].noted:
            return tuple(kept[:position])
    return ()


def written(kept: Sequence[Kept]) -> list[list[Any]]:
    """The answers as JSON."""
    return [[k.name, k.said, *_marks(k)] for k in kept]


def _marks(kept: Kept) -> list[Any]:
    return [1] if kept.noted else [0, kept.message] if kept.message else []


def read(sheet: Sequence[Sequence[Any]]) -> tuple[Kept, ...]:
    """The answers that `written` wrote down."""
    return tuple(Kept(row[0], row[1], row[2:3] == [1], *row[3:4]) for row in sheet)


def _replayed(
    script: Script[O], kept: tuple[Kept, ...], early: str | None, *, silently: bool = False
) -> Asking | Ended[O]:
    """`silently`: from the first question that is open on, silence answers where it may."""
    used: list[Kept] = []
    answered: list[Answered] = []
    rest = deque(kept)
    value: Any = None
    try:
        while True:
            question = script.send(value)
            if not isinstance(question, Question):
                raise NotAQuestion(script, repr(type(question).__name__))
            if len(used) >= LONGEST_FORM:
                raise EndlessForm(f"more than {LONGEST_FORM} questions")
            if question.settled:
                value = early if question.gathers else _noted(question, rest, used)
                continue
            try:
                value, said = _answer_to(question, rest, early)
            except NotUnderstood:
                if not silently or isinstance(question.silence, Undeclared):
                    return Asking(question, tuple(used), tuple(answered))
                rest.clear()
                value, said = _silent(question)
            answered.append(Answered(len(used), question, value))
            used.append(said)
    except StopIteration as end:
        return Ended(end.value, tuple(used))
    except RuntimeError as wrong:
        if "running event loop" not in str(wrong):
            raise
        raise NotAQuestion(script, "something that needs an event loop") from wrong


def _answer_to(
    question: Question[Any], rest: deque[Kept], early: str | None
) -> tuple[Any, Kept]:
    """The kept answer, or what was gathered for the question; raises `NotUnderstood`."""
    try:
        return _fitting(question, rest), rest.popleft()
    except NotUnderstood:
        if not (question.gathers and early):
            raise
    words = "\n".join(filter(None, (question.suggestion, early)))
    return question.fits(words), Kept(question.name, words)


def _silent(question: Question[Any]) -> tuple[Any, Kept]:
    """What silence means, as if it had been answered."""
    said = None if question.silence is None else question.kept(question.silence)
    value = None if said is None and question.may_skip else question.fits(said)
    return value, Kept(question.name, said)


def _fitting(question: Question[Any], rest: deque[Kept]) -> Any:
    """The next kept answer, past the notes of questions that are no longer there."""
    while rest and rest[0].noted:
        rest.popleft()
    if not rest or rest[0].name != question.name:
        raise NotUnderstood(Text("hint-gone"))
    if rest[0].said is None and question.may_skip:
        return None
    return question.fits(rest[0].said)


def _noted(question: Question[Any], rest: deque[Kept], used: list[Kept]) -> Any:
    """The note of the first replay, or the script's own value where there is none yet."""
    if rest and rest[0].noted and rest[0].name == question.name:
        used.append(rest.popleft())
        return question.fits(used[-1].said)
    value = question.value  # type: ignore[attr-defined]
    used.append(Kept(question.name, question.kept(value), noted=True))
    return value
