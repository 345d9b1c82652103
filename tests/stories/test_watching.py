"""Who looks at what concerns somebody is seen by them; a duty that is over opens nothing more."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from models.store import Store
from models.store.people import people
from models.store.schema import duties
from tests.actors import NINE_O_CLOCK, Actor, World
from tests.office import Staff

TODAY = NINE_O_CLOCK.date()


async def test_an_employee_reads_who_has_looked_at_their_scores(
    employee: Actor, superior: Actor
) -> None:
    await superior.opens("tim", "Dewi Lestari", "Nilai Triwulan IV 2026")
    await employee.says("jejak")
    assert employee.reads("Ratna Dewi (Kepala Dinas) membuka nilai kinerja")
    assert employee.reads("Ratna Dewi (Kepala Dinas) membuka kabar tim")


async def test_an_auditor_finds_who_looked_and_is_seen_to_have_looked(
    employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    def entrust(store: Store) -> None:
        here = world.office.unit_id
        people.give_duty(store, staff.colleague_id, unit_id=here, duty="auditor", valid_from=TODAY)

    def relieve(store: Store) -> None:
        over = TODAY - timedelta(days=1)
        store.execute(update(duties).where(duties.c.duty == "auditor").values(valid_to=over))

    await world.run(entrust)
    await colleague.says("jejak")
    await colleague.says("dewi lestari")
    assert colleague.reads("Jejak data Dewi Lestari")
    await employee.says("jejak")
    assert employee.reads("membuka jejak ini")
    await world.run(relieve)
    await colleague.taps("Jejak orang lain")
    assert colleague.reads("Jejak data Anda")
    assert "Jejak orang lain" not in colleague.buttons
