"""Migrations: all of one or nothing, one at a time, and no row is lost on the way."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from models.store import schema
from models.store.engine.database import opened
from models.store.engine.migrate import BrokenReferences, alter, current, migrate, revisions
from models.store.people.links import relink
from tests.postgresql import Server
from tests.source import ROOT

SAME = {"false": "0"}
OFFICE = (
    "INSERT INTO units (id, name, zone) VALUES (1, 'Kecamatan', 'Asia/Jakarta')",
    "INSERT INTO services (id, unit_id, name) VALUES (1, 1, 'KTP-el')",
)


def as_it_was(connection: sa.Connection) -> None:
    for row in OFFICE:
        connection.execute(sa.text(row))


def anew(connection: sa.Connection) -> None:
    """A migration that SQLite can only do by making the table of units anew."""
    op = Operations(MigrationContext.configure(connection, opts={"render_as_batch": True}))
    with op.batch_alter_table("units", recreate="always") as units:
        units.add_column(sa.Column("note", sa.String(5)))


async def test_a_table_made_anew_keeps_the_rows_that_refer_to_it(sqlite: str) -> None:
    await asyncio.to_thread(alter, sqlite, as_it_was)
    await asyncio.to_thread(alter, sqlite, anew)
    database = opened(sqlite)
    query = sa.text("SELECT u.note, s.name FROM services s JOIN units u ON u.id = s.unit_id")
    assert await database.run(lambda store: store.execute(query).all()) == [(None, "KTP-el")]
    await database.close()


async def test_a_migration_that_leaves_rows_without_their_unit_is_undone(sqlite: str) -> None:
    def careless(connection: sa.Connection) -> None:
        anew(connection)
        connection.execute(sa.text("DELETE FROM units"))

    await asyncio.to_thread(alter, sqlite, as_it_was)
    with pytest.raises(BrokenReferences, match="services"):
        await asyncio.to_thread(alter, sqlite, careless)
    database = opened(sqlite)
    await database.run(lambda store: store.execute(sa.text("SELECT name FROM units")).one())
    with pytest.raises(sa.exc.IntegrityError):
        await database.run(lambda store: store.execute(sa.text("DELETE FROM units")))
    await database.close()


def office_before_staff(connection: sa.Connection) -> None:
    """An office that has been asked about its service: a head has joined, a letter waits."""
    early = schema.UtcDateTime().bind_processor(connection.dialect)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    given: dict[str, Any] = {"now": early(now) if early else now, "day": now.date().isoformat()}
    if connection.dialect.name == "postgresql":
        given["day"] = now.date()
    for row in (
        *OFFICE,
        "INSERT INTO people (id, name) VALUES (5, 'Ratna')",
        (
            "INSERT INTO duties (id, person_id, unit_id, duty, valid_from)"
            " VALUES (1, 5, 1, 'head', :day)"
        ),
        (
            "INSERT INTO addresses (id, channel, sender, person_id, reachable, wrong_codes)"
            " VALUES (7, 'telegram', '1001', 5, true, 0)"
        ),
        (
            "INSERT INTO letters (id, address_id, kind, sheet, state, attempts, due_at, written_at)"
            " VALUES (41, 7, 'reply', '{}', 'waiting', 0, :now, :now)"
        ),
    ):
        wanted = {name: value for name, value in given.items() if f":{name}" in row}
        connection.execute(sa.text(row), wanted)


def test_an_office_of_before_there_was_staff_loses_nothing(
    postgresql_server: Server, tmp_path: Path
) -> None:
    def has_everything(connection: sa.Connection) -> None:
        found = sa.text(
            "SELECT a.sender, p.name, p.nip, d.duty, l.id, l.prompt_id FROM letters l"
            " JOIN addresses a ON a.id = l.address_id JOIN people p ON p.id = a.person_id"
            " JOIN duties d ON d.person_id = p.id"
        )
        assert connection.execute(found).all() == [("1001", "Ratna", None, "head", 41, None)]
        joined = connection.execute(sa.select(schema.people.c.joined_at)).scalar_one()
        assert joined == datetime(2020, 1, 1, tzinfo=UTC), "who has a chat has joined, whenever"
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []

    with postgresql_server.database() as postgresql:
        for url in (f"sqlite:///{tmp_path / 'before.db'}", postgresql):
            migrate(url, to="0001")
            alter(url, office_before_staff)
            assert not current(url)
            migrate(url)
            assert current(url)
            alter(url, has_everything)


def parts_of(url: str) -> dict[str, list[Any]]:
    """What there is of each table, index and trigger, in whichever order and spelling."""
    with sa.create_engine(url).connect() as store:
        told = store.exec_driver_sql("SELECT name, type, sql FROM sqlite_master WHERE sql > ''")
        return {
            name: [*_pragmas(store, name), *_checks(sql)]
            if kind == "table"
            else sorted(re.split(r"[\s(),\"]+", sql.strip()))
            for name, kind, sql in told.all()
        }


def _pragmas(store: sa.Connection, table: str) -> list[Any]:
    columns = store.exec_driver_sql(f"PRAGMA table_info({table})")
    indexes = store.exec_driver_sql(f"PRAGMA index_list({table})").all()
    keyed = [store.exec_driver_sql(f"PRAGMA index_info({row[1]})").all() for row in indexes]
    refers = store.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
    return [
        sorted(
            (name, kind, must, SAME.get(default, default), key)
            for _, name, kind, must, default, key in columns
        ),
        sorted(
            [row[2], row[4], *(column[2] for column in columns)]
            for row, columns in zip(indexes, keyed, strict=True)
        ),
        sorted(row[2:7] for row in refers),
    ]


def _checks(sql: str) -> list[Any]:
    return ["AUTOINCREMENT" in sql, sql.count("CHECK"), sql.count("UNIQUE")]


def test_a_new_file_is_what_the_migrations_make_of_an_empty_one(tmp_path: Path) -> None:
    """An empty one that has gone through each of them."""
    new, old = (f"sqlite:///{tmp_path / name}.db" for name in ("new", "old"))
    migrate(new)
    migrate(old, to=revisions()[-1])
    migrate(old)
    assert current(new)
    assert current(old)
    assert parts_of(new) == parts_of(old)


async def test_several_processes_may_migrate_an_empty_database_at_once(
    postgresql_server: Server,
) -> None:
    with postgresql_server.database() as url:
        await asyncio.gather(*(asyncio.to_thread(migrate, url) for _ in range(3)))
        assert await asyncio.to_thread(current, url)


def test_the_files_of_migrations_are_named_as_they_follow_each_other() -> None:
    chain = ScriptDirectory(str(ROOT / "models" / "migrations")).walk_revisions()
    assert revisions() == tuple(one.revision for one in chain)


def office_of_two_minds(connection: sa.Connection) -> None:
    """Somebody was moved twice at once, so that they have several posts; weights were set."""
    for row in (
        *OFFICE,
        "INSERT INTO people (id, name) VALUES (5, 'Ratna')",
        "INSERT INTO rules VALUES ('weights', '2026-Q2', '{\"work\": 100}')",
    ):
        connection.execute(sa.text(row.replace(":", r"\:")))
    for title, month in (("Staf", 1), ("Pengelola", 3), ("Analis", 3)):
        post = (
            "INSERT INTO posts (person_id, unit_id, title, valid_from)"
            " VALUES (5, 1, :title, :since)"
        )
        since = sa.bindparam("since", date(2026, month, 1), sa.Date)
        connection.execute(sa.text(post).bindparams(since, title=title))


def to_before(connection: sa.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(files("models").joinpath("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.downgrade(config, "0004")


def test_who_had_two_posts_at_once_has_the_later_one_and_can_be_moved(
    postgresql_server: Server, tmp_path: Path
) -> None:
    def has_one_post(connection: sa.Connection) -> None:
        posts = sa.select(schema.posts.c.title, schema.posts.c.valid_to)
        ends = {"Staf": date(2026, 2, 28), "Analis": None}
        assert {row.title: row.valid_to for row in connection.execute(posts)} == ends
        begun, noted = schema.settings.c.valid_from, schema.settings.c.set_at
        (rule,) = connection.execute(sa.select(begun, noted))
        assert rule == (date(2026, 4, 1), datetime(2026, 4, 1, tzinfo=UTC))
        moved = {5: [{"unit_id": 1, "title": "Penata"}]}
        relink(connection, schema.posts, moved, date(2026, 6, 1))
        acting = {"person_id": 5, "unit_id": 1, "title": "Plt.", "kind": "acting"}
        connection.execute(sa.insert(schema.posts).values(**acting, valid_from=date(2026, 6, 1)))

    def has_what_it_had(connection: sa.Connection) -> None:
        rules = sa.text("SELECT name, quarter FROM rules")
        assert connection.execute(rules).all() == [("weights", "2026-Q2")]
        posts = sa.text("SELECT title FROM posts ORDER BY id")
        assert connection.execute(posts).scalars().all() == ["Staf", "Analis", "Penata"]

    with postgresql_server.database() as postgresql:
        for url in (f"sqlite:///{tmp_path / 'before.db'}", postgresql):
            migrate(url, to="0004")
            alter(url, office_of_two_minds)
            migrate(url)
            alter(url, has_one_post)
            alter(url, to_before)
            alter(url, has_what_it_had)
            migrate(url)
