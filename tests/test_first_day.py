"""The first day of an office: sixty people in five units, from the files as offices have them to
the first approved entry, the first rating and the first summary; told to the scripts alone.

It follows the README, step by step: services, people, targets, slips. Who has not joined counts
nowhere meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection

from bot.cli.exports import scores as exported
from bot.cli.terminal import Say
from bot.imports.all_kinds import parsed
from bot.imports.intake import put
from bot.imports.kind import Imported
from bot.imports.outcome import Terms
from handlers.office import posters, unjoined
from models.calendar import local
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.store.chat import addresses
from models.store.office import services
from models.store.people import leaves, people
from models.store.ratings import closes
from models.store.schema import addresses as chats
from models.store.schema import letters as written
from models.store.work import evaluations, targets
from models.work import Target
from tests.played import empty_store, labels, letter, played, spelled, tap_of, typed, words

FRIDAY = datetime(2026, 11, 13, 3, tzinfo=UTC)
MONDAY = FRIDAY + timedelta(days=3)
QUARTER = Quarter(2026, 4)
TOP = "Disdukcapil Kabupaten Contoh"
UNITS = (TOP, "Sekretariat", "Bidang Dafduk", "Bidang Capil", "UPT Barat")
EACH = 12
ALL_SLIPS = "Lembar kode baru (55)"
HEAD, HANI, DEWI = "Kepala 1", "Pegawai 2-2", "Pegawai 3-2"


def number_of(unit: int, place: int) -> str:
    """A NIP as a spreadsheet of an office has it."""
    return f"19{80 + unit}01{place + 1:02} 201001 1 {unit * EACH + place + 1:03}"


def name_of(unit: int, place: int) -> str:
    return f"Pegawai {unit + 1}-{place + 1}" if place else f"Kepala {unit + 1}"


def roll_of_the_office() -> str:
    """The list of the personnel office: a title, a column of numbers, roles in words."""
    headings = "No;Nama Lengkap;NIP;Unit Kerja;Unit Induk;Jabatan;NIP Atasan Langsung;Peran"
    headings += ";Unit Tugas"
    rows = ["DAFTAR PEGAWAI TAHUN 2026", "", headings]
    for unit, called in enumerate(UNITS):
        for place in range(EACH):
            above = "" if unit == place == 0 else number_of(unit if place else 0, 0)
            role = "Kepala Unit;" if not place else ";"
            if (unit, place) == (1, 1):
                role = f"Admin Kepegawaian;{TOP}"
            title = f"Kepala {called}" if not place else "Analis"
            who = f"{name_of(unit, place)};{number_of(unit, place)};{called};{(unit and TOP) or ''}"
            rows.append(f"{len(rows) - 2};{who};{title};{above};{role}")
    return "\n".join(rows)


SERVICES = "Unit Kerja;Layanan;Loket;Jumlah Penduduk\n" + "".join(
    f"{called};{service};Loket {n};12.000\n"
    for called in UNITS[2:]
    for n, service in enumerate(("KTP-el", "KK"), 1)
)
TARGETS = "NIP;Triwulan;RHK;Indikator;Target;Satuan\n" + "".join(
    f"{number_of(unit, place)};IV 2026;Berkas selesai;Jumlah berkas;100;berkas\n"
    for unit in range(len(UNITS))
    for place in range(EACH)
)


@dataclass
class FirstDay:
    """Whoever sets Tilik up, and everybody whom it meets."""

    store: Connection
    codes: dict[str, str] = field(default_factory=dict)

    def imports(self, kind: str, table: str, now: datetime = FRIDAY) -> Imported:
        say: Say = lambda text, /, **facts: spelled(Text(text, facts))  # noqa: E731
        file = parsed(kind, table.encode(), f"{kind}.csv")
        made = put(self.store, file, Terms(now, "Asia/Jakarta", say=say))
        self.codes |= {one.name: one.code for one in made.outcome.codes}
        return made

    def at(self, name: str, now: datetime) -> Person:
        """Whoever has the phone of this name."""
        met = addresses.meet(self.store, "telegram", f"phone of {name}").address
        return addresses.person_at(self.store, addresses.by_id(self.store, met.id), now)

    def does(self, name: str, now: datetime, tap: str, *answers: str) -> Letter:
        """What somebody reads at the end; an answer with a blank before it is typed."""
        said = [typed(one[1:]) if one.startswith(" ") else one for one in answers]
        return letter(self.store, self.at(name, now), tap, *said, now=now)

    def joins(self, *names: str, now: datetime = MONDAY) -> None:
        for name in names:
            said = self.does(name, now, f"o.daftar.{self.codes[name]}", "yes")
            assert f"Selamat datang, {name}." in words(said)

    def id_of(self, name: str) -> int:
        return next(n for n, called in people.by_nip(self.store).values() if called == name)

    def told(self, name: str) -> list[str]:
        """What was written to somebody, the oldest first, as it is kept."""
        here = chats.c.sender == f"phone of {name}"
        query = written.select().join(chats, chats.c.id == written.c.address_id).where(here)
        return [str(row.sheet) for row in self.store.execute(query.order_by(written.c.id))]


@pytest.fixture
def office() -> Iterator[FirstDay]:
    """The office as the README has it set up on a Friday, nobody joined."""
    with empty_store() as store:
        made = FirstDay(store)
        assert made.imports("services", SERVICES).outcome.made.headless == UNITS[2:]
        assert made.codes == {}, "who heads a unit comes with the people"
        people_made = made.imports("people", roll_of_the_office())
        assert (people_made.number, len(made.codes)) == (None, 60), "one code each, and no waiting"
        placed = [line for line in people_made.outcome.lines if line.id == "import-placed"]
        assert len(placed) == 3, "the table of services said nothing of what stands above"
        assert made.imports("people", roll_of_the_office()).outcome.codes == ()
        assert made.imports("targets", TARGETS).outcome.new == 60
        yield made


def test_an_office_of_sixty_from_its_files_to_the_first_summary(office: FirstDay) -> None:
    """Slips printed on Friday work on Monday; whoever has joined works, whoever has not counts
    nowhere."""
    office.joins(HEAD, "Kepala 3", HANI, DEWI, "Pegawai 3-3")
    team = office.does("Kepala 3", MONDAY + timedelta(hours=7), "o.tim.")
    assert "Tim Anda, 11 orang" in words(team)
    assert "0 dari 2 sudah mencatat" in words(team)
    assert "Belum: Pegawai 3-2, Pegawai 3-3" in words(team)
    assert "Belum bergabung, tidak dihitung: Pegawai 3-10, Pegawai 3-11" in words(team)
    assert "Ingatkan 2 orang" in labels(team)
    assert labels(team)[1:3] == [DEWI, "Pegawai 3-3"], "who is here stands first"
    _first_entry(office)
    _first_rating(office)
    _first_scores(office)


def _first_entry(office: FirstDay) -> None:
    (aim,) = targets.of_person(office.store, office.id_of(DEWI), QUARTER)
    told = (" Mencetak KTP-el", f"t{aim.id}", " 20 berkas", "save")
    saved = office.does(DEWI, MONDAY, "o.catat.", *told)
    assert "TLK-" in words(saved)
    waits = office.does("Kepala 3", MONDAY, "o.setuju.")
    assert "1 catatan" in words(waits)
    (every,) = [label for label in labels(waits) if "semua" in label]
    assert "disetujui" in words(office.does("Kepala 3", MONDAY, tap_of(waits, every))).casefold()


def _first_rating(office: FirstDay) -> None:
    """Five citizens tap a face; a night later the head of all reads of it, far from a score."""
    counter = services.all_counters(office.store)[0]
    for citizen in range(5):
        visit = (f"o.nilai.{counter.code}", "4", "4", " Petugas ramah")
        said = office.does(f"warga {citizen}", MONDAY, *visit)
        assert "Terima kasih" in words(said)
    night = MONDAY + timedelta(days=1)
    closes.close(office.store, night)
    summary = words(office.does(HEAD, night, "o.ringkasan."))
    assert TOP in summary
    assert "5" in summary


def _first_scores(office: FirstDay) -> None:
    """Thirty-two of the quarter's sixty-four working days are left: half of the target is hers."""
    own = words(office.does(DEWI, MONDAY, "o.saya.2026-Q4/quantity"))
    assert "20 dari 50 berkas, 40,00 %" in own
    assert "Target setriwulan 100, dihitung menurut hari kerja sejak bergabung." in own
    later = MONDAY + timedelta(days=14)
    days = words(office.does(DEWI, later, "o.saya.2026-Q4/discipline"))
    assert "Sebelum bergabung, atau di luar masa jabatan: 32 hari kerja" in days
    team = words(office.does("Kepala 3", later, "o.tim.nilai.2026-Q4/quantity"))
    assert "2 orang" in team, team
    rows, _ = exported._page(office.store, None, QUARTER, later)
    assert {row[1] for row in rows} == {HEAD, "Kepala 3", HANI, DEWI, "Pegawai 3-3"}
    everybody = [number for number, _ in people.by_nip(office.store).values()]
    assert len(evaluations.took_part(office.store, everybody, QUARTER)) == 5
    assert evaluations.took_part(office.store, everybody, QUARTER.previous) == frozenset()
    january = datetime(2027, 1, 8, 3, tzinfo=UTC)
    rated = words(office.does("Kepala 3", january, "o.evaluasi."))
    assert DEWI in rated
    small = Target(0, office.id_of(DEWI), QUARTER, "Laporan", "laporan", Decimal(1), "laporan")
    targets.put(office.store, small)
    asked = played(office.store, office.at(DEWI, january), "o.triwulan.2026-Q4", now=january)
    assert "50 berkas (dari 100 setriwulan, menurut hari kerja sejak bergabung)" in words(asked)
    other, eve = "Pegawai 3-6", datetime(2026, 12, 30, 3, tzinfo=UTC)
    office.codes[other] = people.invite(office.store, office.id_of(other), now=eve).code
    office.joins(other, now=eve)
    targets.put(office.store, replace(small, person_id=office.id_of(other)))
    asked = played(office.store, office.at(other, january), "o.triwulan.2026-Q4", now=january)
    assert "tidak dihitung (setriwulan 1; bergabung pada akhir triwulan)" in words(asked)
    own = words(office.does(other, january, "o.saya.2026-Q4/quantity"))
    assert "target setriwulan 1, tidak dihitung karena baru bergabung pada akhir triwulan" in own
    assert "Pegawai 3-4" not in rated


def test_the_personnel_office_gets_the_papers_of_all_counters_or_of_one_in_chat(
    office: FirstDay, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.joins(HANI, DEWI)
    shown = office.does(HANI, MONDAY, "o.poster.")
    assert "Poster loket: 6 loket" in words(shown)
    assert labels(shown)[:3] == ["Poster A4", "Kartu A6", "Loket 1, Bidang Dafduk"]
    every = office.does(HANI, MONDAY, tap_of(shown, "Poster A4"))
    assert "Poster untuk 6 loket" in words(every)
    assert labels(every) == ["Kartu A6", "Daftar loket"]
    assert every.file is not None
    assert every.file.file.startswith("made:poster.wall.")
    assert every.file.file.count(".") == 7
    one = office.does(HANI, MONDAY, tap_of(shown, "Loket 1, Bidang Dafduk"))
    cards = office.does(HANI, MONDAY, tap_of(one, "Kartu A6"))
    assert "gunting menjadi empat" in words(cards)
    picture = office.does(HANI, MONDAY, tap_of(cards, "Kartu (PNG)"))
    assert picture.file is not None
    assert picture.file.name == "kartu-a6.png"
    assert "percetakan" in words(picture)
    monkeypatch.setattr(posters, "MOST", 4)
    assert "berisi 4 loket pertama" in words(office.does(HANI, MONDAY, "o.poster.desk.0"))
    for name, tap, why in (
        (DEWI, "o.poster.", "pegawai-not-yours"),
        (HANI, "o.poster.card.0", "poster-gone"),
        (HANI, "o.poster.wall.999", "poster-gone"),
    ):
        with pytest.raises(Refused, match=why):
            office.does(name, MONDAY, tap)
    for counter in services.all_counters(office.store):
        for service in counter.services:
            services.offer(office.store, counter.id, service.id, is_open=False)
    assert "Belum ada loket" in words(office.does(HANI, MONDAY, "o.poster."))


def test_who_has_not_joined_has_a_list_and_new_slips_of_their_own(
    office: FirstDay, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.joins(HEAD, "Kepala 3", HANI, DEWI)
    all_units = office.does(HANI, MONDAY, "o.bergabung.")
    assert "Belum bergabung: 56 orang di 5 unit" in words(all_units)
    assert "• Bidang Dafduk: 10 orang" in words(all_units)
    assert labels(all_units)[0] == "Lembar kode baru (56)"
    unit = office.does(HANI, MONDAY, tap_of(all_units, "Bidang Dafduk (10)"))
    assert "• Pegawai 3-3: kodenya berlaku sampai 27 November 2026" in words(unit)
    slips = tap_of(unit, "Lembar kode baru (10)")
    made = office.does(HANI, MONDAY, slips)
    assert "10 lembar kode pendaftaran" in words(made)
    assert "sampai 30 November 2026" in words(made)
    assert made.file is not None
    fresh = made.file.file.split(".")[2:]
    again = office.does(HANI, MONDAY, slips)
    assert "sudah dibuat" in words(again)
    assert again.file is None
    old = office.does("Pegawai 3-3", MONDAY, f"o.daftar.{office.codes['Pegawai 3-3']}")
    assert "sudah diganti atau dibatalkan" in words(old)
    assert "sudah kami beri tahu" in words(old)
    assert "join-vain-ended" in office.told(HANI)[-1]
    number = str(office.id_of("Pegawai 3-3"))
    office.codes["Pegawai 3-3"] = fresh[fresh.index(number) + 1]
    office.joins("Pegawai 3-3")
    late = MONDAY + timedelta(days=20)
    left = words(office.does(HANI, late, "o.bergabung."))
    assert "Belum bergabung: 55 orang" in left
    assert "• Bidang Dafduk: 9 orang, 9 tanpa kode yang berlaku" in left
    team = office.does("Kepala 3", late, "o.tim.")
    mine = office.does("Kepala 3", late, tap_of(team, "Belum bergabung (9)"))
    assert "• Pegawai 3-10: belum ada kode yang berlaku" in words(mine)
    assert "dengan mengetik bergabung" in words(mine)
    monkeypatch.setattr(unjoined, "MOST_SLIPS", 3)
    some = office.does(HANI, late, tap_of(office.does(HANI, late, "o.bergabung."), ALL_SLIPS))
    assert "Masih ada 52 orang lagi" in words(some)
    over = office.does("Pegawai 4-2", late, f"o.daftar.{office.codes['Pegawai 4-2']}")
    assert "Masa berlaku kode ini habis pada 27 November 2026" in words(over)
    assert "join-vain-over" in office.told(HANI)[-1], "no maker is there: the personnel office"
    for number, _ in people.by_nip(office.store).values():
        people.begins(office.store, number, at=late)
    for tap in ("o.bergabung.", tap_of(all_units, "Bidang Dafduk (10)")):
        assert "Semua pegawai di sini sudah bergabung." in words(office.does(HANI, late, tap))
    assert "sudah bergabung" in words(office.does("Kepala 3", late, "o.tim.b"))
    with pytest.raises(Refused, match="bergabung-none"):
        office.does(HANI, late, slips)


def test_a_reminder_says_of_everybody_whom_it_does_not_reach(office: FirstDay) -> None:
    office.joins(HEAD, "Kepala 3", HANI, DEWI, "Pegawai 3-3", "Pegawai 3-4", "Pegawai 3-5")
    tuesday = MONDAY + timedelta(days=1)
    day, store = local(tuesday, "Asia/Jakarta").date(), office.store
    leaves.add(store, office.id_of("Pegawai 3-3"), day, day)
    blocked = office.at("Pegawai 3-4", tuesday).address
    addresses.change(store, blocked.id, reachable=False)
    closed = office.at("Pegawai 3-5", tuesday).address
    addresses.change(store, closed.id, channel="whatsapp", heard_at=MONDAY - timedelta(days=3))
    team = office.does("Kepala 3", tuesday, "o.tim.")
    said = words(office.does("Kepala 3", tuesday, tap_of(team, "Ingatkan 4 orang")))
    assert "Diingatkan: Pegawai 3-2." in said
    assert "Sedang cuti atau dinas luar, tidak diganggu: Pegawai 3-3." in said
    assert "memblokir Tilik, atau obrolannya sudah dilepas: Pegawai 3-4." in said
    assert "kami belum boleh menyapa lebih dulu: Pegawai 3-5." in said
    assert "Belum bergabung dengan Tilik: Pegawai 3-10, Pegawai 3-11" in said
    january = datetime(2027, 1, 7, 3, tzinfo=UTC)
    said = words(office.does("Kepala 3", january, "o.tim.ingatkan"))
    assert "Diingatkan: Pegawai 3-2" in said, said
    assert "nudge-evaluation-too" in office.told(DEWI)[-1]
