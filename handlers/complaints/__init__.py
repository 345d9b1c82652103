"""What is said of a complaint to either side: where and what it is, and its life so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from handlers.openings import ToConfirmingResult, ToMyComplaint
from models.calendar import local
from models.complaints import Complaint, ComplaintStep, Result, working_days
from models.letters import OPENS, Button, Fact, Letter, Lines, Text, Words
from models.masking import masked
from models.refused import Refused
from models.services import Counter, Unit
from models.store import Store
from models.store.office import services
from models.store.rules import calendars, settings

LONGEST_LINE = 200
RESULTS: Sequence[Result] = ("yes", "partly", "no")


def today_at(store: Store, unit_id: int, now: datetime) -> date:
    """The day it is in the unit's zone."""
    return local(now, unit_of(store, unit_id).zone).date()


def unit_of(store: Store, unit_id: int) -> Unit:
    """The unit of this number. Refused where there is none any more."""
    found = services.unit(store, unit_id)
    if found is None:
        raise Refused(Text("complaint-gone"))
    return found


def due_after(store: Store, unit_id: int, day: date, clock: str) -> date:
    """The last day of a clock (`models.complaints.CLOCKS`) that begins after this day, counted in
    the unit's working days; a year without a decree is taken to have no holidays."""
    days = working_days(settings.values_on(store, day), clock)
    return calendars.of_unit(store, unit_id).presuming().nth_working_day_after(day, days)


def place_of(store: Store, complaint: Complaint) -> str:
    """The counter with its unit, else the unit alone."""
    found: Sequence[Counter] = ()
    if complaint.counter_id is not None:
        found = services.counters_by_id(store, complaint.counter_id)
    return found[0].full_name if found else unit_of(store, complaint.unit_id).name


def headed(complaint: Complaint, place: str) -> Words:
    """Number, kind, place and day of a complaint."""
    facts: dict[str, Fact] = {
        "number": complaint.number,
        "kind": Text(f"complaint-kind-{complaint.kind}"),
        "place": place,
        "day": complaint.said_on,
    }
    return Text("complaint-head", facts)


def life(steps: Sequence[ComplaintStep], *, to_reporter: bool) -> Words:
    """What happened, in its order: the citizen reads units and no names."""
    return Lines(tuple(_line(step, to_reporter=to_reporter) for step in steps))


def _line(step: ComplaintStep, *, to_reporter: bool) -> Words:
    facts: dict[str, Fact] = {
        "day": step.day,
        "by": "" if to_reporter else step.by or "",
        "words": (step.words or "")[:LONGEST_LINE],
        "files": len(step.files),
    }
    side = "mine" if to_reporter else "case"
    return Text(f"{side}-step-{step.kind}", facts)


def taken_letter(complaint: Complaint, due: date) -> Letter:
    """What the citizen reads when somebody takes it on."""
    return Letter((Text("told-complaint-taken", {**_opens(complaint), "due": due}),))


def proof_letter(complaint: Complaint, words: str, due: date) -> Letter:
    """What the citizen reads of what was done; whether it is done is theirs to say."""
    said = Text("told-complaint-proof", {**_opens(complaint), "words": masked(words)})
    asked = Text("told-complaint-ask", {"due": due})
    return Letter((said, asked), (results(complaint.id),))


def _opens(complaint: Complaint) -> dict[str, Fact]:
    return {"number": complaint.number, OPENS: ToMyComplaint(complaint.id).tap}


def results(complaint_id: int) -> tuple[Button, ...]:
    """What a citizen can say of a result."""
    said = ((ToConfirmingResult(complaint_id, one), one) for one in RESULTS)
    return tuple(opening.button(Text(f"button-result-{one}")) for opening, one in said)
