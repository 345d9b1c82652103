"""How fast Tilik may speak on WhatsApp, and how it is silent when it is asked to be.

Waits are measured from below only: a busy machine makes them longer and never shorter.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.channel import Spoken, TemplateLetter
from bot.outbound.pacing import Shared
from bot.sandbox.whatsapp import WhatsAppBox
from bot.sandbox.whatsapp.pace import per_person
from bot.whatsapp.outbound import throttle
from bot.whatsapp.outbound.speaker import BURST, GAP
from models.backoff import Backoff, doubling
from models.store.engine.database import Database, opened
from tests.actors import Clock
from tests.whatsapp import KNOCK, Talk, approved, mouth, opened_box

TICK = 0.002


@pytest.fixture
async def database(sqlite: str) -> AsyncIterator[Database]:
    made = opened(sqlite)
    yield made
    await made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def box(clock: Clock) -> AsyncIterator[WhatsAppBox]:
    async with opened_box(clock) as made:
        yield made


@pytest.fixture
async def talk(box: WhatsAppBox, database: Database, clock: Clock) -> AsyncIterator[Talk]:
    made = Talk(box, database, clock, rate=80)
    yield made
    await made.mouth.close()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform's seconds, a twentieth as long."""
    for name in ("SILENCES", "OF_ONE"):
        hasty = tuple(wait / 20 for wait in getattr(throttle, name))
        monkeypatch.setattr(throttle, name, hasty)


def now() -> float:
    return asyncio.get_running_loop().time()


async def test_at_eighty_a_second_the_platform_refuses_nothing(talk: Talk) -> None:
    people = [talk.box.phone(2000 + n, name=f"P{n}") for n in range(100)]
    for person in people:
        person.start()
    start = now()
    said = await asyncio.gather(*[talk.say(Spoken("Halo"), to=person) for person in people])
    assert set(said) == {"said"}
    assert now() - start >= 98 / 80 - TICK
    assert talk.box.refusals == []


def test_a_burst_is_what_the_platform_lets_pass() -> None:
    assert (per_person().burst, per_person().rate) == (BURST, 1 / GAP)


async def test_one_person_gets_a_burst_and_then_waits(talk: Talk) -> None:
    for _ in range(BURST):
        assert await talk.say(Spoken("Halo")) == "said"
    ninth = asyncio.create_task(talk.say(Spoken("Halo")))
    budi = talk.box.phone(1002, name="Budi")
    budi.start()
    assert await talk.say(Spoken("Halo"), to=budi) == "said"
    assert not ninth.done()
    ninth.cancel()
    await asyncio.gather(ninth, return_exceptions=True)
    assert len(talk.sent) == BURST + 1


async def test_nothing_is_marked_as_being_sent_while_it_waits_for_its_turn(talk: Talk) -> None:
    marked: list[float] = []

    async def before() -> None:
        marked.append(now())

    start = now()
    people = [talk.box.phone(2000 + n, name=f"P{n}") for n in range(10)]
    for person in people:
        person.start()
    await asyncio.gather(
        *[talk.say(Spoken("Halo"), to=p, kind="prompt", before=before) for p in people]
    )
    assert marked[-1] - start >= 8 / 80 - TICK


@pytest.mark.parametrize("code", [4, 80007, 130429, 131048])
@pytest.mark.usefixtures("hasty")
async def test_when_the_account_is_too_fast_everybody_waits(
    box: WhatsAppBox, database: Database, code: int
) -> None:
    talk = Talk(box, database, Clock(), rate=80)
    budi = box.phone(1002, name="Budi")
    budi.start()
    box.faults.fail(code)
    start = now()
    assert await talk.say(Spoken("Halo")) == "later"
    assert 0 < talk.after <= 0.25
    assert await talk.say(Spoken("Halo"), to=budi) == "said"
    assert now() - start >= 0.25 - TICK
    await talk.mouth.close()


async def test_a_person_who_got_too_much_is_left_alone_and_nobody_else(talk: Talk) -> None:
    budi = talk.box.phone(1002, name="Budi")
    budi.start()
    talk.box.faults.fail(131056)
    for _ in range(2):
        assert await talk.say(Spoken("Halo")) == "later"
        assert 0 < talk.after <= 6
    assert await talk.say(Spoken("Halo"), to=budi) == "said"
    assert len(talk.box.refusals) == 1


async def test_when_too_many_conversations_are_opened_people_who_write_are_answered(
    talk: Talk,
) -> None:
    await approved(talk)
    talk.box.faults.fail(131048)
    for number in (3001, 3002):
        stranger = talk.box.phone(number, name=f"S{number}")
        assert await talk.say(Spoken("Halo", as_template=KNOCK), to=stranger) == "later"
        assert 0 < talk.after <= 5
    assert await talk.say(Spoken("Halo")) == "said"
    assert len(talk.box.refusals) == 1


@pytest.mark.parametrize(("code", "as_template"), [(131056, None), (131048, KNOCK)])
@pytest.mark.usefixtures("hasty")
async def test_after_a_silence_tilik_speaks_again(
    box: WhatsAppBox,
    database: Database,
    clock: Clock,
    code: int,
    as_template: TemplateLetter | None,
) -> None:
    talk = Talk(box, database, clock, rate=80)
    await approved(talk)
    budi = box.phone(1002, name="Budi")
    if as_template is None:
        budi.start()
    box.faults.fail(code)
    assert await talk.say(Spoken("Halo", as_template=as_template), to=budi) == "later"
    await asyncio.sleep(talk.after + TICK)
    assert await talk.say(Spoken("Halo", as_template=as_template), to=budi) == "said"
    await talk.mouth.close()


async def test_a_silence_is_one_for_every_process(box: WhatsAppBox, postgresql: str) -> None:
    clock = Clock()
    databases = [opened(postgresql) for _ in range(2)]
    mouths = [
        mouth(box.url, one, clock, rate=80, budget=Shared(one, "whatsapp")) for one in databases
    ]
    talk = Talk(box, databases[0], clock)
    budi = box.phone(1002, name="Budi")
    budi.start()
    talk.mouth, other = mouths[0], mouths[1]
    mouths[0]._throttle._all = Backoff(doubling(0.5, longest=1))
    box.faults.fail(130429)
    start = now()
    assert await talk.say(Spoken("Halo")) == "later"
    talk.mouth = other
    assert await talk.say(Spoken("Halo"), to=budi) == "said"
    assert now() - start >= 0.5 - TICK
    for one in mouths:
        await one.close()
    for database in databases:
        await database.close()


def test_silences_grow_until_something_is_said_again() -> None:
    silences = Backoff(doubling(5, longest=300))
    at, waits = 0.0, []
    for _ in range(8):
        waits.append(silences.trouble(at, "all"))
        assert silences.trouble(at + 1, "all") == waits[-1] - 1
        silences.over("all", now=at + 1)
        at += waits[-1]
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]
    silences.over("all", now=at)
    assert silences.trouble(at, "all") == 5
    assert silences.left(at, "other") == 0


def test_old_silences_are_forgotten() -> None:
    silences = Backoff(doubling(1, longest=1))
    for number in range(10_001):
        silences.trouble(0, number)
    silences.trouble(10, "new")
    assert len(silences._kept) == 1
