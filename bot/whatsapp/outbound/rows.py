"""The rows of a list: a title, and below it what the title has no room for.

An open list covers the words above it. So a row that is a number says what stands beside that
number in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.channel import Label
from bot.outbound.labels import fitted, tidied
from bot.whatsapp.outbound.cutting import cut
from bot.whatsapp.outbound.markup import unmarked
from bot.whatsapp.traits import ROW

DESCRIPTION = 72
_NUMBERED = re.compile(r"^(\d+)\. .+$", re.MULTILINE)
_NUMBER = re.compile(r"(\d+)(?:\. .*)?")


def rows(labels: Sequence[Label], text: str) -> list[dict[str, str]]:
    """The rows of these choices under this text (in our small markup)."""
    beside = {line[1]: line[0] for line in _NUMBERED.finditer(unmarked(text))}
    titles = fitted([label.words for label in labels], ROW)
    return [_row(label, title, beside) for label, title in zip(labels, titles, strict=True)]


def _row(label: Label, title: str, beside: dict[str, str]) -> dict[str, str]:
    row = {"id": label.tap, "title": title}
    whole = tidied(label.words)
    number = _NUMBER.fullmatch(whole)
    if number and number[1] in beside:
        row["description"] = cut(tidied(beside[number[1]]), DESCRIPTION)
    elif title != whole:
        row["description"] = cut(whole, DESCRIPTION)
    return row
