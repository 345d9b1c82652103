"""Which complaints somebody may read and handle: asked on every look, also behind a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.complaints import place_of
from handlers.complaints.weighty import tells_of
from handlers.openings import ToCase, ToInbox
from models.complaints import Complaint, ComplaintState, ComplaintStep
from models.hearings import Hearing
from models.letters import Button, Letter, Text
from models.people import Colleague, Person
from models.refused import Refused
from models.rights import may_answer_complaint, units_headed, units_overseen
from models.store import Store
from models.store.complaints import complaints, hearings
from models.store.complaints.unsealings import Unsealing
from models.store.office import services


@dataclass(frozen=True)
class ComplaintCase:
    """A complaint that somebody may handle, where it was, its life, whose own word was asked
    for, and who is named in it.

    `second`: whoever looks is somebody else than who has handled it. `whole`: a long life is shown
    as it is. `move`: what waits for a second of the team, or the citizen, to agree.
    """

    complaint: Complaint
    place: str
    steps: Sequence[ComplaintStep] = ()
    hearings: Sequence[Hearing] = ()
    named: Sequence[Colleague] = ()
    second: bool = field(default=False, kw_only=True)
    whole: bool = field(default=False, kw_only=True)
    move: Unsealing | None = field(default=None, kw_only=True)


def case_of(
    store: Store,
    person: Person,
    complaint_id: int | None,
    *states: ComplaintState,
    whole: bool = False,
) -> ComplaintCase:
    """One complaint with its life, in one of these states where some are given; one of others and
    none are refused alike."""
    if complaint_id is None:
        raise gone()
    try:
        one = complaints.one(store, complaint_id)
    except LookupError:
        raise gone() from None
    if not _may(store, person, one) or one.id in _touching(store, person):
        raise gone()
    if states and one.state not in states:
        raise gone()
    steps, second = complaints.steps(store, one), _is_second(person, one)
    case = ComplaintCase(one, place_of(store, one), steps, second=second, whole=whole)
    if one.is_weighty:
        return case
    said, who = hearings.of_complaint(store, one), hearings.named_in(store, one, steps)
    return replace(case, hearings=said, named=who)


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


def settled(one: Complaint) -> Letter:
    """Somebody was quicker."""
    return Letter((Text("case-settled", {"number": one.number}),), (back(one),))


def back(one: Complaint) -> tuple[Button, ...]:
    """The ways back: to the complaint, and to all of them."""
    return (ToCase(one.id).button(Text("button-case")), to_inbox())


def to_inbox() -> Button:
    """The way to all that waits."""
    return ToInbox().button(Text("button-inbox"))


def _may(store: Store, person: Person, one: Complaint) -> bool:
    lineage = services.lineage(store, one.unit_id)
    weighty = one.is_weighty
    may = may_answer_complaint(person, lineage, weighty=weighty, holder_id=one.holder_id)
    return may and not (weighty and tells_of(store, person, one))


def _below(store: Store, tops: Sequence[int]) -> set[int]:
    """These units and all below them."""
    return {unit for top in tops for unit in services.subtree(store, top)}


def _is_second(person: Person, one: Complaint) -> bool:
    """Whether it was handled by somebody else, who does not stand behind this person either."""
    return person.id != one.holder_id and one.holder_id not in person.behind
