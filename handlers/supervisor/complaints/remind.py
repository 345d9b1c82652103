"""What somebody is told of the complaints that are theirs: what is new, what is due soon or today.

Of the office's lane: so that it takes nobody's day from the summary of their team.
"""

from __future__ import annotations

from collections import Counter as Tally
from datetime import date, datetime

from handlers.complaints import today_at, undecided
from handlers.complaints.levels import who_has
from handlers.supervisor.complaints.cases import to_inbox, waiting
from models.calendar import Calendar
from models.campaigns import Due, complaint_days
from models.complaints import OF_OFFICE, PROMPT_BEFORE, Complaint
from models.letters import Fact, Letter, Text
from models.people import Person
from models.store import Store
from models.store.complaints import complaints
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import Complaining
from models.store.rules import calendars


def reminder(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """How many of each, and how much that citizens sent waits for the moderator in such; None where
    there is nothing today."""
    mine = [one for one in waiting(store, person) if one.state in OF_OFFICE]
    sent = [one.complaint_id for one in undecided.files(store, person)]
    own = calendars.of_units(store) if mine or sent else {}
    told: Tally[str] = Tally()
    for one in mine:
        day = today_at(store, one.unit_id, now)
        if person.id in who_has(store, one, day):
            told.update(_near(one, own[one.unit_id].presuming(), day, due.day))
    for one in complaints.these(store, sent):
        day = today_at(store, one.unit_id, now)
        if one.state in OF_OFFICE and _near(one, own[one.unit_id].presuming(), day, due.day):
            told["held"] += sent.count(one.id)
    if not told.total():
        return None
    facts: dict[str, Fact] = {name: told[name] for name in ("soon", "new", "today", "held")}
    facts |= {"name": person.name or ""}
    return Letter((Text("prompt-complaints", facts),), ((to_inbox(),),))


def _near(one: Complaint, calendar: Calendar, day: date, asked_on: date) -> list[str]:
    """What of it is to be told on this day: it is new, its day comes soon, or is today."""
    last, soon = one.due_on == day, calendar.nth_working_day_after(day, PROMPT_BEFORE)
    new = one.state == "new" and calendar.next_working_day(one.said_on) == asked_on
    found = {"today": last, "soon": one.due_on == soon, "new": new}
    return [name for name, is_so in found.items() if is_so]


PROMPT = Prompt(
    kind="complaints",
    lane="hr",
    rank=75,
    dues=complaint_days,
    lacks=Complaining(),
    words=reminder,
)
