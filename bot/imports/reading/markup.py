"""Tables in markup that are called workbooks: HTML saved as .xls, and the XML of Excel 2003."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.parsers.expat import ExpatError, ParserCreate

from bot.imports.reading.raw import Merge, Numbered, RawSheet, with_merges

LARGEST_SPAN = 500
"""Columns or rows that a cell can span: more is no table of an office."""
_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([\w-]{1,30})", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s{0,5}:\s{0,5}none", re.IGNORECASE)
_WORKSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
Attributes = Mapping[str, str | None]


def is_html(content: bytes) -> bool:
    """Whether it is a page with a table."""
    head = content[:4000].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"").lower()
    return head.startswith(b"<") and (b"<table" in content.replace(b"\0", b"").lower())


def is_xml(content: bytes) -> bool:
    """Whether it is a workbook written as XML."""
    head = content[:8000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<?xml") and _WORKSHEET in head


class _Grid:
    """Rows in the making, and what is merged in them."""

    def __init__(self, name: str, *, hidden: bool = False) -> None:
        self.name, self.hidden = name, hidden
        self.rows: list[Numbered] = []
        self.merges: list[Merge] = []
        self.unseen: set[int] = set()
        self._taken: dict[int, set[int]] = {}

    def begins_row(self, *, number: int = 0, hidden: bool = False) -> None:
        """The next row, or the one with this number."""
        number = number or (self.rows[-1][0] if self.rows else 0) + 1
        self.rows.append((number, []))
        if hidden:
            self.unseen.add(number)

    def adds(self, text: str, *, across: int, down: int, place: int | None = None) -> None:
        """The next cell of the row, which spans so many columns and rows."""
        if not self.rows:
            self.begins_row()
        number, cells = self.rows[-1]
        taken = self._taken.pop(number, set()) if place is None else set()
        while len(cells) in taken:
            cells.append("")
        cells += [""] * ((place or 0) - len(cells))
        first, across, down = len(cells), min(across, LARGEST_SPAN), min(down, LARGEST_SPAN)
        cells += [text, *([""] * (across - 1))]
        if taken := {one for one in taken if one >= first}:
            self._taken[number] = taken
        if across > 1 or down > 1:
            self.merges.append((number, first, number + down - 1, first + across - 1))
            for below in range(number + 1, number + down):
                self._taken.setdefault(below, set()).update(range(first, first + across))

    def sheet(self) -> RawSheet:
        """What it has become."""
        rows = ((number, self._padded(cells)) for number, cells in self.rows)
        whole = with_merges(rows, self.merges)
        return RawSheet(self.name, self.hidden, whole, frozenset(self.unseen))

    def _padded(self, cells: list[str]) -> list[str]:
        width = max((len(row) for _, row in self.rows), default=0) if self.merges else 0
        return [*cells, *([""] * (min(width, LARGEST_SPAN) - len(cells)))]


class _Page(HTMLParser):
    """Takes the tables out of a page, those within a cell as text of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[_Grid] = []
        self._depth = 0
        self._cell: tuple[int, int] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.grids.append(_Grid(""))
        elif self._depth == 1 and tag == "tr":
            self._ends_cell()
            self.grids[-1].begins_row(hidden=bool(_UNSEEN.search(of.get("style") or "")))
        elif self._depth == 1 and tag in {"td", "th"}:
            self._ends_cell()
            self._cell = _span(of.get("colspan")), _span(of.get("rowspan"))
        elif tag in {"br", "p", "div"} or self._depth > 1:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in {"td", "th", "tr", "table"}:
            self._ends_cell()
        if tag == "table" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._text.append(data)

    def _ends_cell(self) -> None:
        if self._cell is not None:
            across, down = self._cell
            self.grids[-1].adds("".join(self._text).strip(), across=across, down=down)
        self._cell = None
        self._text.clear()


def _span(written: str | None) -> int:
    return max(1, int(written)) if written and re.fullmatch("[0-9]{1,5}", written) else 1


def html_sheets(content: bytes) -> Iterator[RawSheet]:
    """The tables of a page, the largest first: what stands around it is laid out by tables too."""
    named = _CHARSET.search(content[:4000])
    page = _Page()
    page.feed(_decoded(content, named[1].decode("ascii", "replace") if named else ""))
    page.close()
    for number, grid in enumerate(page.grids, start=1):
        grid.name = f"#{number}"
    for grid in sorted(page.grids, key=lambda one: -len(one.rows)):
        yield grid.sheet()


def _decoded(content: bytes, charset: str) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", charset, "windows-1252"]:
        try:
            return content.decode(encoding or "utf-8-sig")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


class _Book:
    """Takes the sheets out of a workbook written as XML."""

    def __init__(self) -> None:
        self.grids: list[_Grid] = []
        self._percents: set[str] = set()
        self._style = ""
        self._cell: Attributes = {}
        self._text: list[str] = []
        self._within = False

    def begins(self, name: str, of: Mapping[str, str]) -> None:
        """An element begins."""
        of = {key.rpartition(":")[2]: value for key, value in of.items()}
        match name.rpartition(":")[2]:
            case "Style":
                self._style = of.get("ID", "")
            case "NumberFormat" if "%" in of.get("Format", "") or of.get("Format") == "Percent":
                self._percents.add(self._style)
            case "Worksheet":
                self.grids.append(_Grid(of.get("Name", "")))
            case "Row" if self.grids:
                number = int(of.get("Index", "0"))
                self.grids[-1].begins_row(number=number, hidden=of.get("Hidden") == "1")
            case "Cell":
                self._cell = of
                self._text.clear()
            case "Visible":
                self._within = True
                self._text.clear()
            case "Data":
                self._within = True
                self._cell = {**self._cell, "Type": of.get("Type", "")}

    def says(self, text: str) -> None:
        """What a cell says."""
        if self._within:
            self._text.append(text)

    def ends(self, name: str) -> None:
        """An element ends."""
        match name.rpartition(":")[2]:
            case "Data":
                self._within = False
            case "Cell" if self.grids:
                of, text = self._cell, "".join(self._text)
                spans = {side: 1 + int(of.get(f"Merge{side}") or 0) for side in ("Across", "Down")}
                place = int(of["Index"] or 1) - 1 if "Index" in of else None
                self.grids[-1].adds(
                    self._seen(text), across=spans["Across"], down=spans["Down"], place=place
                )
            case "Visible" if self.grids and "".join(self._text).startswith("SheetHidden"):
                self.grids[-1].hidden = True

    def _seen(self, text: str) -> str:
        of = self._cell
        if of.get("Type") == "DateTime":
            return text[:10]
        if of.get("Type") == "Number" and of.get("StyleID") in self._percents:
            return f"{float(text) * 100:.12g}%"
        return text


def xml_sheets(content: bytes) -> Iterator[RawSheet]:
    """The sheets of a workbook written as XML; raises ValueError where it is none."""
    book, parser = _Book(), ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = book.begins
    parser.EndElementHandler = book.ends
    parser.CharacterDataHandler = book.says
    try:
        parser.Parse(content.lstrip(), True)
    except ExpatError as wrong:
        raise ValueError(str(wrong)) from None
    for grid in book.grids:
        yield grid.sheet()


def _refuse(*_: object) -> None:
    raise ValueError
