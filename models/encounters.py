"""What citizens say of the people at the counters, not of the office. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from models.figures import ENOUGH, Cells, figures
from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import DAILY
from models.scores import DailyIndex, Element, Ikm, NotEnough

Product: TypeAlias = Literal["official", "daily"]
CITIZEN_ELEMENTS = ("kompetensi", "perilaku")


@dataclass(frozen=True)
class Encounters:
    """Competence and conduct at some counters, both of one product: never mixed."""

    product: Product = "daily"
    elements: Mapping[str, Element | NotEnough] = field(default_factory=dict)


def encounters(cells: Cells, quarter: Quarter, *, enough: int = ENOUGH) -> Encounters:
    """The two elements out of the cells of the counters that somebody served in the quarter.

    Those of the official SKM where it has a figure; else those of the daily index; where that has
    too few answers as well, those of the product that lacks the fewest.
    """
    survey = instrument()
    found = figures(cells, survey, quarter, enough=enough)
    if isinstance(found.official, Ikm):
        known = {e.key: e for e in found.official.elements if e.key in CITIZEN_ELEMENTS}
        return Encounters("official", known)
    if isinstance(found.daily, DailyIndex):
        few = {key: found.daily.elements[key] for key in CITIZEN_ELEMENTS}
        if all(isinstance(element, Element) for element in few.values()):
            return Encounters("daily", few)
    lacking = {
        "official": _lacking(cells, survey.key, enough),
        "daily": _lacking(cells, DAILY, enough),
    }
    product: Product = "official" if _n(lacking["official"]) > _n(lacking["daily"]) else "daily"
    return Encounters(product, lacking[product])


def _lacking(cells: Cells, kind: str, enough: int) -> Mapping[str, NotEnough]:
    sheets = cells.get(kind, {})
    return {key: NotEnough(sum(sheets.get(key, {}).values()), enough) for key in CITIZEN_ELEMENTS}


def _n(elements: Mapping[str, NotEnough]) -> int:
    return min(element.n for element in elements.values())
