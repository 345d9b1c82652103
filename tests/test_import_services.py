"""`tilik import services`: an office's table goes in, all of it or nothing, once however often."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.attachments.links import Reach
from bot.cli.imports.kind import ImportOptions, import_kind
from bot.cli.imports.template import write_template
from bot.imports.reading.tables import rows
from bot.texts import catalogue
from models.letters import Text
from models.services import Counter, Unit
from models.store import Store
from models.store.office import groups, services
from tests.asked import asked
from tests.postgresql import apart
from tests.test_skm_command import workbook

NOW = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
HEADER = "unit,layanan,loket,penduduk dilayani"
OFFICE = f"""{HEADER}
Dinas Dukcapil,KTP-el,Loket 1,1200
Dinas Dukcapil,KIA,Loket 1,
Dinas Dukcapil,KTP-el,Loket 2,1200
UPTD Utara,Akta kelahiran,Loket 1,800
"""


class Office:
    """Someone who sets Tilik up for an office."""

    kind, now = "services", NOW

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.out = ""
        self.err = ""

    def say(self, text: str, /, **facts: Any) -> str:
        return catalogue().plain("id", Text(text, facts))

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += f"{message}\n"
        else:
            self.out += f"{message}\n"

    def keeps(self, content: str | bytes, name: str = "kantor.csv") -> Path:
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def imports(self, content: str | bytes | Path, **options: Any) -> int:
        """Take in a file of the office's own kind."""
        return self.brings(self.kind, content, **options)

    def brings(self, kind: str, content: str | bytes | Path, **options: Any) -> int:
        self.out = self.err = ""
        file = content if isinstance(content, Path) else self.keeps(content, f"{kind}.csv")
        reach = Reach(options.pop("username", ""), options.pop("number", ""))
        zone, now = options.pop("zone", "WIB"), options.pop("now", self.now)
        wanted = ImportOptions(reach=reach, **options)
        say, echo = self.say, self.echo
        code: int = apart(
            lambda: import_kind(
                kind, file, wanted, url=self.url, zone=zone, now=now, say=say, echo=echo
            )
        )
        return code

    def made(self, content: str | bytes | Path, **options: Any) -> dict[str, Any]:
        assert self.imports(content, as_json=True, **options) == 0, self.err
        page: dict[str, Any] = json.loads(self.out)
        return page

    def is_refused(self, content: str | bytes, **options: Any) -> list[str]:
        """The sentences on stderr; nothing is on stdout, and nothing was written."""
        before = self.counters()
        assert self.imports(content, **options) == 1
        assert self.out == ""
        assert self.counters() == before
        *sentences, last = self.err.splitlines()
        assert last.startswith("Tidak ada yang ditulis")
        return sentences

    def asks(self, job: Any) -> Any:
        return apart(asked, self.url, job)

    def counters(self) -> list[Counter]:
        found: list[Counter] = self.asks(services.all_counters)
        return found

    def unit(self, name: str) -> Unit:
        """The unit of this name, looked for upwards from every counter."""

        def job(store: Store) -> Unit:
            every = {
                unit.name: unit
                for counter in services.all_counters(store)
                for unit in services.lineage(store, counter.unit.id)
            }
            return every[name]

        found: Unit = self.asks(job)
        return found

    def population(self, name: str) -> int | None:
        return next(s.population for c in self.counters() for s in c.services if s.name == name)


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    return Office(sqlite, tmp_path)


# What goes in


def test_units_services_and_counters_go_in(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    made = office.made(OFFICE)
    assert (made["units"], made["services"], made["counters"]) == (2, 3, 3)
    found = [(c.unit.name, c.name, [s.name for s in c.services]) for c in office.counters()]
    assert found == [
        ("Dinas Dukcapil", "Loket 1", ["KTP-el", "KIA"]),
        ("Dinas Dukcapil", "Loket 2", ["KTP-el"]),
        ("UPTD Utara", "Loket 1", ["Akta kelahiran"]),
    ]
    assert office.population("KTP-el") == 1200
    assert office.population("KIA") is None


def test_a_second_import_changes_nothing(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    office.made(OFFICE)
    before = office.counters()
    again = office.made(OFFICE)
    assert (again["units"], again["services"], again["counters"]) == (0, 0, 0)
    assert office.counters() == before
    assert office.imports(OFFICE) == 0
    assert office.out.startswith("Tidak ada yang baru")


def test_new_rows_are_added_and_old_codes_stay(office: Office) -> None:
    office.made(OFFICE)
    before = {counter.id: counter.code for counter in office.counters()}
    made = office.made(OFFICE + "Dinas Dukcapil,KK,Loket 2,\nDinas Dukcapil,KK,Loket 3,\n")
    assert (made["units"], made["services"], made["counters"]) == (0, 1, 1)
    after = {counter.id: counter.code for counter in office.counters()}
    assert {number: after[number] for number in before} == before
    assert len(set(after.values())) == 4


def test_capital_letters_make_no_second_counter(office: Office) -> None:
    office.made(OFFICE)
    made = office.made(f"{HEADER}\nDINAS  DUKCAPIL,ktp-EL,LOKET 1,\n")
    assert (made["units"], made["services"], made["counters"]) == (0, 0, 0)
    assert office.made(f"{HEADER}\nBaru,Satu,Loket A,\nBARU,satu,loket a,\n")["counters"] == 1


def test_a_fresh_database_is_brought_up_to_date_first(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path / 'fresh.db'}", tmp_path)
    assert office.made(OFFICE)["counters"] == 3


# How tables are written


@pytest.mark.parametrize(
    "header",
    [
        "Unit;Layanan;Loket;Penduduk dilayani",
        "UNIT;LAYANAN;LOKET;JUMLAH PENDUDUK",
        "nama_unit;Jenis Layanan;Nama Loket;Penduduk dilayani (orang/tahun)",
        "unit;service;counter;population served",
        "Unit*;Layanan*;Loket*;Population:",
    ],
)
def test_columns_are_known_by_several_names(office: Office, header: str) -> None:
    assert (
        office.made(f"Daftar loket 2026;;;\n\n{header}\nDinas;KTP-el;Loket 1;1.200\n")["units"] == 1
    )
    assert office.population("KTP-el") == 1200


def test_columns_may_stand_in_any_order_beside_others(office: Office) -> None:
    office.made("no,loket,catatan,layanan,unit\n1,Loket 1,ramai,KTP-el,Dinas\n,,,,\n")
    (counter,) = office.counters()
    found = (counter.unit.name, counter.name, counter.services[0].name)
    assert found == ("Dinas", "Loket 1", "KTP-el")


@pytest.mark.parametrize(
    ("typed", "people_served"),
    [
        *(("1200", 1200), ("1.200", 1200), ('"1,200"', 1200), ("1 200", 1200), ("7", 7)),
        *(("1.234.567", 1234567), ('"1,234,567"', 1234567), ("", None), ("2000000000", 2 * 10**9)),
    ],
)
def test_populations_as_people_type_them(
    office: Office, typed: str, people_served: int | None
) -> None:
    office.made(f"{HEADER}\nDinas,KTP-el,Loket 1,{typed}\n")
    assert office.population("KTP-el") == people_served


@pytest.mark.parametrize(
    "typed",
    [
        *("0", "-5", "1.2", "12.00", '"1,2"', '"1.200,5"', '"1,200.500"', "1e3", "banyak"),
        *("1..200", "0.5", "2000000001", "9" * 40, "１２", "1.2000", "12.3456"),
    ],
)
def test_what_is_no_whole_number_of_people_is_refused(office: Office, typed: str) -> None:
    (sentence,) = office.is_refused(f"{HEADER}\nDinas,KTP-el,Loket 1,{typed}\n")
    assert sentence.startswith("Baris 2, kolom penduduk dilayani")


@pytest.mark.parametrize(
    ("typed", "people_served"),
    [
        (
            "perempuan 510; laki-laki: 1.490; 60 ke atas 120",
            {"sex": {"female": 510, "male": 1490}, "age": {"from60": 120}},
        ),
        ("P=3; L=4;", {"sex": {"female": 3, "male": 4}}),
        ("30–44 tahun 9", None),
        ("30–44: 9; disabilitas 15", {"age": {"30to44": 9}, "disability": {"yes": 15}}),
        ("perempuan 510; perempuan 490", None),
        ("perempuan", None),
        ("perempuan 0", None),
        ("hantu 12", None),
        ("", {}),
    ],
)
def test_whom_a_service_serves_by_group(
    office: Office, typed: str, people_served: dict[str, dict[str, int]] | None
) -> None:
    file = f"unit;layanan;loket;penduduk menurut kelompok\nDinas;KTP-el;Loket 1;\"{typed}\"\n"
    if people_served is None:
        (sentence,) = office.is_refused(file)
        assert "perempuan 510; laki-laki 490" in sentence
        return
    office.made(file)
    (counter,) = office.counters()
    found = office.asks(lambda store: groups.served(store, [counter.unit.id]))
    assert found.get(counter.unit.id, {}) == people_served


def test_a_workbook_is_read_as_well(office: Office, tmp_path: Path) -> None:
    cells = [["Unit", "Layanan", "Loket", "Penduduk dilayani"], ["Dinas", "KTP-el", "Loket 1", 900]]
    office.made(workbook(tmp_path / "kantor.xlsx", cells))
    assert office.population("KTP-el") == 900


# Units: zones and parents


def test_units_keep_the_zone_of_their_row_or_of_the_option(office: Office) -> None:
    office.made(
        "unit,layanan,loket,zona\nA,x,1,WITA\nB,x,1,Asia/Jayapura\nC,x,1,\nA,y,1,\nD,x,1,wib\n",
        zone="wit",
    )
    zones = {counter.unit.name: counter.unit.zone for counter in office.counters()}
    assert zones == {
        "A": "Asia/Makassar",
        "B": "Asia/Jayapura",
        "C": "Asia/Jayapura",
        "D": "Asia/Jakarta",
    }


@pytest.mark.parametrize("zone", ["WIBB", "../../etc/passwd", "/etc/localtime", "Asia", "A" * 99])
def test_unknown_zones_are_refused(office: Office, zone: str) -> None:
    (sentence,) = office.is_refused(f"unit,layanan,loket,zona\nA,x,1,{zone}\n")
    assert sentence.startswith("Baris 2, kolom zona")
    assert office.imports(OFFICE, zone=zone) == 1
    assert "Zona waktu" in office.err


def test_units_stand_below_their_parents_in_any_order(office: Office) -> None:
    made = office.made(
        "unit,layanan,loket,unit induk,zona\n"
        "UPTD Utara,x,1,Dinas,WITA\nDinas,x,1,Pemkot,\nUPTD Selatan,x,1,DINAS,WITA\n"
    )
    assert made["units"] == 4
    dinas, pemkot = office.unit("Dinas"), office.unit("Pemkot")
    assert office.unit("UPTD Utara").parent_id == dinas.id
    assert office.unit("UPTD Selatan").parent_id == dinas.id
    assert dinas.parent_id == pemkot.id
    assert pemkot.parent_id is None


@pytest.mark.parametrize(
    "pairs",
    ["A A", "A B,B A", "A B,B C,C A", "A b,B a", "X A,A B,B A"],
)
def test_units_that_run_in_a_circle_are_refused(office: Office, pairs: str) -> None:
    table = "".join(f"{p.split()[0]},x,1,{p.split()[1]}\n" for p in pairs.split(","))
    (sentence,) = office.is_refused(f"unit,layanan,loket,unit induk\n{table}")
    assert "induk dirinya sendiri" in sentence
    assert "→" in sentence


def test_branches_too_deep_to_be_followed_are_refused(office: Office) -> None:
    chain = [f"U{n},x,1,U{n + 1}\n" for n in range(2000)]
    assert "tingkat" in office.is_refused(f"unit,layanan,loket,unit induk\n{''.join(chain)}")[0]
    assert office.imports(f"unit,layanan,loket,unit induk\n{''.join(chain[:19])}") == 0


def test_what_is_known_of_a_unit_is_not_changed_by_a_file(office: Office) -> None:
    office.made("unit,layanan,loket,unit induk,zona\nA,x,1,P,WIB\n")
    head = "unit,layanan,loket,unit induk,zona\n"
    (sentence,) = office.is_refused(f"{head}A,y,1,,WIT\n")
    assert sentence.startswith("Baris 2, kolom zona: A")
    (sentence,) = office.is_refused(f"{head}A,y,1,Q,\n")
    assert sentence.startswith("Baris 2, kolom unit induk: A")
    assert office.made(f"{head}A,y,1,p,wib\nA,z,1,,\n")["services"] == 2


# What is refused


def test_every_wrong_row_and_column_has_its_sentence(office: Office) -> None:
    found = office.is_refused(
        f"Daftar\n\n{HEADER},zona\n"
        f"Dinas,,Loket 1,banyak,\n,KTP-el,,,\nDinas,KIA,Loket 1,,Mars\nDinas,{'x' * 201},1,,\n"
        "Dinas,KK\x07,1,,\n"
    )
    beginnings = [sentence.split(":")[0] for sentence in found]
    assert beginnings == [
        "Baris 4, kolom layanan",
        "Baris 4, kolom penduduk dilayani",
        "Baris 5, kolom unit",
        "Baris 5, kolom loket",
        "Baris 6, kolom zona",
        "Baris 7, kolom layanan",
        "Baris 8, kolom layanan",
    ]


def test_rows_that_contradict_each_other_are_refused(office: Office) -> None:
    found = office.is_refused(
        f"{HEADER},unit induk,zona\nA,x,1,10,P,WIB\nA,x,2,11,,\nA,y,1,,Q,WIT\nB,x,1,11,,\n"
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 3, kolom penduduk dilayani",
        "Baris 4, kolom unit induk",
        "Baris 4, kolom zona",
    ]
    assert "baris 2" in found[0]


def test_missing_and_doubled_columns_are_named(office: Office) -> None:
    assert "layanan, loket" in office.is_refused("unit,jumlah\nDinas,3\n")[0]
    assert "loket" in office.is_refused("unit,layanan,loket,counter\nA,x,1,1\n")[0]


@pytest.mark.parametrize("content", ["", "\n\n", HEADER, f"{HEADER}\n,,,\n"])
def test_a_table_without_rows_is_refused(office: Office, content: str) -> None:
    assert "belum berisi loket" in office.is_refused(content)[0]


def test_what_is_no_table_is_refused(office: Office, tmp_path: Path) -> None:
    assert office.imports(tmp_path / "nowhere.csv") == 1
    assert "tidak ditemukan" in office.err
    assert office.imports(b"PK\x03\x04 and nothing more") == 1
    assert "tidak dapat dibaca" in office.err


def test_a_long_list_of_mistakes_is_cut_and_counted(office: Office) -> None:
    rows = "".join(f"Dinas,KTP,L{n},banyak{n}\n" for n in range(60))
    found = office.is_refused(f"{HEADER}\n{rows}")
    assert len(found) == 51
    assert "10" in found[-1]


def test_a_database_that_is_away_is_said(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path / 'nowhere' / 'tilik.db'}", tmp_path)
    assert office.imports(OFFICE) == 1
    assert "TILIK_DATABASE_URL" in office.err
    assert office.out == ""


# Heads


def test_units_without_a_head_are_named_and_nobody_is_made_up(
    databases: str, tmp_path: Path
) -> None:
    """Who heads a unit comes with the people: one code a person, and none that is replaced."""
    office = Office(databases, tmp_path)
    assert office.imports(OFFICE) == 0
    assert office.out.startswith("Ditambahkan: 2 unit, 3 layanan, 3 loket.")
    assert "belum ada kepalanya: Dinas Dukcapil, UPTD Utara." in office.out
    assert "tilik import people" in office.out
    assert "daftar " not in office.out
    nip = "197503122000032001"
    head = f"{nip},Ratna,Dinas Dukcapil,Kepala,,kepala unit"
    assert office.brings("people", f"NIP,nama,unit,jabatan,NIP atasan,peran\n{head}\n") == 0
    assert office.made(OFFICE)["headless"] == ["UPTD Utara"]


# Trying it


def test_a_dry_run_says_what_it_would_do_and_does_nothing(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    tried = office.made(OFFICE, dry_run=True)
    counts = (tried["units"], tried["services"], tried["counters"])
    assert (tried["dry_run"], *counts) == (True, 2, 3, 3)
    assert office.counters() == []
    assert office.imports(OFFICE, dry_run=True) == 0
    assert "hanya percobaan" in office.out
    assert office.out.startswith("Akan ditambahkan: 2 unit")
    assert ": daftar" not in office.out
    assert office.made(OFFICE)["counters"] == 3


def test_the_template_has_the_columns_that_are_read(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "templat.csv"
    assert write_template("services", file, say=office.say, echo=office.echo) == 0
    header, _ = rows(file)
    columns = ("unit", "layanan", "loket", "penduduk dilayani")
    assert header.cells == (*columns, "penduduk menurut kelompok", "unit induk", "zona")
    with file.open("a", newline="", encoding="utf-8") as sheet:
        row = ["Dinas", "KTP-el", "Loket 1", "1.200", "", "", ""]
        csv.writer(sheet, delimiter=";").writerow(row)
    assert office.made(file)["counters"] == 1


def test_a_template_overwrites_nothing(office: Office, tmp_path: Path) -> None:
    file = office.keeps(OFFICE)
    assert write_template("services", file, say=office.say, echo=office.echo) == 1
    assert "tidak ditimpa" in office.err
    assert file.read_text() == OFFICE
    nowhere = tmp_path / "no" / "x.csv"
    assert write_template("services", nowhere, say=office.say, echo=office.echo) == 1
    assert "tidak dapat ditulis" in office.err
