"""What a table says about a survey: every respondent's answers, or only the means of elements."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.imports.reading.tables import Row, UnusableError
from models.instruments import ANSWERS, Instrument
from models.scores import Tallies, tallied

TITLE_ROWS = 20
"""A header stands within so many rows: offices put a title and an address above it."""

KEY_COLUMNS = ("key", "unsur")
MEAN_COLUMNS = ("mean", "nrr")


@dataclass(frozen=True, slots=True)
class Excluded:
    """A cell that is no answer from 1 to 4: its row and column as in the file, and what it says."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Answers:
    """`respondents` gave at least one valid answer; blanks are in no tally and not excluded."""

    respondents: int
    tallies: Tallies
    excluded: tuple[Excluded, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """The mean of every element, 1 to 4; nobody knows of how many people."""

    means: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Column:
    """Where an element's answers stand, and what the file calls it."""

    place: int
    name: str
    element: str


def read(table: Sequence[Row], instrument: Instrument) -> Answers | Means:
    """The answers or the means in a table with a header.

    A column is an element's by its key or its number (U1, u2, ...) in the instrument's order;
    other columns are ignored. A sheet of means has the columns key (or unsur) and mean (or nrr).
    Raises UnusableError when there is no header, an element is missing or there twice, or nobody
    answered an element.
    """
    header = max(table[:TITLE_ROWS], key=lambda row: len(_columns(row, instrument)))
    if len(_columns(header, instrument)) > 1:
        return _answers(table, header, instrument)
    for row in table[:TITLE_ROWS]:
        names = [cell.casefold() for cell in row.cells]
        if _any_of(KEY_COLUMNS, names) and _any_of(MEAN_COLUMNS, names):
            return _means(table, row, instrument)
    raise UnusableError("skm-no-columns", keys=", ".join(instrument.elements))


def _any_of(wanted: Iterable[str], names: Sequence[str]) -> bool:
    return any(name in names for name in wanted)


def _columns(header: Row, instrument: Instrument) -> list[Column]:
    named = ((place, name, _element(name, instrument)) for place, name in enumerate(header.cells))
    return [Column(place, name, element) for place, name, element in named if element]


def _element(name: str, instrument: Instrument) -> str | None:
    """The element a person means by its key or by U and its printed number."""
    key = name.casefold()
    numbered = re.fullmatch(r"u\s?0?([1-9][0-9]?)", key)
    if numbered and int(numbered[1]) <= len(instrument.elements):
        return instrument.elements[int(numbered[1]) - 1]
    return key if key in instrument.elements else None


def _answers(table: Sequence[Row], header: Row, instrument: Instrument) -> Answers:
    columns = _columns(header, instrument)
    _refuse_twice([(column.element, column.name) for column in columns])
    _refuse_missing({column.element for column in columns}, "skm-missing-columns", instrument)
    given: list[tuple[str, int]] = []
    excluded: list[Excluded] = []
    respondents = 0
    for row in table:
        if row.number > header.number:
            valid, invalid = _answered(row, columns)
            given += valid
            excluded += invalid
            respondents += bool(valid)
    _refuse_missing({element for element, _ in given}, "skm-unanswered", instrument)
    return Answers(respondents, tallied(given), tuple(excluded))


def _answered(row: Row, columns: Iterable[Column]) -> tuple[list[tuple[str, int]], list[Excluded]]:
    valid: list[tuple[str, int]] = []
    invalid: list[Excluded] = []
    for column in columns:
        written = row.cells[column.place] if column.place < len(row.cells) else ""
        value = number(written)
        if value is not None and value in ANSWERS:
            valid.append((column.element, int(value)))
        elif written:
            invalid.append(Excluded(row.number, column.name, written))
    return valid, invalid


def _means(table: Sequence[Row], header: Row, instrument: Instrument) -> Means:
    found = [
        (element, key, mean, row.number)
        for row, key, mean in _pairs(table, header)
        if mean and (element := _element(key, instrument))
    ]
    _refuse_twice([(element, key) for element, key, _, _ in found])
    _refuse_missing({element for element, *_ in found}, "skm-missing-means", instrument)
    means: dict[str, Fraction] = {}
    for element, key, written, place in found:
        value = number(written)
        if value is None or not ANSWERS[0] <= value <= ANSWERS[-1]:
            raise UnusableError("skm-no-mean", row=str(place), key=key, value=legible(written))
        means[element] = value
    return Means(means)


def _pairs(table: Sequence[Row], header: Row) -> Iterator[tuple[Row, str, str]]:
    names = [cell.casefold() for cell in header.cells]
    key = next(names.index(name) for name in KEY_COLUMNS if name in names)
    mean = next(names.index(name) for name in MEAN_COLUMNS if name in names)
    for row in table:
        if row.number > header.number and max(key, mean) < len(row.cells):
            yield row, row.cells[key], row.cells[mean]


def legible(value: str) -> str:
    """A stranger's cell, short and harmless to a terminal."""
    short = value if len(value) <= 24 else value[:23] + "…"
    return "".join(sign if sign.isprintable() else "?" for sign in short)


def number(written: str) -> Fraction | None:
    """A number with a decimal point or a decimal comma; None for anything else."""
    if re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,30})?", written):
        return Fraction(written.replace(",", "."))
    return None


def _refuse_twice(named: Sequence[tuple[str, str]]) -> None:
    first: dict[str, str] = {}
    for element, name in named:
        if element in first:
            raise UnusableError("skm-twice", first=first[element], second=name, key=element)
        first[element] = name


def _refuse_missing(present: set[str], sentence: str, instrument: Instrument) -> None:
    missing = [key for key in instrument.elements if key not in present]
    if len(missing) == len(instrument.elements) and sentence == "skm-unanswered":
        raise UnusableError("skm-no-answers")
    if missing:
        raise UnusableError(sentence, keys=", ".join(missing), count=len(missing))
