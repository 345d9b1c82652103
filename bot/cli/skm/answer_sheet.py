"""What a table says about a survey: every respondent's answers, or only the means of elements."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.cli.skm.answer_words import answer, is_letter, number, spaced
from bot.cli.skm.headings import BEYOND, Elements
from bot.imports.reading.frame import TITLE_ROWS, Header, header_of, is_numbers, is_sum
from bot.imports.reading.tables import Row, SheetTable, UnusableError
from models.instruments import ANSWERS, Instrument
from models.scores import Tallies, tallied

FEWEST = 3
"""Headings of fewer elements are no header: a row of a table of means names one, too."""
KEYS = ("key", "unsur", "indikator", "aspek", "komponen", "uraian", "ruang lingkup")
MEANS = ("mean", "nrr", "rata rata", "rerata", "average")
SCORES = ("nilai", "skor", "nilai unsur", "nilai per unsur")
"""What the means are called where no column is called better: all from 1 to 4, else refused."""
NO_MEANS = ("tertimbang", "bobot", "ikm", "konversi")
SUMS = re.compile(
    r"(?:jumlah|total|rata|rerata|mean|average|nrr|nilai|ikm|bobot|skm|mutu|indeks|konversi|sum)\b",
    re.IGNORECASE,
)
"""How the first words of a row begin that is nobody's answers."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """A cell that is no answer from 1 to 4: its row and column as in the file, and what it says."""

    row: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no respondent's, by its number and what it begins with."""

    row: int
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """Where an element's answers stand, and what the file calls it."""

    place: int
    name: str
    element: str
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """`respondents` gave at least one valid answer; blanks are in no tally and not excluded.

    `columns` are those that were read, `unread` the headings of the others.
    """

    respondents: int
    tallies: Tallies
    excluded: tuple[Excluded, ...]
    skipped: tuple[SkippedRow, ...]
    columns: tuple[Column, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """The mean of every element, 1 to 4; nobody knows of how many people."""

    means: Mapping[str, Fraction]


def read(table: Sequence[Row], instrument: Instrument) -> Answers | Means:
    """The answers or the means in a table with a header.

    A column is an element's by its name, in full or in short, or by its number (U1, u2, ...) in
    the instrument's order; a name goes before a number. Rows of column numbers, sums and means
    around the answers are skipped. A sheet of means has a column of elements and one of means.
    Raises UnusableError when there is no header, an element is missing or there twice, nobody
    answered an element, or the sheet has more elements or another scale than the survey.
    """
    header = header_of([SheetTable(list(table))], Elements(instrument))
    if header and len(header.columns) >= FEWEST:
        return _answers(header, instrument)
    for row in table[:TITLE_ROWS]:
        names = [spaced(cell) for cell in row.cells]
        key, mean = _place_of(names, KEYS, ()), _place_of(names, MEANS, NO_MEANS)
        if mean is None:
            mean = next((place for place, name in enumerate(names) if name in SCORES), None)
        if key is not None and mean is not None:
            return _means([one for one in table if one.number > row.number], key, mean, instrument)
    if header and len(header.columns) > 1:
        return _answers(header, instrument)
    keys, parts = ", ".join(instrument.elements), len(instrument.elements)
    raise UnusableError("skm-no-columns", keys=keys, parts=parts)


def _answers(header: Header, instrument: Instrument) -> Answers:
    below = header.table.rows[header.last + 1 :]
    columns = _columns(below, header, instrument)
    skipped = _skipped(below, columns)
    rows = [row for row in below if row.number not in {one.row for one in skipped}]
    columns = [_with_letters(column, rows) for column in columns]
    _refuse_more(rows, header, instrument)
    _refuse_twice([(column.element, column.name) for column in columns])
    _refuse_missing({column.element for column in columns}, "skm-missing-columns", instrument)
    _refuse_scale(rows, columns, instrument)
    given: list[tuple[str, int]] = []
    excluded: list[Excluded] = []
    respondents = 0
    for row in rows:
        valid, invalid = _answered(row, columns, instrument)
        given += valid
        excluded += invalid
        respondents += bool(valid)
    _refuse_missing({element for element, _ in given}, "skm-unanswered", instrument)
    unread = _unread(header, columns)
    return Answers(
        respondents, tallied(given), tuple(excluded), skipped, tuple(columns), unread
    )


def _columns(rows: Sequence[Row], header: Header, instrument: Instrument) -> list[Column]:
    """The columns of elements; of two of one element, one without any answer does not count."""
    found = [
        Column(place, header.titles[place], one.column)
        for place, one in enumerate(header.meanings)
        if one.column
    ]
    often = Counter(column.element for column in found)
    return [one for one in found if often[one.element] == 1 or _has_answers(rows, one, instrument)]


def _has_answers(rows: Iterable[Row], column: Column, instrument: Instrument) -> bool:
    return any(answer(_cell(row, column.place), column.element, instrument) for row in rows)


def _with_letters(column: Column, rows: Iterable[Row]) -> Column:
    filled = [cell for row in rows if (cell := _cell(row, column.place))]
    lettered = bool(filled) and all(map(is_letter, filled))
    return Column(column.place, column.name, column.element, lettered)


def _unread(header: Header, columns: Iterable[Column]) -> tuple[str, ...]:
    taken = {column.place for column in columns}
    return tuple(name for n, name in enumerate(header.titles) if name and n not in taken)


def _skipped(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[SkippedRow, ...]:
    places = {column.place for column in columns}
    return tuple(
        SkippedRow(row.number, next(filter(None, row.cells)))
        for n, row in enumerate(rows)
        if (n < 2 and _is_numbering(row, columns))
        or any(is_sum([cell], SUMS) for at, cell in enumerate(row.cells) if at not in places)
        or _adds_up(row, rows[:n], columns)
    )


def _is_numbering(row: Row, columns: Sequence[Column]) -> bool:
    """Whether the row numbers the columns, which are more than answers can count."""
    filled = all(_cell(row, column.place) for column in columns)
    return filled and len(columns) > ANSWERS[-1] and is_numbers(row, len(columns))


def _adds_up(row: Row, above: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Whether a row without a label has the sums or the means of what stands above it."""
    places = {column.place for column in columns}
    if not above or _beside(row, places) or not _beside(above[-1], places):
        return False
    return all(_sums_up(row, above, place) for place in places)


def _sums_up(row: Row, above: Sequence[Row], place: int) -> bool:
    value = number(_cell(row, place))
    given = [one for row in above if (one := number(_cell(row, place)))]
    if value is None or not given:
        return False
    mean = sum(given, Fraction(0)) / len(given)
    return value == sum(given) or abs(value - mean) < Fraction(6, 1000)


def _beside(row: Row, places: set[int]) -> bool:
    return any(cell for place, cell in enumerate(row.cells) if place not in places)


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _answered(
    row: Row, columns: Iterable[Column], instrument: Instrument
) -> tuple[list[tuple[str, int]], list[Excluded]]:
    valid: list[tuple[str, int]] = []
    invalid: list[Excluded] = []
    for column in columns:
        written = _cell(row, column.place)
        value = answer(written, column.element, instrument, lettered=column.lettered)
        if value is not None:
            valid.append((column.element, value))
        elif written:
            invalid.append(Excluded(row.number, column.name, written))
    return valid, invalid


def _place_of(names: Sequence[str], wanted: Sequence[str], without: Sequence[str]) -> int | None:
    """Where the heading stands that is, or else begins with or has, one of these words."""
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for place, name in enumerate(names):
            if any(fits(name, one) for one in wanted) and not any(one in name for one in without):
                return place
    return None


def _means(rows: Sequence[Row], key: int, mean: int, instrument: Instrument) -> Means:
    found = [
        (element, name, written, row.number)
        for row in rows
        if (written := _cell(row, mean)) and (called := _called(row, key, instrument))
        for element, name in [called]
    ]
    _refuse_twice([(element, name) for element, name, _, _ in found])
    _refuse_missing({element for element, *_ in found}, "skm-missing-means", instrument)
    means: dict[str, Fraction] = {}
    for element, name, written, place in found:
        value = number(written)
        if value is None or not ANSWERS[0] <= value <= ANSWERS[-1]:
            raise UnusableError("skm-no-mean", row=str(place), key=name, value=legible(written))
        means[element] = value
    return Means(means)


def _called(row: Row, key: int, instrument: Instrument) -> tuple[str, str] | None:
    """The element of a row and what it is called there: by its name, or by a number before it."""
    elements = Elements(instrument)
    for name in (_cell(row, key), *row.cells[:key]):
        if element := elements.meaning(name).column:
            return element, name
    return None


def called(instrument: Instrument) -> str:
    """The name that an office gave its survey, else the key."""
    return instrument.name or instrument.key


def legible(value: str, most: int = 24) -> str:
    """A stranger's cell, short and harmless to a terminal."""
    short = value if len(value) <= most else value[: most - 1] + "…"
    return "".join(sign if sign.isprintable() else "?" for sign in short)


def _refuse_more(rows: Sequence[Row], header: Header, instrument: Instrument) -> None:
    """A sheet of fourteen elements scored by its first nine would be another survey's figure."""
    more = [
        header.titles[place]
        for place, one in enumerate(header.meanings)
        if one == BEYOND and any(answer(_cell(row, place), "", instrument) for row in rows)
    ]
    if more:
        names = ", ".join(map(legible, more))
        raise UnusableError(
            "skm-more-elements",
            columns=names,
            parts=len(instrument.elements),
            survey=called(instrument),
        )


def _refuse_scale(
    rows: Sequence[Row], columns: Sequence[Column], instrument: Instrument
) -> None:
    """Answers from 1 to 5 or 1 to 10 without those above 4 would be a figure of nothing."""
    beyond = [
        (row.number, column.place, value)
        for row in rows
        for column in columns
        if (value := number(_cell(row, column.place))) is not None
        and ANSWERS[-1] < value <= 100
        and value.denominator == 1
    ]
    in_rows, in_columns = {row for row, _, _ in beyond}, {place for _, place, _ in beyond}
    if len(in_rows) > 1 and len(in_rows) * 5 >= len(rows) and len(in_columns) * 2 >= len(columns):
        most = int(max(value for *_, value in beyond))
        raise UnusableError("skm-scale", most=most, survey=called(instrument))


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
