"""Messages in and out: what a person does reaches the bot, what the bot says the phone."""

import pytest

from bot.sandbox.whatsapp import WhatsAppBox
from tests.sandbox.whatsapp.talk import TOKEN, Bot, Door, a_list, buttons, message

TWO = [("ya", "Ya"), ("tidak", "Tidak")]


async def test_a_persons_text_arrives_signed_with_who_wrote_it(
    box: WhatsAppBox, door: Door
) -> None:
    sari = box.phone("Sari", number="6281234567890")
    sari.say("Halo *semua*")
    await box.quiet()
    (value,) = door.values()
    assert value["metadata"] == {
        "display_phone_number": box.number,
        "phone_number_id": box.business.phone_id,
    }
    assert value["contacts"] == [
        {"profile": {"name": "Sari"}, "wa_id": "6281234567890", "user_id": sari.id}
    ]
    (message,) = value["messages"]
    assert (message["from"], message["from_user_id"]) == ("6281234567890", sari.id)
    assert message["type"] == "text"
    assert message["text"] == {"body": "Halo *semua*"}
    assert message["timestamp"] == str(box.now())
    assert sari.messages[-1].text == "Halo semua"
    assert sari.messages[-1].html == "Halo <b>semua</b>"


async def test_a_person_without_a_phone_number_has_a_user_id_only(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    budi = box.phone("Budi", number=None)
    budi.say("Halo")
    await box.quiet()
    (value,) = door.values()
    assert value["contacts"] == [{"profile": {"name": "Budi"}, "user_id": budi.id}]
    assert "from" not in value["messages"][0]
    assert value["messages"][0]["from_user_id"] == budi.id
    answer = await bot.says(recipient=budi.id, text={"body": "Hai"})
    assert answer["contacts"] == [{"input": budi.id, "user_id": budi.id}]
    await box.quiet()
    assert all("recipient_id" not in status for status in door.statuses())
    assert {status["recipient_user_id"] for status in door.statuses()} == {budi.id}


async def test_a_text_is_shown_and_reported_sent_and_delivered(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone("Sari", number="6281234567890")
    sari.say("Halo")
    answer = await bot.says(
        to="6281234567890", text={"body": "_Apa_ kabar?"}, biz_opaque_callback_data="7"
    )
    wamid = answer["messages"][0]["id"]
    assert answer["contacts"] == [{"input": "6281234567890", "wa_id": "6281234567890"}]
    await box.quiet()
    assert sari.messages[-1].text == "Apa kabar?"
    statuses = door.statuses()
    assert [status["status"] for status in statuses] == ["sent", "delivered"]
    assert {status["id"] for status in statuses} == {wamid}
    assert {status["biz_opaque_callback_data"] for status in statuses} == {"7"}
    (sent,) = box.ledger
    assert (sent.to, sent.person, sent.type) == ("6281234567890", sari.id, "text")
    assert (sent.wamid, sent.at, sent.template) == (wamid, box.clock(), None)


async def test_reply_buttons_answer_with_their_id_and_their_message(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    answer = await bot.asks(sari, buttons("Sudah?", TWO))
    bubble = sari.messages[-1]
    assert bubble.labels == ["Ya", "Tidak"]
    sari.tap("Tid")
    await box.quiet()
    message = door.messages()[-1]
    assert message["context"] == {"from": box.number, "id": answer["messages"][0]["id"]}
    assert message["interactive"] == {
        "type": "button_reply",
        "button_reply": {"id": "tidak", "title": "Tidak"},
    }
    assert (sari.messages[-1].mine, sari.messages[-1].text) == (True, "Tidak")


async def test_a_row_of_a_list_answers_with_its_description(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    rows = [
        {"id": "a", "title": "Surat keterangan…", "description": "Surat keterangan pindah"},
        {"id": "b", "title": "Akta"},
    ]
    await bot.asks(sari, a_list("Layanan?", rows))
    assert sari.messages[-1].menu == "Pilih"
    sari.tap("Surat keterangan pindah")
    await box.quiet()
    assert door.messages()[-1]["interactive"] == {
        "type": "list_reply",
        "list_reply": {
            "id": "a",
            "title": "Surat keterangan…",
            "description": "Surat keterangan pindah",
        },
    }


async def test_old_buttons_can_be_tapped_for_ever(box: WhatsAppBox, door: Door, bot: Bot) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    await bot.asks(sari, buttons("Sudah?", TWO))
    await bot.says(recipient=sari.id, text={"body": "Terima kasih"})
    sari.tap("Ya")
    sari.tap("Ya")
    await box.quiet()
    replies = [m["interactive"]["button_reply"]["id"] for m in door.messages()[1:]]
    assert replies == ["ya", "ya"]


async def test_a_tap_that_finds_nothing_lists_what_there_was(box: WhatsAppBox, bot: Bot) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    await bot.asks(sari, buttons("Sudah?", TWO))
    with pytest.raises(AssertionError, match="finds no button 'Entah'; there were: 'Ya', 'Tidak'"):
        sari.tap("Entah")
    await bot.asks(sari, buttons("Mana?", [("1", "Loket 1"), ("2", "Loket 2")]))
    with pytest.raises(AssertionError, match="may be any of several buttons: 'Loket 1', 'Loket 2'"):
        sari.tap("Loket")
    with pytest.raises(AssertionError, match="1 is a message of Sari's own"):
        sari.press(1, "ya")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Bidang Kesejahteraan S…", "Bidang Kesejahteraan Sosial"),
        ("Bidang Pelay…u timur", "Bidang Pelayanan Terpadu timur"),
        ("2. Bidang Pelayanan T…", "Bidang Pelayanan Terpadu timur"),
    ],
)
async def test_a_shortened_title_is_found_by_the_whole_label(
    box: WhatsAppBox, door: Door, bot: Bot, title: str, label: str
) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    rows = [{"id": "x", "title": "Bidang lain"}, {"id": "this", "title": title}]
    await bot.asks(sari, a_list("Unit?", rows))
    sari.tap(label)
    await box.quiet()
    assert door.messages()[-1]["interactive"]["list_reply"]["id"] == "this"


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("", "Halo"),
        ("ABCDE", "nilai ABCDE"),
        ("ABCDE-2", "nilai ABCDE-2"),
        ("daftar-ABC", "daftar ABC"),
        ("survei-XXXXX-1", "survei XXXXX-1"),
        ("cuti", "cuti"),
    ],
)
async def test_a_link_fills_in_the_text(
    box: WhatsAppBox, door: Door, payload: str, text: str
) -> None:
    box.phone(1001, name="Sari").start(payload)
    await box.quiet()
    assert door.messages()[-1]["text"] == {"body": text}


async def test_a_link_of_this_business_is_followed_and_another_is_not(
    box: WhatsAppBox, door: Door
) -> None:
    sari = box.phone(1001, name="Sari")
    sari.opens(f"https://wa.me/{box.number}?text=nilai%20ABCDE")
    sari.opens("https://wa.me/62899?text=salah")
    await box.quiet()
    assert [m["text"]["body"] for m in door.messages()] == ["nilai ABCDE"]


async def test_a_location_answers_the_request_for_one(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone(1001, name="Sari")
    sari.start()
    asked = await bot.asks(
        sari,
        {
            "type": "location_request_message",
            "body": {"text": "Di mana?"},
            "action": {"name": "send_location"},
        },
    )
    assert sari.messages[-1].asks_location
    sari.locates(-7.8, 110.36)
    await box.quiet()
    message = door.messages()[-1]
    assert message["location"] == {"latitude": -7.8, "longitude": 110.36}
    assert message["context"]["id"] == asked["messages"][0]["id"]
    assert sari.messages[-1].location == (-7.8, 110.36)


async def test_without_the_token_nothing_is_answered(box: WhatsAppBox, bot: Bot) -> None:
    for token in ("", "wrong"):
        status, answer = await bot.calls("GET", box.business.phone_id, token=token)
        assert status == 401
        assert answer["error"]["code"] == 190
        assert answer["error"]["type"] == "OAuthException"
    assert [refusal.code for refusal in box.refusals] == [190, 190]
    assert TOKEN not in str(box.refusals)


async def test_what_is_no_message_to_the_bot_arrives_in_its_own_shape(
    box: WhatsAppBox, door: Door
) -> None:
    sari = box.phone("Sari", number="6281234567890")
    sari.say("12")
    first = sari.messages[-1].id
    sari.edits(first, "21")
    assert sari.messages[-1].text == "21"
    sari.says_in_group("Halo")
    sari.revokes(first)
    assert sari.messages == []
    await box.quiet()
    said, edit, group, revoke = (m for value in door.values() for m in value["messages"])
    assert edit["edit"] == {
        "original_message_id": said["id"],
        "message": {"type": "text", "text": {"body": "21"}},
    }
    assert (group["type"], bool(group["group_id"])) == ("text", True)
    assert revoke["revoke"] == {"original_message_id": said["id"]}


async def test_what_is_said_to_another_number_names_that_number(
    box: WhatsAppBox, door: Door
) -> None:
    sari = box.phone("Sari")
    sari.say("satu")
    sari.says_elsewhere("dua", "77")
    await box.quiet()
    named = [value["metadata"]["phone_number_id"] for value in door.values()]
    assert named == [box.business.phone_id, "77"]


async def test_whoever_moves_is_reached_under_the_new_id_alone(
    box: WhatsAppBox, door: Door, bot: Bot
) -> None:
    sari = box.phone("Sari", number="6281234567890")
    sari.say("Halo")
    old, number = sari.id, sari.number
    box.moves(sari, user_id="ID.9", number="628999")
    box.moves(sari, user_id="ID.10")
    await box.quiet()
    moves = [m for value in door.values() for m in value["messages"] if m["type"] == "system"]
    assert [m["system"]["type"] for m in moves] == ["user_changed_number", "user_changed_user_id"]
    assert moves[0]["system"]["previous_user_id"] == old
    assert (moves[0]["from"], moves[0]["system"]["wa_id"]) == (number, "628999")
    assert "from" not in moves[1]
    gone = message(recipient=old, type="text", text={"body": "Hai"})
    assert (await bot.refused(gone))[1] == 131026
    await bot.says(recipient="ID.10", text={"body": "Hai"})
    assert sari.messages[-1].text == "Hai"
