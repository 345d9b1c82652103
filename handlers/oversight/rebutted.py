"""Jawaban loket: what those who serve at a counter say of rude or false words; the oversight team
decides, and both they and who heads the unit are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import today_at, undecided
from handlers.complaints.moderating import check_overseer
from handlers.engine.topic import AtOnce, Screen
from handlers.openings import ToCounterVoices, ToJudgingRebuttal, ToRebuttals
from models.letters import OPENS, Button, Fact, Letter, Text
from models.people import Person
from models.rebuttals import DECISIONS, Decision, Rebuttal
from models.refused import Refused
from models.services import counter_name
from models.store import Store
from models.store.letters import letters
from models.store.oversight.looks import note_deed
from models.store.people import duties
from models.store.ratings import rebuttals


@dataclass(frozen=True)
class WaitingRebuttals:
    """The oldest that waits for this person, and how many do."""

    found: Sequence[Rebuttal]


@dataclass(frozen=True)
class RebuttalJudged:
    """A rebuttal, and what was tapped."""

    rebuttal: Rebuttal
    decision: Decision


def look(
    store: Store, person: Person, opening: ToRebuttals | None, now: datetime
) -> WaitingRebuttals:
    """What waits in the units that this person oversees; refused to who oversees none."""
    check_overseer(person)
    return WaitingRebuttals(undecided.rebutted(store, person))


def look_at_one(
    store: Store, person: Person, opening: ToJudgingRebuttal | None, now: datetime
) -> RebuttalJudged:
    """One of them; one elsewhere, one of oneself and none are refused alike."""
    check_overseer(person)
    units = undecided.units(store, person)
    one = rebuttals.one(store, units, opening.rebuttal) if opening else None
    if opening is None or one is None or not undecided.may_judge(person, one):
        raise Refused(Text("ditahan-gone"))
    return RebuttalJudged(one, opening.decision)


def show(waiting: WaitingRebuttals) -> Letter:
    """The comment, what is said of it, and what can be decided."""
    if not waiting.found:
        return Letter((Text("rebuttals-none"),), (_next(),))
    one = waiting.found[0]
    facts: dict[str, Fact] = {"counter": counter_name(one.counter, one.unit)}
    facts |= {"count": len(waiting.found), "kind": Text(f"rebuttal-{one.kind}")}
    said = Text("summary-voice", {"words": one.about})
    answered = Text("rebuttals-answered", {**facts, "words": one.words})
    rows = tuple((_judging(one, decision),) for decision in DECISIONS)
    return Letter((Text("rebuttals-title", facts), said, answered), rows)


def keep(store: Store, person: Person, judged: RebuttalJudged, now: datetime) -> Letter:
    """Decide, note it, and tell both; nothing where somebody was quicker."""
    one, decision = judged.rebuttal, judged.decision
    day = today_at(store, one.unit_id, now)
    if not rebuttals.decide(store, one, decision, day=day):
        return Letter((Text("ditahan-settled"),), (_next(),))
    note_deed(store, person, "held", None, now=now, rating=one.rating_id, state=decision)
    heads = duties.holders(store, "head", [one.unit_id], day)
    for who in dict.fromkeys((one.person_id, *heads)):
        letters.tell(store, who, decided_letter(one, decision), now=now)
    return Letter((Text(f"rebuttal-is-{decision}"),), (_next(),))


def decided_letter(one: Rebuttal, decision: Decision) -> Letter:
    """What who has said it and who heads the unit read. Who wrote the comment is known to nobody,
    so what was decided stands beside the comment, for whoever reads it there."""
    there = ToCounterVoices(one.counter_id)
    facts: dict[str, Fact] = {"counter": counter_name(one.counter, one.unit)}
    told = Text("told-rebuttal", {**facts, OPENS: there.tap})
    what = Text(f"rebuttal-told-{decision}", {"words": one.about, "own": one.words})
    return Letter((told, what), ((there.button(Text("button-voices")),),))


def way_to(waiting: Sequence[Rebuttal]) -> tuple[tuple[Button, ...], ...]:
    """The way to those that wait, where any does."""
    if not waiting:
        return ()
    return ((ToRebuttals().button(Text("button-rebuttals", {"count": len(waiting)})),),)


PARTS = (Screen(ToRebuttals, look, show), AtOnce(ToJudgingRebuttal, look_at_one, keep))


def _judging(one: Rebuttal, decision: Decision) -> Button:
    return ToJudgingRebuttal(one.id, decision).button(Text(f"button-rebuttal-{decision}"))


def _next() -> tuple[Button, ...]:
    return (ToRebuttals().button(Text("button-rebuttals-next")),)
