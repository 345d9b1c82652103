"""The trail: who looked at or changed what concerns a person. Rows are only ever added.

What a job notes is written down last, in the job's own transaction: what is undone leaves no trail,
and the head, which all who add must hold, is held for the shortest time. Each row holds the hash of
itself and of the row before, and its number is one more than that row's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Literal, TypeAlias, TypeVar

from sqlalchemy import insert, select, update

from models.store import Store, either
from models.store.schema import trail, trail_head

R = TypeVar("R")
Actor: TypeAlias = Literal["person", "operator", "clock"]
_NOTES = "tilik.notes"
_BEGIN = either(lambda insert: insert(trail_head).on_conflict_do_nothing())


@dataclass(frozen=True)
class Note:
    """One deed: when, on which day there, by whom, about whom, and what in numbers and keys.

    `at` is aware, and kept in UTC to the second: what is hashed must come back as it was written
    from either engine. `by` is a person's number (None for who runs the machine, and for the
    clock). A `once` note is written once a day for a person, deed and subject: a look is no news
    the tenth time.
    """

    deed: str
    at: datetime
    day: date
    by: int | None = None
    about: int | None = None
    what: Mapping[str, Any] = field(default_factory=dict)
    actor: Actor = "person"
    once: bool = False


def note(store: Store, *notes: Note) -> None:
    """Have it written at the end of the job that is running."""
    store.info.setdefault(_NOTES, []).extend(notes)


def noted(job: Callable[[Store], R]) -> Callable[[Store], R]:
    """The job, and after it what it has noted: together or not at all."""

    def run(store: Store) -> R:
        store.info.pop(_NOTES, None)
        made = job(store)
        notes = store.info.pop(_NOTES, None)
        if notes:
            write(store, notes)
        return made

    return run


class Trial:
    """Work that is taken back at its end, unless it is to be kept."""

    def __init__(self) -> None:
        self.kept = False

    def keep(self) -> None:
        """Let what was done stay."""
        self.kept = True


@contextmanager
def undone(store: Store) -> Iterator[Trial]:
    """What is done within is taken back when it is over, and what it noted too: a trial. What is to
    be kept stays, where nothing was raised."""
    before, trial = list(store.info.get(_NOTES, ())), Trial()
    savepoint = store.begin_nested()
    try:
        yield trial
    except BaseException:
        trial.kept = False
        raise
    finally:
        if trial.kept:
            savepoint.commit()
        else:
            savepoint.rollback()
            store.info[_NOTES] = before


def write(store: Store, notes: Iterable[Note]) -> None:
    """Add the notes to the trail, in their order."""
    wanted = list(_new(store, list(notes)))
    if not wanted:
        return
    number, before = lock_chain(store)
    rows = []
    for one in wanted:
        number += 1
        row = _row(number, one)
        before = row["hash"] = hash_of(row, before)
        rows.append(row)
    store.execute(insert(trail), rows)
    store.execute(update(trail_head).values(number=number, hash=before))


def hash_of(row: Mapping[str, Any], before: str) -> str:
    """The hash (SHA-256, hex) of a row of the trail that follows the row with that hash."""
    told = [
        row["number"],
        row["at"].isoformat(),
        row["day"].isoformat(),
        *(row[name] for name in ("actor", "by_id", "deed", "about_id", "what")),
    ]
    sheet = json.dumps([before, *told], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(sheet.encode()).hexdigest()


def lock_chain(store: Store) -> tuple[int, str]:
    """The last row's number and hash ((0, "") before the first); nobody else adds a row until this
    transaction is over."""
    query = select(trail_head.c.number, trail_head.c.hash).with_for_update()
    row = store.execute(query).first()
    if row is None:
        store.execute(_BEGIN[store.dialect.name], {"id": 1, "number": 0, "hash": ""})
        row = store.execute(query).one()
    return row.number, row.hash


def _row(number: int, one: Note) -> dict[str, Any]:
    what = json.dumps(one.what, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return {
        "number": number,
        "at": one.at.astimezone(UTC).replace(microsecond=0),
        "day": one.day,
        "actor": one.actor,
        "by_id": one.by,
        "deed": one.deed,
        "about_id": one.about,
        "what": what,
    }


def _new(store: Store, notes: list[Note]) -> Iterable[Note]:
    """The notes without looks that were noted already today."""
    seen: set[tuple[Any, ...]] = set()
    for by, day in {(one.by, one.day) for one in notes if one.once}:
        here = (trail.c.by_id == by) & (trail.c.day == day)
        rows = store.execute(select(trail.c.deed, trail.c.about_id).where(here).distinct())
        seen |= {(by, day, row.deed, row.about_id) for row in rows}
    for one in notes:
        key = (one.by, one.day, one.deed, one.about)
        if one.once and key in seen:
            continue
        seen.add(key)
        yield one
