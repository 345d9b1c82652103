"""The kinds of conversation besides forms: a screen, an act of one tap, several under one name.

A form, which asks, is the other kind (`handlers.engine.conversation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from handlers.engine.manifest import PART_OF_SEVERAL, Manifest
from models.letters import Letter
from models.people import Person
from models.store import Store

P = TypeVar("P")
F = TypeVar("F")
P_co = TypeVar("P_co", covariant=True)
F_co = TypeVar("F_co", covariant=True)
P_contra = TypeVar("P_contra", contravariant=True)
O_contra = TypeVar("O_contra", contravariant=True)


class Opens(Protocol[P_co]):
    """A kind of `Opening`: the name of what it opens, and how it reads the words behind that name.

    None is what it cannot read.
    """

    @property
    def conversation(self) -> str: ...

    def read(self, words: str, /) -> P_co: ...


class Look(Protocol[P_contra, F_co]):
    """Read what the conversation needs; refuse who may not. Raises `Refused`."""

    def __call__(
        self, store: Store, person: Person, opening: P_contra, now: datetime, /
    ) -> F_co: ...


class Keep(Protocol[O_contra]):
    """Write the outcome down, and say what happened. Raises `Refused`."""

    def __call__(
        self, store: Store, person: Person, outcome: O_contra, now: datetime, /
    ) -> Letter: ...


@dataclass(frozen=True)
class Topic(Generic[P, F]):
    """What a kind of opening leads to: what it reads, and of whom that tells.

    `concerns(facts)`: the numbers of the people of whom the facts tell what is not everybody's to
    see. That they were looked at is told in the trail; their own look is not.
    `introduces`: keeping changes who the person is to Tilik (their language, their name).
    """

    opening: Opens[P]
    look: Look[P, F]
    concerns: Callable[[F], Iterable[int]] | None = field(default=None, kw_only=True)
    introduces: bool = field(default=False, kw_only=True)
    manifest: Manifest = field(default=PART_OF_SEVERAL, kw_only=True)

    @property
    def name(self) -> str:
        """What people call it: the name that stands on its buttons and before its words."""
        return self.opening.conversation

    @property
    def parts(self) -> tuple[Topic[P, F], ...]:
        return (self,)

    def opened(self, words: str) -> tuple[Topic[P, F], P]:
        """What these words lead to, and the opening that they are."""
        return self, self.opening.read(words)

    def letter(self, store: Store, person: Person, outcome: Any, now: datetime) -> Letter:
        """What it comes to: written down, and said. Raises `Refused`."""
        raise NotImplementedError


@dataclass(frozen=True)
class Screen(Topic[P, F]):
    """What only shows something: it asks nothing and writes nothing."""

    show: Callable[[F], Letter]

    def letter(self, store: Store, person: Person, outcome: F, now: datetime) -> Letter:
        return self.show(outcome)


@dataclass(frozen=True)
class AtOnce(Topic[P, F]):
    """What one tap does: `keep` writes it down and says so; nothing is asked."""

    keep: Keep[F]

    def letter(self, store: Store, person: Person, outcome: F, now: datetime) -> Letter:
        return self.keep(store, person, outcome, now)


@dataclass(frozen=True)
class Several:
    """Several under one name. The opening says which; what nobody reads is for the first."""

    parts: tuple[Topic[Any, Any], ...]
    manifest: Manifest = field(kw_only=True)

    @property
    def name(self) -> str:
        """The name that they share."""
        return self.parts[0].name

    def opened(self, words: str) -> tuple[Topic[Any, Any], Any]:
        """The first that can read these words, and the opening that they are."""
        for part in self.parts:
            if (opening := part.opening.read(words)) is not None:
                return part, opening
        return self.parts[0], None
