"""Cuti: days on which nobody asks and nothing is missed. Two taps for today or tomorrow.

An opening is empty, a day (`2026-11-23`, from the button of a prompt that asked about it), or `x12`
(not taken after all).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.conversation import Conversation
from handlers.days import Day, day_words
from handlers.questions import Option, Pick
from handlers.staff.log import day_meant, today_of
from models.calendar import decreed
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import is_own
from models.store import Store, leaves
from models.store.leaves import Leave
from models.window import earliest_day

_CANCEL = re.compile(r"x(\d{1,12})")
_ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Absence:
    """Today and the earliest day that is open, the leaves to come, and the one to be cancelled.

    `at_once` is the day that needs no asking.
    """

    today: date
    earliest: date
    known: Sequence[Leave]
    at_once: date | None = None
    cancelled: Leave | None = None


@dataclass(frozen=True)
class Taken:
    """From which day to which day."""

    first: date
    last: date


def look(store: Store, person: Person, opening: str, now: datetime) -> Absence:
    """Own leaves only."""
    today, number = today_of(person, now), person.id or 0
    known = leaves.of_person(store, number, since=today)
    earliest = earliest_day(today, decreed(), away=leaves.away(store, number))
    found = _CANCEL.fullmatch(opening)
    if found is None:
        meant = day_meant(opening, earliest, today)
        return Absence(today, earliest, known, at_once=meant if opening == str(meant) else None)
    leave = leaves.leave(store, int(found[1]))
    if leave is None or not is_own(person, leave.person_id):
        raise Refused(Text("leave-not-found"))
    return Absence(today, earliest, known, cancelled=leave)


async def ask(absence: Absence) -> Taken | Leave:
    """Today, tomorrow, or the first and the last day of a longer one; or the one to cancel."""
    today = absence.today
    if absence.cancelled is not None:
        return absence.cancelled
    if absence.at_once is not None:
        return Taken(absence.at_once, absence.at_once)
    options = [
        Option("today", day_words(today, today)),
        Option("tomorrow", day_words(today + _ONE_DAY, today)),
        Option("other", Text("leave-other")),
        *(Option(f"x{leave.id}", _cancel_words(leave)) for leave in absence.known),
    ]
    when = (await Pick("leave-when", options=options)).key
    if when.startswith("x"):
        return next(leave for leave in absence.known if f"x{leave.id}" == when)
    if when != "other":
        day = today if when == "today" else today + _ONE_DAY
        return Taken(day, day)
    first = await _day("leave-first", absence, absence.earliest, today)
    last = await _day("leave-last", absence, first, first)
    return Taken(first, last)


async def _day(name: str, absence: Absence, earliest: date, offered_from: date) -> date:
    return await Day(
        name,
        today=absence.today,
        earliest=earliest,
        latest=absence.today + LONGEST,
        offered=[offered_from + n * _ONE_DAY for n in range(5)],
        too_early=Text("leave-too-early", {"day": earliest, "earliest": earliest}),
        too_late=Text("leave-too-late", {"day": earliest}),
        ahead=True,
    )


def keep(store: Store, person: Person, taken: Taken | Leave, now: datetime) -> Letter:
    """Write the leave down, as one with those it meets; or take it back."""
    if isinstance(taken, Leave):
        leaves.remove(store, taken.id)
        return Letter((Text("leave-cancelled", _days(taken)),))
    first, last = taken.first, taken.last
    for met in leaves.of_person(store, person.id or 0, since=first):
        if met.first_day <= last:
            first, last = min(first, met.first_day), max(last, met.last_day)
            leaves.remove(store, met.id)
    number = leaves.add(store, person.id or 0, first, last)
    said: Words = Text("leave-day", {"day": first})
    if first != last:
        said = Text("leave-days", {"first": first, "last": last})
    undo = Button(Text("button-leave-undo"), f"o.cuti.x{number}")
    return Letter((Lines((said, Text("leave-means"))),), ((undo,),))


def _cancel_words(leave: Leave) -> Text:
    one_day = leave.first_day == leave.last_day
    return Text("leave-cancel-day" if one_day else "leave-cancel", _days(leave))


def _days(leave: Leave) -> dict[str, Fact]:
    days = (leave.last_day - leave.first_day).days + 1
    return {"first": leave.first_day, "last": leave.last_day, "days": days}


CONVERSATION = Conversation("cuti", look, ask, keep, patience=timedelta(hours=1))
