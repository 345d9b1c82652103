"""Links that open the chat: anybody may have made them, so they change nothing by themselves."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from handlers import CONVERSATIONS
from models.calendar import local
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves
from models.store.schema import prompts
from models.store.work import entries
from models.work import Entry
from tests.actors import Actor, World
from tests.office import Staff

AT_ONCE = [name for name, one in CONVERSATIONS.items() if one.manifest.at_once]


def sent(store: Store, person: int, world: World) -> Entry:
    now = world.clock()
    today = local(now, "Asia/Jakarta").date()
    return entries.add(store, Entry(0, "", person, today, today, "Melayani warga", sent_at=now))


@pytest.mark.telegram("a link of WhatsApp only fills in words, which are typed then")
async def test_a_link_takes_nothing_back_and_takes_no_leave(
    world: World, staff: Staff, employee: Actor
) -> None:
    dewi = staff.employee_id
    entry = await world.run(lambda store: sent(store, dewi, world))
    await employee.starts(f"riwayat-x{entry.id}")
    assert employee.reads("Melayani warga")
    assert await world.run(lambda store: entries.entry(store, entry.id)) == entry
    await employee.starts("cuti-2026-11-23")
    assert employee.reads("Kapan Anda cuti atau dinas luar?")
    assert not await world.run(lambda store: leaves.away(store, dewi))


@pytest.mark.telegram("a link of WhatsApp only fills in words, which are typed then")
async def test_a_link_reminds_nobody(world: World, colleague: Actor, superior: Actor) -> None:
    await superior.starts("tim-ingatkan")
    assert superior.reads("Tim Anda")
    query = select(func.count()).select_from(prompts)
    assert await world.run(lambda store: store.execute(query).scalar()) == 0
    assert not colleague.has_read("Salam dari")


@pytest.mark.telegram("a link of WhatsApp only fills in words, which are typed then")
@pytest.mark.parametrize("name", AT_ONCE)
async def test_a_link_leaves_nobody_in_peace_or_out_of_it(
    world: World, staff: Staff, employee: Actor, name: str
) -> None:
    stopped = name == "lanjut"
    if stopped:
        await employee.says("berhenti")
    await employee.starts(name)
    found = await world.run(lambda store: addresses.of_person(store, staff.employee_id))
    assert bool(found) is not stopped
