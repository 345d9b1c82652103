"""The box opens, closes and opens again, on either event loop, and closes promptly."""

import asyncio

import aiohttp
import pytest
import uvloop

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import MORNING, TOKEN, Caller, waited_for

A_DAY = 86_400
"""Seconds: nobody waits for the end of such a poll, but for what ends it."""


async def test_a_box_that_was_closed_opens_again_with_all_it_remembers(
    box: TelegramBox, caller: Caller, sari: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    sari.say("before")
    monkeypatch.setattr("bot.sandbox.telegram.calls.api.LONGEST_POLL", A_DAY)
    poll = asyncio.create_task(caller("getUpdates", offset=3, timeout=A_DAY))
    await waited_for(box)
    await box.stop()
    assert await poll == {"ok": True, "result": []}
    await box.start(port=int(box.url.rpartition(":")[2]))
    sari.say("after")
    (update,) = await caller.result("getUpdates")
    assert update["message"]["text"] == "after"
    assert [bubble.text for bubble in sari.messages] == ["/start", "before", "after"]


async def _a_short_story() -> list[str]:
    box = TelegramBox(TOKEN, username="TilikBot", clock=lambda: MORNING)
    await box.start()
    async with aiohttp.ClientSession() as session:
        caller = Caller(box, session)
        phone = box.phone(1, name="Sari")
        poll = asyncio.create_task(caller.result("getUpdates", timeout=20))
        await waited_for(box)
        phone.start()
        (update,) = await poll
        await caller.result("sendMessage", chat_id=1, text="halo")
        await caller.result("getUpdates", offset=update["update_id"] + 1)
        await box.quiet()
    await box.stop()
    return [bubble.text for bubble in phone.messages]


async def test_the_box_runs_on_uvloop_too() -> None:
    told = await asyncio.to_thread(uvloop.run, _a_short_story())
    assert told == ["/start", "halo"]
