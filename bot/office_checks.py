"""Whether the rows of an office agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.office_sheet import COLUMNS, SheetWrong, Stand, Wrong, read, same
from bot.tables import Row

DEEPEST = 20
"""Levels of units, as deep as the store follows them upwards."""


def checked(table: Sequence[Row]) -> list[Stand]:
    """The rows as stands; raises `SheetWrong` with everything that is wrong, by row."""
    stands, wrongs = read(table)
    wrongs += [*_contradictions(stands), *_circles(stands)]
    if not stands and not wrongs:
        wrongs.append(Wrong("office-empty", {}))
    if wrongs:
        raise SheetWrong(sorted(wrongs, key=lambda wrong: int(wrong.facts.get("row", 0))))
    return stands


def parents(stands: Iterable[Stand]) -> dict[str, tuple[str, int]]:
    """Unit (as `same` has it) -> its parent's name and the row that names it first."""
    found: dict[str, tuple[str, int]] = {}
    for stand in stands:
        if stand.parent is not None:
            found.setdefault(same(stand.unit), (stand.parent, stand.row))
    return found


def _contradictions(stands: Iterable[Stand]) -> Iterator[Wrong]:
    """Rows that say something else of a unit or a service than an earlier row."""
    said: dict[tuple[str, ...], tuple[str | int, int]] = {}
    for stand in stands:
        for key, value in _said(stand):
            if value is None:
                continue
            first, row = said.setdefault(key, (value, stand.row))
            if value != first:
                column = COLUMNS[key[0]][0]
                yield Wrong("office-differs", {"row": stand.row, "column": column, "first": row})


def _said(stand: Stand) -> Iterator[tuple[tuple[str, ...], str | int | None]]:
    unit = same(stand.unit)
    yield ("parent", unit), stand.parent and same(stand.parent)
    yield ("zone", unit), stand.zone
    yield ("population", unit, same(stand.service)), stand.population


def _circles(stands: Sequence[Stand]) -> Iterator[Wrong]:
    """Units that are above themselves, and branches too deep to be an office."""
    above = parents(stands)
    told: set[str] = set()
    for unit, (_, row) in above.items():
        path = _upwards(unit, above)
        if path[-1] == unit and unit not in told:
            told.update(path)
            names = [above[name][0] for name in path[:-1]]
            yield Wrong("office-circle", {"row": row, "units": " → ".join([names[-1], *names])})
        elif len(path) > DEEPEST and len(set(path)) == len(path):
            yield Wrong("office-deep", {"row": row, "deepest": DEEPEST})


def _upwards(unit: str, above: Mapping[str, tuple[str, int]]) -> list[str]:
    """The unit and those above it, until the top, one that is there already, or too many."""
    path = [unit]
    while path[-1] in above and len(path) <= DEEPEST:
        path.append(same(above[path[-1]][0]))
        if path[-1] in path[:-1]:
            break
    return path
