"""Numbers that lead to a person, hidden in what people write before it is stored. Pure.

Figures of other scripts and full-width ones count as figures, as they do for `str.isdecimal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_LONG_NUMBER = re.compile(r"\+?\d(?:[\W_]{0,4}\d){8,}")
_LINK = re.compile(r"(?:https?://|www\.|[a-z]{1,12}\.(?:me|com)/)\S+", re.IGNORECASE)
_AT = re.compile(
    r"(?P<before>\s{0,3})(?P<at>[@＠]+|[\[({<]\s{0,2}(?:at|[@＠])\s{0,2}[\])}>])(?P<after>\s{0,3})",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?!rp[\s.]{0,2}\d)[^\W\d][\w.]{2}", re.IGNORECASE)
_DOMAIN = re.compile(
    r"[\w-]{1,63}\s{0,2}(?:\.|[\[({<](?:dot|\.)[\])}>])\s{0,2}[^\W\d]", re.IGNORECASE
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_WORD = re.compile(r"\S*")
_GAP = r"[\s.\-\u2010-\u2015()_]{0,4}"
_NIK = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15,17}}(?!\d)")
_COUNTRY = rf"(?:[+\uff0b]{_GAP})?[6６]{_GAP}[2２]"
_APART = r"(?:(?<![^\W_])(?<![+\uff0b])|(?<=wa)|(?<=hp))"
_PHONE = re.compile(
    rf"{_APART}\(?(?:{_COUNTRY}|[0０]){_GAP}[8８](?:{_GAP}\d){{7,11}}(?!\d)", re.IGNORECASE
)
_YEAR, _MONTH, _DATE = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DAY = re.compile(
    rf"(?<!\d)(?:{_YEAR}[-./]{_MONTH}[-./]{_DATE}|{_DATE}[-./]{_MONTH}[-./]{_YEAR})(?!\d)"
)
_AMOUNTS = re.compile(r"\d{1,3}(?:\.\d{3}){0,5}(?:\s{1,4}\d{1,3}(?:\.\d{3}){1,5}){1,6}")


def masked(text: str) -> str:
    """The text with long numbers (phone, NIK, NIP), mail addresses, handles and links hidden
    before it is stored, and without characters that are not seen. Takes time in proportion to the
    text, whatever it says."""
    text = _LINK.sub(_dots, _LONG_NUMBER.sub(_dots, _UNSEEN.sub("", text)))
    return "".join(_without_addresses(text))


def masked_at_work(text: str) -> str:
    """The text with what is like a NIK or NIP (16 to 18 figures) or a phone number hidden.

    Less than `masked` hides: who works writes the numbers of letters and files, dates and links.
    """
    text = _UNSEEN.sub("", text)
    return _PHONE.sub(_unless_meant, _NIK.sub(_unless_meant, text))


def _without_addresses(text: str) -> Iterator[str]:
    """The text in pieces, with the words about an @ hidden where they lead to somebody."""
    done = 0
    while at := _AT.search(text, done):
        begin, end = _address(at, done)
        yield text[done:begin]
        yield "•" * (end - begin)
        done = end
    yield text[done:]


def _address(at: re.Match[str], done: int) -> tuple[int, int]:
    """From where to where an address stands about this @; of no length where it is a price or a
    place. What lies before `done` has been gone over."""
    text, end = at.string, at.end()
    is_mail = at["at"][0] in "[({<" or _DOMAIN.match(text, end)
    if not is_mail and (at["after"] or not _HANDLE.match(text, end)):
        return end, end
    begin = at.start("at")
    if is_mail or not at["before"]:
        begin = at.start() - _letters(text[done : at.start()][::-1], 0)
    return begin, end + _letters(text, end)


def _letters(text: str, start: int) -> int:
    """How many letters there are from here to the next blank."""
    found = _WORD.match(text, start)
    return len(found[0]) if found else 0


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


def _unless_meant(found: re.Match[str]) -> str:
    """Two dates beside each other, or a list of amounts, have as many figures as a NIK."""
    amounts = _AMOUNTS.match(found.string, found.start())
    is_meant = _DAY.search(found.group()) or (amounts and amounts.end() >= found.end())
    return found.group() if is_meant else _dots(found)
