"""Triwulan: a civil servant's own evaluation of a quarter, for the superior to read.

Each quarter is a form of its own, so that whoever was interrupted goes on with it on any later day.
What was sent can be sent anew, also late, until the superior has rated the quarter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.engine.conversation import Conversation, Onward, read
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.openings import ToEvaluation, ToResult, ToScores
from handlers.staff.evaluation.form import EvaluationSheet, filled
from handlers.words.figures import quarter_name
from models.calendar import local
from models.evaluations import Evaluation, claims_of
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import works
from models.store import Store
from models.store.people import charges, leaves
from models.store.rules import calendars
from models.store.work import entries as work
from models.store.work import evaluations, records
from models.window import evaluation_window

PATIENCE = timedelta(days=45)


@dataclass(frozen=True)
class Ahead:
    """No window is open: when the running quarter's opens, and what became of the one before.

    `last` is the last day of that one's window; None where the person had no post then.
    """

    running: Quarter
    opens: date
    last: date | None = None
    sent: bool = False
    rated: bool = False


def look(
    store: Store, person: Person, opening: ToEvaluation | None, now: datetime
) -> Onward | Ahead | EvaluationSheet:
    """The quarter's sheet; without an opening the way to the one that is due.

    Refused to who has no post, or had none in that quarter, and where the quarter is rated.
    """
    if not works(person) or person.id is None or person.post is None:
        raise Refused(Text("triwulan-not-staff"))
    today = local(now, person.post.unit.zone).date()
    if opening is None:
        raise Refused(Text("triwulan-unknown"))
    if opening.quarter is None:
        due = _due(store, person.id, today)
        return Onward.to(ToEvaluation(due)) if due else _ahead(store, person.id, today)
    if opening.quarter >= Quarter.of(today):
        return _ahead(store, person.id, today)
    return _sheet(store, person.id, opening.quarter, today)


async def ask(found: Onward | Ahead | EvaluationSheet) -> Onward | Ahead | Evaluation:
    """The form; nothing to ask where there is only a way or a day to name."""
    return await filled(found) if isinstance(found, EvaluationSheet) else found


def keep(store: Store, person: Person, outcome: Ahead | Evaluation, now: datetime) -> Letter:
    """Keep the evaluation in place of the one sent before; say who reads it, and what comes."""
    if isinstance(outcome, Ahead):
        return _ahead_letter(outcome)
    evaluations.put(store, outcome)
    approvers = charges.approvers_of(store, outcome.person_id, outcome.sent_on)
    sent = Text("triwulan-sent", {"quarter": quarter_name(outcome.quarter)})
    if approvers.superior is None:
        next_step = Text("triwulan-next-nobody")
    else:
        waits = "triwulan-next" if approvers.superior.signers else "triwulan-next-unjoined"
        next_step = Text(waits, {"name": approvers.superior.superior.name})
    anew = ToEvaluation(outcome.quarter).button_below(Text("triwulan-anew"))
    scores = ToScores(outcome.quarter).button_below(Text("triwulan-scores"))
    return Letter((sent, next_step), ((anew,), (scores,)))


def title(found: Onward | Ahead | EvaluationSheet) -> Text:
    """The form is known by its quarter."""
    if isinstance(found, EvaluationSheet):
        return Text("title-triwulan-of", {"quarter": quarter_name(found.quarter)})
    return Text("title-triwulan")


CONVERSATION = Conversation(
    ToEvaluation,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="staff",
        menu=Offer(5),
        help=Offer(5, Text("guide-evaluate")),
        cost=Cost(8, 30, 8),
    ),
    patience=PATIENCE,
    title=title,
)


def begun(store: Store, person_id: int, quarter: Quarter) -> bool:
    """Whether the person has answered something of this quarter's form and not finished it."""
    opening = ToEvaluation(quarter)
    forms = evaluations.forms(
        store, person_id, conversation=opening.conversation, opening=opening.written
    )
    return any(not kept.noted for answers in forms for kept in read(json.loads(answers)))


def last_day(store: Store, person_id: int, quarter: Quarter) -> date:
    """The last day of the person's own window."""
    away = leaves.away(store, person_id)
    return evaluation_window(quarter, calendars.of_person(store, person_id), away=away).last


def _due(store: Store, person_id: int, today: date) -> Quarter | None:
    """The quarter to open: one that is missing first, the oldest; one that may be sent anew; one
    that was begun and is late by now."""
    open_now = [q for q in _open(store, person_id, today) if _can_send(store, person_id, q)]
    for quarter in reversed(open_now):
        if evaluations.evaluation(store, person_id, quarter) is None:
            return quarter
    if open_now:
        return open_now[0]
    before = Quarter.of(today).previous
    late = begun(store, person_id, before) and _can_send(store, person_id, before)
    return before if late else None


def _open(store: Store, person_id: int, today: date) -> Iterator[Quarter]:
    """The quarters whose window is not over, the newest first."""
    quarter = Quarter.of(today).previous
    while today <= last_day(store, person_id, quarter):
        yield quarter
        quarter = quarter.previous


def _can_send(store: Store, person_id: int, quarter: Quarter) -> bool:
    if evaluations.appraisal(store, person_id, quarter) is not None:
        return False
    return bool(evaluations.had_post(store, [person_id], quarter))


def _ahead(store: Store, person_id: int, today: date) -> Ahead:
    running = Quarter.of(today)
    before = running.previous
    away = leaves.away(store, person_id)
    opens = evaluation_window(running, calendars.of_person(store, person_id), away=away).first
    if not evaluations.had_post(store, [person_id], before):
        return Ahead(running, opens)
    return Ahead(
        running,
        opens,
        last=last_day(store, person_id, before),
        sent=evaluations.evaluation(store, person_id, before) is not None,
        rated=evaluations.appraisal(store, person_id, before) is not None,
    )


def _sheet(store: Store, person_id: int, quarter: Quarter, today: date) -> EvaluationSheet:
    if not evaluations.had_post(store, [person_id], quarter):
        raise Refused(Text("triwulan-no-post", {"quarter": quarter_name(quarter)}))
    if evaluations.appraisal(store, person_id, quarter) is not None:
        raise Refused(
            Text("triwulan-rated", {"quarter": quarter_name(quarter)}),
            buttons=((_appraisal(quarter),),),
        )
    entries = work.entries_of(store, [person_id], quarter.first_day, quarter.last_day)
    return EvaluationSheet(
        person_id,
        quarter,
        today,
        last_day(store, person_id, quarter),
        claims_of(records.aims_of(store, person_id, quarter), entries),
        evaluations.evaluation(store, person_id, quarter),
    )


def _ahead_letter(ahead: Ahead) -> Letter:
    """When it opens; the quarter before stays within reach as long as it can be sent."""
    facts: dict[str, Fact] = {"quarter": quarter_name(ahead.running), "opens": ahead.opens}
    words, before = [Text("triwulan-ahead", facts)], ahead.running.previous
    buttons = [(_scores(),)]
    named: dict[str, Fact] = {"quarter": quarter_name(before)}
    if ahead.rated:
        buttons.insert(0, (_appraisal(before),))
    elif ahead.last is not None:
        way = Text("triwulan-anew") if ahead.sent else Text("triwulan-send-late", named)
        state = "triwulan-ahead-sent" if ahead.sent else "triwulan-ahead-missing"
        words.append(Text(state, {**named, "last": ahead.last}))
        buttons.insert(0, (ToEvaluation(before).button(way),))
    return Letter(tuple(words), tuple(buttons))


def _appraisal(quarter: Quarter) -> Button:
    return ToResult(quarter).button(Text("hasil-open"))


def _scores() -> Button:
    return ToScores().button(Text("triwulan-scores"))
