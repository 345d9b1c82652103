"""Kantor: what the office tells of itself, and where to go with a complaint.

What stands here are the office's own lines, and the state's one channel for complaints,
SP4N-LAPOR! (PermenPANRB 62/2018; "no wrong door"), beside the form of our own (`lapor`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToComplaint, ToLog, ToOfficeLines, ToRating
from models.calendar import local
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.rights import works
from models.store import Store
from models.store.office import services
from models.store.rules import settings
from models.store.rules.zones import WITHOUT_POST
from models.wording import TOPICS, Topic

MOST_UNITS = 5
"""So many units with a line of their own are offered; any is found by its number on a button."""
ALL, COMPLAINTS = "info", "complaints"
OFFICE = ""
Told = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class OfficeLines:
    """What is told on each topic, which one is asked, and whose lines go first: of a unit and those
    above it."""

    topic: Topic
    told: Mapping[Topic, Told]
    first: Sequence[str]
    staff: bool

    def line(self, topic: Topic) -> Mapping[str, str] | None:
        """The line of the nearest unit that has one, else of the whole office."""
        told = self.told[topic]
        return next((told[key] for key in (*self.first, OFFICE) if key in told), None)


def look(
    store: Store, person: Person, opening: ToOfficeLines | None, now: datetime
) -> OfficeLines:
    """The lines of today, for everybody."""
    asked = opening or ToOfficeLines()
    today = local(now, WITHOUT_POST).date()
    told = {one: settings.lines(store, one, today) for one in TOPICS if one != ALL}
    own = person.post.unit.id if person.post is not None else None
    unit = asked.unit if asked.unit is not None else own
    above = services.lineage(store, unit) if unit is not None else ()
    first = [one.key for one in reversed(above)]
    return OfficeLines(asked.topic or "info", told, first, works(person))


def show(found: OfficeLines) -> Letter:
    """The lines of the topic, or of all; of complaints the state's channel too."""
    topics = [one for one in found.told if found.topic in (one, ALL)]
    lines = [_line(found, one) for one in topics if found.line(one) is not None]
    said: list[Words] = [Lines(tuple(lines))] if lines else [_none(found)]
    if COMPLAINTS in topics:
        said.append(Text("kantor-state"))
    if found.topic == COMPLAINTS:
        said.append(Text("kantor-lapor"))
    return Letter(tuple(said), (*_units(found), *_topics(found), *_ways(found)))


def _line(found: OfficeLines, topic: Topic) -> Words:
    line = found.line(topic) or {}
    facts: dict[str, Fact] = {"topic": Text(f"kantor-topic-{topic}"), "words": line["words"]}
    if line["unit"]:
        return Text("kantor-line-unit", {**facts, "unit": line["unit"]})
    return Text("kantor-line", facts)


def _none(found: OfficeLines) -> Words:
    return Text("kantor-none", {"topic": Text(f"kantor-topic-{found.topic}")})


def _units(found: OfficeLines) -> Iterator[tuple[Button, ...]]:
    """The units that have a line of their own on the topic."""
    if found.topic == ALL:
        return
    own = ((key, line) for key, line in found.told[found.topic].items() if key != OFFICE)
    for _, (key, line) in zip(range(MOST_UNITS), own, strict=False):
        if key not in found.first:
            unit = ToOfficeLines(found.topic, int(key))
            yield (unit.button(Verbatim(line["unit"])),)


def _topics(found: OfficeLines) -> Iterator[tuple[Button, ...]]:
    """What else is told, and complaints always."""
    there = [one for one, told in found.told.items() if told or one == COMPLAINTS]
    for one in there:
        if found.topic != one:
            yield (ToOfficeLines(one).button(Text(f"kantor-topic-{one}")),)


def _ways(found: OfficeLines) -> Iterator[tuple[Button, ...]]:
    if found.topic == COMPLAINTS:
        yield (ToComplaint().button(Text("button-lapor")),)
    yield (ToRating().button(Text("button-rate")),)
    if found.staff:
        yield (ToLog().button(Text("button-log")),)


CONVERSATION = Screen(
    ToOfficeLines,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=Offer(7, Text("guide-office")),
        greeting=Offer(3, Text("button-office")),
        cost=Cost(1, 2, 1),
    ),
)
