"""An office's own survey beside the official one: read from its file, checked, and made into an
instrument. Pure.

A file is written like `skm_2017.toml`: key, version, bands, numberings; and beside them `name` (as
citizens and heads read it; without one it has Tilik's own), `parts` (how much an element weighs)
and `words` (an element asked in the office's own words). Nobody is asked for causes in it: those
belong to the daily rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from tomllib import TOMLDecodeError, loads
from types import MappingProxyType
from typing import Any

from models.figures import DAILIES
from models.instruments import NO_CAUSES, NO_WORDS, Instrument, Wording, bands_of, instrument
from models.letters import Text
from models.ratings import CAUSES
from models.refused import Refused

TAKEN = (instrument().key, *DAILIES, CAUSES)
"""What tallies count by these keys is of the official survey and of the daily ratings."""
LETTERS = ("a", "b", "c", "d")
FEWEST, MOST = 3, 20
_KEY = re.compile(r"[a-z][a-z0-9-]{2,19}")
_ELEMENT = re.compile(r"[a-z][a-z0-9-]{1,29}")
_LONGEST = {"name": 80, "short": 20, "question": 300}
_ANSWER, _NAME = 20, 18
_TABLES = {"key", "name", "version", "bands", "numberings", "parts", "words"}


def read(content: str) -> dict[str, Any]:
    """A file's survey as the value that is stored (JSON). Raises Refused with what is wrong."""
    try:
        sheet = loads(content, parse_float=Decimal)
    except TOMLDecodeError as wrong:
        raise Refused(Text("survey-file-unreadable", {"why": str(wrong)})) from None
    for problem in _problems(sheet):
        raise Refused(problem)
    bands = [{**row, "floor": str(row["floor"])} for row in sheet["bands"]]
    return {**sheet, "bands": bands}


def made(value: Mapping[str, Any], numbering: str | None = None) -> Instrument:
    """The instrument behind a stored value, in that numbering or else in its first."""
    orders = value["numberings"]
    words = {key: Wording(**_wording(row)) for key, row in value.get("words", {}).items()}
    return Instrument(
        key=value["key"],
        version=value["version"],
        elements=tuple(orders[numbering if numbering in orders else next(iter(orders))]),
        bands=bands_of(value["bands"]),
        causes=NO_CAUSES,
        parts=MappingProxyType(dict(value.get("parts", {}))),
        words=MappingProxyType(words) if words else NO_WORDS,
        name=value.get("name", ""),
    )


def _wording(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "answers": tuple(row["answers"])}


def _problems(sheet: Mapping[str, Any]) -> Iterator[Text]:
    """What is wrong, the first thing first: each check may rely on those before it."""
    if foreign := sorted(set(sheet) - _TABLES):
        yield Text("survey-file-foreign", {"name": foreign[0]})
    key, version = sheet.get("key"), sheet.get("version")
    if not isinstance(key, str) or not _KEY.fullmatch(key) or key in TAKEN:
        yield Text("survey-file-key", {"taken": ", ".join(TAKEN)})
    if not _is_name(sheet.get("name", key)):
        yield Text("survey-file-name", {"most": _NAME})
    if type(version) is not int or not 1 <= version <= 999:
        yield Text("survey-file-version")
    yield from _of_bands(sheet.get("bands"))
    yield from _of_numberings(sheet.get("numberings"))
    elements = next(iter(sheet["numberings"].values()))
    yield from _of_parts(sheet.get("parts", {}), elements)
    yield from _of_words(sheet.get("words", {}), elements)


def _is_name(name: Any) -> bool:
    """Whether it is one that a button can carry whole."""
    return isinstance(name, str) and 0 < len(name.strip()) <= _NAME and name.isprintable()


def _of_bands(bands: Any) -> Iterator[Text]:
    rows: list[Any] = bands if isinstance(bands, list) else [None]
    if not all(isinstance(row, dict) for row in rows) or not _are_bands(rows):
        yield Text("survey-file-bands")


def _are_bands(bands: list[dict[str, Any]]) -> bool:
    """Whether they are the four by their letters, each with a floor below the one before."""
    rows = [(row.get("key"), row.get("letter"), len(row)) for row in bands]
    floors = [row.get("floor") for row in bands]
    named = rows == [(key, key.upper(), 3) for key in LETTERS]
    return named and all(map(_is_number, floors)) and _fall(floors)


def _is_number(floor: Any) -> bool:
    return type(floor) in (int, Decimal) and Decimal(floor).is_finite()


def _fall(floors: list[Any]) -> bool:
    """Whether they go down from 100 at most to nought."""
    return floors[0] <= 100 and floors[-1] == 0 and sorted(set(floors), reverse=True) == floors


def _of_numberings(orders: Any) -> Iterator[Text]:
    every = list(orders.values()) if isinstance(orders, dict) else []
    known = [sorted(order) for order in every if _is_order(order)]
    if not known or known != known[:1] * len(every):
        yield Text("survey-file-numberings", {"least": FEWEST, "most": MOST})


def _is_order(order: Any) -> bool:
    """Whether these are the keys of elements, each once."""
    if not isinstance(order, list) or not FEWEST <= len(order) <= MOST:
        return False
    named = all(isinstance(key, str) and _ELEMENT.fullmatch(key) for key in order)
    return named and len(set(order)) == len(order)


def _of_parts(parts: Any, elements: list[str]) -> Iterator[Text]:
    whole = isinstance(parts, dict) and set(parts) <= set(elements)
    if not whole or not all(type(n) is int and 1 <= n <= 1000 for n in parts.values()):
        yield Text("survey-file-parts")


def _of_words(words: Any, elements: list[str]) -> Iterator[Text]:
    if not isinstance(words, dict) or not set(words) <= set(elements):
        yield Text("survey-file-words-foreign")
    for key in elements:
        known = key in instrument().elements and key not in words
        if not known and not _is_worded(words.get(key)):
            yield Text("survey-file-words", {"element": key, **_LONGEST, "answer": _ANSWER})


def _is_worded(row: Any) -> bool:
    """Whether a name, a short one, a question and four answers are there, none too long."""
    if not isinstance(row, dict) or set(row) != {*_LONGEST, "answers"}:
        return False
    answers = row["answers"]
    if not isinstance(answers, list) or len(answers) != 4 or len({*map(str, answers)}) < 4:
        return False
    given = [(row[name], longest) for name, longest in _LONGEST.items()]
    given += [(answer, _ANSWER) for answer in answers]
    return all(
        isinstance(words, str) and 0 < len(words.strip()) <= longest and words.isprintable()
        for words, longest in given
    )
