"""Limits as plans: where a platform lets Tilik speak first to so many people a day, a campaign is
spread over days, those most due first, and the office is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from models.awake import Awake
from models.calendar import Calendar, local, moment
from models.campaigns import OPENING, SPREAD, Due
from models.letters import Letter, Text
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves, people
from models.store.prompts import places, prompts
from models.store.prompts.daily_limit import A_DAY
from models.store.prompts.kinds import Prompts
from models.store.prompts.places import DailyPlace
from models.store.rules import calendars
from scheduler.occasions import may_speak
from scheduler.wanting import Wanted


@dataclass(frozen=True)
class Fitting:
    """Who may be asked for now, by number, and who is left for want of a place, most due first.

    `limits`: how many people a day, by channel. `places`: of those who have or need one.
    """

    asked: list[Wanted]
    left: list[Wanted] = field(default_factory=list)
    limits: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[int, DailyPlace] = field(default_factory=dict)


@dataclass(frozen=True)
class Spread:
    """An opening that takes more than a day: to how many people, how many a day, until when.

    `late` are those whom it does not reach while it is of use.
    """

    due: Due
    people: int
    most: int
    until: date
    late: int


def fitting(store: Store, wanted: Sequence[Wanted], now: datetime, kinds: Prompts) -> Fitting:
    """Part those for whom there is room now from the others. Whoever has a place needs no other."""
    known = places.places(store) if wanted else {}
    if not known:
        return Fitting(list(wanted))
    limits = places.limits(store)
    room = {channel: most - _count(store, channel, now) for channel, most in limits.items()}
    asked, left, admitted = [], [], set[int]()
    for one in sorted(wanted, key=lambda one: (kinds.urgency(one.dues), one.person_id)):
        place = known.get(one.person_id)
        if place is not None and place.is_taken(now) and one.person_id not in admitted:
            if room[place.channel] <= 0:
                left.append(one)
                continue
            room[place.channel] -= 1
            admitted.add(one.person_id)
        asked.append(one)
    asked.sort(key=lambda one: (one.person_id, one.lane))
    return Fitting(asked, left, limits, known)


def _count(store: Store, channel: str, now: datetime) -> int:
    return len(places.contacts(store, channel, now))


def tell_office(store: Store, fits: Fitting, now: datetime) -> int:
    """Tell the personnel office of each opening that takes more than today, once each.

    Gives how many letters were written: to whoever has that duty today, may be spoken to first
    and is not away.
    """
    spreads = _spreads(store, fits, now)
    if not spreads:
        return 0
    officers = people.entrusted(store, "hr", now)
    away = leaves.everybody_away(store, list(officers)) if officers else {}
    own = calendars.of_people(store, list(officers)) if officers else {}
    written = 0
    for person, zone in sorted(officers.items()):
        if may_speak(now, zone, own[person].without(away.get(person, ()))):
            awake = own[person].office.awake
            written += sum(
                _told(store, one, person, limits=fits.limits, now=now, here=(zone, awake))
                for one in spreads
            )
    return written


def _spreads(store: Store, fits: Fitting, now: datetime) -> list[Spread]:
    waiting: dict[tuple[str, str], list[tuple[Due, str]]] = defaultdict(list)
    for one in fits.left:
        channel = fits.places[one.person_id].channel
        for due in one.dues:
            if due.kind == OPENING:
                waiting[channel, due.campaign].append((due, one.zone))
    asked = Counter(
        (fits.places[one.person_id].channel, due.campaign)
        for one in fits.asked
        if one.person_id in fits.places and fits.places[one.person_id].is_taken(now)
        for due in one.dues
        if due.kind == OPENING
    )
    found, country = [], calendars.of_country(store)
    for (channel, campaign), dues in sorted(waiting.items()):
        due, zone = max(dues, key=lambda one: one[0].until)
        evening = moment(local(now, zone).date(), country.office.awake.last, zone)
        freed = sum(at + A_DAY < evening for at in places.contacts(store, channel, now))
        if len(dues) > freed:
            most = fits.limits[channel]
            today = local(now, zone).date()
            until, late = _end(due, len(dues) - freed, most=most, today=today, country=country)
            people_of = len(dues) + asked[channel, campaign]
            found.append(Spread(due, people_of, most, until, late))
    return found


def _end(due: Due, left: int, *, most: int, today: date, country: Calendar) -> tuple[date, int]:
    """The day on which the last of so many people are reached, and who is not while of use."""
    calendar, day = country.presuming(), today
    while left > 0:
        following = calendar.next_working_day(day)
        if following > due.until or most <= 0:
            break
        day, left = following, left - most
    return day, max(left, 0)


def _told(
    store: Store,
    spread: Spread,
    person_id: int,
    *,
    limits: Mapping[str, int],
    now: datetime,
    here: tuple[str, Awake],
) -> bool:
    found = addresses.of_person(store, person_id)
    if not found or person_id in prompts.keys(store, spread.due.campaign, SPREAD):
        return False
    if not places.admitted(store, found[0], limited=limits, now=now):
        return False
    zone, awake = here
    today = local(now, zone).date()
    due = Due(spread.due.campaign, SPREAD, today, now, today)
    until = moment(today, awake.last, zone)
    letter = spread_letter(spread)
    return prompts.write(store, due, found[0], letter, lane="hr", now=now, until=until)


def spread_letter(spread: Spread) -> Letter:
    """What the office is told of it."""
    quarter = spread.due.quarter
    said = Text(
        "spread-office",
        {
            "quarter": Text(f"quarter-{quarter.number}", {"year": str(quarter.year)}),
            "people": spread.people,
            "most": spread.most,
            "until": spread.until,
            "late": spread.late,
        },
    )
    return Letter((said,))
