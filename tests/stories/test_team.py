"""Tim, apresiasi, and the superior's one message of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert

from bot.texts import catalogue
from handlers.supervisor.brief import invitation
from models.calendar import moment
from models.campaigns import Due, Kind
from models.evaluations import Appraisal, Evaluation
from models.letters import Letter
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves, people, posts
from models.store.prompts import prompts
from models.store.schema import outages
from models.store.work import entries, evaluations
from models.work import Entry
from tests.actors import Actor, World
from tests.office import JOINED, SINCE, Staff
from tests.recorder import RECORDER
from tests.stories.test_summary import sheets, taps

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
LAST_WEEK = [MONDAY - timedelta(days=n) for n in (7, 6, 5, 4, 3)]
ZONE = "Asia/Jakarta"


def entry_of(person_id: int, day: date, *, now: datetime, entered_on: date | None = None) -> Entry:
    """An approved entry of a day; nothing waits."""
    return Entry(
        id=0,
        receipt="",
        person_id=person_id,
        day=day,
        entered_on=entered_on or day,
        activity="Melayani KTP-el",
        state="approved",
        sent_at=now,
    )


async def logged(
    world: World, person_id: int, days: Sequence[date], *, state: str = "approved"
) -> None:
    def add(store: Store) -> None:
        for day in days:
            entry = entry_of(person_id, day, now=world.clock())
            entries.add(store, replace(entry, state=state))  # type: ignore[arg-type]

    await world.run(add)


async def invited(
    world: World, kind: Kind, actor: Actor, *, day: date = MONDAY, language: str = "id"
) -> str | None:
    """The superior's message of that day in words, with its buttons below."""
    letter = await letter_of(world, kind, actor, day=day)
    if letter is None:
        return None
    texts = catalogue()
    words = [texts.plain(language, paragraph) for paragraph in letter.paragraphs]
    labels = [texts.plain(language, b.label) for row in letter.buttons for b in row]
    return "\n".join([*words, *(f"[{label}]" for label in labels)])


async def letter_of(world: World, kind: Kind, actor: Actor, *, day: date = MONDAY) -> Letter | None:
    at = moment(day, time(9), ZONE)
    due = Due(f"summary.{day}", kind, day, at, day)

    def ask(store: Store) -> Letter | None:
        met = addresses.meet(store, world.channel, str(actor.phone.id))
        person = addresses.person_at(store, met.address, at)
        return invitation(store, person, due, at)

    letter = await world.run(ask)
    if letter is not None:
        RECORDER.meets(letter, actor.phone.name)
    return letter


async def nudges(world: World, day: date = MONDAY) -> set[int]:
    return await world.run(lambda store: prompts.keys(store, f"nudge.{day}", "log"))


async def both_away(world: World, staff: Staff, first: date, last: date) -> None:
    def add(store: Store) -> None:
        for number in (staff.employee_id, staff.colleague_id):
            leaves.add(store, number, first, last)

    await world.run(add)


def tilik_was_away(store: Store) -> None:
    """All of Friday."""
    began, ended = (moment(FRIDAY, time(hour), ZONE) for hour in (8, 19))
    store.execute(insert(outages).values(began_at=began, ended_at=ended))


async def self_evaluated(world: World, person_id: int, quarter: Quarter) -> None:
    sent = Evaluation(person_id, quarter, (), "sesuai", "sesuai", quarter.next.first_day)
    await world.run(lambda store: evaluations.put(store, sent))


# -- the screen -------------------------------------------------------------------------------


async def test_the_screen_says_who_has_not_logged_the_last_working_day(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, [FRIDAY])
    await superior.says("tim")
    assert superior.reads("Tim Anda, 2 orang")
    assert superior.reads("Jumat, 20 Nov 2026: 1 dari 2 sudah mencatat")
    assert superior.reads("Belum: Joko Santoso")
    assert not superior.reads("Hari ini"), "nobody has to have logged by nine"
    assert "Ingatkan 1 orang" in superior.buttons
    await logged(world, staff.colleague_id, [MONDAY])
    await superior.says("tim")
    assert superior.reads("Hari ini, Senin, 23 Nov 2026: 1 dari 2 sudah mencatat")


async def test_from_four_o_clock_on_today_may_be_asked_for(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, [MONDAY])
    world.clock.forward(hours=7)
    await superior.says("tim")
    assert superior.reads("Senin, 23 Nov 2026: 1 dari 2 sudah mencatat")
    assert not superior.reads("Hari ini")
    assert not superior.reads("Jumat")


async def test_leave_and_days_without_tilik_ask_nobody(
    superior: Actor, world: World, staff: Staff
) -> None:
    await world.run(lambda store: leaves.add(store, staff.colleague_id, FRIDAY, MONDAY))
    await logged(world, staff.employee_id, [FRIDAY])
    await superior.says("tim")
    assert superior.reads("Jumat, 20 Nov 2026: 1 dari 1 sudah mencatat")
    assert superior.reads("Cuti atau dinas luar hari ini: Joko Santoso")
    assert not superior.reads("Belum:")

    await world.run(tilik_was_away)
    await superior.says("tim")
    assert not superior.reads("Jumat")


async def test_on_a_day_off_for_all_there_is_nothing_to_ask(
    superior: Actor, world: World, staff: Staff
) -> None:
    await both_away(world, staff, FRIDAY, FRIDAY)
    world.clock.forward(days=-1)
    await superior.says("tim")
    assert superior.reads("Hari ini tidak ada yang perlu ditanyakan.")


async def test_what_waits_and_what_came_late_is_counted(
    superior: Actor, world: World, staff: Staff
) -> None:
    def add(store: Store) -> None:
        for day in (date(2026, 11, 18), FRIDAY, MONDAY):
            entry = entry_of(staff.employee_id, day, now=world.clock(), entered_on=MONDAY)
            entries.add(store, replace(entry, state="sent"))

    await world.run(add)
    await superior.says("tim")
    assert superior.reads("Menunggu persetujuan: 3 catatan dari 1 orang")
    assert superior.reads("Di antaranya masuk terlambat: 1")
    await superior.taps("Periksa (3)")
    assert superior.reads("Menunggu persetujuan: 3 catatan")
    await superior.taps("Tim")
    assert superior.reads("Tim Anda")


async def test_a_person_is_opened_with_their_week_and_what_to_do(
    superior: Actor, world: World, staff: Staff
) -> None:
    wednesday = date(2026, 11, 25)
    world.clock.forward(days=2)
    await logged(world, staff.employee_id, [MONDAY])
    await logged(world, staff.employee_id, [wednesday], state="sent")
    await superior.opens("tim", "Dewi Lestari")
    assert superior.reads("Dewi Lestari, Petugas Loket")
    assert superior.reads("Minggu ini: 2 dari 3 hari kerja tercatat")
    assert superior.reads("Menunggu persetujuan: 1 catatan")
    assert {"Ingatkan", "Ucapkan terima kasih", "Nilai Triwulan IV 2026"} <= set(superior.buttons)
    _, scores = superior.button("Nilai Triwulan IV 2026")
    assert scores == f"o.saya.2026-Q4@{staff.employee_id}"
    await superior.taps("Catatan terbaru")
    assert superior.reads("• 23 Nov 2026: Melayani KTP-el, disetujui")
    await superior.taps("Periksa: 25 Nov 2026")
    assert superior.reads("Catatan Dewi Lestari")


async def test_a_day_that_has_hardly_begun_is_nobodys_gap(
    superior: Actor, world: World, staff: Staff
) -> None:
    world.clock.forward(days=1)
    await logged(world, staff.employee_id, [MONDAY])
    await superior.opens("tim", "Dewi Lestari")
    assert superior.reads("Minggu ini: 1 dari 1 hari kerja tercatat")


async def test_on_its_first_day_nobodys_self_evaluation_is_missed(
    superior: Actor, world: World, staff: Staff
) -> None:
    said = await invited(world, "short", superior, day=date(2026, 10, 1))
    assert said is not None
    assert "Evaluasi diri" not in said
    said = await invited(world, "short", superior, day=date(2026, 10, 2))
    assert said is not None
    assert "Evaluasi diri belum dikirim: Dewi Lestari, Joko Santoso" in said


async def test_the_message_of_the_quarter_opens_the_teams_evaluations(
    superior: Actor, world: World, staff: Staff
) -> None:
    said = await invited(world, "quarter", superior, day=date(2026, 10, 16))
    assert said is not None
    assert "[Evaluasi tim]" in said


async def test_somebody_on_leave_is_shown_so(superior: Actor, world: World, staff: Staff) -> None:
    await world.run(lambda store: leaves.add(store, staff.employee_id, FRIDAY, MONDAY))
    await superior.opens("tim", "Dewi Lestari")
    assert superior.reads("Hari ini cuti atau dinas luar.")
    assert not superior.reads("hari kerja tercatat")
    assert "Ingatkan" not in superior.buttons


async def test_the_teams_scores_are_sums(superior: Actor, world: World, staff: Staff) -> None:
    await logged(world, staff.employee_id, [MONDAY])
    await superior.opens("tim", "Nilai tim")
    assert superior.reads("Nilai tim Anda, Triwulan IV 2026")
    assert not superior.reads("Dewi")
    await superior.taps("‹ Triwulan lalu")
    assert superior.reads("Triwulan III 2026")
    await superior.taps("Triwulan berikut")
    assert superior.reads("Triwulan IV 2026")


async def test_a_big_team_comes_in_pages_and_few_names_are_said(
    superior: Actor, world: World, staff: Staff
) -> None:
    def more(store: Store) -> None:
        for number in range(8):
            person = people.add(store, f"Pegawai {number}")
            people.begins(store, person, at=JOINED)
            posts.place(store, person, world.office.unit_id, "Staf", since=SINCE)
            posts.report_to(store, person, staff.superior_id, since=SINCE)

    await world.run(more)
    await superior.says("tim")
    assert superior.reads("Pegawai 0, Pegawai 1, Pegawai 2, dan 5 lainnya")
    assert "Pegawai 7" not in superior.buttons
    await superior.taps("Berikutnya ›")
    assert "Pegawai 7" in superior.buttons
    await superior.taps("‹ Sebelumnya")
    assert "Pegawai 0" in superior.buttons


async def test_who_leads_nobody_is_told_so(employee: Actor) -> None:
    await employee.says("tim")
    assert employee.reads("Ini untuk atasan")


@pytest.mark.parametrize(
    "opening", ["x", "p999", "c999", "ingatkan.2026-13-41", "ingatkan.x", "ingatkan.2026-11-20.999"]
)
async def test_a_made_up_button_opens_nobody(superior: Actor, staff: Staff, opening: str) -> None:
    await superior.says("tim")
    message = superior.phone.messages[-1].id
    await superior.presses(message, f"o.tim.{opening}")
    assert superior.has_read("Itu tidak ada di tim Anda.")


# -- reminding --------------------------------------------------------------------------------


async def test_who_has_not_logged_is_reminded_kindly_and_once_a_day(
    superior: Actor, employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, [FRIDAY])
    await superior.says("tim")
    message, remind = superior.button("Ingatkan 1 orang")
    await superior.presses(message, remind)
    assert superior.has_read("Diingatkan: Joko Santoso.")
    assert superior.buttons[0] == "Dewi Lestari", "who was reminded just now is not offered again"
    await world.waits(seconds=1)
    assert colleague.has_read("Salam dari Ratna Dewi. Catatan Anda untuk 20 November 2026")
    assert not employee.has_read("Salam dari")
    before = colleague.bubbles
    await superior.presses(message, remind)
    await world.waits(seconds=1)
    assert superior.has_read("Sudah mendapat pengingat hari ini, tidak diulang: Joko Santoso.")
    assert colleague.bubbles == before
    assert await nudges(world) == {staff.colleague_id}


async def test_the_reminders_button_opens_the_log(
    superior: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await superior.opens("tim", "Joko Santoso", "Ingatkan")
    assert superior.has_read("Joko Santoso, Petugas Loket")
    assert "Ingatkan" not in superior.buttons
    await world.waits(seconds=1)
    await colleague.taps("Catat sekarang")
    assert colleague.has_read("Apa yang Anda kerjakan?")
    assert await nudges(world) == {staff.colleague_id}


async def test_who_has_logged_meanwhile_is_not_reminded(
    superior: Actor, employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await superior.says("tim")
    await logged(world, staff.employee_id, [FRIDAY])
    await superior.taps("Ingatkan 2 orang")
    assert superior.has_read("Diingatkan: Joko Santoso.")
    assert await nudges(world) == {staff.colleague_id}


async def test_who_is_on_leave_today_or_has_not_joined_is_not_reminded(
    superior: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await world.run(lambda store: leaves.add(store, staff.colleague_id, MONDAY, MONDAY))
    await superior.opens("tim", "Ingatkan 2 orang")
    assert superior.has_read("Sedang cuti atau dinas luar, tidak diganggu: Joko Santoso.")
    assert superior.has_read("Tidak terjangkau karena memilih tidak disapa")
    assert superior.has_read("sudah dilepas: Dewi Lestari.")
    assert await nudges(world) == set()


async def test_nobody_is_reminded_by_night(
    superior: Actor, employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    world.clock.forward(hours=12)
    await superior.opens("tim", "Ingatkan 2 orang")
    assert not superior.has_read("Diingatkan:")
    assert superior.has_read("Libur atau di luar jam kerja, tidak diganggu: Dewi Lestari, Joko")
    assert await nudges(world) == set()


async def test_a_reminder_of_days_ago_reminds_nobody(
    superior: Actor, employee: Actor, colleague: Actor, world: World, staff: Staff
) -> None:
    await superior.says("tim")
    message, remind = superior.button("Ingatkan 2 orang")
    await world.waits(days=3)
    await superior.presses(message, remind)
    assert superior.has_read("dari hari yang sudah lewat")
    assert await nudges(world, MONDAY + timedelta(days=3)) == set()


async def test_reminding_without_a_day_means_the_day_that_may_be_asked_for(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    await superior.says("tim")
    await superior.presses(superior.phone.messages[-1].id, "o.tim.ingatkan")
    assert superior.has_read("Diingatkan: Dewi Lestari.")


async def test_a_day_without_tilik_is_never_asked_for(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    await world.run(tilik_was_away)
    await superior.says("tim")
    await superior.presses(superior.phone.messages[-1].id, "o.tim.ingatkan")
    assert superior.has_read("Untuk 20 November 2026 tidak ada yang perlu diingatkan.")


# -- thanking ---------------------------------------------------------------------------------


async def test_thanks_arrive_at_once_with_the_superiors_words(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    await superior.opens("tim", "Dewi Lestari", "Ucapkan terima kasih")
    await superior.says("Antrean kemarin rapi <3 & cepat")
    assert superior.reads("Ucapan Anda sudah kami kirim kepada Dewi Lestari.")
    await world.waits(seconds=1)
    assert employee.has_read("Ratna Dewi mengucapkan terima kasih atas kerja Anda.")
    assert employee.has_read("“Antrean kemarin rapi <3 & cepat”")


async def test_thanks_need_no_words(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    await superior.opens("tim", "Dewi Lestari", "Ucapkan terima kasih", "Lewati")
    await world.waits(seconds=1)
    assert employee.has_read("Ratna Dewi mengucapkan terima kasih atas kerja Anda.")


async def test_a_form_of_thanks_left_open_thanks_nobody(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    await superior.opens("tim", "Dewi Lestari", "Ucapkan terima kasih")
    await world.waits(days=2)
    assert not employee.has_read("mengucapkan terima kasih")


async def test_thanks_to_who_has_not_joined_are_not_pretended(
    superior: Actor, staff: Staff
) -> None:
    await superior.opens("tim", "Dewi Lestari", "Ucapkan terima kasih", "Warga terbantu")
    assert superior.reads("Dewi Lestari belum terhubung dengan Tilik")


async def test_thanks_to_nobody_in_particular_lead_to_the_team(
    superior: Actor, staff: Staff
) -> None:
    await superior.says("apresiasi")
    assert superior.reads("Tim Anda, 2 orang")


@pytest.mark.parametrize("opening", ["x", "9999"])
async def test_only_ones_own_team_is_thanked(superior: Actor, staff: Staff, opening: str) -> None:
    await superior.says("tim")
    await superior.presses(superior.phone.messages[-1].id, f"o.apresiasi.{opening}")
    assert superior.has_read("Itu tidak ada di tim Anda.")


# -- the one message of the day ---------------------------------------------------------------


async def test_the_short_message_names_who_has_not_logged_and_what_waits(
    superior: Actor, world: World, staff: Staff
) -> None:
    tuesday = date(2026, 11, 24)
    await logged(world, staff.employee_id, [MONDAY], state="sent")
    said = await invited(world, "short", superior, day=tuesday)
    assert said is not None
    assert "Halo, Ratna Dewi. Kabar tim Anda, Selasa, 24 Nov 2026:" in _plain(said)
    assert "Senin, 23 Nov 2026: 1 dari 2 sudah mencatat" in said
    assert "Belum: Joko Santoso" in said
    assert "Menunggu persetujuan: 1 catatan dari 1 orang" in said
    assert said.endswith("[Ingatkan 1 orang]\n[Periksa (1)]\n[Tim]")


async def test_nothing_to_say_is_no_message(superior: Actor, world: World, staff: Staff) -> None:
    tuesday = date(2026, 11, 24)
    for number in (staff.employee_id, staff.colleague_id):
        await logged(world, number, [MONDAY])
    assert await invited(world, "short", superior, day=tuesday) is None
    await world.rated(taps(world, MONDAY, 40, element="waktu", value=1))
    assert await invited(world, "short", superior, day=tuesday) is None


async def test_a_teams_figures_open_to_how_they_are_made_up(
    superior: Actor, world: World, staff: Staff
) -> None:
    days = [date(2026, 11, n) for n in (2, 3, 4, 5, 6)]
    for person in (staff.employee_id, staff.colleague_id):
        await logged(world, person, days)
    for element in ("kompetensi", "perilaku"):
        await world.rated(taps(world, days[0], 30, element=element, value=4))
    await superior.opens("tim", "Nilai tim")
    assert superior.reads("Disetujui tanpa dikembalikan: 100,00 dari 100 (10 catatan, 2 orang)")
    await superior.taps("Kualitas")
    assert superior.reads("dari 2 orang dijumlahkan, masing-masing berbobot sama")
    await superior.taps("‹ Semua bagian", "Warga")
    assert superior.reads("Per 22 Nov 2026")
    assert superior.reads("Perilaku pelaksana: 100,00 (30 jawaban). 1: 0, 2: 0, 3: 0, 4: 30")


async def test_one_alone_is_no_team(superior: Actor, world: World, staff: Staff) -> None:
    await logged(world, staff.employee_id, [date(2026, 11, n) for n in (2, 3, 4, 5, 6)])
    await superior.opens("tim", "Nilai tim", "Kualitas")
    assert superior.reads("belum ada nilai, baru dari satu orang")
    assert superior.reads("Tidak ikut dihitung: 1 orang")
    await world.run(lambda s: posts.report_to(s, staff.colleague_id, None, since=MONDAY))
    await superior.opens("tim", "Nilai tim")
    assert superior.reads("nilai tim memerlukan sedikitnya dua")
    assert not superior.reads("dari 100 (")
    await superior.taps("Kualitas")
    assert superior.reads("belum ada nilai, baru dari satu orang")


async def test_what_citizens_say_stands_beside_what_is_to_be_done(
    superior: Actor, world: World, staff: Staff
) -> None:
    await world.rated(taps(world, MONDAY, 29, element="waktu", value=1))
    said = await invited(world, "short", superior)
    assert said is not None
    assert "Kata warga" not in said
    await world.rated(taps(world, MONDAY, 5, element="waktu", value=1))
    said = await invited(world, "short", superior)
    assert said is not None
    assert "Kata warga tentang Disdukcapil Kabupaten Contoh per 22 Nov 2026, unsur terendah" in said
    assert "Waktu penyelesaian: 25,00 (34 jawaban), terutama: Antrean panjang" in said


async def test_citizens_are_for_heads_only_and_no_message_for_who_leads_nobody(
    superior: Actor, employee: Actor, world: World, staff: Staff
) -> None:
    def promoted(store: Store) -> None:
        posts.report_to(store, staff.colleague_id, staff.employee_id, since=SINCE)

    assert await invited(world, "short", employee) is None
    await world.rated(taps(world, MONDAY, 40, element="waktu", value=1))
    await world.run(promoted)
    said = await invited(world, "short", employee)
    assert said is not None
    assert "Belum: Joko Santoso" in said
    assert "Kata warga" not in said
    said = await invited(world, "short", superior)
    assert said is not None
    assert "Joko" not in said


async def test_mondays_message_looks_back_on_the_week_and_offers_thanks(
    superior: Actor, world: World, staff: Staff
) -> None:
    await logged(world, staff.employee_id, LAST_WEEK)
    await logged(world, staff.colleague_id, LAST_WEEK[:2], state="returned")
    said = await invited(world, "long", superior)
    assert said is not None
    assert "Hari kerja tercatat: 7 dari 10" in said
    assert "Disetujui 5, dikembalikan 2 catatan" in said
    assert "Tercatat setiap hari kerja: Dewi Lestari" in said
    assert "Belum: Joko Santoso" in said
    assert "[Terima kasih, Dewi Lestari]" in said


async def test_mondays_citizens_are_news_of_the_week(
    superior: Actor, world: World, staff: Staff
) -> None:
    await world.rated(taps(world, date(2026, 11, 2), 40, element="waktu", value=1))
    said = await invited(world, "long", superior)
    assert said is not None
    assert "Kata warga" not in said
    await world.rated(taps(world, FRIDAY, 5, element="waktu", value=1))
    said = await invited(world, "long", superior)
    assert said is not None
    assert "Kata warga" in said


async def test_a_week_of_leave_is_no_message(superior: Actor, world: World, staff: Staff) -> None:
    await both_away(world, staff, LAST_WEEK[0], MONDAY)
    assert await invited(world, "long", superior) is None


async def test_while_the_window_is_open_missing_self_evaluations_are_named(
    superior: Actor, world: World, staff: Staff
) -> None:
    quarter, monday = Quarter(2026, 3), date(2026, 10, 5)
    await self_evaluated(world, staff.employee_id, quarter)
    said = await invited(world, "long", superior, day=monday)
    assert said is not None
    assert "Evaluasi diri belum dikirim: Joko Santoso" in said
    assert "Evaluasi diri menunggu penilaian Anda: 1" in said
    assert "[Nilai evaluasi (1)]" in said


async def test_the_message_of_the_quarter_adds_up_coverage_and_self_evaluations(
    superior: Actor, world: World, staff: Staff
) -> None:
    quarter, day = Quarter(2026, 3), date(2026, 10, 16)
    await self_evaluated(world, staff.employee_id, quarter)
    await logged(world, staff.employee_id, [date(2026, 7, 1), date(2026, 7, 2)])
    said = await invited(world, "quarter", superior, day=day)
    assert said is not None
    assert "Kabar tim Anda pada Triwulan III 2026:" in _plain(said)
    assert "Hari kerja tercatat tepat waktu: 2 dari 128" in said
    assert "Evaluasi diri masuk: 1 dari 2" in said
    assert "Evaluasi diri belum dikirim: Joko Santoso" in said
    assert "Ingatkan" not in said, "it would be about the log"
    letter = await letter_of(world, "quarter", superior, day=day)
    assert letter is not None
    assert letter.picture is not None
    assert letter.picture.kind == "coverage"
    assert letter.picture.facts["rows"][0] == {
        "first": "2026-07-01",
        "last": "2026-07-03",
        "n": 2,
        "of": 6,
    }


async def test_a_heads_quarter_shows_what_citizens_said(
    superior: Actor, world: World, staff: Staff
) -> None:
    await world.rated(sheets(world, date(2026, 8, 3), [3] * 40))
    letter = await letter_of(world, "quarter", superior, day=date(2026, 10, 16))
    assert letter is not None
    assert letter.picture is not None
    assert letter.picture.kind == "elements"
    said = await invited(world, "quarter", superior, day=date(2026, 10, 16))
    assert said is not None
    assert "IKM sementara: " in _plain(said)
    assert "[Ringkasan unit]" in said


async def test_an_appraised_person_is_not_missing_and_the_unknown_year_has_no_coverage(
    superior: Actor, world: World, staff: Staff
) -> None:
    quarter = Quarter(2028, 1)

    def appraised(store: Store) -> None:
        for number in (staff.employee_id, staff.colleague_id):
            evaluations.rate(
                store,
                Appraisal(
                    person_id=number,
                    quarter=quarter,
                    superior_id=staff.superior_id,
                    result="sesuai",
                    conduct="sesuai",
                    reason="Baik",
                    predikat="baik",
                    rated_on=quarter.next.first_day,
                ),
            )

    await world.run(appraised)
    day = date(2028, 4, 17)
    for number in (staff.employee_id, staff.colleague_id):
        await logged(world, number, [date(2028, 4, 14)])
    assert await invited(world, "quarter", superior, day=day) is None


async def test_the_planner_brings_the_message_once(
    superior: Actor, world: World, staff: Staff
) -> None:
    await world.waits(seconds=1)
    await world.waits(seconds=1)
    told = [b for b in superior.phone.messages if "Kabar tim Anda pekan lalu" in b.text]
    assert len(told) == 1
    await superior.taps("Tim")
    assert superior.has_read("Tim Anda, 2 orang")


async def test_a_member_who_has_evaluated_waits_for_a_rating(
    superior: Actor, world: World, staff: Staff
) -> None:
    await self_evaluated(world, staff.employee_id, Quarter(2026, 3))
    world.clock.forward(days=-45)
    await superior.says("tim")
    assert superior.reads("Evaluasi diri menunggu penilaian Anda: 1")
    await superior.taps("Dewi Lestari")
    assert superior.reads("Evaluasi diri menunggu penilaian Anda")
    assert "Nilai evaluasi diri" in superior.buttons
    await superior.taps("Tim", "Joko Santoso")
    assert superior.reads("Evaluasi diri belum dikirim")


async def test_it_is_all_there_in_english(superior: Actor, world: World, staff: Staff) -> None:
    await logged(world, staff.employee_id, [FRIDAY])
    await superior.opens("bahasa", "English")
    await superior.says("team")
    assert superior.reads("Your team, 2 people")
    assert superior.reads("Friday, 20 Nov 2026: 1 of 2 have logged")
    await superior.taps("Remind 1")
    assert superior.has_read("their chat is no longer tied to them: Joko Santoso.")
    said = await invited(world, "long", superior, language="en")
    assert said is not None
    assert "Working days logged: 1 of 10 (whole team)" in said


def _plain(said: str) -> str:
    return said.replace("<b>", "").replace("</b>", "")
