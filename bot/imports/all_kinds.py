"""The kinds of files that an office brings, and how one is read and tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.imports.intake import MOST_ROWS as MOST_ROWS
from bot.imports.kinds.counters import COUNTERS
from bot.imports.kinds.leave import LEAVE
from bot.imports.kinds.people import PEOPLE
from bot.imports.kinds.posts import POSTS
from bot.imports.kinds.services import SERVICES
from bot.imports.kinds.superiors import SUPERIORS
from bot.imports.kinds.targets import TARGETS
from bot.imports.kinds.teams import TEAMS
from bot.imports.kinds.units import UNITS
from bot.imports.outcome import Kind, Outcome
from bot.imports.outcome import Terms as Terms
from bot.imports.reading.sheets import SheetWrong, Wrong
from bot.imports.reading.tables import UnusableError, rows_of
from models.letters import Text
from models.store import Store
from models.store.oversight.trail import undone

_EVERY = (PEOPLE, UNITS, POSTS, SUPERIORS, SERVICES, COUNTERS, TARGETS, LEAVE, TEAMS)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _EVERY}


@dataclass(frozen=True)
class Parsed:
    """A file that can be read as what it is said to be; `rows` are what its kind applies."""

    kind: Kind
    rows: Any
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
        raise SheetWrong([Wrong(why)]) from None
    return Parsed(known, known.read(table), content, name)


def applied(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """Take the file in; raises `SheetWrong` with everything that the store knows otherwise."""
    return file.kind.apply(store, file.rows, terms)


def previewed(store: Store, file: Parsed, terms: Terms) -> Outcome:
    """What taking it in would make: it is taken in and taken back; raises like `applied`."""
    with undone(store):
        return applied(store, file, terms)
