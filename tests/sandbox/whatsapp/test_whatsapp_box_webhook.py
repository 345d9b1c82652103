"""Webhooks: verified, batched, signed, and repeated whole until they are answered 200."""

import aiohttp
import pytest

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from bot.whatsapp.inbound.heard import items
from tests.sandbox.whatsapp.talk import Bot, Door


async def test_a_webhook_is_set_when_it_echoes_the_challenge(box: WhatsAppBox, door: Door) -> None:
    box.hook("")
    box.phone(1001).say("Halo")
    await box.subscribe(door.url)
    await box.quiet()
    assert door.texts() == ["Halo"]


async def test_a_webhook_that_echoes_nothing_is_not_set(box: WhatsAppBox, door: Door) -> None:
    box.hook("")
    door.echoes = False
    with pytest.raises(AssertionError, match="answered 200 'no' to the challenge"):
        await box.subscribe(door.url)
    box.verify_token = "wrong"
    door.echoes = True
    with pytest.raises(AssertionError, match="answered 200 'no' to the challenge"):
        await box.subscribe(door.url)
    assert box.webhook.url == ""


async def test_what_happens_at_once_comes_as_one_batch_of_several_entries(
    box: WhatsAppBox, door: Door
) -> None:
    people = [box.phone(1000 + n, name=f"P{n}", number=None if n % 3 else "") for n in range(20)]
    for phone in people:
        phone.say(f"Halo dari {phone.name}")
    await box.quiet()
    (body,) = door.came
    assert len(body["entry"]) > 1
    assert all(len(entry["changes"]) > 1 for entry in body["entry"][:-1])
    assert door.texts() == [f"Halo dari {phone.name}" for phone in people]
    for item in items(body):
        assert item["contact"]["user_id"] == item["message"]["from_user_id"]


async def test_messages_and_statuses_share_a_change(
    box: WhatsAppBox, door: Door, bot: Bot, sari: WaPhone
) -> None:
    await box.quiet()
    await bot.says(recipient=sari.id, text={"body": "Hai"})
    await box.quiet()
    box.hook("")
    sari.reads()
    sari.say("Halo juga")
    box.hook(door.url)
    await box.quiet()
    assert {"messages", "statuses", "contacts"} <= set(door.values()[-1])


@pytest.mark.parametrize("answer", [201, 301, 401, 404, 500, 503])
async def test_a_batch_that_is_not_answered_200_is_repeated_whole(
    box: WhatsAppBox, door: Door, sari: WaPhone, answer: int
) -> None:
    await box.quiet()
    before = len(door.came)
    door.answers = [answer, answer]
    sari.say("lagi")
    await box.quiet()
    first, second, third = door.came[before:]
    assert first == second == third


async def test_a_batch_that_fails_holds_up_no_other(
    box: WhatsAppBox, door: Door, sari: WaPhone
) -> None:
    await box.quiet()
    door.refuses = {"pertama"}
    sari.say("pertama")
    await door.until_refused()
    sari.say("kedua")
    await door.until(2)
    assert door.texts() == ["Halo", "kedua"]
    with pytest.raises(AssertionError, match="1 events wait"):
        await box.quiet(timeout=0)
    door.refuses = set()
    await box.quiet()
    assert door.texts() == ["Halo", "kedua", "pertama"]


async def test_retries_wait_longer_and_longer_up_to_a_minute(box: WhatsAppBox) -> None:
    waits = [box.webhook.patience(tries) for tries in range(8)]
    assert waits == [0, 2, 4, 8, 16, 32, 60, 60]


async def test_what_was_not_taken_waits_while_the_box_is_closed(
    box: WhatsAppBox, door: Door, sari: WaPhone
) -> None:
    door.refuses = {"text"}
    await door.until_refused()
    await box.stop()
    sari.say("kedua")
    door.refuses = set()
    await box.start()
    await box.quiet()
    assert sorted(door.texts()) == ["Halo", "kedua"]


async def test_what_the_old_webhook_did_not_take_goes_to_the_new_one(
    box: WhatsAppBox, door: Door, sari: WaPhone
) -> None:
    door.refuses = {"text"}
    await door.until_refused()
    box.hook("")
    door.refuses = set()
    with pytest.raises(AssertionError, match="1 events wait"):
        await box.quiet(timeout=0)
    box.hook(door.url)
    await box.quiet()
    assert door.texts() == ["Halo"]


async def test_while_the_network_is_down_nothing_comes_or_goes(
    box: WhatsAppBox, door: Door, bot: Bot, sari: WaPhone
) -> None:
    box.faults.down = True
    with pytest.raises(aiohttp.ClientError):
        await bot.says(recipient=sari.id, text={"body": "Hai"})
    assert door.came == []
    box.faults.down = False
    await box.quiet()
    assert door.texts() == ["Halo"]
    assert len(sari.messages) == 1


async def test_what_is_delayed_is_waited_for(box: WhatsAppBox, door: Door, sari: WaPhone) -> None:
    await box.quiet()
    box.faults.delay = 0.05
    sari.say("kedua")
    await box.quiet()
    assert door.texts() == ["Halo", "kedua"]
