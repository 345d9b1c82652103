"""Daftar: a single-use code from the office ties this chat to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.anyone.ways import ways
from handlers.complaints import tied_letter
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Option, Pick, Write
from handlers.new_chats import begun, first_chat, lines, proven
from handlers.openings import ToCode, ToJoining
from handlers.today import one_rater
from handlers.words.moments import moment_words
from handlers.words.new_chats import of_use_here
from handlers.words.notice import notice
from handlers.words.requests import zone_and_lineage
from models.calendar import local
from models.letters import Fact, Letter, Lines, Text, Words
from models.notices import WORDINGS
from models.people import Person, Trust
from models.refused import Refused
from models.services import bare_code
from models.store import Store
from models.store.chat import addresses, chats, consents, new_chats
from models.store.complaints import codes, complaints
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.people import duties, people, roll
from models.store.people.people import Bearer


@dataclass(frozen=True)
class Door:
    """The code in the opening, if any; with one that would work, what is to be read first."""

    code: str
    whose: Bearer | None = None
    notice: Mapping[str, Fact] | None = None


def look(store: Store, person: Person, opening: ToJoining | None, now: datetime) -> Door:
    """Refused while too many wrong codes keep the door shut."""
    if people.locked(person.address, now):
        raise Refused(Text("join-locked"))
    code = opening.code if opening else ""
    whose = people.bearer(store, bare_code(code), now=now) if code else None
    if whose is None or not whose.works:
        return Door(code, whose)
    about, contact = notice(store, now)
    facts = {"about": about, "contact": contact, "speaks": Text("notice-speaks")}
    return Door(code, whose, facts)


async def ask(door: Door) -> Door | Onward:
    """The code, unless it came with the link; then the notice, before anything is kept."""
    if not door.code:
        return Onward.to(ToJoining(await Write("join-code", longest=40, passing=True)))
    if door.notice is not None:
        await Pick(
            "join-notice",
            options=[Option("yes", Text("button-understood"))],
            facts=door.notice,
            yes="yes",
            yes_words="word-agree",
            reminder=Text("join-notice-again"),
        )
    return door


def keep(store: Store, person: Person, door: Door, now: datetime) -> Letter:
    """Use the code up, once the notice was read.

    Of one that nobody was ever given nothing is said; of one that works no more, what to do. Who
    types again the one that tied this chat is answered as the first time.
    """
    whose = door.whose
    if whose is None:
        return _of_a_complaint(store, person, door, now) or _wrong(store, person, now)
    if not (whose.works or whose.person_id == person.id):
        return _in_vain(store, whose, bare_code(door.code), now)
    if not whose.works:
        return _welcome(person, ()) if person.is_trusted else lines(Text("akun-new-only"))
    code, number = bare_code(door.code), whose.person_id
    mine = person.id == number and person.is_trusted
    if not mine and new_chats.trusted(store, number):
        return _waits(store, person, code, number, now)
    return _tied(store, person, code, now, by=whose.made_by, again=mine)


def _of_a_complaint(store: Store, person: Person, door: Door, now: datetime) -> Letter | None:
    """What looked like a joining code is one by which a citizen's other phone reads a complaint."""
    found = codes.used(store, door.code, person.address, now=now)
    return None if found is None else tied_letter(complaints.one(store, found))


def _wrong(store: Store, person: Person, now: datetime) -> Letter:
    shut = people.in_vain(store, person.address.id, now)
    return Letter((Text("join-locked" if shut else "join-wrong"),))


def _in_vain(store: Store, whose: Bearer, code: str, now: datetime) -> Letter:
    """What has become of the code, and what to do; whoever made it is told, once. While an account
    is frozen a second officer looks at it already, and nobody can make a code."""
    end = moment_words(whose.expires_at, zone_and_lineage(store, whose.person_id, now)[0])
    said = Text(f"join-code-{whose.standing}", end)
    if whose.standing == "left" or new_chats.is_frozen(store, whose.person_id):
        return lines(said)
    told = whose.is_told or _maker_told(store, whose, code, now)
    return lines(said, Text("join-code-told")) if told else lines(said)


def _maker_told(store: Store, whose: Bearer, code: str, now: datetime) -> bool:
    """Write to who made the code, else to those who keep its person; False where nobody is there.
    """
    number, (zone, units) = whose.person_id, zone_and_lineage(store, whose.person_id, now)
    end = roll.standing_code(store, number, now=now)
    again = ToCode(number, int(end.timestamp()) if end else 0)
    letter = in_vain(people.name_of(store, number), whose, zone, again)
    keepers = duties.holders(store, "hr", units, local(now, zone).date())
    for some in ([whose.made_by] if whose.made_by else [], keepers):
        told = [letters.tell(store, one, letter, now=now) for one in some if one != number]
        if any(told):
            people.told_of(store, code, now)
            return True
    return False


def in_vain(name: str, whose: Bearer, zone: str, again: ToCode) -> Letter:
    """What is read by who made a code that was tried in vain; `again` makes another one."""
    why = Text(f"join-vain-{whose.standing}", moment_words(whose.expires_at, zone))
    news = Text("join-vain", {"name": name, "why": why})
    return Letter((news,), ((again.button(Text("button-pegawai-code")),),))


def _tied(
    store: Store, person: Person, code: str, now: datetime, *, by: int | None, again: bool
) -> Letter:
    """The chat is this person's from now on, and what they were told is kept with proof.

    `again`: it was theirs already; their other chats are told that the code was used there. `by`
    has made the code; whoever runs the machine (None) says by theirs that the chat is the person's.
    """
    joined = _used(store, person, code, now)
    number = joined.id or 0
    first = () if again else tuple(first_chat(store, joined, by=by, now=now))
    if again:
        new_chats.used_here(store, number, joined.address, of_use_here(joined.address), now=now)
    if again and by is None:
        proven(store, number, by=None, now=now)
    new_chats.spent(store, number, now)
    left = new_chats.let_go(store, number, to=joined.address, now=now)
    people.uninvite(store, number, now=now)
    note_deed(store, joined, "join", number, now=now, channel=joined.address.channel, left=left)
    return _welcome(joined, (*_spoken_to(store, joined), *first))


def _waits(store: Store, person: Person, code: str, number: int, now: datetime) -> Letter:
    """Whoever has joined elsewhere is asked there first; the chat may log, and nothing else."""
    joined = _used(store, person, code, now, trust="new")
    channel = joined.address.channel
    note_deed(store, joined, "join", number, now=now, channel=channel, waits=True)
    return begun(store, number, joined.address, now=now)


def _used(
    store: Store, person: Person, code: str, now: datetime, *, trust: Trust = "full"
) -> Person:
    """Use the code up; who stands here from now on."""
    new_chats.leave(store, person.address, now)
    people.joined(store, code, address_id=person.address.id, now=now, trust=trust)
    joined = addresses.person_at(store, addresses.by_id(store, person.address.id), now)
    for purpose in WORDINGS:
        consents.give(store, joined.address, purpose, now=now)
    one_rater(store, joined)
    return joined


def _welcome(joined: Person, more: tuple[Words, ...]) -> Letter:
    lines = (*_met(joined), *more)
    met = (Lines(lines),) if lines else ()
    return Letter((Text("join-done", {"name": joined.name or ""}), *met), ways(joined))


def _met(joined: Person) -> Iterator[Words]:
    """Who they are here, and what to type first."""
    if joined.post is not None:
        facts = {"title": joined.post.title, "unit": joined.post.unit.name}
        yield from (Text("join-post", facts), Text("join-log"))
    if joined.team:
        yield Text("join-team", {"count": len(joined.team)})


def _spoken_to(store: Store, joined: Person) -> Iterator[Words]:
    """On a second channel: where Tilik speaks first now. Here, until they choose another."""
    here, number = joined.address, joined.id or 0
    chats.settle_in(store, here)
    if len(addresses.of_person(store, number, everywhere=True)) > 1:
        first = addresses.of_person(store, number)[0]
        if first.id == here.id:
            yield Text("join-here")
        else:
            yield Text("channel-first", {"channel": first.channel_name})


CONVERSATION = Conversation(
    ToJoining,
    look,
    ask,
    keep,
    manifest=Manifest(
        trust="frozen",
        serves="everybody",
        menu=None,
        help=None,
        linked=True,
        cost=Cost(2, 3, 2, by="newcomer", word="{code}", answer="{code}"),
    ),
    introduces=True,
)
