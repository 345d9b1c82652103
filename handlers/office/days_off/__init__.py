"""Libur: the coming days off of one's unit, each with its decree; the office decrees its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick, Write
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.days_off.facts import Coming, Decreed, Wish, coming, gone, home, own, wish
from handlers.office.days_off.words import back_letter, coming_letter, decreed_letter, joint_words
from handlers.openings import ToDaysOff, ToDecreeing, ToUndecreeing
from handlers.words.days import Day, day_words
from models.calendar import local
from models.decrees import LOCAL, WORKED, DecreedDay
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.services import Unit
from models.store import Store
from models.store.oversight.stamps import Stamp
from models.store.rules import decrees
from models.store.rules.days_off import DayOff

YEAR = timedelta(days=366)
LONGEST_NAME, LONGEST_DECREE = 120, 160


def look(store: Store, person: Person, opening: ToDaysOff | None, now: datetime) -> Coming:
    """The days off of one's own unit, or of the first one kept; refused to who has neither."""
    unit = home(store, person)
    if opening is None:
        raise gone()
    return coming(store, person, unit, local(now, unit.zone).date(), page=opening.page)


def look_before_decreeing(
    store: Store, person: Person, opening: ToDecreeing | None, now: datetime
) -> Wish:
    """What may be decreed where; only who may decree in a unit does."""
    today = local(now, home(store, person).zone).date()
    return wish(store, person, LOCAL if opening and opening.kind == "t" else WORKED, today)


def look_at_one(
    store: Store, person: Person, opening: ToUndecreeing | None, now: datetime
) -> DayOff:
    """What was decreed; what is elsewhere and what is not there are refused alike."""
    home(store, person)
    return own(store, person, opening.number if opening else 0)


async def ask(found: Wish) -> Decreed:
    """For which unit, which day, by which decree."""
    unit = found.units[0]
    if len(found.units) > 1:
        unit = await Pick("libur-unit", options=found.units)
    one = await (_worked(found, unit) if found.kind == WORKED else _off(found, unit))
    return Decreed(one, unit, await Write("libur-decree", longest=LONGEST_DECREE))


async def _worked(found: Wish, unit: Unit) -> DecreedDay:
    joint = {one.day.isoformat(): one for one in found.joint[unit.id]}
    options = [Option(key, joint_words(one)) for key, one in joint.items()]
    picked = joint[(await Pick("libur-which", options=options, facts={"unit": unit.name})).key]
    return DecreedDay(picked.day, WORKED, picked.name)


async def _off(found: Wish, unit: Unit) -> DecreedDay:
    earliest = Quarter.of(found.today).first_day
    day = await Day(
        "libur-day",
        facts={"unit": unit.name},
        today=found.today,
        earliest=earliest,
        latest=found.today + YEAR,
        too_early=Text("libur-too-early", {"day": earliest, "earliest": earliest}),
        too_late=Text("libur-too-late", {"day": earliest}),
        ahead=True,
    )
    facts = {"day": day_words(day, found.today)}
    return DecreedDay(day, LOCAL, await Write("libur-name", longest=LONGEST_NAME, facts=facts))


def keep(store: Store, person: Person, decreed: Decreed, now: datetime) -> Letter:
    """Write it down; say what holds from now on. Refused as `decrees.add` is."""
    unit, one, stamp = decreed.unit, decreed.one, _stamp(store, person, now)
    number = decrees.add(store, one, decree=decreed.decree, unit_id=unit.id, stamp=stamp)
    return decreed_letter(one, unit, number)


def take_back(store: Store, person: Person, one: DayOff, now: datetime) -> Letter:
    """Let it hold no longer."""
    decrees.take_back(store, one.id or 0, stamp=_stamp(store, person, now))
    return back_letter(one)


def _stamp(store: Store, person: Person, now: datetime) -> Stamp:
    return Stamp(now, local(now, home(store, person).zone).date(), person.id)


CONVERSATION = Several(
    (
        Screen(ToDaysOff, look, coming_letter),
        Conversation(ToDecreeing, look_before_decreeing, ask, keep, patience=timedelta(hours=1)),
        AtOnce(ToUndecreeing, look_at_one, take_back),
    ),
    manifest=Manifest(
        serves="staff",
        menu=Offer(3, to="keepers"),
        help=None,
        cost=Cost(1, 7, 1, by="head"),
    ),
)
