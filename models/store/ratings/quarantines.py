"""Quarantine: what came without a code and is not like a counter's other hours, held until the
oversight team lets the whole of it count.

It is judged at the close of a night, before anything of the day is released; then the hours are
forgotten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import exists, func, or_, select, update

from models.calendar import Calendar
from models.quarter import Quarter
from models.ratings import OPEN
from models.release import spans
from models.scores import OVERALL
from models.store import Store, inserted
from models.store.office.services import in_zone
from models.store.ratings import runs, unreleased
from models.store.ratings.ratings import rating_of
from models.store.rules import calendars, settings
from models.store.schema import (
    counters,
    offers,
    quarantines,
    ratings,
    standards,
    tallies,
    units,
)
from models.stuffing import (
    TAUGHT,
    WHYS,
    Came,
    Hours,
    Past,
    Served,
    When,
    Why,
    asks_for_answers,
    asks_for_past,
    bursts,
    held,
    is_night,
    is_round_the_clock,
    together,
    weekdays_open,
)

WAITING, COUNTED, LEFT = "waiting", "counted", "left"
"""Nobody has decided; it counts; it stays as it is."""
_A_DAY = timedelta(days=1)
_Hours: TypeAlias = dict[When, dict[str, Came]]


@dataclass(frozen=True)
class Batch:
    """What is held together: of a counter's day, for one reason, so many ratings."""

    id: int
    counter_id: int
    counter: str
    unit_id: int
    unit: str
    zone: str
    day: date
    why: Why
    n: int
    state: str


class HeldBack(NamedTuple):
    """How many ratings are in no figure for one reason, and whether that was decided."""

    why: Why
    state: str
    n: int


def judge(store: Store, zone: str, last: date) -> None:
    """Hold what is to be held of the zone's days up to this one, and forget the hours of all."""
    place = _Zone(store, zone, last)
    for counter_id, found in place.judged(_arrived(store, zone, last)):
        for day, why in sorted({(when.day, why) for when, why in found.items()}):
            those = [w.hour for w, its in found.items() if (w.day, its) == (day, why)]
            _hold(store, counter_id, day, why, those)
    _forget(store, zone, last)


def held_back(
    store: Store, counter_ids: Collection[int], quarter: Quarter, *, service_id: int | None
) -> list[HeldBack]:
    """How many ratings of a quarter are held there, by reason and by what was decided."""
    query = (
        select(quarantines.c.why, quarantines.c.state, func.count())
        .join(ratings, ratings.c.batch_id == quarantines.c.id)
        .where(ratings.c.counter_id.in_(counter_ids))
        .where(ratings.c.day.between(quarter.first_day, quarter.last_day))
        .group_by(quarantines.c.why, quarantines.c.state)
    )
    if service_id is not None:
        query = query.where(ratings.c.service_id == service_id)
    found = [HeldBack(*row) for row in store.execute(query)]
    return sorted(found, key=lambda one: (one.state != WAITING, WHYS.index(one.why)))


def waiting(store: Store, unit_ids: Collection[int]) -> list[Batch]:
    """What waits for a decision in these units, the oldest first."""
    here = quarantines.c.state == WAITING, counters.c.unit_id.in_(unit_ids)
    return [Batch(*row) for row in store.execute(_batches().where(*here))]


def one(store: Store, unit_ids: Collection[int], number: int) -> Batch | None:
    """One of these units, however it stands."""
    here = quarantines.c.id == number, counters.c.unit_id.in_(unit_ids)
    row = store.execute(_batches().where(*here)).first()
    return Batch(*row) if row else None


def decide(store: Store, batch: Batch, state: str, *, before: Collection[str], day: date) -> bool:
    """Let it count, stay, or wait again; False where somebody was quicker. `day` is today there."""
    here = (quarantines.c.id == batch.id) & quarantines.c.state.in_(before)
    decided = update(quarantines).where(here).values(state=state, decided_on=day)
    if not store.execute(decided).rowcount:
        return False
    if state == COUNTED:
        _count(store, batch.id, day)
    return True


def any_batch() -> Any:
    """Whether any waits at all, in SQL."""
    return exists().where(quarantines.c.state == WAITING)


def _arrived(store: Store, zone: str, last: date) -> dict[int, _Hours]:
    """What came without a code and is not judged yet: counter -> hour -> instrument. Of the day
    after, the hour after midnight: an attack may begin before it."""
    to_judge = (ratings.c.day <= last) | (
        (ratings.c.day == last + _A_DAY) & (ratings.c.hour == 0)
    )
    of_hour = (ratings.c.counter_id, ratings.c.day, ratings.c.hour, ratings.c.instrument)
    query = (
        select(*of_hour, func.count())
        .where(ratings.c.hour.is_not(None), ratings.c.kind == OPEN, to_judge)
        .where(ratings.c.counter_id.in_(in_zone(zone)))
        .group_by(*of_hour)
    )
    found: dict[int, _Hours] = defaultdict(lambda: defaultdict(dict))
    for counter_id, day, hour, instrument, n in store.execute(query):
        found[counter_id][When(day, hour)][instrument] = Came(n)
    return found


def _read_runs(store: Store, counter_id: int, hours: _Hours) -> None:
    """Add the longest run of each hour; of what was taken back, or moved to another counter, none
    is longer than what is left."""
    for run in runs.longest(store, counter_id, {when.day for when in hours}):
        several = hours.get(When(run.day, run.hour), {})
        if came := several.get(run.instrument):
            length = min(run.length, came.n)
            several[run.instrument] = replace(came, run=length, answer=run.answer)


def _read_answers(store: Store, counter_id: int, hours: _Hours) -> None:
    """Add up what was answered, as it stands by now."""
    totals: Counter[tuple[When, str]] = Counter()
    wanted = (ratings.c.day, ratings.c.hour, ratings.c.instrument, ratings.c.answers)
    here = ratings.c.counter_id == counter_id, ratings.c.day.in_({when.day for when in hours})
    query = select(*wanted).where(*here, ratings.c.hour.is_not(None), ratings.c.kind == OPEN)
    for day, hour, instrument, answers in store.execute(query):
        totals[When(day, hour), instrument] += _mean(answers)  # type: ignore[assignment]
    for when, several in hours.items():
        for instrument, came in several.items():
            total = float(totals[when, instrument])
            several[instrument] = replace(came, total=total)


def _mean(answers: Mapping[str, int]) -> float:
    """The first tap of a daily rating, or the mean of a whole sheet."""
    if OVERALL in answers:
        return answers[OVERALL]
    return sum(answers.values()) / len(answers)


class _Zone:
    """What is known of the counters of a zone; read where it is asked for."""

    def __init__(self, store: Store, zone: str, last: date) -> None:
        self._store, self._zone, self._last = store, zone, last

    def judged(self, arrived: Mapping[int, _Hours]) -> Iterator[tuple[int, dict[When, Why]]]:
        """Of each counter the hours that are to be held; read is what may matter."""
        units: dict[int, dict[int, _Hours]] = defaultdict(dict)
        for counter_id, hours in arrived.items():
            units[self._units[counter_id]][counter_id] = hours
        for there in units.values():
            unit = self._bursts(there) if len(there) > 1 else set()
            for counter_id, hours in there.items():
                _read_runs(self._store, counter_id, hours)
                past = self._past_of([counter_id], hours)
                if asks_for_answers(hours, past):
                    _read_answers(self._store, counter_id, hours)
                served = self._served(counter_id, hours)
                yield counter_id, held(hours, past, served, unit=unit)

    def _bursts(self, there: Mapping[int, _Hours]) -> set[When]:
        """The hours in which there was a burst over all counters of a unit."""
        unit_id = self._units[next(iter(there))]
        every = [number for number, of in self._units.items() if of == unit_id]
        whole = together(((hours, {}) for hours in there.values()), {})
        past = self._past_of(every, whole)
        if not asks_for_answers(whole, past):
            return set()
        several = []
        for counter_id, hours in there.items():
            _read_answers(self._store, counter_id, hours)
            several.append((hours, self._past([counter_id], past)))
        return bursts(together(several, past), past)

    def _past_of(self, counter_ids: Sequence[int], hours: Hours) -> dict[str, Past]:
        """What is usual at these counters, where that may matter."""
        if not asks_for_past(hours):
            return {}
        return self._past(counter_ids, {one for several in hours.values() for one in several})

    def _served(self, counter_id: int, hours: _Hours) -> Served:
        calendar = self._calendars[self._units[counter_id]].presuming()
        closed = {when.day for when in hours if not calendar.is_working_day(when.day)}
        nights = any(is_night(when.hour, self._night) for when in hours)
        if not (closed or nights):
            return Served(self._per_hour, self._night)
        published, taught = self._published(counter_id), self._taught.get(counter_id, Counter())
        always = any(map(is_round_the_clock, published))
        weekdays = {day for words in published for day in weekdays_open(words)}
        if always or taught["closed"] >= TAUGHT:
            closed = set()
        closed -= {d for d in closed if d.weekday() in weekdays and not calendar.is_holiday(d)}
        is_open_at_night = always or taught["night"] >= TAUGHT
        return Served(self._per_hour, self._night, closed, is_open_at_night)

    def _past(
        self, counter_ids: Sequence[int], instruments: Collection[str]
    ) -> dict[str, Past]:
        """What was released of these counters in this quarter and the one before."""
        quarter = Quarter.of(self._last)
        both = [*spans(quarter.previous, "unit"), *spans(quarter, "unit")]
        query = (
            select(
                tallies.c.instrument,
                tallies.c.element,
                tallies.c.value,
                func.sum(tallies.c.count),
                func.min(tallies.c.since),
            )
            .where(tallies.c.counter_id.in_(counter_ids), tallies.c.span.in_(both))
            .where(tallies.c.instrument.in_(instruments), tallies.c.kind == OPEN)
            .where(tallies.c.count > 0)
            .group_by(tallies.c.instrument, tallies.c.element, tallies.c.value)
        )
        there: dict[str, list[Any]] = defaultdict(list)
        for row in self._store.execute(query):
            there[row.instrument].append(row)
        calendar = self._calendars[self._units[counter_ids[0]]].presuming()
        return {one: self._known(calendar, rows) for one, rows in there.items()}

    def _known(self, calendar: Calendar, rows: list[Any]) -> Past:
        first = [row for row in rows if row.element == OVERALL] or rows
        counts: Counter[int] = Counter()
        for _, _, value, n, _ in first:
            counts[value] += int(n)
        since = min(row[4] for row in first)
        days = len(calendar.working_days(since, self._last))
        return Past(counts, max(days, 1), len({row.element for row in first}))

    @cached_property
    def _units(self) -> Mapping[int, int]:
        query = select(counters.c.id, counters.c.unit_id)
        found = self._store.execute(query.where(counters.c.id.in_(in_zone(self._zone))))
        return {row.id: row.unit_id for row in found}

    @cached_property
    def _calendars(self) -> Mapping[int, Calendar]:
        return calendars.of_units(self._store)

    @cached_property
    def _per_hour(self) -> int:
        return int(settings.value_on(self._store, "open-hour", self._last) or 0)

    @cached_property
    def _night(self) -> tuple[int, int]:
        begins, ends = settings.value_on(self._store, "night", self._last) or (0, 0)
        return begins, ends

    @cached_property
    def _taught(self) -> Mapping[int, Counter[str]]:
        """How often the oversight team has let nights and closed days of a counter count lately."""
        since = quarantines.c.day > self._last - timedelta(days=365)
        query = (
            select(quarantines.c.counter_id, quarantines.c.why, func.count())
            .where(quarantines.c.state == COUNTED, since)
            .group_by(quarantines.c.counter_id, quarantines.c.why)
        )
        found: dict[int, Counter[str]] = defaultdict(Counter)
        for counter_id, why, n in self._store.execute(query):
            found[counter_id][why] = n
        return found

    def _published(self, counter_id: int) -> list[str]:
        """The opening hours that the office publishes: of the services there, and of its unit."""
        line = settings.lines(self._store, "hours", self._last).get(str(self._units[counter_id]))
        query = (
            select(standards.c.words)
            .join(offers, offers.c.service_id == standards.c.service_id)
            .where(offers.c.counter_id == counter_id, standards.c.component == "hours")
            .where(standards.c.valid_from <= self._last)
            .where(or_(standards.c.valid_to.is_(None), standards.c.valid_to >= self._last))
        )
        words = list(self._store.execute(query).scalars())
        return [*words, line["words"]] if line else words


def _hold(store: Store, counter_id: int, day: date, why: Why, hours: Collection[int]) -> None:
    """Take what came in these hours out of what waits for release."""
    here = (ratings.c.counter_id == counter_id) & (ratings.c.day == day) & (ratings.c.kind == OPEN)
    those = here & ratings.c.hour.in_(hours)
    rows = store.execute(select(ratings).where(those)).all()
    row = {"counter_id": counter_id, "day": day, "why": why, "n": len(rows), "state": WAITING}
    number = inserted(store, quarantines, **row)
    store.execute(update(ratings).where(those).values(batch_id=number, hour=None))
    unreleased.uncount(store, _cells(rows))
    unreleased.tidy(store, counter_id, day)


def _count(store: Store, number: int, day: date) -> None:
    """Let the ratings of a batch count: as of the day of the decision, so that no figure of a
    quarter that is over is another than it was."""
    those = ratings.c.batch_id == number
    values = {"came_on": ratings.c.day, "day": day, "batch_id": None}
    rows = store.execute(select(ratings).where(those)).all()
    store.execute(update(ratings).where(those).values(**values))
    cells = [{**cell, "day": day} for cell in _cells(rows)]
    if cells:
        unreleased.count(store, cells)


def _cells(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """What these ratings count in, in the order in which all write there."""
    every = (cell for row in rows for cell in unreleased.cells(rating_of(row)))
    return sorted(every, key=unreleased.place)


def _forget(store: Store, zone: str, last: date) -> None:
    """No rating tells its hour any more."""
    old = (ratings.c.hour.is_not(None), ratings.c.day <= last)
    store.execute(
        update(ratings)
        .where(*old, ratings.c.counter_id.in_(in_zone(zone)))
        .values(hour=None)
    )
    runs.forget(store, last, counters=in_zone(zone))


def _batches() -> Any:
    return (
        select(
            quarantines.c.id,
            quarantines.c.counter_id,
            counters.c.name,
            counters.c.unit_id,
            units.c.name.label("unit"),
            units.c.zone,
            quarantines.c.day,
            quarantines.c.why,
            quarantines.c.n,
            quarantines.c.state,
        )
        .join(counters, counters.c.id == quarantines.c.counter_id)
        .join(units, units.c.id == counters.c.unit_id)
        .order_by(quarantines.c.day, quarantines.c.id)
    )
