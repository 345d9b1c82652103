"""The figures of one scope (a unit, a service, a counter) for one quarter, out of its tallies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from models.instruments import Instrument, instrument
from models.quarter import Quarter
from models.ratings import CAUSE_STREAMS
from models.scores import (
    OVERALL,
    DailyIndex,
    Element,
    Ikm,
    NotEnough,
    Tallies,
    daily_index,
    ikm,
)

ENOUGH = 30
"""Fewer answers than this are shown as 'not enough yet', never as a score."""
CAUSES_ENOUGH = 5
"""Fewer mentions than this are not named: one angry citizen is not a finding."""
WORDS_ENOUGH = 5
"""Fewer texts than this are not shown: they would point at somebody."""

WORK_ENOUGH = 5
"""Fewer decisions or days than this are no score: two that went well are not a hundred."""

Cells = Mapping[str, Mapping[str, Mapping[int, int]]]
"""Instrument -> element -> value -> count."""
Question: TypeAlias = tuple[str, str]
"""What is answered: an instrument and one of its elements."""
Daily: TypeAlias = Literal["daily", "verified", "assisted"]
"""The daily index of open ratings, of verified ones, of assisted ones: named like their streams."""
Own: TypeAlias = Literal["own", "own2", "own3"]
"""The surveys that an office may ask beside the official one, each in a place of its own."""
Product: TypeAlias = Literal["official", Own, Daily]
OWNS: tuple[Own, ...] = get_args(Own)
NO_OWN: Mapping[Own, Instrument] = MappingProxyType({})
DAILIES: tuple[Daily, ...] = ("daily", "verified", "assisted")
CAUSES_OF: Mapping[Daily, str] = MappingProxyType(
    dict(zip(DAILIES, CAUSE_STREAMS, strict=True))
)
"""In which stream those who gave these ratings named causes."""


@dataclass(frozen=True)
class Enough:
    """How many answers a quarter needs before they are shown: as a figure, as an element's score,
    as the cause named most, as what people wrote; and how many decisions or days of work."""

    scores: int = ENOUGH
    elements: int = ENOUGH
    causes: int = CAUSES_ENOUGH
    words: int = WORDS_ENOUGH
    work: int = WORK_ENOUGH


AS_EVER = Enough()


@dataclass(frozen=True)
class Figures:
    """The products of one quarter, never mixed: the official SKM, the office's own surveys where it
    has any, and the daily index of each kind of rating, with the causes, which only daily ratings
    name. `cells` is what they are made of."""

    quarter: Quarter
    official: Ikm | NotEnough
    dailies: Mapping[Daily, DailyIndex | NotEnough]
    causes: Mapping[Daily, Mapping[str, Mapping[int, int]]]
    survey: Instrument = field(default_factory=instrument)
    enough: Enough = AS_EVER
    cells: Cells = field(default_factory=dict)
    own: Mapping[Product, Ikm | NotEnough] = field(default_factory=dict)
    own_surveys: Mapping[Product, Instrument] = field(default_factory=dict)

    @property
    def daily(self) -> DailyIndex | NotEnough:
        """The index of open ratings."""
        return self.dailies["daily"]

    @property
    def leads(self) -> Daily:
        """Which daily index is told first: the verified one where it has enough, else the open."""
        return "verified" if isinstance(self.dailies["verified"], DailyIndex) else "daily"

    @property
    def beside(self) -> tuple[Daily, ...]:
        """The other daily indices of which there is anything to tell, in order."""
        others = (one for one in DAILIES if one != self.leads)
        return tuple(one for one in others if one == "daily" or self.dailies[one].n)

    def whole(self, product: Product) -> Ikm | DailyIndex | NotEnough | None:
        """The figure of a product; None where the office has no such survey of its own."""
        if product in DAILIES:
            return self.dailies[product]
        return self.official if product == "official" else self.own.get(product)

    def asked(self, product: Product) -> Instrument:
        """The survey whose elements the product is of."""
        return self.own_surveys.get(product, self.survey)

    def counts(self, product: Product, element: str) -> Mapping[int, int]:
        """How often each answer was given to an element of the product."""
        kind = product if product in DAILIES else self.asked(product).key
        return self.cells.get(kind, {}).get(element, {})

    def elements(self, product: Product) -> tuple[Element | NotEnough, ...]:
        """The elements of one product in printed order; none where not one has enough answers."""
        found: tuple[Element | NotEnough, ...] = ()
        whole = self.whole(product)
        if isinstance(whole, Ikm):
            found = whole.elements
        elif isinstance(whole, DailyIndex):
            found = tuple(whole.elements.values())
        return found if any(isinstance(element, Element) for element in found) else ()

    def lowest(self, product: Product) -> tuple[Element, ...]:
        """The three lowest elements of one product that have enough answers, the lowest first."""
        scored = [one for one in self.elements(product) if isinstance(one, Element)]
        return tuple(sorted(scored, key=lambda element: element.mean)[:3])

    def cause_of(self, element: str, product: Product) -> tuple[int, int, int] | None:
        """The cause named most for an element: (its number, how often, of how many).

        None where too few have named one, and of what is no daily index.
        """
        known = self.causes[product] if product in DAILIES else {}
        named = {n: count for n, count in known.get(element, {}).items() if n}
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
    own: Mapping[Own, Instrument] = NO_OWN,
    population: int | None = None,
    enough: Enough = AS_EVER,
    shut: Collection[Question] = (),
) -> Figures:
    """The figures behind these cells; `population` (people served) sets the sample target of the
    official survey: for no other is one prescribed.

    What is `shut` stays so, that what too few have said cannot be worked out (`models.disclosure`).
    """
    owned: dict[Product, Instrument] = dict(own.items())
    return Figures(
        quarter=quarter,
        official=_sheets(cells, survey, enough, shut, population),
        own={place: _sheets(cells, one, enough, shut) for place, one in owned.items()},
        own_surveys=owned,
        dailies={one: _daily(one, cells.get(one, {}), survey, enough, shut) for one in DAILIES},
        causes={one: _open_causes(cells, of, shut) for one, of in CAUSES_OF.items()},
        survey=survey,
        enough=enough,
        cells=cells,
    )


def needed_of(question: Question, surveys: Collection[str], enough: Enough) -> int | None:
    """How many answers a figure of this needs; None for what no figure of the surveys with these
    keys is made of."""
    kind, element = question
    if kind in CAUSE_STREAMS:
        return enough.causes
    if kind in DAILIES:
        return enough.scores if element == OVERALL else enough.elements
    return enough.scores if kind in surveys else None


def _sheets(
    cells: Cells,
    survey: Instrument,
    enough: Enough,
    shut: Collection[Question],
    population: int | None = None,
) -> Ikm | NotEnough:
    """The figure of those who answered the whole survey."""
    sheets = cells.get(survey.key, {})
    respondents = min((sum(sheets.get(e, {}).values()) for e in survey.elements), default=0)
    found = ikm(
        sheets, survey, respondents=respondents, minimum=enough.scores, population=population
    )
    if isinstance(found, Ikm) and any((survey.key, one) in shut for one in survey.elements):
        return NotEnough(respondents, enough.scores, shields=True)
    return found


def _open_causes(
    cells: Cells, of: str, shut: Collection[Question]
) -> Mapping[str, Mapping[int, int]]:
    return {key: named for key, named in cells.get(of, {}).items() if (of, key) not in shut}


def _daily(
    kind: Daily, taps: Tallies, survey: Instrument, enough: Enough, shut: Collection[Question]
) -> DailyIndex | NotEnough:
    found = daily_index(taps, survey, minimum=enough.scores, element_minimum=enough.elements)
    if isinstance(found, NotEnough):
        return found
    if (kind, OVERALL) in shut:
        return NotEnough(found.n, enough.scores, shields=True)
    elements = {
        key: NotEnough(one.n or 0, enough.elements, shields=True)
        if isinstance(one, Element) and (kind, key) in shut
        else one
        for key, one in found.elements.items()
    }
    return replace(found, elements=elements)


def cells_of(rows: Iterable[tuple[str, str, int, int]]) -> Cells:
    """Rows of (instrument, element, value, count) as cells; equal cells add up."""
    cells: dict[str, dict[str, dict[int, int]]] = {}
    for kind, element, value, count in rows:
        counts = cells.setdefault(kind, {}).setdefault(element, {})
        counts[value] = counts.get(value, 0) + count
    return cells
