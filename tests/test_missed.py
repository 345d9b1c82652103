"""Whoever misses a question reads how it is answered; what cannot be read is said in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.channel import Unheard
from bot.cli.bubbles.town import NOW, SENDERS, Town
from handlers.engine.said import GivenFile, Located
from models.store import Store
from models.store.schema import units
from tests.chatting import Chat

STICKER, PHOTO = Unheard(), GivenFile("photo", "77")
PLACE = Located(-7.0, 110.4)


@pytest.fixture
def citizen(town: tuple[Store, Town]) -> Chat:
    return Chat(town[0], SENDERS["citizen"], NOW)


def sends(chat: Chat, *what: Unheard | GivenFile | Located) -> str:
    for one in what:
        chat.does(one)
    return chat.text


def test_a_citizen_who_sends_anything_else_is_told_and_asked_again(
    citizen: Chat, town: tuple[Store, Town]
) -> None:
    assert "belum dapat membaca kiriman seperti itu" in sends(citizen, STICKER)
    assert "Nilai layanan" in citizen.labels
    assert citizen.says("namo buddhaya").text.startswith("Salam kebajikan, ini <b>Tilik</b>")
    assert "<b>Tentang kantor</b>: kantor belum menuliskannya" in citizen.says("info").text
    citizen.says(f"nilai {town[1].counter}")
    for missed in (STICKER, PHOTO, PLACE):
        assert "Bagaimana layanan" in sends(citizen, missed)
    assert "Pertanyaan ini perlu dijawab" in citizen.says("lewati").text
    citizen.taps("🙁 Kurang baik", "Lewati", "Lewati")
    assert "tuliskan jawaban Anda dengan kata-kata" in sends(citizen, PLACE)
    assert "Tulis dengan kata-kata Anda sendiri" in sends(citizen, PLACE)
    assert "Terima kasih" in citizen.says("Antre terlalu lama").text


def test_the_log_says_which_day_hours_and_evidence_it_takes(dewi: Chat) -> None:
    dewi.says("catat rapat koordinasi").taps("Tugas langsung atasan").says("lewati")
    dewi.taps("Ubah", "Ubah hari").says("1/1/2020")
    assert "sudah ditutup" in dewi.text
    assert "belum tiba" in dewi.says("31 Desember 2027").text
    dewi.says("kemarin").taps("Ubah", "Isi jam").says("pagi sekali", "tidak tahu")
    assert "Contoh: “8 sampai 10”" in dewi.text
    dewi.says("8 sampai 10").taps("Ubah", "Tambah bukti").says("nanti saja", "belum ada")
    assert "Ketuk tanda klip" in dewi.text
    assert "Rapat" in sends(dewi, PHOTO) or "rapat" in dewi.text


def test_a_leave_of_one_day_is_taken_back(dewi: Chat) -> None:
    dewi.says("cuti").taps("Besok (Rabu, 13 Jan 2027)").says("cuti")
    (back,) = [one for one in dewi.labels if one.startswith("Batalkan")]
    assert "batal" in dewi.taps(back).text.casefold()
    dewi.says("cuti").taps("Tanggal lain").says("hari ini").taps("Besok (Rabu, 13 Jan 2027)")
    assert "dari 12 Januari 2027 sampai 13 Januari 2027" in dewi.text


def test_a_file_in_place_of_the_yes_to_the_notice_is_sent_again_later(
    citizen: Chat, town: tuple[Store, Town]
) -> None:
    citizen.says(f"daftar {town[1].code}")
    assert "Kiriman itu belum dapat kami simpan" in sends(citizen, PHOTO)
    assert citizen.labels


def test_what_was_written_for_a_day_that_has_closed_meanwhile_is_not_saved(
    town: tuple[Store, Town],
) -> None:
    ratna = Chat(town[0], SENDERS["superior"], NOW).says("catat rapat koordinasi").taps("Lewati")
    ratna.now = NOW + timedelta(days=4 * 31)
    assert "sudah ditutup" in ratna.taps("✓ Simpan").text
    ratna.now = datetime(2027, 1, 12, 16, 30, tzinfo=UTC)
    town[0].execute(update(units).values(zone="Asia/Jayapura"))
    ratna.says("catat rapat koordinasi").taps("Lewati")
    town[0].execute(update(units).values(zone="Asia/Jakarta"))
    assert "13 Januari 2027 belum tiba" in ratna.taps("✓ Simpan").text, "in another zone by now"
