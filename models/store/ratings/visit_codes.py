"""Visit codes: whoever has served a citizen gives one, and a rating with it is verified.

Others are printed beforehand, for a queue printer or to be cut apart: they are counted by
themselves, for nobody knows whether they were given.
A code is used once, and its row goes with its use. Only a keyed hash of it is kept, with the last
day on which it works: no row tells at what hour somebody was served, and none who gave it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select

from models.letters import Text
from models.refused import Refused
from models.services import CODE_LETTERS, bare_code
from models.store import Store, dice_of, keys_of
from models.store.engine.counts import adding
from models.store.engine.prepared import Prepared
from models.store.schema import codes_given, visit_codes

LENGTH = 8
"""Letters of a code: short enough to be read aloud, and too many to be found by trying."""
MOST_A_DAY = 500
"""So many codes a counter gives and prints on a day: more than a queue printer calls."""
_STANDS = Prepared(select(visit_codes).where(visit_codes.c.token == bindparam("of_token")))
_USE = Prepared(
    delete(visit_codes)
    .where(visit_codes.c.token == bindparam("of_token"))
    .returning(visit_codes.c.counter_id)
)
_COUNT = adding(codes_given, "count", "printed")


class VisitCode(NamedTuple):
    """Where a code was given, for which service (None: whichever the citizen says), and its last
    day, one of the counter's zone; `is_own`: who asks has made it; `maker`: who has, hashed;
    `printed`: beforehand, so that who serves may find it in the hands of whoever comes."""

    counter_id: int
    service_id: int | None
    last_day: date
    is_own: bool = False
    maker: str | None = None
    printed: bool = False

    def sheet(self) -> Mapping[str, object]:
        """It as JSON."""
        return self._asdict() | {"last_day": self.last_day.isoformat()}

    @classmethod
    def of_sheet(cls, sheet: Mapping[str, Any]) -> VisitCode:
        """It again."""
        return cls(**{**sheet, "last_day": date.fromisoformat(sheet["last_day"])})


class Codes(NamedTuple):
    """How many codes: given by tap, one a visit, and printed beforehand."""

    given: int = 0
    printed: int = 0


def made(
    store: Store, where: VisitCode, *, by: int | None, today: date, count: int = 1
) -> list[str]:
    """New codes for a place, counted as given there today; `by` can never use one of them. Refused
    where that is too many for the counter's day."""
    _count(store, where, today, Codes(given=count))
    return _new(store, where, by=by, count=count)


def printed(
    store: Store, where: VisitCode, *, by: int | None, today: date, count: int
) -> list[str]:
    """The same on paper that is given later, perhaps: counted as printed there today. Refused in
    the same way."""
    _count(store, where, today, Codes(printed=count))
    return _new(store, where._replace(printed=True), by=by, count=count)


def _count(store: Store, where: VisitCode, today: date, codes: Codes) -> None:
    """Whoever counts at the same moment waits for the row, so that two together pass no bound."""
    here = {"counter_id": where.counter_id, "day": today}
    _COUNT.run(store, {**here, "count": codes.given, "printed": codes.printed})
    over = sum(counted(store, [where.counter_id], today, today)) - MOST_A_DAY
    if over > 0:
        _COUNT.run(store, {**here, "count": -codes.given, "printed": -codes.printed})
        left = max(codes.given + codes.printed - over, 0)
        raise Refused(Text("visit-codes-enough", {"most": MOST_A_DAY, "left": left}))


def _new(store: Store, where: VisitCode, *, by: int | None, count: int) -> list[str]:
    codes = [_drawn(store) for _ in range(count)]
    rows = (_row(store, code, where, _maker(store, code, by)) for code in codes)
    store.execute(insert(visit_codes), list(rows))
    return codes


def _drawn(store: Store) -> str:
    """Letters and figures mixed: what is letters alone reads as a word once it is used."""
    words = iter(lambda: dice_of(store).word(CODE_LETTERS, LENGTH), "")
    return next(one for one in words if not (one.isalpha() or one.isdigit()))


def standing(store: Store, code: str, *, of: int | None = None) -> VisitCode | None:
    """Where this code was given, while it is not used; `of`: the person who asks."""
    row = _STANDS.first(store, {"of_token": _token(store, code)})
    if row is None:
        return None
    is_own = of is not None and row.maker == _maker(store, code, of)
    where = (row.counter_id, row.service_id, row.last_day)
    return VisitCode(*where, is_own, row.maker, bool(row.printed))


def used(store: Store, code: str) -> bool:
    """Use the code up; False where it is used by now."""
    return _USE.first(store, {"of_token": _token(store, code)}) is not None


def given_back(store: Store, code: str, where: VisitCode) -> None:
    """The rating that used the code was taken back: it works again as it did, until its last day,
    and for its maker as little as before."""
    store.execute(insert(visit_codes), [_row(store, code, where, where.maker)])


def counted(store: Store, counter_ids: Collection[int], first: date, last: date) -> Codes:
    """How many codes were given and printed at these counters on these days."""
    here = codes_given.c.counter_id.in_(counter_ids) & codes_given.c.day.between(first, last)
    sums = (func.sum(codes_given.c.count), func.sum(codes_given.c.printed))
    row = store.execute(select(*sums).where(here)).one()
    return Codes(*(int(n or 0) for n in row))


def forget(store: Store, now: datetime) -> None:
    """Drop the codes whose last day is over in every zone."""
    _OVER.run(store, {"before": now.date() - timedelta(days=1)})


_OVER = Prepared(delete(visit_codes).where(visit_codes.c.last_day < bindparam("before")))


def _row(store: Store, code: str, where: VisitCode, maker: str | None) -> dict[str, object]:
    return {
        "token": _token(store, code),
        "counter_id": where.counter_id,
        "service_id": where.service_id,
        "maker": maker,
        "last_day": where.last_day,
        "printed": where.printed,
    }


def _token(store: Store, code: str) -> str:
    return keys_of(store).mac("codes", _hashed(f"visit {bare_code(code)}"))


def _maker(store: Store, code: str, person_id: int | None) -> str | None:
    """Who made it, known by who has the code alone: else rows would tell who gave how many."""
    if person_id is None:
        return None
    return keys_of(store).mac("codes", _hashed(f"visit {bare_code(code)} of {person_id}"))


def _hashed(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
