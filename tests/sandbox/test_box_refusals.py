"""The box refuses what Telegram refuses, with Telegram's code and Telegram's words."""

import struct
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import Caller

BAIK = {"inline_keyboard": [[{"text": "Baik", "callback_data": "a"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are"
    " exactly the same as a current content and reply markup of the message"
)


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"rest"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x" * 32769}, "text is too long"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": "x", "parse_mode": "MarkdownV3"}, "unsupported parse_mode"),
        (
            {"text": "x", "reply_markup": keyboard(text="Baik", callback_data="é" * 33)},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard(text="Baik", callback_data="")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keyboard(callback_data="a")},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "x", "reply_markup": keyboard(text="Situs", url="https://example.go.id")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": {"remove_keyboard": True}}, "inline keyboard expected"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": BAIK["inline_keyboard"] * 101}},
            "reply markup is too long",
        ),
    ],
)
async def test_a_message_that_telegram_refuses(
    caller: Caller, sari: Phone, given: dict[str, Any], words: str
) -> None:
    answer = await caller.refusal("sendMessage", chat_id=sari.id, **given)
    assert answer == (400, f"Bad Request: {words}")
    assert len(sari.messages) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"text": "x" * 4096},
        {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "x", "reply_markup": keyboard(text="Baik", callback_data="x" * 64)},
    ],
)
async def test_a_message_at_the_edge_of_a_limit_is_sent(
    caller: Caller, sari: Phone, given: dict[str, Any]
) -> None:
    await caller.result("sendMessage", chat_id=sari.id, **given)
    assert len(sari.messages) == 2


async def test_who_may_be_written_to(box: TelegramBox, caller: Caller, sari: Phone) -> None:
    box.phone(1002, name="Budi")
    assert await caller.refusal("sendMessage", text="x") == (400, "Bad Request: chat_id is empty")
    for nobody in (0, 77, "@kantor"):
        answer = await caller.refusal("sendMessage", chat_id=nobody, text="x")
        assert answer == (400, "Bad Request: chat not found")
    assert await caller.refusal("sendMessage", chat_id=1002, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    sari.blocks()
    assert await caller.refusal("sendMessage", chat_id=sari.id, text="x") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    sari.unblocks()
    await caller.result("sendMessage", chat_id=sari.id, text="x")


async def test_a_wrong_token_and_an_unknown_method(caller: Caller, box: TelegramBox) -> None:
    wrong = await caller("getMe", token="1:other")
    assert (wrong["error_code"], wrong["description"]) == (401, "Unauthorized")
    assert await caller.refusal("sendPigeon") == (404, "Not Found")
    assert [(refused.method, refused.code) for refused in box.refusals] == [("sendPigeon", 404)]


async def test_an_edit_to_the_same_content(caller: Caller, sari: Phone) -> None:
    there = {"chat_id": sari.id, "message_id": 2}
    await caller.result(
        "sendMessage", chat_id=sari.id, text="<b>a</b>", parse_mode="HTML", reply_markup=BAIK
    )
    same = {"text": " <b>a</b>", "parse_mode": "HTML", "reply_markup": BAIK}
    assert await caller.refusal("editMessageText", **there, **same) == (400, NOT_MODIFIED)
    assert await caller.refusal("editMessageReplyMarkup", **there, reply_markup=BAIK) == (
        400,
        NOT_MODIFIED,
    )
    await caller.result("editMessageText", **there, text="a", reply_markup=BAIK)
    await caller.result("editMessageText", **there, text="a")
    assert await caller.refusal("editMessageText", **there, text="a") == (400, NOT_MODIFIED)
    assert not sari.messages[1].buttons


async def test_an_edit_of_what_cannot_be_edited(caller: Caller, sari: Phone) -> None:
    await caller.result("sendMessage", chat_id=sari.id, text="a")
    refused: list[tuple[str, dict[str, Any], str]] = [
        ("editMessageText", {"message_id": 99, "text": "b"}, "message to edit not found"),
        ("editMessageText", {"text": "b"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "b"}, "message can't be edited"),
        ("editMessageText", {"message_id": 2, "text": ""}, "message text is empty"),
    ]
    for method, given, words in refused:
        answer = await caller.refusal(method, chat_id=sari.id, **given)
        assert answer == (400, f"Bad Request: {words}")


async def test_a_tap_is_answered_once(caller: Caller, sari: Phone) -> None:
    sari.press(1, "a")
    (update,) = await caller.result("getUpdates")
    query = {"callback_query_id": update["callback_query"]["id"]}
    answer = await caller.refusal("answerCallbackQuery", **query, text="x" * 201)
    assert answer == (400, "Bad Request: MESSAGE_TOO_LONG")
    await caller.result("answerCallbackQuery", **query, text="Terima kasih")
    assert await caller.refusal("answerCallbackQuery", **query) == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    assert sari.toasts == ["Terima kasih"]


async def test_a_tap_of_who_has_gone_is_too_old(caller: Caller, sari: Phone) -> None:
    sari.press(1, "a")
    (update,) = await caller.result("getUpdates")
    del sari.box.phones[sari.id]
    query = {"callback_query_id": update["callback_query"]["id"]}
    assert await caller.refusal("answerCallbackQuery", **query, text="Terima kasih") == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_photo_that_telegram_refuses(
    caller: Caller, sari: Phone, content: bytes, words: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(sari.id)})
    form.add_field("photo", content, filename="chart.png", content_type="image/png")
    answer = await caller.form("sendPhoto", form)
    assert answer["description"] == f"Bad Request: {words}"


async def test_a_caption_over_1024_characters(caller: Caller, sari: Phone) -> None:
    for caption, sent in (("x" * 1025, False), ("<i>" + "x" * 1024 + "</i>", True)):
        form = aiohttp.FormData({"chat_id": str(sari.id), "parse_mode": "HTML"})
        form.add_field("caption", caption)
        form.add_field("photo", png(640, 480), filename="chart.png", content_type="image/png")
        answer = await caller.form("sendPhoto", form)
        assert answer["ok"] is sent
        assert sent or answer["description"] == "Bad Request: message caption is too long"
