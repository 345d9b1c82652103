"""What was released of a quarter in a scope, as the figures that somebody may read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from handlers.supervisor.scope import LEVEL, FigureScope, What
from models.disclosure import Place
from models.figures import Figures, Question, cells_of
from models.people import Person
from models.release import quarter_key, spans
from models.rights import units_read
from models.services import Unit
from models.store import Store
from models.store.office.unit_tree import parents as tree_below
from models.store.ratings import tallies
from models.store.ratings.shut import ShutFigures, counted, shut_figures
from models.store.ratings.tallies import Cell
from models.store.rules.measures import Measure


@dataclass(frozen=True)
class Released:
    """The cells of a quarter, also those released further up; `shut` is what stays so."""

    scope: FigureScope
    here: Measure
    cells: Sequence[Cell]
    shut: ShutFigures

    @property
    def is_there(self) -> bool:
        """Whether anything was released that the scope adds up."""
        there = spans(self.here.quarter, self.scope.level)
        return any(cell.span in there for cell in self.cells)

    def whole(self) -> Figures:
        """The figures of the whole scope."""
        scope, here = self.scope, self.here
        there = spans(here.quarter, scope.level)
        cells = cells_of(cell.answer for cell in self.cells if cell.span in there)
        shut = self.shut.get(Place(scope.what, scope.number), ())
        return here.figures(cells, population=scope.population, shut=shut)

    def part(self, what: What, number: int) -> Figures:
        """The figures of one service or one counter of the scope."""
        there = spans(self.here.quarter, LEVEL[what])
        cells = cells_of(
            cell.answer
            for cell in self.cells
            if cell.span in there
            and number == (cell.service_id if what == "s" else cell.counter_id)
        )
        return self.here.figures(cells, shut=self.shut.get(Place(what, number), ()))

    def below(self, unit_id: int, counters: Collection[int]) -> Figures:
        """The figures of a unit below the scope's, with these counters in it and below it."""
        there = spans(self.here.quarter, LEVEL["u"])
        cells = cells_of(
            cell.answer
            for cell in self.cells
            if cell.span in there and cell.counter_id in counters
        )
        return self.here.figures(cells, shut=self.shut.get(Place("u", unit_id), ()))

    def further_up(self) -> Mapping[Question, int]:
        """How many answers were released only in figures of more than this."""
        there = spans(self.here.quarter, self.scope.level)
        found: Counter[Question] = Counter()
        for cell in self.cells:
            if cell.span not in there:
                found[cell.instrument, cell.element] += cell.times
        return found


def top_of(person: Person, lineage: Sequence[Unit]) -> int:
    """The highest of these units (the nearest first) whose figures the person may read."""
    read = units_read(person)
    return next((unit.id for unit in reversed(lineage) if unit.id in read), lineage[0].id)


def released(
    store: Store, scope: FigureScope, *several: Measure, top: int
) -> list[Released]:
    """What was released of a scope in some quarters, each in the tree of its last day.

    What stays shut follows from all that may be read beside it: from `top` down (`top_of`). Where
    that is the scope itself, what was counted there is read once for both.
    """
    quarters = [here.quarter for here in several]
    cells = tallies.tallied(
        store, scope.counter_ids, quarters, level="unit", service_id=scope.service_id
    )
    of_quarter: dict[str, list[Cell]] = {quarter.key: [] for quarter in quarters}
    for cell in cells:
        of_quarter[quarter_key(cell.span)].append(cell)
    return [
        Released(scope, here, mine, _shut(store, scope, here, mine, top))
        for here, mine in ((one, of_quarter[one.quarter.key]) for one in several)
    ]


def _shut(
    store: Store, scope: FigureScope, here: Measure, cells: Sequence[Cell], top: int
) -> ShutFigures:
    tree, known = tree_below(store, top, here.quarter.last_day), None
    if scope.what == "u" and scope.number == top and set(tree) == set(scope.unit_ids):
        known = counted(cells, {one.id: one.unit.id for one in scope.counters})
    return shut_figures(store, top, here, tree, known)
