"""The sample office of `tilik texts bubbles` for whole turns. A plugin of pytest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cli.bubbles.town import Town, peopled
from models.store import Store
from tests.played import empty_store


@pytest.fixture(scope="session")
def everybody() -> Iterator[tuple[Store, Town]]:
    """The office with its people, once a worker."""
    with empty_store() as store:
        yield store, peopled(store, "id")


@pytest.fixture
def town(everybody: tuple[Store, Town]) -> Iterator[tuple[Store, Town]]:
    """All that is done there is undone."""
    before = everybody[0].begin_nested()
    yield everybody
    before.rollback()
