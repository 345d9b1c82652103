"""Tinjauan: the reviews of the units that somebody heads; for HR the wishes for training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.complaints import today_at
from handlers.openings import (
    ToChanged,
    ToPlanning,
    ToReview,
    ToReviewFile,
    ToReviews,
    ToSummary,
    ToUnneeded,
)
from handlers.supervisor.reviews.standing import (
    BeforeAndAfter,
    compared,
    scope_at,
    standing,
)
from handlers.supervisor.reviews.words import (
    element_words,
    figures_lines,
    list_line,
    said_of,
    state_lines,
)
from handlers.supervisor.scope import FigureScope
from handlers.words.pages import goes_on, on_page, page_rows
from models.letters import Button, Letter, Lines, Text, Words
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.reviews import Review, ReviewStanding, reviewing, standing_of
from models.rights import may_review, units_followed, units_headed, units_kept
from models.store import Store
from models.store.complaints import reviews
from models.store.office import services
from models.store.people import people
from models.store.rules import settings

ENDED_SHOWN = timedelta(days=90)
"""So long after its end a review stands in the list, and a wish for training is told."""


@dataclass(frozen=True)
class ReviewList:
    """A page of reviews, each with its place; and the wishes for training of whom HR keeps."""

    every: Sequence[tuple[Review, str]]
    wishes: Sequence[tuple[Review, str]]
    page: int


@dataclass(frozen=True)
class LateReview:
    """A review, its place, and the day that has gone by."""

    review: Review
    place: str
    since: date


@dataclass(frozen=True)
class ReviewCase:
    """A review, its place, the day it is there, and what citizens said."""

    review: Review
    scope: FigureScope
    today: date
    found: ReviewStanding
    numbers: Sequence[str]
    who: str
    figures: BeforeAndAfter | None


def look(store: Store, person: Person, opening: ToReviews | None, now: datetime) -> ReviewList:
    """Those of the units below what one heads, open ones first; refused to who follows none."""
    if not units_followed(person):
        raise Refused(Text("review-not-yours"))
    since = now.date() - ENDED_SHOWN
    mine = reviews.of_units(store, _below(store, units_headed(person)), since=since)
    wishes = reviews.trained(store, _below(store, units_kept(person)), since=since)
    every = sorted(mine, key=lambda one: (not one.is_open, one.due_on))
    page = opening.page if opening else 0
    return ReviewList(_named(store, every), _named(store, wishes), page)


def overdue(store: Store, person: Person, now: datetime) -> list[LateReview]:
    """Those of them whose day has gone by, with their places; none for who heads nothing."""
    units = _below(store, units_headed(person))
    every = reviews.of_units(store, units, since=date.max) if units else []
    since = ((one, one.overdue(today_at(store, one.unit_id, now))) for one in every)
    late = {one.id: day for one, day in since if day is not None}
    there = _named(store, [one for one in every if one.id in late])
    return [LateReview(one, place, late[one.id]) for one, place in there]


def case_of(store: Store, person: Person, review_id: int | None, now: datetime) -> ReviewCase:
    """One review; one of others, and none, are refused alike."""
    try:
        review = reviews.one(store, review_id or 0)
    except LookupError:
        raise gone() from None
    scope = scope_at(store, review.place)
    if scope is None or not may_review(person, services.lineage(store, review.unit_id)):
        raise gone()
    today = today_at(store, review.unit_id, now)
    days = reviewing(settings.values_on(store, today), "review-days")
    since = review.opened_on - timedelta(days=days)
    return ReviewCase(
        review,
        scope,
        today,
        _found(store, review, scope),
        reviews.complaint_numbers(store, review.place, review.element, since=since),
        people.name_of(store, review.who_id) if review.who_id else "",
        compared(store, review) if review.state == "changed" else None,
    )


def look_at_one(
    store: Store, person: Person, opening: ToReview | None, now: datetime
) -> ReviewCase:
    """One of them."""
    return case_of(store, person, opening.review if opening else None, now)


def look_at_file(
    store: Store, person: Person, opening: ToReviewFile | None, now: datetime
) -> ReviewCase:
    """One of them that shows what has changed."""
    case = case_of(store, person, opening.review if opening else None, now)
    if not case.review.files:
        raise gone()
    return case


def gone() -> Refused:
    """There is nothing like that for this person."""
    return Refused(Text("review-gone"))


def show(found: ReviewList) -> Letter:
    """Each a button; wishes for training in lines."""
    shown = on_page(found.every, found.page)
    rows = [(ToReview(one.id).button(list_line(one, place)),) for one, place in shown]
    turning = page_rows(ToReviews, found.page, more=goes_on(found.every, found.page))
    words: list[Words] = [
        Text("review-list", {"count": sum(one.is_open for one, _ in found.every)})
        if found.every
        else Text("review-none")
    ]
    if found.wishes:
        lines = (_wish(one, place) for one, place in found.wishes)
        title = Text("review-wishes", {"count": len(found.wishes)})
        words.append(Lines((title, *lines)))
    return Letter(tuple(words), (*rows, *turning))


def show_one(case: ReviewCase) -> Letter:
    """What citizens said, how it stands, and what can be done."""
    one = case.review
    facts = {"element": element_words(one.element), "place": case.scope.name}
    words: list[Words] = [
        Text("review-title", {**facts, "day": one.opened_on}),
        said_of(case.found, one.element, case.numbers),
        state_lines(one, case.who),
    ]
    if case.figures is not None:
        words.append(figures_lines(case.figures))
    return Letter(tuple(words), (*_deeds(one), _ways(case)))


def show_file(case: ReviewCase) -> Letter:
    """What shows the change."""
    one = case.review
    facts = {"element": element_words(one.element), "place": case.scope.name}
    back = (ToReview(one.id).button(Text("button-review")),)
    return Letter((Text("review-proof", facts),), (back,), file=one.files[0])


def _deeds(one: Review) -> list[tuple[Button, ...]]:
    unneeded = ToUnneeded(one.id).button(Text("button-review-unneeded"))
    plan = ToPlanning(one.id)
    if one.state == "open":
        return [(plan.button(Text("button-review-plan")), unneeded)]
    if one.state == "planned":
        changed = ToChanged(one.id).button(Text("button-review-changed"))
        return [(changed,), (plan.button(Text("button-review-replan")), unneeded)]
    return [(ToReviewFile(one.id).button(Text("button-proofs")),)] if one.files else []


def _ways(case: ReviewCase) -> tuple[Button, ...]:
    place, quarter = case.review.place, Quarter.parse(case.found.quarter)
    voices = ToSummary(place.what, place.number, quarter, "kata")
    return voices.button(Text("button-voices")), ToReviews().button(Text("button-reviews"))


def _wish(one: Review, place: str) -> Text:
    return Text("review-wish", {"element": element_words(one.element), "place": place})


def _found(store: Store, review: Review, scope: FigureScope) -> ReviewStanding:
    """As it is now in the quarter in which it began."""
    quarter = Quarter.parse(standing_of(review.before).quarter)
    return standing(store, scope, review.element, quarter)


def _named(store: Store, found: Sequence[Review]) -> list[tuple[Review, str]]:
    every = ((one, scope_at(store, one.place)) for one in found)
    return [(one, scope.name) for one, scope in every if scope is not None]


def _below(store: Store, tops: Sequence[int]) -> set[int]:
    return {unit for top in tops for unit in services.subtree(store, top)}
