"""The poster of a counter: for the wall on A4, and as cards of A6 for the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.render import paper
from bot.render.paper import one_line
from bot.render.qr import svg

Size: TypeAlias = Literal["a4", "a6", "sheet"]
"""A poster, one card, or four of one card on a sheet of A4, to be cut apart."""
MOST_SERVICES = 5


@dataclass(frozen=True)
class Link:
    """A way to Tilik: the channel's name, what its QR says, and how to go without one."""

    name: str
    url: str
    by_hand: str


@dataclass(frozen=True)
class Poster:
    """A counter: where it is, what is done there, its code, and the ways to rate it.

    One QR for one link; two, side by side and named, for two. Names may be anything: they are made
    smaller, wrapped, then shortened. `more` is said in place of the services that do not fit.
    """

    unit: str
    counter: str
    services: Sequence[str]
    more: str
    code: str
    links: Sequence[Link]


@dataclass(frozen=True)
class Words:
    """What every poster says: the survey's name, what to do, of the services, and at the foot."""

    title: str
    survey: str
    scan: str
    services: str
    private: str


def pdf(posters: Sequence[Poster], words: Words, *, size: Size, logo: bytes = b"") -> bytes:
    """A page for each. The logo is a picture's bytes; raises `UndrawnPaper` where it is none."""
    return paper.pdf("poster", _facts(posters, words, size, logo))


def picture(poster: Poster, words: Words, *, size: Size, logo: bytes = b"") -> bytes:
    """One as a PNG; raises as `pdf` does."""
    (content,) = paper.pictures("poster", _facts([poster], words, size, logo))
    return content


def _facts(
    posters: Sequence[Poster], words: Words, size: Size, logo: bytes
) -> Mapping[str, Any]:
    return {
        "size": size,
        "title": words.title,
        "words": vars(words),
        "logo": list(logo) or None,
        "posters": [_one(poster) for poster in posters],
    }


def _one(poster: Poster) -> Mapping[str, Any]:
    services = [one_line(name) for name in poster.services]
    if len(services) > MOST_SERVICES:
        services = [*services[: MOST_SERVICES - 1], poster.more]
    return {
        "unit": one_line(poster.unit),
        "counter": one_line(poster.counter),
        "services": services,
        "code": poster.code,
        "links": links(poster.links),
    }


def links(some: Sequence[Link]) -> list[Mapping[str, str]]:
    """The ways as a paper takes them: each with its QR drawn."""
    return [{"name": one.name, "by_hand": one.by_hand, "qr": svg(one.url)} for one in some]
