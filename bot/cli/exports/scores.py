"""`tilik export scores`: a quarter, a row for each person, labelled for what the scores are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
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
from bot.cli.terminal import Echo, Say
from models.calendar import local
from models.letters import Fact, Text
from models.parts import Part
from models.performance import WEIGHTS, Scores, Total, scored
from models.quarter import Quarter
from models.store import Store
from models.store.office import services
from models.store.oversight.looks import note_operator
from models.store.people.tenures import Tenure, tenures
from models.store.ratings.closes import first_closed
from models.store.work.evaluations import took_part
from models.store.work.records import records

AT_ONCE = 500
"""So many people are read at a time."""


def export_scores(
    quarter: str,
    *,
    url: str,
    say: Say,
    echo: Echo,
    folder: Path,
    now: datetime,
    unit: str | None = None,
    force: bool = False,
) -> int:
    """Write the quarter (typed as 2026-Q4 or TW IV 2026) as XLSX and CSV; the exit code, 1 with a
    sentence.

    Everybody who took part in it (a post, and joined by its end), or those of a unit with all units
    below it. A file that is there
    is overwritten only by `force`. The trail tells of whom it was.
    """

    def files() -> Sequence[Path]:
        wanted = quarter_named(quarter)
        rows, title = changed(url, lambda store: _page(store, unit, wanted, now))
        name = file_name("nilai", unit or "", wanted.key)
        table = Table(worded(Text("export-sheet-scores")), page(), (title,), _header(), rows)
        return saved(folder, name, table, force=force)

    return exported(files, say=say, echo=echo)


def _page(
    store: Store, name: str | None, quarter: Quarter, now: datetime
) -> tuple[list[list[Cell]], str]:
    """The rows, and a title that says as of when what citizens said is in them."""
    rows = _rows(store, name, quarter, now)
    spelt = Text(f"quarter-{quarter.number}", {"year": str(quarter.year)})
    facts: dict[str, Fact] = {"quarter": spelt, "scope": name or Text("export-scores-everybody")}
    closed = first_closed(store)
    if closed is None or closed < quarter.first_day:
        return rows, worded(Text("export-scores-title", facts))
    facts["day"] = min(closed, quarter.last_day)
    return rows, worded(Text("export-scores-title-as-of", facts))


def _rows(store: Store, name: str | None, quarter: Quarter, now: datetime) -> list[list[Cell]]:
    below: set[int] | None = None
    if name is not None:
        below = set(services.subtree(store, unit_named(store, name).id, quarter.last_day))
    people: dict[int, Tenure] = {}
    for number, own in tenures(store, quarter.first_day, quarter.last_day).items():
        if here := [tenure for tenure in own if below is None or tenure.unit.id in below]:
            people[number] = here[-1]
    people = _taking_part(store, people, quarter)
    found = _scores(store, people, quarter, now)
    for zone in sorted({who.unit.zone for who in people.values()}):
        shown = [number for number, who in people.items() if who.unit.zone == zone]
        note_operator(store, "export.scores", shown, now=now, zone=zone, quarter=quarter.key)
    return [_row(who, found[number]) for number, who in people.items()]


def _taking_part(
    store: Store, people: dict[int, Tenure], quarter: Quarter
) -> dict[int, Tenure]:
    """Who never joined has no row: there is nothing that could be scored."""
    numbers = list(people)
    parts = (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
    there = frozenset[int]().union(*(took_part(store, some, quarter) for some in parts))
    return {number: who for number, who in people.items() if number in there}


def _scores(
    store: Store, people: dict[int, Tenure], quarter: Quarter, now: datetime
) -> dict[int, Scores]:
    """Zone by zone, since each has a today of its own."""
    by_zone: dict[str, list[int]] = defaultdict(list)
    for number, who in people.items():
        by_zone[who.unit.zone].append(number)
    found: dict[int, Scores] = {}
    for zone, numbers in by_zone.items():
        today = local(now, zone).date()
        for at in range(0, len(numbers), AT_ONCE):
            known = records(store, numbers[at : at + AT_ONCE], quarter, today=today)
            found.update((number, scored(record)) for number, record in known.items())
    return found


def _header() -> list[str]:
    header = ["NIP", "nama", "unit", "jabatan"]
    for key in WEIGHTS:
        part = worded(Text(f"score-{key}"))
        header += [part, worded(Text("export-n", {"part": part}))]
        header.append(worded(Text("export-why", {"part": part})))
    return [*header, worded(Text("export-total"))]


def _row(who: Tenure, scores: Scores) -> list[Cell]:
    total = scores.total.value if isinstance(scores.total, Total) else None
    return [who.nip, who.name, who.unit.name, who.title, *_parts(scores), total]


def _parts(scores: Scores) -> Iterator[Cell]:
    by_key = {part.key: part for part in scores.parts}
    for key in WEIGHTS:
        part = by_key[key]
        if isinstance(part, Part):
            yield from (part.value, part.n, None)
        else:
            yield from (None, part.n, worded(part.why))
