"""The page's side: what it is told, and what its visitors can do."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiogram import types

from bot.sandbox.calm import AT_LAST
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.serving import mounted
from bot.sandbox.page.state import linked
from bot.sandbox.records import Click, Try, WallPoster
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WhatsAppBox
from tests.sandbox.conftest import Caller
from tests.sandbox.whatsapp.talk import PHONE_ID, TOKEN, Bot, a_list

LINK = "https://t.me/TilikBot?start=K7P3X"


class Visitor:
    def __init__(self, box: TelegramBox, session: aiohttp.ClientSession) -> None:
        self.box = box
        self.session = session

    async def state(self, since: int = 0) -> dict[str, Any]:
        async with self.session.get(f"{self.box.url}/box/state?since={since}") as response:
            state: dict[str, Any] = await response.json()
            return state

    async def does(self, deed: str, given: Any, **headers: str) -> tuple[bool, str]:
        body = {"data": given} if isinstance(given, aiohttp.FormData) else {"json": given}
        url = f"{self.box.url}/box/{deed}"
        async with self.session.post(url, headers=headers, **body) as response:
            answer = await response.json()
            assert response.status == (200 if answer["ok"] else 400)
            return answer["ok"], answer.get("why", "")

    async def gets(self, path: str) -> tuple[int, str, bytes]:
        async with self.session.get(f"{self.box.url}{path}") as response:
            return response.status, response.content_type, await response.read()


@pytest.fixture
async def page(box: TelegramBox) -> PhonesPage:
    return mounted(box)


@pytest.fixture
async def visitor(box: TelegramBox, page: PhonesPage, session: aiohttp.ClientSession) -> Visitor:
    return Visitor(box, session)


async def test_the_state_shows_phones_posters_and_commands(
    page: PhonesPage, caller: Caller, sari: Phone, visitor: Visitor
) -> None:
    page.posters = [WallPoster("KTP-el", "Loket 3", "K7P3X", LINK)]
    page.tries = [Try({"id": "Pindai “KTP-el”."}, [Click(1001, scan="K7P3X")])]
    page.roles = {1001: "head"}
    await caller.result("setMyCommands", commands=[{"command": "nilai", "description": "Menilai"}])
    state = await visitor.state()
    assert state["clock"] == "2026-11-20T09:00:00+07:00"
    assert state["bot"] == {"name": "Tilik", "username": "TilikBot", "number": None}
    assert state["posters"][0]["qr"] == "/box/qr/K7P3X.svg"
    scans = {"phone": 1001, "scan": "K7P3X", "move": "", "page": ""}
    assert state["tries"] == [{"words": {"id": "Pindai “KTP-el”."}, "clicks": [scans]}]
    (phone,) = state["phones"]
    assert phone["commands"] == [{"command": "nilai", "description": "Menilai"}]
    own = {"type": "chat", "chat_id": sari.id}
    theirs = [{"command": "catat", "description": "Mencatat"}]
    await caller.result("setMyCommands", commands=theirs, scope=own)
    assert (await visitor.state())["phones"][0]["commands"] == theirs
    assert (phone["role"], phone["started"]) == ("head", True)
    assert phone["messages"][0]["time"] == "09:00"
    assert phone["messages"][0]["mine"] is True


async def watched(page: PhonesPage) -> None:
    """Until a visitor waits for something to change."""
    async with asyncio.timeout(AT_LAST):
        while not page.watchers:  # noqa: ASYNC110  (nobody is told who watches)
            await asyncio.sleep(0.01)


async def test_the_state_waits_until_something_changes(
    page: PhonesPage, caller: Caller, sari: Phone, visitor: Visitor
) -> None:
    since = (await visitor.state())["version"]
    waiting = asyncio.create_task(visitor.state(since))
    await watched(page)
    assert not waiting.done()
    markup = {"inline_keyboard": [[{"text": "Baik", "callback_data": "a"}]]}
    await caller.result("sendMessage", chat_id=sari.id, text="halo", reply_markup=markup)
    state = await waiting
    assert state["version"] != since
    message = state["phones"][0]["messages"][1]
    assert message["html"] == "halo"
    assert message["buttons"] == [[{"label": "Baik", "data": "a"}]]


async def test_a_visitor_does_what_a_person_does(
    box: TelegramBox, caller: Caller, visitor: Visitor
) -> None:
    phone = box.phone(1001, name="Sari")
    photo = aiohttp.FormData({"phone": "1001", "kind": "photo"})
    photo.add_field("file", b"picture", filename="foto.jpg", content_type="image/jpeg")
    for deed, given in [
        ("start", {"phone": 1001, "payload": "K7P3X"}),
        ("language", {"phone": 1001, "language": "en"}),
        ("say", {"phone": 1001, "text": "halo"}),
        ("tap", {"phone": 1001, "message": 1, "data": "a"}),
        ("send", photo),
        ("locate", {"phone": 1001, "latitude": -6.2, "longitude": 106.8}),
        ("block", {"phone": 1001, "blocked": True}),
        ("block", {"phone": 1001, "blocked": False}),
    ]:
        assert await visitor.does(deed, given) == (True, "")
    start, said, tap, sent, place, blocked, _ = await caller.result("getUpdates")
    assert start["message"]["text"] == "/start K7P3X"
    assert said["message"]["from"]["language_code"] == "en"
    assert tap["callback_query"]["data"] == "a"
    assert place["message"]["location"] == {"latitude": -6.2, "longitude": 106.8}
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    file_id = sent["message"]["photo"][-1]["file_id"]
    assert phone.messages[2].photo == file_id
    assert await visitor.gets(f"/box/file/{file_id}") == (200, "image/jpeg", b"picture")


async def test_an_album_a_sticker_and_what_is_forwarded_reach_the_bot_of_telegram(
    caller: Caller, sari: Phone, visitor: Visitor
) -> None:
    """As the Bot API has them; what is taken back, it tells nobody."""
    me = {"phone": 1001}
    for deed, given in [
        ("send", album("1001", "Tiga foto", forwarded="true")),
        ("stick", {**me, "face": "😊"}),
        ("say", {**me, "text": "Besok apel", "forwarded": True}),
        ("forward", {**me, "message": 2}),
        ("edit", {**me, "message": 2, "text": "Dua foto"}),
        ("revoke", {**me, "message": 3}),
    ]:
        assert await visitor.does(deed, given) == (True, "")
    gone = (False, "There is no such message.")
    assert await visitor.does("revoke", {**me, "message": 3}) == gone
    *told, edit = await caller.result("getUpdates")
    read = (types.Update.model_validate(raw).message for raw in told)
    first, second, sticker, said, again = filter(None, read)
    assert (first.caption, second.caption) == ("Tiga foto", None)
    assert first.media_group_id == second.media_group_id
    assert first.media_group_id
    assert sticker.sticker
    assert sticker.sticker.emoji == "😊"
    assert said.forward_origin
    assert said.forward_origin.type == "hidden_user"
    assert again.forward_origin == first.forward_origin
    assert (again.caption, again.photo) == ("Tiga foto", first.photo)
    assert edit["edited_message"]["caption"] == "Dua foto"
    (phone,) = (await visitor.state())["phones"]
    shown = {bubble["id"]: bubble for bubble in phone["messages"]}
    assert list(shown) == [1, 2, 4, 5, 6]
    assert shown[4]["sticker"] == "😊"
    assert (shown[5]["forwarded"], shown[5]["day"]) == (True, "2026-11-20")
    assert (shown[2]["text"], shown[2]["edited"]) == ("Dua foto", True)


def album(phone: str, caption: str, **more: str) -> aiohttp.FormData:
    form = aiohttp.FormData({"phone": phone, "kind": "photo", "caption": caption, **more})
    for number in range(2):
        form.add_field(f"file{number}", b"picture", filename=f"{number}.jpg")
    return form


async def test_what_cannot_be_done_is_said_in_a_sentence(
    box: TelegramBox, sari: Phone, visitor: Visitor
) -> None:
    assert await visitor.does("say", {"phone": 7, "text": "x"}) == (
        False,
        "There is no such phone.",
    )
    assert await visitor.does("clock", {"minutes": 5}) == (
        False,
        "This clock cannot be moved.",
    )
    sari.blocks()
    ok, why = await visitor.does("say", {"phone": 1001, "text": "x"})
    assert (ok, why) == (False, "Sari has blocked the bot and must unblock it first.")
    ok, why = await visitor.does("say", {"phone": 1001, "text": "x"}, Origin="https://evil.id")
    assert (ok, why) == (False, "Only the box's own page may do this.")


async def test_the_clock_is_moved_by_the_demo(page: PhonesPage, visitor: Visitor) -> None:
    moved: list[float] = []

    async def forward(minutes: float) -> None:
        moved.append(minutes)

    page.on_forward = forward
    before = page.version
    assert await visitor.does("clock", {"minutes": 15}) == (True, "")
    assert moved == [15]
    assert page.version > before


async def test_what_is_published_is_served_by_its_name_and_nothing_else(
    page: PhonesPage, visitor: Visitor
) -> None:
    assert (await visitor.gets("/hasil/"))[0] == 404, "nothing is published yet"
    files = {"index.html": "<p>Hasil</p>", "hasil-2026-q4.csv": "a;b"}

    async def published(name: str) -> str | None:
        return files.get(name)

    page.published = published
    assert await visitor.gets("/hasil/") == (200, "text/html", b"<p>Hasil</p>")
    assert await visitor.gets("/hasil/hasil-2026-q4.csv") == (200, "text/csv", b"a;b")
    assert (await visitor.gets("/hasil/index.js"))[0] == 404
    assert (await visitor.gets("/" + "a" * 300))[0] == 404, "longer than any file's name may be"


async def test_the_page_its_qr_codes_and_nothing_else_are_served(
    page: PhonesPage, sari: Phone, visitor: Visitor
) -> None:
    page.posters = [WallPoster("KTP-el", "Loket 3", "K7P3X", LINK)]
    status, kind, index = await visitor.gets("/")
    assert (status, kind) == (200, "text/html")
    assert b"<html" in index
    status, kind, picture = await visitor.gets("/box/qr/K7P3X.svg")
    assert (status, kind) == (200, "image/svg+xml")
    assert b"<svg" in picture
    for path in ("/box/qr/OTHER.svg", "/box/file/x", "/../page.py", "/%2e%2e/page.py", "/x.js"):
        assert (await visitor.gets(path))[0] == 404


@pytest.fixture
async def whatsapp(box: TelegramBox, page: PhonesPage) -> WhatsAppBox:
    """WhatsApp's phones on the same page; who calls its API is not of interest here."""
    whatsapp = WhatsAppBox(
        token=TOKEN,
        phone_id=PHONE_ID,
        business_id="2",
        app_secret="s",
        verify_token="v",
        clock=box.clock,
    )
    page.shows(whatsapp)
    return whatsapp


async def test_whatsapps_phones_stand_beside_telegrams_in_the_order_of_the_row(
    page: PhonesPage, sari: Phone, whatsapp: WhatsAppBox, visitor: Visitor
) -> None:
    page.row = ("ID.7", sari.id)
    page.posters = [WallPoster("KTP-el", "Loket 3", "K7P3X", LINK, "https://wa.me/62811?text=Nilai")]
    since = (await visitor.state())["version"]
    waiting = asyncio.create_task(visitor.state(since))
    await watched(page)
    whatsapp.phone("ID.8", name="Bayu", number=None)
    wati = whatsapp.phone("ID.7", name="Wati")
    await waiting
    state = await visitor.state()
    assert [(phone["channel"], phone["name"]) for phone in state["phones"]] == [
        ("whatsapp", "Wati"),
        ("telegram", "Sari"),
        ("whatsapp", "Bayu"),
    ]
    assert state["bot"]["number"] == whatsapp.number
    assert (await visitor.gets(state["posters"][0]["whatsapp_qr"]))[1] == "image/svg+xml"
    link = f"https://wa.me/{whatsapp.number}?text=Nilai%20K7P3X"
    assert await visitor.does("open", {"phone": wati.id, "url": link}) == (True, "")
    assert await visitor.does("locate", {"phone": wati.id, "latitude": 1, "longitude": 2}) == (
        True,
        "",
    )
    assert [bubble.text for bubble in wati.messages] == ["Nilai K7P3X", ""]
    media = wati.sends("photo", b"picture")
    assert await visitor.gets(f"/box/whatsapp/file/{media}") == (200, "image/jpeg", b"picture")


async def test_the_page_is_told_what_every_phone_with_whatsapp_shows(
    page: PhonesPage, session: aiohttp.ClientSession, whatsapp: WhatsAppBox, visitor: Visitor
) -> None:
    await whatsapp.start()
    sari = whatsapp.phone(1001, name="Sari")
    page.roles[sari.id] = "staff"
    before = page.version
    sari.sends("document", b"<script>", name="a.html")
    assert page.version > before
    sari.sends("photo", b"picture")
    sari.locates(-7.8, 110.36)
    bot = Bot(whatsapp, session)
    row = {"id": "a", "title": "A", "description": "B"}
    await bot.asks(sari, a_list("*Yang mana?*", [row]))
    await whatsapp.stop()
    (phone,) = (await visitor.state())["phones"]
    assert (phone["channel"], phone["id"], phone["role"]) == ("whatsapp", "ID.1001", "staff")
    document, photo, place, asked = phone["messages"]
    assert document["document"]["name"] == "a.html"
    assert place["location"] == {"latitude": -7.8, "longitude": 110.36}
    assert asked["html"] == "<b>Yang mana?</b>"
    assert asked["list"] == {"button": "Pilih"}
    assert asked["buttons"] == [[{"label": "A", "data": "a", "description": "B"}]]
    assert asked["time"] == "09:00"
    assert await visitor.gets(photo["photo"]) == (200, "image/jpeg", b"picture")
    async with session.get(visitor.box.url + document["document"]["url"]) as response:
        assert "attachment" in response.headers["Content-Disposition"]
    assert (await visitor.gets("/box/whatsapp/file/9"))[0] == 404


async def test_an_album_a_sticker_and_what_is_forwarded_reach_the_business_of_whatsapp(
    whatsapp: WhatsAppBox, visitor: Visitor
) -> None:
    """As its webhook has them: no album, a mark in the context, an edit and a revocation told."""
    sari = whatsapp.phone("ID.7", name="Sari")
    me = {"phone": sari.id}
    for deed, given in [
        ("send", album("ID.7", "Dua foto")),
        ("stick", {**me, "face": "😊"}),
        ("say", {**me, "text": "Besok apel", "forwarded": True}),
        ("locate", {**me, "latitude": 1, "longitude": 2}),
        ("edit", {**me, "message": 4, "text": "Lusa apel"}),
        *(("forward", {**me, "message": number}) for number in (1, 3, 4, 5)),
        ("revoke", {**me, "message": 5}),
    ]:
        assert await visitor.does(deed, given) == (True, "")
    told = [item.body for item in whatsapp.delivery.pending]
    first, second, sticker, said, _, edit, *again, revoked = told
    assert [body["type"] for body in (first, second)] == ["image", "image"]
    assert (first["image"]["caption"], "caption" in second["image"]) == ("Dua foto", False)
    assert (sticker["type"], sticker["sticker"]["mime_type"]) == ("sticker", "image/webp")
    assert said["context"] == {"forwarded": True}
    assert [body["type"] for body in again] == ["image", "sticker", "text", "location"]
    assert all(body["context"] == {"forwarded": True} for body in again)
    assert again[0]["image"] == first["image"]
    assert again[2]["text"] == {"body": "Lusa apel"}
    assert edit["edit"]["original_message_id"] == said["id"]
    assert revoked["type"] == "revoke"
    (phone,) = (one for one in (await visitor.state())["phones"] if one["id"] == "ID.7")
    edited = phone["messages"][3]
    assert (edited["text"], edited["edited"], edited["forwarded"]) == ("Lusa apel", True, True)
    assert phone["messages"][2]["sticker"] == "😊"


async def test_what_passes_by_itself_is_told_when_it_has_passed(
    page: PhonesPage, sari: Phone, visitor: Visitor
) -> None:
    waiting = asyncio.create_task(visitor.state(page.version))
    await watched(page)
    page.changed(0.01)
    first = (await waiting)["version"]
    assert (await visitor.state(first))["version"] > first


async def test_without_whatsapp_there_is_nothing_of_it(page: PhonesPage, visitor: Visitor) -> None:
    page.posters = [WallPoster("KTP-el", "Loket 3", "K7P3X", LINK)]
    for path in ("/box/qr/whatsapp/K7P3X.svg", "/box/qr/other/K7P3X.svg", "/box/whatsapp/file/1"):
        assert (await visitor.gets(path))[0] == 404
    assert await visitor.does("say", {"phone": "ID.7", "text": "x"}) == (
        False,
        "There is no such phone.",
    )


async def test_a_document_is_saved_and_never_shown(
    box: TelegramBox, sari: Phone, visitor: Visitor
) -> None:
    file_id = sari.sends("document", b"<script>", name='a".html')
    async with visitor.session.get(f"{box.url}/box/file/{file_id}") as response:
        assert response.headers["Content-Disposition"] == 'attachment; filename="a\'.html"'
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_bare_links_can_be_clicked() -> None:
    assert linked(f"Buka {LINK}.") == f'Buka <a href="{LINK}">{LINK}</a>.'
    assert linked("t.me/x") == '<a href="https://t.me/x">t.me/x</a>'
    written = '<a href="https://x.id">https://x.id</a>'
    assert linked(written) == written


async def test_a_long_run_stays_within_its_bounds() -> None:
    box = TelegramBox(
        "1:demo",
        username="TilikBot",
        clock=lambda: datetime(2026, 11, 20, tzinfo=UTC),
        flood=False,
        keep=10,
    )
    await box.start()
    try:
        async with aiohttp.ClientSession() as session:
            caller = Caller(box, session)
            phone = box.phone(1, name="Sari")
            phone.start()
            for number in range(60):
                await caller.result("sendMessage", chat_id=1, text=str(number))
                await caller.refusal("sendMessage", chat_id=1, text="")
                phone.sends("document", b"x")
        assert len(phone.messages) == 10
        assert len(box.ledger) <= 20
        assert len(box.refusals) <= 20
        assert len(box.shelf.files) == 10
        assert box.ledger[-1].number == 60
    finally:
        await box.stop()
