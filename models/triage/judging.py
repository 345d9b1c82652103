"""Which kind and element signs tell of: a sum of the weights in `weights.csv`. Pure."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import NamedTuple

from models.complaints import ComplaintKind
from models.triage.spoken import Word

KINDS: Sequence[ComplaintKind] = ("plain", "ask", "wish", "weighty")
ELEMENTS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("pengaduan", "sarpras"),
)
NONE = "none"
"""No element."""
BIAS = "*"
"""What is added whatever the signs are."""
WORD = "w:"
"""Before a word that is a sign by itself."""
_SHORTEST = 3
"""Letters of such a word."""
OF_KIND = "kind:"
"""Before the kind, which is a sign for the element."""
_ONLY_OF_KIND = frozenset(
    (
        *("short", "middling", "long", "?", "?.", "!", "..tidak", "..tidak-x", "^wish", "^ask"),
        *("ask_openers", "wish_tails", "told", "told#2", "polite"),
    )
)
"""Signs that tell nothing of the element."""


class Likely(NamedTuple):
    """A value, and how likely it is: a share of one."""

    value: str
    share: float


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weight of every sign for each value."""
    text = files("models.triage").joinpath("weights.csv").read_text("utf-8")
    rows = csv.DictReader(StringIO(text))
    return {
        row["sign"]: {value: float(row[value] or 0) for value in (*KINDS, *ELEMENTS, NONE)}
        for row in rows
    }


def said_words(words: Iterable[Word]) -> Collection[str]:
    """The words, with all that each may be without endings and beginnings, as signs."""
    return {f"{WORD}{form}" for one in words for form in one.forms if len(form) >= _SHORTEST}


def kinds(signs: Iterable[str]) -> Sequence[Likely]:
    """The kinds, the likeliest first."""
    return _likely(KINDS, signs)


def elements(signs: Iterable[str], kind: str) -> Sequence[Likely]:
    """The elements and none, the likeliest first."""
    return _likely((*ELEMENTS, NONE), of_element(signs, kind))


def of_element(signs: Iterable[str], kind: str) -> Sequence[str]:
    """The signs by which an element is judged."""
    return [*(one for one in signs if one not in _ONLY_OF_KIND), f"{OF_KIND}{kind}"]


def _likely(values: Sequence[str], signs: Iterable[str]) -> Sequence[Likely]:
    table = weights()
    found = [table[one] for one in (*signs, BIAS) if one in table]
    sums = [sum(one[value] for one in found) for value in values]
    highest = max(sums)
    shares = [math.exp(one - highest) for one in sums]
    whole = sum(shares)
    every = (Likely(value, share / whole) for value, share in zip(values, shares, strict=True))
    return sorted(every, key=lambda one: -one.share)
