"""Staff as a whole: everybody as they stand, and what a list of people changes at once.

What `models.store.people.posts` does for one person, this does for ten thousand in a few
statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from models.people import HeldDuty
from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import DAY, during, ended, relink
from models.store.schema import duties, people, posts, stations, superiors


@dataclass(frozen=True)
class Member:
    """Somebody the store knows, as they stand; None and empty where there is nothing.

    `unit_id` and `title` are of the main post; `acting` has those of the others (Plt., Plh.).
    """

    id: int
    name: str
    nip: str | None
    unit_id: int | None
    title: str | None
    superior_id: int | None
    counters: frozenset[int]
    duties: frozenset[HeldDuty]
    acting: frozenset[tuple[int, str]] = frozenset()


def roster(store: Store, earliest: date, latest: date) -> dict[int, Member]:
    """Everybody by number. Today lies between the two days: each zone has its own."""
    place: dict[int, Any] = {}
    beside: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for row in _links(store, posts, earliest, latest):
        if row.kind == "main":
            place[row.person_id] = row
        else:
            beside[row.person_id].add((row.unit_id, row.title))
    over = {row.person_id: row.superior_id for row in _links(store, superiors, earliest, latest)}
    counters: dict[int, set[int]] = defaultdict(set)
    for row in _links(store, stations, earliest, latest):
        counters[row.person_id].add(row.counter_id)
    held: dict[int, set[HeldDuty]] = defaultdict(set)
    for row in _links(store, duties, earliest, latest):
        held[row.person_id].add(HeldDuty(row.duty, row.unit_id))
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
            acting=frozenset(beside.get(row.id, ())),
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


def rename(store: Store, names: Mapping[int, str], *, stamp: Stamp | None = None) -> None:
    """Give people another name. The trail tells only that it is another one."""
    if names:
        here = update(people).where(people.c.id == bindparam("number"))
        rows = [{"number": number, "called": name} for number, name in names.items()]
        store.execute(here.values(name=bindparam("called")), rows)
        stamped(store, stamp, "name", {number: {} for number in names})


def place(
    store: Store,
    where: Mapping[int, tuple[int, str]],
    *,
    since: date,
    stamp: Stamp | None = None,
) -> None:
    """Let people work there from that day on: person -> unit and title (jabatan)."""
    rows = {person: [{"unit_id": u, "title": t}] for person, (u, t) in where.items()}
    relink(store, posts, rows, since)
    told = {p: {"unit": u, "kind": "main", "since": str(since)} for p, (u, _) in where.items()}
    stamped(store, stamp, "post", told)


def report_to(
    store: Store, whom: Mapping[int, int | None], *, since: date, stamp: Stamp | None = None
) -> None:
    """Give people a superior, or none, from that day on: person -> superior."""
    rows = {p: [{"superior_id": s}] if s is not None else [] for p, s in whom.items()}
    relink(store, superiors, rows, since)
    told = {person: {"superior": s, "since": str(since)} for person, s in whom.items()}
    stamped(store, stamp, "superior", told)


def assign_counters(
    store: Store, what: Mapping[int, Collection[int]], *, since: date, stamp: Stamp | None = None
) -> None:
    """Let people serve at just these counters from that day on: person -> counters."""
    rows = {person: [{"counter_id": c} for c in sorted(some)] for person, some in what.items()}
    relink(store, stations, rows, since)
    told = {p: {"counters": sorted(some), "since": str(since)} for p, some in what.items()}
    stamped(store, stamp, "station", told)


def give_duties(
    store: Store, held: Iterable[tuple[int, HeldDuty]], *, since: date, stamp: Stamp | None = None
) -> None:
    """Give people duties from that day on."""
    given = list(held)
    rows = [
        {"person_id": person, "unit_id": h.unit_id, "duty": h.duty, "valid_from": since}
        for person, h in given
    ]
    if rows:
        store.execute(insert(duties), rows)
    for person, h in given:
        what = {"duty": h.duty, "unit": h.unit_id, "since": str(since)}
        stamped(store, stamp, "duty", {person: what})


def relieve(
    store: Store, person_id: int, held: HeldDuty, *, since: date, stamp: Stamp | None = None
) -> None:
    """The person no longer has the duty, from that day on."""
    whose = (
        (duties.c.person_id == person_id)
        & (duties.c.unit_id == held.unit_id)
        & (duties.c.duty == held.duty)
    )
    if ended(store, duties, whose, since):
        what = {"duty": held.duty, "unit": held.unit_id, "until": str(since - DAY)}
        stamped(store, stamp, "duty", {person_id: what})


def _links(store: Store, table: Table, earliest: date, latest: date) -> Any:
    """The links that hold today, the newest last."""
    holds = during(table, earliest, latest)
    return store.execute(select(table).where(holds).order_by(table.c.valid_from, table.c.id))


def renumber(store: Store, nips: Mapping[int, str], *, stamp: Stamp | None = None) -> None:
    """Give people another nip, which nobody has: person -> nip. The trail tells only that it is
    another one."""
    if not nips:
        return
    here = update(people).where(people.c.id == bindparam("number"))
    rows = [{"number": number, "digits": nip} for number, nip in nips.items()]
    store.execute(here.values(nip=bindparam("digits")), rows)
    stamped(store, stamp, "nip", {number: {} for number in nips})
