"""What can be asked, and how an answer is read.

A question is awaited by a conversation's script; the engine answers it. Reading is pure: the
labels a person sees come through `spell`, since only the edge knows the person's language.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast

from handlers.said import Chosen, FileKind, Given, Located, Said, Skipped, Typed
from models.letters import Fact, Text, Verbatim, Words
from models.scores import OVERALL

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Spell: TypeAlias = Callable[[Words], str]
PAGE = 10
LONGEST = 4000
WORD = 3
"""So many letters of a label's middle are enough to mean it, where no other label has them."""


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


C = TypeVar("C", bound=Choice)


@dataclass(frozen=True)
class Option:
    """A choice that is nothing but its key and label."""

    key: str
    label: Words


class Undeclared:
    """Silence means nothing here: without an answer the form has no outcome."""

    def __repr__(self) -> str:
        return "UNDECLARED"


UNDECLARED = Undeclared()


@dataclass(frozen=True)
class Question(Generic[T]):
    """One line of a form. `name` is its text id and its identity between turns.

    `silence` is the answer that silence means when the dialogue expires.
    """

    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict, kw_only=True)
    silence: T | Undeclared = field(default=UNDECLARED, kw_only=True)
    may_skip: bool = field(default=False, kw_only=True)

    def __await__(self) -> Generator[Question[T], T, T]:
        return (yield self)

    @property
    def choices(self) -> Sequence[Choice]:
        """What can be tapped."""
        return ()

    def read(self, said: Said, spell: Spell) -> T:
        """The answer in what was said; raises `NotUnderstood` with a hint."""
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


@dataclass(frozen=True)
class Pick(Question[C]):
    """One of several choices, by tap, number, label or unambiguous beginning."""

    options: Sequence[C] = field(kw_only=True)
    columns: int = field(default=1, kw_only=True)

    @property
    def choices(self) -> Sequence[C]:
        return self.options

    def read(self, said: Said, spell: Spell) -> C:
        match said:
            case Chosen(key):
                return self.fits(key)
            case Typed(text):
                return self._named(text, spell)
            case _:
                return super().read(said, spell)

    def kept(self, answer: C) -> str:
        return answer.key

    def fits(self, kept: Any) -> C:
        for option in self.options:
            if option.key == kept:
                return option
        raise NotUnderstood(Text("hint-gone"))

    def told(self, answer: C) -> Words:
        return answer.label

    @property
    def facts_of_hint(self) -> Mapping[str, Fact]:
        first = self.options[0].label
        return {"count": len(self.options), "example": first if isinstance(first, Text) else ""}

    def _named(self, text: str, spell: Spell) -> C:
        wanted = folded(text)
        labels = [folded(spell(option.label)) for option in self.options]
        named = [i for i, label in enumerate(labels) if label == wanted]
        if not named and wanted.isdecimal() and len(wanted) < 5:
            named = [i for i in range(len(labels)) if i + 1 == int(wanted)]
        if not named and wanted:
            named = [i for i, label in enumerate(labels) if label.startswith(wanted)]
        if not named and len(wanted) >= WORD:
            named = [i for i, label in enumerate(labels) if f" {wanted} " in f" {label} "]
        if not named and wanted and not plain(text):
            signs = [spell(option.label).strip() for option in self.options]
            named = [i for i, sign in enumerate(signs) if sign.startswith(wanted)]
        if len(named) == 1:
            return self.options[named[0]]
        raise NotUnderstood(Text("hint-pick", {"count": len(self.options)}))


@dataclass(frozen=True)
class Grade:
    """A value of a scale, worded for its own element."""

    element: str
    value: int

    @property
    def key(self) -> str:
        return str(self.value)

    @property
    def label(self) -> Text:
        return Text(f"answer-{self.element}-{self.value}")


@dataclass(frozen=True)
class Scale(Question[int]):
    """Four worded answers, worst first, as the official questionnaire prints them."""

    element: str = field(kw_only=True)

    @property
    def choices(self) -> Sequence[Grade]:
        return [Grade(self.element, value) for value in (1, 2, 3, 4)]

    def read(self, said: Said, spell: Spell) -> int:
        return Pick(self.name, options=self.choices).read(said, spell).value

    def fits(self, kept: Any) -> int:
        if kept not in (1, 2, 3, 4):
            raise NotUnderstood(Text("hint-gone"))
        return int(kept)

    def told(self, answer: int) -> Words:
        label = Grade(self.element, answer).label
        if self.element == OVERALL:
            return label
        return Text("told-element", {"element": Text(f"element-{self.element}"), "answer": label})


@dataclass(frozen=True)
class Write(Question[str]):
    """Free words, up to `longest` characters; `suggestion` is offered as a button."""

    suggestion: str | None = field(default=None, kw_only=True)
    longest: int = field(default=LONGEST, kw_only=True)

    def read(self, said: Said, spell: Spell) -> str:
        match said:
            case Typed(text) if words := text.replace("\0", "").strip():
                return self.fits(words)
            case _:
                return super().read(said, spell)

    def fits(self, kept: Any) -> str:
        if not isinstance(kept, str):
            raise NotUnderstood(Text("hint-gone"))
        if len(kept) > self.longest:
            over = {"length": len(kept), "longest": self.longest}
            raise NotUnderstood(Text("hint-too-long", over))
        return kept

    def told(self, answer: str) -> Words:
        return Verbatim(answer)


@dataclass(frozen=True)
class Attach(Question[Given]):
    """A photo, a document or a voice note."""

    kinds: frozenset[FileKind] = field(
        default=frozenset({"photo", "document", "voice"}), kw_only=True
    )

    def read(self, said: Said, spell: Spell) -> Given:
        match said:
            case Given(kind) if kind in self.kinds:
                return said
            case _:
                return super().read(said, spell)

    def kept(self, answer: Given) -> Any:
        return [answer.kind, answer.file, answer.name, answer.size, answer.caption]

    def fits(self, kept: Any) -> Given:
        match kept:
            case [str(kind), str(file), name, size, caption] if kind in self.kinds:
                return Given(kind, file, name, size, caption)
        raise NotUnderstood(Text("hint-gone"))


@dataclass(frozen=True)
class Locate(Question[Located]):
    """A place, sent from the phone's map."""

    def read(self, said: Said, spell: Spell) -> Located:
        match said:
            case Located():
                return said
            case _:
                return super().read(said, spell)

    def kept(self, answer: Located) -> Any:
        return [answer.latitude, answer.longitude]

    def fits(self, kept: Any) -> Located:
        match kept:
            case [float(latitude) | int(latitude), float(longitude) | int(longitude)]:
                return Located(latitude, longitude)
        raise NotUnderstood(Text("hint-gone"))


@dataclass(frozen=True)
class Noted(Question[T]):
    """A value that `look` found and every later replay must see again; nobody is asked."""

    value: T = field(kw_only=True)

    @property
    def settled(self) -> bool:
        return True


def heard_as(question: Question[T], said: Said, spell: Spell) -> T | None:
    """The answer, or None where an optional question is skipped; raises `NotUnderstood`."""
    if isinstance(said, Skipped):
        if question.may_skip:
            return None
        raise NotUnderstood(Text("hint-needed"))
    return question.read(said, spell)


def folded(text: str) -> str:
    """Words as they compare; signs alone (an emoji) compare as they are."""
    return plain(text) or text.strip()


def plain(text: str) -> str:
    """Words as they compare: letters and digits only, case folded, single spaces."""
    kept = (c if c.isalnum() else " " for c in text.casefold())
    return " ".join("".join(kept).split())
