"""Reads the first sheet of a workbook in a process of its own, with little memory and time.

A workbook of a few bytes can claim a cell in the last row and column, and a reader then makes room
for all between: what is killed for that must not be Tilik. A text can stand in it once and be shown
by a million cells, so what goes back is bounded too, cell by cell and in all. Run as a program: the
workbook comes on stdin, its rows go to stdout, each a line of JSON `[number, [cell, ...]]`; what it
returns is said below.

A formula of an XLSX that failed (`#N/A`) is told as what it shows: its reader takes it for a blank,
and a blank means something.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

MEMORY, SECONDS = 1_000_000_000, 30
LONGEST_CELL = 5_000
"""Letters of a cell that are read: more than any column takes, and so more is never needed."""
MOST_BACK, PER_CELL = 60_000_000, 15
"""Characters of all rows together as JSON, and so many more for each cell, of a file whose rows are
counted: 50,000 rows of thirty cells have room."""
MOST_XML = 300_000_000
WHOLE = 2**53
"""From here on a spreadsheet's numbers lose their last digits."""
BROKEN, HEAVY = 3, 4
FAILED = re.compile(
    rb'<(?:\w+:)?c\s(?=[^<>]{0,300}\bt="e")[^<>]{0,300}?\br="([A-Z]{1,3})(\d{1,7})"[^<>]{0,300}>'
    rb"((?:[^<]|<(?!(?:\w+:)?c[\s>]))*?)</(?:\w+:)?c>"
)
"""A cell of an XLSX whose formula failed: its column, its row, and what holds its value."""


class UnreadWorkbook(Exception):
    """It could not be read: it is no workbook, or takes more room than any table of an office."""

    def __init__(self, why: Literal["broken", "heavy"]) -> None:
        super().__init__(why)
        self.why = why


def sheet(content: bytes, *, most: int | None) -> list[tuple[int, list[str]]]:
    """The rows that have anything in them by their number, from 1; one more than `most` at the
    most. Raises `UnreadWorkbook`."""
    command = [sys.executable, "-P", __file__, str(most or 0)]
    ran = subprocess.run(command, input=content, capture_output=True, check=False)  # noqa: S603
    if ran.returncode:
        raise UnreadWorkbook("broken" if ran.returncode == BROKEN else "heavy")
    return [(number, cells) for number, cells in map(json.loads, ran.stdout.splitlines())]


def main() -> None:
    """Read, and tell what was read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from python_calamine import CalamineError, CalamineWorkbook

    content = sys.stdin.buffer.read()
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        table = book.get_sheet_by_index(0).iter_rows()
    except CalamineError:
        sys.exit(BROKEN)
    most, back = int(sys.argv[1]), 0
    for found, (number, cells) in enumerate(_filled(table, dict(_failed(content))), start=1):
        line = json.dumps([number, cells], ensure_ascii=False).encode()
        back += len(line) + PER_CELL * len(cells)
        if most and back > MOST_BACK:
            sys.exit(HEAVY)
        sys.stdout.buffer.write(line + b"\n")
        if 0 < most < found:
            break


def _filled(
    table: Iterable[Iterable[object]], failed: Mapping[tuple[int, int], str]
) -> Iterator[tuple[int, list[str]]]:
    """The rows that have anything in them, up to the last cell that has."""
    for number, row in enumerate(table, start=1):
        cells = [failed.get((number, at)) or _written(cell) for at, cell in enumerate(row, 1)]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells


def _failed(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """(row, column), from 1, of every failed formula in the first sheet of an XLSX -> `#N/A`."""
    try:
        with ZipFile(BytesIO(content)) as parts, parts.open(_first_sheet(parts)) as part:
            written = part.read(MOST_XML)
    except (BadZipFile, LookupError, NotImplementedError):
        return
    for column, row, within in FAILED.findall(written):
        value = re.search(rb"<(?:\w+:)?v>(#[^<]{1,20})<", within)
        at = 0
        for letter in column:
            at = at * 26 + letter - ord("A") + 1
        yield (int(row), at), value[1].decode("ascii", "replace") if value else "#N/A"


def _first_sheet(parts: ZipFile) -> str:
    """Where its first sheet is in an XLSX; LookupError where it says nowhere."""
    first = re.search(rb'<(?:\w+:)?sheet\s[^<>]*?\b\w+:id="([^"]+)"', parts.read("xl/workbook.xml"))
    for link in re.findall(rb"<Relationship\s[^<>]*>", parts.read("xl/_rels/workbook.xml.rels")):
        of = {key: value.decode() for key, value in re.findall(rb'\b(\w+)="([^"]*)"', link)}
        if first and of.get(b"Id") == first[1].decode():
            return of[b"Target"].lstrip("/") if of[b"Target"][0] == "/" else f"xl/{of[b'Target']}"
    raise LookupError


def _written(cell: object) -> str:
    """A cell as a person sees it: a workbook keeps the answer 3 as 3.0, and 0.3 in 17 digits.

    Three decimals become four, so that no reader takes 1.125 for a thousand; a number too long to
    be kept whole stays in powers of ten, so that nobody takes what is left of it for all of it.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)[:LONGEST_CELL]
    if abs(cell) < WHOLE and cell == int(cell):
        return str(int(cell))
    written = f"{cell:.15g}" if abs(cell) < WHOLE else repr(float(cell))
    return f"{written}0" if re.fullmatch(r"-?[0-9]+\.[0-9]{3}", written) else written


if __name__ == "__main__":
    main()
