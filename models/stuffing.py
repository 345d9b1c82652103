"""Against stuffing: which ratings without a code wait before they count, and why. Pure.

Nobody can tell a false rating from a true one. What can be told is that an hour at a counter is not
like its other hours; then all that came in it without a code waits, and what stands in the figures
is what stood there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias, get_args

from models.wording import plain

Why: TypeAlias = Literal["full", "burst", "run", "closed", "night"]
WHYS: tuple[Why, ...] = get_args(Why)
"""More in an hour than is let through; many more than ever before, and unlike them; the same
answer too often in a row; on a day, or in a night, on which nobody is served."""
PER_HOUR, NIGHT = 120, (22, 5)
"""What holds where the office has set nothing."""
OPEN_HOURS = 8
"""Over so many hours the usual day of a counter is spread."""
KNOWN = 20
"""So many answers are enough to say what is usual at a counter."""
UNLIKE = 0.5
"""So far from its usual mean (of 1 to 4) a burst is held: what is nearer moves the mean little."""
BURST_HOUR, BURST_DAY = (45, 4), (60, 3)
"""What a burst has at least, and how many times the usual hour, or day: thirty who scan one poster
within a minute are none."""
UNLIKELY = 0.001
"""How seldom a run may be expected in an hour before it is held."""
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
    """When a counter serves, and how many ratings without a code an hour of it lets through."""

    per_hour: int = PER_HOUR
    night: tuple[int, int] = NIGHT
    closed: Collection[date] = frozenset()
    open_nights: bool = False
    open_days: bool = False


def held(hours: Hours, past: Mapping[str, Past], served: Served) -> dict[When, Why]:
    """The hours whose ratings wait, each with the first reason of `WHYS` that holds."""
    found: dict[When, Why] = {}
    whens: dict[Why, Iterable[When]] = {
        "full": _beside(_full(hours, served)),
        "burst": _beside(_bursts(hours, past)),
        "run": (when for when, came in hours.items() if _has_run(came, past)),
        "closed": (w for w in hours if not served.open_days and w.day in served.closed),
        "night": (w for w in hours if not served.open_nights and is_night(w.hour, served.night)),
    }
    for why in WHYS:
        for when in whens[why]:
            found.setdefault(when, why)
    return {when: why for when, why in found.items() if when in hours}


def is_night(hour: int, night: tuple[int, int]) -> bool:
    """Whether the hour lies in the night, which begins before midnight and ends after it."""
    begins, ends = night
    return hour >= begins or hour < ends


def is_round_the_clock(words: str) -> bool:
    """Whether published opening hours say that it is always served."""
    return "24 jam" in plain(words) or "24 hours" in plain(words)


def _full(hours: Hours, served: Served) -> Iterator[When]:
    for when, several in hours.items():
        if sum(came.n for came in several.values()) > served.per_hour:
            yield when


def _bursts(hours: Hours, past: Mapping[str, Past]) -> Iterator[When]:
    """Hours, and all hours of days, with many times what is usual and with unlike answers."""
    days: dict[tuple[date, str], list[tuple[When, Came]]] = defaultdict(list)
    for when, several in hours.items():
        for instrument, came in several.items():
            days[when.day, instrument].append((when, came))
            if _is_burst([came], past.get(instrument), BURST_HOUR, OPEN_HOURS):
                yield when
    for (_, instrument), all_day in days.items():
        if _is_burst([came for _, came in all_day], past.get(instrument), BURST_DAY, 1):
            yield from (when for when, _ in all_day)


def _is_burst(
    some: Collection[Came], past: Past | None, burst: tuple[int, int], parts: int
) -> bool:
    """Of what came in one of so many `parts` of a day."""
    n = sum(came.n for came in some)
    least, times = burst
    if past is None or past.n < KNOWN or n < least:
        return False
    mean = sum(came.total for came in some) / n
    return n * parts >= times * past.a_day and abs(mean - past.mean) >= UNLIKE


def _has_run(several: Mapping[str, Came], past: Mapping[str, Past]) -> bool:
    return any(
        came.run > 1 and _expected(came, past.get(instrument, Past())) < UNLIKELY
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
