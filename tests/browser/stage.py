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
async def window(browser: Browser, *, width: int = 1280, **more: Any) -> AsyncIterator[Page]:
    """An empty window, `width` by 800 pixels: for each the browser starts a process."""
    context = await browser.new_context(viewport={"width": width, "height": 800}, **more)
    yield await context.new_page()
    await context.close()


@asynccontextmanager
async def opened(page: Page, box: TelegramBox, *, caller: Caller) -> AsyncIterator[Stage]:
    """The page of the phones in this window, which is left as empty as it was."""
    stage = Stage(box, caller, page, [], [])
    hears = {
        "request": lambda request: stage.asked.append(request.url),
        "pageerror": lambda error: stage.faults.append(str(error)),
    }
    for event, hear in hears.items():
        page.on(event, hear)  # type: ignore[call-overload]
    await page.goto(box.url)
    await expect(stage.phone(SARI)).to_be_visible()
    yield stage
    await page.unroute_all(behavior="ignoreErrors")
    await page.evaluate("localStorage.clear()")
    for event, hear in hears.items():
        page.remove_listener(event, hear)
    await page.goto("about:blank")
    assert not stage.faults
