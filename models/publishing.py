"""Which units' figures stand on the public page. Pure.

Of each unit the public reads one figure of all below it. What a unit has less the units below it
that are shown is of nobody, or of as many answers as are needed. What stands below a unit that is
not shown is not shown either, so nothing else can be subtracted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

Below: TypeAlias = Mapping[int | None, Sequence[int]]
"""A unit (None: nothing) -> the units right below it."""


def unpublished(
    above: Mapping[int, int | None],
    own: Mapping[int, int],
    needed: int,
    *,
    shut: Collection[int] = (),
) -> frozenset[int]:
    """The units whose figure of something is not published.

    `above`: a unit and all below it -> the unit right above (None: none); `own`: how many answers
    each has at its own counters; `shut`: what is shut for who reads all of them. A unit without
    answers is not there: that it has none is no secret.
    """
    below: dict[int | None, list[int]] = defaultdict(list)
    for unit, parent in above.items():
        below[parent].append(unit)
    sums: dict[int, int] = {}
    upwards = list(_upwards(below, None))
    for unit in upwards:
        sums[unit] = own.get(unit, 0) + sum(sums[one] for one in below[unit])
    there = {unit: n for unit, n in sums.items() if n}
    hidden = {unit for unit, n in there.items() if n < needed or unit in shut}
    for unit in upwards:
        if unit in there and unit not in hidden:
            parts = {one: there[one] for one in below[unit] if one in there}
            hidden.update(_hidden_for(unit, own.get(unit, 0), parts, hidden, needed))
    return frozenset(_with_all_below(below, hidden) & there.keys())


def _hidden_for(
    unit: int, own: int, parts: Mapping[int, int], hidden: Collection[int], needed: int
) -> Iterator[int]:
    """The units right below this one, the smallest first, until what is left without those shown
    is nothing or enough; where that does not do, the unit itself."""
    left = own + sum(n for one, n in parts.items() if one in hidden)
    shown = sorted((n, one) for one, n in parts.items() if one not in hidden)
    for n, one in shown:
        if left == 0 or left >= needed:
            return
        left += n
        yield one
    if 0 < left < needed:
        yield unit


def _with_all_below(below: Below, units: Collection[int]) -> set[int]:
    return set(units).union(*(_upwards(below, unit) for unit in units))


def _upwards(below: Below, top: int | None) -> Iterator[int]:
    """All below a unit, each after those below it."""
    for one in below.get(top, ()):
        yield from _upwards(below, one)
        yield one
