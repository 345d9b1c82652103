"""Which figures stay shut so that those of too few cannot be had by subtraction. Pure.

A figure of fewer answers than are needed is not shown. Where the unit's and all others are, it is
the difference; so others stay shut with it (complementary suppression), the smallest that will do:
whatever can be worked out of what is shown is of none, or of as many answers as are needed.

What can be worked out is this. At one unit, the answers of one element stand once in a service and
once in a counter. Services and counters that share answers hang together; of such a group the
services add up to as much as the counters, and groups, units below and what was released further up
add up to the unit. So the unit less all that is shown leaves, of each group, what is shut among its
services or among its counters, whichever one likes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Scope: TypeAlias = Literal["u", "s", "c"]


class Place(NamedTuple):
    """A unit (`u`), a service (`s`) or a counter (`c`), by its number."""

    what: Scope
    number: int


@dataclass(frozen=True)
class Branch:
    """The answers to one element at a unit, and below it.

    `cells`: (counter, service) -> how many were released there; `rests`: service -> how many only
    for it; `rest`: how many only for the unit.
    """

    unit_id: int
    cells: Mapping[tuple[int, int], int] = field(default_factory=dict)
    rests: Mapping[int, int] = field(default_factory=dict)
    rest: int = 0
    below: Sequence[Branch] = ()

    @property
    def n(self) -> int:
        """How many answers the unit's figure is of."""
        own = sum(self.cells.values()) + sum(self.rests.values()) + self.rest
        return own + sum(one.n for one in self.below)


def shut(top: Branch, needed: int) -> frozenset[Place]:
    """The places below `top` (and itself) whose figure of the element is not to be shown.

    Those of too few, and those that are shut for their sake. A place without answers is not there:
    that it has none is no secret.
    """
    counts = {place: n for one in _every(top) for place, n in _counted(one).items() if n}
    found = _Shut(counts, needed, {place for place, n in counts.items() if n < needed})
    if len(found.places) not in (0, len(counts)):
        found.protect(top)
    return frozenset(found.places)


def kept_out(own: Collection[int], hidden: Mapping[int, int], needed: int) -> frozenset[int]:
    """Which of these counters of a unit no sum over them may take in, as that of who serves there.

    `hidden`: the unit's counters that stay shut -> their answers. All of one's own are in, or none:
    where they or the others are fewer than needed, the sum would tell of them.
    """
    inside = {counter: n for counter, n in hidden.items() if counter in own}
    within, beyond = sum(inside.values()), sum(hidden.values()) - sum(inside.values())
    if within >= needed and (not beyond or beyond >= needed):
        return frozenset()
    return frozenset(inside)


class _Group(NamedTuple):
    """Services and counters that share answers; `rest` is what the services alone have."""

    counters: tuple[Place, ...]
    services: tuple[Place, ...]
    rest: int


class _Left(NamedTuple):
    """What a subtraction leaves: answers of shut figures, and with them those that no figure of
    its kind has."""

    shut: int
    rest: int

    @property
    def n(self) -> int:
        return self.shut + self.rest


@dataclass
class _Shut:
    """What is shut so far."""

    counts: Mapping[Place, int]
    needed: int
    places: set[Place]

    def protect(self, unit: Branch) -> None:
        """Shut what it takes, from below upwards."""
        for one in unit.below:
            self.protect(one)
        groups = list(_groups(unit))
        for group in groups:
            self._even(group)
        while not self._unit_is_safe(unit, groups):
            self._shut_the_least(unit, groups)
            for group in groups:
                self._even(group)

    def _even(self, group: _Group) -> None:
        """Within a group, services less counters tell nothing of too few."""
        for side, other in ((group.counters, group.services), (group.services, group.counters)):
            left = self._left(side, group.rest)
            if self._left(other, 0).shut or self._is_safe(left):
                continue
            self._shut_smallest(side) or self._shut_smallest(other)

    def _unit_is_safe(self, unit: Branch, groups: Sequence[_Group]) -> bool:
        """Whether the unit less what is shown leaves nothing, or enough."""
        if Place("u", unit.unit_id) in self.places or not unit.n:
            return True
        return self._is_safe(self._least_left(unit, groups))

    def _least_left(self, unit: Branch, groups: Sequence[_Group]) -> _Left:
        """The least that can be left of the unit's answers and still tells of a shut figure."""
        choices = [
            [self._left(group.counters, group.rest), self._left(group.services, 0)]
            for group in groups
        ]
        choices += [self._choices_below(one) for one in unit.below]
        least = [min(some, key=lambda left: (left.n, -left.shut)) for some in choices]
        whole = _Left(sum(one.shut for one in least), sum(one.rest for one in least) + unit.rest)
        if whole.shut:
            return whole
        swapped = [
            whole.n - best.n + left.n
            for best, some in zip(least, choices, strict=True)
            for left in some
            if left.shut
        ]
        return _Left(min(swapped), 0) if swapped else _Left(0, 0)

    def _choices_below(self, unit: Branch) -> list[_Left]:
        """What a unit below leaves: itself where it is shut, or what is shut within it."""
        place = Place("u", unit.unit_id)
        own = _Left(unit.n, 0) if place in self.places else _Left(0, 0)
        inner = self._least_left(unit, list(_groups(unit)))
        return [own, inner] if inner.shut else [own]

    def _shut_the_least(self, unit: Branch, groups: Sequence[_Group]) -> None:
        """Shut the group's figures, or the unit below, that cost the fewest answers."""
        ways = [
            [smallest for side in (group.counters, group.services) for smallest in self._due(side)]
            for group in groups
        ]
        ways += [
            [place for one in _every(below) for place in _counted(one) if place in self.counts]
            for below in unit.below
            if below.n and Place("u", below.unit_id) not in self.places
        ]
        costs = [(sum(self.counts[place] for place in way), way) for way in ways if way]
        self.places.update(min(costs)[1] if costs else [Place("u", unit.unit_id)])

    def _due(self, side: Sequence[Place]) -> list[Place]:
        """The smallest figure of one side that is still shown, where too little of it is shut."""
        shown = [place for place in side if place not in self.places]
        if not shown or self._left(side, 0).shut >= self.needed:
            return []
        return [min(shown, key=lambda place: (self.counts[place], place))]

    def _shut_smallest(self, side: Sequence[Place]) -> bool:
        shown = [place for place in side if place not in self.places]
        if shown:
            self.places.add(min(shown, key=lambda place: (self.counts[place], place)))
        return bool(shown)

    def _left(self, side: Iterable[Place], rest: int) -> _Left:
        return _Left(sum(self.counts[place] for place in side if place in self.places), rest)

    def _is_safe(self, left: _Left) -> bool:
        return not left.shut or left.n >= self.needed


def _every(top: Branch) -> Iterator[Branch]:
    yield top
    for one in top.below:
        yield from _every(one)


def _counted(unit: Branch) -> dict[Place, int]:
    """The unit and its own services and counters, each with its answers."""
    found: dict[Place, int] = defaultdict(int)
    found[Place("u", unit.unit_id)] = unit.n
    for (counter, service), n in unit.cells.items():
        found[Place("c", counter)] += n
        found[Place("s", service)] += n
    for service, n in unit.rests.items():
        found[Place("s", service)] += n
    return found


def _groups(unit: Branch) -> Iterator[_Group]:
    """The services and counters of a unit, by who shares answers with whom."""
    near: dict[Place, set[Place]] = defaultdict(set)
    for (counter, service), n in unit.cells.items():
        if n:
            near[Place("c", counter)].add(Place("s", service))
            near[Place("s", service)].add(Place("c", counter))
    for service, n in unit.rests.items():
        if n:
            near.setdefault(Place("s", service), set())
    while near:
        group, edge = set(), {next(iter(near))}
        while edge:
            group |= edge
            edge = {place for one in edge for place in near[one]} - group
        for place in group:
            del near[place]
        services = tuple(sorted(place for place in group if place.what == "s"))
        counters = tuple(sorted(place for place in group if place.what == "c"))
        rest = sum(unit.rests.get(place.number, 0) for place in services)
        yield _Group(counters, services, rest)
