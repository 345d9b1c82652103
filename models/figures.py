"""The figures of one scope (a unit, a service, a counter) for one quarter, out of its tallies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from models.instruments import Instrument, instrument
from models.quarter import Quarter
from models.ratings import CAUSES, DAILY
from models.scores import DailyIndex, Element, Ikm, NotEnough, daily_index, ikm

ENOUGH = 30
"""Fewer answers than this are shown as 'not enough yet', never as a score."""
CAUSES_ENOUGH = 5
"""Fewer mentions than this are not named: one angry citizen is not a finding."""
WORDS_ENOUGH = 5
"""Fewer texts than this are not shown: they would point at somebody."""

Cells = Mapping[str, Mapping[str, Mapping[int, int]]]
"""Instrument -> element -> value -> count."""


@dataclass(frozen=True)
class Enough:
    """How many answers a quarter needs before they are shown: as a figure, as an element's score,
    as the cause named most, as what people wrote."""

    scores: int = ENOUGH
    elements: int = ENOUGH
    causes: int = CAUSES_ENOUGH
    words: int = WORDS_ENOUGH


AS_EVER = Enough()


@dataclass(frozen=True)
class Figures:
    """Both products of one quarter, never mixed: the official SKM and the daily index."""

    quarter: Quarter
    official: Ikm | NotEnough
    daily: DailyIndex | NotEnough
    causes: Mapping[str, Mapping[int, int]]
    survey: Instrument = field(default_factory=instrument)
    enough: Enough = AS_EVER

    @property
    def elements(self) -> tuple[Element | NotEnough, ...]:
        """The nine elements of the official figure, or, where there is none, of the daily one;
        nothing where not one of them has enough answers."""
        found: tuple[Element | NotEnough, ...] = ()
        if isinstance(self.official, Ikm):
            found = self.official.elements
        elif isinstance(self.daily, DailyIndex):
            found = tuple(self.daily.elements.values())
        return found if any(isinstance(element, Element) for element in found) else ()

    @property
    def lowest(self) -> tuple[Element, ...]:
        """The three lowest elements that have enough answers, the lowest first."""
        scored = [element for element in self.elements if isinstance(element, Element)]
        return tuple(sorted(scored, key=lambda element: element.mean)[:3])

    def cause_of(self, element: str) -> tuple[int, int, int] | None:
        """The cause named most for an element: (its number, how often, of how many).

        None where too few have named one.
        """
        named = {n: count for n, count in self.causes.get(element, {}).items() if n}
        total = sum(named.values())
        if total < self.enough.causes:
            return None
        number = max(named, key=lambda n: (named[n], -n))
        return number, named[number], total


def figures(
    cells: Cells,
    survey: Instrument,
    quarter: Quarter,
    *,
    population: int | None = None,
    enough: Enough = AS_EVER,
) -> Figures:
    """The figures behind these cells; `population` (people served) sets the sample target."""
    sheets = cells.get(survey.key, {})
    respondents = min((sum(sheets.get(e, {}).values()) for e in survey.elements), default=0)
    return Figures(
        quarter=quarter,
        official=ikm(
            sheets, survey, respondents=respondents, minimum=enough.scores, population=population
        ),
        daily=daily_index(
            cells.get(DAILY, {}),
            survey,
            minimum=enough.scores,
            element_minimum=enough.elements,
        ),
        causes=cells.get(CAUSES, {}),
        survey=survey,
        enough=enough,
    )


def cells_of(rows: Iterable[tuple[str, str, int, int]]) -> Cells:
    """Rows of (instrument, element, value, count) as cells; equal cells add up."""
    cells: dict[str, dict[str, dict[int, int]]] = {}
    for kind, element, value, count in rows:
        counts = cells.setdefault(kind, {}).setdefault(element, {})
        counts[value] = counts.get(value, 0) + count
    return cells
