"""The part of `tilik plan` about channels that let Tilik speak first to so many people a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cli.terminal import Say
from models.campaigns import Kind
from models.store.prompts.standings import Standing
from scheduler.crowd import Expected


@dataclass(frozen=True)
class Campaign:
    """A campaign on one channel that takes several days: to how many people on each."""

    kind: Kind
    name: str
    days: Mapping[date, int]


def limits_written(
    expected: Sequence[Expected],
    people: Sequence[Standing],
    *,
    limits: Mapping[str, int],
    now: datetime,
) -> dict[str, object]:
    """By channel: `a_day`, `outside` (whose window is closed now) and `spread`, of every campaign
    that takes several days its `kind`, `campaign` and `days` (how many people, by date)."""
    return {
        channel: {
            "a_day": most,
            "outside": _outside(people, channel, now),
            "spread": [
                {
                    "kind": one.kind,
                    "campaign": one.name,
                    "days": {day.isoformat(): count for day, count in one.days.items()},
                }
                for one in _spread(expected, channel)
            ],
        }
        for channel, most in sorted(limits.items())
    }


def limits_told(
    expected: Sequence[Expected],
    people: Sequence[Standing],
    *,
    limits: Mapping[str, int],
    now: datetime,
    say: Say,
) -> Iterator[str]:
    """The same in words, line by line."""
    for channel, most in sorted(limits.items()):
        outside = _outside(people, channel, now)
        yield say("plan-limit", channel=channel, most=most, outside=outside)
        for one in _spread(expected, channel):
            what = say(f"plan-kind-{one.kind}")
            yield say("plan-spread", what=what, campaign=one.name, days=len(one.days))
            for day, count in one.days.items():
                yield "  " + say("plan-spread-day", day=day, count=count)


def _outside(people: Sequence[Standing], channel: str, now: datetime) -> int:
    there = [one.place for one in people if one.place is not None and one.place.channel == channel]
    return sum(place.is_outside(now) for place in there)


def _spread(expected: Sequence[Expected], channel: str) -> Iterator[Campaign]:
    """In the order of time."""
    found: dict[tuple[Kind, str], Counter[date]] = defaultdict(Counter)
    for one in expected:
        place = one.who.place
        if place is not None and place.channel == channel:
            found[one.due.kind, one.due.campaign][one.day] += 1
    for (kind, name), days in found.items():
        if len(days) > 1:
            yield Campaign(kind, name, dict(sorted(days.items())))
