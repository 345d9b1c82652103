"""The sample office of `tilik texts bubbles` for whole turns. A plugin of pytest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.cli.bubbles.town import NOW, SENDERS, Town, peopled
from models.store import Store
from tests.chatting import Chat
from tests.office import Office, open_office
from tests.played import empty_store

MONDAY = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A store of the file's own, that its tests fill and leave as it is."""
    with empty_store() as store:
        yield store


@pytest.fixture(scope="module")
def office(store: Store) -> Office:
    """An office there at ten on a Monday."""
    return open_office(store, now=MONDAY)


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


@pytest.fixture
def dewi(town: tuple[Store, Town]) -> Chat:
    """Its employee."""
    return Chat(town[0], SENDERS["employee"], NOW)
