"""What must be true when all is quiet again, whatever has hit Tilik."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select

from models.store import Store
from models.store.schema import entries, prompts
from models.store.schema import people as persons
from tests.actors import NINE_O_CLOCK
from tests.kills.checks import effects
from tests.kills.citizens import Citizen
from tests.simulation.promised import complained, handles
from tests.simulation.workers import Clerk, Head, Officer, Worker
from tests.simulation.world import Applied, World

TOKEN = re.compile(r"bertanda [a-z]+")
"""What one person alone has written, wherever it is shown."""


def wrongs(world: World, store: Store, people: Sequence[Citizen | Worker]) -> list[str]:
    """What must not be, in words; empty where all is well."""
    day = NINE_O_CLOCK.date().isoformat()
    citizens = [one for one in people if isinstance(one, Citizen)]
    workers = [one for one in people if isinstance(one, Worker)]
    found = effects(store, citizens, day=day)
    told = {
        "lost": found.lost,
        "doubled": found.doubled,
        "tallies differ": found.differences,
        "items open, dead or aside": {k: n for k, n in found.inbox.items() if k != "done"},
        "letters waiting": found.letters,
        "out of order": list(_older_after_newer(world.applied)),
        "routes failed": [repr(one) for one in world.broken],
        "lives ended by themselves": [repr(life.failed) for life in world.lives if life.failed],
        "not understood": [words for one in people for words in one.astray],
        "work": list(_work(store, workers)),
        "prompts": list(_prompts(world, store)),
        "shown to others": list(_shown(people)),
        "complaints": complained(world, store, people),
    }
    return [f"{what}: {value}" for what, value in told.items() if value]


def _older_after_newer(applied: Iterable[Applied]) -> Iterator[str]:
    """A reply that came after a newer one of its chat. It may come twice, but never late."""
    newest: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in applied:
        if one.prompt is not None:
            continue
        chat = (one.channel, one.sender)
        if one.letter < newest[chat]:
            yield f"{one.channel} {one.sender}: {one.letter} after {newest[chat]} at {one.at:.2f}"
        newest[chat] = max(newest[chat], one.letter)


def _work(store: Store, workers: Sequence[Worker]) -> Iterator[str]:
    """What was confirmed is there once, what was begun at most once, and what the head saw last is
    approved."""
    rows = store.execute(select(entries.c.activity, entries.c.state)).all()
    written = Counter(row.activity for row in rows)
    for one in workers:
        if isinstance(one, Officer):
            here = persons.c.nip.in_(one.acknowledged)
            number = len(store.execute(select(persons.c.id).where(here)).all())
            if number != len(one.acknowledged):
                yield f"{number} people for {one.acknowledged}"
            continue
        for activity in one.begun:
            if written[activity] > 1 or (activity in one.acknowledged and not written[activity]):
                yield f"{activity!r} stands there {written[activity]} times"
    strange = written.keys() - {activity for one in workers for activity in one.begun}
    yield from (f"nobody has written {activity!r}" for activity in sorted(strange))
    approves = any(isinstance(one, Head) and one.answered for one in workers)
    states = {row.state for row in rows}
    if states - {"approved" if approves else "sent"} and (approves or not _heads(workers)):
        yield f"entries are {sorted(states)}"


def _heads(workers: Sequence[Worker]) -> bool:
    return any(isinstance(one, Head) for one in workers)


def _prompts(world: World, store: Store) -> Iterator[str]:
    """Nobody is prompted twice, and what is said to be sent was."""
    prompted = Counter(one.prompt for one in world.applied if one.prompt is not None)
    yield from (f"prompt {number} came {n} times" for number, n in prompted.items() if n > 1)
    for row in store.execute(select(prompts.c.id, prompts.c.state)):
        if row.state in ("sent", "arrived") and not prompted[row.id]:
            yield f"prompt {row.id} never came, it is said to be {row.state}"
        if row.state == "waiting":
            yield f"prompt {row.id} still waits"


def _shown(people: Iterable[Citizen | Worker]) -> Iterator[str]:
    """What one person has written stands on their own phone, and a clerk's lines on the head's."""
    there = {one: _tokens(one) for one in people}
    for one in people:
        for other in people:
            ours = isinstance(one, Head) and isinstance(other, Clerk)
            ours |= handles(one, other)
            if one is not other and not ours and there[one] & _own(other):
                yield f"{one.phone.name} reads what {other.phone.name} wrote"


def _tokens(one: Citizen | Worker) -> set[str]:
    return {found for bubble in one.phone.messages for found in TOKEN.findall(bubble.text)}


def _own(one: Citizen | Worker) -> set[str]:
    mine = (bubble.text for bubble in one.phone.messages if bubble.mine)
    return {found for text in mine for found in TOKEN.findall(text)}


def repeated(applied: Iterable[Applied]) -> int:
    """Replies that a platform has put on a phone more than once."""
    replies = [(one.channel, one.letter) for one in applied if one.prompt is None]
    return len(replies) - len(set(replies))


def fingerprint(world: World) -> str:
    """One hash of all that every phone shows."""
    told = hashlib.sha256()
    for box in (world.telegram, world.whatsapp):
        for number in sorted(box.phones, key=str):
            told.update(repr(list(box.phones[number].stored.values())).encode())
    return told.hexdigest()
