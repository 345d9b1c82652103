"""The page that pictures are drawn on, for the small screen of an old phone: its width, its ink,
its heading, and a bar's empty track.

Nothing but this room may load matplotlib, and only the process that draws loads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from bot.render.lettering import BOLD, REGULAR, legible, line, width, wrapped

WIDTH = 960
"""Pixels. Narrower than Telegram would take, so that the letters are larger on a small screen."""
MARGIN = 48
SCORES = 196
"""The column of the scores, right of the bars."""
LEFT, RIGHT = MARGIN, WIDTH - MARGIN - SCORES
BAR, GAP, LINE = 40, 26, 48
FIGURE, SUBTITLE = 54, 46
TITLES = ((50, 2), (42, 3), (36, 4))
"""How large a title is and in how many lines at most, the first that holds all of it."""
INK, GREY, RULE, TRACK = "#1B232B", "#5B6670", "#C3CBD2", "#EDF0F2"


def page(height: int) -> tuple[Figure, Axes]:
    """One axis over the whole picture, counted in pixels from the top left."""
    figure = Figure(figsize=(WIDTH / 100, height / 100), dpi=100, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return figure, axes


def png(figure: Figure) -> bytes:
    """Less than half of matplotlib's own PNG: few colours are in it, and offices upload slowly."""
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    drawn = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    kept = BytesIO()
    drawn.quantize(128, dither=Image.Dither.NONE).save(kept, "PNG")
    return kept.getvalue()


@dataclass(frozen=True)
class Head:
    """What stands above a picture, in lines: its title, its figure, what it is of."""

    title: Sequence[str]
    size: int
    figure: Sequence[str]
    subtitle: Sequence[str]

    @property
    def height(self) -> int:
        """How far down it reaches, in pixels."""
        lines = self.step * len(self.title) + SUBTITLE * len(self.subtitle)
        return MARGIN + lines + FIGURE * len(self.figure)

    @property
    def step(self) -> int:
        """From one line of the title to the next."""
        return self.size + 10


def lettered(words: Mapping[str, str]) -> Head:
    """The `title`, the `figure` where there is one, and the `subtitle`, wrapped.

    A figure and a subtitle may have parts, one under the other.
    """

    def parts(name: str, size: int, font: str) -> list[str]:
        room = WIDTH - 2 * MARGIN
        every = filter(None, words.get(name, "").split("\n"))
        return [one for part in every for one in wrapped(part, size, font, room=room, lines=2)]

    title, size = _title(words["title"])
    return Head(title, size, parts("figure", 38, BOLD), parts("subtitle", 34, REGULAR))


def _title(words: str) -> tuple[list[str], int]:
    """Its lines, and how large they are; of a longer one the end is left out."""
    whole = legible(words).replace(" ", "")
    for size, most in TITLES:
        lines = wrapped(words, size, BOLD, room=WIDTH - 2 * MARGIN, lines=most)
        if "".join(lines).replace(" ", "") == whole:
            break
    return lines, size


def heading(axes: Axes, head: Head) -> None:
    """Write it at the top."""
    y = MARGIN + head.size - 6
    for words in head.title:
        line(axes, MARGIN, y, words, head.size, BOLD, colour=INK)
        y += head.step
    y = MARGIN + head.step * len(head.title) + 42
    for words in head.figure:
        line(axes, MARGIN, y, words, 38, BOLD, colour=INK)
        y += FIGURE
    for words in head.subtitle:
        line(axes, MARGIN, y, words, 34, REGULAR, colour=GREY)
        y += SUBTITLE


def label_lines(key: str, words: Mapping[str, str]) -> list[str]:
    """What a row is called, in the room that its n leaves."""
    room = WIDTH - 2 * MARGIN - width(words[f"n-{key}"], 32, REGULAR) - 28
    return wrapped(words[f"label-{key}"], 36, REGULAR, room=int(room), lines=3)


def label(axes: Axes, key: str, lines: Sequence[str], words: Mapping[str, str], *, y: int) -> int:
    """Write a row's name and its n; gives the y of its bar."""
    n = words[f"n-{key}"]
    line(axes, WIDTH - MARGIN, y + 34, n, 32, REGULAR, colour=GREY, side="right")
    for words_of_label in lines:
        line(axes, LEFT, y + 34, words_of_label, 36, REGULAR, colour=INK)
        y += LINE
    return y


def guide(axes: Axes, x: float, bars: Sequence[int]) -> None:
    """A light line at the bars (their tops) alone, so that it is never drawn through words."""
    for y in bars:
        axes.plot([x] * 2, [y - 8, y + BAR + 8], color=RULE, linewidth=1.5, zorder=1)


def value(axes: Axes, words: str, *, y: int) -> None:
    """Write a row's score beside its bar."""
    line(axes, WIDTH - MARGIN, y + 35, words, 44, BOLD, colour=INK, side="right", halo=False)


def empty(axes: Axes, words: str, *, y: int) -> None:
    """A track without a bar and a dash for a score: not the same as a low one."""
    axes.add_patch(
        box(LEFT, RIGHT, y, facecolor="white", edgecolor=RULE, hatch="//", linewidth=1.5, zorder=2)
    )
    middle = (LEFT + RIGHT) / 2
    half = width(legible(words), 28, REGULAR) / 2 + 14
    clear = (middle - half, y + 2)
    axes.add_patch(Rectangle(clear, 2 * half, BAR - 4, facecolor="white", linewidth=0, zorder=2))
    line(axes, middle, y + 30, words, 28, REGULAR, colour=GREY, side="center")
    line(axes, WIDTH - MARGIN, y + 35, "–", 44, BOLD, colour=GREY, side="right")


def box(left: float, right: float, y: int, **look: Any) -> Rectangle:
    """A bar from side to side, its top at `y`."""
    return Rectangle((left, y), right - left, BAR, **{"linewidth": 0, **look})
