"""The dossier: everything that is held of one person, for that person, as the tables declare it.

Of others it tells no more than the person meets at work anyway: who decided, who rated, who looked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Select, Table, select

from models.store import Store
from models.store.personal import Copied, Name, declared, refers_to, rows_of
from models.store.schema import addresses, metadata, people

Row: TypeAlias = Mapping[str, Any]
Section: TypeAlias = tuple[str, Sequence[Row]]


def of_address(store: Store, address_id: int) -> int | None:
    """Whose chat this is now."""
    query = select(addresses.c.person_id).where(addresses.c.id == address_id)
    return store.execute(query).scalar()


def read(store: Store, person_id: int) -> list[Section]:
    """Every section with its rows, the oldest first; one without rows is there too.

    Days, times and moments (UTC) are as the store knows them; what is not there is left out.
    """
    return [
        (key, [_row(one) for one in store.execute(_query(table, copied, person_id))])
        for key, (table, copied) in _sections().items()
    ]


def sections() -> Mapping[str, Copied]:
    """Every section with what its table declares, in the order in which they are read."""
    return {key: copied for key, (_, copied) in _sections().items()}


def _sections() -> Mapping[str, tuple[Table, Copied]]:
    found = [
        (table, one.copied)
        for table, one in declared(metadata.tables.values())
        if isinstance(one.copied, Copied)
    ]
    found.sort(key=lambda one: one[1].place)
    return {copied.section or table.name: (table, copied) for table, copied in found}


def _query(table: Table, copied: Copied, person: int) -> Select[Any]:
    """The person's rows, with the names of those to whom each refers."""
    shown: list[Any] = []
    joined: Any = table
    for one in copied.columns:
        if isinstance(one, Name):
            other = refers_to(table, one.column).table.alias()
            joined = joined.outerjoin(other, other.c.id == table.c[one.column])
            shown.append(other.c.name.label(one.key))
        else:
            shown.append(table.c[one])
    here = rows_of(table, people, people.c.id == person)
    order = table.c[copied.order] if copied.order else next(iter(table.primary_key))
    return select(*shown).select_from(joined).where(here).order_by(order)


def _row(found: Any) -> Row:
    return {name: value for name, value in found._mapping.items() if value is not None}
