"""Bukan atasan saya: a few taps of an employee, one of the personnel office, and work goes on."""

from __future__ import annotations

from datetime import date

from handlers.office import doubts as correct
from handlers.openings import ToDoubt
from models.letters import Letter, Text
from models.people import Colleague
from models.store import Store
from models.store.chat import addresses
from models.store.office import services
from models.store.people import doubts, duties, people, posts
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import SINCE, Staff, leaves_post
from tests.stories.test_approval import logged, state
from tests.stories.test_log import logs

MONDAY = date(2026, 11, 23)


async def officer_of(world: World, number: int, name: str, *, unit_id: int) -> Actor:
    """Somebody who keeps the people of this unit, and has joined."""

    def hired(store: Store) -> str:
        person = people.add(store, name)
        posts.place(store, person, unit_id, "Analis Kepegawaian", since=SINCE)
        people.give_duty(store, person, unit_id=unit_id, duty="hr", valid_from=SINCE)
        return people.invite(store, person, now=world.clock()).code

    code = await world.run(hired)
    actor = world.actor(number, name.split()[0])
    await actor.joins(code)
    return actor


async def other_unit(world: World) -> int:
    return await world.run(
        lambda store: services.add_unit(store, "Kecamatan Contoh", zone="Asia/Jakarta").id
    )


@chapter
async def officer(world: World, staff: Staff) -> Actor:
    """Hani Wijaya, of the personnel office."""
    return await officer_of(world, 5001, "Hani Wijaya", unit_id=world.office.unit_id)


@chapter
async def second(world: World, staff: Staff) -> Actor:
    """Umar Said, who keeps the same people."""
    return await officer_of(world, 5009, "Umar Said", unit_id=world.office.unit_id)


async def superior_now(world: World, person_id: int) -> int | None:
    return await world.run(lambda store: posts.superior_of(store, person_id, MONDAY))


async def says_so(employee: Actor, name: str) -> None:
    """The two taps."""
    await employee.opens("siapa", "Bukan atasan saya", name, "✓ Kirim")
    await employee.world.waits(seconds=1)


async def decides(officer: Actor, label: str) -> None:
    """One tap, and what it says to others arrives."""
    await officer.taps(label)
    await officer.world.waits(seconds=1)


async def agrees(second: Actor) -> None:
    """The second person's tap, and what it says to others arrives."""
    await second.says("ya, setuju")
    await second.world.waits(seconds=1)


async def passes(world: World) -> None:
    """What was sent is read, and what waits is told to whom it could not be told before."""
    for _ in range(3):
        await world.waits(seconds=1)


async def presses(who: Actor, tap: str) -> None:
    """Tap a button that somebody else has seen."""
    (*_, newest) = (bubble for bubble in who.phone.messages if not bubble.mine)
    await who.presses(newest.id, tap)


async def test_a_few_taps_say_that_somebody_else_is_the_superior(
    employee: Actor, officer: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await employee.says("siapa")
    assert employee.reads("Atasan: Ratna Dewi")
    await employee.taps("Bukan atasan saya")
    assert employee.reads("Siapa atasan Anda yang benar?")
    assert "Ratna Dewi" not in employee.buttons
    assert {"Joko Santoso", "Hani Wijaya", "Belum tahu / lainnya"} <= set(employee.buttons)
    await employee.taps("Joko Santoso")
    assert employee.reads("Menurut Anda: Joko Santoso. Sampaikan kepada bagian kepegawaian?")
    await employee.taps("✓ Kirim")
    await world.waits(seconds=1)
    assert employee.reads("sudah kami sampaikan kepada bagian kepegawaian")
    assert employee.reads("Atasan yang tercatat: Ratna Dewi. Menurut Anda: Joko Santoso.")
    assert employee.reads("tetap diterima seperti biasa")
    assert officer.reads("Dewi Lestari menyampaikan bahwa data atasannya di Tilik keliru")
    assert officer.reads("Tercatat sekarang: Ratna Dewi. Yang diusulkan: Joko Santoso.")
    assert officer.buttons == ["Ganti ke Joko Santoso", "Tetap Ratna Dewi"]
    assert not superior.has_read("keliru")
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_a_tap_of_the_personnel_office_and_of_a_second_person_correct_it(
    employee: Actor,
    colleague: Actor,
    officer: Actor,
    second: Actor,
    superior: Actor,
    world: World,
    staff: Staff,
) -> None:
    entry = await logged(world, staff.employee_id, "Melayani KTP-el")
    await says_so(employee, "Joko Santoso")
    await decides(officer, "Ganti ke Joko Santoso")
    assert officer.reads("Dewi Lestari: atasan dari Ratna Dewi menjadi Joko Santoso")
    assert await superior_now(world, staff.employee_id) == staff.superior_id
    assert second.reads("Hani Wijaya meminta persetujuan Anda. Penggantian atasan:")
    await agrees(second)
    assert second.reads("sudah disetujui dan berlaku")
    assert officer.reads("disetujui oleh Umar Said")
    assert employee.reads("mulai hari ini atasan Anda di Tilik adalah Joko Santoso")
    assert colleague.has_read("Dewi Lestari tercatat dalam tim Anda")
    assert superior.reads("Dewi Lestari tidak lagi tercatat dalam tim Anda")
    await superior.says("setuju")
    assert superior.reads("Tidak ada catatan yang menunggu")
    await colleague.opens("setuju", "✓ Setujui semua")
    assert await state(world, entry) == "approved"
    await employee.says("siapa")
    assert employee.reads("Atasan: Joko Santoso")
    yesterday = date(2026, 11, 22)
    before = await world.run(lambda store: posts.superior_of(store, staff.employee_id, yesterday))
    assert before == staff.superior_id, "what was stays as it was"


async def test_work_is_logged_and_approved_as_before_while_it_is_open(
    employee: Actor, officer: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    await logs(employee)
    await superior.says("setuju")
    assert "Dewi Lestari (1)" in superior.buttons
    await superior.taps("✓ Setujui semua")
    await employee.says("riwayat")
    assert employee.reads("Melayani KTP-el")


async def test_the_personnel_office_may_leave_it_as_it_is_and_says_with_whom_to_talk(
    employee: Actor, officer: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    await decides(officer, "Tetap Ratna Dewi")
    assert officer.reads("Atasan Dewi Lestari tetap: Ratna Dewi.")
    assert employee.reads("tetap: Ratna Dewi")
    assert employee.reads("silakan berbicara dengan Hani Wijaya")
    assert not superior.has_read("tim Anda, karena")
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_who_does_not_know_leaves_the_choice_to_the_personnel_office(
    employee: Actor, officer: Actor, second: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Belum tahu / lainnya")
    assert employee.reads("Menurut Anda: belum tahu.")
    assert officer.reads("belum tahu siapa yang benar")
    await officer.taps("Pilih atasannya")
    assert officer.reads("Siapa atasan Dewi Lestari, Disdukcapil Kabupaten Contoh?")
    await officer.says("joko")
    await world.waits(seconds=1)
    await agrees(second)
    assert await superior_now(world, staff.employee_id) == staff.colleague_id
    assert not officer.reads("Ini sudah diselesaikan")


async def test_who_has_no_superior_says_so_in_a_few_taps(
    employee: Actor, officer: Actor, second: Actor, world: World, staff: Staff
) -> None:
    await world.run(lambda store: posts.report_to(store, staff.employee_id, None, since=MONDAY))
    await employee.opens("siapa", "Atasan belum ada")
    assert employee.buttons[0] == "Ratna Dewi", "the head of the unit is the likeliest"
    await employee.taps("Ratna Dewi", "✓ Kirim")
    await world.waits(seconds=1)
    assert employee.reads("Atasan yang tercatat: belum tercatat")
    assert officer.buttons == ["Ganti ke Ratna Dewi", "Tetap belum tercatat"]
    await decides(officer, "Ganti ke Ratna Dewi")
    await agrees(second)
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_where_nobody_keeps_the_people_it_is_kept_until_somebody_does(
    employee: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    assert employee.reads("sudah kami simpan")
    assert employee.reads("sampaikan juga langsung kepada bagian kepegawaian")
    later = await officer_of(world, 5002, "Hani Wijaya", unit_id=world.office.unit_id)
    await later.says("atasan")
    assert later.reads("1 pegawai menyampaikan bahwa data atasannya keliru")
    await later.taps("Dewi Lestari")
    await decides(later, "Ganti ke Joko Santoso")
    assert later.reads("Belum ada yang dapat menyetujui")
    second = await officer_of(world, 5009, "Umar Said", unit_id=world.office.unit_id)
    await passes(world)
    await agrees(second)
    assert await superior_now(world, staff.employee_id) == staff.colleague_id
    await later.says("luruskan")
    assert later.reads("Tidak ada data atasan yang perlu diluruskan")


async def test_saying_the_same_again_tells_nobody_twice(
    employee: Actor, officer: Actor, world: World
) -> None:
    await says_so(employee, "Joko Santoso")
    heard = officer.bubbles
    await says_so(employee, "Joko Santoso")
    assert employee.reads("Ini sudah tercatat sejak 23 November 2026")
    assert officer.bubbles == heard


async def test_a_second_thought_takes_the_place_of_the_first(
    employee: Actor, officer: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    old = officer.button("Ganti ke Joko Santoso")
    keeps = officer.button("Tetap Ratna Dewi")
    await says_so(employee, "Hani Wijaya")
    for stale in (old, keeps):
        await officer.presses(*stale)
        assert officer.has_read("Menurut Dewi Lestari: Hani Wijaya.")
        assert await superior_now(world, staff.employee_id) == staff.superior_id
    open_now = await world.run(
        lambda store: doubts.open_among(store, [world.office.unit_id], MONDAY)
    )
    assert len(open_now) == 1
    assert officer.buttons[:2] == ["Ganti ke Hani Wijaya", "Tetap Ratna Dewi"]


async def test_a_second_tap_says_who_has_settled_it(
    employee: Actor, officer: Actor, second: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    stays = second.button("Tetap Ratna Dewi")
    await decides(officer, "Ganti ke Joko Santoso")
    await agrees(second)
    await second.presses(*stays)
    assert second.has_read("Ini sudah diselesaikan oleh Hani Wijaya pada 23 November 2026")
    assert second.has_read("Atasan Dewi Lestari sekarang: Joko Santoso")
    assert await superior_now(world, staff.employee_id) == staff.colleague_id


async def test_the_personnel_office_of_another_unit_is_refused_as_if_it_were_not_there(
    employee: Actor, officer: Actor, world: World, staff: Staff
) -> None:
    elsewhere = await officer_of(world, 5003, "Tono", unit_id=await other_unit(world))
    await says_so(employee, "Joko Santoso")
    assert not elsewhere.has_read("Dewi")
    _, there = officer.button("Ganti ke Joko Santoso")
    number = there.split(".")[2]
    said = []
    for tap in (there, f"o.luruskan.{number}", "o.luruskan.99999", "o.luruskan.x"):
        await presses(elsewhere, tap)
        said.append(elsewhere.screen)
    assert len(set(said)) == 1
    assert "tidak ada di unit Anda" in said[0]
    await elsewhere.says("atasan")
    assert elsewhere.reads("Tidak ada data atasan yang perlu diluruskan")
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_who_does_not_keep_people_cannot_settle_it_nor_see_it(
    employee: Actor, colleague: Actor, officer: Actor, citizen: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    _, tap = officer.button("Ganti ke Joko Santoso")
    await citizen.says("siapa")
    for somebody in (employee, colleague, citizen):
        await presses(somebody, tap)
        assert somebody.reads("Ini untuk bagian kepegawaian")
    assert await superior_now(world, staff.employee_id) == staff.superior_id
    await citizen.says("atasan")
    assert citizen.reads("Ini untuk pegawai")
    await colleague.says("atasan")
    assert colleague.reads("Siapa atasan Anda yang benar?"), "one's own alone"


async def test_nobody_of_the_personnel_office_decides_on_their_own_superior(
    officer: Actor, superior: Actor, world: World, staff: Staff
) -> None:
    await officer.opens("siapa", "Atasan belum ada", "Ratna Dewi", "✓ Kirim")
    assert officer.reads("sudah kami simpan")
    await officer.says("atasan")
    assert officer.reads("Tidak ada data atasan yang perlu diluruskan")
    second = await officer_of(world, 5002, "Umar Said", unit_id=world.office.unit_id)
    await second.says("luruskan")
    _, tap = second.button("Hani Wijaya")
    await presses(officer, tap)
    assert officer.reads("tidak ada di unit Anda")
    await second.taps("Hani Wijaya")
    await decides(second, "Ganti ke Ratna Dewi")
    await superior.taps("Setujui")
    await world.waits(seconds=1)
    assert officer.reads("atasan Anda di Tilik adalah Ratna Dewi")


async def test_who_has_left_is_nobodys_to_correct(
    employee: Actor, officer: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    await world.run(lambda store: leaves_post(store, staff.employee_id, since=MONDAY))
    await decides(officer, "Ganti ke Joko Santoso")
    assert officer.reads("orangnya sudah tidak bekerja di sana")


async def test_somebody_proposed_who_has_left_meanwhile_is_asked_about_again(
    employee: Actor, officer: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")
    await world.run(lambda store: leaves_post(store, staff.colleague_id, since=MONDAY))
    await decides(officer, "Ganti ke Joko Santoso")
    assert officer.reads("Menurut Dewi Lestari: Joko Santoso.")
    assert "Ganti ke Joko Santoso" not in officer.buttons
    await decides(officer, "Tetap Ratna Dewi")
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_who_cannot_be_reached_is_named_where_it_stays(
    officer: Actor, world: World, staff: Staff
) -> None:
    await world.run(
        lambda store: doubts.say(
            store,
            staff.employee_id,
            superior_id=staff.superior_id,
            proposed_id=staff.colleague_id,
            day=MONDAY,
        )
    )
    await officer.opens("atasan", "Dewi Lestari")
    await decides(officer, "Tetap Ratna Dewi")
    assert officer.reads("Dewi Lestari belum terjangkau lewat Tilik")


async def test_an_officer_who_becomes_the_superior_is_not_told_twice(
    employee: Actor, officer: Actor, second: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Hani Wijaya")
    await decides(officer, "Ganti ke Hani Wijaya")
    assert await superior_now(world, staff.employee_id) == staff.superior_id, "not by herself"
    await agrees(second)
    assert await superior_now(world, staff.employee_id) != staff.superior_id
    assert not officer.has_read("tercatat dalam tim Anda")
    assert employee.reads("adalah Hani Wijaya")


async def test_two_who_settle_it_at_once_leave_one_decision(
    employee: Actor, officer: Actor, world: World, staff: Staff
) -> None:
    await says_so(employee, "Joko Santoso")

    def twice(store: Store) -> Letter:
        (one,) = doubts.open_among(store, [world.office.unit_id], MONDAY)
        (hani,) = duties.holders(store, "hr", [world.office.unit_id], MONDAY)
        (address,) = addresses.of_person(store, hani)
        person = addresses.person_at(store, address, world.clock())
        opening = ToDoubt(one.id, "t", staff.colleague_id)
        seen = correct.look_at_one(store, person, opening, world.clock())
        doubts.settle(store, one.id, "kept", by=staff.superior_id, day=MONDAY)
        return correct.keep(store, person, seen, world.clock())

    letter = await world.run(twice)
    assert letter.paragraphs[0] == Text(
        "luruskan-settled",
        {"name": "Dewi Lestari", "superior": "Ratna Dewi", "by": "Ratna Dewi", "day": MONDAY},
    )
    assert await superior_now(world, staff.employee_id) == staff.superior_id


async def test_a_long_list_of_doubts_has_pages(officer: Actor, world: World, staff: Staff) -> None:
    def doubted(store: Store) -> None:
        for number in range(9):
            person = people.add(store, f"Pegawai {number}")
            posts.place(store, person, world.office.unit_id, "Staf", since=SINCE)
            doubts.say(store, person, superior_id=None, proposed_id=None, day=MONDAY)

    await world.run(doubted)
    await officer.says("atasan")
    assert officer.reads("9 pegawai")
    assert "Pegawai 8" not in officer.buttons
    await officer.taps("Berikutnya")
    assert officer.buttons[0] == "Pegawai 8"


async def test_the_likeliest_come_first_and_ones_own_team_not_at_all(
    world: World, staff: Staff
) -> None:
    def likely(store: Store) -> list[Colleague]:
        unit = world.office.unit_id
        lead, member, mine = (people.add(store, name) for name in ("Zul", "Adi", "Budi"))
        for person in (lead, member, mine):
            posts.place(store, person, unit, "Staf", since=SINCE)
        posts.report_to(store, member, lead, since=SINCE)
        posts.report_to(store, mine, staff.employee_id, since=SINCE)
        (who,) = posts.employees(store, MONDAY, person_ids=[staff.employee_id])
        return [Colleague(one.id, one.name) for one in doubts.likely(store, who, MONDAY)]

    names = [one.name for one in await world.run(likely)]
    assert names == ["Ratna Dewi", "Zul", "Adi", "Joko Santoso"]
