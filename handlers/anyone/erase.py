"""Hapus: what can be erased at once is, what the law keeps is named before the tap.

An opening is empty (what would go, and what stays), `ya` (erase now) or `minta` (a request to the
office for more).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.citizen.today import tokens_of
from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest
from handlers.office.requests.words import due_day, told_to_office, zone_and_lineage
from handlers.openings import ToErasing
from handlers.questions import Write
from models.calendar import local
from models.letters import Letter, Text
from models.people import Person
from models.rights import may_read_own
from models.store import Store
from models.store.oversight import requests, retention
from models.store.oversight.trail import Note, note

LONGEST = 400


@dataclass(frozen=True)
class Wish:
    """Who asks, what for, and in which words."""

    person: Person
    deed: str
    words: str | None = None


def look(store: Store, person: Person, opening: str, now: datetime) -> Wish:
    """One's own; a citizen has nothing that the office would have to decide on."""
    if opening == "minta" and not may_read_own(person):
        return Wish(person, "")
    return Wish(person, opening if opening in ("ya", "minta") else "")


async def ask(wish: Wish) -> Wish:
    """What else is to go; the rest is said by the tap."""
    if wish.deed == "minta":
        return Wish(wish.person, "minta", await Write("erase-words", longest=LONGEST))
    return wish


def keep(store: Store, person: Person, wish: Wish, now: datetime) -> Letter:
    """Say what would go; or let it go; or ask the office."""
    known = may_read_own(person)
    if wish.deed == "minta":
        return _requested(store, person, wish.words or "", now)
    if wish.deed != "ya":
        rows = [(ToErasing("ya").button(Text("button-erase-now")),)]
        if known:
            rows.append((ToErasing("minta").button(Text("button-erase-more")),))
        return Letter((Text("erase-staff" if known else "erase-citizen"),), tuple(rows))
    if known:
        retention.leave_everywhere(store, person.id or 0, now)
        _note(store, person, now)
        return Letter((Text("erase-done-staff"),))
    retention.untie(store, tokens_of(store, person), now)
    retention.leave(store, person.address)
    return Letter((Text("erase-done-citizen"),))


def _note(store: Store, person: Person, now: datetime) -> None:
    zone, _ = zone_and_lineage(store, person.id or 0, now)
    day = local(now, zone).date()
    note(store, Note("erase", now, day, by=person.id, about=person.id))


def _requested(store: Store, person: Person, words: str, now: datetime) -> Letter:
    number = person.id or 0
    one = requests.ask(store, number, "erase", words, now=now)
    told = told_to_office(store, one, person.name or "", now=now)
    day = {"day": due_day(one, zone_and_lineage(store, number, now)[0])}
    return Letter((Text("amend-sent", day) if told else Text("amend-sent-nowhere"),))


CONVERSATION = Conversation(
    "hapus",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        cost=Cost(1, 3, 1, by="employee"),
    ),
    introduces=True,
)
