"""Nilai: a citizen with ten seconds."""

from __future__ import annotations

from tests.actors import Actor, World


async def test_one_tap_is_a_rating(citizen: Actor, world: World) -> None:
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("Tanpa nama")
    assert citizen.reads("KTP-el")
    await citizen.taps("🙂 Baik")
    assert (await world.verified()).ratings == 1


async def test_an_unhappy_citizen_is_asked_why(citizen: Actor) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙁 Kurang baik")
    await citizen.taps("Kurang")
    assert citizen.reads("Apa yang perlu diperbaiki?")
