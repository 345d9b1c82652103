"""Surveys as data: which elements are asked, how they are numbered, what the scores are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads
from types import MappingProxyType
from typing import Any

ANSWERS = range(1, 5)
"""What may be answered to any element: 1 (worst) to 4 (best) (PermenPANRB 14/2017)."""


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of scores: `key` leads to its text, `floor` is the lowest score in it."""

    key: str
    letter: str
    floor: Decimal


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an element was rated low. `number` is what tallies count by and never changes."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class Wording:
    """An office's own words for an element: its name, a short one, what is asked, four answers."""

    name: str
    short: str
    question: str
    answers: tuple[str, str, str, str]


NO_WORDS: Mapping[str, Wording] = MappingProxyType({})
NO_CAUSES: Mapping[str, tuple[Cause, ...]] = MappingProxyType({})
EQUAL: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of a survey. `elements` are keys in printed order.

    `parts` says how much each element weighs beside the others; one that is not there weighs 1.
    `words` are those of elements that an office asks in its own, `name` what it calls the whole.
    """

    key: str
    version: int
    elements: tuple[str, ...]
    bands: tuple[Band, ...]
    causes: Mapping[str, tuple[Cause, ...]] = field(hash=False)
    parts: Mapping[str, int] = field(default_factory=lambda: EQUAL, hash=False)
    words: Mapping[str, Wording] = field(default_factory=lambda: NO_WORDS, hash=False)
    name: str = ""

    def band(self, score: Decimal) -> Band:
        """The band of a score from 0 to 100 that has already been rounded to two decimals."""
        return next(band for band in self.bands if score >= band.floor)

    def number(self, element: str) -> int:
        """The printed number of an element, from 1. ValueError when it is not in the survey."""
        return self.elements.index(element) + 1

    def share(self, element: str) -> Fraction:
        """What of the whole the element weighs: a ninth of nine equal ones."""
        whole = sum(self.parts.get(key, 1) for key in self.elements)
        return Fraction(self.parts.get(element, 1), whole)


@lru_cache
def instrument(key: str = "skm-2017", *, numbering: str | None = None) -> Instrument:
    """The survey with this key, its elements in the order of `numbering` (default: its first).

    Raises ValueError for a numbering that the survey does not have.
    """
    survey = _survey(key)
    order = numbering or next(iter(survey["numberings"]))
    if order not in survey["numberings"]:
        raise ValueError(f"{key} has the numberings {', '.join(numberings(key))}, not {order}")
    return Instrument(
        key=survey["key"],
        version=survey["version"],
        elements=tuple(survey["numberings"][order]),
        bands=bands_of(survey["bands"]),
        causes=_causes(survey["causes"]),
    )


def numberings(key: str = "skm-2017") -> tuple[str, ...]:
    """The names of the orders in which this survey is printed, the default first."""
    return tuple(_survey(key)["numberings"])


def called(key: str = "skm-2017") -> Mapping[str, Sequence[str]]:
    """The words by which offices call each element above a column, in small letters."""
    return MappingProxyType(_survey(key)["called"])


def answered(key: str = "skm-2017") -> Mapping[str, Sequence[str]]:
    """Of the elements whose official answers have words of their own, these from 1 to 4."""
    return MappingProxyType(_survey(key)["answered"])


def bands_of(rows: list[dict[str, Any]]) -> tuple[Band, ...]:
    """The bands as they are written, from the best down; ValueError in any other order."""
    bands = tuple(Band(row["key"], row["letter"], Decimal(row["floor"])) for row in rows)
    if any(upper.floor <= lower.floor for upper, lower in pairwise(bands)):
        raise ValueError("bands run from the best down")
    return bands


def bands_at(floors: Mapping[str, str] | None) -> tuple[Band, ...]:
    """The four bands at these floors (by key), or at those of the official survey."""
    bands = instrument().bands
    return tuple(replace(b, floor=Decimal(floors[b.key])) for b in bands) if floors else bands


@lru_cache
def _survey(key: str) -> dict[str, Any]:
    source = files("models").joinpath(f"{key.replace('-', '_')}.toml")
    return loads(source.read_text("utf-8"), parse_float=Decimal)


def _causes(tables: dict[str, dict[str, int]]) -> Mapping[str, tuple[Cause, ...]]:
    return MappingProxyType(
        {
            element: tuple(Cause(key, number) for key, number in numbers.items())
            for element, numbers in tables.items()
        }
    )
