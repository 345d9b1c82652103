"""Citizens at a counter, honest ones and five hundred who are not: what the figure becomes, and how
many honest ratings are held. Drawn from a seed, judged by the product's own rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from random import Random
from typing import NamedTuple, TypeAlias

from models.ratings import DAILY
from models.stuffing import Came, Hours, Past, Served, When, Why, bursts, held, together

Answers: TypeAlias = dict[When, list[int]]
"""What was answered in each hour, in the order in which it came."""
MONDAY = date(2026, 10, 5)
SHARES: Mapping[float, Sequence[float]] = {
    2.0: (0.30, 0.45, 0.20, 0.05),
    2.9: (0.08, 0.20, 0.46, 0.26),
    3.4: (0.03, 0.07, 0.37, 0.53),
}
"""By the mean of a counter how often each answer is given there."""
RUSH = (0.08, 0.14, 0.16, 0.14, 0.06, 0.14, 0.16, 0.12)
"""Of a day from eight to four how much comes in each hour."""
FAKES = 500


@dataclass
class Desk:
    """A counter of this mean with so many honest ratings on a usual day."""

    mean: float
    a_day: float
    dice: Random
    released: Counter[int] = field(default_factory=Counter)
    days: int = 0

    def drawn(self, n: int, *, mood: float = 0.0, mean: float | None = None) -> list[int]:
        """So many honest answers; one in ten comes with somebody who says the same. A `mood` moves
        that part of all answers by one."""
        found: list[int] = []
        for _ in range(n):
            if found and self.dice.random() < 0.1:
                found.append(found[-1])
                continue
            (one,) = self.dice.choices((1, 2, 3, 4), SHARES[mean or self.mean])
            moves = self.dice.random() < abs(mood)
            found.append(min(4, max(1, one + (moves and (1 if mood > 0 else -1)))))
        return found

    def day(self, day: date) -> Answers:
        """An honest day: of a hundred citizens one answers at home in the evening, of a thousand
        three at night and three on a Saturday."""
        came: Answers = defaultdict(list)
        mood = self.dice.gauss(0, 0.1)
        for hour, share in enumerate(RUSH, start=8):
            came[When(day, hour)] += self.drawn(self._some(self.a_day * share), mood=mood)
        came[When(day, 19)] += self.drawn(self._some(self.a_day * 0.01), mood=mood)
        came[When(day, 22)] += self.drawn(self._some(self.a_day * 0.003), mood=mood)
        if day.weekday() == 4:
            saturday = day + timedelta(days=1)
            came[When(saturday, 10)] += self.drawn(self._some(5 * self.a_day * 0.003))
        return came

    @property
    def past(self) -> Past:
        return Past(dict(self.released), max(self.days, 1))

    def judged(self, came: Answers, *, unit: Collection[When] = ()) -> Mapping[When, Why]:
        """The hours of these days that are held; the rest is released."""
        closed = frozenset(when.day for when in came if when.day.weekday() > 4)
        past, served = {DAILY: self.past}, Served(closed=closed)
        waits = held(_hours(came), past, served, unit=unit)
        for when, answers in came.items():
            if when not in waits:
                self.released.update(answers)
        self.days += len({when.day for when in came if when.day.weekday() < 5})
        return waits

    def known(self, n: int) -> None:
        """So many honest answers are released, of just this mean."""
        for value, share in enumerate(SHARES[self.mean], start=1):
            self.released[value] += round(n * share)
        self.days += max(1, round(n / self.a_day))

    @property
    def figure(self) -> float:
        """The mean of what is released."""
        return sum(value * n for value, n in self.released.items()) / self.released.total()

    def _some(self, usual: float) -> int:
        """How many come where so many usually do."""
        n, at = 0, self.dice.expovariate(usual)
        while at < 1:
            n, at = n + 1, at + self.dice.expovariate(usual)
        return n


def _working_day(nth: int) -> date:
    return MONDAY + timedelta(days=nth + nth // 5 * 2)


def _hours(came: Answers) -> Hours:
    return {when: {DAILY: _came(answers)} for when, answers in came.items() if answers}


def _came(answers: Sequence[int]) -> Came:
    runs = [(len(list(same)), answer) for answer, same in groupby(answers)]
    return Came(len(answers), sum(answers), *max(runs))


class Honest(NamedTuple):
    """How many honest ratings there were, and how many of them were held, by reason."""

    n: int
    held: Counter[Why]

    @property
    def share(self) -> float:
        return self.held.total() / self.n


DESKS = ((2.0, 6), (2.9, 30), (3.4, 100))
"""A quiet, a usual and a busy counter: mean, and ratings on a usual day."""


def honest(dice: Random, days: int) -> Honest:
    """So many working days at a unit of these counters, which begin with nothing: at each there is
    a vaccination day (200 in three hours) and two hours in which nothing works once in four weeks,
    and once a week thirty scan one poster within a minute."""
    n, waits = 0, Counter[Why]()
    unit = [Desk(mean, a_day, dice) for mean, a_day in DESKS]
    for nth in range(days):
        came = [_day(desk, nth, event=nth + 4 * place) for place, desk in enumerate(unit)]
        past = Past(dict(sum((d.released for d in unit), Counter())), max(unit[0].days, 1))
        several = [(_hours(one), {DAILY: d.past}) for one, d in zip(came, unit, strict=True)]
        spread = bursts(together(several, {DAILY: past}), {DAILY: past})
        for desk, answers in zip(unit, came, strict=True):
            n += sum(map(len, answers.values()))
            for when, why in desk.judged(answers, unit=spread).items():
                waits[why] += len(answers[when])
    return Honest(n, waits)


def _day(desk: Desk, nth: int, *, event: int) -> Answers:
    """A working day of a counter, with what happens on that day of its four weeks."""
    day, dice = _working_day(nth), desk.dice
    came = desk.day(day)
    if event % 5 == 2:
        came[When(day, 13)] += desk.drawn(30, mood=dice.gauss(0, 0.3))
    if event % 20 == 9:
        mood = dice.gauss(0, 0.15)
        for hour, some in ((8, 80), (9, 70), (10, 50)):
            came[When(day, hour)] += desk.drawn(some, mood=mood)
    if event % 20 == 16:
        for hour in (10, 11):
            came[When(day, hour)] += desk.drawn(round(desk.a_day / 4), mood=-0.7)
    return came


Fakes: TypeAlias = Callable[[Desk], list[int]]
FAKED: Mapping[str, Fakes] = {
    "all 4": lambda desk: [4] * FAKES,
    "all 1": lambda desk: [1] * FAKES,
    "as honest there": lambda desk: desk.drawn(FAKES),
    "as honest at a good counter": lambda desk: desk.drawn(FAKES, mean=3.4),
    "by chance": lambda desk: desk.dice.choices((1, 2, 3, 4), k=FAKES),
}
"""What five hundred say."""
SPREAD: Mapping[str, Sequence[tuple[int, int]]] = {
    "an hour": [(0, 10)],
    "an hour, astride two": [(0, 10), (0, 11)],
    "a day": [(0, hour) for hour in range(8, 16)],
    "a week": [(day, hour) for day in range(5) for hour in range(8, 16)],
    "two weeks": [(day, hour) for day in range(10) for hour in range(8, 16)],
}
"""When they say it: working day and hour."""


class Moved(NamedTuple):
    """By how much the fakes among what is released move its mean, and how many of them are held."""

    by: float
    held: int


def moved(dice: Random, *, honest: int, says: str, over: str, a_day: float = 8) -> Moved:
    """From so many honest answers of mean 2.0, at a counter where people go on rating as ever."""
    desk, without, waits = Desk(2.0, a_day, dice), Desk(2.0, a_day, dice), 0
    desk.known(honest)
    without.known(honest)
    fakes, spread = FAKED[says](desk), SPREAD[over]
    dice.shuffle(fakes)
    for nth in range(max(day for day, _ in spread) + 1):
        day = _working_day(20 + nth)
        true = desk.day(day)
        faked = {
            When(day, hour): fakes[place :: len(spread)]
            for place, (of_day, hour) in enumerate(spread)
            if of_day == nth
        }
        both = sorted({*true, *faked})
        came = {when: [*true.get(when, []), *faked.get(when, [])] for when in both}
        for answers in came.values():
            dice.shuffle(answers)
        found = desk.judged(came)
        waits += sum(len(some) for when, some in faked.items() if when in found)
        for when, answers in true.items():
            without.released.update(() if when in found else answers)
    return Moved(desk.figure - without.figure, waits)
