"""Whether what a word says is denied in its clause. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from models.comments.tokens import Token

WANTS = frozenset(("mau", "gelem", "daek", "niat", "mao"))
"""What may be wanted for good or for ill: `tidak mau melayani`, `tidak mau uang`."""


def is_lacking(clause: Sequence[Token], place: int) -> bool:
    """Whether something good is said not to be there, or barely: `tidak ramah`, `kurang jelas`."""
    barely = any(one.is_a("barely") for one in clause[max(0, place - 2) : place])
    return barely or is_denied(clause, place, back=2, own=True)


def is_denied(clause: Sequence[Token], place: int, *, back: int = 3, own: bool = False) -> bool:
    """Whether it is said not to be so: `tidak pernah marah`, but not `tidak hanya marah`."""
    if place and clause[place - 1].word == clause[place].word:
        place -= 1
    for at in range(place - 1, max(-1, place - 1 - back), -1):
        one = clause[at]
        if one.is_a("negators"):
            after, before = clause[at + 1], clause[max(0, at - 2) : at]
            return not (after.is_a("only", "borne") or any(t.is_a("if_words") for t in before))
        if one.is_a("virtues", "goods") and one.word not in WANTS and not own:
            return False
    return False
