"""The closed window, the send limits, and trouble on request."""

from time import monotonic

import aiohttp
import pytest

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from bot.sandbox.whatsapp.pace import overall, per_person, take
from bot.sandbox.whatsapp.refusal import GraphError
from tests.sandbox.whatsapp.talk import Bot, Clock, Door, message

HAI = {"body": "Hai"}


async def test_free_text_goes_only_within_a_day_of_the_persons_last_word(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, clock: Clock
) -> None:
    said = message(recipient=sari.id, text=HAI)
    clock.forward(hours=23, minutes=59, seconds=59)
    assert sari.window_is_open
    await bot.posts(said)
    clock.forward(seconds=1)
    assert await bot.refused(said) == (400, 131047)
    assert not sari.window_is_open
    sari.say("lagi")
    await bot.posts(said)


async def test_to_somebody_who_never_wrote_the_window_is_closed(box: WhatsAppBox, bot: Bot) -> None:
    box.phone(1002, number="62813")
    assert await bot.refused(message(to="62813", text=HAI)) == (400, 131047)


async def test_nobodys_number_is_undeliverable(box: WhatsAppBox, bot: Bot) -> None:
    assert await bot.refused(message(to="62899", text=HAI)) == (400, 131026)
    assert await bot.refused(message(recipient="ID.5", text=HAI)) == (400, 131026)
    assert box.ledger == []


async def test_who_blocks_is_not_reported_but_messages_fail(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, door: Door
) -> None:
    await box.quiet()
    sari.blocks()
    await bot.says(recipient=sari.id, text=HAI)
    await box.quiet()
    assert len(door.messages()) == 1
    assert [(s["status"], s["errors"][0]["code"]) for s in door.statuses()] == [("failed", 131026)]
    with pytest.raises(AssertionError, match="must unblock it first"):
        sari.say("Halo")
    sari.unblocks()
    sari.say("Halo")
    await bot.says(recipient=sari.id, text=HAI)
    assert sari.messages[-1].text == "Hai"


async def test_what_was_read_is_reported_once(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, door: Door
) -> None:
    await bot.says(recipient=sari.id, text=HAI)
    sari.reads()
    sari.reads()
    await box.quiet()
    assert [status["status"] for status in door.statuses()] == ["sent", "delivered", "read"]
    box.reads_receipts = True
    await bot.says(recipient=sari.id, text=HAI)
    await box.quiet()
    assert [status["status"] for status in door.statuses()][3:] == ["sent", "delivered", "read"]


async def test_sends_fail_as_often_as_was_planned(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, door: Door
) -> None:
    said = message(recipient=sari.id, text=HAI)
    box.faults.fail(131056, times=2)
    box.faults.fail(131016, http=503)
    assert [await bot.refused(said) for _ in range(3)] == [
        (400, 131056),
        (400, 131056),
        (503, 131016),
    ]
    box.faults.fail_later(131049)
    await bot.posts(said)
    await bot.posts(said)
    await box.quiet()
    assert [status["status"] for status in door.statuses()] == ["failed", "sent", "delivered"]
    assert door.statuses()[0]["errors"][0]["code"] == 131049
    assert len(sari.messages) == 2


async def test_an_answer_may_be_lost_after_the_message_arrived(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, door: Door
) -> None:
    box.faults.drop_after_accept()
    with pytest.raises(aiohttp.ClientError):
        await bot.says(recipient=sari.id, text=HAI, biz_opaque_callback_data="7")
    await box.quiet()
    assert sari.messages[-1].text == "Hai"
    assert [s["biz_opaque_callback_data"] for s in door.statuses()] == ["7", "7"]
    assert len(box.ledger) == 1
    await bot.says(recipient=sari.id, text=HAI)


async def test_an_answer_may_be_slow(box: WhatsAppBox, bot: Bot, sari: WaPhone) -> None:
    box.faults.slow = 0.05
    before = monotonic()
    await bot.says(recipient=sari.id, text=HAI)
    assert monotonic() - before >= 0.05


async def test_one_person_gets_45_in_a_burst_and_no_more(
    box: WhatsAppBox, bot: Bot, sari: WaPhone
) -> None:
    said = message(recipient=sari.id, text=HAI)
    box.monotonic = lambda: 100.0  # type: ignore[method-assign]
    for _ in range(45):
        await bot.posts(said)
    assert await bot.refused(said) == (400, 131056)
    box.limits = False
    await bot.posts(said)


def test_eighty_a_second_go_in_all_and_one_in_six_seconds_to_a_person() -> None:
    everybody, person = overall(), per_person()
    for _ in range(45):
        take(100.0, everybody, person)
    with pytest.raises(GraphError, match="131056"):
        take(105.9, everybody, person)
    take(106.1, everybody, person)
    for _ in range(80):
        take(200.0, everybody, None)
    with pytest.raises(GraphError, match="130429") as refused:
        take(200.0, everybody, None)
    assert refused.value.http == 429
    take(200.02, everybody, None)


async def test_a_message_is_addressed_to_exactly_one(
    box: WhatsAppBox, bot: Bot, sari: WaPhone
) -> None:
    assert await bot.refused(message(text=HAI)) == (400, 131008)
    both = message(to=sari.number, recipient=sari.id, text=HAI)
    assert await bot.refused(both) == (400, 131009)
    assert await bot.refused(message(to="+62 812", text=HAI)) == (400, 131009)
    assert await bot.refused(message(to=628, text=HAI)) == (400, 131009)
    assert await bot.refused(message(recipient=5, text=HAI)) == (400, 100)


async def test_what_is_around_a_message_is_checked(
    box: WhatsAppBox, bot: Bot, sari: WaPhone
) -> None:
    said = message(recipient=sari.id, text=HAI)
    assert await bot.refused({**said, "messaging_product": None}) == (400, 131008)
    assert await bot.refused({**said, "messaging_product": "sms"}) == (400, 100)
    assert await bot.refused({**said, "recipient_type": "group"}) == (400, 131009)
    assert await bot.refused({**said, "type": 5}) == (400, 100)
    assert await bot.refused({**said, "colour": "red"}) == (400, 100)
    assert await bot.refused({**said, "text": "Hai"}) == (400, 100)
    assert await bot.refused({**said, "text": {**HAI, "preview_url": "no"}}) == (400, 100)
    assert await bot.refused({**said, "context": {"message_id": "wamid.x"}}) == (400, 100)
    assert len(sari.messages) == 1


async def test_a_body_that_is_no_json_and_a_path_that_is_none_are_refused(
    box: WhatsAppBox, bot: Bot
) -> None:
    path = f"{box.business.phone_id}/messages"
    status, answer = await bot.calls("POST", path, json="{")
    assert (status, answer["error"]["code"]) == (400, 100)
    for method, path in (("GET", "1/2/3"), ("GET", "1"), ("POST", "1"), ("PUT", "1")):
        status, answer = await bot.calls(method, path)
        assert (status, answer["error"]["code"]) == (400, 100)


async def test_a_bounded_box_keeps_the_newest(box: WhatsAppBox, bot: Bot, sari: WaPhone) -> None:
    box.keep = 3
    for number in range(8):
        await bot.says(recipient=sari.id, text={"body": str(number)})
        await bot.refused(message(text=HAI))
    assert [bubble.text for bubble in sari.messages] == ["5", "6", "7"]
    assert len(box.ledger) <= 6
    assert len(box.refusals) <= 6
