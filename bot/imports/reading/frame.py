"""Where the table is within a sheet: its titles, its rows, and what stands around them.

Offices put a title, an address and a row of numbers above their rows, the names of units between
them, and sums and signatures below. What is left out is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.imports.reading.columns import Columns, has_failed, short
from bot.imports.reading.tables import Row, SheetTable
from bot.imports.reading.titles import Meaning, plain
from models.dates import MONTHS
from models.letters import Fact, Text

TITLE_ROWS = 30
"""A header stands within so many rows: offices put a title and an address above it."""
HIGHEST = 3
"""Rows that a header can have."""
_NUMBERED = re.compile(
    r"\(?(?:[0-9]{1,2}|[a-z])[).]?(?: ?= ?[0-9a-z +x*/():-]{1,30})?", re.IGNORECASE
)
_LISTED = re.compile(r"(?:[IVXivx]{1,5}|[A-Za-z]|[0-9]{1,2})[.)]\s+")
_DIGITS = re.compile(r"[0-9]")
_SIGNED = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|dibuat oleh|diperiksa|diverifikasi|ditetapkan di"
    r"|pada tanggal|tertanda|ttd\b|a\.n\b|an\.|u\.b\b|catatan|sumber|dicetak|nb\b|\*"
    r"|keterangan ?:|ket\.? ?:"
    r"|nip[. :]{0,4}[0-9]|approved|signed|note ?:|source ?:)",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:sub ?)?(?:jumlah|total|rata-rata)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:sub ?)?(?:bidang|bagian|seksi|dinas|badan|sekretariat|upt|uptd|unit|kantor|kecamatan"
    r"|cabang|kelurahan|desa|puskesmas|rsud|sekolah|inspektorat|balai|loket|tim)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"([^:]{2,40}?) ?: ?(.{1,200})")
_NIP = re.compile(r"(?:nip[. :]*)?((?:[0-9][ .\-]?){17}[0-9])", re.IGNORECASE)
LAST_ROW = 4
"""How far a title is from what its last row alone means."""
NOT_A_NUMBER = 8
"""So many digits in a cell of numbers of people are meant to be one."""
Cells = dict[str, str]
SUMS, TITLES, GROUPS, BANDS = (
    *("sheet-read-sums", "sheet-read-titles", "sheet-read-groups", "sheet-read-bands"),
)
"""What is said of rows between those of the table: sums, titles once more, headings, units."""


class Naming(Protocol):
    """What the titles of a table may mean, and which of that is needed."""

    @property
    def needed(self) -> Sequence[str]: ...
    def meaning(self, cell: str) -> Meaning: ...


@dataclass(frozen=True)
class Header:
    """The titles of a table, by place, the rows where they stand, and what they mean."""

    table: SheetTable
    first: int
    last: int
    titles: Sequence[str]
    meanings: Sequence[Meaning]

    @property
    def columns(self) -> set[str]:
        """The columns that it names."""
        found = {one.column for one in self.meanings if one.column}
        return found.union(*(one.near for one in self.meanings if is_double(one)))


@dataclass
class Frame:
    """The rows of a table by number, their cells by column; `written` is the title of each column
    that is read, `ignored` and `unknown` are those that are not, `asked` may be columns."""

    rows: list[tuple[int, Cells]] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    has_bands: bool = False


def is_double(meaning: Meaning) -> bool:
    """Whether a column holds the name and the number of a person in one cell."""
    return set(meaning.near) == {"name", "nip"}


def header_of(tables: Iterable[SheetTable], columns: Naming) -> Header | None:
    """The rows that name the most of these columns, those that are needed before others."""
    found = [one for table in tables if table.rows for one in _headers(table, columns)]
    return max(found, key=lambda one: _worth(one, columns), default=None)


def frame_of(tables: Sequence[SheetTable], columns: Columns) -> Frame:
    """The table within the sheets of a file."""
    header = header_of(tables, columns)
    if header is None:
        return Frame()
    frame = Frame()
    places = _placed(header, frame, columns)
    frame.notes += _of_sheets(tables, header, columns)
    _above(header, columns, frame)
    _below(header, places, columns, frame)
    return frame


def numbers(rows: Sequence[int]) -> str:
    """Numbers of rows, those that follow each other as from and to."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in runs[:12]]
    return ", ".join([*said, "…"] if len(runs) > 12 else said)


def _headers(table: SheetTable, columns: Naming) -> Iterator[Header]:
    for first in range(min(TITLE_ROWS, len(table.rows))):
        for last in range(first, min(first + HIGHEST, len(table.rows))):
            if last > first and any(_is_no_title(cell) for cell in table.rows[last].cells):
                break
            if last > first and _is_lone(table.rows[first]):
                continue
            titles = _joined(table.rows[first : last + 1])
            meanings = [_meaning(title, columns) for title in titles]
            yield Header(table, first, last, [one[0] for one in titles], meanings)


def _is_lone(row: Row) -> bool:
    """Whether it is a title of the whole sheet."""
    return bool(row.cells[0]) and len(set(filter(None, row.cells))) == 1


def _is_no_title(cell: str) -> bool:
    return len(_DIGITS.findall(cell)) > 2


def _worth(header: Header, columns: Naming) -> tuple[float, ...]:
    """How much a header names; of equals the one with more rows of titles, then the first."""
    found = header.columns
    if not found:
        return (0,)
    needed = len(found.intersection(columns.needed))
    lower = header.table.rows[header.first + 1 : header.last + 1]
    idle = any(not _titles_of(row, columns) for row in lower)
    unsure = sum(one.far >= LAST_ROW for one in header.meanings)
    slips = sum(one.far for one in header.meanings if one.column)
    return (needed + len(found), needed, -idle, -unsure, header.last - header.first, -slips)


def _titles_of(row: Row, columns: Naming) -> bool:
    """Whether all that stands in the row are titles."""
    meanings = [columns.meaning(cell) for cell in row.cells if cell]
    return all(one.column or one.is_not_kept or is_double(one) for one in meanings)


def _joined(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The titles of each place over several rows: all of it, and what stands last in it.

    A title that spans several columns stands in the first of them alone where it is not merged.
    """
    width = max(len(row.cells) for row in rows)
    kept: list[list[str]] = [[] for _ in range(width)]
    for at, row in enumerate(rows):
        over = ""
        for place in range(width):
            cell = " ".join(row.cells[place].split()) if place < len(row.cells) else ""
            under = rows[at + 1].cells if at + 1 < len(rows) else ()
            has_under = place < len(under) and bool(under[place])
            over = cell if cell and has_under else over if has_under and not cell else ""
            said = cell or over
            if said and said not in kept[place]:
                kept[place].append(said)
    return [(" ".join(parts), parts[-1] if parts else "") for parts in kept]


def _meaning(title: tuple[str, str], columns: Naming) -> Meaning:
    """What a title over several rows means: all of it, else its last row."""
    whole, last = title
    found = columns.meaning(whole)
    if found.column or found.is_not_kept or whole == last or is_double(found):
        return found
    lower = columns.meaning(last)
    if lower == Meaning():
        return found
    return Meaning(lower.column, LAST_ROW, lower.near, lower.is_not_kept)


def _placed(header: Header, frame: Frame, columns: Columns) -> dict[int, tuple[str, ...]]:
    """The places that are read, and the columns that each is: the surest title of each column.

    Two that are as sure are one too many; the others are named as what is not read.
    """
    best: dict[str, int] = {}
    for meaning in header.meanings:
        for name in _names(meaning):
            best[name] = min(best.get(name, 9), meaning.far)
    places: dict[int, tuple[str, ...]] = {}
    for place, meaning in enumerate(header.meanings):
        title = header.titles[place]
        names = tuple(n for n in _names(meaning) if best[n] == meaning.far)
        for name in names:
            if name in frame.written and (name not in frame.twice):
                frame.twice.append(name)
            frame.written.setdefault(name, title)
        if names:
            places[place] = names
        elif meaning.is_not_kept:
            frame.ignored.append(title)
        elif title:
            frame.unknown.append(title)
    for title, meaning in zip(header.titles, header.meanings, strict=True):
        near = tuple(one for one in meaning.near if one not in {*best, *columns.beside})
        if near and not is_double(meaning):
            frame.asked.append((title, near))
    return places


def _names(meaning: Meaning) -> tuple[str, ...]:
    return (meaning.column,) if meaning.column else meaning.near if is_double(meaning) else ()


def _of_sheets(tables: Sequence[SheetTable], header: Header, columns: Columns) -> Iterator[Text]:
    """What is said of the sheets, of what is hidden, and of where the titles stand."""
    table = header.table
    hidden = [one.name for one in tables if one.is_hidden]
    others = [one.name for one in tables if one is not table and one.rows]
    if hidden or others:
        yield Text("sheet-read-sheet", {"sheet": table.name})
    if hidden:
        yield Text("sheet-read-hidden-sheets", {"sheets": ", ".join(map(short, hidden))})
    if others:
        yield Text("sheet-read-other-sheets", {"sheets": ", ".join(map(short, others))})
    if table.hidden:
        facts: dict[str, Fact] = {"rows": numbers(table.hidden)}
        facts["count"] = len(table.hidden)
        yield Text("sheet-read-hidden-rows", facts)
    unseen = [header.titles[p] for p in table.hidden_columns if p < len(header.titles)]
    if any(unseen):
        yield Text("sheet-read-hidden-columns", {"columns": ", ".join(filter(None, unseen))})
    rows = table.rows[header.first : header.last + 1]
    if header.last > header.first or rows[0].number > 1:
        yield Text("sheet-read-header", {"rows": numbers([row.number for row in rows])})


def _above(header: Header, columns: Columns, frame: Frame) -> None:
    """Lines above the titles that say something of the whole table: `Unit Kerja : Dinas X`."""
    for row in header.table.rows[: header.first]:
        words = " ".join(dict.fromkeys(" ".join(cell.split()) for cell in row.cells if cell))
        found = _SAID.fullmatch(words)
        name = columns.meaning(found[1]).column if found else None
        if found and name and name in columns.above and name not in frame.written:
            frame.said[name] = found[2]
            facts = {"column": columns.title(name), "value": short(found[2])}
            said = Text("sheet-read-above", {**facts, "row": row.number})
            frame.notes.append(said)


@dataclass
class _Body:
    """The rows below the titles, as they are told apart."""

    columns: Columns
    places: Mapping[int, tuple[str, ...]]
    key: str | None = None
    filled: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.filled = [name for name, one in self.columns.columns.items() if one.filled]
        self.key = "nip" if "nip" in self.columns.columns else None

    def cells(self, row: Row) -> Cells:
        """The cells of the row by column."""
        found: Cells = {}
        for place, names in self.places.items():
            reads = in_lines if self.columns.columns[names[0]].lines else seen
            cell = reads(row.cells[place]) if place < len(row.cells) else ""
            found.update(_parted(cell) if len(names) > 1 else {names[0]: cell})
        return found

    def is_of_somebody(self, row: Row) -> bool:
        """Whether the row is one of the table, right or wrong."""
        cells = self.cells(row)
        if len(self.filled) > 1 and len({cell for cell in cells.values() if cell}) < 2:
            return False
        must = [n for n in self.filled if n != "unit" or len(self.filled) == 1]
        number = cells.get(self.key or "", "")
        many = len(_DIGITS.findall(number)) >= NOT_A_NUMBER and not number[:1].isalpha()
        if all(cells.get(name) for name in must):
            is_count = number.isdigit() and not many and is_sum(row.cells)
            return not (is_count or (len(must) == 1 and self.is_signed(row)))
        return many and len({cell for cell in cells.values() if cell}) > 1

    def is_signed(self, row: Row) -> bool:
        """Whether it belongs to what stands below a table: place and day, who signs, a note."""
        texts = (" ".join(cell.split()) for cell in row.cells if cell)
        return any(_is_place_and_day(text) or _SIGNED.match(text) for text in texts)

    def band(self, row: Row) -> str | None:
        """The one text of a row that stands over those below it, without what numbers it."""
        at = [place for place, cell in enumerate(row.cells) if cell]
        if len(at) > 1 and at[0] not in self.places and _NUMBERED.fullmatch(row.cells[at[0]]):
            at = at[1:]
        texts = {seen(row.cells[place]) for place in at}
        if len(texts) != 1 or self.is_of_somebody(row) or len(self.filled) < 2:
            return None
        text = texts.pop()
        listed = _LISTED.match(text)
        bare = text[listed.end() :] if listed else text
        names = self.places.get(at[0], ())
        leads = len(at) > 1 or names == ("unit",) or bare != text or bool(_UNIT.match(text))
        if len(_DIGITS.findall(text)) > 4 or not (leads or (at[0] == 0 and not names)):
            return None
        return bare


def _is_place_and_day(text: str) -> bool:
    """Whether it is where and when something is signed: Bandung, 30 November 2026, or dots to be
    filled in by hand."""
    where, _, day = text[:120].translate(_DOTS).partition(",")
    words = day.casefold().split()
    if not 2 <= len(where.strip()) <= 60 or not 1 <= len(words) <= 4:
        return False
    months = " ".join(MONTHS).split()
    rest = [word for word in words[:-1] if word != "tanggal" and word not in months]
    return bool(re.fullmatch("20[0-9]{0,2}", words[-1])) and all(w.isdigit() for w in rest)


_DOTS = str.maketrans({"…": " ", ".": " ", "_": " "})


def seen(cell: str) -> str:
    """A cell in one line, without signs that take no room."""
    return " ".join(_UNSEEN.sub("", cell).split())


def in_lines(cell: str) -> str:
    """The same of a cell that may have several lines, without blank ones."""
    return "\n".join(filter(None, map(seen, cell.splitlines())))


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _parted(cell: str) -> Cells:
    """The name and the number of a person out of one cell."""
    if has_failed(cell):
        return {"name": cell, "nip": cell}
    found = _NIP.search(cell)
    if found is None:
        return {"name": cell, "nip": ""}
    name = (cell[: found.start()] + " " + cell[found.end() :]).strip(" /,;()-–:")
    return {"name": " ".join(name.split()), "nip": found[1]}


def _below(
    header: Header, places: Mapping[int, tuple[str, ...]], columns: Columns, frame: Frame
) -> None:
    """Read the rows below the titles, and say which are none of the table."""
    body = _Body(columns, places)
    rows: Sequence[Row] = header.table.rows[header.last + 1 :]
    if rows and is_numbers(rows[0], len([t for t in header.titles if t])):
        frame.notes.append(Text("sheet-read-numbers", {"row": rows[0].number}))
        rows = rows[1:]
    rows = _until_the_end(rows, body, frame)
    last = max((at for at, row in enumerate(rows) if body.is_of_somebody(row)), default=-1)
    aside: dict[str, list[int]] = {text: [] for text in (SUMS, TITLES, GROUPS, BANDS)}
    unit = ""
    for at, row in enumerate(rows):
        cells = body.cells(row)
        if _is_repeated(row, header):
            aside[TITLES].append(row.number)
        elif not body.is_of_somebody(row) and is_sum(row.cells):
            aside[SUMS].append(row.number)
        elif at < last and (over := body.band(row)) is not None:
            unit = over
            aside[GROUPS if "unit" not in columns.columns else BANDS].append(row.number)
        elif any(cells.values()):
            if unit and not cells.get("unit") and "unit" in columns.columns:
                cells["unit"], frame.has_bands = unit, True
            frame.rows.append((row.number, {**frame.said, **cells}))
    if not frame.has_bands:
        aside[GROUPS] += aside.pop(BANDS)
    said = (Text(text, {"rows": numbers(found)}) for text, found in aside.items() if found)
    frame.notes += said


def is_numbers(row: Row, titles: int) -> bool:
    """Whether the row numbers the columns: (1) (2) (3)."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) < min(3, titles) or not all(_NUMBERED.fullmatch(cell) for cell in cells):
        return False
    marks = [re.sub(r"[^0-9a-z]", "", cell.casefold().split("=")[0]) for cell in cells]
    counted = [int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1 for mark in marks]
    return counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 2


def _until_the_end(rows: Sequence[Row], body: _Body, frame: Frame) -> Sequence[Row]:
    """The rows up to the last of the table, where what follows is a signature, a note, or apart."""
    last = max((at for at, row in enumerate(rows) if body.is_of_somebody(row)), default=-1)
    if last < 0:
        return rows
    if len(body.filled) == 1:
        last = _before_signature(rows, body)
    rest = rows[last + 1 :]
    while rest and is_sum(rest[0].cells) and not body.is_signed(rest[0]):
        rest = rest[1:]
    if rest and (any(map(body.is_signed, rest)) or _is_apart(rest, rows, body)):
        facts = {"rows": numbers([row.number for row in rest])}
        frame.notes.append(Text("sheet-read-end", facts))
        return [row for row in rows if row.number < rest[0].number]
    return rows


def _before_signature(rows: Sequence[Row], body: _Body) -> int:
    """The last row of a table of which each row has but one cell that must be filled."""
    for at, row in enumerate(rows):
        if body.is_signed(row) and all(len(set(filter(None, r.cells))) <= 2 for r in rows[at:]):
            gap = next((n for n in (at, at - 1, at - 2) if n > 0 and _is_after_gap(rows, n)), at)
            return gap - 1
    return len(rows)


def _is_after_gap(rows: Sequence[Row], at: int) -> bool:
    return rows[at].number > rows[at - 1].number + 1


def _is_apart(rest: Sequence[Row], rows: Sequence[Row], body: _Body) -> bool:
    """Whether these are a few words after a blank row, and nobody's number."""
    before = max(row.number for row in rows if row.number < rest[0].number)
    few = all(len(set(filter(None, row.cells))) <= 1 for row in rest)
    told = (body.cells(row).get(body.key or "", "") for row in rest)
    return rest[0].number > before + 1 and few and not any(_DIGITS.search(cell) for cell in told)


def is_sum(cells: Iterable[str], words: re.Pattern[str] = _SUM) -> bool:
    """Whether the first of these cells that is no number begins like the label of a sum."""
    first = next((cell for cell in cells if cell and not cell.isdigit()), "")
    return bool(words.match(first.strip()))


def _is_repeated(row: Row, header: Header) -> bool:
    """Whether the titles stand once more, as at the head of each page."""
    cells = [plain(cell) for cell in row.cells if cell]
    titles = {plain(title) for title in header.titles}
    parts = {plain(c) for r in header.table.rows[header.first : header.last + 1] for c in r.cells}
    return len(cells) > 1 and all(cell in titles or cell in parts for cell in cells)
