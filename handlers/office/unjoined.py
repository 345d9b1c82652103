"""Bergabung: who has never joined, by unit, and new slips with joining codes for just these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.people.found import check_keeps, wards
from handlers.openings import ToCode, ToSlips, ToUnjoined, ToUnjoinedAt
from handlers.words.moments import moment_words
from handlers.words.pages import goes_on, on_page, page_rows
from handlers.words.unjoined import unjoined_line
from models.calendar import local
from models.letters import Button, Fact, File, Letter, Lines, Text, Verbatim, Words
from models.people import Person
from models.refused import Refused
from models.services import Unit
from models.store import Store
from models.store.oversight.trail import Note, note
from models.store.people import people, roll
from models.store.people.roll import Unjoined

MADE = "lembar"
"""What the edge draws: a PDF of slips, each with a person, their code and when it ends."""
ALL = 0
A_PAGE = 6
"""So many names stand on a page of one unit's, each with its tap, beside the other ways."""
MOST_SLIPS = 200
"""So many slips are in one file; for the others another one is asked for afterwards."""


@dataclass(frozen=True)
class UnjoinedUnit:
    """A unit, and who works there and has never joined."""

    unit: Unit
    people: tuple[Unjoined, ...]


@dataclass(frozen=True)
class UnjoinedUnits:
    """The units where anybody has not joined, a page of them."""

    units: Sequence[UnjoinedUnit]
    page: int

    @property
    def everybody(self) -> list[Unjoined]:
        return [one for several in self.units for one in several.people]


@dataclass(frozen=True)
class UnjoinedPage:
    """Who of one unit has not joined, a page of them; None where nobody is left."""

    of: UnjoinedUnit | None
    page: int

    @property
    def shown(self) -> Sequence[Unjoined]:
        return on_page(self.of.people, self.page, A_PAGE) if self.of else ()


@dataclass(frozen=True)
class SlipsAsked:
    """For whom slips are asked, of which unit (0: of all), and whether nobody has made any since
    the screen was shown."""

    people: Sequence[Unjoined]
    unit: int
    fresh: bool


def look(store: Store, person: Person, opening: ToUnjoined | None, now: datetime) -> UnjoinedUnits:
    """Of all units whose people one keeps; refused to who keeps nobody's."""
    every = _by_unit(_found(store, person, now))
    return UnjoinedUnits(every, opening.page if opening else 0)


def look_at_unit(
    store: Store, person: Person, opening: ToUnjoinedAt | None, now: datetime
) -> UnjoinedPage:
    """Of one unit."""
    opening = opening or ToUnjoinedAt(ALL)
    found = _by_unit(_found(store, person, now, unit=opening.unit))
    return UnjoinedPage(found[0] if found else None, opening.page)


def look_before_slips(
    store: Store, person: Person, opening: ToSlips | None, now: datetime
) -> SlipsAsked:
    """Whoever has not joined by now, whatever the screen has said."""
    opening = opening or ToSlips(ALL)
    found = _found(store, person, now, unit=opening.unit or None)
    if not found:
        raise Refused(Text("bergabung-none"))
    return SlipsAsked(found, opening.unit, _stamp(found) == opening.seen)


def _found(
    store: Store, person: Person, now: datetime, *, unit: int | None = None
) -> list[Unjoined]:
    check_keeps(person)
    found = roll.unjoined(store, wards(store, person, now), now=now, unit_id=unit)
    return [one for one in found if one.id != person.id]


def _by_unit(found: Sequence[Unjoined]) -> list[UnjoinedUnit]:
    grouped = groupby(found, key=lambda one: one.unit)
    return [UnjoinedUnit(unit, tuple(several)) for unit, several in grouped]


def _stamp(found: Sequence[Unjoined]) -> int:
    """What tells their codes from the next ones: seconds since 1970 until the last of them ends."""
    ends = [int(one.code_until.timestamp()) for one in found if one.code_until]
    return max(ends, default=0)


def units_letter(found: UnjoinedUnits) -> Letter:
    """How many of each unit; a tap for each, and for the slips of all."""
    everybody = found.everybody
    if not everybody:
        return Letter((Text("bergabung-none"),))
    counts: dict[str, Fact] = {"count": len(everybody), "units": len(found.units)}
    shown = on_page(found.units, found.page)
    lines = [_counted(one) for one in shown]
    rows = [(ToUnjoinedAt(one.unit.id).button(_label(one)),) for one in shown]
    turning = page_rows(ToUnjoined, found.page, more=goes_on(found.units, found.page))
    head = (Text("bergabung-title", counts), Lines(tuple(lines)), Text("bergabung-counts-not"))
    return Letter(head, ((_slips(ALL, everybody),), *rows, *turning))


def unit_letter(found: UnjoinedPage) -> Letter:
    """The names, each with whether a code of theirs still works; a tap makes one for them alone."""
    up = ToUnjoined().button(Text("button-bergabung"))
    if found.of is None:
        return Letter((Text("bergabung-none"),), ((up,),))
    number, people = found.of.unit.id, found.of.people
    facts: dict[str, Fact] = {"unit": found.of.unit.name, "count": len(people)}
    more = goes_on(people, found.page, A_PAGE)
    turning = page_rows(partial(ToUnjoinedAt, number), found.page, more=more)
    lines = Lines(tuple(unjoined_line(one) for one in found.shown))
    said = (Text("bergabung-unit", facts), lines, Text("bergabung-tap"))
    taps = [(_code(one),) for one in found.shown]
    return Letter(said, (*taps, (_slips(number, people),), *turning, (up,)))


def keep(store: Store, person: Person, asked: SlipsAsked, now: datetime) -> Letter:
    """New codes for them, the ones before taken back, on slips to be printed; a second tap on the
    same button only says so, since it would make the first sheet worthless."""
    if not asked.fresh:
        again = _slips(asked.unit, asked.people)
        return Letter((Text("bergabung-made-already"),), ((again,),))
    some = asked.people[:MOST_SLIPS]
    zone = some[0].unit.zone
    codes = people.invite_all(store, [one.id for one in some], now=now, by=person.id, zone=zone)
    for one in some:
        day = local(now, one.unit.zone).date()
        note(store, Note("code", now, day, by=person.id, about=one.id))
    until = codes[some[0].id].until
    said: list[Words] = [
        Text("bergabung-slips", {"count": len(some), **moment_words(until, zone)})
    ]
    if (left := len(asked.people) - len(some)) > 0:
        said.append(Text("bergabung-left", {"count": left}))
    pairs = ".".join(f"{number}.{one.code}" for number, one in codes.items())
    file = File("document", f"made:{MADE}.{int(until.timestamp())}.{pairs}", "kode-pendaftaran.pdf")
    up = ToUnjoined().button(Text("button-bergabung"))
    return Letter((Lines(tuple(said)), Text("bergabung-hand-out")), ((up,),), file=file)


def _slips(unit: int, people: Sequence[Unjoined]) -> Button:
    label = Text("button-bergabung-slips", {"count": len(people)})
    return ToSlips(unit, _stamp(people)).button_below(label)


def _code(one: Unjoined) -> Button:
    """A code for one alone, by their name."""
    seen = int(one.code_until.timestamp()) if one.code_until else 0
    return ToCode(one.id, seen).button_below(Verbatim(one.name))


def _counted(one: UnjoinedUnit) -> Words:
    without = sum(person.code_until is None for person in one.people)
    facts: dict[str, Fact] = {"unit": one.unit.name, "count": len(one.people), "without": without}
    return Text("bergabung-line", facts)


def _label(one: UnjoinedUnit) -> Text:
    return Text("button-bergabung-unit", {"unit": one.unit.name, "count": len(one.people)})


def concerns(found: UnjoinedPage) -> list[int]:
    """Of whom is shown by name that they have not joined."""
    return [one.id for one in found.shown]


CONVERSATION = Several(
    (
        Screen(ToUnjoined, look, units_letter),
        Screen(ToUnjoinedAt, look_at_unit, unit_letter, concerns=concerns),
        AtOnce(ToSlips, look_before_slips, keep),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=Offer(5),
        help=Offer(5, Text("guide-unjoined")),
        cost=Cost(1, 2, 1),
    ),
)
