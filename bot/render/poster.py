"""The poster of a counter: an A4 sheet as SVG, to be printed from any browser."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from bot.render.qr import svg

WIDTH, HEIGHT, MARGIN = 210, 297, 18
MOST_SERVICES = 5
INK, GREY, BLUE = "#1B232B", "#5B6670", "#0B4A80"
LETTER = 0.53
"""How wide an average letter is, in its own height; printers have fonts of their own."""


def poster(
    unit: str,
    counter: str,
    services: Sequence[str],
    *,
    code: str,
    link: str,
    words: Mapping[str, str],
) -> str:
    """The sheet, in millimetres. Names may be anything: they are escaped, wrapped and shortened.

    `words`: `scan`, `services`, `more` (only where there are more services than fit), `code`,
    `private`.
    """
    above = _lines(unit, 22, size=7, colour=GREY, most=2)
    name = _lines(counter, 33 + 8 * len(above), size=14, colour=INK, bold=True, most=2)
    y = max(33 + 8 * len(above) + 16 * len(name), 62)
    parts = [
        *above,
        *name,
        _line(words["scan"], y, size=9, colour=BLUE, bold=True),
        _square(svg(link), y + 4, side=118),
        _line(words["code"], y + 129, size=6, colour=INK),
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


def printable(name: str) -> str:
    """The name without what XML cannot carry, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())


def _named(services: Sequence[str], words: Mapping[str, str]) -> list[str]:
    if len(services) <= MOST_SERVICES:
        return list(services)
    return [*services[: MOST_SERVICES - 1], words["more"]]


def _square(picture: str, y: float, *, side: float) -> str:
    x = (WIDTH - side) / 2
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


def _line(words: str, y: float, *, size: float, colour: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{WIDTH / 2}" y="{y:g}" font-size="{size:g}" fill="{colour}"{weight}>'
        f"{escape(words)}</text>"
    )
