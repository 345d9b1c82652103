"""Sentences of citizens, what each is about, and the office they write to, read from files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.triage.places import KnownPlaces, Offered, office

HERE = Path(__file__).parent
BUILDING = ("building.csv", "more.csv", "once_unseen.csv", "written.csv")
"""The files that are learned from; `once_unseen.csv` was unseen until it was measured."""
KIND = {"complaint": "plain", "weighty": "weighty", "information": "ask", "wish": "wish"}


@dataclass(frozen=True)
class Labelled:
    """A sentence and all that is right of it; an empty list: nothing is known."""

    text: str
    unit: Sequence[str]
    service: Sequence[str]
    element: Sequence[str]
    kind: str


def labelled(file: Path) -> list[Labelled]:
    """The sentences of a file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [_labelled(row) for row in csv.DictReader(lines)]


def _labelled(row: dict[str, str]) -> Labelled:
    unit, service, element = (_all(row[name]) for name in ("unit", "service", "element"))
    return Labelled(row["sentence"], unit, service, element, KIND[row["kind"]])


def _all(cell: str) -> Sequence[str]:
    return [one for one in cell.split("|") if one]


def office_of(file: Path) -> KnownPlaces:
    """The office of a file with its units, services and counters; each is its own key."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [(row["unit"], row["service"], row["counter"]) for row in csv.DictReader(lines)]
    units = [Offered(unit, unit, unit) for unit in dict.fromkeys(unit for unit, _, _ in rows)]
    services = [Offered(service, unit, service) for unit, service, _ in rows]
    return office(tuple(units), tuple(services), tuple(_counters(rows)))


def _counters(rows: Sequence[tuple[str, str, str]]) -> Iterator[Offered]:
    for unit, counter in dict.fromkeys((unit, counter) for unit, _, counter in rows):
        there = tuple(what for at, what, name in rows if (at, name) == (unit, counter))
        yield Offered(counter, unit, counter, there)
