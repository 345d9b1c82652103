"""The picture of a team's log in a quarter: its weeks as bars, of the working days there were.

Pure: facts and words in, a PNG out. One colour: a short bar is a week to ask about, no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from bot.render.lettering import REGULAR, legible, line, width
from bot.render.page import (
    GREY,
    INK,
    LEFT,
    MARGIN,
    RULE,
    TRACK,
    WIDTH,
    box,
    heading,
    lettered,
    page,
    png,
)

COLOUR = "#0B4A80"
APART, ROW = 28, 58
"""How far the bars are from the weeks' names and from their numbers; and from each other."""


def coverage(facts: Mapping[str, Any], words: Mapping[str, str]) -> bytes:
    """The weeks of a quarter as horizontal bars from nothing to all: a PNG, `WIDTH` pixels wide.

    `facts` as `handlers.supervisor.brief.coverage` writes them: `rows` of `n` logged days `of` so
    many, never of none. `words`, ready to be shown: `title`, `subtitle`; `week-` and `days-` with
    the row's number from 0.
    """
    rows: Sequence[Mapping[str, Any]] = facts["rows"]
    head = lettered(words)
    top = head.height + 34
    figure, axes = page(top + ROW * len(rows) + MARGIN)
    heading(axes, head)
    ends = _ends(words, len(rows))
    for number, row in enumerate(rows):
        _row(axes, row, number, words, y=top + ROW * number, ends=ends)
    return png(figure)


def _ends(words: Mapping[str, str], count: int) -> tuple[float, float]:
    """From where to where the bars are: what the longest name and the longest number leave."""

    def widest(name: str) -> float:
        every = (legible(words[f"{name}-{number}"]) for number in range(count))
        return max((width(one, 30, REGULAR) for one in every), default=0)

    return LEFT + widest("week") + APART, WIDTH - MARGIN - widest("days") - APART


def _row(
    axes: Axes,
    row: Mapping[str, Any],
    number: int,
    words: Mapping[str, str],
    *,
    y: int,
    ends: tuple[float, float],
) -> None:
    start, end = ends
    line(axes, LEFT, y + 31, words[f"week-{number}"], 30, REGULAR, colour=INK)
    days = words[f"days-{number}"]
    line(axes, WIDTH - MARGIN, y + 31, days, 30, REGULAR, colour=GREY, side="right")
    axes.add_patch(box(start, end, y, facecolor=TRACK, edgecolor=RULE, linewidth=1, zorder=0))
    if row["n"]:
        reached = start + (end - start) * row["n"] / row["of"]
        axes.add_patch(box(start, max(reached, start + 4), y, facecolor=COLOUR, zorder=2))
