"""What citizens say of the units somebody heads, in one line: for the superior's message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.supervisor.scope import FigureScope, scope_of
from handlers.words.figures import lowest
from models.figures import Figures, cells_of
from models.letters import Text, Words
from models.people import Person
from models.quarter import Quarter
from models.rights import units_headed
from models.store import Store
from models.store.ratings import tallies
from models.store.rules.measures import measure

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class HeardOfUnit:
    """A unit's figures of a quarter, above the minimum n."""

    name: str
    figures: Figures

    @property
    def worst(self) -> Words:
        """The lowest element, with its cause where enough have named it."""
        return lowest(self.figures)[0]


def heard_of(store: Store, person: Person, quarter: Quarter) -> list[HeardOfUnit]:
    """What citizens said in the quarter of each unit the person heads; nothing of too few."""
    found, here = [], measure(store, quarter)
    for scope in _scopes(store, person, quarter.last_day):
        ids = [counter.id for counter in scope.counters]
        rows = tallies.tallied(store, ids, [quarter], level=scope.level, apart=False)
        cells = cells_of(row.answer for row in rows)
        said = here.figures(cells, population=scope.population)
        if said.lowest:
            found.append(HeardOfUnit(scope.name, said))
    return found


def heard_lines(heard: list[HeardOfUnit]) -> list[Words]:
    """A heading and the lowest element of each unit."""
    return [
        words
        for one in heard
        for words in (Text("brief-citizens", {"name": one.name}), one.worst)
    ]


def heard_lately(store: Store, person: Person, first: date, last: date) -> bool:
    """Whether the close of any day from the one to the other has released anything of these
    units."""
    ids = [counter.id for scope in _scopes(store, person, last) for counter in scope.counters]
    return tallies.released_lately(store, ids, since=first + A_DAY, until=last + A_DAY)


def _scopes(store: Store, person: Person, day: date) -> Iterator[FigureScope]:
    units = units_headed(person)
    return filter(None, (scope_of(store, "u", unit_id, day) for unit_id in units))
