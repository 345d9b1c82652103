"""Histories: the main posts, acting posts and superiors of many people at once, day by day.

What `models.store.people.posts` changes from a day on, this writes for a stretch of days, also
past ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select, update

from models.store import Store
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.date_ranges import DAY, DateRange, cut, of_people, redraw
from models.store.people.links import during, ended, last_days, parts
from models.store.schema import counters, people, posts, stations, superiors

PLACES = "unit_id", "title", "kind", "vacated_on", "acting_as", "acts_for"
OVER = ("superior_id",)


def main_posts(store: Store, person_ids: Collection[int]) -> dict[int, list[DateRange]]:
    """Person -> their main posts; of a span `what` is unit, title, kind and, of an acting one,
    since when it is vacant, as what and in whose place."""
    return of_people(store, posts, PLACES, person_ids, posts.c.kind == "main")


def acting_posts(store: Store, person_ids: Collection[int]) -> dict[int, list[DateRange]]:
    """Person -> their acting posts, which may be several at a time; `what` as of main ones."""
    return of_people(store, posts, PLACES, person_ids, posts.c.kind == "acting")


def over(store: Store) -> dict[int, list[DateRange]]:
    """Person -> their superiors, of everybody; of a span `what` is the superior."""
    everybody = store.execute(select(superiors.c.person_id).distinct()).scalars().all()
    return of_people(store, superiors, OVER, everybody)


def place(
    store: Store, spans: Mapping[int, Sequence[DateRange]], *, kind: str, today: date, stamp: Stamp
) -> None:
    """Let people have just these posts of that kind. Who has left service and has a main post again
    is back; at the counters of a unit they leave they serve no more."""
    if kind == "main":
        _take_back(store, spans)
        _leave_counters(store, spans, today)
    spans = _until_left(store, spans)
    redraw(store, posts, PLACES, spans, posts.c.kind == kind)
    told: dict[int, dict[str, object]] = {
        person: {"unit": s.what[0], "kind": kind, "since": str(s.first), **_in_place(s)}
        for person, several in spans.items()
        for s in several[-1:]
    }
    stamped(store, stamp, "post", told)


def _in_place(span: DateRange) -> dict[str, object]:
    *_, label, superior = span.what
    return {} if superior is None else {"acting": label or "acting", "for": superior}


def report_to(store: Store, spans: Mapping[int, Sequence[DateRange]], *, stamp: Stamp) -> None:
    """Let people have just these superiors, each for as long as both are in service."""
    spans = _until_left(store, spans)
    gone = last_days(store, {span.what[0] for several in spans.values() for span in several})
    spans = {
        person: [_while_there(span, gone.get(span.what[0])) for span in several]
        for person, several in spans.items()
    }
    redraw(store, superiors, OVER, spans)
    told: dict[int, dict[str, object]] = {}
    for person, several in spans.items():
        now = several[-1] if several else None
        told[person] = {"superior": now and now.what[0], "since": now and str(now.first)}
    stamped(store, stamp, "superior", told)


def _take_back(store: Store, spans: Mapping[int, Sequence[DateRange]]) -> None:
    """Who has a post that begins after their last day is in service again."""
    lasts = last_days(store, spans)
    back = [person for person, last in lasts.items() if any(s.first > last for s in spans[person])]
    for some in parts(back):
        store.execute(update(people).where(people.c.id.in_(some)).values(left_on=None))


def _until_left(
    store: Store, spans: Mapping[int, Sequence[DateRange]]
) -> Mapping[int, Sequence[DateRange]]:
    """The same, but nothing goes on after somebody's last day in service."""
    ends = {person: last + DAY for person, last in last_days(store, spans).items()}
    return {
        person: cut(several, ends[person], None) if person in ends else several
        for person, several in spans.items()
    }


def _while_there(span: DateRange, last: date | None) -> DateRange:
    """The span, until the last day of whom it is with."""
    ends = last is not None and span.first <= last < span.ends
    return replace(span, last=last) if ends else span


def _leave_counters(store: Store, spans: Mapping[int, Sequence[DateRange]], today: date) -> None:
    gone = []
    for some in parts(list(spans)):
        query = (
            select(stations.c.id, stations.c.person_id, counters.c.unit_id)
            .join(counters, counters.c.id == stations.c.counter_id)
            .where(stations.c.person_id.in_(some), during(stations, today, date.max))
        )
        for row in store.execute(query):
            here = (span for span in spans[row.person_id] if span.first <= today <= span.ends)
            if row.unit_id not in {span.what[0] for span in here}:
                gone.append(row.id)
    for some in parts(gone):
        ended(store, stations, stations.c.id.in_(some), since=today)
