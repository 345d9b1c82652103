"""A comment as its clauses: what each is about, and how it hangs on the one before. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from models.comments.pointing import Pointed
from models.comments.tokens import BREAK, Token

_WHOM = (
    *("titles", "roles", "desks", "towards", "who", "this_one", "counted"),
    *("particles", "features", "looks", "tends", "jobs", "above_all", "inner"),
)


@dataclass(frozen=True)
class Clause:
    """Words up to where a clause ends, how each points to a person, and the mark or the word that
    opens it and ends it (`tapi`, `walau`, `?`)."""

    words: Sequence[Token]
    points: Sequence[Pointed]
    opens: Token = field(default=BREAK)
    ends: Token = field(default=BREAK)

    @cached_property
    def about(self) -> Pointed:
        """How it points to a person: by its clearest word."""
        return max(self.points)

    @property
    def on_person(self) -> bool:
        return self.about > 1

    @cached_property
    def apart(self) -> bool:
        """Whether it is of a system or a queue."""
        return any(
            one.is_a("systems") and not (one.is_a("costs", "seats") and self.on_person)
            for one in self.words
        )

    @cached_property
    def of_person(self) -> Sequence[Token]:
        """What of it may be of a person: all, or what stands before a system is named."""
        if not self.apart:
            return self.words
        named = (place for place, one in enumerate(self.words) if one.is_a("systems"))
        return self.words[: next(named)] if self.on_person else ()

    @cached_property
    def of_thing(self) -> bool:
        return self.apart or self.about == 1 or self.has("things")

    @property
    def concedes(self) -> bool:
        """Whether it tells under what trouble something went well: `walau antrean panjang`."""
        return self.opens.is_a("concessions") and not self.on_person

    @cached_property
    def only_calls(self) -> bool:
        """Whether it only says whom it means: `..., pak Joko`."""
        return self.on_person and all(
            point > 0 or one.is_a(*_WHOM) or len(one.word) == 1
            for one, point in zip(self.words, self.points, strict=True)
        )

    def has(self, *kinds: str) -> bool:
        """Whether any of its words stands in one of these lists."""
        return any(one.is_a(*kinds) for one in self.words)


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
                yield Clause(words[first:place], points[first:place], opens, one)
                opens = one
            elif one is not BREAK:
                opens = one
            first = place + 1
