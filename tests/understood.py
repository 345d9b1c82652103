"""What SQLite is given is shown to PostgreSQL too, once a worker.

A plugin of pytest. Most stories are told on SQLite alone, which takes what PostgreSQL refuses: a
column that is neither grouped nor counted, words beside a number. So each statement is compiled for
both, and PostgreSQL reads it (it looks up every name and every type) without doing it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import asyncpg
import pytest
from sqlalchemy import TextClause
from sqlalchemy.dialects.postgresql import asyncpg as speaking
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteDialect
from sqlalchemy.dialects.sqlite.dml import OnConflictClause
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.elements import _IdentifiedClause  # savepoints, each of its own name

from models.store.engine import prepared

HOME = Path(__file__).parents[1]
MIGRATIONS = "models/migrations/"
"""They speak to tables as they once were, and are run on both."""
BETWEEN = (__file__, "/sqlalchemy/", prepared.__file__)
"""Whose lines lie between who asks and what is asked."""


class Given(NamedTuple):
    """A statement, the columns that it is given, whether for many rows, and whose it is."""

    statement: Any
    columns: Sequence[str] | None
    many: bool
    place: str


Book = dict[Any, Given]
"""What SQLite was given, each once."""


def remembering(book: Book) -> type[SQLiteCompiler]:
    """SQLite's compiler, which writes down what is asked of it."""

    class Remembering(SQLiteCompiler):
        def __init__(self, dialect: Any, statement: Any, *given: Any, **wishes: Any) -> None:
            super().__init__(dialect, statement, *given, **wishes)
            if statement is None or isinstance(statement, _IdentifiedClause):
                return
            key = (str(self), *(type(one.type) for one in self.binds.values()))
            if key in book:
                return
            place = asker()
            if place and not _of_sqlite(statement, place):
                columns, many = wishes.get("column_keys"), wishes.get("for_executemany", False)
                book[key] = Given(statement, columns, many, place)

    return Remembering


def asker() -> str:
    """The line of ours that asks; nothing where it is others, as the migrations' library."""
    frame: Any = sys._getframe(1)
    while any(one in frame.f_code.co_filename for one in BETWEEN):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    if not path.is_relative_to(HOME) or "site-packages" in path.parts:
        return ""
    return f"{path.relative_to(HOME)}:{frame.f_lineno}"


def _of_sqlite(statement: Any, place: str) -> bool:
    """Whether it is for SQLite alone, as the tests' own texts are."""
    words = statement.text.lower() if isinstance(statement, TextClause) else ""
    of_tests = bool(words) and place.startswith("tests/")
    return of_tests or place.startswith(MIGRATIONS) or "pragma" in words


class _Spoken(speaking.dialect.statement_compiler):  # type: ignore[misc]
    """PostgreSQL's compiler; of what a list stands for, one is enough."""

    def construct_params(self, *given: Any, **wishes: Any) -> Any:
        made = super().construct_params(*given, **{**wishes, "_check": False})
        lists = {name for name, one in self.binds.items() if one.expanding}
        return {n: [*(v or [None])][:1] if n in lists else v for n, v in made.items()}


class _Dialect(speaking.dialect):  # type: ignore[misc]
    statement_compiler = _Spoken


DIALECT = _Dialect()


async def refused(url: str, book: Book) -> list[str]:
    """The statements that the PostgreSQL there does not understand, with the reason.

    A table that it does not have is SQLite's own or a test's: SQLite would have refused others too.
    """
    wrong = []
    connection = await asyncpg.connect(url)
    for one in book.values():
        words = ""
        try:
            words = spoken(one)
            with suppress(asyncpg.UndefinedTableError):
                await connection.prepare(words)
        except (SQLAlchemyError, asyncpg.PostgresError) as reason:
            wrong.append(f"{one.place}: {reason}\n    {words or one.statement}")
    await connection.close()
    return wrong


def spoken(given: Given) -> str:
    """The statement in PostgreSQL's words."""
    wishes = {"render_postcompile": True, "for_executemany": given.many}
    return str(
        given.statement.compile(dialect=DIALECT, column_keys=given.columns, compile_kwargs=wishes)
    )


@pytest.fixture(scope="session", autouse=True)
def given_to_sqlite() -> Iterator[Book]:
    """All that SQLite is given in this worker."""
    book: Book = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteDialect, "statement_compiler", remembering(book))
        patch.setattr(OnConflictClause, "constraint_target", None, raising=False)
        yield book
