"""A dump: every table out of one engine, and back into either."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, insert, text, update
from sqlalchemy.exc import DBAPIError

from bot.cli.command import changed
from models.letters import Letter, Text
from models.ratings import DAILY, Rating
from models.scores import OVERALL
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import Database, StoreAway, opened
from models.store.engine.dump import KINDS, LEAP, Newer, NotEmpty, Unfit, dump, kind_of, load
from models.store.engine.migrate import revisions
from models.store.letters import letters
from models.store.office import services
from models.store.oversight.audit import audited
from models.store.oversight.day_seals import seal_ratings
from models.store.oversight.trail import Note, note
from models.store.ratings import ratings
from models.store.schema import metadata, units
from tests.actors import NINE_O_CLOCK
from tests.office import open_office, staff_office
from tests.store.elsewhere import elsewhere


def test_every_column_has_a_kind_and_no_kind_is_idle() -> None:
    kinds = {kind_of(column) for table in metadata.sorted_tables for column in table.c}
    assert kinds == set(KINDS)


def test_a_json_column_that_may_be_empty_would_come_back_as_another_nothing() -> None:
    columns = [column for table in metadata.sorted_tables for column in table.c]
    assert not [str(c) for c in columns if isinstance(c.type, JSON) and c.nullable]


def furnish(store: Store) -> None:
    """Something of every kind of value, a unit whose superior unit came after it, and a day of
    ratings that is closed."""
    office = open_office(store, now=NINE_O_CLOCK)
    stand = office.counters[0]
    rated = (stand.id, stand.services[0].id, NINE_O_CLOCK.date() - timedelta(days=1), DAILY)
    ratings.add(store, Rating(*rated, {OVERALL: 3}))
    assert seal_ratings(store, NINE_O_CLOCK) == 1
    staff = staff_office(store, NINE_O_CLOCK)
    above = services.add_unit(store, "Setda", zone="Asia/Jakarta")
    store.execute(update(units).where(units.c.id == office.unit_id).values(parent_id=above.id))
    met = addresses.meet(store, "telegram", "1001", now=NINE_O_CLOCK)
    files = metadata.tables["files"]
    photo = {"channel": "telegram", "file": "f1", "kind": "photo", "state": "here"}
    at = {"due_at": NINE_O_CLOCK, "given_at": NINE_O_CLOCK, "address_id": met.address.id}
    store.execute(insert(files).values(**photo, **at, content=b"\x00\xff" * 9))
    day, sheet = NINE_O_CLOCK.date(), {"b": [1, None], "a": "é\u2028"}
    asked = {"quarter": "2026-Q4", "sheet": sheet}
    evaluations = metadata.tables["evaluations"]
    store.execute(insert(evaluations).values(person_id=staff.employee_id, sent_on=day, **asked))
    entry = {"receipt": "R1", "person_id": staff.employee_id, "day": day, "entered_on": day}
    more = {"activity": "Rapat\n", "evidence": [], "state": "sent", "sent_at": NINE_O_CLOCK}
    entries = metadata.tables["entries"]
    store.execute(insert(entries).values(**entry, **more, starts=time(9, 30)))
    note(store, Note("setting", NINE_O_CLOCK, day, what={"name": "quiet"}, actor="operator"))


def lines_of(store: Store) -> list[Any]:
    """The dump, through JSON as it is kept."""
    found: list[Any] = []
    count = dump(store, lambda line: found.append(json.loads(json.dumps(line))))
    assert count == sum(isinstance(line, list) for line in found)
    return found


async def dumped(url: str) -> list[Any]:
    database = opened(url)
    try:
        return await database.read(lines_of)
    finally:
        await database.close()


def without_numbers(lines: Iterable[Any]) -> list[Any]:
    return [{**line, "next": None} if isinstance(line, dict) else line for line in lines]


async def test_what_one_engine_gives_either_takes(database: Database, empty: str) -> None:
    await database.run(furnish)
    lines = await database.read(lines_of)
    count = await asyncio.to_thread(load, empty, revisions()[0], iter(lines))
    assert count == sum(isinstance(line, list) for line in lines) > 30
    assert without_numbers(await dumped(empty)) == without_numbers(lines)


async def test_after_a_load_numbers_go_on_and_none_is_given_twice(sqlite: str, empty: str) -> None:
    await asyncio.to_thread(changed, sqlite, furnish)
    lines = await dumped(sqlite)
    await asyncio.to_thread(load, empty, revisions()[0], lines)

    def go_on(store: Store) -> tuple[int, int]:
        unit = services.add_unit(store, "Baru", zone="Asia/Jakarta")
        met = addresses.meet(store, "telegram", "1002", now=NINE_O_CLOCK)
        letter = letters.write(store, met.address, Letter((Text("sorry"),)), now=NINE_O_CLOCK)
        note(store, Note("setting", NINE_O_CLOCK, NINE_O_CLOCK.date(), actor="operator"))
        return unit.id, letter.id

    again = opened(empty)
    unit, letter = await again.run(go_on)
    assert (unit, letter) == (3, LEAP + 1)
    audit = await again.read(lambda store: audited(store, None))
    assert (audit.rows, audit.days, audit.count) == (3, 1, 0)
    with pytest.raises(DBAPIError, match="only"):  # the guards are on again
        await again.run(lambda store: store.execute(text("UPDATE trail SET by_id = 9")))
    await again.close()


async def test_a_load_is_all_or_nothing(sqlite: str, empty: str) -> None:
    lines = await dumped(sqlite)
    with pytest.raises(NotEmpty):
        await asyncio.to_thread(load, sqlite, revisions()[0], lines)
    with pytest.raises(Newer):
        await asyncio.to_thread(load, empty, "9999", lines)

    def breaks_off() -> Iterator[Any]:
        yield from lines[:4]
        raise OSError

    with pytest.raises(StoreAway):
        await asyncio.to_thread(load, empty, revisions()[0], breaks_off())
    await asyncio.to_thread(load, empty, revisions()[0], lines)


STRANGE = {"table": "units", "key": ["id"], "own": [], "columns": [["id", "strange"]]}


@pytest.mark.parametrize("wrong", [[1, 2], {"table": "units"}, STRANGE])
def test_lines_that_are_none_of_a_dump_are_refused(tmp_path: Path, wrong: Any) -> None:
    with pytest.raises(Unfit):
        load(f"sqlite:///{tmp_path / 'new.db'}", revisions()[0], [wrong])


async def test_an_older_dump_is_brought_up_to_date(tmp_path: Path) -> None:
    """As it was before later migrations: it has neither their tables nor their columns."""
    head = {"columns": [["id", "number"], ["name", "words"], ["zone", "words"]], "own": []}
    lines = [{"table": "units", "key": ["id"], "next": None, **head}, [1, "Setda", "Asia/Jakarta"]]
    url = f"sqlite:///{tmp_path / 'newer.db'}"
    assert await asyncio.to_thread(load, url, "0004", lines) == 1
    assert [1, "Setda", None, "Asia/Jakarta", 5, None, None] in await dumped(url)


async def test_a_dump_is_of_one_instant(databases: str) -> None:
    """What is written meanwhile is in none of its tables, also in those that come later."""

    def write(store: Store) -> None:
        unit = services.add_unit(store, "Baru", zone="Asia/Jakarta")
        services.add_service(store, unit.id, "KTP-el", population=1)

    lines: list[Any] = []

    def put(line: Any) -> None:
        if len(lines) == 1:  # the first table is read
            for written in elsewhere(databases, write):
                written.result()
        lines.append(line)

    database = opened(databases)
    await database.read(lambda store: dump(store, put))
    await database.close()
    assert "Baru" not in str(lines)
    assert "KTP-el" not in str(lines)
    assert "KTP-el" in str(await dumped(databases))
