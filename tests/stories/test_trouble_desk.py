"""When a turn of ours fails: it is counted once, ends some time, and holds nobody else up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, text

import bot.turn.turn
from bot.turn.turn import Turn
from handlers import CONVERSATIONS
from models.store import Store
from models.store.chat import backlog
from models.store.chat import inbox as inbox_rows
from models.store.schema import day_keys, dialogues, inbox
from scheduler.due import expire
from tests.actors import Actor, World
from tests.store.test_database import files_with
from tests.stories.test_rating import rating_rows

pytestmark = pytest.mark.far("what either database undoes, and who waits meanwhile")

Break = Callable[[Callable[[Turn], object]], None]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Let a bug into every turn; `monkeypatch.undo()` is the day it is mended."""
    take = Turn.take

    def into(bug: Callable[[Turn], object]) -> None:
        def taken(turn: Turn) -> None:
            bug(turn)
            take(turn)

        monkeypatch.setattr(Turn, "take", taken)

    return into


def always(_: Turn) -> None:
    raise ZeroDivisionError


def items(store: Store) -> list[tuple[str, int]]:
    """Each item of the inbox that is not done: its state and attempts, oldest first."""
    query = select(inbox.c.state, inbox.c.attempts).where(inbox.c.state != "done")
    return [(row.state, row.attempts) for row in store.execute(query.order_by(inbox.c.id))]


def forms(store: Store) -> int:
    return int(store.execute(select(func.count()).select_from(dialogues)).scalar_one())


async def heard(world: World, number: int) -> None:
    """Until all that was said has been taken: so many items wait or are given up."""
    await world.telegram.quiet()
    await world.whatsapp.quiet()
    assert len(await world.run(items)) >= number


async def test_a_bug_in_sql_is_counted_and_given_up_like_any_other(
    citizen: Actor, other_citizen: Actor, world: World, breaks: Break
) -> None:
    def asks_for_nothing(turn: Turn) -> None:
        if turn.form.heard.sender.endswith("1001"):
            turn.form.store.execute(text("SELECT nope FROM ratings"))

    breaks(asks_for_nothing)
    citizen.phone.say("halo")
    await heard(world, 1)
    await other_citizen.says("bantuan")
    assert other_citizen.reads("Yang dapat Anda ketik")
    for _ in range(2):
        await world.waits(seconds=6)
    assert await world.run(items) == [("dead", 3)]
    assert citizen.reads("Kode gangguan")


async def test_a_failure_is_counted_once_by_however_many_sweeps(
    citizen: Actor, world: World, breaks: Break
) -> None:
    breaks(always)
    citizen.phone.say("satu")
    await heard(world, 1)
    citizen.phone.say("dua")
    await heard(world, 2)
    world.clock.forward(seconds=2)
    await asyncio.gather(*(world.tilik.desk.sweep() for _ in range(3)))
    assert await world.run(items) == [("open", 2), ("open", 0)]


async def test_everything_behind_a_failed_turn_is_taken_up_with_it(
    citizen: Actor, world: World, breaks: Break
) -> None:
    left = [ZeroDivisionError()]

    def once(_: Turn) -> None:
        if left:
            raise left.pop()

    breaks(once)
    for _ in range(20):
        citizen.phone.say("bantuan")
    await heard(world, 20)
    world.clock.forward(seconds=2)
    await world.tilik.desk.sweep()
    assert await world.run(items) == []


async def test_a_chat_that_writes_faster_than_it_can_be_answered_is_told_so_and_heard_again(
    citizen: Actor, other_citizen: Actor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "MOST_WAITING", 5)
    world.telegram.faults.fail("sendMessage", 502, times=1)
    world.whatsapp.faults.fail(131000, times=1)
    for _ in range(9):
        citizen.phone.say("bantuan")
    await heard(world, 0)
    await other_citizen.says("bantuan")
    assert other_citizen.reads("Yang dapat Anda ketik")
    await world.waits(seconds=600)
    assert citizen.reads("datang hampir bersamaan")
    helped = ["Yang dapat Anda ketik" in one.text for one in citizen.phone.messages]
    assert sum(helped) <= 6
    await citizen.says("bantuan")
    assert citizen.reads("Yang dapat Anda ketik")


async def test_messages_behind_a_turn_that_fails_are_bounded_too(
    citizen: Actor, world: World, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "MOST_WAITING", 5)
    breaks(always)
    for _ in range(9):
        citizen.phone.say("bantuan")
    await heard(world, 5)
    assert len(await world.run(items)) == 5
    assert citizen.reads("datang hampir bersamaan")


async def test_a_tap_whose_turn_has_failed_stops_waiting(
    citizen: Actor, world: World, breaks: Break
) -> None:
    await citizen.scans("KTP-el, loket 1")
    breaks(always)
    citizen.phone.press(*citizen.button("🙂 Baik"))
    await heard(world, 1)
    await world.tilik.post.quiet()
    assert world.telegram.queries == {}


async def test_a_delivery_that_is_given_up_while_it_waits_lets_nobody_pass(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, run = world.tilik.desk, world.tilik.database.run
    open_again = asyncio.Event()

    async def slow(job: Callable[[Store], Any]) -> Any:
        await open_again.wait()
        return await run(job)

    monkeypatch.setattr(world.tilik.database, "run", slow)
    first, second, third = (
        asyncio.create_task(desk.receive("telegram", message(number))) for number in (1, 2, 3)
    )
    await asyncio.sleep(0.05)
    second.cancel()
    await asyncio.sleep(0.05)
    assert not third.done()
    open_again.set()
    await asyncio.gather(first, third)
    assert second.cancelled()


def message(number: int) -> dict[str, Any]:
    person = {"id": 77, "is_bot": False, "first_name": "x"}
    chat = {"id": 77, "type": "private", "first_name": "x"}
    words = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": "bantuan"}
    return {"update_id": 900_000 + number, "message": words}


async def test_a_form_ends_also_where_another_process_is_a_little_ahead(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    ends = await world.run(lambda s: s.execute(select(dialogues.c.expires_at)).scalar_one())
    world.clock.now = ends - timedelta(milliseconds=50)
    await world.run(lambda store: expire(store, ends))
    await world.tilik.sweep()
    assert await world.run(forms) == 0
    assert len(await world.run(rating_rows)) == 1


async def test_a_form_that_is_gone_on_with_ends_later(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    number, ends = await world.run(
        lambda s: s.execute(select(dialogues.c.id, dialogues.c.expires_at)).one()
    )
    world.clock.forward(minutes=10)
    await citizen.taps("Lewati")
    crossed = json.dumps({"expired": number, "ends": ends.isoformat()})
    put = partial(inbox_rows.put, channel="telegram", key="x", twin=None, sender="1001")
    await world.run(lambda store: put(store, now=ends, raw=crossed))
    world.clock.forward(minutes=5)
    await world.tilik.desk.sweep()
    assert await world.run(forms) == 1


async def test_a_form_whose_end_breaks_is_dropped_and_nobody_is_told_of_a_message(
    citizen: Actor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    monkeypatch.setattr(bot.turn.turn, "expire", lambda *_: 1 / 0)
    for _ in range(4):
        await world.waits(minutes=16)
    assert await world.run(items) == [("dead", 3)]
    assert await world.run(forms) == 0
    assert not citizen.has_read("Maaf")
    monkeypatch.undo()
    await citizen.says("bantuan")
    assert citizen.reads("Yang dapat Anda ketik")


async def test_what_nobody_could_read_or_answer_is_forgotten_after_a_month(
    citizen: Actor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(CONVERSATIONS["bantuan"], look=lambda *_: 1 / 0)
    monkeypatch.setitem(CONVERSATIONS, "bantuan", broken)
    world.telegram.delivery.push("message", ("chat", 1001), b'{"message_id":"?","chat":7}')
    citizen.phone.say("bantuan")
    await heard(world, 2)
    for _ in range(3):
        await world.waits(seconds=6)
    known = select(inbox.c.state, inbox.c.sender, inbox.c.twin, inbox.c.raw).where(
        inbox.c.state.in_(("dead", "aside")), inbox.c.raw.is_not(None)
    )
    assert len(await world.run(lambda store: store.execute(known).all())) == 2
    await world.waits(days=29)
    assert len(await world.run(lambda store: store.execute(known).all())) == 2
    await world.waits(days=2)
    told = select(inbox.c.sender, inbox.c.twin, inbox.c.raw).where(inbox.c.state != "done")
    assert await world.run(lambda store: store.execute(told).all()) == [(None, None, None)] * 2


async def test_the_key_of_a_day_that_is_over_is_nowhere_in_the_file(
    citizen: Actor, world: World
) -> None:
    if not world.url.startswith("sqlite"):
        pytest.skip("PostgreSQL's files are kept by its own rules")
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    key = await world.run(lambda store: bytes(store.execute(select(day_keys.c.key)).scalar_one()))
    assert files_with(key, world.url) != []
    await world.waits(days=3)
    assert files_with(key, world.url) == []
