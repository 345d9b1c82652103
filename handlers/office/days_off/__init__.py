"""Libur: the coming days off of one's unit, each with its decree; the office decrees its own there.

An opening is empty or `h2` (what is coming, a page), `t` (decree a local day off), `m` (have joint
leave worked after all) or `x12` (take back what was decreed under that number).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from handlers.conversation import Conversation
from handlers.days import Day, day_words
from handlers.manifest import Cost, Manifest, Place
from handlers.office.days_off.facts import Coming, Decreed, Wish, coming, gone, home, own, wish
from handlers.office.days_off.words import back_letter, coming_letter, decreed_letter, joint_words
from handlers.questions import Option, Pick, Write
from models.calendar import local
from models.decrees import LOCAL, WORKED, Given
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.services import Unit
from models.store import Store
from models.store.oversight.stamps import Stamp
from models.store.rules import decrees
from models.store.rules.days_off import DayOff

_OPENING = re.compile(r"(?:h(?P<page>\d{1,3}))?|(?P<deed>[tm])|x(?P<number>\d{1,9})")
YEAR = timedelta(days=366)
NAME, DECREE = 120, 160


def look(store: Store, person: Person, opening: str, now: datetime) -> Coming | Wish | DayOff:
    """The days off of one's own unit, or of the first one kept; refused to who has neither.

    Only who may decree in a unit decrees and takes back there; what is elsewhere and what is not
    there are refused alike.
    """
    unit = home(store, person)
    found = _OPENING.fullmatch(opening)
    if found is None:
        raise gone()
    today = local(now, unit.zone).date()
    if found["number"] is not None:
        return own(store, person, int(found["number"]))
    if found["deed"] is not None:
        return wish(store, person, LOCAL if found["deed"] == "t" else WORKED, today)
    return coming(store, person, unit, today, page=int(found["page"] or 0))


async def ask(found: Coming | Wish | DayOff) -> Coming | Decreed | DayOff:
    """For which unit, which day, by which decree; nothing where it is shown or taken back."""
    if not isinstance(found, Wish):
        return found
    unit = found.units[0]
    if len(found.units) > 1:
        unit = await Pick("libur-unit", options=found.units)
    one = await (_worked(found, unit) if found.kind == WORKED else _off(found, unit))
    return Decreed(one, unit, await Write("libur-decree", longest=DECREE))


async def _worked(found: Wish, unit: Unit) -> Given:
    joint = {one.day.isoformat(): one for one in found.joint[unit.id]}
    options = [Option(key, joint_words(one)) for key, one in joint.items()]
    picked = joint[(await Pick("libur-which", options=options, facts={"unit": unit.name})).key]
    return Given(picked.day, WORKED, picked.name)


async def _off(found: Wish, unit: Unit) -> Given:
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
    return Given(day, LOCAL, await Write("libur-name", longest=NAME, facts=facts))


def keep(store: Store, person: Person, outcome: Coming | Decreed | DayOff, now: datetime) -> Letter:
    """Write it down, or take it back; say what holds from now on. Refused as `decrees.add` is."""
    if isinstance(outcome, Coming):
        return coming_letter(outcome)
    today = local(now, home(store, person).zone).date()
    stamp = Stamp(now, today, person.id)
    if isinstance(outcome, DayOff):
        decrees.take_back(store, outcome.id or 0, stamp=stamp)
        return back_letter(outcome)
    unit, one = outcome.unit, outcome.one
    number = decrees.add(store, one, decree=outcome.decree, unit_id=unit.id, stamp=stamp)
    return decreed_letter(one, unit, number)


CONVERSATION = Conversation(
    "libur",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="keepers",
        menu=Place(3),
        help=None,
        cost=Cost(1, 6, 1),
    ),
    patience=timedelta(hours=1),
)
