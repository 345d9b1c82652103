"""The picture of a summary: the elements as bars, drawn for the small screen of an old phone.

Pure: facts and words in, a PNG out. Nothing but this module may load matplotlib, and only the
process that draws loads this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from bot.render.lettering import BOLD, REGULAR, legible, line, width, wrapped
from models.instruments import Band, instrument

WIDTH = 960
"""Pixels. Narrower than Telegram would take, so that the letters are larger on a small screen."""
MARGIN = 48
SCORES = 196
"""The column of the scores, right of the bars."""
LEFT, RIGHT = MARGIN, WIDTH - MARGIN - SCORES
LOWEST, HIGHEST = Decimal(25), Decimal(100)
"""A score is 25 times a mean of 1 to 4 (PermenPANRB 14/2017): there is nothing below 25."""
BAR, GAP, LINE = 40, 26, 48

INK, GREY, RULE, TRACK = "#1B232B", "#5B6670", "#C3CBD2", "#EDF0F2"
COLOURS = {"a": "#0B4A80", "b": "#4E9FD1", "c": "#F3BE4B", "d": "#C03A12"}
"""Blue against amber and red: apart for every kind of eye, and four different greys in print."""
ON_BAR = {"a": "white", "b": INK, "c": INK, "d": "white"}


def elements(facts: Mapping[str, Any], words: Mapping[str, str]) -> bytes:
    """The elements of one scope as horizontal bars: a PNG, `WIDTH` pixels wide.

    `facts` as `handlers.supervisor.summary_words` writes them: `rows` of `element`, `n` and,
    where there are enough answers, `score` (a text, exact) and `band`. `words`, all of them ready
    to be shown: `title`, `subtitle`, `none` (not enough answers); `label-`, `n-` and
    `score-<element>`; `band-` and `floor-<band>`; `lowest` and `highest`, the scale's ends.
    """
    rows: Sequence[Mapping[str, Any]] = facts["rows"]
    title = wrapped(words["title"], 50, BOLD, room=WIDTH - 2 * MARGIN, lines=2)
    subtitle = wrapped(words["subtitle"], 34, REGULAR, room=WIDTH - 2 * MARGIN, lines=2)
    labels = [_label(row, words) for row in rows]
    top = MARGIN + 60 * len(title) + 46 * len(subtitle) + 84
    bottom = top + sum(LINE * len(label) + BAR + GAP for label in labels)
    figure, axes = _page(bottom + 150)
    _heading(axes, title, subtitle)
    _scale(axes, words, top=top - 14, bottom=bottom - GAP + 14)
    y = top
    for row, label in zip(rows, labels, strict=True):
        y = _row(axes, row, label, words, y=y)
    _legend(axes, words, y=bottom + 100)
    return _png(figure)


def _page(height: int) -> tuple[Figure, Axes]:
    """One axis over the whole picture, counted in pixels from the top left."""
    figure = Figure(figsize=(WIDTH / 100, height / 100), dpi=100, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return figure, axes


def _png(figure: Figure) -> bytes:
    """Less than half of matplotlib's own PNG: few colours are in it, and offices upload slowly."""
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    drawn = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    kept = BytesIO()
    drawn.quantize(128, dither=Image.Dither.NONE).save(kept, "PNG")
    return kept.getvalue()


def _heading(axes: Axes, title: Sequence[str], subtitle: Sequence[str]) -> None:
    y = MARGIN + 44
    for words in title:
        line(axes, MARGIN, y, words, 50, BOLD, colour=INK)
        y += 60
    y -= 8
    for words in subtitle:
        line(axes, MARGIN, y, words, 34, REGULAR, colour=GREY)
        y += 46


def _scale(axes: Axes, words: Mapping[str, str], *, top: int, bottom: int) -> None:
    """The bands' letters above, their floors below, and a light line between."""
    y = bottom + 36
    line(axes, LEFT, y, words["lowest"], 26, REGULAR, colour=GREY)
    line(axes, RIGHT, y, words["highest"], 26, REGULAR, colour=GREY, side="right")
    ceiling = HIGHEST
    for band in _bands():
        floor = max(band.floor, LOWEST)
        middle = (_x(floor) + _x(ceiling)) / 2
        line(axes, middle, top - 14, band.letter, 30, BOLD, colour=GREY, side="center")
        if floor > LOWEST:
            axes.plot([_x(floor)] * 2, [top, bottom], color=RULE, linewidth=1.5, zorder=1)
            label = words[f"floor-{band.key}"]
            line(axes, _x(floor), y, label, 26, REGULAR, colour=GREY, side="center")
        ceiling = floor


def _label(row: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
    n = words[f"n-{row['element']}"]
    room = WIDTH - 2 * MARGIN - width(n, 32, REGULAR) - 28
    return wrapped(words[f"label-{row['element']}"], 36, REGULAR, room=int(room), lines=3)


def _row(
    axes: Axes, row: Mapping[str, Any], label: Sequence[str], words: Mapping[str, str], *, y: int
) -> int:
    """One element: its name and n, and below them its bar and score. Gives the next row's y."""
    key, end = row["element"], WIDTH - MARGIN
    line(axes, end, y + 34, words[f"n-{key}"], 32, REGULAR, colour=GREY, side="right")
    for words_of_label in label:
        line(axes, LEFT, y + 34, words_of_label, 36, REGULAR, colour=INK)
        y += LINE
    if "score" in row:
        _bar(axes, Decimal(row["score"]), _band(row["band"]), y=y)
        score = words[f"score-{key}"]
        line(axes, end, y + 35, score, 44, BOLD, colour=INK, side="right", halo=False)
    else:
        _empty(axes, words["none"], y=y)
        line(axes, end, y + 35, "–", 44, BOLD, colour=GREY, side="right")
    return y + BAR + GAP


def _bar(axes: Axes, score: Decimal, band: Band, *, y: int) -> None:
    axes.add_patch(_box(LEFT, RIGHT, y, facecolor=TRACK, zorder=0))
    end = max(_x(score), LEFT + 4)
    axes.add_patch(_box(LEFT, end, y, facecolor=COLOURS[band.key], zorder=2))
    if end - LEFT > 60:
        colour = ON_BAR[band.key]
        line(axes, end - 14, y + 31, band.letter, 30, BOLD, colour=colour, side="right", halo=False)
    else:
        line(axes, end + 14, y + 31, band.letter, 30, BOLD, colour=INK, halo=False)


def _empty(axes: Axes, words: str, *, y: int) -> None:
    """A track without a bar: not the same as a low score."""
    axes.add_patch(
        _box(LEFT, RIGHT, y, facecolor="white", edgecolor=RULE, hatch="//", linewidth=1.5, zorder=2)
    )
    middle = (LEFT + RIGHT) / 2
    half = width(legible(words), 28, REGULAR) / 2 + 14
    clear = (middle - half, y + 2)
    axes.add_patch(Rectangle(clear, 2 * half, BAR - 4, facecolor="white", linewidth=0, zorder=2))
    line(axes, middle, y + 30, words, 28, REGULAR, colour=GREY, side="center")


def _legend(axes: Axes, words: Mapping[str, str], *, y: int) -> None:
    """What the letters and colours mean, the best first."""
    x = float(MARGIN)
    names = {band: legible(words[f"band-{band.key}"]) for band in _bands()}
    size = 28
    while sum(width(name, size, REGULAR) + 64 for name in names.values()) > WIDTH - 2 * MARGIN:
        size -= 1
    for band, name in names.items():
        axes.add_patch(Rectangle((x, y - 22), 26, 26, facecolor=COLOURS[band.key], linewidth=0))
        line(axes, x + 36, y, name, size, REGULAR, colour=INK)
        x += 36 + width(name, size, REGULAR) + 28


def _box(left: float, right: float, y: int, **look: Any) -> Rectangle:
    return Rectangle((left, y), right - left, BAR, **{"linewidth": 0, **look})


def _x(score: Decimal) -> float:
    return LEFT + float((score - LOWEST) / (HIGHEST - LOWEST)) * (RIGHT - LEFT)


def _bands() -> tuple[Band, ...]:
    return instrument().bands


def _band(key: str) -> Band:
    return {band.key: band for band in _bands()}[key]
