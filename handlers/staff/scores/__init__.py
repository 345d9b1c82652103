"""Saya: the scores of a quarter, and behind every number what it is made of."""

from __future__ import annotations

from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToScores
from handlers.staff.scores.facts import part_letter
from handlers.words.scores import ScoresShown, scores_letter
from models.calendar import local
from models.letters import Letter, Text
from models.people import Person
from models.performance import Record, scored
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own, may_read_record, works
from models.store import Store
from models.store.office import services
from models.store.people import posts
from models.store.ratings.closes import closed_on
from models.store.work import records
from models.work import Target


def look(store: Store, person: Person, opening: ToScores | None, now: datetime) -> ScoresShown:
    """One's own scores, or those of a member of one's team; all others are refused alike."""
    if person.post is None or not works(person):
        raise Refused(Text("score-no-post"))
    owner = opening.whose if opening and opening.whose is not None else person.id
    if opening is None or owner is None or not may_read_record(person, owner):
        raise Refused(Text("score-not-yours"))
    there = posts.post_of(store, owner, local(now, person.post.unit.zone).date()) or person.post
    today = local(now, there.unit.zone).date()
    quarter = opening.quarter or Quarter.of(today)
    if quarter > Quarter.of(today):
        raise Refused(Text("score-not-yours"))
    record = records.record(store, owner, quarter, today=today)
    return ScoresShown(
        name=_name(person, owner),
        owner_id=owner,
        own=is_own(person, owner),
        running=quarter == Quarter.of(today),
        record=record,
        scores=scored(record),
        part=opening.part,
        target=_target(record, opening),
        page=opening.page,
        counters=services.counter_names(store, record.counters),
        closed=closed_on(store, there.unit.zone),
    )


def show(standing: ScoresShown) -> Letter:
    """The first screen, or the part that is opened."""
    return part_letter(standing) if standing.part else scores_letter(standing)


def _name(person: Person, owner: int) -> str:
    names = {member.id: member.name for member in person.team}
    return names.get(owner, person.name or "")


def _target(record: Record, opening: ToScores) -> Target | None:
    if opening.target is None:
        return None
    for target in record.targets:
        if target.id == opening.target and opening.part == "quantity":
            return target
    raise Refused(Text("score-not-yours"))


def concerns(standing: ScoresShown) -> list[int]:
    """Whose scores they are."""
    return [standing.owner_id]


CONVERSATION = Screen(
    ToScores, look, show, concerns=concerns,
    manifest=Manifest(
        serves="staff",
        menu=Offer(3),
        help=Offer(3, Text("guide-me")),
        greeting=Offer(2, Text("button-me")),
        cost=Cost(2, 8, 3),
    ),
)
