"""WhatsApp's own ways: the 24-hour window, templates, nights, and what the platform tells."""

from __future__ import annotations

from datetime import date

import pytest

from models.store.letters import letters, on_hold
from models.store.letters.on_hold import HeldLetter, letters_held, prompts_undone
from models.store.prompts import daily_limit
from tests.actors import NINE_O_CLOCK, Actor, World
from tests.chapters import chapter
from tests.office import Staff
from tests.outbox import undelivered
from tests.stories.quarters import OPENS, come, fill, log
from tests.stories.test_appraisal import rate

TUESDAY = date(2026, 11, 24)


pytestmark = pytest.mark.whatsapp("Telegram has no window")


@pytest.fixture(autouse=True)
def shut(world: World) -> None:
    """Nobody writes every day: windows close."""
    world.windows_close = True


async def waiting(world: World) -> list[HeldLetter]:
    return await world.run(lambda store: letters_held(store, "whatsapp"))


def templates_sent(world: World) -> list[str]:
    return [one.template for one in world.whatsapp.ledger if one.template]


@chapter
async def silent_superior(superior: Actor) -> Actor:
    """Ratna, who has joined, so that Dewi is asked, and wants no message of her own."""
    await superior.says("berhenti")
    return superior


async def test_outside_the_window_the_prompt_is_a_template_that_opens_the_log(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    await come(world, TUESDAY, 16)
    assert employee.reads("Apa yang Anda kerjakan hari ini, 24 November 2026?")
    assert employee.buttons == ["Tulis catatan", "Saya cuti hari ini"]
    assert templates_sent(world) == ["prompt_log"]
    await employee.taps("Tulis catatan")
    assert employee.reads("Apa yang Anda kerjakan?")
    await employee.opens("Melayani warga", "Tugas langsung")
    assert templates_sent(world) == ["prompt_log"], "the tap has opened the window"


async def test_within_the_window_the_same_prompt_is_a_free_letter(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    await come(world, date(2026, 11, 23), 16)
    assert employee.reads("hari ini")
    assert templates_sent(world) == []


async def test_what_has_no_approved_template_waits_is_listed_and_arrives_when_they_write(
    world: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    world.whatsapp.pause("returned_by")
    await employee.opens("catat rapat koordinasi", "Tugas langsung atasan")
    await employee.opens("1 laporan", "✓ Simpan")
    await world.waits(hours=30)
    await superior.opens("setuju", "Dewi", "1. rapat", "Kembalikan")
    await superior.says("Mohon lampirkan notulen")
    await superior.taps("✓ Kirim")
    await world.waits(seconds=1)
    assert not employee.has_read("notulen")
    (one,) = await waiting(world)
    assert (one.name, one.why) == ("Dewi Lestari", on_hold.CLOSED)
    await employee.says("halo")
    await world.waits(seconds=1)
    assert employee.has_read("Mohon lampirkan notulen")
    assert await waiting(world) == []


async def test_of_too_much_news_that_waits_the_newest_is_told_and_that_there_was_more(
    world: World, superior: Actor, employee: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "MOST_HELD", 2)
    world.whatsapp.pause("returned_by")
    works = ("rapat", "apel", "arsip")
    for work in works:
        await employee.opens(f"catat {work} pagi", "Tugas langsung atasan")
        await employee.opens("1 laporan", "✓ Simpan")
    await world.waits(hours=30)
    for work in works:
        await superior.opens("setuju", "Dewi", "1.", "Kembalikan")
        await superior.says(f"Lampirkan notulen {work}")
        await superior.taps("✓ Kirim")
        await world.waits(seconds=1)
    assert len(await waiting(world)) == 2
    await employee.says("halo")
    await world.waits(seconds=1)
    assert employee.has_read("Beberapa kabar lama sudah tidak ditampilkan")
    told = [employee.has_read(f"Lampirkan notulen {work}") for work in works]
    assert told == [False, False, True]


async def test_news_that_the_platform_wants_later_keeps_nobody_waiting_who_writes(
    world: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await employee.opens("catat rapat koordinasi", "Tugas langsung atasan")
    await employee.opens("1 laporan", "✓ Simpan")
    await world.waits(hours=30)
    await world.run(lambda store: daily_limit.set_limit(store, "whatsapp", 0, now=world.clock()))
    await superior.opens("setuju", "Dewi", "1. rapat", "Kembalikan")
    await superior.says("Mohon lampirkan notulen")
    await superior.taps("✓ Kirim")
    await world.waits(seconds=1)
    assert not employee.has_read("notulen")
    await employee.says("siapa")
    await world.waits(seconds=1)
    assert employee.has_read("Anda terdaftar sebagai Dewi Lestari")
    assert employee.has_read("Mohon lampirkan notulen"), "the window is open now"


async def test_news_that_the_platform_wants_later_goes_when_it_may(
    world: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await employee.opens("catat rapat koordinasi", "Tugas langsung atasan")
    await employee.opens("1 laporan", "✓ Simpan")
    await world.waits(hours=30)
    await world.run(lambda store: daily_limit.set_limit(store, "whatsapp", 0, now=world.clock()))
    await superior.opens("setuju", "Dewi", "1. rapat", "Kembalikan")
    await superior.says("Mohon lampirkan notulen")
    await superior.taps("✓ Kirim")
    await world.waits(seconds=1)
    await world.run(lambda store: daily_limit.set_limit(store, "whatsapp", 9, now=world.clock()))
    await world.waits(minutes=31)
    assert "returned_by" in templates_sent(world)


async def test_an_approval_lets_go_what_waited_for_it(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    world.whatsapp.pause("prompt_log")
    await come(world, TUESDAY, 16)
    assert templates_sent(world) == []
    assert [one.name for one in await waiting(world)] == ["Dewi Lestari"]
    world.whatsapp.approve("prompt_log")
    await world.settles()
    await world.waits(seconds=1)
    assert templates_sent(world) == ["prompt_log"]
    assert employee.reads("Apa yang Anda kerjakan")


async def test_an_approval_at_night_wakes_nobody(
    world: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    world.whatsapp.pause("returned_by")
    await employee.opens("catat rapat koordinasi", "Tugas langsung atasan")
    await employee.opens("1 laporan", "✓ Simpan")
    await world.waits(hours=30)
    await superior.opens("setuju", "Dewi", "1. rapat", "Kembalikan")
    await superior.says("Mohon lampirkan notulen")
    await superior.taps("✓ Kirim")
    await come(world, date(2026, 11, 25), 23)
    world.whatsapp.approve("returned_by")
    await world.settles()
    await world.waits(seconds=1)
    assert "returned_by" not in templates_sent(world)
    await come(world, date(2026, 11, 26), 8)
    assert "returned_by" in templates_sent(world)


async def test_the_platforms_clock_has_the_last_word_about_the_window(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    await world.waits(hours=6)
    phone = world.whatsapp.phone(3001)
    phone.last_heard = None
    await come(world, date(2026, 11, 23), 16)
    assert templates_sent(world) == ["prompt_log"]
    assert [refused.code for refused in world.whatsapp.refusals] == [131047]
    assert employee.reads("Apa yang Anda kerjakan")


@pytest.mark.parametrize("writes", [False, True])
async def test_news_of_the_night_waits_for_the_morning_or_for_who_is_awake(
    world: World, staff: Staff, superior: Actor, employee: Actor, writes: bool
) -> None:
    await log(world, staff.employee_id, "90", evidence=True)
    await come(world, OPENS)
    await employee.says("triwulan")
    await fill(employee)
    await come(world, OPENS, 21)
    await employee.says("halo")
    await rate(superior, staff.employee_id)
    assert not employee.has_read("Predikat")
    if writes:
        await world.waits(minutes=6)
        await employee.says("halo")
        await world.waits(seconds=1)
    else:
        await come(world, date(2027, 1, 5), 8)
    assert employee.has_read("Predikat")
    assert await waiting(world) == []


async def test_what_fails_for_now_is_sent_again_and_nothing_is_said_twice(
    world: World, citizen: Actor
) -> None:
    world.whatsapp.faults.fail_later(131000)
    await citizen.says("halo")
    assert citizen.bubbles == 0
    await world.waits(minutes=2)
    assert citizen.bubbles == 1
    assert await world.run(undelivered) == 0


async def test_an_answer_that_got_lost_is_settled_by_what_is_told_later(
    world: World, citizen: Actor
) -> None:
    world.whatsapp.faults.drop_after_accept()
    await citizen.says("halo")
    await world.waits(minutes=5)
    assert citizen.bubbles == 1
    assert await world.run(undelivered) == 0


async def test_who_is_not_there_any_more_is_asked_no_more(
    world: World, silent_superior: Actor, staff: Staff, employee: Actor
) -> None:
    employee.phone.blocks()
    await come(world, TUESDAY, 16)
    await come(world, date(2026, 11, 25), 16)
    assert templates_sent(world) == ["prompt_log"], "the second was not even planned"
    employee.phone.unblocks()
    await employee.says("halo")
    await come(world, date(2026, 11, 26), 16)
    assert employee.reads("hari ini")


async def test_a_button_of_days_ago_still_opens_what_it_says(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    await come(world, TUESDAY, 16)
    message, data = employee.button("Tulis catatan")
    await come(world, date(2026, 11, 26), 10)
    await employee.presses(message, data)
    await employee.opens("Melayani warga", "Tugas langsung")
    await employee.says("3 berkas")
    assert employee.reads("Selasa, 24 Nov 2026")


async def test_a_prompt_that_waited_all_day_for_a_payment_is_listed_with_its_reason(
    world: World, silent_superior: Actor, employee: Actor
) -> None:
    world.whatsapp.faults.fail(131042, times=99)
    await come(world, TUESDAY, 16)
    assert not employee.has_read("Apa yang Anda kerjakan")
    await come(world, TUESDAY, 21)
    undone = await world.run(lambda store: prompts_undone(store, since=NINE_O_CLOCK))
    assert [(one.name, one.why) for one in undone] == [("Dewi Lestari", "131042")]
