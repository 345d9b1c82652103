"""A citizen complains: in any order, by any words, from where they are; and goes on with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import func, select

from bot.channel import Started
from handlers.engine.said import GivenFile, Located
from models.complaints import SAME_LEAST, as_number
from models.store import Store
from models.store.chat import addresses
from models.store.complaints import complaints, reporters
from models.store.office import services
from models.store.schema import complaint_steps, files
from models.store.schema import complaints as rows
from tests.chatting import Chat
from tests.office import Office, Staff, staff_office
from tests.sample import MONDAY as NOW
from tests.test_talk import at_home

pytestmark = pytest.mark.usefixtures("two_units")
NEXT = count(100)
PHOTO = GivenFile("photo", "whatsapp:p1")
HERE = Located(-7.8, 110.36)


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture(scope="module")
def two_units(store: Store, staff: Staff) -> None:
    """A second unit, so that it is asked which one."""
    unit = services.add_unit(store, "Puskesmas Contoh", zone="Asia/Jakarta")
    service = services.add_service(store, unit.id, "Poli Umum", population=900)
    services.offer(store, services.add_counter(store, unit.id, "Loket 9"), service)


@pytest.fixture(params=["whatsapp", "telegram"])
def sari(store: Store, office: Office, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A citizen on either channel; nothing of what they do stays."""
    before = store.begin_nested()
    yield Chat(store, f"91{next(NEXT)}", NOW, channel=request.param)
    before.rollback()


@pytest.fixture
def ratna(store: Store, staff: Staff) -> Chat:
    """The head of the first unit."""
    return at_home(Chat(store, f"91{next(NEXT)}", NOW), staff.superior_id)


def number_in(chat: Chat) -> str:
    found = as_number(chat.text)
    assert found is not None, chat.text
    return found


def filed(store: Store) -> int:
    return store.execute(select(func.count()).select_from(rows)).scalar_one()


def answers(chat: Chat, *labels: str) -> None:
    """Where it was and of which kind: what the words tell surely is not asked."""
    for label in labels:
        if label in chat.labels:
            chat.taps(label)


def sent(chat: Chat) -> None:
    """Where it was, of which kind, and off it goes."""
    answers(chat, "Disdukcapil Kabupaten Contoh", "Perlu dibenahi", "Kirim")


def test_what_shows_it_may_come_before_the_words_and_after_them(
    sari: Chat, ratna: Chat, store: Store
) -> None:
    sari.says("lapor")
    sari.does(PHOTO)
    assert "Apa yang terjadi? Satu kalimat cukup" in sari.text
    sari.does(HERE)
    sari.says("Atap ruang tunggu bocor")
    sari.taps("Disdukcapil Kabupaten Contoh")
    sari.now += timedelta(minutes=1)
    sari.does(GivenFile("voice", "whatsapp:v1"))
    assert "kami simpan bersama jawaban sebelumnya" in sari.text
    answers(sari, "Perlu dibenahi")
    sari.now += timedelta(minutes=1)
    sari.does(replace(PHOTO, file="whatsapp:p2", caption="ini embernya"))
    assert "“Atap ruang tunggu bocor\nini embernya”" in sari.text
    assert "2 foto atau dokumen" in sari.text
    assert "1 rekaman suara, hanya didengar tim pengawas" in sari.text
    assert "lokasi" in sari.text
    sari.says("sudah dua minggu begini")
    assert "sudah dua minggu begini”" in sari.text
    sari.taps("Kirim")
    assert "di unit itu belum ada. Supaya terbaca, ceritakan juga" in sari.text
    ratna.says("pengaduan").taps(ratna.labels[0])
    assert "ini embernya" in ratna.text
    assert "2 foto atau dokumen menunggu diperiksa" in ratna.text
    assert "ada rekaman suara, menunggu tim pengawas" in ratna.text
    assert "1 lampiran" in ratna.text
    of = store.execute(select(files.c.address_id, files.c.used)).all()
    own = addresses.meet(store, sari.channel, sari.sender).address.id
    assert [(one.address_id != own, one.used) for one in of] == [(True, True)] * 3


@pytest.mark.parametrize(
    "said", ["tes", "halo", "mau komplain", "gimana cara lapor", "kotor", "123"]
)
def test_what_says_nothing_is_a_draft_with_one_question_and_no_number(
    sari: Chat, store: Store, said: str
) -> None:
    before = filed(store)
    sari.says("lapor", said)
    assert "Apa yang terjadi?" in sari.text
    sari.says("Lantainya kotor sekali")
    answers(sari, "Disdukcapil Kabupaten Contoh", "Perlu dibenahi")
    kept = f"{said}\n" if said in ("kotor", "123") else ""
    assert f"“{kept}Lantainya kotor sekali”" in sari.text
    assert filed(store) == before
    sari.says("ya")
    assert "Nomornya" in sari.text
    assert filed(store) == before + 1


def test_a_unit_that_nobody_knows_is_asked_once_more_and_may_be_unknown(sari: Chat) -> None:
    sari.says("lapor", "Antreannya kacau sekali", "loket ajaib di pojok itu lho")
    assert "Disdukcapil Kabupaten Contoh" in sari.labels
    answers(sari, "Saya tidak tahu", "Perlu dibenahi")
    assert "loket ajaib di pojok itu lho" in sari.text
    sari.taps("Kirim")
    assert "Nomornya" in sari.text


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("mau lapor pungli di loket", "Di unit mana?"),
        ("saya punya keluhan, antreannya tidak urut", "Di unit mana?"),
        ("pungli", "Satu kalimat cukup"),
        ("aduan", "Apa yang terjadi? Ceritakan"),
        ("keluhan", "Apa yang terjadi? Ceritakan"),
        ("kritik dan saran", "Apa yang terjadi? Ceritakan"),
    ],
)
def test_the_words_for_what_is_wrong_begin_the_complaint(sari: Chat, said: str, asks: str) -> None:
    sari.says(said)
    assert asks in sari.text
    if asks == "Satu kalimat cukup":
        sari.says("Diminta uang di loket")
    if "Ceritakan" not in asks:
        answers(sari, "Puskesmas Contoh", "Perlu dibenahi")
        assert said in sari.text


def test_a_photo_with_its_words_begins_one_too(sari: Chat) -> None:
    sari.does(replace(PHOTO, caption="pungli di loket, ini buktinya"))
    assert "Di unit mana?" in sari.text
    answers(sari, "Puskesmas Contoh", "Perlu dibenahi")
    assert "1 foto atau dokumen" in sari.text


def test_where_they_were_a_moment_ago_is_offered(sari: Chat, office: Office) -> None:
    code = office.counter("KTP-el, loket 1").code
    sari.does(Started(code))
    sari.says("lapor", "Nomor antrean tidak dipanggil")
    answers(sari, "Perlu dibenahi")
    assert "Loket 1" in sari.text
    sari.taps(*(["Ubah"] if "Ubah" in sari.labels else []), "Bukan di sini", "Puskesmas Contoh")
    assert "Puskesmas Contoh" in sari.text


def test_the_thanks_for_a_low_rating_lead_there_by_one_tap(sari: Chat, office: Office) -> None:
    sari.does(Started(office.counter("Akta Kelahiran, loket 2").code))
    assert "Laporkan" not in sari.labels
    sari.says("Tidak baik", "lewati", "lewati", "Petugasnya tidur")
    sari.taps("Laporkan")
    sari.says("Petugas loket tidur dari pagi")
    answers(sari, "Perlu dibenahi", "Kirim")
    assert "Nomornya" in sari.text
    sari.does(Started(office.counter("Akta Kelahiran, loket 2").code))


def test_saya_juga_is_offered_from_enough_others_and_tells_nobodys_words(
    sari: Chat, store: Store
) -> None:
    for nth in range(SAME_LEAST):
        sari.says("lapor", "Antreannya kacau sekali")
        answers(sari, "Puskesmas Contoh", "Perlu dibenahi")
        assert "Saya juga" not in sari.labels, nth
        sari.taps("Kirim")
        other = Chat(store, f"92{next(NEXT)}", NOW, channel=sari.channel)
        other.says("lapor", "Antre, rahasia besar saya")
        answers(other, "Puskesmas Contoh", "Perlu dibenahi")
        assert ("Saya juga" in other.labels) is (nth + 1 == SAME_LEAST)
        other.taps("Kirim")
    sari.says("lapor", "Antrean masih kacau")
    answers(sari, "Puskesmas Contoh", "Perlu dibenahi")
    assert f"Sedikitnya {SAME_LEAST} warga lain" in sari.text
    assert "Rahasia" not in sari.text
    sari.taps("Saya juga")
    assert "digabung" in sari.text
    made = complaints.by_number(store, number_in(sari))
    assert made is not None
    assert made.joins_id not in (None, made.id)
    sari.says("lapor", "Ada yang minta uang")
    answers(sari, "Puskesmas Contoh", "Uang atau wewenang")
    assert "Saya juga" not in sari.labels


def test_what_was_told_can_be_added_to_put_right_and_taken_back(
    sari: Chat, ratna: Chat, store: Store
) -> None:
    sari.says("lapor", "Lampu ruang tunggu mati")
    sent(sari)
    number = number_in(sari)
    sari.says(f"status {number.lower()}")
    sari.taps("Tambah")
    sari.does(PHOTO)
    sari.does(replace(PHOTO, file="whatsapp:p2"))
    sari.says("dua lampu").taps("Kirim")
    assert f"Sudah kami tambahkan ke pengaduan {number}" in sari.text
    sari.says(number).taps("Ralat")
    sari.says("Bukan dua, tapi tiga lampu").taps("Kirim")
    assert "Ralat Anda sudah kami catat" in sari.text
    ratna.says("pengaduan").taps(ratna.labels[0])
    assert "warga menambahkan “dua lampu” · 2 foto atau dokumen menunggu diperiksa" in ratna.text
    assert "warga meralat “Bukan dua, tapi tiga lampu”" in ratna.text
    sari.says(number).taps("Tarik")
    assert "tidak ada lagi yang menanganinya" in sari.text
    assert f"{number} tetap kami tangani" in sari.says("tidak jadi").text
    sari.says(number).taps("Tarik").says("ya pak")
    assert f"{number} sudah Anda tarik" in sari.text
    assert f"{number} · ditarik" in sari.says("status").labels
    sari.says(number)
    assert "Anda menarik pengaduan ini" in sari.text
    assert "Tambah" not in sari.labels
    ratna.says("pengaduan")
    assert number not in " ".join(ratna.labels)
    assert "ditarik oleh warga" in ratna.says(number).text


def test_a_complaint_of_somebody_else_is_none_but_for_who_handles_it(
    sari: Chat, ratna: Chat, store: Store, staff: Staff
) -> None:
    sari.says("lapor", "Lampu ruang tunggu mati")
    sent(sari)
    other = Chat(store, f"92{next(NEXT)}", NOW, channel=sari.channel)
    assert "bukan dari obrolan ini" in other.says(f"status {number_in(sari)}").text
    assert "bukan dari obrolan ini" in other.says("lapor", f"status {number_in(sari)}").text
    clerk = at_home(Chat(store, f"92{next(NEXT)}", NOW), staff.employee_id)
    assert "bukan untuk Anda" in clerk.says(number_in(sari)).text
    assert "warga menulis" in ratna.says(number_in(sari)).text
    assert "bukan untuk Anda" in ratna.says("ADU-XXXXXX").text


def test_a_burst_of_photos_is_kept_as_far_as_there_is_room_and_that_is_said_once(
    sari: Chat, store: Store
) -> None:
    sari.says("lapor", "Antrean sampai ke jalan")
    told = 0
    for nth in range(30):
        sari.does(GivenFile("photo", f"whatsapp:burst{nth}"))
        told += "paling banyak 10 berkas" in sari.text
    assert told == 1
    sari.says("Disdukcapil Kabupaten Contoh")
    answers(sari, "Perlu dibenahi")
    assert "10 foto atau dokumen" in sari.text
    sari.taps("Kirim")
    row = select(complaint_steps.c.files).order_by(complaint_steps.c.id.desc()).limit(1)
    assert len(store.execute(row).scalar_one()) == 10


def test_what_cannot_be_kept_is_named(sari: Chat) -> None:
    sari.says("lapor")
    sari.does(Located(0.0, 0.0))
    assert "di luar Indonesia" in sari.text
    sari.does(GivenFile("voice", "whatsapp:long", size=40_000_000))
    assert "lebih dari 20 MB" in sari.text
    sari.does(GivenFile("voice", "whatsapp:hour", size=14_000_000))
    assert "Di unit mana?" in sari.text


def test_four_thousand_signs_are_sent_whole_and_shown_short(sari: Chat, store: Store) -> None:
    words = "Antrean kacau. " * 266
    sari.says("lapor", words.strip())
    answers(sari, "Disdukcapil Kabupaten Contoh", "Perlu dibenahi")
    assert len(sari.text) < 1500
    sari.taps("Kirim")
    made = complaints.by_number(store, number_in(sari))
    assert made is not None
    assert complaints.steps(store, made)[0].words == words.strip()


def test_files_of_a_day_are_counted_over_all_complaints_of_a_chat(sari: Chat, store: Store) -> None:
    for nth in range(3):
        sari.says("lapor", "Antrean sampai ke jalan")
        for each in range(10):
            sari.does(GivenFile("photo", f"whatsapp:day{nth}.{each}"))
        sari.says("Disdukcapil Kabupaten Contoh")
        answers(sari, "Perlu dibenahi", "Kirim")
    sari.says("lapor")
    sari.does(GivenFile("photo", "whatsapp:one.more"))
    assert "batas untuk sehari" in sari.text


def test_a_number_meant_for_another_question_sends_no_card(sari: Chat, store: Store) -> None:
    before = filed(store)
    sari.says("lapor", "Antrean Puskesmas Contoh kacau sejak pagi")
    answers(sari, "Perlu dibenahi")
    sari.says("1")
    assert "ketik tulisannya" in sari.text
    assert filed(store) == before
    assert "Nomornya" in sari.says("kirim").text


def test_what_has_no_words_is_about_no_element(sari: Chat) -> None:
    sari.says("lapor")
    sari.does(GivenFile("voice", "whatsapp:alone"))
    sari.says("Puskesmas Contoh")
    answers(sari, "Perlu dibenahi")
    assert "(tanpa kata-kata) · 1 rekaman suara" in sari.text
    assert "<b>Pengaduan</b> · Puskesmas Contoh\n" in sari.text


def test_a_complaint_in_english(sari: Chat, store: Store) -> None:
    here = addresses.meet(store, sari.channel, sari.sender).address
    addresses.change(store, here.id, language="en")
    sari.says("report", "The queue is a mess")
    answers(sari, "Disdukcapil Kabupaten Contoh", "To be put right")
    assert "Your name and number do not go along" in sari.text
    sari.now += timedelta(minutes=1)
    sari.does(PHOTO)
    sari.taps("Send")
    assert "that unit has none yet" in sari.text
    assert "lapor.go.id" in sari.text
    sari.says("status").taps(sari.labels[0], "Take back", "Yes, take back")
    assert "Thank you for telling us" in sari.text


def test_nothing_of_it_leads_to_the_chat(sari: Chat, store: Store) -> None:
    sari.says("lapor", "Hubungi saya di 081234567890 ya")
    sent(sari)
    assert "samarkan" in sari.text
    made = complaints.by_number(store, number_in(sari))
    assert made is not None
    assert "081234567890" not in str(complaints.steps(store, made))
    assert reporters.tied(store, addresses.meet(store, sari.channel, sari.sender).address)


def test_what_was_told_is_offered_again_after_a_step_back_and_what_is_not_kept_is_named(
    sari: Chat, store: Store
) -> None:
    told = "Atap di Disdukcapil bocor, air masuk ke ruang tunggu"
    sari.says(told, "sudah dua minggu", "kembali")
    assert "Apa yang terjadi?" in sari.text
    again = [label for label in sari.labels if label.startswith("Pakai")]
    assert again == ["Pakai: “Atap di Disdukcapil bocor…”"]
    assert "sekali lagi" not in sari.text
    sari.taps(*again)
    assert f"“{told}\nsudah dua minggu”" in sari.text
    sari.does(PHOTO)
    sari.says("kembali")
    assert "Foto, berkas, dan lokasi yang tadi mohon dikirim sekali lagi" in sari.text
    sari.taps("Pakai: “Atap di Disdukcapil bocor…”")
    sent(sari)
    (words,) = store.execute(select(complaint_steps.c.words)).scalars()
    assert words == f"{told}\nsudah dua minggu"
