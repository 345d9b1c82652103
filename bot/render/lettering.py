"""Words in a picture: one font that comes along, measured, wrapped, and never read as markup."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import matplotlib
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.patheffects import withStroke

Side: TypeAlias = Literal["left", "center", "right"]
_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
REGULAR = str(_FONTS / "DejaVuSans.ttf")
BOLD = str(_FONTS / "DejaVuSans-Bold.ttf")
"""The fonts inside matplotlib itself: the picture looks the same on every machine."""
UNKNOWN_LETTER = "\u25a1"
LONGEST_NAME = 400
"""No name is longer; more than this is not even measured."""


def line(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    size: int,
    font: str,
    *,
    colour: str,
    side: Side = "left",
    halo: bool = True,
) -> None:
    """Write one line with its foot at `y`, `size` pixels high, its `side` at `x`.

    A halo keeps guide lines out of the letters.
    """
    text = axes.text(
        x,
        y,
        legible(words),
        fontproperties=FontProperties(fname=font, size=size * 72 / 100),
        color=colour,
        horizontalalignment=side,
        verticalalignment="baseline",
        parse_math=False,
        zorder=3,
    )
    if halo:
        text.set_path_effects([withStroke(linewidth=6, foreground="white")])


def wrapped(words: str, size: int, font: str, *, room: int, lines: int) -> list[str]:
    """The words in at most so many lines of `room` pixels; what does not fit ends in an ellipsis.

    At least one line, which may be empty. A word that is too long for a line is cut.
    """
    found = [""]
    left = legible(words).split(" ")
    while left:
        word = left.pop(0)
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size, font) <= room:
            found[-1] = longer
        elif found[-1]:
            found.append("")
            left.insert(0, word)
        else:
            found[-1] = _fitting(word, size, font, room=room)
            left.insert(0, word[len(found[-1]) :])
        if len(found) > lines:
            return [*found[: lines - 1], _shortened(found[lines - 1], size, font, room=room)]
    return found


def width(words: str, size: int, font: str) -> float:
    """How many pixels wide one line of these words is."""
    face = get_font(font)
    face.set_size(size * 72 / 100, 100)
    face.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return face.get_width_height()[0] / 64


def legible(words: str) -> str:
    """One line of what the font can show: line ends become spaces, pictographs are left out."""
    shown = "".join(_shown(letter) for letter in words[:LONGEST_NAME])
    return " ".join(shown.split())


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if kind[0] == "C" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    if ord(letter) in _known(REGULAR) and ord(letter) in _known(BOLD) and ord(letter) < 0x1F000:
        return letter
    return UNKNOWN_LETTER if kind[0] in "LN" else ""


@cache
def _known(font: str) -> frozenset[int]:
    return frozenset(get_font(font).get_charmap())


def _fitting(word: str, size: int, font: str, *, room: int) -> str:
    """As much of the beginning of a word as fits, one letter at least."""
    return word[: max(1, _letters(word, "", size, font, room=room))]


def _shortened(words: str, size: int, font: str, *, room: int) -> str:
    return f"{words[: _letters(words, '…', size, font, room=room)].rstrip()}…"


def _letters(words: str, end: str, size: int, font: str, *, room: int) -> int:
    """How many letters of the beginning fit, with the end after them."""

    def is_wide(count: int) -> bool:
        return width(f"{words[:count]}{end}", size, font) > room

    return max(0, bisect_left(range(len(words) + 1), True, key=is_wide) - 1)
