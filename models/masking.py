"""Numbers that lead to a person, hidden in what people write before it is stored. Pure.

Figures of other scripts and full-width ones count as figures, as they do for `str.isdecimal`.
"""

from __future__ import annotations

import re
from typing import Any

_LONG_NUMBER = re.compile(r"\+?\d(?:[^\w\n]{0,3}\d){8,}")
_ADDRESS = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.|t\.me/|wa\.me/)\S+", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_GAP = r"[ \u00a0.\-\u2010-\u2015()]{0,3}"
_NIK = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15,17}}(?!\d)")
_COUNTRY = rf"(?:[+\uff0b]{_GAP})?[6６]{_GAP}[2２]"
_PHONE = re.compile(rf"(?<![\w+])\(?(?:{_COUNTRY}|[0０]){_GAP}[8８](?:{_GAP}\d){{7,11}}(?!\d)")
_YEAR, _MONTH, _DATE = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DAY = re.compile(
    rf"(?<!\d)(?:{_YEAR}[-./]{_MONTH}[-./]{_DATE}|{_DATE}[-./]{_MONTH}[-./]{_YEAR})(?!\d)"
)


def masked(text: str) -> str:
    """The text with long numbers (phone, NIK, NIP), mail addresses and links hidden before it is
    stored, and without characters that only turn the direction of what is read."""
    text = _UNSEEN.sub("", text)
    for pattern in (_LONG_NUMBER, _ADDRESS):
        text = pattern.sub(_dots, text)
    return text


def masked_at_work(text: str) -> str:
    """The text with what is like a NIK or NIP (16 to 18 figures) or a phone number hidden.

    Less than `masked` hides: who works writes the numbers of letters and files, dates and links.
    """
    text = _UNSEEN.sub("", text)
    return _PHONE.sub(_dots, _NIK.sub(_unless_days, text))


def masked_sheet(sheet: Any) -> Any:
    """A value as it stands in JSON, with `masked_at_work` in every string of it."""
    match sheet:
        case str():
            return masked_at_work(sheet)
        case dict():
            return {key: masked_sheet(value) for key, value in sheet.items()}
        case list() | tuple():
            return [masked_sheet(value) for value in sheet]
    return sheet


def _dots(found: re.Match[str]) -> str:
    return "•" * len(found.group())


def _unless_days(found: re.Match[str]) -> str:
    """Two dates beside each other have as many figures as a NIK."""
    return found.group() if _DAY.search(found.group()) else _dots(found)
