"""How Tilik is, asked of both databases."""

from __future__ import annotations

from models.store.engine.database import Database
from models.store.oversight.condition import condition


async def test_the_size_of_the_database_is_known_everywhere(database: Database) -> None:
    found = await database.run(condition)
    assert found.size > 100_000
    assert found.stuck == ()
