"""Whose superior somebody is: what every screen about a team asks first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from handlers.openings import ToTeam
from models.letters import Button, Text
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import acting_for, leads, supervises
from models.work import Entry

NAMES = 5
"""So many names are said; of the others only how many."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


def zone_of(person: Person) -> str:
    """The zone a superior works in; refused to whoever is nobody's superior today, whatever
    they ask for."""
    if person.post is None or not leads(person):
        raise Refused(Text("team-nobody"))
    return person.post.unit.zone


def member(person: Person, person_id: int) -> Colleague:
    """The one of the team with this number; refused alike for strangers and for nobody."""
    zone_of(person)
    if not supervises(person, person_id):
        raise gone(to_team())
    return next(one for one in person.team if one.id == person_id)


def asked_about(person: Person, person_id: int | None) -> Colleague | None:
    """The one with this number whose work comes to this person, in whatever way."""
    every = (*person.team, *person.above, *person.raised)
    return next((one for one in every if one.id == person_id), None)


def in_whose_place(person: Person, owner_id: int) -> dict[str, str | int]:
    """As what the person decides on what is the owner's, for the trail; nothing for their own."""
    if (one := acting_for(person, owner_id)) is not None:
        return {"acting": one.label or "acting", "for": one.superior.id}
    return {} if supervises(person, owner_id) else {"acting": "above"}


def gone(*ways: Button) -> Refused:
    """There is nothing like that in this person's team."""
    return Refused(Text("team-gone"), buttons=(ways,) if ways else ())


def to_team() -> Button:
    """The way back to the team's screen."""
    return ToTeam().button(Text("button-team"))


def names(people: Collection[Colleague]) -> Text:
    """A few names, and how many more there are."""
    first = ", ".join(one.name for one in list(people)[:NAMES])
    if len(people) <= NAMES:
        return Text("team-names", {"names": first})
    return Text("team-names-more", {"names": first, "count": len(people) - NAMES})


def those(team: Iterable[Colleague], ids: Collection[int]) -> tuple[Colleague, ...]:
    """The members with these numbers, in the order of the team."""
    return tuple(one for one in team if one.id in ids)


def version(entry: Entry) -> int:
    """When the entry was sent, in microseconds since 1970: what changes with every correction."""
    return ((entry.sent_at or _EPOCH) - _EPOCH) // _TICK


def sent_by(version: int) -> datetime:
    """The moment that `version` has written as a number."""
    return _EPOCH + version * _TICK
