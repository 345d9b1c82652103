"""Cuti: days on which nobody asks and nothing is missed. Two taps for today or tomorrow.

An opening is empty, a day (`2026-11-23`, from the button of a prompt that asked about it), `x12`
(not taken after all), `d12` (it is official travel) or `c12` (it is leave after all).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.conversation import Conversation
from handlers.days import Day, day_words
from handlers.manifest import Cost, Manifest, Place
from handlers.questions import Option, Pick
from handlers.staff.log import day_meant, earliest_of, today_of
from models.letters import Button, Fact, Letter, Lines, Text
from models.people import Person
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.people import leaves
from models.store.people.leaves import Kind, Leave

_KNOWN = re.compile(r"([xdc])(\d{1,12})")
_KINDS: Mapping[str, Kind] = {"d": "travel", "c": "leave"}
_ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Absence:
    """Today and the earliest day that is open, the leaves to come, and the one to be cancelled.

    `at_once` is the day that needs no asking, `called` a leave that is to be of another kind.
    """

    today: date
    earliest: date
    known: Sequence[Leave]
    at_once: date | None = None
    cancelled: Leave | None = None
    called: Called | None = None


@dataclass(frozen=True)
class Called:
    """A leave, and what it is to be called."""

    leave: Leave
    kind: Kind


@dataclass(frozen=True)
class Taken:
    """From which day to which day."""

    first: date
    last: date


def look(store: Store, person: Person, opening: str, now: datetime) -> Absence:
    """Own leaves only."""
    today, number = today_of(person, now), person.id or 0
    known = leaves.of_person(store, number, since=today)
    earliest = earliest_of(store, number, today)
    found = _KNOWN.fullmatch(opening)
    if found is None:
        meant = day_meant(opening, earliest, today)
        return Absence(today, earliest, known, at_once=meant if opening == str(meant) else None)
    leave = leaves.leave(store, int(found[2]))
    if leave is None or not is_own(person, leave.person_id):
        raise Refused(Text("leave-not-found"))
    if found[1] == "x":
        return Absence(today, earliest, known, cancelled=leave)
    return Absence(today, earliest, known, called=Called(leave, _KINDS[found[1]]))


async def ask(absence: Absence) -> Taken | Leave | Called:
    """Today, tomorrow, or the first and the last day of a longer one; or the one to cancel."""
    today = absence.today
    if absence.cancelled is not None:
        return absence.cancelled
    if absence.called is not None:
        return absence.called
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


def keep(store: Store, person: Person, taken: Taken | Leave | Called, now: datetime) -> Letter:
    """Write the leave down, as one with those it meets; or take it back."""
    if isinstance(taken, Leave):
        leaves.remove(store, taken.id)
        return Letter((Text("leave-cancelled", _days(taken)),))
    if isinstance(taken, Called):
        leaves.call(store, taken.leave.id, taken.kind)
        return _letter(replace(taken.leave, kind=taken.kind))
    first, last = taken.first, taken.last
    for met in leaves.of_person(store, person.id or 0, since=first):
        if met.first_day <= last and met.kind == "leave":
            first, last = min(first, met.first_day), max(last, met.last_day)
            leaves.remove(store, met.id)
    number = leaves.add(store, person.id or 0, first, last)
    return _letter(Leave(number, person.id or 0, first, last))


def _letter(leave: Leave) -> Letter:
    """What is noted; one tap calls it travel (or leave after all), another takes it back."""
    one_day = leave.first_day == leave.last_day
    facts, other = _days(leave), "c" if leave.kind == "travel" else "d"
    said = Text("leave-day" if one_day else "leave-days", facts)
    call = Button(Text("button-leave-call", facts), f"o.cuti.{other}{leave.id}")
    words = Text("button-travel-undo" if leave.kind == "travel" else "button-leave-undo")
    undo = Button(words, f"o.cuti.x{leave.id}")
    return Letter((Lines((said, Text("leave-means", facts))),), ((call,), (undo,)))


def _cancel_words(leave: Leave) -> Text:
    one_day = leave.first_day == leave.last_day
    return Text("leave-cancel-day" if one_day else "leave-cancel", _days(leave))


def _days(leave: Leave) -> dict[str, Fact]:
    days = (leave.last_day - leave.first_day).days + 1
    return {"first": leave.first_day, "last": leave.last_day, "days": days, "kind": leave.kind}


CONVERSATION = Conversation(
    "cuti",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=Place(4),
        help=Place(4, Text("guide-leave")),
        cost=Cost(2, 4, 2),
    ),
    patience=timedelta(hours=1),
)
