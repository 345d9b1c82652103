"""`tilik export survey`: a quarter's answer sheets of a unit, for whoever reckons them elsewhere.

There are as many rows as respondents, without counter, day or anything else of them, and each
element's answers are in an order of their own. What may be had is what may be published
(`models.publishing`): so the rows of a unit less those of units below it are of nobody, or of as
many as are needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.cli.command import changed
from bot.cli.exports.table import Cell, Table
from bot.cli.exports.wanted import (
    exported,
    file_name,
    page,
    quarter_named,
    saved,
    unit_named,
    worded,
)
from bot.cli.skm.answer_sheet import called, legible
from bot.cli.terminal import Echo, Say
from bot.imports.reading.tables import UnusableError
from bot.publishing.results import Forest, figures_in, forest_of
from models.disclosure import Place
from models.figures import Figures, Product
from models.groups import GROUPS, LEAST, summed, told
from models.instruments import Instrument
from models.letters import Fact, Text
from models.quarter import Quarter
from models.scores import Element, Ikm, NotEnough, rounded
from models.services import Unit
from models.store import Store
from models.store.office import groups, services
from models.store.oversight.looks import note_operator
from models.store.ratings import ratings
from models.store.ratings.closes import closed_on
from models.store.ratings.shut import shut_words
from models.survey_words import name as name_of

ELEMENTS = ("unsur", "jumlah jawaban", "NRR", "nilai", "mutu")
GROUPS_HEAD = ("kelompok", "nilai", "jumlah")
WORDS = ("saran dan masukan", "tanggapan petugas")
MOST_WORDS = 100_000
"""So many texts are handed on at most."""


@dataclass(frozen=True)
class _Survey:
    """What leaves: the sheets, the figure of them, and what people wrote."""

    unit: Unit
    survey: Instrument
    figure: Ikm
    sheets: Sequence[Sequence[Cell]]
    words: Sequence[Sequence[Cell]]
    groups: Sequence[Sequence[Cell]]


def export_survey(
    unit: str,
    quarter: str,
    *,
    url: str,
    say: Say,
    echo: Echo,
    folder: Path,
    now: datetime,
    instrument: str | None = None,
    force: bool = False,
) -> int:
    """Write the sheets of a quarter that is closed (typed as 2026-Q4 or TW IV 2026), the figures of
    the elements and what people wrote, each as XLSX and CSV; the exit code, 1 with a sentence.

    Of the unit with all below it. `instrument`: the key of the office's own survey, instead of the
    official one. The trail tells that it was written.
    """

    def files() -> Sequence[Path]:
        wanted = quarter_named(quarter)
        found = changed(url, lambda store: _read(store, unit, wanted, instrument, now))
        name = file_name("survei", instrument or "", found.unit.name, wanted.key)
        tables = _tables(found, wanted)
        return [
            file
            for ending, table in tables
            for file in saved(folder, f"{name}{ending}", table, force=force)
        ]

    return exported(files, say=say, echo=echo)


def _read(
    store: Store, named: str, quarter: Quarter, instrument: str | None, now: datetime
) -> _Survey:
    unit = unit_named(store, named)
    units = {one.id: one for one in services.every_unit(store)}
    every = services.counters_of(store, list(units))
    forest = forest_of(store, quarter, units, every)
    _check_closed(store, forest, unit, quarter)
    figures = dict(figures_in(store, forest))
    product = _product(forest, instrument)
    figure = figures[unit.id].whole(product) if unit.id in figures else None
    if not isinstance(figure, Ikm):
        raise _refusal(forest, figures, unit, product)
    here = [one.id for each in forest.below(unit.id) for one in forest.counters.get(each, ())]
    survey = figures[unit.id].asked(product)
    sheets = ratings.released_sheets(store, here, quarter, survey.key)
    what = {"quarter": quarter.key, "unit": unit.id, "count": len(sheets)}
    note_operator(store, "export.survey", [None], now=now, zone=unit.zone, **what)
    rows = [[n, *(one.get(key) for key in survey.elements)] for n, one in enumerate(sheets, 1)]
    who = list(_groups(store, forest, unit)) if product == "official" else []
    return _Survey(unit, survey, figure, rows, _words(store, forest, unit, here), who)


def _check_closed(store: Store, forest: Forest, unit: Unit, quarter: Quarter) -> None:
    """Refused before the close of the quarter's last night: until then rests wait."""
    inside = forest.below(unit.id) if unit.id in forest.above else [unit.id]
    zones = {forest.units[one].zone for one in inside}
    if any((closed_on(store, zone) or date.min) < quarter.last_day for zone in zones):
        raise UnusableError("export-survey-running", quarter=quarter.key)


def _product(forest: Forest, instrument: str | None) -> Product:
    """Which figure the survey with this key has."""
    if instrument in (None, forest.here.survey.key):
        return "official"
    for place, survey in forest.here.own.items():
        if survey.key == instrument:
            return place
    known = ", ".join(sorted(forest.here.surveys))
    raise UnusableError("skm-no-survey", given=legible(str(instrument)), known=known)


def _refusal(
    forest: Forest, figures: dict[int, Figures], unit: Unit, product: Product
) -> UnusableError:
    """Too few, or so that those of too few would be what is left elsewhere: with the nearest unit
    above of which there are enough."""
    there = figures[unit.id].whole(product) if unit.id in figures else None
    above = (one for one in reversed(forest.lineage(unit.id)) if one in figures)
    wider = (one for one in above if isinstance(figures[one].whole(product), Ikm))
    names = (forest.units[one].name for one in wider)
    facts = {"unit": unit.name, "wider": next(names, "none")}
    few = there if isinstance(there, NotEnough) else NotEnough(0, forest.here.enough.scores)
    if few.shields:
        return UnusableError("export-survey-shields", needed=few.needed, **facts)
    return UnusableError("export-survey-few", n=few.n, needed=few.needed, **facts)


def _words(store: Store, forest: Forest, unit: Unit, here: list[int]) -> list[list[Cell]]:
    """What people wrote, where the unit's list may be read beside all others."""
    top = next(iter(forest.lineage(unit.id)), unit.id)
    quarter = forest.here.quarter
    if Place("u", unit.id) in shut_words(store, top, forest.here, day=quarter.last_day):
        return []
    told = ratings.told(store, here, quarter, level="unit", most=MOST_WORDS, skip=0)
    enough = len(told) >= forest.here.enough.words
    return [[one.words, one.beside] for one in told] if enough else []


def _groups(store: Store, forest: Forest, unit: Unit) -> Iterator[list[Cell]]:
    """How many have named what of themselves, as the head reads it: each a count of its own."""
    inside = forest.below(unit.id) if unit.id in forest.above else [unit.id]
    found = summed(map(told, groups.heard(store, inside, forest.here.quarter).values()))
    for group, values in GROUPS.items():
        for value in values if group in found else ():
            n = found[group].get(value)
            words = [worded(Text(f"group-{group}")), worded(Text(f"group-{group}-{value}"))]
            yield [*words, worded(Text("export-group-few", {"least": LEAST})) if n is None else n]


def _tables(found: _Survey, quarter: Quarter) -> Iterator[tuple[str, Table]]:
    """What is written, by how its file's name ends."""
    spelt = Text(f"quarter-{quarter.number}", {"year": str(quarter.year)})
    facts: dict[str, Fact] = {"unit": found.unit.name, "quarter": spelt}
    facts |= {"survey": called(found.survey)}
    title = worded(Text("export-survey-title", facts))
    parts: list[tuple[str, str, Sequence[str], Sequence[Sequence[Cell]]]] = [
        ("", "sheets", _header(found.survey), found.sheets),
        ("-unsur", "elements", ELEMENTS, list(_elements(found))),
        ("-kelompok", "groups", GROUPS_HEAD, found.groups),
        ("-saran", "words", WORDS, found.words),
    ]
    for ending, part, header, rows in parts:
        if rows:
            sheet = worded(Text("export-sheet-survey", {"part": part}))
            yield ending, Table(sheet, page(), (title,), header, rows)


def _header(survey: Instrument) -> list[str]:
    """As offices head the columns of their processing table."""
    return ["No", *(f"U{survey.number(key)} ({_name(survey, key)})" for key in survey.elements)]


def _elements(found: _Survey) -> Iterator[list[Cell]]:
    for one in found.figure.elements:
        yield [_name(found.survey, one.key), one.n, *_scored(one)]
    figure = found.figure
    yield [worded(Text("export-survey-whole")), figure.n, None, figure.ikm, figure.band.letter]


def _scored(one: Element) -> list[Cell]:
    return [rounded(one.mean, places=4), one.score, one.band.letter]


def _name(survey: Instrument, element: str) -> str:
    called = name_of(survey, element)
    return called if isinstance(called, str) else worded(called)
