"""No text takes more time than its length: every reader of foreign text, against hostile ones.

A ratio decides, not a time: four times the text may take six times the CPU, best of five.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import pytest

from tests.hostile import OURS, READ_BY, READERS, TAILS, UNITS, compiled, hostile, patterns, took

MOST, TRIES = 6, 5


def grows(
    read: Callable[[str], object], longest: int, *, whole: bool = True, first: int = 0
) -> list[str]:
    """The hostile texts of which four times as much takes more than six times the CPU: every
    second one of them from the first on, where it is not the whole."""
    pairs = zip(hostile(longest // 4), hostile(longest), strict=True)
    return [
        f"{once[:20]!r}, {once[-5:]!r}"
        for once, four in (pairs if whole else islice(pairs, first, None, 2))
        if all(took(read, four) > MOST * took(read, once) for _ in range(TRIES))
    ]


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_time_in_proportion_to_the_text(name: str, whole: bool) -> None:
    """Each unit with both its ends, of which one alone is read in every run."""
    read, longest = READERS[name].read, READERS[name].longest
    assert grows(read, longest, whole=whole, first=len(name) % 2) == []


@pytest.mark.parametrize("place", [place for place in READ_BY if compiled(place)])
def test_a_pattern_takes_time_in_proportion_to_the_text(place: str, whole: bool) -> None:
    pattern, longest = compiled(place), READERS[READ_BY[place]].longest
    assert pattern is not None
    as_bytes = isinstance(pattern.pattern, bytes)

    def read(text: str) -> None:
        for _ in pattern.finditer(text.encode() if as_bytes else text):
            pass

    assert grows(read, longest, whole=whole, first=len(place) % 2) == []


def test_every_pattern_of_the_product_is_registered_with_its_reader_or_a_reason() -> None:
    assert patterns() == {*READ_BY, *OURS}
    assert not {*READ_BY} & {*OURS}
    assert {*READ_BY.values()} <= {*READERS}


def test_a_pattern_that_goes_back_and_forth_is_found() -> None:
    import re

    cubic = re.compile(r"\S+@\S+\.\S+")
    assert grows(cubic.search, 200) != []
    assert len(list(hostile(40))) == len(UNITS) * len(TAILS)
    assert {len(text) for text in hostile(40)} == {40}
