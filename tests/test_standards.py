"""The published standard of a service: a table of the office, and what people are told of it."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import delete

from bot.channel import Started
from bot.cli.office.unset import unset
from bot.imports.all_kinds import applied as put_in
from bot.imports.all_kinds import guessed, parsed, previewed
from bot.imports.outcome import Outcome, Terms
from bot.imports.reading.sheets import SheetWrong
from bot.texts import catalogue
from models.calendar import local
from models.store import Store
from models.store.chat import addresses
from models.store.office import services, standards
from models.store.oversight.trail import noted
from models.store.people import people
from models.store.rules.settings import every
from models.store.schema import standards as standard_rows
from models.store.schema import trail as trail_rows
from tests.chatting import Chat
from tests.office import Office, Staff, staff_office
from tests.sample import MONDAY as NOW
from tests.test_talk import at_home

NEXT = count(700)
UNIT = "Disdukcapil Kabupaten Contoh"
LONG = "\n".join(f"{n}. Syarat nomor {n}, fotokopi dua lembar" for n in range(1, 9))
TABLE = f"""Unit Kerja;Nama Layanan;Persyaratan;Sistem, mekanisme, dan prosedur;\
Jangka waktu penyelesaian;Biaya/Tarif;Jam Layanan
{UNIT};KTP-el;"{LONG}";Ambil antrean;1 hari;Tidak ada;Senin-Jumat 08.00-15.00
{UNIT};Akta Kelahiran;"1. Surat lahir\r\n\r\n2.  KK";;3 hari;;-
{UNIT};Kartu Keluarga;;;2 hari;-;
"""


def brought(store: Store, table: str, *, days: int = 0, tried: bool = False) -> Outcome:
    file = parsed("standards", table.encode(), "standar.csv")
    take = previewed if tried else put_in
    return take(store, file, Terms(NOW + timedelta(days=days), "Asia/Jakarta"))


def lines(outcome: Outcome) -> list[str]:
    return [catalogue().plain("id", one) for one in outcome.lines]


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture
def stranger(store: Store, staff: Staff) -> Chat:
    brought(store, TABLE)
    return Chat(store, f"62{next(NEXT)}", NOW)


def test_a_table_publishes_standards_and_keeps_the_former_ones_with_their_days(
    store: Store, staff: Staff, office: Office
) -> None:
    assert guessed(TABLE.encode(), "standar.csv") == ["standards"]
    done = noted(lambda store: brought(store, TABLE))(store)
    assert done.counts == {"new": 3, "changed": 0, "ended": 0, "same": 0}
    assert not done.sensitive
    assert f"+ KTP-el, {UNIT}: Syarat; Prosedur; Waktu penyelesaian; Biaya; Jam buka" in lines(done)
    said = [catalogue().plain("id", note) for note in done.notes]
    assert any(f"Akta Kelahiran, {UNIT}: belum ada Prosedur" in note for note in said)
    ktp, akta, _ = (one.services[0].id for one in office.counters)
    today = local(NOW, "Asia/Jakarta").date()
    assert standards.of_service(store, akta, today)["requirements"] == "1. Surat lahir\n2. KK"
    assert standards.of_service(store, ktp, today)["fees"] == "Tidak ada"
    assert brought(store, TABLE).same == 3
    head = "unit,layanan,waktu,biaya"
    turned = brought(store, f"{head}\n{UNIT},ktp-EL,2 hari,dicabut\n", days=7)
    assert (turned.changed, lines(turned)) == (1, [f"~ ktp-EL, {UNIT}: Waktu penyelesaian; Biaya"])
    later = today + timedelta(days=7)
    assert standards.of_service(store, ktp, later)["time"] == "2 hari"
    assert "fees" not in standards.of_service(store, ktp, later)
    assert standards.of_service(store, ktp, later - timedelta(days=1))["time"] == "1 hari"
    deeds = [row.deed for row in store.execute(trail_rows.select())]
    assert deeds.count("standard") == 3


def test_what_cannot_be_published_is_said_row_by_row(store: Store, staff: Staff) -> None:
    table = f"unit,layanan,biaya\nAntah,KTP-el,1\n{UNIT},Nikah,1\n{UNIT},KTP-el,{'9' * 1501}\n"
    twin = f"{UNIT},KTP-el,1\n{UNIT},ktp-el,2\n"
    with pytest.raises(SheetWrong) as wrong:
        brought(store, table + twin)
    said = [(one.row, catalogue().plain("id", one.why)) for one in wrong.value.wrongs]
    assert [row for row, _ in said] == [2, 3, 4, 6]
    assert f"layanan Nikah belum tercatat di {UNIT}" in said[1][1]
    assert "sudah ada di baris 5" in said[3][1]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("syarat KTP", "<b>Syarat</b>:\n1. Syarat nomor 1, fotokopi dua lembar"),
        ("Halo, saya mau tanya syaratnya akta lahir anak", "<b>Syarat</b>:\n1. Surat lahir\n2. KK"),
        ("biaya KTP?", "<b>Biaya</b>: Tidak ada"),
        ("KTP berapa lama ya", "<b>Waktu penyelesaian</b>: 1 hari"),
        ("berapa lama bikin KK", "<b>Waktu penyelesaian</b>: 2 hari"),
        ("bagaimana cara mengurus KTP di sini", "<b>Prosedur</b>: Ambil antrean"),
        ("jam buka KTP", "<b>Jam buka</b>: Senin-Jumat 08.00-15.00"),
        ("syarat bikin e-ktp", "<b>Syarat</b>:\n1. Syarat nomor 1, fotokopi dua lembar"),
        ("biaya akta kelahiran", "<b>Biaya</b>: kantor belum menuliskannya untuk layanan ini"),
    ],
)
def test_who_asks_of_a_service_reads_what_is_published(
    stranger: Chat, asked: str, told: str
) -> None:
    stranger.says(asked)
    assert told in stranger.text
    assert len(stranger.letters) == 1


def test_where_several_may_be_meant_one_tap_says_which(stranger: Chat, store: Store) -> None:
    stranger.says("syarat kartu akta")
    assert "Untuk layanan yang mana?" in stranger.text
    stranger.taps("Akta Kelahiran")
    assert "1. Surat lahir" in stranger.text
    stranger.says("biaya")
    assert "Untuk layanan yang mana?" in stranger.text
    stranger.taps("KTP-el")
    assert "<b>Biaya</b>: Tidak ada" in stranger.text
    stranger.taps("Layanan lain").taps("Kartu Keluarga")
    assert "belum menuliskannya untuk layanan ini" in stranger.text
    stranger.says("standar").taps("KTP-el")
    assert "<b>Prosedur</b>: Ambil antrean" in stranger.text
    assert "Syarat nomor 8" not in stranger.text, "what is long is folded"
    stranger.taps("Syarat")
    assert "8. Syarat nomor 8" in stranger.text


def test_all_of_them_stand_a_tap_from_the_office_and_what_is_not_there_is_said(
    stranger: Chat, store: Store
) -> None:
    stranger.says("info").taps("Standar layanan")
    assert stranger.labels == ["Akta Kelahiran", "KTP-el", "Kartu Keluarga"]
    brought(store, f"unit,layanan,persyaratan,waktu\n{UNIT},Akta Kelahiran,dicabut,dicabut\n")
    stranger.taps("Akta Kelahiran")
    assert "belum menuliskan standar layanan itu di sini" in stranger.text
    stranger.taps("Layanan lain")
    assert stranger.labels == ["KTP-el", "Kartu Keluarga"]
    kept = "\n".join(f"Kartu Keluarga, lembar {n}" for n in (1, 2))
    brought(store, f'unit,layanan,produk\n{UNIT},Kartu Keluarga,"{kept}"\n')
    stranger.taps("Kartu Keluarga", "Hasil layanan")
    assert f"<b>Hasil layanan</b>:\n{kept}" in stranger.text


def test_who_has_scanned_taps_or_asks_and_rates_on(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[0].code}").taps("Syarat dan biaya")
    assert "<b>Biaya</b>: Tidak ada" in stranger.text
    stranger.says("syarat")
    assert "8. Syarat nomor 8" in stranger.text
    stranger.says("lanjut")
    assert "Bagaimana layanan" in stranger.text


def test_who_stands_elsewhere_asks_in_their_own_language_and_rates_on(
    stranger: Chat, store: Store, office: Office
) -> None:
    """Of a service of another counter than the one that was scanned, by what people call it."""
    before = store.begin_nested()
    here = addresses.meet(store, stranger.channel, stranger.sender).address
    addresses.change(store, here.id, language="en")
    counter = services.add_counter(store, office.unit_id, "Loket 9")
    services.offer(store, counter, services.add_service(store, office.unit_id, "Legalisir"))
    stranger.does(Started(services.counters_by_id(store, counter)[0].code))
    for asked in ("requirements for the id card", "what to bring for a birth certificate"):
        stranger.says(asked)
        assert "<b>Requirements</b>:\n1. S" in stranger.text
        assert "How was <b>Legalisir</b>" in stranger.text
    stranger.says("requirements")
    assert "has not written that standard here yet" in stranger.text
    stranger.says("how long does the family card take?")
    assert "We have kept your message" in stranger.text, "a sentence stays a comment"
    stranger.taps("🙂 Good").says("cancel", "how long does the family card take?")
    assert "<b>Time</b>: 2 hari" in stranger.text
    before.rollback()


def test_staff_read_the_same_and_their_work_stays_work(
    stranger: Chat, store: Store, staff: Staff
) -> None:
    from tests.test_talk import at_home

    dewi = at_home(stranger, staff.employee_id)
    dewi.says("syarat KTP")
    assert "8. Syarat nomor 8" in dewi.text
    dewi.says("menjelaskan syarat KTP kepada warga")
    assert "Kami catat" in dewi.text


def test_what_an_office_has_not_set_yet_is_told_beside_what_it_has(
    store: Store, staff: Staff, office: Office
) -> None:
    def missing() -> list[str]:
        found = every(store, NOW.date())
        return [catalogue().plain("id", one) for one in unset(store, found, NOW)]

    before = store.begin_nested()
    store.execute(delete(standard_rows))
    _, untold, unseen = missing()
    assert "Akta Kelahiran, KTP-el, Kartu Keluarga." in untold
    assert UNIT in unseen
    brought(store, TABLE)
    people.give_duty(
        store, staff.employee_id, unit_id=office.unit_id, duty="oversight", valid_from=NOW.date()
    )
    at_home(Chat(store, f"62{next(NEXT)}", NOW), staff.employee_id).says("halo")
    (lines,) = missing()
    assert "Belum diatur: line-complaints" in lines
    for number in range(9):
        made = services.add_service(store, office.unit_id, f"Layanan {number}")
        services.offer(store, office.counters[0].id, made)
    assert "Layanan 7 dan 1 lagi. Masukkan dengan" in missing()[1]
    before.rollback()


def test_what_is_the_same_everywhere_is_said_at_once(stranger: Chat, store: Store) -> None:
    every = ("KTP-el", "Akta Kelahiran", "Kartu Keluarga")
    alike = "\n".join(f"{UNIT},{one},08.00-15.00" for one in every)
    brought(store, f"unit,layanan,jam buka\n{alike}\n")
    stranger.says("jam buka")
    assert "<b>Jam buka</b>: 08.00-15.00\nSama untuk semua 3 layanan." in stranger.text
    differ = alike.replace("08.00-15.00", "08.00-12.00", 1)
    brought(store, f"unit,layanan,jam buka\n{differ}\n")
    assert "Untuk layanan yang mana?" in stranger.says("jam buka").text
