"""The units that the rows of a file name: whether what is said of them agrees, and found by name
in the store, or made there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.imports.reading.rings import ring_in_words, rings
from bot.imports.reading.sheets import Columns, Mistake, is_nothing, same, short
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.office import services, unit_tree
from models.store.oversight.stamps import Stamp

DEEPEST = 20
"""Levels of units, as deep as the store follows them upwards."""
Said = tuple[tuple[str, ...], str | int | None]
"""What a row says of something: the column and whose it is, and the value; None says nothing."""


class Placed(Protocol):
    """A row that names a unit, and perhaps the unit above it ("": none) and its zone."""

    @property
    def row(self) -> int: ...
    @property
    def unit(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def zone(self) -> str | None: ...


def parent_of(cell: str) -> str:
    """The name of the unit above; "" where a cell says that there is none."""
    return "" if is_nothing(cell) else cell


def said_of_units(row: Placed) -> Iterator[Said]:
    """What the row says of its unit."""
    unit = same(row.unit)
    yield ("parent", unit), row.parent if row.parent is None else same(row.parent)
    yield ("zone", unit), row.zone


def contradictions(said: Iterable[tuple[int, Said]], columns: Columns) -> Iterator[Mistake]:
    """Rows that say something else of a thing than an earlier row."""
    first: dict[tuple[str, ...], tuple[str | int, int]] = {}
    for row, (key, value) in said:
        if value is None:
            continue
        known, place = first.setdefault(key, (value, row))
        if value != known:
            text = "sheet-differs-parent" if key[0] == "parent" else "sheet-differs"
            yield Mistake(Text(text, {"first": place}), row, columns.title(key[0]))


def circles(rows: Sequence[Placed], columns: Columns) -> Iterator[Mistake]:
    """Units that are above themselves, and branches too deep to be an office."""
    parents, column = _parents(rows), columns.title("parent")
    above = {unit: same(parent) for unit, (parent, _) in parents.items()}
    lines = {unit: row for unit, (_, row) in parents.items()}
    names = {same(parent): parent for parent, _ in parents.values()}
    for ring in rings(above, above.get):
        found = ring_in_words(ring, lines, names.__getitem__)
        if found and len(ring) <= DEEPEST:
            yield Mistake(Text("sheet-circle", {"units": found[1]}), found[0], column)
    for unit, row in lines.items():
        if _is_deep(unit, above.get):
            yield Mistake(Text("sheet-deep", {"deepest": DEEPEST}), row, column)


class Units:
    """The units of a file in the store, name by name; `made` are those that are new, `placed` those
    that were put below another by it.

    A new unit's zone is that of its own rows, else of the first unit below it, else of the unit
    above it, else `zone`.
    """

    def __init__(self, store: Store, rows: Sequence[Placed], zone: str) -> None:
        self._store = store
        self._parents = _parents(rows)
        self._zones = _zones(rows)
        self._default = zone
        self._known = {same(unit.name): unit for unit in services.every_unit(store)}
        self._met: dict[str, Unit] = {}
        self.made: list[Unit] = []
        self.placed: list[tuple[Unit, Unit]] = []

    def unit(self, name: str) -> Unit:
        """The unit of this name, made with those above it if it is not there."""
        key = same(name)
        if key in self._met:
            return self._met[key]
        above = self._parents.get(key)
        parent = self.unit(above[0]) if above else None
        unit = self._known.get(key) or self._made(name, parent)
        self._met[key] = unit
        return unit

    def known_numbers(self) -> Mapping[str, int]:
        """The units that were there before, by name."""
        return {name: unit.id for name, unit in self._known.items()}

    def name_of(self, key: str) -> str:
        """What a unit is called that was there before."""
        return self._known[key].name

    def below(self, key: str) -> set[str]:
        """A unit and all that lie below it by what the file says, by their names."""
        found = {key}
        for _ in range(DEEPEST):
            more = {u for u, (parent, _) in self._parents.items() if same(parent) in found}
            if more <= found:
                break
            found |= more
        return found

    def found(self, name: str) -> Unit | None:
        """The unit of this name, if it is there or was asked for."""
        return self._met.get(same(name)) or self._known.get(same(name))

    def met(self) -> list[Unit]:
        """Every unit that was asked for, and those above them that the file names."""
        return list(self._met.values())

    def touched(self) -> frozenset[int | None]:
        """Those asked for, as `before` has them."""
        return self.before(unit.id for unit in self._met.values())

    def before(self, numbers: Iterable[int | None]) -> frozenset[int | None]:
        """Those of these units that were there before, and for each new one the first above it
        that was; None where there is none."""
        made: dict[int | None, Unit] = {unit.id: unit for unit in self.made}
        found = set()
        for number in numbers:
            while number in made:
                number = made[number].parent_id
            found.add(number)
        return frozenset(found)

    def widens(self, by: int | None) -> bool:
        """Whether somebody in the office puts a unit on top beside those that were there: nobody
        keeps the whole office then who does not keep that one too; or a unit is placed below
        another, whose roles reach it then."""
        tops = any(unit.parent_id is None for unit in self.made)
        return bool(self.placed) or (by is not None and bool(self._known) and tops)

    def unplaced(self, rows: Sequence[Placed]) -> dict[str, str]:
        """New units that would be on top beside others, though the file does not say so ("-"): by
        their names as `same` has them and as they are written."""
        names = {same(parent): parent for parent, _ in self._parents.values()}
        for row in rows:
            names.setdefault(same(row.unit), row.unit)
        top = [key for key in names if key not in self._known and key not in self._parents]
        said = {same(row.unit) for row in rows if row.parent == ""}
        there = sum(one.parent_id is None for one in self._known.values())
        unsaid = [key for key in top if key not in said]
        return {key: names[key] for key in unsaid} if there + len(top) > 1 else {}

    def question(self, rows: Sequence[Placed]) -> list[Text]:
        """What is asked of such units, where it may stay as it is."""
        names = self.unplaced(rows)
        if not names:
            return []
        return [Text("units-beside", {"units": ", ".join(map(short, list(names.values())[:8]))})]

    def against(self, row: Placed, columns: Columns) -> Iterable[Mistake]:
        """What the row says of a unit that was there before, and that the store has otherwise: of
        one below another unit it may mean a second unit of that name, which needs its own."""
        unit = self._known.get(same(row.unit))
        if unit is None:
            return []
        differs: dict[str, Text] = {}
        if row.zone is not None and row.zone != unit.zone:
            differs["zone"] = Text("sheet-kept", {"unit": unit.name})
        if row.parent is not None:
            parent = self._known.get(same(row.parent)) if row.parent else None
            on_top = not row.parent and unit.parent_id is None
            if not on_top and not self._may_stand(unit, parent):
                differs["parent"] = Text("sheet-kept-parent", {"unit": unit.name})
        return [Mistake(why, row.row, columns.title(c)) for c, why in differs.items()]

    def place(self, stamp: Callable[[str], Stamp]) -> None:
        """Put each unit that has stood alone below the one that the file names above it: an earlier
        table need not have said so. `stamp` gives when and by whom, by a zone."""
        for name, (above, _) in self._parents.items():
            unit = self._known.get(name)
            if unit is not None and unit.parent_id is None:
                parent, when = self.unit(above), stamp(unit.zone)
                unit_tree.move(self._store, unit.id, parent.id, since=when.day, stamp=when)
                self.placed.append((unit, parent))

    def lines(self) -> tuple[Text, ...]:
        """What a second person reads of that: it changes how far roles reach."""
        return tuple(
            Text("import-placed", {"unit": unit.name, "parent": parent.name})
            for unit, parent in self.placed
        )

    def _may_stand(self, unit: Unit, parent: Unit | None) -> bool:
        """Whether the unit stands below that one (None: a new one), or alone and may go there."""
        if unit.parent_id is not None:
            return parent is not None and parent.id == unit.parent_id
        above = {one.id: one.parent_id for one in self._known.values()}
        number = parent.id if parent else None
        while number is not None and number != unit.id:
            number = above.get(number)
        return number is None

    def _made(self, name: str, parent: Unit | None) -> Unit:
        zone = self._zones.get(same(name)) or (parent.zone if parent else self._default)
        number = parent.id if parent else None
        unit = services.add_unit(self._store, name, zone=zone, parent_id=number)
        self.made.append(unit)
        return unit


def _parents(rows: Iterable[Placed]) -> Mapping[str, tuple[str, int]]:
    """Unit (as `same` has it) -> its parent's name and the row that names it first."""
    found: dict[str, tuple[str, int]] = {}
    for row in rows:
        if row.parent:
            found.setdefault(same(row.unit), (row.parent, row.row))
    return found


def _zones(rows: Sequence[Placed]) -> dict[str, str]:
    """Unit -> its zone: its own rows', else that of the first unit below it that has one."""
    found: dict[str, str] = {}
    for row in rows:
        if row.zone is not None:
            found.setdefault(same(row.unit), row.zone)
    for row in rows:
        zone = found.get(same(row.unit))
        if row.parent and zone is not None:
            found.setdefault(same(row.parent), zone)
    return found


def _is_deep(unit: str, above: Callable[[str], str | None]) -> bool:
    """Whether more than so many units lie above it, one above the other."""
    path = [unit]
    while len(path) <= DEEPEST:
        upper = above(path[-1])
        if upper is None or upper in path:
            return False
        path.append(upper)
    return True
