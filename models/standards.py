"""The published standard of a service: requirements, procedure, time, fees and the like.

The components are those that PermenPANRB 15/2014 has an office publish of how it delivers a
service, and its opening hours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from models.services import Service
from models.triage.places import KnownPlaces, Offered, named, office
from models.triage.spoken import spoken
from models.wording import plain

Component: TypeAlias = Literal[
    "requirements", "procedure", "time", "fees", "product", "hours", "complaints"
]
COMPONENTS: Sequence[Component] = get_args(Component)
"""In the order in which they are read."""
LONGEST_COMPONENT = 1500
"""Characters: what is longer is no standard that anybody reads in a chat."""
STEM = 4
"""Letters from which on a word within another is the same one: "lahir" in "kelahiran"."""


@dataclass(frozen=True)
class Standard:
    """What holds of a service on a day: its components in the office's words, and since when the
    newest of them does."""

    service: Service
    unit: str
    components: Mapping[Component, str]
    since: date


def meant(words: str, services: Sequence[Service]) -> list[Service]:
    """The services that the words name best, by their names or by what people say instead: none
    where no word names any, several where it is not clear."""
    found = _named(plain(words).split(), services)
    most = max(map(len, found.values()), default=0)
    return [one for one in services if most and len(found[one.id]) == most]


def alike(every: Sequence[Standard], part: Component) -> str | None:
    """The words of a component that are the same for several services, as opening hours mostly are;
    None where they differ, or are missing somewhere."""
    words = {one.components.get(part) for one in every}
    return words.pop() if len(words) == 1 and len(every) > 1 else None


def naming(words: str, services: Sequence[Service]) -> str:
    """Those of the words that name a service, as they compare."""
    asked = plain(words).split()
    those = set[int]().union(*_named(asked, services).values())
    return " ".join(word for place, word in enumerate(asked) if place in those)


def _named(asked: Sequence[str], services: Sequence[Service]) -> Mapping[int, set[int]]:
    """Which of the words name each service: their places."""
    found = {
        one.id: {place for place, word in enumerate(asked) if _is_of(word, one.name)}
        for one in services
    }
    told = [(place, word) for place, written in enumerate(asked) for word in spoken(written)]
    for sighting in named(_desk(services), [word for _, word in told]):
        kind, key, _ = sighting.tells.split("\t")
        if kind == "s":
            those = told[sighting.place : sighting.place + sighting.words]
            found[int(key)].update(place for place, _ in those)
    return found


def _desk(services: Sequence[Service]) -> KnownPlaces:
    return office((), tuple(Offered(one.key, str(one.unit_id), one.name) for one in services))


def _is_of(word: str, name: str) -> bool:
    """Whether the word is one of the name, or the first letters of some of its words ("KK")."""
    parts = plain(name).split()
    first = "".join(part[0] for part in parts)
    return any(_same(word, part) for part in parts) or (len(word) > 1 and word in first)


def _same(word: str, part: str) -> bool:
    short, long = sorted((word, part), key=len)
    return word == part or (len(short) >= STEM and short in long)
