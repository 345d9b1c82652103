"""Who has every screen and page, and knows who came when, ties no answer to a visitor: except where
all that were released together are equal. Without the gate the same program succeeds."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, TypeAlias

import pytest
from sqlalchemy import insert, update

from bot.publishing import published
from bot.texts import catalogue
from handlers.supervisor.released import released
from handlers.supervisor.scope import FigureScope, scope_of
from models.figures import DAILIES, Figures
from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import DAILY, KINDS, OPEN, Rating, stream
from models.release import LEVELS, AnswerColumn, Level, level_of
from models.scores import OVERALL, DailyIndex, Element, Ikm
from models.store import Store, schema
from models.store.office import services, unit_tree
from models.store.ratings import closes, ratings, tallies
from models.store.rules.measures import measure
from tests.attacker import Answer, Attacker
from tests.played import empty_store
from tests.test_publishing import NAMES, STREAMS, below

QUARTER = Quarter(2026, 4)
ZONE = "Asia/Jakarta"
SURVEY = instrument()
Leaning: TypeAlias = tuple[int, int, int, int]
"""How likely each answer is, beside the others."""
LEANINGS: tuple[Leaning, ...] = ((1, 2, 9, 9), (1, 1, 4, 12), (4, 6, 6, 2), (0, 0, 1, 30))


@dataclass
class Town:
    """An office that is rated, with what the attacker knows: each rating's place, day and question.
    `levels`: how far up each column's answers of a day were released; what is not there waits."""

    store: Store
    chance: Random
    attacker: Attacker = field(default_factory=Attacker)
    said: list[Rating] = field(default_factory=list)
    levels: dict[tuple[AnswerColumn, date], Level] = field(default_factory=dict)
    of_all_kinds: bool = False
    units: list[int] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    unit_of: dict[int, int] = field(default_factory=dict)
    leanings: dict[int, Leaning] = field(default_factory=dict)

    def opens(self) -> Town:
        top = services.add_unit(self.store, "Dinas", zone=ZONE).id
        low = services.add_unit(self.store, "UPTD", zone=ZONE, parent_id=top).id
        for unit in (top, low):
            self.units.append(unit)
            offered = [services.add_service(self.store, unit, f"Layanan {n}") for n in (1, 2)]
            for n in (1, 2):
                counter = services.add_counter(self.store, unit, f"Loket {n}")
                self.unit_of[counter] = unit
                self.leanings[counter] = LEANINGS[len(self.leanings)]
                for service in offered[: 1 + n % 2]:
                    services.offer(self.store, counter, service)
                    self.places.append((counter, service))
        return self

    def value(self, counter: int) -> int:
        return self.chance.choices((1, 2, 3, 4), self.leanings[counter])[0]

    def visited(self, day: date, most: int, *, looking: bool) -> None:
        """A day's visitors: some counters are crowded, at others few come. Where what they say
        counts at once, somebody looks after each of them."""
        for nth, (counter, service) in enumerate(self.places):
            for n in range(self.chance.randint(0, max(1, most >> nth % 3))):
                element = SURVEY.elements[(n + day.toordinal()) % 3]
                answers = {OVERALL: self.value(counter), element: self.value(counter)}
                kind = KINDS[n % 3] if self.of_all_kinds else OPEN
                self.add(Rating(counter, service, day, DAILY, answers, kind=kind))
                if looking:
                    self.closes(day)
                    self.looks()
                if n % 4 == 0:
                    sheet = {one: self.value(counter) for one in SURVEY.elements}
                    self.add(Rating(counter, service, day, SURVEY.key, sheet))

    def add(self, one: Rating) -> None:
        ratings.add(self.store, one)
        self.said.append(one)

    def closes(self, day: date) -> None:
        closes.release(self.store, ZONE, day)
        if not self.store.execute(update(schema.closes).values(day=day)).rowcount:
            self.store.execute(insert(schema.closes).values(zone=ZONE, day=day))

    def noticing(self, patch: pytest.MonkeyPatch, *, gate: bool) -> None:
        """Know what was released how far up, as n tells; without the gate all of it always is."""
        real = closes.released

        def released(waits: Any, **rule: Any) -> Any:
            some = list(waits)
            every: dict[AnswerColumn, Level] = {one.column: "counter" for one in some}
            found = real(some, **rule) if gate else every
            for one in self.said:
                for element in one.answers:
                    column = _column(one, element)
                    if column in found:
                        self.levels.setdefault((column, one.day), found[column])
            return found

        patch.setattr(closes, "released", released)

    # -- what is read -----------------------------------------------------------------------------

    def looks(self) -> None:
        """Every head reads every screen of every scope that is theirs."""
        for reader in self.units:
            for unit in unit_tree.parents(self.store, reader, None):
                scope = scope_of(self.store, "u", unit)
                assert scope is not None
                self.reads_of(scope, reader)

    def reads_of(self, scope: FigureScope, reader: int) -> None:
        (found,) = released(self.store, scope, measure(self.store, QUARTER), top=reader)
        self.notes(found.whole(), set(scope.counter_ids), None, "unit")
        for counter in scope.counter_ids:
            self.notes(found.part("c", counter), {counter}, None, "counter")
        for service in {service for _, service in self.places}:
            self.notes(found.part("s", service), set(scope.counter_ids), service, "service")

    def notes(
        self, figures: Figures, counters: set[int], service: int | None, level: Level
    ) -> None:
        """Every figure that is shown, with how often each answer was given."""
        for question, counts in _shown(figures):
            some = self.counted(question, counters, service, level)
            self.attacker.reads(question, some, counts)

    def counted(
        self, question: tuple[str, str], counters: set[int], service: int | None, level: Level
    ) -> list[Answer]:
        """The answers that are in such a figure."""
        upto = LEVELS[: LEVELS.index(level) + 1]
        asked, element = question
        return [
            (number, element)
            for number, one in enumerate(self.said)
            if element in one.answers
            and stream(one.instrument, one.kind) == asked
            and one.counter_id in counters
            and service in (None, one.service_id)
            and self.levels.get((_column(one, element), one.day)) in upto
        ]

    def reads_tallies(self) -> None:
        """More than anybody is shown: every released count of every counter and service."""
        cells: dict[tuple[tuple[str, str], int, int, str], Counter[int]] = defaultdict(Counter)
        counters = list(self.unit_of)
        for cell in tallies.tallied(self.store, counters, [QUARTER], level="unit"):
            place = (cell.question, cell.counter_id, cell.service_id, level_of(cell.span))
            cells[place][cell.value] += cell.times
        for (question, counter, service, level), counts in cells.items():
            asked = (question, {counter}, service, level)
            some = set(self.counted(*asked))  # type: ignore[arg-type]
            if level != "counter":
                finer = LEVELS[LEVELS.index(level) - 1]  # type: ignore[arg-type]
                some -= set(self.counted(question, {counter}, service, finer))
            self.attacker.reads(question, some, counts)

    def reads_pages(self, day: date) -> None:
        """The published sheets: what the answers add up to."""
        now = datetime(day.year, day.month, day.day, 3, tzinfo=UTC) + timedelta(days=1)
        tree = unit_tree.standing(self.store, QUARTER.last_day)
        for name, sheet in published(self.store, catalogue(), now).items():
            if not name.startswith("hasil"):
                continue
            for row in csv.DictReader(sheet[1:].splitlines(), delimiter=";"):
                asked, kind = STREAMS[row["jenis"]]
                element = NAMES.get(row["unsur"], OVERALL)
                if asked == SURVEY.key and element == OVERALL:
                    continue
                inside = below(tree, int(row["nomor_unit"]))
                counters = {one for one, unit in self.unit_of.items() if unit in inside}
                question = (stream(asked, kind), element)
                some = self.counted(question, counters, None, "unit")
                total = float(row["nilai"].replace(",", ".")) / 25 * int(row["n"])
                assert len(some) == int(row["n"])
                self.attacker.reads(question, some, round(total))


def _column(one: Rating, element: str) -> AnswerColumn:
    return AnswerColumn(one.counter_id, one.service_id, one.kind, one.instrument, element)


def _shown(figures: Figures) -> Iterator[tuple[tuple[str, str], Mapping[int, int]]]:
    for product in ("official", *DAILIES):
        whole = figures.whole(product)  # type: ignore[arg-type]
        asked = SURVEY.key if isinstance(whole, Ikm) else product
        if isinstance(whole, DailyIndex):
            yield (asked, OVERALL), figures.counts(product, OVERALL)  # type: ignore[arg-type]
        for one in figures.elements(product):  # type: ignore[arg-type]
            if isinstance(one, Element):
                yield (asked, one.key), figures.counts(product, one.key)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Attacked:
    """How many answers there were, how many were tied to a visitor, and how many are in a set of
    equal ones that cannot be told apart."""

    answers: int
    tied: int
    equal: int


def attacked(**options: Any) -> Attacked:
    with empty_store() as store:
        return judged(watched(store, **options))


def watched(
    store: Store,
    *,
    gate: bool,
    nights: int,
    most: int,
    tallies: bool = False,
    leaning: Leaning | None = None,
    of_all_kinds: bool = False,
) -> Town:
    """`leaning`: how citizens answer at every counter, where not at each in its own way; `tallies`:
    whoever attacks has more than the screens; `of_all_kinds`: some had a code, some were helped."""
    with pytest.MonkeyPatch.context() as patch:
        town = Town(store, Random(1), of_all_kinds=of_all_kinds).opens()
        town.leanings |= dict.fromkeys(town.leanings, leaning) if leaning else {}
        town.noticing(patch, gate=gate)
        for night in range(nights):
            day = QUARTER.last_day - timedelta(days=nights - 1 - night)
            town.visited(day, most, looking=not gate and night == nights - 1)
            town.closes(day)
            town.looks()
            if tallies:
                town.reads_tallies()
            if night % 4 == 3 or night == nights - 1:
                town.reads_pages(day)
        return town


def tied_to_counters(town: Town, rows: Iterable[Mapping[str, int]]) -> list[tuple[int, ...]]:
    """Of these rows those that, as whole sheets, could only be of one counter (each of the nine
    answers may be there, by all that is known): their answers, behind the counter."""
    per = [town.attacker.possible((SURVEY.key, element)) for element in SURVEY.elements]
    sets = set.intersection(*map(set, per))
    found = []
    for row in rows:
        values = [row[element] for element in SURVEY.elements]
        fits = (
            some
            for some in sets
            if all(value in one[some] for value, one in zip(values, per, strict=True))
        )
        counters = {town.said[number].counter_id for some in fits for number in some}
        found += [(*counters, *values)] if len(counters) == 1 else []
    return found


def judged(town: Town) -> Attacked:
    """Whatever the program ties it ties rightly; and of what it does not tie nothing can be: two
    answers that differ and stand in the very same cells could as well be each other's."""
    tied = town.attacker.ties()
    for (_, (number, element)), value in tied.items():
        assert town.said[number].answers[element] == value, "it was concluded wrongly"
    equal: set[Any] = set()
    for question in town.attacker.cells:
        for some in town.attacker.together(question):
            if len({town.said[number].answers[element] for number, element in some}) == 1:
                equal |= {(question, answer) for answer in some}
    assert tied.keys() <= equal
    answers = sum(len(one.answers) for one in town.said)
    return Attacked(answers, len(tied), len(equal))


LONG = pytest.mark.long("ten thousand answers: a quarter of a minute each")
SIZES = [(7, 14), pytest.param(60, 22, marks=LONG)]
OF_ONE_MIND = [
    (7, 14, (1, 2, 9, 9), 4),
    *(pytest.param(60, 22, *one, marks=LONG) for one in (
        ((3, 4, 9, 5), 1), ((1, 2, 9, 9), 2), ((0, 1, 4, 16), 18),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("nights", "most"), SIZES)
def test_no_answer_is_tied_to_a_visitor_but_among_equal_ones(nights: int, most: int) -> None:
    found = attacked(gate=True, nights=nights, most=most)
    assert found.answers > nights * 100
    assert found.tied <= found.equal < found.answers / 10


@pytest.mark.parametrize(("nights", "most", "leaning", "percent"), OF_ONE_MIND)
def test_nor_where_every_released_count_is_read(
    nights: int, most: int, leaning: Leaning, percent: int
) -> None:
    """How often all of a release are equal depends on how much of one mind citizens are; the
    percentages stand in docs/privacy.md."""
    found = attacked(gate=True, nights=nights, most=most, tallies=True, leaning=leaning)
    assert found.tied == found.equal, "and of these it misses none"
    assert found.equal < found.answers * percent / 100


def test_nor_where_open_verified_and_assisted_ratings_stand_beside_each_other() -> None:
    found = attacked(gate=True, nights=7, most=40, of_all_kinds=True)
    assert found.tied <= found.equal < found.answers / 10


def test_whole_sheets_could_be_tied_to_a_counter_and_what_is_exported_is_nobodys_sheet() -> None:
    """What the program says of an exported row is no truer than of one that is made up."""
    with empty_store() as store:
        town = watched(store, gate=True, nights=10, most=30, tallies=True)
        first = SURVEY.elements[0]
        counted = town.counted((SURVEY.key, first), set(town.unit_of), None, "unit")
        sheets = [town.said[number] for number, _ in counted]
        keys = SURVEY.elements
        theirs = {(one.counter_id, *(one.answers[key] for key in keys)) for one in sheets}
        claims = tied_to_counters(town, (one.answers for one in sheets))
        assert len(claims) > 30
        assert set(claims) <= theirs, "of whole sheets it would be right each time"
        exported = ratings.released_sheets(store, list(town.unit_of), QUARTER, SURVEY.key)
        claims = tied_to_counters(town, exported)
        assert len(claims) > 10
        assert sum(one in theirs for one in claims) < len(claims) / 10


def test_without_the_gate_the_same_program_ties_answers_to_visitors() -> None:
    """Of the last day's visitors, after each of whom it looked, nearly all."""
    found = attacked(gate=False, nights=7, most=14)
    assert found.tied > 80
