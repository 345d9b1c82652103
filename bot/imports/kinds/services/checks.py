"""Whether the rows of an office agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.imports.kinds.services.sheet import COLUMNS, Stand, read
from bot.imports.reading.sheets import Columns, SheetWrong, Wrong, same
from bot.imports.reading.tables import Row
from models.letters import Text

DEEPEST = 20
"""Levels of units, as deep as the store follows them upwards."""
Said = tuple[tuple[str, ...], str | int | None]
"""What a row says of something: the column and whose it is, and the value; None says nothing."""


class Placed(Protocol):
    """A row that names a unit, and perhaps the unit above it and its zone."""

    @property
    def row(self) -> int: ...
    @property
    def unit(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def zone(self) -> str | None: ...


def checked(table: Sequence[Row]) -> list[Stand]:
    """The rows as stands; raises `SheetWrong` with everything that is wrong, by row."""
    stands, wrongs = read(table)
    said = ((stand.row, one) for stand in stands for one in _said(stand))
    wrongs += [*contradictions(said, COLUMNS), *circles(stands, COLUMNS)]
    if not stands and not wrongs:
        wrongs.append(Wrong(Text("office-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return stands


def parents(rows: Iterable[Placed]) -> dict[str, tuple[str, int]]:
    """Unit (as `same` has it) -> its parent's name and the row that names it first."""
    found: dict[str, tuple[str, int]] = {}
    for row in rows:
        if row.parent is not None:
            found.setdefault(same(row.unit), (row.parent, row.row))
    return found


def contradictions(said: Iterable[tuple[int, Said]], columns: Columns) -> Iterator[Wrong]:
    """Rows that say something else of a thing than an earlier row."""
    first: dict[tuple[str, ...], tuple[str | int, int]] = {}
    for row, (key, value) in said:
        if value is None:
            continue
        known, place = first.setdefault(key, (value, row))
        if value != known:
            yield Wrong(Text("sheet-differs", {"first": place}), row, columns.title(key[0]))


def said_of_units(row: Placed) -> Iterator[Said]:
    """What the row says of its unit."""
    unit = same(row.unit)
    yield ("parent", unit), row.parent and same(row.parent)
    yield ("zone", unit), row.zone


def circles(rows: Sequence[Placed], columns: Columns) -> Iterator[Wrong]:
    """Units that are above themselves, and branches too deep to be an office."""
    above = parents(rows)
    column = columns.title("parent")
    told: set[str] = set()
    for unit, (_, row) in above.items():
        path = _upwards(unit, above)
        if path[-1] == unit and unit not in told:
            told.update(path)
            names = [above[name][0] for name in path[:-1]]
            circle = " → ".join([names[-1], *names])
            yield Wrong(Text("sheet-circle", {"units": circle}), row, column)
        elif len(path) > DEEPEST and len(set(path)) == len(path):
            yield Wrong(Text("sheet-deep", {"deepest": DEEPEST}), row, column)


def _said(stand: Stand) -> Iterator[Said]:
    yield from said_of_units(stand)
    yield ("population", same(stand.unit), same(stand.service)), stand.population


def _upwards(unit: str, above: Mapping[str, tuple[str, int]]) -> list[str]:
    """The unit and those above it, until the top, one that is there already, or too many."""
    path = [unit]
    while path[-1] in above and len(path) <= DEEPEST:
        path.append(same(above[path[-1]][0]))
        if path[-1] in path[:-1]:
            break
    return path
