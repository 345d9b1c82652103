"""Long lists come in pages and are searched by typing."""

from __future__ import annotations

from models.store import Store
from models.store.office import services
from tests.actors import Actor, World


async def many_counters(world: World) -> None:
    def add(store: Store) -> None:
        for number in range(4, 24):
            service = services.add_service(store, world.office.unit_id, f"Layanan {number}")
            counter = services.add_counter(store, world.office.unit_id, f"Loket {number}")
            services.offer(store, counter, service)

    await world.run(add)


async def test_a_long_list_is_turned_page_by_page(citizen: Actor, world: World) -> None:
    await many_counters(world)
    await citizen.says("nilai")
    last = 8 if world.on_whatsapp else 10
    assert f"Layanan {last} · Loket {last}" in citizen.buttons
    assert f"Layanan {last + 1} · Loket {last + 1}" not in citizen.buttons
    await citizen.taps("Berikutnya")
    assert citizen.buttons[0] == f"Layanan {last + 1} · Loket {last + 1}"
    assert "‹ Sebelumnya" in citizen.buttons
    await citizen.taps("Berikutnya")
    assert citizen.buttons[-1] == "‹ Sebelumnya"
    await citizen.taps("Layanan 23")
    assert citizen.reads("Layanan 23")
    assert citizen.bubbles == (4 if world.on_whatsapp else 1)


async def test_a_number_is_that_of_the_page_on_the_screen(citizen: Actor, world: World) -> None:
    await many_counters(world)
    await citizen.says("nilai")
    last = 8 if world.on_whatsapp else 10
    await citizen.says("99")
    assert citizen.reads(f"(1 sampai {last})")
    await citizen.taps("Berikutnya")
    await citizen.says("2")
    assert citizen.reads(f"Layanan {last + 2} di Loket {last + 2}")


async def test_a_long_list_is_searched_by_typing(citizen: Actor, world: World) -> None:
    await many_counters(world)
    await citizen.says("nilai")
    await citizen.says("layanan")
    assert citizen.reads("Ada 20 yang cocok; ini 10 yang pertama")
    await citizen.says("layanan 2")
    assert citizen.buttons[:2] == ["Layanan 20 · Loket 20", "Layanan 21 · Loket 21"]
    await citizen.says("layanan 20")
    assert citizen.reads("Layanan 20 di Loket 20")
