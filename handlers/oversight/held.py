"""Ditahan: comments that blame somebody who works there; the oversight team says who reads them.

The head of whom they tell reads no word of them, and nothing is shown by itself: after five working
days the team is reminded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.complaints import undecided
from handlers.complaints.moderating import check_overseer
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.openings import ToHeld, ToHolding
from handlers.oversight import held_files, held_ratings, rebutted
from models.campaigns import Due, held_comments
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Person
from models.rebuttals import Rebuttal
from models.refused import Refused
from models.rights import units_overseen
from models.services import counter_name
from models.store import Store
from models.store.complaints.evidence import SentEvidence
from models.store.oversight.looks import note_deed
from models.store.prompts.kinds import Prompt
from models.store.prompts.needs import Overseeing
from models.store.ratings import holds
from models.store.ratings.holds import AIRED, HELD, KEPT, SHOWN, HeldComment
from models.store.ratings.quarantines import Batch

_DEEDS = {"y": (SHOWN, (HELD,)), "x": (KEPT, (HELD,)), "z": (HELD, (SHOWN, AIRED, KEPT))}
"""What comes of a comment by each deed, and out of what."""


@dataclass(frozen=True)
class HeldPage:
    """The comment on this page, of so many; how many wait for longer than they should; and what
    else waits: files of complaints, rebuttals, ratings."""

    comment: HeldComment | None
    page: int
    count: int
    overdue: int
    files: Sequence[SentEvidence] = ()
    rebutted: Sequence[Rebuttal] = ()
    batches: Sequence[Batch] = ()


@dataclass(frozen=True)
class Holding:
    """A comment, and what was tapped."""

    comment: HeldComment
    deed: str


def look(store: Store, person: Person, opening: ToHeld | None, now: datetime) -> HeldPage:
    """What waits in the units that this person oversees; refused to who oversees none."""
    check_overseer(person)
    if opening is None:
        raise gone()
    found = undecided.comments(store, person)
    page = min(opening.page, max(len(found) - 1, 0))
    comment = found[page] if found else None
    late = len(undecided.overdue(store, found, now))
    files, answered = undecided.files(store, person), undecided.rebutted(store, person)
    batches = undecided.batches(store, person, now)
    return HeldPage(comment, page, len(found), late, files, answered, batches)


def look_at_one(store: Store, person: Person, opening: ToHolding | None, now: datetime) -> Holding:
    """One of them; one elsewhere, one of oneself and none are refused alike."""
    check_overseer(person)
    units = undecided.units(store, person)
    one = holds.decided(store, units, opening.comment) if opening else None
    if opening is None or one is None or undecided.tells_of(person, one):
        raise gone()
    return Holding(one, opening.deed)


def show(found: HeldPage) -> Letter:
    """The comment, where it was written, and what can be done with it."""
    one, page = found.comment, found.page
    if one is None:
        return Letter((Text("ditahan-none"),), _others(found))
    title: list[Words] = [Text("ditahan-title", {"number": page + 1, "count": found.count})]
    if found.overdue:
        title.append(Text("ditahan-overdue", {"count": found.overdue, "days": undecided.PATIENCE}))
    counter = counter_name(one.counter, one.unit)
    facts: dict[str, Fact] = {"counter": counter, "service": one.service}
    row = [
        ToHolding(one.id, "y").button(Text("button-ditahan-y")),
        ToHolding(one.id, "x").button(Text("button-ditahan-x")),
    ]
    if found.count > 1:
        after = ToHeld((page + 1) % found.count)
        row.append(after.button(Text("button-ditahan-next")))
    words = Text("summary-voice", {"words": one.words})
    said = (Lines(tuple(title)), Text("ditahan-where", facts), words)
    return Letter(said, (tuple(row), *_others(found)))


def _others(found: HeldPage) -> tuple[tuple[Button, ...], ...]:
    """The ways to what else waits."""
    return (
        *rebutted.way_to(found.rebutted),
        *held_files.way_to(found.files),
        *held_ratings.way_to(found.batches),
    )


def keep(store: Store, person: Person, holding: Holding, now: datetime) -> Letter:
    """Do what was tapped, and note it; nothing where somebody was quicker."""
    hold, before = _DEEDS[holding.deed]
    one = holding.comment
    if not holds.decide(store, one.id, hold, before=before):
        return Letter((Text("ditahan-settled"),), ((ToHeld().button(Text("button-ditahan")),),))
    note_deed(store, person, "held", None, now=now, rating=one.id, state=hold)
    rows = [(ToHeld().button(Text("button-ditahan")),)]
    if holding.deed != "z":
        rows.append((ToHolding(one.id, "z").button(Text("button-ditahan-z")),))
    return Letter((Text(f"ditahan-done-{holding.deed}"),), tuple(rows))


def reminder(store: Store, person: Person, due: Due, now: datetime) -> Letter | None:
    """What the team is told of comments that wait too long; None where none does."""
    if not units_overseen(person):
        return None
    late = len(undecided.overdue(store, undecided.comments(store, person), now))
    late += len(undecided.overdue(store, undecided.rebutted(store, person), now))
    late += len(undecided.overdue(store, undecided.batches(store, person, now), now))
    if not late:
        return None
    facts: dict[str, Fact] = {"name": person.name or "", "count": late, "days": undecided.PATIENCE}
    return Letter((Text("prompt-held", facts),), ((ToHeld().button(Text("button-ditahan")),),))


def gone() -> Refused:
    """There is nothing like that for this person."""
    return Refused(Text("ditahan-gone"))


CONVERSATION = Several(
    (
        Screen(ToHeld, look, show),
        AtOnce(ToHolding, look_at_one, keep),
        *held_files.PARTS,
        *rebutted.PARTS,
        *held_ratings.PARTS,
    ),
    manifest=Manifest(
        serves="overseers",
        menu=Offer(1),
        help=Offer(1, Text("guide-ditahan")),
        greeting=Offer(1, Text("button-ditahan")),
        cost=Cost(1, 3, 1, by="employee"),
    ),
)
PROMPT = Prompt(
    kind="held",
    lane="hr",
    rank=80,
    dues=held_comments,
    lacks=Overseeing(),
    words=reminder,
    lasts=True,
)
