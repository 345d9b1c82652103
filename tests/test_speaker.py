"""The speaker: what stands between Tilik and Telegram is no reason to drop a letter."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.channel import Spoken, Undelivered
from bot.sandbox.telegram import TelegramBox
from bot.telegram.speaker import TelegramSpeaker
from tests.actors import Clock
from tests.whatsapp import PNG

HALO = Spoken("Halo")


@pytest.mark.parametrize(
    ("status", "why"), [(200, "unknown"), (401, "later"), (404, "later"), (502, "unknown")]
)
async def test_of_a_page_of_a_gateway_only_a_refusal_is_certain(status: int, why: str) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(status=status, text="<html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0]
    speaker = TelegramSpeaker("1:demo", api=f"http://{host}:{port}", rate=0)
    await speaker.open()
    try:
        with pytest.raises(Undelivered) as wrong:
            await speaker.say("1001", Spoken("Halo"), kind="reply")
        assert wrong.value.why == why
    finally:
        await speaker.close()
        await runner.cleanup()


async def test_where_nobody_listens_nothing_was_sent_for_certain() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert await said(f"http://127.0.0.1:{closed.getsockname()[1]}") == "later"


async def test_a_connection_lost_after_the_request_is_of_unknown_outcome() -> None:
    async def takes_and_leaves(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(takes_and_leaves, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    try:
        assert await said(f"http://{host}:{port}") == "unknown"
    finally:
        server.close()
        await server.wait_closed()


async def test_what_telegram_accepted_without_an_answer_is_of_unknown_outcome(
    box: TelegramBox,
) -> None:
    box.faults.drop_after_accept("sendMessage")
    assert await said(box.url) == "unknown"
    assert len(box.ledger) == 1


@pytest.mark.parametrize(
    ("code", "why"), [(429, "later"), (403, "gone"), (400, "wrong"), (500, "unknown")]
)
async def test_what_telegram_says_tells_whether_it_arrived(
    box: TelegramBox, code: int, why: str
) -> None:
    box.faults.fail("sendMessage", code)
    assert await said(box.url) == why
    assert box.ledger == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("message can't be edited", "lost"),
        ("message to edit not found", "lost"),
        ("MESSAGE_ID_INVALID", "lost"),
        ("there is no text in the message to edit", "lost"),
        ("can't parse entities: Can't find end of the entity", "lost"),
        ("message is not modified: specified new message content", "said"),
        ("chat not found", "gone"),
        ("PEER_ID_INVALID", "gone"),
    ],
)
@pytest.mark.parametrize(
    "spoken",
    [Spoken("Halo", about="1"), Spoken("", about="1"), Spoken("Halo", picture=PNG, about="p1")],
)
async def test_a_change_that_is_refused_for_any_reason_can_be_said_anew(
    box: TelegramBox, words: str, why: str, spoken: Spoken
) -> None:
    box.faults.fail("*", 400, description=f"Bad Request: {words}")
    assert await said(box.url, spoken) == why
    assert box.ledger == []


async def test_a_letter_that_is_stopped_at_the_last_moment_is_not_sent(box: TelegramBox) -> None:
    async def before() -> None:
        raise LookupError

    speaker = TelegramSpeaker("1:demo", api=box.url)
    await speaker.open()
    with pytest.raises(LookupError):
        await speaker.say("1001", Spoken("Halo"), kind="prompt", before=before)
    await speaker.close()
    assert box.ledger == []


async def test_a_letter_in_quiet_hours_comes_without_a_sound(box: TelegramBox) -> None:
    speaker = TelegramSpeaker("1:demo", api=box.url)
    await speaker.open()
    await speaker.say("1001", Spoken("Halo", hushed=True), kind="reply")
    await speaker.close()
    assert box.ledger[0].payload["disable_notification"] is True


async def said(api: str, spoken: Spoken = HALO) -> str:
    """What becomes of one message; why not, or 'said'."""
    speaker = TelegramSpeaker("1:demo", api=api, rate=0)
    await speaker.open()
    try:
        await speaker.say("1001", spoken, kind="prompt")
    except Undelivered as wrong:
        return wrong.why
    finally:
        await speaker.close()
    return "said"


@pytest.fixture
async def box() -> AsyncIterator[TelegramBox]:
    made = TelegramBox("1:demo", username="TilikBot", clock=Clock(), flood=False)
    made.phone(1001).start()
    await made.start()
    yield made
    await made.stop()
