"""Files that break, flood or deceive a reader are refused with a sentence."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from bot.cli.imports.kind import bar
from bot.imports.all_kinds import MOST_ROWS, parsed
from bot.imports.reading.sheets import SheetWrong
from bot.imports.reading.tables import LONGEST_LINE, UnusableError, content, rows_of
from bot.imports.reading.workbook import LONGEST_CELL, MOST_BACK, PER_CELL
from bot.outbound.file_source import MOST_BYTES
from tests.test_import_people import DEWI


def reasons(written: bytes, kind: str = "leave") -> list[str]:
    with pytest.raises(SheetWrong) as wrong:
        parsed(kind, written, "berkas")
    return [one.why.id for one in wrong.value.wrongs]


def book(cells: list[list[str]]) -> bytes:
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for row, line in enumerate(cells):
            for place, cell in enumerate(line):
                sheet.write_string(row, place, cell)
    return kept.getvalue()


def with_sheet(written: bytes, change: tuple[str, str]) -> bytes:
    """The workbook with something else in its first sheet's own XML."""
    kept = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(written)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                part = re.sub(*change, part, count=1)
            new.writestr(name, part)
    return kept.getvalue()


def test_a_workbook_that_claims_the_last_cell_of_all_stops_nobody_else() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    bomb = with_sheet(book([["NIP", "Jenis"], [DEWI, "cuti"]]), ("</sheetData>", far))
    assert reasons(bomb) == ["table-heavy"]


@pytest.mark.parametrize("shown", ["#N/A", "#DIV/0!"])
def test_a_formula_that_failed_is_no_blank(shown: str) -> None:
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["NIP", "NIP atasan"])
        sheet.write_string(1, 0, DEWI)
        sheet.write_formula(1, 1, "=VLOOKUP(1,2,3)", None, shown)
    found = parsed("superiors", kept.getvalue(), "atasan.xlsx").sheet.wrongs
    said = [(one.why.id, one.why.facts, one.row, one.column) for one in found]
    assert said == [("sheet-cell-failed", {"value": shown}, 2, "NIP atasan")]


def test_a_workbook_with_too_many_rows_is_refused() -> None:
    flood = "<row><c><v>1</v></c></row>" * 20 + "</sheetData>"
    many = with_sheet(book([["NIP"]]), ("</sheetData>", flood))
    assert len(rows_of(many, "x.xlsx", most=21)) == 21
    with pytest.raises(UnusableError) as wrong:
        rows_of(many, "x.xlsx", most=20)
    assert (wrong.value.text, wrong.value.facts["most"]) == ("table-long", 20)


def shared(letters: int, cells: int) -> bytes:
    """A workbook of a few kB: one text of so many letters, shown by so many cells of a column."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for row in range(cells):
            sheet.write_string(row, 0, "x" * letters)
    return kept.getvalue()


def test_what_a_workbook_gives_back_is_bounded_cell_by_cell() -> None:
    found = rows_of(shared(30_000, 50), "x.xlsx", most=50)
    assert {len(row.cells[0]) for row in found} == {LONGEST_CELL}


def test_what_a_workbook_gives_back_is_bounded_in_all() -> None:
    bomb = shared(LONGEST_CELL, MOST_BACK // LONGEST_CELL)
    assert len(bomb) < 200_000
    assert reasons(bomb) == ["table-heavy"]


def test_cells_of_a_text_are_bounded_too() -> None:
    assert len(rows_of(b"x" * 30_000, "x.csv", most=1)[0].cells[0]) == LONGEST_CELL
    assert reasons(b"a," * (LONGEST_LINE // 2 + 1)) == ["table-heavy"]
    row = b"," * (LONGEST_LINE // 2) + b"x\n"
    rows = 2 * MOST_BACK // PER_CELL // LONGEST_LINE + 1
    assert reasons(b"NIP,Jenis\n" * 5 + row * rows) == ["table-heavy"]


def test_a_cell_that_was_cut_is_told_to_be_too_long() -> None:
    headers = ["NIP", "triwulan", "hasil", "indikator", "target", "satuan"]
    written = book([headers, [DEWI, "IV 2026", "x" * 30_000, "Berkas", "1", "berkas"]])
    assert [one.why.id for one in parsed("targets", written, "x").sheet.wrongs] == [
        "sheet-cell-long"
    ]


def test_a_table_with_too_many_rows_is_refused() -> None:
    assert reasons(b"x\n" * (MOST_ROWS + 1)) == ["table-long"]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    assert reasons(b"x" * (MOST_BYTES + 1)) == ["table-large"]
    file = tmp_path / "x.csv"
    file.write_bytes(b"x" * 11)
    assert content(file, most=11) == b"x" * 11
    with pytest.raises(UnusableError) as wrong:
        content(file, most=10)
    assert wrong.value.text == "table-large"


@pytest.mark.parametrize(
    "written",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\0" * 200,
        b"\xd0\xcf\x11\xe0" + b"\xff" * 600,
        b"%PDF-1.7\0\0",
        b"\xff\xfe\x00",
        b'"' + b"x" * 200_000,
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(written: bytes) -> None:
    assert reasons(written) == ["table-broken"]


def test_a_sheet_of_another_kind_is_refused_by_its_columns() -> None:
    assert reasons(b"gaji;potongan\n1;2\n") == ["sheet-columns-missing"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_every_encoding_of_a_spreadsheet_is_read(encoding: str) -> None:
    (row,) = rows_of("Rénée;2".encode(encoding), "x.csv")
    assert row.cells == ("Rénée", "2")


def test_numbers_of_a_workbook_keep_all_their_digits() -> None:
    written = book([["NIP", "Jenis", "Mulai", "Sampai"], [DEWI, "cuti", "1/1/2026", ""]])
    file = parsed("leave", written, "x.xlsx")
    assert file.sheet.rows[0].nip == DEWI
    assert len(file.digest) == 64


def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(list[str]):
        def isatty(self) -> bool:
            return True

        def write(self, words: str) -> int:
            self.append(words)
            return len(words)

        def flush(self) -> None:
            pass

    with bar("x") as watch:
        watch(0.5)
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with bar("Memasukkan [b].csv") as watch:
        watch(0.5)
    assert "Memasukkan [b].csv" in "".join(screen)
