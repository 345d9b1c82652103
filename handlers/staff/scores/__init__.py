"""Saya: the scores of a quarter, and behind every number what it is made of.

There are no questions: every button opens another view, and every view checks the right anew.
An opening is, each part if need be, `2026-Q4` (else the running quarter), `@12` (whose it is, else
one's own), then `/quantity`, `/quality`, `/discipline` or `/citizens` (what a part is made of),
there a target (`/quantity7`) and a page (`/quality.2`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.staff.scores.facts import part_letter
from handlers.staff.scores.words import scores_letter
from models.calendar import local
from models.letters import Letter, Text
from models.people import Person
from models.performance import Record, Scores, scored
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own, may_read_record, works
from models.store import Store
from models.store.office import services
from models.store.people import posts
from models.store.work import records
from models.work import Target

_OPENING = re.compile(
    r"(20\d\d-Q[1-4])?(?:@(\d{1,9}))?"
    r"(?:/(quantity|quality|discipline|citizens)(?:(?<=quantity)(\d{1,9}))?(?:\.(\d{1,3}))?)?"
)


@dataclass(frozen=True)
class Standing:
    """What one screen shows: whose scores, of which quarter, and which part is opened."""

    name: str
    owner_id: int
    own: bool
    running: bool
    record: Record
    scores: Scores
    part: str = ""
    target: Target | None = None
    page: int = 0
    counters: Sequence[str] = ()


def look(store: Store, person: Person, opening: str, now: datetime) -> Standing:
    """One's own scores, or those of a member of one's team; all others are refused alike."""
    if person.post is None or not works(person):
        raise Refused(Text("score-no-post"))
    found = _OPENING.fullmatch(opening)
    owner = int(found[2]) if found and found[2] else person.id
    if found is None or owner is None or not may_read_record(person, owner):
        raise Refused(Text("score-not-yours"))
    there = posts.post_of(store, owner, local(now, person.post.unit.zone).date()) or person.post
    today = local(now, there.unit.zone).date()
    quarter = Quarter.parse(found[1]) if found[1] else Quarter.of(today)
    if quarter > Quarter.of(today):
        raise Refused(Text("score-not-yours"))
    record = records.record(store, owner, quarter, today=today)
    return Standing(
        name=_name(person, owner),
        owner_id=owner,
        own=is_own(person, owner),
        running=quarter == Quarter.of(today),
        record=record,
        scores=scored(record),
        part=found[3] or "",
        target=_target(record, int(found[4])) if found[4] else None,
        page=int(found[5] or 0),
        counters=_counters(store, record) if found[3] == "citizens" else (),
    )


async def ask(standing: Standing) -> Standing:
    """Nothing to ask."""
    return standing


def keep(store: Store, person: Person, standing: Standing, now: datetime) -> Letter:
    """Nothing to write; the screen in words."""
    return part_letter(standing) if standing.part else scores_letter(standing)


def _name(person: Person, owner: int) -> str:
    names = {member.id: member.name for member in person.team}
    return names.get(owner, person.name or "")


def _target(record: Record, number: int) -> Target:
    for target in record.targets:
        if target.id == number:
            return target
    raise Refused(Text("score-not-yours"))


def _counters(store: Store, record: Record) -> list[str]:
    found = (services.counters_by_id(store, number) for number in record.counters)
    return [counter.name for here in found for counter in here]


def concerns(standing: Standing) -> list[int]:
    """Whose scores they are."""
    return [standing.owner_id]


CONVERSATION = Conversation(
    "saya",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=Place(3),
        help=Place(3, Text("guide-me")),
        greeting=Place(2, Text("button-me")),
        cost=Cost(2, 8, 3),
    ),
    concerns=concerns,
)
