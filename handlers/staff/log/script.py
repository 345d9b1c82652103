"""The script of `catat`: what, for which target, how much; then the card where all can change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import reduce
from typing import Any

from handlers.engine.question import Question, optional
from handlers.engine.questions import Attach, Noted, Option, Pick
from handlers.engine.said import GivenFile
from handlers.staff.log.questions import FILES, MOST_FILES, LineCard, Tell, WorkTold
from handlers.words.days import Day, Hours
from handlers.words.line import LogLine, brief, card
from handlers.words.numbers import Amount, Quantity
from models.letters import File, Text, Verbatim
from models.quarter import Quarter
from models.work import Entry, Target

_ONE_DAY = timedelta(days=1)
LONGEST = 1000


@dataclass(frozen=True)
class LogFacts:
    """What the form knows: the days that may be logged, the targets, what the person has used.

    `day` is the one that a new line is for; `begun` is the line the card opens with; `corrects` the
    entry it takes the place of.
    """

    today: date
    earliest: date
    day: date
    targets: Mapping[Quarter, Sequence[Target]]
    recent: Sequence[Entry]
    begun: LogLine | None = None
    target: Target | None = None
    corrects: Entry | None = None

    def of(self, day: date) -> Sequence[Target]:
        """The targets of the day's quarter."""
        return self.targets.get(Quarter.of(day), ())

    def target_of(self, line: LogLine) -> Target | None:
        """The target that the line serves."""
        return next((t for t in self.of(line.day) if t.id == line.target_id), None)


@dataclass(frozen=True)
class Logged:
    """A line to be saved, and the entry it corrects."""

    line: LogLine
    corrects: Entry | None


async def ask(desk: LogFacts) -> Logged:
    """What, for which target, how much; then the card, on which everything can be changed."""
    day = date.fromisoformat(await Noted("log-today", value=desk.day.isoformat()))
    begun = await Noted("log-begun", value=desk.begun.sheet() if desk.begun else None)
    line = LogLine.read(begun) if begun else await _written(desk, day)
    while True:
        facts = card(line, desk.target_of(line), desk.today, corrects=desk.corrects)
        steps, files = _steps(line), len(line.evidence)
        parts = {key: asked(desk, line) for key, asked in ASKED.items()}
        step = await LineCard(
            "log-card",
            options=steps,
            columns=2,
            facts=facts,
            decisive="save",
            files=files,
            parts=parts,
        )
        line = reduce(_with, (step,) if isinstance(step, GivenFile) else step.files, line)
        if isinstance(step, GivenFile):
            continue
        if step.key == "save":
            return Logged(line, desk.corrects)
        line = await _CHANGES[step.key](desk, line, step.value)


async def _written(desk: LogFacts, day: date) -> LogLine:
    usual = next((e.activity for e in desk.recent if _serves(e, desk.target)), None)
    suggestion = usual or desk.target.result if desk.target else None
    line = LogLine("", day, desk.target.id if desk.target else None)
    line = await _told(line, suggestion)
    if desk.target is None:
        line = await _target(desk, line)
    return await _amount(desk, line)


async def _told(
    line: LogLine, suggestion: str | None, given: WorkTold | None = None
) -> LogLine:
    """The line in the person's words; a file that comes before them or with them is evidence."""
    told = given or await Tell("log-activity", longest=LONGEST, suggestion=suggestion)
    while True:
        line = reduce(_with, told.files, line)
        if told.words:
            return replace(line, activity=told.words)
        told = await Tell("log-activity-shown", longest=LONGEST, suggestion=suggestion)


def _serves(entry: Entry, target: Target | None) -> bool:
    return target is not None and entry.target_id == target.id


def _steps(line: LogLine) -> list[Option]:
    keys = ["save", "evidence", "amount", "day", "hours", "activity", "target"]
    if line.evidence:
        keys.append("bare")
    return [Option(key, Text(f"log-step-{key}")) for key in keys]


async def _activity(desk: LogFacts, line: LogLine, given: WorkTold | None = None) -> LogLine:
    return await _told(line, line.activity, given)


async def _target(desk: LogFacts, line: LogLine, given: Option | None = None) -> LogLine:
    """Which target it serves; nobody is asked where there is none."""
    if not desk.of(line.day):
        return replace(line, target_id=None)
    picked = given or await _which_target(desk, line)
    number = None if picked.key == "direct" else int(picked.key[1:])
    return replace(line, target_id=number)


def _which_target(desk: LogFacts, line: LogLine) -> Pick[Option]:
    options = [Option(f"t{t.id}", Verbatim(brief(t.result))) for t in desk.of(line.day)]
    return Pick("log-target", options=[*options, Option("direct", Text("log-direct"))])


async def _amount(desk: LogFacts, line: LogLine, given: Quantity | None = None) -> LogLine:
    said = given or await optional(_how_much(desk, line))
    if said is not None and said.measure is None:
        said = Quantity(said.number, _measure(desk, line))
    return replace(line, amount=said)


def _measure(desk: LogFacts, line: LogLine) -> str | None:
    target = desk.target_of(line)
    return target.measure if target else None


def _how_much(desk: LogFacts, line: LogLine) -> Amount:
    usual = list(
        dict.fromkeys(
            Quantity(e.quantity, e.measure)
            for e in desk.recent
            if e.quantity is not None and e.target_id == line.target_id
        )
    )[:3]
    facts = {"measure": _measure(desk, line) or Text("log-amount-any")}
    return Amount("log-amount", usual=usual, facts=facts)


async def _day(desk: LogFacts, line: LogLine, given: date | None = None) -> LogLine:
    day = given or await _which_day(desk, line)
    moved = replace(line, day=day)
    return moved if Quarter.of(day) == Quarter.of(line.day) else await _target(desk, moved)


def _which_day(desk: LogFacts, line: LogLine) -> Day:
    last = (desk.today - n * _ONE_DAY for n in range(5))
    return Day(
        "log-day",
        today=desk.today,
        earliest=desk.earliest,
        latest=desk.today,
        offered=[one for one in last if one >= desk.earliest],
        too_early=Text("entry-day-closed", {"day": line.day, "earliest": desk.earliest}),
        too_late=Text("entry-day-future", {"day": line.day}),
    )

async def _hours(
    desk: LogFacts, line: LogLine, given: tuple[time, time] | None = None
) -> LogLine:
    return replace(line, hours=given or await optional(_HOURS))


async def _evidence(desk: LogFacts, line: LogLine, given: GivenFile | None = None) -> LogLine:
    file = given or await optional(_EVIDENCE)
    return _with(line, file) if file else line


async def _bare(desk: LogFacts, line: LogLine, given: None = None) -> LogLine:
    return replace(line, evidence=())


def _with(line: LogLine, given: GivenFile) -> LogLine:
    """The line with one more piece of evidence; the oldest goes where there are too many."""
    more = File(given.kind, given.file, given.name)
    return replace(line, evidence=(*line.evidence, more)[-MOST_FILES:])


_HOURS = Hours("log-hours")
_EVIDENCE = Attach("log-evidence", kinds=FILES)
ASKED: Mapping[str, Callable[[LogFacts, LogLine], Question[Any]]] = {
    "activity": lambda desk, line: Tell("log-activity", longest=LONGEST),
    "target": _which_target,
    "amount": _how_much,
    "day": _which_day,
    "hours": lambda desk, line: _HOURS,
    "evidence": lambda desk, line: _EVIDENCE,
}
_CHANGES: Mapping[str, Callable[..., Awaitable[LogLine]]] = {
    "activity": _activity,
    "target": _target,
    "amount": _amount,
    "day": _day,
    "hours": _hours,
    "evidence": _evidence,
    "bare": _bare,
}
