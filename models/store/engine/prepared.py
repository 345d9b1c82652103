"""Statements of the hot path: compiled once for each engine, then given straight to the driver.

SQLAlchemy writes the SQL and knows the types. Executing through it costs several times what
the database itself needs for such small statements, and a turn has fourteen of them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, bindparam, literal_column
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.elements import ClauseList, Grouping
from sqlalchemy.sql.sqltypes import NullType
from sqlalchemy.sql.visitors import iterate, replacement_traverse
from sqlalchemy.util import await_only

from models.store import Store

Values: TypeAlias = Mapping[str, Any]
"""What is bound, by name; a list where the statement has `bindparam(name, expanding=True)`."""
LONG = 8192
Convert: TypeAlias = Callable[[Any], Any] | None


@dataclass(frozen=True)
class _Ready:
    """SQL of one engine, its parameters (name, value if not given, conversion), its rows."""

    sql: str
    parameters: tuple[tuple[str, Any, Convert], ...]
    row: Callable[[Sequence[Any]], Any]

    def given(self, values: Values) -> tuple[Any, ...]:
        return tuple(
            values.get(name, fixed) if convert is None else convert(values.get(name, fixed))
            for name, fixed, convert in self.parameters
        )


class Prepared:
    """One statement, or one for each engine by its dialect's name.

    Whatever it is run with, the names of the values must be the same every time.
    """

    def __init__(self, statement: Any) -> None:
        self._statement = statement
        self._ready: dict[tuple[str, tuple[int, ...]], _Ready] = {}

    @cached_property
    def _lists(self) -> tuple[str, ...]:
        """The names under which it is given lists."""
        if isinstance(self._statement, Mapping):
            return ()
        found = (one for one in iterate(self._statement) if isinstance(one, BindParameter))
        return tuple({one.key: None for one in found if one.expanding and one.required})

    def all(self, store: Store, values: Values) -> list[Any]:
        """The rows, with their columns as attributes."""
        values, sizes = _flat(values, self._lists)
        ready = self._for(store, values, sizes)
        driver: Any = store.connection.driver_connection
        if store.dialect.name == "sqlite":
            found = driver.execute(ready.sql, ready.given(values)).fetchall()
        else:
            found = await_only(driver.fetch(ready.sql, *ready.given(values)))
        return [ready.row(row) for row in found]

    def first(self, store: Store, values: Values) -> Any:
        """The first row, or None."""
        rows = self.all(store, values)
        return rows[0] if rows else None

    def scalar(self, store: Store, values: Values) -> Any:
        """The first column of the first row, or None."""
        row = self.first(store, values)
        return None if row is None else row[0]

    def run(self, store: Store, *every: Values) -> None:
        """Execute once for each of the given values."""
        ready = self._for(store, every[0], {})
        driver: Any = store.connection.driver_connection
        done = driver.executemany(ready.sql, [ready.given(values) for values in every])
        if store.dialect.name != "sqlite":
            await_only(done)

    def _for(self, store: Store, values: Values, sizes: Mapping[str, int]) -> _Ready:
        key = store.dialect.name, tuple(sizes.values())
        ready = self._ready.get(key)
        if ready is None:
            statement = self._statement
            if isinstance(statement, Mapping):
                statement = statement[store.dialect.name]
            ready = self._ready[key] = _compiled(statement, store.dialect, values, sizes)
        return ready


def _flat(values: Values, names: Sequence[str]) -> tuple[Values, Mapping[str, int]]:
    """Each value of a list under a name of its own, and how many each list has by now: a power of
    two, so that a statement is compiled for few lengths (of a long one what it has: SQLite takes
    32,766 in all). The last one stands there again, which changes no set; of an empty one null, to
    which nothing is equal."""
    if not names:
        return values, {}
    flat, sizes = {name: v for name, v in values.items() if name not in names}, {}
    for name in names:
        several = [*values[name]]
        size = 1 << max(len(several) - 1, 0).bit_length()
        size = size if size <= LONG else len(several)
        last = several[-1] if several else None
        several += [last] * (size - len(several))
        flat |= {f"{name}_{place}": one for place, one in enumerate(several)}
        sizes[name] = size
    return flat, sizes


def _compiled(
    statement: Any, dialect: Dialect, values: Values, sizes: Mapping[str, int]
) -> _Ready:
    compiled = _spelled_out(statement, dialect, values, sizes).compile(
        dialect=dialect, column_keys=list(values)
    )
    if defaults := getattr(compiled, "insert_prefetch", ()):
        raise TypeError(f"a prepared insert needs {', '.join(c.name for c in defaults)} too")
    fixed = compiled.construct_params(dict.fromkeys(values))
    parameters = tuple(
        (name, fixed[name], _binding(compiled.binds[name].type, dialect))
        for name in compiled.positiontup or ()
    )
    return _Ready(str(compiled), parameters, _rows(statement, dialect))


def _spelled_out(
    statement: Any, dialect: Dialect, values: Values, sizes: Mapping[str, int]
) -> Any:
    """The statement with its constants written into it, and a parameter for each value of a list.

    Where a constant decides about a partial index, SQLite plans anew whenever it is bound, which
    takes three times what the query does; PostgreSQL's general plan cannot use the index at all.
    """
    spelling = dialect.statement_compiler(dialect, None)

    def spelled(value: Any, kind: Any) -> Any:
        return literal_column(spelling.render_literal_value(value, kind), kind)

    def constant(element: Any, **_: Any) -> Any:
        if not isinstance(element, BindParameter) or element.key in values:
            return None
        kind, value = element.type, element.value
        if element.key in sizes:
            names = (f"{element.key}_{place}" for place in range(sizes[element.key]))
            return Grouping(ClauseList(*(bindparam(name, type_=kind) for name in names)))
        if isinstance(kind, NullType):
            return None
        if element.expanding:
            return Grouping(ClauseList(*(spelled(one, kind) for one in value or ())))
        return spelled(value, kind) if type(value) in (str, int, bool) else None

    return replacement_traverse(statement, {}, constant)


def _binding(kind: Any, dialect: Dialect) -> Convert:
    convert: Convert = kind.dialect_impl(dialect).bind_processor(dialect)
    return convert


def _rows(statement: Any, dialect: Dialect) -> Callable[[Sequence[Any]], Any]:
    columns = list(statement.exported_columns)
    row = namedtuple("Row", [c.name for c in columns], rename=True)  # type: ignore[misc]
    kinds = [column.type.dialect_impl(dialect) for column in columns]
    converts = [(i, c) for i, k in enumerate(kinds) if (c := k.result_processor(dialect, None))]
    if not converts:
        return row._make

    def made(found: Sequence[Any]) -> Any:
        cells = list(found)
        for place, convert in converts:
            cells[place] = convert(cells[place])
        return row._make(cells)

    return made
