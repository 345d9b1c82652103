"""What an import of staff has changed, for a person or for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.attachments.links import Reach
from bot.cli.terminal import Say, in_words
from bot.imports.kind import ImportView, how_read, waiting, waits
from bot.imports.kinds.people.rows import COLUMNS, StaffRow
from bot.imports.kinds.people.store import Staffed, StepDone
from bot.imports.outcome import (
    CellChange,
    Code,
    altered,
    as_written,
    changed,
    codes_end,
    whose,
)
from bot.imports.reading.tables import shown
from models.letters import Text
from models.nip import masked


def as_object(view: ImportView, say: Say) -> dict[str, Any]:
    """All of it; no nip is written out. A trial has no codes, and where a sheet has them they are
    not told again."""
    outcome = view.made.outcome
    made: Staffed = outcome.made
    hidden, on = view.dry_run or view.codes_on is not None, view.codes_on
    rows = {one.step.after.id: one.step.row for one in made.done}
    return {
        **waiting(view),
        "new_units": list(made.units),
        "new": [_of(one.step.row) for one in made.done if one.step.is_new],
        "changed": [
            {**_of(one.step.row), "changes": as_written(_changes(one, say), COLUMNS)}
            for one in _altered(made)
        ],
        "unchanged": outcome.same,
        "read": list(how_read(view, say)),
        "heads": [{"unit": h.unit, "before": h.before, "after": h.after} for h in made.heads],
        "codes": [
            {
                **_of(rows[one.person_id]),
                "code": None if hidden else one.code,
                "link": None if hidden else view.reach.on_telegram(one.code),
                "whatsapp": None if hidden else view.reach.on_whatsapp(one.code),
            }
            for one in outcome.codes
        ],
        "codes_until": outcome.codes[0].until.isoformat() if outcome.codes else None,
        "sheet": shown(on) if on and outcome.codes and not view.dry_run else None,
    }


def lines(view: ImportView, say: Say) -> Iterator[str]:
    """What is new and what changes, by name, and the codes to hand out or the sheet they are on."""
    outcome = view.made.outcome
    made: Staffed = outcome.made
    other = _altered(made)
    counts = {"new": outcome.new, "changed": len(other), "unchanged": outcome.same}
    yield say("people-would-be", **counts) if view.tried else say("people-done", **counts)
    yield from how_read(view, say)
    if made.units:
        yield say("people-units", units=", ".join(made.units))
    yield from (in_words(one, say) for one in made.placed)
    for one in made.done if view.tried else ():
        if one.step.is_new:
            yield say("people-new", **_stands(one, say))
            if day := made.leaving.get(one.step.row.nip):
                yield _leaves(one.step.row, day, say)
        elif not one.is_otherwise and not one.step.row.left:
            yield say("people-same", **_stands(one, say))
    for one in other:
        if one.step.row.left:
            yield _leaves(one.step.row, one.step.row.last_day, say)
            continue
        changes = in_words(altered(_changes(one, say), COLUMNS), say)
        yield say("people-changed", person=_name(one.step.row), changes=changes)
    for head in made.heads:
        yield say("people-head", unit=head.unit, before=head.before, after=head.after)
    yield from waits(view, say)
    if view.made.number is not None and not view.dry_run:
        yield say("people-codes-later")
    if view.dry_run:
        if outcome.codes:
            yield say("people-codes-tried", count=len(outcome.codes))
        yield say("office-tried")
    elif not view.tried and view.codes_on:
        yield from ("", _sheet(view.codes_on, outcome.codes, say))
    elif not view.tried and outcome.codes:
        yield from _codes(outcome.codes, say, view.reach)


def _leaves(row: StaffRow, last: date | None, say: Say) -> str:
    """That somebody leaves, and after which day where the file names it."""
    left = Text("import-left-on", {"day": last}) if last else Text("import-left")
    return say("import-line-ended", what=_name(row), **{"as": in_words(left, say)})


def _stands(one: StepDone, say: Say) -> dict[str, str]:
    """Where somebody stands by their row, under whom, and in which roles."""
    row, nobody = one.step.row, say("sheet-none")
    over, roles = row.superior, ", ".join(in_words(text, say) for text in one.after)
    superior = (over.name or masked(over.nip or "")) if over else nobody
    where = {"person": _name(row), "unit": row.unit, "title": row.title}
    return {**where, "superior": superior, "roles": roles or nobody}


def _altered(made: Staffed) -> list[StepDone]:
    return [one for one in made.done if one.is_otherwise and not one.step.is_new]


def _changes(one: StepDone, say: Say) -> list[CellChange]:
    """What is otherwise, the duties in the words of the terminal."""

    def named(duties: Sequence[Text]) -> str:
        return ", ".join(sorted(in_words(text, say) for text in duties))

    return [*one.cells, *changed("roles", named(one.before), named(one.after))]


def _codes(codes: Sequence[Code], say: Say, reach: Reach) -> Iterator[str]:
    yield from ("", say("people-codes", **codes_end(codes)))
    for one in codes:
        who = whose(one.name, one.nip)
        line = say("people-code", person=who, unit=one.unit, code=one.code)
        yield "  ".join((line, *reach.joining(one.code)))


def _sheet(file: Path, codes: Sequence[Code], say: Say) -> str:
    if not codes:
        return say("codes-sheet-none", file=shown(file))
    return say(
        "codes-sheet-written", count=len(codes), file=shown(file), **codes_end(codes)
    )


def _name(row: StaffRow) -> str:
    return whose(row.name, row.nip)


def _of(row: StaffRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "name": row.name,
        "nip": masked(row.nip),
        "unit": row.unit,
        "title": row.title,
    }
