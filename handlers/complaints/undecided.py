"""What waits for the oversight team to say who reads it: comments that blame somebody, and what
citizens have sent along with a complaint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from models.calendar import Calendar, local
from models.comments.held import is_named
from models.comments.names import staff_names
from models.people import Person
from models.rights import may_read_held, units_overseen
from models.store import Store
from models.store.complaints import evidence
from models.store.complaints.evidence import SentEvidence
from models.store.office import services
from models.store.ratings import holds
from models.store.ratings.holds import HeldComment
from models.store.rules import calendars

PATIENCE = 5
"""After so many working days of the unit the team is reminded."""


def units(store: Store, person: Person) -> list[int]:
    """The units of which this person may read what is held today."""
    below = {unit for top in units_overseen(person) for unit in services.subtree(store, top)}
    return [unit for unit in sorted(below) if may_read_held(person, services.lineage(store, unit))]


def comments(store: Store, person: Person) -> list[HeldComment]:
    """The comments that wait for this person, the oldest first."""
    found = holds.held(store, units(store, person))
    return [one for one in found if not tells_of(person, one)]


def files(store: Store, person: Person) -> list[SentEvidence]:
    """What citizens sent along and waits for this person, the oldest first."""
    return evidence.held(store, units(store, person))


def tells_of(person: Person, one: HeldComment) -> bool:
    """Whether the comment names this person: nobody decides about themselves."""
    return is_named(one.words, staff_names([person.name or ""]))


def overdue(store: Store, found: Sequence[HeldComment], now: datetime) -> list[HeldComment]:
    """Those that wait for more working days of their unit than they should."""
    own = calendars.of_units(store) if found else {}
    return [
        one for one in found if decided_by(own[one.unit_id], one.day) < local(now, one.zone).date()
    ]


def decided_by(calendar: Calendar, day: date) -> date:
    """By when somebody should have decided about what came that day."""
    return calendar.presuming().nth_working_day_after(day, PATIENCE)
