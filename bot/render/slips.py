"""Codes on paper: ten slips on an A4 sheet, to be cut apart and handed out by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.render import paper
from bot.render.paper import one_line
from bot.render.poster import Link, links

A_SHEET = 10
DOTS = 240
"""An inch of a slip that is shown on a screen."""


@dataclass(frozen=True)
class Slip:
    """Whose the code is, or where it was given, what Tilik is, the code, and the ways to use it.

    `beside`: a person's masked nip, a counter's service, or nothing. `what`, each of `how` and
    `until` are sentences; without any way there is no QR.
    """

    name: str
    unit: str
    beside: str
    what: str
    code: str
    how: Sequence[str]
    until: str
    ways: Sequence[Link]


def pdf(slips: Iterable[Slip], *, title: str) -> bytes:
    """The sheets, ten slips on each, those of every unit from a new one on. When they were made,
    the slips say."""
    return paper.pdf("slips", _facts(_sheets(slips), title, alone=False))


def picture(slip: Slip) -> bytes:
    """One slip alone as a PNG, to be shown in a chat."""
    (content,) = paper.pictures("slips", _facts([[slip]], "", alone=True), dots=DOTS)
    return content


def _sheets(slips: Iterable[Slip]) -> list[list[Slip]]:
    """Units in the order in which they come first."""
    of_unit: dict[str, list[Slip]] = defaultdict(list)
    for slip in slips:
        of_unit[slip.unit].append(slip)
    return [
        some[at : at + A_SHEET]
        for some in of_unit.values()
        for at in range(0, len(some), A_SHEET)
    ]


def _facts(sheets: Iterable[Iterable[Slip]], title: str, *, alone: bool) -> Mapping[str, Any]:
    return {"title": title, "alone": alone, "sheets": [list(map(_one, some)) for some in sheets]}


def _one(slip: Slip) -> Mapping[str, Any]:
    return {
        **vars(slip),
        "name": one_line(slip.name),
        "unit": one_line(slip.unit),
        "beside": one_line(slip.beside),
        "ways": links(slip.ways),
    }
