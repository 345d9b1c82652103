"""What waits for the oversight team: comments that blame somebody, what those who serve at a
counter say of others, what citizens have sent along with a complaint, and ratings that are held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

from handlers.complaints.weighty import tells_of as tells_of_staff
from models.calendar import Calendar, local
from models.comments.held import is_named
from models.comments.names import staff_names
from models.people import Person
from models.rebuttals import Rebuttal
from models.rights import may_read_held, units_overseen
from models.store import Store
from models.store.complaints import complaints, evidence, hearings
from models.store.complaints.evidence import SentEvidence
from models.store.office import services
from models.store.people import posts
from models.store.ratings import holds, quarantines, rebuttals
from models.store.ratings.holds import HeldComment
from models.store.ratings.quarantines import Batch
from models.store.rules import calendars

Undecided: TypeAlias = HeldComment | Rebuttal | SentEvidence | Batch
PATIENCE = 5
"""After so many working days of the unit the team is reminded."""


def units(store: Store, person: Person) -> list[int]:
    """The units of which this person may read what is held today."""
    below = {unit for top in units_overseen(person) for unit in services.subtree(store, top)}
    return [unit for unit in sorted(below) if may_read_held(person, services.lineage(store, unit))]


def every(store: Store, person: Person, now: datetime) -> list[Undecided]:
    """All that waits for this person."""
    found: list[Undecided] = [*comments(store, person), *rebutted(store, person)]
    return [*found, *files(store, person), *batches(store, person, now)]


def comments(store: Store, person: Person) -> list[HeldComment]:
    """The comments that wait for this person, the oldest first."""
    found = holds.held(store, units(store, person))
    return [one for one in found if not tells_of(person, one)]


def files(store: Store, person: Person) -> list[SentEvidence]:
    """What citizens sent along and waits for this person, the oldest first."""
    there = units(store, person)
    found = evidence.held(store, there) if there else []
    own = {one for one in {each.complaint_id for each in found} if is_own(store, person, one)}
    return [one for one in found if one.complaint_id not in own]


def batches(store: Store, person: Person, now: datetime) -> list[Batch]:
    """The ratings that are held and wait for this person, the oldest batch first."""
    found = quarantines.waiting(store, units(store, person))
    counters = {one.counter_id: one for one in found}
    own = {n for n, one in counters.items() if serves_there(store, person, one, now)}
    return [one for one in found if one.counter_id not in own]


def serves_there(store: Store, person: Person, batch: Batch, now: datetime) -> bool:
    """Whether the ratings are of a counter where the person serves, or of a unit of theirs."""
    today = local(now, batch.zone).date()
    there = services.counters_by_id(store, batch.counter_id)
    return person.id is not None and any(
        posts.serves(store, person.id, counter, today) for counter in there
    )


def is_own(store: Store, person: Person, complaint_id: int) -> bool:
    """Whether the complaint is about this person, as far as its words and hearings tell."""
    asked = person.id is not None and complaint_id in hearings.touching(store, person.id)
    return asked or tells_of_staff(store, person, complaints.one(store, complaint_id))


def rebutted(store: Store, person: Person) -> list[Rebuttal]:
    """The rebuttals of comments that wait for this person, the oldest first."""
    found = rebuttals.waiting(store, units(store, person))
    return [one for one in found if may_judge(person, one)]


def may_judge(person: Person, one: Rebuttal) -> bool:
    """Whether it is neither this person's own, nor of a comment that names them."""
    return one.person_id != person.id and not _names(person, one.about)


def tells_of(person: Person, one: HeldComment) -> bool:
    """Whether the comment names this person: nobody decides about themselves."""
    return _names(person, one.words)


def overdue(
    store: Store,
    found: Sequence[HeldComment] | Sequence[Rebuttal] | Sequence[Batch],
    now: datetime,
) -> list[HeldComment | Rebuttal | Batch]:
    """Those that wait for more working days of their unit than they should."""
    own = calendars.of_units(store) if found else {}
    return [
        one for one in found if decided_by(own[one.unit_id], one.day) < local(now, one.zone).date()
    ]


def decided_by(calendar: Calendar, day: date) -> date:
    """By when somebody should have decided about what came that day."""
    return calendar.presuming().nth_working_day_after(day, PATIENCE)


def _names(person: Person, words: str) -> bool:
    return is_named(words, staff_names([person.name or ""]))
