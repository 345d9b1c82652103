"""Files that a platform keeps for a while only: wanted, fetched, and then kept by us.

A file is `wanted` until it is `here`, or `lost`: the platform does not give it any more, or it is
more than Tilik takes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import bindparam, delete, func, select, update

from models import sealing
from models.complaints import Evidence
from models.letters import File, FileKind
from models.store import Store, dice_of, either, keys_of, of_row
from models.store.chat.addresses import nobody
from models.store.engine.prepared import Prepared
from models.store.schema import addresses, files, intakes

State: TypeAlias = Literal["wanted", "here", "lost"]
KEPT_FOR = timedelta(days=8)
"""How long a file is kept that no entry shows: longer than any form stays open."""
LONGEST_WAIT = timedelta(hours=1)
"""Between two attempts to fetch a file."""
LONGEST_NAME, LONGEST_ENDING = 240, 20


@dataclass(frozen=True)
class SentFile:
    """One file, as far as it is known: without its content until it is here."""

    id: int
    channel: str
    file: str
    kind: FileKind
    name: str | None
    state: State
    attempts: int
    address_id: int
    used: bool
    mime: str | None = None
    sealed: bool = False
    content: bytes | None = None


def home_of(file: str) -> tuple[str | None, str]:
    """The channel that a file's id is of, and the id there; None for the channel that keeps what
    people send for ever, whose ids stand alone."""
    channel, colon, number = file.partition(":")
    return (channel, number) if colon else (None, file)


def want(
    store: Store,
    file: File,
    *,
    address_id: int,
    now: datetime,
    also_from: str | None = None,
    sealed: bool = False,
) -> bool:
    """Note that this is to be fetched; False where the channel keeps it. What was lost and is
    sent again is wanted again. With `also_from`, it is fetched from that channel even so. `sealed`:
    of a complaint, and kept as such."""
    home, number = home_of(file.file)
    channel = home or also_from
    if channel is None:
        return False
    fresh = {"state": "wanted", "attempts": 0, "due_at": now, "given_at": now}
    row = {
        **fresh,
        "channel": channel,
        "file": number,
        "kind": file.kind,
        "name": safe_name(file.name),
        "address_id": address_id,
        "used": False,
        "sealed": sealed,
    }
    made = either(
        lambda insert: (
            insert(files)
            .values(**row)
            .on_conflict_do_update(
                index_elements=["channel", "file"], set_=fresh, where=files.c.state == "lost"
            )
        )
    )
    store.execute(made[store.dialect.name])
    return True


def unwant(store: Store, file: File) -> None:
    """It is of no use after all; what has been fetched before stays."""
    channel, number = home_of(file.file)
    here = (files.c.channel == channel) & (files.c.file == number)
    fresh = (files.c.state == "wanted") & (files.c.attempts == 0) & files.c.used.is_(False)
    store.execute(delete(files).where(here, fresh))


def sent_since(store: Store, address_id: int, at: datetime) -> int:
    """How many files have been taken from this chat since then that still are its own."""
    here = (files.c.address_id == address_id) & (files.c.given_at >= at)
    return store.execute(select(func.count()).where(here)).scalar_one()


def given_since(store: Store, person_id: int, at: datetime) -> int:
    """How many files of the person have been taken since then: evidence, and tables brought in."""
    theirs = select(addresses.c.id).where(addresses.c.person_id == person_id)
    shown = (files.c.address_id.in_(theirs)) & (files.c.given_at >= at)
    brought = (intakes.c.given_by == person_id) & (intakes.c.given_at >= at)
    counts = (select(func.count()).where(one).scalar_subquery() for one in (shown, brought))
    return sum(store.execute(select(*counts)).one())


def claim(
    store: Store, channels: Collection[str], *, now: datetime, until: datetime, most: int
) -> list[SentFile]:
    """Take files of these channels that are due, and hold them until `until`; counts the attempt.

    On PostgreSQL any number of processes may do this at once.
    """
    query = (
        select(*_KNOWN)
        .where(files.c.state == "wanted", files.c.due_at <= now, files.c.channel.in_(channels))
        .order_by(files.c.due_at, files.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = [_sent(row) for row in store.execute(query)]
    if found:
        here = files.c.id.in_([sent.id for sent in found])
        tried = {"attempts": files.c.attempts + 1, "due_at": until}
        store.execute(update(files).where(here).values(**tried))
    return found


def keep(store: Store, sent: SentFile, content: bytes, mime: str) -> None:
    """It is here."""
    if sent.sealed:
        nonce = dice_of(store).draw(sealing.NONCE)
        content = sealing.sealed(_key(store), content, place=_place(sent.id), nonce=nonce)
    _change(store, sent.id, state="here", content=content, mime=mime)


def later(store: Store, file_id: int, *, due_at: datetime) -> None:
    """It could not be fetched now; try again at `due_at`."""
    _change(store, file_id, due_at=due_at)


def lose(store: Store, file_id: int) -> SentFile | None:
    """It will never be here; gives it as it is known now, None where that was known before."""
    if not _change(store, file_id, state="lost"):
        return None
    return _sent(store.execute(select(*_KNOWN).where(files.c.id == file_id)).one())


def lost_beside(store: Store, lost: SentFile, now: datetime) -> bool:
    """Whether another file of the same chat was lost a moment ago: one word is enough for both."""
    other = (files.c.address_id == lost.address_id) & (files.c.id != lost.id)
    lately = (files.c.state == "lost") & files.c.sealed & (files.c.due_at > now)
    return store.execute(select(files.c.id).where(other, lately).limit(1)).first() is not None


def found(store: Store, channel: str, number: str) -> SentFile | None:
    """The file of this id, with its content if it is here; what cannot be opened is lost."""
    here = (files.c.channel == channel) & (files.c.file == number)
    row = store.execute(select(*_KNOWN, files.c.content).where(here)).first()
    if row is None or not row.sealed or row.content is None:
        return None if row is None else _sent(row, row.content)
    try:
        content = sealing.unsealed(_key(store), bytes(row.content), place=_place(row.id))
        return _sent(row, content)
    except sealing.Unopenable:
        return replace(_sent(row), state="lost")


def use(store: Store, evidence: Iterable[File], *, used: bool = True) -> None:
    """An entry shows these (or not any longer): they are kept as long as it does."""
    for file in evidence:
        channel, number = home_of(file.file)
        if file.kind != "link" and channel is not None:
            here = (files.c.channel == channel) & (files.c.file == number)
            store.execute(update(files).where(here).values(used=used))


def there(store: Store, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Those of them that are not lost."""
    homes = [home_of(one.file) for one in evidence]
    if not homes:
        return ()
    here = files.c.file.in_([number for _, number in homes])
    gone = select(files.c.channel, files.c.file).where(files.c.state == "lost", here)
    lost = {(row.channel, row.file) for row in store.execute(gone)}
    return [one for one, home in zip(evidence, homes, strict=True) if home not in lost]


def untie(store: Store, evidence: Iterable[File]) -> None:
    """Let nothing lead from these to the chat that they came from: they are nobody's, and nameless.
    """
    for file in evidence:
        channel, number = home_of(file.file)
        if file.kind != "link" and channel is not None:
            here = (files.c.channel == channel) & (files.c.file == number)
            nobodys = {"address_id": nobody(store, channel), "name": None}
            store.execute(update(files).where(here).values(**nobodys))


def pull_in(store: Store, now: datetime) -> None:
    """Let no file wait until a time that only a clock which was ahead can have named."""
    late = (files.c.state == "wanted") & (files.c.due_at > now + LONGEST_WAIT)
    store.execute(update(files).where(late).values(due_at=now))


def forget(store: Store, now: datetime) -> None:
    """Drop what no entry shows, and of what was lost the trace."""
    _OLD.run(store, {"before": now - KEPT_FOR})


_OLD = Prepared(
    delete(files).where(
        files.c.used.is_(False) | (files.c.state == "lost"), files.c.given_at < bindparam("before")
    )
)


def safe_name(name: str | None) -> str | None:
    """A file's name without folders, signs that do not show, and what is too long; its ending
    stays. None where nothing is left."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(" .")
    stem, dot, ending = seen.rpartition(".")
    if dot and len(ending) <= LONGEST_ENDING:
        return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"
    return seen[:LONGEST_NAME] or None


def _change(store: Store, file_id: int, **columns: Any) -> bool:
    here = (files.c.id == file_id) & (files.c.state == "wanted")
    return bool(store.execute(update(files).where(here).values(**columns)).rowcount)


_KNOWN = (
    files.c.id,
    files.c.channel,
    files.c.file,
    files.c.kind,
    files.c.name,
    files.c.state,
    files.c.attempts,
    files.c.address_id,
    files.c.used,
    files.c.mime,
    files.c.sealed,
)


def _key(store: Store) -> bytes:
    return keys_of(store).of("complaints")


def _place(file_id: int) -> str:
    return f"file {file_id}"



def _sent(row: Any, content: bytes | None = None) -> SentFile:
    return of_row(SentFile, row, content=content)
