"""What the reader of workbooks does not tell of an XLSX: what is hidden, percents, failed formulas.

A cell that shows 95 % holds 0.95; a formula that failed (`#N/A`) is read as a blank, and a blank
means something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

MOST_XML = 300_000_000
"""Bytes of a part that are read."""
CHUNK = 1_000_000
PERCENTS = frozenset((9, 10))
"""The formats of percents that every XLSX knows without naming them."""
UNSHOWN = re.compile(r'"[^"]*"|\[[^\[\]]*\]|\\.')
"""What of a number's format is words: a % there is none."""
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Attributes = Mapping[str, str]


class _Strange(Exception):
    """No workbook declares types of its own."""


@dataclass
class SheetMarks:
    """Rows by number, columns by place, cells by both."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    failed: dict[tuple[int, int], str] = field(default_factory=dict)


def marks_of(content: bytes) -> Mapping[str, SheetMarks]:
    """The marks of each sheet of an XLSX by its name; of anything else none."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            styles = _percent_styles(parts)
            return {name: _marks(parts, at, styles) for name, at in _sheets(parts)}
    except (BadZipFile, LookupError, NotImplementedError, ExpatError, ValueError, _Strange):
        return {}


def _sheets(parts: ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets' names, and where they are."""
    links, named = dict[str, str](), list[tuple[str, str]]()
    for name, of in _elements(parts, "xl/_rels/workbook.xml.rels"):
        if name == "Relationship":
            links[of["Id"]] = of["Target"]
    for name, of in _elements(parts, "xl/workbook.xml"):
        if name == "sheet":
            number = next(value for key, value in of.items() if key.endswith(":id"))
            named.append((of["name"], links[number]))
    for sheet, target in named:
        at = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        if at in parts.namelist():
            yield sheet, at


def _percent_styles(parts: ZipFile) -> frozenset[int]:
    """The numbers of the cell styles that show percents."""
    formats, styles, within = set(PERCENTS), list[int](), ""
    if "xl/styles.xml" not in parts.namelist():
        return frozenset()
    for name, of in _elements(parts, "xl/styles.xml"):
        if name == "numFmt" and "%" in UNSHOWN.sub("", of.get("formatCode", "")):
            formats.add(int(of["numFmtId"]))
        elif name in {"cellXfs", "cellStyleXfs"}:
            within = name
        elif name == "xf" and within == "cellXfs":
            styles.append(int(of.get("numFmtId", "0")))
    return frozenset(number for number, one in enumerate(styles) if one in formats)


def _elements(parts: ZipFile, at: str) -> list[tuple[str, Attributes]]:
    """Every element of a small part, by its name without its prefix."""
    found: list[tuple[str, Attributes]] = []
    with parts.open(at) as part:
        _parse(part, lambda name, of: found.append((name, of)))
    return found


def _parse(part: IO[bytes], begins: object, ends: object = None, text: object = None) -> None:
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, of: begins(name.rpartition(":")[2], of)  # type: ignore[operator]
    if ends:
        parser.EndElementHandler = lambda name: ends(name.rpartition(":")[2])  # type: ignore[operator]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    left = MOST_XML
    while left > 0 and (chunk := part.read(CHUNK)):
        left -= len(chunk)
        parser.Parse(chunk)


def _refuse(*_: object) -> None:
    raise _Strange


class _Cells:
    """Walks through the cells of a sheet, which may leave out where they are."""

    def __init__(self, styles: frozenset[int]) -> None:
        self.marks = SheetMarks()
        self._styles = styles
        self._row, self._column = 0, -1
        self._failed, self._value = False, list[str]()

    def begins(self, name: str, of: Attributes) -> None:
        """An element begins."""
        if name == "row":
            self._row, self._column = int(of.get("r", self._row + 1)), -1
            if of.get("hidden") in {"1", "true"}:
                self.marks.hidden_rows.add(self._row)
        elif name == "c":
            self._begins_cell(of)
        elif name == "col" and of.get("hidden") in {"1", "true"}:
            last = min(int(of["max"]), int(of["min"]) + 200)
            self.marks.hidden_columns.update(range(int(of["min"]) - 1, last))

    def _begins_cell(self, of: Attributes) -> None:
        place = _PLACE.fullmatch(of.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        kind = of.get("t", "n")
        self._failed = kind == "e"
        self._value.clear()
        if kind == "n" and int(of.get("s", "0")) in self._styles:
            self.marks.percents.add((self._row, self._column))

    def says(self, text: str) -> None:
        """What stands within a cell whose formula failed."""
        if self._failed:
            self._value.append(text)

    def ends(self, name: str) -> None:
        """An element ends."""
        if name == "c" and self._failed:
            shown = re.search(r"#[A-Z0-9/!?]{1,20}$", "".join(self._value)[-40:].strip())
            self.marks.failed[self._row, self._column] = shown[0] if shown else "#N/A"
            self._failed = False


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _marks(parts: ZipFile, at: str, styles: frozenset[int]) -> SheetMarks:
    cells = _Cells(styles)
    with parts.open(at) as part:
        _parse(part, cells.begins, cells.ends, cells.says)
    return cells.marks
