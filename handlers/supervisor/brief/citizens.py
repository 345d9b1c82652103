"""What citizens say of the units somebody heads, in one line: for the superior's message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.supervisor.released import released, top_of
from handlers.supervisor.scope import FigureScope, scope_of
from handlers.words.figures import batch_lines, lowest
from models.figures import OWNS, Figures, Product
from models.letters import Fact, Text, Words
from models.people import Person
from models.quarter import Quarter
from models.rights import units_headed
from models.store import Store
from models.store.office import services
from models.store.ratings import quarantines, tallies
from models.store.ratings.closes import closed_on
from models.store.rules.measures import measure
from models.survey_words import title

A_DAY = timedelta(days=1)
SPOKEN_OF: tuple[Product, ...] = ("official", "verified", "daily", *OWNS)


@dataclass(frozen=True)
class HeardOfUnit:
    """A unit's figures of a quarter, above the minimum n, and up to which day they were closed."""

    name: str
    figures: Figures
    closed: date

    @property
    def products(self) -> tuple[Product, ...]:
        """Those with elements: the official survey, else the daily index that leads; beside it the
        office's own surveys."""
        said = [one for one in SPOKEN_OF if self.figures.elements(one)]
        first = "official" if "official" in said else self.figures.leads
        return tuple(one for one in said if one == first or one in OWNS)


def heard_of(store: Store, person: Person, quarter: Quarter) -> list[HeardOfUnit]:
    """What citizens said in the quarter of each unit the person heads; nothing of too few."""
    found, here = [], measure(store, quarter)
    for scope in _scopes(store, person, quarter.last_day):
        closed = closed_on(store, scope.unit.zone)
        lineage = services.lineage(store, scope.unit.id, quarter.last_day)
        top = top_of(person, lineage)
        said = released(store, scope, here, top=top)[0].whole()
        if closed and any(said.lowest(one) for one in SPOKEN_OF):
            found.append(HeardOfUnit(scope.name, said, min(closed, quarter.last_day)))
    return found


def heard_lines(heard: list[HeardOfUnit]) -> list[Words]:
    """Of each unit and product a heading that says which, and the lowest element."""
    lines: list[Words] = []
    for one in heard:
        facts: dict[str, Fact] = {"name": one.name, "day": one.closed}
        for product in one.products:
            facts["survey"] = title(one.figures.asked(product))
            spoken = "own" if product in OWNS else product
            lines.append(Text("brief-citizens", {**facts, "product": spoken}))
            lines.append(lowest(one.figures, product)[0])
    return lines


def held_lines(store: Store, person: Person, day: date) -> list[Words]:
    """Of each unit the ratings of that day's quarter that wait until somebody has looked."""
    lines: list[Words] = []
    for scope in _scopes(store, person, day):
        found = quarantines.held_back(store, scope.counter_ids, Quarter.of(day), service_id=None)
        waits = batch_lines(one for one in found if one.state == quarantines.WAITING)
        if waits:
            lines += [Text("brief-held", {"name": scope.name}), *waits]
    return lines


def heard_lately(store: Store, person: Person, first: date, last: date) -> bool:
    """Whether the close of any day from the one to the other has released anything of these
    units."""
    ids = [one for scope in _scopes(store, person, last) for one in scope.counter_ids]
    return tallies.released_lately(store, ids, since=first + A_DAY, until=last + A_DAY)


def _scopes(store: Store, person: Person, day: date) -> Iterator[FigureScope]:
    units = units_headed(person)
    return filter(None, (scope_of(store, "u", unit_id, day) for unit_id in units))
