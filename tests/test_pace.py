"""How fast Tilik may speak: strict pacing, replies first, silence in a flood wait.

The loop's own time is what is measured, and only ever from below: a busy machine makes a wait
longer and never shorter.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from itertools import pairwise
from random import Random

import pytest
from telegram.error import RetryAfter

from bot.outbound.pacing import KNOWN, SHARE, Slots
from bot.telegram.pace import BURST, Answer, Pace, Ticket
from models.letters import LetterKind
from tests.simulation.loop import VirtualLoop

RATE = 50.0
GAP = 1 / RATE
TICK = 0.002
"""What a timer of the loop may be early."""


class Ledger:
    """What was sent, to whom and when."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, float]] = []
        self.flood: int | None = None

    async def send(self, word: str) -> Answer:
        self.sent.append((word, asyncio.get_running_loop().time()))
        if self.flood is not None and word == "flood":  # prompts may go before it
            wait, self.flood = self.flood, None
            raise RetryAfter(wait)
        return True

    @property
    def words(self) -> list[str]:
        return [word for word, _ in self.sent]

    @property
    def gaps(self) -> list[float]:
        return [after - before for (_, before), (_, after) in pairwise(self.sent)]


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
async def pace() -> AsyncIterator[Pace]:
    made = Pace(rate=RATE)
    await made.initialize()
    yield made
    await made.shutdown()


async def say(
    pace: Pace,
    ledger: Ledger,
    word: str,
    *,
    chat: int,
    kind: LetterKind = "reply",
    endpoint: str = "sendMessage",
) -> Answer:
    ticket = Ticket(kind)
    return await pace.process_request(ledger.send, (word,), {}, endpoint, {"chat_id": chat}, ticket)


async def test_the_first_reply_goes_at_once(pace: Pace, ledger: Ledger) -> None:
    assert await say(pace, ledger, "a", chat=1) is True
    assert ledger.words == ["a"]


async def test_over_all_chats_no_more_go_than_the_rate(pace: Pace, ledger: Ledger) -> None:
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*[say(pace, ledger, f"{n}", chat=n) for n in range(20)])
    assert len(ledger.sent) == 20
    assert ledger.words == [f"{n}" for n in range(20)]
    # One reply goes at once; a late timer is caught up with, so only the sum is strict.
    assert ledger.sent[-1][1] - start >= 18 * GAP - TICK


async def test_after_a_quiet_time_two_never_go_at_once(pace: Pace, ledger: Ledger) -> None:
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*[say(pace, ledger, f"{n}", chat=n, kind="prompt") for n in range(3)])
    await asyncio.sleep(4 * GAP)
    again = asyncio.get_running_loop().time()
    await asyncio.gather(*[say(pace, ledger, f"{n}", chat=n, kind="prompt") for n in range(3)])
    assert ledger.sent[2][1] - start >= 2 * GAP - TICK
    assert ledger.sent[5][1] - again >= 2 * GAP - TICK


async def test_one_chat_gets_a_short_burst_and_then_one_a_second(
    pace: Pace, ledger: Ledger
) -> None:
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*[say(pace, ledger, f"{n}", chat=1) for n in range(BURST + 1)])
    assert ledger.words == [f"{n}" for n in range(BURST + 1)]
    assert ledger.sent[-1][1] - start >= 1 - TICK


async def test_a_busy_chat_holds_nobody_else_up(pace: Pace, ledger: Ledger) -> None:
    busy = [asyncio.create_task(say(pace, ledger, "busy", chat=1)) for _ in range(BURST + 2)]
    await asyncio.sleep(0)
    await say(pace, ledger, "other", chat=2)
    assert ledger.words.index("other") <= BURST
    for task in busy:
        task.cancel()
    await asyncio.gather(*busy, return_exceptions=True)


async def test_replies_go_before_prompts_that_came_earlier(pace: Pace, ledger: Ledger) -> None:
    prompts = [
        asyncio.create_task(say(pace, ledger, "prompt", chat=n, kind="prompt")) for n in range(10)
    ]
    await asyncio.sleep(0)
    replies = [asyncio.create_task(say(pace, ledger, "reply", chat=100 + n)) for n in range(4)]
    await asyncio.gather(*prompts, *replies)
    last_reply = max(i for i, word in enumerate(ledger.words) if word == "reply")
    assert ledger.words[:last_reply].count("prompt") <= 2  # those whose slot was there already
    assert ledger.words.count("prompt") == 10


async def test_all_slots_are_the_replies_when_they_need_them(pace: Pace, ledger: Ledger) -> None:
    waves = asyncio.gather(*[say(pace, ledger, "crowd", chat=200 + n) for n in range(20)])
    late = asyncio.create_task(say(pace, ledger, "late", chat=300, kind="prompt"))
    await asyncio.gather(waves, late)
    assert ledger.words[-1] == "late"


def test_a_reply_waits_for_one_slot_behind_any_number_of_prompts(ledger: Ledger) -> None:
    """On a clock of its own: a busy machine is late, and more than one slot may then be over."""

    async def told() -> None:
        pace = Pace(rate=RATE)
        prompts = [
            asyncio.create_task(say(pace, ledger, "prompt", chat=n, kind="prompt"))
            for n in range(30)
        ]
        for n in range(5):
            before = ledger.words.count("prompt")
            await say(pace, ledger, "reply", chat=100 + n)
            assert ledger.words.count("prompt") - before <= 1
        await asyncio.gather(*prompts)

    with closing(VirtualLoop(Random(1))) as loop:
        loop.run_until_complete(told())


def test_whoever_writes_now_and_then_waits_for_no_flood_of_however_many_chats() -> None:
    """500 chats that are always answered, and a campaign: both go on, by turns."""

    async def told() -> None:
        loop, slots = asyncio.get_running_loop(), Slots(rate=30, gap=1, burst=4)
        taken = {"flood": 0, "prompt": 0}

        async def keeps(chat: int, what: str) -> None:
            while True:
                await slots.take(chat, prompt=what == "prompt")
                taken[what] += 1

        several = [asyncio.create_task(keeps(n, "flood")) for n in range(500)]
        several += [asyncio.create_task(keeps(n, "prompt")) for n in range(500, 600)]
        await asyncio.sleep(2)
        first = loop.time()
        await slots.take(1001, prompt=False)
        assert loop.time() - first <= 500 / 30 + 1, "once round them all, at first"
        await asyncio.sleep(2 * 500 * SHARE / 30)
        for number in range(20):
            asked = loop.time()
            await slots.take(2001 + number, prompt=False)
            assert loop.time() - asked <= 2 / 30 + TICK
        before = dict(taken)
        await asyncio.sleep(100)
        gone = {what: taken[what] - before[what] for what in taken}
        assert abs(gone["flood"] - gone["prompt"]) <= 2
        slots.close()
        for one in several:
            one.cancel()
        await asyncio.gather(*several, return_exceptions=True)

    with closing(VirtualLoop(Random(1))) as loop:
        loop.run_until_complete(told())


async def test_what_is_awaited_before_a_message_is_awaited_when_its_turn_has_come(
    pace: Pace, ledger: Ledger
) -> None:
    async def before() -> None:
        ledger.sent.append(("before", asyncio.get_running_loop().time()))

    start = asyncio.get_running_loop().time()
    await asyncio.gather(*[say(pace, ledger, "reply", chat=n) for n in range(3)])
    ticket = Ticket("prompt", before)
    data = {"chat_id": 9}
    await pace.process_request(ledger.send, ("prompt",), {}, "sendMessage", data, ticket)
    assert ledger.words[-2:] == ["before", "prompt"]
    assert ledger.sent[-2][1] - start >= 3 * GAP - TICK


async def test_what_is_stopped_before_its_request_is_not_sent(pace: Pace, ledger: Ledger) -> None:
    async def before() -> None:
        raise ConnectionError

    ticket = Ticket("prompt", before)
    with pytest.raises(ConnectionError):
        await pace.process_request(ledger.send, ("a",), {}, "sendMessage", {"chat_id": 1}, ticket)
    assert ledger.words == []


async def test_nobody_speaks_during_a_flood_wait(pace: Pace, ledger: Ledger) -> None:
    ledger.flood = 1
    with pytest.raises(RetryAfter):
        await say(pace, ledger, "flood", chat=1)
    silent_from = asyncio.get_running_loop().time()
    await asyncio.gather(
        say(pace, ledger, "reply", chat=2), say(pace, ledger, "prompt", chat=3, kind="prompt")
    )
    assert ledger.words == ["flood", "reply", "prompt"]
    assert ledger.sent[1][1] - silent_from >= 1 - 2 * TICK


async def test_toasts_do_not_wait_for_a_slot(pace: Pace, ledger: Ledger) -> None:
    waiting = [asyncio.create_task(say(pace, ledger, f"{n}", chat=n)) for n in range(10)]
    await asyncio.sleep(0)
    await say(pace, ledger, "toast", chat=1, endpoint="answerCallbackQuery")
    assert ledger.words.index("toast") <= 2
    await asyncio.gather(*waiting)


async def test_without_a_rate_nothing_waits(ledger: Ledger) -> None:
    free = Pace(rate=0)
    await asyncio.gather(*[say(free, ledger, f"{n}", chat=1) for n in range(200)])
    await free.shutdown()
    assert len(ledger.sent) == 200


async def test_a_message_that_is_given_up_takes_nobodys_place(pace: Pace, ledger: Ledger) -> None:
    tasks = [asyncio.create_task(say(pace, ledger, f"{n}", chat=n)) for n in range(5)]
    await asyncio.sleep(0)
    tasks[2].cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(done[2], asyncio.CancelledError)
    assert ledger.words == ["0", "1", "3", "4"]


async def test_old_chats_are_forgotten() -> None:
    slots = Slots(rate=1_000_000, gap=1, burst=4)
    now = asyncio.get_running_loop().time()
    slots._pace._full = dict.fromkeys(range(KNOWN), now - 1)
    await slots.take(99_999, prompt=False)
    slots.close()
    assert set(slots._pace._full) == {99_999}


async def test_every_channel_has_its_own_gap_and_burst() -> None:
    slots = Slots(rate=1000, gap=0.2, burst=2)
    start = asyncio.get_running_loop().time()
    for _ in range(3):
        await slots.take("ID.1", prompt=False)
    third = asyncio.get_running_loop().time()
    slots.close()
    assert third - start >= 0.2 - TICK
