"""Duties that a table of staff gives and takes away, and who heads what now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.imports.kinds.people.steps import Step
from bot.imports.outcome import Terms
from models.calendar import local
from models.people import Held
from models.services import Unit
from models.store import Store
from models.store.oversight.stamps import Stamp
from models.store.people import people, staff
from models.store.people.staff import Member


@dataclass(frozen=True)
class Successor:
    """A unit that has another head from today on."""

    unit: str
    before: str
    after: str


def entrusted(
    store: Store,
    steps: Iterable[Step],
    roster: Mapping[int, Member],
    units: Mapping[int, Unit],
    terms: Terms,
) -> list[Successor]:
    """Write duties. A unit has one head: whoever was it before is relieved of it."""
    now, known = terms.now, _heads(roster.values())
    given: dict[date, list[tuple[int, Held]]] = defaultdict(list)
    taken: dict[tuple[int, Held], None] = {}
    successors = []
    for step in steps:
        was, now_held = step.before.duties, step.after.duties
        if not step.row.left:  # who leaves keeps them to their last day
            taken.update(((step.after.id, held), None) for held in was - now_held)
        for held in now_held - was:
            given[_today(units, held, now)].append((step.after.id, held))
        head = Held("head", step.unit.id)
        for old in known.get(step.unit.id, ()) if head in now_held else ():
            if old.id != step.after.id:
                taken[old.id, head] = None
                successors.append(Successor(step.unit.name, old.name, step.after.name))
    for person, held in taken:
        since = _today(units, held, now)
        staff.relieve(store, person, held, since=since, stamp=Stamp(now, since, terms.by))
        if _was_only_that(roster[person], held):
            people.uninvite(store, person)
    for since, several in given.items():
        staff.entrust(store, several, since=since, stamp=Stamp(now, since, terms.by))
    return successors


def _today(units: Mapping[int, Unit], held: Held, now: datetime) -> date:
    return local(now, units[held.unit_id].zone).date()


def _was_only_that(member: Member, held: Held) -> bool:
    """Whether somebody stood for a duty and nothing else, as the heads that an office's own table
    brings: their code would open the chat of nobody."""
    return member.nip is None and member.unit_id is None and member.duties == {held}


def _heads(members: Iterable[Member]) -> dict[int, list[Member]]:
    found: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        for held in member.duties:
            if held.duty == "head":
                found[held.unit_id].append(member)
    return found
