"""Standar: what the office has published of a service: requirements, time, fees, procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.anyone.office.lines import lines_of
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToComplaint, ToOfficeLines, ToRating, ToStandard
from handlers.words.pages import goes_on, on_page, page_rows
from models.calendar import local
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.services import as_code, counter_name
from models.standards import COMPONENTS, Component, Standard, meant
from models.store import Store
from models.store.office import services, standards
from models.store.rules.zones import WITHOUT_POST
from models.wording import LINED, within

A_PAGE = 7
"""So many services are on a page, beside the ways that turn it and lead on."""
FOLDED = 160
"""Characters of a component that are shown among the others."""


@dataclass(frozen=True)
class StandardTold:
    """The standards that may be meant, and what is asked of them; `beside` says it in the office's
    own line where the standard of the one that is meant does not."""

    asked: ToStandard
    found: Sequence[Standard]
    beside: Sequence[Words] = field(default=())

    @property
    def part(self) -> Component | None:
        """The component that is asked; None: all of them."""
        return self.asked.part or None


def look(store: Store, person: Person, opening: ToStandard | None, now: datetime) -> StandardTold:
    """What is published today of the service that is meant, for everybody."""
    asked = opening or ToStandard()
    today = local(now, WITHOUT_POST).date()
    every = standards.on(store, today)
    found = _meant(store, asked.of, every) if asked.of else every
    if len(found) != 1 or not asked.part or asked.part in found[0].components:
        return StandardTold(asked, found)
    unit, lined = found[0].service.unit_id, [one for one in LINED if one == asked.part]
    return StandardTold(asked, found, lines_of(store, lined, unit, today))


def _meant(store: Store, of: str, every: Sequence[Standard]) -> Sequence[Standard]:
    """By number, by the code of the counter where one stands, or by name."""
    if of.isdecimal():
        return [one for one in every if one.service.key == of]
    code = as_code(of)
    counter = services.counter_by_code(store, code) if code else None
    here = [one.service for one in every]
    named = list(counter.services) if counter else meant(of, here)
    return [one for one in every if one.service in named]


def show(told: StandardTold) -> Letter:
    """The standard of the one that is meant, or which there are."""
    if len(told.found) == 1:
        return _one(told, told.found[0])
    return _which(told) if told.found else _none(told)


def _none(told: StandardTold) -> Letter:
    every = ToStandard(told.asked.part).button(Text("button-standar-others"))
    ways = (every,), (ToOfficeLines().button(Text("button-office")),)
    return Letter((Text("standar-none"),), ways)


def _which(told: StandardTold) -> Letter:
    page = told.asked.page
    shown = on_page(told.found, page, A_PAGE)
    rows = [
        (ToStandard(told.asked.part, one.service.key).button(Verbatim(one.service.name)),)
        for one in shown
    ]

    def turned(to: int) -> ToStandard:
        return ToStandard(told.asked.part, told.asked.of, to)

    turning = page_rows(turned, page, more=goes_on(told.found, page, A_PAGE))
    names = Lines(tuple(Verbatim(counter_name(one.service.name, one.unit)) for one in shown))
    return Letter((Text("standar-which"), names), (*rows, *turning))


def _one(told: StandardTold, one: Standard) -> Letter:
    said = [*_said(told, one), Text("standar-since", {"since": one.since})]
    head = Text("standar-head", {"service": one.service.name, "unit": one.unit})
    return Letter((head, *said), (*_parts(told, one), *_ways(told)))


def _said(told: StandardTold, one: Standard) -> Sequence[Words]:
    """The component that is asked, whole; else of each its first words."""
    if told.part is None:
        return [Lines(tuple(_line(c, words, FOLDED) for c, words in one.components.items()))]
    if (words := one.components.get(told.part)) is not None:
        return [_line(told.part, words)]
    topic = Text(f"kantor-topic-{told.part}")
    return told.beside or [Text("standar-part-none", {"topic": topic})]


def _line(component: Component, words: str, longest: int = 0) -> Text:
    text = "standar-part" if "\n" not in words or longest else "standar-part-lines"
    shown = within("; ".join(words.split("\n")), longest) if longest else words
    facts: dict[str, Fact] = {"topic": Text(f"kantor-topic-{component}"), "words": shown}
    return Text(text, facts)


def _parts(told: StandardTold, one: Standard) -> Iterator[tuple[Button, ...]]:
    """The other components; where all stand there, those that do not stand there whole."""
    for component in COMPONENTS:
        words = one.components.get(component)
        is_whole = told.part is None and words is not None and _is_short(words)
        if words is not None and component != told.part and not is_whole:
            to = ToStandard(component, one.service.key)
            yield (to.button(Text(f"kantor-topic-{component}")),)


def _is_short(words: str) -> bool:
    return len(words) <= FOLDED and "\n" not in words


def _ways(told: StandardTold) -> Iterator[tuple[Button, ...]]:
    if told.part == "complaints":
        yield (ToComplaint().button(Text("button-lapor")),)
    yield (ToStandard(told.asked.part).button(Text("button-standar-others")),)
    yield (ToRating().button(Text("button-rate")),)


CONVERSATION = Screen(
    ToStandard,
    look,
    show,
    manifest=Manifest(
        serves="everybody",
        menu=None,
        help=Offer(9, Text("guide-standar")),
        linked=True,
        assisted=True,
        cost=Cost(1, 2, 1),
    ),
)
