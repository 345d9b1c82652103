"""A Merkle tree over a set of leaves: one root tells of all of them. Pure.

A leaf is put into the branch that its first byte names, in the order of the leaves there; the root
is that of the branches' roots. So it depends on the set alone, not on who came when, and of a large
tree only the branch of a leaf need be read. Within, it is the tree of RFC 6962, section 2.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

BRANCHES = 256
SIZE = 32
"""Bytes of a root."""


def branch_of(leaf: bytes) -> int:
    """The branch in which a leaf stands."""
    return leaf[0]


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of some leaves, in the order of the leaves; of none it is the hash of nothing."""
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in sorted(leaves)]
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        odd = level[len(level) // 2 * 2 :]
        level = [hashlib.sha256(b"\1" + left + right).digest() for left, right in pairs] + odd
    return level[0] if level else hashlib.sha256().digest()


def root_of_branches(roots: Sequence[bytes]) -> bytes:
    """The root of a tree, of those of its branches in their order."""
    level = list(roots)
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=True)
        level = [hashlib.sha256(b"\1" + left + right).digest() for left, right in pairs]
    return level[0]


def grown(roots: bytes, fresh: Mapping[int, Iterable[bytes]]) -> bytes:
    """The roots of all branches, one behind the other, where some have other leaves than before;
    `roots` is empty before there are any."""
    kept = roots or root_of(()) * BRANCHES
    parts = split(kept)
    return b"".join(
        root_of(fresh[nth]) if nth in fresh else part for nth, part in enumerate(parts)
    )


def split(roots: bytes) -> list[bytes]:
    """The root of each branch."""
    return [roots[at : at + SIZE] for at in range(0, len(roots), SIZE)]
