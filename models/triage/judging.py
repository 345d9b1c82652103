"""Which kind, element and field of work signs tell of: a sum of weights (`weights.csv`). Pure."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import NamedTuple

from models.complaints import ComplaintKind
from models.triage.spoken import Word, packaged

KINDS: Sequence[ComplaintKind] = ("plain", "ask", "wish", "weighty")
ELEMENTS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("pengaduan", "sarpras"),
)
NONE = "none"
"""No element."""
NO_FIELD = "nowhere"
"""No field of work."""
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
def all_fields() -> Sequence[str]:
    """What units are for (the topics of units in `places.toml`), and none of them."""
    topics = packaged("places").items()
    return (*(name for name, topic in topics if topic.get("unit")), NO_FIELD)


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weight of every sign for each value for which it has one."""
    text = files("models.triage").joinpath("weights.csv").read_text("utf-8")
    rows = csv.DictReader(StringIO(text))
    return {
        row["sign"]: {value: float(cell) for value, cell in row.items() if value != "sign" and cell}
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


def fields(signs: Iterable[str]) -> Sequence[Likely]:
    """The fields of work and none, the likeliest first, of words without the names of places; of
    words that are all unknown, nothing."""
    known = [one for one in signs if one.startswith(WORD) and one in weights()]
    return _likely(all_fields(), known) if known else ()


def of_element(signs: Iterable[str], kind: str) -> Sequence[str]:
    """The signs by which an element is judged."""
    return [*(one for one in signs if one not in _ONLY_OF_KIND), f"{OF_KIND}{kind}"]


def _likely(values: Sequence[str], signs: Iterable[str]) -> Sequence[Likely]:
    table = weights()
    found = [table[one] for one in (*signs, BIAS) if one in table]
    sums = [sum(one.get(value, 0.0) for one in found) for value in values]
    highest = max(sums)
    shares = [math.exp(one - highest) for one in sums]
    whole = sum(shares)
    every = (Likely(value, share / whole) for value, share in zip(values, shares, strict=True))
    return sorted(every, key=lambda one: -one.share)
