"""Labels that fit: shortened so that they stay distinct, never cut into the same words."""

from __future__ import annotations

from collections.abc import Sequence

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
    for shortened in (_beginning, _ends):
        found = [shortened(label, longest) for label in whole]
        if len(set(found)) == len(found):
            return found
    numbers = [f"{number}. " for number in range(1, len(whole) + 1)]
    return [
        f"{number}{_beginning(label, longest - len(number))}"
        for number, label in zip(numbers, whole, strict=True)
    ]


def are_clear(labels: Sequence[str], longest: int) -> bool:
    """Whether they say within `longest` characters what they mean: all fit, or lose an end of
    their last word, and neither a figure nor what tells them apart. A way back needs no more
    than its beginning."""
    whole = [tidied(label) for label in labels]
    shortened = [_beginning(label, longest) for label in whole]
    lost = [
        label.removeprefix(short.removesuffix("…"))
        for label, short in zip(whole, shortened, strict=True)
        if short != label and not label.startswith(BACK)
    ]
    means_more = any(sign.isspace() or sign.isdigit() for end in lost for sign in end)
    return len(set(shortened)) == len(shortened) and not means_more


def _beginning(label: str, longest: int) -> str:
    return label if len(label) <= longest else f"{label[: longest - 1].rstrip()}…"


def _ends(label: str, longest: int) -> str:
    if len(label) <= longest:
        return label
    after = (longest - 1) // 2
    return f"{label[: longest - 1 - after].rstrip()}…{label[-after:].lstrip()}"
