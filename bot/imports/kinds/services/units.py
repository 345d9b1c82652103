"""The units that a file names, put into the store: found by name, made where they are not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.imports.kinds.services.checks import Placed, parents
from bot.imports.reading.sheets import Columns, Wrong, same
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.office import services


class Units:
    """The units of a file in the store, name by name; `made` are those that are new.

    A new unit's zone is that of its own rows, else of the first unit below it, else of the unit
    above it, else `zone`.
    """

    def __init__(self, store: Store, rows: Sequence[Placed], zone: str) -> None:
        self._store = store
        self._parents = parents(rows)
        self._zones = _zones(rows)
        self._default = zone
        self._known = {same(unit.name): unit for unit in services.every_unit(store)}
        self._met: dict[str, Unit] = {}
        self.made: list[Unit] = []

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

    def met(self) -> list[Unit]:
        """Every unit that was asked for, and those above them that the file names."""
        return list(self._met.values())

    def touched(self) -> frozenset[int | None]:
        """Those asked for that were there before, and for each new one the first above it that
        was; None where there is none."""
        made = {unit.id: unit for unit in self.made}
        found: set[int | None] = set()
        for unit in self._met.values():
            number: int | None = unit.id
            while number in made:
                number = made[number].parent_id
            found.add(number)
        return frozenset(found)

    def against(self, row: Placed, columns: Columns) -> Iterable[Wrong]:
        """What the row says of a unit that was there before, and that the store has otherwise."""
        unit = self._known.get(same(row.unit))
        if unit is None:
            return []
        differs = {"zone": row.zone is not None and row.zone != unit.zone}
        if row.parent is not None:
            parent = self._known.get(same(row.parent))
            differs["parent"] = parent is None or parent.id != unit.parent_id
        why = Text("sheet-kept", {"unit": unit.name})
        return [Wrong(why, row.row, columns.title(c)) for c, does in differs.items() if does]

    def _made(self, name: str, parent: Unit | None) -> Unit:
        zone = self._zones.get(same(name)) or (parent.zone if parent else self._default)
        number = parent.id if parent else None
        unit = services.add_unit(self._store, name, zone=zone, parent_id=number)
        self.made.append(unit)
        return unit


def _zones(rows: Sequence[Placed]) -> dict[str, str]:
    """Unit -> its zone: its own rows', else that of the first unit below it that has one."""
    found: dict[str, str] = {}
    for row in rows:
        if row.zone is not None:
            found.setdefault(same(row.unit), row.zone)
    for row in rows:
        zone = found.get(same(row.unit))
        if row.parent is not None and zone is not None:
            found.setdefault(same(row.parent), zone)
    return found
