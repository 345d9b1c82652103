"""The daily log (aktivitas harian): targets, entries, receipts, when an entry is in time. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Literal, TypeAlias

from models.calendar import Calendar
from models.dice import Dice
from models.letters import File, Text
from models.quarter import Quarter
from models.refused import Refused
from models.services import CODE_LETTERS, bare_code

State: TypeAlias = Literal["sent", "approved", "returned", "withdrawn"]
RECEIPT_PREFIX, RECEIPT_LENGTH = "TLK", 6
DAYS_IN_TIME = 1
"""An entry is in time on its own day and on so many working days after it (a setting)."""


@dataclass(frozen=True)
class Target:
    """An expected result (rhk) of a person for a quarter; `quantity` is in units of `measure`.

    `whole`: what the whole quarter was to bring, where `quantity` is only the share of the days on
    which the person was there (`models.realisation.prorated`).
    """

    id: int
    person_id: int
    quarter: Quarter
    result: str
    indicator: str
    quantity: Decimal | None = None
    measure: str | None = None
    whole: Decimal | None = None


@dataclass(frozen=True)
class Entry:
    """One thing that a person did on `day`, written on `entered_on`; both days of the unit's zone.

    Without `target_id` it is a direct task of the superior (tugas langsung atasan). `starts` and
    `ends` are told by the unit's clock; where the end is earlier, the work went past midnight.
    ValueError for a quantity below 0, an entry before its day, or no time between start and end.
    """

    id: int
    receipt: str
    person_id: int
    day: date
    entered_on: date
    activity: str
    target_id: int | None = None
    quantity: Decimal | None = None
    measure: str | None = None
    starts: time | None = None
    ends: time | None = None
    state: State = "sent"
    returned_before: bool = False
    reason: str | None = None
    evidence: tuple[File, ...] = ()
    sent_at: datetime | None = None
    raised_on: date | None = None

    def __post_init__(self) -> None:
        if self.quantity is not None and not (self.quantity.is_finite() and self.quantity >= 0):
            raise ValueError(f"nobody does such a quantity: {self.quantity}")
        if self.entered_on < self.day:
            raise ValueError(f"work of {self.day} cannot be written on {self.entered_on}")
        if self.starts is not None and self.starts == self.ends:
            raise ValueError("work takes some time")

    @property
    def is_entered_afterwards(self) -> bool:
        """Whether both dates are to be shown. Not yet late: see `is_late`."""
        return self.entered_on > self.day

    @property
    def is_raised(self) -> bool:
        """Whether it waits one level up as well."""
        return self.raised_on is not None and self.state == "sent"

    @property
    def was_decided(self) -> bool:
        """Whether the superior has approved or returned it, now or at an earlier try."""
        return self.state in ("approved", "returned") or self.returned_before

    @property
    def was_accepted_at_once(self) -> bool:
        return self.state == "approved" and not self.returned_before

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when to when, by the unit's clock (naive); None where a time is missing."""
        if self.starts is None or self.ends is None:
            return None
        past_midnight = timedelta(days=int(self.ends < self.starts))
        return (
            datetime.combine(self.day, self.starts),
            datetime.combine(self.day, self.ends) + past_midnight,
        )


def last_day_in_time(day: date, calendar: Calendar, *, off: frozenset[date] = frozenset()) -> date:
    """The last day on which work of `day` is entered in time.

    `off` are days that cannot be asked of this person: leave, and days when Tilik was down. That
    day may lie in a year without a decree, whose holidays are then presumed.
    """
    own = calendar.presuming().without(off)
    return own.nth_working_day_after(day, DAYS_IN_TIME)


def is_late(entry: Entry, calendar: Calendar, *, off: frozenset[date] = frozenset()) -> bool:
    """Whether the entry came after its time; it is accepted all the same, and marked.

    Not in a year without a decree: its holidays would be held against people.
    """
    if not calendar.has_decree(entry.day.year):
        return False
    return entry.entered_on > last_day_in_time(entry.day, calendar, off=off)


def check_day(day: date, *, today: date, earliest: date) -> None:
    """Refuse an entry for a day to come, or for one before `earliest`.

    `models.window.earliest_day` says how far back one may go. Raises Refused.
    """
    if day > today:
        raise Refused(Text("entry-day-future", {"day": day}))
    if day < earliest:
        raise Refused(Text("entry-day-closed", {"day": day, "earliest": earliest}))


def overlaps(entries: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of one person's entries that overlap in time, the earlier start first. A warning.

    Touching ends do not overlap; withdrawn entries and those without times are left out.
    """
    timed = [(entry.span, entry) for entry in entries if entry.span and entry.state != "withdrawn"]
    timed.sort(key=lambda row: (row[0], row[1].id))
    return [
        (first, second)
        for ((_, ended), first), ((began, _), second) in combinations(timed, 2)
        if first.person_id == second.person_id and began < ended
    ]


def new_receipt(dice: Dice) -> str:
    """A fresh receipt number, TLK- and six letters; the store's unique key guards it."""
    return f"{RECEIPT_PREFIX}-{dice.word(CODE_LETTERS, RECEIPT_LENGTH)}"


def as_receipt(text: str) -> str | None:
    """The receipt number in what a person typed, with or without its prefix, or None."""
    letters = bare_code(text)
    code = letters.removeprefix(RECEIPT_PREFIX) if len(letters) > RECEIPT_LENGTH else letters
    if len(code) == RECEIPT_LENGTH and all(c in CODE_LETTERS for c in code):
        return f"{RECEIPT_PREFIX}-{code}"
    return None
