"""Whether the rows of a table of staff agree with each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from bot.imports.kinds.people.sheet import COLUMNS, Sheet, Staff, read
from bot.imports.kinds.services.checks import circles, contradictions, said_of_units
from bot.imports.reading.sheets import SheetWrong, Wrong, same
from bot.imports.reading.tables import Row
from models.letters import Text


def checked(table: Sequence[Row]) -> Sheet:
    """What a file says, with everything that is wrong with it by itself.

    Raises `SheetWrong` when a column is missing or there twice, or there is no row at all.
    """
    sheet = read(table)
    staff = sheet.staff
    said = ((one.row, what) for one in staff for what in said_of_units(one))
    wrongs = [*sheet.wrongs, *contradictions(said, COLUMNS), *circles(staff, COLUMNS)]
    wrongs += [*_twice(staff), *_two_heads(staff), *_own_superiors(staff)]
    if not staff and not wrongs:
        raise SheetWrong([Wrong(Text("people-empty"))])
    return Sheet(staff, sheet.nips, wrongs)


def rings(over: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle of superiors once, as the people in it; `over` is person -> superior."""
    seen: dict[str, int] = {}
    for turn, start in enumerate(over):
        path: list[str] = []
        here: str | None = start
        while here is not None and here not in seen:
            seen[here] = turn
            path.append(here)
            here = over.get(here)
        if here is not None and seen[here] == turn:
            yield path[path.index(here) :]


def _twice(staff: Iterable[Staff]) -> Iterator[Wrong]:
    return _again(((one, one.nip) for one in staff), "people-nip-twice", "nip")


def _two_heads(staff: Iterable[Staff]) -> Iterator[Wrong]:
    heads = ((one, same(one.unit)) for one in staff if one.duty == "head")
    return _again(heads, "people-head-twice", "role")


def _again(keyed: Iterable[tuple[Staff, Hashable]], text: str, column: str) -> Iterator[Wrong]:
    """What only one row may have, and a later one has too."""
    first: dict[Hashable, int] = {}
    for one, key in keyed:
        row = first.setdefault(key, one.row)
        if row != one.row:
            yield Wrong(Text(text, {"first": row}), one.row, COLUMNS.title(column))


def _own_superiors(staff: Iterable[Staff]) -> Iterator[Wrong]:
    for one in staff:
        if one.superior == one.nip:
            yield Wrong(Text("people-own-superior"), one.row, COLUMNS.title("superior"))
