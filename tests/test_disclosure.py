"""What is hidden for smallness cannot be had by subtraction, whatever is shown around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from models.disclosure import Branch, Place, shut

NEEDED = 30
Atom: TypeAlias = tuple[str, int, int, int]
"""Answers that always stand together: of a counter for a service, of a service, of a unit."""


def unit(cells: Mapping[tuple[int, int], int], number: int = 1, **more: object) -> Branch:
    return Branch(number, cells, **more)  # type: ignore[arg-type]


def test_a_unit_with_enough_everywhere_shows_everything() -> None:
    assert shut(unit({(1, 1): 30, (2, 2): 40}), NEEDED) == frozenset()


def test_a_unit_of_too_few_shows_nothing() -> None:
    both = unit({(1, 1): 20, (2, 2): 9})
    assert shut(both, NEEDED) == {Place("u", 1), *(Place(w, n) for w in "sc" for n in (1, 2))}


def test_unit_38_less_counter_37_tells_nothing_of_the_other() -> None:
    """The unit keeps its figure; the bigger counter stays shut with the smaller."""
    found = shut(unit({(1, 1): 37, (2, 2): 7, (3, 3): 90}), NEEDED)
    assert found == {Place(what, number) for what in "sc" for number in (1, 2)}


def test_several_small_ones_hide_each_other() -> None:
    found = shut(unit({(1, 1): 90, (2, 2): 20, (3, 3): 20}), NEEDED)
    assert found == {Place(what, number) for what in "sc" for number in (2, 3)}


def test_a_service_at_two_counters_less_one_tells_nothing_of_the_other() -> None:
    cells = {(1, 1): 50, (2, 1): 8, (3, 2): 60, (4, 3): 25, (4, 2): 0}
    found = shut(unit(cells), NEEDED)
    assert {Place("c", 2), Place("c", 4), Place("s", 3)} <= found
    assert Place("c", 1) in found or Place("s", 1) in found
    assert Place("u", 1) not in found


def test_a_unit_above_less_its_other_units_tells_nothing_of_the_small_one() -> None:
    small, big = unit({(1, 1): 9}, 2), unit({(2, 2): 50, (3, 3): 50}, 3)
    other = unit({(4, 4): 200}, 4)
    found = shut(unit({}, 1, below=(small, big, other)), NEEDED)
    assert Place("u", 1) not in found
    assert Place("u", 2) in found
    assert Place("u", 3) in found, "for who reads all of them; its own head reads it"
    assert Place("u", 4) not in found


def test_what_was_released_for_the_service_alone_covers_a_counter() -> None:
    found = shut(unit({(1, 1): 12}, rests={1: 25}, rest=0), NEEDED)
    assert found == {Place("c", 1)}


# -- whatever is there ---------------------------------------------------------------------------

COUNT = st.sampled_from((0, 0, 5, 7, 12, 24, 29, 30, 31, 45, 80))
REST = st.sampled_from((0, 0, 0, 5, 8))


@st.composite
def branches(draw: st.DrawFn, *, number: int = 1, depth: int = 1) -> Branch:
    places = [(number * 10 + c, number * 10 + s) for c in range(3) for s in range(3)]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=5))
    below = draw(st.integers(0, 2)) if depth else 0
    return Branch(
        number,
        {place: draw(COUNT) for place in chosen},
        {service: draw(REST) for service in {s for _, s in chosen}},
        draw(REST),
        tuple(draw(branches(number=number * 10 + n, depth=depth - 1)) for n in range(below)),
    )


def atoms(top: Branch) -> dict[Atom, int]:
    """What figures are made of, with how many answers."""
    found = {("cell", top.unit_id, *place): n for place, n in top.cells.items() if n}
    found |= {("rest", top.unit_id, 0, service): n for service, n in top.rests.items() if n}
    found |= {("unit", top.unit_id, 0, 0): top.rest} if top.rest else {}
    for one in top.below:
        found |= atoms(one)
    return found


def figures(top: Branch) -> dict[Place, set[Atom]]:
    """Of what each figure is the sum."""
    found = {Place("u", top.unit_id): set(atoms(top))}
    for kind, unit_id, counter, service in atoms(top):
        if unit_id == top.unit_id and kind == "cell":
            found.setdefault(Place("c", counter), set()).add((kind, unit_id, counter, service))
        if unit_id == top.unit_id and kind != "unit":
            found.setdefault(Place("s", service), set()).add((kind, unit_id, counter, service))
    for one in top.below:
        found |= figures(one)
    return {place: some for place, some in found.items() if some}


def follows(wanted: set[Atom], known: Sequence[set[Atom]], every: Sequence[Atom]) -> bool:
    """Whether a sum can be worked out of known sums, by any adding and subtracting."""
    rows = [[Fraction(atom in some) for atom in every] for some in (*known, wanted)]
    return rank(rows) == rank(rows[:-1])


def rank(rows: Sequence[Sequence[Fraction]]) -> int:
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            share = row[column] / pivot[column]
            for place, value in enumerate(pivot):
                row[place] -= share * value
        found += 1
    return found


@given(branches())
@settings(max_examples=400)
def test_no_shut_figure_follows_from_those_that_are_shown(top: Branch) -> None:
    every, all_of_it = atoms(top), figures(top)
    hidden = shut(top, NEEDED)
    small = {p for p, some in all_of_it.items() if sum(every[a] for a in some) < NEEDED}
    assert small <= hidden <= set(all_of_it)
    shown = [some for place, some in all_of_it.items() if place not in hidden]
    for place in hidden:
        assert not follows(all_of_it[place], shown, list(every)), place


@given(branches())
@settings(max_examples=200)
def test_the_unit_that_is_read_from_keeps_its_figure(top: Branch) -> None:
    place = Place("u", top.unit_id)
    assert (place in shut(top, NEEDED)) == (0 < top.n < NEEDED)
