"""Rules that an office decides for itself, each from a quarter on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import select

from models.parts import Key
from models.performance import WEIGHTS, checked_weights
from models.quarter import Quarter
from models.store import Store, either
from models.store.schema import rules

_WEIGHTS = "weights"
_PUT = either(
    lambda insert: (
        lambda row: row.on_conflict_do_update(
            index_elements=list(rules.primary_key.columns), set_={"value": row.excluded.value}
        )
    )(insert(rules))
)


def weights(store: Store, quarter: Quarter) -> Mapping[Key, int]:
    """Per cent of each part of a person's scores in the quarter; Tilik's own where none are set."""
    query = (
        select(rules.c.value)
        .where(rules.c.name == _WEIGHTS, rules.c.quarter <= quarter.key)
        .order_by(rules.c.quarter.desc())
        .limit(1)
    )
    found = store.execute(query).scalar()
    return WEIGHTS if found is None else {cast("Key", key): int(n) for key, n in found.items()}


def weigh(store: Store, given: Mapping[Key, int], *, since: Quarter) -> None:
    """Set the weights from that quarter on. ValueError unless they are whole and make 100."""
    row = {"name": _WEIGHTS, "quarter": since.key, "value": dict(checked_weights(given))}
    store.execute(_PUT[store.dialect.name], row)
