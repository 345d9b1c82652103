"""Media: uploaded by the bot, sent by people, fetched by id with the token."""

import hashlib

import aiohttp
import pytest

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.sandbox.whatsapp.talk import PHONE_ID, TOKEN, Bot, Clock, Door, message
from tests.sandbox.whatsapp.test_whatsapp_limits import PNG

JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x20\x03"
MB = 1 << 20


async def fetched(
    session: aiohttp.ClientSession, url: str, token: str = TOKEN
) -> tuple[int, bytes]:
    headers = {"Authorization": f"Bearer {token}"}
    async with session.get(url, headers=headers) as response:
        return response.status, await response.read()


@pytest.mark.parametrize(
    ("kind", "type_", "mime"),
    [
        ("photo", "image", "image/jpeg"),
        ("document", "document", "application/pdf"),
        ("voice", "audio", "audio/ogg; codecs=opus"),
    ],
)
async def test_what_a_person_sends_is_fetched_by_its_id(
    box: WhatsAppBox,
    door: Door,
    bot: Bot,
    sari: WaPhone,
    session: aiohttp.ClientSession,
    kind: str,
    type_: str,
    mime: str,
) -> None:
    media_id = sari.sends(kind, b"content", caption="ini")
    await box.quiet()
    body = door.messages()[-1][type_]
    assert (body["id"], body["mime_type"]) == (media_id, mime)
    assert body.get("caption") == (None if kind == "voice" else "ini")
    found = await bot.gets(media_id)
    assert found["file_size"] == 7
    assert found["sha256"] == body["sha256"] == hashlib.sha256(b"content").hexdigest()
    assert found["mime_type"] == mime
    assert await fetched(session, found["url"]) == (200, b"content")
    assert (await fetched(session, found["url"], "wrong"))[0] == 401
    bubble = sari.messages[-1]
    assert media_id in (bubble.photo, bubble.document, bubble.voice)


async def test_a_phone_sends_no_other_kinds(sari: WaPhone) -> None:
    with pytest.raises(AssertionError, match="not 'video'"):
        sari.sends("video", b"x")


async def test_a_media_url_lives_for_five_minutes(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, session: aiohttp.ClientSession, clock: Clock
) -> None:
    url = (await bot.gets(sari.sends("photo", b"x")))["url"]
    clock.forward(minutes=4, seconds=59)
    assert (await fetched(session, url))[0] == 200
    clock.forward(seconds=1)
    assert (await fetched(session, url))[0] == 404
    assert (await fetched(session, url.replace("hash=", "hash=0")))[0] == 404
    assert (await fetched(session, url.replace("ext=", "ext=x")))[0] == 404
    assert (await fetched(session, url.replace("mid=", "mid=9")))[0] == 400


async def test_media_expire_after_a_week_or_a_month(bot: Bot, sari: WaPhone, clock: Clock) -> None:
    received = sari.sends("photo", b"x")
    _, uploaded = await bot.uploads(PNG, "image/png")
    clock.forward(days=7)
    assert (await bot.calls("GET", received))[0] == 400
    await bot.gets(uploaded["id"])
    clock.forward(days=23)
    assert (await bot.calls("GET", uploaded["id"]))[0] == 400
    said = message(recipient=sari.id, image={"id": uploaded["id"]})
    assert await bot.refused(said) == (400, 100)


async def test_media_may_seem_to_lie_on_a_foreign_host(
    box: WhatsAppBox, bot: Bot, sari: WaPhone
) -> None:
    box.faults.foreign_media = "https://media.example"
    found = await bot.gets(sari.sends("photo", b"x"))
    assert found["url"].startswith("https://media.example/")


@pytest.mark.parametrize(
    ("content", "mime", "type_"),
    [
        (PNG, "image/png", "image"),
        (JPEG, "image/jpeg", "image"),
        (b"%PDF", "application/pdf", "document"),
        (b"OggS", "audio/ogg", "audio"),
        (b"OggS", "audio/ogg; codecs=opus", "audio"),
    ],
)
async def test_what_was_uploaded_is_sent_by_its_id(
    bot: Bot, sari: WaPhone, content: bytes, mime: str, type_: str
) -> None:
    status, made = await bot.uploads(content, mime, "laporan.bin")
    assert status == 200
    await bot.says(**{"recipient": sari.id, type_: made})
    bubble = sari.messages[-1]
    assert made["id"] in (bubble.photo, bubble.document, bubble.voice)


async def test_a_file_goes_only_as_what_it_is(bot: Bot, sari: WaPhone) -> None:
    _, pdf = await bot.uploads(b"%PDF", "application/pdf")
    assert await bot.refused(message(recipient=sari.id, image=pdf)) == (400, 131009)
    assert await bot.refused(message(recipient=sari.id, audio=pdf)) == (400, 131009)
    link = {"link": "https://media.example/a.png"}
    assert await bot.refused(message(recipient=sari.id, image=link)) == (400, 131053)
    assert await bot.refused(message(recipient=sari.id, image={})) == (400, 131008)
    await bot.says(recipient=sari.id, document={**pdf, "filename": "Laporan.pdf"})
    assert sari.messages[-1].file_name == "Laporan.pdf"


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (b"", "application/pdf"),
        (b"GIF89a", "image/gif"),
        (b"not a picture", "image/png"),
        (PNG, "image/jpeg"),
        (b"x", "video/mp4"),
        (b"x", "application/octet-stream"),
    ],
)
async def test_a_file_that_whatsapp_does_not_take_is_refused(
    box: WhatsAppBox, bot: Bot, content: bytes, mime: str
) -> None:
    status, answer = await bot.uploads(content, mime)
    assert (status, answer["error"]["code"]) == (400, 100)
    assert box.shelf.files == {}


@pytest.mark.parametrize(
    ("begin", "mime", "longest"),
    [(PNG, "image/png", 5 * MB), (b"OggS", "audio/ogg", 16 * MB)],
    ids=["image", "audio"],
)
async def test_the_largest_file_fits_and_one_byte_more_does_not(
    bot: Bot, begin: bytes, mime: str, longest: int
) -> None:
    content = begin + bytes(longest - len(begin))
    assert (await bot.uploads(content, mime))[0] == 200
    assert (await bot.uploads(content + b"x", mime))[0] == 400


async def test_an_upload_without_its_parts_is_refused(bot: Bot) -> None:
    path = f"{PHONE_ID}/media"
    assert await bot.refused({}, path) == (400, 131008)
    assert await bot.refused({"messaging_product": "whatsapp"}, path) == (400, 131008)
    form = aiohttp.FormData()
    form.add_field("messaging_product", "whatsapp")
    form.add_field("file", b"%PDF", filename="a.pdf", content_type="application/pdf")
    assert (await bot.calls("POST", path, data=form))[0] == 400
