"""`tilik import posts`: who works where and as what, definitif or as Plt. or Plh., from when on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.imports.outcome import Kind, Outcome, Tally, Terms, whose
from bot.imports.reading.cells import (
    FROM,
    NIP,
    TO,
    UNIT,
    chosen,
    day_in,
    read_lines,
    wrong_day,
    wrong_nip,
)
from bot.imports.reading.dated import Known, overlaps, period, since, unknown_units
from bot.imports.reading.sheets import Columns, SheetWrong, Wrong, same
from bot.imports.reading.tables import Row
from models.letters import Text
from models.nip import normalised
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.people import histories
from models.store.people.date_ranges import Span, laid

COLUMNS = Columns(
    names={
        "nip": NIP,
        "unit": UNIT,
        "title": ("jabatan", "nama jabatan", "title", "position"),
        "kind": ("jenis", "jenis jabatan", "status jabatan", "kind"),
        "first": FROM,
        "last": TO,
    },
    needed=("nip", "unit", "title"),
    filled=("nip", "unit", "title"),
)
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("", "definitif", "tetap", "pejabat definitif", "permanent", "main"), "main"),
    **dict.fromkeys(("plt", "plt.", "plh", "plh.", "pelaksana tugas", "acting"), "acting"),
    **dict.fromkeys(("pelaksana harian",), "acting"),
}
"""What may be written as the kind of a post. Plt. and Plh. are held beside the main one."""
CHECKS = {
    "nip": wrong_nip,
    "kind": chosen(KINDS, "posts-kind-wrong"),
    "first": wrong_day,
    "last": wrong_day,
}
Lane = tuple[str, int, int]
"""Of what there is one at a time: the main post of a person, and an acting one in each unit."""


@dataclass(frozen=True, slots=True)
class Place:
    """One row: a post of a person, from the first day to the last."""

    row: int
    nip: str
    unit: str
    title: str
    kind: str
    first: date | None
    last: date | None


def read(table: Sequence[Row]) -> list[Place]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = [
        Place(
            row=line.row,
            nip=normalised(line.cells["nip"]),
            unit=line.cells["unit"],
            title=line.cells["title"],
            kind=KINDS[same(line.cells.get("kind", ""))],
            first=day_in(line, "first"),
            last=day_in(line, "last"),
        )
        for line in read_lines(table, COLUMNS, CHECKS, wrongs)
    ]
    lanes = [((p.nip, p.kind, same(p.unit) if p.kind == "acting" else ""), p) for p in rows]
    wrongs += overlaps(lanes, COLUMNS.title("first"))
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("posts-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def apply(store: Store, rows: Sequence[Place], terms: Terms) -> Outcome:
    """Lay what the file says over what is known; raises `SheetWrong`."""
    known = Known(store, terms)
    units = {same(unit.name): unit for unit in services.every_unit(store)}
    wrongs = [*known.strangers(rows, COLUMNS), *unknown_units(rows, units, COLUMNS)]
    if wrongs:
        raise SheetWrong(wrongs)
    before = _lanes(store, {known.id_of(one.nip) for one in rows})
    after = {lane: list(spans) for lane, spans in before.items()}
    for one in sorted(rows, key=lambda row: since(row, known)):
        unit = units[same(one.unit)]
        span = Span(since(one, known), one.last, (unit.id, one.title, one.kind))
        lane = _lane(one, known, unit)
        after[lane] = laid(after.get(lane, ()), span)
    terms.watch(0.5)
    changed = {lane for lane, spans in after.items() if spans != before.get(lane, [])}
    for kind in ("main", "acting"):
        people = {lane[1] for lane in changed if lane[0] == kind}
        _write(store, after, people, kind, known, terms)
    return _told(rows, before, changed, units, known)


def _lanes(store: Store, people: set[int]) -> dict[Lane, list[Span]]:
    found: dict[Lane, list[Span]] = defaultdict(list)
    for person, spans in histories.main_posts(store, people).items():
        found["main", person, 0] = list(spans)
    for person, spans in histories.acting_posts(store, people).items():
        for span in spans:
            found["acting", person, span.what[0]].append(span)
    return dict(found)


def _lane(one: Place, known: Known, unit: Unit) -> Lane:
    return one.kind, known.id_of(one.nip), unit.id if one.kind == "acting" else 0


def _write(
    store: Store,
    after: Mapping[Lane, list[Span]],
    people: set[int],
    kind: str,
    known: Known,
    terms: Terms,
) -> None:
    by_day: dict[date, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for (which, person, _), spans in after.items():
        if which == kind and person in people:
            by_day[known.today_of(person)][person] += spans
    for today, spans_of in by_day.items():
        histories.place(store, spans_of, kind=kind, today=today, stamp=terms.stamp())


def _told(
    rows: Iterable[Place],
    before: Mapping[Lane, Sequence[Span]],
    changed: set[Lane],
    units: Mapping[str, Unit],
    known: Known,
) -> Outcome:
    names = {unit.id: unit.name for unit in units.values()}
    tally = Tally(units=known.units_of({lane[1] for lane in changed}) - {None})
    for one in rows:
        unit = units[same(one.unit)]
        lane, first = _lane(one, known, unit), since(one, known)
        if lane not in changed:
            tally.same += 1
            continue
        tally.units.add(unit.id)
        who, last = whose(known.name_of(lane[1]), one.nip), one.last or date.max
        when = period(first, one.last)
        post = Text("import-post", {"title": one.title, "unit": unit.name})
        was = [s for s in before.get(lane, ()) if s.first <= last and s.ends >= first]
        if was:
            title, place = was[0].what[1], names[was[0].what[0]]
            old = Text("import-post", {"title": title, "unit": place})
            tally.turns(who, Text("posts-other", {"before": old, "post": post, "when": when}))
        else:
            kind = "posts-acting" if one.kind == "acting" else "posts-main"
            tally.adds(who, Text(kind, {"post": post, "when": when}))
    return tally.outcome()


POSTS = Kind("posts", COLUMNS, read, apply, "posts-empty", "import-template-written")
