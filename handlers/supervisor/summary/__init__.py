"""Ringkasan: what citizens say of a unit, on one screen, for who heads or oversees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import SummaryList, ToSummary
from handlers.supervisor.released import Released, released, top_of
from handlers.supervisor.scope import FigureScope, What, scope_of
from handlers.supervisor.summary.words import (
    SummaryPart,
    View,
    detail_letter,
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
from models.rights import may_read_figures, units_read
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.ratings import ratings, tallies
from models.store.ratings.closes import closed_on, waiting
from models.store.ratings.shut import shut_words
from models.store.rules import settings
from models.store.rules.measures import measure


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
    view = _view(store, scope, asked, today=today, top=top)
    if asked.list == "kata":
        here = measure(store, view.quarter)
        place, day = Place(scope.what, scope.number), view.quarter.last_day
        view = replace(view, held=_held(store, scope, view.quarter))
        if place in shut_words(store, top, here, day=day):
            return replace(view, shields=True)
        return replace(view, voices=_voices(store, scope, view.quarter, asked.page))
    if bare:
        view = replace(view, others=_others(store, read, scope))
    return view if asked.list else replace(view, notice=unread(store, person))


def _view(
    store: Store, scope: FigureScope, asked: ToSummary, *, today: date, top: int
) -> View:
    quarter = asked.quarter or Quarter.of(today)
    found, *before = [
        released(store, scope, measure(store, one), top=top, day=one.last_day)
        for one in (quarter, *_last_quarter(store, scope, quarter))
    ]
    closed = closed_on(store, scope.unit.zone)
    return View(
        opening=ToSummary(scope.what, scope.number, quarter),
        name=scope.name,
        unit=scope.unit,
        quarter=quarter,
        now=found.whole(),
        before=next((one.whole() for one in before), None),
        list=asked.list,
        page=asked.page,
        parts=_parts(found, asked.list),
        running=quarter == Quarter.of(today),
        closed=closed,
        waiting=waiting(store, scope.counter_ids, quarter, until=closed),
        further_up=found.further_up(),
        population=scope.population,
        basis=settings.legal_survey(store, quarter),
    )


def show(view: View) -> Letter:
    """The screen in words, with a new notice where it was not seen yet."""
    if view.list == "kata":
        return voices_letter(view)
    if view.list in ("ikm", "indeks"):
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


def _last_quarter(store: Store, scope: FigureScope, quarter: Quarter) -> list[Quarter]:
    """The newest quarter before this one of which anything was released, if any."""
    return tallies.last_quarters(store, scope.counter_ids, before=quarter, level=scope.level)[:1]


def _parts(found: Released, kind: SummaryList) -> Sequence[SummaryPart]:
    """The services or counters below the scope, each with its own figures."""
    scope, quarter = found.scope, found.here.quarter
    known: dict[int, str] = {}
    if kind == "layanan":
        known = {s.id: s.name for c in scope.counters for s in c.services}
    elif kind == "loket":
        known = {counter.id: counter.name for counter in scope.counters}
    what: What = "s" if kind == "layanan" else "c"
    return [
        SummaryPart(ToSummary(what, number, quarter), name, found.part(what, number))
        for number, name in known.items()
    ]


def _voices(
    store: Store, scope: FigureScope, quarter: Quarter, page: int
) -> Sequence[tuple[date, str]]:
    """What was written beside ratings that are released: who has just come is not to be known."""
    return ratings.reasons(
        store,
        scope.counter_ids,
        quarter,
        level=scope.level,
        most=SHOWN + 1,
        skip=page * SHOWN,
        service_id=scope.service_id,
    )


def _held(store: Store, scope: FigureScope, quarter: Quarter) -> int:
    """How many comments of a unit are held, without their words; of a counter or a service that
    is not told, since few serve there."""
    if scope.what != "u":
        return 0
    return ratings.held(store, scope.counter_ids, quarter, level=scope.level)


def _others(store: Store, read: Sequence[int], scope: FigureScope) -> list[Unit]:
    units = (services.unit(store, unit_id) for unit_id in read)
    return [unit for unit in units if unit is not None and unit.id != scope.unit.id]
