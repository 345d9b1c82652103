"""Nilai: a citizen rates a service. One tap is a rating; everything after it is a gift.

The first tap and one element, drawn so that all nine get equally many answers, feed the daily
index (indicative). The survey of all nine is a conversation of its own (`survey`), and so is the
office's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from handlers.citizen import survey
from handlers.citizen.assist import WAYS
from handlers.citizen.places import Nearby, nearby, pick_counter, pick_service, place_of
from handlers.citizen.visit import given
from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.question import UNDECLARED, Undeclared, optional
from handlers.engine.questions import LONGEST_COMMENT, Noted, Option, Pick, Scale, Write
from handlers.openings import ToComplaint, ToCounted, ToListening, ToRating, ToStandard
from handlers.today import Seen, local_day, put, seen
from models.instruments import instrument
from models.letters import Button, Letter, Lines, Text, Words
from models.masking import masked
from models.people import Person
from models.quarter import Quarter
from models.ratings import ASSISTED, DAILY, OPEN, VERIFIED, Rating, RatingKind
from models.refused import Refused
from models.scores import OVERALL
from models.services import Counter, Service
from models.store import Store
from models.store.people import people
from models.store.ratings import raters, ratings, unreleased, visit_codes
from models.store.ratings.raters import Earlier
from models.store.ratings.visit_codes import VisitCode
from models.survey_words import short

T = TypeVar("T")
LOW = 2


@dataclass(frozen=True)
class Visit:
    """Where the citizen stands, what can be rated there, the day it is there, the element due;
    `code`: the visit code that was given there, `given`: what stands behind it, while it works."""

    counter: Counter
    service: Service | None
    today: date
    due: str = ""
    seen: Seen | None = None
    code: str = ""
    given: VisitCode | None = None

    @property
    def before(self) -> Mapping[str, Any] | None:
        """What this person has said of the service today and may still change."""
        return self.seen.known.said if self.seen and self.seen.known else None


@dataclass(frozen=True)
class Verdict:
    """What a citizen has said so far about one service on one day."""

    counter: Counter
    service: Service
    day: date
    overall: int
    element: str
    before: Mapping[str, Any] | None
    value: int | None = None
    cause: str | None = None
    reason: str | None = None
    seen: Seen | None = None
    code: str = ""
    given: VisitCode | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the code was given here, for this, and is not over."""
        code = self.given
        return (
            code is not None
            and code.counter_id == self.counter.id
            and code.service_id in (None, self.service.id)
            and self.day <= code.last_day
        )


def look(
    store: Store, person: Person, opening: ToRating | None, now: datetime
) -> Visit | Nearby:
    """The counter behind the code (and service) in the opening, or all counters to pick from.
    Refused to who has made the visit code, and without one on a phone that is handed to others."""
    if person.address.assisting and not (opening and opening.visit):
        raise Refused(Text("assist-next"), buttons=WAYS[1:])
    if opening is None or not opening.code:
        return nearby(store, person, now)
    counter, here = place_of(store, person, opening, now)
    service = here[0] if len(here) == 1 else None
    today = local_day(counter, now)
    code = opening.visit
    today_seen = seen(store, person, service, day=today, code=code) if service else None
    known = today_seen.known if today_seen else None
    if known is not None and (known.rating_id is None or known.changeable_until < now):
        raise Refused(Text("rate-done-today", {"service": service.name if service else ""}))
    held = given(store, person, code, now) if code else None
    visit = Visit(counter, service, today, seen=today_seen, code=code, given=held)
    if visit.before and _element_of(visit.before):
        return visit
    return replace(visit, due=_due_element(store, counter, today))


async def ask(visit: Visit | Nearby) -> Verdict | Onward:
    """Which service, where that is not known; then the rating itself."""
    if not isinstance(visit, Visit):
        return await pick_counter(visit, ToRating)
    if visit.service is None:
        return await pick_service(visit.counter, partial(_onward_to, visit))
    held = await _shown(visit) if visit.code else None
    return replace(await _rate(visit, visit.service), given=held)


async def _shown(visit: Visit) -> VisitCode | None:
    """What stood behind the code when the form began: later replays find it used."""
    sheet = visit.given.sheet() if visit.given else None
    noted = await Noted("rate-code", value=sheet)
    return VisitCode.of_sheet(noted) if noted else None


def _onward_to(visit: Visit, service: str) -> ToRating:
    return ToRating(visit.counter.code, service, visit.code)


async def _rate(visit: Visit, service: Service) -> Verdict:
    """One tap, one element, a cause if it was low, words if there are any.

    Whoever changes their mind is asked the same element, and silence leaves the rest as it was.
    """
    day = await Noted("rate-day", value=visit.today.isoformat())
    before = await Noted("rate-before", value=visit.before)
    said = before or {"answers": {}, "cause": None, "reason": None}
    place = {"service": service.name, "counter": visit.counter.full_name}
    opening = "rate-again" if before else "rate-overall"
    told = _told(service)
    overall = await Scale(opening, element=OVERALL, facts=place, beside=told)
    noted = await Noted("rate-due", value=_element_of(said) or visit.due)
    element = noted if noted in instrument().elements else visit.due
    same = _or_silence(said["answers"].get(element))
    value = await optional(Scale(f"ask-{element}", element=element, silence=same))
    low = overall <= LOW or (value is not None and value <= LOW)
    cause = await optional(_cause(element, value, said["cause"])) if low else None
    words: str | None = said["reason"]
    asked = Write(
        "rate-reason",
        silence=_or_silence(words),
        suggestion=words,
        gathers=True,
        longest=LONGEST_COMMENT,
    )
    reason = await optional(asked)
    return Verdict(
        counter=visit.counter,
        service=service,
        day=date.fromisoformat(day),
        overall=overall,
        element=element,
        before=before,
        value=value,
        cause=cause.key if cause else None,
        reason=reason,
        seen=visit.seen,
        code=visit.code,
    )


def _told(service: Service) -> Sequence[Button]:
    """The way to what is published of the service, for who has scanned to know that."""
    return [ToStandard("", service.key).button(Text("button-syarat"))] if service.is_told else []


def keep(store: Store, person: Person, verdict: Verdict, now: datetime) -> Letter:
    """Count the rating, in place of the one this person gave for the service today; the visit code
    is used up with it."""
    kind = _kind(store, person, verdict, now)
    rating = replace(_rating(verdict), kind=kind)
    put(store, person, rating, verdict.counter, now=now, before=verdict.seen, code=verdict.code)
    if kind == ASSISTED:
        return Letter((Text("assist-thanks", {"service": verdict.service.name}),), WAYS)
    words: list[Words] = [Text("rate-thanks", {"service": verdict.service.name}), told(verdict)]
    if kind == VERIFIED:
        words.append(Text("rate-verified"))
    elif verdict.code:
        words.append(Text("rate-code-over"))
    if verdict.reason and rating.reason != verdict.reason:
        words.append(Text("rate-masked"))
    until = Text("rate-change-scan" if _is_low(verdict) else "rate-change-until")
    return Letter((Lines(tuple(words)), until), _onward(store, verdict))


def _kind(store: Store, person: Person, verdict: Verdict, now: datetime) -> RatingKind:
    """Of which kind the rating is: as it was, unless a visit code makes it verified by now. A code
    that does not stand counts as one that was guessed, once a form.

    Raises `Refused` on a phone that is handed to others: there nobody rates without a code."""
    known = verdict.seen.known if verdict.seen else None
    kind: RatingKind = known.said["kind"] if known and known.said else OPEN
    if kind != OPEN or not verdict.code:
        return kind
    able = verdict.is_shown and not people.locked(person.address, now)
    assists = person.address.assisting
    if able and visit_codes.used(store, verdict.code):
        if assists:  # one phone, many fingers: what others mistyped is none of whoever comes next
            people.in_order(store, person.address.id)
        return ASSISTED if assists else VERIFIED
    if (known.said if known else None) == verdict.before:  # the form has kept nothing so far
        people.in_vain(store, person.address.id, now)
    if assists:
        raise Refused(Text("assist-wrong"), buttons=WAYS[1:])
    return OPEN


def _onward(store: Store, verdict: Verdict) -> tuple[tuple[Button, ...], ...]:
    """Three ways at most: a fourth would fold them all on some channels. Whoever was not content
    is offered to complain, and to be told of a change; they change the rating by scanning anew, and
    have the code that it counts by its word."""
    here = verdict.counter.code, verdict.service.key
    last = (
        ToComplaint(*here).button_below(Text("button-lapor-low"))
        if _is_low(verdict)
        else ToRating(*here).button(Text("button-change"))
    )
    more = survey.offered(store, verdict.counter, verdict.service, verdict.day)
    if _is_low(verdict):
        tell = ToListening(verdict.counter.code).button_below(Text("button-listen"))
        return (last,), (more,), (tell,)
    rows = (more, ToCounted().button_below(Text("button-counted")), last)
    return tuple((one,) for one in rows)


def _is_low(verdict: Verdict) -> bool:
    return verdict.overall <= LOW or (verdict.value is not None and verdict.value <= LOW)


def told(verdict: Verdict) -> Text:
    """What the citizen has said of the whole."""
    return Text("rate-told", {"answer": Text(f"answer-overall-{verdict.overall}")})


def undo(
    store: Store,
    person: Person,
    visit: Visit | Nearby,
    verdict: Verdict | None,
    now: datetime,
) -> Text:
    """Take back what the open form has counted: what was there before it stands again."""
    if verdict is None:
        changing = isinstance(visit, Visit) and visit.before is not None
        return Text("rate-cancel-change" if changing else "cancel-done")
    stands = seen(store, person, verdict.service, day=verdict.day, code=verdict.code)
    known = stands.known
    if known is None or known.rating_id is None:
        return Text("rate-cancel-late")
    _code_back(store, verdict, known)
    if verdict.before is not None:
        before = replace(_rating(verdict), **verdict.before)
        ratings.amend(store, known.rating_id, before)
        return Text("rate-cancel-change")
    ratings.remove(store, known.rating_id)
    raters.release(store, stands.tokens)
    return Text("rate-cancel-removed", {"service": verdict.service.name})


def _code_back(store: Store, verdict: Verdict, known: Earlier) -> None:
    """The visit code that was used for what is taken back works again, as it did before."""
    was, stood = ((said or {}).get("kind", OPEN) for said in (known.said, verdict.before))
    if was != stood and was != OPEN and verdict.given:
        visit_codes.given_back(store, verdict.code, verdict.given)


def overtaken(store: Store, person: Person, verdict: Verdict) -> bool:
    """Whether the service was rated anew since, or the rating is gone."""
    known = seen(store, person, verdict.service, day=verdict.day, code=verdict.code).known
    if known is None or known.said is None:
        return True
    rating = _rating(verdict)
    said = (known.said["answers"], known.said["cause"], known.said["reason"])
    return said != (dict(rating.answers), rating.cause, rating.reason)


def title(visit: Visit | Nearby) -> Text:
    """What the form is called where it is offered again."""
    if not isinstance(visit, Visit) or visit.service is None:
        return Text("title-nilai")
    return Text("title-nilai-of", {"service": visit.service.name})


CONVERSATION = Conversation(
    ToRating,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=Offer(1),
        help=Offer(1, Text("guide-rate")),
        greeting=Offer(1, Text("button-rate")),
        linked=True,
        assisted=True,
        cost=Cost(4, 6, 4, word="{counter}"),
    ),
    as_you_go=True,
    undo=undo,
    overtaken=overtaken,
    told=told,
    title=title,
    gathers=True,
    stands_at=lambda visit: visit.counter.unit if isinstance(visit, Visit) else None,
)


def _rating(verdict: Verdict) -> Rating:
    return Rating(
        counter_id=verdict.counter.id,
        service_id=verdict.service.id,
        day=verdict.day,
        instrument=DAILY,
        answers={OVERALL: verdict.overall}
        | ({verdict.element: verdict.value} if verdict.value else {}),
        cause=verdict.cause,
        reason=masked(verdict.reason) if verdict.reason else None,
    )


def _or_silence(said: T | None) -> T | Undeclared:
    return UNDECLARED if said is None else said


def _due_element(store: Store, counter: Counter, today: date) -> str:
    """The element with the fewest answers at this counter in this quarter."""
    answers = unreleased.answers_per_element(
        store, counter_id=counter.id, quarter=Quarter.of(today), instrument=DAILY
    )
    return min(instrument().elements, key=lambda element: answers.get(element, 0))


def _element_of(said: Mapping[str, Any]) -> str | None:
    return next((key for key in said["answers"] if key in instrument().elements), None)


def _cause(element: str, value: int | None, before: str | None) -> Pick[Option]:
    """The causes of the low element, or, where only the whole was low, the elements."""
    if value is not None and value <= LOW:
        options = [
            Option(f"{element}.{cause.key}", Text(f"cause-{element}-{cause.key}"))
            for cause in instrument().causes[element]
        ]
    else:
        options = [Option(key, short(instrument(), key)) for key in instrument().elements]
    same = next((option for option in options if option.key == before), None)
    return Pick("rate-cause", options=options, silence=_or_silence(same))


