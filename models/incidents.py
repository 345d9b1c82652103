"""Breaches: what was asked for, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

What: TypeAlias = Literal["all", "unit", "person", "channel"]


@dataclass(frozen=True)
class Scope:
    """What was breached: everything, a unit with those below it, a person or a channel (`which` is
    its number or name), from an instant to another, days cut in that zone."""

    first: datetime
    last: datetime
    zone: str
    what: What = "all"
    which: int | str | None = None


@dataclass(frozen=True)
class AffectedRows:
    """A kind of data: how many there are, and how many were written on days of the breach (None
    where that is not known)."""

    kind: str
    count: int
    within: int | None = None


@dataclass(frozen=True)
class Looks:
    """Who did what in that time (`by` None: the operator or Tilik itself), how often, and to what
    concerns how many people."""

    deed: str
    actor: str
    by: str | None
    times: int
    people: int


@dataclass(frozen=True)
class Concerned:
    """Somebody who must be told, where they work or worked last, and whether Tilik reaches them."""

    name: str
    nip: str | None
    unit: str
    joined: bool


@dataclass(frozen=True)
class Affected:
    """All that was found."""

    people: tuple[Concerned, ...]
    held: tuple[AffectedRows, ...]
    looks: tuple[Looks, ...]
