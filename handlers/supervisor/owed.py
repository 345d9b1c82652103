"""Tertunda: who is not rated yet, and whose turn it is; for who heads a unit or keeps its people.

It tells that a rating is missing, and nothing of any rating.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen, Several
from handlers.openings import ToOwed, ToOwedBy
from handlers.supervisor.team.members import NAMES, names
from handlers.words.evaluation import quarter_rows
from handlers.words.figures import quarter_name
from handlers.words.pages import goes_on, on_page, page_rows
from models.calendar import local
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.people import Colleague, Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_read_owed, units_followed
from models.store import Store
from models.store.office import services
from models.store.people import people
from models.store.work import evaluations

NOBODY = 0
A_PAGE = 20
"""So many names stand on a page of one superior's."""


@dataclass(frozen=True)
class OwedOf:
    """Whom one superior has not rated yet; without one, who has none."""

    superior: Colleague | None
    people: tuple[Colleague, ...]


@dataclass(frozen=True)
class OwedQuarter:
    """A quarter's missing ratings, who owes most first; and how many the quarter before lacks."""

    quarter: Quarter
    by: Sequence[OwedOf]
    before: int
    newest: bool
    page: int = 0

    @property
    def shown(self) -> Sequence[OwedOf]:
        return on_page(self.by, self.page)


@dataclass(frozen=True)
class OwedPage:
    """Everybody whom one superior has not rated yet, a page of them."""

    quarter: Quarter
    of: OwedOf
    page: int

    @property
    def shown(self) -> Sequence[Colleague]:
        return on_page(self.of.people, self.page, A_PAGE)


def look(store: Store, person: Person, opening: ToOwed | None, now: datetime) -> OwedQuarter:
    """The quarter asked for, else the last one."""
    wards, opening = _wards(store, person, now), opening or ToOwed()
    newest = _newest(wards)
    quarter = min(opening.quarter or newest, newest)
    before = len(_owed(store, wards, quarter.previous))
    by = _by_superior(store, _owed(store, wards, quarter))
    return OwedQuarter(quarter, by, before, quarter == newest, opening.page)


def look_at_one(store: Store, person: Person, opening: ToOwedBy | None, now: datetime) -> OwedPage:
    """One superior's; of whom nothing is missing (any longer) there is nobody in it."""
    wards = _wards(store, person, now)
    newest = _newest(wards)
    opening = opening or ToOwedBy(newest, NOBODY)
    quarter = min(opening.quarter, newest)
    found = _owed(store, wards, quarter)
    theirs = [one for one in found if (one.superior_id or NOBODY) == opening.superior]
    by = _by_superior(store, theirs)
    return OwedPage(quarter, by[0] if by else OwedOf(None, ()), opening.page)


def _wards(store: Store, person: Person, now: datetime) -> Mapping[date, set[int]]:
    """The units whose ratings this person follows, with those below, by the day it is there."""
    found: dict[date, set[int]] = defaultdict(set)
    for number in units_followed(person):
        unit = services.unit(store, number)
        if unit is not None and may_read_owed(person, services.lineage(store, number)):
            found[local(now, unit.zone).date()].update(services.subtree(store, number))
    if not found:
        raise Refused(Text("tertunda-not-yours"))
    return found


def _newest(wards: Mapping[date, set[int]]) -> Quarter:
    return Quarter.of(max(wards)).previous


def _owed(
    store: Store, wards: Mapping[date, set[int]], quarter: Quarter
) -> list[evaluations.Owed]:
    every = (evaluations.owed(store, units, quarter, day) for day, units in wards.items())
    return [one for several in every for one in several]


def _by_superior(store: Store, found: Sequence[evaluations.Owed]) -> list[OwedOf]:
    by: dict[int | None, list[Colleague]] = defaultdict(list)
    for one in found:
        by[one.superior_id].append(Colleague(one.id, one.name))
    every = [OwedOf(_called(store, number), tuple(several)) for number, several in by.items()]
    return sorted(every, key=_first)


def _first(one: OwedOf) -> tuple[int, str]:
    return -len(one.people), one.superior.name if one.superior else ""


def _called(store: Store, number: int | None) -> Colleague | None:
    return None if number is None else Colleague(number, people.name_of(store, number))


def quarter_letter(owed: OwedQuarter) -> Letter:
    """A line for each superior, with the first names; a tap for all of theirs."""
    title = Text("tertunda-title", {"quarter": quarter_name(owed.quarter)})
    count = sum(len(one.people) for one in owed.by)
    if not count:
        said: list[Words] = [title, Text("tertunda-none")]
    else:
        superiors = sum(one.superior is not None for one in owed.by)
        head = Text("tertunda-count", {"count": count, "superiors": superiors})
        said = [title, head, Lines(tuple(_line(one) for one in owed.shown))]
    rows = [(_to_one(owed.quarter, one),) for one in owed.shown]
    turning = page_rows(
        partial(ToOwed, owed.quarter), owed.page, more=goes_on(owed.by, owed.page)
    )
    quarters = quarter_rows(
        ToOwed, owed.quarter, before=owed.before or None, newest=owed.newest
    )
    return Letter(tuple(said), (*rows, *turning, *quarters))


def _line(one: OwedOf) -> Words:
    facts: dict[str, Fact] = {"count": len(one.people), "names": names(one.people)}
    if one.superior is None:
        return Text("tertunda-nobody", facts)
    return Text("tertunda-by", {**facts, "superior": one.superior.name})


def _to_one(quarter: Quarter, one: OwedOf) -> Button:
    superior = one.superior
    called: str | Text = superior.name if superior else Text("tertunda-no-superior")
    label = Text("button-tertunda-by", {"name": called, "count": len(one.people)})
    return ToOwedBy(quarter, superior.id if superior else NOBODY).button(label)


def one_letter(owed: OwedPage) -> Letter:
    """The names, and the way back."""
    up = ToOwed(owed.quarter).button(Text("button-tertunda"))
    if not owed.of.people:
        return Letter((Text("tertunda-none-of"),), ((up,),))
    named = Lines(tuple(Text("tertunda-name", {"name": one.name}) for one in owed.shown))
    number = owed.of.superior.id if owed.of.superior else NOBODY
    more = goes_on(owed.of.people, owed.page, A_PAGE)
    turning = page_rows(partial(ToOwedBy, owed.quarter, number), owed.page, more=more)
    title = Text("tertunda-title", {"quarter": quarter_name(owed.quarter)})
    return Letter((title, _line(owed.of), named), (*turning, (up,)))


def concerns(owed: OwedQuarter) -> list[int]:
    """Whose missing rating is shown by name."""
    return [one.id for several in owed.shown for one in several.people[:NAMES]]


CONVERSATION = Several(
    (
        Screen(ToOwed, look, quarter_letter, concerns=concerns),
        Screen(
            ToOwedBy, look_at_one, one_letter, concerns=lambda owed: [one.id for one in owed.shown]
        ),
    ),
    manifest=Manifest(
        serves="followers",
        menu=Offer(1),
        help=Offer(1, Text("guide-owed")),
        greeting=Offer(1, Text("button-tertunda")),
        cost=Cost(1, 2, 1),
    ),
)
