"""The poster of a counter: an A4 sheet as SVG, to be printed from any browser."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.render.qr import svg

WIDTH, HEIGHT, MARGIN, GAP = 210, 297, 18, 14
MOST_SERVICES = 5
INK, GREY, BLUE = "#1B232B", "#5B6670", "#0B4A80"
LETTER = 0.53
"""How wide an average letter is, in its own height; printers have fonts of their own."""


@dataclass(frozen=True)
class Link:
    """A way to the counter: the channel's name, what its QR says, and how to go without one."""

    name: str
    url: str
    by_hand: str


def poster(
    unit: str,
    counter: str,
    services: Sequence[str],
    *,
    code: str,
    links: Sequence[Link],
    words: Mapping[str, str],
) -> str:
    """The sheet, in millimetres. Names may be anything: they are escaped, wrapped and shortened.

    One QR for one link; two, side by side and named, for two. `words`: `scan`, `services`, `more`
    (only where there are more services than fit), `private`.
    """
    above = _lines(unit, 22, size=7, colour=GREY, most=2)
    name = _lines(counter, 33 + 8 * len(above), size=14, colour=INK, bold=True, most=2)
    y = max(33 + 8 * len(above) + 16 * len(name), 62)
    parts = [
        *above,
        *name,
        _line(words["scan"], y, size=9, colour=BLUE, bold=True),
        *_squares(links, y + 4),
        *_by_hand(links, y + 129),
        _line(code, y + 147, size=18, colour=INK, bold=True),
        _line(words["services"], y + 162, size=5.5, colour=GREY),
    ]
    for number, service in enumerate(_named(services, words)):
        parts += _lines(service, y + 170 + 6.4 * number, size=5.5, colour=INK, most=1)
    parts.append(_line(words["private"], HEIGHT - 10, size=5.5, colour=GREY))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Arial, Helvetica, sans-serif"'
        f' text-anchor="middle"><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
        f"{''.join(parts)}</svg>\n"
    )


def _squares(links: Sequence[Link], y: float) -> list[str]:
    """The QR codes: alone and large, or two beside each other with the channel's name below."""
    if len(links) == 1:
        return [_square(svg(links[0].url), (WIDTH - 118) / 2, y, side=118)]
    side = (WIDTH - 2 * MARGIN - GAP) / 2
    parts = []
    for number, link in enumerate(links):
        x = MARGIN + number * (side + GAP)
        parts.append(_square(svg(link.url), x, y, side=side))
        parts.append(_line(link.name, y + side + 9, size=8, colour=BLUE, bold=True, x=x + side / 2))
    return parts


def _by_hand(links: Sequence[Link], y: float) -> list[str]:
    """Where to send the code instead, a line for each channel, the last one at `y`."""
    first = y - 8 * (len(links) - 1)
    return [
        _line(link.by_hand, first + 8 * number, size=6, colour=INK)
        for number, link in enumerate(links)
    ]


def printable(name: str) -> str:
    """The name without what XML cannot carry, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())


def _named(services: Sequence[str], words: Mapping[str, str]) -> list[str]:
    if len(services) <= MOST_SERVICES:
        return list(services)
    return [*services[: MOST_SERVICES - 1], words["more"]]


def _square(picture: str, x: float, y: float, *, side: float) -> str:
    return f'<svg x="{x:g}" y="{y:g}" width="{side:g}" height="{side:g}">{picture}</svg>'


def _lines(
    name: str, y: float, *, size: float, colour: str, most: int, bold: bool = False
) -> list[str]:
    letters = int((WIDTH - 2 * MARGIN) / (size * LETTER * (1.1 if bold else 1)))
    wrapped = textwrap.wrap(printable(name), letters, max_lines=most, placeholder="…")
    step = size * 1.15
    return [
        _line(line, y + step * number, size=size, colour=colour, bold=bold)
        for number, line in enumerate(wrapped or [""])
    ]


def _line(
    words: str, y: float, *, size: float, colour: str, bold: bool = False, x: float = WIDTH / 2
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"{weight}>'
        f"{escape(words)}</text>"
    )
