"""People with phones: what they do reaches the bot, what the bot does reaches them."""

import struct
from typing import Any

import aiohttp
import pytest
from aiogram import types

from bot.sandbox.records import PhoneButton
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import TOKEN, Caller

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"rest"
WIDE = PNG.replace(struct.pack(">II", 640, 480), struct.pack(">II", 800, 480))
FACES = {
    "inline_keyboard": [
        [{"text": "Baik", "callback_data": "r:1"}, {"text": "Baik sekali", "callback_data": "r:2"}],
        [{"text": "Lewati", "callback_data": "r:0"}],
    ]
}


async def updates(caller: Caller) -> list[types.Update]:
    """What waits, read by aiogram and confirmed."""
    raw = await caller.result("getUpdates")
    if raw:
        await caller.result("getUpdates", offset=raw[-1]["update_id"] + 1)
    return [types.Update.model_validate(update) for update in raw]


async def one(caller: Caller) -> types.Update:
    (update,) = await updates(caller)
    return update


async def test_a_text_and_a_command_arrive(caller: Caller, sari: Phone) -> None:
    sari.language = "en"
    sari.say("halo 😀")
    message = (await one(caller)).message
    assert message
    assert message.from_user
    assert (message.text, message.chat.id, message.from_user.id) == ("halo 😀", 1001, 1001)
    assert message.from_user.language_code == "en"
    assert message.date.isoformat() == "2026-11-20T02:00:00+00:00"
    sari.start("K7P3X")
    message = (await one(caller)).message
    assert message
    assert message.text == "/start K7P3X"
    assert message.entities
    assert message.entities[0].extract_from(message.text) == "/start"


async def test_a_long_text_arrives_as_several(caller: Caller, sari: Phone) -> None:
    sari.say("x" * 5000)
    texts = [update.message and update.message.text for update in await updates(caller)]
    assert texts == ["x" * 4096, "x" * 904]


async def test_a_tap_carries_the_whole_message(caller: Caller, sari: Phone) -> None:
    sent = types.Message.model_validate(
        await caller.result(
            "sendMessage",
            chat_id=sari.id,
            text="<b>Bagaimana</b>?",
            parse_mode="HTML",
            reply_markup=FACES,
        )
    )
    sari.tap("Baik")
    sari.tap("baik se")
    first, second = [update.callback_query for update in await updates(caller)]
    assert first
    assert second
    assert (first.data, second.data) == ("r:1", "r:2")
    assert first.id != second.id
    assert isinstance(first.message, types.Message)
    assert first.message.message_id == sent.message_id
    assert first.message.html_text == "<b>Bagaimana</b>?"
    assert first.message.reply_markup == sent.reply_markup


async def test_a_tap_on_what_is_not_there_lists_the_buttons(caller: Caller, sari: Phone) -> None:
    await caller.result("sendMessage", chat_id=sari.id, text="?", reply_markup=FACES)
    with pytest.raises(AssertionError, match="'Baik', 'Baik sekali', 'Lewati'"):
        sari.tap("Kurang")
    with pytest.raises(AssertionError, match="several buttons: 'Baik', 'Baik sekali'"):
        sari.tap("Bai")


async def test_a_start_link_starts_the_bot_and_another_link_does_not(
    caller: Caller, sari: Phone
) -> None:
    sari.opens("https://example.go.id")
    sari.opens("https://t.me/TilikBot?start=K7P3X")
    message = (await one(caller)).message
    assert message
    assert message.text == "/start K7P3X"
    with pytest.raises(AssertionError):
        sari.start("not allowed")


async def test_a_stale_tap_arrives_with_an_inaccessible_message(
    caller: Caller, sari: Phone
) -> None:
    sari.press(99, "old")
    query = (await one(caller)).callback_query
    assert query
    assert isinstance(query.message, types.InaccessibleMessage)


async def test_photo_document_voice_and_location_arrive(caller: Caller, sari: Phone) -> None:
    contents = {"photo": PNG, "document": b"%PDF", "voice": b"OggS"}
    for kind, content in contents.items():
        sari.sends(kind, content, caption="bukti")
        message = (await one(caller)).message
        assert message
        assert message.caption == "bukti"
        given: Any = getattr(message, kind)
        file_id = given[-1].file_id if kind == "photo" else given.file_id
        file = types.File.model_validate(await caller.result("getFile", file_id=file_id))
        async with caller.session.get(
            f"{caller.box.url}/file/bot{TOKEN}/{file.file_path}"
        ) as response:
            assert await response.read() == content
    sari.locates(-6.2, 106.8)
    message = (await one(caller)).message
    assert message
    assert message.location
    assert (message.location.latitude, message.location.longitude) == (-6.2, 106.8)
    assert await caller.refusal("getFile", file_id="x") == (400, "Bad Request: invalid file_id")


async def test_blocking_and_unblocking_arrive(caller: Caller, sari: Phone) -> None:
    sari.blocks()
    with pytest.raises(AssertionError, match="Sari has blocked the bot"):
        sari.say("halo")
    sari.unblocks()
    for update, (old, new) in zip(
        await updates(caller), [("member", "kicked"), ("kicked", "member")], strict=True
    ):
        change = update.my_chat_member
        assert change
        assert (change.old_chat_member.status, change.new_chat_member.status) == (old, new)


async def test_a_phone_shows_what_the_bot_sent_as_edited(caller: Caller, sari: Phone) -> None:
    await caller.result("sendMessage", chat_id=sari.id, text="satu", reply_markup=FACES)
    await caller.result("sendMessage", chat_id=sari.id, text="dua")
    edited = await caller.result(
        "editMessageText",
        chat_id=sari.id,
        message_id=2,
        text="<i>tiga</i> &amp;",
        parse_mode="HTML",
    )
    assert types.Message.model_validate(edited).edit_date
    start, first, second = sari.messages
    assert (start.mine, first.mine, second.mine) == (True, False, False)
    assert (first.text, first.html, first.edited) == ("tiga &", "<i>tiga</i> &amp;", True)
    assert (second.text, second.edited, second.buttons) == ("dua", False, [])
    await caller.result("editMessageReplyMarkup", chat_id=sari.id, message_id=3, reply_markup=FACES)
    assert sari.messages[2].buttons[1] == [PhoneButton("Lewati", "r:0")]


async def test_a_picture_is_sent_then_replaced_in_place(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    form = aiohttp.FormData(
        {"chat_id": str(sari.id), "caption": "<b>IKM</b>", "parse_mode": "HTML"}
    )
    form.add_field("photo", PNG, filename="chart.png", content_type="image/png")
    message = types.Message.model_validate((await caller.form("sendPhoto", form))["result"])
    assert message.photo
    assert (message.photo[-1].width, message.html_text) == (640, "<b>IKM</b>")
    again = await caller.result("sendPhoto", chat_id=sari.id, photo=message.photo[-1].file_id)
    assert types.Message.model_validate(again).photo == message.photo

    form = aiohttp.FormData({"chat_id": str(sari.id), "message_id": str(message.message_id)})
    form.add_field("media", '{"type": "photo", "media": "attach://chart", "caption": "Baru"}')
    form.add_field("chart", WIDE, filename="chart.png", content_type="image/png")
    edited = types.Message.model_validate((await caller.form("editMessageMedia", form))["result"])
    assert edited.photo
    assert (edited.photo[-1].width, edited.caption) == (800, "Baru")
    assert sari.messages[1].text == "Baru"
    assert sari.messages[1].photo == edited.photo[-1].file_id
    assert [sent.method for sent in box.ledger] == ["sendPhoto", "sendPhoto", "editMessageMedia"]


async def test_urlencoded_calls_are_understood(caller: Caller, sari: Phone) -> None:
    form = aiohttp.FormData({"chat_id": "1001", "text": "a b"})
    form.add_field("reply_markup", '{"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}')
    message = types.Message.model_validate((await caller.form("sendMessage", form))["result"])
    assert message.text == "a b"
    assert sari.messages[-1].labels == ["Ya"]


async def test_the_ledger_holds_what_a_person_could_see(
    box: TelegramBox, caller: Caller, sari: Phone
) -> None:
    await caller.result("sendMessage", chat_id=sari.id, text="satu", reply_markup=FACES)
    await caller.refusal("sendMessage", chat_id=sari.id, text="")
    await caller.result("editMessageText", chat_id=sari.id, message_id=2, text="dua")
    for words in ("", "Terima kasih"):
        sari.press(2, "r:1")
        query = (await one(caller)).callback_query
        assert query
        await caller.result("answerCallbackQuery", callback_query_id=query.id, text=words)
    assert [(sent.number, sent.method, sent.message_id) for sent in box.ledger] == [
        (1, "sendMessage", 2),
        (2, "editMessageText", 2),
        (3, "answerCallbackQuery", None),
    ]
    assert {sent.chat_id for sent in box.ledger} == {sari.id}
    assert box.ledger[1].payload["text"] == "dua"
    assert box.ledger[0].at_monotonic <= box.ledger[1].at_monotonic
    assert sari.toasts == ["Terima kasih"]
    assert [refused.description for refused in box.refusals] == [
        "Bad Request: message text is empty"
    ]


async def test_me_and_the_commands(caller: Caller) -> None:
    me = types.User.model_validate(await caller.result("getMe"))
    assert (me.id, me.username, me.is_bot) == (1, "TilikBot", True)
    commands = [{"command": "nilai", "description": "Menilai layanan"}]
    await caller.result("setMyCommands", commands=commands, language_code="id")
    assert caller.box.commands == {('{"type":"default"}', "id"): commands}
    assert await caller.refusal("setMyCommands", commands=[{"command": "Nilai Kami"}]) == (
        400,
        "Bad Request: BOT_COMMAND_INVALID",
    )


async def test_what_a_person_edits_and_what_a_chat_tells_of_come_in_their_own_shape(
    box: TelegramBox, caller: Caller
) -> None:
    sari = box.phone(1001)
    sari.say("12")
    sari.edits(1, "21")
    assert sari.messages[-1].text == "21"
    assert sari.messages[-1].edited
    sari.tells(pinned_message={"message_id": 1})
    first, edit, pin = await caller.result("getUpdates")
    assert edit["edited_message"]["text"] == "21"
    assert edit["edited_message"]["message_id"] == first["message"]["message_id"]
    assert "text" not in pin["message"]
    assert pin["message"]["pinned_message"] == {"message_id": 1}
    await caller.result("sendMessage", chat_id=1001, text="a")
    with pytest.raises(AssertionError, match="is not Person 1001's"):
        sari.edits(sari.last_id, "b")
