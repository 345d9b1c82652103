"""What the stories of a quarter's evaluation share: its log, its forms, its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from models.evaluations import Appraisal, Evaluation
from models.letters import File
from models.quarter import Quarter
from models.store import Store
from models.store.work import entries, evaluations, targets
from models.work import Entry
from tests.actors import Actor, World

Q3, Q4 = Quarter(2026, 3), Quarter(2026, 4)
IN_TIME, COMPLAINTS = "Layanan selesai tepat waktu", "Aduan warga ditanggapi"
OPENS, LAST = date(2027, 1, 4), date(2027, 1, 18)
"""The first and the last day on which the fourth quarter's evaluation is open."""


async def come(world: World, day: date, hour: int = 9) -> None:
    """The clock shows this hour (WIB) of that day."""
    then = datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=7)
    await world.waits(seconds=(then - world.clock.now).total_seconds())


async def log(
    world: World, person: int, quantity: str, *, target: int = 0, evidence: bool = False
) -> None:
    """An approved entry of 23 November for one of the person's targets."""
    day = date(2026, 11, 23)

    def write(store: Store) -> None:
        aim = targets.of_person(store, person, Q4)[target]
        proof = (File("photo", "bukti"),) if evidence else ()
        entry = Entry(0, "", person, day, day, "Melayani warga", target_id=aim.id)
        made = replace(entry, quantity=Decimal(quantity), state="approved", evidence=proof)
        entries.add(store, replace(made, measure=aim.measure, sent_at=world.clock()))

    await world.run(write)


async def sent(world: World, person: int, quarter: Quarter = Q4) -> Evaluation | None:
    return await world.run(lambda store: evaluations.evaluation(store, person, quarter))


async def ratings(world: World, person: int) -> tuple[Appraisal, ...]:
    return await world.run(lambda store: evaluations.versions(store, person, Q4))


async def fill(employee: Actor) -> None:
    """The whole form, from its first screen, with what was there before."""
    await employee.taps(
        "Semua sudah sesuai",
        "Lewati",
        "Lewati",
        "Selesai",
        "Sesuai ekspektasi",
        "Di atas ekspektasi",
        "Kirim",
    )


async def opens(actor: Actor, conversation: str, opening: str) -> None:
    """Tap a button that somebody has kept, or made up."""
    await actor.presses(999_999, f"o.{conversation}.{opening}")


async def rate(
    superior: Actor, person: int, *, conduct: str = "Sesuai ekspektasi", reason: str = "Teliti"
) -> None:
    """Rate the fourth quarter, the result as expected; the letter arrives."""
    await opens(superior, "penilaian", f"{person}@2026-Q4")
    await superior.taps("Sesuai ekspektasi", conduct)
    await superior.opens(reason, "Konfirmasi")
    await superior.world.waits(seconds=1)
