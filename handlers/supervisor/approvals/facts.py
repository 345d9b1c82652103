"""What waits for approval, read from the store: of the team, of one person, one entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.openings import ToApprovingAll
from handlers.supervisor.team.members import version
from handlers.words.receipt import entry_lines, notes
from models.letters import Lines, Words
from models.people import Colleague, Person
from models.store import Store
from models.store.work import entries, targets
from models.work import Entry, Target

SHOWN = 5


@dataclass(frozen=True)
class TeamQueue:
    """What waits of the whole team, a page of it; `leads` are said before it."""

    team: Sequence[Colleague]
    entries: Sequence[Entry]
    page: int = 0
    leads: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """One that waits: its number in the list, what it counts for, what to know about it."""

    number: int
    entry: Entry
    target: Target | None
    notes: Sequence[Words]


@dataclass(frozen=True)
class QueueOf:
    """What waits of one person, and what of it is on the page."""

    whose: Colleague
    entries: Sequence[Entry]
    shown: Sequence[Waiting]
    page: int = 0
    leads: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Checking:
    """One entry in full, and the next of the same person that waits."""

    whose: Colleague
    entry: Entry
    lines: Lines
    next: Entry | None
    leads: tuple[Words, ...] = ()


def queue(store: Store, person: Person, *leads: Words, page: int = 0) -> TeamQueue:
    """What waits of this superior's team."""
    team = (*person.team, *person.above, *person.raised)
    return TeamQueue(team, entries.to_approve(store, person), page, leads)


def waiting_of(store: Store, person: Person, whose: Colleague | None) -> tuple[Entry, ...]:
    """What waits for this superior: of one of the team, or of everybody."""
    every = entries.to_approve(store, person)
    return tuple(one for one in every if whose is None or one.person_id == whose.id)


def queue_of(
    store: Store, person: Person, whose: Colleague, *leads: Words, page: int = 0
) -> QueueOf:
    """What waits of one of the team."""
    waiting, start = waiting_of(store, person, whose), page * SHOWN
    shown = waiting[start : start + SHOWN]
    known = {one.id: one for one in targets.of_ids(store, [e.target_id for e in shown])}
    numbered = [
        Waiting(number, entry, known.get(entry.target_id or 0), notes(store, entry))
        for number, entry in enumerate(shown, start + 1)
    ]
    return QueueOf(whose, waiting, numbered, page, leads)


def checking(
    store: Store, person: Person, whose: Colleague, entry: Entry, *leads: Words
) -> Checking:
    """An entry of one of the team."""
    waiting = waiting_of(store, person, whose)
    later = (one for one in waiting if (one.day, one.id) > (entry.day, entry.id))
    return Checking(whose, entry, entry_lines(store, entry), next(later, None), leads)


def following_of(store: Store, person: Person, entry: Entry) -> Entry | None:
    """What waits next once this one is decided: of the same person first."""
    waits = entries.to_approve(store, person)
    of_same = [one for one in waits if one.person_id == entry.person_id]
    return next(iter(of_same or waits), None)


def every_of(waiting: Sequence[Entry], whose: Colleague | None = None) -> ToApprovingAll:
    """What is on the screen, as a button says it back."""
    newest = max((version(entry) for entry in waiting), default=0)
    return ToApprovingAll(newest, len(waiting), whose.id if whose else None)
