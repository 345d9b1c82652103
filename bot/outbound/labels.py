"""Labels that fit: shortened by whole words, so that they stay distinct."""

from __future__ import annotations

from collections.abc import Sequence

from models.wording import ends_within, within

BACK = "‹"
NAMELESS = "–"
"""What stands for a label of blanks: no channel shows an empty one."""


def tidied(label: str) -> str:
    """The label on one line, without blanks around it; never empty."""
    return " ".join(label.split()) or NAMELESS


def fitted(labels: Sequence[str], longest: int) -> list[str]:
    """The labels within `longest` characters, tidied, in order, no two of them alike.

    One that is too long keeps its beginning; where that makes two alike, all keep their beginning
    and their end; where some are alike even so, all are numbered.
    """
    whole = [tidied(label) for label in labels]
    for shortened in (within, ends_within):
        found = [shortened(label, longest) for label in whole]
        if len(set(found)) == len(found):
            return found
    numbers = [f"{number}. " for number in range(1, len(whole) + 1)]
    return [
        f"{number}{within(label, longest - len(number))}"
        for number, label in zip(numbers, whole, strict=True)
    ]


def are_clear(labels: Sequence[str], longest: int) -> bool:
    """Whether they say within `longest` characters what they mean: all fit. A way back needs no
    more than its beginning."""
    whole = [tidied(label) for label in labels]
    fit = all(len(label) <= longest or label.startswith(BACK) for label in whole)
    return fit and len({within(label, longest) for label in whole}) == len(whole)
