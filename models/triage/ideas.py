"""The signs by which free words are judged: ideas of the word lists, how words are put. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from models.triage.lexicon import Lexicon, Sighting, clear, lexicon, occurring
from models.triage.spoken import Word, listed, packaged

_NEAR = 7
"""Words between two ideas that belong together."""
_OF_WEIGHT = frozenset(("bribe_words", "abuse", "discipline"))
_PAIRED = (
    *(("demands", "money"), ("demands", "amount"), ("officer", "money"), ("officer", "amount")),
    *(("demands", "officer"), ("officer", "unskilled"), ("officer", "misprint")),
    *(("officer", "rude"), ("officer", "wrong"), ("officer", "quoted"), ("officer", "broken")),
    *(("complained", "unanswered"), ("gives", "amount"), ("free", "amount"), ("free", "demands")),
    *(("papers", "asked_for"), ("officer", "sells"), ("asks", "amount"), ("asks", "money")),
    *(("asks", "officer"), ("free", "asks"), ("officer", "confused"), ("complained", "slow")),
    *(("complained", "period"), ("puzzled", "mark"), ("asks", "thing"), ("demands", "thing")),
)


@cache
def _known() -> Lexicon:
    return lexicon(_phrases())


@cache
def _apart() -> frozenset[str]:
    """Ideas that are found within words of others too."""
    return frozenset(name for name, idea in packaged("words").items() if idea.get("apart"))


def _phrases() -> Iterator[tuple[str, str]]:
    for name, idea in packaged("words").items():
        for word in idea.get("words", "").split():
            yield word, name
        for phrase in idea.get("phrases", "").replace("\n", "|").split("|"):
            yield phrase, name


def signs(words: Sequence[Word]) -> frozenset[str]:
    """The names of all ideas, of those that stand together, and of how the words are put."""
    every = [*occurring(_known(), words), *_numbers(words), *_asked(words)]
    found = [*clear(one for one in every if one.tells not in _apart())]
    found += (one for one in every if one.tells in _apart())
    places: dict[str, set[int]] = {}
    for one in found:
        places.setdefault(one.tells, set()).add(one.place)
    weighty = ("weighty",) if _OF_WEIGHT & {*places} else ()
    twice = (f"{name}#2" for name, at in places.items() if len(at) > 1)
    said = [one.word for one in words]
    return frozenset((*places, *twice, *_pairs(places), *weighty, *_ends(said), *_begins(said)))


def _numbers(words: Sequence[Word]) -> Iterator[Sighting]:
    for place, (one, then) in enumerate(pairwise(words)):
        if (one.word.isdigit() or one.word in listed("numbers")) and then.word in listed("moneys"):
            yield Sighting("amount", place, 2)
        elif (one.word.isdigit() or one.word in listed("numbers")) and then.word in listed("spans"):
            yield Sighting("period", place, 2)
        elif one.word in ("jam", "pukul") and then.word.isdigit():
            yield Sighting("clock", place, 1)
        elif one.word == "rp" and then.word.isdigit():
            yield Sighting("amount", place, 2)


def _asked(words: Sequence[Word]) -> Iterator[Sighting]:
    return (Sighting("mark", place, 1) for place, one in enumerate(words) if one.word == "?")


def _pairs(places: Mapping[str, set[int]]) -> Iterator[str]:
    for first, second in _PAIRED:
        one, other = places.get(first, set()), places.get(second, set())
        near = range(-_NEAR, _NEAR + 1)
        if one and other and any(at + n in other for at in one for n in near if n):
            yield f"{first}+{second}"


def _begins(said: Sequence[str]) -> Iterator[str]:
    first = next((one for one in said if one not in listed("calls")), "")
    if first in listed("wishing"):
        yield "^wish"
    if first in listed("asking"):
        yield "^ask"
    yield "short" if len(said) < 8 else "long" if len(said) > 16 else "middling"


def _ends(said: Sequence[str]) -> Iterator[str]:
    yield from {"?", "!"} & {*said}
    if said and said[-1] == "?":
        yield "?."
    end = len(said)
    while end and said[end - 1] in listed("calls"):
        end -= 1
    if end and said[end - 1] == "tidak":
        yield "..tidak"
    if end > 1 and said[end - 2] == "tidak":
        yield "..tidak-x"
