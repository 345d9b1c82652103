"""WhatsApp's phones on the page: what is theirs alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, expect

from bot.sandbox.page.page import PhonesPage
from bot.sandbox.telegram import TelegramBox
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from tests.browser.echo import Caller, png
from tests.browser.graph import PHONE_ID, TOKEN, Business
from tests.browser.stage import SARI, Stage, opened, window
from tests.browser.test_page_reach import FAINT

WATI, BAYU = "ID.1003", "ID.1004"
FACES = (("Tidak baik", "Belum sesuai harapan"), ("Baik", "Pelayanan yang baik dan ramah"))


@pytest.fixture
async def whatsapp(beside: PhonesPage) -> AsyncIterator[WhatsAppBox]:
    """Wati shows her number, Bayu does not; nobody listens to what they say."""
    whatsapp = WhatsAppBox(
        token=TOKEN,
        phone_id=PHONE_ID,
        business_id="2098765432109876",
        app_secret="secret",
        verify_token="verify",
        clock=beside.telegram.clock,
    )
    whatsapp.phone(WATI, name="Wati", number="6281234567003")
    whatsapp.phone(BAYU, name="Bayu", number=None)
    link = f"https://wa.me/{whatsapp.number}?text=Nilai%20"
    beside.posters = [replace(one, whatsapp=f"{link}{one.code}") for one in beside.posters]
    beside.shows(whatsapp)
    await whatsapp.start()
    yield whatsapp
    await whatsapp.stop()


@pytest.fixture
async def business(whatsapp: WhatsAppBox) -> AsyncIterator[Business]:
    async with aiohttp.ClientSession() as session:
        yield Business(whatsapp, session)


@pytest.fixture
async def wati(whatsapp: WhatsAppBox) -> WaPhone:
    """She has written: her window is open."""
    phone = whatsapp.phone(WATI)
    phone.say("Halo")
    return phone


def line(stage: Stage, number: int) -> Locator:
    return stage.phone(WATI).get_by_test_id(f"message-{number}")


async def test_a_phone_says_its_channel_and_shows_a_number_only_where_there_is_one(
    whatsapp: WhatsAppBox, stage: Stage
) -> None:
    await expect(stage.phone(WATI)).to_have_accessible_name("Ponsel Wati (WhatsApp), Warga")
    await expect(stage.phone(WATI).locator(".head")).to_contain_text("WhatsApp+62 811-0000-0000")
    await expect(stage.phone(WATI).locator(".plate")).to_contain_text("+62 812-3456-7003")
    await expect(stage.phone(BAYU).locator(".plate .number")).to_be_empty()
    await expect(stage.phone(SARI).locator(".head")).to_contain_text("Telegram@TilikBot")
    for absent in ("menu", "language"):
        await expect(stage.page.locator(f"[data-testid^={absent}-ID]")).to_have_count(0)


async def test_the_first_word_is_typed_and_opens_the_window(
    whatsapp: WhatsAppBox, business: Business, stage: Stage
) -> None:
    window = stage.phone(BAYU).locator(".window")
    await expect(window).to_have_text("Tertutup")
    await expect(stage.on("start", BAYU)).to_be_hidden()
    await stage.says(BAYU, "Halo /bantuan")
    await stage.reads(BAYU, "Halo")
    await expect(window).to_have_accessible_name(
        "Jendela 24 jam terbuka: Tilik boleh menyapa dengan kata-kata sendiri"
    )
    await business.writes(whatsapp.phone(BAYU), "Ketik *nilai*, bukan /nilai")
    await expect(stage.phone(BAYU).locator(".text b")).to_have_text("nilai")
    await expect(stage.phone(BAYU).locator(".command")).to_have_count(0)


async def test_reply_buttons_stay_and_can_be_tapped_again(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.asks(wati, "Bahasa?", "Indonesia", "English")
    await line(stage, 2).get_by_role("button", name="English").click()
    await expect(line(stage, 3)).to_contain_text("English")
    await business.writes(wati, "All right.")
    await line(stage, 2).get_by_role("button", name="Indonesia").click()
    await expect(line(stage, 5)).to_contain_text("Indonesia")


async def test_a_list_opens_at_the_foot_of_the_phone(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.lists(wati, "Bagaimana layanannya?", FACES)
    opener = line(stage, 2).get_by_role("button", name="Pilih")
    await opener.click()
    sheet = stage.phone(WATI).get_by_role("dialog", name="Pilih")
    await expect(sheet).to_contain_text("Pelayanan yang baik dan ramah")
    await expect(sheet.get_by_role("button", name="Tidak baik")).to_be_focused()
    await stage.page.keyboard.press("Escape")
    await expect(sheet).to_be_hidden()
    await expect(opener).to_be_focused()
    await stage.page.keyboard.press("Enter")
    await sheet.get_by_role("button", name="Baik Pelayanan").click()
    await expect(sheet).to_be_hidden()
    await expect(line(stage, 3)).to_contain_text("Baik")
    await opener.click()
    await stage.on("log", WATI).click(position={"x": 9, "y": 9})
    await expect(sheet).to_be_hidden()
    assert [bubble.text for bubble in wati.messages if bubble.mine] == ["Halo", "Baik"]


async def test_a_place_is_asked_for_with_a_button(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.asks_for_a_place(wati, "Di mana Anda?")
    await line(stage, 2).get_by_role("button", name="Kirim lokasi").click()
    await stage.on("send-location", WATI).click()
    await expect(line(stage, 3)).to_contain_text("-6.17539, 106.82715")


async def test_a_template_is_told_apart_and_its_reply_is_tapped(
    whatsapp: WhatsAppBox, business: Business, stage: Stage
) -> None:
    await business.knocks(whatsapp.phone(BAYU), "Apa yang Anda kerjakan hari ini?", "Catat")
    await expect(stage.phone(BAYU).locator(".meta")).to_contain_text("templat")
    await stage.phone(BAYU).get_by_role("button", name="Catat").click()
    await expect(stage.phone(BAYU).locator(".mine")).to_have_text("Catat09.00")


async def test_pictures_documents_and_voices_are_shown(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.shows(wati, "image", name="a.png", mime="image/png", caption="Grafik")
    await business.shows(wati, "document", name="b", mime="application/pdf", filename="c.pdf")
    await business.shows(wati, "audio", name="d.ogg", mime="audio/ogg")
    await expect(line(stage, 2).locator("img.photo")).to_have_js_property("naturalWidth", 320)
    async with stage.page.expect_download() as saving:
        await line(stage, 3).get_by_role("link", name="Unduh c.pdf").click()
    assert (await saving.value).suggested_filename == "c.pdf"
    await expect(line(stage, 4).locator("audio")).to_be_visible()
    elsewhere = [url for url in stage.asked if not url.startswith((stage.box.url, "data:"))]
    assert elsewhere == []


async def test_files_are_sent_and_a_message_is_taken_back(wati: WaPhone, stage: Stage) -> None:
    for number, (kind, name) in enumerate(
        (("photo", "foto.png"), ("document", "surat.pdf"), ("voice", "suara.ogg")), start=2
    ):
        await stage.on("attach", WATI).click()
        await stage.page.get_by_test_id(f"file-{kind}-{WATI}").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": png(40, 30)}
        )
        if kind != "voice":
            await stage.says(WATI, name)
        await expect(line(stage, number)).to_be_visible()
        assert getattr(wati.messages[number - 1], kind)
    await line(stage, 3).get_by_role("button", name="Tindakan untuk pesan ini").click()
    await expect(line(stage, 3).get_by_role("button", name="Ubah")).to_have_count(0)
    await line(stage, 3).get_by_role("button", name="Tarik").click()
    await expect(line(stage, 3)).to_have_count(0)


async def test_a_poster_is_scanned_with_the_code_of_the_channel(
    whatsapp: WhatsAppBox, stage: Stage
) -> None:
    poster = stage.page.get_by_test_id("poster-K7P3X")
    await expect(poster.locator("img")).to_have_count(2)
    for number in (0, 1):
        seen = "image => image.complete && image.naturalWidth > 20"
        await expect(poster.locator("img").nth(number)).to_have_js_property("complete", True)
        assert await poster.locator("img").nth(number).evaluate(seen)
    await stage.on("hold", BAYU).click()
    await expect(poster).to_have_accessible_name(
        "Pindai poster KTP-el, Loket 3, dengan ponsel Bayu (WhatsApp)"
    )
    await poster.click()
    await stage.reads(BAYU, "Nilai K7P3X")
    assert not whatsapp.phone(WATI).messages


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_a_link_to_the_chat_sends_its_words(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.writes(wati, f"Klik wa.me/{wati.box.number}?text=daftar%20AB12 ya")
    await line(stage, 2).get_by_role("link").click()
    await expect(line(stage, 3)).to_contain_text("daftar AB12")


async def test_blocking_closes_the_conversation(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.lists(wati, "Bagaimana layanannya?", FACES)
    await line(stage, 2).get_by_role("button", name="Pilih").focus()
    await stage.on("block", WATI).click()
    await expect(stage.on("say", WATI)).to_be_hidden()
    assert wati.blocked
    await stage.on("unblock", WATI).click()
    await stage.says(WATI, "halo lagi")
    await stage.reads(WATI, "halo lagi")


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_a_narrow_screen_has_a_tab_for_each_phone(
    browser: Browser, box: TelegramBox, caller: Caller, wati: WaPhone, business: Business
) -> None:
    await business.lists(wati, "Bagaimana layanannya?", FACES)
    async with window(browser, width=390) as there, opened(there, box, caller=caller) as stage:
        await stage.page.get_by_role("button", name="Wati (WhatsApp)", exact=True).click()
        await line(stage, 2).get_by_role("button", name="Pilih").click()
        await expect(stage.page.get_by_test_id(f"choices-{WATI}")).to_be_in_viewport()
        assert await stage.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.long("how the page looks; what it does is always tried")
async def test_every_text_stands_out_from_its_ground(
    wati: WaPhone, business: Business, stage: Stage
) -> None:
    await business.asks(wati, "Bahasa?", "Indonesia", "English")
    await business.lists(wati, "Bagaimana layanannya?", FACES)
    await line(stage, 3).get_by_role("button", name="Pilih").click()
    await expect(stage.page.get_by_test_id(f"choices-{WATI}")).to_be_visible()
    seen = await stage.page.evaluate(FAINT)
    assert len(seen) > 25
    assert [one for one in seen if one["ratio"] < 4.5] == []
