"""What only PostgreSQL refuses is found, though the stories run on SQLite."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import make_url

from models.store.engine.prepared import Prepared
from models.store.engine.sqlite import sqlite_engine
from models.store.schema import people, posts
from tests.postgresql import apart
from tests.understood import Book, refused, remembering

RIGHT = (
    select(people.c.name).where(people.c.id.in_([1, 2])),
    select(people.c.name).where(people.c.id.in_(bindparam("these", expanding=True))),
)
WRONG = {
    "must appear in the GROUP BY": select(people.c.nip, func.count()).group_by(people.c.name),
    "operator does not exist": select(posts.c.id).where(posts.c.title == posts.c.person_id),
    "function ifnull": select(func.ifnull(people.c.nip, people.c.name)),
}


def test_a_statement_that_only_postgresql_refuses_is_found(
    sqlite: str, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book: Book = {}
    monkeypatch.setattr(SQLiteDialect, "statement_compiler", remembering(book))
    engine = sqlite_engine(make_url(sqlite))
    with engine.connect() as store:
        for statement in (*RIGHT, *WRONG.values()):
            store.execute(statement, {"these": [1]})
            store.execute(statement, {"these": [1, 2]})
        Prepared(select(people.c.id).where(people.c.name > people.c.id)).all(store, {})
    engine.dispose()
    found = apart(asyncio.run, refused(postgresql, book))
    reasons = [*WRONG, "operator does not exist: "]
    assert len(found) == len(reasons)
    for reason, told in zip(reasons, found, strict=True):
        assert told.startswith("tests/test_understood.py:"), told
        assert reason in told
