"""A sheet as the reading process gives it back: rows as written, merged cells filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column: numbers of rows (from 1), places of columns."""
Numbered = tuple[int, list[str]]
"""A row's number and its cells."""


@dataclass(frozen=True)
class RawSheet:
    """A sheet: whether it is hidden, its rows, and by number and place what of it is hidden."""

    name: str
    hidden: bool = False
    rows: Iterable[Numbered] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: Sequence[int] = field(default=())


def with_merges(rows: Iterable[Numbered], merges: Iterable[Merge]) -> Iterator[Numbered]:
    """The rows that have anything of their own, up to their last cell; what a merged cell says
    stands in all its cells of these rows."""
    coming = sorted(merges, reverse=True)
    holding: list[tuple[Merge, str]] = []
    for number, cells in rows:
        while coming and coming[-1][0] <= number:
            merge = coming.pop()
            holding.append((merge, _at(cells, merge[1]) if merge[0] == number else ""))
        holding = [one for one in holding if one[0][2] >= number]
        if any(cell.strip() for cell in cells):
            for (_, first, _, last), said in holding:
                _fill(cells, first, last, said)
            while cells and not cells[-1].strip():
                cells.pop()
            yield number, cells


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _fill(cells: list[str], first: int, last: int, said: str) -> None:
    """Say it in the blank cells between; none is made beyond those that the sheet has."""
    for place in range(first, min(last + 1, len(cells))) if said.strip() else ():
        if not cells[place].strip():
            cells[place] = said
