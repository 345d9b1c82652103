"""Penilaian tertahan: ratings that came without a code in an hour that is not like others; they
count when the oversight team lets the whole batch count, and nobody sees what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from handlers.complaints import today_at, undecided
from handlers.complaints.moderating import check_overseer
from handlers.engine.topic import AtOnce, Screen
from handlers.openings import ToHeldRatings, ToJudgingRatings
from handlers.words.figures import how_many
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.services import counter_name
from models.store import Store
from models.store.oversight.looks import note_deed
from models.store.ratings import quarantines
from models.store.ratings.quarantines import COUNTED, LEFT, WAITING, Batch

_COUNTS = (COUNTED, (WAITING,))
_DEEDS = {"y": _COUNTS, "a": _COUNTS, "x": (LEFT, (WAITING,)), "z": (WAITING, (LEFT,))}
"""What comes of a batch by each deed, and out of what. What counts cannot be taken back."""


@dataclass(frozen=True)
class HeldRatings:
    """The batch on this page, of so many; `sure`: somebody has tapped that it is to count; `same`:
    how many of its unit wait for the same reason."""

    batch: Batch | None
    page: int
    count: int
    sure: bool
    same: int = 0


@dataclass(frozen=True)
class RatingsJudged:
    """What was tapped, and the batches that it is of."""

    batches: Sequence[Batch]
    deed: Literal["y", "a", "x", "z"]


def look(
    store: Store, person: Person, opening: ToHeldRatings | None, now: datetime
) -> HeldRatings:
    """What waits in the units that this person oversees; refused to who oversees none."""
    check_overseer(person)
    found = undecided.batches(store, person, now)
    page = min(opening.page if opening else 0, max(len(found) - 1, 0))
    if not found:
        return HeldRatings(None, page, 0, sure=False)
    sure = opening is not None and opening.sure == "y"
    return HeldRatings(found[page], page, len(found), sure, len(_like(found[page], found)))


def look_at_one(
    store: Store, person: Person, opening: ToJudgingRatings | None, now: datetime
) -> RatingsJudged:
    """One of them; one elsewhere, one of one's own counter and none are refused alike."""
    check_overseer(person)
    units = undecided.units(store, person)
    batch = quarantines.one(store, units, opening.batch) if opening else None
    if opening is None or batch is None or undecided.serves_there(store, person, batch, now):
        raise Refused(Text("ditahan-gone"))
    if opening.deed != "a":
        return RatingsJudged([batch], opening.deed)
    return RatingsJudged(_like(batch, undecided.batches(store, person, now)), opening.deed)


def _like(batch: Batch, found: Sequence[Batch]) -> Sequence[Batch]:
    """Those of the unit that wait for the same reason, where it is only when they came: what is too
    much or too much alike is looked at one by one."""
    if batch.why not in ("night", "closed"):
        return [batch]
    return [one for one in found if (one.unit_id, one.why) == (batch.unit_id, batch.why)]


def show(found: HeldRatings) -> Letter:
    """How many came where and when, why they wait, and what can be done; never what they say."""
    batch, page = found.batch, found.page
    if batch is None:
        return Letter((Text("batch-none"),))
    title = Text("batch-title", {"number": page + 1, "count": found.count})
    facts: dict[str, Fact] = {"counter": counter_name(batch.counter, batch.unit)}
    facts |= {"day": batch.day, "why": Text(f"batch-why-{batch.why}"), **how_many(batch.n)}
    told: list[Words] = [Lines((title, Text("batch-where", facts)))]
    told.append(Text("batch-sure" if found.sure else "batch-ask"))
    if found.sure and found.same > 1:
        told.append(Text("batch-same", {"count": found.same, "unit": batch.unit}))
    return Letter(tuple(told), _ways(found, batch))


def keep(store: Store, person: Person, judged: RatingsJudged, now: datetime) -> Letter:
    """Do what was tapped, and note it; nothing where somebody was quicker."""
    state, before = _DEEDS[judged.deed]
    after = (ToHeldRatings().button(Text("button-batches-next")),)
    done = []
    for batch in judged.batches:
        day = today_at(store, batch.unit_id, now)
        if quarantines.decide(store, batch, state, before=before, day=day):
            note_deed(store, person, "quarantine", None, now=now, batch=batch.id, state=state)
            done.append(batch)
    if not done:
        return Letter((Text("batch-settled"),), (after,))
    undo = ToJudgingRatings(done[0].id, "z").button(Text("button-ditahan-z"))
    rows = ((undo,), after) if state == LEFT else (after,)
    return Letter((Text(f"batch-is-{state}"),), rows)


def way_to(waiting: Sequence[Batch]) -> tuple[tuple[Button, ...], ...]:
    """The way to those that wait, where any does."""
    if not waiting:
        return ()
    return ((ToHeldRatings().button(Text("button-batches", {"count": len(waiting)})),),)


PARTS = (Screen(ToHeldRatings, look, show), AtOnce(ToJudgingRatings, look_at_one, keep))


def _ways(found: HeldRatings, batch: Batch) -> tuple[tuple[Button, ...], ...]:
    here = found.page
    if found.sure:
        row = [ToJudgingRatings(batch.id, "y").button(Text("button-batch-sure"))]
        if found.same > 1:
            every = Text("button-batch-same", {"count": found.same})
            row.append(ToJudgingRatings(batch.id, "a").button(every))
        return ((*row, ToHeldRatings(here).button(Text("button-batch-back"))),)
    row = [
        ToHeldRatings(here, "y").button(Text("button-batch-y")),
        ToJudgingRatings(batch.id, "x").button(Text("button-batch-x")),
    ]
    if found.count > 1:
        after = ToHeldRatings((here + 1) % found.count)
        row.append(after.button(Text("button-ditahan-next")))
    return (tuple(row),)
