"""Working teams (tim kerja): people drawn from several units for a while, one or more lead it.

Who leads a team sees no more of its members for that, for now: approving, rating and reading what
somebody did stay with the superior (pejabat penilai), who is a link of their own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import insert, select

from models.store import Store, inserted, of_row
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import DAY, ended, valid
from models.store.schema import memberships, people, teams


@dataclass(frozen=True)
class Team:
    """A team, and the unit that has set it up."""

    id: int
    name: str
    unit_id: int


@dataclass(frozen=True)
class Membership:
    """That a person is in a team, and whether they lead it."""

    team: Team
    person_id: int
    name: str
    leads: bool


def add(
    store: Store, name: str, *, unit_id: int, since: date, stamp: Stamp | None = None
) -> int:
    """A new team of the unit from that day on; gives its id."""
    number = inserted(store, teams, name=name, unit_id=unit_id, valid_from=since)
    stamped(store, stamp, "team", {None: {"team": number, "unit": unit_id, "since": str(since)}})
    return number


def join(
    store: Store,
    team_id: int,
    person_id: int,
    *,
    since: date,
    until: date | None = None,
    leads: bool = False,
    stamp: Stamp | None = None,
) -> bool:
    """Let the person be in the team from that day on, perhaps to a last; False where so already."""
    whose = _of(team_id, person_id)
    row = store.execute(select(memberships).where(whose, valid(memberships, since))).first()
    if row is not None and (row.leads, row.valid_to) == (leads, until):
        return False
    ended(store, memberships, whose, since)
    link = {"team_id": team_id, "person_id": person_id, "leads": leads}
    store.execute(insert(memberships).values(**link, valid_from=since, valid_to=until))
    what = {"team": team_id, "leads": leads, "since": str(since)}
    stamped(store, stamp, "team", {person_id: what})
    return True


def part(
    store: Store, team_id: int, person_id: int, *, since: date, stamp: Stamp | None = None
) -> bool:
    """The person is not in the team from that day on; False where they were not."""
    were = ended(store, memberships, _of(team_id, person_id), since)
    if were:
        what = {"team": team_id, "until": str(since - DAY)}
        stamped(store, stamp, "team", {person_id: what})
    return were


def of_person(store: Store, person_id: int, day: date) -> tuple[Membership, ...]:
    """The teams that the person is in on that day, those they lead first."""
    return _members(store, memberships.c.person_id == person_id, day)


def members(store: Store, team_id: int, day: date) -> tuple[Membership, ...]:
    """Who is in the team on that day: who leads it first, then by name."""
    return _members(store, memberships.c.team_id == team_id, day)


def of_units(store: Store, unit_ids: Collection[int], day: date) -> tuple[Team, ...]:
    """The teams that these units have on that day, by name."""
    here = teams.c.unit_id.in_(unit_ids) & valid(teams, day)
    rows = store.execute(select(teams).where(here).order_by(teams.c.name, teams.c.id))
    return tuple(of_row(Team, row) for row in rows)


def _of(team_id: int, person_id: int) -> Any:
    return (memberships.c.team_id == team_id) & (memberships.c.person_id == person_id)


def _members(store: Store, which: Any, day: date) -> tuple[Membership, ...]:
    query = (
        select(memberships, people.c.name, teams.c.name.label("team"), teams.c.unit_id)
        .join(people, people.c.id == memberships.c.person_id)
        .join(teams, teams.c.id == memberships.c.team_id)
        .where(which, valid(memberships, day))
        .order_by(memberships.c.leads.desc(), people.c.name, teams.c.name, memberships.c.id)
    )
    return tuple(
        Membership(Team(row.team_id, row.team, row.unit_id), row.person_id, row.name, row.leads)
        for row in store.execute(query)
    )
