"""Survei: all nine elements of the official questionnaire, for who wants to answer them, or all
those of one of the office's own beside it.

Only a whole sheet feeds the official SKM (PermenPANRB 14/2017), so silence has no outcome here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from handlers.citizen.places import Nearby, nearby, pick_counter, pick_service, place_of
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import EarlyWords, Noted, Scale
from handlers.openings import ToCounted, ToGroups, ToListening, ToSurvey
from handlers.today import local_day, put, seen
from models.instruments import Instrument, instrument
from models.letters import Button, Fact, Letter, Text
from models.masking import masked
from models.people import Person
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.scores import OVERALL
from models.services import Counter, Service, Unit
from models.store import Store
from models.store.ratings import unreleased
from models.store.rules.measures import own_surveys_on
from models.survey_words import question, title


@dataclass(frozen=True)
class SurveyVisit:
    """The service that is surveyed, the day it is there, and the survey of that day.

    `before` is yesterday's: a sheet that was begun before midnight is filled in as it began.
    `again` opens the same.
    """

    counter: Counter
    service: Service
    today: date
    survey: Instrument
    before: Instrument
    again: ToSurvey


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
) -> SurveyVisit | Counter | Nearby:
    """The counter and service in the opening; what there is to pick from, where it names less.

    Refused where today's sheet can no longer change, and where the office's own survey is over.
    """
    if opening is None or not opening.code:
        return nearby(store, person, now)
    counter, here = place_of(store, person, opening, now)
    if len(here) != 1:
        return counter
    today = local_day(counter, now)
    again = ToSurvey(counter.code, here[0].key, opening.own)
    visit = SurveyVisit(counter, here[0], today, *_surveys(store, opening, today), again)
    known = seen(store, person, visit.service, day=today, kind=visit.survey.key).known
    if known is not None and (known.rating_id is None or known.changeable_until < now):
        raise Refused(Text("survey-done-today", {"service": visit.service.name}))
    return visit


def _surveys(store: Store, opening: ToSurvey, today: date) -> tuple[Instrument, Instrument]:
    """The survey that is meant, of today and of yesterday."""
    if not opening.own:
        return instrument(), instrument()
    now = own_surveys_on(store, today).get(opening.own)
    if now is None:
        raise Refused(Text("survey-own-over"))
    return now, own_surveys_on(store, today - timedelta(days=1)).get(opening.own, now)


async def ask(visit: SurveyVisit | Counter | Nearby) -> AnswerSheet | Onward:
    """Which service, where that is not known; then a tap for each element."""
    if isinstance(visit, Counter):
        return await pick_service(visit, partial(ToSurvey, visit.code))
    if not isinstance(visit, SurveyVisit):
        return await pick_counter(visit, ToSurvey)
    return await _every(visit)


async def _every(visit: SurveyVisit) -> AnswerSheet:
    day = await Noted("rate-day", value=visit.today.isoformat())
    key = await Noted("survey-kind", value=visit.survey.key)
    survey = visit.before if key == visit.before.key else visit.survey
    elements = survey.elements
    asked = "survey-own-question" if visit.again.own else "survey-question"
    answers = {}
    for number, element in enumerate(elements, 1):
        facts: dict[str, Fact] = {
            "mark": "●" * number + "○" * (len(elements) - number),
            "number": number,
            "count": len(elements),
            "question": question(survey, element),
        }
        facts |= {"name": title(survey)} if visit.again.own else {}
        answers[element] = await Scale(asked, element=element, survey=survey, facts=facts)
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
    tell = ToListening(visit.counter.code).button(Text("button-listen"))
    proof = ToCounted().button_below(Text("button-counted"))
    again = visit.again.button(Text("button-change"))
    if visit.again.own:
        return Letter((_thanks(sheet),), ((tell,), (proof,), (again,)))
    groups = ToGroups(visit.counter.code, visit.service.key).button(Text("button-groups"))
    words = (_thanks(sheet), Text("survey-groups"))
    return Letter(words, ((groups,), (tell,), (proof,), (again,)))


def _thanks(sheet: AnswerSheet) -> Text:
    facts: dict[str, Fact] = {"service": sheet.visit.service.name}
    if not sheet.visit.again.own:
        return Text("survey-thanks", facts)
    return Text("survey-own-thanks", {**facts, "name": title(sheet.survey)})


def offered(store: Store, counter: Counter, service: Service, today: date) -> Button:
    """The one survey that a citizen who has rated is offered: the official one, or one of the
    office's own, by turns at each counter. Never two, since choices would cost a citizen thought
    and each survey the people who take a shorter one."""
    own = own_surveys_on(store, today)
    turn = _turn(store, counter, today) % (1 + len(own)) if own else 0
    if turn == 0:
        return ToSurvey(counter.code, service.key).button(Text("button-all-nine"))
    place, survey = list(own.items())[turn - 1]
    words = Text("button-own-survey", {"name": title(survey)})
    return ToSurvey(counter.code, service.key, place).button(words)


def _turn(store: Store, counter: Counter, today: date) -> int:
    """How many ratings of the counter there were in the quarter before this one."""
    found = unreleased.answers_per_element(
        store, counter_id=counter.id, quarter=Quarter.of(today), instrument=DAILY
    )
    return max(0, found.get(OVERALL, 0) - 1)


def stands_at(visit: SurveyVisit | Counter | Nearby) -> Unit | None:
    """The unit whose counter was named."""
    counter = visit.counter if isinstance(visit, SurveyVisit) else visit
    return counter.unit if isinstance(counter, Counter) else None


def called(visit: SurveyVisit | Counter | Nearby) -> Text:
    """What the form is called where it is offered again."""
    if not isinstance(visit, SurveyVisit):
        return Text("title-survei")
    if not visit.again.own:
        return Text("title-survei-nine")
    return Text("title-survei-own", {"name": title(visit.survey)})


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
    title=called,
    gathers=True,
    stands_at=stands_at,
    spares=True,
)
