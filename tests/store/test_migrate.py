"""Migrations: all of one or nothing, one at a time, and no row is lost on the way."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

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


async def test_several_processes_may_migrate_an_empty_database_at_once(
    postgresql_server: Server,
) -> None:
    with postgresql_server.database() as url:
        await asyncio.gather(*(asyncio.to_thread(migrate, url) for _ in range(3)))
        assert await asyncio.to_thread(current, url)
