"""Links end: who leaves, who loses a duty, who is transferred, and what they still may do."""

from __future__ import annotations

from datetime import date, timedelta

from models.people import HeldDuty
from models.store import Store
from models.store.office import services, unit_tree
from models.store.people import leaving, people, teams
from models.store.people import staff as members
from tests.actors import Actor, World, rated
from tests.office import Staff, acts
from tests.stories.test_summary import BEFORE, sheets

TODAY = date(2026, 11, 23)
A_DAY = timedelta(days=1)


async def test_who_has_left_is_thanked_once_and_is_a_citizen_from_the_next_message_on(
    world: World, employee: Actor, superior: Actor, staff: Staff
) -> None:
    """Said on the last day: until then nothing changes, and nothing of it is left after."""
    await employee.says("catat")
    await employee.says("Rahasia setengah jadi")
    code = await world.run(
        lambda store: people.invite(store, staff.employee_id, now=world.clock()).code
    )
    await world.run(
        lambda store: leaving.leave_service(
            store, staff.employee_id, last_day=TODAY, now=world.clock()
        )
    )
    await employee.says("siapa")
    assert employee.has_read("Dewi Lestari")
    world.clock.forward(hours=15)
    await employee.says("riwayat")
    assert employee.reads("Ini untuk pegawai yang sudah terdaftar")
    await world.waits(hours=8)
    assert employee.reads("23 November 2026")
    assert employee.reads("Terima kasih atas pengabdian Anda")
    told = employee.bubbles
    await world.waits(hours=1)
    assert employee.bubbles == told
    await employee.says(f"daftar {code}")
    assert employee.reads("sudah tidak bertugas")
    await superior.says("tim")
    assert not superior.reads("Dewi")
    await employee.scans("KTP-el, loket 1")
    await employee.taps("😊 Sangat baik")
    assert (await world.verified()).ratings == 1


async def test_a_duty_that_is_taken_away_is_gone_at_the_next_tap(
    world: World, head: Actor
) -> None:
    """The screen with its buttons is still there; none of them opens anything."""

    def relieved(store: Store) -> None:
        number = people.head_of(store, world.office.unit_id) or 0
        held = HeldDuty("head", world.office.unit_id)
        members.relieve(store, number, held, since=TODAY)

    await world.rated(sheets(world, TODAY, [4] * 40))
    await head.says("ringkasan")
    assert head.reads("dari 40 responden")
    button = head.button("Per layanan")
    await world.run(relieved)
    await head.presses(*button)
    assert head.reads("Ringkasan hanya untuk kepala unit")
    await head.says("ringkasan")
    assert head.reads("Ringkasan hanya untuk kepala unit")


async def test_siapa_tells_of_acting_posts_and_teams(
    world: World, employee: Actor, staff: Staff
) -> None:
    def beside(store: Store) -> None:
        unit = services.add_unit(store, "Kecamatan Timur", zone="Asia/Jayapura").id
        acts(store, staff.employee_id, unit, "Plt. Sekretaris Camat", since=TODAY)
        for name, leads in (("Reformasi layanan", True), ("Arsip", False)):
            team = teams.add(store, name, unit_id=unit, since=TODAY)
            teams.join(store, team, staff.employee_id, since=TODAY, leads=leads)

    await world.run(beside)
    await employee.says("siapa")
    assert employee.reads("Petugas Loket di Disdukcapil Kabupaten Contoh")
    assert employee.reads("Merangkap Plt. Sekretaris Camat di Kecamatan Timur")
    assert employee.reads("Tim kerja: Reformasi layanan (Anda ketuanya)")
    assert employee.reads("Tim kerja: Arsip")


async def test_a_past_quarter_keeps_the_tree_as_it_was(world: World, head: Actor) -> None:
    """The office goes below another: its head reads both quarters, the new one's only the new."""

    def moved(store: Store) -> str:
        rated(store, [row for day in (BEFORE, TODAY) for row in sheets(world, day, [4] * 40)])
        above = services.add_unit(store, "Sekretariat Daerah", zone="Asia/Jakarta").id
        camat = people.add(store, "Budi Santosa")
        people.give_duty(store, camat, unit_id=above, duty="head", valid_from=date(2020, 1, 1))
        unit_tree.move(store, world.office.unit_id, above, since=date(2026, 10, 1))
        return people.invite(store, camat, now=world.clock()).code

    above = world.actor(2009, "Budi")
    await above.joins(await world.run(moved))
    await above.says("ringkasan")
    assert above.reads("dari 40 responden")
    await above.presses(above.phone.messages[-1].id, f"o.ringkasan.u{world.office.unit_id}@2026-Q3")
    assert above.reads("Ringkasan hanya untuk kepala unit")
    await above.presses(above.phone.messages[-1].id, f"o.ringkasan.u{world.office.unit_id}@2026-Q4")
    assert above.reads("dari 40 responden")
    await head.says("ringkasan")
    await head.presses(head.phone.messages[-1].id, f"o.ringkasan.u{world.office.unit_id}@2026-Q3")
    assert head.reads("dari 40 responden")
