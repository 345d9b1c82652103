"""What tables hold of people: each declares it, and whoever reads the declarations forgets none."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import pytest
from fluent.runtime import FluentBundle, FluentResource
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    Text,
    insert,
    select,
)

from bot.attachments.dossier import DossierWords, as_json
from bot.texts import Texts
from models.incidents import AffectedRows, Scope
from models.retention import PERIODS
from models.store import Store
from models.store.engine.database import opened
from models.store.oversight import dossier, incidents, retention
from models.store.people import people
from models.store.personal import (
    Breach,
    By,
    Copied,
    Erased,
    Expires,
    Name,
    No,
    OfPerson,
    Personal,
    Through,
    declaration,
    leads_to,
    nobody,
    personal,
)
from models.store.schema import Key, metadata
from models.store.schema import people as person
from scheduler import due
from tests.actors import NINE_O_CLOCK
from tests.test_catalogue import LOCALES

DAY = date(2026, 11, 23)
PAGE = (LOCALES.parent / "docs" / "privacy.md").read_text("utf-8")


# -- what a table must say --------------------------------------------------------------------


def lacking(tables: Iterable[Table]) -> list[str]:
    """What these tables should say of themselves and do not."""
    return [f"{table.name}: {word}" for table in tables for word in _lacking(table)]


def _lacking(table: Table) -> Iterator[str]:
    if not table.info:
        yield "holds what of people? (models.store.personal)"
        return
    one = declaration(table)
    yield from ("why?" for word in _reasons(one) if not word)
    if isinstance(one.concerns, OfPerson | Through):
        if not leads_to(table, person):
            yield "leads to nobody"
        yield from (f"{name} is in no copy" for name in _uncopied(table, one))
    elif all(isinstance(rule, No) for rule in one.kept):
        words = [column.name for column in table.c if type(column.type) in (Text, LargeBinary)]
        yield from (f"how long is {name} kept?" for name in words)


def _reasons(one: Personal) -> list[str]:
    said = (one.concerns, one.copied, *one.kept, one.erased, one.breach)
    return [word.why for word in said if isinstance(word, No)]


def _uncopied(table: Table, one: Personal) -> set[str]:
    """Columns of which the declaration says neither that they are in the copy nor that not."""
    if isinstance(one.copied, No):
        return set()
    named = {name.column if isinstance(name, Name) else name for name in one.copied.columns}
    path = [one.concerns.column] if isinstance(one.concerns, OfPerson) else one.concerns.columns  # type: ignore[union-attr]
    return {c.name for c in table.c if c.name != "id"} - named - {*one.copied.inner, *path}


def test_every_table_says_what_it_holds_of_people() -> None:
    assert lacking(metadata.tables.values()) == []


def test_what_is_said_is_of_columns_that_are_there_and_of_one_place_each() -> None:
    told = dossier.sections().values()
    places = [one.place for one in told]
    assert places == sorted(set(places))
    for one in told:
        assert set(one.machines) | set(one.reads) | set(one.usual) <= set(one.keys)
    assert len(set(incidents.kinds())) == len(incidents.kinds())


def test_who_sees_to_a_period_or_to_erasing_is_there_and_is_called() -> None:
    rules = [rule for t in metadata.tables.values() for rule in declaration(t).kept]
    callers = inspect.getsource(due) + inspect.getsource(retention)
    named = {rule.function for rule in rules if isinstance(rule, By)}
    assert len(named) > 5
    assert not {name for name in named if f"{name.removeprefix('due.')}(" not in callers}


# -- what docs/privacy.md says ----------------------------------------------------------------


def unwritten(tables: Iterable[Table]) -> list[str]:
    """What the page does not say of these tables, or says otherwise."""
    held = PAGE.partition("## What is held")[2].partition("\n## ")[0]
    rows = [line.split(" | ") for line in held.splitlines() if line.startswith("| ")]
    return [f"{table.name}: {word}" for table in tables for word in _unwritten(table, rows)]


def _unwritten(table: Table, rows: list[list[str]]) -> Iterator[str]:
    one = declaration(table)
    if isinstance(one.concerns, No) and all(isinstance(rule, No) for rule in one.kept):
        return
    here = [row for row in rows if re.search(rf"`{table.name}[`.]", row[1])]
    if not here:
        yield "is not there"
    for rule in one.kept:
        match rule:
            case By(function):
                wanted = [f"`{function}`"]
            case Expires(after=int() as days):
                wanted = [f"{days} days", "`retention.forget`"]
            case Expires(after=str() as name):
                wanted = [f"{PERIODS[name].days} days", f"`keep.{name}`", "`retention.forget`"]
            case _:
                wanted = ["– |"]
        if not any(all(word in " | ".join(row[3:]) for word in wanted) for row in here):
            yield f"is kept otherwise: {wanted}"


def test_the_page_says_of_every_table_how_long_it_is_kept_and_by_which_job() -> None:
    assert unwritten(metadata.tables.values()) == []


def test_the_page_says_what_goes_on_request() -> None:
    said = PAGE.partition("Staff: unties")[2].partition("Citizens:")[0]
    erased = {t.name for t in metadata.tables.values() if isinstance(declaration(t).erased, Erased)}
    assert set(re.findall(r"`([a-z_]+)`", said)) == erased


# -- a table that no other file knows ---------------------------------------------------------

WORDS = """
dossier-in-suggestions = Usul
dossier-in-remarks = Catatan tentang usul
dossier-worth = Penghematan
dossier-suggestions-day = Diusulkan
dossier-helper = Dibantu oleh
"""


@pytest.fixture
def suggestions() -> Iterator[tuple[Table, Table]]:
    """Suggestions of staff, and remarks that hang on them."""
    first = Table(
        "suggestions",
        metadata,
        Column("id", Key, primary_key=True),
        Column("person_id", ForeignKey("people.id"), nullable=False),
        Column("day", Date, nullable=False),
        Column("quarter", String(7), nullable=False),
        Column("worth", BigInteger),
        Column("helper_id", ForeignKey("people.id")),
        Column("state", String(9), nullable=False),
        Column("words", Text),
        info=personal(
            OfPerson(),
            copied=Copied(
                ("day", "quarter", "worth", Name("helper_id"), "state", "words"),
                reads={"quarter": "quarter", "worth": "money"},
            ),
            kept=Expires("day", 90),
            erased=Erased(only="state = 'open'"),
            breach=Breach(since="day", named=True),
        ),
    )
    second = Table(
        "remarks",
        metadata,
        Column("id", Key, primary_key=True),
        Column("suggestion_id", ForeignKey("suggestions.id"), nullable=False),
        Column("words", Text),
        info=personal(
            Through(("suggestion_id",)),
            copied=Copied(("words",)),
            kept=No("as long as the suggestion"),
            erased=Erased(becomes={"words": None}),
            breach=Breach(),
        ),
    )
    yield first, second
    metadata.remove(second)
    metadata.remove(first)


def suggested(store: Store, first: Table, second: Table) -> tuple[int, int]:
    """Two of Dewi's, with a remark on the first, and one of Budi's."""
    dewi, budi = people.add(store, "Dewi"), people.add(store, "Budi")
    row = {"day": DAY, "quarter": "2026-Q4", "state": "open", "words": "Antrean"}
    one = {**row, "person_id": dewi, "worth": 1_250_000, "helper_id": budi, "state": "approved"}
    two = {**row, "person_id": dewi, "day": DAY - timedelta(days=1)}
    for each in (one, two, {**row, "person_id": budi}):
        store.execute(insert(first).values(**each))
    store.execute(insert(second).values(suggestion_id=1, words="Bagus"))
    return dewi, budi


async def test_a_new_table_is_in_the_copy_in_retention_in_erasure_and_in_the_breach_report(
    databases: str, suggestions: tuple[Table, Table]
) -> None:
    assert lacking(suggestions) == []

    def story(store: Store) -> None:
        for table in suggestions:
            table.create(store)
        dewi, budi = suggested(store, *suggestions)
        copy = dict(dossier.read(store, dewi))
        assert [row["day"] for row in copy["suggestions"]] == [DAY, DAY - timedelta(days=1)]
        assert copy["remarks"] == [{"words": "Bagus"}]
        assert dict(dossier.read(store, budi))["remarks"] == []
        assert '"worth": 1250000' in as_json(list(copy.items())).decode()
        assert read_out("suggestions", copy["suggestions"][:1]) == (
            "Usul",
            [
                ("Diusulkan", "23 November 2026"),
                ("Triwulan", "Triwulan IV 2026"),
                ("Penghematan", "Rp 1.250.000"),
                ("Dibantu oleh", "Budi"),
                ("Keadaan", "disetujui"),
                ("Isi permintaan", "Antrean"),
            ],
        )
        found = reported(store, dewi)
        assert [one for one in found if one.kind in ("suggestions", "remarks")] == [
            AffectedRows("suggestions", 2, 1),
            AffectedRows("remarks", 1),
        ]
        assert incidents.kinds()[-2:] == ("suggestions", "remarks")
        assert "suggestions" in incidents.named()
        assert "remarks" not in incidents.named()
        retention.leave_everywhere(store, dewi, NINE_O_CLOCK)
        assert left(store, suggestions) == ([(dewi, "approved"), (budi, "open")], [None])
        retention.forget(store, NINE_O_CLOCK + timedelta(days=90))
        assert len(left(store, suggestions)[0]) == 2
        store.execute(suggestions[1].delete())
        retention.forget(store, NINE_O_CLOCK + timedelta(days=91))
        assert left(store, suggestions) == ([], [])
        for table in reversed(suggestions):
            table.drop(store)

    database = opened(databases)
    await database.run(story)
    await database.close()


def read_out(section: str, rows: list[dossier.Row]) -> tuple[str, list[tuple[str, str]]]:
    """The title and the one entry of a section, in Indonesian."""
    bundle = FluentBundle(["id-ID"], use_isolating=False)
    for file in (LOCALES / "id").glob("*.ftl"):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    bundle.add_resource(FluentResource(WORDS))
    title, entries = DossierWords(Texts({"id": bundle}), "id", "Asia/Jakarta").section(
        section, rows
    )
    (entry,) = entries
    return title, entry


def reported(store: Store, whose: int) -> tuple[AffectedRows, ...]:
    first = NINE_O_CLOCK.replace(hour=0)
    scope = Scope(first, first + timedelta(hours=23), "UTC", "person", whose)
    return incidents.affected(store, scope).held


def left(store: Store, tables: tuple[Table, Table]) -> tuple[list[tuple[int, str]], list[str]]:
    first, second = tables
    rows = store.execute(select(first.c.person_id, first.c.state).order_by(first.c.id))
    return [(row[0], row[1]) for row in rows], list(store.execute(select(second.c.words)).scalars())


@pytest.fixture
def silent() -> Iterator[Table]:
    """A table that says nothing."""
    table = Table("silent", metadata, Column("id", Key, primary_key=True), Column("words", Text))
    yield table
    metadata.remove(table)


def test_a_table_or_a_column_that_says_nothing_is_found(
    silent: Table, suggestions: tuple[Table, Table]
) -> None:
    assert lacking(metadata.tables.values()) == [
        "silent: holds what of people? (models.store.personal)"
    ]
    silent.info.update(nobody(""))
    assert lacking([silent]) == [*["silent: why?"] * 5, "silent: how long is words kept?"]
    silent.info.update(nobody("of nobody", kept=(By("files.forget"),)))
    assert lacking([silent]) == []
    assert unwritten([silent]) == [
        "silent: is not there",
        "silent: is kept otherwise: ['`files.forget`']",
    ]
    suggestions[1].append_column(Column("other", String(60)))
    assert lacking(suggestions) == ["remarks: other is in no copy"]
    assert unwritten(suggestions)[0] == "suggestions: is not there"
