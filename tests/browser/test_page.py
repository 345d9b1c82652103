"""The page of phones, in a real browser, against the real box: what a person does with it."""

import asyncio

import pytest
from playwright.async_api import Route, expect

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


@pytest.mark.parametrize(
    ("kind", "name"),
    [("photo", "foto.png"), ("document", "surat.pdf"), ("voice", "suara.ogg")],
)
async def test_a_file_is_attached(started: Stage, kind: str, name: str) -> None:
    await started.on("attach").click()
    await started.page.get_by_test_id(f"file-{kind}-{SARI}").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": png(40, 30)}
    )
    await started.reads(SARI, f"[id] ['{kind}']")


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


async def test_the_clock_is_moved_forward(stage: Stage) -> None:
    clock = stage.page.get_by_test_id("clock")
    await expect(clock).to_contain_text("09.00 WIB")
    await expect(clock).to_contain_text("Sabtu, 21 November 2026")
    await stage.page.get_by_test_id("clock-forward-15").click()
    await expect(clock).to_contain_text("09.15 WIB")


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
