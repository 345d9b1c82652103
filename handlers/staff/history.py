"""Riwayat: one's own entries; each can be opened, corrected, withdrawn and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import (
    ToEntry,
    ToHistory,
    ToLog,
    ToReceipt,
    ToRestoring,
    ToWithdrawing,
)
from handlers.staff.log import own_entry, today_of
from handlers.words.line import LogLine, brief
from handlers.words.pages import page_rows
from handlers.words.receipt import entry_lines, evidence_buttons
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.work import entries as work
from models.work import Entry, State, as_receipt

SHOWN = 6


@dataclass(frozen=True)
class EntryPage:
    """A page of entries."""

    entries: Sequence[Entry]
    page: int


@dataclass(frozen=True)
class OwnEntry:
    """An entry of one's own, in words."""

    entry: Entry
    lines: Lines


def look(store: Store, person: Person, opening: ToHistory | None, now: datetime) -> EntryPage:
    """Own entries only."""
    if person.id is None:
        today_of(person, now)
    page = opening.page if opening else 0
    rows = work.newest(store, person.id or 0, most=SHOWN + 1, skip=page * SHOWN)
    return EntryPage(rows, page)


def returned_meanwhile(store: Store, person: Person) -> Letter | None:
    """What waits to be corrected, for somebody who could not be told of it; None where nothing."""
    count = work.returned(store, person.id) if person.id is not None else 0
    if not count:
        return None
    way = ToHistory().button(Text("button-history"))
    return Letter((Text("history-returned-meanwhile", {"count": count}),), ((way,),))


def look_at_one(
    store: Store, person: Person, opening: ToEntry | ToRestoring | None, now: datetime
) -> OwnEntry:
    """An own entry; what is not there and what is another's are refused alike."""
    if person.id is None:
        today_of(person, now)
    entry = own_entry(store, person, opening.entry if opening else 0)
    return OwnEntry(entry, entry_lines(store, entry))


def look_at_a_receipt(
    store: Store, person: Person, opening: ToReceipt | None, now: datetime
) -> OwnEntry:
    """The own entry with this receipt number; refused as by its own number."""
    if person.id is None:
        today_of(person, now)
    receipt = as_receipt(opening.receipt) if opening else None
    entry = work.by_receipt(store, receipt) if receipt else None
    if entry is None or not is_own(person, entry.person_id):
        raise Refused(Text("entry-not-found"))
    return OwnEntry(entry, entry_lines(store, entry))


def look_before_withdrawing(
    store: Store, person: Person, opening: ToWithdrawing | None, now: datetime
) -> OwnEntry:
    """An own entry that is not approved yet."""
    found = look_at_one(store, person, ToEntry(opening.entry) if opening else None, now)
    if found.entry.state == "approved":
        raise Refused(Text("entry-closed-approved"))
    return found


def show(found: OwnEntry) -> Letter:
    """The entry in full, and what can be done with it."""
    entry = found.entry
    rows = (*evidence_buttons(entry), *_ways(entry))
    return Letter((found.lines,), rows, holds=Text("list-ways"))


def withdraw(store: Store, person: Person, found: OwnEntry, now: datetime) -> Letter:
    """Withdraw it, unless it is already."""
    entry = found.entry
    if entry.state == "withdrawn":
        return show(found)
    return _amended(store, replace(entry, state="withdrawn"))


def restore(store: Store, person: Person, found: OwnEntry, now: datetime) -> Letter:
    """Take the withdrawal back. What was returned before it is still to be corrected."""
    entry = found.entry
    if entry.state != "withdrawn":
        return show(found)
    state: State = "returned" if entry.reason else "sent"
    return _amended(store, replace(entry, state=state, sent_at=now))


def _amended(store: Store, entry: Entry) -> Letter:
    work.amend(store, entry)
    return show(OwnEntry(entry, entry_lines(store, entry)))


def show_shelf(shelf: EntryPage) -> Letter:
    """A page of entries, each behind its number."""
    if not shelf.entries and not shelf.page:
        return Letter((Text("history-none"),), ((ToLog().button(Text("button-log-new")),),))
    shown = shelf.entries[:SHOWN]
    lines: list[Words] = [Text("history-title")]
    lines += [Text("history-line", _facts(n, entry)) for n, entry in enumerate(shown, 1)]
    numbers = tuple(
        ToEntry(entry.id).button(Verbatim(str(n))) for n, entry in enumerate(shown, 1)
    )
    turning = page_rows(ToHistory, shelf.page, more=len(shelf.entries) > SHOWN)
    return Letter((Lines(tuple(lines)),), (numbers, *turning))


def _facts(number: int, entry: Entry) -> dict[str, Fact]:
    line = LogLine.of(entry)
    return {
        "n": number,
        "day": entry.day,
        "activity": brief(entry.activity),
        "amount": line.amount.words.words if line.amount else Text("log-card-none"),
        "state": Text(f"entry-state-{entry.state}"),
    }


def _ways(entry: Entry) -> list[tuple[Button, ...]]:
    """What can be done with the entry as it stands."""
    back = (ToHistory().button(Text("button-history")),)
    if entry.state == "withdrawn":
        return [(ToRestoring(entry.id).button(Text("button-restore")),), back]
    if entry.state == "approved":
        return [back]
    correct = ToLog("b", entry.id).button(Text("button-entry-correct"))
    return [(correct, ToWithdrawing(entry.id).button(Text("button-withdraw"))), back]


CONVERSATION = Several(
    (
        Screen(ToHistory, look, show_shelf),
        Screen(ToEntry, look_at_one, show),
        AtOnce(ToWithdrawing, look_before_withdrawing, withdraw),
        AtOnce(ToRestoring, look_at_one, restore),
        Screen(ToReceipt, look_at_a_receipt, show),
    ),
    manifest=Manifest(
        serves="known",
        menu=Offer(2, to="staff"),
        help=Offer(2, Text("guide-history"), to="staff"),
        cost=Cost(1, 8, 1),
    ),
)
