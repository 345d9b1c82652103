"""A logical dump: every table as plain values out of one snapshot, and back into an empty database.

It is the same for both engines, so what one has written the other can read. A table is one object
(its name, its columns with their kinds), followed by a list for each of its rows.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
    bindparam,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.types import TypeEngine

from models.store import Store, either
from models.store.engine.migrate import alter, migrate, revisions, upgrade
from models.store.schema import UtcDateTime, metadata

BATCH = 500
"""So many rows are in memory at a time; of a table with files, one."""
LEAP = 1_000_000
"""So far beyond the last number known the next one is, where none is ever given twice: buttons that
were sent after the dump was made carry numbers of which it knows nothing."""
_NEXT = {
    "sqlite": text("SELECT seq FROM sqlite_sequence WHERE name = :name"),
    "postgresql": text(
        "SELECT last_value FROM pg_sequences WHERE schemaname = current_schema()"
        " AND format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence(:name, 'id')"
    ),
}
_SERIAL = text("SELECT pg_get_serial_sequence(:name, 'id')")
_SET = text("SELECT setval(CAST(:serial AS regclass), :number)")
_FORGET_NEXT = text("DELETE FROM sqlite_sequence WHERE name = :name")
_SET_NEXT = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)")


class NotEmpty(Exception):
    """There is something in the database already: nothing was written."""


class Unfit(Exception):
    """The lines are not those of a whole dump; nothing was written."""


class Newer(Exception):
    """The dump is of a newer Tilik, whose tables this one does not know; nothing was written."""


@dataclass(frozen=True)
class ColumnKind:
    """How values of one kind of column are written as JSON, and read again."""

    type: TypeEngine[Any]
    written: Callable[[Any], Any] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value


KINDS: Mapping[str, ColumnKind] = {
    "instant": ColumnKind(UtcDateTime(), datetime.isoformat, datetime.fromisoformat),
    "day": ColumnKind(Date(), date.isoformat, date.fromisoformat),
    "time": ColumnKind(Time(), time.isoformat, time.fromisoformat),
    "bytes": ColumnKind(LargeBinary(), lambda raw: b64encode(raw).decode(), b64decode),
    "json": ColumnKind(JSON()),
    "yes": ColumnKind(Boolean()),
    "number": ColumnKind(BigInteger()),
    "words": ColumnKind(Text()),
}
_OF_TYPES = {
    UtcDateTime: "instant",
    Date: "day",
    Time: "time",
    LargeBinary: "bytes",
    JSON: "json",
    Boolean: "yes",
    int: "number",
    str: "words",
}


def kind_of(column: Column[Any]) -> str:
    """The name of the column's kind; LookupError for one that a dump does not know."""
    one = column.type
    for known, kind in _OF_TYPES.items():
        if isinstance(one, known) or (known in (int, str) and one.python_type is known):
            return kind
    raise LookupError(f"{column.table.name}.{column.name}: {type(one).__name__}")


def dump(store: Store, put: Callable[[Any], None]) -> int:
    """Give every table and its rows, those that are referred to first; returns how many rows."""
    count = 0
    for table in metadata.sorted_tables:
        kinds = [kind_of(column) for column in table.c]
        put(_heading(store, table, kinds))
        query = select(table).order_by(*table.primary_key)  # not in the order of writing
        for row in store.execute(query.execution_options(yield_per=_batch(kinds))):
            put([_written(kind, value) for kind, value in zip(kinds, row, strict=True)])
            count += 1
    return count


def load(url: str, of: str, lines: Iterable[Any]) -> int:
    """Fill an empty database with what `dump` gave at that revision, then bring it up to date.

    All or nothing; gives how many rows. Raises `NotEmpty`, `Newer`, `Unfit`, what the lines raise,
    and `StoreAway`. Not within a running loop.
    """
    if of not in revisions():
        raise Newer
    counts: list[int] = []

    def work(store: Store) -> None:
        if inspect(store).get_table_names():
            raise NotEmpty
        upgrade(store, of)
        try:
            with _unguarded(store):
                counts.append(_filled(store, lines))
        except (KeyError, TypeError, ValueError) as wrong:
            raise Unfit from wrong

    alter(url, work)
    migrate(url)
    return counts[0]


@contextmanager
def _unguarded(store: Store) -> Iterator[None]:
    """What is closed to changes is filled before its guards stand; they stand when this is over.

    On PostgreSQL, of every table that has any; references are followed all the same.
    """
    tables = inspect(store).get_table_names() if store.dialect.name == "postgresql" else ()
    for table in map(store.dialect.identifier_preparer.quote, tables):
        store.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    yield
    for table in map(store.dialect.identifier_preparer.quote, tables):
        store.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))


def _heading(store: Store, table: Table, kinds: Sequence[str]) -> dict[str, Any]:
    own = [c.name for c in table.c if any(k.column.table is table for k in c.foreign_keys)]
    return {
        "table": table.name,
        "columns": list(zip(table.c.keys(), kinds, strict=True)),
        "key": [column.name for column in table.primary_key],
        "own": own,
        "next": _next(store, table) if table.dialect_options["sqlite"]["autoincrement"] else None,
    }


def _next(store: Store, table: Table) -> int:
    return int(store.execute(_NEXT[store.dialect.name], {"name": table.name}).scalar() or 0)


def _batch(kinds: Iterable[str]) -> int:
    return 1 if "bytes" in kinds else BATCH


def _written(kind: str, value: Any) -> Any:
    return None if value is None else KINDS[kind].written(value)


def _filled(store: Store, lines: Iterable[Any]) -> int:
    count, table = 0, None
    for line in lines:
        if isinstance(line, dict):
            if table is not None:
                table.finish()
            table = _Filling(store, line)
        elif table is None:
            raise Unfit
        else:
            table.add(line)
            count += 1
    if table is not None:
        table.finish()
    return count


class _Filling:
    """One table that is being filled: a row that refers to another of the same table does so only
    at the end, when all are there."""

    def __init__(self, store: Store, heading: Mapping[str, Any]) -> None:
        self._store, self._heading, self._key = store, heading, heading["key"]
        self._kinds = [KINDS[kind] for _, kind in heading["columns"]]
        self._size = _batch(kind for _, kind in heading["columns"])
        columns = [
            Column(name, KINDS[kind].type, primary_key=name in self._key, autoincrement=False)
            for name, kind in heading["columns"]
        ]
        self._table = Table(heading["table"], MetaData(), *columns)
        self._order = self._insert()
        self._rows: list[dict[str, Any]] = []
        self._own: list[dict[str, Any]] = []

    def add(self, line: Sequence[Any]) -> None:
        """One more row."""
        cells = zip(self._table.c.keys(), self._kinds, line, strict=True)
        row = {name: None if cell is None else kind.read(cell) for name, kind, cell in cells}
        if any(row[name] is not None for name in self._heading["own"]):
            self._own.append({f"its_{name}": row[name] for name in self._names()})
            row |= dict.fromkeys(self._heading["own"])
        self._rows.append(row)
        if len(self._rows) >= self._size:
            self._write()

    def finish(self) -> None:
        """No more rows come."""
        self._write()
        if self._own:
            where = [self._table.c[name] == bindparam(f"its_{name}") for name in self._key]
            refer: Any = {name: bindparam(f"its_{name}") for name in self._heading["own"]}
            self._store.execute(update(self._table).where(*where).values(refer), self._own)
        self._number_on()

    def _names(self) -> Sequence[str]:
        return [*self._key, *self._heading["own"]]

    def _insert(self) -> Any:
        """A migration may have written rows: a row of the dump takes the place of its own."""
        if self._store.execute(select(self._table).limit(1)).first() is None:
            return insert(self._table)

        def replacing(insert: Any) -> Any:
            row = insert(self._table)
            fresh = {c.name: row.excluded[c.name] for c in self._table.c if not c.primary_key}
            return row.on_conflict_do_update(index_elements=self._key, set_=fresh)

        return either(replacing)[self._store.dialect.name]

    def _write(self) -> None:
        if self._rows:
            self._store.execute(self._order, self._rows)
            self._rows = []

    def _number_on(self) -> None:
        """The next row that gets a number gets one that is free, and was never given before."""
        name, past = self._heading["table"], self._heading["next"]
        if self._store.dialect.name == "sqlite":
            if past is not None:
                self._store.execute(_FORGET_NEXT, {"name": name})
                self._store.execute(_SET_NEXT, {"name": name, "number": past + LEAP})
        elif "id" in self._key:
            serial = self._store.execute(_SERIAL, {"name": name}).scalar()
            last = self._store.execute(select(func.max(self._table.c.id))).scalar()
            number = last if past is None else past + LEAP
            if serial and number:
                self._store.execute(_SET, {"serial": serial, "number": number})
