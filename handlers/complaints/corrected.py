"""What was corrected is learned from: by citizens on the card, by whoever handles a complaint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.complaints import Complaint
from models.services import Counter
from models.store import Store
from models.store.complaints import complaints, corrections
from models.store.office import services
from models.triage.corrected import Field, correction, kept_words
from models.triage.places import KnownPlaces, Offered, office


def desks(counters: Sequence[Counter]) -> KnownPlaces:
    """The units, services and counters that serve citizens, by their numbers."""
    units = {one.unit.id: one.unit for one in counters}
    there = {service.id: service for one in counters for service in one.services}
    return office(
        tuple(Offered(one.key, one.key, one.name) for one in units.values()),
        tuple(Offered(one.key, str(one.unit_id), one.name) for one in there.values()),
        tuple(_stands(counters)),
    )


def _stands(counters: Sequence[Counter]) -> Iterator[Offered]:
    for one in counters:
        there = tuple(service.key for service in one.services)
        yield Offered(one.key, one.unit.key, one.name, there)


def count_corrected(store: Store, words: str, ways: Sequence[str]) -> None:
    """Count what words were corrected to: those that may be kept, and no sentence."""
    known = kept_words(desks(services.all_counters(store)), words) if ways else ()
    corrections.learn(store, known, ways)


def put_right(store: Store, one: Complaint, field: Field, value: str) -> None:
    """Whoever handles it has moved it: count that for what the citizen wrote. Nothing of a weighty
    matter is counted, neither of what it was nor of what it becomes."""
    if one.is_weighty or value == "weighty":
        return
    said = (step.words for step in complaints.steps(store, one) if step.kind == "said")
    count_corrected(store, next(said, None) or "", [correction(field, value)])
