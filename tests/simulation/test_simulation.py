"""Days of Tilik replayed from seeds, and bugs planted in it that such days find."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from tests.simulation.lives import Process
from tests.simulation.loop import LIFE, Deadlock, VirtualLoop
from tests.simulation.plan import (
    ENGINES,
    Blow,
    Guest,
    Kind,
    Plan,
    Role,
    Weather,
    Where,
    planned,
)
from tests.simulation.plants import PLANTS
from tests.simulation.run import lived
from tests.simulation.shrink import shrunk
from tests.simulation.wire import Doors

QUICK = 11
"""Seeds in one test: a few seconds."""
TESTS = 2
WITHIN = 100
"""Seeds within which each planted bug is found; it takes a few."""
FIRST = {"done": 18, "key": 25, "late": 68, "order": 61, "seal": 13, "sync": 27}
"""The seed that is tried first, where that has found the bug before: others find it too, later."""
SOON = 100.0
"""Virtual seconds after which nobody waits any more for an answer that a planted bug has lost."""
COMPLAINT = Plan(
    seed=18,
    engine="writer",
    polling=False,
    weather=Weather(),
    guests=(Guest(950, 0.0, "telegram", "reporter"), Guest(952, 0.0, "whatsapp", "chief")),
    blows=(),
)
ANSWERED = 90
"""Virtual seconds after which that complaint is closed, whatever its dice say."""
MORE = pytest.mark.long("more of the same: other seeds")


@pytest.mark.parametrize(
    "first",
    [
        *range(0, TESTS * QUICK, QUICK),
        *(pytest.param(first, marks=MORE) for first in range(TESTS * QUICK, 16 * QUICK, QUICK)),
    ],
)
def test_whatever_hits_tilik_all_is_well_in_the_end(first: int) -> None:
    for seed in range(first, first + QUICK):
        outcome = lived(planned(seed))
        assert not outcome.wrong, f"python -m tests.simulation --seed {seed}"


@pytest.mark.parametrize("where", ["before commit", "after commit"])
def test_a_complaint_outlives_a_kill_beside_every_commit(where: Where, whole: bool) -> None:
    """From the first word to the citizen's yes: a life ends at each second of it, with `--all`."""
    for second in range(0, ANSWERED, 1) if whole else (9, 26):
        blow = Blow(float(second), "crash", where, 3.0)
        outcome = lived(replace(COMPLAINT, blows=(blow,)))
        assert not outcome.wrong, f"{blow}: {outcome.wrong}"
        assert outcome.crashes


def test_the_first_days_meet_trouble_of_every_kind() -> None:
    plans = [planned(seed) for seed in range(TESTS * QUICK)]
    blows = [blow for plan in plans for blow in plan.blows]
    assert {blow.kind for blow in blows} == {*get_args(Kind)}
    assert {blow.where for blow in blows} == {*get_args(Where)}
    assert {guest.role for plan in plans for guest in plan.guests} == {*get_args(Role)}
    assert {(plan.engine, plan.polling) for plan in plans} == {*product(ENGINES, (True, False))}
    assert {plan.processes for plan in plans} == {1, 2}


def test_a_seed_is_the_same_day_every_time() -> None:
    one, other = (lived(planned(2)) for _ in range(2))
    assert one.fingerprint == other.fingerprint
    assert one.crashes == other.crashes > 0


@pytest.mark.parametrize("name", sorted(PLANTS))
def test_a_planted_bug_is_found(name: str) -> None:
    days = (_doubled(planned(FIRST.get(name, 0) + seed)) for seed in range(WITHIN))
    with PLANTS[name]():
        found = next(day for day in days if lived(day, patience=SOON).wrong)
    assert not lived(found, patience=SOON).wrong


def _doubled(plan: Plan) -> Plan:
    """The same day, on which much is delivered twice."""
    return replace(plan, weather=replace(plan.weather, doubled=0.3))


def test_a_failing_day_is_cut_down() -> None:
    def fails(plan: Plan) -> bool:
        return any(guest.number == 2 for guest in plan.guests) and plan.weather.doubled > 0

    plan = next(plan for plan in map(planned, range(1000)) if fails(plan) and plan.events > 5)
    small = shrunk(plan, fails)
    assert [guest.number for guest in small.guests] == [2]
    assert (small.blows, small.weather.unanswered) == ((), 0.0)


@pytest.fixture
def loop() -> Iterator[VirtualLoop]:
    there = VirtualLoop(Random(0))
    yield there
    there.close()


def test_what_nothing_will_ever_end_is_an_error(loop: VirtualLoop) -> None:
    with pytest.raises(Deadlock):
        loop.run_until_complete(loop.create_future())


async def test_a_dead_lifes_remains_close_no_doors_of_a_living_one(tmp_path: Path) -> None:
    """Python collects them whenever it likes, in the midst of whoever works then."""
    route: Any = SimpleNamespace(method="POST", path="/whatsapp", handler=None)
    nowhere: Any = None
    dead, living = (copy_context().run(Process, nowhere, tmp_path) for _ in range(2))
    doors = Doors(None, [route])

    async def in_the_midst_of(life: Process, work: Any) -> None:
        before = LIFE.set(life)
        await work
        LIFE.reset(before)

    await in_the_midst_of(dead, doors.start())
    await in_the_midst_of(living, Doors(None, [route]).start())
    await in_the_midst_of(living, doors.stop())
    assert (list(dead.routes), list(living.routes)) == ([], ["/whatsapp"])
