"""Lapor: a citizen says what must be put right, and gets a number at once.

Who says it is sealed (`models.store.complaints.reporters`): the unit reads what, where and when,
and nobody reads who.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.complaints import due_after, today_at
from handlers.complaints.weighty import takers_of, tell_oversight, unnamed, untaken
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import LONGEST_COMMENT, Option, Pick, Write
from handlers.openings import ToComplaint, ToMyComplaint
from models.complaints import ComplaintKind
from models.letters import Fact, Letter, Text, Verbatim
from models.people import Colleague, Person
from models.refused import Refused
from models.services import Counter, Unit, as_code
from models.store import Store
from models.store.complaints import complaints, reporters
from models.store.office import services

KINDS: Sequence[ComplaintKind] = ("plain", "ask", "wish", "weighty")


@dataclass(frozen=True)
class Places:
    """Where it may have been: the counter that was scanned, else all units that serve citizens; and
    who of the oversight team may take a weighty matter of each."""

    counter: Counter | None
    units: Sequence[Unit]
    takers: Mapping[int, Sequence[Colleague]] = field(default_factory=dict)


@dataclass(frozen=True)
class Untaken:
    """Nobody of the oversight team may read it there."""

    unit: Unit


@dataclass(frozen=True)
class Grievance:
    """What a citizen has said: where, of which kind, in which words."""

    unit: Unit
    counter: Counter | None
    kind: ComplaintKind
    words: str


def look(store: Store, person: Person, opening: ToComplaint | None, now: datetime) -> Places:
    """The counter behind the code, and the units to choose from."""
    counter = None
    if opening is not None and opening.code:
        counter = services.counter_by_code(store, as_code(opening.code) or "")
    found = {one.unit.id: one.unit for one in services.all_counters(store)}
    if not found:
        raise Refused(Text("rate-no-services"))
    asked = [counter.unit.id] if counter else list(found)
    return Places(counter, list(found.values()), takers_of(store, asked, now))


async def ask(places: Places) -> Grievance | Untaken:
    """What happened, where, of which kind; then a card with who will read it."""
    words = await Write("complaint-words", longest=LONGEST_COMMENT, gathers=True)
    unit = places.counter.unit if places.counter else await _unit(places.units)
    kinds = [Option(one, Text(f"complaint-is-{one}")) for one in KINDS]
    kind = KINDS[kinds.index(await Pick("complaint-kind", options=kinds))]
    if kind == "weighty" and not unnamed(places.takers.get(unit.id, ()), words):
        return Untaken(unit)
    send = Option("send", Text("button-complaint-send"))
    facts: dict[str, Fact] = {
        "place": places.counter.full_name if places.counter else unit.name,
        "kind": Text(f"complaint-kind-{kind}"),
        "words": words,
        "readers": Text(f"complaint-readers-{'weighty' if kind == 'weighty' else 'unit'}"),
    }
    await Pick("complaint-card", options=[send], yes="send", decisive="send", facts=facts)
    return Grievance(unit, places.counter, kind, words)


def keep(store: Store, person: Person, said: Grievance | Untaken, now: datetime) -> Letter:
    """File it under a number, behind a seal, and say when the next word comes."""
    if isinstance(said, Untaken):
        return untaken(said.unit)
    day = today_at(store, said.unit.id, now)
    due = due_after(store, said.unit.id, day, "complaint-first")
    made = complaints.file(
        store,
        kind=said.kind,
        unit_id=said.unit.id,
        with_id=said.unit.id,
        counter_id=said.counter.id if said.counter else None,
        said_on=day,
        due_on=due,
        seal=reporters.sealed(store, person.address),
    )
    reporters.tie(store, person.address, made.id)
    complaints.step(store, made, "said", day=day, words=said.words)
    if made.is_weighty:
        tell_oversight(store, made, said.words, now)
    thanks = Text("complaint-filed", {"number": made.number, "due": due})
    onward = ToMyComplaint(made.id).button(Text("button-complaint-status"))
    return Letter((thanks,), ((onward,),))


async def _unit(units: Sequence[Unit]) -> Unit:
    if len(units) == 1:
        return units[0]
    options = [Option(str(one.id), Verbatim(one.name)) for one in units]
    return units[options.index(await Pick("complaint-unit", options=options))]


CONVERSATION = Conversation(
    ToComplaint,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="everybody",
        menu=Offer(2),
        help=Offer(2, Text("guide-lapor")),
        greeting=Offer(2, Text("button-lapor")),
        linked=True,
        cost=Cost(5, 6, 5, answer="Antrean kacau sejak pagi."),
    ),
    gathers=True,
)
