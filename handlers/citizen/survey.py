"""Survei: all nine elements of the official questionnaire, for who wants to answer them.

Only a whole sheet feeds the official SKM (PermenPANRB 14/2017), so silence has no outcome here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.citizen.places import all_counters, pick_counter, pick_service, place_of
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import EarlyWords, Noted, Scale
from handlers.openings import ToSurvey
from handlers.today import local_day, put, seen
from models.instruments import Instrument
from models.letters import Fact, Letter, Text
from models.masking import masked
from models.people import Person
from models.ratings import Rating
from models.refused import Refused
from models.services import Counter, Service
from models.store import Store
from models.store.rules.measures import survey_on
from models.survey_words import question


@dataclass(frozen=True)
class SurveyVisit:
    """The service that is surveyed, the day it is there, and the survey of that day.

    `before` is yesterday's: a sheet that was begun before midnight is filled in as it began.
    """

    counter: Counter
    service: Service
    today: date
    survey: Instrument
    before: Instrument


@dataclass(frozen=True)
class AnswerSheet:
    """A whole answer sheet."""

    visit: SurveyVisit
    survey: Instrument
    day: date
    answers: Mapping[str, int]
    words: str | None


def look(
    store: Store, person: Person, opening: ToSurvey | None, now: datetime
) -> SurveyVisit | Counter | Sequence[Counter]:
    """The counter and service in the opening; what there is to pick from, where it names less.

    Refused where today's sheet can no longer change.
    """
    if opening is None or not opening.code:
        return all_counters(store, person, now)
    counter, here = place_of(store, person, opening, now)
    if len(here) != 1:
        return counter
    today = local_day(counter, now)
    surveys = survey_on(store, today), survey_on(store, today - timedelta(days=1))
    visit = SurveyVisit(counter, here[0], today, *surveys)
    known = seen(store, person, visit.service, day=today, kind=visit.survey.key).known
    if known is not None and (known.rating_id is None or known.changeable_until < now):
        raise Refused(Text("survey-done-today", {"service": visit.service.name}))
    return visit


async def ask(visit: SurveyVisit | Counter | Sequence[Counter]) -> AnswerSheet | Onward:
    """Which service, where that is not known; then a tap for each element."""
    if isinstance(visit, Counter):
        return await pick_service(visit, ToSurvey)
    if not isinstance(visit, SurveyVisit):
        return await pick_counter(visit, ToSurvey)
    return await _every(visit)


async def _every(visit: SurveyVisit) -> AnswerSheet:
    day = await Noted("rate-day", value=visit.today.isoformat())
    key = await Noted("survey-kind", value=visit.survey.key)
    survey = visit.before if key == visit.before.key else visit.survey
    elements = survey.elements
    answers = {}
    for number, element in enumerate(elements, 1):
        facts: dict[str, Fact] = {
            "mark": "●" * number + "○" * (len(elements) - number),
            "number": number,
            "count": len(elements),
            "question": question(survey, element),
        }
        answers[element] = await Scale(
            "survey-question", element=element, survey=survey, facts=facts
        )
    words = await EarlyWords("survey-words")
    return AnswerSheet(visit, survey, date.fromisoformat(day), answers, words)


def keep(store: Store, person: Person, sheet: AnswerSheet, now: datetime) -> Letter:
    """Count the whole sheet, in place of the one this person gave today."""
    visit = sheet.visit
    rating = Rating(
        counter_id=visit.counter.id,
        service_id=visit.service.id,
        day=sheet.day,
        instrument=sheet.survey.key,
        answers=sheet.answers,
        reason=masked(sheet.words) if sheet.words else None,
    )
    put(store, person, rating, visit.counter, now=now)
    again = ToSurvey(visit.counter.code, visit.service.key)
    return Letter(
        (Text("survey-thanks", {"service": visit.service.name}),),
        ((again.button(Text("button-change")),),),
    )


CONVERSATION = Conversation(
    ToSurvey,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=None,
        linked=True,
        cost=Cost(10, 10, 10, tap="{counter}-{service}"),
    ),
    patience=timedelta(hours=1),
    gathers=True,
)
