"""The moments of the demo's clock that are worth jumping to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.sandbox.demo.office import ZONE
from handlers.listed import PROMPTS
from models.calendar import decreed, local
from models.campaigns import evaluation_prompts, superior_summary_at
from models.quarter import Quarter
from models.store.ratings.settled import SETTLED

SOON = timedelta(days=15)
_A_MOMENT = timedelta(minutes=1)


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


JUMPS: Mapping[str, Callable[[datetime], datetime]] = {
    "close": next_close,
    "next": next_prompt,
    "quarter": next_milestone,
}
