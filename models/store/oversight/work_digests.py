"""Approved entries and appraisals, told in the trail by their digests: what is altered, removed or
put in later beside Tilik is found.

The digests of one person are added up, so that who verifies holds one number a person, whatever the
number of entries. What was there before the first note of this kind is told by it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Select, exists, select

from models.store import Store
from models.store.oversight.trail import Note, lock_chain, note
from models.store.schema import appraisals, entries, trail

DEED = "work"
_MODULUS = 1 << 128
Kind: TypeAlias = Literal["entries", "appraisals"]
_APPROVED = select(
    *(entries.c[name] for name in ("person_id", "id", "receipt", "day", "entered_on", "activity")),
    *(entries.c[name] for name in ("target_id", "quantity", "measure", "starts", "ends")),
    entries.c.evidence,
).where(entries.c.state == "approved")
_RATED = select(
    *(appraisals.c[name] for name in ("person_id", "id", "quarter", "version", "superior_id")),
    *(appraisals.c[name] for name in ("result", "conduct", "reason", "predikat", "rated_on")),
)


def of_entries(store: Store, ids: Collection[int]) -> str:
    """What the trail tells of these entries, as long as they are approved."""
    return _hex(_sums(store, _APPROVED.where(entries.c.id.in_(ids))).values())


def of_appraisal(store: Store, number: int) -> str:
    """What the trail tells of this appraisal."""
    return _hex(_sums(store, _RATED.where(appraisals.c.id == number)).values())


def begin(store: Store, now: datetime) -> bool:
    """Tell of all that is there already, once; False where it was told, or there is nothing."""
    there = exists().where(trail.c.by_id.is_(None), trail.c.deed == DEED)
    if store.execute(select(there)).scalar():
        return False
    lock_chain(store)
    found = {"entries": _sums(store, _APPROVED), "appraisals": _sums(store, _RATED)}
    if not any(found.values()):
        return False
    what = {
        kind: {str(person): _hex([sum_]) for person, sum_ in sums.items()}
        for kind, sums in found.items()
    }
    note(store, Note(DEED, now, now.date(), what=what, actor="clock"))
    return True


@dataclass
class ToldWork:
    """What the trail has told so far, as a sum for each person; `begun` where it tells of all."""

    begun: bool = False
    entries: Counter[int] = field(default_factory=Counter)
    appraisals: Counter[int] = field(default_factory=Counter)

    def hear(self, row: Any) -> None:
        """One more row of the trail. One that was written over is a finding already."""
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            what = json.loads(row.what)
            if row.deed == DEED and row.by_id is None and not self.begun:
                self.entries, self.appraisals = _read(what["entries"]), _read(what["appraisals"])
                self.begun = True
            elif row.deed in _SIGNS and "digest" in what:
                kind, sign = _SIGNS[row.deed]
                sums = self.entries if kind == "entries" else self.appraisals
                sums[row.about_id] += sign * int(what["digest"], 16)


_SIGNS: dict[str, tuple[Kind, int]] = {
    "approve": ("entries", 1),
    "return": ("entries", -1),
    "appraise": ("appraisals", 1),
}


def differing(store: Store, told: ToldWork) -> Iterator[tuple[Kind, int]]:
    """Of whom there is something else than was told: the kind, and the person's number."""
    if not told.begun:
        return
    pairs: tuple[tuple[Kind, Counter[int], Select[Any]], ...] = (
        ("entries", told.entries, _APPROVED),
        ("appraisals", told.appraisals, _RATED),
    )
    for kind, sums, query in pairs:
        here = _sums(store, query)
        for person in sorted({*sums, *here}):
            if (sums[person] - here[person]) % _MODULUS:
                yield kind, person


def _sums(store: Store, query: Select[Any]) -> Counter[int]:
    """The sum of the digests of each person's rows; the first column is the person."""
    sums: Counter[int] = Counter()
    for row in store.execute(query.execution_options(yield_per=5000)):
        sheet = json.dumps(list(row), default=str, separators=(",", ":"))
        digest = hashlib.sha256(sheet.encode()).digest()[:16]
        sums[row.person_id] = (sums[row.person_id] + int.from_bytes(digest)) % _MODULUS
    return sums


def _hex(sums: Iterable[int]) -> str:
    return f"{sum(sums) % _MODULUS:032x}"


def _read(told: dict[str, str]) -> Counter[int]:
    return Counter({int(person): int(digest, 16) for person, digest in told.items()})
