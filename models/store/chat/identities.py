"""Identities: who somebody is, sealed under a key that the database does not know.

AES-256-GCM under `Keys.of("identities")`, with the row's own id as associated data: a row that is
copied over another does not open. Opened for as long as a matter needs it, and forgotten on a day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, func, insert, select, update

from models.keys import Keys
from models.sealing import NONCE, Unopenable, sealed, unsealed
from models.store import Store, dice_of
from models.store.engine.prepared import Prepared
from models.store.schema import identities

_PUT = Prepared(insert(identities))
BLOCK = 256
"""Bytes: what is sealed is filled up to so many, or as many again."""


class WrongKey(RuntimeError):
    """The identity was sealed under another secret, or has been altered. The message names the
    fingerprints, never what is sealed."""


def put(store: Store, who: Mapping[str, str], *, keys: Keys, forgotten_on: date) -> str:
    """Seal who somebody is until that day; gives the random id under which it is kept."""
    dice = dice_of(store)
    number, nonce = dice.hexadecimal(16), dice.draw(NONCE)
    row = {
        "id": number,
        "sealed": sealed(keys.of("identities"), _plain(who), place=number, nonce=nonce),
        "fingerprint": keys.fingerprint,
        "forgotten_on": forgotten_on,
    }
    _PUT.run(store, row)
    return number


def amend(store: Store, number: str, who: Mapping[str, str], *, keys: Keys) -> None:
    """Seal under the same id who it is by now; nothing where it was forgotten."""
    nonce, key = dice_of(store).draw(NONCE), keys.of("identities")
    kept = sealed(key, _plain(who), place=number, nonce=nonce)
    values = {"sealed": kept, "fingerprint": keys.fingerprint}
    store.execute(update(identities).where(identities.c.id == number).values(**values))


def shut(store: Store, keys: Keys) -> int:
    """How many are sealed under another secret, and open no more."""
    here = identities.c.fingerprint != keys.fingerprint
    return store.execute(select(func.count()).where(here)).scalar_one()


def _plain(who: Mapping[str, str]) -> bytes:
    """Of one length, so that how long it is tells nothing: neither the channel nor the name."""
    plain = json.dumps(dict(who), ensure_ascii=False, sort_keys=True).encode()
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)


def opened(store: Store, number: str, *, keys: Keys) -> dict[str, str] | None:
    """Who it is; None where it was forgotten. Raises `WrongKey`."""
    row = store.execute(select(identities).where(identities.c.id == number)).first()
    if row is None:
        return None
    if row.fingerprint != keys.fingerprint:
        raise WrongKey(f"sealed under {row.fingerprint}, not under {keys.fingerprint}")
    try:
        plain = unsealed(keys.of("identities"), bytes(row.sealed), place=number)
    except Unopenable:
        raise WrongKey(f"altered since it was sealed under {row.fingerprint}") from None
    who: dict[str, str] = json.loads(plain)
    return who


def keep_until(store: Store, number: str, day: date) -> None:
    """Forget this one on another day."""
    here = identities.c.id == number
    store.execute(update(identities).where(here).values(forgotten_on=day))


def drop(store: Store, number: str) -> None:
    """Forget one identity now."""
    store.execute(delete(identities).where(identities.c.id == number))


def forget(store: Store, today: date) -> int:
    """Forget those whose day has come; gives how many."""
    return store.execute(delete(identities).where(identities.c.forgotten_on <= today)).rowcount

