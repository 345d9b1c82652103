"""Who needs a prompt: whoever has not done what it asks for, or leads somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Exists, Table, bindparam, exists, or_, select

from models.campaigns import OPENING, Due
from models.complaints import OF_OFFICE
from models.store import Store
from models.store.people.links import main_post, valid
from models.store.people.vacancies import himself, live, takes
from models.store.prompts.kinds import Known, Need
from models.store.ratings.holds import any_held
from models.store.ratings.quarantines import any_batch
from models.store.ratings.rebuttals import any_waiting
from models.store.rules.zones import over
from models.store.schema import (
    addresses,
    appraisals,
    complaints,
    duties,
    entries,
    evaluations,
    people,
    posts,
    prompts,
    superiors,
)

DAY: Any = bindparam("day")
_ME = posts.c.person_id
_JOINED = select(addresses.c.person_id).where(addresses.c.person_id.is_not(None))


@dataclass(frozen=True, eq=False)
class NoRow:
    """Whoever has no row of the day in a table; `counts`: which of its rows there are."""

    table: Table
    counts: ColumnElement[bool] | None = None

    def clauses(self) -> Iterator[Any]:
        yield ~exists().where(self.table.c.person_id == _ME, *self._rows(DAY))

    def given(self, due: Due) -> Mapping[str, Any]:
        return {}

    def met(self, store: Store, day: date) -> Collection[int]:
        query = select(self.table.c.person_id).where(*self._rows(day)).distinct()
        return set(store.execute(query).scalars())

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        return not (today and due.kind in who.done)

    def _rows(self, day: Any) -> Iterator[Any]:
        yield self.table.c.day == day
        if self.counts is not None:
            yield self.counts


@dataclass(frozen=True, eq=False)
class Approved:
    """Whoever has a superior in Tilik, or somebody who stands in for one, at whatever height; or,
    where `are` is not so, has none."""

    are: bool = True

    def clauses(self) -> Iterator[Any]:
        near = exists().where(
            superiors.c.person_id == _ME,
            valid(superiors, DAY),
            superiors.c.superior_id.in_(_JOINED),
        )
        approved = or_(near, _ME.in_(_approved_further()))
        yield approved if self.are else ~approved

    def given(self, due: Due) -> Mapping[str, Any]:
        return {}

    def met(self, store: Store, day: date) -> Collection[int]:
        return ()

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        return who.approved == self.are


def _approved_further() -> Any:
    """Whom somebody approves who stands further up, or in a superior's place: the rule is that of
    `models.store.people.charges`."""
    first = select(superiors.c.person_id, *_link(superiors)).where(live(superiors, DAY))
    up = first.cte("up", recursive=True)
    over, acting, own = superiors.alias(), posts.alias(), posts.alias()
    onward = select(up.c.person_id, *_link(over)).where(over.c.person_id == up.c.superior_id)
    moved = exists().where(own.c.person_id == up.c.superior_id, main_post(DAY, table=own))
    up = up.union(onward.where(live(over, DAY), or_(up.c.himself, ~moved)))
    stands = exists().where(
        takes(up, acting, DAY),
        acting.c.person_id != up.c.person_id,
        acting.c.person_id.in_(_JOINED),
    )
    able = or_(up.c.himself & up.c.superior_id.in_(_JOINED), stands)
    return select(up.c.person_id).where(up.c.superior_id != up.c.person_id, able).correlate(None)


def _link(link: Any) -> tuple[Any, ...]:
    """A superior, from when to when, and whether they approve by it themselves."""
    dates = link.c.valid_from, link.c.valid_to
    return link.c.superior_id, *dates, himself(link, DAY).label("himself")


@dataclass(frozen=True, eq=False)
class All:
    """Whoever has every one of these needs."""

    needs: tuple[Need, ...]

    def clauses(self) -> Iterator[Any]:
        for need in self.needs:
            yield from need.clauses()

    def given(self, due: Due) -> Mapping[str, Any]:
        return {name: value for need in self.needs for name, value in need.given(due).items()}

    def met(self, store: Store, day: date) -> Collection[int]:
        return {person for need in self.needs for person in need.met(store, day)}

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        return all(need.open_to(who, due, today=today) for need in self.needs)


@dataclass(frozen=True, eq=False)
class Leading:
    """Whoever is somebody's superior that day, or stands in for one."""

    def clauses(self) -> Iterator[Any]:
        leading = (
            select(superiors.c.superior_id)
            .select_from(superiors.join(posts, posts.c.person_id == superiors.c.person_id))
            .where(valid(superiors, DAY), main_post(DAY))
            .correlate(None)
        )
        acting, own = posts.alias(), posts.alias()
        standing = acting.join(superiors, takes(superiors, acting, DAY))
        stands = (
            select(acting.c.person_id)
            .select_from(standing.join(own, own.c.person_id == superiors.c.person_id))
            .where(live(superiors, DAY), main_post(DAY, table=own))
            .where(own.c.person_id != acting.c.person_id)
        )
        yield or_(_ME.in_(leading), _ME.in_(stands.correlate(None)))

    def given(self, due: Due) -> Mapping[str, Any]:
        return {}

    def met(self, store: Store, day: date) -> Collection[int]:
        return ()

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        return who.leads


@dataclass(frozen=True, eq=False)
class Overseeing:
    """Whoever is on the oversight team that day, while anything waits for its word."""

    def clauses(self) -> Iterator[Any]:
        team = select(duties.c.person_id).where(duties.c.duty == "oversight", valid(duties, DAY))
        yield _ME.in_(team)
        yield any_held() | any_waiting() | any_batch()

    def given(self, due: Due) -> Mapping[str, Any]:
        return {}

    def met(self, store: Store, day: date) -> Collection[int]:
        return ()

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        """What will be held by then nobody knows: it stands in no look ahead."""
        return False


@dataclass(frozen=True, eq=False)
class Complaining:
    """Whoever may have a complaint to answer that day, while any waits for the office."""

    def clauses(self) -> Iterator[Any]:
        may = duties.c.duty.in_(("head", "oversight")), valid(duties, DAY)
        waits = complaints.c.state.in_(OF_OFFICE)
        held = select(complaints.c.holder_id).where(complaints.c.holder_id.is_not(None), waits)
        yield or_(_ME.in_(select(duties.c.person_id).where(*may)), _ME.in_(held))
        yield exists().where(waits)

    def given(self, due: Due) -> Mapping[str, Any]:
        return {}

    def met(self, store: Store, day: date) -> Collection[int]:
        return ()

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        """What citizens will complain of by then nobody knows: it stands in no look ahead."""
        return False


@dataclass(frozen=True, eq=False)
class EvaluationOpen:
    """Whoever had a post in the quarter and had joined by its end, and has neither sent the
    self-evaluation nor been rated.

    `early`: not whoever was invited only when this reminder was due, or later.
    """

    early: bool = False

    def clauses(self) -> Iterator[Any]:
        for table in (evaluations, appraisals):
            done = table.c.quarter == bindparam("quarter")
            yield ~exists().where(table.c.person_id == _ME, done)
        then = posts.alias()
        held = main_post(bindparam("since"), bindparam("until"), table=then)
        yield exists().where(then.c.person_id == _ME, held)
        yield exists().where(people.c.id == _ME, people.c.joined_at < bindparam("over"))
        if self.early:
            late = (prompts.c.kind == OPENING) & (prompts.c.day >= bindparam("due"))
            yield ~had("campaign").where(late)

    def given(self, due: Due) -> Mapping[str, Any]:
        quarter = due.quarter
        last = quarter.last_day
        of_quarter = {"since": quarter.first_day, "until": last, "over": over(last)}
        return {"quarter": quarter.key, **of_quarter, **({"due": due.day} if self.early else {})}

    def met(self, store: Store, day: date) -> Collection[int]:
        return ()

    def open_to(self, who: Known, due: Due, *, today: bool) -> bool:
        if due.quarter in who.finished or not who.worked_in(due.quarter):
            return False
        opened = who.had.get((due.campaign, OPENING))
        return not (self.early and opened is not None and opened >= due.day)


UNLOGGED = NoRow(entries, entries.c.state != "withdrawn")
"""Whoever has logged nothing of the day."""
LOG_ASKED = All((UNLOGGED, Approved()))
LOG_UNASKED = All((UNLOGGED, Approved(are=False)))
"""The same, with anybody in Tilik who could approve it, and with nobody."""


def had(*columns: str) -> Exists:
    """Whether a person of `posts` has had a prompt with what is bound in its columns."""
    which = (prompts.c[name] == bindparam(name) for name in columns)
    return exists().where(prompts.c.person_id == _ME, *which)
