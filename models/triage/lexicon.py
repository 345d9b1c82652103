"""Lists of words and of words in a row, found in free words. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from models.triage.spoken import Word, compared

_GAP = ".."
"""Up to three words of any kind between the words of a phrase."""
_MOST_BETWEEN = 3
_NOTHING = Word("", frozenset())


class Listing(NamedTuple):
    """Words in a row, and what they tell of."""

    words: Sequence[str]
    tells: str


class Sighting(NamedTuple):
    """What words at a place of the text tell of; `words` is how many they are."""

    tells: str
    place: int
    words: int


Lexicon: TypeAlias = Mapping[str, Mapping[str, Sequence[Listing]]]
"""Entries by their first word and their second: a gap, or "" where there is none."""


def lexicon(lists: Iterable[tuple[str, str]]) -> Lexicon:
    """Made of phrases, each with what it tells of."""
    found: dict[str, dict[str, list[Listing]]] = defaultdict(lambda: defaultdict(list))
    for phrase, tells in lists:
        first, *rest = [*_words(phrase), ""]
        if first:
            words = [first, *rest[:-1]]
            found[first][rest[0]].append(Listing(words, tells))
    return {first: {**seconds} for first, seconds in found.items()}


def _words(phrase: str) -> Iterator[str]:
    for part in phrase.split():
        if part == _GAP:
            yield _GAP
        else:
            yield from compared(part)


def occurring(known: Lexicon, words: Sequence[Word]) -> Iterator[Sighting]:
    """All that the words tell of, in their order."""
    for place, (word, then) in enumerate(pairwise((*words, _NOTHING))):
        for form in word.forms:
            seconds = known.get(form, {})
            for second in ("", _GAP, *(then.forms - {""})) if seconds else ():
                for entry in seconds.get(second, ()):
                    if (end := _end(entry.words, words, place)) is not None:
                        yield Sighting(entry.tells, place, end - place)


def _end(wanted: Sequence[str], words: Sequence[Word], place: int) -> int | None:
    """Where the phrase that begins at this place ends."""
    gap = 0
    for one in wanted:
        if one == _GAP:
            gap = _MOST_BETWEEN
            continue
        near = range(place, min(len(words), place + gap + 1))
        at = next((n for n in near if one in words[n].forms), None)
        if at is None:
            return None
        place, gap = at + 1, 0
    return place


def clear(found: Iterable[Sighting]) -> Sequence[Sighting]:
    """Those that stand in no longer one."""
    kept: list[Sighting] = []
    end = start = -1
    for one in sorted(found, key=lambda one: (one.place, -one.words)):
        last = one.place + one.words
        if last > end or (last == end and one.place == start):
            kept.append(one)
            if last > end:
                start, end = one.place, last
    return kept
