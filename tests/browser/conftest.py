"""Every test gets its own box, bot and page; the browser and its window are there once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from shutil import which

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright
from playwright.async_api import Page as Window

from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.serving import mounted
from bot.sandbox.records import WallPoster
from bot.sandbox.telegram import TelegramBox
from tests.browser.echo import TOKEN, Caller, echo
from tests.browser.stage import BUDI, SARI, Stage, opened, window

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = next(filter(None, map(which, BROWSERS)), None)
    if path is None:
        pytest.skip("NO CHROMIUM: the browser promises were NOT checked")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture
async def beside() -> PhonesPage:
    """The page: two people, two posters, and a clock that can be moved an hour at a time."""
    moment = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)

    async def forward(minutes: float) -> None:
        nonlocal moment
        if minutes > 60:
            raise ValueError("Jam ini hanya maju sejam.")
        moment += timedelta(minutes=minutes)

    box = TelegramBox(TOKEN, username="TilikBot", clock=lambda: moment, flood=False)
    page = mounted(box)
    page.on_forward = forward
    box.phone(SARI, name="Sari")
    box.phone(BUDI, name="Budi")
    page.roles = {SARI: "citizen", BUDI: "head"}
    link = "https://t.me/TilikBot?start="
    page.posters = [
        WallPoster("KTP-el", "Loket 3", "K7P3X", f"{link}K7P3X"),
        WallPoster("Akta", "Loket 4", "M2Q9T", f"{link}M2Q9T"),
    ]
    return page


@pytest_asyncio.fixture
async def box(beside: PhonesPage) -> AsyncIterator[TelegramBox]:
    """Its Telegram, listening."""
    box = beside.telegram
    await box.start()
    yield box
    await box.stop()


@pytest_asyncio.fixture
async def caller(box: TelegramBox) -> AsyncIterator[Caller]:
    """The bot is running; what it may also say by itself goes through here."""
    async with aiohttp.ClientSession() as session:
        caller = Caller(box.url, session)
        bot = asyncio.create_task(echo(caller))
        yield caller
        assert not bot.done(), bot
        bot.cancel()
        with suppress(asyncio.CancelledError):
            await bot


@pytest_asyncio.fixture(scope="session")
async def wide(browser: Browser) -> AsyncIterator[Window]:
    """The window that most tests open the page in, one after another."""
    async with window(browser) as there:
        yield there


@pytest_asyncio.fixture
async def stage(wide: Window, box: TelegramBox, caller: Caller) -> AsyncIterator[Stage]:
    async with opened(wide, box, caller=caller) as stage:
        yield stage


@pytest_asyncio.fixture
async def started(stage: Stage) -> Stage:
    """Sari has pressed Start and was asked."""
    await stage.on("start").click()
    await stage.reads(SARI, "Bagaimana layanan kami?")
    return stage
