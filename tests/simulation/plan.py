"""What a seed means: who comes when, which weather there is, and what hits Tilik when."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["crash", "power", "away", "offline"]
"""Tilik's process ends; its machine's power does; its database is away; nobody reaches it."""
Where: TypeAlias = Literal["now", "before commit", "after commit", "asking", "asked"]
"""At which next moment: at once, around a commit, before or right after a platform was asked."""
Engine: TypeAlias = Literal["writer", "pool"]
"""One writer as on SQLite, or several transactions whose order nobody knows, as on PostgreSQL."""
ENGINES: tuple[Engine, ...] = ("writer", "writer", "pool")
Role: TypeAlias = Literal[
    "citizen", "dewi", "joko", "head", "officer", "reporter", "informant", "chief", "overseer"
]
"""`reporter` complains, `informant` of something weighty; `chief` heads the unit above and handles
the one, `overseer` the other."""
COMPLAINING = 0.2
"""The share of days on which somebody complains; then few others come."""
BESIDE = 2


@dataclass(frozen=True)
class Guest:
    """Somebody who comes at this second; everything else about them follows from their number."""

    number: int
    at: float
    channel: str
    role: Role = "citizen"


@dataclass(frozen=True)
class Blow:
    """What hits Tilik from this second on, at the next such moment, for so many seconds."""

    at: float
    kind: Kind
    where: Where = "now"
    lasts: float = 1.0


@dataclass(frozen=True)
class Weather:
    """Chances, and the seconds that a request takes at most on the quiet part of its way."""

    latency: float = 0.2
    unasked: float = 0.0
    unanswered: float = 0.0
    refused: float = 0.0
    doubled: float = 0.0
    unsure: float = 0.0


@dataclass(frozen=True)
class Plan:
    """All that a seed decides beforehand; what is left out of it did not happen.

    With `office` it is shortly before four, when who has logged nothing is asked. `processes` of
    Tilik's share the database, where the engine and the way of listening allow it.
    """

    seed: int
    engine: Engine
    polling: bool
    weather: Weather
    guests: tuple[Guest, ...]
    blows: tuple[Blow, ...]
    office: bool = False
    processes: int = 1
    salt: int = 0

    @property
    def events(self) -> int:
        """How many things happen: what shrinking makes few."""
        return len(self.guests) + len(self.blows)


def planned(seed: int, *, faults: bool = True, people: int = 6, blows: int = 3) -> Plan:
    """The plan of this seed, with so many people and blows at most."""
    dice = Random(f"plan {seed}")
    count = dice.randint(1, people)
    span, office = dice.choice((5.0, 20.0, 60.0)), dice.random() < 0.3
    staff = _staff(dice) if office else ()
    engine, polling = dice.choice(ENGINES), dice.random() < 0.4
    complaining = _complaining(seed)
    count = min(count, BESIDE) if complaining else count
    return Plan(
        seed=seed,
        engine=engine,
        polling=polling,
        processes=dice.choice((1, 2)) if engine == "pool" and not polling else 1,
        weather=_weather(dice) if faults else Weather(),
        office=office,
        guests=(*(_guest(number, dice, span) for number in range(count)), *staff, *complaining),
        blows=_blows(dice, span, dice.randint(0, blows)) if faults else (),
    )


def _guest(number: int, dice: Random, span: float) -> Guest:
    channel = dice.choice(("telegram", "telegram", "whatsapp"))
    return Guest(number, round(dice.uniform(0, span), 3), channel)


def _staff(dice: Random) -> tuple[Guest, ...]:
    """Who of the office has to do with Tilik that afternoon."""
    chances: dict[Role, float] = {"dewi": 1.0, "joko": 0.6, "head": 0.8, "officer": 0.3}
    return tuple(
        Guest(900 + number, round(dice.uniform(0, 40), 3), _channel(role, dice), role)
        for number, (role, chance) in enumerate(chances.items())
        if dice.random() < chance
    )


def _complaining(seed: int) -> tuple[Guest, ...]:
    """Who complains that day, and who handles it, from a dice of its own."""
    dice = Random(f"complaints {seed}")
    if dice.random() >= COMPLAINING:
        return ()
    chances: dict[Role, float] = {"reporter": 1, "informant": 0.5, "chief": 0.8, "overseer": 0.7}
    return tuple(
        Guest(950 + number, round(dice.uniform(0, 20), 3), _channel(role, dice), role)
        for number, (role, chance) in enumerate(chances.items())
        if dice.random() < chance
    )


def _channel(role: Role, dice: Random) -> str:
    return "telegram" if role == "officer" else dice.choice(("telegram", "whatsapp"))


def _weather(dice: Random) -> Weather:
    if dice.random() < 0.3:
        return Weather(latency=dice.choice((0.0, 0.2)))

    def chance() -> float:
        return dice.choice((0.0, 0.02, 0.15))

    latency = dice.choice((0.02, 0.3, 2.0))
    return Weather(latency, chance(), chance(), chance(), chance(), chance())


def _blows(dice: Random, span: float, count: int) -> tuple[Blow, ...]:
    return tuple(
        Blow(
            at=round(dice.uniform(0, span + 10), 3),
            kind=dice.choice(("crash", "crash", "crash", "power", "away", "offline")),
            where=dice.choice(get_args(Where)),
            lasts=round(dice.choice((0.0, 2.5, 15.0)) + dice.uniform(3, 5), 3),
        )
        for _ in range(count)
    )
