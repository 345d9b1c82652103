"""QR codes of links: what a citizen scans at a counter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

QUIET = 4
"""Modules of white around it (ISO/IEC 18004)."""
OVERLAP = 1.04
"""How high a module is drawn: rows that only touch show a white hair on some screens."""


def svg(link: str) -> str:
    """The link as one SVG that fills whatever it is put into."""
    rows = modules(link)
    side = len(rows) + 2 * QUIET
    runs = "".join(
        f"M{x + QUIET} {y}h{length}v{OVERLAP}h-{length}z"
        for y, row in enumerate(rows, QUIET)
        for x, length in _runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="white" d="M0 0h{side}v{side}h-{side}z"/><path d="{runs}"/></svg>'
    )


def modules(link: str) -> tuple[bytes, ...]:
    """The link row by row, a byte for each module: 1 is dark. Without its quiet zone."""
    # A micro QR is not read by every phone; M mends 15 % of a poster that is worn or dirty.
    code = segno.make(link, error="m", micro=False)
    return tuple(bytes(row) for row in code.matrix)


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where the row is dark: from which module on, and how many."""
    x = 0
    for dark, some in groupby(row):
        length = len(list(some))
        if dark:
            yield x, length
        x += length
