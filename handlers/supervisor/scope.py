"""What a summary is of: a unit with all below it, one service, or one counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from models.release import Level
from models.services import Counter, Unit, counter_name
from models.store import Store
from models.store.office import services

What: TypeAlias = Literal["u", "s", "c"]
LEVEL: Mapping[What, Level] = {"u": "unit", "s": "service", "c": "counter"}


@dataclass(frozen=True)
class FigureScope:
    """The unit whose head may read it, and the counters whose tallies it adds up; of a whole unit
    also the units that it has, itself and all below it."""

    what: What
    number: int
    name: str
    unit: Unit
    counters: Sequence[Counter]
    service_id: int | None = None
    unit_ids: Sequence[int] = ()

    @property
    def counter_ids(self) -> list[int]:
        """The counters by their numbers."""
        return [counter.id for counter in self.counters]

    @property
    def is_of_several(self) -> bool:
        """Whether counters of more than one unit are in it, or of another than its own."""
        return any(counter.unit.id != self.unit.id for counter in self.counters)

    @property
    def level(self) -> Level:
        """How far up what it adds up may have been released."""
        return LEVEL[self.what]

    @property
    def population(self) -> int | None:
        """How many people the services in it serve in a year, where that is known."""
        served = {
            s.id: s.population
            for counter in self.counters
            for s in counter.services
            if self.service_id in (None, s.id) and s.population
        }
        return sum(p for p in served.values() if p) or None


def scope_of(store: Store, what: What, number: int, day: date | None = None) -> FigureScope | None:
    """The unit (`u`), service (`s`) or counter (`c`) with this number; None if there is none.

    A unit's with all that stood below it on that day; with all that stands there, without one.
    """
    if what == "u":
        unit = services.unit(store, number)
        if unit is None:
            return None
        below = services.subtree(store, number, day)
        counters = services.counters_of(store, below)
        return FigureScope("u", number, unit.name, unit, counters, unit_ids=below)
    if what == "s":
        return _service_scope(store, number)
    counters = services.counters_by_id(store, number)
    if not counters:
        return None
    return FigureScope("c", number, counters[0].full_name, counters[0].unit, counters)


def _service_scope(store: Store, number: int) -> FigureScope | None:
    unit_id = services.unit_of_service(store, number)
    unit = services.unit(store, unit_id) if unit_id is not None else None
    if unit is None:
        return None
    counters = [
        counter
        for counter in services.counters_of(store, [unit.id])
        if any(s.id == number for s in counter.services)
    ]
    names = [s.name for counter in counters for s in counter.services if s.id == number]
    if not names:
        return None
    return FigureScope("s", number, counter_name(names[0], unit.name), unit, counters, number)
