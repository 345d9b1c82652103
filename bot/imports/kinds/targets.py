"""`tilik import targets`: the expected results (rhk) of people and quarters out of one table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.cli.terminal import Echo, Say
from bot.imports.changes import Change, as_written, changed, told
from bot.imports.intake import chosen_zone, table_of, taken_in, write_empty, written
from bot.imports.kinds.targets_sheet import AS_TEXT, COLUMNS, Aim, Sheet, checked
from bot.imports.outcome import Kind, Outcome, Tally, Terms, altered, whose
from bot.imports.reading.dated import Known
from bot.imports.reading.sheets import SheetWrong, Wrong, same
from models.letters import Fact, Text
from models.nip import masked
from models.quarter import Quarter
from models.store import Store
from models.store.oversight.stamps import stamped
from models.store.people import people
from models.store.work import targets
from models.work import Target


@dataclass(frozen=True)
class Step:
    """A row, whose it is, and what changes; of a new target nothing was there before."""

    aim: Aim
    person_id: int
    name: str
    changes: Sequence[Change]
    is_new: bool

    @property
    def is_otherwise(self) -> bool:
        """Whether anything is."""
        return self.is_new or bool(self.changes)


def import_targets(
    file: Path,
    *,
    url: str,
    zone: str,
    say: Say,
    echo: Echo,
    dry_run: bool = False,
    as_json: bool = False,
    now: datetime,
) -> int:
    """Take in a table (CSV or workbook); the exit code, 1 with sentences on stderr.

    All of it or, where one cell is wrong, nothing. A result that is known for the person and the
    quarter is changed; what is not in the file stays. Call it outside a running loop.
    """

    def work() -> list[Step]:
        sheet = checked(table_of(file, empty="targets-empty"))
        terms = Terms(now, chosen_zone(zone))
        return written(url, lambda store: aimed(store, sheet, terms), dry_run=dry_run)

    def show(steps: list[Step]) -> str:
        return _as_object(steps, dry_run) if as_json else _as_page(steps, say, dry_run=dry_run)

    return taken_in(work, show, say=say, echo=echo)


def write_template(file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    ready = "targets-template-written"
    return write_empty(file, COLUMNS, ready=ready, as_text=AS_TEXT, say=say, echo=echo)


def aimed(store: Store, sheet: Sheet, terms: Terms) -> list[Step]:
    """Put the targets of the file; raises `SheetWrong` with all that is wrong with it."""
    known = people.by_nip(store)
    column = COLUMNS.title("nip")
    wrongs = [
        *sheet.wrongs,
        *(
            Wrong(Text("targets-nobody"), aim.row, column)
            for aim in sheet.aims
            if aim.nip not in known
        ),
    ]
    if wrongs:
        raise SheetWrong(wrongs)
    before = _before(store, {(known[aim.nip][0], aim.quarter) for aim in sheet.aims})
    steps = []
    for aim in sheet.aims:
        number, name = known[aim.nip]
        old = before.get((number, aim.quarter, same(aim.result)))
        found = list(_changes(old, aim)) if old else []
        if found or old is None:
            # As it was first spelt: capital letters make no second result.
            result = old.result if old else aim.result
            facts = (aim.quarter, result, aim.indicator, aim.quantity, aim.measure)
            targets.put(store, Target(0, number, *facts))
        steps.append(Step(aim, number, name, found, is_new=old is None))
    told = {s.person_id: {"quarter": s.aim.quarter.key} for s in steps if s.is_otherwise}
    stamped(store, terms.stamp(), "import", told)
    return steps


def _apply(store: Store, sheet: Sheet, terms: Terms) -> Outcome:
    steps = aimed(store, sheet, terms)
    tally = Tally(units=Known(store, terms).units_of({step.person_id for step in steps}))
    for step in steps:
        what = f"{whose(step.name, step.aim.nip)}, {step.aim.quarter.key}"
        if step.is_new:
            tally.adds(what, step.aim.result)
        elif step.changes:
            changes = altered(step.changes, COLUMNS)
            facts: Mapping[str, Fact] = {"result": step.aim.result, "changes": changes}
            tally.turns(what, Text("import-target", facts))
        else:
            tally.same += 1
    return tally.outcome()


TARGETS = Kind(
    "targets", COLUMNS, checked, _apply, "targets-empty", "targets-template-written", AS_TEXT
)


def _before(
    store: Store, wanted: Iterable[tuple[int, Quarter]]
) -> dict[tuple[int, Quarter, str], Target]:
    by_quarter: dict[Quarter, list[int]] = defaultdict(list)
    for number, quarter in wanted:
        by_quarter[quarter].append(number)
    return {
        (target.person_id, quarter, same(target.result)): target
        for quarter, numbers in by_quarter.items()
        for several in targets.of_people(store, numbers, quarter).values()
        for target in several
    }


def _changes(old: Target, aim: Aim) -> Iterator[Change]:
    yield from changed("indicator", old.indicator, aim.indicator)
    yield from changed("quantity", _plain(old.quantity), _plain(aim.quantity))
    yield from changed("measure", old.measure or "", aim.measure or "")


def _plain(quantity: Decimal | None) -> str:
    return "" if quantity is None else f"{quantity.normalize():f}".replace(".", ",")


def _as_object(steps: Sequence[Step], dry_run: bool) -> str:
    page = {
        "dry_run": dry_run,
        "new": [_of(step) for step in steps if step.is_new],
        "changed": [
            {**_of(step), "changes": as_written(step.changes, COLUMNS)}
            for step in steps
            if step.changes and not step.is_new
        ],
        "unchanged": sum(not (step.changes or step.is_new) for step in steps),
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _as_page(steps: Sequence[Step], say: Say, *, dry_run: bool) -> str:
    new = [step for step in steps if step.is_new]
    other = [step for step in steps if step.changes and not step.is_new]
    counts = {"new": len(new), "changed": len(other)}
    unchanged = len(steps) - len(new) - len(other)
    told_first = "targets-would-be" if dry_run else "targets-done"
    lines = [say(told_first, unchanged=unchanged, **counts)]
    if dry_run:
        lines += [say("targets-new", **_facts(step)) for step in new]
    for step in other:
        what = told(step.changes, COLUMNS, say)
        lines.append(say("targets-changed", changes=what, **_facts(step)))
    if dry_run:
        lines.append(say("office-tried"))
    return "\n".join(lines)


def _facts(step: Step) -> dict[str, str]:
    person = f"{step.name} ({masked(step.aim.nip)})"
    return {"person": person, "quarter": step.aim.quarter.key, "result": step.aim.result}


def _of(step: Step) -> dict[str, Any]:
    return {
        "row": step.aim.row,
        "name": step.name,
        "nip": masked(step.aim.nip),
        "quarter": step.aim.quarter.key,
        "result": step.aim.result,
    }
