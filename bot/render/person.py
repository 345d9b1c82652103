"""The picture of somebody's scores: the four parts as bars from 0 to 100, in one colour.

Pure: facts and words in, a PNG out. There are no bands and no letters: it is no predikat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes

from bot.render.lettering import REGULAR, Side, line
from bot.render.page import (
    BAR,
    GAP,
    GREY,
    LEFT,
    LINE,
    RIGHT,
    TRACK,
    box,
    empty,
    guide,
    heading,
    label,
    label_lines,
    lettered,
    page,
    png,
    value,
)

COLOUR = "#0B4A80"
"""The darkest of the elements' colours; here it says nothing of good or bad."""
MARKS: Mapping[int, Side] = {0: "left", 50: "center", 100: "right"}
"""What is written below the scale, and how it stands to its line."""


def person(facts: Mapping[str, Any], words: Mapping[str, str]) -> bytes:
    """The parts of one person's scores as horizontal bars: a PNG, `WIDTH` pixels wide.

    `facts` as `handlers.words.scores` writes them: `rows` of `part` and, where there is a
    score, `value` (a text, exact). `words`, all of them ready to be shown: `title`, `subtitle`,
    `none` (no score yet); `label-`, `n-` and `value-<part>`; `mark-0`, `mark-50`, `mark-100`.
    """
    rows: Sequence[Mapping[str, Any]] = facts["rows"]
    head = lettered(words)
    top = head.height + 34
    labels = [label_lines(row["part"], words) for row in rows]
    bottom = top + sum(LINE * len(lines) + BAR + GAP for lines in labels)
    figure, axes = page(bottom + 60)
    heading(axes, head)
    y, bars = top, []
    for row, lines in zip(rows, labels, strict=True):
        y = _row(axes, row, lines, words, y=y)
        bars.append(y - BAR - GAP)
    _scale(axes, words, bars, bottom=bottom - GAP + 14)
    return png(figure)


def _scale(axes: Axes, words: Mapping[str, str], bars: Sequence[int], *, bottom: int) -> None:
    for mark, side in MARKS.items():
        x = _x(Decimal(mark))
        guide(axes, x, bars)
        line(axes, x, bottom + 36, words[f"mark-{mark}"], 26, REGULAR, colour=GREY, side=side)


def _row(
    axes: Axes, row: Mapping[str, Any], lines: Sequence[str], words: Mapping[str, str], *, y: int
) -> int:
    """One part: its name and n, and below them its bar and score. Gives the next row's y."""
    key = row["part"]
    y = label(axes, key, lines, words, y=y)
    if "value" in row:
        axes.add_patch(box(LEFT, RIGHT, y, facecolor=TRACK, zorder=0))
        end = max(_x(Decimal(row["value"])), LEFT + 4)
        axes.add_patch(box(LEFT, end, y, facecolor=COLOUR, zorder=2))
        value(axes, words[f"value-{key}"], y=y)
    else:
        empty(axes, words["none"], y=y)
    return y + BAR + GAP


def _x(score: Decimal) -> float:
    return LEFT + float(score / 100) * (RIGHT - LEFT)
