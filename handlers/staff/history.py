"""Riwayat: one's own entries; each can be opened, corrected, withdrawn and taken back.

An opening is empty, `h2` (a page), `e12` (an entry), `x12` (withdraw it), `y12` (take that back),
or a receipt number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.pages import page_rows
from handlers.staff.log import own_entry, today_of
from handlers.staff.log.line import Line, brief
from handlers.staff.log.receipt import entry_lines, evidence_buttons
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.work import entries as work
from models.work import Entry, as_receipt

_OPENING = re.compile(r"([hexy])(\d{1,12})")
SHOWN = 6
Deed: TypeAlias = Literal["read", "withdraw", "restore"]


@dataclass(frozen=True)
class Shelf:
    """A page of entries, or one entry and what is to be done with it."""

    entries: Sequence[Entry] = ()
    page: int = 0
    entry: Entry | None = None
    deed: Deed = "read"


def look(store: Store, person: Person, opening: str, now: datetime) -> Shelf:
    """Own entries only; what is not there and what is another's are refused alike."""
    if person.id is None:
        today_of(person, now)
    found = _OPENING.fullmatch(opening)
    if found is None and opening:
        return Shelf(entry=_by_receipt(store, person, opening))
    if found is None or found[1] == "h":
        page = int(found[2]) if found else 0
        rows = work.newest(store, person.id or 0, most=SHOWN + 1, skip=page * SHOWN)
        return Shelf(rows, page)
    entry = own_entry(store, person, int(found[2]))
    deeds: dict[str, Deed] = {"e": "read", "x": "withdraw", "y": "restore"}
    deed = deeds[found[1]]
    if deed == "withdraw" and entry.state == "approved":
        raise Refused(Text("entry-closed-approved"))
    return Shelf(entry=entry, deed=deed)


def _by_receipt(store: Store, person: Person, opening: str) -> Entry:
    receipt = as_receipt(opening)
    entry = work.by_receipt(store, receipt) if receipt else None
    if entry is None or not is_own(person, entry.person_id):
        raise Refused(Text("entry-not-found"))
    return entry


async def ask(shelf: Shelf) -> Shelf:
    """Nothing to ask."""
    return shelf


def keep(store: Store, person: Person, shelf: Shelf, now: datetime) -> Letter:
    """The page, or the entry after what was to be done with it."""
    entry = shelf.entry
    if entry is None:
        return _page(shelf)
    if shelf.deed == "withdraw" and entry.state != "withdrawn":
        entry = replace(entry, state="withdrawn")
        work.amend(store, entry)
    elif shelf.deed == "restore" and entry.state == "withdrawn":
        # What was returned before it was withdrawn is still to be corrected.
        entry = replace(entry, state="returned" if entry.reason else "sent", sent_at=now)
        work.amend(store, entry)
    return Letter((entry_lines(store, entry),), (*evidence_buttons(entry), *_ways(entry)))


def _page(shelf: Shelf) -> Letter:
    if not shelf.entries and not shelf.page:
        return Letter((Text("history-none"),), ((Button(Text("button-log-new"), "o.catat."),),))
    shown = shelf.entries[:SHOWN]
    lines: list[Words] = [Text("history-title")]
    lines += [Text("history-line", _facts(n, entry)) for n, entry in enumerate(shown, 1)]
    numbers = tuple(
        Button(Verbatim(str(n)), f"o.riwayat.e{entry.id}") for n, entry in enumerate(shown, 1)
    )
    turning = page_rows("o.riwayat.h", shelf.page, more=len(shelf.entries) > SHOWN)
    return Letter((Lines(tuple(lines)),), (numbers, *turning))


def _facts(number: int, entry: Entry) -> dict[str, Fact]:
    line = Line.of(entry)
    return {
        "n": number,
        "day": entry.day,
        "activity": brief(entry.activity),
        "amount": line.amount.words.words if line.amount else Text("log-card-none"),
        "state": Text(f"entry-state-{entry.state}"),
    }


def _ways(entry: Entry) -> list[tuple[Button, ...]]:
    """What can be done with the entry as it stands."""
    back = (Button(Text("button-history"), "o.riwayat."),)
    if entry.state == "withdrawn":
        return [(Button(Text("button-restore"), f"o.riwayat.y{entry.id}"),), back]
    if entry.state == "approved":
        return [back]
    correct = Button(Text("button-entry-correct"), f"o.catat.b{entry.id}")
    return [(correct, Button(Text("button-withdraw"), f"o.riwayat.x{entry.id}")), back]


CONVERSATION = Conversation(
    "riwayat",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=Place(2),
        help=Place(2, Text("guide-history")),
        cost=Cost(1, 8, 2),
    ),
)
