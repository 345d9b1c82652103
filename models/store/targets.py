"""Targets: the expected results (rhk) of a person and a quarter."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from models.quarter import Quarter
from models.store import Store
from models.store.schema import targets
from models.store.work import read, written
from models.work import Target


def of_person(store: Store, person_id: int, quarter: Quarter) -> tuple[Target, ...]:
    """The person's expected results (rhk) of the quarter, in the order they were given."""
    here = (targets.c.person_id == person_id) & (targets.c.quarter == quarter.key)
    rows = store.execute(select(targets).where(here).order_by(targets.c.id))
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
    return Target(
        id=row.id,
        person_id=row.person_id,
        quarter=Quarter.parse(row.quarter),
        result=row.result,
        indicator=row.indicator,
        quantity=read(row.quantity),
        measure=row.measure,
    )
