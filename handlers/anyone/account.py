"""Akun: which chats are one's own. An older chat says whether a new one is; a new one, that the
older ones are lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.new_chats import asked_seconds, frozen, lines, opened_up, standing
from handlers.openings import ToAccount, ToDisowning, ToOldGone, ToOwning
from handlers.words.new_chats import of_code, of_use, of_waiting, only_so_far
from handlers.words.requests import zone_and_lineage
from models.letters import Letter, Lines, Text
from models.people import Address, Person
from models.refused import Refused
from models.store import Store
from models.store.chat import addresses, new_chats
from models.store.chat.new_chats import NewChat


@dataclass(frozen=True)
class Account:
    """Whose they are, the chats that are trusted, the new ones that wait, and a code that nobody
    has used yet; by whose clock."""

    person: Person
    older: Sequence[Address]
    waiting: Sequence[tuple[NewChat, Address]]
    coded: NewChat | None
    zone: str


def look(store: Store, person: Person, opening: ToAccount | None, now: datetime) -> Account:
    """All of one's chats; from a new one, only itself. Refused to whoever has not joined."""
    number = _joined(person)
    if person.address.trust == "frozen":
        raise only_so_far(person)
    every = new_chats.open_of(store, number)
    found = [one for one in every if one.state == "waiting"]
    coded = next((one for one in every if one.state == "coded"), None)
    if not person.is_trusted:
        found = [one for one in found if one.address_id == person.address.id]
    waiting = [
        (one, addresses.by_id(store, one.address_id)) for one in found if one.address_id is not None
    ]
    zone, _ = zone_and_lineage(store, number, now)
    if not (waiting or person.is_trusted):
        raise Refused(Text("akun-gone"))
    older = addresses.of_person(store, number, everywhere=True)
    return Account(person, older, waiting, coded, zone)


def show(own: Account) -> Letter:
    """What waits for a word, else where one has joined."""
    if not own.person.is_trusted:
        return of_waiting(own.waiting[-1][0], own.person.name or "", own.older)
    if own.waiting:
        return of_use(*own.waiting[0], own.zone)
    if own.coded is not None:
        return of_code(own.coded)
    rows = (Text("akun-chat", {"channel": chat.channel_name}) for chat in own.older)
    return Letter((Lines((Text("akun-nothing-waits"), *rows)),))


def look_at_one(
    store: Store, person: Person, opening: ToOwning | ToDisowning | ToOldGone | None, now: datetime
) -> NewChat:
    """One of one's own; somebody else's and none are refused alike."""
    number = _joined(person)
    one = new_chats.new_chat(store, opening.number) if opening else None
    if one is None or one.person_id != number:
        raise Refused(Text("akun-gone"))
    return one


def look_from_older(
    store: Store, person: Person, opening: ToOwning | ToDisowning | None, now: datetime
) -> NewChat:
    """The same for a chat that is known to be the person's: a new one vouches for nothing."""
    one = look_at_one(store, person, opening, now)
    if not person.is_trusted or one.address_id == person.address.id:
        raise only_so_far(person) if not person.is_trusted else Refused(Text("akun-gone"))
    return one


def own(store: Store, person: Person, one: NewChat, now: datetime) -> Letter:
    """The new chat is theirs."""
    if one.state != "waiting":
        return standing(one)
    chat = opened_up(store, person, one, "agreed", now=now)
    if chat is None:
        return standing(new_chats.by_now(store, one))
    return lines(Text("akun-owned", {"channel": chat.channel_name}))


def disown(store: Store, person: Person, one: NewChat, now: datetime) -> Letter:
    """It is not: all of them are frozen, and a second officer is asked."""
    asked = frozen(store, person, one, now)
    if asked is None:
        return standing(new_chats.by_now(store, one))
    return lines(Text("akun-disowned"), asked.words)


def look_from_new(
    store: Store, person: Person, opening: ToOldGone | None, now: datetime
) -> NewChat:
    """What waits for a word about this very chat."""
    one = look_at_one(store, person, opening, now)
    if one.address_id != person.address.id:
        raise Refused(Text("akun-gone"))
    return one


def say_gone(store: Store, person: Person, one: NewChat, now: datetime) -> Letter:
    """Ask a second officer; the older chats end where they agree."""
    if one.state != "waiting":
        return standing(one)
    if one.old_gone and one.asked:
        return lines(Text("akun-asked"), Text("akun-log-only"))
    new_chats.say_old_is_gone(store, one.id)
    return lines(asked_seconds(store, one, now).words, Text("akun-log-only"))


def _joined(person: Person) -> int:
    if person.id is None:
        raise Refused(Text("akun-not-joined"))
    return person.id


CONVERSATION = Several(
    (
        Screen(ToAccount, look, show),
        AtOnce(ToOwning, look_from_older, own),
        AtOnce(ToDisowning, look_from_older, disown, introduces=True),
        AtOnce(ToOldGone, look_from_new, say_gone),
    ),
    manifest=Manifest(
        serves="known",
        menu=None,
        help=Offer(3, Text("guide-account")),
        cost=Cost(1, 1, 1),
        trust="frozen",
    ),
)
