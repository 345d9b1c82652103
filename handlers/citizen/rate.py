"""Nilai: a citizen rates a service. One tap is a rating; everything after it is a gift.

The first tap and one element, drawn so that all nine get equally many answers, feed the daily
index (indicative). The survey of all nine is a conversation of its own (`survey`).
"""

from __future__ import annotations

from collections import Counter as Counted
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.citizen.today import earlier_rating, local_day, put, token_of
from handlers.conversation import Conversation
from handlers.questions import Noted, Option, Pick, Scale, Write, optional
from models.instruments import instrument
from models.letters import Button, Letter, Lines, Text, Words
from models.people import Person
from models.quarter import Quarter
from models.ratings import DAILY, Rating, masked
from models.refused import Refused
from models.scores import OVERALL
from models.services import Counter, Service, as_code
from models.store import Store, ratings, services

LOW = 2


@dataclass(frozen=True)
class Visit:
    """Where the citizen stands, and what can be rated there.

    By counter id: the day it is there, and the element that is due there.
    """

    counters: Sequence[Counter]
    counter: Counter | None
    service: Service | None
    today: Mapping[int, date]
    due: Mapping[int, str]
    rated: bool


@dataclass(frozen=True)
class Verdict:
    """What a citizen has said so far about one service on one day."""

    counter: Counter
    service: Service
    day: date
    overall: int
    element: str
    value: int | None = None
    cause: str | None = None
    reason: str | None = None


def look(store: Store, person: Person, opening: str, now: datetime) -> Visit:
    """The counter behind the code (and service) in the opening, or all counters to pick from."""
    code, _, wanted = opening.partition("-")
    if not code:
        return _any_counter(store, now)
    counter = services.counter_by_code(store, as_code(code) or "")
    if counter is None:
        raise Refused(Text("rate-no-such-code", {"code": code[:20]}))
    here = [s for s in counter.services if s.key == wanted] or counter.services
    service = here[0] if len(here) == 1 else None
    today = local_day(counter, now)
    known = earlier_rating(store, person, service, day=today) if service else None
    if known is not None and (known.rating_id is None or known.changeable_until < now):
        raise Refused(Text("rate-done-today", {"service": _name(service)}))
    due = {counter.id: _due_element(store, counter, today)}
    return Visit([counter], counter, service, {counter.id: today}, due, rated=known is not None)


async def ask(visit: Visit) -> Verdict:
    """One tap, one element, a cause if it was low, words if there are any."""
    counter = visit.counter or await Pick("rate-counter", options=visit.counters)
    service = visit.service or (
        counter.services[0]
        if len(counter.services) == 1
        else await Pick("rate-service", options=counter.services)
    )
    day = await Noted("rate-day", value=visit.today[counter.id].isoformat())
    again = await Noted("rate-before", value=visit.rated)
    place = {"service": service.name, "counter": counter.name}
    overall = await Scale(
        "rate-again" if again else "rate-overall", element=OVERALL, facts=place
    )
    element = await Noted("rate-due", value=visit.due[counter.id])
    value = await optional(Scale(f"question-{element}", element=element))
    cause = await optional(_cause(element, value)) if _low(overall, value) else None
    reason = await optional(Write("rate-reason"))
    return Verdict(
        counter,
        service,
        date.fromisoformat(day),
        overall,
        element,
        value,
        cause.key if cause else None,
        reason,
    )


def keep(store: Store, person: Person, verdict: Verdict, now: datetime) -> Letter:
    """Count the rating, in place of the one this person gave for the service today."""
    rating = Rating(
        counter_id=verdict.counter.id,
        service_id=verdict.service.id,
        day=verdict.day,
        instrument=DAILY,
        answers={OVERALL: verdict.overall}
        | ({verdict.element: verdict.value} if verdict.value else {}),
        cause=verdict.cause,
        reason=masked(verdict.reason) if verdict.reason else None,
    )
    put(store, person, rating, verdict.counter, now=now)
    words: list[Words] = [Text("rate-thanks", {"service": verdict.service.name})]
    if verdict.reason and rating.reason != verdict.reason:
        words.append(Text("rate-masked"))
    again = f"{verdict.counter.code}-{verdict.service.key}"
    return Letter(
        (Lines(tuple(words)), Text("rate-change-until")),
        (
            (Button(Text("button-all-nine"), f"o.survei.{again}"),),
            (Button(Text("button-change"), f"o.nilai.{again}"),),
        ),
    )


def undo(store: Store, person: Person, verdict: Verdict | None, now: datetime) -> None:
    """Take back what the open form has counted."""
    if verdict is None:
        return
    token = token_of(store, person, verdict.service, day=verdict.day, kind=DAILY)
    known = ratings.earlier(store, token)
    if known is not None and known.rating_id is not None:
        ratings.remove(store, known.rating_id)
        ratings.release(store, token)


CONVERSATION = Conversation("nilai", look, ask, keep, as_you_go=True, undo=undo)


def _any_counter(store: Store, now: datetime) -> Visit:
    counters = services.all_counters(store)
    if not counters:
        raise Refused(Text("rate-no-services"))
    today = {counter.id: local_day(counter, now) for counter in counters}
    only = counters[0] if len(counters) == 1 else None
    service = only.services[0] if only and len(only.services) == 1 else None
    return Visit(counters, only, service, today, _due_elements(store, today), rated=False)


def _due_element(store: Store, counter: Counter, today: date) -> str:
    """The element with the fewest answers at this counter in this quarter."""
    answers = ratings.answers_per_element(
        store, counter_id=counter.id, span=Quarter.of(today).key, instrument=DAILY
    )
    return _fewest(answers)


def _due_elements(store: Store, today: Mapping[int, date]) -> Mapping[int, str]:
    """The same for many counters at once, with the day it is at each."""
    spans = sorted({Quarter.of(day).key for day in today.values()})
    answers: dict[int, Counted[str]] = {number: Counted() for number in today}
    for number, _, span, kind, element, _, count in ratings.tallied(store, today, spans=spans):
        if kind == DAILY and span == Quarter.of(today[number]).key:
            answers[number][element] += count
    return {number: _fewest(counted) for number, counted in answers.items()}


def _fewest(answers: Mapping[str, int]) -> str:
    return min(instrument().elements, key=lambda element: answers.get(element, 0))


def _low(overall: int, value: int | None) -> bool:
    return overall <= LOW or (value is not None and value <= LOW)


def _cause(element: str, value: int | None) -> Pick[Option]:
    """The causes of the low element, or, where only the whole was low, the nine elements."""
    survey = instrument()
    if value is not None and value <= LOW:
        options = [
            Option(f"{element}.{cause.key}", Text(f"cause-{element}-{cause.key}"))
            for cause in survey.causes[element]
        ]
        return Pick("rate-cause", options=options, facts={"element": Text(f"element-{element}")})
    options = [Option(key, Text(f"element-{key}")) for key in survey.elements]
    return Pick("rate-cause-element", options=options)


def _name(service: Service | None) -> str:
    return service.name if service is not None else ""


