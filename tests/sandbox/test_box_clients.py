"""Both libraries that Tilik uses take the box for Telegram, errors included."""

import struct
from collections.abc import AsyncIterator

import aiogram
import pytest
import telegram
from aiogram import exceptions, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import error

from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from tests.sandbox.conftest import TOKEN

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"rest"


@pytest.fixture
async def listener(box: TelegramBox) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
    async with aiogram.Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.fixture
async def speaker(box: TelegramBox) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(
        TOKEN, base_url=f"{box.url}/bot", base_file_url=f"{box.url}/file/bot"
    ) as bot:
        yield bot


async def test_aiogram_listens(box: TelegramBox, listener: aiogram.Bot, sari: Phone) -> None:
    assert (await listener.me()).username == "TilikBot"
    file_id = sari.sends("photo", PNG)
    sari.press(1, "a")
    message, tap = await listener.get_updates(allowed_updates=["message", "callback_query"])
    assert message.message
    assert message.message.photo
    assert message.message.photo[-1].file_id == file_id
    downloaded = await listener.download(file_id)
    assert downloaded
    assert downloaded.read() == PNG
    assert tap.callback_query
    await listener.answer_callback_query(tap.callback_query.id, text="Terima kasih")
    assert sari.toasts == ["Terima kasih"]
    await listener.set_my_commands([types.BotCommand(command="nilai", description="Menilai")])
    await listener.set_webhook("https://tilik.example.go.id/telegram", secret_token="rahasia")
    assert box.webhook.url == "https://tilik.example.go.id/telegram"
    await listener.delete_webhook(drop_pending_updates=True)


async def test_aiogram_knows_the_refusals(
    box: TelegramBox, listener: aiogram.Bot, sari: Phone
) -> None:
    with pytest.raises(exceptions.TelegramBadRequest, match="can't parse entities"):
        await listener.send_message(sari.id, "<x>", parse_mode="HTML")
    with pytest.raises(exceptions.TelegramForbiddenError):
        await listener.send_message(box.phone(1002).id, "x")
    box.faults.fail("sendMessage", 429, retry_after=3)
    with pytest.raises(exceptions.TelegramRetryAfter) as flood:
        await listener.send_message(sari.id, "x")
    assert flood.value.retry_after == 3
    box.faults.drop_after_accept("sendMessage")
    with pytest.raises(exceptions.TelegramNetworkError):
        await listener.send_message(sari.id, "x")


async def test_python_telegram_bot_speaks(speaker: telegram.Bot, sari: Phone) -> None:
    button = telegram.InlineKeyboardButton("Baik", callback_data="a")
    sent = await speaker.send_message(
        sari.id,
        "<b>Bagaimana</b>?",
        parse_mode="HTML",
        reply_markup=telegram.InlineKeyboardMarkup([[button]]),
    )
    assert sent.text_html == "<b>Bagaimana</b>?"
    await speaker.edit_message_text("Terima kasih", sari.id, sent.message_id)
    picture = await speaker.send_photo(sari.id, PNG, caption="IKM")
    media = telegram.InputMediaPhoto(PNG, caption="IKM per unsur")
    edited = await speaker.edit_message_media(media, sari.id, picture.message_id)
    assert isinstance(edited, telegram.Message)
    file = await speaker.get_file(edited.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == PNG
    await speaker.send_document(sari.id, b"%PDF", filename="skm.pdf")
    assert [bubble.text for bubble in sari.messages[1:]] == ["Terima kasih", "IKM per unsur", ""]
    assert sari.messages[-1].document


async def test_python_telegram_bot_knows_the_refusals(
    box: TelegramBox, speaker: telegram.Bot, sari: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without this, reading `retry_after` warns (python-telegram-bot 22.2).
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(error.BadRequest, match="Message is too long"):
        await speaker.send_message(sari.id, "x" * 4097)
    sari.blocks()
    with pytest.raises(error.Forbidden, match="bot was blocked by the user"):
        await speaker.send_message(sari.id, "x")
    box.faults.fail("sendMessage", 429, retry_after=3)
    with pytest.raises(error.RetryAfter):
        await speaker.send_message(sari.id, "x")
    box.faults.fail("getUpdates", 409)
    with pytest.raises(error.Conflict):
        await speaker.get_updates()
    with pytest.raises(error.InvalidToken):
        async with telegram.Bot("1:other", base_url=f"{box.url}/bot"):
            pass
