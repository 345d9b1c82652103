"""The columns of a kind of file: what a cell of each may hold, and what the column is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from bot.imports.reading.titles import Meaning, Titles
from models.letters import Text

LONGEST_CELL = 200
"""Letters in a cell, where its column does not say otherwise."""
FAILED = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
"""What a cell shows where its formula failed."""
NOTHING = frozenset(
    (
        *("-", "--", "---", "–", "—", "−", "_", "/", ".", "..", "...", "…", "tidak ada", "none"),
        *("n/a", "na", "n.a.", "n.a", "nihil", "kosong", "null", "nil", "(tidak ada)", "belum ada"),
        "tdk ada",
    )
)
"""What is written where somebody means that there is nothing, and has not only left it blank."""
Edge = Literal["", "first", "last", "span"]
"""Which end of a month or a quarter a day is that is written as no more than that, or ("span") that
all of it is meant; "": no day."""


class CellWrong(Exception):
    """A cell cannot be taken as it is; `why` is said of it."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True)
class SheetColumn:
    """What a cell of a column may hold; `reads` gives its value, or raises `CellWrong`.

    The file must have the column if it is `needed`, and each row must fill it in if `filled`.
    `blank` is the value of a blank cell, `absent` that of every row where there is no such column.
    `as_text`: long numbers in it must stay whole. `instead`: the column that does as well. `day`:
    it holds days. `above`: it may stand above the table, for all of it. `dash`: a stroke has a
    meaning of its own, and is no blank. `beside`: nothing is kept of it, it is only compared.
    `lines`: its cells may have several lines.
    """

    headers: tuple[str, ...]
    reads: Callable[[str], Any]
    needed: bool
    filled: bool
    blank: Any
    absent: Any
    longest: int
    as_text: bool
    instead: str = ""
    day: Edge = ""
    above: bool = False
    dash: bool = False
    beside: bool = False
    lines: bool = False

    def value(self, cell: str) -> Any:
        """What the cell says; raises `CellWrong`."""
        if not cell or (not self.dash and is_nothing(cell)):
            if self.filled:
                raise CellWrong(Text("sheet-cell-missing"))
            return self.blank
        if has_failed(cell):
            raise CellWrong(Text("sheet-cell-failed", {"value": cell}))
        value = self.reads(cell)
        if len(cell) > self.longest:
            raise CellWrong(Text("sheet-cell-long", {"longest": self.longest}))
        if not (cell.replace("\n", "") if self.lines else cell).isprintable():
            raise CellWrong(Text("sheet-cell-signs"))
        return value


def column(
    headers: tuple[str, ...],
    reads: Callable[[str], Any] = str,
    *,
    needed: bool = False,
    filled: bool = False,
    blank: Any = None,
    longest: int = LONGEST_CELL,
    **other: Any,
) -> SheetColumn:
    """What a field of a row is annotated with that is a column of the file."""
    known = {"absent": blank, "as_text": False, **other}
    return SheetColumn(headers, reads, needed or filled, filled, blank, longest=longest, **known)


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of file, by the fields of its rows."""

    columns: Mapping[str, SheetColumn]

    def title(self, name: str) -> str:
        """What Tilik calls the column."""
        return self.columns[name].headers[0]

    @property
    def titles(self) -> list[str]:
        """What Tilik calls those that it offers, in their order."""
        return [column.headers[0] for column in self.offered.values()]

    @cached_property
    def offered(self) -> Mapping[str, SheetColumn]:
        """The columns of an empty file: without those that only do instead of others, or are only
        compared."""
        without = {*self.beside, *(column.instead for column in self.columns.values())}
        return {name: column for name, column in self.columns.items() if name not in without}

    @cached_property
    def beside(self) -> frozenset[str]:
        """Those that are only compared with what is known."""
        return frozenset(name for name, column in self.columns.items() if column.beside)

    @cached_property
    def needed(self) -> list[str]:
        """Those that the file must have."""
        return [name for name, column in self.columns.items() if column.needed]

    @cached_property
    def above(self) -> frozenset[str]:
        """Those that may be said above the table, once for all its rows."""
        return frozenset(name for name, column in self.columns.items() if column.above)

    def meaning(self, cell: str) -> Meaning:
        """What a cell of the header means."""
        return self._titles.meaning(cell)

    def named(self, cell: str) -> str | None:
        """The column that is meant by a cell of the header."""
        return self.meaning(cell).column

    @cached_property
    def _titles(self) -> Titles:
        return Titles({name: column.headers for name, column in self.columns.items()})


def is_nothing(cell: str) -> bool:
    """Whether the cell says that there is nothing."""
    return same(cell) in NOTHING


def has_failed(cell: str) -> bool:
    """Whether the cell shows that its formula failed; LibreOffice shows `Err:502` too."""
    return cell in FAILED or (cell.startswith("Err:") and cell[4:].isdigit())


def same(name: str) -> str:
    """What makes two spellings one name: capital letters do not."""
    return name.casefold()


def short(cell: str) -> str:
    """A cell as it can be printed within a sentence."""
    kept = "".join(letter if letter.isprintable() else "?" for letter in cell)
    return kept if len(kept) <= 40 else f"{kept[:39]}…"
