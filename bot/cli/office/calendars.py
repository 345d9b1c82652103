"""`tilik office calendar show`, `add`, `withdraw` and `take-back`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.cli.office.saying import done, say
from bot.config import Settings
from models.calendar import Calendar, NoDecree, local
from models.dates import day_of
from models.decrees import LOCAL, WORKED, DecreedDay
from models.letters import Fact, Text
from models.refused import Refused
from models.store import Store
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.rules import calendars, days_off, decrees
from models.store.rules.days_off import DayOff


def shown(year: int | None, *, unit: str | None, now: datetime) -> int:
    """Print a year's days off (this year's), of a unit or of all, each with its decree."""

    def job(store: Store, chosen: Settings) -> list[str]:
        asked = _year(year, chosen, now)
        above = None if unit is None else services.lineage(store, unit_of(store, unit))
        here = None if above is None else [one.id for one in above]
        found = days_off.between(store, date(asked, 1, 1), date(asked, 12, 31), unit_ids=here)
        calendar = (
            calendars.of_country(store) if here is None else calendars.of_unit(store, here[0])
        )
        return [*_lines(store, found), _counted(calendar, asked)]

    return done(job, looks=True)


def past(year: int | None, *, unit: str | None, now: datetime) -> int:
    """Print all that was ever decreed for the year besides the packaged days, and taken back."""

    def job(store: Store, chosen: Settings) -> list[str]:
        asked = _year(year, chosen, now)
        found = days_off.history(store, date(asked, 1, 1), date(asked, 12, 31))
        if unit is not None:
            there = unit_of(store, unit)
            found = [one for one in found if one.unit_id == there]
        return list(_lines(store, found)) or [say(Text("calendar-no-history"))]

    return done(job, looks=True)


def added(day: str, name: str, *, decree: str, unit: str | None, now: datetime) -> int:
    """Decree a local day off, for a unit and those below it or for all."""

    def job(store: Store, chosen: Settings) -> list[str]:
        one = DecreedDay(day_given(day), LOCAL, words_of(name))
        return [_decreed(store, one, decree, unit, stamp_of(chosen, now))]

    return done(job)


def withdrawn(day: str, *, decree: str, unit: str | None, now: datetime) -> int:
    """Have a day of joint leave worked after all, in a unit and those below it or by all."""

    def job(store: Store, chosen: Settings) -> list[str]:
        when = day_given(day)
        found = days_off.between(store, when, when)
        name = next((one.name for one in found), when.isoformat())
        one = DecreedDay(when, WORKED, name)
        return [_decreed(store, one, decree, unit, stamp_of(chosen, now))]

    return done(job)


def taken_back(number: int, *, now: datetime) -> int:
    """Take back what was decreed under that number."""

    def job(store: Store, chosen: Settings) -> list[str]:
        one = decrees.take_back(store, number, stamp=stamp_of(chosen, now))
        if one is None:
            raise Refused(Text("libur-gone"))
        return [say(Text("calendar-back", _facts(one)))]

    return done(job)


def day_given(typed: str) -> date:
    """A day as it is typed (2027-06-22, 22/6/2027). Raises Refused for anything else."""
    found = day_of(typed)
    if found is None:
        raise Refused(Text("calendar-bad-day", {"value": typed[:40]}))
    return found


def words_of(typed: str) -> str:
    """A name or a decree on one line. Raises Refused where nothing, or too much, is said."""
    words = " ".join(typed.split())
    if not words or len(words) > 200 or not words.isprintable():
        raise Refused(Text("calendar-bad-words"))
    return words


def unit_of(store: Store, name: str) -> int:
    """The number of the unit of that name. Raises Refused where there is none."""
    for unit in services.every_unit(store):
        if unit.name.casefold() == " ".join(name.split()).casefold():
            return unit.id
    raise Refused(Text("calendar-no-unit", {"name": name[:80]}))


def stamp_of(chosen: Settings, now: datetime) -> Stamp:
    """That whoever runs the machine does it, today by the clock of the settings."""
    return Stamp(now, local(now, chosen.zone).date())


def _decreed(store: Store, one: DecreedDay, decree: str, unit: str | None, stamp: Stamp) -> str:
    where = None if unit is None else unit_of(store, unit)
    number = decrees.add(store, one, decree=words_of(decree), unit_id=where, stamp=stamp)
    text = "calendar-worked" if one.kind == WORKED else "calendar-added"
    facts: dict[str, Fact] = {"day": one.day, "name": one.name, "number": number}
    return say(Text(text, {**facts, "unit": unit or Text("calendar-everywhere")}))


def _year(asked: int | None, chosen: Settings, now: datetime) -> int:
    year = local(now, chosen.zone).year if asked is None else asked
    if not 2000 <= year < 2100:
        raise Refused(Text("calendar-bad-day", {"value": str(year)}))
    return year


def _counted(calendar: Calendar, year: int) -> str:
    """How many working days the year has there; that it has no decree, where it has none."""
    try:
        days = len(calendar.working_days(date(year, 1, 1), date(year, 12, 31)))
    except NoDecree as unknown:
        return say(unknown.why)
    facts: dict[str, Fact] = {"year": str(year), "days": days, "week": calendar.week}
    return say(Text("calendar-count", facts))


def _lines(store: Store, found: list[DayOff]) -> Iterator[str]:
    """Each day: its number where it can be taken back, for whom, and by which decree."""
    names = {unit.id: unit.name for unit in services.every_unit(store)}
    for one in found:
        facts = _facts(one)
        stands = one.kind in (LOCAL, WORKED) and one.taken_back_at is None
        facts["number"] = (one.id or 0) if stands else 0
        facts["unit"] = names[one.unit_id] if one.unit_id else Text("calendar-everywhere")
        facts["back"] = "yes" if one.taken_back_at is not None else "no"
        yield say(Text("calendar-line", {**facts, "decree": one.decree}))


def _facts(one: DayOff) -> dict[str, Fact]:
    kind = Text(f"libur-kind-{one.kind.replace('_', '-')}")
    return {"day": one.day, "name": one.name, "kind": kind}
