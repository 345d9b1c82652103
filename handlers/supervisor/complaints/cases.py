"""Which complaints somebody may read and handle: asked on every look, also behind a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.complaints import place_of
from models.complaints import Complaint, ComplaintStep
from models.hearings import Hearing
from models.letters import Text
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import may_answer_complaint, units_headed, units_overseen
from models.store import Store
from models.store.complaints import complaints, hearings
from models.store.office import services


@dataclass(frozen=True)
class ComplaintCase:
    """A complaint that somebody may handle, where it was, its life, whose own word was asked
    for, and who is named in it."""

    complaint: Complaint
    place: str
    steps: Sequence[ComplaintStep] = ()
    hearings: Sequence[Hearing] = ()
    named: Sequence[Colleague] = ()


def case_of(store: Store, person: Person, complaint_id: int | None) -> ComplaintCase:
    """One complaint with its life; one of others and none are refused alike."""
    if complaint_id is None:
        raise gone()
    try:
        one = complaints.one(store, complaint_id)
    except LookupError:
        raise gone() from None
    if not _may(store, person, one) or one.id in _touching(store, person):
        raise gone()
    steps = complaints.steps(store, one)
    if one.is_weighty:
        return ComplaintCase(one, place_of(store, one), steps)
    said, who = hearings.of_complaint(store, one), hearings.named_in(store, one, steps)
    return ComplaintCase(one, place_of(store, one), steps, said, who)


def waiting(store: Store, person: Person) -> list[Complaint]:
    """All that is open for this person, the oldest first."""
    units = _below(store, units_headed(person))
    overseen = _below(store, units_overseen(person))
    found = complaints.waiting(store, units=units, overseen=overseen, holder_id=person.id)
    own = _touching(store, person)
    return [one for one in found if one.id not in own and _may(store, person, one)]


def gone() -> Refused:
    """There is nothing like that for this person."""
    return Refused(Text("case-gone"))


def _touching(store: Store, person: Person) -> frozenset[int]:
    """The complaints that touch this person: nobody handles those, or reads the citizen's words."""
    return hearings.touching(store, person.id) if person.id is not None else frozenset()


def _may(store: Store, person: Person, one: Complaint) -> bool:
    lineage = services.lineage(store, one.with_id)
    return may_answer_complaint(person, lineage, weighty=one.is_weighty, holder_id=one.holder_id)


def _below(store: Store, tops: Sequence[int]) -> set[int]:
    return {unit for top in tops for unit in services.subtree(store, top)}
