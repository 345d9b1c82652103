"""What a table of staff is to change, planned without a store, and then carried out in order."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.imports.all_kinds import applied, parsed
from bot.imports.kinds.people.plan import Steps, Successor, plan
from bot.imports.kinds.people.store import DEEDS
from bot.imports.outcome import Terms
from models.people import HeldDuty
from models.services import Unit
from models.store.people.staff import Member
from tests.test_import_people import DEWI, HEADER, JOKO, RATNA, STAFF, Office

DINAS, BIDANG = Unit(1, "Dinas", "Asia/Jakarta"), Unit(2, "Bidang", "Asia/Jayapura")
HEAD, HR, THIRD = HeldDuty("head", 1), HeldDuty("hr", 2), HeldDuty("auditor", 3)
NOBODY = frozenset[int]()
OLD_HEAD = Member(10, "Ratna Dewi", RATNA, 1, "Kepala Dinas", None, NOBODY, frozenset({HEAD}))
OF_A_TABLE = Member(11, "Kepala Dinas", None, None, None, None, NOBODY, frozenset({HEAD}))
CLERK = Member(12, "Dewi Lestari", DEWI, 1, "Staf", 10, frozenset({7}), frozenset({THIRD}))


def planned(*people: str) -> Steps:
    table = "\n".join((HEADER, *people)).encode()
    rows = parsed("people", table, "x.csv").sheet.rows
    return plan(
        rows,
        {one.id: one for one in (OLD_HEAD, OF_A_TABLE, CLERK)},
        numbers={RATNA: 10, DEWI: 12, JOKO: 13},
        units={"Dinas": DINAS, "Bidang": BIDANG},
        counters={"dinas": {"loket 1": 7}},
    )


def test_another_head_relieves_whoever_was_it() -> None:
    steps = planned(f"{DEWI},Dewi Lestari,Dinas,Kepala Dinas,,kepala")
    assert steps.given == [(12, HEAD)]
    assert steps.taken == [(10, HEAD), (11, HEAD)]
    assert steps.single == {11}, "who stood for a duty alone has no use for a code"
    assert steps.heads == [
        Successor("Dinas", "Ratna Dewi", "Dewi Lestari"),
        Successor("Dinas", "Kepala Dinas", "Dewi Lestari"),
    ]


def test_who_goes_to_another_unit_leaves_its_counters_and_keeps_a_duty_at_a_third() -> None:
    (step,) = planned(f"{DEWI},Dewi Lestari,Bidang,Analis,{RATNA},kepegawaian").steps
    assert (step.unit, step.after.unit_id, step.after.title) == (BIDANG, 2, "Analis")
    assert (step.after.counters, step.after.duties) == (NOBODY, {THIRD, HR})
    (stays,) = planned(f"{DEWI},Dewi Lestari,Dinas,Staf,{RATNA},").steps
    assert stays.after == CLERK


def test_who_is_new_held_nothing_and_who_leaves_has_nothing() -> None:
    new, gone = planned(
        f"{JOKO},Joko Santoso,Dinas,Staf,{DEWI},", f"{DEWI},Dewi Lestari,Dinas,Staf,,keluar"
    ).steps
    assert (new.is_new, new.before.unit_id, new.after.superior_id) == (True, None, 12)
    assert (gone.is_new, gone.after.unit_id, gone.after.duties) == (False, None, frozenset())


def test_what_is_done_is_told_deed_by_deed(sqlite: str, tmp_path: Path) -> None:
    done: list[float] = []
    terms = Terms(datetime(2026, 11, 2, 3, tzinfo=UTC), "Asia/Jakarta", watch=done.append)
    file = parsed("people", STAFF.encode(), "x.csv")
    Office(sqlite, tmp_path).asks(lambda store: applied(store, file, terms))
    assert done == [number / len(DEEDS) for number in range(1, len(DEEDS) + 1)]
