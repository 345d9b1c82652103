"""The demo as whoever opens it plays it: the real `tilik demo`, the real page, a real browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from bot.sandbox.calm import AT_LAST

SARI, BUDI, RATNA, DEWI, JOKO = 1001, 1002, 2001, 3001, 3002
WATI, DEWI_TOO = "ID.1003", "ID.3001"


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    demo = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--no-browser",
        "--port",
        "0",
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "LANG": "id_ID.UTF-8", "LC_ALL": "id_ID.UTF-8"},
    )
    assert demo.stdout is not None
    async with asyncio.timeout(AT_LAST):
        first = (await demo.stdout.readline()).decode()
    found = re.search(r"http://\S+", first)
    assert found is not None, first
    page = await browser.new_page(viewport={"width": 1600, "height": 900})
    await page.goto(found[0])
    yield page
    await page.close()
    demo.send_signal(signal.SIGINT)
    async with asyncio.timeout(AT_LAST):
        assert await demo.wait() == 0


async def taps(page: Page, phone: int | str, label: str) -> None:
    button = page.get_by_test_id(f"phone-{phone}").get_by_role("button", name=label).last
    await expect(button).to_be_enabled()
    await button.click()


async def picks(page: Page, phone: str, label: str) -> None:
    """From the newest list of a phone with WhatsApp."""
    await taps(page, phone, "Pilih")
    sheet = page.get_by_test_id(f"choices-{phone}")
    await sheet.get_by_role("button", name=label).first.click()
    await expect(sheet).to_be_hidden()


async def says(page: Page, phone: int | str, words: str) -> None:
    await page.get_by_test_id(f"say-{phone}").fill(words)
    await page.get_by_test_id(f"send-{phone}").click()


async def reads(page: Page, phone: int | str, words: str) -> None:
    await expect(page.get_by_test_id(f"phone-{phone}").get_by_text(words).last).to_be_visible()


async def test_taps_on_both_channels_become_the_heads_figure_with_the_close_of_the_night(
    page: Page,
) -> None:
    await page.get_by_test_id(f"hold-{WATI}").click()
    await page.locator("[data-testid^=poster-]").nth(0).click()
    await reads(page, WATI, "Tanpa nama dan nomor")
    await picks(page, WATI, "Tidak baik")
    await reads(page, WATI, "😞 Tidak baik")
    await says(page, WATI, "bahasa")
    await taps(page, WATI, "English")
    await reads(page, WATI, "All right, we speak English")

    posters = page.locator("[data-testid^=poster-]")
    await page.get_by_test_id(f"try-{SARI}-KTP-el").click()
    await reads(page, SARI, "Tanpa nama dan nomor")
    await expect(page.locator(".key .drawn")).to_have_count(4)
    await taps(page, SARI, "😊 Sangat baik")
    await reads(page, SARI, "‹ Kembali")

    await page.get_by_test_id(f"try-{RATNA}-ringkasan").click()
    await reads(page, RATNA, "belum cukup jawaban (26 dari 30)")
    await reads(page, RATNA, "IKM sementara 78,74")

    await page.get_by_test_id(f"start-{BUDI}").click()
    code = await posters.nth(1).get_attribute("data-testid")
    assert code is not None
    await says(page, BUDI, code.removeprefix("poster-").lower())
    await taps(page, BUDI, "🙂 Baik")
    await reads(page, BUDI, "‹ Kembali")
    await page.get_by_test_id("clock-forward-60").click()
    await reads(page, SARI, "Terima kasih, penilaian Anda sudah tercatat.")

    await jumps(page, "close")
    await says(page, RATNA, "ringkasan")
    await reads(page, RATNA, "(37 penilaian)")
    days = page.get_by_test_id(f"log-{RATNA}").locator(".day")
    await expect(days).to_have_text(["Kemarin", "Hari ini"])


async def jumps(page: Page, name: str) -> None:
    """Press it, and wait until all that is due then was done."""
    step = page.get_by_test_id(f"clock-jump-{name}")
    await step.click()
    await expect(step).not_to_have_attribute("aria-disabled", "true")


@pytest.mark.long("a quarter on the page; the stories tell every step of it")
async def test_a_quarter_is_evaluated_rated_and_received(page: Page) -> None:
    """The clock runs from whatever day it is: the next quarter's end is a press away."""
    await says(page, DEWI, "catat")
    await says(page, DEWI, "Melayani perekaman")
    await taps(page, DEWI, "KTP-el selesai pada hari yang sama")
    await says(page, DEWI, "12")
    await reads(page, DEWI, "Jumlah: 12 berkas")
    await taps(page, DEWI, "Simpan")
    await reads(page, DEWI, "Menunggu persetujuan Ratna Dewi.")
    await says(page, RATNA, "setuju")
    await taps(page, RATNA, "Setujui semua")
    await reads(page, RATNA, "disetujui")
    await says(page, DEWI, "saya")
    await taps(page, DEWI, "Kuantitas")
    await reads(page, DEWI, "KTP-el selesai pada hari yang sama")

    await jumps(page, "quarter")
    await taps(page, DEWI, "Mulai mengisi")
    await taps(page, DEWI, "Semua sudah sesuai")
    await reads(page, DEWI, "kendala")
    await taps(page, DEWI, "Lewati")
    await reads(page, DEWI, "Bantuan apa")
    await taps(page, DEWI, "Lewati")
    await reads(page, DEWI, "BerAKHLAK")
    await taps(page, DEWI, "Selesai")
    await reads(page, DEWI, "Bagaimana Anda menilai")
    await taps(page, DEWI, "Sesuai ekspektasi")
    await reads(page, DEWI, "perilaku kerja")
    await taps(page, DEWI, "Di atas ekspektasi")
    await reads(page, DEWI, "Sudah benar?")
    await says(page, DEWI, "kirim")
    await reads(page, DEWI, "terkirim")
    await jumps(page, "quarter")
    await reads(page, JOKO, "evaluasi diri")

    await says(page, RATNA, "evaluasi")
    await taps(page, RATNA, "Dewi Lestari")
    await taps(page, RATNA, "Beri penilaian")
    await taps(page, RATNA, "Sesuai ekspektasi")
    await reads(page, RATNA, "perilaku kerjanya")
    await taps(page, RATNA, "Di atas ekspektasi")
    await says(page, RATNA, "Tepat waktu dan ramah.")
    await reads(page, RATNA, "Usulan")
    await taps(page, RATNA, "Konfirmasi")
    await reads(page, DEWI, "Tepat waktu dan ramah.")
    await taps(page, DEWI, "Sudah saya terima")
    await reads(page, DEWI, "keberatan")


@pytest.mark.long("a quarter on the page; the stories tell every step of it")
async def test_one_person_logs_on_whatsapp_and_is_spoken_to_there(page: Page) -> None:
    """The clock runs on past the 24 hours: what arrives then is a template."""
    await says(page, DEWI_TOO, "catat")
    await reads(page, DEWI_TOO, "Apa yang Anda kerjakan?")
    await says(page, DEWI_TOO, "Melayani perekaman")
    await reads(page, DEWI_TOO, "Untuk sasaran yang mana?")
    await picks(page, DEWI_TOO, "KTP-el selesai")
    await reads(page, DEWI_TOO, "Berapa banyak")
    await says(page, DEWI_TOO, "12")
    await reads(page, DEWI_TOO, "Jumlah: 12 berkas")
    await taps(page, DEWI_TOO, "Simpan")
    await reads(page, DEWI_TOO, "Menunggu persetujuan Ratna Dewi.")
    await says(page, DEWI, "riwayat")
    await reads(page, DEWI, "Melayani perekaman")

    await says(page, DEWI, "saluran")
    await taps(page, DEWI, "WhatsApp")
    await reads(page, DEWI, "menyapa Anda di WhatsApp")
    await jumps(page, "quarter")
    await reads(page, DEWI_TOO, "templat")
    await taps(page, DEWI_TOO, "Isi evaluasi diri")
    await reads(page, DEWI_TOO, "Sudah sesuai?")
    await expect(page.get_by_test_id(f"phone-{DEWI}")).not_to_contain_text("Mulai mengisi")
