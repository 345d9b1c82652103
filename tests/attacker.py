"""Somebody who reads every screen, export and page, who knows who visited which counter on which
day for what, and who solves for single answers.

What is not known is how many of some answers are 1, 2, 3 and 4. Answers that are in the very same
cells cannot be told apart, so one unknown stands for each set of them and each value; every cell is
an equation. What follows from all equations is worked out (by elimination), then what follows from
that no count is below nothing or above all (by bounds), until nothing more follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

VALUES = (1, 2, 3, 4)
Answer: TypeAlias = tuple[int, str]
"""The number of a rating and the element."""
NEAR = 1e-6


@dataclass
class Attacker:
    """All equations so far. `asked` is what is answered: answers to different questions never meet
    in a cell."""

    cells: dict[Hashable, list[tuple[frozenset[Answer], Mapping[int, int] | int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def reads(
        self, question: Hashable, answers: Iterable[Answer], told: Mapping[int, int] | int
    ) -> None:
        """A cell of these answers: how often each value was given, or what they add up to."""
        some = frozenset(answers)
        if not isinstance(told, int):
            assert sum(told.values()) == len(some), (question, "who was counted is known wrongly")
        self.cells[question].append((some, told))

    def ties(self) -> Mapping[tuple[Hashable, Answer], int]:
        """The answers that are known now: (question, answer) -> value."""
        found: dict[tuple[Hashable, Answer], int] = {}
        for question, cells in self.cells.items():
            for answer, value in _solved(cells):
                found[question, answer] = value
        return found

    def together(self, question: Hashable) -> Collection[frozenset[Answer]]:
        """The answers to a question that are in the very same cells."""
        return _classes(self.cells[question])

    def possible(self, question: Hashable) -> Mapping[frozenset[int], frozenset[int]]:
        """Of ratings whose answers to a question cannot be told apart which values may be there."""
        classes, _, high = _bounded(self.cells[question])
        return {
            frozenset(number for number, _ in one): frozenset(
                value for place, value in enumerate(VALUES) if high[4 * nth + place] > NEAR
            )
            for nth, one in enumerate(classes)
        }


def _classes(
    cells: Iterable[tuple[frozenset[Answer], object]]
) -> list[frozenset[Answer]]:
    member: dict[Answer, list[int]] = defaultdict(list)
    for number, some in enumerate(dict.fromkeys(some for some, _ in cells)):
        for answer in some:
            member[answer].append(number)
    sets: dict[tuple[int, ...], set[Answer]] = defaultdict(set)
    for answer, where in member.items():
        sets[tuple(where)].add(answer)
    return [frozenset(some) for some in sets.values()]


def _solved(
    cells: list[tuple[frozenset[Answer], Mapping[int, int] | int]]
) -> Iterator[tuple[Answer, int]]:
    classes, low, high = _bounded(cells)
    for nth, one in enumerate(classes):
        for place, value in enumerate(VALUES):
            if low[4 * nth + place] > len(one) - NEAR:
                yield from ((answer, value) for answer in one)
    assert (low < high + NEAR).all(), "the cells contradict each other"


def _bounded(
    cells: list[tuple[frozenset[Answer], Mapping[int, int] | int]]
) -> tuple[list[frozenset[Answer]], np.ndarray, np.ndarray]:
    classes = _classes(cells)
    sizes = np.repeat([len(one) for one in classes], 4).astype(float)
    return classes, *_bounds(*_equations(cells, classes), sizes)


def _equations(
    cells: list[tuple[frozenset[Answer], Mapping[int, int] | int]],
    classes: list[frozenset[Answer]],
) -> tuple[np.ndarray, np.ndarray]:
    one_of = [next(iter(one)) for one in classes]
    rows: list[np.ndarray] = []
    sums: list[float] = []
    for nth, one in enumerate(classes):
        rows.append(np.zeros(4 * len(classes)))
        rows[-1][4 * nth : 4 * nth + 4] = 1
        sums.append(len(one))
    seen: set[tuple[frozenset[Answer], object]] = set()
    for some, told in cells:
        known = (some, told if isinstance(told, int) else tuple(sorted(told.items())))
        if known in seen:
            continue
        seen.add(known)
        inside = [4 * nth for nth, answer in enumerate(one_of) if answer in some]
        if isinstance(told, int):
            rows.append(np.zeros(4 * len(classes)))
            for at in inside:
                rows[-1][at : at + 4] = VALUES
            sums.append(told)
            continue
        for place, value in enumerate(VALUES):
            rows.append(np.zeros(4 * len(classes)))
            rows[-1][[at + place for at in inside]] = 1
            sums.append(told.get(value, 0))
    return np.array(rows), np.array(sums, dtype=float)


def _bounds(
    rows: np.ndarray, sums: np.ndarray, sizes: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most that each unknown can be."""
    low, high = np.zeros(len(sizes)), sizes.copy()
    fixed = np.zeros(len(sizes), dtype=bool)
    while True:
        free = ~fixed
        if not free.any():
            return low, high
        left = sums - rows[:, fixed] @ low[fixed]
        open_rows = rows[:, free]
        values, known = _eliminated(open_rows, left)
        at = np.flatnonzero(free)
        low[at[known]] = high[at[known]] = np.round(values[known])
        _tightened(rows, sums, low, high)
        now = high - low < NEAR
        if (now == fixed).all():
            return low, high
        fixed = now


def _eliminated(rows: np.ndarray, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A solution, and which of its unknowns are the same in every solution."""
    left, strength, right = np.linalg.svd(rows, full_matrices=True)
    rank = int((strength > 1e-9 * max(strength[0], 1)).sum())
    values = right[:rank].T @ ((left[:, :rank].T @ sums) / strength[:rank])
    loose = np.linalg.norm(right[rank:], axis=0) if rank < len(right) else np.zeros(len(values))
    return values, loose < NEAR


def _tightened(
    rows: np.ndarray, sums: np.ndarray, low: np.ndarray, high: np.ndarray
) -> None:
    """Each equation (no number in it is negative) bounds each of its unknowns by the others."""
    for row, total in zip(rows, sums, strict=True):
        there = np.flatnonzero(row)
        weight = row[there]
        most, least = weight @ high[there], weight @ low[there]
        up = (total - (least - weight * low[there])) / weight
        down = (total - (most - weight * high[there])) / weight
        high[there] = np.minimum(high[there], np.floor(up + NEAR))
        low[there] = np.maximum(low[there], np.ceil(down - NEAR))
