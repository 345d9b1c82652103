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


def units_kept(person: Person) -> tuple[int, ...]:
    """The units for whose people this person is the personnel office, each with those below it."""
    return tuple(held.unit_id for held in person.duties if held.duty == "hr")


def may_correct_links(
    person: Person, owner_id: int, lineage: Sequence[Unit] | Collection[int]
) -> bool:
    """Whether the person may say under whom the owner works; nobody decides on their own.

    `lineage` is the unit in which the owner works today and all above.
    """
    above = {unit.id if isinstance(unit, Unit) else unit for unit in lineage}
    return not is_own(person, owner_id) and any(unit in above for unit in units_kept(person))


def works(person: Person) -> bool:
    """Whether the person has a post today: who has none logs nothing and evaluates nothing."""
    return person.id is not None and person.post is not None


def leads(person: Person) -> bool:
    """Whether anybody's superior is this person today."""
    return bool(person.team)


def is_own(person: Person, owner_id: int | None) -> bool:
    """Whether it is the person's own. Nothing belongs to a stranger."""
    return owner_id is not None and person.id == owner_id


def supervises(person: Person, owner_id: int | None) -> bool:
    """Whether the person is the owner's superior today; only they decide and rate."""
    return any(member.id == owner_id for member in person.team)


def may_read_record(person: Person, owner_id: int | None) -> bool:
    """Whether entries, scores and evaluations may be read: by their owner and the superior."""
    return is_own(person, owner_id) or supervises(person, owner_id)
