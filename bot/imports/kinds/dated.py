"""Rows about people that hold from one day to another, and whom the store knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from bot.imports.kinds.named_people import Names, differing
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import Columns, Mistake, ReadSheet, is_nothing, same, short
from models.calendar import local
from models.letters import Text
from models.nip import LENGTH, normalised
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.people import people, staff
from models.store.people.staff import Member


class OfSomebody(Protocol):
    """A row about a person."""

    @property
    def row(self) -> int: ...
    @property
    def nip(self) -> str: ...


class Lasting(Protocol):
    """A row that holds for a while; without a first day from today on."""

    @property
    def row(self) -> int: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...


class Dated(OfSomebody, Lasting, Protocol):
    """Both."""


class KnownPeople:
    """Whom the store knows, by nip, and what today is there."""

    def __init__(self, store: Store, terms: Terms) -> None:
        self._store = store
        self._terms = terms
        self._by_nip = people.by_nip(store)
        self._names = dict(self._by_nip.values())

    def today_of(self, person_id: int) -> date:
        """Today by the clock of the unit where they work, or else of the zone given."""
        zone = self._zones.get(self._places.get(person_id)) or self._terms.zone
        return local(self._terms.now, zone).date()

    def has(self, nip: str) -> bool:
        """Whether there is somebody with this number."""
        return nip in self._by_nip

    def id_of(self, nip: str) -> int:
        """Who has this number; there is somebody."""
        return self._by_nip[nip][0]

    def name_of(self, person_id: int) -> str:
        """What somebody is called."""
        return self._names.get(person_id) or people.name_of(self._store, person_id)

    def strangers(
        self, sheet: ReadSheet[Any], columns: Columns, nobody: str = "import-nobody"
    ) -> Iterator[Mistake]:
        """The rows about nobody, or about another than is named beside the number; those too that
        are wrong otherwise. `nobody` is said of nobody."""
        rows = [(one.row, one.nip, one.name) for one in sheet.rows]
        rows += [(n, normalised(of["nip"]), of.get("name")) for n, of in sheet.unread]
        for row, number, name in rows:
            if self.has(number):
                beside = "" if is_nothing(name or "") else name
                why = differing(beside, self.name_of(self.id_of(number))) if beside else None
            else:
                why = Text(nobody) if len(number) == LENGTH and number.isdigit() else None
            if why is not None:
                yield Mistake(why, row, columns.title("nip"))

    def names(self) -> Names:
        """Everybody with a number, by name and post."""
        names = Names()
        for number, (person, name) in self._by_nip.items():
            member = self._roster.get(person)
            names.add(number, name, (member.title or "") if member else "")
        return names

    @cached_property
    def _zones(self) -> dict[int | None, str]:
        return {unit.id: unit.zone for unit in services.every_unit(self._store)}

    @cached_property
    def _roster(self) -> Mapping[int, Member]:
        days = [
            local(self._terms.now, zone).date()
            for zone in {self._terms.zone, *self._zones.values()}
        ]
        return staff.roster(self._store, min(days), max(days))

    @cached_property
    def _places(self) -> dict[int, int | None]:
        return {member.id: member.unit_id for member in self._roster.values()}

    def units_of(self, person_ids: Collection[int]) -> set[int | None]:
        """The units where these people work today; None for who works nowhere."""
        return {self._places.get(number) for number in person_ids}

    def duty_units_of(self, person_ids: Collection[int]) -> set[int]:
        """The units at which those of these people hold a duty who have no post: whoever keeps them
        there has a say in where they are put."""
        idle = (self._roster[one] for one in person_ids if self._places.get(one) is None)
        return {held.unit_id for one in idle for held in one.duties}


def units_by_name(store: Store) -> dict[str, Unit]:
    """Every unit by its name, as `same` has it."""
    return {same(unit.name): unit for unit in services.every_unit(store)}


def unknown_units(
    sheet: ReadSheet[Any], known: Container[str], columns: Columns
) -> Iterator[Mistake]:
    """The rows about a unit that there is not, by its name as `same` has it; those too that are
    wrong otherwise."""
    rows = [(one.row, one.unit) for one in sheet.rows]
    rows += [(row, cells["unit"]) for row, cells in sheet.unread]
    for row, unit in rows:
        if unit and not is_nothing(unit) and same(unit) not in known:
            yield no_unit(unit, row, columns.title("unit"))


def no_unit(name: str, row: int, column: str) -> Mistake:
    """That there is no unit of this name."""
    return Mistake(Text("import-no-unit", {"unit": short(name)}), row, column)


def ends_early(one: Lasting) -> Iterator[tuple[str, Text]]:
    """What is wrong with a row whose last day is before its first."""
    if one.first and one.last and one.last < one.first:
        yield "last", Text("sheet-day-order")


def since(one: Dated, known: KnownPeople) -> date:
    """The first day of the row: today where it names none, or its last where that is over."""
    if one.first:
        return one.first
    today = known.today_of(known.id_of(one.nip))
    return min(today, one.last or today)


def period(first: date, last: date | None) -> Text:
    """From when to when, in words."""
    if last is None:
        return Text("import-since", {"first": first})
    return Text("import-during", {"first": first, "last": last})


def overlaps(keyed: Iterable[tuple[Hashable, Lasting]], column: str) -> Iterator[Mistake]:
    """Rows that say something of the same days for the same thing as an earlier row.

    A row without a first day begins today, whenever that is: it may be the only one.
    """
    found: dict[Hashable, list[Lasting]] = defaultdict(list)
    for key, one in keyed:
        for other in found[key]:
            if _meet(one, other):
                yield Mistake(Text("import-overlaps", {"first": other.row}), one.row, column)
                break
        found[key].append(one)


def _meet(one: Lasting, other: Lasting) -> bool:
    if one.first is None or other.first is None:
        return True
    if one.first == other.first:
        return True
    early, late = sorted((one.first, other.first))
    ends = one.last if early == one.first else other.last
    # What is open ends where the next one begins: a list of posts is written like that.
    return ends is not None and ends >= late
