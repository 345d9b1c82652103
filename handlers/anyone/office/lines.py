"""Kantor: what the office tells of itself, and where to go with a complaint.

What stands here are the office's own lines, and the state's one channel for complaints,
SP4N-LAPOR! (PermenPANRB 62/2018; "no wrong door"), beside the form of our own (`lapor`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToComplaint, ToLog, ToOfficeLines, ToRating, ToStandard
from models.calendar import local
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.rights import works
from models.standards import COMPONENTS, Standard, alike
from models.store import Store
from models.store.office import services, standards
from models.store.rules import settings
from models.store.rules.zones import WITHOUT_POST
from models.wording import LINED, Line, Topic

MOST_UNITS = 5
"""So many units with a line of their own are offered; any is found by its number on a button."""
MOST_SERVICES = 4
"""So many services with a published standard are offered; the others stand in a list."""
NEAREST: Mapping[Topic, Line] = {"procedure": "requirements"}
"""Where an office has no line on a topic: the one that answers it as well."""
ALL: Literal["info"] = "info"
COMPLAINTS: Literal["complaints"] = "complaints"
OFFICE = ""
Told = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class OfficeLines:
    """What is told on each topic, which one is asked, and whose lines go first: of a unit and those
    above it. `services` are those whose published standard tells more of it."""

    topic: Topic
    told: Mapping[Line, Told]
    first: Sequence[str]
    staff: bool
    services: Sequence[Standard] = ()

    def line(self, topic: Line) -> Mapping[str, str] | None:
        """The line of the nearest unit that has one, else of the whole office."""
        told = self.told[topic]
        return next((told[key] for key in (*self.first, OFFICE) if key in told), None)

    @property
    def lined(self) -> Topic:
        """The topic whose line answers what is asked."""
        return NEAREST.get(self.topic, self.topic)

    @property
    def same(self) -> str | None:
        """What the standards of all services say of the topic in the same words."""
        part = self.to_standard.part
        return alike(self.services, part) if part else None

    @property
    def to_standard(self) -> ToStandard:
        """The way to what the standards of services say of it."""
        return ToStandard(next((one for one in COMPONENTS if one == self.topic), ""))


def look(
    store: Store, person: Person, opening: ToOfficeLines | None, now: datetime
) -> OfficeLines:
    """The lines of today, for everybody."""
    asked = opening or ToOfficeLines()
    today = local(now, WITHOUT_POST).date()
    told = {one: settings.lines(store, one, today) for one in LINED}
    own = person.post.unit.id if person.post is not None else None
    unit = asked.unit if asked.unit is not None else own
    topic: Topic = asked.topic or ALL
    published = standards.on(store, today)
    more = [one for one in published if topic == ALL or topic in one.components]
    return OfficeLines(topic, told, _first(store, unit), works(person), more)


def lines_of(
    store: Store, topics: Collection[Line], unit: int, day: date
) -> Sequence[Words]:
    """The lines on these topics that hold for a unit."""
    told = {one: settings.lines(store, one, day) for one in topics}
    found = OfficeLines(ALL, told, _first(store, unit), staff=False)
    return [_line(found, one) for one in topics if found.line(one) is not None]


def _first(store: Store, unit: int | None) -> Sequence[str]:
    above = services.lineage(store, unit) if unit is not None else ()
    return [one.key for one in reversed(above)]


def show(found: OfficeLines) -> Letter:
    """The lines of the topic, or of all; of complaints the state's channel too."""
    topics = [one for one in found.told if found.lined in (one, ALL)]
    lines = [_line(found, one) for one in topics if found.line(one) is not None]
    said: list[Words] = [Lines(tuple(lines))] if lines else []
    if found.same is not None:
        said.append(_of_every(found, found.same))
    elif found.services and found.topic != ALL:
        said.append(Text("standar-which"))
    elif not lines:
        said.append(_none(found))
    if COMPLAINTS in topics:
        said.append(Text("kantor-state"))
    if found.topic == COMPLAINTS:
        said.append(Text("kantor-lapor"))
    of_services = _services(found)
    return Letter(tuple(said), (*of_services, *_units(found), *_topics(found), *_ways(found)))


def _line(found: OfficeLines, topic: Line) -> Words:
    line = found.line(topic) or {}
    facts: dict[str, Fact] = {"topic": Text(f"kantor-topic-{topic}"), "words": line["words"]}
    if line["unit"]:
        return Text("kantor-line-unit", {**facts, "unit": line["unit"]})
    return Text("kantor-line", facts)


def _of_every(found: OfficeLines, words: str) -> Words:
    """What is the same for every service, once."""
    facts: dict[str, Fact] = {"topic": Text(f"kantor-topic-{found.topic}"), "words": words}
    many = Text("standar-same", {"count": len(found.services)})
    return Lines((Text("standar-part", facts), many))


def _none(found: OfficeLines) -> Words:
    return Text("kantor-none", {"topic": Text(f"kantor-topic-{found.topic}")})


def _services(found: OfficeLines) -> Iterator[tuple[Button, ...]]:
    """The services whose standards tell more; where there are many, the list of them."""
    if found.topic == ALL or found.same or len(found.services) > MOST_SERVICES:
        if found.services:
            yield (found.to_standard.button(Text("button-standar")),)
        return
    for one in found.services:
        to = ToStandard(found.to_standard.part, one.service.key)
        yield (to.button(Verbatim(one.service.name)),)


def _units(found: OfficeLines) -> Iterator[tuple[Button, ...]]:
    """The units that have a line of their own on the topic."""
    if found.topic == ALL:
        return
    told = next((told for one, told in found.told.items() if one == found.lined), {})
    own = ((key, line) for key, line in told.items() if key != OFFICE)
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
