"""What a file that an office sends may be, by the names of its columns alone."""

from __future__ import annotations

from bot.imports.all_kinds import KINDS, MOST_ROWS
from bot.imports.reading.sheets import Columns, header_of
from bot.imports.reading.tables import Row, UnusableError, rows_of


def guessed(content: bytes, name: str) -> list[str]:
    """The kinds whose columns the file has: none that is needed is missing, none is foreign.

    Of several the first has the most needed columns. One that cannot be read at all is of any kind:
    whoever reads it says so. It takes its time, as `parsed` does.
    """
    try:
        table = rows_of(content, name, most=MOST_ROWS)
    except UnusableError:
        return [next(iter(KINDS))]
    fitting = [kind for kind in KINDS.values() if _fits(table, kind.columns)]
    return [k.name for k in sorted(fitting, key=lambda kind: -len(kind.columns.needed))]


def _fits(table: list[Row], columns: Columns) -> bool:
    cells = [cell for cell in header_of(table, columns).cells if cell]
    named = [columns.named(cell) for cell in cells]
    return None not in named and set(columns.needed) <= set(named)
