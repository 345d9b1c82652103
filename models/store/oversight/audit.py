"""What `tilik verify` reads of the trail: every number, hash and seal, and every day's ratings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import select

from models.keys import Keys
from models.letters import Fact, Text
from models.store import Store
from models.store.oversight import day_seals
from models.store.oversight.seals import words_of
from models.store.oversight.trail import hash_of
from models.store.oversight.work_digests import ToldWork, differing
from models.store.ratings.counted import trees
from models.store.schema import seals, trail, trail_head

BATCH = 5000
"""So many rows are read at a time, however long the trail is."""
SHOWN = 100
"""So many findings are told; the others are counted."""


@dataclass(frozen=True)
class Anchor:
    """One row of the trail as it can be noted outside: its number and its hash."""

    number: int
    hash: str


@dataclass(frozen=True)
class Audit:
    """What was read (rows, seals, days whose ratings were told), what was found, where it ends.

    `findings` are the first of them, `count` is all; `unsealed` rows are vouched for by no seal.
    """

    rows: int
    seals: int
    days: int
    unsealed: int
    anchor: Anchor
    findings: tuple[Text, ...]
    count: int


@dataclass
class _Walked:
    """How far the chain was followed; the hashes at the numbers that are asked for."""

    wanted: frozenset[int]
    rows: int = 0
    number: int = 0
    hash: str = ""
    at: dict[int, str] = field(default_factory=dict)
    days: dict[date, day_seals.Day] = field(default_factory=dict)
    work: ToldWork = field(default_factory=ToldWork)
    trees: dict[str, trees.SealedTree] = field(default_factory=dict)


def audited(store: Store, keys: Keys | None, *, since: Anchor | None = None) -> Audit:
    """Read the whole trail once, a batch at a time, and all ratings; `since` was noted outside.

    Without keys nothing can be said of who made the seals.
    """
    sealed = store.execute(select(seals).order_by(seals.c.number)).all()
    wanted = {int(row.number) for row in sealed} | ({since.number} if since else set())
    walked = _Walked(frozenset(wanted))
    findings = _findings(store, walked, sealed, keys, since)
    found = list(islice(findings, SHOWN))
    count = len(found) + sum(1 for _ in findings)
    unsealed = walked.number - int(sealed[-1].number) if sealed else walked.number
    return Audit(
        rows=walked.rows,
        seals=len(sealed),
        days=len(walked.days),
        unsealed=max(0, unsealed),
        anchor=Anchor(walked.number, walked.hash),
        findings=tuple(found),
        count=count,
    )


def _findings(
    store: Store, walked: _Walked, sealed: Sequence[Any], keys: Keys | None, since: Anchor | None
) -> Iterator[Text]:
    yield from _chain(_rows(store), walked)
    yield from _head(store, walked)
    yield from _seals(sealed, walked, keys)
    if since is not None and walked.at.get(since.number) != since.hash:
        yield Text("verify-anchor-gone", {"number": since.number})
    if walked.days:
        yield from _ratings(store, walked.days)
    for quarter, count in trees.differing(store, keys, walked.trees):
        facts: dict[str, Fact] = {"quarter": quarter, "count": max(count, 0)}
        yield Text("verify-tree-broken" if count < 0 else "verify-tree-differs", facts)
    for kind, person in differing(store, walked.work):
        yield Text(f"verify-{kind}-differ", {"person": person})


def _rows(store: Store) -> Iterator[Any]:
    query = select(trail).order_by(trail.c.number).limit(BATCH)
    some: Sequence[Any] = store.execute(query).all()
    while some:
        yield from some
        some = store.execute(query.where(trail.c.number > some[-1].number)).all()


def _chain(rows: Iterable[Any], walked: _Walked) -> Iterator[Text]:
    """Every number must be there, and every row follow the one before."""
    for row in rows:
        expected = walked.number + 1
        if row.number < expected:
            yield Text("verify-trail-extra", {"number": row.number})
            continue
        if row.number > expected:
            yield _missing(expected, row.number - 1)
        elif hash_of(row._mapping, walked.hash) != row.hash:
            yield Text("verify-trail-altered", {"number": row.number})
        walked.rows += 1
        walked.number, walked.hash = row.number, row.hash
        if row.number in walked.wanted:
            walked.at[row.number] = row.hash
        if row.deed == day_seals.DEED and row.by_id is None:
            # Who may only add rows tells a day again: what was told first counts.
            walked.days.setdefault(row.day, _told(row.what))
        if row.deed == trees.DEED and row.by_id is None:
            walked.trees |= _tree_told(row.what)
        walked.work.hear(row)


def _missing(first: int, last: int) -> Text:
    return Text("verify-trail-missing", {"first": first, "last": last, "count": last - first + 1})


def _told(what: str) -> day_seals.Day:
    """The day's counters; a row that was written over says nothing, and is a finding already."""
    try:
        return {key: (n, digest) for key, (n, digest) in json.loads(what)["counters"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _tree_told(what: str) -> dict[str, trees.SealedTree]:
    """The root of a quarter's tree: the last one that was told counts, since trees grow."""
    try:
        told = json.loads(what)
        return {told["quarter"]: trees.SealedTree(told["n"], told["root"])}
    except (ValueError, KeyError, TypeError):
        return {}


def _head(store: Store, walked: _Walked) -> Iterator[Text]:
    """The head tells of rows that are gone from the end."""
    row = store.execute(select(trail_head)).first()
    number, last_hash = (0, "") if row is None else (row.number, row.hash)
    if number > walked.number:
        yield _missing(walked.number + 1, number)
    elif (number, last_hash) != (walked.number, walked.hash):
        yield Text("verify-trail-head", {"number": walked.number, "head": number})


def _seals(sealed: Sequence[Any], walked: _Walked, keys: Keys | None) -> Iterator[Text]:
    """A seal vouches for its row and for the seal before it, whichever secret made that."""
    before = ""
    for row in sealed:
        if walked.at.get(row.number) != row.hash:
            yield Text("verify-seal-differs", {"number": row.number})
        own = keys is not None and row.fingerprint == keys.fingerprint
        if own and keys and not keys.vouches("trail", words_of(row._mapping, before), row.mac):
            yield Text("verify-seal-forged", {"number": row.number})
        before = row.mac
    if sealed and (keys is None or sealed[-1].fingerprint != keys.fingerprint):
        last = sealed[-1]
        told: dict[str, Fact] = {"number": last.number, "fingerprint": last.fingerprint}
        yield Text("verify-seal-stranger", told)


def _ratings(store: Store, told: dict[date, day_seals.Day]) -> Iterator[Text]:
    """Every day that was told must still have the ratings it had, and those before it none."""
    left = {(day, key): kept for day, counters in told.items() for key, kept in counters.items()}
    last = max(told)
    query = day_seals.rows_of(lambda day: day <= last)
    rows = store.execute(query.execution_options(yield_per=BATCH))
    for day, counter, count, digest in day_seals.digests(rows):
        kept = left.pop((day, counter), (0, ""))
        if kept != (count, digest):
            yield _differs(day, counter, kept[0], count)
    for (day, counter), kept in sorted(left.items()):
        yield _differs(day, counter, kept[0], 0)


def _differs(day: date, counter: str, kept: int, count: int) -> Text:
    facts: dict[str, Fact] = {"day": day, "counter": int(counter), "kept": kept, "found": count}
    kind = "altered" if kept == count else "removed" if kept > count else "added"
    return Text(f"verify-ratings-{kind}", facts)
