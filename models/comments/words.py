"""The lists of words by which a comment is judged (`words.toml`), read at the first comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from models.comments.spelling import folded, plain, shorter, stems

_BENT = (
    *("insults", "asks", "hands", "bribes", "faults", "virtues", "goods", "plain_deeds", "systems"),
)
"""The lists whose words are known with other beginnings and endings too."""
_PHRASES = {
    "insult_phrases": "insults",
    "bribe_phrases": "bribes",
    "fault_phrases": "doubtful",
    "good_phrases": "goods",
    "plain_phrases": "neutral",
    "above_all_phrases": "above_all",
    "cure_phrases": "cures",
}
"""Lists of words in a row, and what each is as one word."""
_MISSPELT = ("insults", "asks", "bribes")
"""Those whose words are known with a slip too, from so many letters on."""
_LONG = 6


@cache
def _lists() -> Mapping[str, str]:
    found = loads(files("models.comments").joinpath("words.toml").read_text("utf-8"))
    return {name: plain(words) for name, words in found.items()}


@cache
def of(name: str) -> frozenset[str]:
    """The folded words of a list."""
    return frozenset(folded(word) for word in _lists()[name].split())


@cache
def phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """Every phrase, folded, and the list in which it stands as one word would: by its first word,
    the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, kind in _PHRASES.items():
        for phrase in _lists()[name].replace("\n", "|").split("|"):
            if words := tuple(folded(word) for word in phrase.split()):
                found[words[0]].append((words, kind))
    return {first: sorted(every, key=lambda one: -len(one[0])) for first, every in found.items()}


def kinds_of(word: str) -> frozenset[str]:
    """The lists in which a folded word stands."""
    found, is_plain = set(_kinds().get(word, ())), word in of("ordinary")
    for stem in stems(word):
        found |= _bent_kinds().get(stem, frozenset())
    if not found and not is_plain and len(word) >= _LONG:
        found |= {kind for one in shorter(word) for kind in _slips().get((word[0], one), ())}
    if is_plain:
        found -= {kind for kind in _BENT if word not in of(kind)}
    return frozenset(found)


def is_ordinary(word: str) -> bool:
    """Whether a folded word, or what it is made of, is an ordinary or a neutral one."""
    return len(word) < 3 or any(
        stem in of("ordinary") or "neutral" in _kinds().get(stem, ())
        for stem in stems(word)
        if (len(stem) > 3 or stem == word) and "doubtful" not in _kinds().get(stem, ())
    )


@cache
def no_names() -> frozenset[str]:
    """Every folded word that is no misspelt name."""
    return frozenset(_kinds()) - of("word_names") | of("ordinary")


@cache
def no_nicknames() -> frozenset[str]:
    """Every folded word that is no nickname behind a title either."""
    return frozenset(_kinds()) - of("roles") - of("word_names") | of("ordinary")


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    apart = ("phrases", "ordinary")
    return _in_lists(*(name for name in _lists() if not name.endswith(apart)))


@cache
def _bent_kinds() -> Mapping[str, frozenset[str]]:
    return _in_lists(*_BENT)


@cache
def _slips() -> Mapping[tuple[str, str], frozenset[str]]:
    """What differs from a word by a slip, behind its first letter: people rarely miss that."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in _MISSPELT:
        for word in of(name):
            for one in shorter(word) if len(word) >= _LONG else ():
                found[word[0], one].add(name)
    return {key: frozenset(kinds) for key, kinds in found.items()}


def _in_lists(*names: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in of(name):
            found[word].add(name)
    return {word: frozenset(kinds) for word, kinds in found.items()}
