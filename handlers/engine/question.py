"""What can be asked, and how an answer is read.

A question is awaited by a conversation's script; the engine answers it. Reading is pure: the
labels a person sees come through `spell`, since only the edge knows the person's language.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast

from handlers.engine.said import Said, Skipped
from models.letters import Button, Fact, Text, Words
from models.wording import folded

T = TypeVar("T")
Spell: TypeAlias = Callable[[Words], str]


def listed(text_id: str, spell: Spell) -> frozenset[str]:
    """The words that a text lists, as they compare."""
    return _words_of(spell(Text(text_id)))


@lru_cache(maxsize=200)
def _words_of(list_of_ours: str) -> frozenset[str]:
    return frozenset(folded(word) for word in list_of_ours.split("|"))


class NotUnderstood(Exception):
    """The answer does not fit: a hint for the person."""

    def __init__(self, hint: Text) -> None:
        super().__init__(hint.id)
        self.hint = hint


class Choice(Protocol):
    """Whatever a person can pick: a short ASCII key that stays, and words."""

    @property
    def key(self) -> str: ...

    @property
    def label(self) -> Words: ...


class Undeclared:
    """Silence means nothing here: without an answer the form has no outcome."""

    def __repr__(self) -> str:
        return "UNDECLARED"


UNDECLARED = Undeclared()


@dataclass(frozen=True)
class Question(Generic[T]):
    """One line of a form. `name` is its text id and its identity between turns.

    `silence` is the answer that silence means when the dialogue expires. `columns` is how many
    choices stand side by side. `suggestion` is offered as a button where free words are asked for.
    `decisive` is the key of the choice that ends the form, where a card asks for it: where few
    buttons stand under a message, it is one of them. `reminder` is asked in its place once it has
    been read, where it is long; what is written before it is answered is read afterwards.
    `gathers`: words that came before it is asked are its answer, and then nobody is asked.
    `passing`: nothing is lost when it is left, so the next command ends the form.
    `beside`: ways to what helps to answer it, which leave it open.
    """

    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict, kw_only=True)
    silence: T | Undeclared = field(default=UNDECLARED, kw_only=True)
    may_skip: bool = field(default=False, kw_only=True)
    columns: int = field(default=1, kw_only=True)
    suggestion: str | None = field(default=None, kw_only=True)
    decisive: str = field(default="", kw_only=True)
    reminder: Text | None = field(default=None, kw_only=True)
    gathers: bool = field(default=False, kw_only=True)
    passing: bool = field(default=False, kw_only=True)
    beside: Sequence[Button] = field(default=(), kw_only=True)

    def __await__(self) -> Generator[Question[T], T, T]:
        return (yield self)

    @property
    def choices(self) -> Sequence[Choice]:
        """What can be tapped."""
        return ()

    def read(self, said: Said, spell: Spell) -> T:
        """The answer in what was said; raises `NotUnderstood` with a hint."""
        raise NotUnderstood(Text(f"hint-{self.kind}", self.facts_of_hint))

    def names(self, text: str, spell: Spell) -> bool:
        """Whether the words are those of a choice, or what the question has asked for in so many
        words: then they are its answer, though they were a command elsewhere."""
        return False

    def likely(self, text: str, spell: Spell) -> Sequence[Choice]:
        """The choices that the words may mean though they name none: asked back, never taken."""
        return ()

    def edited(self, answer: T, said: Said, spell: Spell) -> T:
        """The answer where what was said is edited afterwards; raises `NotUnderstood`."""
        return self.read(said, spell)

    def extended(self, answer: T, said: Said, spell: Spell) -> T:
        """The answer with what is sent after it and belongs to it: raises `NotUnderstood` where
        nothing does."""
        raise NotUnderstood(Text(f"hint-{self.kind}", self.facts_of_hint))

    def kept(self, answer: T) -> Any:
        """The answer as JSON, as it is kept between turns."""
        return answer

    def fits(self, kept: Any) -> T:
        """The kept answer, if it can still be given; raises `NotUnderstood` if it cannot."""
        return cast(T, kept)

    def told(self, answer: T) -> Words | None:
        """The answer in words, for the list of answers that can be corrected."""
        return None

    def typed(self, answer: T) -> str:
        """The words of an answer that was typed: gone back from, they are offered again."""
        return ""

    def shown(self, answer: T) -> int:
        """How many files and places are in the answer: gone back from, they must be sent again."""
        return 0

    @property
    def counted_as(self) -> str:
        """As what it is counted how many go on from it."""
        return self.name

    @property
    def kind(self) -> str:
        return type(self).__name__.lower()

    @property
    def facts_of_hint(self) -> Mapping[str, Fact]:
        return {}

    @property
    def settled(self) -> bool:
        """Whether the script itself knows the answer, so that no person is asked."""
        return False


def optional(question: Question[T]) -> Question[T | None]:
    """The same question with a way to leave it unanswered; silence leaves it unanswered too."""
    wider = cast("Question[T | None]", question)
    silence = None if isinstance(wider.silence, Undeclared) else wider.silence
    return replace(wider, may_skip=True, silence=silence)


def heard_as(question: Question[T], said: Said, spell: Spell) -> T | None:
    """The answer, or None where an optional question is skipped; raises `NotUnderstood`."""
    if isinstance(said, Skipped):
        if question.may_skip:
            return None
        raise NotUnderstood(Text("hint-needed"))
    return question.read(said, spell)
