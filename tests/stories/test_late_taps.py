"""A prompt asks about a day: whoever taps its buttons on a later day answers for that day."""

from __future__ import annotations

from datetime import date

from models.store.people import leaves
from models.store.work import entries
from models.work import Entry
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import Staff
from tests.stories.quarters import come

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


async def newest(world: World, staff: Staff) -> Entry:
    return (await world.run(lambda s: entries.newest(s, staff.employee_id, most=1)))[0]


async def writes(who: Actor) -> None:
    """The rest of the form, once a button has opened it."""
    await who.opens("Melayani KTP-el", "Layanan selesai")
    await who.opens("12", "✓ Simpan")


@chapter
async def asked(world: World, superior: Actor, staff: Staff, employee: Actor) -> Actor:
    """Dewi, who has been asked on Monday evening and looks at it on Tuesday morning."""
    await come(world, MONDAY, 16)
    assert employee.reads("Apa yang Anda kerjakan hari ini, 23 November 2026?")
    await come(world, TUESDAY, 8)
    return employee


async def test_words_for_a_prompt_of_yesterday_are_logged_for_yesterday(
    world: World, staff: Staff, asked: Actor
) -> None:
    await asked.taps("Tulis baru")
    await writes(asked)
    assert (await newest(world, staff)).day == MONDAY


async def test_a_target_on_a_prompt_of_yesterday_is_logged_for_yesterday(
    world: World, staff: Staff, asked: Actor
) -> None:
    await asked.taps("Layanan selesai")
    await asked.says("Melayani KTP-el")
    await asked.says("12")
    assert asked.reads("Kemarin (Senin, 23 Nov 2026)")
    await asked.taps("✓ Simpan")
    assert (await newest(world, staff)).day == MONDAY


async def test_a_draft_on_a_prompt_of_yesterday_is_logged_for_yesterday(
    world: World, superior: Actor, staff: Staff, employee: Actor
) -> None:
    await employee.says("catat")
    await writes(employee)
    await come(world, TUESDAY, 16)
    await come(world, date(2026, 11, 25), 8)
    await employee.taps("Melayani KTP-el · 12 berkas", "✓ Simpan")
    assert (await newest(world, staff)).day == TUESDAY


async def test_leave_on_a_prompt_of_yesterday_was_yesterday(
    world: World, staff: Staff, asked: Actor
) -> None:
    await asked.taps("Saya cuti hari ini")
    assert await world.run(lambda s: leaves.away(s, staff.employee_id)) == {MONDAY}


async def test_a_reminder_of_last_friday_is_answered_for_friday(
    world: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await superior.opens("tim", "Ingatkan 2 orang")
    await world.waits(seconds=1)
    assert employee.reads("20 November 2026")
    await employee.taps("Catat sekarang")
    await writes(employee)
    assert (await newest(world, staff)).day == FRIDAY


async def test_leave_on_the_friday_of_a_reminder_is_one_tap(
    world: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await superior.opens("tim", "Ingatkan 2 orang")
    await world.waits(seconds=1)
    await employee.taps("Saya cuti hari itu")
    assert await world.run(lambda s: leaves.away(s, staff.employee_id)) == {FRIDAY}


async def test_a_prompt_of_a_quarter_that_is_closed_asks_about_today(
    world: World, staff: Staff, asked: Actor
) -> None:
    message, data = asked.button("Tulis baru")
    away = asked.button("Saya cuti hari ini")
    await come(world, date(2027, 2, 1))
    await asked.presses(message, data)
    await asked.says("Melayani KTP-el")
    await asked.opens("12", "✓ Simpan")
    assert (await newest(world, staff)).day == date(2027, 2, 1)
    await asked.presses(*away)
    assert asked.has_read("Kapan Anda cuti atau dinas luar?")
    assert not await world.run(lambda s: leaves.away(s, staff.employee_id))
