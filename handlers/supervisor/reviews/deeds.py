"""What a review leads to: a plan, a change, or a reason why nothing need be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from handlers.engine.conversation import Conversation
from handlers.engine.question import optional
from handlers.engine.questions import Attach, Option, Pick, PickAhead, Write
from handlers.openings import ToChanged, ToPlanning, ToReview, ToReviews, ToUnneeded
from handlers.supervisor.reviews.opening import tell_above
from handlers.supervisor.reviews.reading import ReviewCase, case_of, gone
from handlers.supervisor.reviews.standing import compared, standings_since
from handlers.supervisor.reviews.words import change_letter, element_words, entrusted
from handlers.words.days import day_ahead
from models.complaints import plain_name
from models.instruments import instrument
from models.letters import Button, Fact, File, Letter, Text, Verbatim
from models.masking import masked
from models.people import Colleague, Person
from models.reviews import Review, ReviewState
from models.store import Store
from models.store.chat import files
from models.store.complaints import listeners, reporters, reviews
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.people import posts

LONGEST = 500
OTHER = "lainnya"
"""The cause of every element that says nothing by itself: it is asked for in words."""


@dataclass(frozen=True)
class Planner:
    """A review that waits for a plan, and who may see to it: oneself, and who works in the unit."""

    case: ReviewCase
    able: Sequence[Colleague]


@dataclass(frozen=True)
class Plan:
    """Why it is, what is to be done, who sees to it and until when."""

    case: ReviewCase
    cause: str
    action: str
    training: bool
    who: int
    until: date


@dataclass(frozen=True)
class ReviewEnding:
    """What came of a review: in words, and shown."""

    case: ReviewCase
    words: str
    file: File | None = None


def look_at_planning(
    store: Store, person: Person, opening: ToPlanning | None, now: datetime
) -> Planner:
    """One that is open, planned or not."""
    case = _open(store, person, opening.review if opening else None, now)
    there = posts.employees(store, case.today, unit_ids=[case.review.unit_id])
    own = Colleague(person.id or 0, person.name or "")
    others = [Colleague(one.id, one.name) for one in there if one.id != own.id]
    return Planner(case, [own, *others])


def look_at_changing(
    store: Store, person: Person, opening: ToChanged | None, now: datetime
) -> ReviewCase:
    """One that is planned."""
    case = _open(store, person, opening.review if opening else None, now)
    if case.review.state != "planned":
        raise gone()
    return case


def look_at_unneeded(
    store: Store, person: Person, opening: ToUnneeded | None, now: datetime
) -> ReviewCase:
    """One that is open, planned or not."""
    return _open(store, person, opening.review if opening else None, now)


async def ask_plan(planner: Planner) -> Plan:
    """Four questions: a cause that citizens name or one's own words, what, who, until when."""
    case = planner.case
    element, today = case.review.element, case.today
    facts = _facts(case)
    causes = [
        Option(one.key, Text(f"cause-{element}-{one.key}"))
        for one in instrument().causes[element]
    ]
    own_cause = Write("review-own-cause", longest=LONGEST)
    cause = await PickAhead("review-cause", options=causes, onward=own_cause, facts=facts)
    if isinstance(cause, Option) and cause.key == OTHER:
        cause = await own_cause
    actions = [Option(one, Text(f"review-is-{one}")) for one in ("training", "else")]
    own_action = Write("review-own-action", longest=LONGEST)
    action = await PickAhead("review-action", options=actions, onward=own_action)
    if isinstance(action, Option) and action.key == "else":
        action = await own_action
    options = [Option(str(one.id), Verbatim(one.name)) for one in planner.able]
    who = await Pick("review-who", options=options)
    until = await day_ahead("review-until", today=today, earliest=today, offered_from=today)
    return Plan(
        case,
        cause.key if isinstance(cause, Option) else masked(cause),
        "" if isinstance(action, Option) else masked(action),
        isinstance(action, Option),
        int(who.key),
        until,
    )


async def ask_change(case: ReviewCase) -> ReviewEnding:
    """In words, and with a photo or a document where there is one."""
    words = await Write("review-result", longest=LONGEST, facts=_facts(case))
    shown = await optional(Attach("review-file", kinds=frozenset({"photo", "document"})))
    file = File(shown.kind, shown.file, plain_name(shown.name)) if shown else None
    return ReviewEnding(case, words, file)


async def ask_reason(case: ReviewCase) -> ReviewEnding:
    """Why nothing need be done."""
    return ReviewEnding(case, await Write("review-reason", longest=LONGEST, facts=_facts(case)))


def keep_plan(store: Store, person: Person, plan: Plan, now: datetime) -> Letter:
    """It is planned; it is reminded of before that day."""
    planned = {
        "state": "planned",
        "cause": plan.cause,
        "action": plan.action,
        "training": plan.training,
        "who_id": plan.who,
        "due_on": plan.until,
        "late_since": None,
        "told_on": plan.case.today,
    }
    if not reviews.change(store, plan.case.review, **planned):
        return _settled(plan.case)
    _note(store, person, plan.case, "planned", now)
    if plan.who != person.id:
        changed = reviews.one(store, plan.case.review.id)
        told = entrusted(changed, plan.case.scope.name, by=person.name or "")
        letters.tell(store, plan.who, told, now=now)
    said = Text("review-planned", {"until": plan.until, "training": str(plan.training).lower()})
    return Letter((said,), (_onward(plan.case),))


def keep_change(store: Store, person: Person, ending: ReviewEnding, now: datetime) -> Letter:
    """It has changed: who asked to be told hears of it, once."""
    case, shown = ending.case, (ending.file,) if ending.file else ()
    if not _end(store, ending, "changed", files=[asdict(one) for one in shown]):
        return _settled(case)
    files.use(store, shown)
    _note(store, person, case, "changed", now)
    ended = reviews.one(store, case.review.id)
    told = _tell(store, ended, case, now)
    return Letter((Text("review-done", {"told": "some" if told else "none"}),), (_onward(case),))


def _tell(store: Store, ended: Review, case: ReviewCase, now: datetime) -> bool:
    """Tell who asked for the element there; False where nobody did."""
    figures = compared(store, ended)
    if figures is None:
        return False
    letter = change_letter(ended, case.scope.name, ended.result or "", figures)
    seals = listeners.taken(store, case.scope.counter_ids, ended.element)
    return sum(reporters.tell(store, seal, letter, now=now) for seal in seals) > 0


def keep_reason(store: Store, person: Person, ending: ReviewEnding, now: datetime) -> Letter:
    """Nothing is done; who is above reads why."""
    if not _end(store, ending, "unneeded"):
        return _settled(ending.case)
    _note(store, person, ending.case, "unneeded", now)
    ended = reviews.one(store, ending.case.review.id)
    tell_above(store, ended, ending.case.today, now)
    return Letter((Text("review-ended"),), (_onward(ending.case),))


def _end(store: Store, ending: ReviewEnding, state: ReviewState, **columns: Any) -> bool:
    case = ending.case
    found = standings_since(store, case.review, case.today)
    return reviews.change(
        store,
        case.review,
        state=state,
        result=masked(ending.words),
        ended_on=case.today,
        after={"quarters": [one.packed() for one in found]},
        **columns,
    )


def _open(store: Store, person: Person, review_id: int | None, now: datetime) -> ReviewCase:
    case = case_of(store, person, review_id, now)
    if not case.review.is_open:
        raise gone()
    return case


def _facts(case: ReviewCase) -> dict[str, Fact]:
    return {"element": element_words(case.review.element), "place": case.scope.name}


def _note(
    store: Store, person: Person, case: ReviewCase, state: ReviewState, now: datetime
) -> None:
    note_deed(store, person, "review", None, now=now, review=case.review.id, state=state)


def _settled(case: ReviewCase) -> Letter:
    return Letter((Text("review-settled"),), (_onward(case),))


def _onward(case: ReviewCase) -> tuple[Button, ...]:
    return (
        ToReview(case.review.id).button(Text("button-review")),
        ToReviews().button(Text("button-reviews")),
    )


PARTS = (
    Conversation(ToPlanning, look_at_planning, ask_plan, keep_plan),
    Conversation(ToChanged, look_at_changing, ask_change, keep_change, takes_files=True),
    Conversation(ToUnneeded, look_at_unneeded, ask_reason, keep_reason),
)
