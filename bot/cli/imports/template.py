"""`tilik import KIND --template`: an empty file of a kind, to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.cli.terminal import Echo, Say, in_words
from bot.imports.all_kinds import KINDS
from bot.imports.blank import Spell, as_csv, as_workbook
from bot.imports.kind import Kind
from bot.imports.reading.tables import shown


def write_template(kind: str, file: Path, *, say: Say, echo: Echo) -> int:
    """Write an empty table with every column; the exit code, 1 if there is such a file already."""
    make = MADE.get(file.suffix.lower())
    if make is None:
        echo(say("sheet-template-kind", file=shown(file)), err=True)
        return 1
    try:
        with file.open("xb") as sheet:
            sheet.write(make(KINDS[kind], lambda text: in_words(text, say)))
    except FileExistsError:
        echo(say("sheet-template-exists", file=shown(file)), err=True)
        return 1
    except OSError as error:
        reason = error.strerror or type(error).__name__
        echo(say("sheet-template-refused", file=shown(file), reason=reason), err=True)
        return 1
    echo(say(KINDS[kind].ready, file=shown(file)))
    return 0


MADE: Mapping[str, Callable[[Kind, Spell], bytes]] = {
    ".csv": lambda kind, spell: as_csv(kind),
    ".xlsx": as_workbook,
}
"""Ending -> what writes such a file."""
