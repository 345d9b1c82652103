"""The box opens, closes and opens again, on either event loop, and closes promptly."""

import asyncio
from time import monotonic

import aiohttp
import uvloop

from bot.sandbox.phones import Phone
from bot.sandbox.telegram import TelegramBox
from tests.sandbox.conftest import MORNING, TOKEN, Caller


async def test_a_box_that_was_closed_opens_again_with_all_it_remembers(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    sari.say("before")
    poll = asyncio.create_task(caller("getUpdates", offset=3, timeout=20))
    await asyncio.sleep(0.05)
    began = monotonic()
    await box.stop()
    assert monotonic() - began < 3
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
        await asyncio.sleep(0.05)
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
