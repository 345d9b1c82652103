"""One seed from its beginning to the verdict."""

from __future__ import annotations

import asyncio
import gc
import logging
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from tests.actors import NINE_O_CLOCK
from tests.kills.checks import idle
from tests.kills.citizens import Citizen
from tests.kills.plans import thrown
from tests.simulation.complaining import Handler, Reporter
from tests.simulation.ground import ground
from tests.simulation.lives import Process, begin
from tests.simulation.oracle import fingerprint, repeated, wrongs
from tests.simulation.plan import Blow, Guest, Plan
from tests.simulation.promised import complained
from tests.simulation.wire import wired
from tests.simulation.workers import Worker, worker
from tests.simulation.world import World

BEFORE_FOUR = NINE_O_CLOCK + timedelta(hours=6, minutes=59)
AFTER_FOUR = 120.0
FIRST = 10_000
LATE = 9
"""Days, after which the first word of a complaint is late."""
THINKS = 3.0
PATIENCE = 900.0
"""Virtual seconds in which everybody must have been answered once nothing goes wrong any more: far
more than it ever takes."""


@dataclass
class Outcome:
    """What one seed has come to."""

    plan: Plan
    wrong: list[str] = field(default_factory=list)
    fingerprint: str = ""
    crashes: int = 0
    seconds: float = 0.0
    repeated: int = 0
    screens: list[str] = field(default_factory=list)


def lived(plan: Plan, *, patience: float = PATIENCE) -> Outcome:
    """Live through the plan; what went wrong is in the outcome."""
    there = ground()
    with tempfile.TemporaryDirectory(dir=there.folder.parent, prefix="tilik-sim-") as folder:
        home = Path(folder) / "life0"
        home.mkdir()
        shutil.copyfile(there.folder / "tilik.db", home / "tilik.db")
        begins = BEFORE_FOUR if plan.office else NINE_O_CLOCK
        world = World(plan, home, there.office, begins=begins)
        with wired(world), _hushed():
            try:
                return _told(world, patience)
            finally:
                _buried(world)


def _told(world: World, patience: float) -> Outcome:
    people = [_person(world, guest) for guest in world.plan.guests]
    outcome = Outcome(world.plan)
    story = world.apart(_story(world, people, outcome, patience))
    try:
        world.loop.run_until_complete(story)
    except Exception as wrong:
        outcome.wrong.append(f"the world ended: {wrong!r}")
    outcome.crashes = max(0, len(world.lives) - world.plan.processes)
    outcome.seconds = world.loop.time()
    outcome.fingerprint = fingerprint(world)
    outcome.repeated = repeated(world.applied)
    if outcome.wrong:
        outcome.screens = [one.tells() for one in people]
    return outcome


async def _story(
    world: World, people: list[Citizen | Worker], outcome: Outcome, patience: float
) -> None:
    world.whatsapp.hook("http://tilik/whatsapp")
    world.telegram.faults.repeat_updates = world.telegram.faults.reorder = world.weather.doubled
    for _ in range(world.plan.processes):
        world.apart(_begins(world))
    visits = [
        world.apart(_visit(guest, person))
        for guest, person in zip(world.plan.guests, people, strict=True)
    ]
    blows = [world.apart(_strikes(world, blow)) for blow in world.plan.blows]
    await _within(patience, blows)
    await asyncio.sleep(5)
    world.clears()
    await asyncio.sleep(max(0.0, AFTER_FOUR - world.loop.time()) if world.plan.office else 0)
    await _within(patience, visits)
    outcome.wrong += [f"waits: {one.phone.name}" for one in people if not one.done]
    done = [one for one in people if one.done]
    await _within(patience, [world.apart(one.comes_back()) for one in done])
    outcome.wrong += [f"unanswered: {one.phone.name}" for one in done if not one.answered]
    await _settled(world)
    outcome.wrong += _verdict(world, people)
    if any(isinstance(one, Reporter) for one in people) and not outcome.wrong:
        await _days_go_by(world)
        outcome.wrong += _verdict(world, people, late=True)


async def _begins(world: World) -> None:
    """Start a process, once the one before it runs: from its home this one knows the database."""
    while world.lives and not any(one.routes for one in world.lives):  # noqa: ASYNC110  (no bell)
        await asyncio.sleep(1)
    begin(world)


async def _visit(guest: Guest, person: Citizen | Worker) -> None:
    await asyncio.sleep(guest.at)
    await person.visits()


async def _strikes(world: World, blow: Blow) -> None:
    await asyncio.sleep(blow.at)
    if blow.where != "now":
        world.armed.append(blow)
    elif blow.kind in ("crash", "power"):
        if able := [life for life in world.lives if life.lives]:
            world.dice.choice(able).dies(blow)
    else:
        await world.falls(blow)


async def _within(seconds: float, tasks: list[asyncio.Task[None]]) -> None:
    if tasks:
        done, waiting = await asyncio.wait(tasks, timeout=seconds)
        for task in waiting:
            task.cancel()
        for task in done:
            task.result()


async def _settled(world: World) -> None:
    """Until nothing is left to be done, or a while has passed."""
    for _ in range(120):
        await asyncio.sleep(1)
        calm = world.telegram.calm.reached and world.whatsapp.calm.reached
        if calm and (life := _living(world)) is not None:
            with life.databases[-1]._engine.connect() as store:
                if idle(store):
                    return


def _living(world: World) -> Process | None:
    """A life whose database can be looked at, if there is one."""
    return next((one for one in world.lives if one.lives and one.databases), None)


async def _days_go_by(world: World) -> None:
    """So many that what nobody has answered is late; the clocks are looked at again and again, and
    a life ends beside one of them."""
    world.begins += timedelta(days=LATE)
    for fatal in (True, False, False):
        life = _living(world)
        if life is None or life.tilik is None:
            continue
        if fatal:
            where = world.dice.choice(("before commit", "after commit"))
            world.armed.append(Blow(0.0, "crash", where, 3.0))
        task = life.does(life.tilik.raise_waiting())
        await asyncio.wait([task], timeout=5)
        world.armed.clear()
        await asyncio.sleep(20)
    await _settled(world)


def _verdict(
    world: World, people: list[Citizen | Worker], *, late: bool = False
) -> list[str]:
    life = _living(world)
    if life is None:
        return ["no life is left"]
    with life.databases[-1]._engine.connect() as store:
        return complained(world, store, people, late=True) if late else wrongs(world, store, people)


def _person(world: World, guest: Guest) -> Citizen | Worker:
    name = f"Warga {guest.number}" if guest.role == "citizen" else guest.role.title()
    phone = (
        world.telegram.phone(FIRST + guest.number, name=name)
        if guest.channel == "telegram"
        else world.whatsapp.phone(FIRST + guest.number, name=name)
    )
    if guest.role == "citizen":
        plan = thrown(world.plan.seed, guest.number, world.office.counters)
        visit = ground().visits[plan.counter.id][guest.number] if guest.number % 3 == 2 else ""
        person: Citizen | Worker = Citizen(phone, replace(plan, pause=THINKS, visit=visit))
    elif guest.role in ("reporter", "informant"):
        dice = Random(f"{world.plan.seed} {guest.role}")
        person = Reporter(phone, guest.role, dice, number=guest.number, plan=world.plan)
    elif guest.role in ("chief", "overseer"):
        code, dice = ground().codes[guest.role], Random(f"{world.plan.seed} {guest.role}")
        who = {"number": guest.number, "role": guest.role, "plan": world.plan}
        person = Handler(phone, code, dice, **who)
    else:
        person = worker(ground(), guest.role, phone, world.plan.seed)
    world.wakes.append(person.rang.set)
    return person


def _buried(world: World) -> None:
    """Let go of all that was dropped, without a word of it being run again."""
    for life in world.lives:
        life.lives = False
        life.let_go()
    tasks = {task for life in world.lives for task in life.left} | asyncio.all_tasks(world.loop)
    hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        for task in tasks:
            task._log_destroy_pending = False  # type: ignore[attr-defined]
            with suppress(BaseException):
                task.get_coro().close()  # type: ignore[union-attr]
        tasks.clear()
        world.loop.close()
        world.lives.clear()
        gc.collect()
    finally:
        sys.unraisablehook = hook


@contextmanager
def _hushed() -> Iterator[None]:
    """What Tilik logs of trouble that is made on purpose is no news."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
