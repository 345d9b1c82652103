"""The shared budget: several processes that speak with one token speak no faster than one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.error import RetryAfter

from bot.outbound.pacing import Shared
from bot.telegram.pace import Pace
from models.store.engine.database import Database, opened
from tests.test_pace import GAP, RATE, TICK, Ledger, say


@pytest.fixture
async def processes(postgresql: str) -> AsyncIterator[list[Pace]]:
    databases = [opened(postgresql) for _ in range(3)]
    yield [paced(database) for database in databases]
    for database in databases:
        await database.close()


def paced(database: Database) -> Pace:
    return Pace(rate=RATE, budget=Shared(database, "telegram"))


async def test_over_all_processes_no_more_go_than_the_rate(processes: list[Pace]) -> None:
    ledger = Ledger()
    start = asyncio.get_running_loop().time()
    await asyncio.gather(
        *[say(processes[n % 3], ledger, f"{n}", chat=n, kind="prompt") for n in range(45)]
    )
    assert ledger.sent[-1][1] - start >= 44 * GAP - TICK


async def test_a_reply_of_one_process_does_not_wait_for_all_prompts_of_another(
    processes: list[Pace],
) -> None:
    ledger = Ledger()
    prompts = [
        asyncio.create_task(say(processes[0], ledger, "prompt", chat=n, kind="prompt"))
        for n in range(1000)
    ]
    await asyncio.sleep(2 * GAP)
    await say(processes[1], ledger, "reply", chat=2000)
    assert ledger.words.count("prompt") <= 700
    for task in prompts:
        task.cancel()
    await asyncio.gather(*prompts, return_exceptions=True)


async def test_a_flood_wait_silences_every_process(processes: list[Pace]) -> None:
    ledger = Ledger()
    ledger.flood = 1
    with pytest.raises(RetryAfter):
        await say(processes[0], ledger, "flood", chat=1)
    await asyncio.gather(*[say(pace, ledger, "reply", chat=2) for pace in processes])
    assert ledger.gaps[0] >= 1 - TICK


async def test_time_reserved_before_a_flood_wait_is_not_used_in_it(processes: list[Pace]) -> None:
    ledger = Ledger()
    pace = processes[0]
    prompts = [
        asyncio.create_task(say(pace, ledger, "prompt", chat=n, kind="prompt")) for n in range(40)
    ]
    await asyncio.sleep(2.5 * GAP)
    ledger.flood = 1
    with pytest.raises(RetryAfter):
        await say(pace, ledger, "flood", chat=100)
    known = len(ledger.sent)  # whoever had their slot before has spoken by now
    await asyncio.gather(*prompts)
    silent_from = ledger.sent[ledger.words.index("flood")][1]
    assert len(ledger.sent[known:]) > 0
    for number, (_, at) in enumerate(ledger.sent[known:]):
        assert at - silent_from >= 1 + number * GAP - TICK


async def test_with_the_database_away_replies_still_go() -> None:
    database = opened("postgresql://tilik@127.0.0.1:1/nowhere")
    pace, ledger = paced(database), Ledger()
    ledger.flood = 1
    with pytest.raises(RetryAfter):
        await say(pace, ledger, "flood", chat=1)
    await asyncio.gather(*[say(pace, ledger, "reply", chat=n) for n in range(5)])
    await database.close()
    assert len(ledger.sent) == 6
