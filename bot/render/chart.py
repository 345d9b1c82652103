"""The picture of a summary: the elements as bars, drawn for the small screen of an old phone.

Pure: facts and words in, a PNG out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from bot.render.lettering import BOLD, REGULAR, legible, line, width
from bot.render.page import (
    BAR,
    GAP,
    GREY,
    INK,
    LEFT,
    LINE,
    MARGIN,
    RIGHT,
    TRACK,
    WIDTH,
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
from models.instruments import Band, bands_at

LOWEST, HIGHEST = Decimal(25), Decimal(100)
"""A score is 25 times a mean of 1 to 4 (PermenPANRB 14/2017): there is nothing below 25."""
COLOURS = {"a": "#0B4A80", "b": "#4E9FD1", "c": "#F3BE4B", "d": "#C03A12"}
"""Blue against amber and red: apart for every kind of eye, and four different greys in print."""
ON_BAR = {"a": "white", "b": INK, "c": INK, "d": "white"}


def elements(facts: Mapping[str, Any], words: Mapping[str, str]) -> bytes:
    """The elements of one scope as horizontal bars: a PNG, `WIDTH` pixels wide.

    `facts` as `handlers.supervisor.summary.words` writes them: `rows` of `element`, `n` and,
    where there are enough answers, `score` (a text, exact) and `band`. `words`, all of them ready
    to be shown: `title`, `figure` (of the whole), `subtitle`, `none` (not enough answers);
    `label-`, `n-` and `score-<element>`; `band-` and `floor-<band>`; `lowest` and `highest`, the
    scale's ends.
    """
    rows: Sequence[Mapping[str, Any]] = facts["rows"]
    head = lettered(words)
    top = head.height + 84
    labels = [label_lines(row["element"], words) for row in rows]
    bottom = top + sum(LINE * len(lines) + BAR + GAP for lines in labels)
    figure, axes = page(bottom + 150)
    heading(axes, head)
    bands = bands_at(facts.get("floors"))
    y, bars = top, []
    for row, lines in zip(rows, labels, strict=True):
        y = _row(axes, row, lines, words, y=y)
        bars.append(y - BAR - GAP)
    _scale(axes, words, bands, bars, top=top - 28)
    _ends(axes, words, bands, y=bottom - GAP + 50)
    _legend(axes, words, bands, y=bottom + 100)
    return png(figure)


def _scale(
    axes: Axes, words: Mapping[str, str], bands: Sequence[Band], bars: Sequence[int], *, top: int
) -> None:
    """The bands' letters above, and a light line where each begins."""
    ceiling = HIGHEST
    for band in bands:
        floor = max(band.floor, LOWEST)
        middle = (_x(floor) + _x(ceiling)) / 2
        line(axes, middle, top, band.letter, 30, BOLD, colour=GREY, side="center")
        if floor > LOWEST:
            guide(axes, _x(floor), bars)
        ceiling = floor


def _ends(axes: Axes, words: Mapping[str, str], bands: Sequence[Band], *, y: int) -> None:
    """The scale's ends and the bands' floors; one that would touch its neighbour stands lower, or
    not at all."""
    floors = [(_x(b.floor), words[f"floor-{b.key}"]) for b in bands if b.floor > LOWEST]
    free = [LEFT + width(words["lowest"], 26, REGULAR), float(LEFT)]
    line(axes, LEFT, y, words["lowest"], 26, REGULAR, colour=GREY)
    line(axes, RIGHT, y, words["highest"], 26, REGULAR, colour=GREY, side="right")
    last = (RIGHT - width(words["highest"], 26, REGULAR), WIDTH)
    for x, foot in sorted(floors):
        half = width(foot, 26, REGULAR) / 2 + 5
        fits = [free[row] < x - half and x + half < last[row] for row in (0, 1)]
        if any(fits):
            row = fits.index(True)
            line(axes, x, y + 30 * row, foot, 26, REGULAR, colour=GREY, side="center")
            free[row] = x + half


def _row(
    axes: Axes, row: Mapping[str, Any], lines: Sequence[str], words: Mapping[str, str], *, y: int
) -> int:
    """One element: its name and n, and below them its bar and score. Gives the next row's y."""
    key = row["element"]
    y = label(axes, key, lines, words, y=y)
    if "score" in row:
        _bar(axes, Decimal(row["score"]), row["band"], y=y)
        value(axes, words[f"score-{key}"], y=y)
    else:
        empty(axes, words["none"], y=y)
    return y + BAR + GAP


def _bar(axes: Axes, score: Decimal, band: str, *, y: int) -> None:
    axes.add_patch(box(LEFT, RIGHT, y, facecolor=TRACK, zorder=0))
    end = max(_x(score), LEFT + 4)
    axes.add_patch(box(LEFT, end, y, facecolor=COLOURS[band], zorder=2))
    if end - LEFT > 60:
        letter, colour = band.upper(), ON_BAR[band]
        line(axes, end - 14, y + 31, letter, 30, BOLD, colour=colour, side="right", halo=False)
    else:
        line(axes, end + 14, y + 31, band.upper(), 30, BOLD, colour=INK, halo=False)


def _legend(
    axes: Axes, words: Mapping[str, str], bands: Sequence[Band], *, y: int
) -> None:
    """What the letters and colours mean, the best first."""
    x = float(MARGIN)
    names = {band: legible(words[f"band-{band.key}"]) for band in bands}
    size = 28
    while sum(width(name, size, REGULAR) + 64 for name in names.values()) > WIDTH - 2 * MARGIN:
        size -= 1
    for band, name in names.items():
        axes.add_patch(Rectangle((x, y - 22), 26, 26, facecolor=COLOURS[band.key], linewidth=0))
        line(axes, x + 36, y, name, size, REGULAR, colour=INK)
        x += 36 + width(name, size, REGULAR) + 28


def _x(score: Decimal) -> float:
    return LEFT + float((score - LOWEST) / (HIGHEST - LOWEST)) * (RIGHT - LEFT)
