"""Macet: at which questions people stop; for who heads a unit or keeps its people.

Counts of questions, nobody's anything, and whole days alone: the last of them is yesterday.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import ToStops
from handlers.words.pages import goes_on, on_page, page_rows
from models.asks import LEAST, QuestionCount
from models.calendar import local
from models.instruments import Instrument, instrument
from models.letters import Fact, Letter, Lines, Text, Words
from models.people import Person
from models.refused import Refused
from models.rights import may_read_stops, units_followed
from models.store import Store
from models.store.office import services, stops
from models.store.rules.measures import own_surveys_on
from models.store.rules.zones import WITHOUT_POST
from models.survey_words import question

A_PAGE = 6
"""So many questions stand on a page, each with two lines."""
SHEETS = ("survey-question", "survey-own-question")
"""What a sheet asks one element after another by one name."""


@dataclass(frozen=True)
class Stops:
    """The questions that were asked in some units, the worst first: of which days, which page."""

    which: ToStops
    days: tuple[date, date]
    stops: Sequence[QuestionCount]
    surveys: Sequence[Instrument]


def look(store: Store, person: Person, opening: ToStops | None, now: datetime) -> Stops:
    """What was asked in all units that one follows, until yesterday by the clock where a day ends
    last."""
    units = _units(store, person)
    which, today = opening or ToStops(), local(now, WITHOUT_POST).date()
    first, last = today.replace(day=1), today - timedelta(days=1)
    if which.month:
        last = first - timedelta(days=1)
        first = last.replace(day=1)
    surveys = [instrument(), *own_surveys_on(store, last).values()]
    return Stops(which, (first, last), stops.between(store, units, first, last), surveys)


def _units(store: Store, person: Person) -> set[int]:
    """All units whose forms one may see counted; the office as a whole too, for who reaches all."""
    tops = set(services.tops(store))
    found: set[int] = set()
    for number in units_followed(person):
        if may_read_stops(person, services.lineage(store, number)):
            found.update(services.subtree(store, number))
    if not found:
        raise Refused(Text("macet-not-yours"))
    return found | {stops.OFFICE} if tops <= found else found


def show(seen: Stops) -> Letter:
    """A page of questions, and the way to the other month."""
    which = seen.which
    other = replace(which, month="" if which.month else "lalu", page=0)
    label = "button-macet-this" if which.month else "button-macet-last"
    months = (other.button(Text(label)),)
    first, last = seen.days
    month = "last" if which.month else "this"
    facts: dict[str, Fact] = {"month": month, "first": first, "last": last}
    title = Text("macet-title", facts)
    if not seen.stops:
        return Letter((title, Text("macet-none")), (months,))
    shown = [Lines(tuple(_lines(one, seen))) for one in on_page(seen.stops, which.page, A_PAGE)]
    more = goes_on(seen.stops, which.page, A_PAGE)
    turning = page_rows(partial(ToStops, which.month), which.page, more=more)
    return Letter((title, *shown, Text("macet-how", {"least": LEAST})), (*turning, months))


def _lines(one: QuestionCount, seen: Stops) -> Sequence[Words]:
    called = Text(f"title-{one.conversation}", otherwise="macet-gone")
    named = Text("macet-question", {"form": called, "question": _question(one, seen)})
    counts: dict[str, Fact] = {"asked": one.asked, "went": one.went_on, "least": LEAST}
    return named, Text(_told(one), counts)


def _told(one: QuestionCount) -> str:
    """Which words tell it: none of its numbers is of fewer people than are told of."""
    if one.asked < LEAST:
        return "macet-few"
    if one.went_on < LEAST:
        return "macet-few-went"
    return "macet-few-left" if one.left < LEAST else "macet-went"


def _question(one: QuestionCount, seen: Stops) -> Text | str:
    """What was asked, in short."""
    name, _, element = one.question.partition(".")
    if name not in SHEETS:
        return Text(name, otherwise="macet-gone", gist=True)
    asked = [question(one, element) for one in seen.surveys if element in one.elements]
    return asked[-1] if asked else Text("macet-gone")


CONVERSATION = Screen(
    ToStops,
    look,
    show,
    manifest=Manifest(
        serves="followers",
        menu=None,
        help=Offer(3, Text("guide-macet")),
        cost=Cost(1, 2, 1),
    ),
)
