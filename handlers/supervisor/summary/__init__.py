"""Ringkasan: what citizens say of a unit, on one screen, for who heads or oversees it.

There are no questions: every button opens another view, and every view checks the right anew.
An opening is `u12`, `s3` or `c7` (unit, service, counter), then perhaps `@2026-Q3`, then perhaps
`/layanan`, `/loket` or `/kata` with a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.anyone.notice import unread
from handlers.conversation import Conversation
from handlers.manifest import Cost, Manifest, Place
from handlers.pages import SHOWN
from handlers.supervisor.scope import Scope, scope_of
from handlers.supervisor.summary.words import list_letter, scope_letter, voices_letter
from models.figures import Figures, gathered
from models.letters import Letter, Text
from models.people import Person
from models.quarter import Quarter
from models.refused import Refused
from models.rights import may_read_figures, units_read
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.ratings import ratings, tallies
from models.store.rules import settings
from models.store.rules.measures import Measure, measure

_OPENING = re.compile(r"([usc])(\d{1,12})(?:@(20\d\d-Q[1-4]))?(?:/(layanan|loket|kata)(\d{0,4}))?")


@dataclass(frozen=True)
class Part:
    """A service or a counter below the scope, with its figures."""

    key: str
    name: str
    figures: Figures


@dataclass(frozen=True)
class View:
    """What one screen shows."""

    key: str
    name: str
    unit: Unit
    quarter: Quarter
    now: Figures
    before: Figures | None
    list: str = ""
    page: int = 0
    parts: Sequence[Part] = ()
    voices: Sequence[tuple[date, str]] = ()
    others: Sequence[Unit] = ()
    running: bool = True
    basis: str = ""


def look(store: Store, person: Person, opening: str, now: datetime) -> View:
    """The figures of a scope; refused to who neither heads nor oversees its unit or one above.

    A past quarter keeps the tree as it was on its last day, for the sums and for who may read them.
    """
    read = units_read(person)
    if not read:
        raise Refused(Text("summary-not-yours"))
    found = _OPENING.fullmatch(opening or f"u{read[0]}")
    day = Quarter.parse(found[3]).last_day if found and found[3] else None
    scope = scope_of(store, found[1], int(found[2]), day) if found else None
    lineage = services.lineage(store, scope.unit.id, day) if scope else ()
    if found is None or scope is None or not may_read_figures(person, lineage):
        raise Refused(Text("summary-not-yours"))
    today = now.astimezone(ZoneInfo(scope.unit.zone)).date()
    quarter = Quarter.parse(found[3]) if found[3] else Quarter.of(today)
    rows = _rows(store, scope, quarter, apart=found[4] in ("layanan", "loket"))
    spans = sorted({row[2] for row in rows if row[2] < quarter.key}, reverse=True)
    here = measure(store, quarter)
    earlier = measure(store, Quarter.parse(spans[0])) if spans else None
    page = int(found[5] or 0)
    return View(
        key=scope.key,
        name=scope.name,
        unit=scope.unit,
        quarter=quarter,
        now=_figures(rows, scope, here),
        before=_figures(rows, scope, earlier) if earlier else None,
        list=found[4] or "",
        page=page,
        parts=_parts(rows, scope, here, found[4]),
        voices=_voices(store, scope, quarter, page, today) if found[4] == "kata" else (),
        others=_others(store, read, scope) if not opening else (),
        running=quarter == Quarter.of(today),
        basis=settings.legal_survey(store, quarter),
    )


async def ask(view: View) -> View:
    """Nothing to ask."""
    return view


def keep(store: Store, person: Person, view: View, now: datetime) -> Letter:
    """Nothing to write; the screen in words, with a new notice where it was not seen yet."""
    if view.list == "kata":
        return voices_letter(view)
    if view.list:
        return list_letter(view)
    letter, (more, notice) = scope_letter(view), unread(store, person)
    return replace(
        letter, paragraphs=(*letter.paragraphs, *more), buttons=(*letter.buttons, *notice)
    )


CONVERSATION = Conversation(
    "ringkasan",
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="heads",
        menu=Place(1),
        help=Place(1, Text("guide-summary")),
        greeting=Place(1, Text("button-summary")),
        cost=Cost(2, 7, 2),
    ),
)

_Row = tuple[int, int, str, str, str, int, int]


def _rows(store: Store, scope: Scope, quarter: Quarter, *, apart: bool) -> list[_Row]:
    """The cells of this quarter and of the newest one before it that has any."""
    ids = [counter.id for counter in scope.counters]
    spans = tallies.last_spans(store, ids, before=quarter.key)[:1]
    return tallies.tallied(
        store, ids, spans=[quarter.key, *spans], service_id=scope.service_id, apart=apart
    )


def _figures(rows: Sequence[_Row], scope: Scope, here: Measure) -> Figures:
    cells = gathered(row[3:] for row in rows if row[2] == here.quarter.key)
    return here.figures(cells, population=scope.population)


def _parts(
    rows: Sequence[_Row], scope: Scope, here: Measure, kind: str | None
) -> Sequence[Part]:
    """The services or counters below the scope, each with its own figures."""
    if kind not in ("layanan", "loket"):
        return ()
    names: Mapping[int, str]
    if kind == "layanan":
        names = {s.id: s.name for c in scope.counters for s in c.services}
    else:
        names = {c.id: c.name for c in scope.counters}
    column, letter = (1, "s") if kind == "layanan" else (0, "c")
    return [
        Part(f"{letter}{number}", name, _part(rows, here, column, number))
        for number, name in names.items()
    ]


def _part(rows: Sequence[_Row], here: Measure, column: int, number: int) -> Figures:
    cells = gathered(
        row[3:] for row in rows if row[2] == here.quarter.key and row[column] == number
    )
    return here.figures(cells)


def _voices(
    store: Store, scope: Scope, quarter: Quarter, page: int, today: date
) -> Sequence[tuple[date, str]]:
    """What was written up to yesterday: whoever stands at the counter now is not to be known."""
    return ratings.reasons(
        store,
        [counter.id for counter in scope.counters],
        since=quarter.first_day,
        until=min(quarter.last_day, today - timedelta(days=1)),
        most=SHOWN + 1,
        skip=page * SHOWN,
        service_id=scope.service_id,
    )


def _others(store: Store, read: Sequence[int], scope: Scope) -> list[Unit]:
    units = (services.unit(store, unit_id) for unit_id in read)
    return [unit for unit in units if unit is not None and unit.id != scope.unit.id]
