"""The dossier: everything that is held of one person, for that person.

Of others it tells no more than the person meets at work anyway: who decided, who rated, who looked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Select, Table, select
from sqlalchemy.sql import visitors

from models.store import Store
from models.store import schema as t

Row: TypeAlias = Mapping[str, Any]
Section: TypeAlias = tuple[str, Sequence[Row]]
BESIDE: Mapping[str, str] = {
    "raters": "a keyed hash of one day, which leads to nobody",
    "ratings": "no person is in it",
    "identities": "sealed; opened for a complaint alone",
    "intakes": "files of the office, which who gave them has",
    "decreed_days": "who set a day did so for the office; the trail tells it",
    "settings": "who set it did so for the office; the trail tells it",
    "seals": "hashes alone",
    "trail_head": "hashes alone",
}
"""Tables that may concern people and are not in the dossier, and why."""


_ENTRY = (
    *("receipt", "day", "entered_on", "activity", "quantity", "measure", "starts", "ends"),
    *("evidence", "state", "sent_at", "reason"),
)
_RATED = (
    *("quarter", "version", "result", "conduct", "predikat", "reason"),
    *("rated_on", "received_on", "reply"),
)


def of_address(store: Store, address_id: int) -> int | None:
    """Whose chat this is now."""
    query = select(t.addresses.c.person_id).where(t.addresses.c.id == address_id)
    return store.execute(query).scalar()


def read(store: Store, person_id: int) -> list[Section]:
    """Every section with its rows, the oldest first; one without rows is there too.

    Days, times and moments (UTC) are as the store knows them; what is not there is left out.
    """
    every = _queries(person_id)
    return [(key, [_row(one) for one in store.execute(query)]) for key, query in every]


def fields() -> Mapping[str, Sequence[str]]:
    """For every section the names of what stands in its rows."""
    return {key: list(query.selected_columns.keys()) for key, query in _queries(0)}


def tables() -> frozenset[str]:
    """The tables that the dossier reads."""
    found: set[str] = set()
    for _, query in _queries(0):
        found |= {str(one.name) for one in visitors.iterate(query) if isinstance(one, Table)}
    return frozenset(found)


def _row(found: Any) -> Row:
    return {name: value for name, value in found._mapping.items() if value is not None}


def _queries(person: int) -> Iterator[tuple[str, Select[Any]]]:
    yield from _who(person)
    yield from _links(person)
    yield from _work(person)
    yield from _talk(person)
    trail, by = t.trail.c, t.people.alias("by_whom")
    seen = (
        select(trail.at, trail.deed, trail.actor, by.c.name.label("by"), trail.what)
        .outerjoin(by, by.c.id == trail.by_id)
        .where(trail.about_id == person)
        .order_by(trail.number)
    )
    yield "trail", seen


def _who(person: int) -> Iterator[tuple[str, Select[Any]]]:
    p, a, c, i = t.people.c, t.addresses.c, t.consents.c, t.invitations.c
    who = select(p.name, p.nip, p.channel, p.left_on).where(p.id == person)
    yield "person", who
    chat = (a.channel, a.sender, a.language, a.phone_language, a.reachable, a.speaks_first)
    yield "chats", _own(t.addresses, person, *chat, a.met_on, a.heard_at, a.knocked_at)
    said = (c.purpose, c.version, c.digest, c.channel, c.agreed, c.given_at)
    yield "consents", _own(t.consents, person, *said)
    codes = select(i.expires_at, i.used_at).where(i.person_id == person).order_by(i.expires_at)
    yield "codes", codes


def _links(person: int) -> Iterator[tuple[str, Select[Any]]]:
    unit = t.units.c.name.label("unit")
    for key, table, column in (("posts", t.posts, "title"), ("duties", t.duties, "duty")):
        more = (table.c.kind,) if key == "posts" else ()
        shown = (table.c[column], *more, unit, table.c.valid_from, table.c.valid_to)
        yield key, _own(table, person, *shown, joined=(t.units, table.c.unit_id))
    m, other = t.memberships, t.people.alias("superior")
    teams = (t.teams.c.name.label("team"), m.c.leads, m.c.valid_from, m.c.valid_to)
    yield "teams", _own(m, person, *teams, joined=(t.teams, m.c.team_id))
    s, over = t.superiors, other.c.name.label("superior")
    shown = (over, s.c.valid_from, s.c.valid_to)
    yield "superiors", _own(s, person, *shown, joined=(other, s.c.superior_id))
    n, counter = t.stations, t.counters.c.name.label("counter")
    shown = (counter, n.c.valid_from, n.c.valid_to)
    yield "stations", _own(n, person, *shown, joined=(t.counters, n.c.counter_id))
    d = t.doubts
    shown = (other.c.name.label("superior"), d.c.said_on, d.c.state, d.c.settled_on)
    yield "doubts", _own(d, person, *shown, joined=(other, d.c.proposed_id))


def _work(person: int) -> Iterator[tuple[str, Select[Any]]]:
    v, w = t.leaves.c, t.schedules.c
    yield "leaves", _own(t.leaves, person, v.kind, v.first_day, v.last_day)
    shift = (w.kind, w.weekdays, w.on_holidays, w.valid_from, w.valid_to)
    yield "schedules", _own(t.schedules, person, *shift)
    g, e = t.targets, t.entries
    aim = (g.c.quarter, g.c.result, g.c.indicator, g.c.quantity, g.c.measure)
    yield "targets", _own(g, person, *aim)
    by = t.people.alias("by_whom")
    done = [e.c[name] for name in _ENTRY]
    yield "entries", _own(e, person, *done, by.c.name.label("by"), joined=(by, e.c.decided_by))
    f, r = t.evaluations.c, t.appraisals
    yield "evaluations", _own(t.evaluations, person, f.quarter, f.sheet, f.sent_on)
    rated = [r.c[name] for name in _RATED]
    yield "appraisals", _own(r, person, *rated, by.c.name.label("by"), joined=(by, r.c.superior_id))


def _talk(person: int) -> Iterator[tuple[str, Select[Any]]]:
    q, p, a = t.requests.c, t.prompts.c, t.addresses
    asked = (q.kind, q.field, q.words, q.asked_at, q.due_at, q.state, q.settled_at, q.reply)
    yield "requests", _own(t.requests, person, *asked)
    yield "prompts", _own(t.prompts, person, p.campaign, p.kind, p.day, p.state)
    here = a.c.person_id == person
    for key, table, names in (
        ("forms", t.dialogues, ("conversation", "opening", "answers", "expires_at")),
        ("letters", t.letters, ("kind", "sheet", "state", "written_at")),
        ("files", t.files, ("kind", "name", "mime", "state", "given_at", "used")),
    ):
        join = table.join(a, a.c.id == table.c.address_id)
        columns = [table.c[name] for name in names]
        yield key, select(*columns).select_from(join).where(here).order_by(table.c.id)
    i = t.inbox
    join = i.join(a, (a.c.channel == i.c.channel) & (a.c.sender == i.c.sender))
    kept = select(i.c.state, i.c.arrived_at, i.c.raw).select_from(join)
    yield "messages", kept.where(here).order_by(i.c.id)


def _own(table: Any, person: int, *columns: Any, joined: tuple[Any, Any] | None = None) -> Any:
    """The person's rows of a table, perhaps with the row of another that each refers to."""
    query = select(*columns).select_from(table)
    if joined is not None:
        other, column = joined
        query = select(*columns).select_from(table.outerjoin(other, other.c.id == column))
    owner = table.c.id if table is t.people else table.c.person_id
    return query.where(owner == person).order_by(table.c.id)
