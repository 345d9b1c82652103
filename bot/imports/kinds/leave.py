"""`tilik import leave`: leave, official travel, shifts and part-time, from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import cast

from bot.imports.kinds.leave_sheet import AWAY, COLUMNS, Off, read
from bot.imports.outcome import Kind, Outcome, Tally, Terms, whose
from bot.imports.reading.dated import Known, period
from bot.imports.reading.sheets import SheetWrong
from models import schedule
from models.letters import Text
from models.schedule import Schedule
from models.store import Store
from models.store.oversight.stamps import stamped
from models.store.people import leaves
from models.store.people.leaves import Leave
from models.store.rules import schedules

DAY = timedelta(days=1)
TEXTS: Mapping[str, Text] = {
    "leave": Text("away-cuti"),
    "travel": Text("away-travel"),
    "shift": Text("away-shift"),
    "part": Text("away-part"),
}


def apply(store: Store, rows: Sequence[Off], terms: Terms) -> Outcome:
    """Write down what the file says; what it does not name stays. Raises `SheetWrong`."""
    known = Known(store, terms)
    wrongs = list(known.strangers(rows, COLUMNS))
    if wrongs:
        raise SheetWrong(wrongs)
    tally = Tally()
    about: dict[int, dict[str, object]] = {}
    for one in sorted(rows, key=lambda row: row.first):
        person = known.id_of(one.nip)
        put = _put_away if one.kind in AWAY else _put_schedule
        if put(store, one, known, tally):
            about.setdefault(person, {"kind": one.kind, "first": str(one.first)})
    stamped(store, terms.stamp(), "leave", about)
    tally.units = known.units_of(about)
    return tally.outcome()


def _put_away(store: Store, one: Off, known: Known, tally: Tally) -> bool:
    """Whether anything is otherwise now. What the row meets is cut by it, or gone."""
    person, last = known.id_of(one.nip), one.last or one.first
    what, line = _named(one, known), _line(one)
    theirs = leaves.of_person(store, person, since=one.first)
    met = [old for old in theirs if old.first_day <= last]
    if one.dropped:
        gone = [old for old in met if (old.first_day, old.last_day) == (one.first, last)]
        for old in gone:
            leaves.remove(store, old.id)
            tally.ends(what, line)
        tally.same += not gone
        return bool(gone)
    wanted = Leave(0, person, one.first, last, cast(leaves.Kind, one.kind))
    if [replace(old, id=0) for old in met] == [wanted]:
        tally.same += 1
        return False
    for old in met:
        leaves.remove(store, old.id)
    leaves.add_many(store, [wanted, *(rest for old in met for rest in _rest(old, wanted))])
    if met:
        before = listed_leaves(met)
        tally.turns(what, Text("away-other", {"before": before, "after": line}))
    else:
        tally.adds(what, line)
    return True


def _rest(old: Leave, new: Leave) -> Iterator[Leave]:
    """What is left of a leave when another is laid over it."""
    if old.first_day < new.first_day:
        yield replace(old, id=0, last_day=new.first_day - DAY)
    if old.last_day > new.last_day:
        yield replace(old, id=0, first_day=new.last_day + DAY)


def _put_schedule(store: Store, one: Off, known: Known, tally: Tally) -> bool:
    """Whether anything is otherwise now."""
    person, what = known.id_of(one.nip), _named(one, known)
    if one.dropped:
        were = schedules.end(store, person, since=one.first)
        if were:
            tally.ends(what, _line(one))
        tally.same += not were
        return were
    kind = cast(schedule.Kind, one.kind)
    wanted = Schedule(kind, one.weekdays, one.on_holidays, one.first, one.last)
    had = any(old.holds_on(one.first) for old in schedules.of_person(store, person))
    if not schedules.put(store, person, wanted):
        tally.same += 1
        return False
    if had:
        tally.turns(what, _line(one))
    else:
        tally.adds(what, _line(one))
    return True


def listed_leaves(several: Sequence[Leave]) -> Text:
    """Leaves in words, one after another."""
    first, *others = (
        Text("away-line", {"kind": TEXTS[old.kind], "when": period(old.first_day, old.last_day)})
        for old in several
    )
    for old in others:
        first = Text("import-and", {"first": first, "rest": old})
    return first


def _named(one: Off, known: Known) -> str:
    return whose(known.name_of(known.id_of(one.nip)), one.nip)


def _line(one: Off) -> Text:
    last = (one.last or one.first) if one.kind in AWAY else one.last
    return Text("away-line", {"kind": TEXTS[one.kind], "when": period(one.first, last)})


LEAVE = Kind("leave", COLUMNS, read, apply, "away-empty", "import-template-written")
