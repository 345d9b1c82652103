"""What the database tells of Tilik, and what is to be thought of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.doctor.finding import Finding, Level, Name
from handlers.complaints.weighty import takers_of
from models.calendar import local
from models.keys import Keys
from models.letters import Fact, Text
from models.store import Store
from models.store.chat import identities
from models.store.office import services
from models.store.oversight.condition import Condition, condition
from models.store.oversight.seals import stranger
from models.store.prompts import prompts
from models.store.rules import outages

UNANSWERED = timedelta(minutes=5)
"""A message that is open for longer has met trouble: a failed turn is tried again in seconds."""
UNSENT = timedelta(minutes=15)
"""A letter that waits for longer has met trouble; what is to wait for the morning is held."""
LATELY = timedelta(days=2)
"""Prompts in doubt that are older have been seen."""
TOLD = timedelta(hours=1)
"""So long it is told that Tilik was away."""
AHEAD = timedelta(minutes=2)
"""A sign of life that is later than now by more tells of a clock that was set back."""


@dataclass(frozen=True)
class Inside:
    """What was read in one instant. `other` is whose secret sealed last, where it is not ours;
    `runs` whether a process holds the database, None where that cannot be seen. `shut`: how many
    seals another secret has made; `overseers`: of each unit that serves citizens, how many may take
    what is weighty there."""

    condition: Condition
    in_doubt: int
    other: str | None
    has_secret: bool
    runs: bool | None = None
    shut: int = 0
    overseers: Sequence[int] = ()


def read(store: Store, keys: Keys | None, now: datetime) -> Inside:
    """Look into the database; `keys` are None where there is no secret yet."""
    since = (now - LATELY).date()
    return Inside(
        condition(store),
        sum(one.day >= since for one in prompts.unknown(store)),
        None if keys is None else stranger(store, keys),
        keys is not None,
        shut=0 if keys is None else identities.shut(store, keys),
        overseers=_overseers(store, now),
    )


def _overseers(store: Store, now: datetime) -> list[int]:
    units = list(dict.fromkeys(one.unit.id for one in services.all_counters(store)))
    found = takers_of(store, units, now)
    return [len(found.get(unit, ())) for unit in units]


def findings(inside: Inside, now: datetime, zone: str) -> Iterator[Finding]:
    """What is to be thought of it, in the order of the table."""
    yield _secret(inside)
    yield _running(inside, now, zone)
    yield _inbox(inside.condition, now)
    yield _dead(inside.condition)
    yield _letters(inside.condition, now)
    yield _prompts(inside)
    if inside.overseers:
        yield _oversight(inside.overseers)
    if inside.shut:
        yield _judged("seals", Text("doctor-seals-shut", {"count": inside.shut}), "ill")
    if (away := inside.condition.away_until) is not None and now - away < TOLD:
        yield Finding("away", "look", Text("doctor-away-lately", {"at": moment(away, zone)}))


def moment(at: datetime, zone: str) -> str:
    """A moment as it stands in the table: day and time of the zone's clock."""
    return f"{local(at, zone):%Y-%m-%d %H.%M}"


def minutes(since: datetime | None, now: datetime) -> int:
    """How long something has been so."""
    return 0 if since is None else max(0, (now - since) // timedelta(minutes=1))


def _secret(inside: Inside) -> Finding:
    if inside.other is not None:
        return _judged("secret", Text("doctor-secret-other"), "ill")
    return _judged(
        "secret", Text(f"doctor-secret-{'well' if inside.has_secret else 'new'}"), "well"
    )


def _running(inside: Inside, now: datetime, zone: str) -> Finding:
    at = inside.condition.last_sign
    if at is None:
        return _judged("running", Text("doctor-running-never"), "look")
    told: dict[str, Fact] = {"at": moment(at, zone), "minutes": minutes(at, now)}
    if at - now > AHEAD:
        return _judged("clock", Text("doctor-clock-ahead", {"at": moment(at, zone)}), "ill")
    late = inside.runs is False or now - at > outages.SILENCE
    found = Text(f"doctor-running-{'not' if late else 'well'}", told)
    return _judged("running", found, "ill" if late else "well")


def _inbox(now_is: Condition, now: datetime) -> Finding:
    since = now_is.oldest_item
    facts: dict[str, Fact] = {"count": now_is.inbox.get("open", 0), "minutes": minutes(since, now)}
    late = since is not None and now - since > UNANSWERED
    return _judged("inbox", Text("doctor-inbox-open", facts), "ill" if late else "well")


def _dead(now_is: Condition) -> Finding:
    count = now_is.inbox.get("dead", 0) + now_is.inbox.get("aside", 0)
    return _judged("dead", Text("doctor-dead-count", {"count": count}), "look" if count else "well")


def _letters(now_is: Condition, now: datetime) -> Finding:
    since, states = now_is.oldest_reply, now_is.letters
    count, held = states.get("waiting", 0) + states.get("doubt", 0), states.get("held", 0)
    facts: dict[str, Fact] = {"count": count, "minutes": minutes(since, now), "held": held}
    late = since is not None and now - since > UNSENT
    return _judged("letters", Text("doctor-letters-unsent", facts), "ill" if late else "well")


def _prompts(inside: Inside) -> Finding:
    count = inside.in_doubt
    found = Text("doctor-prompts-doubt", {"count": count})
    return _judged("prompts", found, "look" if count else "well")


def _oversight(overseers: Sequence[int]) -> Finding:
    """Whether what is weighty has readers everywhere, and a seal two who could open it."""
    none, few = overseers.count(0), overseers.count(1)
    how, count = ("none", none) if none else ("few", few)
    if not count:
        return _judged("oversight", Text("doctor-oversight-well"), "well")
    return _judged("oversight", Text(f"doctor-oversight-{how}", {"count": count}), "look")


def _judged(name: Name, found: Text, level: Level) -> Finding:
    return Finding(name, level, found, None if level == "well" else Text(f"doctor-{name}-do"))
