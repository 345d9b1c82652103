"""What people write beside the taps, before them and after them, is never lost in silence."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from bot.channel import Edited, Left, Started, Tapped
from handlers.engine.said import GivenFile, Typed
from models.store import Store
from models.store.chat import addresses
from models.store.schema import ratings
from models.store.work import entries
from tests.chatting import Chat
from tests.office import Office, Staff, staff_office
from tests.sample import MONDAY as NOW

BOTH = pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
NEXT = count(100)
SLOW = "Antreannya lama sekali dan petugasnya tidak ada"


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture
def citizen(store: Store, staff: Staff, channel: str) -> Chat:
    return Chat(store, f"62{next(NEXT)}", NOW, channel)


def scans(chat: Chat, office: Office, number: int = 0) -> None:
    chat.does(Started(office.counters[number].code))


def comments(store: Store) -> list[str | None]:
    """What stands beside the ratings."""
    return list(store.execute(select(ratings.c.reason)).scalars())


# -- before and after ---------------------------------------------------------------------


@BOTH
def test_words_before_the_scan_are_the_comment(citizen: Chat, office: Office) -> None:
    citizen.says(SLOW)
    assert "Pesan Anda sudah kami simpan untuk penilaian ini. Bila maksud Anda" in citizen.text
    assert "KTP-el · Loket 1" in citizen.labels
    citizen.says("dan AC-nya mati")
    assert citizen.text.startswith("Pesan Anda sudah kami simpan")
    citizen.says("halo")
    assert citizen.text.startswith("Halo")
    assert len(citizen.letters) == 1
    scans(citizen, office)
    assert citizen.text.startswith("Pesan Anda sudah kami simpan bersama jawaban Anda.")
    citizen.taps("🙁 Kurang baik").says("lewati", "lewati")
    assert "penilaian Anda untuk <b>KTP-el</b> sudah tercatat" in citizen.text
    assert f"{SLOW}\ndan AC-nya mati" in comments(citizen.store)
    citizen.says("batal")
    assert "Tidak ada yang sedang diisi" in citizen.text


@BOTH
def test_words_after_the_rating_join_its_comment(citizen: Chat, office: Office) -> None:
    scans(citizen, office, 1)
    citizen.taps("😊 Sangat baik").says("lewati", "Ramah", "toiletnya kotor, 0812 3456 7890")
    assert "kami tambahkan ke penilaian <b>Akta Kelahiran</b> yang tadi" in citizen.text
    assert "sudah kami samarkan" in citizen.text
    assert citizen.labels == ["Ubah penilaian"]
    assert f"Ramah\ntoiletnya kotor, {'•' * 14}" in comments(citizen.store)
    citizen.says("ok")
    assert citizen.text.startswith("Sama-sama")
    citizen.now += timedelta(hours=1)
    citizen.says("parkirnya juga sempit sekali")
    citizen.taps("Akta Kelahiran · Loket 2")
    assert "sudah menilai <b>Akta Kelahiran</b> hari ini" in citizen.text
    assert "Pesan yang tadi Anda tulis tidak kami simpan." in citizen.text


@pytest.mark.parametrize("channel", ["telegram"])
@pytest.mark.parametrize("said", ["Apakah buka hari Sabtu ya?", "👍👍", "lancar", "/apa saja itu"])
def test_what_is_no_comment_gets_the_ways_in(citizen: Chat, said: str) -> None:
    citizen.says(said)
    assert "Pesan Anda sudah kami simpan" not in citizen.text
    assert "Nilai layanan" in citizen.labels


@BOTH
def test_a_comment_in_several_messages_is_one(citizen: Chat, office: Office) -> None:
    scans(citizen, office, 2)
    citizen.taps("😊 Sangat baik").says("lewati", "kata " * 819, "lagi " * 819, "sisa")
    assert "kami tambahkan ke penilaian" in citizen.text
    whole = [part.strip() for part in ("kata " * 819, "lagi " * 819, "sisa")]
    assert "\n".join(whole) in comments(citizen.store)
    citizen.says("penuh " * 690)
    assert "Tulisan terakhir itu belum kami simpan" in citizen.text
    assert "\n".join(whole) in comments(citizen.store)


@pytest.mark.parametrize("channel", ["telegram"])
def test_too_long_a_comment_is_said_once(citizen: Chat, office: Office) -> None:
    scans(citizen, office)
    citizen.says("panjang " * 1600)
    assert "pesan Anda menjadi 12.799 huruf; paling banyak 12.288" in citizen.text
    assert citizen.text.count("paling banyak") == 1
    citizen.taps("😊 Sangat baik").says("lewati", "panjang " * 1600)
    assert "Tulisan Anda 12.799 huruf; paling banyak 12.288." in citizen.text
    assert citizen.text.count("paling banyak") == 1


@BOTH
def test_a_guess_tapped_after_the_rating_says_what_is_kept(citizen: Chat, office: Office) -> None:
    scans(citizen, office)
    citizen.says("puas")
    guess = citizen.letters[-1].buttons[0][0].tap
    citizen.says("Sangat baik", "lewati", "lewati")
    citizen.does(Tapped(guess))
    assert "Penilaian Anda untuk <b>KTP-el</b> sudah tercatat." in citizen.text
    assert "Anda menilai: <b>😊 Sangat baik</b>" in citizen.text
    assert citizen.labels == ["Ubah penilaian"]
    citizen.now += timedelta(hours=1)
    citizen.does(Tapped(guess))
    assert "Formulir dari tombol itu sudah ditutup" in citizen.text


# -- edited while it is parked -----------------------------------------------------------


@BOTH
def test_an_edit_corrects_a_form_that_is_parked(citizen: Chat, staff: Staff) -> None:
    met = addresses.meet(citizen.store, citizen.channel, citizen.sender)
    addresses.change(citizen.store, met.address.id, person_id=staff.employee_id)
    citizen.says("catat Melayani 10 berkas KTP-el")
    first = citizen.key
    citizen.says("catat Rapat persiapan akhir tahun")
    assert "Untuk sasaran yang mana?" in citizen.text
    citizen.does(Edited(first, Typed("catat Melayani 12 berkas KTP-el")))
    assert "Sudah kami ganti dengan suntingan Anda di" in citizen.text
    assert "Untuk sasaran yang mana?" in citizen.text
    assert len(citizen.letters) == 1
    citizen.does(Edited(first, Typed("catat " + "sangat panjang " * 300)))
    assert "Suntingan itu belum dapat kami pakai" in citizen.text
    citizen.does(Edited("never", Typed("apa saja")))
    assert "tidak kami baca ulang" in citizen.text
    citizen.taps("Tugas langsung atasan").says("1 rapat").taps("✓ Simpan")
    assert "Kita lanjutkan catatan kerja yang tadi." in citizen.text
    citizen.taps("Layanan selesai tepat waktu").says("12")
    assert citizen.text.startswith("<b>Melayani 12 berkas KTP-el</b>")


@BOTH
def test_an_edit_corrects_a_parked_comment_that_is_counted(
    citizen: Chat, office: Office
) -> None:
    scans(citizen, office, 1)
    citizen.taps("😊 Sangat baik").says("Ramah dan juga cepat")
    first = citizen.key
    scans(citizen, office, 2)
    citizen.taps("🙂 Baik")
    citizen.does(Edited(first, Typed("Ramah dan juga tepat")))
    assert "di penilaian <b>Akta Kelahiran</b> yang tadi" in citizen.text
    assert "Ramah dan juga tepat" in comments(citizen.store)
    assert "Ramah dan juga cepat" not in comments(citizen.store)


@BOTH
def test_what_was_returned_while_a_chat_was_blocked_is_told_when_it_is_back(
    citizen: Chat, staff: Staff
) -> None:
    store, met = citizen.store, addresses.meet(citizen.store, citizen.channel, citizen.sender)
    addresses.change(store, met.address.id, person_id=staff.colleague_id)
    citizen.says("catat Menata arsip").taps("Tugas langsung atasan").says("1").taps("✓ Simpan")
    entry = entries.newest(store, staff.colleague_id, most=1, skip=0)[0]
    citizen.does(Left())
    by = staff.superior_id
    assert entries.decide(store, entry.id, by=by, seen_at=NOW, reason="Uraian kurang jelas")
    citizen.says("halo")
    assert "catatan Anda dikembalikan dan menunggu perbaikan" in citizen.text
    assert "Halo" in citizen.text
    assert "Riwayat" in citizen.labels
    citizen.says("halo")
    assert "menunggu perbaikan" not in citizen.text


@pytest.mark.parametrize("channel", ["telegram"])
def test_words_under_a_photo_are_read(citizen: Chat) -> None:
    citizen.does(GivenFile("photo", "f1", caption=SLOW))
    assert "Pesan Anda sudah kami simpan untuk penilaian ini." in citizen.text
    citizen.taps("Kartu Keluarga · Loket 3", "😊 Sangat baik").says("lewati")
    assert "sudah tercatat" in citizen.text
    citizen.taps("Ubah penilaian", "🙂 Baik").says("lewati")
    citizen.does(GivenFile("photo", "f2", caption="Kursinya rusak"))
    assert citizen.text.startswith("Berkas itu tidak kami simpan")
    assert "sudah tercatat" in citizen.text
    assert len(citizen.letters) == 1


# -- one bubble ---------------------------------------------------------------------------


@BOTH
def test_words_at_a_choice_of_language_ask_the_question_below_once(
    citizen: Chat, office: Office
) -> None:
    scans(citizen, office)
    citizen.says("bahasa", "kursinya terlalu sedikit")
    citizen.taps("Bahasa Indonesia")
    asked = "Bagaimana layanan <b>KTP-el</b>"
    assert citizen.text.count(asked) == 1
    assert "Kita lanjutkan" in citizen.text
    assert "Pesan Anda sudah kami simpan" in citizen.text
    assert len(citizen.letters) == (1 if citizen.channel == "whatsapp" else 2)


@BOTH
def test_a_screen_beside_a_long_list_is_one_bubble_with_the_way_back(
    citizen: Chat, office: Office
) -> None:
    scans(citizen, office)
    citizen.says("1", "1", "bantuan")
    whatsapp = citizen.channel == "whatsapp"
    assert len(citizen.letters) == (1 if whatsapp else 2)
    if whatsapp:
        citizen.taps("Lanjutkan mengisi")
    assert "Apa yang perlu diperbaiki?" in citizen.text
    assert len(citizen.labels) > 6


@pytest.mark.parametrize("channel", ["telegram"])
def test_what_ends_together_is_named_once(citizen: Chat, staff: Staff) -> None:
    met = addresses.meet(citizen.store, citizen.channel, citizen.sender)
    addresses.change(citizen.store, met.address.id, person_id=staff.employee_id)
    citizen.says("catat Rapat satu", "catat Rapat dua", "catat Rapat tiga", "batal")
    assert citizen.text.count("Tetap tersimpan sampai Anda buka lagi") == 1
