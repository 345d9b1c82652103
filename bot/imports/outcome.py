"""What an import makes of a file: the same whether it is only tried, waits, or is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from typing import Any

from bot.imports.changes import Change
from bot.imports.reading.sheets import Columns
from bot.imports.reading.tables import Row
from models.calendar import local
from models.letters import Fact, Text
from models.nip import masked
from models.store import Store
from models.store.oversight.stamps import Stamp

Watch = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


def unwatched(done: float) -> None:
    """Nobody looks on."""


@dataclass(frozen=True)
class Terms:
    """Under which a file is taken in.

    `now` is UTC, `zone` an IANA name for what nothing else says the zone of, `by` the person who
    brings it (None: whoever runs the machine). With `codes` new people get joining codes at once.
    """

    now: datetime
    zone: str
    by: int | None = None
    codes: bool = False
    watch: Watch = unwatched

    def stamp(self) -> Stamp:
        """When and by whom everything is changed; the day is that of the zone."""
        return Stamp(self.now, local(self.now, self.zone).date(), self.by)


@dataclass(frozen=True)
class Code:
    """A single-use joining code, and whose it is; the unit's zone is an IANA name."""

    person_id: int
    name: str
    nip: str
    unit: str
    zone: str
    code: str


@dataclass(frozen=True)
class Outcome:
    """What is new, changed, ended and the same, in numbers; a line for all but the last.

    `sensitive`: superiors, duties or numbers (nip) of people, or what a duty reaches, are otherwise
    from now on. `units`: the ids of the units it touches that were there before; None stands for
    the whole office, as a new unit on top does.
    """

    new: int = 0
    changed: int = 0
    ended: int = 0
    same: int = 0
    lines: tuple[Text, ...] = ()
    sensitive: bool = False
    units: frozenset[int | None] = frozenset()
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of file: its columns, how its rows are read, and what is made of them.

    `read` gives what `apply` takes; both raise `SheetWrong` with everything that is wrong.
    `as_text` are the columns in which long numbers must stay whole, `empty` is said of a file
    without rows, `ready` of an empty one that is written to be filled in.
    """

    name: str
    columns: Columns
    read: Callable[[Sequence[Row]], Any]
    apply: Callable[[Store, Any, Terms], Outcome]
    empty: str
    ready: str
    as_text: tuple[str, ...] = ("nip",)


@dataclass
class Tally:
    """An outcome in the making."""

    new: int = 0
    changed: int = 0
    ended: int = 0
    same: int = 0
    sensitive: bool = False
    lines: list[Text] = field(default_factory=list)
    units: set[int | None] = field(default_factory=set)

    def outcome(self, *codes: Code) -> Outcome:
        """What has come of it; the lines in the order new, changed, ended."""
        lines = tuple(sorted(self.lines, key=lambda line: _ORDER.get(line.id, 1)))
        counts = {"new": self.new, "changed": self.changed, "ended": self.ended}
        return Outcome(
            **counts,
            same=self.same,
            lines=lines,
            sensitive=self.sensitive,
            units=frozenset(self.units),
            codes=codes,
        )

    def adds(self, what: str | Text, as_what: Fact) -> None:
        """Something that was not there."""
        self.new += 1
        self.lines.append(Text("import-line-new", {"what": what, "as": as_what}))

    def alters(self, what: str | Text, changes: Sequence[Change], columns: Columns) -> None:
        """Something that is otherwise."""
        self.turns(what, altered(changes, columns))

    def turns(self, what: str | Text, changes: Text) -> None:
        """Something that is otherwise, told in one text."""
        self.changed += 1
        self.lines.append(Text("import-line-changed", {"what": what, "changes": changes}))

    def ends(self, what: str | Text, as_what: Fact) -> None:
        """Something that is there no more."""
        self.ended += 1
        self.lines.append(Text("import-line-ended", {"what": what, "as": as_what}))


_ORDER = {"import-line-new": 0, "import-line-changed": 1, "import-line-ended": 2}


def altered(changes: Iterable[Change], columns: Columns) -> Text:
    """All the changes of one thing, as one text in any language."""
    return listed([_told(change, columns.title(change.column)) for change in changes])


def listed(texts: Sequence[Text]) -> Text:
    """Texts one after another; at least one."""
    return reduce(lambda first, rest: Text("import-and", {"first": first, "rest": rest}), texts)


def whose(name: str, nip: str) -> str:
    """A person as they are named on a page: no nip is written out."""
    return f"{name} ({masked(nip)})"


def _told(change: Change, title: str) -> Text:
    before = change.before or Text("sheet-none")
    after = change.after or Text("sheet-none")
    return Text("sheet-change", {"what": title, "before": before, "after": after})
