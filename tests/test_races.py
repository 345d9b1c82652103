"""Two people at one thing at the same instant: neither undoes what the other has done."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import UTC, date, datetime

import pytest

from bot.sandbox.calm import AT_LAST
from handlers.openings import ToLog, ToWithdrawing
from handlers.staff import history, log
from handlers.supervisor.team.nudge import Lacking, Nudged, nudge
from models.campaigns import Due
from models.letters import Letter
from models.people import Address, Colleague, Person, Post
from models.quarter import Quarter
from models.refused import Refused
from models.services import Unit
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import opened
from models.store.people import people
from models.store.prompts import prompts
from models.store.work import entries
from models.work import Entry
from tests.planned import hired
from tests.store.elsewhere import elsewhere

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
POST = Post(Unit(1, "Disdukcapil", "Asia/Jakarta", None), "Petugas")


@pytest.mark.parametrize("withdraws", [True, False])
async def test_an_entry_is_not_changed_by_its_owner_while_it_is_being_approved(
    databases: str, withdraws: bool
) -> None:
    database, decided = opened(databases), threading.Event()
    dewi = await database.run(lambda store: people.add(store, "Dewi"))
    sent = Entry(0, "", dewi, DAY, DAY, "Melayani", sent_at=NOW)
    number = (await database.run(lambda store: entries.add(store, sent))).id
    await database.close()
    person = Person(Address(1, "telegram", "1001", person_id=dewi), "Dewi", post=POST)

    def approved(store: Store) -> bool:
        found = entries.decide(store, number, by=dewi, seen_at=NOW)
        decided.set()
        time.sleep(0.3)  # the owner is tapping by now
        return found

    def changed(store: Store) -> None:
        if withdraws:
            history.look_before_withdrawing(store, person, ToWithdrawing(number), NOW)
        else:
            log.look(store, person, ToLog("b", number), NOW)

    (one,) = elsewhere(databases, approved)
    await asyncio.to_thread(decided.wait, AT_LAST)
    (other,) = elsewhere(databases, changed)
    assert await asyncio.wrap_future(one)
    with pytest.raises(Refused, match="entry-closed-approved"):
        await asyncio.wrap_future(other)


async def test_a_superior_reminds_while_the_planner_writes_to_the_same_people(
    postgresql: str,
) -> None:
    """The one begins with the first of the alphabet, the other with the first who was hired."""
    database, half_done = opened(postgresql), threading.Event()
    ids = await database.run(lambda store: [hired(store, name) for name in ("Zaki", "Ali")])
    await database.close()
    team = (Colleague(ids[1], "Ali"), Colleague(ids[0], "Zaki"))
    ratna = Person(Address(9, "telegram", "9", person_id=9), "Ratna", post=POST, team=team)

    def planned(store: Store) -> list[bool]:
        due, written = Due("daily.2026-11-23", "log", DAY, NOW, DAY), []
        for number in ids:
            chat, letter = addresses.of_person(store, number)[0], Letter(())
            written.append(prompts.write(store, due, chat, letter, lane="own", now=NOW))
            half_done.set()
            time.sleep(0.3)  # the superior has tapped by now
        return written

    lacking = Lacking(DAY, ids, Quarter.of(DAY).previous, ())
    (one,) = elsewhere(postgresql, planned)
    await asyncio.to_thread(half_done.wait, AT_LAST)
    (other,) = elsewhere(postgresql, lambda s: nudge(s, ratna, team, lacking, now=NOW))
    assert await asyncio.wrap_future(one) == [True, True]
    assert await asyncio.wrap_future(other) == Nudged({"already": team})
