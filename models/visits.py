"""How long visits at a counter take: the time within which half are over, and how many keep to what
the service standard promises.

The figure is a service's, never a counter's or a person's, and minutes enter no score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import TypeAlias

from models.scores import NotEnough

SHORTEST, LONGEST = timedelta(seconds=30), timedelta(hours=4)
"""What is said to have taken less was tapped by mistake, what took longer was left running."""
_PART = re.compile(
    r"(\d{1,3})(?: ?\([a-z ]{1,30}\))? ?(jam|hours?|hrs?|h|menit|mnt|minutes?|mins?)\b"
)
_NUMBER = re.compile(r"\d+")
_LONGER = re.compile(r"\b(?:hari|minggu|bulan|days?|weeks?|months?)\b")
_HOURS = frozenset({"j", "h"})
"""With what the words for an hour begin."""


@dataclass(frozen=True)
class Speed:
    """Of `n` visits half were over within `half` minutes; None where they are of several services.

    `promised` are the minutes of the standard, to which `kept` visits kept: None where nothing is
    promised that a visit at a counter could be held to.
    """

    n: int
    half: int | None = None
    promised: int | None = None
    kept: int | None = None

    @property
    def within(self) -> int | None:
        """Per cent of the visits that kept to it, rounded down."""
        return None if self.kept is None else self.kept * 100 // self.n


@dataclass(frozen=True)
class Alone:
    """One person alone has served: how quick the service is would be how quick they are."""


Measured: TypeAlias = Speed | NotEnough | Alone


def taken(begun: datetime, ended: datetime) -> int | None:
    """Minutes that a visit took, each that was begun; None of what was tapped by mistake or left
    running, and where the clock was set back."""
    took = ended - begun
    return -(-took // timedelta(minutes=1)) if SHORTEST <= took <= LONGEST else None


def promised(words: str) -> int | None:
    """The minutes that a standard's words promise; None unless they are one plain duration: of
    days no visit at a counter is told, and what is not clear is no promise to hold anybody to."""
    said = " ".join(words.lower().split())
    parts = _PART.findall(said)
    if not parts or len(parts) != len(_NUMBER.findall(said)) or _LONGER.search(said):
        return None
    hours = [int(number) for number, unit in parts if unit[0] in _HOURS]
    minutes = [int(number) for number, unit in parts if unit[0] not in _HOURS]
    if len(hours) > 1 or len(minutes) > 1:
        return None
    return sum(hours) * 60 + sum(minutes) or None


def speed(counts: Mapping[int, int], promise: int | None, needed: int) -> Speed | NotEnough:
    """The speed of one service, out of how many visits took so many minutes."""
    n = sum(counts.values())
    if n < needed:
        return NotEnough(n, needed)
    kept = sum(count for minutes, count in counts.items() if promise and minutes <= promise)
    return Speed(n, _half(counts, n), promise, kept if promise else None)


def of_several(each: Iterable[Speed]) -> Speed | None:
    """How many of all visits kept to what their own service promises; None without any."""
    found = [(one.n, one.kept) for one in each if one.kept is not None]
    n = sum(of for of, _ in found)
    return Speed(n, kept=sum(kept for _, kept in found)) if n else None


def _half(counts: Mapping[int, int], n: int) -> int:
    minutes = sorted(counts)
    so_far = accumulate(counts[one] for one in minutes)
    return next(one for one, seen in zip(minutes, so_far, strict=True) if seen * 2 >= n)
