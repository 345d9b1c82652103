"""What one turn says is one message where every message counts, and stays apart elsewhere."""

from __future__ import annotations

from tests.actors import Actor, World


async def test_a_look_aside_and_the_open_question_come_together(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    question, before = citizen.screen, citizen.bubbles
    await citizen.says("siapa")
    assert citizen.bubbles - before == (1 if world.on_whatsapp else 2)
    assert citizen.has_read("hanya menyimpan alamat obrolan")
    assert citizen.screen.endswith(question)


async def test_a_form_that_ends_is_thanked_for_where_the_parked_one_goes_on(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.says("bahasa")
    before = citizen.bubbles
    await citizen.taps("English")
    assert citizen.bubbles - before == 1, "in place, and a new one; or both together"
    assert citizen.has_read("we speak English from now on")
    assert citizen.reads("Let us go on with")


async def test_what_is_asked_can_be_answered_where_a_receipt_stands_above_it(
    citizen: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    await citizen.opens("bahasa", "Bahasa Indonesia")
    await citizen.says("4")
    await citizen.says("lewati")
    assert citizen.reads("Terima kasih, penilaian Anda")
    assert (await world.verified()).differences == ()
