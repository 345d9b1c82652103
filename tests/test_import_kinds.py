"""`tilik import KIND`: units, posts, superiors, counters and leave, all of a file or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import delete, select

from bot.cli.imports.template import write_template
from bot.cli.terminal import in_words
from bot.imports.all_kinds import KINDS, guessed, parsed, previewed
from bot.imports.blank import is_example
from bot.imports.kinds.leave import weekdays_of
from bot.imports.kinds.named_people import is_anothers
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import SheetWrong
from bot.imports.reading.tables import rows
from bot.texts import catalogue
from models.letters import Lines
from models.people import Duty
from models.services import Counter
from models.store import Store, schema
from models.store.office import services, unit_tree
from models.store.people import leaves, posts, teams
from models.store.people import people as persons
from models.store.people.leaves import Leave
from models.store.people.leaving import leave_service
from models.store.rules import schedules
from tests.test_import_people import DEWI, JOKO, NOW, RATNA, SITI, STAFF, nips
from tests.test_import_people import Office as PeopleOffice
from tests.test_skm_command import workbook

Day = date


class Office(PeopleOffice):
    """Someone in the personnel office who brings files of every kind."""

    def puts(self, kind: str, content: str | Path, **options: Any) -> dict[str, Any]:
        """Take it in and give the page; new, changed, ended and the same are its first numbers."""
        assert self.brings(kind, content, as_json=True, **options) == 0, self.err
        page: dict[str, Any] = json.loads(self.out)
        return page

    def counts(self, kind: str, content: str | Path, **options: Any) -> tuple[int, ...]:
        page = self.puts(kind, content, **options)
        return tuple(page[name] for name in ("new", "changed", "ended", "same"))

    def is_sent_back(self, kind: str, content: str | Path) -> list[str]:
        before = self.everything()
        assert self.brings(kind, content) == 1
        assert (self.out, self.everything()) == ("", before)
        *sentences, last = self.err.splitlines()
        assert last.startswith("Tidak ada yang ditulis")
        return sentences

    def everything(self) -> dict[str, list[Any]]:
        def job(store: Store) -> dict[str, list[Any]]:
            tables = ("units", "posts", "superiors", "counters", "offers", "leaves", "schedules")
            return {
                name: sorted(map(repr, store.execute(schema.metadata.tables[name].select())))
                for name in (*tables, "trail", "intakes")
            }

        found: dict[str, list[Any]] = self.asks(job)
        return found

    def number(self, name: str) -> int:
        return self.everybody()[name].id

    def posts_of(self, name: str) -> list[tuple[str, str, date, date | None]]:
        """Title, kind, from and to of every post of the person, in the order of time."""
        here, number = schema.posts, self.number(name)
        query = here.select().where(here.c.person_id == number)
        found = self.asks(lambda store: store.execute(query.order_by(here.c.valid_from)).all())
        return [(row.title, row.kind, row.valid_from, row.valid_to) for row in found]

    def superiors_of(self, name: str) -> list[tuple[str, date, date | None]]:
        here, number = schema.superiors, self.number(name)
        names = {member.id: member.name for member in self.everybody().values()}
        query = here.select().where(here.c.person_id == number)
        found = self.asks(lambda store: store.execute(query.order_by(here.c.valid_from)).all())
        return [(names[row.superior_id], row.valid_from, row.valid_to) for row in found]

    def leaves_of(self, name: str) -> list[tuple[str, date, date]]:
        number = self.number(name)
        found: Sequence[Leave] = self.asks(
            lambda store: leaves.of_person(store, number, since=date(2000, 1, 1))
        )
        return [(one.kind, one.first_day, one.last_day) for one in found]

    def deeds(self) -> list[str]:
        query = schema.trail.select().order_by(schema.trail.c.number)
        return [row.deed for row in self.asks(lambda store: store.execute(query).all())]

    def open_at(self, name: str) -> list[str]:
        found: list[Counter] = self.asks(services.all_counters)
        return [s.name for counter in found if counter.name == name for s in counter.services]


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    made = Office(sqlite, tmp_path)
    assert made.imports(STAFF) == 0
    return made


@pytest.fixture
def either(databases: str, tmp_path: Path) -> Office:
    made = Office(databases, tmp_path)
    assert made.imports(STAFF) == 0
    return made


# Days and columns


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("Senin-Jumat", "1111100"),
        ("Sen, Rab, Sab", "1010010"),
        ("Sabtu s.d. Senin", "1000011"),
        ("senin dan kamis; Minggu", "1001001"),
        *((typed, None) for typed in ("tiap hari", "Senin-", "Senin-Rabu-Jumat", "")),
    ],
)
def test_days_of_the_week_are_read_as_an_office_writes_them(typed: str, week: str | None) -> None:
    assert weekdays_of(typed) == week


@pytest.mark.parametrize(
    ("kind", "ending"), [*((kind, "csv") for kind in KINDS), ("superiors", "xlsx")]
)
def test_an_empty_file_of_a_kind_is_known_again_and_says_what_it_lacks(
    tmp_path: Path, kind: str, ending: str
) -> None:
    office, file = Office("", tmp_path), tmp_path / f"kosong.{ending}"
    assert write_template(kind, file, say=office.say, echo=office.echo) == 0, office.err
    assert "siap diisi" in office.out
    header, example = rows(file)
    columns = KINDS[kind].columns
    assert list(header.cells) == columns.titles
    assert is_example(KINDS[kind], example.cells), "it is left out while it stands as it was"
    assert kind in guessed(file.read_bytes(), file.name)
    with pytest.raises(SheetWrong) as wrong:
        parsed(kind, file.read_bytes(), file.name)
    assert [one.why.id for one in wrong.value.wrongs] == [KINDS[kind].empty]
    assert write_template(kind, file, say=office.say, echo=office.echo) == 1


def test_a_file_is_known_by_its_columns_alone() -> None:
    assert guessed(b"NIP;NIP atasan;TMT\n", "x.csv") == ["superiors"]
    assert guessed(b"NIP;Unit Kerja;Jabatan;Jenis;TMT;Sampai\n", "x.csv") == ["posts"]
    assert guessed(b"NIP;Jenis cuti;Mulai;Sampai\n", "x.csv")[0] == "leave"
    assert guessed(b"Unit kerja;Loket;Layanan\n", "x.csv") == ["services", "counters"]
    assert guessed(b"NIP;gaji\n", "x.csv") == []
    assert guessed(b"PK\x03\x04 broken", "x.xlsx") == ["people"], "reading it says why"


def test_what_becomes_of_people_is_told_line_by_line(office: Office) -> None:
    table = (
        f"NIP,nama,unit,jabatan,NIP atasan,peran,berhenti\n"
        f"{SITI},Siti,Dinas,Staf,{JOKO},auditor,\n"
        f"{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,keluar,\n"
        f"{DEWI},Dewi Lestari,Dinas,Petugas Loket,,,1/12/2026\n"
        f"{JOKO},Joko S.,Dinas,Petugas Loket,,kepala,\n"
    )
    file = parsed("people", table.encode(), "x.csv")
    terms = Terms(NOW, "Asia/Jakarta")
    tried = office.asks(lambda store: previewed(store, file, terms))
    assert [in_words(line, office.say) for line in tried.lines] == [
        "+ Siti (1995***********003): Staf, Dinas",
        "~ Siti (1995***********003): peran (tidak ada) → auditor Dinas",
        (
            "~ Joko S. (1988***********002): nama Joko Santoso → Joko S.; "
            "NIP atasan Ratna Dewi → (tidak ada)"
        ),
        "~ Joko S. (1988***********002): peran (tidak ada) → kepala Dinas",
        "Kepala Dinas: Ratna Dewi → Joko S.",
        "− Ratna Dewi (1975***********001): keluar",
        "− Dewi Lestari (1990***********001): keluar, hari terakhir 1 Desember 2026",
    ]
    assert (tried.new, tried.changed, tried.ended, tried.sensitive) == (1, 1, 2, True)
    file = parsed("people", STAFF.encode(), "x.csv")
    tried = office.asks(lambda store: previewed(store, file, terms))
    assert (tried.same, tried.lines, tried.sensitive) == (3, (), False)
    only = f"NIP,nama,unit,jabatan,NIP atasan,peran\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,\n"
    file = parsed("people", only.encode(), "x.csv")
    tried = office.asks(lambda store: previewed(store, file, terms))
    assert [in_words(line, office.say) for line in tried.lines] == [
        "~ Ratna Dewi (1975***********001): peran kepala Dinas → (tidak ada)"
    ]


def test_who_has_left_may_be_on_the_next_list_too(office: Office) -> None:
    table = f"NIP,nama,unit,jabatan,NIP atasan,peran\n{JOKO},Joko Santoso,Dinas,Staf,,keluar\n"
    assert office.made(table)["unchanged"] == 0
    notes = office.deeds()
    assert office.made(table)["unchanged"] == 1
    assert office.deeds() == notes


def test_everybody_may_have_another_superior_from_a_day_of_their_own(office: Office) -> None:
    numbers = nips(400)
    people = "".join(f"{n},Orang {i},Dinas,Staf,{RATNA},\n" for i, n in enumerate(numbers))
    assert office.imports(f"NIP,nama,unit,jabatan,NIP atasan,peran\n{people}") == 0
    days = (Day(2026, 11, 3) + timedelta(days=i) for i in range(400))
    rows = "".join(f"{n},{JOKO},{day}\n" for n, day in zip(numbers, days, strict=True))
    assert office.counts("superiors", f"NIP,NIP atasan,TMT\n{rows}") == (0, 400, 0, 0)
    (sentence,) = office.is_sent_back("superiors", f"NIP,NIP atasan\n{JOKO},{numbers[350]}\n")
    assert "Joko Santoso → Orang 350 → Joko Santoso" in sentence


def test_every_role_that_a_file_may_name_is_a_duty() -> None:
    from bot.imports.kinds.people.rows import ROLES
    from bot.imports.kinds.people.store import DUTIES

    duties = set(get_args(Duty))
    assert set(DUTIES) == duties
    assert set(ROLES.values()) - {"", "left"} == duties


# Superiors


def test_superiors_change_from_the_day_that_is_named(either: Office) -> None:
    table = f"NIP;NIP atasan;Mulai;Sampai\n{DEWI};{JOKO};2026-11-10;2026-11-20\n"
    page = either.puts("superiors", table)
    assert (page["changed"], page["needs_second"]) == (1, True)
    assert page["lines"] == [
        (
            "~ Dewi Lestari (1990***********001): atasan Ratna Dewi → Joko Santoso "
            "(1988***********002), 10 November 2026 sampai 20 November 2026"
        )
    ]
    assert either.superiors_of("Dewi Lestari") == [
        ("Ratna Dewi", Day(2026, 11, 2), Day(2026, 11, 9)),
        ("Joko Santoso", Day(2026, 11, 10), Day(2026, 11, 20)),
        ("Ratna Dewi", Day(2026, 11, 21), None),
    ]
    assert either.deeds()[-1] == "superior"
    assert either.counts("superiors", table) == (0, 0, 0, 1)


def test_a_past_superior_leaves_today_as_it_is(office: Office) -> None:
    table = f"NIP,NIP atasan,TMT,Sampai\n{RATNA},{JOKO},2025-01-01,2025-12-31\n"
    assert office.counts("superiors", table) == (1, 0, 0, 0)
    assert office.superiors_of("Ratna Dewi") == [
        ("Joko Santoso", Day(2025, 1, 1), Day(2025, 12, 31))
    ]
    assert office.everybody()["Ratna Dewi"].superior_id is None


def test_a_blank_superior_ends_the_one_there_was(office: Office) -> None:
    assert office.counts("superiors", f"NIP,NIP atasan\n{DEWI},\n") == (0, 0, 1, 0)
    assert office.superiors_of("Dewi Lestari") == []
    assert office.counts("superiors", f"NIP,NIP atasan\n{DEWI},\n") == (0, 0, 0, 1)
    office.puts("superiors", f"NIP,NIP atasan,mulai\n{DEWI},{JOKO},2026-11-05\n")
    office.puts("superiors", f"NIP,NIP atasan,mulai,sampai\n{DEWI},,2026-11-07,2026-11-08\n")
    assert office.superiors_of("Dewi Lestari") == [
        ("Joko Santoso", Day(2026, 11, 5), Day(2026, 11, 6)),
        ("Joko Santoso", Day(2026, 11, 9), None),
    ]


@pytest.mark.parametrize(
    ("table", "circle", "row"),
    [
        (f"{RATNA},{DEWI},\n", "Ratna Dewi → Dewi Lestari → Ratna Dewi", 2),
        (
            f"{DEWI},{JOKO},\n{RATNA},{DEWI},\n",
            "Dewi Lestari → Joko Santoso → Ratna Dewi → Dewi Lestari",
            2,
        ),
        (f"{RATNA},{DEWI},2027-01-01\n", "Ratna Dewi → Dewi Lestari → Ratna Dewi", 2),
    ],
)
def test_superiors_in_a_circle_are_refused_whenever_it_closes(
    office: Office, table: str, circle: str, row: int
) -> None:
    (sentence,) = office.is_sent_back("superiors", f"NIP,NIP atasan,Mulai\n{table}")
    assert sentence.startswith(f"Baris {row}, kolom NIP atasan")
    assert circle in sentence


def test_a_circle_that_only_the_past_would_have_closed_is_none(office: Office) -> None:
    office.puts("superiors", f"NIP,NIP atasan,mulai,sampai\n{DEWI},,2025-01-01,2025-12-31\n")
    table = f"NIP,NIP atasan,mulai,sampai\n{RATNA},{DEWI},2025-01-01,2025-12-31\n"
    assert office.counts("superiors", table) == (1, 0, 0, 0)


def test_what_is_wrong_with_superiors_is_said_row_by_row(office: Office) -> None:
    found = office.is_sent_back(
        "superiors",
        f"NIP,NIP atasan,Mulai,Sampai\n{DEWI},{DEWI},,\n{JOKO},1,,\n"
        f"{JOKO},{RATNA},2026-11-02,2026-11-01\n{JOKO},{RATNA},2026-01-01,2026-03-01\n"
        f"{JOKO},{DEWI},2026-03-01,\n{RATNA},,32/1/2026,\n{RATNA},,1/1/1850,\n{SITI},{RATNA},,\n",
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom NIP atasan",
        "Baris 3, kolom NIP atasan",
        "Baris 4, kolom sampai",
        "Baris 6, kolom mulai",
        "Baris 7, kolom mulai",
        "Baris 8, kolom mulai",
        "Baris 9, kolom NIP",
    ]
    assert "baris 5" in found[3]
    found = office.is_sent_back("superiors", f"NIP,NIP atasan\n{SITI},{RATNA}\n{DEWI},{SITI}\n")
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom NIP",
        "Baris 3, kolom NIP atasan",
    ]
    again = f"{DEWI},{JOKO},\n{DEWI},{RATNA},\n{JOKO},,1/1/2026\n{JOKO},{DEWI},1/1/2026\n"
    found = office.is_sent_back("superiors", f"NIP,NIP atasan,mulai\n{again}")
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 3, kolom mulai",
        "Baris 5, kolom mulai",
    ]


# Posts


def test_a_transfer_leaves_the_days_before_it_as_they_were(office: Office) -> None:
    office.puts("units", "unit,unit induk\nBidang,Dinas\n")
    head = "NIP,Unit kerja,Jabatan,Jenis,TMT,Sampai"
    page = office.puts("posts", f"{head}\n{DEWI},bidang,Analis,Definitif,2026-11-16,\n")
    assert page["lines"] == [
        (
            "~ Dewi Lestari (1990***********001): Petugas Loket, Dinas → Analis, Bidang, "
            "mulai 16 November 2026"
        )
    ]
    assert page["needs_second"] is False
    assert office.posts_of("Dewi Lestari") == [
        ("Petugas Loket", "main", Day(2026, 11, 2), Day(2026, 11, 15)),
        ("Analis", "main", Day(2026, 11, 16), None),
    ]
    table = f"{head}\n{JOKO},Dinas,Magang,,1/1/2025,31/12/2025\n{JOKO},Bidang,Staf,,1/1/2024,\n"
    assert office.counts("posts", table) == (1, 1, 0, 0)
    assert [(t, f) for t, _, f, _ in office.posts_of("Joko Santoso")] == [
        ("Staf", Day(2024, 1, 1)),
        ("Magang", Day(2025, 1, 1)),
        ("Staf", Day(2026, 1, 1)),
    ]
    assert office.counts("posts", table) == (0, 0, 0, 2)


def test_an_acting_post_is_held_beside_the_main_one(office: Office) -> None:
    table = f"NIP,unit,jabatan,jenis,mulai,sampai\n{DEWI},Dinas,Kepala Dinas,Plt.,1/11/2026,\n"
    page = office.puts("posts", table)
    assert page["lines"] == [
        (
            "+ Dewi Lestari (1990***********001): Plt. Kepala Dinas, Dinas, "
            "mulai 1 November 2026"
        )
    ]
    number = office.number("Dewi Lestari")
    held = office.asks(lambda store: posts.acting_of(store, number, Day(2026, 11, 3)))
    assert [post.title for post in held] == ["Kepala Dinas"]
    main = office.asks(lambda store: posts.post_of(store, number, Day(2026, 11, 3)))
    assert main.title == "Petugas Loket"
    assert office.everybody()["Dewi Lestari"].duties == frozenset()
    assert office.counts("posts", table) == (0, 0, 0, 1)


def _acting(store: Store) -> Sequence[Any]:
    return store.execute(select(schema.posts).where(schema.posts.c.acts_for > 0)).all()


def test_who_acts_in_whose_place_is_read_from_the_file_and_takes_a_second_person(
    office: Office,
) -> None:
    head = "NIP,unit,jabatan,jenis,mulai,sampai,NIP yang digantikan"
    stays = f"{DEWI},Dinas,Kepala Dinas,Pelaksana Harian,9/11/2026,13/11/2026,"
    page = office.puts("posts", f"{head}\n{stays}\n")
    assert page["lines"] == [
        (
            "+ Dewi Lestari (1990***********001): Plh. Kepala Dinas, Dinas, menyetujui untuk "
            "Ratna Dewi, 9 November 2026 sampai 13 November 2026"
        )
    ], "whose very post it is"
    assert page["needs_second"] is True
    for written, label in (("Plt.", "plt"), ("Pj", "pj"), ("penjabat sementara", "pjs")):
        table = f"{head}\n{DEWI},Dinas,Kepala Bidang,{written},16/11/2026,,{RATNA}\n"
        assert f"{label.capitalize()}. Kepala Bidang" in office.puts("posts", table)["lines"][0]
        held = office.asks(_acting)
        assert {row.acting_as for row in held} == {"plh", label}
        assert {row.acts_for for row in held} == {office.number("Ratna Dewi")}
    vacant = office.puts("posts", f"{head}\n{DEWI},Dinas,Kepala Arsip,Plt.,16/11/2026,,\n")
    assert "Dewi Lestari belum menyetujui untuk siapa pun sebagai Kepala Arsip" in str(vacant)
    ratna, last = office.number("Ratna Dewi"), Day(2026, 11, 8)
    office.asks(lambda store: leave_service(store, ratna, last_day=last, now=NOW))
    for whose in ("", RATNA):
        plt = f"{DEWI},Dinas,Kepala Dinas,Plt.,9/11/2026,,{whose}"
        page = office.puts("posts", f"{head}\n{plt}\n")
        assert "menyetujui untuk Ratna Dewi, mulai 9 November" in page["lines"][0], "who held it"
        assert page["needs_second"] is True
        (row,) = (one for one in office.asks(_acting) if one.valid_to is None)
        assert (row.acts_for, row.vacated_on) == (ratna, last)
        there = schema.posts.c.id == row.id
        office.asks(lambda store, there=there: store.execute(delete(schema.posts).where(there)))
    for whose, why in ((DEWI, "menggantikan dirinya sendiri"), (SITI, "NIP ini belum tercatat")):
        (sentence,) = office.is_sent_back("posts", f"{head}\n{DEWI},Dinas,Kepala,Plh,,,{whose}\n")
        assert why in sentence, sentence


def test_who_is_moved_to_another_unit_leaves_its_counters(office: Office) -> None:
    office.opens("Dinas,KTP,Loket 1,\nBidang,KK,Loket 9,\n")
    assert (
        office.imports(
            f"NIP,nama,unit,jabatan,NIP atasan,peran,loket\n"
            f"{DEWI},Dewi Lestari,Dinas,Staf,{RATNA},,Loket 1\n"
        )
        == 0
    )
    later = datetime(2026, 11, 9, 3, tzinfo=UTC)
    office.puts("posts", f"NIP,unit,jabatan\n{DEWI},Dinas,Ahli\n", now=later)
    assert len(office.everybody()["Dewi Lestari"].counters) == 1
    office.puts("posts", f"NIP,unit,jabatan\n{DEWI},Bidang,Ahli\n", now=later)
    assert office.links("stations", "Dewi Lestari") == [(Day(2026, 11, 2), Day(2026, 11, 8))]


def test_what_is_wrong_with_posts_is_said_row_by_row(office: Office) -> None:
    found = office.is_sent_back("posts", f"NIP,unit,jabatan,jenis\n{DEWI},Dinas,Staf,tetap?\n")
    assert found[0].startswith("Baris 2, kolom jenis: harus definitif")
    found = office.is_sent_back("posts", f"NIP,unit,jabatan\n{SITI},Dinas,Staf\n{DEWI},Antah,S\n")
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom NIP",
        "Baris 3, kolom unit kerja",
    ]


def test_who_had_left_is_in_service_again_with_a_new_post(office: Office) -> None:
    assert (
        office.imports(
            f"NIP,nama,unit,jabatan,NIP atasan,peran,berhenti\n"
            f"{DEWI},Dewi Lestari,Dinas,Staf,,,2026-11-01\n"
        )
        == 0
    )
    number = office.number("Dewi Lestari")
    assert office.asks(lambda store: persons.has_left(store, number, NOW)) is True
    office.puts("posts", f"NIP,unit,jabatan\n{DEWI},Dinas,Ahli\n")
    assert office.asks(lambda store: persons.has_left(store, number, NOW)) is False


def test_who_is_to_leave_has_a_new_post_until_their_last_day(office: Office) -> None:
    head = "NIP,nama,unit,jabatan,NIP atasan,peran,berhenti"
    office.made(f"{head}\n{DEWI},Dewi Lestari,Dinas,Staf,,,2026-11-30\n")
    office.puts("posts", f"NIP,unit,jabatan,mulai\n{DEWI},Dinas,Ahli,2026-11-16\n")
    office.puts("superiors", f"NIP,NIP atasan,mulai\n{DEWI},{JOKO},2026-11-16\n")
    last = Day(2026, 11, 30)
    assert office.posts_of("Dewi Lestari")[-1] == ("Ahli", "main", Day(2026, 11, 16), last)
    assert office.superiors_of("Dewi Lestari")[-1] == ("Joko Santoso", Day(2026, 11, 16), last)
    office.puts("posts", f"NIP,unit,jabatan,mulai\n{DEWI},Dinas,Ahli,2027-01-01\n")
    assert office.posts_of("Dewi Lestari")[-1] == ("Ahli", "main", Day(2027, 1, 1), None)


# Units


def test_units_are_made_moved_and_closed(either: Office) -> None:
    head = "Unit kerja;Unit induk;Zona waktu;Hari kerja;Mulai;Tutup mulai"
    page = either.puts("units", f"{head}\nSeksi;Bidang;;6;;\nBidang;Dinas;WITA;;;\n")
    assert (page["new"], page["needs_second"]) == (2, False)
    units = {unit.name: unit for unit in either.units()}
    assert units["Seksi"].parent_id == units["Bidang"].id
    assert (units["Bidang"].zone, units["Seksi"].zone) == ("Asia/Makassar", "Asia/Makassar")
    page = either.puts("units", f"{head}\nSeksi;DINAS;WIT;5;2026-11-01;\n")
    assert page["needs_second"] is True
    assert page["lines"] == [
        (
            "~ Seksi: unit induk Bidang → Dinas; zona waktu Asia/Makassar → Asia/Jayapura; "
            "hari kerja 6 → 5"
        )
    ]
    above = either.asks(lambda s: unit_tree.above(s, units["Seksi"].id, Day(2026, 10, 31)))
    assert above == units["Bidang"].id
    assert either.counts("units", f"{head}\nSeksi;;WIB;;;\n") == (0, 1, 0, 0)
    page = either.puts("units", f"{head}\nBidang;;;;;2026-11-01\nDinas;-;;;;\n")
    assert (page["ended"], page["same"], page["lines"]) == (1, 1, ["− Bidang: ditutup"])
    assert either.unit("Bidang").closed_on == Day(2026, 10, 31)
    assert either.counts("units", f"{head}\nBidang;;;;;2026-11-01\n") == (0, 0, 0, 1)


def test_units_may_change_places_in_any_order(office: Office) -> None:
    office.puts("units", "unit,unit induk\nAtas,-\nBawah,Atas\n")
    assert office.counts("units", "unit,unit induk\nAtas,Bawah\nBawah,-\n") == (0, 2, 0, 0)
    assert (office.unit("Bawah").parent_id, office.unit("Atas").parent_id) == (
        None,
        office.unit("Bawah").id,
    )


def test_what_is_wrong_with_units_is_said_row_by_row(office: Office) -> None:
    found = office.is_sent_back(
        "units", "unit,unit induk,zona,hari kerja\nA,Antah,Mars,\nB,,,7\nC,,,\nC,Dinas,,\n"
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom zona waktu",
        "Baris 2, kolom unit induk",
        "Baris 3, kolom hari kerja",
        "Baris 5, kolom unit kerja",
    ]
    found = office.is_sent_back("units", "unit,unit induk,mulai\nA,Antah,\nDinas,,2027-01-01\n")
    assert found[0].startswith("Baris 2, kolom unit induk: Antah belum tercatat")
    assert found[1].startswith("Baris 3, kolom mulai: belum tiba")
    (sentence,) = office.is_sent_back("units", "unit,tutup\nDinas,2026-11-03\n")
    assert sentence.startswith("Baris 2, kolom tutup mulai: Masih ada pegawai")
    office.puts("units", "unit,unit induk\nBidang,Dinas\n")
    (sentence,) = office.is_sent_back("units", "unit,unit induk\nDinas,Bidang\n")
    assert sentence.startswith("Baris 2, kolom unit induk: Unit tidak dapat")
    (sentence,) = office.is_sent_back("units", "unit,tutup\nDinas,2026-11-03\n")
    assert sentence.startswith("Baris 2, kolom tutup mulai: Masih ada unit yang terbuka")
    office.puts("units", "unit,tutup\nBidang,2026-11-03\n")
    office.puts("units", "unit\nSeksi\n")
    (sentence,) = office.is_sent_back("units", "unit,unit induk\nSeksi,Bidang\n")
    assert sentence.startswith("Baris 2, kolom unit induk: Unit induk itu sudah ditutup")


def test_the_offices_own_table_points_to_the_units(office: Office) -> None:
    content = "unit,layanan,loket,penduduk dilayani,zona\nDinas,KTP,Loket 1,,WIT\n"
    assert office.brings("services", content) == 1
    assert "berkas unit (units)" in office.err


# Counters


def test_counters_open_close_and_get_another_name(office: Office) -> None:
    head = "Unit kerja,Loket,Layanan,Status,Nama baru"
    page = office.puts("counters", f"{head}\nDinas,Loket 1,KTP-el; KK,,\n")
    assert page["lines"] == ["+ Loket 1, Dinas: KTP-el; KK"]
    code = office.counters()[0].code
    page = office.puts("counters", f"{head}\nDINAS,loket 1,kk,tutup,\n")
    assert page["lines"] == ["− loket 1, Dinas: KK"]
    assert office.open_at("Loket 1") == ["KTP-el"]
    page = office.puts("counters", f"{head}\nDinas,Loket 1,KIA,buka,Loket A\n")
    assert page["lines"] == ["~ Loket 1, Dinas: nama menjadi Loket A; dibuka: KIA"]
    assert (office.open_at("Loket A"), office.counters()[0].code) == (["KTP-el", "KIA"], code)
    assert office.counts("counters", f"{head}\nDinas,Loket A,KIA,buka,\n") == (0, 0, 0, 1)
    page = office.puts("counters", f"{head}\nDinas,Loket A,,tutup,Loket Z\n")
    assert page["lines"] == ["~ Loket A, Dinas: nama menjadi Loket Z; ditutup: KTP-el; KIA"]
    assert office.counters() == []


def test_what_is_wrong_with_counters_is_said_row_by_row(office: Office) -> None:
    office.puts("counters", "unit,loket,layanan\nDinas,Loket 1,KTP\nDinas,Loket 2,KTP\n")
    long = "x" * 201
    found = office.is_sent_back(
        "counters",
        "unit,loket,layanan,status,nama baru\n"
        "Antah,L,KTP,,\nDinas,L,,,\nDinas,M,KTP,tutup,\nDinas,Loket 1,SIM,tutup,\n"
        f"Dinas,Loket 1,{long},,Loket 2\nDinas,Loket 2,KTP,libur,\n",
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom unit kerja",
        "Baris 3, kolom layanan",
        "Baris 4, kolom loket",
        "Baris 5, kolom layanan",
        "Baris 6, kolom layanan",
        "Baris 6, kolom nama baru",
        "Baris 7, kolom status",
    ]
    (sentence,) = office.is_sent_back("counters", "unit,loket,layanan\nDinas,A,K\nDinas,a,L\n")
    assert "titik koma" in sentence


# Leave


def test_leave_and_travel_are_laid_over_what_is_known(either: Office) -> None:
    head = "NIP,Jenis,Mulai,Sampai,Status"
    assert either.counts("leave", f"{head}\n{DEWI},Cuti tahunan,2/11/2026,13/11/2026,\n") == (
        *(1, 0, 0, 0),
    )
    page = either.puts(
        "leave", f"{head}\n{DEWI},dinas luar,4/11/2026,5/11/2026,\n{JOKO},cuti,9/11/2026,,\n"
    )
    assert page["lines"] == [
        "+ Joko Santoso (1988***********002): cuti, 9 November 2026 sampai 9 November 2026",
        (
            "~ Dewi Lestari (1990***********001): cuti tahunan, 2 November 2026 sampai "
            "13 November 2026 → dinas luar, 4 November 2026 sampai 5 November 2026"
        ),
    ]
    assert either.leaves_of("Dewi Lestari") == [
        ("leave", Day(2026, 11, 2), Day(2026, 11, 3)),
        ("travel", Day(2026, 11, 4), Day(2026, 11, 5)),
        ("leave", Day(2026, 11, 6), Day(2026, 11, 13)),
    ]
    whole = f"{head}\n{DEWI},cuti,1/11/2026,30/11/2026,\n"
    assert either.counts("leave", whole) == (0, 1, 0, 0)
    assert either.counts("leave", whole) == (0, 0, 0, 1)
    assert either.counts("leave", whole.replace(",\n", ",batal\n", 2)) == (0, 0, 1, 0)
    assert either.leaves_of("Dewi Lestari") == []
    assert either.counts("leave", f"{head}\n{DEWI},cuti,1/11/2026,30/11/2026,batal\n") == (
        *(0, 0, 0, 1),
    )
    assert either.deeds()[-1] == "leave"


def test_shifts_and_part_time_have_their_days(office: Office) -> None:
    head = "NIP,Jenis,Mulai,Sampai,Hari kerja,Hari libur,Status"
    table = f"{head}\n{DEWI},sif,2/11/2026,,Sabtu-Senin,ya,\n"
    assert office.counts("leave", table) == (1, 0, 0, 0)
    assert office.counts("leave", table) == (0, 0, 0, 1)
    number = office.number("Dewi Lestari")
    (one,) = office.asks(lambda store: schedules.of_person(store, number))
    assert (one.kind, one.weekdays, one.on_holidays) == ("shift", "1000011", True)
    part = f"{head}\n{DEWI},paruh waktu,9/11/2026,,Senin-Rabu,tidak,\n"
    assert office.counts("leave", part) == (0, 1, 0, 0)
    assert office.counts("leave", f"{head}\n{DEWI},paruh waktu,16/11/2026,,,,batal\n") == (
        *(0, 0, 1, 0),
    )
    assert office.counts("leave", f"{head}\n{JOKO},sif,16/11/2026,,,,batal\n") == (0, 0, 0, 1)
    found = office.asks(lambda store: schedules.of_person(store, number))
    assert [one.last for one in found] == [Day(2026, 11, 8), Day(2026, 11, 15)]


def test_what_is_wrong_with_leave_is_said_row_by_row(office: Office) -> None:
    head = "NIP,Jenis,Mulai,Sampai,Hari kerja,Hari libur,Status"
    found = office.is_sent_back(
        "leave",
        f"{head}\n{DEWI},bolos,2/11/2026,,,,\n{DEWI},sif,2/11/2026,,,,\n"
        f"{DEWI},sif,2/11/2026,,libur,,\n{DEWI},cuti,,,,,\n{JOKO},cuti,2/11/2026,5/11/2026,,,\n"
        f"{JOKO},dinas luar,5/11/2026,6/11/2026,,,\n{JOKO},sif,2/11/2026,,Senin,mungkin,lewat\n",
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom jenis",
        "Baris 3, kolom hari kerja",
        "Baris 4, kolom hari kerja",
        "Baris 5, kolom mulai",
        "Baris 7, kolom mulai",
        "Baris 8, kolom hari libur",
        "Baris 8, kolom status",
    ]
    (sentence,) = office.is_sent_back("leave", f"{head}\n{SITI},cuti,2/11/2026,,,,\n")
    assert sentence.startswith("Baris 2, kolom NIP: NIP ini belum tercatat")


# Teams


def test_people_of_several_units_sit_in_a_team(office: Office) -> None:
    head = "Tim kerja;Unit kerja;NIP;Peran;Mulai;Sampai"
    table = f"{head}\nTim SPBE;dinas;{DEWI};Ketua;2026-11-01;\ntim spbe;Dinas;{JOKO};;;2026-12-31\n"
    page = office.puts("teams", table)
    assert page["lines"] == [
        "+ Dewi Lestari (1990***********001): ketua Tim SPBE, mulai 1 November 2026",
        (
            "+ Joko Santoso (1988***********002): anggota tim spbe, "
            "2 November 2026 sampai 31 Desember 2026"
        ),
    ]
    unit = office.unit("Dinas").id
    (team,) = office.asks(lambda store: teams.of_units(store, [unit], Day(2026, 11, 3)))
    found = office.asks(lambda store: teams.members(store, team.id, Day(2026, 11, 3)))
    assert [(one.name, one.leads) for one in found] == [
        ("Dewi Lestari", True),
        ("Joko Santoso", False),
    ]
    assert office.counts("teams", table) == (0, 0, 0, 2)
    turned = f"{head}\nTim SPBE;Dinas;{DEWI};keluar;;\nTim SPBE;Dinas;{JOKO};ketua;;\n"
    assert office.counts("teams", turned) == (0, 1, 1, 0)
    assert office.counts("teams", f"{head}\nTim SPBE;Dinas;{DEWI};keluar;;\n") == (0, 0, 0, 1)
    assert office.deeds()[-1] == "team"


def test_what_is_wrong_with_teams_is_said_row_by_row(office: Office) -> None:
    head = "tim,unit,NIP,peran"
    (sentence,) = office.is_sent_back("teams", f"{head}\nA,Dinas,{DEWI},bos\n")
    assert sentence.startswith("Baris 2, kolom peran: harus ketua")
    found = office.is_sent_back("teams", f"{head}\nA,Antah,{DEWI},\nA,Dinas,{SITI},\n")
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom unit kerja",
        "Baris 3, kolom NIP",
    ]


# A name beside the number

BESIDE = {
    "leave": "jenis;mulai;sampai\n;cuti;2026-12-07;2026-12-08",
    "targets": "triwulan;hasil;indikator;target\n;2026-Q4;Akta terbit;Jumlah akta;",
    "teams": "tim;unit kerja;peran\n;A;Dinas;",
    "posts": "unit;jabatan\n;Dinas;Analis",
    "superiors": f"NIP atasan\n;{RATNA}",
}


def test_a_name_beside_a_number_is_compared_and_asked_about_where_it_is_anothers(
    office: Office,
) -> None:
    for kind, table in BESIDE.items():
        head, row = table.split("\n")
        for name in ("DEWI LESTARI, S.Kom.", "Dewi L.", "dewi lestary", "Ibu Dewi", "-", ""):
            brought = f"NIP;Nama Pegawai;{head}\n{DEWI};{name}{row}\n"
            read = office.puts(kind, brought, dry_run=True)["read"]
            assert "Kolom yang dibaca untuk memeriksa NIP: Nama Pegawai." in read
            assert not any("tidak dikenali" in note for note in read)
        for name in ("Joko Santoso", "Dewi Anggraini"):
            (why,) = office.is_sent_back(kind, f"NIP;Nama;{head}\n{DEWI};{name}{row}\n")
            assert why.startswith("Baris 2, kolom NIP: NIP ini milik Dewi Lestari, tetapi")
        assert not office.is_sent_back(kind, f"NIP;Nama;{head}\n{SITI};Siti{row}\n")[1:]
    cell = f"Nama/NIP;jenis;mulai;sampai\nJoko S. / {DEWI};sakit;2026-12-07;\n"
    assert "NIP ini milik Dewi Lestari" in office.is_sent_back("leave", cell)[0]


def test_a_name_whose_formula_failed_is_told_by_its_cell_and_stops_no_other_row(
    office: Office,
) -> None:
    for kind, table in BESIDE.items():
        head, row = table.split("\n")
        for failed in ("#N/A", "Err:502"):
            brought = f"NIP;Nama;{head}\n{DEWI};{failed}{row}\n"
            read = office.puts(kind, brought, dry_run=True)["read"]
            assert any("Rumus kolom nama gagal di baris 2, jadi NIP di sana" in n for n in read)
    head = "jenis;mulai;sampai"
    leave = f"NIP;Nama;{head}\n{DEWI};#N/A;#REF!;2026-12-07;\n"
    (why,) = office.is_sent_back("leave", leave)
    assert why.startswith("Baris 2, kolom jenis: rumusnya gagal (#REF!).")
    cell = f"Nama/NIP;{head}\n#N/A;sakit;2026-12-07;\n{SITI};sakit;2026-12-07;\n"
    (why, unknown) = office.is_sent_back("leave", cell)
    assert why.startswith("Baris 2, kolom NIP: rumusnya gagal (#N/A).")
    assert unknown.startswith("Baris 3, kolom NIP")


@pytest.mark.parametrize(
    ("one", "other", "is_anothers_name"),
    [
        ("Moh. Ali", "Drs. H. Muhammad Ali, M.Si.", False),
        ("M. Ali", "Muhammad Ali", False),
        ("Djoko Susilo", "Joko Susilo", False),
        ("Sri Wahyuni", "Sri Mulyani", True),
        ("Ali", "Budi", True),
    ],
)
def test_one_name_is_spelt_in_many_ways(one: str, other: str, is_anothers_name: bool) -> None:
    assert is_anothers(one, other) == is_anothers(other, one) == is_anothers_name


# People


def test_another_nip_is_given_to_who_was_known_by_the_old_one(office: Office) -> None:
    head = "NIP,NIP lama,nama,unit,jabatan,NIP atasan,peran"
    page = office.made(f"{head}\n{SITI},{DEWI},Dewi Lestari,Dinas,Petugas Loket,{RATNA},\n")
    assert page["needs_second"] is True
    assert page["changed"][0]["changes"] == [
        {"column": "NIP", "before": "1990***********001", "after": "1995***********003"}
    ]
    assert office.everybody()["Dewi Lestari"].nip == SITI
    assert "nip" in office.deeds()
    again = office.made(f"{head}\n{SITI},{DEWI},Dewi Lestari,Dinas,Petugas Loket,{RATNA},\n")
    assert (again["changed"], again["needs_second"]) == ([], False)
    assert "name" not in office.deeds()
    office.made(f"{head}\n{SITI},,Dewi Ayu,Dinas,Petugas Loket,{RATNA},\n")
    assert "name" in office.deeds(), "another name is told as another nip is"
    nobody = "199001012015032009"
    found = office.is_refused(
        f"{head}\n{JOKO},{SITI},Joko Santoso,Dinas,Petugas Loket,{RATNA},\n"
        f"{nobody},199001012015032008,Ani,Dinas,Staf,,\n"
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom NIP lama",
        "Baris 3, kolom NIP lama",
    ]


def test_a_last_day_to_come_leaves_everything_until_then(office: Office) -> None:
    head = "NIP,nama,unit,jabatan,NIP atasan,peran,berhenti"
    office.made(f"{head}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,,30/11/2026\n")
    for table in ("posts", "duties"):
        assert office.links(table, "Ratna Dewi") == [(Day(2026, 11, 2), Day(2026, 11, 30))]
    assert office.superiors_of("Dewi Lestari") == [
        ("Ratna Dewi", Day(2026, 11, 2), Day(2026, 11, 30))
    ]
    assert "left" in office.deeds()


# Any file


def test_a_workbook_is_as_good_as_a_csv(office: Office, tmp_path: Path) -> None:
    cells: list[list[Any]] = [
        ["NIP", "Jenis", "Mulai", "Sampai"],
        [DEWI, "cuti", Day(2026, 11, 2), "3/11/2026"],
    ]
    assert office.counts("leave", dated_workbook(tmp_path / "cuti.xlsx", cells)) == (1, 0, 0, 0)
    assert office.leaves_of("Dewi Lestari") == [("leave", Day(2026, 11, 2), Day(2026, 11, 3))]


def dated_workbook(file: Path, cells: list[list[Any]]) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(str(file)) as book:
        sheet, as_day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for row, line in enumerate(cells):
            for place, cell in enumerate(line):
                if isinstance(cell, date):
                    sheet.write_datetime(row, place, cell, as_day)
                else:
                    sheet.write_string(row, place, cell)
    return file


def test_a_formula_is_text_like_any_other(office: Office, tmp_path: Path) -> None:
    (sentence,) = office.is_sent_back("leave", f"NIP,Jenis,Mulai,Sampai\n{DEWI},=1+1,1/1/2026,\n")
    assert "=1+1" in sentence
    file = workbook(tmp_path / "x.xlsx", [["unit", "unit induk"], ["=HYPERLINK(1)", ""]])
    office.puts("units", file)
    assert [unit.name for unit in office.units()] != ["Dinas"]


def test_a_trial_says_the_same_and_changes_nothing(office: Office) -> None:
    before = office.everything()
    table = f"NIP,NIP atasan\n{DEWI},{JOKO}\n"
    assert office.brings("superiors", table, dry_run=True) == 0
    first, *_, last = office.out.splitlines()
    assert first == "Akan ada 0 baru, 1 berubah, 0 berakhir, 0 tetap."
    assert last == "Ini hanya percobaan, tidak ada yang ditulis."
    assert office.everything() == before
    tried = office.out.splitlines()[1:3]
    assert tried[0] == "Kolom yang dibaca: NIP; NIP atasan."
    assert office.brings("superiors", table) == 0
    assert office.out.splitlines()[:3] == ["0 baru, 1 berubah, 0 berakhir, 0 tetap.", *tried]


def test_of_a_long_page_the_rest_is_counted(office: Office) -> None:
    table = "".join(f"U{number}\n" for number in range(203))
    assert office.brings("units", f"unit\n{table}") == 0
    assert office.out.splitlines()[-1] == "dan 3 baris lagi."


def test_every_kind_tells_what_it_would_do_in_both_languages(office: Office) -> None:
    terms = Terms(NOW, "Asia/Jakarta", by=office.number("Ratna Dewi"))
    here = {office.unit("Dinas").id}
    assert office.brings("services", "unit,layanan,loket\nDinas,KK,Loket 9\n") == 0
    for kind in KINDS:
        file = parsed(kind, EXAMPLES[kind].encode(), "x.csv")
        tried = office.asks(lambda store, file=file: previewed(store, file, terms))
        assert (kind, tried.new >= 1, tried.units) == (kind, True, here)
        for language in ("id", "en"):
            assert catalogue().plain(language, Lines(tried.lines))


EXAMPLES: Mapping[str, str] = {
    "people": f"NIP,nama,unit,jabatan,NIP atasan,peran\n{SITI},Siti,Dinas,Staf,{RATNA},auditor\n",
    "units": "unit,unit induk\nBidang,Dinas\n",
    "posts": f"NIP,unit,jabatan,jenis\n{DEWI},Dinas,Kepala,Plh.\n",
    "superiors": f"NIP,NIP atasan,mulai,sampai\n{RATNA},{JOKO},1/1/2025,31/12/2025\n",
    "services": "unit,layanan,loket\nDinas,KTP,Loket 1\n",
    "counters": "unit,loket,layanan\nDinas,Loket 1,KTP\n",
    "targets": f"NIP,triwulan,hasil,indikator,target,satuan\n{DEWI},2026-Q4,A,B,1,x\n",
    "standards": "unit,layanan,biaya\nDinas,KK,Gratis\n",
    "teams": f"tim,unit,NIP,peran\nTim A,Dinas,{DEWI},ketua\n",
    "leave": f"NIP,jenis,mulai,sampai\n{DEWI},cuti,1/11/2026,\n",
}
