"""Which figures of a unit, and below it, stay shut in a quarter, as `models.disclosure` says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from sqlalchemy import func, select

from models.disclosure import Branch, Place, shut
from models.figures import Question, needed_of
from models.ratings import CAUSE_STREAMS, CAUSES, stream
from models.release import Level, level_of, spans
from models.store import Store
from models.store.office import unit_tree
from models.store.ratings.ratings import reasons_counted
from models.store.ratings.tallies import Cell
from models.store.rules.measures import Measure
from models.store.schema import counters, tallies

ShutFigures: TypeAlias = Mapping[Place, frozenset[Question]]
"""Place -> what is asked there and not shown."""


HiddenCounters: TypeAlias = Mapping[Question, Mapping[int, int]]
"""What is asked -> counter -> how many answers."""


class _Count(NamedTuple):
    counter_id: int
    service_id: int
    level: Level
    n: int


Counts: TypeAlias = Mapping[Question, Mapping[int, list[_Count]]]
"""What is asked -> unit -> how many answers, by counter, service and how far up."""
Tree: TypeAlias = Mapping[int, int | None]
"""A unit and all below it -> the unit right above."""


def shut_figures(
    store: Store, top: int, here: Measure, tree: Tree, known: Counts | None = None
) -> ShutFigures:
    """What stays shut for whoever reads the unit with this number and all below it: in this tree,
    by what was released there, where that is `known` already."""
    counts = _counts(store, here, list(tree)) if known is None else known
    return _shut(top, here, tree, counts)


def shut_words(
    store: Store, top: int, here: Measure, *, day: date | None = None
) -> frozenset[Place]:
    """Where what people wrote stays shut for whoever reads all from this unit down: the list of one
    place less those of others would be what too few have written elsewhere."""
    above = unit_tree.parents(store, top, day)
    found: dict[int, list[_Count]] = defaultdict(list)
    before = Counter[tuple[int, int, int]]()
    for level, by_now in reasons_counted(store, list(above), here.quarter).items():
        for (unit_id, counter, service), n in (by_now - before).items():
            found[unit_id].append(_Count(counter, service, level, n))
        before = by_now
    return shut(_branch(top, _below(above), found), here.enough.words)


def hidden_counters(store: Store, unit_id: int, here: Measure) -> HiddenCounters:
    """Of the unit's own counters those that stay shut, with how many answers they have."""
    found: dict[Question, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    tree = unit_tree.parents(store, unit_id, None)
    counts = _counts(store, here, list(tree))
    closed = _shut(unit_id, here, tree, counts)
    for question, units in counts.items():
        for row in units.get(unit_id, ()):
            if row.level == "counter" and question in closed.get(Place("c", row.counter_id), ()):
                found[question][row.counter_id] += row.n
    return found


def counted(cells: Iterable[Cell], unit_of: Mapping[int, int]) -> Counts:
    """How many answers these cells have, by what was asked and by unit; `unit_of` each counter."""
    sums = Counter[tuple[Question, int, int, str]]()
    for cell in cells:
        if cell.instrument not in CAUSE_STREAMS or cell.value > 0:
            sums[cell.question, cell.counter_id, cell.service_id, cell.span] += cell.times
    found: dict[Question, dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for (question, counter, service, span), n in sums.items():
        found[question][unit_of[counter]].append(_Count(counter, service, level_of(span), n))
    return found


def _shut(top: int, here: Measure, tree: Tree, counts: Counts) -> ShutFigures:
    below, found = _below(tree), defaultdict[Place, set[Question]](set)
    for question, rows in counts.items():
        needed = needed_of(question, here.surveys, here.enough)
        for place in shut(_branch(top, below, rows), needed) if needed else ():
            found[place].add(question)
    return {place: frozenset(questions) for place, questions in found.items()}


def _below(above: Tree) -> Mapping[int | None, list[int]]:
    """Unit -> the units right below it, of what is above each."""
    below: dict[int | None, list[int]] = defaultdict(list)
    for unit_id, parent in sorted(above.items()):
        below[parent].append(unit_id)
    return below


def _counts(store: Store, here: Measure, unit_ids: list[int]) -> Counts:
    """How many answers were released: by what was asked and by unit."""
    place = (counters.c.unit_id, tallies.c.counter_id, tallies.c.service_id, tallies.c.span)
    asked = (tallies.c.instrument, tallies.c.kind, tallies.c.element)
    query = (
        select(*asked, *place, func.sum(tallies.c.count))
        .join(counters, counters.c.id == tallies.c.counter_id)
        .where(counters.c.unit_id.in_(unit_ids), tallies.c.count > 0)
        .where(tallies.c.span.in_(spans(here.quarter, "unit")))
        .where((tallies.c.instrument != CAUSES) | (tallies.c.value > 0))
        .group_by(*asked, *place)
    )
    found: dict[Question, dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for asked_by, kind, element, unit_id, counter, service, span, n in store.execute(query):
        question = stream(asked_by, kind), element
        found[question][unit_id].append(_Count(counter, service, level_of(span), int(n)))
    return found


def _branch(
    unit_id: int, below: Mapping[int | None, list[int]], rows: Mapping[int, list[_Count]]
) -> Branch:
    """The unit with all below it."""
    cells: dict[tuple[int, int], int] = defaultdict(int)
    rests: dict[int, int] = defaultdict(int)
    rest = 0
    for row in rows.get(unit_id, ()):
        if row.level == "counter":
            cells[row.counter_id, row.service_id] += row.n
        elif row.level == "service":
            rests[row.service_id] += row.n
        else:
            rest += row.n
    under = [_branch(one, below, rows) for one in below.get(unit_id, ()) if one != unit_id]
    return Branch(unit_id, cells, rests, rest, under)
