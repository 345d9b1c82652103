"""What is done about a new chat by whoever meets it: the office that makes a code, the person who
uses it, their older chats, and who vouches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from handlers.words.new_chats import of_case, of_code, of_use, of_waiting
from handlers.words.requests import zone_and_lineage
from models.calendar import local
from models.letters import Fact, Letter, Lines, Text, Words
from models.people import Address, Person
from models.rights import SECONDS, is_second, may_confirm
from models.store import Store
from models.store.chat import addresses, chats, new_chats
from models.store.chat.makers import JOINED, behind
from models.store.chat.new_chats import NewChat, Opened
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.looks import note_deed
from models.store.people import duties, people


@dataclass(frozen=True)
class SecondsAsked:
    """Whether anybody was asked to vouch; else the names of those who could if they joined, and of
    those who could if they had not joined by a code of whoever has made this one."""

    asked: bool
    absent: tuple[str, ...] = ()
    unproven: tuple[str, ...] = ()

    @property
    def words(self) -> Text:
        """What is said of it to whoever waits."""
        if self.asked:
            return Text("akun-asked")
        for text, names in (("joined", self.absent), ("proven", self.unproven)):
            if names:
                return Text(f"akun-nobody-{text}", {"names": ", ".join(names)})
        return Text("akun-nobody")


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
    here = person.address.id
    chat = new_chats.open_up(store, one, state, by=person.id, now=now, said_in=here)
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
    letter, absent = case_letter(store, new_chats.by_now(store, one), now), list[str]()
    for several in _vouching(store, one, now):
        others = [number for number in several if number != but]
        told = [number for number in others if letters.tell(store, number, letter, now=now)]
        if told:
            new_chats.ask(store, one, told)
            return SecondsAsked(True)
        absent += _names(store, others)
    unproven = (number for several in _entrusted(store, one, now) for number in several)
    left = [number for number in dict.fromkeys(unproven) if number != one.made_by]
    return SecondsAsked(False, tuple(absent), tuple(_names(store, left)))


def unasked(store: Store, now: datetime) -> list[NewChat]:
    """What waits for a second officer, of which nobody was told who may vouch by now: they have
    joined since, or have got the role."""
    return [one for one in cases(store, now) if _needs(one) and _is_unasked(store, one, now)]


def ask_again(store: Store, now: datetime) -> None:
    """Tell them of it."""
    for one in unasked(store, now):
        if _is_unasked(store, new_chats.locked(store, one), now):
            asked_seconds(store, one, now)


def _needs(one: NewChat) -> bool:
    """Whether a second officer is wanted: an older chat may answer as well, where there is one."""
    return one.state != "waiting" or one.old_gone


def _is_unasked(store: Store, one: NewChat, now: datetime) -> bool:
    joined = chats.joined(store)
    able = ({n for n in several if n in joined} for several in _vouching(store, one, now))
    first = next((some for some in able if some), None)
    return first is not None and first.isdisjoint(one.asked)


def cases(store: Store, now: datetime) -> list[NewChat]:
    """All of which a second officer can say something."""
    found = new_chats.all_open(store, "waiting", "frozen")
    first = new_chats.first_of(store, SECONDS)
    return found + [one for one in first if is_case(store, one, now)]


def is_case(store: Store, one: NewChat, now: datetime) -> bool:
    """Whether there is anything to be said of it. Of a first chat only where its person may be
    somebody's second."""
    if one.state != JOINED:
        return one.state != "coded"
    return any(held.duty in SECONDS for held in duties.duties_of(store, one.person_id, now))


def provers(store: Store, person_ids: Iterable[int | None], now: datetime) -> list[int]:
    """Who has joined and may say of these people's first chats that they are theirs."""
    joined, several = chats.joined(store), behind(store, person_ids)
    firsts = [one for n in several for one in new_chats.open_of(store, n) if one.state == JOINED]
    able = (n for one in firsts for found in _vouching(store, one, now) for n in found)
    return [number for number in dict.fromkeys(able) if number in joined]


def first_chat(store: Store, joined: Person, *, by: int | None, now: datetime) -> Iterator[Words]:
    """Somebody has joined by a code: where one of the office had made it and they may be somebody's
    second person, another is asked whether it is them, and they read so."""
    one = new_chats.begin(store, joined.id or 0, joined.address, by=by, now=now)
    if one is not None and is_second(joined):
        asked_seconds(store, one, now)
        yield Text("akun-first", {"by": people.name_of(store, one.made_by or 0)})


def proven(store: Store, person_id: int, *, by: int | None, now: datetime) -> bool:
    """Somebody else says that the first chat is the person's, who is told; False where nothing was
    open."""
    firsts = [one for one in new_chats.open_of(store, person_id) if one.state == JOINED]
    done = [one for one in firsts if new_chats.confirm(store, one, by=by, now=now)]
    if done:
        letters.tell(store, person_id, lines(Text("akun-proven")), now=now)
    return bool(done)


def case_letter(store: Store, one: NewChat, now: datetime) -> Letter:
    """What is known of it, and what can be said."""
    others = (chat for chat in new_chats.chats_of(store, one.person_id))
    older = any(chat.id != one.address_id for chat in others)
    return of_case(one, case_facts(store, one, now), older=older)


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
    return may_confirm(person, lineage, tops=_tops(store, lineage), others=_others(store, one))


def _others(store: Store, one: NewChat) -> frozenset[int]:
    """Whose chat it is, and whoever may stand behind who made the code."""
    return behind(store, [one.made_by]) | {one.person_id}


def _vouching(store: Store, one: NewChat, now: datetime) -> Iterator[list[int]]:
    """Who may, HR first."""
    others = _others(store, one)
    for several in _entrusted(store, one, now):
        yield [n for n in several if behind(store, [n]).isdisjoint(others)]


def _entrusted(store: Store, one: NewChat, now: datetime) -> Iterator[list[int]]:
    """Who could, if they are somebody else: never whose chat it is."""
    zone, lineage = zone_and_lineage(store, one.person_id, now)
    day = local(now, zone).date()
    for duty, units in (("hr", lineage), ("head", _tops(store, lineage))):
        found = duties.holders(store, duty, units, day)
        yield [number for number in found if number != one.person_id]


def _names(store: Store, numbers: Iterable[int]) -> list[str]:
    return [people.name_of(store, number) for number in numbers]


def _tops(store: Store, lineage: Collection[int]) -> set[int]:
    """The unit above all of these, or every one where there is no post to say so."""
    return set(services.tops(store)) & set(lineage)


def standing(one: NewChat) -> Letter:
    """What came of it, to who comes too late; of one that waits nobody does."""
    return Letter((Text(f"akun-is-{one.state}"),))


def lines(*said: Words) -> Letter:
    """These lines, and nothing to tap."""
    return Letter((Lines(said),))
