"""`tilik plan`: what would go to whom and when. Nothing is sent, nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.cli.command import answered, read
from bot.cli.plan.spread import limits_told, limits_written
from bot.cli.skm.answer_sheet import legible
from bot.cli.terminal import Echo, Say
from bot.config import Settings
from bot.imports.reading.cells import ZONES, zone_of
from bot.imports.reading.tables import UnusableError
from handlers.listed import PROMPTS
from models.calendar import local
from models.dates import day_of
from models.store import Store
from models.store.prompts.places import limits
from models.store.prompts.standings import Standing, standings
from scheduler.crowd import Expected
from scheduler.occasions import LOOKBACK
from scheduler.outlook import outlook

LONGEST_OUTLOOK = timedelta(days=400)
"""So far ahead one may look, from the first day to the last."""
A_WEEK = timedelta(days=6)
WIB = ZONES["WIB"]
_SHORT = {name: short for short, name in ZONES.items()}


@dataclass(frozen=True)
class PlannedDays:
    """The days that are asked for, both included."""

    first: date
    last: date


def plan(
    chosen: Settings,
    *,
    first: str | None,
    last: str | None,
    now: datetime,
    say: Say,
    echo: Echo,
    as_json: bool = False,
) -> int:
    """Print the plan from day to day (as typed, 2026-04-01); the exit code, 1 with a sentence.

    Without a first day from today, by the zone of the settings; without a last for a week.
    """

    def work() -> tuple[PlannedDays, list[Standing], dict[str, int]]:
        span = _span(first, last, today=local(now, zone_of(chosen.zone) or WIB).date())
        people, most = read(chosen.database, lambda store: _people(store, now))
        return span, people, most

    def show(found: tuple[PlannedDays, list[Standing], dict[str, int]]) -> None:
        _show(*found, now=now, say=say, echo=echo, as_json=as_json)

    return answered(work, show, say=say, echo=echo)


def _show(
    span: PlannedDays,
    people: list[Standing],
    most: dict[str, int],
    *,
    now: datetime,
    say: Say,
    echo: Echo,
    as_json: bool,
) -> None:
    reached = [one for one in people if one.joined]
    unreached = len(people) - len(reached)
    expected = outlook(reached, span.first, span.last, prompts=PROMPTS, now=now, limits=most)
    if most or as_json:
        expected = iter(known := list(expected))
    if as_json:
        told = limits_written(known, reached, limits=most, now=now)
        return echo(_as_object(known, span, unreached=unreached, limits=told))
    for line in _as_lines(expected, span, unreached=unreached, say=say):
        echo(line)
    if most:
        for line in limits_told(known, reached, limits=most, now=now, say=say):
            echo(line)
    return None


def _span(first: str | None, last: str | None, *, today: date) -> PlannedDays:
    start = _day(first) if first else today
    end = _day(last) if last else start + A_WEEK
    if end < start:
        raise UnusableError("plan-backwards", first=start.isoformat(), last=end.isoformat())
    if end - start >= LONGEST_OUTLOOK:
        raise UnusableError("plan-too-long", most=LONGEST_OUTLOOK.days)
    return PlannedDays(start, end)


def _day(typed: str) -> date:
    found = day_of(typed)
    if found is None or not 2000 <= found.year < 2100:
        raise UnusableError("plan-no-day", given=legible(typed))
    return found


def _people(store: Store, now: datetime) -> tuple[list[Standing], dict[str, int]]:
    """Everybody, and to how many people a day each channel lets Tilik speak first."""
    return standings(store, now, PROMPTS, lookback=LOOKBACK), limits(store)


def _as_object(
    expected: Sequence[Expected], span: PlannedDays, *, unreached: int, limits: Mapping[str, object]
) -> str:
    """The plan as one JSON object.

    `from`, `to`, `not_joined` (people that nothing can be sent to), `limits` (by channel, as
    `limits_written` has them) and `prompts`: `at` (local, with its offset), `day`, `zone`,
    `person_id`, `name`, `kind`, `campaign`, `without_decree`.
    """
    prompts = [
        {
            "at": local(one.at, one.who.zone).isoformat(),
            "day": one.day.isoformat(),
            "zone": one.who.zone,
            "person_id": one.who.person_id,
            "name": one.who.name,
            "kind": one.due.kind,
            "campaign": one.due.campaign,
            "without_decree": _presumed(one),
        }
        for one in expected
    ]
    page = {
        "from": span.first.isoformat(),
        "to": span.last.isoformat(),
        "not_joined": unreached,
        "limits": dict(limits),
        "prompts": prompts,
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _as_lines(
    expected: Iterator[Expected], span: PlannedDays, *, unreached: int, say: Say
) -> Iterator[str]:
    """Day by day, then how many that are, and what is taken for granted."""
    count, people, presumed = 0, set(), False
    for day, several in groupby(expected, key=lambda one: one.day):
        ones = list(several)
        without = any(map(_presumed, ones))
        presumed |= without
        yield say("plan-day-presumed" if without else "plan-day", day=day)
        for one in ones:
            count += 1
            people.add(one.who.person_id)
            yield "  " + _line(one, say)
        yield ""
    yield say("plan-count", count=count, people=len(people), first=span.first, last=span.last)
    yield say("plan-assumed")
    if unreached:
        yield say("plan-not-joined", count=unreached)
    if presumed:
        yield say("plan-presumed")


def _line(one: Expected, say: Say) -> str:
    time = local(one.at, one.who.zone)
    return say(
        "plan-line",
        hour=f"{time:%H}",
        minute=f"{time:%M}",
        zone=_SHORT.get(one.who.zone, one.who.zone),
        name=legible(one.who.name),
        what=say(f"plan-kind-{one.due.kind}"),
        campaign=one.due.campaign,
    )


def _presumed(one: Expected) -> bool:
    return not one.who.calendar.has_decree(one.day.year)
