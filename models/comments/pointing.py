"""Whom a comment points to: somebody of the staff, a desk, or nobody. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import Literal, TypeAlias

from models.comments.names import StaffNames, without_ending
from models.comments.tokens import BREAK, Token, has, kinds_of_all
from models.comments.words import no_names

Pointed: TypeAlias = Literal[0, 1, 2, 3]
"""0: to nobody; 1: to a desk; 2: to somebody who works there; 3: to one of them."""
_PERSON = ("titles", "roles")
_FARTHEST = 4
"""So many words of a name may stand between it and what says whose it is."""
_DOES = ("asks", "hands", "insults", "bribes")
_CALLS = ("si", "oknum")
_POINTS = frozenset(("posts", "desks", "who", *_PERSON))
"""What may point to a person without a name and without a title before it."""
_OWN = frozenset(("own_before", "own_called", "own_first", "own_of", "own_written", "signed"))
"""Without these no name is told to be of who writes."""
_KNOWN_BY = frozenset(("features", "this_one", "tends"))
"""What somebody who is not named is known by, behind their title."""


def pointed(tokens: Sequence[Token], staff: StaffNames) -> list[Pointed]:
    """How each word points to a person."""
    found = _Pointing(tokens, staff)
    silent = (one.ends or one.word.isdecimal() for one in tokens)
    return [0 if says_none else found.at(place) for place, says_none in enumerate(silent)]


def names(tokens: Sequence[Token], staff: StaffNames) -> bool:
    """Whether any of the words is somebody's name."""
    found = _Pointing(tokens, staff)
    return any(found.is_named(n) for n, one in enumerate(tokens) if not one.ends)


class _Pointing:
    """The words of a comment, beside the names of staff."""

    def __init__(self, tokens: Sequence[Token], staff: StaffNames) -> None:
        self.tokens, self.staff = tokens, staff
        self.kinds = kinds_of_all(tokens)
        self.titled = _titled(tokens)
        self.own: set[str] = set()
        self.known: dict[tuple[str, bool], bool] = {}
        self.told_desk = any(self.is_told(n) for n, one in enumerate(tokens) if one.is_a("desks"))
        self.shouts = all(one.capital for one in tokens if one.word and one.word[0].isalpha())

    def near(self, place: int, before: int, after: int) -> Sequence[Token]:
        """The words about this one within its clause, without it."""
        back = self.tokens[max(0, place - before) : place][::-1]
        ahead = self.tokens[place + 1 : place + 1 + after]
        return [*_until_end(back)[::-1], *_until_end(ahead)]

    def word(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else BREAK

    def at(self, place: int) -> Pointed:
        one = self.tokens[place]
        if self.is_named(place):
            return 3
        if not self.titled[place] and one.word != "si" and one.kinds.isdisjoint(_POINTS):
            return 0
        if self.is_post(place):
            return 3
        if one.is_a("desks") and (desk := self.desk(place)):
            return desk
        if one.is_a(*_PERSON) or one.word == "si":
            return self.person(place)
        if one.is_a("who") and any(t.is_a("tends", "looks") for t in self.near(place, 0, 2)):
            return 2
        return self.called(place)

    def is_named(self, place: int) -> bool:
        one, after = self.tokens[place], self.word(place + 1)
        titled = self.titled[place]
        both = one.word + after.word if len(after.word) > 1 < len(one.word) else ""
        known = self.is_known(one.word, titled or one.hidden) or (
            len(both) > 3 and both in self.staff.parts
        )
        if not known or self.is_venue(place) or (one.word in self.own and not titled):
            return False
        if self.is_own(place, titled=titled):
            self.own.add(one.word)
            return False
        before = self.word(place - 1)
        if titled or not one.is_a("word_names") or before.is_a("own_called"):
            return True
        if before.word in self.staff.parts:
            return True
        inside = not self.word(place - 1).ends
        return after.is_a(*_DOES) or (inside and one.capital and not self.shouts)

    def is_venue(self, place: int) -> bool:
        """Whether a street, a shop or a village bears the name, as in `Jl. Agus Salim`; `made in`
        is none."""
        if self.tokens[place].word == "made" and self.word(place + 1).word == "in":
            return True
        if "venues" not in self.kinds:
            return False
        backward = range(place - 1, place - 1 - _FARTHEST, -1)
        rest = dropwhile(lambda at: self.word(at).is_a("titles") or self.is_between(at), backward)
        return self.word(next(rest, place)).is_a("venues")

    def is_known(self, word: str, after_title: bool) -> bool:
        key = (word, after_title)
        if key not in self.known:
            every = without_ending(word)
            self.known[key] = any(self.staff.has(one, after_title=after_title) for one in every)
        return self.known[key]

    def is_own(self, place: int, *, titled: bool) -> bool:
        """Whether it is the name of who writes, or of their kin, or stands on their papers."""
        if self.kinds.isdisjoint(_OWN):
            return False
        if titled:
            mine = self.word(place - 2).is_a("own_first") and self.word(place - 3).is_a("own_of")
            return mine or self.word(place - 2).is_a("own_written")
        backward = range(place - 1, place - 2 - _FARTHEST, -1)
        at = next((at for at in backward if not self.is_between(at)), backward[-1])
        one, before, first = self.word(at), self.word(at - 1), self.word(at - 2)
        if one.is_a("own_before"):
            return not before.is_a("roles", "titles", "who")
        if one.is_a("own_called"):
            return before.is_a("own_of", "visitors", "others") or first.is_a("own_of", "others")
        if one.is_a("own_first") and (
            before.ends or before.is_a("own_first", "own_before", "own_of")
        ):
            return True
        if one.is_a("own_of") and before.is_a("own_of", "own_before"):
            return True
        if self.is_on_paper(place) or self.is_kin(place):
            return True
        return one.is_a("signed") and before.ends and self.word(place + 1).ends

    def is_kin(self, place: int) -> bool:
        """Whether it is told who that is before: `anak saya, Dewi, ...`."""
        before, mine, whose = (self.word(place - n) for n in (1, 2, 3))
        return before is BREAK and mine.is_a("own_first") and whose.is_a("own_of")

    def is_on_paper(self, place: int) -> bool:
        """Whether it is told as what stands, or should stand, on papers: `nama di akta anak saya
        harusnya Yuliana`."""
        before = self.near(place, 8, 0)
        if not before:
            return _tells_own(self.near(place, 0, 4))
        return _tells_own(before) and not before[-1].is_a("towards", "roles", "own_called")

    def is_between(self, place: int) -> bool:
        word = self.word(place).word
        return word in self.staff.parts or word in ("adalah", "is", "iku")

    def is_post(self, place: int) -> bool:
        one = self.tokens[place]
        if not one.is_a("posts"):
            return False
        before, after = self.word(place - 1), self.word(place + 1)
        at_it = before.word in ("di", "ke") and one.word in ("kasir", "informasi", "resepsionis")
        return not (at_it or before.is_a("not_after_head") or after.is_a("not_before_head"))

    def desk(self, place: int) -> Pointed:
        """A desk: with somebody at it, or told from others by its number."""
        told = self.is_told(place)
        if self.has_person(place, 6 if told else 3, 5 if told else 0):
            return 3
        near = self.near(place, 4, 4)
        waits = any(one.is_a("own_first") for one in near)
        if told and any(one.is_a("who") or (one.is_a("tends") and not waits) for one in near):
            return 3
        return 1 if told else 0

    def is_told(self, place: int) -> bool:
        number = self.word(place + 1)
        told = number.word.isdigit() or number.is_a("counted")
        return (told and self.tokens[place].is_a("numbered")) or number.is_a("jobs")

    def has_person(self, place: int, before: int, after: int) -> bool:
        ways = (
            range(place - 1, max(-1, place - 1 - before), -1),
            range(place + 1, min(len(self.tokens), place + 1 + after)),
        )
        return not self.kinds.isdisjoint(_PERSON) and any(
            self.is_person(at)
            for way in ways
            for at in takewhile(lambda at: not self.tokens[at].ends, way)
        )

    def is_person(self, place: int) -> bool:
        """Whether it is somebody who may work there: not `ibu saya`."""
        after = self.word(place + 1)
        theirs = after.is_a("own_kin") or after.word in self.own
        return self.tokens[place].is_a(*_PERSON) and not theirs

    def person(self, place: int) -> Pointed:
        """Somebody: known by their looks, by a pointing word, or by what they do there."""
        one = self.tokens[place]
        if one.word != "si" and not self.is_person(place):
            return 0
        after = [] if self.kinds.isdisjoint(_KNOWN_BY) else self.near(place, 0, 4)
        if has(after, "features"):
            return 3
        hung = one.is_a("titles") and one.word.endswith(("nia", "ne"))
        told = bool(after) and has(after[:3], "this_one", "tends")
        told = told or (one.is_a("roles") and self.word(place + 1).is_a("jobs"))
        told = told or (self.told_desk and one.word.endswith(("nia", "nie")))
        told = told or (self.word(place + 1).is_a("who") and self.word(place + 2).is_a("wears"))
        return 2 if hung or told else 0

    def called(self, place: int) -> Pointed:
        """A title before what is no ordinary word is somebody, whoever that is."""
        one = self.tokens[place]
        if not self.titled[place]:
            return 0
        if len(one.word) == 1:
            return 2 if any(part.startswith(one.word) for part in self.staff.parts) else 0
        if self.is_venue(place) or one.word in self.own:
            return 0
        known = (
            one.word in no_names()
            or bool(one.kinds - {"word_names"})
            or not one.word.isalpha()
        )
        return 2 if not known and len(one.word) > 2 else 0


def _titled(tokens: Sequence[Token]) -> list[bool]:
    """Whether a title stands before each word; a degree may stand between."""
    found, titled, before = list[bool](), False, False
    for one in tokens:
        found.append(titled)
        is_title = "titles" in one.kinds
        calls = is_title or one.word in _CALLS
        titled = before if "degrees" in one.kinds and not is_title else calls
        before = calls
    return found


def _until_end(words: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda one: not one.ends, words))


def _tells_own(words: Sequence[Token]) -> bool:
    written = any(one.is_a("own_written") for one in words)
    return written and any(one.is_a("own_of") for one in words)
