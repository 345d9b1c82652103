"""What is promised of complaints, whatever has hit Tilik."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from models.store import Store, schema
from models.store.schema import complaint_steps, complaints
from tests.kills.citizens import Citizen
from tests.simulation.complaining import HANDLES, Handler, Reporter, is_handled
from tests.simulation.workers import Worker
from tests.simulation.world import World

HANDLED = ("said", "taken", "proof", "no", "raised", "proof", "yes")
"""The life of one that is answered, not done, answered again, and done; what is weighty has nobody
above, to whom it could go."""


def handles(one: Citizen | Worker, other: Citizen | Worker) -> bool:
    """Whether they read of each other: who complains, and who handles it."""
    if isinstance(one, Reporter) and isinstance(other, Handler):
        one, other = other, one
    there = isinstance(one, Handler) and isinstance(other, Reporter)
    return there and HANDLES[other.role] == one.role


def complained(
    world: World, store: Store, people: Sequence[Citizen | Worker], *, late: bool = False
) -> list[str]:
    """What must not be, in words; `late`: the day of each has gone by since."""
    reporters = [one for one in people if isinstance(one, Reporter)]
    rows = {row.number: row for row in store.execute(select(complaints))}
    told = [number for one in reporters for number in one.numbers]
    wrong = [f"{one.role} was told {one.numbers}" for one in reporters if not _is_one(one)]
    wrong += [f"{number} is kept and was never told" for number in rows if number not in told]
    wrong += [f"{number} was told and is not kept" for number in told if number not in rows]
    for one in reporters if not wrong else ():
        for number in one.numbers:
            wrong += _life(world, store, one, rows[number], late=late)
        wrong += _outside_the_seal(store, one) if one.weighty else ()
    return wrong + list(_told_twice(world)) + _unsent(store)


def _is_one(one: Reporter) -> bool:
    """Exactly one number for what was sent, none for what was not."""
    return len(one.numbers) == len(one.begun) or not one.done


def _life(
    world: World, store: Store, one: Reporter, row: Any, *, late: bool
) -> Iterator[str]:
    """No step is lost or there twice; a no opens it again once, and a clock takes it up once."""
    mine = complaint_steps.c.complaint_id == row.id
    query = select(complaint_steps.c.kind).where(mine).order_by(complaint_steps.c.id)
    kinds = tuple(store.execute(query).scalars())
    if is_handled(world.plan, one.role):
        wanted = tuple(kind for kind in HANDLED if kind != "raised" or not one.weighty)
        if row.reopened != 1 or row.state != "closed":
            yield f"{row.number} was opened again {row.reopened} times and is {row.state}"
    else:
        there = any(guest.role == HANDLES[one.role] for guest in world.plan.guests)
        up = "raised" if there and not one.weighty else "late"
        wanted = ("said", up) if late else ("said",)
    if kinds != wanted:
        yield f"{row.number} has {kinds} where {wanted} was done"
    if late and row.due_on is not None and row.due_on < world.clock().date():
        yield f"{row.number} was late on {row.due_on}, and nobody says by when"


def _outside_the_seal(store: Store, one: Reporter) -> Iterator[str]:
    """No word of what is weighty lies open anywhere."""
    for table in schema.metadata.sorted_tables:
        for row in store.execute(select(table)):
            if one.token in repr(tuple(row)):
                yield f"{table.name} has a word of {one.numbers}"


def _told_twice(world: World) -> Iterator[str]:
    """A letter out of the seal is one letter, which may arrive again but is never written twice."""
    written: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for one in world.applied:
        if '"told-complaint-' in one.sheet:
            written[one.channel, one.sender, one.sheet].add(one.letter)
    counted = Counter({where: len(letters) for where, letters in written.items()})
    yield from (f"{where[:2]} got {n} letters alike" for where, n in counted.items() if n > 1)


def _unsent(store: Store) -> list[str]:
    waits = schema.sealed_letters.c.letter_id.is_(None)
    left = store.execute(select(schema.sealed_letters.c.id).where(waits)).all()
    return [f"{len(left)} letters are still sealed"] if left else []
