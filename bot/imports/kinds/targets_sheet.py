"""A table of targets: each row one expected result (rhk) of one person and quarter."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.imports.reading.cells import wrong_nip
from bot.imports.reading.sheets import (
    Columns,
    Line,
    SheetWrong,
    Wrong,
    lines,
    same,
    short,
    wrong_cells,
)
from bot.imports.reading.tables import Row
from models.letters import Text
from models.nip import normalised
from models.quarter import Quarter

COLUMNS = Columns(
    names={
        "nip": ("NIP", "nip baru", "nip pegawai", "n i p"),
        "quarter": ("triwulan", "kuartal", "periode", "quarter"),
        "result": ("hasil", "rhk", "hasil kerja", "rencana hasil kerja", "result"),
        "indicator": ("indikator", "indikator kinerja", "indicator"),
        "quantity": ("target", "jumlah", "quantity"),
        "measure": ("satuan", "satuan target", "measure"),
    },
    needed=("nip", "quarter", "result", "indicator", "quantity", "measure"),
    filled=("nip", "quarter", "result", "indicator"),
    longest={"result": 500, "indicator": 500, "measure": 60},
)
AS_TEXT = ("nip", "quarter")
QUARTERS = {**{n: int(n) for n in "1234"}, "i": 1, "ii": 2, "iii": 3, "iv": 4}
FILLERS = {"q", "tw", "triwulan", "kuartal", "quarter", "tahun", "th"}
_PLAIN = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_PARTED = re.compile(r"[0-9]{1,3}(?:(?P<sign>[., ])[0-9]{3})(?:(?P=sign)[0-9]{3}){0,3}(?P<rest>.*)")
_UNSURE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Aim:
    """One row: a target as the file has it."""

    row: int
    nip: str
    quarter: Quarter
    result: str
    indicator: str
    quantity: Decimal | None
    measure: str | None


@dataclass(frozen=True)
class Sheet:
    """The rows that can be read as targets, and all that is wrong with the file by itself."""

    aims: Sequence[Aim]
    wrongs: Sequence[Wrong]


def checked(table: Sequence[Row]) -> Sheet:
    """What a file says.

    Raises `SheetWrong` when a column is missing or there twice, or there is no row at all.
    """
    aims: list[Aim] = []
    wrongs: list[Wrong] = []
    for line in lines(table, COLUMNS):
        found = [*wrong_cells(line, COLUMNS, CHECKS), *_without_measure(line)]
        wrongs += found
        quarter = quarter_of(line.cells["quarter"])
        if quarter and not found:
            aims.append(_aim(line, quarter))
    if not aims and not wrongs:
        raise SheetWrong([Wrong(Text("targets-empty"))])
    return Sheet(aims, [*wrongs, *_twice(aims)])


def quarter_of(cell: str) -> Quarter | None:
    """The quarter typed as 2026-Q4, IV 2026, triwulan 4 2026 or the like."""
    words = [w for w in re.findall(r"[a-z]+|[0-9]+", cell.casefold()) if w not in FILLERS]
    years = [int(word) for word in words if re.fullmatch("20[0-9]{2}", word)]
    numbers = [QUARTERS[word] for word in words if word in QUARTERS]
    if len(words) == 2 and len(years) == len(numbers) == 1:
        return Quarter(years[0], numbers[0])
    return None


def number_of(cell: str) -> Decimal | None:
    """A number above 0 as it is typed: 12,5 or 12.5; dots, commas or blanks part thousands.

    1.200 is a thousand and two hundred, as in Indonesia. None for what is no number, and for
    1,200, which is a thousand to some and a little more than one to others.
    """
    parted = _PARTED.fullmatch(cell)
    if _UNSURE.fullmatch(cell):
        return None
    if parted and not cell.startswith("0") and _fraction(parted["rest"], parted["sign"]):
        whole = cell[: len(cell) - len(parted["rest"])]
        digits = re.sub("[., ]", "", whole) + parted["rest"].replace(",", ".")
    elif _PLAIN.fullmatch(cell):
        digits = cell.replace(",", ".")
    else:
        return None
    number = Decimal(digits)
    return None if not number else number.normalize() + 0


def _fraction(rest: str, sign: str) -> bool:
    """Whether what comes after the thousands is nothing, or decimals after the other sign."""
    return not rest or (rest[0] != sign and bool(re.fullmatch("[.,][0-9]{1,6}", rest)))


def _wrong_quarter(cell: str) -> Text | None:
    return None if quarter_of(cell) else Text("targets-quarter-wrong", {"value": short(cell)})


def _wrong_number(cell: str) -> Text | None:
    if _UNSURE.fullmatch(cell):
        return Text("targets-number-unsure", {"value": cell, "plain": cell.replace(",", "")})
    return None if number_of(cell) else Text("targets-number-wrong", {"value": short(cell)})


CHECKS = {"nip": wrong_nip, "quarter": _wrong_quarter, "quantity": _wrong_number}


def _without_measure(line: Line) -> Iterator[Wrong]:
    if line.of("quantity") and not line.of("measure"):
        yield Wrong(Text("targets-measure-missing"), line.row, COLUMNS.title("measure"))


def _twice(aims: Sequence[Aim]) -> Iterator[Wrong]:
    first: dict[Hashable, int] = {}
    for aim in aims:
        row = first.setdefault((aim.nip, aim.quarter, same(aim.result)), aim.row)
        if row != aim.row:
            yield Wrong(Text("targets-twice", {"first": row}), aim.row, COLUMNS.title("result"))


def _aim(line: Line, quarter: Quarter) -> Aim:
    quantity = line.of("quantity")
    return Aim(
        row=line.row,
        nip=normalised(line.cells["nip"]),
        quarter=quarter,
        result=line.cells["result"],
        indicator=line.cells["indicator"],
        quantity=number_of(quantity) if quantity else None,
        measure=line.of("measure"),
    )
