"""`tilik import posts`: who works where and as what, definitif or as Plt. or Plh., from when on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import (
    KnownPeople,
    ends_early,
    overlaps,
    period,
    since,
    units_by_name,
    unknown_units,
)
from bot.imports.outcome import Outcome, Tally, Terms, whose
from bot.imports.reading.cells import chosen, day, of_person
from bot.imports.reading.headers import FROM, POST_KIND, TITLE, TO, UNIT
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
)
from models.letters import Text
from models.services import Unit
from models.store import Store
from models.store.people import histories
from models.store.people.date_ranges import DateRange, laid

KINDS: Mapping[str, str] = {
    **dict.fromkeys(("", "definitif", "tetap", "pejabat definitif", "permanent", "main"), "main"),
    **dict.fromkeys(("plt", "plt.", "plh", "plh.", "pelaksana tugas", "acting"), "acting"),
    **dict.fromkeys(("pelaksana harian",), "acting"),
}
"""What may be written as the kind of a post. Plt. and Plh. are held beside the main one."""
Lane = tuple[str, int, int]
"""Of what there is one at a time: the main post of a person, and an acting one in each unit."""


@dataclass(frozen=True, slots=True)
class PostRow(SheetRow):
    """One row: a post of a person, from the first day to the last."""

    nip: Annotated[str, of_person(filled=True)]
    unit: Annotated[str, column(UNIT, filled=True)]
    title: Annotated[str, column(TITLE, filled=True)]
    kind: Annotated[str, column(POST_KIND, chosen(KINDS, "posts-kind-wrong"), blank="main")]
    first: Annotated[date | None, column(FROM, day)]
    last: Annotated[date | None, column(TO, day)]

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it ends before it begins."""
        return ends_early(self)


COLUMNS = columns_of(PostRow)


def agree(rows: Iterable[PostRow]) -> Iterator[Mistake]:
    """Posts of one lane may not meet."""
    lanes = (((p.nip, p.kind, same(p.unit) if p.kind == "acting" else ""), p) for p in rows)
    return overlaps(lanes, COLUMNS.title("first"))


def apply(store: Store, sheet: ReadSheet[PostRow], terms: Terms) -> Outcome:
    """Lay what the file says over what is known; raises `SheetWrong`."""
    rows, known, units = sheet.rows, KnownPeople(store, terms), units_by_name(store)
    refuse([*known.strangers(rows, COLUMNS), *unknown_units(rows, units, COLUMNS)])
    before = _lanes(store, {known.id_of(one.nip) for one in rows})
    after = {lane: list(spans) for lane, spans in before.items()}
    for one in sorted(rows, key=lambda row: since(row, known)):
        unit = units[same(one.unit)]
        span = DateRange(since(one, known), one.last, (unit.id, one.title, one.kind))
        lane = _lane(one, known, unit)
        after[lane] = laid(after.get(lane, ()), span)
    terms.watch(0.5)
    changed = {lane for lane, spans in after.items() if spans != before.get(lane, [])}
    for kind in ("main", "acting"):
        people = {lane[1] for lane in changed if lane[0] == kind}
        _write(store, after, people, kind, known, terms)
    own = terms.is_own({lane[1] for lane in changed})
    return _told(rows, before, changed, units, known, own=own)


def _lanes(store: Store, people: set[int]) -> dict[Lane, list[DateRange]]:
    found: dict[Lane, list[DateRange]] = defaultdict(list)
    for person, spans in histories.main_posts(store, people).items():
        found["main", person, 0] = list(spans)
    for person, spans in histories.acting_posts(store, people).items():
        for span in spans:
            found["acting", person, span.what[0]].append(span)
    return dict(found)


def _lane(one: PostRow, known: KnownPeople, unit: Unit) -> Lane:
    return one.kind, known.id_of(one.nip), unit.id if one.kind == "acting" else 0


def _write(
    store: Store,
    after: Mapping[Lane, list[DateRange]],
    people: set[int],
    kind: str,
    known: KnownPeople,
    terms: Terms,
) -> None:
    by_day: dict[date, dict[int, list[DateRange]]] = defaultdict(lambda: defaultdict(list))
    for (which, person, _), spans in after.items():
        if which == kind and person in people:
            by_day[known.today_of(person)][person] += spans
    for today, spans_of in by_day.items():
        histories.place(store, spans_of, kind=kind, today=today, stamp=terms.stamp())


def _told(
    rows: Iterable[PostRow],
    before: Mapping[Lane, Sequence[DateRange]],
    changed: set[Lane],
    units: Mapping[str, Unit],
    known: KnownPeople,
    *,
    own: bool,
) -> Outcome:
    names = {unit.id: unit.name for unit in units.values()}
    people = {lane[1] for lane in changed}
    places = known.units_of(people)
    tally = Tally(sensitive=own or None in places)  # who has no post comes, or comes back
    tally.units = places - {None} | known.duty_units_of(people)
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


POSTS = Kind("posts", PostRow, apply, "posts-empty", "import-template-written", agree)
