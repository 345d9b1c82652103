"""What is said of a file that was sent in chat, once it has been read or taken in."""

from __future__ import annotations

from collections.abc import Sequence

from bot.imports.outcome import Outcome
from bot.imports.reading.sheets import Mistake, grouped
from handlers.office.imports.words import FIRST
from handlers.openings import ToUnjoined
from models.letters import Letter, Lines, Text, Words


def wrong_letter(name: str, wrongs: Sequence[Mistake]) -> Letter:
    """Where the file is wrong, by row and column: the first ones, and how many more."""
    every = grouped(wrongs)
    lines: list[Words] = [_sentence(wrong, rows) for wrong, rows in every[:FIRST]]
    if (more := len(every) - FIRST) > 0:
        lines.append(Text("sheet-more-wrong", {"count": more}))
    first = Text("impor-wrong", {"name": name})
    return Letter((first, Lines(tuple(lines)), Text("sheet-nothing-written")))


def beyond(name: str) -> Letter:
    """The file touches units whose people somebody else keeps."""
    return Letter((Text("impor-beyond", {"name": name}),))


def unchanged(name: str) -> Letter:
    """All that is in the file stands so already."""
    return Letter((Text("impor-same", {"name": name}),))


def broken(name: str) -> Letter:
    """Something has gone wrong with us."""
    return Letter((Text("impor-broken", {"name": name}),))


def done_letter(name: str, made: Outcome, *, second: str | None, without_code: int) -> Letter:
    """What has been taken in, with whose agreement; how many in one's units still need a code."""
    counts = {"new": made.new, "changed": made.changed, "ended": made.ended, "same": made.same}
    said: list[Words] = [Text("impor-done", {"name": name}), Text("impor-counts", counts)]
    if second is not None:
        said.append(Text("impor-done-by", {"by": second}))
    if not without_code:
        return Letter(tuple(said))
    said.append(Text("impor-codes", {"count": without_code}))
    return Letter(tuple(said), ((ToUnjoined().button(Text("button-impor-people")),),))


def _sentence(wrong: Mistake, rows: str) -> Text:
    if not wrong.row:
        return wrong.why
    return Text("sheet-cell", {"row": rows, "column": wrong.column, "why": wrong.why})
