"""Tentang Anda: after the official survey whoever likes names a few coarse groups, so that it is
seen who is not heard. Each answer is a count of its own, tied to no other and to no rating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.question import optional
from handlers.engine.questions import Option, Pick
from handlers.openings import ToGroups
from handlers.today import local_day, seen, told_once
from models.groups import GROUPS, TOLD
from models.instruments import instrument
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.services import Counter, Service, as_code
from models.store import Store
from models.store.office import groups, services


@dataclass(frozen=True)
class Respondent:
    """Where somebody has filled in the official survey today."""

    counter: Counter
    service: Service
    today: date


@dataclass(frozen=True)
class ToldGroups:
    """The groups that somebody names of themselves: group -> value."""

    of: Respondent
    groups: Mapping[str, str]


def look(store: Store, person: Person, opening: ToGroups | None, now: datetime) -> Respondent:
    """Refused to who has not filled in the survey today, and to who has told of themselves."""
    if opening is None or not opening.code:
        raise Refused(Text("groups-later"))
    counter = services.counter_by_code(store, as_code(opening.code) or "")
    offered = counter.services if counter else ()
    service = next((one for one in offered if one.key == opening.service), None)
    if counter is None or service is None:
        raise Refused(Text("groups-later"))
    today = local_day(counter, now)
    sheet = seen(store, person, service, day=today, kind=instrument().key).known
    if sheet is None:
        raise Refused(Text("groups-later"))
    if seen(store, person, service, day=today, kind=TOLD).known is not None:
        raise Refused(Text("groups-done"))
    return Respondent(counter, service, today)


async def ask(who: Respondent) -> ToldGroups:
    """One tap for each group, or none; silence leaves the rest unsaid."""
    said: dict[str, str] = {}
    for number, (group, values) in enumerate(GROUPS.items(), 1):
        options = [Option(value, Text(f"group-{group}-{value}")) for value in values]
        facts = {"number": number, "count": len(GROUPS)}
        found = await optional(Pick(f"groups-{group}", options=options, facts=facts))
        if found is not None:
            said[group] = found.key
    return ToldGroups(who, said)


def keep(store: Store, person: Person, named: ToldGroups, now: datetime) -> Letter:
    """Count each group alone; whoever names none may still do so today."""
    who = named.of
    if not named.groups:
        return Letter((Text("groups-nothing"),))
    told_once(store, person, who.service, who.counter, day=who.today, kind=TOLD)
    groups.hear(store, who.service.id, Quarter.of(who.today), named.groups)
    return Letter((Text("groups-thanks"),))


CONVERSATION = Conversation(
    ToGroups,
    look,
    ask,
    keep,
    manifest=Manifest(serves="everybody", menu=None, help=None, cost=Cost(6, 6, 6)),
    patience=timedelta(minutes=10),
)
