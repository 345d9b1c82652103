"""The trail: rows in a chain, without a gap, that nobody can change or take away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from models.store import Store
from models.store.engine.database import Database
from models.store.oversight.trail import Note, hash_of, note, undone
from models.store.schema import trail, trail_head
from tests.store.elsewhere import elsewhere

AT = datetime(2026, 11, 23, 2, 5, 7, 123457, tzinfo=UTC)
DAY = date(2026, 11, 23)


def told(store: Store) -> Sequence[Any]:
    return store.execute(select(trail).order_by(trail.c.number)).all()


def is_whole(store: Store) -> bool:
    """Whether the rows make one chain from the first to the head."""
    rows, head = told(store), store.execute(select(trail_head)).one()
    assert [row.number for row in rows] == [*range(1, len(rows) + 1)]
    for before, row in pairwise([None, *rows]):
        assert row is not None
        assert row.hash == hash_of(row._mapping, before.hash if before is not None else "")
    return bool((head.number, head.hash) == (rows[-1].number, rows[-1].hash))


async def test_each_row_holds_the_hash_of_the_one_before(database: Database) -> None:
    here = AT.astimezone(timezone(timedelta(hours=7)))

    def deeds(store: Store) -> None:
        note(store, Note("link", here, DAY, by=1, about=2, what={"to": 3, "kind": "tím"}))
        note(store, Note("ratings", AT, DAY, actor="clock"))

    await database.run(deeds)
    await database.run(deeds)
    assert await database.read(is_whole)
    first, second, *_ = await database.read(told)
    assert (first.deed, first.by_id, first.about_id, first.actor) == ("link", 1, 2, "person")
    assert (first.at, first.day) == (AT.replace(microsecond=0), DAY)
    assert json.loads(first.what) == {"to": 3, "kind": "tím"}
    assert (second.by_id, second.about_id, second.actor) == (None, None, "clock")


async def test_a_look_is_told_once_a_day_for_each_person_and_subject(database: Database) -> None:
    def looks(store: Store) -> None:
        for day in (DAY, DAY, DAY + timedelta(days=1)):
            for by, about in ((1, 2), (1, 3), (2, 3), (1, 2)):
                note(store, Note("look.tim", AT, day, by=by, about=about, once=True))
        note(store, *[Note("approve", AT, DAY, by=1, about=2)] * 2)

    await database.run(looks)
    await database.run(looks)
    rows = await database.read(told)
    seen = [(row.day.day, row.by_id, row.about_id) for row in rows if row.deed == "look.tim"]
    assert seen == [(day, by, about) for day in (23, 24) for by, about in ((1, 2), (1, 3), (2, 3))]
    assert sum(row.deed == "approve" for row in rows) == 4


async def test_what_is_undone_leaves_no_trail(database: Database) -> None:
    def broken(store: Store) -> None:
        note(store, Note("link", AT, DAY))
        raise LookupError

    def idle(store: Store) -> None:
        """Notes nothing."""

    outcomes = await asyncio.gather(
        *(database.run(job) for job in (broken, idle, broken, idle)), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [LookupError, type(None)] * 2
    assert await database.read(told) == []


async def test_a_trial_leaves_its_notes_only_where_it_is_kept(database: Database) -> None:
    def job(store: Store) -> None:
        for number, kept, raises in ((1, True, False), (2, False, False), (3, True, True)):
            with suppress(LookupError), undone(store) as trial:
                note(store, Note("link", AT, DAY, by=number))
                if kept:
                    trial.keep()
                if raises:
                    raise LookupError

    await database.run(job)
    assert [row.by_id for row in await database.read(told)] == [1]


async def test_thousands_of_deeds_of_one_job_follow_each_other(database: Database) -> None:
    def import_(store: Store) -> None:
        note(store, *(Note("person", AT, DAY, about=n, what={"n": n}) for n in range(2_500)))

    await database.run(import_)
    assert await database.read(is_whole)
    assert len(await database.read(told)) == 2_500


async def test_processes_that_add_at_once_leave_no_gap_and_no_fork(databases: str) -> None:
    def adds(store: Store) -> None:
        note(store, *(Note("link", AT, DAY, by=n) for n in range(5)))

    for future in elsewhere(databases, *[adds] * 6):
        await asyncio.wrap_future(future)
    (whole,) = elsewhere(databases, lambda store: is_whole(store) and len(told(store)))
    assert await asyncio.wrap_future(whole) == 30


@pytest.mark.parametrize(
    "order",
    [
        "UPDATE trail SET by_id = 9",
        "DELETE FROM trail",
        "UPDATE seals SET mac = ''",
        "DELETE FROM seals",
    ],
)
async def test_nothing_that_is_there_can_be_changed_or_taken_away(
    database: Database, order: str
) -> None:
    def added(store: Store) -> None:
        note(store, Note("link", AT, DAY, by=1))
        store.execute(
            text(
                "INSERT INTO seals (number, hash, fingerprint, mac, sealed_at) "
                "VALUES (1, '', '', '', " + ("0)" if store.dialect.name == "sqlite" else "now())")
            )
        )

    await database.run(added)
    with pytest.raises(DBAPIError, match="only ever added to"):
        await database.run(lambda store: store.execute(text(order)))
    assert await database.read(is_whole)


async def test_postgresql_does_not_empty_the_tables_either(postgresql: str) -> None:
    (empties,) = elsewhere(postgresql, lambda store: store.execute(text("TRUNCATE trail, seals")))
    with pytest.raises(DBAPIError, match="only ever added to"):
        await asyncio.wrap_future(empties)
