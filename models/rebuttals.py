"""Rebuttals: what those who serve at a counter say of rude or false words about it. Pure.

Nothing of it touches a figure: the rating counts as before, whatever becomes of its words. Who
wrote them is known to nobody, so nobody can be told there: the decision stands beside the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

RebuttalKind: TypeAlias = Literal["rude", "false"]
"""Why: the words are rude, or not true."""
Decision: TypeAlias = Literal["shown", "beside", "kept"]
"""The words stay as they are; they stay with the rebuttal beside them; they are kept back."""
RebuttalState: TypeAlias = Literal["waiting"] | Decision
"""Nobody has decided yet; or what was decided."""
DECISIONS: tuple[Decision, ...] = ("shown", "beside", "kept")


@dataclass(frozen=True)
class Rebuttal:
    """What somebody says of a comment (`about`, of this rating), at which counter of which unit;
    `day` is the one on which they said it."""

    id: int
    rating_id: str
    person_id: int
    kind: RebuttalKind
    words: str
    day: date
    about: str
    counter_id: int
    counter: str
    unit_id: int
    unit: str
    zone: str
