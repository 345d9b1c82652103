"""What a citizen's free words are about: proposed, and shown on a card before anything is filed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.complaints import ComplaintKind
from models.services import Counter, Unit
from models.triage.judging import KINDS
from models.triage.places import KnownPlaces, Offered, office
from models.triage.proposal import Guess, Proposal, proposed
from models.wording import plain

_FEWEST = 3
"""Words, below which nothing is told yet."""


def desks(counters: Sequence[Counter]) -> KnownPlaces:
    """The units, services and counters that serve citizens, by their numbers."""
    units = {one.unit.id: one.unit for one in counters}
    services = {service.id: service for one in counters for service in one.services}
    return office(
        tuple(Offered(one.key, one.key, one.name) for one in units.values()),
        tuple(Offered(one.key, str(one.unit_id), one.name) for one in services.values()),
        tuple(_stands(counters)),
    )


def _stands(counters: Sequence[Counter]) -> Iterator[Offered]:
    for one in counters:
        there = tuple(service.key for service in one.services)
        yield Offered(one.key, one.unit.key, one.name, there)


def unit_of(likely: Guess, units: Sequence[Unit]) -> Sequence[Unit]:
    """The unit that the words name surely, else the few that they may mean."""
    known = {one.key: one for one in units}
    keys = [key for key in (likely.value, *likely.others) if key is not None and key in known]
    return [known[key] for key in (keys[:1] if likely.sure == "sure" else keys)]


def kind_of(found: Proposal) -> ComplaintKind | None:
    """The kind, where it is sure."""
    sure = found.kind.value if found.kind.sure == "sure" else None
    return next((kind for kind in KINDS if kind == sure), None)


def element_of(found: Proposal) -> str | None:
    """The element that the card shows."""
    return found.element.value


def tells(at: KnownPlaces, words: str) -> bool:
    """Whether words that were written unasked tell of something at a place that they name, or of
    something weighty: who only names what is done there may work here and not have joined yet."""
    if len(plain(words).split()) < _FEWEST:
        return False
    found = proposed(at, words)
    told = kind_of(found) is not None or found.element.sure == "sure"
    return kind_of(found) == "weighty" or (found.unit.sure == "sure" and told)


def is_weighty(at: KnownPlaces, words: str) -> bool:
    """Whether they surely tell of money or power."""
    return kind_of(proposed(at, words)) == "weighty"
