"""Who is heard: coarse groups of those who have filled in the official survey, beside those whom a
service serves. Pure.

PermenPANRB 14/2017 has a report tell of its respondents by sex, age, education and work. Each group
is a count of its own: nothing ties one to another, or to an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sex": ("female", "male"),
        "age": ("under30", "30to44", "45to59", "from60"),
        "education": ("primary", "secondary", "higher"),
        "work": ("employed", "own", "none"),
        "disability": ("yes", "no"),
    }
)
"""Each group, in the order in which it is asked, with its values."""
TOLD = "groups"
"""As what the day's token tells that somebody has told of themselves already."""
LEAST = 5
"""A value that fewer have named is never told of by number."""
ENOUGH = 30
"""Of fewer people nobody can say who is missing among them."""
_RARE = Fraction(1, 2)
"""Whose share of those heard is less than this of their share of those served is hardly heard."""
_EXPECTED = 5
"""So many at least would have to be there: else that few were heard says nothing."""

Counts = Mapping[str, Mapping[str, int]]
"""Group -> value -> count."""


@dataclass(frozen=True)
class HeardValue:
    """One value of a group: how many have named it, None where fewer than are ever told; its share
    of those told and of those served, in per cent, None where that is not known; `is_rare`: hardly
    heard."""

    value: str
    n: int | None
    share: int | None
    served: int | None
    is_rare: bool


def told(counts: Counts) -> Counts:
    """The counts that may be told: none that is too small. How many have named anything of a group
    is told nowhere, so no small one is what is left of the others."""
    return {
        group: {value: n for value, n in found.items() if n >= LEAST}
        for group, found in counts.items()
    }


def summed(several: Iterable[Counts]) -> Counts:
    """All of them added up, of what may be told of each: a whole less its parts leaves nothing."""
    total: dict[str, dict[str, int]] = {}
    for counts in several:
        for group, found in counts.items():
            into = total.setdefault(group, {})
            for value, n in found.items():
                into[value] = into.get(value, 0) + n
    return total


def heard(group: str, counts: Mapping[str, int], served: Mapping[str, int]) -> list[HeardValue]:
    """Each value of the group out of what may be told; none where nothing may."""
    n, people = sum(counts.values()), sum(served.values())
    if not n:
        return []
    return [
        HeardValue(
            value=value,
            n=counts.get(value),
            share=_per_cent(counts[value], n) if value in counts else None,
            served=_per_cent(served.get(value, 0), people) if people else None,
            is_rare=bool(people)
            and _is_rare(counts.get(value, 0), n, served.get(value, 0), people),
        )
        for value in GROUPS[group]
    ]


def _is_rare(heard: int, of: int, served: int, people: int) -> bool:
    expected = Fraction(of * served, people)
    return of >= ENOUGH and expected >= _EXPECTED and heard < expected * _RARE


def _per_cent(part: int, whole: int) -> int:
    return (200 * part + whole) // (2 * whole)
