"""`tilik export`: what leaves Tilik can be handed over, and reckons nothing in a spreadsheet."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bot.cli.exports.complaints import export_complaints
from bot.cli.exports.log import HEADER as LOG
from bot.cli.exports.log import export_log
from bot.cli.exports.scores import export_scores
from bot.cli.exports.table import FORMULA, Cell, Table, guarded, write
from bot.imports.reading.tables import UnusableError
from models.letters import File
from models.quarter import Quarter
from models.store import Store
from models.store.complaints import complaints
from models.store.office import services
from models.store.people import people
from models.store.people.people import by_nip
from models.store.schema import trail
from models.store.work import entries, targets
from models.work import Entry, Target
from tests.office import JOINED
from tests.postgresql import apart
from tests.test_import_people import DEWI, HEADER, JOKO, RATNA, SITI, STAFF, Office

NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
TYPED = ["=1+1", "+62811", "-5", "@SUM(A1)", "\t=1+1", "biasa, ;saja", 'a "b"', "dua\nbaris"]


def all_join(store: Store) -> None:
    """Everybody the office knows is in Tilik since before the quarter."""
    for number, _ in by_nip(store).values():
        people.begins(store, number, at=JOINED)


class Exporter(Office):
    """Someone who hands the log over."""

    def opened(self) -> Exporter:
        assert self.imports(STAFF) == 0
        below = f"{HEADER},unit induk\n{SITI},Siti,UPTD Utara,Staf,{RATNA},,Dinas\n"
        assert self.imports(below) == 0
        self.asks(all_join)
        return self

    def logs(self, nip: str, day: date, activity: str, **more: Any) -> str:
        def job(store: Store) -> str:
            number, _ = by_nip(store)[nip]
            facts = {"entered_on": day, "sent_at": NOW, **more}
            return entries.add(store, Entry(0, "", number, day, activity=activity, **facts)).receipt

        receipt: str = self.asks(job)
        return receipt

    def aims(self, nip: str, result: str, quantity: int) -> int:
        def job(store: Store) -> int:
            number, _ = by_nip(store)[nip]
            aim = Target(0, number, Quarter(2026, 4), result, "Jumlah", Decimal(quantity), "berkas")
            targets.put(store, aim)
            return targets.of_person(store, number, Quarter(2026, 4))[-1].id

        found: int = self.asks(job)
        return found

    def exports(self, unit: str = "Dinas", month: str = "2026-11", **options: Any) -> int:
        return self._does(export_log, unit, month, now=NOW, **options)

    def exports_scores(self, quarter: str = "2026-Q4", **options: Any) -> int:
        return self._does(export_scores, quarter, now=NOW, **options)

    def exports_complaints(self, unit: str = "Dinas", **options: Any) -> int:
        return self._does(export_complaints, unit, now=NOW, **options)

    def _does(self, export: Any, *what: str, **options: Any) -> int:
        self.out = self.err = ""
        chosen = {"url": self.url, "folder": self.folder / "out", **options}
        code: int = apart(lambda: export(*what, say=self.say, echo=self.echo, **chosen))
        return code

    @property
    def files(self) -> list[str]:
        return sorted(file.name for file in (self.folder / "out").glob("*"))

    def sheet(self, name: str) -> list[list[Any]]:
        return in_workbook(self.folder / "out" / f"{name}.xlsx")

    def text(self, name: str) -> list[list[str]]:
        return in_csv(self.folder / "out" / f"{name}.csv")


def in_workbook(file: Path) -> list[list[Any]]:
    book = CalamineWorkbook.from_path(str(file))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def in_csv(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        return list(csv.reader(sheet, delimiter=";"))


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Exporter:
    return Exporter(sqlite, tmp_path).opened()


# The log


def test_a_month_of_a_unit_is_written_as_the_progress_form(databases: str, tmp_path: Path) -> None:
    office = Exporter(databases, tmp_path).opened()
    aim = office.aims(DEWI, "Akta terbit", 100)
    evidence = (
        File("photo", "id1"),
        File("document", "id2", "laporan.pdf"),
        File("link", "https://contoh.go.id/a"),
        File("voice", "id3"),
    )
    first = office.logs(
        DEWI,
        date(2026, 11, 3),
        "Menerbitkan akta",
        target_id=aim,
        quantity=Decimal("12.5"),
        measure="berkas",
        starts=time(8, 0),
        ends=time(9, 30),
        evidence=evidence,
        state="approved",
        entered_on=date(2026, 11, 4),
    )
    second = office.logs(
        DEWI, date(2026, 11, 30), "Rapat", state="returned", reason="Apa hasilnya?"
    )
    assert office.exports() == 0
    assert office.files == ["catatan-dinas-2026-11.csv", "catatan-dinas-2026-11.xlsx"]
    assert office.out.count("Ditulis: ") == 2
    words = "foto; dokumen (laporan.pdf); https://contoh.go.id/a; pesan suara"
    who = [DEWI, "Dewi Lestari"]
    sheet = office.sheet("catatan-dinas-2026-11")
    assert sheet[:4] == [
        ["Catatan kerja Dinas, 1 sampai 30 November 2026", *[""] * (len(LOG) - 1)],
        list(LOG),
        [
            *(date(2026, 11, 3), time(8, 0), time(9, 30), "Menerbitkan akta", 12.5, "berkas"),
            *(words, "", *who, "Akta terbit", "disetujui", "", date(2026, 11, 4), first),
        ],
        [
            *(date(2026, 11, 30), "", "", "Rapat", "", "", "", "Apa hasilnya?", *who),
            *("tugas langsung atasan", "dikembalikan", "", date(2026, 11, 30), second),
        ],
    ]
    signed = [cell for row in sheet[4:] for cell in row if cell]
    assert signed == ["Mengetahui,", "Kepala Dinas", "Ratna Dewi", f"NIP {RATNA}"]
    assert office.text("catatan-dinas-2026-11")[2] == [
        *("2026-11-03", "08:00", "09:30", "Menerbitkan akta", "12,5", "berkas"),
        *(words, "", *who, "Akta terbit", "disetujui", "", "2026-11-04", first),
    ]


def test_units_below_come_along_and_others_do_not(office: Exporter) -> None:
    office.logs(SITI, date(2026, 11, 3), "Di UPTD")
    office.logs(DEWI, date(2026, 11, 3), "Di dinas")
    assert office.exports("dinas") == 0
    assert [row[3] for row in office.text("catatan-dinas-2026-11")[2:]] == ["Di dinas", "Di UPTD"]
    assert office.exports("UPTD  utara") == 0
    assert [row[3] for row in office.text("catatan-uptd-utara-2026-11")[2:]] == ["Di UPTD"]


def test_other_months_and_withdrawn_entries_stay_behind(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 30), "Hari terakhir")
    office.logs(DEWI, date(2026, 12, 1), "Bulan depan")
    office.logs(DEWI, date(2026, 10, 31), "Bulan lalu")
    office.logs(DEWI, date(2026, 11, 5), "Ditarik", state="withdrawn")
    assert office.exports() == 0
    assert [row[3] for row in office.text("catatan-dinas-2026-11")[2:]] == ["Hari terakhir"]


def test_who_moves_leaves_their_old_work_with_their_old_unit(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 2), "Sebelum")
    office.logs(DEWI, date(2026, 11, 20), "Sesudah")
    moved = f"{HEADER}\n{DEWI},Dewi Lestari,Lain,Staf,,\n"
    assert office.imports(moved, now=datetime(2026, 11, 16, 3, 0, tzinfo=UTC)) == 0
    assert office.exports() == 0
    assert [row[3] for row in office.text("catatan-dinas-2026-11")[2:]] == ["Sebelum"]
    assert office.exports("Lain") == 0
    assert [row[3] for row in office.text("catatan-lain-2026-11")[2:]] == ["Sesudah"]


def test_work_logged_before_the_first_post_belongs_to_it(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 1), "Sebelum ada di Tilik")
    assert office.exports() == 0
    assert [row[3] for row in office.text("catatan-dinas-2026-11")[2:]] == ["Sebelum ada di Tilik"]


def test_an_unknown_unit_is_answered_with_near_names(office: Exporter) -> None:
    assert office.exports("Utara") == 1
    assert "Mungkin maksud Anda: UPTD Utara" in office.err
    assert office.exports("Dnas") == 1
    assert "Dinas" in office.err.split("maksud Anda")[1]
    assert office.exports("Xyzzy") == 1
    assert office.err == "Unit Xyzzy tidak dikenal. Tulis namanya seperti di berkas kantor.\n"
    assert office.files == []


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-00", "11-2026", "November", ""])
def test_what_is_no_month_is_refused(office: Exporter, month: str) -> None:
    assert office.exports(month=month) == 1
    assert "Tulis seperti 2026-11" in office.err


def test_nothing_to_write_is_said_and_nothing_is_written(office: Exporter) -> None:
    assert office.exports() == 1
    assert "Tidak ada berkas yang ditulis" in office.err
    assert office.files == []


def test_what_is_there_is_not_overwritten_unless_forced(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 3), "Satu")
    assert office.exports() == 0
    office.logs(DEWI, date(2026, 11, 4), "Dua")
    assert office.exports() == 1
    assert "tidak ditimpa" in office.err
    assert len(office.text("catatan-dinas-2026-11")) == 3
    assert office.exports(force=True) == 0
    assert len(office.text("catatan-dinas-2026-11")) == 4


def test_a_folder_that_cannot_be_written_to_is_said(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 3), "Satu")
    file = office.keeps("x", "berkas")
    assert office.exports(folder=file) == 1
    assert "tidak dapat ditulis" in office.err
    (office.folder / "out" / "catatan-dinas-2026-11.xlsx.part").mkdir(parents=True)
    assert office.exports() == 1
    assert "tidak dapat ditulis" in office.err


def test_a_database_that_is_away_or_old_is_said(tmp_path: Path) -> None:
    away = Exporter(f"sqlite:///{tmp_path / 'nowhere' / 'tilik.db'}", tmp_path)
    assert away.exports() == 1
    assert "TILIK_DATABASE_URL" in away.err
    assert Exporter(f"sqlite:///{tmp_path / 'new.db'}", tmp_path).exports_scores() == 1


# Formulas


def test_what_people_typed_reckons_nothing(office: Exporter) -> None:
    for n, words in enumerate(TYPED, 1):
        office.logs(DEWI, date(2026, 11, n), words, measure=words, evidence=(File("link", words),))
    assert office.exports() == 0
    sheet = office.sheet("catatan-dinas-2026-11")[2 : 2 + len(TYPED)]
    assert [(row[3], row[5], row[6]) for row in sheet] == [(t, t, t) for t in TYPED]
    text = office.text("catatan-dinas-2026-11")[2:]
    assert [row[3] for row in text] == [guarded(words) for words in TYPED]
    assert all(not cell.startswith(FORMULA) for row in text for cell in row)


def test_a_workbook_has_no_formula_at_all(office: Exporter, tmp_path: Path) -> None:
    import zipfile

    office.logs(DEWI, date(2026, 11, 3), "=HYPERLINK(1)")
    assert office.exports() == 0
    with zipfile.ZipFile(tmp_path / "out" / "catatan-dinas-2026-11.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1)" in sheet


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        *(("=1", "'=1"), ("-5", "'-5"), ("＝1", "'＝1"), ("a=1", "a=1"), ("'=1", "'=1")),
        *(("foo,=cmd", "foo,'=cmd"), ('foo;"=cmd', "foo;'\"=cmd"), ("a, -5", "a, -5")),
        *(("a\n=1", "a\n'=1"), ("\x00=1", "\ufffd=1"), ("", "")),
    ],
)
def test_words_are_guarded_where_a_reader_may_begin_a_cell(words: str, kept: str) -> None:
    assert guarded(words) == kept


@example("_x003D_1")
@example("http://contoh.go.id")
@example("{=SUM(A1)}")
@example("1.200")
@example("TRUE")
@example("\r=1")
@given(st.text(min_size=1, max_size=60))
def test_whatever_is_exported_comes_back_as_text(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    folder = tmp_path_factory.mktemp("back")
    files = write(folder, "a", Table("x", "x", (), ("x",), [[words]]), force=False)
    (_, (cell,)) = in_workbook(files[0])
    assert isinstance(cell, str)
    assert cell == re.sub("[\x00\ufffe\uffff]", "\ufffd", words.replace("\r\n", "\n"))
    (_, (written,)) = in_csv(files[1])
    assert written == guarded(words)
    assert not written.startswith(FORMULA)


def test_numbers_stay_numbers_and_long_ones_stay_whole(tmp_path: Path) -> None:
    row: list[Cell] = [Decimal("-12.50"), 7, Decimal("1234567890123456.5"), None]
    files = write(tmp_path, "a", Table("x", "x", (), ("a", "b", "c", "d"), [row]), force=False)
    assert in_workbook(files[0])[1][:3] == [-12.5, 7.0, "1234567890123456.5"]
    assert in_csv(files[1])[1] == ["-12,50", "7", "1234567890123456,5", ""]


def test_a_workbook_is_ready_to_be_printed(tmp_path: Path) -> None:
    """As its XML says: across A4 and as wide, the header in sight and on each page, pages told."""
    rows = [["pendek", "kata " * 40]] * 3
    made = Table("Catatan", "Halaman &P dari &N", ("Judul",), ("a", "b"), rows, ("Mengetahui,",))
    file, _ = write(tmp_path, "a", made, force=False)
    with ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    for said in (
        'orientation="landscape"',
        'paperSize="9"',
        'fitToHeight="0"',
        'ySplit="2"',
        "&amp;RHalaman &amp;P dari &amp;N",
    ):
        assert said in sheet
    assert "Catatan!$2:$2" in names
    near, far = re.findall(r'<col min="\d" max="\d" width="([\d.]+)"', sheet)
    assert float(near) < 12 < 40 < float(far) < 50  # as wide as its words, and longer ones wrapped


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="export-too-long"):
        write(tmp_path, "a", Table("x", "x", (), ("a",), [["x"]] * 1_048_576), force=False)
    assert list(tmp_path.iterdir()) == []


# Scores


def test_scores_have_a_row_for_each_person_and_say_what_they_are(
    databases: str, tmp_path: Path
) -> None:
    office = Exporter(databases, tmp_path).opened()
    aim = office.aims(DEWI, "Akta terbit", 100)
    facts = {"target_id": aim, "measure": "berkas", "state": "approved"}
    for quantity in (50, 0, 0, 0, 0):
        day, done = date(2026, 11, 3), Decimal(quantity)
        office.logs(DEWI, day, "Akta", quantity=done, **facts)
    assert office.exports_scores() == 0
    assert office.files == ["nilai-2026-q4.csv", "nilai-2026-q4.xlsx"]
    (title, *_), header, *rows = office.sheet("nilai-2026-q4")
    assert title == "Nilai kinerja Triwulan IV 2026, semua unit: indikator internal, bukan predikat"
    assert header[:7] == [
        *("NIP", "nama", "unit", "jabatan"),
        *("Kuantitas hasil", "Kuantitas hasil: n", "Kuantitas hasil: mengapa belum ada"),
    ]
    assert header[-1] == "Jumlah berbobot (indikator internal, bukan predikat)"
    assert [row[1] for row in rows] == ["Dewi Lestari", "Joko Santoso", "Ratna Dewi", "Siti"]
    dewi, joko = rows[0], rows[1]
    assert dewi[:7] == [DEWI, "Dewi Lestari", "Dinas", "Petugas Loket", 75.76, 1.0, ""]
    assert dewi[7:10] == [100.0, 5.0, ""]
    assert isinstance(dewi[-1], float)
    assert joko[4:7] == ["", 0.0, "belum ada target berangka (perlu sedikitnya satu)"]
    assert office.text("nilai-2026-q4")[2][4] == "75,76"


def test_the_trail_tells_of_whom_an_export_was(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 3), "Akta")
    assert (office.exports(), office.exports_scores(unit="Dinas")) == (0, 0)

    def told(store: Store) -> list[tuple[str, str, str]]:
        names = dict(by_nip(store).values())
        rows = store.execute(select(trail).where(trail.c.deed.like("export.%")))
        return sorted((row.deed, names[row.about_id], row.actor) for row in rows)

    (log, *scores), people = office.asks(told), ("Dewi Lestari", "Joko Santoso", "Ratna Dewi")
    assert log == ("export.log", "Dewi Lestari", "operator")
    assert {one[1] for one in scores} >= set(people)
    assert {(deed, actor) for deed, _, actor in scores} == {("export.scores", "operator")}


def test_scores_of_one_unit_leave_the_others_out(office: Exporter) -> None:
    assert office.exports_scores("IV 2026", unit="uptd utara") == 0
    assert [row[1] for row in office.text("nilai-uptd-utara-2026-q4")[2:]] == ["Siti"]
    assert office.exports_scores(unit="Xyzzy") == 1
    assert "tidak dikenal" in office.err


def test_who_has_moved_is_shown_where_they_are(office: Exporter) -> None:
    moved = f"{HEADER},zona\n{DEWI},Dewi Lestari,Lain,Ahli,,,WIT\n"
    assert office.imports(moved, now=datetime(2026, 11, 16, 3, 0, tzinfo=UTC)) == 0
    assert office.exports_scores() == 0
    rows = {row[1]: row[2:4] for row in office.text("nilai-2026-q4")[2:]}
    assert rows["Dewi Lestari"] == ["Lain", "Ahli"]
    assert rows["Joko Santoso"] == ["Dinas", "Petugas Loket"]


def test_a_quarter_without_people_is_said(office: Exporter) -> None:
    assert office.exports_scores("2026-Q1") == 1
    assert "Tidak ada berkas yang ditulis" in office.err
    assert office.exports_scores("tahun ini") == 1
    assert "Tulis seperti 2026-Q4" in office.err


def test_nobody_without_a_post_is_in_either(office: Exporter) -> None:
    def stray(store: Store) -> None:
        unit = services.add_unit(store, "Kosong", zone="Asia/Jakarta")
        people.give_duty(
            store,
            people.add(store, "Wati"),
            unit_id=unit.id,
            duty="hr",
            valid_from=date(2020, 1, 1),
        )

    office.asks(stray)
    assert office.exports_scores() == 0
    assert JOKO in {row[0] for row in office.text("nilai-2026-q4")}
    assert "Wati" not in {row[1] for row in office.text("nilai-2026-q4")[1:]}


def test_the_log_says_who_decided(office: Exporter) -> None:
    office.logs(DEWI, date(2026, 11, 3), "Rapat")

    def job(store: Store) -> None:
        dewi, joko = (by_nip(store)[nip][0] for nip in (DEWI, JOKO))
        [entry] = entries.entries_of(store, [dewi], date(2026, 11, 1), date(2026, 11, 30))
        assert entries.decide(store, entry.id, by=joko, seen_at=NOW)

    office.asks(job)
    assert office.exports() == 0
    row = office.sheet("catatan-dinas-2026-11")[2]
    assert dict(zip(LOG, row, strict=True))["diperiksa oleh"] == "Joko Santoso"


# Complaints that were handed on


def test_what_was_handed_on_to_the_states_channel_is_in_columns_and_nothing_weighty(
    office: Exporter,
) -> None:
    def job(store: Store) -> None:
        unit = services.every_unit(store)[-1].id
        for kind, outside in (("plain", "8123"), ("weighty", "8124"), ("wish", "")):
            day = {"said_on": NOW.date(), "due_on": NOW.date()}
            one = complaints.file(store, kind=kind, unit_id=unit, with_id=unit, **day)
            complaints.change(store, one, outside=outside)
            if kind != "weighty":
                complaints.step(store, one, "said", day=NOW.date(), words=f"=isi {kind}")

    office.asks(job)
    assert office.exports_complaints() == 0, office.err
    (name,) = {file.rpartition(".")[0] for file in office.files}
    _, header, *rows = office.text(name)
    assert header[1] == "nomor SP4N-LAPOR!"
    assert [row[1] for row in rows] == ["8123", ""]
    assert [row[-1] for row in rows] == ["'=isi plain", "'=isi wish"]
