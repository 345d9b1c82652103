"""Letters that are written but not yet delivered. A delivered reply leaves nothing behind.

Prompts are letters too, but go their own way (`models/store/prompts/sending`): no reply waits
behind one.

A letter is `waiting`; `doubt`: nobody can say whether it has arrived, and it is sent again where
nothing tells; `taken`: the platform has it, and will tell what becomes of it; `held`: it may not go
before the person writes, or somebody has looked at why (`why`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import bindparam, delete, insert, select, update

from models.calendar import local, moment
from models.letters import Letter, LetterKind, Text, packed, unpacked
from models.people import Address
from models.store import Store, is_loud
from models.store.chat.addresses import STILL_CARRIED, of_person
from models.store.engine.prepared import Prepared
from models.store.letters import told
from models.store.rules import settings
from models.store.rules.zones import zone_of, zones_of
from models.store.schema import addresses, letters

CARRIED = timedelta(seconds=10)
"""A fresh letter is with the process that wrote it; later, any post may take it up."""
NIGHT = "night"
"""Why a letter is held that would wake somebody: until the morning, or until they write."""
PAUSE = "pause"
"""Why a letter is held that the platform wants later: until then, or until they write."""
AT_ONCE = timedelta()
"""No process carries it yet: any post may take it up."""
LONG = timedelta(minutes=1)
"""What is to wait for longer is put aside, or every other letter of its chat would wait too."""
MOST_HELD = 50
"""Letters that are held at one address; where there would be more, the oldest are dropped and the
first that is left says so."""
_DROPPED = Letter((Text("held-dropped"),))
_WRITE = Prepared(insert(letters).returning(letters.c.id))
_TAKEN = Prepared(
    update(letters)
    .where(letters.c.id == bindparam("letter"), letters.c.attempts == bindparam("tried"))
    .values(state="taken", due_at=bindparam("at"))
)
_DELIVERED = Prepared(delete(letters).where(letters.c.id == bindparam("arrived")))


@dataclass(frozen=True)
class Envelope:
    """A written letter and where it goes."""

    id: int
    address_id: int
    channel: str
    sender: str
    language: str
    letter: Letter
    attempts: int = 0
    heard_at: datetime | None = None
    prompt_id: int | None = None


def write(
    store: Store,
    address: Address,
    letter: Letter,
    *,
    now: datetime,
    prompt_id: int | None = None,
    carried: timedelta = CARRIED,
    morning: datetime | None = None,
) -> Envelope:
    """Keep a letter in the transaction that has caused it; its process has a while to carry it.

    With `morning`, it is held until then. ValueError for a prompt that no campaign has planned, and
    for anything else that one has.
    """
    if (letter.kind == "prompt") != (prompt_id is not None):
        raise ValueError("a prompt is a letter that a campaign has planned")
    row = {
        "address_id": address.id,
        "kind": letter.kind,
        "about": letter.about,
        "sheet": sheet_of(letter),
        "state": "held" if morning else "waiting",
        "why": NIGHT if morning else None,
        "attempts": 0,
        "due_at": morning or now + carried,
        "written_at": now,
        "prompt_id": prompt_id,
    }
    number = int(_WRITE.scalar(store, row))
    return Envelope(
        number,
        address.id,
        address.channel,
        address.sender,
        address.tongue,
        letter,
        heard_at=address.heard_at,
        prompt_id=prompt_id,
    )


def bound_held(store: Store, address_id: int) -> None:
    """Let no more be held at this address than may be."""
    here = (letters.c.address_id == address_id) & (letters.c.state == "held")
    found = select(letters.c.id).where(here, letters.c.prompt_id.is_(None)).order_by(letters.c.id)
    held = store.execute(found).scalars().all()
    if len(held) > MOST_HELD:
        oldest, *dropped = held[: len(held) - MOST_HELD + 1]
        said = {"sheet": sheet_of(_DROPPED), "about": None}
        store.execute(update(letters).where(letters.c.id == oldest).values(**said))
        store.execute(delete(letters).where(letters.c.id.in_(dropped)))
        told.lost(store, [oldest, *dropped])


def sheet_of(letter: Letter) -> str:
    """The letter as it is kept."""
    return json.dumps(packed(letter), ensure_ascii=False, separators=(",", ":"))


def tell(store: Store, person_id: int, letter: Letter, *, now: datetime) -> bool:
    """Write a letter to somebody else than the person whose turn it is, to be carried at once.

    It goes where Tilik speaks to them first. False where that is nowhere. By their night it comes
    without a sound, and waits for the morning where the channel cannot do that.
    """
    found = of_person(store, person_id)
    if found:
        tell_there(store, found[0], letter, now=now)
    return bool(found)


def tell_there(store: Store, chat: Address, letter: Letter, *, now: datetime) -> Envelope:
    """The same for one chat of somebody who has joined."""
    person_id = chat.person_id or 0
    hushed = settings.is_quiet(store, now, zone_of(store, person_id, now))
    wakes = hushed and is_loud(store, chat.channel)
    morning = morning_of(store, person_id, now) if wakes else None
    if chat.assists_until is not None and now < chat.assists_until:
        morning = chat.assists_until  # it would be read by whoever has the phone in hand
    soft = replace(letter, hushed=hushed, told=bool(letter.buttons))
    written = write(store, chat, soft, now=now, carried=AT_ONCE, morning=morning)
    bound_held(store, chat.id)
    return written


def morning_of(store: Store, person_id: int, now: datetime) -> datetime | None:
    """When the day next begins where the person works; None where they work nowhere any more."""
    for zone in zones_of(store, person_id, now):
        day = local(now, zone).date()
        first = settings.awake(store, day).first
        mornings = (moment(one, first, zone) for one in (day, day + timedelta(days=1)))
        return next(at for at in mornings if at > now)
    return None


def delivered(store: Store, ids: Sequence[int]) -> None:
    """These letters have arrived (or never will, as `told.lost` knows): forget them."""
    told.arrived(store, ids)
    _DELIVERED.run(store, *({"arrived": number} for number in ids))


def taken(store: Store, given: Sequence[tuple[int, int]], *, now: datetime) -> None:
    """The platform has these letters, by number and attempt, and will tell whether they arrive.

    One that has come back meanwhile, told to have failed, is past that attempt already.
    """
    _TAKEN.run(store, *({"letter": n, "tried": tries, "at": now} for n, tries in given))


def later(
    store: Store,
    letter_id: int,
    *,
    attempts: int,
    due_at: datetime,
    doubt: bool = False,
    aside: bool = False,
) -> None:
    """The letter could not be delivered now; try again at `due_at`. In `doubt` it may have been.

    Unless the platform has told better meanwhile. What is put `aside` until then holds up no other
    letter of its chat.
    """
    state = "doubt" if doubt else "held" if aside else "waiting"
    here = (letters.c.id == letter_id) & (letters.c.attempts < attempts) & STILL_CARRIED
    why = PAUSE if state == "held" else None
    tried = {"attempts": attempts, "due_at": due_at, "state": state, "why": why}
    store.execute(update(letters).where(here).values(**tried))


LETTER = (
    letters,
    addresses.c.channel,
    addresses.c.sender,
    addresses.c.language,
    addresses.c.phone_language,
    addresses.c.heard_at,
)


def envelope_of(row: Any) -> Envelope:
    """The letter of a row of `LETTER`, the tables joined."""
    whose = Address(0, row.channel, row.sender, row.language, row.phone_language)
    return Envelope(
        id=row.id,
        address_id=row.address_id,
        channel=row.channel,
        sender=row.sender,
        language=whose.tongue,
        letter=unpacked(json.loads(row.sheet), about=row.about, kind=cast(LetterKind, row.kind)),
        attempts=row.attempts,
        heard_at=row.heard_at,
        prompt_id=row.prompt_id,
    )
