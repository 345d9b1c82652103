"""`tilik import targets`: the expected results (rhk) of people and quarters out of one table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from bot.cli.terminal import Say, in_words
from bot.imports.kind import ImportPage, ImportView, Kind, how_read
from bot.imports.kinds.dated import KnownPeople
from bot.imports.outcome import (
    CellChange,
    Outcome,
    Tally,
    Terms,
    altered,
    as_written,
    changed,
    whose,
)
from bot.imports.reading.cells import name_beside, of_person, read_by
from bot.imports.reading.headers import INDICATOR, MEASURE, QUANTITY, QUARTER, RESULT
from bot.imports.reading.sheets import (
    CellWrong,
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    is_nothing,
    refuse,
    same,
    short,
    twice,
)
from models.letters import Fact, Text
from models.nip import masked
from models.quarter import Quarter, quarter_of
from models.store import Store
from models.store.oversight.stamps import stamped
from models.store.work import targets
from models.work import Target

_PLAIN = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_PARTED = re.compile(r"[0-9]{1,3}(?:(?P<sign>[., ])[0-9]{3})(?:(?P=sign)[0-9]{3}){0,3}(?P<rest>.*)")
_UNSURE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_MONEY = re.compile(r"(?:rp|idr)\.? ?([0-9][0-9., ]{0,30}?)(?:,-+)?", re.IGNORECASE)
_OF_WHAT = re.compile(r"([0-9][0-9.,]{0,30}) ?([^0-9.,\s].{0,59})")
_ALIKE = {
    **dict.fromkeys(("%", "persen", "prosen", "percent", "persentase"), "%"),
    **dict.fromkeys(("rp", "rp.", "rupiah", "idr"), "rupiah"),
}
"""Measures that are written in several ways -> how Tilik keeps one that only a number has."""


@dataclass(frozen=True)
class TargetQuantity:
    """A number and what it is of, where its own cell says that: 25 %, Rp 1.250.000, 12 berkas."""

    number: Decimal
    measure: str | None = None


def number_of(cell: str) -> Decimal | None:
    """A number from 0 up as it is typed: 12,5 or 12.5; dots, commas or blanks part thousands.

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
    return Decimal(digits).normalize() + 0


def _fraction(rest: str, sign: str) -> bool:
    """Whether what comes after the thousands is nothing, or decimals after the other sign."""
    return not rest or (rest[0] != sign and bool(re.fullmatch("[.,][0-9]{1,6}", rest)))


_quarter = read_by(quarter_of, "targets-quarter-wrong")


def _quantity(cell: str) -> TargetQuantity:
    written, measure = cell, None
    if number_of(cell) is None and (found := _MONEY.fullmatch(cell)):
        written, measure = found[1].strip(), "rupiah"
    elif number_of(cell) is None and (found := _OF_WHAT.fullmatch(cell)):
        written, measure = found[1], _ALIKE.get(same(found[2]), found[2])
    if _UNSURE.fullmatch(written):
        facts = {"value": cell, "plain": cell.replace(",", "", 1)}
        raise CellWrong(Text("targets-number-unsure", facts))
    number = number_of(written)
    if number is None:
        raise CellWrong(Text("targets-number-wrong", {"value": short(cell)}))
    return TargetQuantity(number, measure)


def _alike(measure: str) -> str:
    return _ALIKE.get(same(measure), same(measure))


@dataclass(frozen=True, slots=True)
class TargetRow(SheetRow):
    """One row: a target as the file has it."""

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str | None, name_beside()]
    quarter: Annotated[Quarter, column(QUARTER, _quarter, filled=True, as_text=True, above=True)]
    result: Annotated[str, column(RESULT, filled=True, longest=500)]
    indicator: Annotated[str, column(INDICATOR, filled=True, longest=500)]
    quantity: Annotated[TargetQuantity | None, column(QUANTITY, _quantity, needed=True)]
    measure: Annotated[str | None, column(MEASURE, longest=60)]

    @property
    def number(self) -> Decimal | None:
        """How much, if that is a number."""
        return self.quantity.number if self.quantity else None

    @property
    def of_what(self) -> str | None:
        """What the number counts: as its column has it, else as stands beside the number."""
        return self.measure or (self.quantity.measure if self.quantity else None)

    @classmethod
    def gaps(cls, cells: Mapping[str, str]) -> Iterator[tuple[str, Text]]:
        """A number without its measure."""
        bare = number_of(cells["quantity"]) is not None
        measure = cells.get("measure", "")
        if bare and (not measure or is_nothing(measure)):
            yield "measure", Text("targets-measure-missing")

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether the number says another measure, or may be a share that was meant as percent."""
        if self.quantity is None or self.measure is None:
            return
        own, number = self.quantity.measure, self.quantity.number
        if own and _alike(own) != _alike(self.measure):
            facts: Mapping[str, Fact] = {"own": own, "measure": self.measure}
            yield "quantity", Text("targets-measure-differs", facts)
        elif not own and _alike(self.measure) == "%" and 0 < number <= 1:
            share, hundred = _plain(number), _plain(100 * number)
            yield "quantity", Text("targets-share", {"value": share, "percent": hundred})


COLUMNS = columns_of(TargetRow)


@dataclass(frozen=True)
class Aim:
    """A row, whose it is, and what changes; of a new target nothing was there before."""

    row: TargetRow
    person_id: int
    name: str
    changes: Sequence[CellChange]
    is_new: bool

    @property
    def is_otherwise(self) -> bool:
        """Whether anything is."""
        return self.is_new or bool(self.changes)


def agree(rows: Sequence[TargetRow]) -> Iterator[Mistake]:
    """A result is there once for a person and a quarter."""
    keyed = ((one.row, (one.nip, one.quarter, same(one.result))) for one in rows)
    return twice(keyed, "targets-twice", COLUMNS.title("result"))


def apply(store: Store, sheet: ReadSheet[TargetRow], terms: Terms) -> Outcome:
    """Put the targets of the file: a result that is known for the person and the quarter is
    changed, what is not in the file stays. Raises `SheetWrong` with all that is wrong with it."""
    known = KnownPeople(store, terms)
    refuse([*sheet.wrongs, *known.strangers(sheet, COLUMNS, "targets-nobody")])
    before = _before(store, {(known.id_of(one.nip), one.quarter) for one in sheet.rows})
    aims = []
    for one in sheet.rows:
        number = known.id_of(one.nip)
        old = before.get((number, one.quarter, same(one.result)))
        found = list(_changes(old, one)) if old else []
        if found or old is None:
            # As it was first spelt: capital letters make no second result.
            result = old.result if old else one.result
            facts = (one.quarter, result, one.indicator, one.number, one.of_what)
            targets.put(store, Target(0, number, *facts))
        aims.append(Aim(one, number, known.name_of(number), found, is_new=old is None))
    told = {aim.person_id: {"quarter": aim.row.quarter.key} for aim in aims if aim.is_otherwise}
    stamped(store, terms.stamp(), "import", told)
    units = known.units_of({aim.person_id for aim in aims})
    tally = Tally(units=units, sensitive=terms.is_own(told))
    for aim in aims:
        with tally.first_if(terms.is_own([aim.person_id])):
            _told(aim, tally)
    return tally.outcome(made=aims)


def _told(aim: Aim, tally: Tally) -> None:
    what = f"{whose(aim.name, aim.row.nip)}, {aim.row.quarter.key}"
    if aim.is_new:
        amount = _amount(aim.row) or Text("sheet-none")
        tally.adds(what, Text("targets-line", {"result": aim.row.result, "amount": amount}))
    elif aim.changes:
        changes = altered(aim.changes, COLUMNS)
        facts: Mapping[str, Fact] = {"result": aim.row.result, "changes": changes}
        tally.turns(what, Text("import-target", facts))
    else:
        tally.same += 1


def _before(
    store: Store, wanted: Iterable[tuple[int, Quarter]]
) -> dict[tuple[int, Quarter, str], Target]:
    by_quarter: dict[Quarter, list[int]] = defaultdict(list)
    for number, quarter in wanted:
        by_quarter[quarter].append(number)
    return {
        (target.person_id, quarter, same(target.result)): target
        for quarter, numbers in by_quarter.items()
        for several in targets.of_people(store, numbers, quarter).values()
        for target in several
    }


def _changes(old: Target, new: TargetRow) -> Iterator[CellChange]:
    yield from changed("indicator", old.indicator, new.indicator)
    yield from changed("quantity", _plain(old.quantity), _plain(new.number))
    yield from changed("measure", old.measure or "", new.of_what or "")


def _amount(row: TargetRow) -> str:
    """How much of what: 95 %, or nothing where the target is in words alone."""
    return " ".join(filter(None, (_plain(row.number), row.of_what)))


def _plain(quantity: Decimal | None) -> str:
    return "" if quantity is None else f"{quantity.normalize():f}".replace(".", ",")


def _lines(view: ImportView, say: Say) -> Iterator[str]:
    outcome = view.made.outcome
    counts = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.same}
    yield say("targets-would-be", **counts) if view.tried else say("targets-done", **counts)
    yield from how_read(view, say)
    for aim in outcome.made if view.tried else ():
        if aim.is_new:
            yield say("targets-new", amount=_amount(aim.row) or say("sheet-none"), **_facts(aim))
    for aim in outcome.made:
        if aim.changes:
            changes = in_words(altered(aim.changes, COLUMNS), say)
            yield say("targets-changed", changes=changes, **_facts(aim))
    if view.dry_run:
        yield say("office-tried")


def _as_object(view: ImportView, say: Say) -> dict[str, Any]:
    outcome = view.made.outcome
    return {
        "new": [_of(aim) for aim in outcome.made if aim.is_new],
        "changed": [
            {**_of(aim), "changes": as_written(aim.changes, COLUMNS)}
            for aim in outcome.made
            if aim.changes
        ],
        "unchanged": outcome.same,
        "read": list(how_read(view, say)),
    }


def _facts(aim: Aim) -> dict[str, str]:
    row = aim.row
    return {
        "person": whose(aim.name, row.nip),
        "quarter": row.quarter.key,
        "result": row.result,
    }


def _of(aim: Aim) -> dict[str, Any]:
    row = aim.row
    whole = {"row": row.row, "name": aim.name, "nip": masked(row.nip)}
    return {**whole, "quarter": row.quarter.key, "result": row.result}


TARGETS = Kind(
    "targets",
    TargetRow,
    apply,
    "targets-empty",
    "targets-template-written",
    agree,
    ImportPage(_lines, _as_object),
)
