"""When Tilik speaks first: which prompts are due to a person, and when. Pure.

A `Due` carries the key of its prompt (campaign and kind; the person makes it unique), so planning
late, twice or in several processes changes nothing. The `calendar` that comes in is the unit's or
the person's, `zone` its IANA name, `away` the days of leave. No prompt falls on a day off.

A year without a decree is presumed to have the holidays of fixed date only, and what falls in it
is flagged `without_decree`: a prompt may wait for no decree, unlike a deadline of the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Literal, TypeAlias

from models.calendar import Calendar, days, local, moment
from models.quarter import Quarter
from models.window import NOBODY_AWAY, evaluation_window, own_days

Kind: TypeAlias = Literal["open", "last", "half", "log", "quarter", "long", "short", "spread"]

EVALUATION_HOUR, SUMMARY_HOUR = time(9), time(9)
EVALUATION: tuple[Kind, ...] = ("open", "half", "last")
"""The prompts about a quarter's self-evaluation, in the order of time."""
PRIORITY: tuple[Kind, ...] = ("open", "last", "half", "log")
"""Which of the prompts about a person's own work goes out on a day that has several."""
URGENCY: tuple[Kind, ...] = ("spread", "open", "last", "half", "quarter", "long", "short", "log")
"""Whose prompts go out where not all can on one day. `spread` tells the office that it is so, and
until when all are invited: so whoever knows nothing yet comes before who is only reminded."""


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
        due("open", window.first, window.last),
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
    return _of_the_day("daily", "log", day, own.office.closes_at(day), zone=zone, own=own)


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
    return _of_the_day("summary", kind, day, SUMMARY_HOUR, zone=zone, own=own)


def own_prompts(
    first: date,
    last: date,
    calendar: Calendar,
    zone: str,
    *,
    away: frozenset[date] = NOBODY_AWAY,
) -> tuple[Due, ...]:
    """All prompts about a person's own work from `first` to `last`, at most one a day."""
    daily = (daily_prompt_at(day, calendar, zone, away=away) for day in days(first, last))
    dues = [*_evaluations(first, last, calendar, zone, away=away), *filter(None, daily)]
    return one_a_day(due for due in dues if first <= due.day <= last)


def of_use(
    day: date, calendar: Calendar, zone: str, *, away: frozenset[date] = NOBODY_AWAY
) -> tuple[Due, ...]:
    """All that may go out on `day` from its hour on, what was missed before included.

    The prompts about a person's own work by `rank`, then the superior's. Who has had which, and
    who needs none, is the store's to know.
    """
    if not own_days(calendar, away).is_working_day(day):
        return ()
    evaluations = _evaluations(day, day, calendar, zone, away=away)
    open_now = sorted((due for due in evaluations if due.day <= day <= due.until), key=rank)
    daily = daily_prompt_at(day, calendar, zone, away=away)
    summary = superior_summary_at(day, calendar, zone, away=away)
    return (*open_now, *filter(None, (daily, summary)))


def one_a_day(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Of each day's prompts to one person the first by `rank`, in the order of time."""
    in_order = sorted(dues, key=lambda due: (due.day, rank(due)))
    return tuple(next(group) for _, group in groupby(in_order, key=lambda due: due.day))


def rank(due: Due) -> tuple[int, str]:
    """What to order prompts about a person's own work by; the smallest goes out first."""
    return PRIORITY.index(due.kind), due.campaign


def urgency(dues: Iterable[Due]) -> tuple[int, date]:
    """What to order people by for whom one of these prompts is due; the smallest go first."""
    return min((URGENCY.index(due.kind), due.until) for due in dues)


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


def _of_the_day(
    campaign: str, kind: Kind, day: date, hour: time, *, zone: str, own: Calendar
) -> Due | None:
    if not own.is_working_day(day):
        return None
    at = moment(day, hour, zone)
    return Due(f"{campaign}.{day}", kind, day, at, day, not own.has_decree(day.year))


def _evaluations(
    first: date, last: date, calendar: Calendar, zone: str, *, away: frozenset[date]
) -> Iterator[Due]:
    """The prompts of every quarter whose window is not over on `first`, the latest first."""
    quarter = Quarter.of(last).previous
    while True:
        prompts = evaluation_prompts(quarter, calendar, zone, away=away)
        if prompts[-1].until < first:
            return
        yield from prompts
        quarter = quarter.previous
