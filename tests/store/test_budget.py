"""The send budget: time is given out once, and never in a silence."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from models.store.engine.database import Database, opened
from models.store.letters import budget


@pytest.fixture
async def shared(postgresql: str) -> AsyncIterator[Database]:
    database = opened(postgresql)
    yield database
    await database.close()


async def test_what_is_taken_begins_where_the_last_ends(shared: Database) -> None:
    first = await shared.run(lambda store: budget.reserve(store, "telegram", 100))
    second = await shared.run(lambda store: budget.reserve(store, "telegram", 50))
    third = await shared.run(lambda store: budget.reserve(store, "telegram", 1))
    assert first == pytest.approx(0, abs=0.01)
    assert 90 < second <= 100
    assert second + 40 < third <= 150


async def test_time_that_nobody_took_is_gone(shared: Database) -> None:
    assert await shared.run(lambda store: budget.reserve(store, "telegram", 0.001)) < 0.01
    assert await shared.run(lambda store: budget.reserve(store, "telegram", 0.001)) < 0.01


async def test_each_channel_has_its_own(shared: Database) -> None:
    await shared.run(lambda store: budget.reserve(store, "telegram", 100))
    assert await shared.run(lambda store: budget.reserve(store, "whatsapp", 1)) < 1


async def test_in_a_silence_nothing_begins(shared: Database) -> None:
    await shared.run(lambda store: budget.silence(store, "telegram", 100))
    await shared.run(lambda store: budget.silence(store, "telegram", 10))
    assert 90 < await shared.run(lambda store: budget.reserve(store, "telegram", 1)) <= 100
