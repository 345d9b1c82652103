"""Prompts: planned once, however many plan; every one of unknown outcome is listed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from models.campaigns import Due, Kind
from models.letters import Letter, Text
from models.people import Address
from models.store import Store
from models.store import schema as tables
from models.store.chat import addresses
from models.store.engine.database import Database
from models.store.letters import claims, letters
from models.store.people import people
from models.store.prompts import prompts, sending
from models.store.prompts.prompts import OF_USE, Lane
from models.store.prompts.sending import Claimed
from tests.actors import NINE_O_CLOCK
from tests.outbox import undelivered
from tests.store.elsewhere import elsewhere

MONDAY = date(2026, 11, 23)
LETTER = Letter((Text("greet-stray"),))
LATER = NINE_O_CLOCK + timedelta(minutes=1)
HELD = LATER + timedelta(seconds=30)


def hired(store: Store, number: int = 1) -> Address:
    person = people.add(store, f"Pegawai {number}")
    address = addresses.meet(store, "telegram", str(1000 + number)).address
    addresses.change(store, address.id, person_id=person)
    return addresses.by_id(store, address.id)


def plan(
    store: Store,
    address: Address,
    *,
    campaign: str = "daily.2026-11-23",
    kind: Kind = "log",
    day: date = MONDAY,
    lane: Lane = "own",
) -> bool:
    due = Due(campaign, kind, day, NINE_O_CLOCK, day)
    return prompts.write(store, due, address, LETTER, lane=lane, now=NINE_O_CLOCK)


def claim(store: Store, most: int = 32) -> list[Claimed]:
    return sending.claim(store, now=LATER, until=HELD, most=most)


def mark(store: Store, one: Claimed) -> bool:
    return sending.sending(store, one, now=LATER, held=HELD)


def states(store: Store) -> Sequence[str]:
    query = select(tables.prompts.c.state).order_by(tables.prompts.c.id)
    return store.execute(query).scalars().all()


async def test_planning_twice_changes_nothing(database: Database) -> None:
    address = await database.run(hired)
    assert await database.run(lambda s: plan(s, address))
    assert not await database.run(lambda s: plan(s, address))
    assert await database.run(undelivered) == 1


async def test_of_a_person_s_own_work_one_prompt_a_day_and_one_of_their_team(
    database: Database,
) -> None:
    address = await database.run(hired)
    tuesday = MONDAY + timedelta(days=1)

    def every(store: Store) -> list[bool]:
        return [
            plan(store, address),
            plan(store, address, campaign="evaluation.2026-Q3", kind="open"),
            plan(store, address, campaign="summary.2026-11-23", kind="long", lane="team"),
            plan(store, address, campaign="evaluation.2026-Q3", kind="open", day=tuesday),
        ]

    assert await database.run(every) == [True, False, True, True]
    person = address.person_id
    assert await database.run(lambda s: prompts.keys(s, "evaluation.2026-Q3", "open")) == {person}


async def test_nobody_s_address_is_not_prompted(database: Database) -> None:
    stray = await database.run(lambda s: addresses.meet(s, "telegram", "1").address)
    with pytest.raises(ValueError, match="goes to a person"):
        await database.run(lambda s: plan(s, stray))


async def test_five_planners_at_once_plan_each_prompt_once(
    database: Database, databases: str
) -> None:
    everybody = await database.run(lambda s: [hired(s, n) for n in range(20)])
    planners = elsewhere(databases, *[lambda s: sum(plan(s, one) for one in everybody)] * 5)
    planned = [await answer for answer in map(asyncio.wrap_future, planners)]
    assert sum(planned) == 20
    assert await database.run(undelivered) == 20


async def test_what_no_campaign_has_planned_is_no_prompt(database: Database) -> None:
    address = await database.run(hired)
    stray = Letter((Text("greet-stray"),), kind="prompt")
    with pytest.raises(ValueError, match="planned"):
        await database.run(lambda s: letters.write(s, address, stray, now=NINE_O_CLOCK))


async def test_a_prompt_is_due_at_once_and_taken_by_one_process(
    database: Database, databases: str
) -> None:
    def many(store: Store) -> None:
        for n in range(40):
            plan(store, hired(store, n))

    await database.run(many)
    posts = elsewhere(databases, *[lambda s: claim(s, most=15)] * 4)
    taken = [await answer for answer in map(asyncio.wrap_future, posts)]
    every = [one.envelope.sender for claimed in taken for one in claimed]
    assert len(every) == len(set(every))
    rest = await database.run(claim)
    assert len(every) + len(rest) == 40
    assert rest == [] or rest[0].envelope.letter.kind == "prompt"


async def test_replies_are_claimed_and_met_apart_from_prompts(database: Database) -> None:
    def both(store: Store) -> int:
        address = hired(store)
        plan(store, address)
        return letters.write(store, address, LETTER, now=NINE_O_CLOCK).id

    reply = await database.run(both)
    met = await database.run(lambda s: addresses.meet(s, "telegram", "1001"))
    assert met.newest_letter == reply
    found = await database.run(lambda s: claims.claim(s, now=LATER, until=HELD))
    assert [envelope.id for envelope in found] == [reply]
    assert await database.run(lambda s: claims.behind(s, found, until=HELD)) == []
    assert len(await database.run(claim)) == 1


async def test_a_prompt_is_marked_by_one_only(database: Database, databases: str) -> None:
    await database.run(lambda s: plan(s, hired(s)))
    (one,) = await database.run(claim)
    posts = elsewhere(databases, *[lambda s: mark(s, one)] * 4)
    marked = [await answer for answer in map(asyncio.wrap_future, posts)]
    assert sorted(marked) == [False, False, False, True]


async def test_what_certainly_failed_may_be_sent_again_by_whoever_held_it(
    database: Database,
) -> None:
    await database.run(lambda s: plan(s, hired(s)))
    (one,) = await database.run(claim)
    await database.run(lambda s: mark(s, one))
    stranger = [HELD + timedelta(seconds=1)]
    await database.run(lambda s: sending.retry_later(s, one, held=stranger, due_at=LATER))
    assert await database.run(claim) == []
    await database.run(lambda s: sending.retry_later(s, one, held=[HELD], due_at=LATER))
    (again,) = await database.run(claim)
    assert again.envelope.attempts == 1
    assert await database.run(lambda s: mark(s, again))


async def test_whose_sender_is_gone_while_sending_is_of_unknown_outcome(
    database: Database,
) -> None:
    def three(store: Store) -> None:
        for n in range(3):
            plan(store, hired(store, n))

    await database.run(three)
    first, second, _ = await database.run(claim)
    await database.run(lambda s: mark(s, first))
    await database.run(lambda s: sending.left(s, LATER))
    assert await database.run(prompts.unknown) == []
    await database.run(lambda s: sending.left(s, HELD))
    (found,) = await database.run(prompts.unknown)
    assert (found.id, found.day, found.name) == (first.prompt_id, MONDAY, "Pegawai 0")
    assert await database.run(undelivered) == 2
    await database.run(lambda s: mark(s, second))
    await database.run(lambda s: sending.end(s, second, "sent", now=LATER))
    assert await database.run(states) == ["unknown", "sent", "waiting"]


async def test_what_is_of_no_use_any_more_can_neither_be_marked_nor_waits(
    database: Database,
) -> None:
    await database.run(lambda s: plan(s, hired(s)))
    (one,) = await database.run(claim)
    over = NINE_O_CLOCK + OF_USE
    assert not await database.run(lambda s: sending.sending(s, one, now=over, held=HELD))
    none = await database.run(lambda s: sending.claim(s, now=over, until=over, most=9))
    assert none == []
    assert await database.run(states) == ["undone"]
    assert await database.run(undelivered) == 0


async def test_a_prompt_that_is_called_off_does_not_go_out(database: Database) -> None:
    await database.run(lambda s: plan(s, hired(s)))
    (one,) = await database.run(claim)
    await database.run(lambda s: prompts.settle(s, [one.prompt_id], "undone", now=LATER))
    assert not await database.run(lambda s: mark(s, one))
    none = await database.run(lambda s: sending.claim(s, now=HELD, until=HELD, most=9))
    assert none == []
    count = select(func.count()).select_from(tables.letters)
    assert await database.run(lambda s: s.execute(count).scalar_one()) == 0
