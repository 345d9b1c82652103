"""Who keeps an office's people, in whole turns: wrong numbers, what was asked for, settings."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.channel import Tapped
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town
from models.store import Store
from models.store.chat import addresses
from models.store.office import services
from models.store.oversight import requests
from models.store.people import people, posts
from models.store.schema import letters
from tests.chatting import Chat

WRONG = {
    "bukan angka 123": "hanya terdiri atas angka",
    "-": "belum diisi",
    "1,99503E+17": "dibulatkan oleh lembar kerja",
    "131234567": "NIP lama",
    "1995030220201220010": "yang ditulis 19",
    "199513022020122001": "tanggal 19951302 tidak ada",
    "199503022020132001": "bukan 13",
    "199503022020123001": "bukan 3",
    "199503022020122000": "bukan 000",
    "201503022020122001": "usia saat pengangkatan 5 tahun",
    "199503022020122001": "NIP ini sudah tercatat",
}


@pytest.fixture
def ratna(town: tuple[Store, Town]) -> Chat:
    return Chat(town[0], SENDERS["head"], NOW)


def opened(chat: Chat, tap: str) -> Chat:
    chat.does(Tapped(f"o.{tap}"))
    return chat


def told(store: Store, chat: Chat) -> str:
    """The last that was written to a chat."""
    there = addresses.meet(store, "whatsapp", chat.sender).address.id
    query = select(letters.c.sheet).where(letters.c.address_id == there)
    return str(store.execute(query.order_by(letters.c.id.desc())).scalars().first())


def test_a_wrong_number_is_told_what_is_wrong_with_it_until_it_is_right(ratna: Chat) -> None:
    ratna.says("pegawai", "zzzzz").taps("Tambah pegawai")
    for written, why in WRONG.items():
        assert why in ratna.says(written).text, written
    assert "Siapa namanya" in ratna.says("1995 0302 2020 12 2 009").text
    ratna.says("Wulan Sari, S.Kom.").taps("Dinas Sosial").says("Arsiparis")
    assert "Tambahkan mulai hari ini?" in ratna.text
    assert "sudah tercatat di Dinas Sosial" in ratna.says("ya").text


def test_what_somebody_has_asked_for_is_put_right_with_one_tap(ratna: Chat, dewi: Chat) -> None:
    for field, words in (("Jabatan", "Arsiparis Muda"), ("NIP", "199001012015032009")):
        dewi.says("koreksi").taps(field).says(words)
        number = requests.still_open(ratna.store)[-1].id
        opened(ratna, f"permintaan.{number}.u").taps("Pakai yang diminta")
        assert words in ratna.text
        ratna.taps("Ya, ubah")
    assert "Menunggu persetujuan orang kedua" in ratna.text, "a number takes two"


def test_an_erasure_that_cannot_be_is_answered_with_its_reason(ratna: Chat, dewi: Chat) -> None:
    opened(dewi, "hapus.minta").says("Semua catatan saya")
    number = requests.still_open(ratna.store)[-1].id
    opened(ratna, f"permintaan.{number}.n").says("Catatan itu arsip negara")
    assert "request-answer-erase-refused" in told(ratna.store, dewi)


def test_a_code_that_is_tried_again_elsewhere_is_told_to_who_made_it(
    ratna: Chat, town: tuple[Store, Town]
) -> None:
    store, places = town
    wulan = next(n for n, name in people.by_nip(store).values() if name == "Wulan Sari")
    unit = services.all_counters(store)[0].unit.id
    posts.place(store, wulan, unit, "Arsiparis", since=TODAY)
    Chat(store, "6281000000091", NOW).says(f"daftar {places.code}", "saya mengerti")
    other = Chat(store, "6281000000092", NOW).says(f"daftar {places.code}")
    assert "sudah dipakai" in other.text
    assert "join-vain-used" in told(store, ratna)


def test_a_card_says_what_somebody_is_entrusted_with(
    ratna: Chat, town: tuple[Store, Town]
) -> None:
    store, places = town
    unit = services.all_counters(store)[0].unit.id
    for duty in ("auditor", "hr", "operator"):
        people.give_duty(store, places.employee, unit_id=unit, duty=duty, valid_from=TODAY)
    card = opened(ratna, f"pegawai.p{places.employee}").text
    for named in ("Auditor", "Admin kepegawaian", "Operator Tilik"):
        assert f"{named} Disdukcapil Kabupaten Contoh" in card


def test_a_setting_that_cannot_be_is_told_why(ratna: Chat) -> None:
    for setting, written, why in (
        ("weights", "50 50", "empat bilangan bulat yang berjumlah 100"),
        ("office", "a" * 121, "paling banyak 120 huruf"),
    ):
        assert why in opened(ratna, f"pengaturan.{setting}/ubah").says(written).text
        ratna.says("batal")
    opened(ratna, "pengaturan.line-hours/ubah").taps("Seluruh kantor").says("Senin-Jumat 8-15")
    assert "Senin-Jumat 8-15" in ratna.text


def test_the_last_day_and_a_leave_are_picked_from_the_list(
    ratna: Chat, town: tuple[Store, Town]
) -> None:
    card = f"{town[1].employee}"
    for day in (0, 1):
        opened(ratna, f"pegawai.e{card}")
        ratna.taps(ratna.labels[day]).taps("Ya, akhiri")
        assert "Menunggu persetujuan" in ratna.text
    for said, first, last in (
        ("23-25 Januari", "23 Januari 2027", "25 Januari 2027"),
        ("28 Jan s.d. 2/2/2027", "28 Januari 2027", "2 Februari 2027"),
    ):
        opened(ratna, f"pegawai.c{card}").taps("Dinas luar").says(said)
        assert f"dinas luar dari {first} sampai {last}" in ratna.text
    opened(ratna, f"pegawai.c{card}").taps("Cuti").says("15-13 Januari")
    assert "Mohon pilih atau ketik tanggalnya" in ratna.text
    assert "terlalu awal" in ratna.says("13 Januari 2025 - 15 Januari 2027").text
    ratna.says("batal")
    for kind, start, end in (("Cuti", 1, 0), ("Dinas luar", 2, 3), ("Cuti sakit", 1, 0)):
        opened(ratna, f"pegawai.c{card}")
        if kind not in ratna.labels:
            ratna.taps("Pilih jenisnya")
        ratna.taps(kind)
        ratna.taps(ratna.labels[start])
        ratna.taps(ratna.labels[end])
        assert "Tercatat untuk Dewi Lestari" in ratna.text


def test_a_change_that_waits_stands_on_the_card_and_a_plain_yes_answers_it(
    ratna: Chat, town: tuple[Store, Town]
) -> None:
    store, places = town
    top = services.all_counters(store)[0].unit.id
    eko = people.add(store, "Eko Prasetyo")
    people.give_duty(store, eko, unit_id=top, duty="hr", valid_from=TODAY)
    chat = Chat(store, "6281000000077", NOW)
    met = addresses.meet(store, chat.channel, chat.sender)
    addresses.change(store, met.address.id, person_id=eko)
    people.begins(store, eko, at=NOW)
    waits = "Menunggu persetujuan orang kedua (<b>impor</b>): Dewi Lestari: atasan dari"
    for said in ("ya", "setuju", "acc bu", "setujui"):
        opened(ratna, f"pegawai.a{places.employee}")
        ratna.taps(ratna.labels[0])
        assert waits in opened(ratna, f"pegawai.p{places.employee}").text
        for unclear in ("ok", "tidak setuju", "jangan dulu") if said == "ya" else ():
            hint = chat.gets().says(unclear).text
            assert hint.startswith("Mohon ketuk salah satu tombol"), unclear
        chat.says("koreksi data" if said == "setujui" else "terima kasih").gets()
        assert "sudah disetujui dan berlaku" in chat.says(said).text, said
        assert "disetujui" not in chat.says("ya").text, "it was answered"
        assert waits not in opened(ratna, f"pegawai.p{places.employee}").text
