"""`tilik import superiors`: who rates whom (pejabat penilai), from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import KnownPeople, ends_early, overlaps, period, since
from bot.imports.kinds.named_people import Names, Someone, someone_of, with_name
from bot.imports.outcome import Outcome, Tally, Terms, whose
from bot.imports.reading.cells import days, days_until, name_beside, of_person
from bot.imports.reading.headers import FROM, SUPERIOR, SUPERIOR_NAME
from bot.imports.reading.rings import ring_in_words, rings
from bot.imports.reading.sheets import Mistake, ReadSheet, SheetRow, column, columns_of, refuse
from models.letters import Fact, Text
from models.store import Store
from models.store.people import histories
from models.store.people.date_ranges import DateRange, cut, laid

Spans = Mapping[int, Sequence[DateRange]]


@dataclass(frozen=True, slots=True)
class SuperiorRow(SheetRow):
    """One row: a person, under whom (None: nobody), from the first day to the last."""

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str | None, name_beside()]
    superior: Annotated[
        Someone | None,
        column(SUPERIOR, someone_of, needed=True, instead="superior_name", as_text=True),
    ]
    superior_name: Annotated[str | None, column(SUPERIOR_NAME)]
    first: Annotated[date | None, days(FROM, "first")]
    last: Annotated[date | None, days_until()]

    @property
    def over(self) -> str | None:
        """The number of the superior."""
        return self.superior.nip if self.superior else None

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it ends before it begins, or puts somebody above themselves."""
        yield from ends_early(self)
        if self.nip == self.over:
            yield "superior", Text("people-own-superior")


COLUMNS = columns_of(SuperiorRow)


def agree(rows: Iterable[SuperiorRow]) -> Iterator[Mistake]:
    """Nobody has two superiors at a time."""
    return overlaps(((one.nip, one) for one in rows), COLUMNS.title("first"))


def apply(store: Store, sheet: ReadSheet[SuperiorRow], terms: Terms) -> Outcome:
    """Lay what the file says over what is known; raises `SheetWrong`."""
    known = KnownPeople(store, terms)
    names = known.names()
    rows, wrongs = _with_superiors(sheet.rows, names)
    unknown = _unknown_superiors(rows, known)
    refuse([*sheet.wrongs, *known.strangers(sheet, COLUMNS), *wrongs, *unknown])
    before = histories.over(store)
    after = {known.id_of(one.nip): list(before.get(known.id_of(one.nip), ())) for one in rows}
    for one in sorted(rows, key=lambda row: since(row, known)):
        person, first = known.id_of(one.nip), since(one, known)
        if one.over is None:
            after[person] = cut(after[person], first, one.last)
        else:
            span = DateRange(first, one.last, (known.id_of(one.over),))
            after[person] = laid(after[person], span)
    terms.watch(0.4)
    refuse(_circles(rows, {**before, **after}, known))
    terms.watch(0.6)
    changed = {p: spans for p, spans in after.items() if spans != list(before.get(p, ()))}
    histories.report_to(store, changed, stamp=terms.stamp())
    tally = Tally(sensitive=bool(changed), units=known.units_of(changed), people=set(changed))
    tally.notes += names.notes()
    for one in rows:
        change = _change(one, before, known)
        if change.person not in changed:
            tally.same += 1
            continue
        with tally.first_if(terms.is_own(change.concerned)):
            _count(tally, change, known)
    return tally.outcome()


def _with_superiors(
    rows: Sequence[SuperiorRow], names: Names
) -> tuple[list[SuperiorRow], list[Mistake]]:
    """The rows with the numbers of superiors who are given by name."""
    found, wrongs = list[SuperiorRow](), list[Mistake]()
    for one in rows:
        meant = with_name(one.superior, one.superior_name)
        who = names.find(meant, one.row) if meant else None
        if isinstance(who, Text):
            wrongs.append(Mistake(who, one.row, COLUMNS.title("superior")))
        else:
            found.append(replace(one, superior=who))
    return found, wrongs


@dataclass(frozen=True)
class _Change:
    """What a row makes otherwise: of whom, and the superior that was and that is to be (None:
    nobody)."""

    row: SuperiorRow
    person: int
    was: int | None
    over: int | None

    @property
    def concerned(self) -> set[int]:
        """Everybody of whom it tells."""
        return {one for one in (self.person, self.was, self.over) if one is not None}


def _change(row: SuperiorRow, before: Spans, known: KnownPeople) -> _Change:
    person = known.id_of(row.nip)
    was = next((s.what[0] for s in before.get(person, ()) if _meets(s, row, known)), None)
    return _Change(row, person, was, known.id_of(row.over) if row.over else None)


def _count(tally: Tally, change: _Change, known: KnownPeople) -> None:
    row, was = change.row, change.was
    who = whose(known.name_of(change.person), row.nip)
    when = period(since(row, known), row.last)
    before: str | Text = known.name_of(was) if was else Text("sheet-none")
    if row.over is None or change.over is None:
        tally.ends(who, Text("superiors-line", {"superior": before, "when": when}))
        return
    superior = whose(known.name_of(change.over), row.over)
    if was is None:
        tally.adds(who, Text("superiors-line", {"superior": superior, "when": when}))
    else:
        facts: Mapping[str, Fact] = {"before": before, "superior": superior, "when": when}
        tally.turns(who, Text("superiors-other", facts))


def _meets(span: DateRange, one: SuperiorRow, known: KnownPeople) -> bool:
    first = since(one, known)
    return span.first <= (one.last or date.max) and span.ends >= first


def _unknown_superiors(rows: Iterable[SuperiorRow], known: KnownPeople) -> Iterator[Mistake]:
    for one in rows:
        if one.over and not known.has(one.over):
            yield Mistake(Text("import-nobody"), one.row, COLUMNS.title("superior"))


def _circles(rows: Sequence[SuperiorRow], spans: Spans, known: KnownPeople) -> Iterator[Mistake]:
    """Circles that hold on some day from the first of the file on, with somebody of the file.

    One closes on the day on which a link of it begins: so only those days are looked at, from
    whoever has another superior then.
    """
    mine = {known.id_of(one.nip): one.row for one in reversed(rows)}
    first = min(since(one, known) for one in rows)
    begins = {(span.first, n) for n, several in spans.items() for span in several}
    starts = {(first, person) for person in mine} | {one for one in begins if one[0] >= first}

    def above(at: tuple[date, int]) -> tuple[date, int] | None:
        over = (span.what[0] for span in spans.get(at[1], ()) if span.first <= at[0] <= span.ends)
        superior = next(over, None)
        return None if superior is None else (at[0], superior)

    told: set[frozenset[int]] = set()
    for ring in rings(sorted(starts), above):
        people = [person for _, person in ring]
        found = ring_in_words(people, mine, known.name_of)
        if found and frozenset(people) not in told:
            told.add(frozenset(people))
            why = Text("people-ring", {"people": found[1]})
            yield Mistake(why, found[0], COLUMNS.title("superior"))


SUPERIORS = Kind(
    "superiors", SuperiorRow, apply, "superiors-empty", "import-template-written", agree
)
