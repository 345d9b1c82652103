"""`tilik skm`: an answer sheet goes in, the figures of the published reports come out."""

import subprocess
import sys
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import orjson
import pytest
from fluent.runtime import FluentBundle, FluentResource

from bot.cli.skm import Say, skm

ROOT = Path(__file__).parents[1]
SEKADAU = ROOT / "tests/published/published_sekadau_2019_raw.csv"
BANTUL = ROOT / "tests/published/published_bantul_2023.csv"
KEYS = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarpras"
NUMBERS = "U1,U2,U3,U4,U5,U6,U7,U8,U9"


@cache
def speaker(language: str) -> Say:
    bundle = FluentBundle([language], use_isolating=False)
    for catalogue in sorted((ROOT / "locales" / language).rglob("*.ftl")):
        bundle.add_resource(FluentResource(catalogue.read_text("utf-8")))

    def say(text: str, /, **facts: str | int | Decimal) -> str:
        pattern = bundle.get_message(text).value
        assert pattern is not None
        words, complaints = bundle.format_pattern(pattern, facts)
        assert not complaints
        return str(words)

    return say


class Desk:
    """Someone at a terminal: types a command, reads what is printed."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.say = speaker(language)
        self.out = ""
        self.err = ""

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += message
        else:
            self.out += message

    def runs(self, file: Path, **options: Any) -> int:
        self.out = self.err = ""
        return skm(file, say=self.say, echo=self.echo, **options)

    def scores(self, file: Path, **options: Any) -> dict[str, Any]:
        assert self.runs(file, as_json=True, **options) == 0, self.err
        report: dict[str, Any] = orjson.loads(self.out)
        return report

    def keeps(self, content: str | bytes, name: str = "sheet.csv") -> Path:
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def is_refused(self, file: Path, **options: Any) -> str:
        """The one sentence on stderr."""
        assert self.runs(file, **options) == 1
        assert self.out == ""
        assert "\n" not in self.err
        return self.err


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, "id")


def answers(*rows: str, header: str = KEYS) -> str:
    return "\n".join([header, *rows]) + "\n"


def element(report: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in report["elements"] if row["key"] == key)
    return found


def workbook(file: Path, rows: Iterable[Iterable[str | float | None]]) -> Path:
    """The smallest XLSX that a spreadsheet program would open."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def cell(place: str, value: str | float) -> str:
        if isinstance(value, str):
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c r="{place}"><v>{value}</v></c>'

    sheet = "".join(
        f'<row r="{number}">'
        + "".join(
            cell(f"{chr(65 + column)}{number}", value)
            for column, value in enumerate(row)
            if value is not None
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )

    def link(target: str, name: str) -> str:
        return (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{office}/{name}" Target="{target}"/></Relationships>'
        )

    with ZipFile(file, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        )
        book.writestr("_rels/.rels", link("xl/workbook.xml", "officeDocument"))
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Rekap" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr("xl/_rels/workbook.xml.rels", link("s.xml", "worksheet"))
        book.writestr(
            "xl/s.xml",
            f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
        )
    return file


def test_sekadau_is_scored_from_its_raw_answers(desk: Desk) -> None:
    report = desk.scores(SEKADAU)
    assert (report["n"], report["ikm"], report["band"]) == (49, 78.74, "B")
    assert report["weight"] == 1 / 9
    assert (report["excluded"], report["target"], report["provisional"]) == ([], None, False)
    assert {row["n"] for row in report["elements"]} == {49}
    assert element(report, "biaya") == {
        "key": "biaya",
        "n": 49,
        "mean": 3.6122,
        "score": 90.31,
        "band": "A",
    }
    assert report["lowest"] == ["persyaratan", "prosedur", "pengaduan"]


@pytest.mark.parametrize("weight", ["0.11", "0,11", " 0.110 "])
def test_sekadau_is_reconciled_with_the_rounded_weight(desk: Desk, weight: str) -> None:
    report = desk.scores(SEKADAU, weight=weight)
    assert (report["ikm"], report["band"], report["weight"]) == (77.95, "B", 0.11)
    assert report["exact"] == {"ikm": 78.74, "band": "B"}


def test_bantul_is_scored_from_its_nine_means(desk: Desk) -> None:
    report = desk.scores(BANTUL)
    assert (report["n"], report["ikm"], report["band"]) == (None, 87.28, "B")
    assert [row["n"] for row in report["elements"]] == [None] * 9
    assert element(report, "biaya")["mean"] == 3.93


def test_scores_keep_their_two_decimals_in_json(desk: Desk) -> None:
    assert desk.runs(desk.keeps(answers("4,4,4,4,4,4,4,4,4")), as_json=True) == 0
    assert '"ikm": 100.00' in desk.out
    assert '"score": 100.00' in desk.out


def test_a_population_sets_the_sample_target(desk: Desk) -> None:
    report = desk.scores(SEKADAU, population=1000)
    assert (report["target"], report["provisional"]) == (278, True)
    report = desk.scores(SEKADAU, population=55)
    assert (report["target"], report["provisional"]) == (48, False)


def test_the_numbering_says_which_element_u8_is(desk: Desk) -> None:
    sheet = desk.keeps(answers("3,3,3,3,3,3,3,1,4", header=NUMBERS))
    assert element(desk.scores(sheet), "pengaduan")["mean"] == 1
    report = desk.scores(sheet, numbering="pengaduan-last")
    assert (element(report, "sarpras")["mean"], element(report, "pengaduan")["mean"]) == (1, 4)
    assert [row["key"] for row in report["elements"][-2:]] == ["sarpras", "pengaduan"]


def test_headers_are_read_whatever_their_case_and_other_columns_are_ignored(desk: Desk) -> None:
    header = "Responden,tanggal,PERSYARATAN,u2,U03,Biaya,produk,kompetensi,perilaku,u8,U9,umur,"
    header += "saran"
    sheet = desk.keeps(answers('7,2026-03-01,4,4,4,4,4,4,4,4,4,31,"bagus, cepat"', header=header))
    report = desk.scores(sheet)
    assert (report["n"], report["ikm"], report["excluded"]) == (1, 100, [])


def test_a_blank_leaves_each_element_its_own_n(desk: Desk) -> None:
    report = desk.scores(desk.keeps(answers("3,3,3,3,3,3,3,3,3", "3,3, ,3,3,3,3,3,", "4")))
    assert report["n"] == 3
    assert [row["n"] for row in report["elements"]] == [3, 2, 1, 2, 2, 2, 2, 2, 1]
    assert element(report, "persyaratan")["mean"] == 3.3333
    assert report["excluded"] == []


def test_what_is_no_answer_is_named_by_row_and_column_and_left_out(desk: Desk) -> None:
    sheet = desk.keeps(
        "\n".join(
            [
                "Rekap SKM,,,,,,,,",
                "",
                NUMBERS,
                "3,3,3,3,3,3,3,3,3",
                "0,5,3.5,x,-1,44,³,3,3",
                "",
                "9,9,9,9,9,9,9,9,9",
                *["3,3,3,3,3,3,3,3,3"] * 8,
            ]
        )
    )
    report = desk.scores(sheet)
    assert (report["n"], report["ikm"]) == (10, 75)
    assert [row["n"] for row in report["elements"]] == [9] * 7 + [10, 10]
    assert report["excluded"][:7] == [
        {"row": 5, "column": "U1", "value": "0"},
        {"row": 5, "column": "U2", "value": "5"},
        {"row": 5, "column": "U3", "value": "3.5"},
        {"row": 5, "column": "U4", "value": "x"},
        {"row": 5, "column": "U5", "value": "-1"},
        {"row": 5, "column": "U6", "value": "44"},
        {"row": 5, "column": "U7", "value": "³"},
    ]
    assert [cell["row"] for cell in report["excluded"][7:]] == [7] * 9


def test_a_person_reads_what_was_left_out(desk: Desk) -> None:
    assert desk.runs(desk.keeps(answers("3,3,3,3,3,3,3,3,3", "3,3,3,7,3,3,3,3,3"))) == 0
    assert "bukan jawaban 1 sampai 4: 1 isian" in desk.out
    assert "- baris 3, kolom biaya: 7" in desk.out


def test_hundreds_of_bad_cells_are_counted_and_not_all_listed(desk: Desk) -> None:
    rows = ["3,3,3,3,3,3,3,3,3", *["9,3,3,3,3,3,3,3,3"] * 300]
    sheet = desk.keeps(answers(*rows))
    assert desk.runs(sheet) == 0
    assert desk.out.count("kolom persyaratan") == 20
    assert "dan 280 lagi" in desk.out
    assert len(desk.scores(sheet)["excluded"]) == 300


def test_a_hostile_cell_cannot_write_to_the_terminal(desk: Desk) -> None:
    sheet = desk.keeps(answers("3,3,3,3,3,3,3,3,3", "\x1b[2J" + "z" * 500 + ",3,3,3,3,3,3,3,3"))
    assert desk.runs(sheet) == 0
    assert "\x1b" not in desk.out
    assert max(map(len, desk.out.splitlines())) < 120


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_any_usual_delimiter_is_understood(desk: Desk, sign: str) -> None:
    sheet = answers("4,3,3,3,3,3,3,3,3").replace(",", sign)
    assert desk.scores(desk.keeps(sheet))["ikm"] == 77.78


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
def test_any_usual_encoding_is_understood(desk: Desk, encoding: str) -> None:
    sheet = answers("4,3,3,3,3,3,3,3,3,“café”", header=KEYS + ",saran – bebas")
    assert desk.scores(desk.keeps(sheet.encode(encoding)))["ikm"] == 77.78


def test_means_may_have_a_decimal_comma(desk: Desk) -> None:
    sheet = BANTUL.read_text().replace(",", ";").replace(".", ",")
    assert desk.scores(desk.keeps(sheet))["ikm"] == 87.28
    told = sheet.replace("prosedur;", "Sistem, mekanisme, dan prosedur;")
    assert told != sheet
    assert desk.scores(desk.keeps(told))["ikm"] == 87.28, "nor a comma within a name"
    quoted = "Unsur,NRR\n" + "".join(f'U{number},"3,50"\n' for number in range(1, 10))
    assert desk.scores(desk.keeps(quoted))["ikm"] == 87.5


def test_a_total_under_the_means_is_not_an_element(desk: Desk) -> None:
    sheet = BANTUL.read_text() + "IKM,87.28\n"
    assert desk.scores(desk.keeps(sheet))["ikm"] == 87.28


@pytest.mark.parametrize("name", ["jawaban.xlsx", "jawaban.csv"])
def test_a_workbook_is_read_whatever_it_is_called(desk: Desk, name: str) -> None:
    file = workbook(
        desk.folder / name,
        [
            ["Rekapitulasi"],
            [],
            ["No", *KEYS.split(",")],
            [1, 4, 3, 3, 3, 3, 3, 3, 3, "3"],
            [2, 4, 3, 3, 3, 3, 3, 3, None, 3.5],
        ],
    )
    report = desk.scores(file)
    assert (report["n"], report["ikm"]) == (2, 77.78)
    assert element(report, "pengaduan")["n"] == 1
    assert report["excluded"] == [{"row": 5, "column": "sarpras", "value": "3.5"}]


def test_rows_of_a_workbook_are_numbered_as_the_spreadsheet_numbers_them(desk: Desk) -> None:
    rows: list[list[str | float | None]] = [
        [],
        [],
        [None, *KEYS.split(",")],
        [None, *[3] * 9],
        [None, *[3] * 8, 5],
    ]
    report = desk.scores(workbook(desk.folder / "rendah.xlsx", rows))
    assert report["excluded"] == [{"row": 5, "column": "sarpras", "value": "5"}]


def test_means_are_read_from_a_workbook(desk: Desk) -> None:
    pairs = [line.split(",") for line in BANTUL.read_text().split()[1:]]
    rows: list[list[str | float | None]] = [[key, float(mean)] for key, mean in pairs]
    file = workbook(desk.folder / "rerata.xlsx", [["key", "mean"], *rows])
    assert desk.scores(file)["ikm"] == 87.28


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "kosong"),
        ("\n , ,\n", "kosong"),
        ("nama,umur\nAni,3\n", "Tidak ada kolom unsur"),
        (answers("3,3", header="persyaratan,prosedur"), "yang tidak ada: waktu, biaya, produk"),
        (answers("3" + ",3" * 9, header=KEYS + ",U1"), "dua kali: persyaratan dan U1"),
        (answers("3" + ",3" * 9, header=KEYS + ",waktu"), "dua kali: waktu dan waktu"),
        (answers(), "Tidak ada satu pun jawaban"),
        (answers("9,9,9,9,9,9,9,9,9"), "Tidak ada satu pun jawaban"),
        (answers("3,3,3,,3,3,3,3,3"), "untuk unsur biaya"),
        ("key,mean\nwaktu,3.5\n", "Rata-rata unsur belum lengkap"),
        ("key,mean\n", "Rata-rata unsur belum lengkap"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "tidak dapat dibaca sebagai tabel"),
        (b"\x81\x8d\x8f\x90\x9d", "tidak dapat dibaca sebagai tabel"),
        (b"PK\x03\x04 but no workbook", "tidak dapat dibaca sebagai tabel"),
        (b"\xd0\xcf\x11\xe0 nor an old one", "tidak dapat dibaca sebagai tabel"),
        (KEYS + "\n" + "3" * 200_000 + "\n", "tidak dapat dibaca sebagai tabel"),
    ],
)
def test_a_sheet_that_cannot_be_scored_is_refused_with_a_sentence(
    desk: Desk, content: str | bytes, sentence: str
) -> None:
    assert sentence in desk.is_refused(desk.keeps(content))


@pytest.mark.parametrize("mean", ["0,9", "4.1", "tiga", "NaN", "1e0"])
def test_a_mean_that_cannot_be_is_refused_by_its_row(desk: Desk, mean: str) -> None:
    sheet = BANTUL.read_text().replace("3.93", f'"{mean}"')
    refusal = desk.is_refused(desk.keeps(sheet))
    assert "Baris 5" in refusal
    assert f"bukan {mean}." in refusal


def test_an_element_with_two_means_is_refused(desk: Desk) -> None:
    assert "dua kali" in desk.is_refused(desk.keeps(BANTUL.read_text() + "U3,3.00\n"))


def test_a_number_that_names_an_element_already_there_suggests_the_other_numbering(
    desk: Desk,
) -> None:
    sheet = desk.keeps(answers("3,3,3,3,3,3,3,3,3", header=KEYS.replace("sarpras", "u8")))
    assert "--numbering" in desk.is_refused(sheet)
    assert desk.scores(sheet, numbering="pengaduan-last")["ikm"] == 75


def test_a_missing_file_and_a_folder_are_refused(desk: Desk) -> None:
    assert "tidak ditemukan" in desk.is_refused(desk.folder / "nowhere.csv")
    assert "tidak dapat dibuka" in desk.is_refused(desk.folder)


@pytest.mark.parametrize("weight", ["0", "-0.11", "0.12", "11", "abc", "", "nan", "1e-999999999"])
def test_a_weight_that_makes_no_sense_is_refused(desk: Desk, weight: str) -> None:
    assert "Bobot" in desk.is_refused(SEKADAU, weight=weight)


@pytest.mark.parametrize("population", [0, -5])
def test_a_population_below_one_is_refused(desk: Desk, population: int) -> None:
    assert "paling sedikit 1" in desk.is_refused(SEKADAU, population=population)


def test_an_unknown_numbering_is_refused_with_the_known_ones(desk: Desk) -> None:
    refusal = desk.is_refused(SEKADAU, numbering="abjad")
    assert "sarpras-last, pengaduan-last" in refusal


def test_a_refusal_is_a_sentence_for_programs_too(desk: Desk) -> None:
    assert "tidak ditemukan" in desk.is_refused(desk.folder / "nowhere.csv", as_json=True)


def test_the_page_shows_the_figures_in_indonesian(desk: Desk) -> None:
    assert desk.runs(SEKADAU, weight="0.11", population=1000) == 0
    assert "IKM 78,74, mutu B (Baik)" in desk.out
    assert "bobot 0,11: 77,95, mutu B (Baik)" in desk.out
    assert "sementara (49 dari 278)" in desk.out
    lowest = desk.out.split("Tiga unsur terendah:\n")[1].split("\n\n")[0].splitlines()
    assert lowest[0] == "- Persyaratan (70,41)"
    assert len(lowest) == 3


def test_the_table_stands_in_columns(desk: Desk) -> None:
    assert desk.runs(SEKADAU) == 0
    table = desk.out.split("\n\n")[1].splitlines()
    assert len(table) == 10
    assert table[4].split() == ["4", "Biaya/tarif", "49", "3,612", "90,31", "A"]
    assert len({line.rindex(" ") for line in table}) == 1


def test_the_page_of_means_does_not_invent_respondents(desk: Desk) -> None:
    assert desk.runs(BANTUL, population=1000) == 0
    assert "Responden: tidak tercantum" in desk.out
    assert "sementara karena jumlah responden tidak tercantum" in desk.out


def test_the_page_is_there_in_english(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "en")
    assert desk.runs(SEKADAU, weight="0.11", population=55) == 0
    assert "IKM 78.74, band B (Good)" in desk.out
    assert "Sample target: 48 respondents, reached" in desk.out
    assert "There is no file" in desk.is_refused(tmp_path / "nowhere.csv")


def test_asking_for_help_does_not_load_what_only_bots_and_workbooks_need() -> None:
    heavy = "{'aiogram', 'telegram', 'matplotlib', 'sqlalchemy', 'python_calamine', 'orjson'}"
    program = f"import sys, bot.cli.skm; print(sorted({heavy} & sys.modules.keys()))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


NAMED = "U1 (Persyaratan),U2. Prosedur,Waktu Pelayanan,Biaya/Tarif,unsur 5,P6,Perilaku pelaksana"
LAST = "U8 (Sarana),Penanganan pengaduan; saran dan masukan"
ASKED = (
    '"Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",'
    "Kemudahan prosedur,Kecepatan waktu,Kewajaran biaya,Kesesuaian produk pelayanan,"
    "Kompetensi/kemampuan petugas,Kesopanan dan keramahan,Kualitas sarana dan prasarana,"
    "Penanganan pengaduan"
)
THREES = "3,3,3,3,3,3,3,3,3"


@pytest.mark.parametrize(
    ("lines", "n", "ikm"),
    [
        ([f"No,{NUMBERS}", f"1,{THREES}", "2,1,1,1,1,1,1,1,1,1", "Jumlah" + ",4" * 9], 2, 50),
        ([f"No,{NUMBERS}", "1,2,3,4,5,6,7,8,9,10", f"1,{THREES}"], 1, 75),
        ([f"No,{NUMBERS}", "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10)", f"1,{THREES}"], 1, 75),
        ([f"No,{NUMBERS}", f"1,{THREES}", f"2,{THREES}", ",6" + ",6" * 8], 2, 75),
        ([f"No,{NUMBERS}", f"1,{THREES}", f"2,{THREES}", ",3" + ",3" * 8], 2, 75),
        ([f"No,{NUMBERS}", f"1,{THREES}", "NRR per unsur" + ",3" * 9, "Mutu,B"], 1, 75),
        ([f"No,{NAMED},{LAST}", f"1,{THREES}"], 1, 75),
        ([ASKED, THREES, THREES], 2, 75),
        ([f"No,{NUMBERS}", f",{KEYS}", f"1,{THREES}"], 1, 75),
        ([NUMBERS, "b,b,b,b,b,b,b,b,b", "A,b,b,b,b,b,b,b,b"], 2, 48.61),
        ([NUMBERS, "3. Sesuai,3 = Mudah,Cepat,Murah,Sesuai (3),3.0,Sopan dan ramah,3,Baik"], 1, 75),
        ([f"{KEYS},Saran,U10", f"{THREES},bagus,"], 1, 75),
        ([",Unsur Pelayanan,,,,,,,,", f"No,{NUMBERS}", f"1,{THREES}"], 1, 75),
        ([f"Nama,{KEYS}", "Ani" + ",Baik" * 9, "Budi" + ",Sangat baik" * 9], 2, 87.5),
        ([f"No,{NUMBERS}", f"No,{KEYS}", f"1,{THREES}", f"2,{THREES}"], 2, 75),
    ],
    ids=[
        *("sum", "numbers", "in brackets", "bare sums", "bare means", "labelled means"),
        *("names", "questions", "two rows", "letters", "words", "an empty tenth"),
        *("a group above", "words from the first row on", "two whole rows"),
    ],
)
def test_a_sheet_is_read_as_offices_keep_it(
    desk: Desk, lines: list[str], n: int, ikm: float
) -> None:
    report = desk.scores(desk.keeps("\n".join(lines)))
    assert (report["n"], report["ikm"]) == (n, ikm)


def test_a_name_settles_which_element_a_number_is(desk: Desk) -> None:
    sheet = desk.keeps(answers("3,3,3,3,3,3,3,1,4", header=f"{NAMED},{LAST}"))
    report = desk.scores(sheet)
    assert (element(report, "sarpras")["mean"], element(report, "pengaduan")["mean"]) == (1, 4)
    assert report["columns"]["U8 (Sarana)"] == "sarpras"


def test_the_page_says_how_columns_were_read_and_what_was_passed_over(desk: Desk) -> None:
    header = f"No,Loket,{NAMED},{LAST},IKM Konversi"
    lines = [header, f"1,A,{THREES},75", f"2,A,{THREES},75", "Rata-rata,," + THREES]
    assert desk.runs(desk.keeps("\n".join(lines))) == 0
    assert "- U8 (Sarana) → Sarana dan prasarana" in desk.out
    assert "tidak dibaca: No, Loket, IKM Konversi" in desk.out
    assert "tidak dibaca: 4 (Rata-rata)" in desk.out
    assert "Responden: 2" in desk.out


def test_letters_are_read_as_the_form_lists_them_and_the_page_says_so(desk: Desk) -> None:
    assert desk.runs(desk.keeps(answers("a,b,c,d,a,b,c,d,a"))) == 0
    assert "Huruf a sampai d dibaca sebagai 1 sampai 4" in desk.out


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [
        (answers("4" + ",4" * 8 + ",1" * 5, header=NUMBERS + ",U10,U11,U12,U13,U14"), "(U10, U11"),
        (answers("5,4,5,4,5,4,5,4,5", "4,5,4,5,4,5,4,5,4", header=NUMBERS), "sampai 5"),
        (answers("80,90,85,70,90,80,3,90,90", "75,80,85,70,90,80,70,90,90"), "sampai 90"),
    ],
    ids=["fourteen", "one to five", "percent"],
)
def test_another_survey_is_never_scored_in_silence(
    desk: Desk, sheet: str, sentence: str
) -> None:
    assert sentence in desk.is_refused(desk.keeps(sheet))


def test_a_published_table_is_read_by_its_means(desk: Desk) -> None:
    names = "Persyaratan,Prosedur,Waktu,Biaya/Tarif,Produk,Kompetensi,Perilaku,Sarana,Pengaduan"
    rows = [
        f"U{n},{name},105,{n / 10 + 3:.2f},0.1111,0.39" for n, name in enumerate(names.split(","))
    ]
    head = "No,Unsur Pelayanan,Total Nilai,NRR,Bobot,NRR Tertimbang"
    report = desk.scores(desk.keeps("\n".join(["Tabel 3", head, *rows, "IKM,,,,,85"])))
    assert element(report, "sarpras")["mean"] == 3.7
    assert element(report, "pengaduan")["mean"] == 3.8
    rows = [f"{name};0,11;{n / 10 + 3:.2f};84" for n, name in enumerate(names.split(","))]
    report = desk.scores(desk.keeps("\n".join(["Unsur;Bobot;Nilai;Konversi", *rows, "IKM;;;85"])))
    assert element(report, "sarpras")["mean"] == 3.7, "called so where none is called better"
