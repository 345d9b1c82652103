"""The menu of commands: what citizens do for citizens, and one's own for whoever has joined."""

from __future__ import annotations

import json

import pytest

from tests.actors import Actor, World


def menu(world: World, who: Actor) -> list[str]:
    kept = world.telegram.commands.get(
        (json.dumps({"chat_id": who.phone.id, "type": "chat"}, separators=(",", ":")), ""), []
    )
    return [command["command"] for command in kept]


@pytest.mark.telegram("WhatsApp has no menu")
async def test_who_joins_gets_a_menu_of_their_own(
    employee: Actor, superior: Actor, citizen: Actor, world: World
) -> None:
    await citizen.says("halo")
    assert menu(world, citizen) == []
    assert menu(world, employee)[:2] == ["catat", "riwayat"]
    assert "setuju" not in menu(world, employee)
    assert {"setuju", "tim", "ringkasan", "nilai"} <= set(menu(world, superior))


@pytest.mark.telegram("WhatsApp has no menu")
async def test_a_menu_that_telegram_refuses_costs_nothing_else(world: World) -> None:
    world.telegram.faults.fail("setMyCommands", 400, times=9)
    ratna = world.actor(2001, "Ratna")
    await ratna.joins(world.office.head_code)
    assert ratna.reads("Ratna Dewi")
    assert menu(world, ratna) == []


@pytest.mark.telegram("WhatsApp has no menu")
async def test_the_menu_speaks_the_language_that_was_chosen(employee: Actor, world: World) -> None:
    await employee.opens("bahasa", "English")
    scope = json.dumps({"chat_id": employee.phone.id, "type": "chat"}, separators=(",", ":"))
    described = [c["description"] for c in world.telegram.commands[scope, ""]]
    assert "Log your work" in described
