"""What an import makes of a file: the same whether it is only tried, waits, or is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from typing import Any

from bot.cli.terminal import Say
from bot.imports.reading.sheets import Columns
from handlers.words.moments import moment_words
from models.calendar import local
from models.letters import Fact, Text
from models.nip import masked
from models.store.oversight.stamps import Stamp

Watch = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


def unwatched(done: float) -> None:
    """Nobody looks on."""


@dataclass(frozen=True)
class Terms:
    """Under which a file is taken in.

    `now` is UTC, `zone` an IANA name for what nothing else says the zone of, `by` the person who
    brings it (None: whoever runs the machine). `say` are the words of a terminal that prints codes:
    with them new people, and the heads that units lack, get joining codes at once.
    """

    now: datetime
    zone: str
    by: int | None = None
    say: Say | None = None
    watch: Watch = unwatched

    def stamp(self, zone: str | None = None) -> Stamp:
        """When and by whom everything is changed; the day is that of the zone."""
        return Stamp(self.now, local(self.now, zone or self.zone).date(), self.by)

    def is_own(self, person_ids: Collection[int]) -> bool:
        """Whether whoever brings the file is among these people: nobody decides on their own."""
        return self.by in person_ids


@dataclass(frozen=True)
class Code:
    """A single-use joining code, whose it is, and until when (UTC) it works; the unit's zone is an
    IANA name."""

    person_id: int
    name: str
    nip: str
    unit: str
    zone: str
    code: str
    until: datetime


@dataclass(frozen=True)
class Outcome:
    """What is new, changed, ended and the same, in numbers; a line for all but the last.

    `sensitive`: superiors, duties or numbers (nip) of people, or what a duty reaches, are otherwise
    from now on, somebody leaves or comes back, or anything of who brings the file is otherwise.
    `units`: the ids of the units it names that were there before; None stands for the whole office,
    as a new unit on top does. `altered`: those of them where something is otherwise. `people`: for
    whose sake it is sensitive, who do not agree to it themselves. `made` is for the kind's own page
    at the terminal.
    """

    new: int = 0
    changed: int = 0
    ended: int = 0
    same: int = 0
    lines: tuple[Text, ...] = ()
    sensitive: bool = False
    units: frozenset[int | None] = frozenset()
    altered: frozenset[int | None] = frozenset()
    people: frozenset[int] = frozenset()
    codes: tuple[Code, ...] = ()
    made: Any = None
    notes: tuple[Text, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Its numbers, for words."""
        return {name: getattr(self, name) for name in ("new", "changed", "ended", "same")}


@dataclass
class Tally:
    """An outcome in the making; `altered` is None where every unit it names is. `first`: what a
    second person is to read before all else."""

    new: int = 0
    changed: int = 0
    ended: int = 0
    same: int = 0
    sensitive: bool = False
    lines: list[Text] = field(default_factory=list)
    first: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    units: set[int | None] = field(default_factory=set)
    altered: set[int | None] | None = None
    people: set[int] = field(default_factory=set)

    def outcome(self, *codes: Code, made: Any = None) -> Outcome:
        """What has come of it; the first lines and the others in the order new, changed,
        ended."""
        return Outcome(
            new=self.new,
            changed=self.changed,
            ended=self.ended,
            same=self.same,
            lines=(*sorted(self.first, key=_rank), *sorted(self.lines, key=_rank)),
            sensitive=self.sensitive,
            units=frozenset(self.units),
            altered=frozenset(self.units if self.altered is None else self.altered),
            people=frozenset(self.people),
            codes=codes,
            made=made,
            notes=tuple(self.notes),
        )

    @contextmanager
    def first_if(self, is_first: bool) -> Iterator[None]:
        """What is told within comes before all else, where it is of who brings the file or is what
        the second person is asked for."""
        before = len(self.lines)
        yield
        if is_first:
            self.first += self.lines[before:]
            del self.lines[before:]

    def adds(self, what: str | Text, as_what: Fact) -> None:
        """Something that was not there."""
        self.new += 1
        self.lines.append(Text("import-line-new", {"what": what, "as": as_what}))

    def turns(self, what: str | Text, changes: Text) -> None:
        """Something that is otherwise."""
        self.changed += 1
        self.lines.append(Text("import-line-changed", {"what": what, "changes": changes}))

    def ends(self, what: str | Text, as_what: Fact) -> None:
        """Something that is there no more."""
        self.ended += 1
        self.lines.append(Text("import-line-ended", {"what": what, "as": as_what}))


def _rank(line: Text) -> int:
    return _ORDER.get(line.id, 1)


_ORDER = {"import-line-new": 0, "import-line-changed": 1, "import-line-ended": 2}


@dataclass(frozen=True)
class CellChange:
    """What is otherwise from now on, in a column of the file; "" where there is nothing."""

    column: str
    before: str
    after: str


def changed(column: str, before: str, after: str) -> Iterator[CellChange]:
    """The change, where there is one."""
    if before != after:
        yield CellChange(column, before, after)


def altered(changes: Iterable[CellChange], columns: Columns) -> Text:
    """All the changes of one thing, as one text in any language."""
    return listed([turned(columns.title(one.column), one.before, one.after) for one in changes])


def turned(what: str, before: str | Text, after: str | Text) -> Text:
    """What it was and what it is now, in words."""
    nothing = Text("sheet-none")
    facts: Mapping[str, Fact] = {
        "what": what,
        "before": before or nothing,
        "after": after or nothing,
    }
    return Text("sheet-change", facts)


def as_written(changes: Iterable[CellChange], columns: Columns) -> list[dict[str, Any]]:
    """All of them for JSON, None where there is nothing."""
    return [
        {
            "column": columns.title(one.column),
            "before": one.before or None,
            "after": one.after or None,
        }
        for one in changes
    ]


def listed(texts: Sequence[Text]) -> Text:
    """Texts one after another; at least one."""
    return reduce(lambda first, rest: Text("import-and", {"first": first, "rest": rest}), texts)


def codes_end(codes: Sequence[Code]) -> Mapping[str, Any]:
    """When the codes of one file end, by the clock of the first one's unit; at least one."""
    return moment_words(codes[0].until, codes[0].zone)


def whose(name: str, nip: str) -> str:
    """A person as they are named on a page: no nip is written out."""
    return f"{name} ({masked(nip)})"
