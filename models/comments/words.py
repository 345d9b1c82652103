"""The lists of words by which a comment is judged (`words.toml`), read at the first comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import TypeAlias

from models.comments.spelling import folded, plain, shorter

_BENT = (
    *("insults", "asks", "hands", "bribes", "faults", "virtues", "goods", "plain_deeds", "systems"),
)
"""The lists whose words are known with other beginnings and endings too."""
Phrase: TypeAlias = tuple[tuple[str, ...], str]
"""Its words, and the list in which it stands."""
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
_NONE = frozenset[str]()


@cache
def _lists() -> Mapping[str, str]:
    found = loads(files("models.comments").joinpath("words.toml").read_text("utf-8"))
    return {name: plain(words) for name, words in found.items()}


@cache
def of(name: str) -> frozenset[str]:
    """The folded words of a list."""
    return frozenset(folded(word) for word in _lists()[name].split())


@cache
def phrases() -> Mapping[str, Mapping[str, Sequence[Phrase]]]:
    """Every phrase, folded, and the list in which it stands as one word would: by its first word
    and by all that its second may be ("" where it has none), the longest first."""
    found: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
    for words, kind in sorted(_all_phrases(), key=lambda one: -len(one[0])):
        for second in forms(words[1]) if len(words) > 1 else ("",):
            found[words[0]][second].append((words, kind))
    return {first: {**after} for first, after in found.items()}


def forms(word: str) -> frozenset[str]:
    """What a word of a phrase may be: `mukanya` too."""
    return frozenset((word, word.rstrip("n") + "nia"))


def _all_phrases() -> Iterator[Phrase]:
    for name, kind in _PHRASES.items():
        for phrase in _lists()[name].replace("\n", "|").split("|"):
            if words := tuple(folded(word) for word in phrase.split()):
                yield words, kind


def kinds_of(word: str, bare: Sequence[str]) -> frozenset[str]:
    """The lists in which a folded word stands; `bare`: its stems."""
    bent, is_plain = _bent_kinds(), word in of("ordinary")
    found = _kinds().get(word, _NONE).union(*[bent[stem] for stem in bare if stem in bent])
    if not found and not is_plain and len(word) >= _LONG:
        slips = _slips().get(word[0], {})
        found = _NONE.union(*[slips[one] for one in shorter(word) if one in slips])
    if found and is_plain:
        found -= {kind for kind in _BENT if word not in of(kind)}
    return found


def is_ordinary(word: str, bare: Sequence[str]) -> bool:
    """Whether a folded word, or what it is made of, is an ordinary or a neutral one."""
    kinds, ordinary = _kinds(), of("ordinary")
    return len(word) < 3 or any(
        stem in ordinary or "neutral" in kinds.get(stem, _NONE)
        for stem in bare
        if (len(stem) > 3 or stem == word) and "doubtful" not in kinds.get(stem, _NONE)
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
def _slips() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What differs from a word by a slip, behind its first letter: people rarely miss that."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for name in _MISSPELT:
        for word in of(name):
            near = found[word[0]]
            for one in shorter(word) if len(word) >= _LONG else ():
                near[one] = near.get(one, _NONE) | {name}
    return {**found}


def _in_lists(*names: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in of(name):
            found[word].add(name)
    return {word: frozenset(kinds) for word, kinds in found.items()}
