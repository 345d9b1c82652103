"""getUpdates: in order, again until confirmed, and to one poller at a time."""

import asyncio

import pytest

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.events.updates import TAP
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import Caller, waited_for

A_DAY = 86_400
"""Seconds: nobody waits for the end of such a poll, but for what ends it."""
CONFLICT = (
    409,
    (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    ),
)


async def polled(caller: Caller, **given: object) -> list[int]:
    return [update["update_id"] for update in await caller.result("getUpdates", **given)]


async def test_updates_come_again_until_an_offset_confirms_them(
    caller: Caller, sari: Phone
) -> None:
    for text in "abc":
        sari.say(text)
    assert await polled(caller) == [2, 3, 4]
    assert await polled(caller, limit=2) == [2, 3]
    assert await polled(caller, offset=3) == [3, 4]
    assert await polled(caller, offset=1) == [3, 4]
    assert await polled(caller, offset=-1) == [4]
    assert await polled(caller) == [4]
    assert await polled(caller, offset=5) == []


async def test_a_long_poll_answers_as_soon_as_there_is_news(
    box: TelegramBox, caller: Caller, sari: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.telegram.calls.api.LONGEST_POLL", A_DAY)
    poll = asyncio.create_task(polled(caller, timeout=A_DAY))
    await waited_for(box)
    sari.say("halo")
    assert await poll == [2]


async def test_a_long_poll_ends_empty_when_its_time_is_over(caller: Caller, sari: Phone) -> None:
    assert await polled(caller, offset=2, timeout=1) == []


async def test_a_second_poller_ends_the_first(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    first = asyncio.create_task(caller.refusal("getUpdates", timeout=50))
    await waited_for(box)
    second = asyncio.create_task(polled(caller, timeout=50))
    assert await first == CONFLICT
    await waited_for(box)
    sari.say("halo")
    assert await second == [2]


async def test_a_poller_is_refused_while_a_webhook_is_set(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    poll = asyncio.create_task(caller.refusal("getUpdates", timeout=50))
    await waited_for(box)
    await caller.result("setWebhook", url="http://127.0.0.1:9/")
    assert await poll == (409, "Conflict: terminated by setWebhook request")
    assert await caller.refusal("getUpdates") == (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first"
        ),
    )
    await caller.result("deleteWebhook")
    assert await polled(caller) == []


async def test_only_the_kinds_that_were_asked_for_are_kept(caller: Caller, sari: Phone) -> None:
    await caller.result("getUpdates", allowed_updates=[TAP])
    sari.say("not asked for")
    sari.press(1, "a")
    (update,) = await caller.result("getUpdates")
    assert TAP in update
    await caller.result("getUpdates", offset=update["update_id"] + 1, allowed_updates=[])
    sari.say("asked for")
    assert len(await polled(caller)) == 1


async def test_a_tap_waits_150_seconds_and_a_text_longer(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    sari.press(1, "a")
    sari.say("halo")
    box.delivery.tap_lifetime = 0.0
    (update,) = await caller.result("getUpdates")
    assert update["message"]["text"] == "halo"


async def test_waiting_updates_can_be_dropped(caller: Caller, sari: Phone) -> None:
    sari.say("old")
    await caller.result("deleteWebhook", drop_pending_updates=True)
    assert await polled(caller) == []


async def test_quiet_waits_for_the_last_confirmation(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    await box.quiet()
    sari.say("halo")
    with pytest.raises(AssertionError, match="1 updates wait"):
        await box.quiet(timeout=0)
    await polled(caller, offset=3)
    await box.quiet()
