"""What somebody is told of the complaints that are theirs: what is new, what is due soon or today.

Of the office's lane: so that it takes nobody's day from the summary of their team.
"""

from __future__ import annotations

from datetime import datetime

from handlers.complaints import today_at
from handlers.complaints.levels import who_has
from handlers.supervisor.complaints.cases import to_inbox, waiting
from models.campaigns import Due, complaint_days
from models.complaints import OF_OFFICE, PROMPT_BEFORE
from models.letters import Fact, Letter, Text
from models.people import Person
from models.store import Store
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import Complaining
from models.store.rules import calendars


def reminder(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """How many of each; None where there are none today."""
    mine = [one for one in waiting(store, person) if one.state in OF_OFFICE]
    own = calendars.of_units(store) if mine else {}
    soon = new = last = 0
    for one in mine:
        day = today_at(store, one.unit_id, now)
        if person.id not in who_has(store, one, day):
            continue
        calendar = own[one.unit_id].presuming()
        last += one.due_on == day
        soon += one.due_on == calendar.nth_working_day_after(day, PROMPT_BEFORE)
        new += one.state == "new" and calendar.next_working_day(one.said_on) == due.day
    if not (soon or new or last):
        return None
    facts: dict[str, Fact] = {"name": person.name or "", "soon": soon, "new": new, "today": last}
    return Letter((Text("prompt-complaints", facts),), ((to_inbox(),),))


PROMPT = Prompt(
    kind="complaints",
    lane="hr",
    rank=75,
    dues=complaint_days,
    lacks=Complaining(),
    words=reminder,
)
