"""When Tilik speaks first: which prompts are due to a person, and when. Pure.

A `Due` carries the key of its prompt (campaign and kind; the person makes it unique), so planning
late, twice or in several processes changes nothing. The `calendar` that comes in is the unit's or
the person's, `zone` its IANA name, `away` the days of leave. No prompt falls on a day off.

A year without a decree is presumed to have the holidays of fixed date only, and what falls in it
is flagged `without_decree`: a prompt may wait for no decree, unlike a deadline of the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from models.calendar import Calendar, days, local, moment
from models.quarter import Quarter
from models.window import NOBODY_AWAY, evaluation_window, own_days

Kind: TypeAlias = str
"""Which prompt of a campaign it is: `log`, `open`. Each is declared beside its conversation."""
OPENING: Kind = "open"
"""The prompt that opens a quarter's self-evaluation."""
SPREAD: Kind = "spread"
"""What tells the office that an opening takes several days: no conversation's, nothing plans it."""
EVALUATION_HOUR, SUMMARY_HOUR = time(9), time(9)


@dataclass(frozen=True)
class Due:
    """One prompt to one person: its key, when it is due (UTC), and the last day it is of use."""

    campaign: str
    kind: Kind
    day: date
    at: datetime
    until: date
    without_decree: bool = False

    @property
    def quarter(self) -> Quarter:
        """The quarter that a prompt about the self-evaluation is of; ValueError for others."""
        return Quarter.parse(self.campaign.removeprefix("evaluation."))


Source: TypeAlias = Callable[[date, date, Calendar, str, frozenset[date]], Iterable[Due]]
"""All prompts of a campaign that are of use on some day from the first to the last, for somebody
with this calendar, in this zone, with these days of leave."""


def evaluation_prompts(
    quarter: Quarter, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
) -> tuple[Due, Due, Due]:
    """The opening of a quarter's self-evaluation and its two reminders, in the order of time.

    Reminders are for those who have not finished: who has is the store's to know.
    """
    window = evaluation_window(quarter, calendar, away=away)

    def due(kind: Kind, day: date, until: date) -> Due:
        key = f"evaluation.{quarter.key}"
        at = moment(day, EVALUATION_HOUR, zone)
        return Due(key, kind, day, at, until, not calendar.has_decree(day.year))

    return (
        due(OPENING, window.first, window.last),
        due("half", window.half, window.days[-3]),
        due("last", window.closing, window.last),
    )


def daily_prompt_at(
    day: date, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
) -> Due | None:
    """The prompt to whoever has not logged by the end of `day`; None on a day off.

    It is due when the office closes: at 16, and in Ramadan at the hour that is set for it.
    """
    own = own_days(calendar, away)
    return on_day("daily", "log", day, own.office.closes_at(day), zone=zone, own=own)


def superior_summary_at(
    day: date, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
) -> Due | None:
    """The superior's one message of a working day; None on a day off.

    It also says what waits for approval, which therefore has no prompt of its own.
    `quarter` on the first day after everybody's evaluation window, `long` on the first working
    day of a week, `short` on the others. All by the superior's own days: who is away on Monday
    gets the long one on Tuesday.
    """
    own = own_days(calendar, away)
    closed = evaluation_window(Quarter.of(day).previous, calendar).last
    monday = day - timedelta(days=day.weekday())
    kind: Kind = "short"
    if own.next_working_day(closed) == day:
        kind = "quarter"
    elif own.next_working_day(monday - timedelta(days=1)) == day:
        kind = "long"
    return on_day("summary", kind, day, SUMMARY_HOUR, zone=zone, own=own)


def evaluations(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """The prompts of every quarter whose window is not over on `first`, the latest first."""
    quarter = Quarter.of(last).previous
    while True:
        prompts = evaluation_prompts(quarter, calendar, zone, away=away)
        if prompts[-1].until < first:
            return
        yield from prompts
        quarter = quarter.previous


def daily(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """The prompts to log of these days."""
    found = (daily_prompt_at(day, calendar, zone, away=away) for day in days(first, last))
    return filter(None, found)


def unapproved(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """What is said once, at the hour of the prompt to log, to whom nobody could approve it."""
    for due in daily(first, last, calendar, zone, away):
        yield replace(due, campaign="alone", kind="alone")


def summaries(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """The superior's messages of these days."""
    found = (superior_summary_at(day, calendar, zone, away=away) for day in days(first, last))
    return filter(None, found)


def complaint_days(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """What is told of complaints on each of these working days, at the hour of the summary."""
    own = own_days(calendar, away)
    every = days(first, last)
    found = (
        on_day("complaints", "complaints", day, SUMMARY_HOUR, zone=zone, own=own) for day in every
    )
    return filter(None, found)


def held_comments(
    first: date, last: date, calendar: Calendar, zone: str, away: frozenset[date]
) -> Iterator[Due]:
    """The reminder of each of these weeks, from its first working day to its end."""
    own = own_days(calendar, away)
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        sunday = monday + timedelta(days=6)
        day = next((day for day in days(monday, sunday) if own.is_working_day(day)), None)
        if day is not None:
            at, decreed = moment(day, SUMMARY_HOUR, zone), own.has_decree(day.year)
            yield Due(f"held.{monday}", "held", day, at, sunday, not decreed)
        monday += timedelta(days=7)


def may_go(
    due: Due, now: datetime, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
) -> bool:
    """Whether a prompt may go out at `now` (aware): due, of use still, by day, on a working day.

    A late planner asks this: what was due at 16 and is planned at 21 does not go out at all.
    """
    today = local(now, zone).date()
    in_time = due.at <= now and today <= due.until
    awake = not calendar.office.awake.is_quiet(now, zone)
    return in_time and awake and own_days(calendar, away).is_working_day(today)


def on_day(
    campaign: str, kind: Kind, day: date, hour: time, *, zone: str, own: Calendar
) -> Due | None:
    """A prompt of one day, due at that hour and of use until its night; None on a day off."""
    if not own.is_working_day(day):
        return None
    at = moment(day, hour, zone)
    return Due(f"{campaign}.{day}", kind, day, at, day, not own.has_decree(day.year))
