"""A comment as its clauses: what each is about, and how it hangs on the one before. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from models.comments.pointing import Pointed
from models.comments.tokens import BREAK, Token, kinds_of_all

_WHOM = (
    *("titles", "roles", "desks", "towards", "who", "this_one", "counted"),
    *("particles", "features", "looks", "tends", "jobs", "above_all", "inner"),
)


class Clause(NamedTuple):
    """Words up to where a clause ends, how each points to a person, and the mark or the word that
    opens it and ends it (`tapi`, `walau`, `?`); `about`: how it points to a person, by its clearest
    word; `kinds`: the lists in which its words stand."""

    words: Sequence[Token]
    points: Sequence[Pointed]
    opens: Token
    ends: Token
    about: Pointed
    kinds: frozenset[str]

    @property
    def on_person(self) -> bool:
        return self.about > 1

    @property
    def apart(self) -> bool:
        """Whether it is of a system or a queue."""
        return self.has("systems") and any(
            one.is_a("systems") and not (one.is_a("costs", "seats") and self.on_person)
            for one in self.words
        )

    @property
    def of_person(self) -> Sequence[Token]:
        """What of it may be of a person: all, or what stands before a system is named."""
        if not self.apart:
            return self.words
        named = (place for place, one in enumerate(self.words) if one.is_a("systems"))
        return self.words[: next(named)] if self.on_person else ()

    @property
    def of_thing(self) -> bool:
        return self.about == 1 or self.has("things") or self.apart

    @property
    def concedes(self) -> bool:
        """Whether it tells under what trouble something went well: `walau antrean panjang`."""
        return self.opens.is_a("concessions") and not self.on_person

    @property
    def only_calls(self) -> bool:
        """Whether it only says whom it means: `..., pak Joko`."""
        return self.on_person and all(
            point or one.is_a(*_WHOM) or len(one.word) == 1
            for one, point in zip(self.words, self.points, strict=True)
        )

    def has(self, *kinds: str) -> bool:
        """Whether any of its words stands in one of these lists."""
        return not self.kinds.isdisjoint(kinds)


def clauses(words: Sequence[Token], points: Sequence[Pointed]) -> list[Clause]:
    """The clauses of a comment; a question that is answered with no is none: `galak? tidak`."""
    found = list(_split(words, points))
    return [
        one
        for one, after in zip_longest(found, found[1:])
        if not (after and one.ends.word == "?" and _says_no(after))
    ]


def _says_no(answer: Clause) -> bool:
    first, rest = answer.words[0], answer.words[1:4]
    return first.is_a("negators") and all(
        one.is_a("negators", "particles", "neutral", "this_one") for one in rest
    )


def _split(words: Sequence[Token], points: Sequence[Pointed]) -> Iterator[Clause]:
    first, opens = 0, BREAK
    for place, one in enumerate((*words, BREAK)):
        if one.ends:
            if place > first:
                said, about = words[first:place], points[first:place]
                yield Clause(said, about, opens, one, max(about), kinds_of_all(said))
                opens = one
            elif one is not BREAK:
                opens = one
            first = place + 1
