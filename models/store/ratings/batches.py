"""Comments are told in batches: so many of a counter's together, or none.

One that came alone could be laid to who was there that day; so could one that the oversight team
shows alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, literal_column, select, update

from models.figures import WORDS_ENOUGH
from models.quarter import Quarter
from models.store import Store
from models.store.ratings.holds import AIRED, PASSED, REST, SHOWN, TOLD, UNTOLD
from models.store.ratings.ratings import further_up, waits
from models.store.rules import settings
from models.store.schema import counters, ratings, units

_TELL = update(ratings).where(ratings.c.id == bindparam("rating")).values(hold=bindparam("as"))
_HOLDS: tuple[Any, ...] = tuple(literal_column(f"'{one}'") for one in UNTOLD)
"""As the index has them: what is bound finds no index of a part."""
_AS = {PASSED: TOLD, SHOWN: AIRED}


class _Untold(NamedTuple):
    """A comment that may be told; `wider`: its rating is in no figure of the counter alone."""

    id: str
    hold: str
    counter_id: int
    unit_id: int
    wider: bool


def tell(store: Store, zone: str, last: date) -> None:
    """Tell what is enough of all that may be told of the zone's counters up to this day."""
    for quarter in _quarters(store, zone, last):
        least = int(settings.value_on(store, "minimum-words", quarter.first_day) or WORDS_ENOUGH)
        over = last >= quarter.last_day
        rows = [
            {"rating": number, "as": hold}
            for number, hold in _told(_untold(store, zone, quarter, last), least, over=over)
        ]
        if rows:
            store.execute(_TELL, rows)


def _told(found: Sequence[_Untold], least: int, *, over: bool) -> Iterator[tuple[str, str]]:
    """What is told, and as what. Once the quarter is over, what is fewer at its counter joins the
    rest of its unit, and is read in the unit's list alone."""
    own = [one for one in found if not one.wider]
    ripe = set(_ripe(own, least, lambda one: one.counter_id))
    yield from ((one.id, _AS[one.hold]) for one in ripe)
    rest = [one for one in found if one not in ripe] if over else []
    yield from ((one.id, REST) for one in _ripe(rest, least, lambda one: one.unit_id))


def _ripe(
    found: Iterable[_Untold], least: int, heap: Callable[[_Untold], Hashable]
) -> Iterator[_Untold]:
    there = defaultdict(list)
    for one in found:
        there[heap(one)].append(one)
    for several in there.values():
        if len(several) >= least:
            yield from several


def _untold(store: Store, zone: str, quarter: Quarter, last: date) -> list[_Untold]:
    wider = further_up(quarter, "counter").label("wider")
    columns = (ratings.c.id, ratings.c.hold, ratings.c.counter_id, counters.c.unit_id, wider)
    days = ratings.c.day.between(quarter.first_day, min(last, quarter.last_day))
    query = _of_zone(select(*columns), zone).where(days, ~waits()).order_by(ratings.c.id)
    return [_Untold(*row) for row in store.execute(query)]


def _quarters(store: Store, zone: str, last: date) -> Iterator[Quarter]:
    first = store.execute(_of_zone(select(func.min(ratings.c.day)), zone)).scalar()
    quarter = Quarter.of(first or date.max)
    while quarter.first_day <= last:
        yield quarter
        quarter = quarter.next


def _of_zone(query: Any, zone: str) -> Any:
    return (
        query.join(counters, counters.c.id == ratings.c.counter_id)
        .join(units, units.c.id == counters.c.unit_id)
        .where(units.c.zone == zone, ratings.c.hold.in_(_HOLDS))
    )
