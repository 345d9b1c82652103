"""How quick the services of a scope are, beside what citizens say of the time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from handlers.supervisor.scope import FigureScope
from models.letters import Fact, Text
from models.scores import NotEnough
from models.store import Store
from models.store.office import standards, visits
from models.store.rules.measures import Measure
from models.visits import Alone, Measured, Speed, of_several, promised, speed


def measured(
    store: Store, scope: FigureScope, here: Measure, until: date | None
) -> Measured | None:
    """How quick a service was, or how many visits of a whole unit kept to what is promised; None
    where nothing was measured, and before the quarter is over: what one look has more than the one
    before is a single visit. Of a counter nothing: few serve there."""
    if scope.what == "c" or until is None or until < here.quarter.last_day:
        return None
    found = speeds(store, scope.counter_ids, here, here.quarter.last_day)
    if scope.service_id is not None:
        return found.get(scope.service_id)
    return of_several(one for one in found.values() if isinstance(one, Speed))


def speeds(
    store: Store, counter_ids: Collection[int], here: Measure, last: date
) -> Mapping[int, Measured]:
    """How quick each service at these counters was in the quarter up to that day."""
    first = here.quarter.first_day
    counted = visits.counted(store, counter_ids, first, last)
    found: dict[int, Measured] = {}
    for service, counts in counted.items():
        promise = promised(standards.of_service(store, service, last).get("time", ""))
        told = speed(counts, promise, here.enough.elements)
        found[service] = told if counts else Alone()
    return found


def speed_words(found: Measured | None) -> list[Text]:
    """It as a line; none where nothing was measured."""
    if found is None:
        return []
    if isinstance(found, Alone):
        return [Text("speed-alone")]
    if isinstance(found, NotEnough):
        return [Text("speed-few", {"n": found.n, "needed": found.needed})]
    facts: dict[str, Fact] = {"n": found.n, "within": found.within or 0}
    if found.half is None:
        return [Text("speed-of-several", facts)]
    facts |= {"half": found.half, "promised": found.promised or 0}
    return [Text("speed", facts)]
