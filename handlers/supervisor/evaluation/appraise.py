"""Penilaian: a superior rates the quarter of somebody of their team.

A person rates: the predikat that the matrix leads to is a proposal (usulan), and nothing is
issued before it is confirmed. Another predikat needs a reason of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest
from handlers.engine.questions import Option, Pick, Write
from handlers.openings import ToAppraising, ToEvaluations, ToRecord
from handlers.supervisor.evaluation import not_yours, record_of, today_of
from handlers.supervisor.evaluation.words import EvaluationRecord, in_brief
from handlers.words.appraisal import news
from handlers.words.figures import quarter_name
from models.evaluations import Appraisal
from models.letters import Button, Fact, Letter, Text
from models.people import Person
from models.predikat import PREDIKATS, RATINGS, Predikat, Rating, proposed
from models.refused import Refused
from models.rights import is_own
from models.store import Store
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.oversight.work_digests import of_appraisal
from models.store.work import evaluations

LONGEST_REASON = 1000
PATIENCE = timedelta(days=7)
TEAM = Onward.to(ToEvaluations())


@dataclass(frozen=True)
class AppraisalGiven:
    """The confirmed rating of a record."""

    record: EvaluationRecord
    result: Rating
    conduct: Rating
    reason: str
    predikat: Predikat


def look(
    store: Store, person: Person, opening: ToAppraising | None, now: datetime
) -> EvaluationRecord | Onward:
    """The record to be rated; without an opening the way to the team.

    Refused to who is not the superior today, before the quarter is over, and while the person may
    still send their own evaluation.
    """
    today = today_of(person, now)
    if opening == ToAppraising():
        return TEAM
    if opening is None or opening.whose is None or opening.quarter is None:
        raise not_yours()
    record = record_of(store, person, ToRecord(opening.whose, opening.quarter), today=today)
    if not record.may_be_rated:
        facts: dict[str, Fact] = {"name": record.who.name, "last": record.last}
        raise Refused(Text("penilaian-wait", facts), buttons=((_back(record),),))
    return record


async def ask(record: EvaluationRecord | Onward) -> AppraisalGiven | Onward:
    """Both ratings and why, beside the evidence; then the predikat, confirmed by hand."""
    if isinstance(record, Onward):
        return record
    facts: dict[str, Fact] = {**_facts(record), "card": in_brief(record)}
    result = await _rating("penilaian-result", facts)
    conduct = await _rating("penilaian-conduct", facts)
    before = record.appraisal.reason if record.appraisal else ""
    usual = before if len(before) <= LONGEST_REASON else None
    reason = await Write("penilaian-reason", facts=facts, suggestion=usual, longest=LONGEST_REASON)
    given: dict[str, Fact] = {
        **facts,
        "result": Text(f"rating-{result}"),
        "conduct": Text(f"rating-{conduct}"),
        "reason": reason,
    }
    predikat, why = await _confirmed(proposed(result, conduct), given)
    return AppraisalGiven(record, result, conduct, f"{reason}\n{why}" if why else reason, predikat)


async def _confirmed(
    usual: Predikat, facts: dict[str, Fact]
) -> tuple[Predikat, str | None]:
    """The predikat, shown until it is confirmed; why, where it is not the proposal."""
    confirm = Option("confirm", Text("penilaian-confirm-now"))
    options = [confirm, Option("other", Text("penilaian-other-now"))]
    said = Text("predikat-proposed", {"predikat": Text(f"predikat-{usual}")})
    predikat, why = usual, None
    while True:
        shown = {**facts, "predikat": said}
        picked = await Pick(
            "penilaian-confirm", options=options, facts=shown, decisive=confirm.key
        )
        if picked.key == confirm.key:
            return predikat, why
        rows = [Option(key, Text(f"predikat-{key}")) for key in PREDIKATS]
        chosen = await Pick("penilaian-other", options=rows)
        predikat = next(key for key in PREDIKATS if key == chosen.key)
        why = None
        if predikat != usual:
            named = {"predikat": Text(f"predikat-{predikat}")}
            why = await Write("penilaian-other-reason", facts=named, longest=LONGEST_REASON)
            said = Text(
                "penilaian-chosen",
                {**named, "usual": Text(f"predikat-{usual}"), "reason": why},
            )
        else:
            said = Text("predikat-proposed", {"predikat": Text(f"predikat-{usual}")})


def keep(store: Store, person: Person, verdict: AppraisalGiven, now: datetime) -> Letter:
    """Keep the rating as the newest version and tell the person who was rated."""
    record = verdict.record
    made = evaluations.rate(
        store,
        Appraisal(
            person_id=record.who.id,
            quarter=record.quarter,
            superior_id=record.superior_id,
            result=verdict.result,
            conduct=verdict.conduct,
            reason=verdict.reason,
            predikat=verdict.predikat,
            rated_on=record.today,
        ),
    )
    digest = of_appraisal(store, made.id)
    what = {"quarter": made.quarter.key, "version": made.version, "digest": digest}
    note_deed(store, person, "appraise", record.who.id, now=now, **what)
    quarter = quarter_name(record.quarter)
    reached = letters.tell(store, record.who.id, news(store, made, quarter), now=now)
    facts: dict[str, Fact] = {
        "name": record.who.name,
        "quarter": quarter,
        "version": made.version,
        "predikat": Text(f"predikat-{made.predikat}"),
    }
    told = Text("penilaian-told" if reached else "penilaian-not-told", {"name": record.who.name})
    team = ToEvaluations(record.quarter).button(Text("evaluasi-team"))
    rows = (*_next(store, person, record), (_back(record),), (team,))
    return Letter((Text("penilaian-kept", facts), told), rows)


def title(record: EvaluationRecord | Onward) -> Text:
    """The form is known by whom it rates."""
    if isinstance(record, Onward):
        return Text("title-penilaian")
    return Text("title-penilaian-of", _facts(record))


def concerns(record: EvaluationRecord | Onward) -> list[int]:
    """Whoever is rated."""
    return [] if isinstance(record, Onward) else [record.who.id]


CONVERSATION = Conversation(
    ToAppraising,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="superiors",
        menu=None,
        help=None,
        cost=Cost(5, 9, 5, tap="{employee}@{quarter}", after=("triwulan",)),
    ),
    patience=PATIENCE,
    title=title,
    concerns=concerns,
)


async def _rating(name: str, facts: dict[str, Fact]) -> Rating:
    options = [Option(key, Text(f"rating-{key}")) for key in RATINGS]
    picked = await Pick(name, options=options, facts=facts)
    return next(key for key in RATINGS if key == picked.key)


def _facts(record: EvaluationRecord) -> dict[str, Fact]:
    return {"name": record.who.name, "quarter": quarter_name(record.quarter)}


def _next(store: Store, person: Person, record: EvaluationRecord) -> tuple[tuple[Button, ...], ...]:
    """The way to the next of the team who has sent theirs and waits for a rating."""
    ids = [one.id for one in person.team if not is_own(person, one.id)]
    waiting = evaluations.senders(store, record.quarter, ids) - set(
        evaluations.appraised(store, record.quarter, ids)
    )
    following = next((one for one in person.team if one.id in waiting), None)
    if following is None:
        return ()
    label = Text("penilaian-next", {"name": following.name})
    return ((ToRecord(following.id, record.quarter).button(label),),)


def _back(record: EvaluationRecord) -> Button:
    return ToRecord(record.who.id, record.quarter).button(Text("evaluasi-open"))
