"""Addresses: where people write from, and the dialogue that is open there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, func, select, update

from models.dialogues import Dialogue
from models.people import FROZEN, Address, Person
from models.rights import is_second
from models.screens import Screens
from models.store import Store, either
from models.store.chat.dialogues import KEPT, dialogue_of
from models.store.chat.makers import behind
from models.store.chat.renaming import renamed
from models.store.chat.veil import unveiled
from models.store.complaints import unsent
from models.store.engine.prepared import Prepared
from models.store.people.duties import duties_of, work_of
from models.store.rules.zones import is_over
from models.store.schema import LONG_AGO, addresses, complaints, dialogues, inbox, letters, people

NOBODY = "gone-"
"""Before the sender of a row that stays only because a file came from there that is still shown."""
WINDOW_GRAIN = timedelta(minutes=5)
"""How far back the time of a person's last message may lie, so that not every turn writes it."""


@dataclass(frozen=True)
class Met:
    """An address under lock, its open dialogue, and what is unsent there: open items, letters.

    A prompt is no such letter: nobody's reply waits for a campaign. `letters_held`: some wait for
    the person to write. `screens`: what was shown there. `in_doubt`: somebody else of the office is
    reached under the other id that the channel tells, which may be another's by now. `is_back`:
    nobody was reached there before this.
    """

    address: Address
    dialogue: Dialogue | None
    items_wait: bool
    newest_letter: int | None
    reachable: bool
    letters_held: bool
    in_doubt: bool = False
    is_back: bool = False
    is_fresh: bool = False
    screens: Screens = field(default_factory=Screens)


STILL_CARRIED = (letters.c.state == "waiting") | (letters.c.state == "doubt")
"""Of a letter: still to be carried. Not held back, and not taken by the platform already."""
OPEN = (
    addresses.c.reachable.is_(True),
    addresses.c.trust == "full",
    addresses.c.speaks_first.is_(True),
)
"""Of an address: that Tilik may speak first there."""
_HERE = (
    addresses.c.channel == bindparam("of_channel"),
    addresses.c.sender == bindparam("of_sender"),
)
# A key is never changed, so the row's key may be shared: whoever writes a letter to this address
# refers to it, and two who write to each other would else wait for each other for ever.
_LOCK = Prepared(select(addresses.c.id).where(*_HERE).with_for_update(key_share=True))
_former = addresses.alias("former")
_MEET_ONE = Prepared(
    select(
        addresses,
        dialogues.c.id.label("dialogue_id"),
        *KEPT,
        exists()
        .where(
            inbox.c.channel == addresses.c.channel,
            inbox.c.sender == addresses.c.sender,
            inbox.c.state == "open",
        )
        .label("items_wait"),
        select(func.max(letters.c.id))
        .where(
            letters.c.address_id == addresses.c.id,
            letters.c.prompt_id.is_(None),
            STILL_CARRIED,
        )
        .scalar_subquery()
        .label("newest_letter"),
        exists()
        .where(letters.c.address_id == addresses.c.id, letters.c.state == "held")
        .label("letters_held"),
        exists()
        .where(
            _former.c.channel == addresses.c.channel,
            _former.c.sender == bindparam("of_other"),
            _former.c.reachable.is_(True),
            _former.c.person_id.is_not(None),
            _former.c.person_id.is_distinct_from(addresses.c.person_id),
        )
        .label("in_doubt"),
    )
    .select_from(
        addresses.outerjoin(
            dialogues,
            (dialogues.c.address_id == addresses.c.id) & dialogues.c.parked.is_(False),
        )
    )
    .where(*_HERE)
)
_UNTRIED = {"reachable": True, "speaks_first": True, "wrong_codes": 0, "trust": "full"}
_HEARD = Prepared(update(addresses).where(addresses.c.id == bindparam("of_address")))
_GREET = Prepared(either(lambda insert: insert(addresses).on_conflict_do_nothing()))


def meet(
    store: Store,
    channel: str,
    sender: str,
    *,
    also: str | None = None,
    phone_language: str | None = None,
    now: datetime | None = None,
) -> Met:
    """Lock the address (making it at the first word) and read what a turn needs.

    `also` is another id by which the channel has known this person: an address under that one is
    theirs from now on, unless it is somebody's of the office: a number may have been given to
    another, so they are asked for a code (`Met.in_doubt`). `now` gives a fresh address its day;
    without one it is kept no longer than it is needed.
    """
    key = {"of_channel": channel, "of_sender": sender, "of_other": also or ""}
    row, is_fresh = _met(store, key), False
    if row is None and also is not None and renamed(store, channel, also, to=sender):
        row = _met(store, key)
    if row is None:
        met_on = LONG_AGO if now is None else now.astimezone(UTC).date()
        fresh = {"channel": channel, "sender": sender, "phone_language": phone_language}
        _GREET.run(store, fresh | _UNTRIED | {"met_on": met_on})
        row, is_fresh = _met(store, key), True
    dialogue = None if row.dialogue_id is None else dialogue_of(row, row.dialogue_id)
    waiting = (row.items_wait, row.newest_letter, row.reachable, row.letters_held, row.in_doubt)
    shown = unveiled(store, row.screens, address_id=row.id)
    return Met(address_of(row), dialogue, *waiting, is_fresh=is_fresh, screens=shown)


def nobody(store: Store, channel: str) -> int:
    """The row of this channel to which files belong that lead to no chat any more."""
    here = meet(store, channel, f"{NOBODY}0").address
    change(store, here.id, reachable=False)
    return here.id


def heard_from(
    store: Store, met: Met, *, phone_language: str | None = None, at: datetime | None = None
) -> Met:
    """The person has written: what that changes of their address, which is locked.

    `at` is when they did, on a channel that closes a window behind it. Where letters are held, the
    platform may have known better than we how long ago they wrote.
    """
    address, changed = met.address, dict[str, Any]()
    if phone_language and phone_language != address.phone_language:
        changed["phone_language"] = phone_language
    before = address.heard_at
    is_late = before is None or at is None or at - before > WINDOW_GRAIN
    if at is not None and (is_late or met.letters_held):
        changed["heard_at"] = at if before is None else max(at, before)
        if met.letters_held:
            letters_of_the_window(store, address.id, at)
    if (is_late and at is not None) or met.is_fresh or not met.reachable:
        unsent.freed(store, address.channel, address.sender)
    now = replace(address, **changed)
    if changed or not met.reachable:
        told = {"phone_language": now.phone_language, "heard_at": now.heard_at}
        _HEARD.run(store, {"of_address": address.id, "reachable": True, **told})
    return replace(met, address=now, reachable=True, is_back=not met.reachable)


def lock(store: Store, address_id: int | None) -> datetime | None:
    """Lock one address, if there is one, as a turn does; gives when the person last wrote."""
    here = select(addresses.c.heard_at).where(addresses.c.id == address_id)
    return store.execute(here.with_for_update(key_share=True)).scalar()


def letters_of_the_window(store: Store, address_id: int, now: datetime) -> None:
    """The person has written: letters that waited for that may go, the oldest first."""
    held = (letters.c.address_id == address_id) & (letters.c.state == "held")
    held &= letters.c.why.is_distinct_from(FROZEN)
    store.execute(update(letters).where(held).values(state="waiting", due_at=now, why=None))


def _met(store: Store, key: dict[str, str]) -> Any:
    """On PostgreSQL a query that had to wait for its lock still shows what was there before the
    wait, so what the turn needs is read after the lock. SQLite's writer is alone anyhow."""
    if store.dialect.name == "postgresql":
        _LOCK.first(store, key)
    return _MEET_ONE.first(store, key)


def change(store: Store, address_id: int, **columns: Any) -> None:
    """Set columns of one address."""
    store.execute(update(addresses).where(addresses.c.id == address_id).values(**columns))


def unreachable(store: Store, channel: str, sender: str) -> None:
    """The person has blocked Tilik or left: nothing is sent until they write again."""
    here = (addresses.c.channel == channel) & (addresses.c.sender == sender)
    store.execute(update(addresses).where(here).values(reachable=False))


def gone(store: Store, address_id: int, sender: str) -> bool:
    """Nobody is reached there any more. False where the channel knows the person by another id by
    now: then only the one that was tried is gone."""
    here = (addresses.c.id == address_id) & (addresses.c.sender == sender)
    return bool(store.execute(update(addresses).where(here).values(reachable=False)).rowcount)


_NAMED = Prepared(
    select(
        people.c.name,
        people.c.left_on,
        exists()
        .where(complaints.c.holder_id == people.c.id, complaints.c.closed_on.is_(None))
        .label("holds"),
    ).where(people.c.id == bindparam("person"))
)


def person_at(store: Store, address: Address, now: datetime) -> Person:
    """Who stands at the address, and what they are charged with today; nobody who has left, and
    nobody while their phone is handed to others."""
    if address.assists_until is not None and now < address.assists_until:
        return Person(replace(address, person_id=None, assisting=True))
    if (number := address.person_id) is None:
        return Person(address)
    name, last_day, holds = _NAMED.first(store, {"person": number})
    if last_day and is_over(store, number, last_day, now):
        return Person(replace(address, person_id=None))
    if address.trust == "frozen":
        return Person(address, name)
    post, charge = work_of(store, number, now)
    if address.trust == "new":
        return Person(address, name, post=post)
    known = Person(
        address,
        name,
        duties_of(store, number, now),
        post,
        charge.team,
        charge.acting,
        charge.above,
        charge.raised,
        holds=bool(holds),
    )
    return replace(known, behind=behind(store, [number])) if is_second(known) else known


def by_id(store: Store, address_id: int) -> Address:
    """One address."""
    return address_of(store.execute(select(addresses).where(addresses.c.id == address_id)).one())


def _chats(*where: Any) -> Prepared:
    first = addresses.c.channel == func.coalesce(people.c.channel, "")
    return Prepared(
        select(addresses)
        .select_from(addresses.join(people, people.c.id == addresses.c.person_id))
        .where(addresses.c.person_id == bindparam("of_person"), *where)
        .order_by(first.desc(), addresses.c.id.desc())
    )


_REACHED, _SPOKEN_TO = _chats(*OPEN[:2]), _chats(*OPEN)


def of_person(store: Store, person_id: int, *, everywhere: bool = False) -> list[Address]:
    """Where Tilik may speak first to the person: where they chose to, then the newest first.

    `everywhere`: also where they can be reached, but want to be left in peace.
    """
    mine = _REACHED if everywhere else _SPOKEN_TO
    return [address_of(row) for row in mine.all(store, {"of_person": person_id})]


def address_of(row: Any) -> Address:
    """The address that a row of `addresses` tells of."""
    return Address(
        id=row.id,
        channel=row.channel,
        sender=row.sender,
        language=row.language,
        phone_language=row.phone_language,
        person_id=row.person_id,
        locked_until=row.locked_until,
        speaks_first=row.speaks_first,
        heard_at=row.heard_at,
        trust=row.trust,
        assists_until=row.assists_until,
    )
