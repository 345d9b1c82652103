"""Pengaturan: the personnel office of the whole office changes what holds, and it holds."""

from __future__ import annotations

from models.store.rules import settings
from tests.actors import Actor, World
from tests.office import Staff
from tests.stories.test_superior_doubted import agrees, officer_of, passes


async def test_a_setting_is_changed_in_three_steps_and_holds(
    world: World, staff: Staff, employee: Actor
) -> None:
    officer = await officer_of(world, 5001, "Hani Wijaya", unit_id=world.office.unit_id)
    await officer.says("pengaturan")
    assert officer.reads("Jam tenang (mulai-selesai): 20-8")
    await officer.taps("Jam tenang (mulai-selesai)", "Ubah")
    await officer.says("12-8")
    assert officer.reads("pengingat pagi dan sore harus tetap sampai")
    await officer.says("21-6")
    assert officer.reads("dari 20-8 menjadi 21-6?")
    await officer.says("ya")
    assert officer.reads("dari 20-8 menjadi 21-6, berlaku mulai 23 November 2026")
    assert officer.reads("Belum ada yang dapat menyetujui")
    second = await officer_of(world, 5009, "Umar Said", unit_id=world.office.unit_id)
    await passes(world)
    await agrees(second)
    assert officer.reads("disetujui oleh Umar Said")
    await officer.says("pengaturan")
    assert officer.reads("21-6 (diatur Hani Wijaya, 23 Nov 2026)")
    night = await world.run(lambda store: settings.awake(store, world.clock().date()))
    assert (night.first.hour, night.last.hour) == (6, 21)
    await employee.says("pengaturan")
    assert employee.reads("hanya untuk admin kepegawaian seluruh kantor")
