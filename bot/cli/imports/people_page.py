"""What an import of staff has changed, for a person or for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.attachments.links import Reach
from bot.cli.terminal import Say
from bot.imports.changes import as_written, told
from bot.imports.intake import hours
from bot.imports.kinds.people import is_sensitive
from bot.imports.kinds.people.sheet import COLUMNS, Staff
from bot.imports.kinds.people.store import Made
from bot.imports.reading.tables import shown
from models.nip import masked


def as_object(
    made: Made, say: Say, *, dry_run: bool, reach: Reach, codes_on: Path | None = None
) -> str:
    """All of it as JSON; no nip is written out. A trial has no codes, and where a sheet has them
    they are not told again."""
    hidden = dry_run or codes_on is not None
    page = {
        "dry_run": dry_run,
        "needs_second": is_sensitive(made),
        "waiting": None if dry_run else made.waits,
        "new_units": list(made.units),
        "new": [_of(step.row) for step, _ in made.steps if step.is_new],
        "changed": [
            {**_of(step.row), "changes": as_written(found, COLUMNS)}
            for step, found in made.steps
            if found and not step.is_new
        ],
        "unchanged": sum(not (found or step.is_new) for step, found in made.steps),
        "heads": [{"unit": h.unit, "before": h.before, "after": h.after} for h in made.heads],
        "codes": [
            {
                **_of(row),
                "code": None if hidden else code,
                "link": None if hidden else reach.on_telegram(code),
                "whatsapp": None if hidden else reach.on_whatsapp(code),
            }
            for row, code in made.codes
        ],
        "codes_valid_hours": hours(),
        "sheet": shown(codes_on) if codes_on and made.codes and not dry_run else None,
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def as_page(
    made: Made, say: Say, *, dry_run: bool, reach: Reach, codes_on: Path | None = None
) -> str:
    """What is new and what changes, by name, and the codes to hand out or the sheet they are on."""
    new = [step.row for step, _ in made.steps if step.is_new]
    changed = [(step.row, found) for step, found in made.steps if found and not step.is_new]
    counts = {
        "new": len(new),
        "changed": len(changed),
        "unchanged": len(made.steps) - len(new) - len(changed),
    }
    tried = dry_run or made.waits is not None
    lines = [say("people-would-be" if tried else "people-done", **counts)]
    if made.units:
        lines.append(say("people-units", units=", ".join(made.units)))
    if tried:
        lines += [_new(row, say) for row in new]
    for row, found in changed:
        lines.append(say("people-changed", person=_name(row), changes=told(found, COLUMNS, say)))
    for head in made.heads:
        lines.append(say("people-head", unit=head.unit, before=head.before, after=head.after))
    if dry_run:
        lines += _trial(made, say)
    elif made.waits is not None:
        lines.append(say("import-waits", number=made.waits))
    elif made.alone:
        lines.append(say("import-alone"))
    if tried:
        return "\n".join(lines)
    if codes_on:
        lines += ["", _sheet(codes_on, made, say)]
    else:
        lines += _codes(made, say, reach)
    return "\n".join(lines)


def _new(row: Staff, say: Say) -> str:
    return say("people-new", person=_name(row), unit=row.unit, title=row.title)


def _trial(made: Made, say: Say) -> Iterator[str]:
    if made.waits is not None:
        yield say("import-would-wait")
    if made.codes:
        yield say("people-codes-tried", count=len(made.codes))
    yield say("office-tried")


def _codes(made: Made, say: Say, reach: Reach) -> Iterator[str]:
    if not made.codes:
        return
    yield ""
    yield say("people-codes", hours=hours())
    for row, code in made.codes:
        line = say("people-code", person=_name(row), unit=row.unit, code=code)
        yield "  ".join((line, *reach.joining(code)))


def _sheet(file: Path, made: Made, say: Say) -> str:
    if not made.codes:
        return say("codes-sheet-none", file=shown(file))
    return say("codes-sheet-written", count=len(made.codes), file=shown(file), hours=hours())


def _name(row: Staff) -> str:
    return f"{row.name} ({masked(row.nip)})"


def _of(row: Staff) -> dict[str, Any]:
    return {
        "row": row.row,
        "name": row.name,
        "nip": masked(row.nip),
        "unit": row.unit,
        "title": row.title,
    }
