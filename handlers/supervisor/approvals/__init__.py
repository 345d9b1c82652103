"""Setuju: what one's team has sent and waits. One tap approves all of it, or one entry.

Who approves all approves what they saw: what came or was corrected since stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToApproving, ToApprovingAll, ToChecking, ToQueue, ToQueueOf
from handlers.supervisor.approvals.facts import (
    Checking,
    QueueOf,
    TeamQueue,
    checking,
    following_of,
    queue,
    queue_of,
    waiting_of,
)
from handlers.supervisor.approvals.words import letter_of
from handlers.supervisor.team.members import (
    asked_about,
    in_whose_place,
    sent_by,
    version,
    zone_of,
)
from handlers.words.line import brief
from models.letters import Letter, Text, Words
from models.people import Colleague, Person
from models.rights import may_approve
from models.store import Store
from models.store.oversight.looks import note_deed
from models.store.oversight.work_digests import of_entries
from models.store.work import entries as work
from models.work import Entry

GONE = Text("approve-gone")
"""What was asked for is not there, is not this team's, or has been decided."""


def look(store: Store, person: Person, opening: ToQueue | None, now: datetime) -> TeamQueue:
    """What waits of one's own team; refused to whoever leads nobody."""
    zone_of(person)
    if opening is None:
        return queue(store, person, GONE)
    return queue(store, person, page=opening.page)


def look_at_one(
    store: Store, person: Person, opening: ToQueueOf | None, now: datetime
) -> TeamQueue | QueueOf:
    """What waits of one of the team."""
    zone_of(person)
    whose = asked_about(person, opening.whose) if opening else None
    if opening is None or whose is None:
        return queue(store, person, GONE)
    return queue_of(store, person, whose, page=opening.page)


def look_at_an_entry(
    store: Store, person: Person, opening: ToChecking | None, now: datetime
) -> TeamQueue | Checking:
    """An entry of the team that waits."""
    zone_of(person)
    entry = _of_team(store, person, opening.entry) if opening else None
    whose = asked_about(person, entry.person_id) if entry else None
    if entry is None or whose is None or entry.state != "sent":
        return queue(store, person, GONE)
    return checking(store, person, whose, entry)


def _of_team(store: Store, person: Person, number: int) -> Entry | None:
    entry = work.entry(store, number)
    return entry if entry is not None and may_approve(person, entry) else None


def concerns(found: TeamQueue | QueueOf | Checking) -> set[int]:
    """Whose entries are shown."""
    if isinstance(found, TeamQueue):
        return {entry.person_id for entry in found.entries}
    return {found.whose.id}


@dataclass(frozen=True)
class Approving:
    """An entry as it was seen, None where it cannot be approved; `waiting` are those of whom the
    next screen may tell.

    `again`: it has been approved just as it was seen, so the tap was doubled.
    """

    entry: Entry | None
    seen: int
    again: bool
    waiting: frozenset[int]


def look_before_approving(
    store: Store, person: Person, opening: ToApproving | None, now: datetime
) -> Approving:
    """The entry of the team that is to be approved."""
    zone_of(person)
    entry = _of_team(store, person, opening.entry) if opening else None
    seen = opening.seen if opening else 0
    again = entry is not None and entry.state == "approved" and version(entry) == seen
    if entry is not None and entry.state != "sent" and not again:
        entry = None
    return Approving(entry, seen, again, _waiting(store, person))


def _waiting(store: Store, person: Person) -> frozenset[int]:
    return frozenset(entry.person_id for entry in work.to_approve(store, person))


def concerned(approving: Approving) -> set[int]:
    """Whose entry it is, and whose may be shown next."""
    entry = approving.entry
    return {*approving.waiting, *([entry.person_id] if entry else [])}


def approve(store: Store, person: Person, approving: Approving, now: datetime) -> Letter:
    """Approve the entry as it was seen, and show the next that waits, of the same person first."""
    entry = approving.entry
    whose = asked_about(person, entry.person_id) if entry else None
    if entry is None or whose is None:
        return letter_of(queue(store, person, GONE))
    seen_at = sent_by(approving.seen)
    if not approving.again:
        if not work.decide(store, entry.id, by=person.id or 0, seen_at=seen_at):
            return letter_of(checking(store, person, whose, entry, Text("approve-changed-one")))
        _note(store, person, entry.person_id, [entry.id], now=now)
    said = Text("approve-done-one", {"activity": brief(entry.activity)})
    following = following_of(store, person, entry)
    next_of = asked_about(person, following.person_id) if following else None
    if following is None or next_of is None:
        return letter_of(queue(store, person, said))
    return letter_of(checking(store, person, next_of, following, said))


def _note(store: Store, person: Person, owner: int, ids: list[int], *, now: datetime) -> None:
    """Note that these are approved, and as what."""
    digest = of_entries(store, ids)
    as_what = in_whose_place(person, owner)
    note_deed(store, person, "approve", owner, now=now, entries=ids, digest=digest, **as_what)


@dataclass(frozen=True)
class ApprovingAll:
    """All that was on a screen: of the team or of `whose`, sent by then, and so many."""

    whose: Colleague | None
    seen_at: datetime
    count: int
    waiting: frozenset[int]


def look_before_approving_all(
    store: Store, person: Person, opening: ToApprovingAll | None, now: datetime
) -> TeamQueue | ApprovingAll:
    """What is to be approved: of one's own team."""
    zone_of(person)
    whose = asked_about(person, opening.whose) if opening else None
    if opening is None or (opening.whose is not None and whose is None):
        return queue(store, person, GONE)
    return ApprovingAll(whose, sent_by(opening.seen), opening.count, _waiting(store, person))


def concerned_by_all(found: TeamQueue | ApprovingAll) -> set[int]:
    """Whose entries they are, and whose may be shown then."""
    if isinstance(found, TeamQueue):
        return concerns(found)
    return {*found.waiting, *([found.whose.id] if found.whose else [])}


def approve_all(
    store: Store, person: Person, found: TeamQueue | ApprovingAll, now: datetime
) -> Letter:
    """Approve what was seen. More than that by the same time came from a clock that is behind,
    and was not seen: then nothing is approved."""
    if isinstance(found, TeamQueue):
        return letter_of(found)
    whose, seen_at = found.whose, found.seen_at
    waits = waiting_of(store, person, whose)
    there = [one for one in waits if sent_by(version(one)) <= seen_at]
    if len(there) > found.count:
        return _waits(store, person, whose, Text("approve-changed"))
    numbers = [one.id for one in there]
    done = set(work.approve(store, numbers, by=person.id or 0, seen_at=seen_at))
    for owner in sorted({one.person_id for one in there if one.id in done}):
        own = [one.id for one in there if one.person_id == owner and one.id in done]
        _note(store, person, owner, own, now=now)
    said: list[Words] = [Text("approve-done", {"count": len(done)})] if done else []
    if left := len(waiting_of(store, person, whose)):
        said.append(Text("approve-stay", {"count": left}))
    return _waits(store, person, whose if left else None, *said)


def _waits(store: Store, person: Person, whose: Colleague | None, *leads: Words) -> Letter:
    if whose is None:
        return letter_of(queue(store, person, *leads))
    return letter_of(queue_of(store, person, whose, *leads))


CONVERSATION = Several(
    (
        Screen(ToQueue, look, letter_of, concerns=concerns),
        Screen(ToQueueOf, look_at_one, letter_of, concerns=concerns),
        Screen(ToChecking, look_at_an_entry, letter_of, concerns=concerns),
        AtOnce(ToApproving, look_before_approving, approve, concerns=concerned),
        AtOnce(ToApprovingAll, look_before_approving_all, approve_all, concerns=concerned_by_all),
    ),
    manifest=Manifest(
        serves="superiors",
        menu=Offer(1),
        help=Offer(2, Text("guide-approve")),
        cost=Cost(1, 4, 1),
    ),
)
