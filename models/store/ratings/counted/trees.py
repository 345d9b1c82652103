"""The tree of a quarter: a leaf for every rating that was released, under one root.

A leaf is what only the owner of the secret can say of a rating: of its number, and of what it says.
It tells neither. Whoever alters or removes a rating in the database cannot make its leaf anew, and
whoever alters the tree cannot make the mac of its root.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import exists, insert, select, update

from models.keys import Keys
from models.merkle import branch_of, grown, root_of, root_of_branches, split
from models.quarter import Quarter
from models.ratings import DAILY
from models.release import AnswerColumn
from models.scores import OVERALL
from models.store import Store, either, keys_of
from models.store.oversight.trail import Note, note
from models.store.schema import rating_leaves, rating_trees, ratings, unreleased

DEED = "counted"
State: TypeAlias = Literal["waiting", "counted", "broken"]
"""It is in no figure yet; it is in the sealed figures as it was released; it is not, or the tree is
not what was sealed."""
MARK = 16
"""Letters of a leaf that are of the rating's number; the others are of what it says."""
AT_ONCE = 5000
"""So many leaves are written at a time."""
_BEGIN = either(lambda insert: insert(rating_trees).on_conflict_do_nothing())


class SealedTree(NamedTuple):
    """A tree as the trail tells of it: how many leaves, and its root (hex)."""

    n: int
    root: str


class WholeTree(NamedTuple):
    """A root and all the leaves under it, in their order (hex)."""

    root: str
    leaves: tuple[str, ...]


def grow(
    store: Store, quarter: Quarter, moved: Mapping[AnswerColumn, date], *, until: date
) -> None:
    """Take into the tree what was released of the quarter: of each of these columns the days from
    the one beside it on. Where there is no tree yet, all that is released."""
    tree = _locked(store, quarter)
    found = _every(store, quarter) if not tree.roots else _of_columns(store, moved, until)
    keys = keys_of(store)
    fresh: dict[int, set[bytes]] = defaultdict(set)
    for row in found:
        leaf = bytes.fromhex(leaf_of(keys, row))
        fresh[branch_of(leaf)].add(leaf)
    if fresh and (not tree.roots or is_authentic(keys, tree)):
        _add(store, keys, tree, fresh)


def state_of(store: Store, row: Any) -> State:
    """Whether a rating, as it stands in the database, is in the tree of its quarter as sealed."""
    leaf, quarter = leaf_of(keys_of(store), row), Quarter.of(row.day)
    tree = store.execute(_tree(quarter)).first()
    nth = branch_of(bytes.fromhex(leaf))
    there = leaves_of(store, quarter, [nth])[nth]
    if bytes.fromhex(leaf) in there and tree is not None and is_authentic(keys_of(store), tree):
        return "counted" if root_of(there) == split(bytes.fromhex(tree.roots))[nth] else "broken"
    known = {one.hex()[:MARK] for one in there}
    return "broken" if leaf[:MARK] in known or not _waits(store, row) else "waiting"


def whole_tree(store: Store, quarter: Quarter) -> WholeTree | None:
    """The tree of a quarter with all its leaves, as it was sealed; None where it is not."""
    tree = store.execute(_tree(quarter)).first()
    if tree is None or not tree.roots or not is_authentic(keys_of(store), tree):
        return None
    leaves = leaves_of(store, quarter, range(256))
    every = tuple(sorted(leaf.hex() for some in leaves.values() for leaf in some))
    is_whole = tree.roots == grown(b"", leaves).hex()
    return WholeTree(root(tree).hex(), every) if is_whole else None


def note_roots(store: Store, now: datetime) -> int:
    """Tell in the trail of each tree that has grown, to be sealed with it; gives how many."""
    grew = store.execute(select(rating_trees).where(rating_trees.c.noted.is_(False))).all()
    for tree in grew:
        what = {"quarter": tree.quarter, "n": tree.n, "root": root(tree).hex()}
        note(store, Note(DEED, now, now.date(), what=what, actor="clock"))
        here = rating_trees.c.quarter == tree.quarter
        store.execute(update(rating_trees).where(here).values(noted=True))
    return len(grew)


def differing(
    store: Store, keys: Keys | None, told: Mapping[str, SealedTree]
) -> Iterator[tuple[str, int]]:
    """Of each quarter that the trail tells of how many ratings are not in its tree as they stand,
    and leaves without a rating; -1 where the tree itself is not what was sealed."""
    for key, sealed in sorted(told.items()):
        quarter = Quarter.parse(key)
        tree = store.execute(_tree(quarter)).first()
        leaves = leaves_of(store, quarter, range(256))
        roots = grown(b"", leaves).hex()
        if tree is None or tree.roots != roots or not _is_told(keys, tree, sealed):
            yield key, -1
        elif keys is not None and (count := _strange(store, keys, quarter, leaves)):
            yield key, count


def leaf_of(keys: Keys, row: Any) -> str:
    """The leaf of a rating (hex): what nobody can say of it without the secret."""
    told = [row.id, row.counter_id, row.service_id, row.day.isoformat(), row.instrument]
    sheet = json.dumps([*told, row.kind, row.cause, row.answers], sort_keys=True)
    mark, said = keys.mac("counted", f"number {row.id}"), keys.mac("counted", f"rating {sheet}")
    return mark[:MARK] + said[:32]


def leaves_of(
    store: Store, quarter: Quarter, branches: Collection[int]
) -> dict[int, set[bytes]]:
    """The leaves of some branches."""
    here = (rating_leaves.c.quarter == quarter.key) & rating_leaves.c.branch.in_(branches)
    found: dict[int, set[bytes]] = {nth: set() for nth in branches}
    for row in store.execute(select(rating_leaves).where(here)):
        found[row.branch].add(bytes.fromhex(row.leaf))
    return found


def root(tree: Any) -> bytes:
    """The root of a tree."""
    return root_of_branches(split(bytes.fromhex(tree.roots)))


def is_authentic(keys: Keys, tree: Any) -> bool:
    """Whether its root is the one that was sealed."""
    return keys.vouches("counted", _words(tree.quarter, tree.n, tree.roots), tree.mac)


def _add(store: Store, keys: Keys, tree: Any, fresh: Mapping[int, set[bytes]]) -> None:
    """Add leaves, each rating's once, to branches that are as they were sealed."""
    quarter = Quarter.parse(tree.quarter)
    before, roots = leaves_of(store, quarter, fresh), split(grown(bytes.fromhex(tree.roots), {}))
    after: dict[int, set[bytes]] = {}
    rows = []
    for nth, some in fresh.items():
        known = {leaf.hex()[:MARK] for leaf in before[nth]}
        new = {leaf for leaf in some if leaf.hex()[:MARK] not in known}
        if new and root_of(before[nth]) == roots[nth]:
            after[nth] = before[nth] | new
            rows += [{"quarter": tree.quarter, "branch": nth, "leaf": one.hex()} for one in new]
    if rows:
        rows.sort(key=lambda row: str(row["leaf"]))
        for first in range(0, len(rows), AT_ONCE):
            store.execute(insert(rating_leaves), rows[first : first + AT_ONCE])
        now = grown(bytes.fromhex(tree.roots), after).hex()
        values = {"roots": now, "n": tree.n + len(rows), "noted": False}
        mac = keys.mac("counted", _words(tree.quarter, tree.n + len(rows), now))
        here = rating_trees.c.quarter == tree.quarter
        store.execute(update(rating_trees).where(here).values(**values, mac=mac))


def _words(quarter: str, n: int, roots: str) -> str:
    return json.dumps([quarter, n, root_of_branches(split(bytes.fromhex(roots))).hex()])


def _is_told(keys: Keys | None, tree: Any, sealed: SealedTree) -> bool:
    """Whether the trail tells of the tree as it stands, or it has grown since under its own mac."""
    if not tree.noted and keys is not None and tree.n > sealed.n:
        return is_authentic(keys, tree)
    return SealedTree(tree.n, root(tree).hex()) == sealed


def _strange(
    store: Store, keys: Keys, quarter: Quarter, leaves: Mapping[int, Iterable[bytes]]
) -> int:
    left = {leaf.hex() for some in leaves.values() for leaf in some}
    count = 0
    for row in _every(store, quarter):
        leaf = leaf_of(keys, row)
        count += leaf not in left
        left.discard(leaf)
    return max(count, len(left))


def _locked(store: Store, quarter: Quarter) -> Any:
    """The quarter's tree, begun where there is none; nobody else adds to it meanwhile."""
    row = {"quarter": quarter.key, "n": 0, "roots": "", "mac": "", "noted": True}
    store.execute(_BEGIN[store.dialect.name], row)
    return store.execute(_tree(quarter).with_for_update()).one()


def _tree(quarter: Quarter) -> Any:
    return select(rating_trees).where(rating_trees.c.quarter == quarter.key)


def _every(store: Store, quarter: Quarter) -> Iterator[Any]:
    """Every rating of the quarter that was released."""
    days = ratings.c.day.between(quarter.first_day, quarter.last_day)
    query = select(ratings).where(days, ~_unreleased(), ratings.c.batch_id.is_(None))
    return iter(store.execute(query))


def _of_columns(
    store: Store, moved: Mapping[AnswerColumn, date], until: date
) -> Iterator[Any]:
    """The ratings whose first taps, or whole sheets, these columns are."""
    found: dict[tuple[int, int, str, str], date] = {}
    for column, since in moved.items():
        place = column[:4]
        if column.element == OVERALL or column.instrument != DAILY:
            found[place] = min(since, found.get(place, since))
    for (counter, service, kind, instrument), since in found.items():
        here = (ratings.c.counter_id == counter) & (ratings.c.service_id == service)
        same = (ratings.c.kind == kind) & (ratings.c.instrument == instrument)
        days = ratings.c.day.between(since, until) & ratings.c.batch_id.is_(None)
        yield from store.execute(select(ratings).where(here, same, days))


def _waits(store: Store, row: Any) -> bool:
    """Whether a rating is in no figure yet: it waits to be released, or is held."""
    waits = _unreleased() | ratings.c.batch_id.is_not(None)
    return bool(store.execute(select(exists().where(ratings.c.id == row.id, waits))).scalar())


def _unreleased() -> Any:
    """Whether the first tap of a rating, or its sheet, waits."""
    same = ("counter_id", "service_id", "kind", "instrument", "day")
    columns = [unreleased.c[name] == ratings.c[name] for name in same]
    first = (unreleased.c.element == OVERALL) | (unreleased.c.instrument != DAILY)
    return exists().where(*columns, first, unreleased.c.count > 0)
