"""Who has rated today, as a keyed hash: tied to its rating only while that may change."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from models.ratings import rater_token
from models.store import Store, dice_of, either, keys_of
from models.store.engine.prepared import Prepared
from models.store.schema import day_keys, raters, ratings, services

_HALF = "tilik.raters"
_KEY_OF = Prepared(select(day_keys.c.key).where(day_keys.c.day == bindparam("day")))
_SAID = ("counter_id", "answers", "cause", "reason", "kind")
_KEEP_KEY = Prepared(either(lambda insert: insert(day_keys).on_conflict_do_nothing()))
_EARLIER = Prepared(
    select(
        raters.c.rating_id,
        raters.c.changeable_until,
        ratings.c.counter_id,
        ratings.c.answers,
        ratings.c.cause,
        ratings.c.reason,
        ratings.c.kind,
    )
    .select_from(raters.outerjoin(ratings, ratings.c.id == raters.c.rating_id))
    .where(raters.c.token == bindparam("token"))
)
_REMEMBER = Prepared(
    either(
        lambda insert: (
            lambda row: row.on_conflict_do_update(
                index_elements=[raters.c.token],
                set_={
                    "rating_id": row.excluded.rating_id,
                    "changeable_until": row.excluded.changeable_until,
                    "forgotten_at": row.excluded.forgotten_at,
                },
            )
        )(insert(raters))
    )
)


@dataclass(frozen=True)
class Earlier:
    """That this person has rated today; which rating it was is known only while it may change.

    `said` is what the rating holds (counter_id, answers, cause, reason, kind), as JSON.
    """

    rating_id: str | None
    changeable_until: datetime
    said: dict[str, Any] | None = None


def key_of(store: Store, day: date) -> bytes:
    """The key of one day, made at its first rating and dropped after the day.

    What lies in the database is half of it: the other is drawn from the secret, so that a copy of
    the database ties nobody who has rated today to their chat.
    """
    found = _KEY_OF.scalar(store, {"day": day})
    if found is None:
        _KEEP_KEY.run(store, {"day": day, "key": dice_of(store).draw(32)})
        found = _KEY_OF.scalar(store, {"day": day})
    return _whole(store, found)


def tokens(store: Store, rater: str, *, kinds: Iterable[str]) -> list[str]:
    """Every token that this rater may have of the days that are not forgotten yet: in the order of
    days, services and kinds, which is the same for every rater."""
    keys = store.execute(select(day_keys.c.key).order_by(day_keys.c.day)).scalars().all()
    offered = store.execute(select(services.c.id).order_by(services.c.id)).scalars().all()
    return [
        rater_token(_whole(store, key), rater=rater, service_id=service, instrument=kind)
        for key, service, kind in product(keys, offered, kinds)
    ]


def _whole(store: Store, half: bytes) -> bytes:
    """The key of a day, of the half that the database knows. The other is kept beside the
    connection: the secret may lie in a file, and a rating waits for none."""
    if _HALF not in store.info:
        store.info[_HALF] = keys_of(store).of("raters")
    return hmac.digest(store.info[_HALF], bytes(half), hashlib.sha256)


def earlier(store: Store, token: str) -> Earlier | None:
    """The rating this token has given today, if any."""
    row = _EARLIER.first(store, {"token": token})
    if row is None:
        return None
    if row.rating_id is None:
        return Earlier(None, row.changeable_until)
    said = {name: getattr(row, name) for name in _SAID}
    return Earlier(row.rating_id, row.changeable_until, said)


def fresh(store: Store, tokens: Sequence[str], now: datetime) -> str | None:
    """The rating that one of these tokens gave last, while it may still change."""
    given = raters.c.rating_id.is_not(None) & (raters.c.changeable_until >= now)
    found: list[Any] = []
    for first in range(0, len(tokens), 400):
        mine = given & raters.c.token.in_(tokens[first : first + 400])
        found += store.execute(select(raters.c.changeable_until, raters.c.rating_id).where(mine))
    return max(found)[1] if found else None


def remember(
    store: Store,
    token: str,
    rating_id: str | None,
    *,
    changeable_until: datetime,
    forgotten_at: datetime,
) -> None:
    """Tie the day's token to its rating, for as long as the rating may be changed; to none
    where what was told is no rating."""
    row = {
        "token": token,
        "rating_id": rating_id,
        "changeable_until": changeable_until,
        "forgotten_at": forgotten_at,
    }
    _REMEMBER.run(store, row)


def share(store: Store, pairs: Sequence[tuple[str, str]]) -> None:
    """The two tokens of each pair are one rater's: what one has given the other has given too."""
    for first in range(0, len(pairs), 400):
        some = dict(pairs[first : first + 400])
        both = some | {two: one for one, two in some.items()}
        query = select(raters).where(raters.c.token.in_(both))
        given = {row.token: row._asdict() for row in store.execute(query)}
        for token, row in given.items():
            if both[token] not in given:
                _REMEMBER.run(store, {**row, "token": both[token]})


def release(store: Store, tokens: Sequence[str]) -> None:
    """This person has not rated today after all."""
    store.execute(delete(raters).where(raters.c.token.in_(tokens)))


def forget(store: Store, now: datetime) -> None:
    """Cut the tie of ratings that can no longer change; drop tokens and keys of past days."""
    _CUT.run(store, {"now": now})
    _DROP.run(store, {"now": now})
    _DROP_KEYS.run(store, {"before": now.date() - timedelta(days=2)})


_CUT = Prepared(
    update(raters)
    .where(raters.c.changeable_until <= bindparam("now"), raters.c.rating_id.is_not(None))
    .values(rating_id=None, changeable_until=raters.c.forgotten_at)
)
_DROP = Prepared(delete(raters).where(raters.c.forgotten_at <= bindparam("now")))
_DROP_KEYS = Prepared(delete(day_keys).where(day_keys.c.day < bindparam("before")))
