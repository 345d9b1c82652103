"""What is done about a new chat by whoever meets it: the office that makes a code, the person who
uses it, their older chats, and who vouches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.words.new_chats import of_case, of_code, of_use, of_waiting
from handlers.words.requests import zone_and_lineage
from models.calendar import local
from models.letters import Fact, Letter, Lines, Text, Words
from models.people import Address, Person
from models.rights import may_vouch
from models.store import Store
from models.store.chat import addresses, new_chats
from models.store.chat.new_chats import NewChat, Opened
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import duties, people


@dataclass(frozen=True)
class SecondsAsked:
    """Whether anybody was asked to vouch; else the names of those who could if they joined."""

    asked: bool
    absent: tuple[str, ...] = ()

    @property
    def words(self) -> Text:
        """What is said of it to whoever waits."""
        if self.asked:
            return Text("akun-asked")
        names = ", ".join(self.absent)
        return Text("akun-nobody-joined", {"names": names}) if names else Text("akun-nobody")


def code_made(store: Store, person_id: int, *, by: int | None, now: datetime) -> bool:
    """Tell every chat of who has joined that there is a code by which another chat becomes theirs;
    False for who has not joined."""
    if not new_chats.trusted(store, person_id):
        return False
    one = new_chats.coded(store, person_id, by=by, now=now)
    new_chats.tell_chats(store, one, of_code(one), now=now)
    return True


def begun(store: Store, person_id: int, chat: Address, *, now: datetime) -> Letter:
    """The chat has used the code of who had joined: the older ones are told and asked."""
    one = new_chats.used(store, person_id, chat, now=now)
    zone, _ = zone_and_lineage(store, person_id, now)
    older = new_chats.tell_chats(store, one, of_use(one, chat, zone), now=now, but=chat.id)
    return of_waiting(one, people.name_of(store, person_id), older)


def opened_up(
    store: Store, person: Person, one: NewChat, state: Opened, *, now: datetime
) -> Address | None:
    """Somebody says that the new chat is the person's: it is told. None where it was settled."""
    chat = new_chats.open_up(store, one, state, by=person.id, now=now)
    if chat is not None:
        note_deed(store, person, "chat", one.person_id, now=now, state=state)
    return chat


def frozen(store: Store, person: Person, one: NewChat, now: datetime) -> SecondsAsked | None:
    """Somebody says that the code or the chat is not the person's: nothing is done from any chat of
    theirs until a second officer has looked. None where it was settled meanwhile."""
    if not new_chats.freeze(store, one, now):
        return None
    note_deed(store, person, "chat", one.person_id, now=now, state="frozen")
    for chat in new_chats.chats_of(store, one.person_id):
        if chat.id != person.address.id:
            told = Letter((Text("akun-frozen"),))
            letters.write(store, chat, told, now=now, carried=letters.AT_ONCE)
    return asked_seconds(store, one, now, but=person.id)


def asked_seconds(
    store: Store, one: NewChat, now: datetime, *, but: int | None = None
) -> SecondsAsked:
    """Ask whoever may vouch: HR there, and where none has joined the head of the top unit."""
    fresh = new_chats.by_now(store, one)
    letter = of_case(fresh, case_facts(store, fresh, now))
    absent = list[str]()
    for several in _vouching(store, one, now):
        others = [number for number in several if number != but]
        told = [letters.tell(store, number, letter, now=now) for number in others]
        if any(told):
            return SecondsAsked(True)
        absent += [people.name_of(store, number) for number in others]
    return SecondsAsked(False, tuple(absent))


def case_facts(store: Store, one: NewChat, now: datetime) -> dict[str, Fact]:
    """Who it is, by whom the code was made, on which channel and when it was used."""
    zone, _ = zone_and_lineage(store, one.person_id, now)
    there = local(one.used_at or one.made_at, zone)
    maker = people.name_of(store, one.made_by) if one.made_by else Text("akun-operator")
    chat = addresses.by_id(store, one.address_id) if one.address_id is not None else None
    return {
        "name": people.name_of(store, one.person_id),
        "by": maker,
        "channel": chat.channel_name if chat else Text("akun-no-channel"),
        "day": there.date(),
        "time": f"{there:%H.%M}",
    }


def vouches(store: Store, person: Person, one: NewChat, now: datetime) -> bool:
    """Whether the person may say whose the chat is."""
    _, lineage = zone_and_lineage(store, one.person_id, now)
    tops, made_by = _tops(store, lineage), one.made_by
    return may_vouch(person, lineage, tops=tops, owner_id=one.person_id, made_by=made_by)


def _vouching(store: Store, one: NewChat, now: datetime) -> Iterator[list[int]]:
    """Who may, HR first: never who made the code, never whose chat it is."""
    zone, lineage = zone_and_lineage(store, one.person_id, now)
    day = local(now, zone).date()
    for duty, units in (("hr", lineage), ("head", _tops(store, lineage))):
        found = duties.holders(store, duty, units, day)
        yield [number for number in found if number not in (one.made_by, one.person_id)]


def _tops(store: Store, lineage: Collection[int]) -> set[int]:
    """The unit above all of these, or every one where there is no post to say so."""
    return set(services.tops(store)) & set(lineage)


def standing(one: NewChat) -> Letter:
    """What came of it, to who comes too late."""
    return Letter((Text(f"akun-is-{one.state}"),))


def lines(*said: Words) -> Letter:
    """These lines, and nothing to tap."""
    return Letter((Lines(said),))
