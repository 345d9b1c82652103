"""Jejak: who looked at or changed what concerns somebody, and when; not what they read.

An opening is empty (an auditor chooses whose, everybody else reads their own), `saya` (one's own)
or `p12` (somebody's), the last two perhaps with a page: `p12.h2`.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta

from handlers.conversation import Conversation, Onward
from handlers.manifest import Cost, Manifest, Place
from handlers.oversight.trail_words import NAME, OWN, Trail, trail_letter
from handlers.pages import SHOWN
from handlers.questions import Option, Pick
from models.letters import Letter, Text, Verbatim
from models.people import Person
from models.refused import Refused
from models.rights import may_read_own, may_read_trail, units_audited
from models.store import Store
from models.store.office import services
from models.store.oversight import footprints
from models.store.oversight.footprints import Traced
from models.store.oversight.looks import day_of
from models.store.people import people, posts

LATELY = timedelta(days=30)
"""So far back one's own trail goes here; all of it is in the document of one's data."""
_OPENING = re.compile(r"(?:p(?P<person>\d{1,12})|saya)?(?:\.?h(?P<page>\d{1,4}))?")


def look(store: Store, person: Person, opening: str, now: datetime) -> Trail | list[Traced]:
    """One's own trail, or that of the people of the units one audits.

    Refused to who is not known; somebody elsewhere and somebody who is not there alike.
    """
    if person.id is None or not may_read_own(person):
        raise Refused(Text("trail-not-yours"))
    found = _OPENING.fullmatch(opening)
    if found is None:
        raise Refused(Text("trail-gone"))
    today = day_of(person, now)
    audited = units_audited(person)
    if audited and not opening:
        below = {unit for top in audited for unit in services.subtree(store, top)}
        return footprints.traced(store, below, today)
    whose, page = int(found["person"] or person.id), int(found["page"] or 0)
    unit_id = footprints.last_unit(store, whose, today)
    lineage = () if unit_id is None else services.lineage(store, unit_id)
    if not may_read_trail(person, whose, lineage=lineage):
        raise Refused(Text("trail-gone"))
    return _trail(store, person, whose, page=page, today=today)


async def ask(found: Trail | list[Traced]) -> Trail | Onward:
    """Whose; nothing where that is known."""
    if isinstance(found, Trail):
        return found
    named = Counter(one.name for one in found)
    options = [Option(OWN, Text("trail-mine"))]
    for one in found:
        label = one.name if named[one.name] == 1 else f"{one.name} ({one.unit})"
        options.append(Option(f"p{one.id}", Verbatim(label)))
    picked = await Pick("trail-who", options=options)
    return Onward(NAME, picked.key)


def keep(store: Store, person: Person, trail: Trail, now: datetime) -> Letter:
    """Nothing to write; the page in words."""
    return trail_letter(trail)


def concerns(found: Trail | list[Traced]) -> tuple[int, ...]:
    """Whose trail is read."""
    return (found.who_id,) if isinstance(found, Trail) else ()


CONVERSATION = Conversation(
    NAME,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="known",
        menu=Place(1, to="auditors"),
        help=(Place(1, Text("guide-trail"), to="auditors"), Place(1, Text("guide-trail-own")),),
        greeting=Place(1, Text("button-trail"), to="auditors"),
        cost=Cost(1, 1, 1),
    ),
    concerns=concerns,
)


def _trail(store: Store, person: Person, whose: int, *, page: int, today: date) -> Trail:
    me = person.id or 0
    since = today - LATELY if whose == me else None
    steps = footprints.about(store, whose, most=SHOWN + 1, skip=page * SHOWN, since=since)
    by = {step.by_id for step in steps if step.by_id is not None}
    there = posts.employees(store, today, person_ids=by)
    return Trail(
        who_id=whose,
        name=people.name_of(store, whose),
        reader_id=me,
        steps=steps[:SHOWN],
        titles={one.id: one.title for one in there},
        page=page,
        more=len(steps) > SHOWN,
        audits=bool(units_audited(person)),
    )
