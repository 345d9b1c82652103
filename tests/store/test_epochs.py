"""Epochs: a database that is behind what is remembered outside is known, and so is a cut trail."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import delete, select, update

from models.store import Store
from models.store.engine.database import Database
from models.store.oversight import epochs
from models.store.oversight.epochs import Remembered, Trouble
from models.store.oversight.trail import Note, note
from models.store.rules import outages
from models.store.schema import epochs as rows
from models.store.schema import trail, trail_head
from tests.actors import NINE_O_CLOCK as NOW
from tests.store.test_audit import opened_up

NEW, NONE = Remembered("a", -1), Remembered("none", -1)
"""What is to be begun, and what another machine would begin."""


async def goes_on(
    database: Database, known: Remembered, fresh: str = "b"
) -> tuple[Remembered, Trouble | None]:
    return await database.run(partial(epochs.go_on, known=known, fresh=fresh, now=NOW))


async def notes(database: Database, by: int) -> None:
    await database.run(lambda store: note(store, Note("link", NOW, date(2026, 11, 23), by=by)))


def falls_back(store: Store, mark: int) -> None:
    """As after a restored backup."""
    store.execute(update(rows).values(mark=mark))


def cut(store: Store, number: int) -> None:
    """As somebody would who owns the database, and mends the head."""
    last = store.execute(select(trail.c.hash).where(trail.c.number == number)).scalar() or ""
    store.execute(delete(trail).where(trail.c.number > number))
    store.execute(update(trail_head).values(number=number, hash=last))


async def test_a_database_goes_on_as_long_as_it_is_the_one_that_is_remembered(
    database: Database,
) -> None:
    assert (await goes_on(database, NEW))[1] is None
    known, trouble = await goes_on(database, NEW)  # it died before it could remember
    assert (known, trouble) == (Remembered("a", 2), None)
    await notes(database, 1)
    later, trouble = await goes_on(database, known)
    assert (later.epoch, later.mark, later.number, trouble) == ("a", 3, 1, None)
    again, trouble = await goes_on(database, known)  # and once more
    assert (again.epoch, again.mark, trouble) == ("a", 4, None)


async def test_one_that_is_behind_is_paused_for_every_process_until_it_is_resumed(
    database: Database,
) -> None:
    first, _ = await goes_on(database, NEW)
    known, _ = await goes_on(database, first)
    await database.run(lambda store: falls_back(store, 1))
    here, trouble = await goes_on(database, known)
    assert (here.epoch, trouble) == ("b", "restored")
    other, trouble = await goes_on(database, known, "c")  # another process, of the time before
    assert (other.epoch, trouble) == ("b", "restored")
    assert await database.read(lambda store: epochs.trouble_of(store, other)) == ("restored", NOW)
    resume = partial(epochs.resume, fresh="d", now=NOW, known=here, before=NOW)
    assert await database.run(resume) == epochs.Resumed()
    for one in (known, here, other):
        now_is, trouble = await goes_on(database, one, "e")
        assert (now_is.epoch, trouble) == ("d", None)
    assert await database.read(lambda store: epochs.trouble_of(store, None)) is None


async def test_where_nothing_is_remembered_a_living_process_vouches_for_a_shared_database(
    database: Database,
) -> None:
    long_ago = NOW - timedelta(minutes=11)
    await goes_on(database, NEW)
    await database.run(lambda store: store.execute(update(rows).values(began_at=long_ago)) and None)
    await database.run(lambda store: outages.beat(store, NOW - timedelta(minutes=1)))
    shared = await database.read(lambda store: store.dialect.name != "sqlite")
    assert (await goes_on(database, NONE))[1] == (None if shared else "restored")
    await database.run(lambda store: outages.skip(store, long_ago))
    assert (await goes_on(database, NONE, "c"))[1] == "restored"


async def test_two_that_start_together_on_a_new_shared_database_are_both_at_home(
    database: Database,
) -> None:
    await goes_on(database, NEW)
    shared = await database.read(lambda store: store.dialect.name != "sqlite")
    assert (await goes_on(database, NONE))[1] == (None if shared else "restored")


@pytest.mark.parametrize("left", [0, 1])
async def test_a_trail_that_was_cut_is_not_the_one_that_is_remembered(
    database: Database, left: int
) -> None:
    await goes_on(database, NEW)
    for by in (1, 2):
        await notes(database, by)
    known, _ = await goes_on(database, Remembered("a", 1))
    await database.run(opened_up)
    await database.run(lambda store: cut(store, left))
    for by in (3, 4):
        now_is, trouble = await goes_on(database, known)
        assert (now_is.number, now_is.hash, trouble) == (2, known.hash, "trail-cut")
        await notes(database, by)  # as many rows again do not make it whole
    assert (await database.read(lambda store: epochs.trouble_of(store, known))) is not None
    resume = partial(epochs.resume, fresh="d", now=NOW, known=known, before=None)
    await database.run(resume)
    now_is, trouble = await goes_on(database, known)
    assert (now_is.epoch, trouble) == ("d", None)
    told = await database.read(lambda store: store.execute(select(trail.c.what)).scalars().all())
    assert known.hash in told[-1]


async def test_an_empty_database_in_the_place_of_one_that_is_remembered_is_paused(
    database: Database,
) -> None:
    """A backup from before there were epochs, say."""
    assert (await goes_on(database, Remembered("a", 7)))[1] == "restored"
