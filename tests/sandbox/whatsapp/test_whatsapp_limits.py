"""Every limit of the channel: the longest that fits, and the first that does not.

Sent by pywa itself, as the bot sends, over a transport that leads it to the box.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from pywa.errors import WhatsAppError
from pywa_async.client import WhatsApp

from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.sandbox.whatsapp.talk import PHONE_ID, TOKEN, Found, a_list, buttons

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 8 + (9).to_bytes(4) + (9).to_bytes(4)
TOO_MUCH, MISSING = 131009, 131008


class Elsewhere(httpx.AsyncHTTPTransport):
    """Leads every request to another host."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.there = httpx.URL(url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        there = self.there
        request.url = request.url.copy_with(scheme=there.scheme, host=there.host, port=there.port)
        return await super().handle_async_request(request)


@pytest.fixture
async def pywa(box: WhatsAppBox) -> AsyncIterator[WhatsApp]:
    box.limits = False
    async with httpx.AsyncClient(transport=Elsewhere(box.url)) as client:
        yield WhatsApp(phone_id=PHONE_ID, token=TOKEN, session=client)


async def sent(pywa: WhatsApp, phone: WaPhone, type_: str, body: Found, **more: Any) -> int:
    """0 if it was accepted, else Meta's code; what was refused shows nothing."""
    before = len(phone.messages)
    try:
        await pywa.api.send_message(
            sender=PHONE_ID,
            to=phone.number,
            recipient=None,
            recipient_type="individual",
            typ=type_,
            msg=body,
            **more,
        )
        code = 0
    except WhatsAppError as error:
        code = error.code
    assert len(phone.messages) == before + (code == 0)
    return code


def reply(title: str = "Ya", id_: str = "ya") -> Found:
    return buttons("Sudah?", [(id_, title)])


def replies(count: int) -> Found:
    return buttons("Sudah?", [(f"id{n}", f"Pilihan {n}") for n in range(count)])


def row(title: str = "Akta", id_: str = "akta", **more: str) -> Found:
    return a_list("Layanan?", [{"id": id_, "title": title, **more}])


def many_rows(count: int) -> Found:
    return a_list("Layanan?", [{"id": f"id{n}", "title": f"Baris {n}"} for n in range(count)])


def place(body: str) -> Found:
    return {
        "type": "location_request_message",
        "body": {"text": body},
        "action": {"name": "send_location"},
    }


LENGTHS: dict[str, tuple[int, str, Callable[[str], Found]]] = {
    "a text": (4096, "text", lambda x: {"body": x}),
    "a body with buttons": (1024, "interactive", lambda x: buttons(x, [("ya", "Ya")])),
    "a body with a list": (4096, "interactive", lambda x: a_list(x, [{"id": "a", "title": "A"}])),
    "a request for a place": (1024, "interactive", place),
    "the title of a button": (20, "interactive", lambda x: reply(title=x)),
    "the id of a button": (256, "interactive", lambda x: reply(id_=x)),
    "the label of a list": (
        20,
        "interactive",
        lambda x: a_list("Layanan?", [{"id": "a", "title": "A"}], button=x),
    ),
    "the title of a row": (24, "interactive", lambda x: row(title=x)),
    "the id of a row": (200, "interactive", lambda x: row(id_=x)),
    "the description of a row": (72, "interactive", lambda x: row(description=x)),
}


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
@pytest.mark.parametrize("what", LENGTHS)
async def test_the_longest_fits_and_one_more_does_not(
    pywa: WhatsApp, sari: WaPhone, what: str, letter: str
) -> None:
    longest, type_, made = LENGTHS[what]
    assert await sent(pywa, sari, type_, made(letter * longest)) == 0
    assert await sent(pywa, sari, type_, made(letter * (longest + 1))) == TOO_MUCH


@pytest.mark.parametrize("what", [what for what in LENGTHS if "description" not in what])
async def test_nothing_and_blanks_are_refused(pywa: WhatsApp, sari: WaPhone, what: str) -> None:
    _, type_, made = LENGTHS[what]
    assert await sent(pywa, sari, type_, made("")) == MISSING
    assert await sent(pywa, sari, type_, made("  ")) == TOO_MUCH


async def test_an_empty_description_is_refused_and_none_is_not(
    pywa: WhatsApp, sari: WaPhone
) -> None:
    assert await sent(pywa, sari, "interactive", row(description="")) == TOO_MUCH
    assert await sent(pywa, sari, "interactive", row()) == 0


@pytest.mark.parametrize(("most", "made"), [(3, replies), (10, many_rows)])
async def test_there_are_one_to_so_many_choices(
    pywa: WhatsApp, sari: WaPhone, most: int, made: Callable[[int], Found]
) -> None:
    assert await sent(pywa, sari, "interactive", made(1)) == 0
    assert await sent(pywa, sari, "interactive", made(most)) == 0
    assert await sent(pywa, sari, "interactive", made(most + 1)) == TOO_MUCH
    assert await sent(pywa, sari, "interactive", made(0)) == TOO_MUCH


@pytest.mark.parametrize(
    "body",
    [
        buttons("?", [("a", "Ya"), ("a", "Tidak")]),
        buttons("?", [("a", "Ya"), ("b", "Ya")]),
        a_list("?", [{"id": "a", "title": "Ya"}, {"id": "a", "title": "Tidak"}]),
        reply(id_=" ya"),
        buttons("?", [("a", "Ya")]) | {"action": {"buttons": [{"type": "url"}]}},
        a_list("?", []) | {"action": {"button": "Pilih", "sections": [{"rows": []}]}},
        {**reply(), "type": "carousel"},
        {**row(), "header": {"type": "image", "image": {"id": "1"}}},
        {**reply(), "header": {"type": "video", "video": {"id": "1"}}},
        {**reply(), "header": {"type": "text", "text": "Tilik"}},
    ],
)
async def test_what_is_doubled_or_out_of_place_is_refused(
    pywa: WhatsApp, sari: WaPhone, body: Found
) -> None:
    assert await sent(pywa, sari, "interactive", body) == TOO_MUCH


@pytest.mark.parametrize(
    "body",
    [
        {**reply(), "colour": "red"},
        {**reply(), "footer": {"text": "Tilik"}},
        a_list("?", [{"id": "a", "title": "Ya", "image": "x"}]),
        {"type": "button", "body": "Sudah?", "action": {}},
        {"type": "button", "body": {"text": "Sudah?"}, "action": {"buttons": "ya"}},
        {"type": "button", "body": {"text": 5}, "action": {"buttons": []}},
        {**place("Di mana?"), "action": {"name": "send"}},
        {**reply(), "header": {"type": "image", "image": {"id": "1"}}},
    ],
)
async def test_what_has_another_shape_is_an_invalid_parameter(
    pywa: WhatsApp, sari: WaPhone, body: Found
) -> None:
    assert await sent(pywa, sari, "interactive", body) == 100


@pytest.mark.parametrize("type_", ["image", "document"])
async def test_a_caption_has_1024_characters(pywa: WhatsApp, sari: WaPhone, type_: str) -> None:
    media = await pywa.api.upload_media(PHONE_ID, PNG, "image/png", "a.png")
    for length, code in ((1024, 0), (1025, TOO_MUCH)):
        assert await sent(pywa, sari, type_, {**media, "caption": "a" * length}) == code
    assert sari.messages[-1].text == "a" * 1024


async def test_a_voice_has_no_caption(pywa: WhatsApp, sari: WaPhone) -> None:
    media = await pywa.api.upload_media(PHONE_ID, b"OggS", "audio/ogg", "a.ogg")
    assert await sent(pywa, sari, "audio", media) == 0
    assert await sent(pywa, sari, "audio", {**media, "caption": "a"}) == 100
    assert sari.messages[-1].voice == media["id"]


async def test_a_picture_stands_above_buttons(pywa: WhatsApp, sari: WaPhone) -> None:
    media = await pywa.api.upload_media(PHONE_ID, PNG, "image/png", "a.png")
    header = {"type": "image", "image": media}
    assert await sent(pywa, sari, "interactive", {**reply(), "header": header}) == 0
    assert sari.messages[-1].photo == media["id"]
    assert sari.messages[-1].labels == ["Ya"]


async def test_a_document_does_not_stand_above_buttons(pywa: WhatsApp, sari: WaPhone) -> None:
    media = await pywa.api.upload_media(PHONE_ID, b"%PDF", "application/pdf", "a.pdf")
    header = {"type": "image", "image": media}
    assert await sent(pywa, sari, "interactive", {**reply(), "header": header}) == TOO_MUCH


@pytest.mark.parametrize(
    "body",
    [
        {"body": {"text": "Sudah?"}, "action": {}},
        {"type": "button", "action": {"buttons": []}},
        {"type": "button", "body": {"text": "Sudah?"}},
        {"type": "button", "body": {"text": "Sudah?"}, "action": {}},
        {**reply(), "header": {"type": "image", "image": {}}},
    ],
)
async def test_a_part_that_is_missing_is_named(pywa: WhatsApp, sari: WaPhone, body: Found) -> None:
    assert await sent(pywa, sari, "interactive", body) == MISSING


async def test_the_tracker_has_512_characters(pywa: WhatsApp, sari: WaPhone) -> None:
    for length, code in ((512, 0), (513, TOO_MUCH)):
        tracker = "a" * length
        said = await sent(pywa, sari, "text", {"body": "a"}, biz_opaque_callback_data=tracker)
        assert said == code


async def test_a_type_that_the_box_does_not_know_is_unsupported(
    pywa: WhatsApp, sari: WaPhone
) -> None:
    assert await sent(pywa, sari, "hologram", {"id": "1"}) == 131051
