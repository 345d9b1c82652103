"""Impor: a file of the office, sent in chat, seen as what it would change, and taken in; and what
waits for a second person, whoever brought it.

Doubled and late taps show how it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from handlers.engine.conversation import Conversation, Onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.engine.said import GivenFile
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.imports import tables
from handlers.office.imports.bring import BEFORE, Bring
from handlers.office.imports.deeds import agree, confirm, drop, refuse, standing
from handlers.office.imports.rights import may_second
from handlers.office.imports.words import coming, labels_of
from handlers.openings import (
    ToImport,
    ToImportDeed,
    ToImportKind,
    ToImports,
    ToTable,
    ToTables,
)
from models.letters import File, Letter, Text
from models.people import Person
from models.refused import Refused
from models.rights import units_headed, units_kept
from models.store import Store
from models.store.intake import arrivals, intakes
from models.store.intake.intakes import Intake
from models.store.rules.zones import zone_of

OPEN = 8
"""So many files that are open stand under the question."""
TABLES = "tabel"
"""What is chosen by who has no file yet."""
DEEDS = {"y": agree, "x": drop, "s": confirm, "t": refuse}


@dataclass(frozen=True)
class OpenIntakes:
    """What is open for somebody, whether they may bring a file too, and their clock (IANA)."""

    every: Sequence[Intake]
    brings: bool
    zone: str


def look(
    store: Store, person: Person, opening: ToImports | None, now: datetime
) -> OpenIntakes:
    """What is open for this person; refused to who keeps nobody's people and has nothing to agree
    to."""
    _check_seconds(person)
    if opening is None:
        raise gone()
    found = OpenIntakes(
        _open(store, person)[:OPEN],
        bool(units_kept(person)),
        zone_of(store, person.id or 0, now),
    )
    if not (found.brings or found.every):
        raise Refused(Text("impor-not-yours"))
    return found


async def ask(found: OpenIntakes) -> GivenFile | Onward:
    """A file, or what is open."""
    labels = labels_of(found.every, found.zone)
    options = [Option(str(o.id), label) for o, label in zip(found.every, labels, strict=True)]
    if not found.brings:
        return Onward.to(ToImport(int((await Pick("impor-open", options=options)).key)))
    facts = {"open": len(options)}
    options.append(Option(TABLES, Text("button-impor-tables")))
    brought = await Bring("impor-file", options=options, facts=facts)
    if brought.kind != BEFORE:
        return brought
    return Onward.to(ToTables() if brought.file == TABLES else ToImport(int(brought.file)))


def keep(store: Store, person: Person, given: GivenFile, now: datetime) -> Letter:
    """Have the file read."""
    arrivals.arrive(
        store,
        File("document", given.file, given.name),
        given_by=person.id or 0,
        address_id=person.address.id,
        channel=person.address.channel,
        now=now,
    )
    return coming(given.name or "")


def look_at_one(
    store: Store, person: Person, opening: ToImport | None, now: datetime
) -> Letter:
    """How a file stands: one's own, or one that needs a second person like oneself."""
    one = _mine(store, person, opening.number if opening else 0)
    return standing(store, person, one.id, now, page=opening.page if opening else 0)


def show(letter: Letter) -> Letter:
    """How it stands is in words already."""
    return letter


@dataclass(frozen=True)
class ImportDeed:
    """A file that was brought, and what is to become of it."""

    intake: Intake
    deed: Literal["y", "x", "s", "t"]


def look_before_a_deed(
    store: Store, person: Person, opening: ToImportDeed | None, now: datetime
) -> ImportDeed:
    """The file that is to be taken in or left."""
    if opening is None:
        raise gone()
    return ImportDeed(_mine(store, person, opening.number), opening.deed)


def do(store: Store, person: Person, found: ImportDeed, now: datetime) -> Letter:
    """Take it in, leave it; or agree, or not, as the second person."""
    return DEEDS[found.deed](store, person, found.intake, now)


@dataclass(frozen=True)
class Named:
    """A file that was brought, and what is in it."""

    intake: Intake
    kind: str


def look_before_naming(
    store: Store, person: Person, opening: ToImportKind | None, now: datetime
) -> Named:
    """The file of which somebody says what is in it."""
    if opening is None:
        raise gone()
    return Named(_mine(store, person, opening.number), opening.kind)


def name(store: Store, person: Person, named: Named, now: datetime) -> Letter:
    """Have it read as what it is."""
    arrivals.name(store, named.intake.id, named.kind, by=person.id or 0)
    return standing(store, person, named.intake.id, now)


CONVERSATION = Several(
    (
        Conversation(ToImports, look, ask, keep, patience=timedelta(hours=1)),
        Screen(ToImport, look_at_one, show),
        Screen(ToTables, tables.look, tables.show),
        Screen(ToTable, tables.look_at_one, tables.show_one),
        AtOnce(ToImportDeed, look_before_a_deed, do),
        AtOnce(ToImportKind, look_before_naming, name),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=Offer(2),
        help=Offer(2, Text("guide-import")),
        greeting=Offer(2, Text("button-import")),
        cost=Cost(2, 2, 2),
    ),
)


def gone() -> Refused:
    """There is no such file for this person."""
    again = ToImports().button(Text("button-impor-again"))
    return Refused(Text("impor-gone"), buttons=((again,),))


def _check_seconds(person: Person) -> None:
    """Only who keeps people or heads a unit may ever agree to anything."""
    if not (units_kept(person) or units_headed(person)):
        raise Refused(Text("impor-not-yours"))


def _mine(store: Store, person: Person, number: int) -> Intake:
    """The file with this number; somebody else's and none are refused alike."""
    _check_seconds(person)
    intake = intakes.intake(store, number)
    if intake is None or not _concerns(store, person, intake):
        raise gone()
    return intake


def _open(store: Store, person: Person) -> list[Intake]:
    """What this person has brought or may agree to, and is not settled."""
    every = (intakes.intake(store, number) for number in arrivals.open_numbers(store))
    return [one for one in every if one is not None and _concerns(store, person, one)]


def _concerns(store: Store, person: Person, intake: Intake) -> bool:
    return intake.given_by == person.id or may_second(store, person, intake)
