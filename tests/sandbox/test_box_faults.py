"""Trouble on request, and the limits on sending."""

import asyncio
from time import monotonic
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import TelegramBox, flood
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.refusal import RefusalError
from tests.sandbox.conftest import Caller, waited_for


async def test_the_next_calls_fail_as_planned(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    box.faults.fail("sendMessage", 500)
    box.faults.fail("sendMessage", 429, times=2, retry_after=7)
    box.faults.fail("getMe", 400, description="Bad Request: out of order")
    send: dict[str, Any] = {"chat_id": sari.id, "text": "a"}
    assert await caller.refusal("sendMessage", **send) == (500, "Internal Server Error")
    for _ in range(2):
        answer = await caller("sendMessage", **send)
        assert answer["parameters"] == {"retry_after": 7}
        assert answer["description"] == "Too Many Requests: retry after 7"
    assert await caller.refusal("getMe") == (400, "Bad Request: out of order")
    await caller.result("getMe")
    await caller.result("sendMessage", **send)
    assert len(sari.messages) == 2


async def test_an_accepted_call_can_lose_its_answer(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    box.faults.drop_after_accept("sendMessage")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await caller("sendMessage", chat_id=sari.id, text="shown")
    await caller.result("sendMessage", chat_id=sari.id, text="answered")
    assert [bubble.text for bubble in sari.messages[1:]] == ["shown", "answered"]
    assert [sent.payload["text"] for sent in box.ledger] == ["shown", "answered"]


async def test_while_down_every_connection_is_closed(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    poll = asyncio.create_task(caller("getUpdates", timeout=20))
    await waited_for(box)
    box.faults.down = True
    with pytest.raises(aiohttp.ClientError):
        await poll
    with pytest.raises(aiohttp.ClientError):
        await caller("sendMessage", chat_id=sari.id, text="a")
    box.faults.down = False
    await caller.result("sendMessage", chat_id=sari.id, text="b")
    assert [bubble.text for bubble in sari.messages[1:]] == ["b"]


async def test_a_slow_answer_comes_after_the_message(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    box.faults.slow = 0.2
    began = monotonic()
    call = asyncio.create_task(caller("sendMessage", chat_id=sari.id, text="a"))
    await box.calm.until(lambda: sari.messages[-1].text == "a")
    assert not call.done()
    await call
    assert monotonic() - began >= 0.2


async def test_a_delayed_update_comes_later(box: TelegramBox, caller: Caller, sari: Phone) -> None:
    box.faults.delay = 0.1
    sari.say("halo")
    assert not box.delivery.pending
    assert box.delivery.waiting() == 1
    assert len(await caller.result("getUpdates", timeout=50)) == 1


async def test_a_tap_can_overtake_a_text_but_no_text_another(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    box.faults.reorder = 1.0
    sari.say("a")
    sari.say("b")
    sari.press(1, "tap")
    updates = await caller.result("getUpdates")
    assert [update["update_id"] for update in updates] == [2, 3, 4]
    assert [update.get("message", {}).get("text") for update in updates] == ["a", None, "b"]


async def test_a_poller_can_get_an_update_twice(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    box.faults.repeat_updates = 1.0
    for _ in range(20):
        sari.say("halo")
    came = []
    offset = 0
    while batch := await caller.result("getUpdates", offset=offset):
        came += [update["update_id"] for update in batch]
        offset = max(came) + 1
    assert len(came) == 40
    assert 20 < len(set(came)) < 40


def test_a_bucket_pays_back_a_burst_and_refuses_during_its_wait() -> None:
    bucket = flood.per_chat()
    for _ in range(5):
        flood.take(100.0, bucket)
    for now, seconds in ((100.0, 1), (100.5, 1), (100.99, 1)):
        with pytest.raises(RefusalError) as refusal:
            flood.take(now, bucket)
        assert (refusal.value.code, refusal.value.retry_after) == (429, seconds)
    flood.take(101.0, bucket)
    with pytest.raises(RefusalError):
        flood.take(101.5, bucket)


def test_thirty_a_second_go_to_all_chats_together() -> None:
    overall = flood.overall()
    for _ in range(30):
        flood.take(100.0, overall, flood.per_chat())
    with pytest.raises(RefusalError):
        flood.take(100.0, overall, flood.per_chat())
    for _ in range(30):
        flood.take(101.0, overall, flood.per_chat())


async def test_the_sixth_send_in_a_burst_to_one_chat_is_refused(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    now = 100.0
    box.flood, box.monotonic = True, lambda: now  # type: ignore[method-assign]
    for number in range(4):
        await caller.result("sendMessage", chat_id=sari.id, text=str(number))
    await caller.result("editMessageText", chat_id=sari.id, message_id=2, text="edits count")
    answer = await caller("sendMessage", chat_id=sari.id, text="too soon")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    now = 101.05
    await caller.result("sendMessage", chat_id=sari.id, text="in time")
