"""Evaluasi: the self-evaluations of one's team, each beside what the approved log says.

Whose superior one is today, one may read and rate: also a quarter that somebody else has led,
since who led it may have left.
"""

from __future__ import annotations

from datetime import date, datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen, Several
from handlers.openings import ToEvaluations, ToRecord
from handlers.supervisor.evaluation.words import (
    EvaluationRecord,
    MemberQuarter,
    Roster,
    State,
    record_letter,
    roster_letter,
)
from handlers.words.figures import quarter_name
from models.calendar import local
from models.evaluations import claims_of
from models.letters import Fact, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import is_own, leads, supervises, works
from models.store import Store
from models.store.people import leaves
from models.store.rules import calendars
from models.store.work import entries as work
from models.store.work import evaluations, records
from models.window import evaluation_window


def look(store: Store, person: Person, opening: ToEvaluations | None, now: datetime) -> Roster:
    """The team's quarter; who has no team may mean their own."""
    if not leads(person) and works(person):
        raise Refused(Text("evaluasi-no-team"))
    today = today_of(person, now)
    if opening is None:
        raise not_yours()
    quarter = opening.quarter or Quarter.of(today).previous
    _check_over(quarter, today)
    kept, unrated = evaluations.unrated(store, _others(person), quarter.previous)
    return Roster(
        quarter,
        _members(store, person, quarter, today=today),
        opening.page,
        before=len(unrated) if kept else None,
        newest=quarter.next == Quarter.of(today),
    )


def _others(person: Person) -> list[int]:
    return [member.id for member in person.team if not is_own(person, member.id)]


def look_at_one(
    store: Store, person: Person, opening: ToRecord | None, now: datetime
) -> EvaluationRecord:
    """One person's quarter; who is not of the team is refused like nobody at all."""
    today = today_of(person, now)
    if opening is None:
        raise not_yours()
    return record_of(store, person, opening, today=today)


def today_of(person: Person, now: datetime) -> date:
    """The day it is where a superior works; refused to whoever leads nobody."""
    if not leads(person) or person.post is None:
        raise not_yours()
    return local(now, person.post.unit.zone).date()


def not_yours() -> Refused:
    """There is no such evaluation for this person."""
    return Refused(Text("evaluasi-not-yours"))


def concerns(roster: Roster) -> list[int]:
    """Those of whose quarter the screen tells."""
    return [member.who.id for member in roster.members]


CONVERSATION = Several(
    (
        Screen(ToEvaluations, look, roster_letter, concerns=concerns),
        Screen(ToRecord, look_at_one, record_letter, concerns=lambda record: [record.who.id]),
    ),
    manifest=Manifest(
        serves="superiors",
        menu=Offer(3),
        help=Offer(3, Text("guide-evaluations")),
        cost=Cost(1, 3, 1, after=("triwulan",)),
    ),
)


def record_of(store: Store, person: Person, opening: ToRecord, *, today: date) -> EvaluationRecord:
    """Everything about one person's quarter, for their superior of today and nobody else.

    Refused alike: oneself, who is not of the team, who had no post then, who does not exist.
    """
    number, quarter, me = opening.whose, opening.quarter, person.id
    who = next((member for member in person.team if member.id == number), None)
    if who is None or me is None or is_own(person, number) or not supervises(person, number):
        raise not_yours()
    if not evaluations.had_post(store, [number], quarter):
        raise not_yours()
    _check_over(quarter, today)
    entries = work.entries_of(store, [number], quarter.first_day, quarter.last_day)
    approved = [entry for entry in entries if entry.state == "approved"]
    return EvaluationRecord(
        who=who,
        quarter=quarter,
        today=today,
        last=evaluation_window(
            quarter, calendars.of_person(store, number), away=leaves.away(store, number)
        ).last,
        evaluation=evaluations.evaluation(store, number, quarter),
        claims=claims_of(records.aims_of(store, number, quarter), entries),
        approved=len(approved),
        proven=sum(bool(entry.evidence) for entry in approved),
        waiting=sum(entry.state == "sent" for entry in entries),
        superior_id=me,
        appraisal=evaluations.appraisal(store, number, quarter),
        page=opening.page,
    )


def _check_over(quarter: Quarter, today: date) -> None:
    if today <= quarter.last_day:
        facts: dict[str, Fact] = {"quarter": quarter_name(quarter), "day": quarter.last_day}
        raise Refused(Text("evaluasi-early", facts))


def _members(store: Store, person: Person, quarter: Quarter, *, today: date) -> list[MemberQuarter]:
    ids = _others(person)
    there = evaluations.took_part(store, ids, quarter)
    sent = evaluations.senders(store, quarter, ids)
    rated = evaluations.appraised(store, quarter, ids)
    away, own = leaves.everybody_away(store, ids), calendars.of_people(store, ids)

    def state(number: int, last: date) -> State:
        if number in rated or number in sent:
            return "rated" if number in rated else "sent"
        return "missing" if today <= last else "unsent"

    def last(number: int) -> date:
        days = away.get(number, frozenset())
        return evaluation_window(quarter, own[number], away=days).last

    ends = ((member, last(member.id)) for member in person.team if member.id in there)
    return [MemberQuarter(member, state(member.id, end), end) for member, end in ends]
