"""The clocks of complaints: what comes when a day has gone by, for both sides to read.

What the office has let go by goes one level up, and the citizen is told why it takes longer. What
waits for the citizen goes on without an answer. A job, which may run late, twice or side by side:
each step asks how the complaint stands before it is written.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from handlers.complaints import due_after, news_letter, today_at, unit_of
from handlers.complaints.hearings import due_days, tell_superior
from handlers.complaints.levels import close, raise_up, tell_staff, to_second
from models.complaints import Complaint
from models.hearings import Hearing
from models.letters import Fact, Text
from models.store import Store
from models.store.complaints import complaints, hearings, reporters
from models.store.office import services
from models.store.rules import settings

_ONE_DAY = timedelta(days=1)
"""So far ahead of the clock's own day may a unit's day be."""


def run_clocks(store: Store, now: datetime) -> None:
    """Every complaint whose day is over in its unit's zone, by day."""
    _go_on_unheard(store, now)
    for one in complaints.due(store, before=now.date() + _ONE_DAY):
        unit = services.unit(store, one.unit_id)
        if unit is None or settings.is_quiet(store, now, unit.zone):
            continue
        day = today_at(store, one.unit_id, now)
        if one.due_on is not None and one.due_on < day:
            _over(store, one, day=day, now=now)


def _go_on_unheard(store: Store, now: datetime) -> None:
    """Every complaint that has waited for an employee's own word long enough, by day: whoever has
    asked hears that it goes on. Who was away meanwhile has longer."""
    for hearing in hearings.unheard(store, before=now.date() + _ONE_DAY):
        one = complaints.one(store, hearing.complaint_id)
        day = today_at(store, one.unit_id, now)
        zone = unit_of(store, one.unit_id).zone
        if hearing.due_on < day and not settings.is_quiet(store, now, zone):
            _unheard(store, one, hearing, day=day, now=now)


def _unheard(
    store: Store, one: Complaint, hearing: Hearing, *, day: date, now: datetime
) -> None:
    who = hearing.person_id
    later = due_days(store, one.unit_id, [who], hearing.asked_on)[who]
    if later >= day:
        hearings.go_on(store, hearing, due_on=later)
        return
    if not hearings.go_on(store, hearing, silent_on=day):
        return
    complaints.step(store, one, "unheard", day=day)
    what = Text("case-unheard", {"name": hearing.name})
    tell_staff(store, [hearing.asked_by], one, what, now=now)
    tell_superior(store, one, hearing, day=day, now=now)


def _over(store: Store, one: Complaint, *, day: date, now: datetime) -> None:
    match one.state:
        case "new" | "taken":
            _late(store, one, day=day, now=now)
        case "asked":
            _unanswered(store, one, day=day, now=now)
        case "answered":
            _silent(store, one, day=day, now=now)
        case "second":
            _unseen(store, one, day=day, now=now)


def _late(store: Store, one: Complaint, *, day: date, now: datetime) -> None:
    """One level up; the citizen reads why it takes longer, and until when."""
    raised = raise_up(store, one, one.state, why="late", day=day, now=now)
    if raised is None:
        return
    due, up = raised
    facts: dict[str, Fact] = {"due": due, "unit": up.name if up else ""}
    what = Text("told-complaint-raised" if up else "told-complaint-late", facts)
    reporters.tell(store, one.seal, news_letter(one, what), now=now)


def _unanswered(store: Store, one: Complaint, *, day: date, now: datetime) -> None:
    """Who has it goes on with what is known."""
    due = due_after(store, one.unit_id, day, "complaint-first")
    if not complaints.change(store, one, state="taken", due_on=due):
        return
    complaints.step(store, one, "silent", day=day)
    holder = [one.holder_id] if one.holder_id else []
    tell_staff(store, holder, one, Text("case-unanswered", {"due": due}), now=now)
    told = news_letter(one, Text("told-complaint-unanswered", {"due": due}))
    reporters.tell(store, one.seal, told, now=now)


def _silent(store: Store, one: Complaint, *, day: date, now: datetime) -> None:
    """A second person looks; where there is none, it is over, as the citizen was told."""
    if not complaints.change(store, one, state=one.state):
        return
    complaints.step(store, one, "silent", day=day)
    if not to_second(store, one, day=day, now=now):
        close(store, one, day=day, now=now)


def _unseen(store: Store, one: Complaint, *, day: date, now: datetime) -> None:
    """Whoever is one level up looks; above the top the clock closes it."""
    if raise_up(store, one, "second", why="unseen", day=day, now=now, only_up=True) is None:
        close(store, one, day=day, now=now)
