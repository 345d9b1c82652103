"""Epochs: which life of this database it is, beside what is remembered outside of it.

A database that was restored from a backup does not know what was sent since. Its mark is behind
the one that is kept outside, or its epoch is another: then a new epoch begins, and nothing is sent
in it until an operator says so. A chain that was cut no longer has the row remembered outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import delete, exists, insert, select, update

from models.store import Store
from models.store.oversight.trail import Note, note
from models.store.prompts import sending
from models.store.rules import outages
from models.store.schema import epochs, letters, trail, trail_head

Trouble: TypeAlias = Literal["restored", "trail-cut"]


@dataclass(frozen=True)
class Remembered:
    """What is kept outside of the database: its epoch, how far it had come, where its trail ended
    (number and hash; 0 before the first row). A `mark` below 0: nothing yet, and so the epoch of a
    new database is to be called, whenever whoever begins it dies."""

    epoch: str
    mark: int
    number: int = 0
    hash: str = ""


@dataclass(frozen=True)
class Resumed:
    """What will never be sent: letters, and prompts of which nobody knows whether they were."""

    letters: int = 0
    prompts: int = 0


def go_on(
    store: Store, known: Remembered, fresh: str, *, now: datetime
) -> tuple[Remembered, Trouble | None]:
    """Take the database's next mark; gives what is to be remembered from now on, and what is wrong.

    Where it is not the database that was `known`, the epoch `fresh` begins, paused.
    """
    row = _current(store, hold=True)
    if row is None and known.mark < 0:
        row = begin(store, known.epoch, now, paused=False)
    elif row is None or not _is_known(store, row, known, now):
        row = begin(store, fresh, now, paused=True)
    mark = row.mark + 1
    store.execute(update(epochs).where(epochs.c.id == row.id).values(mark=mark))
    trouble: Trouble | None = "restored" if row.paused else None
    if not row.paused and known.epoch == row.name and not holds(store, known):
        trouble = "trail-cut"
    number, digest = (known.number, known.hash) if trouble else _head(store)
    return Remembered(row.name, mark, number, digest), trouble


def begin(store: Store, name: str, now: datetime, *, paused: bool) -> Any:
    """Begin an epoch; gives its row."""
    row = {"name": name, "mark": 0, "began_at": now, "paused": paused}
    store.execute(insert(epochs).values(**row))
    return _current(store)


def holds(store: Store, known: Remembered) -> bool:
    """Whether the trail still has the row at which it ended when that was remembered."""
    here = (trail.c.number == known.number) & (trail.c.hash == known.hash)
    there = known.number == 0 or store.execute(select(exists().where(here))).scalar()
    return bool(there) and _head(store)[0] >= known.number


def anchor(store: Store, known: Remembered | None) -> tuple[int, str] | None:
    """The row of the trail that must still be there, by what is remembered of this very epoch."""
    row = _current(store)
    if row is None or known is None or known.epoch != row.name or not known.number:
        return None
    return known.number, known.hash


def trouble_of(store: Store, known: Remembered | None) -> tuple[Trouble, datetime] | None:
    """What is wrong with the database, and since when; None: nothing that anybody has noticed."""
    row = _current(store)
    if row is None:
        return None
    if row.paused:
        return "restored", row.began_at
    cut = anchor(store, known) and known and not holds(store, known)
    return ("trail-cut", row.began_at) if cut else None


def resume(
    store: Store, fresh: str, *, now: datetime, known: Remembered | None, before: datetime | None
) -> Resumed:
    """Go on in a new epoch. What was written until `before` may have been sent already and never
    is. The trail tells so, and of the row that was remembered."""
    done = Resumed() if before is None else _called_off(store, now=now, before=before)
    lost = {} if known is None else {"number": known.number, "hash": known.hash}
    what = {"letters": done.letters, "prompts": done.prompts, **lost}
    note(store, Note("resume", now, now.date(), what=what, actor="operator"))
    begin(store, fresh, now, paused=False)
    return done


def _called_off(store: Store, *, now: datetime, before: datetime) -> Resumed:
    old = letters.c.prompt_id.is_(None) & (letters.c.state != "taken")
    gone = store.execute(delete(letters).where(old, letters.c.written_at <= before))
    return Resumed(gone.rowcount, sending.call_off(store, now=now))


def _current(store: Store, *, hold: bool = False) -> Any:
    newest = select(epochs).order_by(epochs.c.id.desc()).limit(1)
    return store.execute(newest.with_for_update() if hold else newest).first()


def _head(store: Store) -> tuple[int, str]:
    row = store.execute(select(trail_head.c.number, trail_head.c.hash)).first()
    return (0, "") if row is None else (row.number, row.hash)


def _is_known(store: Store, row: Any, known: Remembered, now: datetime) -> bool:
    """Whether it has gone on from what is remembered. Where nothing is, another process that has
    just begun it, or given a sign of life, vouches for a database that several share."""
    if known.epoch == row.name:
        return bool(row.mark >= known.mark)
    if known.mark < 0:
        alive = max(row.began_at, outages.last_sign(store) or row.began_at)
        return store.dialect.name != "sqlite" and now - alive < outages.SILENCE
    return bool(store.execute(select(exists().where(epochs.c.name == known.epoch))).scalar())
