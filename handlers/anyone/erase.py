"""Hapus: what can be erased at once is, what the law keeps is named before the tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Write
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToErasing, ToErasingMore, ToErasingNow
from handlers.today import tokens_of
from handlers.words.requests import due_day, told_to_office, zone_and_lineage
from models.calendar import local
from models.letters import Letter, Text
from models.people import Address, Person
from models.rights import may_read_own
from models.store import Store
from models.store.chat import new_chats
from models.store.complaints import listeners, reporters
from models.store.oversight import requests, retention
from models.store.oversight.trail import Note, note

LONGEST_REASON = 400


@dataclass(frozen=True)
class HeldOfOne:
    """Whether they are known here (of a citizen the office has nothing to decide on), and how many
    complaints of theirs there are."""

    known: bool
    complaints: int


def look(store: Store, person: Person, opening: object, now: datetime) -> HeldOfOne:
    """What is held of who asks."""
    tied = {one for chat in _chats(store, person) for one in reporters.tied(store, chat)}
    return HeldOfOne(may_read_own(person), len(tied))


def _chats(store: Store, person: Person) -> Sequence[Address]:
    return [person.address] if person.id is None else new_chats.chats_of(store, person.id)


def show(held: HeldOfOne) -> Letter:
    """What would go, and what stays."""
    known = held.known
    rows = [(ToErasingNow().button(Text("button-erase-now")),)]
    if known:
        rows.append((ToErasingMore().button(Text("button-erase-more")),))
    words: tuple[Text, ...] = (Text("erase-staff" if known else "erase-citizen"),)
    if held.complaints:
        words += (Text("erase-complaints", {"count": held.complaints}),)
    return Letter(words, tuple(rows))


def erase(store: Store, person: Person, held: HeldOfOne, now: datetime) -> Letter:
    """Let it go: of complaints, who made them."""
    for chat in _chats(store, person):
        reporters.drop(store, chat)
    listeners.drop(store, person.address)
    if held.known:
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


async def ask(held: HeldOfOne) -> str | Onward:
    """What else is to go."""
    if held.known:
        return await Write("erase-words", longest=LONGEST_REASON)
    return Onward.to(ToErasing())


def request(store: Store, person: Person, words: str, now: datetime) -> Letter:
    """Ask the office for more."""
    number = person.id or 0
    one = requests.ask(store, number, "erase", words, now=now)
    told = told_to_office(store, one, person.name or "", now=now)
    day = {"day": due_day(one, zone_and_lineage(store, number, now)[0])}
    return Letter((Text("amend-sent", day) if told else Text("amend-sent-nowhere"),))


CONVERSATION = Several(
    (
        Screen(ToErasing, look, show),
        AtOnce(ToErasingNow, look, erase, introduces=True),
        Conversation(ToErasingMore, look, ask, request),
    ),
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        cost=Cost(1, 3, 1, by="employee"),
    ),
)
