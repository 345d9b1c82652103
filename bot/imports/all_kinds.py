"""The kinds of files that an office brings, and how one is read and tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from bot.imports.blank import is_example
from bot.imports.kind import Kind
from bot.imports.kinds.counters import COUNTERS
from bot.imports.kinds.leave import LEAVE
from bot.imports.kinds.people import PEOPLE
from bot.imports.kinds.posts import POSTS
from bot.imports.kinds.services import SERVICES
from bot.imports.kinds.superiors import SUPERIORS
from bot.imports.kinds.targets import TARGETS
from bot.imports.kinds.teams import TEAMS
from bot.imports.kinds.units import UNITS
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import (
    Columns,
    Mistake,
    ReadSheet,
    SheetWrong,
    header_of,
    refuse,
    sheet_of,
)
from bot.imports.reading.tables import Row, UnusableError, rows_of
from models.letters import Text
from models.store import Store
from models.store.oversight.trail import undone

_EVERY = (PEOPLE, UNITS, POSTS, SUPERIORS, SERVICES, COUNTERS, TARGETS, LEAVE, TEAMS)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _EVERY}


MOST_ROWS = 50_000
"""Rows of a file that are taken at once."""


@dataclass(frozen=True)
class Parsed:
    """A file that can be read as what it is said to be; `sheet` is what its kind applies."""

    kind: Kind
    sheet: ReadSheet[Any]
    content: bytes
    name: str

    @property
    def digest(self) -> str:
        """What tells the content from every other (SHA-256, hex)."""
        return sha256(self.content).hexdigest()


def parsed(kind: str, content: bytes, name: str) -> Parsed:
    """Read a file; raises `SheetWrong` with everything that is wrong with it by itself.

    It asks no store and takes its time: not within a transaction, not in a running loop's thread.
    """
    known = KINDS[kind]
    try:
        table = rows_of(content, name, most=MOST_ROWS)
    except UnusableError as reason:
        empty = reason.text == "table-empty"
        why = Text(known.empty) if empty else Text(reason.text, reason.facts)
        raise SheetWrong([Mistake(why)]) from None
    table = [row for row in table if not is_example(known, row.cells)]
    sheet = sheet_of(table, known.row)
    wrongs = [*sheet.wrongs, *known.agree(sheet.rows)]
    if not sheet.rows and not wrongs:
        raise SheetWrong([Mistake(Text(known.empty))])
    if not known.together:
        refuse(wrongs)
    return Parsed(known, replace(sheet, wrongs=wrongs), content, name)


def guessed(content: bytes, name: str) -> list[str]:
    """The kinds whose columns the file has: none that is needed is missing, none is foreign.

    Of several the first has the most needed columns. One that cannot be read at all is of any kind:
    whoever reads it says so. It takes its time, as `parsed` does.
    """
    try:
        table = rows_of(content, name, most=MOST_ROWS)
    except UnusableError:
        return [next(iter(KINDS))]
    fitting = [kind for kind in KINDS.values() if _fits(table, kind.columns)]
    return [k.name for k in sorted(fitting, key=lambda kind: -len(kind.columns.needed))]


def applied(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """Take the file in; raises `SheetWrong` with everything that the store knows otherwise."""
    return file.kind.apply(store, file.sheet, terms)


def previewed(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """What taking it in would make: it is taken in and taken back; raises like `applied`."""
    with undone(store):
        return applied(store, file, terms)


def _fits(table: list[Row], columns: Columns) -> bool:
    cells = [cell for cell in header_of(table, columns).cells if cell]
    named = [columns.named(cell) for cell in cells]
    return None not in named and set(columns.needed) <= set(named)
