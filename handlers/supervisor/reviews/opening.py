"""When a review opens by itself, reminds, and goes one level up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.complaints import today_at
from handlers.supervisor.reviews.standing import scope_at, standing
from handlers.supervisor.reviews.words import news
from handlers.supervisor.scope import FigureScope
from models.calendar import Calendar, local
from models.disclosure import Place
from models.quarter import Quarter
from models.ratings import CAUSE_STREAMS
from models.reviews import WATCHED, Review, ReviewStanding, reviewing, standing_of
from models.store import Store
from models.store.complaints import reviews
from models.store.letters import letters
from models.store.office import services
from models.store.people import duties
from models.store.rules import calendars, settings
from models.store.rules.measures import measure

_DAY = timedelta(days=1)


def review_due(store: Store, now: datetime) -> None:
    """Open what is due; remind of what is due soon; let what is late go one level up. By day."""
    for scope, element, found in list(_found(store, now)):
        _begin(store, scope, element, found, now)
    for one in reviews.waiting(store):
        unit = services.unit(store, one.with_id)
        if unit is not None and not settings.is_quiet(store, now, unit.zone):
            _see_to(store, one, local(now, unit.zone).date(), now)


def _found(store: Store, now: datetime) -> Iterator[tuple[FigureScope, str, ReviewStanding]]:
    """Where so much is low, or so many complain of the same, that no open or earlier review has
    seen."""
    values = settings.values_on(store, now.date())
    first = now.date() - timedelta(days=reviewing(values, "review-days"))
    least, many = reviewing(values, "review-ratings"), reviewing(values, "review-complaints")
    quarter = Quarter.of(first)
    while quarter <= Quarter.of(now.date()):
        yield from _low(store, quarter, first, least)
        quarter = quarter.next
    for column in reviews.complained(store, since=first):
        last = reviews.of_place(store, column.place, column.element)
        seen = date.min if last is None else last.ended_on or date.max
        scope = scope_at(store, column.place)
        if scope and sum(day > seen for day in column.days) >= many:
            this = Quarter.of(now.date())
            yield scope, column.element, standing(store, scope, column.element, this)


def _low(
    store: Store, quarter: Quarter, first: date, least: int
) -> Iterator[tuple[FigureScope, str, ReviewStanding]]:
    """By ratings: of what every reader is shown, so much is low that it was not when a review
    ended."""
    enough = measure(store, quarter).enough
    for row in reviews.low_columns(store, quarter, since=first, least=least):
        place = Place("c", row.counter_id)
        few = enough.causes if row.stream in CAUSE_STREAMS else enough.elements
        last = reviews.of_place(store, place, row.element)
        if row.n < few or (last is not None and last.is_open):
            continue
        scope = scope_at(store, place)
        if scope is None:
            continue
        found = standing(store, scope, row.element, quarter)
        if any(n >= least for n in _new(found, _at_the_end(last, quarter))):
            yield scope, row.element, found


def _new(found: ReviewStanding, before: ReviewStanding | None) -> Iterator[int]:
    """How much is low, and how often causes were named, less what was known."""
    for product in WATCHED:
        yield found.low(product) - (before.low(product) if before else 0)
    yield found.named - (before.named if before else 0)


def _at_the_end(last: Review | None, quarter: Quarter) -> ReviewStanding | None:
    """What the last review of the place ended with, of the quarter."""
    known = [standing_of(one) for one in ((last and last.after) or {}).get("quarters", ())]
    return next((one for one in known if one.quarter == quarter.key), None)


def _begin(
    store: Store, scope: FigureScope, element: str, found: ReviewStanding, now: datetime
) -> None:
    """Nobody is told yet: that is for the day (`_see_to`)."""
    today = today_at(store, scope.unit.id, now)
    reviews.begin(
        store,
        unit_id=scope.unit.id,
        with_id=_with_head(store, scope.unit.id, today),
        what=scope.what,
        place_id=scope.number,
        element=element,
        opened_on=today,
        due_on=plan_by(store, scope, today),
        told_on=today - _DAY,
        before=found.packed(),
    )


def plan_by(store: Store, scope: FigureScope, today: date) -> date:
    """Until when it is to be said what is done."""
    days = reviewing(settings.values_on(store, today), "review-plan")
    return calendars.of_unit(store, scope.unit.id).presuming().nth_working_day_after(today, days)


def _see_to(store: Store, one: Review, today: date, now: datetime) -> None:
    """Tell the head that it has opened; remind once before its day; after it, go up once."""
    own = calendars.of_unit(store, one.unit_id).presuming()
    if not own.is_working_day(today):
        return
    if one.told_on < one.opened_on:
        _told(store, one, "review-opened", today, now)
    elif one.due_on < today:
        _raise(store, one, today, now)
    elif _is_soon(own, one, today) and not _is_soon(own, one, one.told_on):
        _told(store, one, "review-soon", today, now)


def _told(store: Store, one: Review, text_id: str, today: date, now: datetime) -> None:
    if reviews.change(store, one, told_on=today):
        _tell(store, one, text_id, now)


def _is_soon(own: Calendar, one: Review, day: date) -> bool:
    """Whether no working day is left between that day and the one on which it is due."""
    return own.nth_working_day_after(day, 1) >= one.due_on


def _raise(store: Store, one: Review, today: date, now: datetime) -> None:
    """Its head and the one above are told; above the top it goes nowhere, and is told once."""
    above = _above(store, one.with_id, today)
    if one.told_on > one.due_on and above is None:
        return
    scope = scope_at(store, one.place)
    anew = {} if above is None or scope is None else {
        "with_id": above, "due_on": plan_by(store, scope, today)
    }
    late = {"told_on": today, "late_since": one.late_since or one.due_on}
    if not reviews.change(store, one, **late, **anew):
        return
    _tell(store, one, "review-late", now)
    if above is not None:
        _tell(store, replace(one, with_id=above), "review-above", now)


def _above(store: Store, unit_id: int, today: date) -> int | None:
    """The next unit above that somebody heads."""
    for unit in services.lineage(store, unit_id)[1:]:
        if duties.holders(store, "head", [unit.id], today):
            return unit.id
    return None


def _with_head(store: Store, unit_id: int, today: date) -> int:
    """The unit, or the next one above that somebody heads."""
    headed = bool(duties.holders(store, "head", [unit_id], today))
    return unit_id if headed else _above(store, unit_id, today) or unit_id


def _tell(store: Store, one: Review, text_id: str, now: datetime) -> None:
    scope = scope_at(store, one.place)
    if scope is None:
        return
    for number in duties.holders(store, "head", [one.with_id], now.date()):
        letters.tell(store, number, news(text_id, one, scope.name), now=now)


def tell_above(store: Store, one: Review, today: date, now: datetime) -> None:
    """Who is above reads why nothing need be done."""
    above = _above(store, one.unit_id, today)
    if above is not None:
        _tell(store, replace(one, with_id=above), "review-unneeded", now)
