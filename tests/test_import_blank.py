"""The empty table of each kind of file: what it shows is understood, and chat sends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import Connection

from bot.attachments.empty_table import EmptyTables
from bot.imports.all_kinds import KINDS, parsed
from bot.imports.blank import CHOICES, EXAMPLES, is_example
from bot.imports.reading.sheets import Columns, sheet_of
from bot.imports.reading.tables import Row, SheetTable
from bot.outbound.file_source import Fetched
from bot.texts import catalogue
from handlers.office.imports import tables
from models.letters import Text
from models.people import Person
from models.refused import Refused
from models.store.office import services
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW
from tests.played import empty_store, labels, letter, person_of, played, tap_of, typed, words
from tests.source import ROOT
from tests.test_texts import LANGUAGES, possible, spoken

SINCE = date(2026, 1, 1)
COMMAND = re.compile(r"(?<![\w-])tilik [a-z]+(?![\w.])|--[a-z]+")
"""What only whoever stands at the machine can type."""


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_an_empty_table_shows_is_understood(kind: str) -> None:
    """The example is a row of its kind, and each value that is offered is read; a column that takes
    chosen words alone offers some."""
    columns = KINDS[kind].columns
    table = [Row(1, tuple(columns.titles)), Row(2, cells_of(kind, EXAMPLES[kind]))]
    assert len(sheet_of([SheetTable(table)], KINDS[kind].row).rows) == 1
    offered = CHOICES.get(kind, {})
    for name, chosen in offered.items():
        for word in chosen:
            columns.columns[name].value(word)
    closed = {n for n, c in columns.columns.items() if c.reads.__qualname__.startswith("chosen")}
    assert closed <= set(offered)


def test_the_example_of_a_unit_may_be_followed_and_is_known_from_earlier_tables() -> None:
    example = EXAMPLES["units"]
    day = KINDS["units"].columns.columns["first"].value(example["first"])
    assert isinstance(day, date)
    assert day <= NOW.date(), "a unit is moved from today on or from a day before"
    before = {**example, "first": "2 Januari 2027"}
    for one, known in ((example, True), (before, True), ({**example, "unit": "UPT Timur"}, False)):
        assert is_example(KINDS["units"], cells_of("units", one)) is known


@pytest.mark.parametrize("kind", KINDS)
def test_chat_names_every_column_as_the_table_does(kind: str) -> None:
    columns = KINDS[kind].columns
    said = catalogue().plain("id", Text(f"impor-columns-{kind}"))
    lists = (line.rstrip(".").partition(": ")[2] for line in said.splitlines())
    named = [one for several in lists for one in several.split(", ")]
    assert named == [columns.columns[name].headers[0] for name in by_need(columns)]


@pytest.mark.parametrize("kind", KINDS)
async def test_the_table_comes_with_an_example_and_a_sheet_that_explains(kind: str) -> None:
    made = await EmptyTables(catalogue()).make(kind, "id")
    assert isinstance(made, Fetched)
    book = CalamineWorkbook.from_filelike(BytesIO(made.content))
    table, guide = (book.get_sheet_by_index(n).to_python() for n in (0, 1))
    columns = KINDS[kind].columns
    assert table == [columns.titles, list(cells_of(kind, EXAMPLES[kind]))]
    assert [row[0] for row in guide[1 : len(columns.titles) + 1]] == columns.titles
    assert book.sheet_names[1] == "Isian"
    with ZipFile(BytesIO(made.content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    for allowed in CHOICES.get(kind, {}).values():
        assert f"&quot;{','.join(allowed)}&quot;" in sheet.replace('"', "&quot;")


async def test_a_kind_that_is_none_has_no_table() -> None:
    assert await EmptyTables(catalogue()).make("rahasia", "id") == Text("impor-gone")


def test_the_example_is_not_taken_in_beside_what_was_filled_in() -> None:
    titles = ";".join(KINDS["teams"].columns.titles)
    example = ";".join(cells_of("teams", EXAMPLES["teams"]))
    own = "Tim Data;Dinas;199001012015032001;ketua;;"
    file = parsed("teams", f"{titles}\n{example}\n{own}\n".encode(), "tim.csv")
    assert [row.team for row in file.sheet.rows] == ["Tim Data"]


@pytest.fixture
def store() -> Iterator[Connection]:
    with empty_store() as store:
        yield store


def works(store: Connection, name: str, *, hr: bool) -> Person:
    unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
    number = people.add(store, name)
    posts.place(store, number, unit, "Staf", since=SINCE)
    if hr:
        people.give_duty(store, number, unit_id=unit, duty="hr", valid_from=SINCE)
    return person_of(store, number, NOW)


def test_impor_shows_the_kinds_their_columns_and_sends_the_table(store: Connection) -> None:
    hani, dewi = works(store, "Hani", hr=True), works(store, "Dewi", hr=False)
    asked = played(store, hani, "o.impor.", now=NOW)
    assert labels(asked) == ["Tabel kosong"]
    kinds = letter(store, hani, "o.impor.", "tabel", now=NOW)
    assert letter(store, hani, "o.impor.", typed("tabel"), now=NOW) == kinds
    assert len(labels(kinds)) == len(tables.KINDS)
    for kind in tables.KINDS:
        tap = tap_of(kinds, catalogue().plain("id", Text(f"impor-kind-{kind}")))
        shown = letter(store, hani, tap, now=NOW)
        assert shown.file is not None
        assert shown.file.file == f"made:tabel.{kind}"
        assert "Harus diisi" in words(shown)
    with pytest.raises(Refused, match="impor-gone"):
        played(store, hani, "o.impor.tabel.rahasia", now=NOW)
    with pytest.raises(Refused, match="impor-not-yours"):
        played(store, dewi, "o.impor.tabel.people", now=NOW)
    assert set(tables.KINDS) == set(KINDS)


def test_more_kinds_than_one_list_shows_stand_in_pages(
    store: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(tables.KINDS) <= tables.IN_A_LIST, "all of them in one list of WhatsApp"
    monkeypatch.setattr(tables, "IN_A_LIST", len(tables.KINDS) - 1)
    hani = works(store, "Hani", hr=True)
    first = letter(store, hani, "o.impor.", "tabel", now=NOW)
    assert labels(first)[-1] == "Berikutnya ›"
    second = letter(store, hani, tap_of(first, "Berikutnya ›"), now=NOW)
    shown = [*labels(first)[:-1], *labels(second)[:-1]]
    assert len({*shown}) == len(shown) == len(tables.KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_chat_tells_anybody_to_type_a_command(language: str) -> None:
    """But whoever runs the machine, in the chat of its alarms, and for what `tilik dead` says."""
    chats = ("handlers", "models", "scheduler", "bot/imports", "bot/turn", "bot/inbound")
    said = {
        one
        for path, call, shape in spoken()
        if str(path).startswith(chats) and getattr(call.func, "id", "") == "Text"
        for one in possible(shape)
    }
    chat = {name for name in said if not name.startswith("dead-")}
    told = {name: words for name, words in bodies(language) if name in chat}
    assert len(told) > 900
    assert {name: words for name, words in told.items() if COMMAND.search(words)} == {}


def bodies(language: str) -> Iterator[tuple[str, str]]:
    """Every text of a language as it is written."""
    for file in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for found in MESSAGE.finditer(file.read_text("utf-8")):
            yield found["name"], found["words"]


MESSAGE = re.compile(r"^(?P<name>[a-z][\w-]*) =(?P<words>.*(?:\n(?:[ }].*)?)*)", re.MULTILINE)


def cells_of(kind: str, said: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(said.get(name, "") for name in KINDS[kind].columns.offered)


def by_need(columns: Columns) -> list[str]:
    """Fields: those that each row must fill in, those that must be there, the others."""
    every = columns.offered
    return sorted(every, key=lambda name: (not every[name].filled, not every[name].needed))
