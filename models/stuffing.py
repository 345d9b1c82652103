"""Against stuffing: which ratings without a code wait before they count, and why. Pure.

Nobody can tell a false rating from a true one. What can be told is that an hour at a counter is not
like its other hours; then all that came in it without a code waits, and what stands in the figures
is what stood there before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias, get_args

from models.dates import WEEK, WEEKDAYS
from models.wording import plain

Why: TypeAlias = Literal["full", "burst", "run", "closed", "night"]
WHYS: tuple[Why, ...] = get_args(Why)
"""More in an hour than is let through; many more than ever before, and unlike them; the same
answer too often in a row; on a day, or in a night, on which nobody is served."""
PER_HOUR, NIGHT = 120, (22, 5)
"""What holds where the office has set nothing."""
OPEN_HOURS = 8
"""Over so many hours the usual day of a counter is spread."""
_APART = str.maketrans(";\n", ",,")
_SHUT = frozenset(("tutup", "libur", "closed"))
_EVERY_DAY = ("setiap hari", "tiap hari", "every day", "daily")
KNOWN = 20
"""So many answers are enough to say what is usual at a counter."""
UNLIKE = 0.5
"""So far from its usual mean (of 1 to 4) a burst is held: what is nearer moves the mean little."""
BURST_HOUR, BURST_DAY = (45, 4), (60, 3)
"""What a burst has at least, and how many times the usual hour, or day: thirty who scan one poster
within a minute are none."""
UNLIKELY = 0.001
"""How seldom a run may be expected in an hour before it is held."""
SHORTEST_RUN = 10
"""A shorter run is always likely enough."""
TAUGHT = 3
"""So many nights (closed days) that the oversight team has counted, and those of a counter are no
longer held for that."""


class When(NamedTuple):
    """An hour of a day, in the zone of the unit."""

    day: date
    hour: int

    @property
    def beside(self) -> tuple[When, When]:
        """The hours before and after it: an attack begins when it likes."""
        number = self.day.toordinal() * 24 + self.hour
        return _when(number - 1), _when(number + 1)


@dataclass(frozen=True)
class Came:
    """What came of one instrument in an hour: how many, the sum of their means, and the longest
    run of one answer in a row, with that answer."""

    n: int
    total: float = 0.0
    run: int = 0
    answer: int = 0


Hours: TypeAlias = Mapping[When, Mapping[str, Came]]
"""What came without a code at one counter: hour -> instrument."""


@dataclass(frozen=True)
class Past:
    """What was released of a counter before, of one instrument: how often each answer was given,
    on so many working days, where each rating has answered so many elements."""

    counts: Mapping[int, int] = field(default_factory=dict)
    days: int = 1
    elements: int = 1

    @property
    def n(self) -> int:
        """How many answers there were."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """The usual answer."""
        return sum(value * n for value, n in self.counts.items()) / self.n

    @property
    def a_day(self) -> float:
        """How many ratings there are on a usual day."""
        return self.n / self.elements / self.days

    def share(self, answer: int) -> float:
        """How much of all is this answer; a quarter where nothing is known."""
        return (self.counts.get(answer, 0) + 1) / (self.n + 4)


@dataclass(frozen=True)
class Served:
    """When a counter serves (`nights`: at night too), and how many ratings without a code an hour
    of it lets through."""

    per_hour: int = PER_HOUR
    night: tuple[int, int] = NIGHT
    closed: Collection[date] = frozenset()
    nights: bool = False


def held(
    hours: Hours, past: Mapping[str, Past], served: Served, *, unit: Collection[When] = ()
) -> dict[When, Why]:
    """The hours whose ratings wait, each with the first reason of `WHYS` that holds. `unit`: those
    of `bursts` over all counters of the unit."""
    found: dict[When, Why] = {}
    whens: dict[Why, Iterable[When]] = {
        "full": _beside(_full(hours, served)),
        "burst": bursts(hours, past) | set(unit),
        "run": (when for when, came in hours.items() if _has_run(came, past)),
        "closed": (when for when in hours if when.day in served.closed),
        "night": (w for w in hours if not served.nights and is_night(w.hour, served.night)),
    }
    for why in WHYS:
        for when in whens[why]:
            found.setdefault(when, why)
    return {when: why for when, why in found.items() if when in hours}


def bursts(hours: Hours, past: Mapping[str, Past]) -> set[When]:
    """The hours of a crowd that says something else than is usual, and those beside them: at a
    counter, or at all counters of a unit together, over which an attack may be spread."""
    crowds = _crowds(hours, past)
    unlike = [one for one in crowds if abs(one.mean - one.past.mean) >= UNLIKE]
    return set(_beside(when for one in unlike for when in one.hours))


def together(
    several: Iterable[tuple[Hours, Mapping[str, Past]]], unit: Mapping[str, Past]
) -> Hours:
    """What came at several counters as if it were one of a unit; of runs nothing. Each with what is
    usual there: answers lie as far from the unit's mean as they do from their own counter's."""
    found: dict[When, dict[str, Came]] = defaultdict(dict)
    for hours, own in several:
        for when, there in hours.items():
            for instrument, came in there.items():
                known = found[when].get(instrument, Came(0))
                total = came.total + came.n * _apart(unit.get(instrument), own.get(instrument))
                found[when][instrument] = Came(known.n + came.n, known.total + total)
    return found


def _apart(unit: Past | None, own: Past | None) -> float:
    """How much higher the usual answer of a unit is than that of a counter, where both are known.
    """
    if unit is None or own is None or min(unit.n, own.n) < KNOWN:
        return 0.0
    return unit.mean - own.mean


def asks_for_past(hours: Hours) -> bool:
    """Whether anything may depend on what is usual at the counter."""
    days = Counter[date]()
    for when, several in hours.items():
        days[when.day] += sum(came.n for came in several.values())
    runs = (came.run for several in hours.values() for came in several.values())
    least = min(BURST_HOUR[0], BURST_DAY[0])
    return max(days.values(), default=0) >= least or max(runs, default=0) >= SHORTEST_RUN


def asks_for_answers(hours: Hours, past: Mapping[str, Past]) -> bool:
    """Whether anything may depend on what was answered: else nobody need read it."""
    return any(True for _ in _crowds(hours, past))


def is_night(hour: int, night: tuple[int, int]) -> bool:
    """Whether the hour lies in the night, which begins before midnight and ends after it."""
    begins, ends = night
    return hour >= begins or hour < ends


def is_round_the_clock(words: str) -> bool:
    """Whether published opening hours say that it is always served."""
    told = f" {plain(words)} "
    return " 24 jam " in told or " 24 hours " in told


def weekdays_open(words: str) -> frozenset[int]:
    """On which days of the week published opening hours say that there is service; 0 is Monday.
    "Senin-Sabtu 08.00-14.00; Minggu tutup" are six days."""
    parts = words.translate(_APART).split(",")
    return frozenset(day for part in parts for day in _days_of(plain(part)))


def _days_of(part: str) -> Iterator[int]:
    told = part.split()
    if not _SHUT.isdisjoint(told):
        return
    if any(every in part for every in _EVERY_DAY):
        yield from range(WEEK)
    for word, after in zip(told, [*told[1:], ""], strict=True):
        if word in WEEKDAYS:
            yield from range(WEEKDAYS[word], WEEKDAYS.get(after, WEEKDAYS[word]) + 1)


def _full(hours: Hours, served: Served) -> Iterator[When]:
    for when, several in hours.items():
        if sum(came.n for came in several.values()) > served.per_hour:
            yield when


def _crowds(hours: Hours, past: Mapping[str, Past]) -> Iterator[_Crowd]:
    """Hours, and whole days, in which many times as many have come as usually do."""
    days: dict[tuple[date, str], dict[When, Came]] = defaultdict(dict)
    for when, several in hours.items():
        for instrument, came in several.items():
            days[when.day, instrument][when] = came
    for (_, instrument), day in days.items():
        known = past.get(instrument, Past())
        crowds = [_Crowd({when: came}, known, BURST_HOUR, OPEN_HOURS) for when, came in day.items()]
        yield from (one for one in (*crowds, _Crowd(day, known, BURST_DAY, 1)) if one.is_one)


@dataclass(frozen=True)
class _Crowd:
    """What came of one instrument in one of so many `parts` of a day; `burst`: how many there are
    at least in a crowd, and how many times the usual."""

    hours: Mapping[When, Came]
    past: Past
    burst: tuple[int, int]
    parts: int

    @property
    def n(self) -> int:
        return sum(came.n for came in self.hours.values())

    @property
    def mean(self) -> float:
        return sum(came.total for came in self.hours.values()) / self.n

    @property
    def is_one(self) -> bool:
        least, times = self.burst
        is_many = self.n >= least and self.n * self.parts >= times * self.past.a_day
        return is_many and self.past.n >= KNOWN


def _has_run(several: Mapping[str, Came], past: Mapping[str, Past]) -> bool:
    return any(
        came.run >= SHORTEST_RUN and _expected(came, past.get(instrument, Past())) < UNLIKELY
        for instrument, came in several.items()
    )


def _expected(came: Came, past: Past) -> float:
    """How many such runs an honest hour has. People come in families and on bad days: that much
    nearer to certain is the answer than it usually is."""
    likely = (1 + past.share(came.answer)) / 2
    return float(came.n * likely**came.run)


def _beside(those: Iterable[When]) -> Iterator[When]:
    """These hours, then those beside them."""
    several = list(those)
    yield from several
    yield from (near for when in several for near in when.beside)


def _when(number: int) -> When:
    days, hour = divmod(number, 24)
    return When(date.min + timedelta(days=days - 1), hour)
