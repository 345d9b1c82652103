"""Joining codes on paper: ten slips on an A4 sheet, to be cut apart and handed out, as a PDF.

A page is counted in hundredths of an inch from its top left, as the lettering is measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.transforms import Bbox

from bot.render.lettering import BOLD, MONO, REGULAR, Side, legible, line, width, wrapped
from bot.render.page import GREY, INK
from bot.render.poster import Link
from bot.render.qr import modules

WIDTH, HEIGHT = 826.77, 1169.29
COLUMNS, ROWS = 2, 5
EDGE, FOOT = 20, 24
"""What no printer reaches: at the sides, and at the top and the foot."""
SLIP_WIDTH, SLIP_HEIGHT = (WIDTH - 2 * EDGE) / COLUMNS, (HEIGHT - 2 * FOOT) / ROWS
PAD, GAP = 18, 14
SIDE, SQUARES = 88, 90
"""Of a QR code, and how far down a slip it begins."""
LARGEST = 36
"""The letters of the code are as large as the room allows, and no larger."""
SHARP = 240
"""Dots an inch of a slip that is shown on a screen."""
OVERLAP = 0.04
"""Of a module: rows that only touch show a white hair on some screens."""
Sizes = Sequence[tuple[int, int]]
"""Each a size of letters and the most lines of it, the preferred first."""


@dataclass(frozen=True)
class Slip:
    """One person's: whose it is (with the nip masked), the code, and the ways to use it.

    `until` and `do` are sentences; without any way there is no QR.
    """

    name: str
    unit: str
    nip: str
    code: str
    until: str
    do: str
    ways: Sequence[Link]


def write(file: Path | BytesIO, slips: Iterable[Slip], *, title: str) -> int:
    """Write the PDF, one page in memory at a time; gives how many slips. Raises OSError."""
    count = 0
    # Without dates: when the sheet was made, its slips say.
    with PdfPages(file, metadata={"Title": title, "CreationDate": None}) as pages:
        for some in _tens(slips):
            pages.savefig(sheet(some))
            count += len(some)
    return count


def picture(slip: Slip) -> bytes:
    """One slip alone as a PNG, to be shown in a chat."""
    left, top = EDGE, HEIGHT - FOOT
    room = Bbox.from_extents(
        left / 100, (top - SLIP_HEIGHT) / 100, (left + SLIP_WIDTH) / 100, top / 100
    )
    kept = BytesIO()
    sheet([slip]).savefig(kept, format="png", dpi=SHARP, bbox_inches=room)
    return kept.getvalue()


def sheet(slips: Sequence[Slip]) -> Figure:
    """One page with at most ten slips. Names may be anything: shrunk, wrapped, then shortened."""
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(HEIGHT, 0)
    axes.axis("off")
    _cuts(axes)
    for place, slip in enumerate(slips):
        row, column = divmod(place, COLUMNS)
        _slip(axes, slip, x=EDGE + column * SLIP_WIDTH, y=FOOT + row * SLIP_HEIGHT)
    return figure


def _tens(slips: Iterable[Slip]) -> Iterator[list[Slip]]:
    left = iter(slips)
    while some := list(islice(left, COLUMNS * ROWS)):
        yield some


def _cuts(axes: Axes) -> None:
    """Where the scissors go."""
    down = [EDGE + SLIP_WIDTH * column for column in range(COLUMNS + 1)]
    across = [FOOT + SLIP_HEIGHT * row for row in range(ROWS + 1)]
    lines = [
        *([(x, across[0]), (x, across[-1])] for x in down),
        *([(down[0], y), (down[-1], y)] for y in across),
    ]
    axes.add_collection(LineCollection(lines, colors=GREY, linewidths=0.5, linestyles="dashed"))


def _slip(axes: Axes, slip: Slip, *, x: float, y: float) -> None:
    left, room = x + PAD, int(SLIP_WIDTH - 2 * PAD)
    foot = _block(axes, left, y + PAD, slip.name, BOLD, ((17, 1), (14, 2), (12, 2)), room=room)
    foot = _block(axes, left, foot, slip.unit, REGULAR, ((11, 2), (10, 2)), room=room, colour=GREY)
    _block(axes, left, foot, slip.nip, REGULAR, ((11, 1),), room=room, colour=GREY)
    for place, way in enumerate(slip.ways):
        after = len(slip.ways) - place
        _way(axes, way, x=x + SLIP_WIDTH - PAD - SIDE * after - GAP * (after - 1), y=y + SQUARES)
    room -= (SIDE + GAP) * len(slip.ways)
    size = min(LARGEST, int(25 * room / width(slip.code, 25, MONO)))
    line(axes, left, y + SQUARES + size, slip.code, size, MONO, colour=INK, halo=False)
    foot = y + SQUARES + size + 7
    foot = _block(axes, left, foot, slip.until, REGULAR, ((10, 3), (9, 4)), room=room)
    _block(axes, left, foot + 3, slip.do, REGULAR, ((10, 4), (9, 5)), room=room)


def _way(axes: Axes, way: Link, *, x: float, y: float) -> None:
    """A QR code, the channel's name under it, and where to write to without it."""
    axes.add_artist(PathPatch(_squares(modules(way.url), x, y), facecolor="black", linewidth=0))
    middle, room = x + SIDE / 2, SIDE + GAP - 4
    foot = _block(axes, middle, y + SIDE + 2, way.name, BOLD, ((11, 1),), room=room, side="center")
    sizes = ((9, 1), (8, 1), (7, 2))
    _block(axes, middle, foot, way.by_hand, REGULAR, sizes, room=room, side="center")


def _squares(rows: Sequence[bytes], x: float, y: float) -> Outline:
    """The dark modules, neighbours in a row as one rectangle."""
    unit, points = SIDE / len(rows), []
    for number, row in enumerate(rows):
        top, low = y + number * unit, y + (number + 1 + OVERLAP) * unit
        for first, last in _runs(row):
            near, far = x + first * unit, x + last * unit
            points += [(near, top), (far, top), (far, low), (near, low), (near, top)]
    one = [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY]
    return Outline(points, one * (len(points) // 5))


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """From where to where the row is dark."""
    first = row.find(1)
    while first >= 0:
        last = row.find(0, first)
        last = len(row) if last < 0 else last
        yield first, last
        first = row.find(1, last)


def _block(
    axes: Axes,
    x: float,
    top: float,
    words: str,
    font: str,
    sizes: Sizes,
    *,
    room: int,
    colour: str = INK,
    side: Side = "left",
) -> float:
    """Write the words at the first size that holds them all, else shortened; gives their foot."""
    size, lines = _set(words, font, sizes, room=room)
    step = size * 1.2
    for number, found in enumerate(lines):
        foot = top + size + number * step
        line(axes, x, foot, found, size, font, colour=colour, side=side, halo=False)
    return top + step * len(lines)


def _set(words: str, font: str, sizes: Sizes, *, room: int) -> tuple[int, list[str]]:
    whole = legible(words).replace(" ", "")
    for size, most in sizes:
        lines = wrapped(words, size, font, room=room, lines=most)
        if "".join(lines).replace(" ", "") == whole:
            break
    return size, lines
