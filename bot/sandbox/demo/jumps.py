"""The moments of the demo's clock that are worth jumping to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TypeAlias

from bot.sandbox.demo.staff import ZONE
from handlers.listed import PROMPTS
from models.calendar import MORNING, decreed, local, moment
from models.campaigns import evaluation_prompts, superior_summary_at
from models.quarter import Quarter
from models.store import Store
from models.store.complaints import complaints, reviews
from models.store.ratings.settled import SETTLED

Jump: TypeAlias = Callable[[Store, datetime], datetime]
"""Where the clock is moved to from a moment, in the office as it stands then."""
SOON = timedelta(days=15)
SERVED = range(8, 16)
"""The hours in which the office of the demo surely serves."""
_A_MOMENT = timedelta(minutes=1)


def while_served(now: datetime) -> datetime:
    """The moment itself where the office of the demo serves then, else the morning of its next
    working day: what is rated at night is held, and whoever tries Tilik in the evening shall see
    what a day is like."""
    calendar, there = decreed().presuming(), local(now, ZONE)
    today = there.date()
    if calendar.is_working_day(today) and there.hour in SERVED:
        return now
    day = today if there.hour < SERVED.start and calendar.is_working_day(today) else None
    return moment(day or calendar.next_working_day(today), MORNING, ZONE)


def next_prompt(now: datetime) -> datetime:
    """A minute after Tilik next speaks first in the office of the demo."""
    today = local(now, ZONE).date()
    dues = PROMPTS.falling(today, today + SOON, decreed(), ZONE)
    return min(due.at for due in dues if due.at + _A_MOMENT > now) + _A_MOMENT


def next_milestone(now: datetime) -> datetime:
    """A minute after the next step of a quarter's evaluation: opening, reminders, and its end.

    The end is the superior's summary of the quarter, on the working day after the window.
    """
    calendar = decreed().presuming()
    quarter = Quarter.of(local(now, ZONE).date()).previous
    moments = []
    for each in (quarter, quarter.next):
        dues = evaluation_prompts(each, calendar, ZONE)
        over = superior_summary_at(calendar.next_working_day(dues[-1].until), calendar, ZONE)
        moments += [due.at for due in dues] + ([over.at] if over else [])
    return min(at for at in moments if at + _A_MOMENT > now) + _A_MOMENT


def next_close(now: datetime) -> datetime:
    """A minute after the close of the day that it is: what was rated a moment ago is released."""
    midnight = local(now, ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1) + SETTLED + _A_MOMENT


def next_promise(store: Store, now: datetime) -> datetime:
    """A minute after the next morning on which a promise is due, to a citizen or of a review, or
    the working morning after it, when it is broken; without any, as `next_prompt`."""
    calendar = decreed().presuming()
    due = [one.due_on for one in complaints.due(store, before=date.max) if one.due_on]
    due += [one.due_on for one in reviews.waiting(store)]
    days = [day for one in due for day in (one, calendar.next_working_day(one))]
    mornings = [moment(day, MORNING, ZONE) + _A_MOMENT for day in days]
    return min((at for at in mornings if at > now), default=next_prompt(now))


def _asking_nothing(to: Callable[[datetime], datetime]) -> Jump:
    return lambda store, now: to(now)


JUMPS: Mapping[str, Jump] = {
    "close": _asking_nothing(next_close),
    "next": _asking_nothing(next_prompt),
    "promise": next_promise,
    "quarter": _asking_nothing(next_milestone),
}
