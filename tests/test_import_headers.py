"""What offices call a column is read in every kind of file that has such a column."""

from __future__ import annotations

import pytest

from bot.imports.all_kinds import KINDS, parsed
from tests.test_import_kinds import EXAMPLES

COLUMNS = [(kind.name, name) for kind in KINDS.values() for name in kind.columns.columns]
HEADERS = [
    (kind.name, name, header)
    for kind in KINDS.values()
    for name, column in kind.columns.columns.items()
    for header in column.headers
]
HOMONYMS = {"jenis", "kind", "peran", "role", "hari kerja"}
"""What means one thing in one kind of file and another in another."""


def headers_of(kind: str, name: str) -> set[str]:
    return {header.casefold() for header in KINDS[kind].columns.columns[name].headers}


@pytest.mark.parametrize(("kind", "name", "header"), HEADERS)
def test_every_header_is_read_however_it_is_spelt(kind: str, name: str, header: str) -> None:
    columns = KINDS[kind].columns
    for spelt in (header, header.upper(), f" {header.replace(' ', '_')}* (wajib): "):
        assert columns.named(spelt) == name
    assert header in columns.columns[name].headers
    assert columns.title(name) in columns.titles or name not in columns.offered


@pytest.mark.parametrize(("kind", "name"), COLUMNS)
def test_a_column_is_called_the_same_in_every_kind(kind: str, name: str) -> None:
    mine = headers_of(kind, name)
    for other, its in COLUMNS:
        theirs = headers_of(other, its)
        if mine & theirs - HOMONYMS:
            assert mine == theirs, (other, its)


@pytest.mark.parametrize(("kind", "name"), COLUMNS)
def test_a_file_says_the_same_under_every_header(kind: str, name: str) -> None:
    header, *rows = EXAMPLES[kind].splitlines()
    columns = KINDS[kind].columns
    cells = header.split(",")
    if name not in map(columns.named, cells):
        cells, rows = [*cells, columns.title(name)], [f"{row}," for row in rows]
    read = [
        parsed(kind, "\n".join([",".join(called), *rows]).encode(), "x.csv").sheet
        for one in columns.columns[name].headers
        for called in [[one if columns.named(cell) == name else cell for cell in cells]]
    ]
    assert read[0].rows
    assert all(sheet.rows == read[0].rows and not sheet.wrongs for sheet in read)


def test_an_opd_is_a_unit_in_every_kind_that_has_units() -> None:
    having = {kind for kind, name in COLUMNS if name == "unit"}
    assert having == {"people", "units", "posts", "services", "counters", "teams", "standards"}
    for kind in having:
        table = EXAMPLES[kind].replace("unit,", "OPD,", 1)
        assert "OPD" in table
        assert parsed(kind, table.encode(), "x.csv").sheet.rows
