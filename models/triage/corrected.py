"""What was corrected before, as evidence: counted words of our own lists, no sentence. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from models.triage.judging import Likely
from models.triage.places import KnownPlaces, Ranked
from models.triage.spoken import Word, in_lists, spoken

LEAST = 5
"""How often a word must have stood in words that were corrected so."""
_TOGETHER, _MOST = 3, 5
"""How many such words a text must hold, and how many count at most."""
_SHARE, _SCORE = 1.8, 0.6
"""What each adds: to the logarithm of a share, to the score of a unit."""
Learned: TypeAlias = Mapping[str, frozenset[str]]
"""By a word: what texts that held it were corrected to often enough, as `element:waktu`."""
Field: TypeAlias = Literal["unit", "element", "kind"]


def correction(field: Field, value: str) -> str:
    """A value of a field, as it is counted."""
    return f"{field}:{value}"


def kept_words(at: KnownPlaces, text: str) -> Sequence[str]:
    """The words of a text that may be kept: of our own lists and of the office's names, so that no
    name of a person, number or rare word is among them."""
    public = {word for word in at.known if len(word) > 2}
    return sorted({one.word for one in spoken(text) if one.word in public or in_lists(one.word)})


def votes(words: Iterable[Word], learned: Learned) -> Mapping[str, int]:
    """How many of the words tell of each correction; none where it is a single one."""
    if not learned:
        return {}
    counted = Counter(way for word in {one.word for one in words} for way in learned.get(word, ()))
    return {way: min(count, _MOST) for way, count in counted.items() if count >= _TOGETHER}


def moved(likely: Sequence[Likely], field: Field, found: Mapping[str, int]) -> Sequence[Likely]:
    """The values with what was corrected before added to them."""
    if not found:
        return likely
    counts = [found.get(correction(field, one.value), 0) for one in likely]
    raised = [one.share * math.exp(_SHARE * n) for one, n in zip(likely, counts, strict=True)]
    whole = sum(raised)
    every = (Likely(one.value, share / whole) for one, share in zip(likely, raised, strict=True))
    return sorted(every, key=lambda one: -one.share)


def moved_places(
    ranked: Sequence[Ranked], at: KnownPlaces, found: Mapping[str, int]
) -> list[Ranked]:
    """The units with what was corrected before added to them."""
    scores = {one.key: one.score for one in ranked}
    for one in at.units:
        if count := found.get(correction("unit", one.key), 0):
            scores[one.key] = scores.get(one.key, 0.0) + _SCORE * count
    return sorted((Ranked(*one) for one in scores.items()), key=lambda one: -one.score)
