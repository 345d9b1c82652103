"""The engine: a conversation is a paper form read aloud.

`ask` is a coroutine that awaits questions and nothing else. Between turns only the answers are
kept; every turn replays the script from the top with them, so a form survives a restart, a
deploy, a correction. Nothing here knows of time, store, channel or event loop.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeAlias, TypeVar

from handlers.question import NotUnderstood, Question, Spell, Undeclared, heard_as
from handlers.said import Said
from models.letters import Letter, Text

O_co = TypeVar("O_co", covariant=True)
O = TypeVar("O")  # noqa: E741  (outcome)
F = TypeVar("F")
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

    `noted` marks a value that the script noted for itself; going back steps over it.
    """

    name: str
    said: Any
    noted: bool = False


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
    """An outcome that is only the way to another form: which conversation, which opening."""

    conversation: str
    opening: str


@dataclass(frozen=True)
class Conversation(Generic[F, O]):
    """One form: what it reads, asks and writes; how long it waits for the next answer.

    `look(store, person, opening, now)` reads the facts, or raises `Refused`; `ask(facts)` is the
    script; `keep(store, person, outcome, now)` writes the outcome and gives the letter that says
    so. `as_you_go`: every answer is kept at once, with what silence would add, so that whoever
    walks away has still answered. `undo(store, person, facts, outcome, now)` takes that back and
    says so; its outcome is None where nothing was kept yet. `overtaken(store, person, outcome)`:
    what was kept has been answered anew elsewhere. `title(facts)` names the form.
    `introduces`: keeping changes who the person is to Tilik (their language, their name).
    `concerns(facts)`: the numbers of the people of whom the facts tell what is not everybody's to
    see. That they were looked at is told in the trail; their own look is not.
    """

    name: str
    look: Callable[..., F]
    ask: Callable[[F], Script[O]]
    keep: Callable[..., Letter]
    patience: timedelta = timedelta(minutes=15)
    as_you_go: bool = False
    undo: Callable[..., Text] | None = None
    overtaken: Callable[..., bool] | None = None
    title: Callable[[F], Text] | None = None
    introduces: bool = False
    concerns: Callable[[F], Iterable[int]] | None = None

    def replay(self, facts: F, kept: Sequence[Kept] = ()) -> Asking | Ended[O]:
        """Where the form stands with these answers.

        The longest prefix of `kept` that still fits is used; the rest is dropped, so a question
        whose answer no longer fits is asked again.
        """
        script = self.ask(facts)
        try:
            return _replayed(script, tuple(kept))
        finally:
            script.close()

    def answer(self, facts: F, asking: Asking, said: Said, *, spell: Spell) -> Asking | Ended[O]:
        """Where the form stands after one more answer; raises `NotUnderstood`."""
        question = asking.question
        value = heard_as(question, said, spell)
        more = Kept(question.name, None if value is None else question.kept(value))
        return self.replay(facts, (*asking.kept, more))

    def silence(self, facts: F, kept: Sequence[Kept]) -> Ended[O] | None:
        """The form played to its end with what silence means; None if it has no such end."""
        step = self.replay(facts, kept)
        while isinstance(step, Asking):
            question = step.question
            if isinstance(question.silence, Undeclared):
                return None
            said = None if question.silence is None else question.kept(question.silence)
            step = self.replay(facts, (*step.kept, Kept(question.name, said)))
        return step


def back(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The answers without the last one a person gave, and without what was noted after it."""
    for position in range(len(kept) - 1, -1, -1):
        if not kept[position].noted:
            return tuple(kept[:position])
    return ()


def written(kept: Sequence[Kept]) -> list[list[Any]]:
    """The answers as JSON."""
    return [[k.name, k.said, 1] if k.noted else [k.name, k.said] for k in kept]


def read(sheet: Sequence[Sequence[Any]]) -> tuple[Kept, ...]:
    """The answers that `written` wrote down."""
    return tuple(Kept(row[0], row[1], len(row) > 2) for row in sheet)


def _replayed(script: Script[O], kept: tuple[Kept, ...]) -> Asking | Ended[O]:
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
                value = _noted(question, rest, used)
                continue
            try:
                value = _fitting(question, rest)
            except NotUnderstood:
                return Asking(question, tuple(used), tuple(answered))
            answered.append(Answered(len(used), question, value))
            used.append(rest.popleft())
    except StopIteration as end:
        return Ended(end.value, tuple(used))
    except RuntimeError as wrong:
        if "running event loop" not in str(wrong):
            raise
        raise NotAQuestion(script, "something that needs an event loop") from wrong


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
