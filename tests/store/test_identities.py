"""Identities: sealed, opened under the same secret alone, and forgotten on their day."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, update

from models.keys import Keys
from models.store import Store, schema
from models.store.chat import identities
from models.store.engine.database import Database

KEYS, OTHER = Keys(b"k" * 32), Keys(b"o" * 32)
DAY = date(2027, 1, 31)
SARI = {"name": "Sari Ningsih", "phone": "081234567890"}


async def test_an_identity_opens_under_its_own_secret(database: Database) -> None:
    def story(store: Store) -> None:
        number = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        assert identities.opened(store, number, keys=KEYS) == SARI
        identities.drop(store, number)
        assert identities.opened(store, number, keys=KEYS) is None

    await database.run(story)


async def test_nothing_of_it_can_be_read_in_the_database(database: Database) -> None:
    def story(store: Store) -> None:
        first = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        second = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        rows = store.execute(select(schema.identities)).all()
        assert first != second
        assert len({bytes(row.sealed) for row in rows}) == 2, "two alike do not look alike"
        assert not any(b"Sari" in bytes(row.sealed) or b"0812" in bytes(row.sealed) for row in rows)

    await database.run(story)


async def test_another_secret_is_told_in_a_sentence(database: Database) -> None:
    def story(store: Store) -> None:
        number = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        with pytest.raises(identities.WrongKey, match=KEYS.fingerprint) as wrong:
            identities.opened(store, number, keys=OTHER)
        assert "Sari" not in str(wrong.value)

    await database.run(story)


async def test_what_was_altered_or_copied_over_another_does_not_open(database: Database) -> None:
    def story(store: Store) -> None:
        one = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        other = identities.put(store, {"name": "Budi"}, keys=KEYS, forgotten_on=DAY)
        table = schema.identities
        copied = store.execute(select(table.c.sealed).where(table.c.id == other)).scalar_one()
        store.execute(update(table).where(table.c.id == one).values(sealed=copied))
        with pytest.raises(identities.WrongKey, match="altered"):
            identities.opened(store, one, keys=KEYS)

    await database.run(story)


async def test_an_identity_is_forgotten_on_its_day(database: Database) -> None:
    def story(store: Store) -> None:
        number = identities.put(store, SARI, keys=KEYS, forgotten_on=DAY)
        assert identities.forget(store, date(2027, 1, 30)) == 0
        assert identities.opened(store, number, keys=KEYS) == SARI
        assert identities.forget(store, DAY) == 1
        assert identities.opened(store, number, keys=KEYS) is None

    await database.run(story)
