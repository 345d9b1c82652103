"""Setuju: what one's team has sent and waits. One tap approves all of it, or one entry.

An opening is empty or `h2` (the team, a page), `p3` or `p3.h2` (one person), `e12` (an entry),
`y12.SEEN` (approve it), `semua.SEEN.5` or `p3.semua.SEEN.5` (approve these five). SEEN is when
the newest of what was shown had been sent, in microseconds: who approves all approves what they
saw, and what came or was corrected since stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.openings import ToApprovingAll
from handlers.staff.log.line import brief
from handlers.supervisor.approvals.words import (
    entry_letter,
    following_of,
    person_letter,
    queue_letter,
)
from handlers.supervisor.team.members import member, sent_by, version, zone_of
from models.letters import Letter, Text, Words
from models.people import Colleague, Person
from models.rights import supervises
from models.store import Store
from models.store.oversight.looks import note_deed
from models.store.work import entries as work
from models.work import Entry

_OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:p(?P<person>\d{1,9}))?(?:\.?h(?P<page>\d{1,4}))?",
        r"(?:p(?P<person>\d{1,9})\.)?semua\.(?P<seen>\d{16})\.(?P<count>\d{1,5})",
        r"e(?P<entry>\d{1,9})",
        r"y(?P<entry>\d{1,9})\.(?P<seen>\d{16})",
    )
)


@dataclass(frozen=True)
class Seen:
    """What was on the screen: sent by then, and how many."""

    at: datetime
    count: int


@dataclass(frozen=True)
class Wish:
    """A page of the team's or of one person's entries, or one entry; `seen` approves it.

    `gone`: what was asked for is not there, is not this team's, or has been decided. `again`: it
    has been approved just as it was seen, so the tap was doubled. `waiting` are those of whom
    something waits, where the screen may tell of them.
    """

    whose: Colleague | None = None
    page: int = 0
    entry: Entry | None = None
    seen: Seen | None = None
    gone: bool = False
    again: bool = False
    waiting: frozenset[int] = frozenset()


def look(store: Store, person: Person, opening: str, now: datetime) -> Wish:
    """What of one's own team is wished for; refused to whoever leads nobody."""
    zone_of(person)
    wish = _wished(store, person, opening)
    if wish.whose is not None and wish.seen is None:
        return wish
    entries = work.waiting(store, [one.id for one in person.team])
    return replace(wish, waiting=frozenset(entry.person_id for entry in entries))


def _wished(store: Store, person: Person, opening: str) -> Wish:
    found = next((m.groupdict() for p in _OPENINGS if (m := p.fullmatch(opening))), None)
    if found is None:
        return Wish(gone=True)
    seen = None
    if found.get("seen"):
        seen = Seen(sent_by(int(found["seen"])), int(found.get("count") or 1))
    if found.get("entry"):
        entry = work.entry(store, int(found["entry"]))
        if entry is None or not supervises(person, entry.person_id):
            return Wish(gone=True)
        again = bool(seen) and entry.state == "approved" and version(entry) == int(found["seen"])
        if entry.state != "sent" and not again:
            return Wish(gone=True)
        return Wish(member(person, entry.person_id), entry=entry, seen=seen, again=again)
    if found.get("person"):
        if not supervises(person, int(found["person"])):
            return Wish(gone=True)
        whose = member(person, int(found["person"]))
        return Wish(whose, page=int(found.get("page") or 0), seen=seen)
    return Wish(page=int(found.get("page") or 0), seen=seen)


async def ask(wish: Wish) -> Wish:
    """Nothing to ask."""
    return wish


def keep(store: Store, person: Person, wish: Wish, now: datetime) -> Letter:
    """Approve what is to be approved, and show what waits then."""
    if wish.gone:
        return _screen(store, person, Wish(), Text("approve-gone"))
    if wish.seen is None:
        return _screen(store, person, wish)
    if wish.entry is not None:
        return _approved_one(store, person, wish, wish.entry, wish.seen, now=now)
    return _approved_all(store, person, wish, wish.seen, now=now)


def concerns(wish: Wish) -> set[int]:
    """Whose entries are shown: after an approval perhaps the next one's."""
    return {*wish.waiting, *([wish.whose.id] if wish.whose else [])}


CONVERSATION = Conversation(
    "setuju",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="superiors",
        menu=Place(1),
        help=Place(2, Text("guide-approve")),
        cost=Cost(1, 4, 1),
    ),
    concerns=concerns,
)


def _approved_one(
    store: Store, person: Person, wish: Wish, entry: Entry, seen: Seen, *, now: datetime
) -> Letter:
    """Approve the entry as it was seen, and show the next that waits, of the same person first."""
    if not (wish.again or work.decide(store, entry.id, by=person.id or 0, seen_at=seen.at)):
        changed = Wish(wish.whose, entry=entry)
        return _screen(store, person, changed, Text("approve-changed-one"))
    if not wish.again:
        note_deed(store, person, "approve", entry.person_id, now=now, entries=[entry.id])
    said = Text("approve-done-one", {"activity": brief(entry.activity)})
    following = following_of(store, person, entry)
    if following is None:
        return _screen(store, person, Wish(), said)
    onward = Wish(member(person, following.person_id), entry=following)
    return _screen(store, person, onward, said)


def _approved_all(
    store: Store, person: Person, wish: Wish, seen: Seen, *, now: datetime
) -> Letter:
    """Approve what was seen. More than that by the same time came from a clock that is behind,
    and was not seen: then nothing is approved."""
    ids = _whose(person, wish)
    there = [one for one in work.waiting(store, ids) if sent_by(version(one)) <= seen.at]
    if len(there) > seen.count:
        return _screen(store, person, wish, Text("approve-changed"))
    done = work.approve(store, ids, by=person.id or 0, seen_at=seen.at)
    for owner in sorted({one.person_id for one in there if one.id in done}):
        own = [one.id for one in there if one.person_id == owner and one.id in done]
        note_deed(store, person, "approve", owner, now=now, entries=own)
    said: list[Words] = [Text("approve-done", {"count": len(done)})] if done else []
    if left := len(work.waiting(store, ids)):
        said.append(Text("approve-stay", {"count": left}))
    return _screen(store, person, wish if left else Wish(), *said)


def _screen(store: Store, person: Person, wish: Wish, *leads: Words) -> Letter:
    entries = work.waiting(store, _whose(person, wish))
    if wish.entry is not None and wish.whose is not None:
        return entry_letter(store, wish.whose, wish.entry, entries, leads=leads)
    if wish.whose is not None:
        every = _every(entries, wish.whose)
        return person_letter(store, wish.whose, entries, page=wish.page, every=every, leads=leads)
    every = _every(entries)
    return queue_letter(person.team, entries, page=wish.page, every=every, leads=leads)


def _whose(person: Person, wish: Wish) -> list[int]:
    return [wish.whose.id] if wish.whose else [one.id for one in person.team]


def _every(entries: Sequence[Entry], whose: Colleague | None = None) -> ToApprovingAll:
    """What is on the screen, as a button says it back."""
    newest = max((version(entry) for entry in entries), default=0)
    return ToApprovingAll(newest, len(entries), whose.id if whose else None)
