"""`tilik import leave`: leave, official travel, shifts and part-time, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, cast

from bot.imports.kind import Kind
from bot.imports.kinds.dated import KnownPeople, ends_early, overlaps, period
from bot.imports.outcome import Outcome, Tally, Terms, listed, whose
from bot.imports.reading.cells import chosen, days, name_beside, of_person, read_by
from bot.imports.reading.headers import FROM, HOLIDAYS, LEAVE_KIND, STATUS, TO, WEEKDAYS
from bot.imports.reading.sheets import (
    CellWrong,
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
    short,
)
from handlers.away import away_words
from models import dates, schedule
from models.letters import Text
from models.schedule import Schedule
from models.store import Store
from models.store.oversight.stamps import stamped
from models.store.people import leaves
from models.store.people.leaves import Leave
from models.store.rules import schedules

DAY = timedelta(days=1)
TEXTS: Mapping[str, Text] = {
    "shift": Text("away-shift"),
    "part": Text("away-part"),
}

WHYS: Sequence[tuple[str, leaves.Why]] = (
    (r"diklat|pelatihan|bimtek|bimbingan teknis|workshop|lokakarya|seminar|kursus", "training"),
    (r"training", "training"),
    (r"tugas belajar|tubel|study", "study"),
    (r"melahirkan|bersalin|maternity|cm", "birth"),
    (r"cltn|(?:di)?luar tanggungan", "unpaid"),
    (r"alasan penting|cap", "important"),
    (r"sakit|sick|haid|cs", "sick"),
    (r"besar|cb", "long"),
    (r"tahunan|annual|ct", "annual"),
    (r"izin|ijin|dispensasi", "permit"),
)
"""Words of which leave or journey it is; the first that is met holds, none leaves it open."""
KINDS: Sequence[tuple[str, str]] = (
    (r"sif|shift|piket", "shift"),
    (r"paruh waktu|part[ -]time", "part"),
    (r"dinas|perjalanan|tugas luar|dl|spd|sppd|travel|trip|rapat luar", "travel"),
    (r"diklat|pelatihan|bimtek|bimbingan teknis|workshop|lokakarya|seminar|kursus", "travel"),
    (r"training|tugas belajar|tubel|study", "travel"),
    (r"dispensasi", "leave"),
    (r"cuti|izin|ijin|sakit|melahirkan|bersalin|haid|umrah|umroh|haji|leave|sick", "leave"),
    (r"cltn|alasan penting|(?:di)?luar tanggungan|tahunan|bersama|annual|maternity", "leave"),
    (r"masa persiapan pensiun|mpp|c[tsbm]|cap", "leave"),
)
"""Words of what keeps somebody away -> what Tilik keeps of it; the first that is met holds."""
NO_ABSENCE: Sequence[tuple[str, str]] = (
    (r"setengah hari|1/2 hari|½ hari|half[ -]day|paruh hari", "away-half-day"),
    (r"pulang cepat|terlambat", "away-half-day"),
    (r"wf[aho]|work from|kerja dari|bekerja dari|fleksibel", "away-elsewhere"),
    (r"alp[ah]a?|tanpa keterangan|mangkir|tk|bolos|absent", "away-unexcused"),
)
"""Words of what is no absence that can be kept -> the sentence that says so."""


@dataclass(frozen=True, slots=True)
class AbsenceKind:
    """What keeps somebody away, and which leave or journey that is, where it is said."""

    kind: str
    why: leaves.Why | None = None


AWAY = ("leave", "travel")


def absence_of(cell: str) -> AbsenceKind:
    """What a cell says of an absence; raises `CellWrong`."""
    words = same(cell)[:100]
    for pattern, text in NO_ABSENCE:
        if _names(pattern, words):
            raise CellWrong(Text(text, {"value": short(cell)}))
    for pattern, kind in KINDS:
        if _names(pattern, words):
            return AbsenceKind(kind, _why_of(words) if kind in AWAY else None)
    raise CellWrong(Text("away-kind-wrong", {"value": short(cell)}))


def _why_of(words: str) -> leaves.Why | None:
    """Which leave or journey these words name."""
    return next((why for pattern, why in WHYS if _names(pattern, words)), None)


def _names(pattern: str, words: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words) is not None


YES = {**dict.fromkeys(("ya", "y", "yes", "masuk"), True), **dict.fromkeys(("tidak", "no"), False)}
DROPPED = {"jadi": False, "berlaku": False, "batal": True}


def weekdays_of(cell: str) -> str | None:
    """The days of the week typed as Senin-Jumat or Sen, Rab, Sab: a figure a day, 1 for worked."""
    week = ["0"] * 7
    for part in re.split(r"[,;/]|\bdan\b|\band\b", same(cell)):
        ends = [dates.WEEKDAYS.get(word.strip()) for word in re.split(r"[-–]|\bs\.?d\b\.?", part)]
        if None in ends or len(ends) > 2:
            return None
        first, last = cast(int, ends[0]), cast(int, ends[-1])
        for number in range(first, last + 1 if last >= first else last + 8):
            week[number % 7] = "1"
    return "".join(week)


_weekdays = read_by(weekdays_of, "away-weekdays-wrong")


@dataclass(frozen=True, slots=True)
class LeaveRow(SheetRow):
    """One row: days on which a person is away, or works on other days than the unit."""

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str | None, name_beside()]
    absence: Annotated[AbsenceKind, column(LEAVE_KIND, absence_of, filled=True)]
    first: Annotated[date, days(FROM, "span", filled=True)]
    last: Annotated[date | None, days(TO, "last", needed=True)]
    weekdays: Annotated[str, column(WEEKDAYS, _weekdays, blank="")]
    on_holidays: Annotated[bool, column(HOLIDAYS, chosen(YES, "away-holidays-wrong"), blank=False)]
    dropped: Annotated[bool, column(STATUS, chosen(DROPPED, "away-status-wrong"), blank=False)]

    @property
    def kind(self) -> str:
        """What Tilik keeps of why they are away."""
        return self.absence.kind

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it ends before it begins, or lacks its days."""
        yield from ends_early(self)
        if self.kind not in AWAY and not self.dropped and not self.weekdays:
            yield "weekdays", Text("away-weekdays-missing")


COLUMNS = columns_of(LeaveRow)


def agree(rows: Iterable[LeaveRow]) -> Iterator[Mistake]:
    """A person is away for one reason at a time, and works by one schedule."""
    lanes = (((one.nip, one.kind in AWAY), one) for one in rows if not one.dropped)
    return overlaps(lanes, COLUMNS.title("first"))


def apply(store: Store, sheet: ReadSheet[LeaveRow], terms: Terms) -> Outcome:
    """Write down what the file says; what it does not name stays. Raises `SheetWrong`."""
    rows, known = sheet.rows, KnownPeople(store, terms)
    refuse([*sheet.wrongs, *known.strangers(sheet, COLUMNS)])
    tally = Tally()
    about: dict[int, dict[str, object]] = {}
    for one in sorted(rows, key=lambda row: row.first):
        person = known.id_of(one.nip)
        put = _put_away if one.kind in AWAY else _put_schedule
        with tally.first_if(terms.is_own([person])):
            is_otherwise = put(store, one, known, tally)
        if is_otherwise:
            about.setdefault(person, {"kind": one.kind, "first": str(one.first)})
    stamped(store, terms.stamp(), "leave", about)
    tally.units = known.units_of(about)
    tally.sensitive = terms.is_own(about)
    return tally.outcome()


def _put_away(store: Store, one: LeaveRow, known: KnownPeople, tally: Tally) -> bool:
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
    wanted = Leave(0, person, one.first, last, cast(leaves.Kind, one.kind), one.absence.why)
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


def _put_schedule(store: Store, one: LeaveRow, known: KnownPeople, tally: Tally) -> bool:
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


def listed_leaves(several: Iterable[Leave]) -> Text:
    """Leaves in words, one after another."""
    return listed([_away(away_words(old), old.first_day, old.last_day) for old in several])


def _named(one: LeaveRow, known: KnownPeople) -> str:
    return whose(known.name_of(known.id_of(one.nip)), one.nip)


def _line(one: LeaveRow) -> Text:
    if one.kind not in AWAY:
        return _away(TEXTS[one.kind], one.first, one.last)
    last = one.last or one.first
    away = Leave(0, 0, one.first, last, cast(leaves.Kind, one.kind), one.absence.why)
    return _away(away_words(away), one.first, last)


def _away(kind: Text, first: date, last: date | None) -> Text:
    return Text("away-line", {"kind": kind, "when": period(first, last)})


LEAVE = Kind("leave", LeaveRow, apply, "away-empty", "import-template-written", agree)
