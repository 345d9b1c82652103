"""What Tilik can talk about: a screen that only shows, a deed at once, several under one name.

A form, which asks, is the other kind (`handlers.engine.conversation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar, cast

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


class Read(Protocol[P_co]):
    """What reads the words behind a name: an `Opening` (None where it cannot), or as they are."""

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


class AsTheyAre:
    """Leaves the words behind a name as they are."""

    def read(self, words: str, /) -> str:
        return words


@dataclass(frozen=True)
class Topic(Generic[P, F]):
    """What a name and an opening lead to: what it reads, and of whom that tells.

    `opening` reads the words behind the name: a kind of `Opening`, or the words as they are.
    `concerns(facts)`: the numbers of the people of whom the facts tell what is not everybody's to
    see. That they were looked at is told in the trail; their own look is not.
    `introduces`: keeping changes who the person is to Tilik (their language, their name).
    """

    name: str
    look: Look[P, F]
    opening: Read[P] = field(default=cast(Any, AsTheyAre()), kw_only=True)
    concerns: Callable[[F], Iterable[int]] | None = field(default=None, kw_only=True)
    introduces: bool = field(default=False, kw_only=True)
    manifest: Manifest = field(default=PART_OF_SEVERAL, kw_only=True)

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

    name: str
    parts: tuple[Topic[Any, Any], ...]
    manifest: Manifest = field(kw_only=True)

    def opened(self, words: str) -> tuple[Topic[Any, Any], Any]:
        """The first that can read these words, and the opening that they are."""
        for part in self.parts:
            if (opening := part.opening.read(words)) is not None:
                return part, opening
        return self.parts[0], None
