"""The empty table of a kind of file, to be filled in: its columns, a row as an example, and on a
sheet beside it what may be written in each."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any, TypeAlias

from bot.imports.kind import Kind
from bot.imports.reading.sheets import SheetColumn
from bot.render.workbook import set_up
from models.letters import Text
from models.standards import COMPONENTS

WIDTH = 22
"""Of a column, in letters."""
ROWS = 5_000
"""For so many rows the allowed values are offered."""
Spell: TypeAlias = Callable[[Text], str]
Example: TypeAlias = Mapping[str, str]

_DEWI, _RATNA = "199001012015032001", "197503122000032001"
_UNIT, _BRANCH = "Dinas Kependudukan", "UPT Wilayah Barat"
EXAMPLES: Mapping[str, Example] = {
    "people": {
        "nip": _DEWI, "name": "Dewi Lestari, S.Kom.", "unit": _BRANCH,
        "title": "Petugas Loket", "superior": _RATNA, "roles": "pegawai", "counters": "Loket 1",
        "zone": "WIB", "parent": _UNIT,
    },
    "units": {
        "unit": _BRANCH, "parent": _UNIT, "zone": "WIB", "week": "5 hari",
        "first": "2 Januari 2026", "position": "1",
    },
    "posts": {
        "nip": _DEWI, "unit": _BRANCH, "title": "Kepala UPT", "said": "plt.",
        "first": "2 Januari 2027", "last": "31 Maret 2027",
    },
    "superiors": {"nip": _DEWI, "superior": _RATNA, "first": "2 Januari 2027"},
    "services": {
        "unit": _BRANCH, "service": "KTP-el", "counter": "Loket 1", "population": "12000",
        "parent": _UNIT, "zone": "WIB",
    },
    "counters": {
        "unit": _BRANCH, "counter": "Loket 1", "services": "KTP-el; Kartu Keluarga",
        "opens": "buka",
    },
    "standards": {
        "unit": _BRANCH, "service": "KTP-el", "requirements": "1. Fotokopi KK\n2. KTP lama",
        "procedure": "1. Ambil nomor antrean\n2. Serahkan berkas\n3. Rekam foto dan sidik jari",
        "time": "1 hari kerja", "fees": "Gratis", "product": "KTP elektronik",
        "hours": "Senin-Jumat 08.00-15.00", "complaints": "Meja pengaduan di lobi",
    },
    "targets": {
        "nip": _DEWI, "quarter": "2027-Q1", "result": "Layanan selesai tepat waktu",
        "indicator": "berkas selesai", "quantity": "100", "measure": "berkas",
    },
    "leave": {
        "nip": _DEWI, "absence": "cuti", "first": "4 Januari 2027", "last": "8 Januari 2027",
    },
    "teams": {
        "team": "Tim Inovasi", "unit": _UNIT, "nip": _DEWI, "role": "anggota",
        "first": "2 Januari 2027",
    },
}
"""Kind -> the cells of its example, by the fields of its rows. A row that says just this is left
out when the table comes back."""
EARLIER = {"2 Januari 2026": "2 Januari 2027"}
"""What stood there in tables that were sent before, and may still come back."""
CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "people": {
        "roles": (
            *("pegawai", "kepala unit", "admin kepegawaian", "pengawas", "auditor", "operator"),
            "keluar",
        ),
        "zone": ("WIB", "WITA", "WIT"),
    },
    "units": {"zone": ("WIB", "WITA", "WIT"), "week": ("5 hari", "6 hari")},
    "posts": {"said": ("definitif", "plt.", "plh.", "pj.", "pjs.")},
    "services": {"zone": ("WIB", "WITA", "WIT")},
    "counters": {"opens": ("buka", "tutup")},
    "leave": {
        "absence": (
            *("cuti", "cuti tahunan", "cuti besar", "cuti sakit", "cuti melahirkan"),
            *("cuti alasan penting", "CLTN", "izin", "dinas luar", "diklat", "tugas belajar"),
            *("sif", "paruh waktu"),
        ),
        "on_holidays": ("ya", "tidak"),
        "dropped": ("berlaku", "batal"),
    },
    "teams": {"role": ("ketua", "anggota", "keluar")},
}
"""Kind -> what may be written in a column that takes chosen words alone."""
SEVERAL = frozenset({("people", "roles")})
"""Columns in which several of them may stand: they are offered, and others are not refused."""


def is_example(kind: Kind, cells: Sequence[str]) -> bool:
    """Whether a row is the example, as it was sent, now or before."""
    example = _example(kind)
    earlier = [EARLIER.get(cell, cell) for cell in example]
    return [cell for cell in cells if cell] in (example, earlier)


def as_csv(kind: Kind) -> bytes:
    """With semicolons and a byte order mark: so a spreadsheet set to Indonesian opens it as
    columns."""
    kept = StringIO(newline="")
    rows = csv.writer(kept, delimiter=";")
    rows.writerow(kind.columns.titles)
    rows.writerow(EXAMPLES[kind.name].get(name, "") for name in kind.columns.offered)
    return kept.getvalue().encode("utf-8-sig")


def as_workbook(kind: Kind, spell: Spell) -> bytes:
    """With a second sheet that says what is written where; `spell` puts texts into words."""
    import xlsxwriter

    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        forms = {
            "bold": book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1}),
            "needed": book.add_format({"bold": True, "bg_color": "#FFE8B3", "border": 1}),
            "text": book.add_format({"num_format": "@"}),
            "example": book.add_format({"num_format": "@", "italic": True, "color": "#777777"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        table = book.add_worksheet(spell(Text(f"impor-kind-{kind.name}"))[:31])
        _fill_table(table, kind, forms, spell)
        guide = book.add_worksheet(spell(Text("isian-sheet")))
        _fill_guide(guide, kind, forms, spell)
        for sheet in (table, guide):
            footer = spell(Text("isian-page", {"page": "&P", "pages": "&N"}))
            set_up(sheet, header=0, footer=footer)
    return kept.getvalue()


def _fill_table(sheet: Any, kind: Kind, forms: Mapping[str, Any], spell: Spell) -> None:
    example = EXAMPLES[kind.name]
    for place, (name, column) in enumerate(kind.columns.offered.items()):
        sheet.set_column(place, place, WIDTH, forms["text"])
        head = forms["needed" if column.filled else "bold"]
        sheet.write_string(0, place, column.headers[0], head)
        sheet.write_string(1, place, example.get(name, ""), forms["example"])
        if allowed := CHOICES.get(kind.name, {}).get(name):
            sheet.data_validation(1, place, ROWS, place, _offered(kind, name, allowed, spell))


def _offered(kind: Kind, name: str, allowed: Sequence[str], spell: Spell) -> dict[str, Any]:
    strict = (kind.name, name) not in SEVERAL
    return {
        "validate": "list",
        "source": list(allowed),
        "error_type": "stop" if strict else "information",
        "error_message": spell(Text("isian-choose"))[:255],
        "show_error": strict,
    }


def _fill_guide(sheet: Any, kind: Kind, forms: Mapping[str, Any], spell: Spell) -> None:
    for place, (title, width) in enumerate(GUIDE):
        sheet.set_column(place, place, width, forms["wrap"])
        sheet.write_string(0, place, spell(title), forms["bold"])
    for row, (name, column) in enumerate(kind.columns.offered.items(), start=1):
        explained = (spell(_when(column)), spell(_what(kind, name)))
        cells = (column.headers[0], *explained, EXAMPLES[kind.name].get(name, ""))
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell)
    sheet.write_string(len(kind.columns.offered) + 2, 0, spell(Text("isian-example-row")))


GUIDE = (
    (Text("isian-column"), 22),
    (Text("isian-when"), 26),
    (Text("isian-what"), 60),
    (Text("isian-example"), 30),
)
"""The columns of the sheet that explains, with their widths in letters."""


def _when(column: SheetColumn) -> Text:
    """Whether it must be filled in."""
    which = "filled" if column.filled else "needed" if column.needed else "free"
    return Text(f"isian-{which}")


def _what(kind: Kind, name: str) -> Text:
    """What is written in a column."""
    if allowed := CHOICES.get(kind.name, {}).get(name):
        which = "some" if (kind.name, name) in SEVERAL else "one"
        return Text(f"isian-{which}-of", {"words": ", ".join(allowed)})
    return Text(f"isian-{WRITTEN.get(name, 'words')}")


WRITTEN: Mapping[str, str] = {
    **dict.fromkeys(("nip", "superior", "old_nip"), "nip"),
    **dict.fromkeys(("first", "last", "closed", "last_day"), "day"),
    **dict.fromkeys(("counters", "services", "duty_units"), "several"),
    **dict.fromkeys(("quantity", "population", "position"), "number"),
    "quarter": "quarter",
    **dict.fromkeys(COMPONENTS, "lines"),
    "weekdays": "weekdays",
}
"""What is said of the cells of a field, where it is more than words."""


def _example(kind: Kind) -> list[str]:
    """The cells of the example that are not blank, in the order of the columns."""
    said = EXAMPLES[kind.name]
    return [said[name] for name in kind.columns.columns if said.get(name)]
