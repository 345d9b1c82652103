"""Columns of days: each cell becomes its day, and what could be read in two ways is told.

In Indonesia the day comes first (03/04/2026 is the third of April); a table out of a spreadsheet
set to English has the month first, and one of its cells says so (12/31/2026).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.imports.reading.columns import Columns, is_nothing, short
from models.dates import Days, days_of
from models.letters import Fact, Text

SERIAL_ZERO = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
SERIALS = range(18_264, 109_575)
"""1950 to 2199, as a spreadsheet counts days."""
_SERIAL = re.compile(r"([0-9]{5,6})(?:[.,][0-9]{1,12})?")
_SLASHED = re.compile(r"([0-9]{1,2})[ ./-]+([0-9]{1,2})[ ./-]+([0-9]{4}|[0-9]{2})(?![0-9])")
UNTIL = re.compile(
    r"^ ?(?:s ?[./]? ?d\b\.?|(?:sampai(?: dengan)?|hingga|until|to)\b) ?", re.IGNORECASE
)
"""What stands before a last day in a column that says as much by its title."""
Cell = tuple[int, str]
"""Where it is: its row, and the name of its column."""


@dataclass
class DaysSettled:
    """The rows with each day written as 2026-12-31; `wrongs` are sentences with a row and a title,
    `told` the cells that they are about."""

    rows: list[tuple[int, dict[str, str]]]
    notes: list[Text] = field(default_factory=list)
    wrongs: list[tuple[Text, int, str]] = field(default_factory=list)
    told: set[Cell] = field(default_factory=set)


def settled_days(
    rows: Sequence[tuple[int, dict[str, str]]], columns: Columns, today: date | None
) -> DaysSettled:
    """Read the days of a table; a cell that is none stays as it is."""
    names = [name for name, column in columns.columns.items() if column.day]
    cells = {(n, name): row[name] for n, row in rows for name in names if row.get(name)}
    cells = {at: cell for at, cell in cells.items() if not is_nothing(cell)}
    made = DaysSettled([(number, dict(row)) for number, row in rows])
    swapped = _order(cells, columns, made)
    serials, guessed = list[str](), list[str]()
    for number, row in made.rows:
        for name in names:
            cell = cells.get((number, name), "")
            if not cell or (number, name) in made.told:
                continue
            is_serial = (found := _serial(cell)) is not None
            if columns.columns[name].day == "last":
                cell = UNTIL.sub("", cell)
            if found is not None:
                cell = found.isoformat()
            elif (number, name) in swapped:
                cell = _turned(cell)
            days = days_of(cell, today)
            if days is not None and _fits(row, name, columns, days):
                serials += [f"{cells[number, name]} → {_words(days.first)}"] if is_serial else []
                guessed += [f"{short(cell)} → {days.last.year}"] if days.guessed else []
    for text, found_ones in (("sheet-read-serials", serials), ("sheet-read-years", guessed)):
        if found_ones:
            some = dict.fromkeys(found_ones)
            said: Mapping[str, Fact] = {"days": "; ".join(list(some)[:3]), "count": len(found_ones)}
            made.notes.append(Text(text, said))
    return made


def is_range(cell: str) -> bool:
    """Whether it says from when to when."""
    days = days_of(cell, SERIAL_ZERO)
    return days is not None and days.first != days.last


def _fits(row: dict[str, str], name: str, columns: Columns, days: Days) -> bool:
    """Put the days into the row, where there is room for both."""
    edge, first, last, whole = columns.columns[name].day, days.first, days.last, days.whole
    single = first == last
    if edge == "last":
        if not (single or whole):
            return False
        row[name] = last.isoformat()
        return True
    spans = not single and (not whole or edge == "span")
    if spans:
        if "last" not in columns.columns or name != "first":
            return False
        if row.get("last") and not is_nothing(row["last"]):
            return whole and _put(row, name, first)
        row["last"] = last.isoformat()
    return _put(row, name, first)


def _put(row: dict[str, str], name: str, day: date) -> bool:
    row[name] = day.isoformat()
    return True


def _serial(cell: str) -> date | None:
    found = _SERIAL.fullmatch(cell)
    number = int(found[1]) if found else 0
    return SERIAL_ZERO + timedelta(days=number) if number in SERIALS else None


def _words(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _order(cells: Mapping[Cell, str], columns: Columns, made: DaysSettled) -> set[Cell]:
    """The cells in which the month comes first; says how the others were read, or asks."""
    kinds: dict[str, dict[Cell, str]] = {"day": {}, "month": {}, "either": {}}
    for at, cell in cells.items():
        for kind in _kinds(cell):
            kinds[kind][at] = cell
    months, either = kinds["month"], kinds["either"]
    if months and either:
        _ask(months, either, columns, made)
    elif months:
        first = next(iter(months.values()))
        facts: dict[str, Fact] = {"value": short(first), "day": _turned(first)}
        made.notes.append(Text("sheet-read-month-first", facts))
    elif either:
        first = next(iter(either.values()))
        days = days_of(first)
        if days is not None:
            facts = {"value": short(first), "day": days.first}
            made.notes.append(Text("sheet-read-day-first", facts))
    return set(months)


def _ask(
    months: Mapping[Cell, str], either: Mapping[Cell, str], columns: Columns, made: DaysSettled
) -> None:
    """One sentence for each column with a day that could be read in two ways."""
    proof = short(next(iter(months.values())))
    for name in dict.fromkeys(name for _, name in either):
        mine = {at: cell for at, cell in either.items() if at[1] == name}
        (row, _), cell = next(iter(mine.items()))
        facts: dict[str, Fact] = {"value": short(cell), "proof": proof, "count": len(mine)}
        made.wrongs.append((Text("sheet-day-unsure", facts), row, columns.title(name)))
        made.told.update(mine)


def _kinds(cell: str) -> Iterator[str]:
    """Which of day and month come first in the days of a cell."""
    for one, other, _ in _SLASHED.findall(cell[:80]):
        first, second = int(one), int(other)
        if first <= 12 < second <= 31:
            yield "month"
        elif second <= 12 < first:
            yield "day"
        elif first != second and first <= 12 and second <= 12:
            yield "either"


def _turned(cell: str) -> str:
    return _SLASHED.sub(r"\2/\1/\3", cell)
