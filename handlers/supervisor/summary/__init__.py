"""Ringkasan: what citizens say of a unit, on one screen, for who heads or oversees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from itertools import takewhile
from zoneinfo import ZoneInfo

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import SummaryList, ToSummary
from handlers.supervisor.released import Released, released, top_of
from handlers.supervisor.scope import FigureScope, What, scope_of
from handlers.supervisor.summary.heard import heard_in
from handlers.supervisor.summary.speed import measured
from handlers.supervisor.summary.words import (
    WHERE_FROM,
    SummaryPart,
    View,
    detail_letter,
    heard_letter,
    list_letter,
    scope_letter,
    voices_letter,
)
from handlers.words.notice import unread
from handlers.words.pages import SHOWN
from models.disclosure import Place
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_read_figures, may_rebut, units_read
from models.services import Counter, Unit, counter_name
from models.store import Store
from models.store.complaints import complaints
from models.store.office import services, unit_tree
from models.store.ratings import quarantines, ratings, tallies, visit_codes
from models.store.ratings.closes import closed_on, waiting
from models.store.ratings.quarantines import HeldBack
from models.store.ratings.ratings import ToldComment, Withheld
from models.store.ratings.shut import shut_words
from models.store.ratings.visit_codes import Codes
from models.store.rules import settings
from models.store.rules.measures import Measure, measure

LISTS: tuple[SummaryList, ...] = ("unit", "layanan", "loket")
"""What a scope is taken apart into."""


def look(store: Store, person: Person, opening: ToSummary | None, now: datetime) -> View:
    """The figures of a scope; refused to who neither heads nor oversees its unit or one above.

    A past quarter keeps the tree as it was on its last day, for the sums and for who may read them.
    """
    read = units_read(person)
    if not read:
        raise Refused(Text("summary-not-yours"))
    bare = opening == ToSummary()
    asked = ToSummary("u", read[0]) if bare else opening
    day = asked.quarter.last_day if asked and asked.quarter else None
    scope = scope_of(store, asked.what, asked.number, day) if asked and asked.what else None
    lineage = services.lineage(store, scope.unit.id, day) if scope else ()
    if asked is None or scope is None or not may_read_figures(person, lineage):
        raise Refused(Text("summary-not-yours"))
    today = now.astimezone(ZoneInfo(scope.unit.zone)).date()
    top = top_of(person, lineage)
    view = _view(store, scope, asked, today=today)
    if asked.list == "kata":
        view = replace(view, rebuts=may_rebut(person, lineage, serves=False))
        return _with_voices(store, scope, view, asked.page, top)
    if asked.list == "didengar" and scope.what == "u":
        return replace(view, heard=heard_in(store, scope, view.quarter, view.closed))
    view = _with_figures(store, scope, view, asked, top)
    if view.list:
        return view
    others = _others(store, read, scope) if bare else ()
    return replace(view, others=others, notice=unread(store, person))


def _view(store: Store, scope: FigureScope, asked: ToSummary, *, today: date) -> View:
    """What every screen says of the scope and its quarter, without a figure."""
    quarter = asked.quarter or Quarter.of(today)
    here = measure(store, quarter)
    return View(
        opening=ToSummary(scope.what, scope.number, quarter),
        name=scope.name,
        unit=scope.unit,
        quarter=quarter,
        here=here,
        now=here.figures({}),
        list=asked.list,
        page=asked.page,
        nests=scope.is_of_several,
        running=quarter == Quarter.of(today),
        closed=closed_on(store, scope.unit.zone),
        population=scope.population,
    )


def _with_figures(
    store: Store, scope: FigureScope, view: View, asked: ToSummary, top: int
) -> View:
    """What was released, and what is in no figure; the first screen also knows the quarter before,
    and a list its parts."""
    before: Released | None = None
    if view.list:
        (found,) = released(store, scope, view.here, top=top)
    else:
        found, before = _with_the_quarter_before(store, scope, view.here, top)
    if view.list in LISTS:
        return replace(view, parts=_parts(store, found, asked))
    return replace(
        view,
        now=found.whole(),
        before=None if before is None else before.whole(),
        waiting=waiting(store, scope.counter_ids, view.quarter, until=view.closed),
        further_up=found.further_up(),
        basis=settings.legal_survey(store, view.quarter),
        care=_care(store, scope, view.here),
        batches=_batches(store, scope, view.quarter),
        codes=_codes(store, scope, view.quarter),
        speed=measured(store, scope, view.here, view.closed),
    )


def _with_the_quarter_before(
    store: Store, scope: FigureScope, here: Measure, top: int
) -> tuple[Released, Released | None]:
    """The quarter, and the newest one before it of which anything was released: nearly always the
    one right before, so both are read at once."""
    quarter = here.quarter
    found, last = released(store, scope, here, measure(store, quarter.previous), top=top)
    if last.is_there:
        return found, last
    earlier = tallies.last_quarters(store, scope.counter_ids, before=quarter, level=scope.level)
    for one in earlier[:1]:
        return found, released(store, scope, measure(store, one), top=top)[0]
    return found, None


def _with_voices(store: Store, scope: FigureScope, view: View, page: int, top: int) -> View:
    """What was written, unless it is shut; of what is held how much."""
    place, day = Place(scope.what, scope.number), view.quarter.last_day
    view = replace(view, withheld=_withheld(store, scope, view.quarter))
    if place in shut_words(store, top, view.here, day=day):
        return replace(view, shields=True)
    return replace(view, voices=_voices(store, scope, view.quarter, page))


def show(view: View) -> Letter:
    """The screen in words, with a new notice where it was not seen yet."""
    if view.list == "kata":
        return voices_letter(view)
    if view.list == "didengar":
        return heard_letter(view)
    if view.list in WHERE_FROM:
        return detail_letter(view)
    if view.list:
        return list_letter(view)
    letter, (more, notice) = scope_letter(view), view.notice
    return replace(
        letter, paragraphs=(*letter.paragraphs, *more), buttons=(*letter.buttons, *notice)
    )


CONVERSATION = Screen(
    ToSummary, look, show,
    manifest=Manifest(
        serves="heads",
        menu=Offer(1),
        help=Offer(1, Text("guide-summary")),
        greeting=Offer(1, Text("button-summary")),
        cost=Cost(2, 9, 2),
    ),
)


def _parts(store: Store, found: Released, asked: ToSummary) -> Sequence[SummaryPart]:
    """The units, services or counters below the scope in the office's order, each with its own
    figures; where there are several units, each service and counter with its own."""
    scope, quarter = found.scope, found.here.quarter
    day = asked.quarter.last_day if asked.quarter else None
    tree = unit_tree.ordered(store, scope.unit.id, day) if scope.what == "u" else []
    if asked.list == "unit":
        return list(_units(store, found, tree))
    rank = {number: place for place, (number, _) in enumerate(tree, start=1)}
    counters = sorted(scope.counters, key=lambda counter: rank.get(counter.unit.id, 0))
    what: What = "s" if asked.list == "layanan" else "c"
    named = (_named(counter, what, full=scope.is_of_several) for counter in counters)
    return [
        SummaryPart(ToSummary(what, number, quarter), name, found.part(what, number))
        for number, name in {number: name for some in named for number, name in some}.items()
    ]


def _named(counter: Counter, what: What, *, full: bool) -> Iterator[tuple[int, str]]:
    """The counter, or its services, by number and name."""
    if what == "c":
        yield counter.id, counter.full_name if full else counter.name
        return
    for one in counter.services:
        yield one.id, counter_name(one.name, counter.unit.name) if full else one.name


def _units(
    store: Store, found: Released, tree: Sequence[tuple[int, int]]
) -> Iterator[SummaryPart]:
    """The units below that have a counter, or have below them one that does: each with its own
    figures, and how deep it stands."""
    names = {unit.id: unit.name for unit in services.every_unit(store)}
    own: dict[int, list[int]] = {}
    for counter in found.scope.counters:
        own.setdefault(counter.unit.id, []).append(counter.id)
    for place, (number, depth) in enumerate(tree):
        deeper = takewhile(partial(_is_deeper, depth), tree[place + 1 :])
        inside = {c for unit in (number, *(one for one, _ in deeper)) for c in own.get(unit, ())}
        if inside:
            opening = ToSummary("u", number, found.here.quarter)
            yield SummaryPart(opening, names[number], found.below(number, inside), depth)


def _is_deeper(depth: int, one: tuple[int, int]) -> bool:
    return one[1] > depth


def _voices(
    store: Store, scope: FigureScope, quarter: Quarter, page: int
) -> Sequence[ToldComment]:
    """What was written beside ratings that are released: who has just come is not to be known."""
    return ratings.told(
        store,
        scope.counter_ids,
        quarter,
        level=scope.level,
        most=SHOWN + 1,
        skip=page * SHOWN,
        service_id=scope.service_id,
    )


def _care(store: Store, scope: FigureScope, here: Measure) -> Mapping[int, int]:
    """How citizens found the handling of the unit's complaints; nothing below the smallest number,
    and nothing of a counter or a service."""
    if scope.what != "u":
        return {}
    quarter = here.quarter
    found = complaints.cared(store, scope.unit.id, quarter.first_day, quarter.last_day)
    return found if sum(found.values()) >= here.enough.causes else {}


def _batches(store: Store, scope: FigureScope, quarter: Quarter) -> Sequence[HeldBack]:
    """How many ratings there are held, and why."""
    return quarantines.held_back(store, scope.counter_ids, quarter, service_id=scope.service_id)


def _codes(store: Store, scope: FigureScope, quarter: Quarter) -> Codes:
    """How many visit codes were given at these counters: few, where they go only to the content;
    and how many were printed there."""
    if scope.what == "s":
        return Codes()
    return visit_codes.counted(store, scope.counter_ids, quarter.first_day, quarter.last_day)


def _withheld(store: Store, scope: FigureScope, quarter: Quarter) -> Withheld:
    """How many comments of a unit are not shown, and why; of a counter or a service that is not
    told, since few serve there."""
    if scope.what != "u":
        return Withheld()
    return ratings.withheld(store, scope.counter_ids, quarter, level=scope.level)


def _others(store: Store, read: Sequence[int], scope: FigureScope) -> list[Unit]:
    units = (services.unit(store, unit_id) for unit_id in read)
    return [unit for unit in units if unit is not None and unit.id != scope.unit.id]
