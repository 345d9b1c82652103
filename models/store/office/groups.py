"""Groups of those who were heard, and of those who are served: counts of a service, each alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Table, delete, func, insert, select

from models.groups import Counts
from models.quarter import Quarter
from models.store import Store
from models.store.engine.counts import adding
from models.store.schema import heard_groups, served_groups, services

_HEAR = adding(heard_groups)


def hear(store: Store, service_id: int, quarter: Quarter, named: Mapping[str, str]) -> None:
    """Count what somebody has named: a value of each of some groups."""
    rows = [
        {
            "service_id": service_id,
            "quarter": quarter.key,
            "grouping": group,
            "value": value,
            "count": 1,
        }
        for group, value in sorted(named.items())
    ]
    if rows:
        _HEAR.run(store, *rows)


def heard(store: Store, unit_ids: Collection[int], quarter: Quarter) -> Mapping[int, Counts]:
    """How many have named each value in the quarter, by the unit of the service."""
    return _counts(store, heard_groups, "count", unit_ids, heard_groups.c.quarter == quarter.key)


def served(store: Store, unit_ids: Collection[int]) -> Mapping[int, Counts]:
    """How many people the services serve in a year, by the unit of the service."""
    return _counts(store, served_groups, "people", unit_ids)


def serve(store: Store, service_id: int, group: str, people: Mapping[str, int]) -> None:
    """Write down whom a service serves, in place of what was known of this group."""
    here = served_groups.c.service_id == service_id, served_groups.c.grouping == group
    store.execute(delete(served_groups).where(*here))
    row = {"service_id": service_id, "grouping": group}
    rows = [row | {"value": value, "people": n} for value, n in people.items()]
    store.execute(insert(served_groups), rows)


def _counts(
    store: Store, table: Table, column: str, unit_ids: Collection[int], *when: Any
) -> Mapping[int, Counts]:
    of = (services.c.unit_id, table.c.grouping, table.c.value)
    query = (
        select(*of, func.sum(table.c[column]))
        .select_from(table.join(services, services.c.id == table.c.service_id))
        .where(services.c.unit_id.in_(unit_ids), *when)
        .group_by(*of)
    )
    found: defaultdict[int, dict[str, dict[str, int]]] = defaultdict(dict)
    for unit, group, value, n in store.execute(query):
        found[unit].setdefault(group, {})[value] = int(n)
    return found
