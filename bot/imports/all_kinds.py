"""The kinds of files that an office brings, and how one is read and tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from bot.imports.blank import is_example
from bot.imports.kind import Kind
from bot.imports.kinds.counters import COUNTERS
from bot.imports.kinds.leave import LEAVE
from bot.imports.kinds.people import PEOPLE
from bot.imports.kinds.posts import POSTS
from bot.imports.kinds.services import SERVICES
from bot.imports.kinds.standards import STANDARDS
from bot.imports.kinds.superiors import SUPERIORS
from bot.imports.kinds.targets import TARGETS
from bot.imports.kinds.teams import TEAMS
from bot.imports.kinds.units import UNITS
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import Mistake, ReadSheet, SheetWrong, fits, sheet_of
from bot.imports.reading.tables import SheetTable, UnusableError, tables_of
from models.letters import Text
from models.store import Store
from models.store.oversight.trail import undone

_EVERY = (PEOPLE, UNITS, POSTS, SUPERIORS, SERVICES, COUNTERS, STANDARDS, TARGETS, LEAVE, TEAMS)
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


def parsed(kind: str, content: bytes, name: str, *, today: date | None = None) -> Parsed:
    """Read a file; raises `SheetWrong` where it has no table of that kind. What else is wrong with
    it is told with what the store knows otherwise. Days without a year are near `today`.

    It asks no store and takes its time: not within a transaction, not in a running loop's thread.
    """
    known = KINDS[kind]
    try:
        tables = tables_of(content, name, most=MOST_ROWS)
    except UnusableError as reason:
        empty = reason.text == "table-empty"
        why = Text(known.empty) if empty else Text(reason.text, reason.facts)
        raise SheetWrong([Mistake(why)]) from None
    tables = [_without_example(one, known) for one in tables]
    sheet = sheet_of(tables, known.row, today=today)
    wrongs = [*sheet.wrongs, *known.agree(sheet.rows)]
    if not sheet.rows and not wrongs:
        raise SheetWrong([Mistake(Text(known.empty))])
    return Parsed(known, replace(sheet, wrongs=wrongs), content, name)


def _without_example(table: SheetTable, kind: Kind) -> SheetTable:
    """The table without the row that an empty one has as an example."""
    return replace(table, rows=[row for row in table.rows if not is_example(kind, row.cells)])


def guessed(content: bytes, name: str) -> list[str]:
    """The kinds whose columns the file has: none that is needed is missing, and of the others none
    has more of its titles.

    Of several the first has the most needed columns. One that cannot be read at all is of any kind:
    whoever reads it says so. It takes its time, as `parsed` does.
    """
    try:
        tables = tables_of(content, name, most=MOST_ROWS)
    except UnusableError:
        return [next(iter(KINDS))]
    foreign = {kind.name: fits(tables, kind.columns) for kind in KINDS.values()}
    least = min((count for count in foreign.values() if count is not None), default=0)
    fitting = [kind for kind in KINDS.values() if foreign[kind.name] == least]
    return [k.name for k in sorted(fitting, key=lambda kind: -len(kind.columns.needed))]


def applied(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """Take the file in; raises `SheetWrong` with everything that the store knows otherwise."""
    outcome = file.kind.apply(store, file.sheet, terms)
    return replace(outcome, notes=(*file.sheet.notes, *outcome.notes))


def previewed(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """What taking it in would make: it is taken in and taken back; raises like `applied`."""
    with undone(store):
        return applied(store, file, terms)

