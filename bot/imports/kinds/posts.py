"""`tilik import posts`: who works where and as what, definitif or as Plt. or Plh., from when on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, get_args

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
from bot.imports.reading.cells import chosen, days, days_until, name_beside, of_person
from bot.imports.reading.headers import ACTS_FOR, FROM, POST_KIND, TITLE, UNIT
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
)
from handlers.acting import acting_title
from models.letters import Text
from models.people import ActingAs
from models.services import Unit
from models.store import Store
from models.store.people import histories, posts, vacancies
from models.store.people.date_ranges import DateRange, laid

MAIN = dict.fromkeys(
    ("definitif", "tetap", "pejabat definitif", "permanent", "main", "utama"), "main"
)
_ACTING = re.compile(
    r"(?:(?P<pjs>pjs|penjabat sementara)|(?P<plt>plt|pelaksana tugas)"
    r"|(?P<plh>plh|pelaksana harian)|(?P<pj>pj|penjabat)|(?P<acting>acting|sementara))\b[. ]*",
    re.IGNORECASE,
)
"""How what is written begins of a post that is held beside the main one."""


def kind_of(cell: str) -> str:
    """Whether a post is somebody's own, or as what it is held for a while; raises `CellWrong`."""
    found = _ACTING.match(cell)
    if found and found.lastgroup:
        return found.lastgroup
    return chosen(MAIN, "posts-kind-wrong")(cell)


def is_acting(title: str) -> bool:
    """Whether a title says by itself that the post is acting: Plt. Kepala Bidang."""
    return bool(_ACTING.match(title))


Lane = tuple[str, int, int]
"""Of what there is one at a time: the main post of a person, and an acting one in each unit."""
Lanes = Mapping[Lane, Sequence[DateRange]]


@dataclass(frozen=True, slots=True)
class PostRow(SheetRow):
    """One row: a post of a person, from the first day to the last."""

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str | None, name_beside()]
    unit: Annotated[str, column(UNIT, filled=True, above=True)]
    title: Annotated[str, column(TITLE, filled=True)]
    said: Annotated[str, column(POST_KIND, kind_of, blank="")]
    first: Annotated[date | None, days(FROM, "first")]
    last: Annotated[date | None, days_until()]
    acts_for: Annotated[str | None, of_person(ACTS_FOR)]

    @property
    def held_as(self) -> str:
        """As what it is held: as its kind says, else as its title begins."""
        found = _ACTING.match(self.title)
        return self.said or (found and found.lastgroup) or "main"

    @property
    def post(self) -> str:
        """The title, without what says that it is acting."""
        found = _ACTING.match(self.title) if self.held_as != "main" else None
        return (self.title[found.end() :] if found else "") or self.title

    @property
    def kind(self) -> str:
        """Acting where it is held in somebody's place, for a while."""
        return "main" if self.held_as == "main" else "acting"

    @property
    def label(self) -> ActingAs | None:
        """As what it is held for a while."""
        return next((label for label in get_args(ActingAs) if label == self.held_as), None)

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it ends before it begins, or puts somebody in their own place."""
        yield from ends_early(self)
        if self.acts_for is not None and self.acts_for == self.nip:
            yield "acts_for", Text("posts-own-place")


COLUMNS = columns_of(PostRow)


def agree(rows: Iterable[PostRow]) -> Iterator[Mistake]:
    """Posts of one lane may not meet."""
    lanes = (((p.nip, p.kind, same(p.unit) if p.kind == "acting" else ""), p) for p in rows)
    return overlaps(lanes, COLUMNS.title("first"))


def apply(store: Store, sheet: ReadSheet[PostRow], terms: Terms) -> Outcome:
    """Lay what the file says over what is known; raises `SheetWrong`."""
    rows, known, units = sheet.rows, KnownPeople(store, terms), units_by_name(store)
    strange = (*known.strangers(sheet, COLUMNS), *_unknown_places(rows, known))
    refuse([*sheet.wrongs, *strange, *unknown_units(sheet, units, COLUMNS)])
    before = _lanes(store, {known.id_of(one.nip) for one in rows})
    after = {lane: list(spans) for lane, spans in before.items()}
    for one in sorted(rows, key=lambda row: since(row, known)):
        unit = units[same(one.unit)]
        place = _in_place_of(store, one, unit, known)
        vacated = _vacated(store, one, unit, place, known)
        what = (unit.id, one.post, one.kind, vacated, one.label, place)
        span = DateRange(since(one, known), one.last, what)
        lane = _lane(one, known, unit)
        after[lane] = laid(after.get(lane, ()), span)
    terms.watch(0.5)
    changed = {lane for lane, spans in after.items() if spans != before.get(lane, [])}
    for kind in ("main", "acting"):
        people = {lane[1] for lane in changed if lane[0] == kind}
        _write(store, after, people, kind, known, terms)
    tally = _told(rows, (before, after), changed, units, known, terms)
    _second(tally, changed, (before, after), known)
    return tally.outcome()


def _in_place_of(store: Store, one: PostRow, unit: Unit, known: KnownPeople) -> int | None:
    """In whose place it is held: as the row says, else of the one who has that very post there, or
    who was the last to have it."""
    if one.kind == "main":
        return None
    if one.acts_for is not None:
        return known.id_of(one.acts_for)
    there = posts.employees(store, since(one, known), unit_ids=[unit.id])
    same_post = [who.id for who in there if same(who.title) == same(one.post)]
    others = [number for number in same_post if number != known.id_of(one.nip)]
    others = others or _last_there(store, one, unit, known)
    return others[0] if len(others) == 1 else None


def _last_there(store: Store, one: PostRow, unit: Unit, known: KnownPeople) -> list[int]:
    """Who has left that very post last, whoever holds it now as acting."""
    had = [
        (left, number)
        for left, number, title in vacancies.left_posts(store, unit.id, since(one, known))
        if same(title) == same(one.post) and number != known.id_of(one.nip)
    ]
    latest = max((left for left, _ in had), default=None)
    return [number for left, number in had if left == latest]


def _vacated(
    store: Store, one: PostRow, unit: Unit, place: int | None, known: KnownPeople
) -> date | None:
    """Since when that place is vacant, where it is."""
    if place is None:
        return None
    post = unit.id, one.post
    return vacancies.vacated_on(store, place, post, since(one, known), one.last)


def _unknown_places(rows: Iterable[PostRow], known: KnownPeople) -> Iterator[Mistake]:
    for one in rows:
        if one.acts_for is not None and not known.has(one.acts_for):
            yield Mistake(Text("import-nobody"), one.row, COLUMNS.title("acts_for"))


def _second(
    tally: Tally, changed: set[Lane], spans: Sequence[Lanes], known: KnownPeople
) -> None:
    """Who approves in another's place from now on, or no longer, does not agree to it alone."""
    places = {
        (lane[1], span.what[-1])
        for lane in changed
        for lanes in spans
        for span in lanes.get(lane, ())
        if span.what[-1] is not None
    }
    left = {span.what[-1] for lane in changed for span in spans[1].get(lane, ()) if span.what[3]}
    if places:
        tally.sensitive = True
        tally.people |= {person for person, _ in places}
        tally.units |= known.units_of({superior for _, superior in places if superior not in left})


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
    spans: tuple[Lanes, Lanes],
    changed: set[Lane],
    units: Mapping[str, Unit],
    known: KnownPeople,
    terms: Terms,
) -> Tally:
    before, after = spans
    names = {unit.id: unit.name for unit in units.values()}
    people = {lane[1] for lane in changed}
    places = known.units_of(people)
    comes = None in places  # who has no post comes, or comes back
    tally = Tally(sensitive=comes or terms.is_own(people))
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
        holds = next(s for s in after[lane] if s.first <= first <= s.ends)
        if one.kind == "acting" and holds.what[-1] is None:
            vacant = {"who": known.name_of(lane[1]), "post": one.post}
            tally.notes.append(Text("posts-vacant", vacant))
        post = _post(holds, names, known)
        was = [s for s in before.get(lane, ()) if s.first <= last and s.ends >= first]
        with tally.first_if(terms.is_own([lane[1]])):
            if was:
                old = _post(was[0], names, known)
                tally.turns(who, Text("posts-other", {"before": old, "post": post, "when": when}))
            else:
                kind = "posts-acting" if one.said == "acting" else "posts-main"
                tally.adds(who, Text(kind, {"post": post, "when": when}))
    return tally


def _post(span: DateRange, names: Mapping[int, str], known: KnownPeople) -> Text:
    """A post in words, with the label it is held by and in whose place."""
    unit, title, *_, label, superior = span.what
    post = Text("import-post", {"title": acting_title(label, title), "unit": names[unit]})
    if superior is None:
        return post
    return Text("posts-for", {"post": post, "name": known.name_of(superior)})


POSTS = Kind("posts", PostRow, apply, "posts-empty", "import-template-written", agree)
