"""Cuti: days on which nobody asks and nothing is missed. Two taps for today or tomorrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from handlers.away import away_words
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, PickAhead
from handlers.engine.topic import AtOnce, Several
from handlers.openings import ToLeave, ToLeaveCalled, ToLeaveUndone
from handlers.staff.log import earliest_of, today_of
from handlers.words.days import Begun, Day, day_ahead, day_words, first_day
from models.letters import Fact, Letter, Lines, Text
from models.people import Person
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.people import leaves
from models.store.people.leaves import Leave

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Absence:
    """Today and the earliest day that is open, the leaves to come, and the day that needs no
    asking."""

    today: date
    earliest: date
    known: Sequence[Leave]
    at_once: date | None


@dataclass(frozen=True)
class Taken:
    """From which day to which day."""

    first: date
    last: date


def look(store: Store, person: Person, opening: ToLeave | None, now: datetime) -> Absence:
    """Own leaves only."""
    today, number = today_of(person, now), person.id or 0
    known = leaves.of_person(store, number, since=today)
    earliest = earliest_of(store, number, today)
    day = opening.day if opening else None
    at_once = day if day and earliest <= day <= today else None
    return Absence(today, earliest, known, at_once)


def look_at_one(
    store: Store, person: Person, opening: ToLeaveUndone | None, now: datetime
) -> Leave:
    """One of one's own leaves."""
    return _own(store, person, opening.leave if opening else 0, now)


def look_at_its_kind(
    store: Store, person: Person, opening: ToLeaveCalled | None, now: datetime
) -> Leave:
    """One of one's own leaves, as what it is to be called."""
    leave = _own(store, person, opening.leave if opening else 0, now)
    return replace(leave, kind="travel" if opening and opening.kind == "d" else "leave")


def _own(store: Store, person: Person, number: int, now: datetime) -> Leave:
    today_of(person, now)
    leave = leaves.leave(store, number)
    if leave is None or not is_own(person, leave.person_id):
        raise Refused(Text("leave-not-found"))
    return leave


async def ask(absence: Absence) -> Taken | Leave:
    """Today, tomorrow, or the first and the last day of a longer one; or the one to cancel."""
    today = absence.today
    if absence.at_once is not None:
        return Taken(absence.at_once, absence.at_once)
    options = [
        Option("today", day_words(today, today)),
        Option("tomorrow", day_words(today + _ONE_DAY, today)),
        Option("other", Text("leave-other")),
        *(Option(f"x{leave.id}", _cancel_words(leave)) for leave in absence.known),
    ]
    begins = first_day(
        day_ahead("leave-first", today=today, earliest=absence.earliest, offered_from=today)
    )
    picked = await PickAhead("leave-when", options=options, onward=begins, passing=True)
    if isinstance(picked, Option) and picked.key.startswith("x"):
        return next(leave for leave in absence.known if f"x{leave.id}" == picked.key)
    if isinstance(picked, Option) and picked.key != "other":
        day = today if picked.key == "today" else today + _ONE_DAY
        return Taken(day, day)
    begun: Begun = await begins if isinstance(picked, Option) else picked
    return Taken(begun.first, begun.last or await _last(today, begun.first))


def _last(today: date, first: date) -> Day:
    return day_ahead("leave-last", today=today, earliest=first, offered_from=first)


def keep(store: Store, person: Person, taken: Taken | Leave, now: datetime) -> Letter:
    """Write the leave down, as one with those it meets; or take it back."""
    if isinstance(taken, Leave):
        return cancel(store, person, taken, now)
    first, last = taken.first, taken.last
    for met in leaves.of_person(store, person.id or 0, since=first):
        if met.first_day <= last and (met.kind, met.why) == ("leave", None):
            first, last = min(first, met.first_day), max(last, met.last_day)
            leaves.remove(store, met.id)
    number = leaves.add(store, person.id or 0, first, last)
    return _letter(Leave(number, person.id or 0, first, last))


def cancel(store: Store, person: Person, leave: Leave, now: datetime) -> Letter:
    """Take the leave back."""
    leaves.remove(store, leave.id)
    return Letter((Text("leave-cancelled", _days(leave)),))


def call(store: Store, person: Person, leave: Leave, now: datetime) -> Letter:
    """Call it leave or official travel from now on."""
    leaves.call(store, leave.id, leave.kind)
    return _letter(leave)


def _letter(leave: Leave) -> Letter:
    """What is noted; one tap calls it travel (or leave after all), another takes it back."""
    one_day = leave.first_day == leave.last_day
    facts = _days(leave)
    other = ToLeaveCalled("c" if leave.kind == "travel" else "d", leave.id)
    said = Text("leave-day" if one_day else "leave-days", facts)
    renamed = other.button(Text("button-leave-call", facts))
    words = Text("button-travel-undo" if leave.kind == "travel" else "button-leave-undo")
    undo = ToLeaveUndone(leave.id).button(words)
    return Letter((Lines((said, Text("leave-means", facts))),), ((renamed,), (undo,)))


def _cancel_words(leave: Leave) -> Text:
    one_day = leave.first_day == leave.last_day
    facts = {**_days(leave), "what": away_words(leave)}
    return Text("leave-cancel-day" if one_day else "leave-cancel", facts)


def _days(leave: Leave) -> dict[str, Fact]:
    days = (leave.last_day - leave.first_day).days + 1
    return {"first": leave.first_day, "last": leave.last_day, "days": days, "kind": leave.kind}


CONVERSATION = Several(
    (
        Conversation(ToLeave, look, ask, keep, patience=timedelta(hours=1)),
        AtOnce(ToLeaveUndone, look_at_one, cancel),
        AtOnce(ToLeaveCalled, look_at_its_kind, call),
    ),
    manifest=Manifest(
        serves="staff",
        menu=Offer(4),
        help=Offer(4, Text("guide-leave")),
        cost=Cost(2, 4, 2),
    ),
)
