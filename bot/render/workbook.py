"""How a sheet of a workbook looks on a screen and on paper, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

A4 = 9
"""As workbooks number the papers."""
NARROWEST, WIDEST = 9, 44
"""Of a column, in letters; what is longer is wrapped."""
READ = 200
"""So many rows are looked at to find how wide the columns are."""
HEAD = {"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True, "valign": "vcenter"}


def set_up(sheet: Any, *, header: int, footer: str) -> None:
    """The header's row (from 0) stays in sight and stands on every page; printed the sheet lies
    across A4 and is as wide as it. `footer`, with &P for the page and &N for how many."""
    sheet.freeze_panes(header + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.set_footer(f"&L&A&R{footer}")


def widths(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
    """How wide each column is: what its longest cell needs, and the longest word above it."""
    needed = [max(map(len, title.split()), default=0) for title in header]
    for row in rows:
        longest = (max(map(len, cell.split("\n"))) for cell in row)
        needed = [max(pair) for pair in zip(needed, longest, strict=True)]
    return [min(max(wide + 2, NARROWEST), WIDEST) for wide in needed]
