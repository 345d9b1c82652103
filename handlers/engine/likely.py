"""Which of four answers people may mean by words of their own: asked back with one tap.

"Puas" is no answer of any question; whoever writes it is asked whether it is the third.
"""

from __future__ import annotations

from handlers.engine.question import Spell, listed
from models.scores import OVERALL
from models.wording import folded

VALUES = (1, 2, 3, 4)
PAPER = "abcd"
"""The letters of the answers on the paper form, worst first (PermenPANRB 14/2017)."""
STAR = "⭐"
OF_ONE = ("perilaku", "waktu")
"""The elements of which some words tell alone."""
LONGEST, MOST_WORDS = 60, 5
"""What is longer says more than a value."""


def likely_values(text: str, spell: Spell, element: str = OVERALL) -> list[int]:
    """The values that the words may mean of this element, the likeliest first; none where they
    mean no value, or speak of another element."""
    words = folded(text)
    if not words or len(words) > LONGEST:
        return []
    if len(words) == 1 and words in PAPER:
        return [PAPER.index(words) + 1]
    if words[0] == STAR:
        stars = words.count(STAR)
        return list(dict.fromkeys((_within(stars), _within(stars - 1))))
    if words.isdecimal():
        return [_within(int(words))]
    return [] if _is_of_another(words, spell, element) else _meant(words, spell)


def _is_of_another(words: str, spell: Spell, element: str) -> bool:
    """Whether they praise or blame what only another element asks for: how friendly, how fast."""
    if element == OVERALL:
        return False
    theirs = (listed(f"value-only-{one}", spell) for one in OF_ONE if one != element)
    return any({*words.split()} & listed for listed in theirs)


def _within(number: int) -> int:
    return min(max(number, VALUES[0]), VALUES[-1])


def _meant(words: str, spell: Spell) -> list[int]:
    """By the whole phrase, else by a word of it, made stronger or turned round by another."""
    known = {word: value for value in VALUES for word in listed(f"value-meant-{value}", spell)}
    if words in known:
        return [known[words]]
    parts = words.split()
    found = [known[word] for word in parts if word in known]
    if not found or len(parts) > MOST_WORDS:
        return []
    said = {*parts}
    if said & listed("word-less", spell):
        return [2, 1]
    if said & listed("word-not", spell):
        return [1, 2] if found[0] > 2 else [3, 2]
    more = bool(said & listed("word-very", spell)) and found[0] == 3
    return [found[0] + more]
