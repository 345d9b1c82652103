"""Which unit and service free words name, by their names and by what people say. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from models.comments.spelling import folded
from models.triage.lexicon import Lexicon, Sighting, clear, lexicon, occurring
from models.triage.spoken import Word, compared, listed, packaged

_NAME, _SAID, _WORD_OF_NAME, _WEAK, _STAND = 2.4, 2.0, 1.2, 0.7, 1.0
"""How clearly a whole name tells of its place, what people say instead, a word of the name, what is
also said of other things, and the name of a counter."""
_MORE = 0.3
"""What another mention adds, and another word of a mention."""
_FIRST, _AT, _FROM = 1.25, 1.2, 0.7
"""A mention that comes first, one behind "di" or "ke", and one behind "dari"."""
NOWHERE = ""


class Offered(NamedTuple):
    """A unit (`unit` is its own key), a service, or a counter and what `services` it is for."""

    key: str
    unit: str
    name: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownPlaces:
    """The units, services and counters of an office, and what they are called."""

    units: Sequence[Offered]
    services: Sequence[Offered]
    counters: Sequence[Offered]
    known: Lexicon = field(repr=False)
    homes: Mapping[str, str] = field(repr=False)
    """The unit of each field of work."""


class Ranked(NamedTuple):
    """What a mention or all of them tell of, and how clearly."""

    key: str
    score: float


@lru_cache(maxsize=16)
def office(
    units: tuple[Offered, ...], services: tuple[Offered, ...], counters: tuple[Offered, ...] = ()
) -> KnownPlaces:
    """An office whose names are split into words, and its topics known."""
    entries = [*_units_called(units), *_services_called(services, units)]
    entries += (*_counters_called(counters), *_topics_at(services, units))
    return KnownPlaces(units, services, counters, lexicon(entries), _homes(units))


def _called(kind: str, key: str, weight: float) -> str:
    return f"{kind}\t{key}\t{weight}"


def _units_called(units: Sequence[Offered]) -> Iterator[tuple[str, str]]:
    apart = _telling(units)
    for one in units:
        yield one.name, _called("u", one.key, _NAME)
        for word in apart[one.key]:
            yield word, _called("u", one.key, _WORD_OF_NAME)
        if short := _acronym(one.name):
            yield short, _called("u", one.key, _SAID)
        for topic in _topics_of(one.name, unit=True):
            yield from _said(topic, "u", one.key)


def _services_called(
    services: Sequence[Offered], units: Sequence[Offered]
) -> Iterator[tuple[str, str]]:
    apart = _telling(services)
    names = {one.key: one.name for one in units}
    for one in services:
        is_telling = apart[one.key] or _acronym(one.name)
        yield one.name, _called("s", one.key, _NAME if is_telling else _WEAK)
        for word in apart[one.key]:
            yield word, _called("s", one.key, _WORD_OF_NAME)
        if short := _acronym(one.name):
            yield short, _called("s", one.key, _SAID)
        for topic in _topics_of(one.name, unit=False, within=names.get(one.unit, "")):
            yield from _said(topic, "s", one.key)


def _counters_called(counters: Sequence[Offered]) -> Iterator[tuple[str, str]]:
    for one in counters:
        for key in one.services or (one.unit,):
            yield one.name, _called("s" if one.services else "u", key, _STAND)


def _topics_at(
    services: Sequence[Offered], units: Sequence[Offered]
) -> Iterator[tuple[str, str]]:
    """What is asked for at a unit that does not list it; and what is no matter of any."""
    every = (_topics_of(one.name, unit=False, within="puskesmas") for one in services)
    there = {topic for topics in every for topic in topics}
    homes = _homes(units)
    for name, topic in _topics().items():
        at = homes.get(topic.get("at", ""))
        if name not in there and at is not None:
            yield from _said(name, "u", at)
        elif "named" not in topic:
            yield from _said(name, "-", NOWHERE)


def _homes(units: Sequence[Offered]) -> dict[str, str]:
    return {topic: one.key for one in units for topic in _topics_of(one.name, unit=True)}


def _said(name: str, kind: str, key: str) -> Iterator[tuple[str, str]]:
    for said, weight in (("said", _SAID), ("weak", _WEAK)):
        for phrase in _topics()[name].get(said, "").split("|"):
            yield phrase, _called(kind, key, weight)


@cache
def _topics() -> Mapping[str, Mapping[str, str]]:
    return packaged("places")


def _topics_of(name: str, *, unit: bool, within: str = "") -> Iterator[str]:
    words = f" {' '.join(compared(name))} "
    for key, topic in _topics().items():
        is_named = _has(words, key, "named") and not _has(words, key, "not")
        if is_named and bool(topic.get("unit")) is unit:
            yield from (key,) if topic.get("within", "") in within.lower() else ()


def _has(words: str, topic: str, which: str) -> bool:
    return any(f" {one} " in words for one in _names()[topic, which])


@cache
def _names() -> Mapping[tuple[str, str], Sequence[str]]:
    """The names of every topic, and what is none of it, as they compare."""
    return {
        (key, which): [
            " ".join(compared(phrase))
            for phrase in topic.get(which, "").split("|")
            if phrase
        ]
        for key, topic in _topics().items()
        for which in ("named", "not")
    }


def _telling(every: Sequence[Offered]) -> Mapping[str, Sequence[str]]:
    """The words of each name that no other name has, and that are not common."""
    counts: dict[str, set[str]] = defaultdict(set)
    for one in every:
        for said in compared(one.name):
            counts[said].add(one.key)
    found: dict[str, list[str]] = {one.key: [] for one in every}
    for word, keys in counts.items():
        if len(keys) == 1 and len(word) > 3 and word not in listed("common"):
            found[next(iter(keys))].append(word)
    return found


def _acronym(name: str) -> str:
    """The first letters of a name of three words or more."""
    parts = (word.lower() for word in name.split() if word[0].isalpha())
    words = [word for word in parts if word not in ("dan", "di")]
    short = "".join(word[0] for word in words)
    return short if len(words) > 2 and len(folded(short)) > 2 else ""


# -- in free words ------------------------------------------------------------------------


def named(at: KnownPlaces, words: Sequence[Word]) -> Sequence[Sighting]:
    """All mentions of places in the words."""
    return clear(occurring(at.known, words))


def places(
    at: KnownPlaces, words: Sequence[Word], found: Sequence[Sighting]
) -> tuple[list[Ranked], dict[str, list[Ranked]]]:
    """The units that the words may be about, the clearest first, and the services of each.

    `found`: the mentions (`named`).
    """
    of_units, of_services = _weighed(found, words)
    units: dict[str, float] = {key: _added(scores) for key, scores in of_units.items()}
    services: dict[str, list[Ranked]] = defaultdict(list)
    homes = {one.key: one.unit for one in at.services}
    for key, scores in of_services.items():
        services[homes[key]].append(Ranked(key, _added(scores)))
    for unit, every in services.items():
        every.sort(key=lambda one: -one.score)
        units[unit] = units.get(unit, 0.0) + _added([one.score for one in every])
    ranked = sorted((Ranked(*one) for one in units.items()), key=lambda one: -one.score)
    return ranked, services


def _weighed(
    found: Sequence[Sighting], words: Sequence[Word]
) -> tuple[Mapping[str, list[float]], Mapping[str, list[float]]]:
    first = min((one.place for one in found), default=0)
    scores: dict[str, dict[str, dict[int, float]]] = {"u": {}, "s": {}, "-": {}}
    for one in found:
        kind, key, weight = one.tells.split("\t")
        score = float(weight) * (1 + _MORE * (one.words - 1))
        score *= (_FIRST if one.place == first else 1.0) * _behind(words, one.place)
        at = scores[kind].setdefault(key, {})
        at[one.place] = max(at.get(one.place, 0.0), score)
    units, services = ({k: [*v.values()] for k, v in scores[kind].items()} for kind in "us")
    return units, services


def _behind(words: Sequence[Word], place: int) -> float:
    before = words[place - 1].word if place else ""
    if before in ("di", "ke"):
        return _AT
    return _FROM if before == "dari" or before in listed("brought") else 1.0


def _added(scores: Sequence[float]) -> float:
    best = max(scores)
    return best + _MORE * min(sum(scores) - best, best)


def masked(words: Sequence[Word], found: Sequence[Sighting]) -> Sequence[Word]:
    """The words without those that name a place clearly."""
    gone: set[int] = set()
    for one in found:
        kind, _, weight = one.tells.split("\t")
        if kind != "-" and float(weight) >= _SAID:
            gone.update(range(one.place, one.place + one.words))
    return [Word("", frozenset()) if place in gone else one for place, one in enumerate(words)]
