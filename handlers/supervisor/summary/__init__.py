"""Ringkasan: what citizens say of a unit, on one screen, for who heads or oversees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Screen
from handlers.openings import SummaryList, ToSummary
from handlers.supervisor.scope import FigureScope, scope_of
from handlers.supervisor.summary.words import (
    SummaryPart,
    View,
    list_letter,
    scope_letter,
    voices_letter,
)
from handlers.words.notice import unread
from handlers.words.pages import SHOWN
from models.figures import Figures, cells_of
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.release import Level, spans
from models.rights import may_read_figures, units_read
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.ratings import ratings, tallies
from models.store.ratings.closes import closed_on, waiting
from models.store.ratings.tallies import Cell
from models.store.rules import settings
from models.store.rules.measures import Measure, measure


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
    quarter = asked.quarter or Quarter.of(today)
    last = _last_quarter(store, scope, quarter)
    rows = _rows(store, scope, [quarter, *last])
    here, closed = measure(store, quarter), closed_on(store, scope.unit.zone)
    return View(
        opening=ToSummary(scope.what, scope.number, quarter),
        name=scope.name,
        unit=scope.unit,
        quarter=quarter,
        now=_figures(rows, scope, here),
        before=next((_figures(rows, scope, measure(store, one)) for one in last), None),
        list=asked.list,
        page=asked.page,
        parts=_parts(rows, scope, here, asked.list),
        voices=_voices(store, scope, quarter, asked.page) if asked.list == "kata" else (),
        others=_others(store, read, scope) if bare else (),
        running=quarter == Quarter.of(today),
        closed=closed,
        waiting=waiting(store, [c.id for c in scope.counters], quarter, until=closed),
        basis=settings.legal_survey(store, quarter),
        notice=((), ()) if asked.list else unread(store, person),
    )


def show(view: View) -> Letter:
    """The screen in words, with a new notice where it was not seen yet."""
    if view.list == "kata":
        return voices_letter(view)
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
        cost=Cost(2, 7, 2),
    ),
)


def _last_quarter(store: Store, scope: FigureScope, quarter: Quarter) -> list[Quarter]:
    """The newest quarter before this one of which anything was released, if any."""
    ids = [counter.id for counter in scope.counters]
    return tallies.last_quarters(store, ids, before=quarter, level=scope.level)[:1]


def _rows(store: Store, scope: FigureScope, quarters: Sequence[Quarter]) -> list[Cell]:
    """What was released in these quarters up to the scope."""
    ids = [counter.id for counter in scope.counters]
    return tallies.tallied(
        store, ids, quarters, level=scope.level, service_id=scope.service_id
    )


def _figures(rows: Sequence[Cell], scope: FigureScope, here: Measure) -> Figures:
    cells = cells_of(row.answer for row in rows if row.quarter == here.quarter.key)
    return here.figures(cells, population=scope.population)


def _parts(
    rows: Sequence[Cell], scope: FigureScope, here: Measure, kind: SummaryList
) -> Sequence[SummaryPart]:
    """The services or counters below the scope, each with its own figures."""
    quarter = here.quarter
    if kind == "layanan":
        known = {s.id: s.name for c in scope.counters for s in c.services}
        return [
            SummaryPart(ToSummary("s", number, quarter), name, _part(rows, here, "service", number))
            for number, name in known.items()
        ]
    if kind == "loket":
        return [
            SummaryPart(ToSummary("c", c.id, quarter), c.name, _part(rows, here, "counter", c.id))
            for c in scope.counters
        ]
    return ()


def _part(rows: Sequence[Cell], here: Measure, level: Level, number: int) -> Figures:
    """The figures of one service or one counter, of what was released up to it."""
    there = spans(here.quarter, level)
    cells = cells_of(
        row.answer
        for row in rows
        if row.span in there
        and number == (row.service_id if level == "service" else row.counter_id)
    )
    return here.figures(cells)


def _voices(
    store: Store, scope: FigureScope, quarter: Quarter, page: int
) -> Sequence[tuple[date, str]]:
    """What was written beside ratings that are released: who has just come is not to be known."""
    return ratings.reasons(
        store,
        [counter.id for counter in scope.counters],
        quarter,
        level=scope.level,
        most=SHOWN + 1,
        skip=page * SHOWN,
        service_id=scope.service_id,
    )


def _others(store: Store, read: Sequence[int], scope: FigureScope) -> list[Unit]:
    units = (services.unit(store, unit_id) for unit_id in read)
    return [unit for unit in units if unit is not None and unit.id != scope.unit.id]
