"""A WhatsApp that listens, a door of the bot's, and a bot that speaks the Graph API."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.sandbox.whatsapp.talk import (
    BUSINESS_ID,
    PHONE_ID,
    SECRET,
    TOKEN,
    VERIFY,
    Bot,
    Clock,
    Door,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def box(clock: Clock) -> AsyncIterator[WhatsAppBox]:
    box = WhatsAppBox(
        token=TOKEN,
        phone_id=PHONE_ID,
        business_id=BUSINESS_ID,
        app_secret=SECRET,
        verify_token=VERIFY,
        clock=clock,
    )
    box.haste = 0.01
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def door(box: WhatsAppBox) -> AsyncIterator[Door]:
    door = Door()
    app = web.Application()
    app.router.add_post("/hook", door.opened)
    app.router.add_get("/hook", door.challenged)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    box.hook(door.url)
    yield door
    await runner.cleanup()


@pytest.fixture
async def bot(box: WhatsAppBox, session: aiohttp.ClientSession) -> Bot:
    return Bot(box, session)


@pytest.fixture
async def sari(box: WhatsAppBox) -> WaPhone:
    """A phone whose window is open."""
    sari = box.phone(1001, name="Sari")
    sari.start()
    return sari
