"""The webhook: the secret, one queue per chat and another for taps, and Telegram's patience."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.calm import AT_LAST
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import Caller


class Door:
    """A webhook: what came in, when, and what each call is answered with (200 after that)."""

    def __init__(self) -> None:
        self.came: list[dict[str, Any]] = []
        self.at: list[float] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.refuses: set[str] = set()
        self.url = ""
        self.rang = asyncio.Event()

    async def open(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.came.append(update)
        self.at.append(monotonic())
        self.rang.set()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refuses & set(update):
            return web.Response(status=500)
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    async def until(self, calls: int) -> None:
        async with asyncio.timeout(AT_LAST):
            while len(self.came) < calls:
                self.rang.clear()
                await self.rang.wait()

    def said(self) -> list[str]:
        return [
            update["message"]["text"] if "message" in update else update["callback_query"]["data"]
            for update in self.came
        ]


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    door = Door()
    app = web.Application()
    app.router.add_post("/hook", door.open)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield door
    await runner.cleanup()


async def test_an_update_is_posted_with_the_secret(
    box: TelegramBox, caller: Caller, sari: Phone, door: Door
) -> None:
    sari.say("before")
    await caller.result("setWebhook", url=door.url, secret_token="rahasia_1")
    sari.say("after")
    await box.quiet()
    assert door.said() == ["before", "after"]
    assert door.secrets == ["rahasia_1", "rahasia_1"]
    assert box.delivery.waiting() == 0


async def test_a_refused_update_comes_at_once_then_after_2_4_8_seconds(
    box: TelegramBox, caller: Caller, sari: Phone, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.haste = 0.02
    asked, patience = list[int](), box.webhook.patience
    monkeypatch.setattr(
        box.webhook, "patience", lambda tries: asked.append(tries) or patience(tries)
    )
    door.answers = [500, 404, 503, 302]
    await caller.result("setWebhook", url=door.url)
    sari.say("halo")
    await box.quiet()
    waits = [after - before for before, after in zip(door.at, door.at[1:], strict=False)]
    assert len(waits) == 4
    for wait, seconds in zip(waits, (0, 2, 4, 8), strict=True):
        assert seconds * 0.02 <= wait
    assert asked == [0, 1, 2, 3]
    assert box.webhook.last_error.startswith("302")


async def test_the_patience_ends_at_60_seconds(box: TelegramBox) -> None:
    waits = [box.webhook.patience(tries) for tries in range(9)]
    assert waits == [0, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_only_the_queue_that_failed_waits(
    box: TelegramBox, caller: Caller, sari: Phone, door: Door
) -> None:
    budi = box.phone(1002, name="Budi")
    door.answers = [500, 500]
    await caller.result("setWebhook", url=door.url)
    sari.say("first")
    await door.until(2)
    sari.say("second")
    budi.say("other chat")
    await door.until(3)
    assert door.said() == ["first", "first", "other chat"]


async def test_a_tap_passes_a_text_that_waits(caller: Caller, sari: Phone, door: Door) -> None:
    door.refuses = {"message"}
    await caller.result("setWebhook", url=door.url)
    sari.say("text")
    await door.until(2)
    sari.press(1, "tap")
    await door.until(3)
    assert door.said() == ["text", "text", "tap"]


async def test_a_deleted_webhook_leaves_what_waits_to_a_poller(
    caller: Caller, sari: Phone, door: Door
) -> None:
    door.refuses = {"message"}
    await caller.result("setWebhook", url=door.url)
    sari.say("halo")
    await door.until(1)
    await caller.result("deleteWebhook")
    (update,) = await caller.result("getUpdates")
    assert update["message"]["text"] == "halo"


async def test_a_webhook_that_telegram_refuses(caller: Caller) -> None:
    assert await caller.refusal("setWebhook", url="ftp://x.id") == (
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    )
    assert await caller.refusal("setWebhook", url="https://x.id", secret_token="é") == (
        400,
        "Bad Request: secret token contains unallowed characters",
    )


async def test_an_update_can_be_posted_twice(
    box: TelegramBox, caller: Caller, sari: Phone, door: Door
) -> None:
    box.faults.repeat_updates = 1.0
    await caller.result("setWebhook", url=door.url)
    for _ in range(20):
        sari.say("halo")
    await box.quiet()
    assert len(door.came) == 40
    assert 20 < len({update["update_id"] for update in door.came}) < 40


async def test_nothing_is_posted_while_telegram_is_down(
    box: TelegramBox, caller: Caller, sari: Phone, door: Door
) -> None:
    await caller.result("setWebhook", url=door.url)
    box.faults.down = True
    sari.say("halo")
    await asyncio.sleep(0.1)
    assert not door.came
    box.faults.down = False
    await box.quiet()
    assert door.said() == ["halo"]
