"""Circles: people who are above themselves, units that lie below themselves."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def rings(starts: Iterable[K], above: Callable[[K], K | None]) -> Iterator[list[K]]:
    """Each circle in which the way up from one of the starts ends, once."""
    seen: set[K] = set()
    for start in starts:
        path: dict[K, None] = {}
        here: K | None = start
        while here is not None and here not in seen and here not in path:
            path[here] = None
            here = above(here)
        seen.update(path)
        if here in path:
            yield list(path)[list(path).index(here) :]


def ring_in_words(
    ring: Sequence[K], rows: Mapping[K, int], name: Callable[[K], str]
) -> tuple[int, str] | None:
    """The first row of the file that has a part in the circle, and the circle from there on; None
    where none has."""
    mine = [one for one in ring if one in rows]
    if not mine:
        return None
    first = min(mine, key=rows.__getitem__)
    at = ring.index(first)
    return rows[first], " → ".join(map(name, [*ring[at:], *ring[:at], first]))
