"""A store on each database in turn."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels import LOUD
from models.store.engine.database import Database
from tests.keyed import opened


@pytest.fixture
async def database(databases: str) -> AsyncIterator[Database]:
    """A fresh, migrated database of either engine."""
    store = opened(databases, loud=LOUD)
    yield store
    await store.close()
