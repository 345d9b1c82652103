"""Membantu on the phone: what one citizen has said and read is gone before the next holds it."""

from __future__ import annotations

from functools import partial

from models.store.ratings import visit_codes
from models.store.ratings.visit_codes import VisitCode
from tests.actors import Actor, World


async def test_nothing_of_the_one_before_is_left_on_a_phone_that_is_handed_on(
    world: World, citizen: Actor
) -> None:
    await citizen.says("membantu")
    if world.on_whatsapp:
        assert citizen.reads("Di WhatsApp pesan tidak dapat kami hapus")
        return
    await citizen.taps("Mulai membantu")
    before = [bubble.id for bubble in citizen.phone.messages]
    where = VisitCode(world.office.counters[1].id, None, world.clock().date())
    made = partial(visit_codes.made, where=where, by=None, today=where.last_day, count=2)
    for code in await world.tilik.database.run(made):
        await citizen.says(code)
        await citizen.taps("🙁 Kurang baik")
        await citizen.says("lewati")
        await citizen.says("lewati")
        await citizen.says("antri lama sekali")
        assert citizen.reads("sudah kami hapus dari ponsel ini")
        there = [one for one in citizen.phone.messages if one.id not in before]
        assert [one.text.split(",")[0] for one in there] == ["Terima kasih"]
        assert not any("antri" in one.text or code in one.text for one in citizen.phone.messages)
        await citizen.taps("Orang berikutnya")
        assert len([one for one in citizen.phone.messages if one.id not in before]) == 1
    world.telegram.faults.fail("deleteMessages", 400)
    await citizen.says("membantu")
    assert citizen.reads("Silakan ketik kode kunjungan"), "what cannot be taken back stops nothing"
    before += [one.id for one in citizen.phone.messages[:-1]]
    world.telegram.faults.fail("deleteMessages", 502)
    await citizen.taps("Selesai membantu")
    await world.waits(minutes=1)
    assert citizen.reads("kembali untuk Anda sendiri")
    assert [one.text for one in citizen.phone.messages if one.id not in before] == [citizen.screen]

