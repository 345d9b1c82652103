"""`tilik import superiors`: who rates whom (pejabat penilai), from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.imports.outcome import Kind, Outcome, Tally, Terms, whose
from bot.imports.reading.cells import (
    FROM,
    NIP,
    SUPERIOR,
    TO,
    day_in,
    read_lines,
    wrong_day,
    wrong_nip,
)
from bot.imports.reading.dated import Known, overlaps, period, since
from bot.imports.reading.sheets import Columns, SheetWrong, Wrong
from bot.imports.reading.tables import Row
from models.letters import Fact, Text
from models.nip import normalised
from models.store import Store
from models.store.people import histories
from models.store.people.date_ranges import Span, cut, laid

COLUMNS = Columns(
    names={"nip": NIP, "superior": (*SUPERIOR, "nip superior"), "first": FROM, "last": TO},
    needed=("nip", "superior"),
    filled=("nip",),
)
CHECKS = {"nip": wrong_nip, "superior": wrong_nip, "first": wrong_day, "last": wrong_day}
Spans = Mapping[int, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Under:
    """One row: a person, under whom (None: nobody), from the first day to the last."""

    row: int
    nip: str
    superior: str | None
    first: date | None
    last: date | None


def read(table: Sequence[Row]) -> list[Under]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = [
        Under(
            line.row,
            normalised(line.cells["nip"]),
            normalised(superior) if (superior := line.of("superior")) else None,
            day_in(line, "first"),
            day_in(line, "last"),
        )
        for line in read_lines(table, COLUMNS, CHECKS, wrongs)
    ]
    column = COLUMNS.title("superior")
    wrongs += [
        Wrong(Text("people-own-superior"), one.row, column)
        for one in rows
        if one.nip == one.superior
    ]
    wrongs += overlaps([(one.nip, one) for one in rows], COLUMNS.title("first"))
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("superiors-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def apply(store: Store, rows: Sequence[Under], terms: Terms) -> Outcome:
    """Lay what the file says over what is known; raises `SheetWrong`."""
    known = Known(store, terms)
    wrongs = [*known.strangers(rows, COLUMNS), *_unknown_superiors(rows, known)]
    if wrongs:
        raise SheetWrong(wrongs)
    before = histories.over(store)
    after = {known.id_of(one.nip): list(before.get(known.id_of(one.nip), ())) for one in rows}
    for one in sorted(rows, key=lambda row: since(row, known)):
        person, first = known.id_of(one.nip), since(one, known)
        if one.superior is None:
            after[person] = cut(after[person], first, one.last)
        else:
            span = Span(first, one.last, (known.id_of(one.superior),))
            after[person] = laid(after[person], span)
    terms.watch(0.4)
    wrongs = list(_circles(rows, {**before, **after}, known))
    if wrongs:
        raise SheetWrong(wrongs)
    terms.watch(0.6)
    changed = {p: spans for p, spans in after.items() if spans != list(before.get(p, ()))}
    histories.report_to(store, changed, stamp=terms.stamp())
    return _told(rows, before, changed, known)


def _told(rows: Sequence[Under], before: Spans, changed: Spans, known: Known) -> Outcome:
    tally = Tally(sensitive=bool(changed), units=known.units_of(changed))
    for one in rows:
        person = known.id_of(one.nip)
        if person not in changed:
            tally.same += 1
            continue
        who, when = whose(known.name_of(person), one.nip), period(since(one, known), one.last)
        was = next((s for s in before.get(person, ()) if _meets(s, one, known)), None)
        if one.superior is None:
            gone: str | Text = known.name_of(was.what[0]) if was else Text("sheet-none")
            tally.ends(who, Text("superiors-line", {"superior": gone, "when": when}))
            continue
        superior = whose(known.name_of(known.id_of(one.superior)), one.superior)
        if was is None:
            tally.adds(who, Text("superiors-line", {"superior": superior, "when": when}))
        else:
            facts: Mapping[str, Fact] = {
                "before": known.name_of(was.what[0]),
                "superior": superior,
                "when": when,
            }
            tally.turns(who, Text("superiors-other", facts))
    return tally.outcome()


def _meets(span: Span, one: Under, known: Known) -> bool:
    first = since(one, known)
    return span.first <= (one.last or date.max) and span.ends >= first


def _unknown_superiors(rows: Iterable[Under], known: Known) -> Iterator[Wrong]:
    for one in rows:
        if one.superior and not known.has(one.superior):
            why = Text("import-nobody")
            yield Wrong(why, one.row, COLUMNS.title("superior"))


def _circles(rows: Sequence[Under], spans: Spans, known: Known) -> Iterator[Wrong]:
    """Circles that hold on some day from the first of the file on, with somebody of the file.

    One closes on the day on which a link of it begins: so only those days are looked at, from
    whoever has another superior then.
    """
    mine = {known.id_of(one.nip): one.row for one in reversed(rows)}
    first = min(since(one, known) for one in rows)
    begins = {(span.first, n) for n, several in spans.items() for span in several}
    starts = {(first, person) for person in mine} | {one for one in begins if one[0] >= first}
    told: set[frozenset[int]] = set()
    for day, person in sorted(starts):
        ring = _ring(person, day, spans)
        of_file = [number for number in ring if number in mine]
        if not of_file or frozenset(ring) in told:
            continue
        told.add(frozenset(ring))
        turn = ring.index(min(of_file, key=lambda number: mine[number]))
        turned = [*ring[turn:], *ring[:turn], ring[turn]]
        names = " → ".join(map(known.name_of, turned))
        why = Text("people-ring", {"people": names})
        yield Wrong(why, mine[ring[turn]], COLUMNS.title("superior"))


def _ring(person: int, day: date, spans: Spans) -> list[int]:
    """The circle at which the superiors of somebody end on that day; empty where there is none."""
    path: dict[int, None] = {}
    here: int | None = person
    while here is not None and here not in path:
        path[here] = None
        over = (span.what[0] for span in spans.get(here, ()) if span.first <= day <= span.ends)
        here = next(over, None)
    return [] if here is None else list(path)[list(path).index(here) :]


SUPERIORS = Kind(
    "superiors",
    COLUMNS,
    read,
    apply,
    "superiors-empty",
    "import-template-written",
    ("nip", "superior"),
)
