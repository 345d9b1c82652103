"""What must be true when all is quiet again, whatever has hit Tilik."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from models.store import Store
from tests.actors import NINE_O_CLOCK
from tests.kills.checks import effects
from tests.kills.citizens import Citizen
from tests.simulation.world import Applied, World


def wrongs(world: World, store: Store, citizens: Iterable[Citizen]) -> list[str]:
    """What must not be, in words; empty where all is well."""
    day = NINE_O_CLOCK.date().isoformat()
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
        "not understood": [words for citizen in citizens for words in citizen.astray],
    }
    return [f"{what}: {value}" for what, value in told.items() if value]


def _older_after_newer(applied: Iterable[Applied]) -> Iterator[str]:
    """A reply that came after a newer one of its chat. It may come twice, but never late."""
    newest: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in applied:
        if one.is_prompt:
            continue
        chat = (one.channel, one.sender)
        if one.letter < newest[chat]:
            yield f"{one.channel} {one.sender}: {one.letter} after {newest[chat]} at {one.at:.2f}"
        newest[chat] = max(newest[chat], one.letter)


def repeated(applied: Iterable[Applied]) -> int:
    """Replies that a platform has put on a phone more than once."""
    replies = [(one.channel, one.letter) for one in applied if not one.is_prompt]
    return len(replies) - len(set(replies))


def fingerprint(world: World) -> str:
    """One hash of all that every phone shows."""
    told = hashlib.sha256()
    for box in (world.telegram, world.whatsapp):
        for number in sorted(box.phones, key=str):
            told.update(repr(list(box.phones[number].stored.values())).encode())
    return told.hexdigest()
