"""What anybody can send to the port: refused, told in a line that has nothing of it, held for a
while only, and never more of it than there is room for."""

from __future__ import annotations

import asyncio
import logging
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web

from bot import logs
from bot.inbound import bodies, server
from bot.inbound.server import Server
from bot.telegram.webhook import webhook
from bot.whatsapp.inbound.route import routes

PHONE, SECRET, TOKEN = b"081299887766", "rahasia-telegram", "rahasia-meta"
HEAD = (
    b"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: rahasia-telegram\r\n"
)
STRANGER = b"POST /whatsapp HTTP/1.1\r\nHost: x\r\n"
QUERY = b"GET /whatsapp?hub.mode=subscribe&hub.verify_token=rahasia-meta"
BROKEN_OFF = b"Content-Length: 99\r\n\r\n"
MALFORMED: Mapping[str, bytes] = {
    "chunk size": b"Transfer-Encoding: chunked\r\n\r\nZZ" + PHONE + b"\r\n",
    "later chunk": b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nZZ" + PHONE + b"\r\n",
    "no colon": PHONE + b"\r\n\r\n",
    "nought": b"A: " + PHONE + b"\0\r\n\r\n",
    "long": b"A: " + PHONE * 1000 + b"\r\n\r\n",
    "length": b"Content-Length: " + PHONE + b"x\r\n\r\n",
    "two lengths": b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n" + PHONE,
    "gzip": b"Content-Encoding: gzip\r\nContent-Length: 12\r\n\r\n" + PHONE,
    "deflate": b"Content-Encoding: deflate\r\nContent-Length: 12\r\n\r\n" + PHONE,
    "brotli": b"Content-Encoding: br\r\nContent-Length: 12\r\n\r\n" + PHONE,
    "unknown": b"Content-Encoding: " + PHONE + b"\r\nContent-Length: 12\r\n\r\n" + PHONE,
    "too large": b"Content-Length: 99999999\r\n\r\n" + PHONE * 400_000,
    "broken off": BROKEN_OFF + PHONE,
    "expects": b"Expect: " + PHONE + b"\r\nContent-Length: 2\r\n\r\n{}",
}
"""What follows the first lines of a request, with the secret and without."""
ADDRESSED = (
    b"\x16\x03\x01" + PHONE + b"\r\n\r\n",
    QUERY + b"\xff" + PHONE + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://[::1/" + PHONE + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://x:" + PHONE + b"/ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /" + PHONE * 1000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /health HTTP/9." + PHONE + b"\r\n\r\n",
)


class Desk:
    """Takes whatever comes."""

    async def receive(self, *given: Any, **more: Any) -> None:
        """Nothing comes of it."""

    async def receive_all(self, *given: Any) -> None:
        """Nothing comes of it."""

    async def set_aside(self, *given: Any) -> None:
        """Nothing comes of it."""


@pytest.fixture
async def here() -> AsyncIterator[Server]:
    desk = Desk()
    meta = routes(desk, secret="x", verify_token=TOKEN, phone_id="1")
    listening = Server(
        ("127.0.0.1", 0), [webhook(desk, secret=SECRET), *meta], ask=lambda: asyncio.sleep(0)
    )
    await listening.start()
    yield listening
    await listening.stop()


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


@asynccontextmanager
async def calling(port: int | None) -> AsyncIterator[tuple[StreamReader, StreamWriter]]:
    """A connection of somebody's, closed at the end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def answered(port: int | None, raw: bytes) -> bytes:
    """The first line of the answer; nothing where the connection is closed without one."""
    with suppress(ConnectionError):
        async with calling(port) as (reader, writer):
            writer.write(raw)
            if BROKEN_OFF in raw:
                writer.write_eof()
            return await reader.readline()
    return b""


def lines(log: pytest.LogCaptureFixture) -> list[str]:
    """The log as `tilik run` writes it."""
    return [logs.OneLine().format(record) for record in log.records]


async def refused(here: Server, raw: bytes, log: pytest.LogCaptureFixture) -> None:
    answer = await answered(here.port, raw)
    assert not answer or answer[8:10] == b" 4", answer
    assert len(lines(log)) <= 1
    told = "".join(lines(log))
    assert not any(one in told for one in (PHONE.decode(), SECRET, TOKEN, "Traceback"))


@pytest.mark.parametrize("name", MALFORMED)
@pytest.mark.parametrize("head", [HEAD, STRANGER], ids=["known", "stranger"])
async def test_a_malformed_request_is_refused_in_a_line_at_most(
    here: Server, log: pytest.LogCaptureFixture, name: str, head: bytes
) -> None:
    await refused(here, head + MALFORMED[name], log)


@pytest.mark.parametrize("raw", ADDRESSED)
async def test_so_is_one_whose_first_line_nobody_can_read(
    here: Server, log: pytest.LogCaptureFixture, raw: bytes
) -> None:
    await refused(here, raw, log)


async def test_many_malformed_requests_are_one_line(
    here: Server, log: pytest.LogCaptureFixture
) -> None:
    unread = next(one for one in logging.getLogger("tilik.server").filters)
    assert isinstance(unread, logs.Unread)
    for _ in range(20):
        await answered(here.port, ADDRESSED[0])
        await answered(here.port, STRANGER + MALFORMED["no colon"])
    assert len(lines(log)) <= 1


def test_what_was_not_told_is_counted_and_told_in_the_next_line() -> None:
    unread, said = logs.Unread(ValueError), []
    for second in (0, 1, 2, 59, 60, 61):
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "no", (), (ValueError, ValueError("a"), None)
        )
        record.created = float(second)
        if unread.filter(record):
            said.append((second, record.getMessage()))
    assert said == [
        (0, "requests that cannot be read: 1"),
        (60, "requests that cannot be read: 4"),
    ]


def test_a_line_that_comes_again_and_again_is_logged_so_often_a_minute() -> None:
    seldom, said = logs.Seldom(), []
    for number in range(3 * logs.MOST_LINES):
        record = logging.LogRecord("x", logging.ERROR, "a.py", number % 2, "no %d", (number,), None)
        record.created = 30.0 if number < 2 * logs.MOST_LINES + 20 else 70.0
        if seldom.filter(record):
            said.append(record.getMessage())
    assert len(said) == 2 * logs.MOST_LINES + logs.MOST_LINES - 20
    told = [line for line in said if "more of this is not logged" in line]
    assert told == [f"no {2 * logs.MOST_LINES - n} [more of this is not logged]" for n in (2, 1)]


def test_a_bug_in_a_request_is_told_with_its_place_and_nothing_it_says() -> None:
    unread = logs.Unread(ValueError)
    for _ in range(2):
        try:
            raise KeyError(PHONE)
        except KeyError as wrong:
            record = logging.LogRecord(
                "x", logging.ERROR, "", 0, "%s", ("a",), (KeyError, wrong, None)
            )
        assert unread.filter(record)
        told = logs.OneLine().format(record)
        assert "a request failed: KeyError at test_a_bug" in told
        assert PHONE.decode() not in told


async def test_a_task_that_nobody_waited_for_tells_no_more_than_its_kind(
    log: pytest.LogCaptureFixture,
) -> None:
    loop = asyncio.get_running_loop()
    words = f"Task exception was never retrieved ({PHONE!r})\nfuture: <Task {PHONE!r}>"
    loop.default_exception_handler({"message": words, "exception": ValueError(PHONE)})
    (line,) = lines(log)
    assert line.endswith("asyncio Task exception was never retrieved : ValueError at ")


# -- what holds the port up -------------------------------------------------------------------


async def test_half_a_request_is_not_waited_for_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "IDLE", 0.05)
    monkeypatch.setattr(bodies, "READ_IN", 0.05)
    listening = Server(
        ("127.0.0.1", 0), [webhook(Desk(), secret=SECRET)], ask=lambda: asyncio.sleep(0)
    )
    await listening.start()
    for half, answer in ((b"", b""), (HEAD, b""), (HEAD + b"Content-Length: 9\r\n\r\n{", b"408")):
        async with calling(listening.port) as (reader, writer):
            writer.write(half)
            assert answer in await reader.readline()
    await listening.stop()


async def test_where_there_are_too_many_connections_the_oldest_is_closed(
    here: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 2)
    async with calling(here.port) as (oldest, _), calling(here.port) as (newer, _):
        assert b" 200 " in await answered(here.port, b"GET /health HTTP/1.0\r\n\r\n")
        assert await oldest.read() == b""
        assert not newer.at_eof()


def test_small_bodies_are_taken_while_large_ones_hold_all_the_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bodies, "MOST_HELD", 3 * bodies.SMALL)
    held = bodies.Held()
    with held.room() as grow:
        grow(2 * bodies.SMALL)
        with held.room() as another:
            another(bodies.SMALL)
        with pytest.raises(web.HTTPServiceUnavailable), held.room() as another:
            another(bodies.SMALL + 1)
        with pytest.raises(web.HTTPRequestEntityTooLarge):
            grow(bodies.LARGEST + 1)
    assert held.bytes == 0
