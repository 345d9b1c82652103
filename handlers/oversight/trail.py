"""Jejak: who looked at or changed what concerns somebody, and when; not what they read."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from handlers.engine.conversation import Conversation, Onward, only_onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.engine.topic import Screen, Several
from handlers.openings import ToOwnTrail, ToTrailOf, ToTrails
from handlers.oversight.trail_words import Trail, trail_letter
from handlers.words.pages import SHOWN
from models.letters import Text, Verbatim
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


def look(
    store: Store, person: Person, opening: ToTrails | None, now: datetime
) -> list[Traced] | None:
    """The people of the units one audits; None for whoever audits none."""
    _check_known(person)
    if opening is None:
        raise gone()
    audited = units_audited(person)
    if not audited:
        return None
    below = {unit for top in audited for unit in services.subtree(store, top)}
    return footprints.traced(store, below, day_of(person, now))


async def ask(found: list[Traced] | None) -> Onward:
    """Whose; one's own where there is no choice."""
    if found is None:
        return Onward.to(ToOwnTrail())
    named = Counter(one.name for one in found)
    options = [Option(ToOwnTrail().written, Text("trail-mine"))]
    for one in found:
        label = one.name if named[one.name] == 1 else f"{one.name} ({one.unit})"
        options.append(Option(ToTrailOf(one.id).written, Verbatim(label)))
    picked = await Pick("trail-who", options=options, passing=True)
    return Onward(ToTrails.conversation, picked.key)


def look_at_own(
    store: Store, person: Person, opening: ToOwnTrail | None, now: datetime
) -> Trail:
    """One's own trail."""
    _check_known(person)
    own = ToTrailOf(person.id or 0, opening.page if opening else 0)
    return look_at_one(store, person, own, now)


def look_at_one(
    store: Store, person: Person, opening: ToTrailOf | None, now: datetime
) -> Trail:
    """Somebody's trail; somebody elsewhere and somebody who is not there are refused alike."""
    _check_known(person)
    if opening is None:
        raise gone()
    today, whose = day_of(person, now), opening.whose
    unit_id = footprints.last_unit(store, whose, today)
    lineage = () if unit_id is None else services.lineage(store, unit_id)
    if not may_read_trail(person, whose, lineage=lineage):
        raise gone()
    return _trail(store, person, whose, page=opening.page, today=today)


def _check_known(person: Person) -> None:
    if person.id is None or not may_read_own(person):
        raise Refused(Text("trail-not-yours"))


def gone() -> Refused:
    """There is no such trail for this person."""
    return Refused(Text("trail-gone"))


def concerns(trail: Trail) -> tuple[int, ...]:
    """Whose trail is read."""
    return (trail.who_id,)


CONVERSATION = Several(
    (
        Conversation(ToTrails, look, ask, only_onward),
        Screen(ToOwnTrail, look_at_own, trail_letter, concerns=concerns),
        Screen(ToTrailOf, look_at_one, trail_letter, concerns=concerns),
    ),
    manifest=Manifest(
        serves="known",
        menu=Offer(1, to="auditors"),
        help=(Offer(1, Text("guide-trail"), to="auditors"), Offer(1, Text("guide-trail-own")),),
        greeting=Offer(1, Text("button-trail"), to="auditors"),
        cost=Cost(1, 1, 1),
    ),
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
