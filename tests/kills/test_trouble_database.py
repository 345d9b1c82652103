"""When the database is locked or away: nobody is answered twice, nobody is forgotten."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import signal
import socket
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.app import running
from bot.config import Settings
from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WhatsAppBox
from models.ratings import DAILY
from models.store import Store
from models.store.engine.migrate import migrate
from models.store.schema import inbox
from tests.actors import Clock, World
from tests.databases import NO_POSTGRESQL
from tests.keyed import opened
from tests.office import open_office
from tests.postgresql import NoServer, Server, _servant, apart, served
from tests.stage import META, TOKEN
from tests.stories.test_rating import counted

Stops = Callable[[], AbstractContextManager[None]]
SECRET = "rahasia_kantor_1"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@contextlib.asynccontextmanager
async def office_on(url: str, home: Path, *, webhook: bool) -> AsyncIterator[World]:
    """Tilik at an office on this database."""
    clock = Clock()
    database = opened(url)
    office = await database.run(lambda store: open_office(store, now=clock()))
    await database.close()
    box = TelegramBox(TOKEN, username="TilikBot", clock=clock, flood=False)
    box.haste = 0.05
    unused = WhatsAppBox(**META, clock=clock)
    await box.start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    chosen = Settings(
        database_url=url,
        home=home,
        listen=address if webhook else "",
        public_url=f"http://{address}" if webhook else "",
        telegram_secret=SecretStr(SECRET if webhook else ""),
        telegram_token=SecretStr(TOKEN),
        telegram_api=box.url,
        telegram_rate=0,
    )
    try:
        async with running(chosen, clock=clock) as tilik:
            yield World(tilik, box, unused, "telegram", office, clock, url)
    finally:
        await box.stop()


@contextlib.contextmanager
def locked(url: str) -> Iterator[None]:
    """Somebody else holds the SQLite file: a backup, a curious administrator."""
    with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def stoppable() -> Iterator[tuple[str, Stops]]:
    """A database on a server of its own, and a way to stop that server for a while."""
    if "TILIK_TEST_POSTGRES" in os.environ:
        pytest.skip("this PostgreSQL was not started by the tests and is not theirs to stop")
    again: list[subprocess.Popen[Any]] = []

    @contextlib.contextmanager
    def stopped() -> Iterator[None]:
        options = shlex.split((folder / "postmaster.opts").read_text())
        os.kill(int((folder / "postmaster.pid").read_text().split()[0]), signal.SIGINT)
        yield
        quiet = subprocess.DEVNULL
        again.append(subprocess.Popen(options, cwd=folder, stdin=quiet, stderr=quiet, **_servant()))

    with _served() as server:
        folder = Path(apart(asyncio.run, _shown(server.admin, "data_directory")))
        try:
            with server.database() as url:
                apart(migrate, url)
                yield url, stopped
        finally:
            for late in again:
                late.send_signal(signal.SIGINT)
                late.wait(AT_LAST)


@contextlib.contextmanager
def _served() -> Iterator[Server]:
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(served())
        except NoServer as failure:
            pytest.skip(f"{NO_POSTGRESQL}: {failure}")
        yield server


async def _shown(url: str, setting: str) -> str:
    connection = await asyncpg.connect(url)
    try:
        return str(await connection.fetchval(f"SHOW {setting}"))
    finally:
        await connection.close()


async def said(caplog: pytest.LogCaptureFixture, world: World, *, webhook: bool) -> None:
    """Until Tilik has given the delivery back, since its database is away."""

    def given_back() -> bool:
        if webhook:
            return bool(world.telegram.webhook.last_error)
        return "Telegram keeps the updates for now" in caplog.text

    async with asyncio.timeout(AT_LAST):
        while not given_back():  # noqa: ASYNC110  (a log rings no bell)
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_locked_file_is_waited_for_and_telegram_keeps_the_updates(
    sqlite: str, tmp_path: Path, webhook: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async with office_on(sqlite, tmp_path, webhook=webhook) as world:
        citizen = world.actor(1001, "Sari")
        await citizen.scans("KTP-el, loket 1")
        with locked(sqlite):
            citizen.phone.tap("🙂 Baik")
            await said(caplog, world, webhook=webhook)
            assert citizen.reads("Bagaimana layanan")
            if webhook:
                assert "503" in world.telegram.webhook.last_error
        await world.telegram.quiet()
        await world.settles()
        assert citizen.reads("persyaratan")
        assert await counted(world, DAILY) == {("overall", 3): 1}


async def test_connections_that_break_are_made_anew(
    postgresql: str, postgresql_server: Server, tmp_path: Path
) -> None:
    name = postgresql.rpartition("/")[2]
    async with office_on(postgresql, tmp_path, webhook=False) as world:
        citizen = world.actor(1001, "Sari")
        await citizen.scans("KTP-el, loket 1")
        others = f"FROM pg_stat_activity WHERE datname = '{name}'"
        postgresql_server.order(f"SELECT pg_terminate_backend(pid) {others}")
        await citizen.taps("🙂 Baik")
        await world.telegram.quiet()
        await world.settles()
        assert citizen.reads("persyaratan")
        assert await counted(world, DAILY) == {("overall", 3): 1}


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_server_that_stops_and_comes_back_has_everything(
    stoppable: tuple[str, Stops],
    tmp_path: Path,
    webhook: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    url, stopped = stoppable
    async with office_on(url, tmp_path, webhook=webhook) as world:
        citizen = world.actor(1001, "Sari")
        await citizen.scans("KTP-el, loket 1")
        with stopped():
            citizen.phone.tap("🙂 Baik")
            await said(caplog, world, webhook=webhook)
            await world.tilik.tick()
            assert citizen.reads("Bagaimana layanan")
        await world.telegram.quiet()
        await world.settles()
        assert not world.tilik.broken.done()
        assert citizen.reads("persyaratan")
        assert await counted(world, DAILY) == {("overall", 3): 1}


@pytest.mark.parametrize("secret", [None, "", "salah", SECRET + "x", "rahasia_kantor_é"])
async def test_a_call_without_the_secret_is_refused_and_nothing_is_kept(
    sqlite: str, tmp_path: Path, secret: str | None
) -> None:
    async with office_on(sqlite, tmp_path, webhook=True) as world:
        address = f"http://127.0.0.1:{world.tilik.listens_on}/telegram"
        head = {} if secret is None else {HEADER: secret}
        async with ClientSession() as forger:
            forged = {"update_id": 1, "message": {"text": "halo"}}
            async with forger.post(address, json=forged, headers=head) as answer:
                assert answer.status == 401
        assert await _bytes(address, b"\xff\xfe\xc3") == 401
        assert await world.run(_items) == 0


async def _bytes(url: str, secret: bytes) -> int:
    """The status for a call whose header is not even text."""
    host, _, port = url.removeprefix("http://").partition("/")[0].partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = b"POST /telegram HTTP/1.1\r\nHost: tilik\r\nContent-Length: 2\r\n"
    writer.write(head + HEADER.encode() + b": " + secret + b"\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    writer.close()
    return status


def _items(store: Store) -> int:
    return int(store.execute(select(func.count()).select_from(inbox)).scalar_one())
