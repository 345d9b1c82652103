"""Hearings: who was asked for their own word on a complaint, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, update

from models.complaints import OPEN, Complaint, ComplaintStep
from models.hearings import Hearing, HearingAnswer, named
from models.masking import masked
from models.people import Colleague
from models.store import Store, inserted, of_row
from models.store.people.links import valid
from models.store.ratings.holds import working
from models.store.schema import complaints, hearings, people, stations


def ask(
    store: Store,
    complaint: Complaint,
    person_id: int,
    *,
    by_id: int,
    about: str,
    day: date,
    due: date,
) -> Hearing:
    """Ask somebody for their word, who was not asked on this complaint yet."""
    row = {"complaint_id": complaint.id, "person_id": person_id, "asked_by": by_id}
    when = {"asked_on": day, "due_on": due}
    made = inserted(store, hearings, **row, **when, about=masked(about))
    return _found(store, hearings.c.id == made)[0]


def answer(
    store: Store, hearing: Hearing, said: HearingAnswer, words: str | None, *, day: date
) -> bool:
    """Keep what they say, once; False where they have said it."""
    here = (hearings.c.id == hearing.id) & hearings.c.answer.is_(None)
    row = {"answer": said, "words": masked(words) if words else None, "answered_on": day}
    return bool(store.execute(update(hearings).where(here).values(**row)).rowcount)


def unheard(store: Store, *, before: date) -> list[Hearing]:
    """Those without a word whose day comes before this one, of complaints that still wait."""
    silent = hearings.c.answer.is_(None) & hearings.c.silent_on.is_(None)
    goes_on = complaints.c.state.in_(OPEN) & (complaints.c.kind != "weighty")
    ids = select(complaints.c.id).where(goes_on)
    late = hearings.c.due_on < before
    return _found(store, silent, late, hearings.c.complaint_id.in_(ids))


def go_on(store: Store, hearing: Hearing, **columns: date) -> bool:
    """Put it off, or go on without a word; False where there is one by now, or it went on."""
    here = (hearings.c.id == hearing.id) & hearings.c.answer.is_(None)
    here &= hearings.c.silent_on.is_(None)
    return bool(store.execute(update(hearings).where(here).values(**columns)).rowcount)


def of_complaint(store: Store, complaint: Complaint) -> list[Hearing]:
    """All of a complaint, in the order in which they were asked."""
    return _found(store, hearings.c.complaint_id == complaint.id)


def open_of(store: Store, person_id: int) -> list[Hearing]:
    """Those in which this person has not said anything, of complaints that are still open and are
    not the oversight team's."""
    mine = (hearings.c.person_id == person_id) & hearings.c.answer.is_(None)
    goes_on = complaints.c.state.in_(OPEN) & (complaints.c.kind != "weighty")
    ids = select(complaints.c.id).where(goes_on)
    return _found(store, mine, hearings.c.complaint_id.in_(ids))


def one(store: Store, hearing_id: int) -> Hearing | None:
    """The hearing of this number."""
    return next(iter(_found(store, hearings.c.id == hearing_id)), None)


def touching(store: Store, person_id: int) -> frozenset[int]:
    """The complaints (ids) on which this person was asked."""
    mine = select(hearings.c.complaint_id).where(hearings.c.person_id == person_id)
    return frozenset(store.execute(mine).scalars())


def staff_of(store: Store, complaint: Complaint) -> list[Colleague]:
    """Who worked there on the day of the complaint: first those whom its counter had."""
    day, there = complaint.said_on, stations.c.counter_id == complaint.counter_id
    serving = select(stations.c.person_id).where(there, valid(stations, day))
    first = set(store.execute(serving).scalars())
    found = working(store, complaint.unit_id, day)
    return sorted(found, key=lambda one: (one.id not in first, one.name, one.id))


def named_in(
    store: Store, complaint: Complaint, steps: Sequence[ComplaintStep]
) -> list[Colleague]:
    """Who worked there and is named in the citizen's words."""
    words = " . ".join(one.words or "" for one in steps if one.is_said)
    return named(words, staff_of(store, complaint)) if words.strip(" .") else []


def _found(store: Store, *where: Any) -> list[Hearing]:
    query = (
        select(hearings, people.c.name)
        .join(people, people.c.id == hearings.c.person_id)
        .where(*where)
        .order_by(hearings.c.id)
    )
    return [of_row(Hearing, row) for row in store.execute(query)]
