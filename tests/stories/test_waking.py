"""Tilik after something has happened to its machine: it goes on, and says what was wrong."""

from __future__ import annotations

from dataclasses import replace

from tests.actors import Actor, World


async def test_nothing_waits_for_the_time_that_a_clock_showed_which_was_ahead(
    citizen: Actor, world: World
) -> None:
    world.telegram.faults.fail("sendMessage", 503)
    world.whatsapp.faults.fail(130429)
    await citizen.says("/siapa")
    assert citizen.bubbles == 0
    world.clock.forward(days=-400)
    await world.tilik.moved(-400 * 86_400)
    assert [alarm.name for alarm in world.tilik.alarms.on] == ["clock-back"]
    await world.tilik.sweep()
    await world.settles()
    assert citizen.has_read("Tilik hanya menyimpan")
    await world.waits(hours=2)
    assert not world.tilik.alarms.on


async def test_where_one_platform_refuses_its_token_people_are_answered_on_the_other(
    citizen: Actor, world: World
) -> None:
    telegram, whatsapp = world.telegram, world.whatsapp
    token, business = telegram.token, whatsapp.business
    if world.on_whatsapp:
        telegram.token = "1:baru"
    else:
        whatsapp.business = replace(business, token="baru")
    (refused,) = await world.tilik.check()
    assert refused == f"TILIK_{'TELEGRAM' if world.on_whatsapp else 'WHATSAPP'}_TOKEN"
    assert [(alarm.name, alarm.of) for alarm in world.tilik.alarms.on] == [
        ("token-refused", refused)
    ]
    await citizen.says("/siapa")
    assert citizen.has_read("Tilik hanya menyimpan")
    telegram.token, whatsapp.business = token, business
    assert not await world.tilik.check()
    assert not world.tilik.alarms.on
