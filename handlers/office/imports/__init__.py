"""Impor: a file of the office, sent in chat, seen as what it would change, and taken in.

An opening is empty (bring a file), or the number of one with what is wished: `5` (how it stands),
`5.y` (take it in), `5.x` (leave it), `5.s` and `5.t` (a second person agrees, or does not),
`5.k.people` (that is what is in it). Doubled and late taps show how it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from handlers.conversation import Conversation, Onward
from handlers.manifest import Cost, Manifest, Place
from handlers.office.imports.bring import BEFORE, Bring
from handlers.office.imports.deeds import agree, confirm, drop, refuse, standing
from handlers.office.imports.rights import may_second
from handlers.office.imports.words import coming, label_of
from handlers.openings import ToImports
from handlers.questions import Option
from handlers.said import Given
from models.letters import File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_kept
from models.store import Store
from models.store.intake import arrivals, intakes
from models.store.intake.intakes import Intake

_OPENING = re.compile(r"(?P<number>\d{1,9})(?:\.(?P<deed>[yxst])|\.k\.(?P<kind>[a-z]{1,12}))?")
OPEN = 8
"""So many files that are open stand under the question."""


@dataclass(frozen=True)
class Bringing:
    """What is open for this person."""

    open: tuple[Intake, ...]


@dataclass(frozen=True)
class Wish:
    """A file that was brought, and what is to become of it; `kind`: what it is."""

    intake: Intake
    deed: str = ""
    kind: str = ""


Facts: TypeAlias = Bringing | Wish
Outcome: TypeAlias = Wish | Given


def look(store: Store, person: Person, opening: str, now: datetime) -> Facts:
    """What is open, or one file: one's own, or one that needs a second person like oneself.

    Refused to who keeps nobody's people; somebody else's file and none alike.
    """
    if not units_kept(person):
        raise Refused(Text("impor-not-yours"))
    if not opening:
        return Bringing(tuple(_open(store, person))[:OPEN])
    found = _OPENING.fullmatch(opening)
    intake = intakes.intake(store, int(found["number"])) if found else None
    if found is None or intake is None or not _concerns(store, person, intake):
        again = ToImports().button(Text("button-impor-again"))
        raise Refused(Text("impor-gone"), buttons=((again,),))
    return Wish(intake, found["deed"] or "", found["kind"] or "")


async def ask(facts: Facts) -> Outcome | Onward:
    """A file, or one that is open."""
    if isinstance(facts, Wish):
        return facts
    options = [Option(str(one.id), label_of(one)) for one in facts.open]
    brought = await Bring("impor-file", options=options, facts={"open": len(options)})
    return Onward("impor", brought.file) if brought.kind == BEFORE else brought


def keep(store: Store, person: Person, outcome: Outcome, now: datetime) -> Letter:
    """Have the file read, or do what was wished."""
    if isinstance(outcome, Given):
        return _brought(store, person, outcome, now)
    one, deeds = outcome.intake, {"y": agree, "x": drop, "s": confirm, "t": refuse}
    if outcome.kind:
        arrivals.name(store, one.id, outcome.kind, by=person.id or 0)
    elif outcome.deed:
        return deeds[outcome.deed](store, person, one, now)
    return standing(store, person, one.id)


CONVERSATION = Conversation(
    "impor",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="keepers",
        menu=Place(2),
        help=Place(2, Text("guide-import")),
        greeting=Place(2, Text("button-import")),
        cost=Cost(2, 2, 2),
    ),
    patience=timedelta(hours=1),
)


def _brought(store: Store, person: Person, given: Given, now: datetime) -> Letter:
    arrivals.arrive(
        store,
        File("document", given.file, given.name),
        given_by=person.id or 0,
        address_id=person.address.id,
        channel=person.address.channel,
        now=now,
    )
    return coming(given.name or "")


def _open(store: Store, person: Person) -> list[Intake]:
    """What this person has brought or may agree to, and is not settled."""
    every = (intakes.intake(store, number) for number in arrivals.open_numbers(store))
    return [one for one in every if one is not None and _concerns(store, person, one)]


def _concerns(store: Store, person: Person, intake: Intake) -> bool:
    return intake.given_by == person.id or may_second(store, person, intake)
