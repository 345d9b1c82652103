"""Weighty matters and sealed reporters, told in whole turns: who reads, and who is tied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.channel import Tapped
from handlers.engine.said import GivenFile
from models.people import Duty
from models.store import Store, schema
from models.store.chat import addresses
from models.store.complaints import complaints, reporters
from models.store.office import services
from models.store.people import people
from tests.actors import NINE_O_CLOCK
from tests.chatting import Chat
from tests.office import JOINED
from tests.played import empty_store

SINCE = date(2026, 1, 1)
BRIBE = "Calo minta uang 200 ribu, nomornya 081299887766"


@pytest.fixture
def store() -> Iterator[Store]:
    with empty_store() as made:
        unit = services.add_unit(made, "Disdukcapil", zone="Asia/Jakarta").id
        service = services.add_service(made, unit, "KTP-el")
        services.offer(made, services.add_counter(made, unit, "Loket 1"), service)
        yield made


def staff(store: Store, name: str, *held: Duty) -> Chat:
    """Somebody who has joined, with these duties at the one unit."""
    number, (unit, *_) = people.add(store, name), services.every_unit(store)
    for duty in held:
        people.give_duty(store, number, unit_id=unit.id, duty=duty, valid_from=SINCE)
    met = addresses.meet(store, "whatsapp", f"staff-{number}")
    addresses.change(store, met.address.id, person_id=number, heard_at=NINE_O_CLOCK)
    people.begins(store, number, at=JOINED)
    return Chat(store, f"staff-{number}", NINE_O_CLOCK)


def citizen(store: Store, sender: str = "6281311112222") -> Chat:
    return Chat(store, sender, NINE_O_CLOCK)


def reported(chat: Chat, words: str = BRIBE) -> Chat:
    """A weighty matter, as far as the card."""
    return chat.says("lapor", words, "uang atau wewenang")


def told(store: Store) -> list[str]:
    """The sheets of the letters that wait for somebody of the office."""
    there = schema.letters.join(schema.addresses)
    of_office = schema.addresses.c.person_id.is_not(None)
    query = select(schema.letters.c.sheet).select_from(there).where(of_office)
    return list(store.execute(query).scalars())


def test_where_nobody_may_take_it_the_citizen_hears_so_and_nothing_typed_is_lost(
    store: Store,
) -> None:
    staff(store, "Ratna Wulandari", "head", "oversight")
    chat = citizen(store).says("lapor", BRIBE)
    assert "belum ada pengawas" in chat.text
    assert "lapor.go.id, SMS 1708, atau inspektorat" in chat.text
    assert BRIBE in chat.text
    assert "Kirim" not in chat.labels
    chat.says("kirim")
    assert store.execute(select(schema.complaints)).all() == [], "nothing is sent by a word either"
    chat.does(GivenFile("photo", "whatsapp:p1"))
    chat.says("Sudah dua kali begini")
    assert "Sudah dua kali begini”" in chat.text
    assert "belum ada pengawas" in chat.text
    assert store.execute(select(schema.complaints)).all() == []
    bagus = staff(store, "Bagus Prakoso", "oversight")
    chat.says("lapor")
    assert "tim pengawas saja" in chat.text, "somebody has come to be there"
    chat.taps("Kirim")
    assert "Nomornya" in chat.text
    bagus.says("pengaduan").taps(bagus.labels[0])
    assert f"{BRIBE}\nSudah dua kali begini" in bagus.text
    assert "Lihat kiriman (1)" in bagus.labels
    assert "belum ada pengawas" in chat.says("lapor", "Bagus Prakoso minta uang").text
    chat.taps("Ganti jenisnya", "Perlu dibenahi")
    assert "kepala unit itu" in chat.text
    assert "“Bagus Prakoso minta uang”" in chat.text


def test_what_was_sent_along_waits_for_the_team_and_is_said_to(store: Store) -> None:
    staff(store, "Citra Maharani", "oversight")
    chat = citizen(store)
    chat.says("lapor", "Atap ruang tunggu bocor")
    chat.does(GivenFile("photo", "whatsapp:p1"))
    chat.does(GivenFile("voice", "whatsapp:v1"))
    chat.says("kirim")
    assert "1 foto atau dokumen menunggu diperiksa sebelum dilihat unit itu" in chat.text
    assert "1 rekaman suara hanya didengar tim pengawas, yang menuliskan isinya" in chat.text


@pytest.mark.parametrize(
    ("language", "begins", "word", "says"),
    [
        ("id", "lapor", "uang", "tim pengawas saja"),
        ("en", "report", "money", "oversight team alone"),
    ],
)
def test_one_word_on_the_card_keeps_it_from_the_unit_where_only_three_buttons_are_shown(
    store: Store, language: str, begins: str, word: str, says: str
) -> None:
    staff(store, "Citra Maharani", "oversight")
    chat = citizen(store)
    here = addresses.meet(store, "whatsapp", chat.sender).address
    addresses.change(store, here.id, language=language)
    chat.says(begins, "Antrean KTP kacau sejak pagi")
    assert len(chat.labels) == 3
    assert says not in chat.text.partition(word)[0]
    chat.says(word)
    assert says in chat.text
    assert word not in chat.text
    assert len(chat.labels) == 3


def test_oversight_alone_reads_it_and_nobody_who_is_named_or_heads_the_unit(store: Store) -> None:
    head = staff(store, "Ratna Wulandari", "head")
    both = staff(store, "Wayan Sudarma", "head", "oversight")
    named = staff(store, "Bagus Prakoso", "oversight")
    free = staff(store, "Citra Maharani", "oversight")
    words = f"{BRIBE}, kata Bagus Prakoso ini biasa"
    reported(citizen(store), words).taps("Kirim")
    (sheet,) = told(store)
    assert "told-weighty" in sheet
    assert not any(word in sheet for word in ("Calo", "0812", "Bagus"))
    for one in (head, both, named):
        assert "Tidak ada pengaduan yang menunggu" in one.says("pengaduan").text
    assert words in free.says("pengaduan").taps(free.labels[0]).text, "unmasked"
    kept = store.execute(select(schema.complaint_steps.c.words)).scalars().all()
    assert kept == [None]


def test_who_reads_it_from_now_on_is_said_before_it_leaves_the_team_and_to_the_citizen(
    store: Store,
) -> None:
    head = staff(store, "Ratna Wulandari", "head")
    free = staff(store, "Citra Maharani", "oversight")
    chat = reported(citizen(store)).taps("Kirim")
    free.says("pengaduan").taps(free.labels[0], "Jenis lain")
    assert "kepala unitnya juga membaca kata-kata warga ini" in free.text
    free.taps("Perlu dibenahi")
    released(store)
    assert "told-complaint-move" in sheets_to(store, chat.sender)
    assert "Tidak ada pengaduan" in head.says("pengaduan").text, "nobody has agreed yet"
    chat.does(Tapped("n.status.1.m1.y"))
    assert "kami teruskan ke unitnya" in chat.text
    released(store)
    assert '"$reader":"unit"' in sheets_to(store, chat.sender)
    assert "case-move-y" in sheets_to(store, free.sender)
    head.says("pengaduan").taps(head.labels[0])
    assert "0812" not in head.text
    head.taps("Jenis lain")
    assert "juga membaca" not in head.text
    head.taps("Uang atau wewenang")
    released(store)
    assert '"$reader":"team"' in sheets_to(store, chat.sender)


def proposed(chat: Chat) -> Chat:
    """Propose that the first complaint goes to its unit."""
    chat.says("pengaduan").taps(chat.labels[0], "Jenis lain")
    return chat.taps("Perlu dibenahi")


def test_a_second_overseer_may_agree_that_it_goes_to_its_unit(store: Store) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    bagus = staff(store, "Bagus Prakoso", "oversight")
    head = staff(store, "Ratna Wulandari", "head")
    chat = reported(citizen(store)).taps("Kirim")
    proposed(citra)
    assert "told-move-asked" in sheets_to(store, bagus.sender)
    assert "Calo" not in sheets_to(store, bagus.sender)
    case = citra.says("pengaduan").taps(citra.labels[0])
    assert "menunggu pengawas kedua atau warganya" in case.text
    assert citra.taps("Lihat permintaan").labels == ["Tarik permintaan", "Pengaduan ini"]
    citra.does(Tapped("o.segel.1.y"))
    assert "tidak menunggu Anda" in citra.text, "not by oneself"
    bagus.does(Tapped("o.segel.m1"))
    assert "Diusulkan Citra Maharani, sebagai: " in bagus.text
    bagus.taps("Setuju, pindahkan")
    assert "sudah di tangan yang berwenang" in bagus.text
    assert "Calo" in head.says("pengaduan").taps(head.labels[0]).text
    chat.does(Tapped("n.status.1.m1.x"))
    assert "sudah tidak menunggu jawaban Anda" in chat.text, "an old button"
    assert "Calo" in head.says("pengaduan").taps(head.labels[0]).text


@pytest.mark.parametrize("who", ["citizen", "second", "asker"])
def test_a_no_keeps_it_with_the_team(store: Store, who: str) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    bagus = staff(store, "Bagus Prakoso", "oversight")
    head = staff(store, "Ratna Wulandari", "head")
    chat = reported(citizen(store)).taps("Kirim")
    proposed(citra)
    if who == "citizen":
        chat.says("status").taps(chat.labels[0])
        assert "hanya tim pengawas yang membacanya" in chat.text
        assert "tetap hanya dibaca tim pengawas" in chat.taps("Tetap di pengawas").text
        assert "case-move-x" in sheets_to(store, citra.sender)
    else:
        one, no = (bagus, "Tidak setuju") if who == "second" else (citra, "Tarik permintaan")
        one.does(Tapped("o.segel.m1"))
        assert "tetap di tim pengawas" in one.taps(no).text
    bagus.does(Tapped("o.segel.1.y"))
    assert "tidak menunggu Anda" in bagus.text
    bagus.does(Tapped("o.segel.m1"))
    assert "tetap di tim pengawas" in bagus.text
    assert "Tidak ada pengaduan" in head.says("pengaduan").text


def test_where_nobody_could_agree_it_stays(store: Store) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    chat = reported(citizen(store)).taps("Kirim")
    chat.says("hapus").taps("Hapus sekarang")
    assert "tidak ada pengawas kedua" in proposed(citra).text


def test_a_code_ties_another_phone_and_five_wrong_ones_shut_the_door(store: Store) -> None:
    staff(store, "Citra Maharani", "oversight")
    old, new = citizen(store), citizen(store, "6281333334444")
    reported(old).taps("Kirim", "Lihat kabarnya", "Kode ponsel lain")
    code = re.search(r"<b>(\w{10})</b>", old.text)[1]  # type: ignore[index]
    new.says("status").taps("Saya punya kode").says("SALAHKODE1")
    assert "tidak cocok" in new.text
    new.says(code.lower())
    assert "dapat Anda lihat dari sini" in new.text
    assert BRIBE in new.taps("Lihat kabarnya").text
    assert "ADU-" in " ".join(old.says("status").labels), "here too"
    third = citizen(store, "6281355556666")
    for wrong in (code, "B", "C", "D", "E"):
        third.says("status").taps("Saya punya kode").says(wrong)
    assert "satu jam lagi" in third.text
    third.says("status").taps("Saya punya kode")
    assert "satu jam lagi" in third.text


def test_one_is_told_what_is_tied_and_hapus_cuts_it(store: Store) -> None:
    overseer = staff(store, "Citra Maharani", "oversight")
    chat = citizen(store)
    reported(chat).taps("Kirim")
    assert "1 pengaduan terhubung" in chat.says("dataku").text
    assert "menunggu" in chat.text
    (one,) = store.execute(select(schema.complaints.c.id)).scalars()
    seal = complaints.one(store, one).seal
    assert "pengaduan ikut dihapus" in chat.says("hapus").text
    chat.taps("Hapus sekarang")
    assert complaints.one(store, one).seal is None
    assert store.execute(select(schema.identities)).all() == []
    assert store.execute(select(schema.reporters)).all() == []
    chat.says("status")
    assert "Belum ada pengaduan" in chat.text
    assert "terhubung" not in chat.says("dataku").text
    overseer.says("pengaduan").taps(overseer.labels[0], "Saya tangani")
    assert not reporters.tell(store, seal, overseer.letters[0], now=NINE_O_CLOCK)


def test_who_works_here_complains_like_any_other(store: Store) -> None:
    staff(store, "Citra Maharani", "oversight")
    clerk = staff(store, "Dewi Lestari")
    reported(clerk).taps("Kirim")
    assert "1 pengaduan terhubung" in clerk.says("dataku").text
    assert "pengaduan ikut dihapus" in clerk.says("hapus").text
    clerk.taps("Hapus sekarang")
    assert store.execute(select(schema.identities)).all() == []


def released(store: Store) -> None:
    while reporters.released(store, NINE_O_CLOCK) != "none":
        pass


def sheets_to(store: Store, sender: str) -> str:
    """All that waits to be sent there."""
    there = schema.letters.join(schema.addresses)
    here = schema.addresses.c.sender == sender
    query = select(schema.letters.c.sheet).select_from(there).where(here)
    return " ".join(store.execute(query).scalars())


def request(chat: Chat) -> Chat:
    """Ask that the seal of the first complaint be opened."""
    chat.says("pengaduan").taps(chat.labels[0], "Buka segel")
    return chat.says("Harus dilindungi sebagai saksi")


def test_one_overseer_alone_opens_no_seal(store: Store) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    reported(citizen(store)).taps("Kirim")
    citra.says("pengaduan").taps(citra.labels[0], "Buka segel")
    assert "Harus ditunjuk satu pengawas lagi" in citra.text
    second = staff(store, "Bagus Prakoso", "oversight")
    row = {"person_id": 2, "state": "joined", "made_by": 1, "made_at": NINE_O_CLOCK}
    blank = {"told": [], "asked": [], "reached": False, "old_gone": False}
    store.execute(schema.new_chats.insert().values(**row, **blank))
    assert "Harus ditunjuk" in second.says("pengaduan").taps(second.labels[0], "Buka segel").text
    assert "Segel pengadu dibuka oleh dua orang" in staff(store, "Ratna", "head").says("segel").text


def test_two_open_a_seal_with_a_reason_and_who_complains_is_told(store: Store) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    bagus = staff(store, "Bagus Prakoso", "oversight")
    both = staff(store, "Wayan Sudarma", "head", "oversight")
    chat = reported(citizen(store)).taps("Kirim")
    assert "sudah dicatat" in request(citra).text
    assert "saksi" not in sheets_to(store, bagus.sender)
    assert "told-seal-asked" in sheets_to(store, bagus.sender)
    assert "told-seal-asked" not in sheets_to(store, both.sender)
    assert "told-seal-asked" not in sheets_to(store, citra.sender)
    assert chat.sender not in citra.taps("Lihat permintaan").text
    assert citra.labels == ["Tarik permintaan"]
    bagus.does(Tapped("o.segel.m1"))
    assert "Citra Maharani: “Harus dilindungi sebagai saksi”" in plain(bagus.text)
    for one in (citra, both):
        one.does(Tapped("o.segel.1.y"))
        assert chat.sender not in one.text
    bagus.taps("Setuju, buka")
    assert chat.sender in bagus.text
    bagus.does(Tapped("o.segel.1.y"))
    assert chat.sender not in bagus.text, "shown once"
    citra.does(Tapped("o.segel.m1"))
    assert chat.sender in citra.taps("Lihat pengadu").text
    citra.does(Tapped("o.segel.1.v"))
    assert chat.sender not in citra.text, "shown once"
    citra.does(Tapped("o.segel.m1"))
    assert "sudah dilihat keduanya" in citra.text
    assert "Lihat pengadu" not in citra.labels
    released(store)
    assert "told-seal-opened" in sheets_to(store, chat.sender)
    found = store.execute(select(schema.unsealings)).one()
    assert (found.asked_by, found.settled_by, found.state) == (1, 2, "seen")
    assert b"saksi" not in found.reason


def test_a_request_is_refused_taken_back_and_too_late(store: Store) -> None:
    citra = staff(store, "Citra Maharani", "oversight")
    bagus = staff(store, "Bagus Prakoso", "oversight")
    reported(citizen(store)).taps("Kirim")
    citra.says("pengaduan").taps(citra.labels[0], "Buka segel").says("bahasa", "Indonesia")
    assert "Kita lanjutkan segel pengadu" in citra.text
    assert "Segelnya tetap tertutup, dan tidak ada yang dicatat" in citra.says("batal").text
    assert store.execute(select(schema.unsealings)).all() == []
    request(citra)
    bagus.does(Tapped("o.segel.m1"))
    assert "tetap tertutup" in bagus.taps("Tidak setuju").text
    bagus.does(Tapped("o.segel.m1"))
    assert "Tidak disetujui" in bagus.text
    request(citra).taps("Lihat permintaan", "Tarik permintaan")
    citra.does(Tapped("o.segel.m2"))
    assert "Ditarik" in citra.text
    number = store.execute(select(schema.complaints.c.number)).scalar_one()
    bagus.says("segel", number.lower(), "Alasan yang lain")
    citra.now += timedelta(days=7)
    citra.does(Tapped("o.segel.3.y"))
    assert "tidak menunggu Anda" in citra.text
    bagus.says("segel", "ADU-XXXXXX")
    assert "bukan untuk Anda buka" in bagus.text
    store.execute(schema.identities.update().values(fingerprint="another"))
    citra.now = NINE_O_CLOCK
    citra.does(Tapped("o.segel.3.y"))
    assert "rahasia lain" in citra.text
    citizen(store).says("hapus").taps("Hapus sekarang")
    assert "tidak tersimpan" in bagus.says("segel", number).text
    citra.does(Tapped("o.segel.3.y"))
    assert "tidak tersimpan" in citra.text
    citra.does(Tapped("o.segel.m9"))
    assert "bukan untuk Anda buka" in citra.text


def plain(text: str) -> str:
    return re.sub("<[^>]+>", "", text)
