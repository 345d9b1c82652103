"""Two people at one thing at the same instant: neither undoes what the other has done."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import UTC, date, datetime

import pytest

from handlers.staff import history, log
from models.people import Address, Person, Post
from models.refused import Refused
from models.services import Unit
from models.store import Store, people, work
from models.store.database import opened
from models.work import Entry
from tests.store.elsewhere import elsewhere

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize("withdraws", [True, False])
async def test_an_entry_is_not_changed_by_its_owner_while_it_is_being_approved(
    databases: str, withdraws: bool
) -> None:
    database, decided = opened(databases), threading.Event()
    dewi = await database.run(lambda store: people.add(store, "Dewi"))
    sent = Entry(0, "", dewi, DAY, DAY, "Melayani", sent_at=NOW)
    number = (await database.run(lambda store: work.add(store, sent))).id
    await database.close()
    post = Post(Unit(1, "Disdukcapil", "Asia/Jakarta", None), "Petugas")
    person = Person(Address(1, "telegram", "1001", person_id=dewi), "Dewi", post=post)

    def approved(store: Store) -> bool:
        found = work.decide(store, number, by=dewi, seen_at=NOW)
        decided.set()
        time.sleep(0.3)  # the owner is tapping by now
        return found

    def changed(store: Store) -> None:
        if withdraws:
            history.look(store, person, f"x{number}", NOW)
        else:
            log.look(store, person, f"b{number}", NOW)

    (one,) = elsewhere(databases, approved)
    await asyncio.to_thread(decided.wait, 30)
    (other,) = elsewhere(databases, changed)
    assert await asyncio.wrap_future(one)
    with pytest.raises(Refused, match="entry-closed-approved"):
        await asyncio.wrap_future(other)
