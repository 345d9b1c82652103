"""People and their phones, and the box itself: known again, watched, closed and opened."""

import asyncio

import pytest

from bot.sandbox.whatsapp import WhatsAppBox
from tests.sandbox.whatsapp.talk import Bot, Door, buttons, message

HAI = {"body": "Hai"}


async def test_a_person_is_known_by_id_by_number_of_the_id_and_by_name(box: WhatsAppBox) -> None:
    sari = box.phone(1001, name="Sari", language="en")
    assert sari.id == "ID.1001"
    assert box.phone("ID.1001") is box.phone("Sari") is box.phone(1001) is sari
    assert (sari.name, sari.language) == ("Sari", "en")
    assert box.phones == {"ID.1001": sari}
    budi = box.phone("Budi")
    assert budi.id.startswith("ID.")
    assert budi.id[3:].isdigit()
    assert repr(budi) == f"<WaPhone {budi.id} Budi>"


async def test_everybody_has_a_phone_number_of_their_own_unless_none_is_wanted(
    box: WhatsAppBox,
) -> None:
    people = [box.phone(number) for number in range(5)]
    assert len({phone.number for phone in people}) == 5
    assert all(str(phone.number).isdigit() for phone in people)
    assert box.phone(9, number=None).number is None


async def test_a_number_that_changed_reaches_its_owner(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone(1001, number="62811")
    sari.say("Halo")
    sari.number = "62822"
    await bot.says(to="62822", text=HAI)
    assert sari.messages[-1].text == "Hai"
    assert await bot.refused(message(to="62811", text=HAI)) == (400, 131026)


async def test_a_forged_tap_is_sent_as_it_is(box: WhatsAppBox, door: Door, bot: Bot) -> None:
    sari = box.phone(1001)
    sari.say("Halo")
    await bot.asks(sari, buttons("Sudah?", [("ya", "Ya")]))
    sari.press(sari.messages[-1].id, "forged")
    await box.quiet()
    assert door.messages()[-1]["interactive"]["button_reply"]["id"] == "forged"


async def test_the_wamids_of_two_boxes_are_never_alike(box: WhatsAppBox) -> None:
    other = WhatsAppBox(
        token="t",
        phone_id=box.business.phone_id,
        business_id=box.business.business_id,
        app_secret="s",
        verify_token="v",
        clock=box.clock,
    )
    ours, theirs = ({b.new_wamid() for _ in range(50)} for b in (box, other))
    assert len(ours | theirs) == 100


async def test_an_open_call_is_not_quiet(box: WhatsAppBox, door: Door, bot: Bot) -> None:
    sari = box.phone(1001)
    sari.say("Halo")
    await box.quiet()
    box.faults.slow = 0.3
    call = asyncio.ensure_future(bot.says(recipient=sari.id, text=HAI))
    await box.calm.until(lambda: box.calm.calls == 1)
    with pytest.raises(AssertionError, match="1 calls are open"):
        await box.quiet(timeout=0)
    await call


async def test_a_closed_box_opens_again_with_all_that_it_knew(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone(1001)
    sari.say("Halo")
    await box.quiet()
    await box.stop()
    await box.start()
    await bot.says(recipient=sari.id, text=HAI)
    await box.quiet()
    assert sari.messages[-1].text == "Hai"
    assert [status["status"] for status in door.statuses()] == ["sent", "delivered"]
    box.haste = 0.5
    assert box.haste == box.webhook.haste == 0.5
