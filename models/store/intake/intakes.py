"""Files and changes of the office on their way in: shown to who gives one, agreed by a second
person, done.

shown -> waiting (for a second person) -> confirmed -> done or refused; shown and waiting ones may
be dropped. What is settled keeps its numbers, and neither its content nor any name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import bindparam, delete, select, update

from models.intakes import Preview as Preview
from models.intakes import packed_preview, unpacked_preview
from models.store import Store, inserted, of_row
from models.store.engine.prepared import Prepared
from models.store.schema import intakes

State: TypeAlias = Literal[
    "sent", "which", "shown", "waiting", "confirmed", "done", "refused", "dropped"
]
EXPIRES_AFTER = timedelta(days=7)
"""What nobody has agreed to until then is dropped."""


@dataclass(frozen=True)
class Intake:
    """A file or a change (`models.intakes.CHANGES`), by whom (None: who runs the machine) and when
    it was given, and what became of it."""

    id: int
    kind: str
    name: str
    digest: str
    given_by: int | None
    given_at: datetime
    state: State
    preview: Preview
    needs_second: bool
    decided_by: int | None
    decided_at: datetime | None


def add(
    store: Store,
    kind: str,
    name: str,
    *,
    content: bytes,
    digest: str,
    preview: Preview,
    needs_second: bool,
    given_by: int | None,
    now: datetime,
    state: State = "shown",
) -> int:
    """Keep a file that was read and tried; gives its number."""
    return inserted(
        store,
        intakes,
        kind=kind,
        name=name[-240:],
        content=content,
        digest=digest,
        given_by=given_by,
        given_at=now,
        state=state,
        preview=packed_preview(preview),
        needs_second=needs_second,
    )


def intake(store: Store, number: int) -> Intake | None:
    """One of them, without its content."""
    row = store.execute(select(*_COLUMNS).where(intakes.c.id == number)).first()
    return None if row is None else _intake(row)


def content_of(store: Store, number: int) -> bytes | None:
    """The file as it came; None once it is settled."""
    query = select(intakes.c.content).where(intakes.c.id == number)
    return store.execute(query).scalar()


def waiting(store: Store) -> list[Intake]:
    """Those that wait for a second person, the oldest first."""
    return _in_state(store, "waiting")


def waiting_about(store: Store, person_id: int) -> list[Intake]:
    """Those of them that are about this person, or about who is to act in their place."""
    there = ((one, content_of(store, one.id)) for one in waiting(store))
    return [one for one, content in there if person_id in _about(one, content or b"")]


def _about(one: Intake, content: bytes) -> set[int | None]:
    instead = json.loads(content)["instead"] if one.kind == "acting" else None
    return {one.preview.about, instead, *one.preview.people}


def lock_waiting(store: Store) -> list[Intake]:
    """Those that wait, locked: whoever else looks them up so comes after."""
    query = select(*_COLUMNS).where(intakes.c.state == "waiting").order_by(intakes.c.id)
    return [_intake(row) for row in store.execute(query.with_for_update())]


def ask(store: Store, one: Intake, asked: Iterable[int]) -> Intake:
    """Keep who was asked to agree to it."""
    told = replace(one, preview=replace(one.preview, asked=tuple(asked)))
    here = update(intakes).where(intakes.c.id == one.id)
    store.execute(here.values(preview=packed_preview(told.preview)))
    return told


def confirmed(store: Store) -> list[Intake]:
    """Those that are to be taken in now, the oldest first."""
    return _in_state(store, "confirmed")


def agree(store: Store, number: int, *, by: int) -> Literal["waiting", "confirmed"] | None:
    """Who gave it wants it taken in: it waits for a second person if it needs one, else it is
    confirmed. None where there is no such file of theirs."""
    found = intake(store, number)
    if found is None or found.state != "shown" or found.given_by != by:
        return None
    state: Literal["waiting", "confirmed"] = "waiting" if found.needs_second else "confirmed"
    return state if _set(store, number, ("shown",), state) else None


def confirm(store: Store, number: int, *, by: int, now: datetime) -> bool:
    """A second person agrees; False where it waits no more, or they gave it themselves."""
    found = intake(store, number)
    if found is None or found.given_by == by:
        return False
    return _set(store, number, ("waiting",), "confirmed", decided_by=by, decided_at=now)


def refuse(store: Store, number: int, *, by: int | None, now: datetime) -> bool:
    """It is not taken in: a second person says so, or the store no longer fits it (`by` None)."""
    found = intake(store, number)
    if found is None or (by is not None and found.given_by == by):
        return False
    states: tuple[State, ...] = ("waiting",) if by is not None else ("confirmed",)
    decided = {} if by is None else {"decided_by": by}
    return _settled(store, found, states, "refused", decided_at=now, **decided)


def drop(store: Store, number: int, *, by: int | None, now: datetime) -> bool:
    """Who gave it takes it back (`by` None: who runs the machine, whoever gave it)."""
    found = intake(store, number)
    if found is None or (by is not None and found.given_by != by):
        return False
    return _settled(store, found, ("shown", "waiting"), "dropped", decided_at=now)


def done(store: Store, number: int, *, now: datetime) -> bool:
    """It has been taken in."""
    found = intake(store, number)
    return found is not None and _settled(store, found, ("confirmed",), "done", decided_at=now)


def forget(store: Store, now: datetime) -> None:
    """Drop what has been shown or has waited for too long."""
    for row in _OLD.all(store, {"before": now - EXPIRES_AFTER}):
        drop(store, row.id, by=None, now=now)


_OLD = Prepared(
    select(intakes.c.id).where(
        intakes.c.given_at < bindparam("before"), intakes.c.state.in_(("shown", "waiting"))
    )
)


def remove(store: Store, number: int) -> None:
    """There was no such file: it is shown anew in another row."""
    store.execute(delete(intakes).where(intakes.c.id == number))


def _in_state(store: Store, state: State) -> list[Intake]:
    query = select(*_COLUMNS).where(intakes.c.state == state).order_by(intakes.c.id)
    return [_intake(row) for row in store.execute(query)]


def _set(store: Store, number: int, states: Iterable[State], state: State, **values: Any) -> bool:
    here = (intakes.c.id == number) & intakes.c.state.in_(states)
    done = store.execute(update(intakes).where(here).values(state=state, **values))
    return bool(done.rowcount)


def _settled(
    store: Store, found: Intake, states: Iterable[State], state: State, **values: Any
) -> bool:
    bare = {**packed_preview(found.preview), "lines": [], "notes": []}
    return _set(store, found.id, states, state, content=None, preview=bare, **values)


_COLUMNS = tuple(column for column in intakes.c if column.name != "content")


def _intake(row: Any) -> Intake:
    return of_row(Intake, row, preview=unpacked_preview(row.preview))
