"""Approved entries and appraisals are what the trail tells of them, or `tilik verify` says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, update

from models.evaluations import Appraisal
from models.quarter import Quarter
from models.store import Store
from models.store.engine.database import Database
from models.store.oversight.audit import audited
from models.store.oversight.trail import Note, note
from models.store.oversight.work_digests import begin, of_appraisal, of_entries
from models.store.schema import appraisals
from models.store.schema import entries as rows
from models.store.work import entries, evaluations
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import Staff, open_office, staff_office
from tests.planned import logged
from tests.played import spelled
from tests.recorder import RECORDER
from tests.store.test_audit import opened_up

MONDAY = date(2026, 11, 23)
LATE = NOW + timedelta(days=1)


def rated(staff: Staff) -> Appraisal:
    people = {"person_id": staff.employee_id, "superior_id": staff.superior_id}
    words = {"result": "sesuai", "conduct": "sesuai", "reason": "Baik", "predikat": "baik"}
    return Appraisal(quarter=Quarter(2026, 3), rated_on=MONDAY, **people, **words)  # type: ignore[arg-type]


def approves(store: Store, staff: Staff, *, tells: bool = True) -> int:
    entry = entries.add(store, logged(staff.employee_id, MONDAY))
    assert entries.approve(store, [entry.id], by=staff.superior_id, seen_at=LATE) == [entry.id]
    if tells:
        tell(store, staff, "approve", digest=of_entries(store, [entry.id]))
    return entry.id


def tell(store: Store, staff: Staff, deed: str, **what: str) -> None:
    """As the conversations note it."""
    whose = {"by": staff.superior_id, "about": staff.employee_id}
    note(store, Note(deed, NOW, MONDAY, what=what, **whose))


def returns(store: Store, staff: Staff, number: int) -> None:
    digest = of_entries(store, [number])
    by = {"by": staff.superior_id, "seen_at": LATE, "reason": "bukti belum ada"}
    assert entries.decide(store, number, **by)
    tell(store, staff, "return", digest=digest)


def appraises(store: Store, staff: Staff, *, tells: bool = True) -> None:
    made = evaluations.rate(store, rated(staff))
    if tells:
        tell(store, staff, "appraise", digest=of_appraisal(store, made.id))


@pytest.fixture
async def staff(database: Database) -> Staff:
    """An office in which some was approved and rated before the trail told of digests."""

    def before(store: Store) -> Staff:
        open_office(store, now=NOW)
        staff = staff_office(store, NOW)
        assert not begin(store, NOW)
        approves(store, staff, tells=False)
        appraises(store, staff, tells=False)
        assert begin(store, NOW)
        return staff

    def lives(store: Store, staff: Staff) -> None:
        assert not begin(store, NOW)
        number = approves(store, staff)
        returns(store, staff, number)
        better = replace(logged(staff.employee_id, MONDAY), id=number, activity="Menata arsip")
        entries.amend(store, better)
        returns(store, staff, number)  # it was not approved: nothing is taken off
        entries.amend(store, better)
        entries.approve(store, [number], by=staff.superior_id, seen_at=LATE)
        tell(store, staff, "approve", digest=of_entries(store, [number]))
        appraises(store, staff)

    made = await database.run(before)
    await database.run(lambda store: lives(store, made))
    await database.run(opened_up)
    assert await found(database) == []
    return made


async def found(database: Database) -> list[str]:
    audit = await database.read(lambda store: audited(store, None))
    for one in audit.findings:
        assert spelled(one)
        RECORDER.says(one)
    return [one.id for one in audit.findings]


TAMPERED: dict[str, Callable[[Store, Staff], object]] = {
    "entries words": lambda store, _: store.execute(
        update(rows).where(rows.c.activity == "Menata arsip").values(activity="Menata gudang")
    ),
    "entries of before": lambda store, _: store.execute(
        update(rows).where(rows.c.activity == "Melayani warga").values(quantity="99")
    ),
    "entries unapproved": lambda store, _: store.execute(update(rows).values(state="sent")),
    "entries removed": lambda store, _: store.execute(
        delete(rows).where(rows.c.activity == "Menata arsip")
    ),
    "entries added": lambda store, staff: approves(store, staff, tells=False),
    "appraisals altered": lambda store, _: store.execute(
        update(appraisals).where(appraisals.c.version == 1).values(predikat="sangat-baik")
    ),
    "appraisals removed": lambda store, _: store.execute(
        delete(appraisals).where(appraisals.c.version == 2)
    ),
    "appraisals added": lambda store, staff: appraises(store, staff, tells=False),
}


@pytest.mark.parametrize("name", TAMPERED)
async def test_what_was_done_beside_tilik_is_found(
    database: Database, staff: Staff, name: str
) -> None:
    await database.run(lambda store: TAMPERED[name](store, staff))
    assert await found(database) == [f"verify-{name.split()[0]}-differ"]
