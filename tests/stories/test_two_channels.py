"""One person, two channels: where Tilik speaks first is theirs to choose, and theirs to stop."""

from __future__ import annotations

import pytest

from models.store import Store
from models.store.chat import addresses, chats
from models.store.office import services
from models.store.people import people
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import Staff

OTHER = {"telegram": "whatsapp", "whatsapp": "telegram"}
NAMES = {"telegram": "Telegram", "whatsapp": "WhatsApp"}


@pytest.fixture
def names(world: World) -> tuple[str, str]:
    """What people call the channel of the story, and the other one."""
    return NAMES[world.channel], NAMES[OTHER[world.channel]]


async def joined_too(
    world: World, person_id: int, first: Actor, *, name: str = "Dewi"
) -> Actor:
    """The same person on the other channel, with a second code from the office, as they have said
    on the first."""
    code = await world.run(lambda store: people.invite(store, person_id, now=world.clock()).code)
    phone = world.actor_on(OTHER[world.channel], 4001, name)
    await phone.joins(code)
    await world.waits(seconds=1)
    await first.taps("Ya, itu saya")
    await world.waits(seconds=1)
    return phone


@chapter
async def second(world: World, staff: Staff, employee: Actor) -> Actor:
    """Dewi's other phone, on the other channel."""
    return await joined_too(world, staff.employee_id, employee)


async def spoken_to_on(world: World, person_id: int) -> str | None:
    def job(store: Store) -> str | None:
        first = chats.first_of(addresses.of_person(store, person_id))
        return None if first is None else first.channel

    return await world.run(job)


# -- joining on both


async def test_a_second_code_ties_both_and_leaves_the_first_alone(
    world: World, staff: Staff, employee: Actor, second: Actor
) -> None:
    assert second.has_read("Obrolan ini sekarang terhubung sepenuhnya dengan Anda")
    assert second.has_read(f"Pengingat datang di {NAMES[OTHER[world.channel]]}")
    await world.waits(seconds=1)
    assert not employee.has_read("tidak lagi terhubung")
    for phone in (employee, second):
        await phone.says("riwayat")
        assert phone.reads("Belum ada catatan")


async def test_prompts_come_where_one_has_joined_last(
    world: World, superior: Actor, staff: Staff, employee: Actor, second: Actor
) -> None:
    seen = employee.bubbles
    await world.waits(hours=8)
    assert second.has_read("Apa yang Anda kerjakan hari ini")
    assert employee.bubbles == seen


async def test_a_new_phone_on_a_channel_moves_no_choice(
    world: World, staff: Staff, employee: Actor, second: Actor, names: tuple[str, str]
) -> None:
    await employee.opens("saluran", names[0])
    third = world.actor_on(OTHER[world.channel], 4003, "Dewi")
    code = await world.run(
        lambda store: people.invite(store, staff.employee_id, now=world.clock()).code
    )
    await third.joins(code)
    await world.waits(seconds=1)
    await employee.taps("Ya, itu saya")
    await world.waits(seconds=1)
    assert third.has_read(f"Pengingat datang di {names[0]}")
    assert second.has_read("tidak lagi terhubung")
    assert not employee.has_read("tidak lagi terhubung")
    assert await spoken_to_on(world, staff.employee_id) == world.channel


# -- saluran


async def test_one_chooses_where_tilik_speaks_first(
    world: World,
    superior: Actor,
    staff: Staff,
    employee: Actor,
    second: Actor,
    names: tuple[str, str],
) -> None:
    here, there = names
    await employee.says("saluran")
    assert employee.reads("Di mana sebaiknya kami menyapa Anda lebih dulu?")
    assert employee.buttons[:2] == [f"{there} ✓", here]
    await employee.taps(here)
    assert employee.reads(f"mulai sekarang kami menyapa Anda di {here}")
    seen = second.bubbles
    await world.waits(hours=8)
    assert employee.has_read("Apa yang Anda kerjakan hari ini")
    assert second.bubbles == seen
    await second.says("channel")
    await second.says(there)
    assert await spoken_to_on(world, staff.employee_id) == OTHER[world.channel]


async def test_with_one_channel_there_is_nothing_to_choose(
    employee: Actor, names: tuple[str, str]
) -> None:
    await employee.says("saluran")
    assert employee.reads(f"Anda terhubung di {names[0]} saja, jadi pengingat datang ke sini.")
    await employee.says("berhenti")
    await employee.says("saluran")
    assert employee.reads(f"Anda terhubung di {names[0]} saja, dan di sini kami hanya menjawab.")
    assert employee.buttons == ["Lanjutkan lagi"]


async def test_who_has_not_joined_has_nothing_to_choose(citizen: Actor) -> None:
    await citizen.says("saluran")
    assert citizen.reads("Pilihan ini untuk pegawai yang sudah terdaftar")


async def test_a_channel_that_is_named_is_chosen_at_once(
    world: World, staff: Staff, employee: Actor, second: Actor, names: tuple[str, str]
) -> None:
    await employee.says(f"/saluran {world.channel}")
    assert employee.reads(f"mulai sekarang kami menyapa Anda di {names[0]}")
    assert await spoken_to_on(world, staff.employee_id) == world.channel
    await employee.says("/saluran pos")
    assert employee.reads("Di mana sebaiknya kami menyapa Anda lebih dulu?")


# -- berhenti, lanjut


async def test_to_stop_here_is_to_be_spoken_to_there(
    world: World,
    superior: Actor,
    staff: Staff,
    employee: Actor,
    second: Actor,
    names: tuple[str, str],
) -> None:
    await second.says("berhenti")
    assert second.reads("yang Anda tulis tetap dijawab")
    assert second.reads(f"Pengingat dan kabar untuk Anda datang di {names[0]}.")
    assert second.buttons == ["Lanjutkan lagi"]
    seen = second.bubbles
    await world.waits(hours=8)
    assert employee.has_read("Apa yang Anda kerjakan hari ini")
    assert second.bubbles == seen
    await second.says("riwayat")
    assert second.reads("Belum ada catatan")
    await second.taps("Lanjutkan lagi")
    assert second.has_read("datang lagi di obrolan ini")
    assert await spoken_to_on(world, staff.employee_id) == OTHER[world.channel]


async def test_to_stop_everywhere_is_to_be_left_in_peace(
    world: World, superior: Actor, staff: Staff, employee: Actor
) -> None:
    await employee.says("berhenti")
    assert employee.reads("tidak dikirim ke mana pun")
    assert employee.reads("ketik lanjut")
    seen = employee.bubbles
    await world.waits(hours=8)
    assert employee.bubbles == seen
    await employee.says("lanjut")
    assert employee.reads("datang lagi di obrolan ini")
    await employee.says("resume")
    assert employee.reads("memang sudah datang di obrolan ini")
    await world.waits(hours=24)
    assert employee.has_read("Apa yang Anda kerjakan hari ini")


async def test_one_who_stopped_is_told_where_else_reminders_come(
    employee: Actor, second: Actor, names: tuple[str, str]
) -> None:
    await employee.says("berhenti")
    await employee.says("lanjut")
    assert employee.reads(f"Pengingat dan kabar tetap datang di {names[1]}")


async def test_to_choose_a_stopped_channel_is_to_go_on_there(
    world: World, staff: Staff, employee: Actor, second: Actor, names: tuple[str, str]
) -> None:
    await employee.says("berhenti")
    await second.opens("saluran", names[0])
    assert await spoken_to_on(world, staff.employee_id) == world.channel


async def test_to_join_again_is_to_go_on(world: World, staff: Staff, employee: Actor) -> None:
    await employee.says("berhenti")
    code = await world.run(
        lambda store: people.invite(store, staff.employee_id, now=world.clock()).code
    )
    await employee.joins(code)
    assert await spoken_to_on(world, staff.employee_id) == world.channel


async def test_a_form_that_is_open_goes_on_after_it(employee: Actor, world: World) -> None:
    await employee.says("catat")
    await employee.says("Melayani perekaman KTP-el")
    await employee.says("berhenti")
    assert employee.has_read("kami tidak lagi menyapa Anda lebih dulu di sini")
    assert employee.reads("Untuk sasaran yang mana?")
    await employee.says("stop")
    assert employee.reads("dibatalkan")


async def test_stop_means_it_where_nothing_is_being_filled_in(
    employee: Actor, world: World, staff: Staff
) -> None:
    await employee.says("batal")
    assert employee.reads("Tidak ada yang sedang diisi")
    assert await spoken_to_on(world, staff.employee_id) == world.channel
    await employee.says("STOP")
    assert employee.reads("tidak lagi menyapa Anda lebih dulu")
    assert await spoken_to_on(world, staff.employee_id) is None


async def test_a_citizen_may_stop_too_and_is_answered_still(citizen: Actor) -> None:
    await citizen.says("berhenti")
    assert citizen.reads("Yang Anda tulis tetap dijawab")
    await citizen.scans("KTP-el, loket 1")
    assert citizen.reads("KTP-el")
    await citizen.says("lanjut")
    assert citizen.has_read("kami boleh menyapa Anda lagi di obrolan ini")


async def test_a_superior_sees_that_whoever_stopped_cannot_be_reminded(
    world: World, employee: Actor, colleague: Actor, superior: Actor
) -> None:
    await employee.says("berhenti")
    seen = employee.bubbles
    world.clock.forward(hours=8)
    await superior.starts("tim")
    await superior.taps("Ingatkan")
    assert superior.has_read("Tidak terjangkau karena memilih tidak disapa")
    await world.waits(seconds=1)
    assert colleague.has_read("Salam dari")
    assert employee.bubbles == seen


async def test_a_prompt_that_waits_for_the_window_is_not_sent_to_who_stops(
    world: World, superior: Actor, staff: Staff, employee: Actor
) -> None:
    """Whoever writes only to stop must not be answered with the prompt of yesterday."""
    world.clock.forward(days=1, hours=8)
    await world.tilik.tick()
    await world.settles()
    seen = [bubble.text for bubble in employee.phone.messages]
    await employee.says("berhenti")
    fresh = [b.text for b in employee.phone.messages[len(seen) :] if not b.mine]
    assert len([one for one in fresh if "Apa yang Anda kerjakan" in one]) == 0


# -- siapa, bantuan


async def test_siapa_says_where_one_has_joined_and_where_prompts_come(
    employee: Actor, second: Actor, names: tuple[str, str]
) -> None:
    here, there = names
    await employee.says("siapa")
    assert employee.reads(f"Saluran: {there} (kami menyapa Anda di sana)")
    assert employee.reads(f"Saluran: {here}")
    await employee.says("berhenti")
    await employee.says("siapa")
    assert employee.reads(f"Saluran: {here} (kami hanya menjawab)")


async def test_help_names_both_words_to_staff_only(employee: Actor, citizen: Actor) -> None:
    await employee.says("bantuan")
    assert employee.reads("saluran – di mana kami menyapa Anda")
    await citizen.says("bantuan")
    assert not citizen.reads("saluran")


# -- one rating


async def tallied(world: World) -> int:
    recount = await world.verified()
    assert recount.differences == ()
    return recount.ratings


def counter_of_another_unit(store: Store) -> str:
    """The code of a counter where nobody of the office serves."""
    unit = services.add_unit(store, "Dinas Sosial", zone="Asia/Jakarta")
    counter = services.add_counter(store, unit.id, "Loket Sosial")
    services.offer(store, counter, services.add_service(store, unit.id, "Bantuan"))
    return next(one.code for one in services.all_counters(store) if one.id == counter)


async def test_one_employee_rates_a_service_once_a_day_on_both_channels_together(
    world: World, employee: Actor, second: Actor
) -> None:
    elsewhere = await world.run(counter_of_another_unit)
    await employee.starts(elsewhere)
    await employee.taps("😊 Sangat baik")
    assert await tallied(world) == 1
    await second.starts(elsewhere)
    await second.taps("🙁 Kurang baik")
    assert await tallied(world) == 1
    await world.waits(minutes=31)
    await second.starts(elsewhere)
    assert second.reads("sudah")
    assert await tallied(world) == 1


async def test_whoever_serves_there_leaves_the_rating_to_citizens(
    world: World, employee: Actor
) -> None:
    await employee.scans("KTP-el, loket 1")
    assert employee.reads("penilaian di sini kami serahkan kepada warga yang dilayani")
    await employee.says("nilai")
    assert employee.reads("penilaian di sini kami serahkan kepada warga yang dilayani")
    assert await tallied(world) == 0


async def test_two_citizens_on_two_channels_are_two(world: World, citizen: Actor) -> None:
    other = world.actor_on(OTHER[world.channel], 5001, "Budi")
    for one in (citizen, other):
        await one.scans("KTP-el, loket 1")
        await one.taps("🙂 Baik")
    assert await tallied(world) == 2
