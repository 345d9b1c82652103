"""What a browser test holds in its hands: the box, the bot's voice, and the open page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from bot.sandbox.telegram import TelegramBox
from tests.browser.echo import Caller

SARI, BUDI = 1001, 1002

expect.set_options(timeout=120_000)


@dataclass(frozen=True)
class Stage:
    box: TelegramBox
    caller: Caller
    page: Page
    asked: list[str]
    faults: list[str]

    def phone(self, person: int | str) -> Locator:
        return self.page.get_by_test_id(f"phone-{person}")

    def on(self, control: str, person: int | str = SARI) -> Locator:
        """A control of this person's phone: "say", "send", "start", "block", ..."""
        return self.page.get_by_test_id(f"{control}-{person}")

    async def says(self, person: int | str, text: str) -> None:
        await self.on("say", person).fill(text)
        await self.on("say", person).press("Enter")

    async def reads(self, person: int | str, text: str) -> None:
        await expect(self.phone(person).locator(".text", has_text=text).last).to_be_visible()


@asynccontextmanager
async def opened(
    browser: Browser, box: TelegramBox, *, caller: Caller, width: int = 1280, **more: Any
) -> AsyncIterator[Stage]:
    """The page in a window of its own, `width` by 800 pixels."""
    context = await browser.new_context(viewport={"width": width, "height": 800}, **more)
    stage = Stage(box, caller, await context.new_page(), [], [])
    stage.page.on("request", lambda request: stage.asked.append(request.url))
    stage.page.on("pageerror", lambda error: stage.faults.append(str(error)))
    await stage.page.goto(box.url)
    await expect(stage.phone(SARI)).to_be_visible()
    yield stage
    await stage.page.unroute_all(behavior="ignoreErrors")
    await context.close()
    assert not stage.faults
