"""What the planner would send if nobody did anything meanwhile. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import get_args

from models.calendar import days, local, moment
from models.campaigns import Due
from models.store.prompts.kinds import Prompts
from models.store.prompts.prompts import Lane
from models.store.prompts.standings import Standing
from scheduler.crowd import Crowd, Expected
from scheduler.occasions import of_the_day


def outlook(
    people: Sequence[Standing],
    first: date,
    last: date,
    *,
    prompts: Prompts,
    now: datetime,
    limits: Mapping[str, int] | None = None,
) -> Iterator[Expected]:
    """The prompts from the one day to the other, each in its zone, in the order of time by day.

    What comes before `first` is gone through too, from today (by `now`) on, since what was sent
    then is not sent again. Where `first` has passed, it is as if everything began on that day.
    `limits`: to how many people a day a channel lets Tilik speak first; who does not fit waits.
    Of the past nobody knows whose windows were open: there everybody fits.
    """
    futures = {one.person_id: _Future(one, first, prompts, now=now) for one in people}
    start = min([first, *(future.start for future in futures.values())])
    passed = any(future.passed for future in futures.values())
    crowd = Crowd(people, {} if passed else limits or {}, prompts)
    for day in days(start, last):
        wished = [one for future in futures.values() for one in future.on(day)]
        found = list(crowd.admitted(wished))
        for one in found:
            futures[one.who.person_id].has_had(one.due, day)
        if day >= first:
            yield from sorted(found, key=lambda one: (one.at, one.who.name, one.who.person_id))


class _Future:
    """One person's days, gone through in their order."""

    def __init__(self, who: Standing, first: date, prompts: Prompts, *, now: datetime) -> None:
        self._prompts, self._now, self._awake = prompts, now, who.calendar.office.awake
        self._today = local(now, who.zone).date()
        self.start = min(first, self._today)
        self._had = {key: day for key, day in who.had.items() if not self.passed or day < first}
        self._who = replace(who, had=self._had)

    @property
    def passed(self) -> bool:
        """Whether the look begins before today: then today is a day like any other."""
        return self.start < self._today

    def on(self, day: date) -> Iterator[Expected]:
        """What is to go out that day: in each lane the earliest, of those the first by rank."""
        if day < self.start:
            return
        who = self._who
        open_now = of_the_day(self._prompts, day, who.zone, who.calendar, who.spans)
        dues = [due for due in open_now if self._lacks(due)]
        for lane in get_args(Lane):
            times = [(self._time(due, day), due) for due in dues if self._lane(due) == lane]
            times = [(at, due) for at, due in times if not self._awake.is_quiet(at, who.zone)]
            if times and not (self._is_now(day) and lane in who.taken):
                at, due = min(times, key=lambda one: one[0])
                yield Expected(at, day, who, due)

    def has_had(self, due: Due, day: date) -> None:
        """It went out that day."""
        if self._prompts[due.kind].lasts:
            self._had[due.campaign, due.kind] = day

    def _is_now(self, day: date) -> bool:
        return day == self._today and not self.passed

    def _time(self, due: Due, day: date) -> datetime:
        """When it goes out: on a later day than its own in the morning, and not before now."""
        at = max(due.at, moment(day, self._awake.first, self._who.zone))
        return max(at, self._now) if self._is_now(day) else at

    def _lane(self, due: Due) -> Lane:
        return self._prompts[due.kind].lane

    def _lacks(self, due: Due) -> bool:
        if (due.campaign, due.kind) in self._had:
            return False
        need = self._prompts[due.kind].lacks
        return need.open_to(self._who, due, today=self._is_now(due.day))
