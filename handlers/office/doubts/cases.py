"""Doubts as the personnel office sees them: what is open, and one with all that it needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.openings import ToDoubt, ToDoubts
from handlers.words.doubts import told_apart
from models.calendar import local
from models.letters import Button, Text
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import may_keep, units_kept
from models.store import Store
from models.store.office import services
from models.store.people import doubts, duties, people, posts
from models.store.people.doubts import Doubt
from models.store.people.posts import Employee


@dataclass(frozen=True)
class OpenDoubts:
    """What is open, each with whose it is, a page of it."""

    every: tuple[tuple[Doubt, str], ...]
    page: int


@dataclass(frozen=True)
class Case:
    """One doubt: whose, who stands there today, who is proposed, and who it may be, the proposed
    one first if they may.

    `decided` is what was tapped already; `to` is the new superior, None where it stays.
    """

    doubt: Doubt
    who: Employee
    superior: Colleague | None
    proposed: Colleague | None
    able: tuple[Colleague, ...]
    today: date
    decided: bool = False
    to: Colleague | None = None


def all_open(store: Store, person: Person, now: datetime) -> tuple[tuple[Doubt, str], ...]:
    """What is open in the units whose people this person keeps, without their own, by name."""
    found: dict[int, Doubt] = {}
    kept = (services.unit(store, number) for number in units_kept(person))
    for unit in filter(None, kept):
        today = local(now, unit.zone).date()
        there = doubts.open_among(store, services.subtree(store, unit.id), today)
        found |= {one.id: one for one in there if one.person_id != person.id}
    return tuple((one, people.name_of(store, one.person_id)) for one in found.values())


def case_of(store: Store, person: Person, number: int, now: datetime) -> Case:
    """The doubt with this number; refused alike where it is elsewhere, one's own, or not there."""
    one = doubts.doubt(store, number)
    post = None if one is None else duties.work_of(store, one.person_id, now)[0]
    if one is None or post is None:
        raise gone()
    lineage = services.lineage(store, post.unit.id)
    if not may_keep(person, lineage, owner_id=one.person_id):
        raise gone()
    today = local(now, post.unit.zone).date()
    who = posts.employees(store, today, person_ids=[one.person_id])[0]
    superior = _known(store, who.superior_id)
    able = told_apart(doubts.likely(store, who, today), superior)
    able.sort(key=lambda colleague: colleague.id != one.proposed_id)
    return Case(one, who, superior, _known(store, one.proposed_id), tuple(able), today)


def _known(store: Store, number: int | None) -> Colleague | None:
    return None if number is None else Colleague(number, people.name_of(store, number))


def decided(case: Case, opening: ToDoubt) -> Case:
    """The case as the button decides it, if it decides and it still is what was seen."""
    seen = opening.seen
    changed = case.doubt.superior_id != case.who.superior_id
    if seen is None or seen != (case.doubt.proposed_id or 0) or changed:
        return case
    if opening.deed == "t":
        return replace(case, decided=True)
    to = next((one for one in case.able if one.id == seen), None)
    return case if to is None else replace(case, decided=True, to=to)


def gone() -> Refused:
    """There is no such doubt for this person."""
    return Refused(Text("luruskan-gone"), buttons=((to_list(),),))


def to_list() -> Button:
    """The way to all that is open."""
    return ToDoubts().button(Text("button-luruskan-list"))
