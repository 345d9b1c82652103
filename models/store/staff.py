"""Staff as a whole: everybody as they stand, and what a list of people changes at once.

What `models.store.posts` does for one person, this does for ten thousand in a few statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from models.people import Held
from models.store import Store
from models.store.posts import during, ended, relink
from models.store.schema import duties, people, posts, stations, superiors


@dataclass(frozen=True)
class Member:
    """Somebody the store knows, as they stand; None and empty where there is nothing."""

    id: int
    name: str
    nip: str | None
    unit_id: int | None
    title: str | None
    superior_id: int | None
    counters: frozenset[int]
    duties: frozenset[Held]


def roster(store: Store, earliest: date, latest: date) -> dict[int, Member]:
    """Everybody by number. Today lies between the two days: each zone has its own."""
    place = {row.person_id: row for row in _links(store, posts, earliest, latest)}
    over = {row.person_id: row.superior_id for row in _links(store, superiors, earliest, latest)}
    counters: dict[int, set[int]] = defaultdict(set)
    for row in _links(store, stations, earliest, latest):
        counters[row.person_id].add(row.counter_id)
    held: dict[int, set[Held]] = defaultdict(set)
    for row in _links(store, duties, earliest, latest):
        held[row.person_id].add(Held(row.duty, row.unit_id))
    return {
        row.id: Member(
            id=row.id,
            name=row.name,
            nip=row.nip,
            unit_id=place[row.id].unit_id if row.id in place else None,
            title=place[row.id].title if row.id in place else None,
            superior_id=over.get(row.id),
            counters=frozenset(counters.get(row.id, ())),
            duties=frozenset(held.get(row.id, ())),
        )
        for row in store.execute(select(people).order_by(people.c.id))
    }


def hire(store: Store, names: Mapping[str, str]) -> dict[str, int]:
    """New people, nip -> name; gives nip -> number."""
    if names:
        store.execute(insert(people), [{"nip": nip, "name": name} for nip, name in names.items()])
    rows = store.execute(select(people.c.id, people.c.nip).where(people.c.nip.is_not(None)))
    known = {row.nip: row.id for row in rows}
    return {nip: known[nip] for nip in names}


def rename(store: Store, names: Mapping[int, str]) -> None:
    """Give people another name."""
    if names:
        here = update(people).where(people.c.id == bindparam("number"))
        rows = [{"number": number, "called": name} for number, name in names.items()]
        store.execute(here.values(name=bindparam("called")), rows)


def place(store: Store, where: Mapping[int, tuple[int, str]], *, since: date) -> None:
    """Let people work there from that day on: person -> unit and title (jabatan)."""
    rows = {person: [{"unit_id": u, "title": t}] for person, (u, t) in where.items()}
    relink(store, posts, rows, since)


def report_to(store: Store, whom: Mapping[int, int | None], *, since: date) -> None:
    """Give people a superior, or none, from that day on: person -> superior."""
    rows = {p: [{"superior_id": s}] if s is not None else [] for p, s in whom.items()}
    relink(store, superiors, rows, since)


def man(store: Store, what: Mapping[int, Collection[int]], *, since: date) -> None:
    """Let people serve at just these counters from that day on: person -> counters."""
    rows = {person: [{"counter_id": c} for c in sorted(some)] for person, some in what.items()}
    relink(store, stations, rows, since)


def entrust(store: Store, held: Iterable[tuple[int, Held]], *, since: date) -> None:
    """Give people duties from that day on."""
    rows = [
        {"person_id": person, "unit_id": h.unit_id, "duty": h.duty, "valid_from": since}
        for person, h in held
    ]
    if rows:
        store.execute(insert(duties), rows)


def relieve(store: Store, person_id: int, held: Held, *, since: date) -> None:
    """The person no longer has the duty, from that day on."""
    whose = (
        (duties.c.person_id == person_id)
        & (duties.c.unit_id == held.unit_id)
        & (duties.c.duty == held.duty)
    )
    ended(store, duties, whose, since)


def _links(store: Store, table: Table, earliest: date, latest: date) -> Any:
    """The links that hold today, the newest last."""
    holds = during(table, earliest, latest)
    return store.execute(select(table).where(holds).order_by(table.c.valid_from, table.c.id))
