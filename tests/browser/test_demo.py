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
    button = page.get_by_test_id(f"log-{phone}").get_by_role("button", name=label).last
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
    await figure_with_the_close(page)


@pytest.mark.long("a complaint on the page; the stories tell every step of it")
async def test_a_complaint_is_played_whole_by_the_lines_of_the_page(page: Page) -> None:
    await complaint_played_whole(page)


async def figure_with_the_close(page: Page) -> None:
    await page.get_by_test_id(f"hold-{WATI}").click()
    await page.locator("[data-testid^=poster-]").nth(0).click()
    await reads(page, WATI, "Tanpa nama dan nomor")
    await picks(page, WATI, "Tidak baik")
    await reads(page, WATI, "😞 Tidak baik")
    await says(page, WATI, "bahasa")
    await taps(page, WATI, "English")
    await reads(page, WATI, "All right, we speak English")

    await page.get_by_test_id(f"try-{RATNA}-ringkasan").click()
    await reads(page, RATNA, "(76 penilaian)")
    await reads(page, RATNA, "IKM sementara 78,74")

    await page.get_by_test_id(f"start-{BUDI}").click()
    code = await page.locator("[data-testid^=poster-]").nth(1).get_attribute("data-testid")
    assert code is not None
    await says(page, BUDI, code.removeprefix("poster-").lower())
    await expect(page.locator(".key .drawn")).to_have_count(4)
    await taps(page, BUDI, "🙂 Baik")
    await reads(page, BUDI, "‹ Kembali")
    await moves(page, "forward-60")
    await reads(page, BUDI, "Terima kasih, penilaian Anda sudah tercatat.")

    await moves(page, "jump-close")
    await says(page, RATNA, "ringkasan")
    await reads(page, RATNA, "(86 penilaian)")
    days = page.get_by_test_id(f"log-{RATNA}").locator(".day")
    await expect(days).to_have_text(["Kemarin", "Hari ini"])
    await a_code_makes_a_rating_verified(page)
    await results_for_everybody(page)


async def a_code_makes_a_rating_verified(page: Page) -> None:
    await tries(page, DEWI, "layani")
    await taps(page, DEWI, "Selesai: beri kode")
    await reads(page, DEWI, "Kode kunjungan:")
    said = await page.get_by_test_id(f"log-{DEWI}").inner_text()
    code = re.findall(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b", said)[-1]
    await page.get_by_test_id(f"start-{SARI}").click()
    await says(page, SARI, code)
    await taps(page, SARI, "🙂 Baik")
    for _ in range(2):
        await taps(page, SARI, "Lewati")
    await reads(page, SARI, "Terverifikasi dengan kode kunjungan")


async def results_for_everybody(page: Page) -> None:
    async with page.expect_popup() as opened:
        await page.get_by_test_id("try-/hasil/-Hasil untuk umum").click()
    public = await opened.value
    await expect(public.get_by_role("heading", level=1)).to_be_visible()
    await public.get_by_role("link", name="Disdukcapil").first.click()
    await expect(public.get_by_text("penilaian terbuka").first).to_be_visible()
    await public.close()


async def complaint_played_whole(page: Page) -> None:
    """The steps that a line names, in its order; what stands there in quotes is clicked there."""
    await tries(page, SARI, "KTP-el")
    for label in ("Tidak baik", "Lewati", "Lama waktu", "Lewati", "Laporkan"):
        await taps(page, SARI, label)
    await reads(page, SARI, "Apa yang terjadi?")
    await tries(page, SARI, "Menunggu dua jam, nomor dipanggil acak")
    for label in ("Kirim", "Kabari saya", "Lama waktu"):
        await taps(page, SARI, label)
    await reads(page, SARI, "Nomornya ADU-")
    await reads(page, SARI, "Anda kami kabari satu kali")

    await tries(page, RATNA, "pengaduan")
    for label in ("ADU-", "Saya tangani"):
        await taps(page, RATNA, label)
    await proves(page)
    await taps(page, SARI, "Belum")
    await reads(page, SARI, "kami buka lagi")
    await taps(page, RATNA, "Pengaduan ini")
    await proves(page)
    await taps(page, SARI, "Sudah")
    await reads(page, SARI, "kami tutup")

    await tries(page, "jump-next", "» Sapaan berikut")
    for label in ("Buka tinjauannya", "Isi rencana", "Antrean panjang"):
        await taps(page, RATNA, label)
    await reads(page, RATNA, "Apa yang akan dilakukan?")
    await says(page, RATNA, "Tambah petugas antrean")
    for label in ("Ratna Puspita", "Besok"):
        await taps(page, RATNA, label)
    await reads(page, RATNA, "Kami ingatkan sebelum")
    await tries(page, "forward-10080", "+1 minggu")
    await tries(page, RATNA, "tinjauan")
    for label in ("Lama waktu", "Sudah berubah"):
        await taps(page, RATNA, label)
    await reads(page, RATNA, "apa yang sudah berubah?")
    await tries(page, RATNA, "Kini dua petugas di antrean")
    await taps(page, RATNA, "Lewati")
    await reads(page, SARI, "Yang diubah: “Kini dua petugas di antrean”")
    await reads(page, SARI, "rata-rata 2,00 dari 4 (32 jawaban)")
    await expect(page.get_by_test_id(f"phone-{SARI}").get_by_text("rata-rata 3,")).to_be_visible()


async def proves(page: Page) -> None:
    """Ratna says what was done, by the words that stand ready, and shows nothing."""
    await taps(page, RATNA, "Sudah dibenahi")
    await reads(page, RATNA, "Apa yang sudah dilakukan")
    await tries(page, RATNA, "Petugas antrean ditambah satu")
    await taps(page, RATNA, "Lewati")
    await reads(page, RATNA, "Tersampaikan.")


async def tries(page: Page, of: int | str, words: str) -> None:
    """Click what stands in a line of what to try; where it moves the clock, until all is done."""
    await page.get_by_test_id(f"try-{of}-{words}").click()
    await rests(page)


async def moves(page: Page, step: str) -> None:
    """Press a step of the clock, and wait until all that is due then was done."""
    await page.get_by_test_id(f"clock-{step}").click()
    await rests(page)


async def rests(page: Page) -> None:
    await expect(page.locator("#forward [aria-disabled=true]")).to_have_count(0)


@pytest.mark.long("a quarter on the page; the stories tell every step of it")
async def test_a_quarter_is_evaluated_rated_and_received(page: Page) -> None:
    """The clock runs from whatever day it is: the next quarter's end is a press away."""
    await says(page, DEWI, "catat")
    await says(page, DEWI, "Melayani perekaman")
    await taps(page, DEWI, "KTP-el selesai pada hari yang sama")
    await says(page, DEWI, "12")
    await reads(page, DEWI, "Jumlah: 12 berkas")
    await taps(page, DEWI, "Simpan")
    await reads(page, DEWI, "Menunggu persetujuan Ratna Puspita.")
    await says(page, RATNA, "setuju")
    await taps(page, RATNA, "Setujui semua")
    await reads(page, RATNA, "disetujui")
    await says(page, DEWI, "saya")
    await taps(page, DEWI, "Kuantitas")
    await reads(page, DEWI, "KTP-el selesai pada hari yang sama")

    await moves(page, "jump-quarter")
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
    await moves(page, "jump-quarter")
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
    await reads(page, DEWI_TOO, "Menunggu persetujuan Ratna Puspita.")
    await says(page, DEWI, "riwayat")
    await reads(page, DEWI, "Melayani perekaman")

    await says(page, DEWI, "saluran")
    await taps(page, DEWI, "WhatsApp")
    await reads(page, DEWI, "menyapa Anda di WhatsApp")
    await moves(page, "jump-quarter")
    await reads(page, DEWI_TOO, "templat")
    await taps(page, DEWI_TOO, "Isi evaluasi diri")
    await reads(page, DEWI_TOO, "Sudah sesuai?")
    await expect(page.get_by_test_id(f"phone-{DEWI}")).not_to_contain_text("Mulai mengisi")
