"""Migrations: all of one or nothing, one at a time, and no row is lost on the way."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from models.store import schema
from models.store.database import opened
from models.store.migrate import BrokenReferences, alter, current, migrate
from tests.postgresql import Server

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


async def test_several_processes_may_migrate_an_empty_database_at_once(
    postgresql_server: Server,
) -> None:
    with postgresql_server.database() as url:
        await asyncio.gather(*(asyncio.to_thread(migrate, url) for _ in range(3)))
        assert await asyncio.to_thread(current, url)
