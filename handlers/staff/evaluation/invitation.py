"""The invitation to the quarterly self-evaluation, and its two reminders."""

from __future__ import annotations

from datetime import datetime

from handlers.openings import ToEvaluation
from handlers.staff.evaluation import begun, last_day
from handlers.words.figures import quarter_name
from models import campaigns
from models.campaigns import Due
from models.letters import Fact, Letter, Text
from models.people import Person
from models.rights import works
from models.store import Store
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import EvaluationOpen
from models.store.work import evaluations


def invitation(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """What to say at the opening of the window and on both reminders' days.

    None for who has no post or had none in that quarter, has sent the evaluation, or is rated.
    """
    if not works(person) or person.id is None:
        return None
    quarter, me = due.quarter, person.id
    if not evaluations.had_post(store, [me], quarter):
        return None
    if evaluations.evaluation(store, me, quarter) or evaluations.appraisal(store, me, quarter):
        return None
    going = begun(store, me, quarter)
    facts: dict[str, Fact] = {
        "quarter": quarter_name(quarter),
        "last": last_day(store, me, quarter),
        "begun": "yes" if going else "no",
    }
    words = Text(f"triwulan-invite-{due.kind}", facts)
    label = Text("button-onward") if going else Text("triwulan-begin")
    return Letter((words,), ((ToEvaluation(quarter).button(label),),))


PROMPTS = tuple(
    Prompt(
        kind=kind,
        lane="own",
        rank=rank,
        dues=campaigns.evaluations,
        lacks=EvaluationOpen(early=kind == "half"),
        words=invitation,
        lasts=True,
    )
    for kind, rank in ((campaigns.OPENING, 10), ("half", 30), ("last", 20))
)
"""Whoever knows nothing of it yet comes before who is only reminded."""
