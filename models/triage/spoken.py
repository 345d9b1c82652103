"""Free words as they compare: chat spelling, regional words and English taken for one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any, NamedTuple

from models.comments.spelling import folded, shorter, stems, unaccented

LONGEST = 1200
"""Signs of a text that are looked at: what it is about is said early."""
_LONG = 6
"""Letters of a word from which on a slip is overlooked."""
_WORD = re.compile(r"\d+|[^\W\d_]+|[?!\"]")
_MARKS = str.maketrans("“”", '""', "'’`")
_THOUSANDS = re.compile(r"(?<=\d) ?k\b")
_TIMES = re.compile(r"(?<=\d) ?x(?![^\W\d_])")
_TWICE = re.compile(r"(?<=[^\W\d_]{2})2(?![\d])")
"""A word said twice: `muter2`, `dua2nya`."""


class Word(NamedTuple):
    """A word as it is compared, and all that it may be without endings and beginnings."""

    word: str
    forms: frozenset[str]


def spoken(text: str) -> Sequence[Word]:
    """The words of a text, with its question and exclamation marks."""
    written = _written(text)
    known = {one: [*_words(one)] for one in {*written}}
    return [word for one in written for word in known[one]]


def compared(text: str) -> Sequence[str]:
    """The words of a text as they compare, and nothing of what else each may be."""
    return [word for one in _written(text) for word in _usually(one)[1]]


def _written(text: str) -> Sequence[str]:
    bare = unaccented(text[:LONGEST]).lower().translate(_MARKS)
    bare = _TIMES.sub(" kali ", _THOUSANDS.sub(" ribu", bare))
    return _WORD.findall(_TWICE.sub("", bare))


@cache
def packaged(name: str) -> dict[str, Any]:
    """A list of words of this folder."""
    return loads(files("models.triage").joinpath(f"{name}.toml").read_text("utf-8"))


_ALIKE = {"wis": "sudah", "wish": "hope", "threat": "threatened"}
"""Words that would sound like another."""


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a small list, as they compare."""
    return frozenset(folded(word) or word for word in packaged("lists")[name].split())


@cache
def _usual() -> dict[str, Sequence[str]]:
    return {
        folded(one): [folded(word) for word in usual.split()]
        for usual, said in packaged("spoken").items()
        for one in said.split()
    }


def _usually(written: str) -> tuple[str, Sequence[str]]:
    """A word as it sounds, and what it usually is."""
    written = _ALIKE.get(written, written)
    found = folded(written) or written
    return found, _usual().get(found, (found,))


def _words(written: str) -> Iterator[Word]:
    found, every = _usually(written)
    for usual in every:
        forms = frozenset((usual, found, *_bare(usual)))
        yield Word(usual, forms | _slipped(usual, forms))


def in_lists(word: str) -> bool:
    """Whether a word, as it compares, stands in our own lists; a number does not."""
    return word in _told() and not word.isdigit()


@cache
def _told() -> frozenset[str]:
    """Every word of the lists as it is written there."""
    lists = (*packaged("words").values(), *packaged("places").values())
    texts = (text for one in lists for text in one.values() if isinstance(text, str))
    usual = (*_usual(), *(word for words in _usual().values() for word in words))
    return frozenset((*(folded(word) for text in texts for word in _WORD.findall(text)), *usual))


@cache
def _slips() -> Mapping[str, str]:
    """The long words, by what is left of each without one letter."""
    long = (word for word in sorted(_told()) if len(word) >= _LONG)
    return {one: word for word in long for one in shorter(word)}


def _slipped(word: str, forms: frozenset[str]) -> frozenset[str]:
    """The word of the lists from which an unknown long one differs by a slip."""
    if len(word) < _LONG or not forms.isdisjoint(_told()):
        return frozenset()
    known = (_slips().get(one) for one in shorter(word))
    return frozenset(one for one in known if one is not None and one[0] == word[0])


def _bare(word: str) -> Iterator[str]:
    if word in listed("whole"):
        return
    for one in stems(word) if len(word) > 3 else ():
        if len(one) > 3 or (len(one) > 1 and one + "nia" == word):
            yield from _usual().get(one, (one,))
    if word.endswith("nia"):
        yield word[:-3]
        yield from (one for one in stems(word[:-3]) if len(one) > 3)
