"""What is typed at the card to change a part of the line: "ubah jam 9-10", "jadi 12 berkas"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell, listed
from handlers.engine.said import Typed
from models.wording import plain

Parts = Mapping[str, Question[Any]]
"""What is asked of each part of the line that can be changed."""
KNOWN_ALONE = ("hours", "day", "amount")
"""The parts that are known by how their value is written."""
MOST_ALONE = 4
"""Words: what is longer, and names no change, says more than a value."""


@dataclass(frozen=True)
class TypedChange:
    """The part that is to be changed, and what to; None where that was not said, or not so that
    it can be read."""

    key: str
    value: Any = None


def asks_for_change(text: str, spell: Spell) -> bool:
    """Whether it begins with a word for changing something: ubah, ganti, salah."""
    first = plain(text).partition(" ")[0]
    return first in listed("word-change", spell) | listed("log-wrong", spell)


def change_in(text: str, parts: Parts, spell: Spell) -> TypedChange | None:
    """The change that the words ask for, by the name of a part or by a value that only one can
    have; None where they ask for none.

    Raises `NotUnderstood` for a day that cannot be logged.
    """
    asks = asks_for_change(text, spell)
    words = _after_into(text.split()[1:] if asks else text.split(), spell)
    if not words or (not asks and (len(words) > MOST_ALONE or plain(text).isdecimal())):
        return None
    named = (key for key in parts if plain(words[0]) in listed(f"log-part-{key}", spell))
    if (key := next(named, None)) is None:
        return _alone(" ".join(words), parts, spell)
    change = _named(key, words, parts[key], spell) if asks or key in KNOWN_ALONE else None
    return change if asks or (change and change.value is not None) else None


def _named(key: str, words: Sequence[str], part: Question[Any], spell: Spell) -> TypedChange:
    """The named part with what follows its name; "hari ini" is a day with it."""
    for value in (_after_into(words[1:], spell), words):
        try:
            return TypedChange(key, part.read(Typed(" ".join(value)), spell))
        except NotUnderstood as why:
            if not _is_hint(why):
                raise
    return TypedChange(key)


def _alone(value: str, parts: Parts, spell: Spell) -> TypedChange | None:
    """The one part that can be this: "23 November" is a day, and no number of anything."""
    read, no_day = {}, None
    for key in KNOWN_ALONE:
        try:
            read[key] = parts[key].read(Typed(value), spell)
        except NotUnderstood as why:
            no_day = no_day if _is_hint(why) else why
    if len(read) > 1 or no_day:
        read.pop("amount", None)
    if no_day and not read:
        raise no_day
    return TypedChange(*read.popitem()) if len(read) == 1 else None


def _after_into(words: Sequence[str], spell: Spell) -> Sequence[str]:
    """The words behind "jadi", "seharusnya" or a colon."""
    into = {"", *listed("word-into", spell)}
    return list(dropwhile(lambda word: plain(word) in into, words))


def _is_hint(why: NotUnderstood) -> bool:
    """Whether it only tells how to answer, and gives no reason."""
    return why.hint.id.startswith("hint-")
