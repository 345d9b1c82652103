"""An office whose people are prompted: made in a store, and read back from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import select

from handlers.listed import PROMPTS
from models.calendar import moment
from models.campaigns import Due, Kind
from models.letters import Letter, Verbatim
from models.people import Person
from models.store import Store, schema
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.office import services
from models.store.people import people, posts
from models.store.prompts.kinds import Composer, Prompts
from models.work import Entry, State
from scheduler.planner import plan

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
LONG_AGO = date(2020, 1, 1)


@dataclass(frozen=True)
class Prompted:
    """One prompt that was planned."""

    person_id: int
    kind: str
    campaign: str
    day: date
    planned_at: datetime
    lane: str


def unit_in(store: Store, zone: str) -> int:
    """The number of a unit in the zone, made the first time."""
    found = store.execute(select(schema.units.c.id).where(schema.units.c.zone == zone)).scalar()
    return found or services.add_unit(store, f"Dinas {zone}", zone=zone).id


def hired(store: Store, name: str, zone: str = WIB, *, since: date = LONG_AGO) -> int:
    """Somebody who works in the zone and has joined, as has who approves their work (and has no
    post, nor any prompt); gives who."""
    person = people.add(store, name)
    posts.place(store, person, unit_in(store, zone), "Staf", since=since)
    posts.report_to(store, person, _boss(store), since=since)
    met = addresses.meet(store, "telegram", f"chat of {name}")
    addresses.change(store, met.address.id, person_id=person)
    people.begins(store, person, at=moment(since, time.min, zone))
    return person


def _boss(store: Store) -> int:
    met = addresses.meet(store, "telegram", "chat of the boss")
    if met.address.person_id is None:
        addresses.change(store, met.address.id, person_id=people.add(store, "Bos"))
    return addresses.by_id(store, met.address.id).person_id or 0


def logged(person: int, day: date, *, state: State = "sent") -> Entry:
    at = moment(day, time(15), WIB)
    return Entry(0, "", person, day, day, "Melayani warga", state=state, sent_at=at)


def said(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """A composer that always has something to say."""
    return Letter((Verbatim(f"{person.name}: {due.kind} {due.campaign}"),))


def saying(words: Composer, *kinds: Kind, prompts: Prompts = PROMPTS) -> Prompts:
    """These prompts (all of them, where no kind is named), with other words."""
    return Prompts(
        tuple(
            replace(one, words=words) if not kinds or one.kind in kinds else one
            for one in prompts.every
        )
    )


def only(*kinds: Kind) -> Prompts:
    """The prompts of these kinds alone."""
    return Prompts(tuple(EVERYTHING[kind] for kind in kinds))


EVERYTHING = saying(said)
OWN = only("open", "half", "last", "log")


async def planned(
    database: Database,
    day: date,
    hour: time,
    kinds: Prompts = EVERYTHING,
    *,
    zone: str = WIB,
) -> list[tuple[str, str]]:
    """Plan when the zone's clock shows this; gives what was planned in all: the day, the kind."""
    await plan(database, moment(day, hour, zone), kinds)
    return [(f"{one.day}", one.kind) for one in await database.read(prompted)]


def prompted(store: Store) -> list[Prompted]:
    """All prompts, in the order of planning."""
    table = schema.prompts.c
    query = select(
        table.person_id, table.kind, table.campaign, table.day, table.planned_at, table.lane
    )
    return [Prompted(*row) for row in store.execute(query.order_by(table.id))]
