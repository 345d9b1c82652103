"""The names of a unit's staff, and whether a word is one of them however it is written. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.comments.spelling import folded, plain, shorter
from models.comments.words import no_names, no_nicknames, of

_GLUED = ("pak", "bapak", "bu", "ibu", "mas", "mbak", "bang", "kang")
"""Titles that are written in one word with a name: `pakjoko`."""
_LONG = 5
"""From so many letters on a name is known by a slip, or by a part, without a title before it."""


@dataclass(frozen=True)
class StaffNames:
    """Every part of every name as it sounds; what differs from one by a slip; and what begins or
    ends one, as nicknames do."""

    parts: frozenset[str]
    slips: frozenset[str]
    long_slips: frozenset[str]
    pieces: frozenset[str]
    long_pieces: frozenset[str]

    def has(self, word: str, *, after_title: bool) -> bool:
        """Whether this folded word is somebody's name, or what they are called."""
        if word in self.parts:
            return True
        if len(word) < 3 or word in (no_nicknames() if after_title else no_names()):
            return False
        slips, pieces = self.long_slips, self.long_pieces
        if after_title:
            slips, pieces = self.slips, self.pieces
        return word in pieces or any(one in slips for one in shorter(word))


def staff_names(names: Iterable[str]) -> StaffNames:
    """The names of people (`Joko Susilo, S.Kom.`) as comments are searched for them."""
    degrees = of("degrees")
    parts = {
        folded(word)
        for name in names
        for word in "".join(c if c.isalpha() else " " for c in plain(name)).split()
        if word not in degrees and len(word) > 1
    }
    parts.discard("")
    glued = {folded(title) + part for title in _GLUED for part in parts if len(part) > 2}
    long = [part for part in parts if len(part) >= _LONG]
    return StaffNames(
        parts=frozenset(parts | glued),
        slips=_slips(part for part in parts if len(part) > 3),
        long_slips=_slips(long),
        pieces=_pieces(parts, first=3, last=3),
        long_pieces=_pieces((part for part in parts if len(part) > _LONG), first=4, last=5),
    )


def without_ending(word: str) -> set[str]:
    """A folded word, and what it may be without what is hung on to it: `jokonya`."""
    return {word, *(word[: -len(end)] for end in ("nia", "ne", "na", "lah") if word.endswith(end))}


def _slips(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(one for part in parts for one in shorter(part) if len(one) > 2)


def _pieces(parts: Iterable[str], *, first: int, last: int) -> frozenset[str]:
    """What names begin and end with, of at least so many letters."""
    found = set()
    for part in parts:
        found |= {part[:n] for n in range(first, len(part))}
        found |= {part[-n:] for n in range(last, len(part))}
    return frozenset(found)
