"""The page of phones, in a real browser, against the real box: what a person does with it."""

import asyncio

from playwright.async_api import FilePayload, Locator, Route, expect

from bot.sandbox.page.page import PhonesPage
from tests.browser.echo import png
from tests.browser.stage import BUDI, SARI, Stage


async def test_what_is_typed_is_sent_and_answered(started: Stage) -> None:
    await started.says(SARI, "halo")
    await started.reads(SARI, "[id] halo")
    await expect(started.on("say")).to_have_value("")
    assert [bubble.text for bubble in started.box.phone(SARI).messages if bubble.mine] == [
        "/start",
        "halo",
    ]


async def test_a_line_break_is_typed_with_shift_and_the_button_sends(started: Stage) -> None:
    typing = started.on("say")
    await typing.press_sequentially("satu")
    await typing.press("Shift+Enter")
    await typing.press_sequentially("dua")
    await started.on("send").click()
    await started.reads(SARI, "[id] satu\ndua")


async def test_a_tap_edits_the_message_where_it_stands(started: Stage) -> None:
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").click()
    await expect(started.on("toast")).to_have_text("Tercatat")
    await expect(asked.locator(".text")).to_have_text("Terima kasih: Baik")
    await expect(asked.locator(".edited")).to_have_text("diedit")
    await expect(asked.locator(".key")).to_have_text(["Ubah"])
    await expect(started.phone(SARI).locator("article")).to_have_count(2)


async def test_buttons_rest_while_a_tap_is_on_its_way(started: Stage) -> None:
    taps, may_go = 0, asyncio.Event()

    async def late(route: Route) -> None:
        nonlocal taps
        taps += 1
        await may_go.wait()
        await route.continue_()

    await started.page.route("**/box/tap", late)
    asked = started.phone(SARI).get_by_test_id("message-2")
    await asked.get_by_role("button", name="Baik").click()
    await expect(asked.get_by_role("button", name="Buruk")).to_be_disabled()
    await asked.get_by_role("button", name="Buruk").dispatch_event("click")
    may_go.set()
    await expect(asked.locator(".text")).to_have_text("Terima kasih: Baik")
    assert taps == 1


async def test_a_poster_is_scanned_by_the_phone_in_the_hand(stage: Stage) -> None:
    poster = stage.page.get_by_test_id("poster-K7P3X")
    await expect(poster.locator("img")).to_have_js_property("complete", True)
    assert await poster.locator("img").evaluate("image => image.naturalWidth > 20")
    await expect(poster).to_have_accessible_name(
        "Pindai poster KTP-el, Loket 3, dengan ponsel Sari"
    )
    await stage.on("hold", BUDI).click()
    await expect(poster).to_have_accessible_name(
        "Pindai poster KTP-el, Loket 3, dengan ponsel Budi"
    )
    await poster.click()
    await stage.reads(BUDI, "Loket K7P3X")
    assert not stage.box.phone(SARI).messages


async def test_a_picture_shows_and_can_be_enlarged(started: Stage) -> None:
    await started.says(SARI, "gambar")
    picture = started.phone(SARI).locator("img.photo")
    await expect(picture).to_have_js_property("naturalWidth", 320)
    await started.reads(SARI, "Ini photo")
    await started.phone(SARI).get_by_role("button", name="Perbesar gambar").click()
    await expect(started.page.locator("#viewer-image")).to_be_visible()
    await started.page.keyboard.press("Escape")
    await expect(started.page.locator("#viewer-image")).to_be_hidden()


async def test_a_document_can_be_saved(started: Stage) -> None:
    await started.says(SARI, "berkas")
    async with started.page.expect_download() as saving:
        await started.phone(SARI).locator("a.chip").click()
    assert (await saving.value).suggested_filename == "rekap.png"


def files(kind: str, *names: str) -> list[FilePayload]:
    return [
        {"name": name, "mimeType": "application/octet-stream", "buffer": png(40, 30)}
        for name in names
    ]


async def attaches(stage: Stage, what: str, *names: str) -> None:
    await stage.on("attach").click()
    if names:
        await stage.page.get_by_test_id(f"file-{what}-{SARI}").set_input_files(files(what, *names))
    else:
        await stage.on(what).click()


async def test_files_wait_for_their_words_and_a_message_can_be_more_than_words(
    started: Stage,
) -> None:
    """An album with a caption, a voice, a sticker, what is forwarded; edited, and taken back."""
    phone, sari = started.phone(SARI), started.box.phone(SARI)
    await attaches(started, "photo", "1.png", "2.png")
    await attaches(started, "document", "surat.pdf")
    await expect(started.on("tray")).to_have_text("1.png2.pngsurat.pdf")
    await started.on("tray").get_by_role("button", name="Buang").nth(1).click()
    await attaches(started, "sample")
    await expect(started.on("tray")).to_have_text("1.pngsurat.pdffoto-contoh.jpg")
    await expect(started.on("say")).to_have_attribute("placeholder", "Tulis keterangan")
    await started.says(SARI, "Tiga berkas")
    await started.reads(SARI, "[id] ['document']")
    await expect(started.on("tray")).to_be_hidden()
    await attaches(started, "voice", "suara.ogg")
    await started.reads(SARI, "[id] ['voice']")
    await attaches(started, "sticker")
    await phone.get_by_role("button", name="Stiker 😊").click()
    await started.reads(SARI, "[id] ['sticker']")
    await expect(phone.get_by_role("img", name="Stiker 😊").locator("svg")).to_be_visible()
    await attaches(started, "forward")
    await started.says(SARI, "Besok apel")
    await started.reads(SARI, "[id] Besok apel")
    said = phone.locator("article", has_text="Diteruskan").last
    await deed(said, "Ubah")
    await expect(started.on("say")).to_have_value("Besok apel")
    await started.says(SARI, "Lusa apel")
    await expect(said).to_contain_text("Lusa apel")
    await deed(said, "Teruskan")
    await expect(phone.locator("article", has_text="Lusa apel")).to_have_count(3)
    await deed(said, "Tarik")
    await expect(phone.locator("article", has_text="Diteruskan")).to_have_count(1)
    mine = [bubble for bubble in sari.messages if bubble.mine]
    assert [bubble.text for bubble in mine if bubble.photo] == ["Tiga berkas", ""]
    assert [bool(bubble.forwarded) for bubble in mine] == [False] * (len(mine) - 1) + [True]


async def deed(line: Locator, name: str) -> None:
    await line.get_by_role("button", name="Tindakan untuk pesan ini").click()
    await line.get_by_role("button", name=name, exact=True).click()


async def test_a_place_is_sent_with_a_decimal_comma(started: Stage) -> None:
    await started.on("attach").click()
    await started.on("locate").click()
    latitude = started.on("latitude")
    await latitude.fill("95")
    await started.on("send-location").click()
    await expect(
        started.phone(SARI).get_by_role("alert").filter(has_text="lintang")
    ).to_be_visible()
    await latitude.fill("-6,5")
    await started.on("send-location").click()
    await started.reads(SARI, "[id] ['location']")
    await expect(started.phone(SARI).locator(".chip-size")).to_have_text("-6.50000, 106.82715")


async def test_a_command_is_chosen_from_the_menu_or_tapped_in_a_message(started: Stage) -> None:
    menu = [{"command": "nilai", "description": "Menilai layanan"}]
    await started.caller.call("setMyCommands", commands=menu)
    await started.says(SARI, "halo")
    await started.reads(SARI, "[id] halo")
    await started.on("menu").click()
    await started.page.get_by_role("button", name="/nilai Menilai layanan").click()
    await started.reads(SARI, "[id] /nilai")
    await started.phone(SARI).get_by_role("button", name="/bantuan").click()
    await started.reads(SARI, "[id] /bantuan")


async def test_the_clock_is_moved_forward_and_days_stand_between_messages(
    stage: Stage, beside: PhonesPage
) -> None:
    clock = stage.page.get_by_test_id("clock")
    await expect(clock).to_contain_text("09.00 WIB")
    await expect(clock).to_contain_text("Sabtu, 21 November 2026")
    await stage.page.get_by_test_id("clock-forward-60").click()
    await expect(clock).to_contain_text("10.00 WIB")
    days = stage.phone(SARI).locator(".day")
    await stage.on("start").click()
    await expect(days).to_have_text(["Hari ini"])
    assert beside.on_forward is not None
    for wanted in (["Kemarin", "Hari ini"], ["Sabtu, 21 November 2026", "Kemarin", "Hari ini"]):
        for _ in range(24):
            await beside.on_forward(60)
        await stage.says(SARI, "halo")
        await expect(days).to_have_text(wanted)


async def test_a_start_link_in_a_message_starts_the_bot_here(started: Stage) -> None:
    await started.says(SARI, "t.me/TilikBot?start=M2Q9T")
    await started.phone(SARI).locator(".text a").last.click()
    await started.reads(SARI, "Loket M2Q9T")


async def test_blocking_closes_the_conversation_and_unblocking_opens_it(started: Stage) -> None:
    await started.on("block").click()
    await expect(started.on("unblock")).to_be_visible()
    await expect(started.on("say")).to_be_hidden()
    assert started.box.phone(SARI).blocked
    await started.on("unblock").click()
    await started.says(SARI, "halo lagi")
    await started.reads(SARI, "[id] halo lagi")
