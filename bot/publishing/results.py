"""What is published: of each unit and quarter what everybody who reads figures there is shown."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial

from handlers.complaints import due_after, today_at
from handlers.supervisor.scope import FigureScope
from handlers.supervisor.summary.speed import speeds
from models.comments.held import is_named
from models.comments.names import staff_names
from models.complaints import ComplaintKind
from models.disclosure import Place
from models.figures import DAILIES, OWNS, Figures, Product, Question, cells_of, needed_of
from models.publishing import unpublished
from models.quarter import Quarter
from models.reviews import Review
from models.scores import Element
from models.services import Counter, Unit
from models.store import Store
from models.store.complaints import complaints, reviews
from models.store.complaints.complaints import AnsweredComplaint
from models.store.office import services, unit_tree
from models.store.ratings import holds, tallies
from models.store.ratings.closes import closed_on
from models.store.ratings.shut import counted, shut_figures
from models.store.rules import settings
from models.store.rules.measures import Measure, measure
from models.visits import Speed

QUARTERS = 8
"""So many quarters are published: two years."""
PRODUCTS: tuple[Product, ...] = ("official", *OWNS, *DAILIES)
ASKED: tuple[ComplaintKind, ...] = ("ask", "plain", "wish")
"""The kinds of complaint that are told of."""
MOST_REVIEWS = 6
"""So many reviews stand on a page, the newest first."""


@dataclass(frozen=True)
class Complained:
    """Of the complaints of one kind how many there were, how many of these are answered or overdue,
    and how many were answered in time."""

    n: int
    judged: int
    kept: int


@dataclass(frozen=True)
class Improvement:
    """A review as the public reads it: what is done, or was, about an element of a unit. Words that
    have somebody's name are left out."""

    review: Review
    unit: str
    words: str

    @property
    def is_over(self) -> bool:
        return self.review.state == "changed"


@dataclass(frozen=True)
class Results:
    """What is published of a unit and a quarter. `closed`: the last day that is in it; `above` and
    `below`: the units that stand around it, with those that have a page. `speeds`: how quick its
    own services were, by name, once the quarter is over."""

    unit: Unit
    figures: Figures
    closed: date
    basis: str
    above: Sequence[Unit] = ()
    below: Sequence[Unit] = ()
    complaints: Mapping[ComplaintKind, Complained] = field(default_factory=dict)
    improvements: Sequence[Improvement] = ()
    speeds: Sequence[tuple[str, Speed]] = ()

    @property
    def quarter(self) -> Quarter:
        return self.figures.quarter

    @property
    def is_running(self) -> bool:
        return self.closed < self.quarter.last_day


@dataclass(frozen=True)
class Forest:
    """The units as they stood at the end of a quarter, and its counters by unit."""

    above: Mapping[int, int | None]
    units: Mapping[int, Unit]
    counters: Mapping[int, Sequence[Counter]]
    here: Measure

    def below(self, unit: int) -> Sequence[int]:
        """The unit and all below it, in the office's order."""
        start, end = self._spans[unit]
        return self._order[start:end]

    def lineage(self, unit: int) -> list[int]:
        """The units above this one, the highest first."""
        found: list[int] = []
        while (parent := self.above.get(unit)) is not None and len(found) < 20:
            found.insert(0, parent)
            unit = parent
        return found

    @cached_property
    def _order(self) -> list[int]:
        return [unit for unit, _ in unit_tree.nested(self.above, None)]

    @cached_property
    def _spans(self) -> Mapping[int, tuple[int, int]]:
        """Of each unit the part of the order that it and those below it are."""
        depths = [depth for _, depth in unit_tree.nested(self.above, None)]
        ends = {}
        waiting: list[int] = []
        for place, depth in enumerate([*depths, 0]):
            while waiting and depths[waiting[-1]] >= depth:
                ends[waiting.pop()] = place
            waiting.append(place)
        return {unit: (place, ends[place]) for place, unit in enumerate(self._order)}

    @property
    def tops(self) -> list[int]:
        return [unit for unit, parent in self.above.items() if parent is None]


def results_of(store: Store, now: datetime) -> Sequence[Results]:
    """All that is published: the newest quarter first, units in the office's order."""
    units = {one.id: one for one in services.every_unit(store)}
    every = services.counters_of(store, list(units))
    running = max((Quarter.of(today_at(store, unit, now)) for unit in units), default=None)
    if running is None:
        return []
    ids = [one.id for one in every]
    quarters = tallies.last_quarters(store, ids, before=running.next, level="unit")[:QUARTERS]
    return [one for each in quarters for one in _of_quarter(store, each, units, every, now)]


def _of_quarter(
    store: Store,
    quarter: Quarter,
    units: Mapping[int, Unit],
    every: Sequence[Counter],
    now: datetime,
) -> Iterator[Results]:
    forest = forest_of(store, quarter, units, every)
    above, figures = forest.above, dict(figures_in(store, forest))
    basis = settings.legal_survey(store, quarter)
    told = _complaints(store, forest, now)
    for unit in (number for top in forest.tops for number in forest.below(top)):
        closed = closed_on(store, units[unit].zone)
        if unit not in figures or closed is None or closed < quarter.first_day:
            continue
        under = [one for one, parent in above.items() if parent == unit and one in figures]
        yield Results(
            units[unit],
            figures[unit],
            min(closed, quarter.last_day),
            basis,
            above=[units[one] for one in forest.lineage(unit)],
            below=[units[one] for one in under],
            complaints=told.get(unit, {}) if closed >= quarter.last_day else {},
            improvements=list(_improvements(store, forest, figures, unit)),
            speeds=list(_speeds(store, forest, unit)) if closed >= quarter.last_day else (),
        )


def forest_of(
    store: Store, quarter: Quarter, units: Mapping[int, Unit], every: Sequence[Counter]
) -> Forest:
    """These units with these counters, as they stood at the end of the quarter."""
    by_unit: dict[int, list[Counter]] = defaultdict(list)
    for counter in every:
        by_unit[counter.unit.id].append(counter)
    above = unit_tree.standing(store, quarter.last_day)
    return Forest(above, units, by_unit, measure(store, quarter))


def figures_in(store: Store, forest: Forest) -> Iterator[tuple[int, Figures]]:
    """The figures of every unit that has a counter, or below which one stands."""
    for top in forest.tops:
        inside = forest.below(top)
        own = {unit: [one.id for one in forest.counters.get(unit, ())] for unit in inside}
        unit_of = {number: unit for unit, some in own.items() for number in some}
        cells = tallies.tallied(store, list(unit_of), [forest.here.quarter], level="unit")
        hidden = _hidden(store, forest, top, inside, cells, unit_of)
        at = defaultdict(list)
        for cell in cells:
            at[unit_of[cell.counter_id]].append(cell)
        for unit in inside:
            below = forest.below(unit)
            counters = [one for each in below for one in forest.counters.get(each, ())]
            if counters:
                scope = FigureScope("u", unit, "", forest.units[unit], counters)
                answers = cells_of(cell.answer for each in below for cell in at[each])
                shut = hidden.get(unit, ())
                population = scope.population
                yield unit, forest.here.figures(answers, population=population, shut=shut)


def _hidden(
    store: Store,
    forest: Forest,
    top: int,
    inside: Sequence[int],
    cells: Sequence[tallies.Cell],
    unit_of: Mapping[int, int],
) -> Mapping[int, Collection[Question]]:
    """Of each unit what is asked and not published: what is shut for who reads all from the top
    down, and what the public could work out of the rest (`models.publishing`)."""
    above = {unit: forest.above[unit] if unit != top else None for unit in inside}
    known = counted(cells, unit_of)
    shut = shut_figures(store, top, forest.here, above, known)
    found: dict[int, set[Question]] = defaultdict(set)
    for question, rows in known.items():
        needed = needed_of(question, forest.here.surveys, forest.here.enough)
        own = {unit: sum(row.n for row in some) for unit, some in rows.items()}
        closed = [unit for unit in inside if question in shut.get(Place("u", unit), ())]
        for unit in unpublished(above, own, needed, shut=closed) if needed else ():
            found[unit].add(question)
    return found


def _speeds(store: Store, forest: Forest, unit: int) -> Iterator[tuple[str, Speed]]:
    """Each service at the unit's own counters: told here alone, so that no sum leaves a rest."""
    here = forest.counters.get(unit, ())
    names = {service.id: service.name for counter in here for service in counter.services}
    last = forest.here.quarter.last_day
    found = speeds(store, [one.id for one in here], forest.here, last)
    for service, name in sorted(names.items(), key=lambda one: one[1]):
        if isinstance(quick := found.get(service), Speed):
            yield name, quick


def _complaints(
    store: Store, forest: Forest, now: datetime
) -> Mapping[int, Mapping[ComplaintKind, Complained]]:
    """Of each unit the kinds of which there are enough to be told of, as of figures."""
    quarter = forest.here.quarter
    rows = complaints.answered_when(
        store, list(forest.above), quarter.first_day, quarter.last_day
    )
    found: dict[int, dict[ComplaintKind, Complained]] = defaultdict(dict)
    for kind in ASKED:
        judged = [(one, _in_time(store, one, now)) for one in rows if one.kind == kind]
        own = Tally(one.unit_id for one, _ in judged)
        hidden = unpublished(forest.above, own, forest.here.enough.causes)
        for unit in forest.above:
            below = set(forest.below(unit))
            mine = [kept for one, kept in judged if one.unit_id in below]
            if mine and unit not in hidden:
                over = [kept for kept in mine if kept is not None]
                found[unit][kind] = Complained(len(mine), len(over), sum(over))
    return found


def _in_time(store: Store, one: AnsweredComplaint, now: datetime) -> bool | None:
    """Whether it was answered in time; None while there is time left."""
    due = due_after(store, one.unit_id, one.said_on, f"complaint-{one.kind}")
    if one.answered_on is not None:
        return one.answered_on <= due
    return None if today_at(store, one.unit_id, now) <= due else False


def _improvements(
    store: Store, forest: Forest, figures: Mapping[int, Figures], unit: int
) -> Iterator[Improvement]:
    """What is done about the unit, and below it: of elements whose scores are published there."""
    first, last = forest.here.quarter.first_day, forest.here.quarter.last_day
    known = reviews.of_units(store, forest.below(unit), since=first)
    newest = sorted(known, key=lambda one: (one.opened_on, one.id), reverse=True)
    told = (one for one in newest if one.opened_on <= last and one.state != "unneeded")
    shown = filter(partial(_is_published, figures), told)
    for review, _ in zip(shown, range(MOST_REVIEWS), strict=False):
        words = (review.result if review.state == "changed" else review.action) or ""
        named = _names_somebody(store, review, words)
        yield Improvement(review, forest.units[review.unit_id].name, "" if named else words)


def _is_published(figures: Mapping[int, Figures], review: Review) -> bool:
    own = figures.get(review.unit_id)
    return own is not None and any(
        isinstance(one, Element) and one.key == review.element
        for product in PRODUCTS
        for one in own.elements(product)
    )


def _names_somebody(store: Store, review: Review, words: str) -> bool:
    there = holds.working(store, review.unit_id, review.opened_on)
    return is_named(words, staff_names(one.name for one in there))
