"""People, their duties, and the single-use codes that tie a chat to a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import bindparam, func, insert, select, update

from models.calendar import local, moment
from models.letters import Text
from models.people import Address, Colleague, Trust
from models.refused import Refused
from models.services import CODE_LETTERS
from models.store import Store, dice_of, inserted, keys_of
from models.store.engine.prepared import Prepared
from models.store.oversight.seals import stranger
from models.store.oversight.stamps import Stamp, stamped
from models.store.people.links import parts
from models.store.rules.settings import code_days
from models.store.rules.zones import WITHOUT_POST, is_over
from models.store.schema import addresses, duties, invitations, people, units

_PERSON = people.c.id == bindparam("person")
_NAME = Prepared(select(people.c.name).where(_PERSON))
_LAST_DAY = Prepared(select(people.c.left_on).where(_PERSON))

CodeState: TypeAlias = Literal["works", "used", "ended", "over", "left"]
"""Of a joining code: that it works, was used, was taken back, is past its last day, or that its
person has left service."""
CODE_LENGTH = 10
PLAIN, KEYED = 64, 48
"""Letters of a token: a plain digest of earlier versions, a keyed one of 192 bits."""
TRIES = 5
LOCKED = timedelta(hours=1)
"""After so many wrong codes in a row none is taken for so long."""
MOST_BY_NUMBER = 500
"""So many people are asked for by number; of more, everybody is read."""

_ENTRUSTED = (
    select(duties.c.person_id, duties.c.valid_from, duties.c.valid_to, units.c.zone)
    .join(units, units.c.id == duties.c.unit_id)
    .where(duties.c.duty == bindparam("duty"))
    .order_by(duties.c.id.desc())
)
_ENTRUSTED_READY = Prepared(_ENTRUSTED)


def add(store: Store, name: str, *, nip: str | None = None) -> int:
    """A new person; gives the id."""
    return inserted(store, people, name=name, nip=nip)


def give_duty(
    store: Store,
    person_id: int,
    *,
    unit_id: int,
    duty: str,
    valid_from: date,
    valid_to: date | None = None,
    stamp: Stamp | None = None,
) -> None:
    """Give a person a duty at a unit, from a day on, perhaps to a last day."""
    values = {
        "person_id": person_id,
        "unit_id": unit_id,
        "duty": duty,
        "valid_from": valid_from,
        "valid_to": valid_to,
    }
    store.execute(insert(duties).values(**values))
    what = {"duty": duty, "unit": unit_id, "since": str(valid_from)}
    stamped(store, stamp, "duty", {person_id: what})


def name_of(store: Store, person_id: int) -> str:
    """The name of somebody who is there."""
    return str(_NAME.all(store, {"person": person_id})[0].name)


def by_nip(store: Store) -> dict[str, tuple[int, str]]:
    """Everybody who has a nip: nip -> number and name."""
    rows = store.execute(select(people).where(people.c.nip.is_not(None)))
    return {row.nip: (row.id, row.name) for row in rows}


def whose(store: Store, nip: str) -> Colleague | None:
    """Who has this nip (eighteen digits), if anybody."""
    row = store.execute(select(people.c.id, people.c.name).where(people.c.nip == nip)).first()
    return None if row is None else Colleague(row.id, row.name)


def nip_of(store: Store, person_id: int) -> str:
    """The nip of somebody who is there; "" where none is known."""
    return store.execute(select(people.c.nip).where(people.c.id == person_id)).scalar_one() or ""


def head_of(store: Store, unit_id: int, day: date = date.max) -> int | None:
    """The person who heads the unit on that day or later, or for good, where no day is given."""
    still = duties.c.valid_to.is_(None) | (duties.c.valid_to >= day)
    here = (duties.c.unit_id == unit_id) & (duties.c.duty == "head") & still
    return store.execute(select(duties.c.person_id).where(here)).scalar()


def entrusted(
    store: Store, duty: str, now: datetime, *, at: Iterable[int] | None = None
) -> dict[int, str]:
    """Who has the duty today (at one of these units, where some are given), and the zone of a unit
    of theirs, by whose clock today is."""
    given = {"duty": duty}
    rows = (
        _ENTRUSTED_READY.all(store, given)
        if at is None
        else store.execute(_ENTRUSTED.where(duties.c.unit_id.in_(list(at))), given)
    )
    found = {}
    for person, first, last, zone in rows:
        if first <= local(now, zone).date() <= (last or date.max):
            found[person] = zone
    return found


def has_left(store: Store, person_id: int, now: datetime) -> bool:
    """Whether the person's last day in service is over, by the clock of their unit."""
    last: date | None = _LAST_DAY.scalar(store, {"person": person_id})
    return last is not None and is_over(store, person_id, last, now)


def lacking_codes(store: Store, person_ids: Iterable[int], *, now: datetime) -> list[int]:
    """Those of these people who have neither joined nor a code that still works."""
    wanted = list(person_ids)
    joined = select(addresses.c.person_id).where(addresses.c.person_id.is_not(None))
    works = select(invitations.c.person_id).where(*working(now))
    if len(wanted) < MOST_BY_NUMBER:
        joined = joined.where(addresses.c.person_id.in_(wanted))
        works = works.where(invitations.c.person_id.in_(wanted))
    known = {*store.execute(joined).scalars(), *store.execute(works).scalars()}
    return [person for person in wanted if person not in known]


def working(now: datetime) -> tuple[Any, ...]:
    """That a code of `invitations` still works."""
    unused = (invitations.c.used_at.is_(None), invitations.c.ended_at.is_(None))
    return (*unused, invitations.c.expires_at > now)


@dataclass(frozen=True, slots=True)
class JoiningCode:
    """A single-use code as it is handed out, and until when it works."""

    code: str
    until: datetime


def _end(store: Store, now: datetime, zone: str) -> datetime:
    """The office says for how many days a code works; the last of them is whole by this clock."""
    today = local(now, zone).date()
    after = today + timedelta(days=code_days(store, today) + 1)
    return moment(after, time(), zone) - timedelta(minutes=1)


def invite(
    store: Store,
    person_id: int,
    *,
    now: datetime,
    by: int | None = None,
    zone: str = WITHOUT_POST,
) -> JoiningCode:
    """A single-use joining code, made by a person (None: who runs the machine). Only its keyed
    hash is kept."""
    return invite_all(store, [person_id], now=now, by=by, zone=zone)[person_id]


def invite_all(
    store: Store,
    person_ids: Iterable[int],
    *,
    now: datetime,
    by: int | None = None,
    zone: str = WITHOUT_POST,
) -> dict[int, JoiningCode]:
    """A single-use joining code for each of these people, to the end of a day by the clock of the
    zone; those they had work no more.

    Raises `Refused` under another secret than the one that Tilik runs with here: no code made so
    would ever work.
    """
    if stranger(store, keys_of(store)) is not None:
        raise Refused(Text("code-other-secret"))
    dice, end = dice_of(store), _end(store, now, zone)
    codes = {
        person: JoiningCode(dice.word(CODE_LETTERS, CODE_LENGTH), end) for person in person_ids
    }
    uninvite(store, *codes, now=now)
    rows = [
        {"token": _token(store, one.code), "person_id": person, "expires_at": end, "made_by": by}
        for person, one in codes.items()
    ]
    if rows:
        store.execute(insert(invitations), rows)
    return codes


def uninvite(store: Store, *person_ids: int, now: datetime) -> None:
    """Take back the codes that these people have not used. They stay, so that whoever holds one
    can be told."""
    for some in parts(person_ids):
        here = update(invitations).where(invitations.c.person_id.in_(some), *working(now))
        store.execute(here.values(ended_at=now))


def joined(
    store: Store, code: str, *, address_id: int, now: datetime, trust: Trust = "full"
) -> str | None:
    """Tie the address to the code's person and use the code up; gives the name, or None.

    None also for who has left service by now. The first time is kept as when they joined.
    """
    row = store.execute(
        update(invitations)
        .where(invitations.c.token == _token(store, code), *working(now))
        .values(used_at=now)
        .returning(invitations.c.person_id)
    ).first()
    if row is None or has_left(store, row.person_id, now):
        return None
    tied = {"person_id": row.person_id, "wrong_codes": 0, "trust": trust}
    store.execute(update(addresses).where(addresses.c.id == address_id).values(**tied))
    begins(store, row.person_id, at=now)
    return store.execute(select(people.c.name).where(people.c.id == row.person_id)).scalar()


def begins(store: Store, person_id: int, *, at: datetime) -> None:
    """The person has joined, if they had not before: no day before counts."""
    here = (people.c.id == person_id) & people.c.joined_at.is_(None)
    store.execute(update(people).where(here).values(joined_at=at))


@dataclass(frozen=True)
class Bearer:
    """Whose a joining code is, what has become of it, when it ends, by whom it was made (None: who
    runs the machine), and whether anybody was told that it was tried in vain."""

    person_id: int
    standing: CodeState
    expires_at: datetime
    made_by: int | None
    is_told: bool

    @property
    def works(self) -> bool:
        return self.standing == "works"


def bearer(store: Store, code: str, *, now: datetime) -> Bearer | None:
    """Whose the code is or was; None for none. Nobody else may use it until the turn is over."""
    query = select(invitations).where(invitations.c.token == _token(store, code)).with_for_update()
    if (row := store.execute(query).first()) is None:
        return None
    told = row.told_at is not None
    return Bearer(row.person_id, _standing(store, row, now), row.expires_at, row.made_by, told)


def _standing(store: Store, row: Any, now: datetime) -> CodeState:
    if has_left(store, row.person_id, now):
        return "left"
    if row.used_at is not None:
        return "used"
    if row.ended_at is not None:
        return "ended"
    return "works" if row.expires_at > now else "over"


def told_of(store: Store, code: str, now: datetime) -> None:
    """Somebody was told that the code was tried in vain: once is enough."""
    here = update(invitations).where(invitations.c.token == _token(store, code))
    store.execute(here.values(told_at=now))


def in_vain(store: Store, address_id: int, now: datetime) -> bool:
    """Count a wrong code; whether it was one too many, and none is taken from here for a while."""
    here = addresses.c.id == address_id
    counted = update(addresses).where(here).values(wrong_codes=addresses.c.wrong_codes + 1)
    tries = int(store.execute(counted.returning(addresses.c.wrong_codes)).scalar_one())
    if tries >= TRIES:
        shut = {"wrong_codes": 0, "locked_until": now + LOCKED}
        store.execute(update(addresses).where(here).values(**shut))
    return tries >= TRIES


def in_order(store: Store, address_id: int) -> None:
    """A right code: the wrong ones before it are forgotten."""
    here = addresses.c.id == address_id
    store.execute(update(addresses).where(here).values(wrong_codes=0))


def locked(address: Address, now: datetime) -> bool:
    """Whether too many wrong codes have closed the door for a while."""
    return address.locked_until is not None and now < address.locked_until


def seal_codes(store: Store) -> None:
    """Key the codes that an earlier Tilik has kept as plain digests, which can be guessed."""
    for plain in _PLAIN.all(store, {}):
        here = update(invitations).where(invitations.c.token == plain.token)
        store.execute(here.values(token=_sealed(store, plain.token)))


_PLAIN = Prepared(select(invitations.c.token).where(func.length(invitations.c.token) == PLAIN))


def _token(store: Store, code: str) -> str:
    """Under what a code is kept: who has the database alone finds none by trying them all."""
    return _sealed(store, hashlib.sha256(code.upper().encode()).hexdigest())


def _sealed(store: Store, digest: str) -> str:
    return keys_of(store).mac("codes", digest)[:KEYED]
