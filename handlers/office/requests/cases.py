"""Requests about people's own data, as the personnel office reads them: one, with what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.openings import ToCorrecting, ToDeclining, ToGranting, ToRequest, ToRequests
from handlers.words.requests import zone_and_lineage
from models.letters import Button, Text
from models.people import Person
from models.refused import Refused
from models.rights import may_keep, units_kept
from models.store import Store
from models.store.oversight import requests
from models.store.oversight.requests import Request
from models.store.people import people


@dataclass(frozen=True)
class RequestCase:
    """One request, whose it is, by whose clock, and when it is looked at."""

    one: Request
    name: str
    zone: str
    now: datetime


def look_at_one(
    store: Store,
    person: Person,
    opening: ToRequest | ToGranting | ToDeclining | ToCorrecting | None,
    now: datetime,
) -> RequestCase:
    """One of them; a request elsewhere, one's own and one that is not there are refused alike."""
    check_keeps(person)
    one = requests.request(store, opening.number) if opening else None
    if one is None or not keeps(store, person, one, now):
        raise gone()
    zone, _ = zone_and_lineage(store, one.person_id, now)
    return RequestCase(one, people.name_of(store, one.person_id), zone, now)


def check_keeps(person: Person) -> None:
    """Refused to who keeps nobody's people."""
    if not units_kept(person):
        raise Refused(Text("request-not-yours"))


def keeps(store: Store, person: Person, one: Request, now: datetime) -> bool:
    """Whether this person keeps who has asked."""
    _, lineage = zone_and_lineage(store, one.person_id, now)
    return may_keep(person, lineage, owner_id=one.person_id)


def gone() -> Refused:
    """There is no such request for this person."""
    return Refused(Text("request-gone"), buttons=((to_list(),),))


def to_list() -> Button:
    """The way to all that is open."""
    return ToRequests().button(Text("button-request-list"))
