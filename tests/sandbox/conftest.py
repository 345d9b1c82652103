"""A box that listens, a phone that has started, and a caller that speaks the Bot API."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone

TOKEN = "1:demo"
MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


async def waited_for(box: TelegramBox) -> None:
    """Until a poller waits for news."""
    await box.calm.until(lambda: box.delivery.polled)


class Caller:
    """`await caller("sendMessage", chat_id=1, text="x")` gives the whole answer as a dict."""

    def __init__(self, box: TelegramBox, session: aiohttp.ClientSession) -> None:
        self.box = box
        self.session = session

    async def __call__(self, method: str, token: str = TOKEN, **given: Any) -> dict[str, Any]:
        url = f"{self.box.url}/bot{token}/{method}"
        async with self.session.post(url, json=given) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == (200 if answer["ok"] else answer["error_code"])
            return answer

    async def result(self, method: str, **given: Any) -> Any:
        answer = await self(method, **given)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **given: Any) -> tuple[int, str]:
        answer = await self(method, **given)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def form(self, method: str, form: aiohttp.FormData) -> dict[str, Any]:
        url = f"{self.box.url}/bot{TOKEN}/{method}"
        async with self.session.post(url, data=form) as response:
            answer: dict[str, Any] = await response.json()
            return answer


@pytest.fixture
async def box() -> AsyncIterator[TelegramBox]:
    box = TelegramBox(TOKEN, username="TilikBot", clock=lambda: MORNING, flood=False)
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def caller(box: TelegramBox, session: aiohttp.ClientSession) -> Caller:
    return Caller(box, session)


@pytest.fixture
async def sari(box: TelegramBox, caller: Caller) -> Phone:
    """A phone that has started the bot; its /start is already taken."""
    phone = box.phone(1001, name="Sari")
    phone.start()
    await caller.result("getUpdates", offset=box.delivery.last + 1)
    return phone
