"""`/readyz`: whether Tilik could take a delivery now."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import ClientSession

from bot.inbound import server
from bot.inbound.server import Readiness, Server
from models.store.engine.database import Database, StoreAway, opened
from models.store.oversight.condition import answers


async def asked(database: Database) -> tuple[int, int]:
    """What `/health` and `/readyz` answer over this database."""
    here = Server(("127.0.0.1", 0), (), ask=lambda: database.read(answers))
    await here.start()
    try:
        async with (
            ClientSession(f"http://127.0.0.1:{here.port}") as client,
            client.get("/health") as health,
            client.get("/readyz") as ready,
        ):
            return health.status, ready.status
    finally:
        await here.stop()
        await database.close()


async def test_tilik_is_ready_while_its_database_answers(databases: str) -> None:
    assert await asked(opened(databases)) == (200, 200)


@pytest.mark.parametrize("url", ["sqlite:////nonexistent/tilik.db", "postgresql://x@127.0.0.1:1/x"])
async def test_tilik_is_there_and_not_ready_without_its_database(url: str) -> None:
    assert await asked(opened(url)) == (200, 503)


async def test_a_database_that_hangs_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0)
    assert not await Readiness(asyncio.Event().wait).answers()


async def test_however_many_ask_the_database_is_asked_once() -> None:
    asks = []

    async def ask() -> None:
        asks.append(1)
        await asyncio.sleep(0)
        raise StoreAway("away")

    readiness = Readiness(ask)
    assert await asyncio.gather(*(readiness.answers() for _ in range(50))) == [False] * 50
    assert len(asks) == 1
