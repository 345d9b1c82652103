"""Targets: the expected results (rhk) of a person and a quarter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from models.quarter import Quarter
from models.store import Store, of_row
from models.store.engine.prepared import Prepared
from models.store.schema import targets
from models.store.work.entries import read, written
from models.work import Target

_OF_PERSON = Prepared(
    select(targets)
    .where(targets.c.person_id == bindparam("person"), targets.c.quarter == bindparam("of"))
    .order_by(targets.c.id)
)


def of_person(store: Store, person_id: int, quarter: Quarter) -> tuple[Target, ...]:
    """The person's expected results (rhk) of the quarter, in the order they were given."""
    rows = _OF_PERSON.all(store, {"person": person_id, "of": quarter.key})
    return tuple(_target(row) for row in rows)


def of_people(
    store: Store, person_ids: Collection[int], quarter: Quarter
) -> Mapping[int, tuple[Target, ...]]:
    """The targets of each of these people who has any, in the order they were given."""
    here = targets.c.person_id.in_(person_ids) & (targets.c.quarter == quarter.key)
    found: dict[int, tuple[Target, ...]] = {}
    for row in store.execute(select(targets).where(here).order_by(targets.c.id)):
        found[row.person_id] = (*found.get(row.person_id, ()), _target(row))
    return found


def of_ids(store: Store, ids: Collection[int | None]) -> tuple[Target, ...]:
    """The targets with these ids, as far as they are there."""
    rows = store.execute(select(targets).where(targets.c.id.in_([n for n in ids if n is not None])))
    return tuple(_target(row) for row in rows)


def put(store: Store, target: Target) -> bool:
    """Add a target, or change the one of the same result; False where it is so already."""
    here = (
        (targets.c.person_id == target.person_id)
        & (targets.c.quarter == target.quarter.key)
        & (targets.c.result == target.result)
    )
    values = {
        "indicator": target.indicator,
        "quantity": written(target.quantity),
        "measure": target.measure,
    }
    row = store.execute(select(targets).where(here)).first()
    if row is None:
        key = {"person_id": target.person_id, "quarter": target.quarter.key}
        store.execute(insert(targets).values(**key, result=target.result, **values))
        return True
    if all(getattr(row, name) == value for name, value in values.items()):
        return False
    store.execute(update(targets).where(here).values(**values))
    return True


def _target(row: Any) -> Target:
    quarter, quantity = Quarter.parse(row.quarter), read(row.quantity)
    return of_row(Target, row, quarter=quarter, quantity=quantity, whole=None)
