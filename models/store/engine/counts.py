"""Counts: rows whose key is what is counted, and which grow by what is written again."""

from __future__ import annotations

from sqlalchemy import Table

from models.store import either
from models.store.engine.prepared import Prepared


def adding(table: Table, *columns: str) -> Prepared:
    """The insert that adds these columns (`count`, where none is named) to the row that has its key
    already: two at once lose nothing, and the second waits until the first is through.
    """
    names = columns or ("count",)
    return Prepared(
        either(
            lambda insert: (
                lambda row: row.on_conflict_do_update(
                    index_elements=list(table.primary_key.columns),
                    set_={name: table.c[name] + row.excluded[name] for name in names},
                )
            )(insert(table))
        )
    )
