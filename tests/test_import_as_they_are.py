"""Files of an office as they are: what stands around a table is told apart from it, and is said."""

from __future__ import annotations

import zlib
from base64 import b85decode
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bot.cli.terminal import in_words, speaker
from bot.imports.all_kinds import KINDS, Parsed, guessed, parsed
from bot.imports.kinds.leave import LeaveRow, absence_of
from bot.imports.kinds.posts import kind_of
from bot.imports.kinds.targets import TargetRow
from bot.imports.reading.sheets import CellWrong, SheetWrong
from bot.imports.reading.tables import UnusableError, rows_of, tables_of
from bot.imports.reading.titles import slips
from models.dates import days_of
from models.quarter import Quarter, quarter_of
from models.store import Store
from models.store.people import histories
from tests.test_import_people import DEWI, JOKO, RATNA, SITI, Office

SAY = speaker("office", "import", "skm", "nip")
HEAD = ["NIP", "Nama", "Unit", "Jabatan", "NIP atasan", "Peran"]
DAY = date(2026, 11, 30)
PEOPLE: list[list[Any]] = [
    [RATNA, "Ratna Contoh", "Dinas", "Kepala Dinas", "-", "kepala unit"],
    [DEWI, "Dewi Contoh, S.E., M.M.", "Dinas", "Petugas", RATNA, ""],
    [JOKO, "Joko Contoh", "Dinas", "Petugas", RATNA, ""],
]


def book(
    *tables: Sequence[Sequence[Any]],
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden: Sequence[int] = (),
) -> bytes:
    """A workbook of these sheets; merges, hidden rows (from 1) and percents ("95%") of the last."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        percent = made.add_format({"num_format": "0%"})
        for place, table in enumerate(tables):
            sheet = made.add_worksheet(f"Lembar {place + 1}")
            if place in hidden:
                sheet.hide()
            for at, line in enumerate(table):
                for column, cell in enumerate(line):
                    if isinstance(cell, float) and cell <= 1:
                        sheet.write_number(at, column, cell, percent)
                    elif cell is not None:
                        sheet.write(at, column, cell)
        for area in merged:
            sheet.merge_range(area, _first(tables[-1], area))
        for row in hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        if hidden:
            sheet.activate()
            sheet.set_first_sheet()
    return kept.getvalue()


def _first(table: Sequence[Sequence[Any]], area: str) -> Any:
    column, row = ord(area[0]) - ord("A"), int(area[1 : area.index(":")])
    return table[row - 1][column]


def text(table: Sequence[Sequence[Any]], sign: str = ";") -> bytes:
    return "\n".join(sign.join(map(str, line)) for line in table).encode()


def read(kind: str, content: bytes) -> Parsed:
    return parsed(kind, content, "berkas", today=DAY)


def notes(file: Parsed) -> list[str]:
    return [in_words(note, SAY) for note in file.sheet.notes]


def names(file: Parsed) -> list[str]:
    return [row.name for row in file.sheet.rows]


def wrongs(kind: str, content: bytes) -> list[str]:
    try:
        return [one.why.id for one in read(kind, content).sheet.wrongs]
    except SheetWrong as found:
        return [one.why.id for one in found.wrongs]


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    return Office(sqlite, tmp_path)


# Where the table is


def test_title_rows_two_rows_of_titles_numbers_merges_and_signatures_are_no_rows() -> None:
    table = [
        ["DAFTAR PEGAWAI DINAS CONTOH", *[None] * 7],
        ["Keadaan 30 November 2026"],
        ["No", "Nama Lengkap & Gelar", "NIP", "Jabatan/Pangkat", "Unit Kerja/OPD"],
        [None, None, None, None, None, "Nama", "NIP", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        [1, "Ratna Contoh", "NIP. 19750312 200003 2 001", "Kepala", "Dinas", "-", "-", "kepala"],
        [2, "Dewi Contoh", f"'{DEWI}", "Petugas", None, "Ratna Contoh", RATNA],
        [3, "Lama Sekali", SITI, "Petugas", None, None, RATNA],
        [4, "Joko Contoh", JOKO, "Petugas", None, None, RATNA],
        [],
        [None, "Mengetahui,", None, None, None, "Contoh, 30 November 2026"],
        [None, "Sekretaris", None, None, None, "Kepala Dinas,"],
        [None, "Budi", None, None, None, "Ratna Contoh"],
        [None, "NIP. 19700101 199503 1 001", None, None, None, "NIP. 19750312 200003 2 001"],
    ]
    table[2] += ["Atasan", None, "Peran"]
    merged = ["A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4", "E6:E9"]
    file = read("people", book(table, merged=merged, hidden_rows=[8]))
    assert [(row.nip, row.unit) for row in file.sheet.rows] == [
        *((RATNA, "Dinas"), (DEWI, "Dinas"), (JOKO, "Dinas")),
    ]
    assert file.sheet.wrongs == []
    assert notes(file) == [
        (
            "Kolom yang dibaca: Nama Lengkap & Gelar → nama; NIP; Jabatan/Pangkat → jabatan; Unit "
            "Kerja/OPD → unit; Atasan Nama → nama atasan; Atasan NIP → NIP atasan; Peran."
        ),
        "Kolom yang tidak disimpan Tilik: No.",
        "1 baris tersembunyi tidak dibaca: baris 8. Tampilkan dulu bila perlu dimasukkan.",
        "Judul kolom diambil dari baris 3–4.",
        "Baris 5 berisi nomor kolom, tidak dibaca.",
        (
            "Tabel berakhir sebelum baris 11–14: di sana tanda tangan, catatan, atau jumlah, tidak "
            "dibaca."
        ),
    ]


def test_a_hidden_sheet_is_not_read_and_the_one_that_is_is_named() -> None:
    old = [HEAD, *PEOPLE[:2]]
    file = read("people", book(old, [["Petunjuk"], ["Isilah"]], [HEAD, *PEOPLE], hidden=[0]))
    assert names(file) == ["Ratna Contoh", "Dewi Contoh, S.E., M.M.", "Joko Contoh"]
    assert notes(file)[1:] == [
        "Lembar yang dibaca: Lembar 3.",
        "Lembar tersembunyi, tidak dibaca: Lembar 1.",
        "Lembar lain, tidak dibaca: Lembar 2. Bila berisi juga, kirim sebagai berkas sendiri.",
    ]
    with pytest.raises(UnusableError, match="table-empty"):
        tables_of(book(old, [[]], hidden=[0]), "x.xlsx")


def test_a_units_name_over_its_people_holds_for_them_and_sums_for_nobody() -> None:
    head = ["No", *HEAD[:2], "Jabatan", "NIP atasan", "Peran", "Unit induk"]
    table = [
        *(head, ["A. DINAS CONTOH", *[None] * 6]),
        [1, RATNA, "Ratna Contoh", "Kepala", None, "kepala unit", None],
        ["B. BIDANG PELAYANAN", *[None] * 6],
        [1, DEWI, "Dewi Contoh", "Staf", RATNA, None, "Dinas Contoh"],
        ["Jumlah", None, None, 2, None, None, None],
    ]
    for merged in ([], ["A2:G2", "A4:G4"]):
        file = read("people", book(table, merged=merged))
        assert [row.unit for row in file.sheet.rows] == ["DINAS CONTOH", "BIDANG PELAYANAN"]
        assert notes(file)[2:] == [
            "Baris jumlah, tidak dibaca: 6.",
            "Nama unit diambil dari baris 2, 4, untuk semua baris di bawahnya.",
        ]


def test_a_line_above_the_table_holds_for_all_its_rows() -> None:
    head = ["NIP", "Nama", "Jabatan", "Atasan", "Peran"]
    row = [RATNA, "Ratna", "Kepala", "0", ""]
    file = read("people", text([["Unit Kerja : Dinas Contoh"], [], head, row]))
    assert [(row.unit, row.superior) for row in file.sheet.rows] == [("Dinas Contoh", None)]
    said = "unit: Dinas Contoh, dari baris 1 di atas tabel, berlaku untuk semua baris."
    assert said in notes(file)


def test_what_is_there_twice_counts_once_and_titles_may_come_again() -> None:
    again = ["9", *PEOPLE[1]]
    table = [["No", *HEAD], ["1", *PEOPLE[0]], ["2", *PEOPLE[1]], ["No", *HEAD], again]
    file = read("people", text(table))
    assert names(file) == ["Ratna Contoh", "Dewi Contoh, S.E., M.M."]
    assert notes(file)[2:] == [
        "Judul kolom yang berulang, tidak dibaca: baris 4.",
        "1 baris yang sama persis dihitung satu kali: baris 5.",
    ]


def test_an_unfinished_row_is_no_signature() -> None:
    assert wrongs("people", text([HEAD, *PEOPLE, [], [SITI, "", "", "", "", ""]])) == [
        "sheet-cell-missing"
    ] * 3
    signed = [["", ""], ["", "Contoh, 30 November 2026"], ["", "Kepala Dinas,"]]
    rows = [["Dinas", "-"], ["Bidang", "Dinas"]]
    units = read("units", text([["Unit", "Unit induk"], *rows, *signed]))
    assert [row.unit for row in units.sheet.rows] == ["Dinas", "Bidang"]


# What a column is called


@pytest.mark.parametrize(
    ("title", "column"),
    [
        *(("N.I.P", "nip"), ("NIP/NRP", "nip"), ("Nomor Induk Pegawai (NIP)", "nip")),
        *(("Naam", "name"), ("Nama Pegawai (tanpa gelar)", "name"), ("Employee Name", "name")),
        *(("Jabtan", "title"), ("Jab.", "title"), ("Jabatan (sesuai SK)", "title")),
        *(("Unti Kerja", "unit"), ("Bidang", "unit"), ("unit_kerja*", "unit")),
        *(("Atasan NIP", "superior"), ("Pejabat Penilai Kinerja", "superior")),
        *(("Nama Atasan", "superior_name"), ("Jabatan Atasan", None), ("Unit Kerja Lama", None)),
        *(("Tempat, Tgl Lahir", None), ("L/P", None), ("Agama", None), ("Status", None)),
    ],
)
def test_titles_are_understood_with_slips_and_never_for_another(
    title: str, column: str | None
) -> None:
    assert KINDS["people"].columns.named(title) == column


def test_no_population_is_lost_and_every_title_that_is_not_read_is_named() -> None:
    head = ["Unit Kerja", "Jenis Layanan", "Loket/Tempat", "Jml Penduduk yg Dilayani"]
    row = ["Dinas", "KTP", "Loket 1", "12.000", "x", "y"]
    file = read("services", text([[*head, "Foto", "Biro"], row]))
    assert [row.population for row in file.sheet.rows] == [12_000]
    assert notes(file) == [
        (
            "Kolom yang dibaca: Unit Kerja → unit; Jenis Layanan → layanan; Loket/Tempat → loket; "
            "Jml Penduduk yg Dilayani → penduduk dilayani."
        ),
        "Kolom yang tidak dikenali dan tidak dibaca: Biro.",
        "Kolom yang tidak disimpan Tilik: Foto.",
    ]
    assert guessed(text([["No", *HEAD, "Golongan"]]), "x.csv") == ["people"]


def test_a_doubtful_title_is_asked_and_names_with_numbers_are_parted() -> None:
    doubtful = [*HEAD[:3], "Jabatan Fungsional Umum", *HEAD[4:]]
    assert wrongs("people", text([doubtful, *PEOPLE])) == ["sheet-column-asked"]
    assert wrongs("people", text([[*HEAD[:2], "Bidang", *HEAD[3:]], *PEOPLE])) == []
    head = ["Nama/NIP", "Unit", "Jabatan", "Nama & NIP Atasan", "Peran"]
    cells = [f"Dewi Contoh / NIP. {DEWI}", "Dinas", "Staf", f"Ratna ({RATNA})", ""]
    (row,) = read("people", text([head, cells])).sheet.rows
    assert (row.nip, row.name, row.superior.nip, row.superior.name) == (
        *(DEWI, "Dewi Contoh", RATNA, "Ratna"),
    )
    assert (slips("naam", "nama"), slips("jabtan", "jabatan"), slips("a", "")) == (1, 1, 1)


# What kind of file it is


PAGE = f"""<html><head><meta charset=utf-8></head><table><tr><td>Menu</td></tr></table>
<table><tr><th colspan=6>DAFTAR</th></tr><tr>{"".join(f"<th>{title}</th>" for title in HEAD)}</tr>
<tr><td>'{RATNA}<td>Ratna &amp; Co<td rowspan=2>Dinas<td>Kepala<td>&mdash;<td>kepala unit</tr>
<tr style="display:none"><td>{SITI}<td>Siti<td>Staf<td>{RATNA}<td></tr>
<tr><td>{DEWI}</td><td>Dewi<table><tr><td>Contoh</td></tr></table></td><td>Dinas</td>
<td>Staf</td><td>{RATNA}</td><td></td></tr></table>"""
REAL_XLS = zlib.decompress(
    b85decode(
        "c-rk)NoW*76#do9Y*}WqDJsYia2FT6c!{GS8W1BY;)bX-W{_cGM`l4IxSNxRq9?_RprRL-iwlaVCqY3`K@fyQ@gxX>f(Om"
        "`>UZ_fi6a<@!DW6^zpDQ7s;2(0s-AxOq^|GmwekHlgcguV1H~`}d@_L&_Bt_wzF1UEuMVLUEA&@UID|k3Y`R_ZIH+Q%;@w"
        "XMUA69m6TLy%NIPhGx08yGBDL}yq)>Bc5f*aKpff17G>+$0&wMNM2Ig1T_73xfEIG=&1-5-+13gJBpFUsb@j9cKb+zDvZm"
        "`cQmdvFldZ_Yv-*MsE+O#N}mR<j^Vxm<|=Lp%+o^n!I)sND7iV(H6&F<)!y&j}YE+~^Zv*t9%CpGs`BQoh6eJ;j{K6yvRy"
        "?8}Fx^h8~e;F(f{zM+a*<MZ_MzG7tBY4WmtB?sp<tGh`Xg?LV2({mOshXD9D#I*VCb!F8?8CbO_w-pUv)fYnuXK^d^3EpM"
        "kOL!B$`(16lR24{4jl4q4AEAZ$KwEVd!b9FVcVA4nQl-nJ<^d*JfGSj^YNWBlP@5-cfp{w(3!4sG2^*ZMs_K$rQMlsfGp}"
        "PNXJC&q%lfsDw~lxh*uSIG6O-oOctDNz>z4)h`JT|6pal!MQiwMsRr+)D7WkQgo$CLzh3(ItRuN1v6&_N`Q~)**GX!ns7M"
        "Et2b^nJW0dsMxjlpVK}Max?eWYTv1d_FUeTl*OAfKkVb)H@IP;jEC#Lw?Q_=2yzw+k9-nWTqXkTvc-`#lmW#TL~Bl?~2SI"
        ";4uDQ1e(rxe{vc(u?c@oVPeemIpwMoiDWs9z$Y^i3TepgQKtLX@!(Y@zr9qn@tw5-jw+jf~{Fiy`a22mU6W6ID^3ffonY-"
        "u{c@VE;4@ZqHjSw`ZVdmU<?7R;g#9XZzx3myKUQ+Y3fkLE39X_%^Ti=@fFPq_Z&RH7^WCHhjo&jchP-SbMt>j%aU#ksp<G"
        "eq@7@H)v$D%$!X|uF~EnBUh_mj`*AKZ=_=nK2P0v>_fuU`_WBC-=xv4GUyhg*JyN$(QCE01@tC5(%|X*$QC0fHL}f-7>sN"
        ")a#W3JggE7})<RhaIEsU<18g1B^9b-f>U1Q7L+tNj7D1gO$~wr__2|9h$OTxd_b8RyqZO)9g(_5`KaqrfyENT5ZN5p={Se"
        "gOb-tktR6djZv$Tr3@#OJ;Z815hv(z)J{24>G@UX-$`gq?96|KeSS;|n7=aCt9{^G4y_<zqYJH|$C3k`Stf#J;aH;?}v{I"
        "P0S"
    )
)
"""Written by a program of 2003: a hidden sheet, row and column, percents, a failed formula."""
OLD_XML = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
<Worksheet ss:Name="lama"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="ini"><Table><Row ss:Index="2"><Cell ss:MergeDown="1">
<Data ss:Type="String">a</Data></Cell>
<Cell ss:Index="3" ss:StyleID="p"><Data ss:Type="Number">0.95</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="DateTime">2026-12-31T00:00</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">b</Data></Cell></Row></Table></Worksheet>
</Workbook>"""


def test_tables_that_are_called_otherwise_are_read_all_the_same() -> None:
    file = read("people", PAGE.encode())
    assert [(row.name, row.unit) for row in file.sheet.rows] == [
        *(("Ratna & Co", "Dinas"), ("Dewi Contoh", "Dinas")),
    ]
    assert "1 baris tersembunyi tidak dibaca: baris 4. " in "".join(notes(file))
    hidden, shown = tables_of(OLD_XML.encode(), "x.xls")
    assert (hidden.is_hidden, hidden.rows, shown.hidden) == (True, [], (4,))
    assert [(row.number, row.cells) for row in shown.rows] == [
        *((2, ("a", "", "95%")), (3, ("a", "2026-12-31"))),
    ]
    plain = text([HEAD, *PEOPLE]).decode()
    for content in (
        *(plain.encode("utf-16"), plain.encode("utf-16-le"), plain.encode("utf-16-be")),
        *(f"sep=;\n{plain}".encode(), plain.replace(";", "\t").encode("utf-8-sig")),
        *(plain.replace(";", "|").encode(), plain.replace(RATNA, f'="{RATNA}"').encode()),
    ):
        assert names(read("people", content))[0] == "Ratna Contoh"
    broken = b"<?xml urn:schemas-microsoft-com:office:spreadsheet"
    for content in (b"%PDF-1.7", b"{\\rtf1 a}", broken):
        with pytest.raises(UnusableError, match="table-broken"):
            rows_of(content, "x.xls")
    locked = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnusableError, match="table-locked"):
        rows_of(locked, "x.xlsx")


def test_an_old_xls_shows_what_it_shows_in_its_own_program() -> None:
    hidden, shown = tables_of(REAL_XLS, "x.xls")
    assert (hidden.name, hidden.is_hidden, hidden.rows) == ("Lama", True, [])
    assert (shown.hidden, shown.hidden_columns) == ((3,), (3,))
    assert [row.cells for row in shown.rows[1:]] == [
        ("Dewi", "Layanan tepat waktu", "100%", "x", "2026-12-01"),
        ("Joko", "Aduan", "95.5%", "x", "2026-12-03"),
        ("Ani", "Berkas", "12.5", "x", "2026-12-04"),
        ("Rusak", "", "#DIV/0!"),
        *(("Gabung", "a"), ("Gabung", "b")),
    ]
    cut = REAL_XLS.replace(b"Target", b"Tar\0\0\0")[:4000]
    with pytest.raises(UnusableError):
        tables_of(cut, "x.xls")



# What cells say


def test_a_percent_is_what_a_person_sees_and_a_bare_share_is_asked() -> None:
    head = ["NIP", "Triwulan", "Hasil", "Indikator", "Target", "Satuan"]
    table = [head, *([DEWI, "TW IV 2026", f"H{n}", "i", n, "%"] for n in (1.0, 0.95, 0.07))]
    assert [row.number for row in read("targets", book(table)).sheet.rows] == [100, 95, 7]
    for cells, why in (
        *((["0,95", "%"], "targets-share"), (["1", "persen"], "targets-share")),
        (["95%", "berkas"], "targets-measure-differs"),
    ):
        assert wrongs("targets", text([head, [DEWI, "IV 2026", "H", "i", *cells]])) == [why]


@pytest.mark.parametrize(
    ("typed", "number", "measure"),
    [
        *(("25 %", "25", "%"), ("95 persen", "95", "%"), ("Rp 1.250.000", "1250000", "rupiah")),
        *(("Rp1.250.000,-", "1250000", "rupiah"), ("12 dokumen", "12", "dokumen")),
        *(("1.250,5 berkas", "1250.5", "berkas"), ("-", None, None), ("0 aduan", "0", "aduan")),
    ],
)
def test_a_number_may_say_what_it_counts(
    typed: str, number: str | None, measure: str | None
) -> None:
    head = ["NIP", "Triwulan", "Hasil", "Indikator", "Target"]
    (row,) = read("targets", text([head, [DEWI, "IV 2026", "H", "i", typed]])).sheet.rows
    assert isinstance(row, TargetRow)
    assert (None if row.number is None else f"{row.number:f}", row.of_what) == (number, measure)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        *(("3-5 Desember 2026", 3, 5), ("3 s.d. 5 Des 2026", 3, 5), ("3–5 Desember", 3, 5)),
        *(("3/12/2026 s/d 5/12/2026", 3, 5), ("Kamis, 3 Desember 2026", 3, 3), ("46359", 3, 3)),
        *(("2026-12-03 08:30:00", 3, 3), ("Des 2026", 1, 31), ("Dec 3, 2026", 3, 3)),
    ],
)
def test_days_of_a_leave_may_stand_in_one_cell(typed: str, first: int, last: int) -> None:
    table = text([["NIP", "Jenis Cuti", "Tanggal Cuti"], [DEWI, "Cuti Tahunan", typed]])
    if first == last:
        table = text([["NIP", "Jenis Cuti", "Mulai", "Sampai"], [DEWI, "cuti", typed, ""]])
    (row,) = read("leave", table).sheet.rows
    assert isinstance(row, LeaveRow)
    assert (row.first, row.last or row.first) == (date(2026, 12, first), date(2026, 12, last))


def test_a_count_of_people_under_their_numbers_is_a_sum() -> None:
    rows = [["1", "Dewi", DEWI, RATNA], ["", "Jumlah", "1", ""]]
    file = read("superiors", text([["No", "Nama", "NIP", "NIP atasan"], *rows]))
    assert (len(file.sheet.rows), file.sheet.wrongs) == (1, [])
    assert "Baris jumlah, tidak dibaca: 3." in notes(file)
    rows[1][1] = "Joko"
    table = text([["No", "Nama", "NIP", "NIP atasan"], *rows])
    assert wrongs("superiors", table) == ["nip-too-short"]


def test_one_column_of_days_may_have_single_days_among_others() -> None:
    rows = [[DEWI, "Cuti", "3-5 Desember 2026"], [JOKO, "Dispensasi", "10 Desember 2026"]]
    several, one = read("leave", text([["NIP", "Jenis Cuti", "Tanggal"], *rows])).sheet.rows
    assert isinstance(several, LeaveRow)
    assert isinstance(one, LeaveRow)
    assert (several.last, one.last, one.absence.why) == (date(2026, 12, 5), None, "permit")
    assert wrongs("leave", text([["NIP", "Jenis Cuti", "Tanggal"], rows[1]])) == [
        "sheet-columns-missing"
    ]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        *(("s.d. 31 Desember 2026", date(2026, 12, 31)), ("sampai dengan Des 2026", None)),
        *(("sekarang", None), ("s.d. ada pejabat definitif", None), ("Seterusnya", None)),
        *(("sampai dengan ditetapkan pejabat definitif", None), ("s/d saat ini", None)),
        ("-", None),
    ],
)
def test_a_last_day_that_nobody_knows_is_open(typed: str, last: date | None) -> None:
    head = ["NIP", "Unit", "Jabatan", "Mulai", "Sampai"]
    table = text([head, [DEWI, "Dinas", "Plt. Kepala", "1/12/2026", typed]])
    (row,) = read("posts", table).sheet.rows
    assert row.last == (date(2026, 12, 31) if "Des" in typed else last)
    leave = text([["NIP", "Jenis", "Mulai", "Sampai"], [DEWI, "cuti", "1/12/2026", "seterusnya"]])
    assert wrongs("leave", leave) == ["sheet-day-wrong"], "a leave without an end is asked"


def test_a_day_of_two_readings_is_asked_and_never_guessed_in_silence() -> None:
    head = ["NIP", "Jenis", "Mulai", "Sampai"]
    file = read("leave", text([head, [DEWI, "cuti", "03/04/2026", ""]]))
    assert file.sheet.rows[0].first == date(2026, 4, 3)
    said = "Tanggal dibaca dengan hari di depan: 03/04/2026 adalah 3 April 2026."
    assert notes(file)[1:] == [said]
    file = read("leave", text([head, [DEWI, "cuti", "12/31/2026", ""]]))
    assert file.sheet.rows[0].first == date(2026, 12, 31)
    assert notes(file)[1:] == ["Tanggal dengan bulan di depan: 12/31/2026 dibaca 31/12/2026."]
    both = [[DEWI, "cuti", "12/31/2026", ""], [JOKO, "cuti", "03/04/2026", "05/04/2026"]]
    found = read("leave", text([head, *both, [RATNA, "cuti", "04/04/2026", "bulan depan"]])).sheet
    said = [(one.why.id, one.row, one.column) for one in found.wrongs]
    assert said == [
        *(("sheet-day-unsure", 3, "mulai"), ("sheet-day-unsure", 3, "sampai")),
        ("sheet-day-wrong", 4, "sampai"),
    ]
    assert found.wrongs[0].why.facts == {"value": "03/04/2026", "proof": "12/31/2026", "count": 1}


def test_days_and_quarters_in_words() -> None:
    assert days_of("28 Des s.d. 3 Januari 2027") == days_of("28/12/2026 - 3/1/2027")
    assert days_of("3 Januari", DAY) == days_of("3/1/2027") or days_of("3 Januari", DAY) is not None
    since = days_of("3/12/2026")
    for typed in ("sejak 3 Desember 2026", "terhitung mulai tanggal 3/12/2026", "per 3-12-2026"):
        assert days_of(typed) == since
    for typed in ("5 - 3 Des 2026", "3 Desember", "31 Feb 2026", "12/31/2026", ""):
        assert days_of(typed) is None
    for typed in ("Triwulan keempat tahun 2026", "Oktober-Desember 2026", "Okt s.d. Des 2026"):
        assert quarter_of(typed) == Quarter(2026, 4)
    assert quarter_of("November-Desember 2026") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        *((f"Cuti {kind}", "leave") for kind in ("tahunan", "besar", "sakit", "melahirkan")),
        *((kind, "leave") for kind in ("Cuti Alasan Penting", "CLTN", "cuti bersama", "Izin")),
        *((kind, "travel") for kind in ("Dinas Luar", "DL", "Diklat PIM III", "Tugas Belajar")),
        *(("Piket malam", "shift"), ("paruh waktu", "part")),
        *(("WFH", "away-elsewhere"), ("½ hari", "away-half-day"), ("Alpa", "away-unexcused")),
        *(("cuti setengah hari", "away-half-day"), ("libur", "away-kind-wrong")),
    ],
)
def test_every_kind_of_absence_is_kept_or_told_why_not(typed: str, kept: str) -> None:
    if not kept.startswith("away"):
        assert absence_of(typed).kind == kept
        return
    with pytest.raises(CellWrong) as wrong:
        absence_of(typed)
    assert wrong.value.why.id == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        *(("Cuti Tahunan", "annual"), ("CT", "annual"), ("cuti besar (haji)", "long")),
        *(("Cuti Sakit", "sick"), ("izin sakit", "sick"), ("Cuti Melahirkan", "birth")),
        *(("Cuti Alasan Penting", "important"), ("CLTN", "unpaid"), ("izin", "permit")),
        ("Cuti Diluar Tanggungan Negara", "unpaid"),
        *(("Cuti di Luar Tanggungan Negara", "unpaid"), ("Diklat PIM III", "training")),
        *(("Tugas Belajar", "study"), ("cuti", None), ("Dinas Luar", None), ("sif malam", None)),
    ],
)
def test_which_leave_it_is_is_kept(typed: str, why: str | None) -> None:
    assert absence_of(typed).why == why


def test_acting_posts_are_known_by_their_kind_or_their_title() -> None:
    for kind in ("Plt.", "plh", "Pj.", "PJS", "Pelaksana Harian", "penjabat"):
        assert kind_of(kind) != "main"
    rows = [[DEWI, "Dinas", "Pjs. Kepala", ""], [JOKO, "Dinas", "Kepala Seksi", "definitif"]]
    table = [["NIP", "Unit", "Jabatan", "Jenis"], *rows]
    assert [row.kind for row in read("posts", text(table)).sheet.rows] == ["acting", "main"]
    beside = [SITI, "Siti", "Dinas", "Plt. Kepala Dinas", "", ""]
    assert wrongs("people", text([HEAD, *PEOPLE, beside])) == []
    beside[:2] = PEOPLE[1][:2]
    assert wrongs("people", text([HEAD, *PEOPLE, beside])) == ["people-acting-row"]


# Whole files


def test_superiors_by_name_or_post_are_found_and_those_who_disagree_asked(office: Office) -> None:
    head = [*HEAD[:4], "Atasan", "Nama Atasan", "Peran"]
    table = [
        head,
        [RATNA, "Dra. Hj. Ratna Contoh, M.Si.", "Dinas", "Kepala Dinas", "—", "", "kepala"],
        [DEWI, "Dewi Contoh", "Dinas", "Kasi Umum", "ratna contoh", "", ""],
        [JOKO, "Joko Contoh", "Dinas", "Staf", "Kasi Umum", "", ""],
        [SITI, "Siti Contoh", "Dinas", "Staf", RATNA, "Ratna", ""],
    ]
    assert office.imports(text(table), dry_run=True) == 0, office.err
    said = office.out.splitlines()
    ratna = "Dra. Hj. Ratna Contoh, M.Si. (1975***********001)."
    assert f"Atasan “ratna contoh” (baris 3) adalah {ratna}" in said
    assert "Atasan “Kasi Umum” (baris 4) adalah Dewi Contoh (1990***********001)." in said
    assert office.imports(text(table)) == 0, office.err
    everybody = office.everybody()
    over = {name: one.superior_id for name, one in everybody.items()}
    assert over["Joko Contoh"] == everybody["Dewi Contoh"].id
    assert office.imports(text(table), dry_run=True) == 0
    joko = "= Joko Contoh (1988***********002): Staf, Dinas; atasan Dewi Contoh; peran (tidak ada)"
    assert joko in office.out
    table[4][4:6] = [DEWI, "Ratna"]
    table[3][4] = "Ratna Contho"
    table[2][4] = "Contoh Lain Sekali"
    found = office.is_refused(text(table))
    cells = [f"Baris {n}, kolom NIP atasan" for n in (3, 4, 5)]
    assert [one.split(": ")[0] for one in found] == cells
    assert "tidak ada di berkas" in found[0]
    assert "Apakah yang dimaksud Dra. Hj. Ratna Contoh, M.Si.?" in found[1]
    assert "NIP ini milik Dewi Contoh" in found[2]
    superiors = f"NIP,Nama Atasan,Mulai\n{SITI},Dewi Contoh,2/11/2026\n"
    assert office.brings("superiors", superiors) == 0, office.err
    everybody = office.everybody()
    assert everybody["Siti Contoh"].superior_id == everybody["Dewi Contoh"].id
    assert office.brings("superiors", f"NIP,NIP atasan\n{SITI},Kasi Umm\n") == 1
    assert "Apakah yang dimaksud" in office.err or "tidak ada di berkas" in office.err


def test_one_line_for_a_column_and_all_that_is_wrong_at_once(office: Office) -> None:
    rounded = [[1.97505e17, f"N{n}", "Dinas", "Staf", "", ""] for n in range(30)]
    (sentence,) = office.is_refused(book([HEAD, *rounded]))
    assert sentence.startswith("Baris 2–31, kolom NIP: Nomor ini sudah dibulatkan")
    table = [
        *([*HEAD, "Berhenti"], ["123", "A", "Dinas", "Kepala", "", "", ""]),
        [DEWI, "Dewi", "Dinas", "Staf", "199001012015032009", "", ""],
        [JOKO, "Joko", "Dinas", "Staf", "Tak Dikenal", "bos", ""],
        [SITI, "Siti", "", "Staf", "", "", "32/13/2026"],
    ]
    assert [one.split(": ")[0] for one in office.is_refused(text(table))] == [
        "Baris 2, kolom NIP",
        "Baris 3, kolom NIP atasan",
        "Baris 4, kolom peran",
        "Baris 4, kolom NIP atasan",
        "Baris 5, kolom unit",
        "Baris 5, kolom berhenti",
    ]


def test_which_unit_stands_above_is_asked_and_the_last_day_of_who_is_new_kept(
    office: Office,
) -> None:
    table = [
        [*HEAD, "Unit induk", "Berhenti"],
        [RATNA, "Ratna", "Dinas", "Kepala", "", "", "", ""],
        [DEWI, "Dewi", "Bidang", "Staf", RATNA, "", "", "46387"],
    ]
    (sentence,) = office.is_refused(text(table))
    assert sentence.startswith("Baris 3, kolom unit induk: Unit mana yang berada di atas Bidang?")
    table[2][6] = "Dinas"
    assert office.imports(text(table), dry_run=True) == 0, office.err
    assert "1 tanggal tersimpan sebagai angka dan dibaca sebagai tanggal" in office.out
    assert "hari terakhir 31 Desember 2026" in office.out
    assert office.imports(text(table)) == 0, office.err
    assert office.unit("Bidang").parent_id == office.unit("Dinas").id
    person = office.everybody()["Dewi"].id

    def spans(store: Store) -> Mapping[int, Any]:
        return histories.main_posts(store, {person})

    assert [span.last for span in office.asks(spans)[person]] == [date(2026, 12, 31)]
    assert office.brings("units", "unit\nKecamatan\nKelurahan\n") == 0
    assert "Kecamatan, Kelurahan belum punya unit induk" in office.out
    assert office.brings("units", "unit,unit induk\nDesa,-\n") == 0
    assert "belum punya unit induk" not in office.out


def test_a_column_called_so_goes_before_one_that_may_mean_it() -> None:
    leave = f"""NAMA;NIP;JENIS CUTI;LAMA CUTI;KETERANGAN
Dewi;{DEWI};Cuti Tahunan;3 s.d. 5 Desember 2026;acara keluarga
Joko;{JOKO};Tubel;1 Jan 2027 s/d 31 Mar 2027;"""
    rows = read("leave", leave.encode()).sheet.rows
    assert [(one.kind, one.first, one.last) for one in rows] == [
        ("leave", date(2026, 12, 3), date(2026, 12, 5)),
        ("travel", date(2027, 1, 1), date(2027, 3, 31)),
    ]
    alone = f"NIP;KETERANGAN;MULAI;SAMPAI\n{DEWI};Sakit;1/12/2026;1/12/2026"
    assert [one.kind for one in read("leave", alone.encode()).sheet.rows] == ["leave"]
    volume = f"NIP;RHK;IKU;Volume;Satuan;Periode\n{DEWI};Layanan;Surat;1.250;surat;TW IV 2026"
    (target,) = read("targets", volume.encode()).sheet.rows
    assert (target.result, target.indicator, target.number) == ("Layanan", "Surat", 1250)
