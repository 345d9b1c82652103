"""Who may do what. Pure: facts in, yes or no out. Every `look` asks here, also for buttons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.people import Person
from models.services import Unit


def units_headed(person: Person) -> tuple[int, ...]:
    """The units whose figures this person may read, each with the units below it."""
    return tuple(held.unit_id for held in person.duties if held.duty == "head")


def may_read_figures(person: Person, lineage: Sequence[Unit] | Collection[int]) -> bool:
    """Whether the person heads the unit or one above it; `lineage` is the unit and all above."""
    above = {unit.id if isinstance(unit, Unit) else unit for unit in lineage}
    return any(unit_id in above for unit_id in units_headed(person))
