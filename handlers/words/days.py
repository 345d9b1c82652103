"""Questions about which day, and from when to when: typed as people type them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell
from handlers.engine.questions import WORD, Option
from handlers.engine.said import Chosen, Said, Typed
from models.dates import day_near, days_of
from models.letters import Fact, Text, Verbatim, Words
from models.wording import plain

_HOURS = re.compile(
    r"(?:(?:pukul|jam) )?(\d{1,2})(?:[.:](\d{2}))?(?: wi[bt]| wita)? ?"
    r"(?:-|–|—|sampai(?: dengan)?|s\.?/?d\.?|hingga|to|until) ?(?:(?:pukul|jam) )?"
    r"(\d{1,2})(?:[.:](\d{2}))?(?: wi[bt]| wita)?"
)

LONGEST_AHEAD = timedelta(days=366)
"""So far ahead a leave or a stand-in is told of."""


@dataclass(frozen=True)
class Day(Question[date]):
    """A day from `earliest` to `latest`, today and its neighbours as buttons.

    Typed: 23 November, 23/11, 2026-11-23, kemarin, Senin (the last one, or the next where
    `ahead`). A day outside is told why, by the texts
    `too_early` and `too_late`, whose fact `day` becomes that day.
    """

    today: date = field(kw_only=True)
    earliest: date = field(kw_only=True)
    latest: date = field(kw_only=True)
    offered: Sequence[date] = field(default=(), kw_only=True)
    too_early: Text = field(kw_only=True)
    too_late: Text = field(kw_only=True)
    ahead: bool = field(default=False, kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return [Option(day.isoformat(), day_words(day, self.today)) for day in self.offered]

    def read(self, said: Said, spell: Spell) -> date:
        match said:
            case Chosen(key):
                return self.fits(key)
            case Typed(text):
                found = self._named(text, spell) or day_near(text, self.near, ahead=self.ahead)
                if found is not None:
                    return self.within(found)
        return super().read(said, spell)

    def kept(self, answer: date) -> str:
        return answer.isoformat()

    def fits(self, kept: Any) -> date:
        try:
            return self.within(date.fromisoformat(kept))
        except (TypeError, ValueError):
            raise NotUnderstood(Text("hint-gone")) from None

    def told(self, answer: date) -> Words:
        return day_words(answer, self.today)

    @property
    def facts_of_hint(self) -> Mapping[str, Fact]:
        return {"today": self.today, "ahead": "yes" if self.ahead else "no"}

    def _named(self, text: str, spell: Spell) -> date | None:
        """The day whose label begins so: kemarin, besok, hari ini."""
        near = [self.today + timedelta(days=step) for step in (0, -1, 1)]
        wanted = plain(text)
        labels = {day: plain(spell(day_words(day, self.today))) for day in (*near, *self.offered)}
        named = [day for day, label in labels.items() if label.startswith(wanted)]
        return named[0] if len(wanted) >= WORD and len(named) == 1 else None

    @property
    def near(self) -> date:
        """A day without its year is the nearest to this one."""
        return max(self.today, self.earliest) if self.ahead else self.today

    def within(self, day: date) -> date:
        """The day itself; raises `NotUnderstood` where it is too early or too late."""
        if day < self.earliest:
            raise NotUnderstood(Text(self.too_early.id, {**self.too_early.facts, "day": day}))
        if day > self.latest:
            raise NotUnderstood(Text(self.too_late.id, {**self.too_late.facts, "day": day}))
        return day


def day_ahead(
    name: str,
    *,
    today: date,
    earliest: date,
    offered_from: date,
    facts: Mapping[str, Fact] | None = None,
    too_early: Text | None = None,
) -> Day:
    """The question `name`: a day from `earliest` until a year from today, five in a row offered."""
    return Day(
        name,
        facts=facts or {},
        today=today,
        earliest=earliest,
        latest=today + LONGEST_AHEAD,
        offered=[offered_from + timedelta(days=n) for n in range(5)],
        too_early=too_early or Text("leave-too-early", {"day": earliest, "earliest": earliest}),
        too_late=Text("leave-too-late", {"day": earliest}),
        ahead=True,
    )


@dataclass(frozen=True)
class Begun:
    """The first of several days, and the last one where it was said with it."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class FirstDay(Question[Begun]):
    """The first day, typed or tapped as `day` reads it, or at once both: 13-15 Januari."""

    day: Day = field(kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.day.choices

    @property
    def kind(self) -> str:
        return self.day.kind

    @property
    def facts_of_hint(self) -> Mapping[str, Fact]:
        return self.day.facts_of_hint

    def read(self, said: Said, spell: Spell) -> Begun:
        found = days_of(said.text, self.day.near) if isinstance(said, Typed) else None
        if found is not None and not found.whole and found.first < found.last:
            return Begun(self.day.within(found.first), self.day.within(found.last))
        return Begun(self.day.read(said, spell))

    def kept(self, answer: Begun) -> Any:
        first = answer.first.isoformat()
        return first if answer.last is None else [first, answer.last.isoformat()]

    def fits(self, kept: Any) -> Begun:
        match kept:
            case [str(first), str(last)]:
                return Begun(self.day.fits(first), self.day.fits(last))
        return Begun(self.day.fits(kept))

    def told(self, answer: Begun) -> Words:
        if answer.last is None:
            return self.day.told(answer.first)
        return Text("import-during", {"first": answer.first, "last": answer.last})


def first_day(day: Day) -> FirstDay:
    """The question for the first day, which may be answered with both."""
    return FirstDay(day.name, facts=day.facts, day=day)


@dataclass(frozen=True)
class Hours(Question[tuple[time, time]]):
    """From when to when, by the unit's clock: 08.00-10.30, or 8 sampai 10."""

    def read(self, said: Said, spell: Spell) -> tuple[time, time]:
        match said:
            case Typed(text) if found := _HOURS.fullmatch(" ".join(text.casefold().split())):
                hours = _time(found[1], found[2]), _time(found[3], found[4])
                if None not in hours and hours[0] != hours[1]:
                    return hours  # type: ignore[return-value]
        return super().read(said, spell)

    def kept(self, answer: tuple[time, time]) -> Any:
        return [hour.isoformat("minutes") for hour in answer]

    def fits(self, kept: Any) -> tuple[time, time]:
        try:
            began, ended = (time.fromisoformat(hour) for hour in kept)
        except (TypeError, ValueError):
            raise NotUnderstood(Text("hint-gone")) from None
        return began, ended

    def told(self, answer: tuple[time, time]) -> Words:
        return Verbatim(hours_words(answer))


def hours_words(hours: tuple[time, time]) -> str:
    """08.00-10.30, as a clock is written in Indonesia."""
    return "–".join(f"{hour:%H.%M}" for hour in hours)


def day_words(day: date, today: date) -> Text:
    """The day, and that it is today, yesterday or tomorrow where it is."""
    near = {0: "day-today", -1: "day-yesterday", 1: "day-tomorrow"}
    weekday = Text(f"weekday-{day.isoweekday()}")
    text = near.get((day - today).days, "day-other")
    return Text(text, {"day": day, "weekday": weekday})


def _time(hour: str, minute: str | None) -> time | None:
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))
