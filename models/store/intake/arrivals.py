"""Files of the office that somebody has just sent in chat: not here yet, or not known as what.

They stand among the intakes, `sent` until they are read (their file may still be on its way), or
`which` while nobody has said what they are. What is read goes on as an intake of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from models.letters import File
from models.store import Store, inserted, of_row
from models.store.chat import files
from models.store.chat.files import State
from models.store.engine.prepared import Prepared
from models.store.schema import files as fetched
from models.store.schema import intakes

EXPIRES_AFTER = timedelta(days=7)
"""What nobody has named by then is forgotten."""
UNNAMED = "import"
_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("new", "changed", "ended", "same"), 0),
    "lines": [],
    "digest": "",
    "units": [],
}
"""The preview of what is not read yet."""


@dataclass(frozen=True)
class Arrival:
    """A file by whom and from which chat; `kind` is "" where it is to be told by its columns.

    `kinds` are those of which one is to be named.
    """

    id: int
    kind: str
    name: str
    given_by: int
    address_id: int
    file: str
    channel: str
    kinds: tuple[str, ...]


def arrive(
    store: Store, file: File, *, given_by: int, address_id: int, channel: str, now: datetime
) -> int:
    """Somebody has sent this file in a chat of that channel; it is wanted at once."""
    files.want(store, file, address_id=address_id, now=now, also_from=channel)
    home, number = files.home_of(file.file)
    where = {"address": address_id, "file": number, "channel": home or channel, "kinds": []}
    return inserted(
        store,
        intakes,
        kind="",
        name=files.safe_name(file.name) or UNNAMED,
        digest="",
        given_by=given_by,
        given_at=now,
        state="sent",
        preview={**_NOTHING, **where},
        needs_second=False,
    )


def sent(store: Store) -> list[Arrival]:
    """Those that are to be read, the oldest first."""
    query = select(intakes).where(intakes.c.state == "sent").order_by(intakes.c.id)
    return [_arrival(row) for row in store.execute(query)]


def arrival(store: Store, number: int) -> Arrival | None:
    """The one with this number that waits to be named."""
    here = (intakes.c.id == number) & (intakes.c.state == "which")
    row = store.execute(select(intakes).where(here)).first()
    return None if row is None else _arrival(row)


def content_of(store: Store, one: Arrival) -> bytes | State:
    """The file as it came; else whether it is on its way, or will never be here."""
    kept = store.execute(select(intakes.c.content).where(intakes.c.id == one.id)).scalar()
    if kept is not None:
        return bytes(kept)
    found = files.found(store, one.channel, one.file)
    if found is not None and found.content is not None:
        return found.content
    return "wanted" if found is not None and found.state == "wanted" else "lost"


def taken(store: Store, one: Arrival) -> bool:
    """The file is read: this row of it goes, and the copy that was fetched. False where another
    process has read it."""
    here = (intakes.c.id == one.id) & (intakes.c.state == "sent")
    gone = bool(store.execute(delete(intakes).where(here)).rowcount)
    if gone:
        _drop_copy(store, one)
    return gone


def to_be_named(store: Store, one: Arrival, content: bytes, kinds: Sequence[str]) -> bool:
    """Somebody must say what the file is, of these kinds; False where another process knows."""
    row = store.execute(select(intakes.c.preview).where(intakes.c.id == one.id)).first()
    here = (intakes.c.id == one.id) & (intakes.c.state == "sent")
    if row is None:
        return False
    preview = {**row.preview, "kinds": list(kinds)}
    asked = update(intakes).where(here).values(state="which", content=content, preview=preview)
    done = bool(store.execute(asked).rowcount)
    if done:
        _drop_copy(store, one)
    return done


def name(store: Store, number: int, kind: str, *, by: int) -> bool:
    """Who sent it says what it is; False where it is none of those, or no longer asked."""
    found = arrival(store, number)
    if found is None or found.given_by != by or kind not in found.kinds:
        return False
    here = (intakes.c.id == number) & (intakes.c.state == "which")
    named = update(intakes).where(here).values(kind=kind, state="sent")
    return bool(store.execute(named).rowcount)


def drop(store: Store, number: int, *, by: int) -> bool:
    """Who sent it does not want it taken in after all."""
    here = (intakes.c.id == number) & (intakes.c.given_by == by)
    named = here & (intakes.c.state == "which")
    return bool(store.execute(delete(intakes).where(named)).rowcount)


def open_numbers(store: Store) -> list[int]:
    """The intakes about which somebody has still to say something, the oldest first."""
    here = intakes.c.state.in_(("which", "shown", "waiting"))
    return list(store.execute(select(intakes.c.id).where(here).order_by(intakes.c.id)).scalars())


def lock_arrival(store: Store, number: int) -> bool:
    """Lock an intake that is to be taken in; False where another process has done so."""
    here = (intakes.c.id == number) & (intakes.c.state == "confirmed")
    query = select(intakes.c.id).where(here).with_for_update()
    return store.execute(query).first() is not None


def forget(store: Store, now: datetime) -> None:
    """Drop what has neither come nor been named for too long."""
    _OLD.run(store, {"before": now - EXPIRES_AFTER})


_OLD = Prepared(
    delete(intakes).where(
        intakes.c.given_at < bindparam("before"), intakes.c.state.in_(("sent", "which"))
    )
)


def _drop_copy(store: Store, one: Arrival) -> None:
    """Lists of people are not kept twice, but where a log entry shows the same file."""
    here = (fetched.c.channel == one.channel) & (fetched.c.file == one.file)
    store.execute(delete(fetched).where(here, fetched.c.used.is_(False)))


def _arrival(row: Any) -> Arrival:
    where = row.preview
    named = {name: where[name] for name in ("file", "channel")}
    kinds = tuple(where["kinds"])
    return of_row(Arrival, row, address_id=where["address"], kinds=kinds, **named)
