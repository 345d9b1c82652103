"""Saya: one's own scores, and where every number comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert

from handlers.openings import ToTeamScores
from handlers.supervisor.team.scores import scores_letter, team_scores
from models.calendar import MORNING, moment
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.scores import OVERALL
from models.store import Store, schema
from models.store.office import services
from models.store.people import leaves, people, posts
from models.store.work import entries, targets
from models.work import Entry
from tests.actors import Actor, World
from tests.office import Staff, leaves_post

MONDAY = date(2026, 11, 2)
"""Three weeks before the stories' today."""
TODAY = date(2026, 11, 23)
QUARTER = Quarter(2026, 4)


async def logs(
    world: World, person: int, day: date, *, amount: str | None = "30", **more: Any
) -> None:
    """Work for the first target, sent on its own day."""

    def add(store: Store) -> None:
        target = targets.of_person(store, person, Quarter.of(day))[0]
        quantity = None if amount is None else Decimal(amount)
        entry = Entry(0, "", person, day, day, "Verifikasi <berkas>", target.id, quantity, "berkas")
        entries.add(store, replace(entry, sent_at=world.clock(), **more))

    await world.run(add)


async def decides(world: World, staff: Staff, *, reason: str | None = None) -> None:
    """The superior decides on all that waits."""

    def decide(store: Store) -> None:
        both = (staff.employee_id, staff.colleague_id)
        for entry in entries.waiting(store, both):
            entries.decide(
                store, entry.id, by=staff.superior_id, seen_at=world.clock(), reason=reason
            )

    await world.run(decide)


async def rate(world: World, times: int, *, counter: int = 0, **answers: int) -> None:
    where = world.office.counters[counter]
    given = {OVERALL: 3, **answers}
    one = Rating(where.id, where.services[0].id, MONDAY, DAILY, given)
    await world.rated([one] * times)


# -- the first screen


async def test_the_first_line_says_what_it_is_and_of_which_quarter(employee: Actor) -> None:
    await employee.says("saya")
    assert employee.screen.startswith(
        "Nilai kinerja Anda, Triwulan IV 2026 (berjalan): indikator internal, bukan predikat"
    )


async def test_whoever_has_done_nothing_yet_reads_what_is_missing_and_no_noughts(
    employee: Actor, world: World
) -> None:
    world.clock.now = datetime.fromisoformat("2027-01-04T02:00:00+00:00")
    await employee.says("saya")
    assert employee.reads("Kuantitas hasil: belum ada nilai, belum ada target berangka")
    assert employee.reads("belum ada catatan yang diputuskan atasan (perlu sedikitnya 5)")
    assert employee.reads("belum cukup jawaban warga (0 dari 30 untuk tiap unsur)")
    assert employee.reads("Jumlah berbobot: belum ada")
    assert "0,00" not in employee.screen
    assert not employee.phone.messages[-1].photo


async def test_every_part_comes_with_its_n_and_its_weight(
    employee: Actor, staff: Staff, world: World
) -> None:
    await logs(world, staff.employee_id, MONDAY)
    await logs(world, staff.employee_id, MONDAY + timedelta(days=1), amount="45")
    for _ in range(3):
        await logs(world, staff.employee_id, MONDAY, amount="0")
    await decides(world, staff)
    await employee.says("nilai saya")
    assert employee.reads("Kuantitas hasil: 37,50 dari 100 (2 target; bobot 50 %)")
    assert employee.reads("Disetujui tanpa dikembalikan: 100,00 dari 100 (5 catatan; bobot 25 %)")
    assert employee.reads(
        "Hari kerja tercatat tepat waktu: 5,56 dari 100 (36 hari kerja; bobot 25 %)"
    )
    assert employee.reads("Jumlah berbobot: 45,14 (indikator internal, bukan predikat)")
    assert employee.reads("bagian itu tidak dihitung nol")
    assert employee.sees_a_picture


async def test_two_days_are_no_score_of_a_quarter(employee: Actor, world: World) -> None:
    world.clock.now = datetime.fromisoformat("2027-01-08T02:00:00+00:00")
    await employee.says("saya")
    assert employee.reads("Hari kerja tercatat tepat waktu: belum ada nilai, baru 2 hari kerja")


async def test_two_entries_that_were_accepted_are_no_hundred(
    employee: Actor, staff: Staff, world: World
) -> None:
    for _ in range(2):
        await logs(world, staff.employee_id, MONDAY)
    await decides(world, staff)
    await employee.says("saya")
    assert employee.reads("belum ada nilai, baru 2 catatan yang diputuskan atasan")
    assert not employee.reads("100,00")


async def test_with_every_part_there_no_weight_has_moved(
    employee: Actor, staff: Staff, world: World
) -> None:
    for _ in range(5):
        await logs(world, staff.employee_id, MONDAY)
    await decides(world, staff)
    await rate(world, 30, kompetensi=4)
    await rate(world, 31, perilaku=3)
    await employee.says("saya")
    assert employee.reads("Interaksi dengan warga: 87,50 dari 100 (30 jawaban; bobot 20 %)")
    assert not employee.reads("tidak dihitung nol")
    assert employee.reads("Kata warga per 22 Nov 2026.")
    await employee.taps("Warga")
    assert employee.reads("Per 22 Nov 2026")
    assert employee.reads("Kompetensi pelaksana: 100,00 (30 jawaban). 1: 0, 2: 0, 3: 0, 4: 30")


async def test_what_would_tell_of_another_counter_is_not_counted_for_who_serves(
    employee: Actor, staff: Staff, world: World
) -> None:
    """The unit less what Dewi's counter has would be the seven of the other."""
    await rate(world, 37, kompetensi=4)
    await rate(world, 37, perilaku=4)
    await rate(world, 7, counter=1, kompetensi=1)
    await employee.opens("saya", "Warga")
    assert employee.reads("Perilaku pelaksana: 100,00 (37 jawaban)")
    assert employee.reads("Kompetensi pelaksana: belum cukup jawaban (0 dari 30)")
    assert employee.reads("Tidak dihitung: 37 jawaban")


async def test_an_english_speaker_reads_english(employee: Actor) -> None:
    await employee.opens("bahasa", "English")
    await employee.says("me")
    assert employee.reads("Your performance scores")
    assert employee.reads("no entry decided on by the superior yet")


# -- where the number comes from


async def test_quantity_opens_to_targets_and_a_target_to_its_entries(
    employee: Actor, staff: Staff, world: World
) -> None:
    await logs(world, staff.employee_id, MONDAY)
    await logs(world, staff.employee_id, MONDAY + timedelta(days=1), amount=None)
    await decides(world, staff)
    await logs(world, staff.employee_id, MONDAY + timedelta(days=2), amount="99")
    await employee.opens("saya", "Kuantitas")
    assert employee.reads("Hanya catatan yang disetujui atasan yang dihitung")
    assert employee.reads(
        "Layanan selesai tepat waktu (berkas selesai): 30 dari 100 berkas, 30,00 % (2 catatan)"
    )
    assert employee.reads("Aduan warga ditanggapi (aduan ditanggapi): 0 dari 20 aduan, 0,00 %")
    await employee.taps("Layanan selesai")
    assert employee.reads("2 Nov 2026, TLK-")
    assert employee.reads("Verifikasi <berkas>, 30 berkas")
    assert employee.reads("Verifikasi <berkas>, tanpa angka")
    assert not employee.reads("99 berkas")
    await employee.taps("‹ Semua target", "Aduan warga")
    assert employee.reads("Belum ada catatan yang disetujui untuk target ini.")
    await employee.taps("‹ Semua target", "‹ Semua bagian")
    assert employee.reads("Dari mana angka ini?")


async def test_a_target_without_a_number_is_named_and_does_not_count(
    employee: Actor, staff: Staff, world: World
) -> None:
    def wordy(store: Store) -> None:
        first = targets.of_person(store, staff.employee_id, QUARTER)[0]
        targets.put(store, replace(first, quantity=None))

    await world.run(wordy)
    await employee.opens("saya", "Kuantitas")
    assert employee.reads("Layanan selesai tepat waktu (berkas selesai): tanpa angka")
    assert "Layanan selesai tepat waktu" not in employee.buttons


async def test_long_lists_come_in_pages(employee: Actor, staff: Staff, world: World) -> None:
    for n in range(17):
        await logs(world, staff.employee_id, MONDAY, amount=str(n))
    await decides(world, staff)
    await employee.opens("saya", "Kuantitas", "Layanan selesai")
    assert employee.reads(", 7 berkas")
    assert not employee.reads(", 8 berkas")
    await employee.taps("Berikutnya ›", "Berikutnya ›")
    assert employee.reads(", 16 berkas")
    assert "Berikutnya ›" not in employee.buttons
    await employee.taps("‹ Sebelumnya")
    assert employee.reads(", 8 berkas")
    for part in ("Kualitas", "Disiplin"):
        await employee.opens("saya", part, "Berikutnya ›")
        assert "‹ Sebelumnya" in employee.buttons


async def test_quality_opens_to_what_was_accepted_and_what_was_returned_and_why(
    employee: Actor, staff: Staff, world: World
) -> None:
    await logs(world, staff.employee_id, MONDAY)
    await decides(world, staff)
    await logs(world, staff.employee_id, MONDAY + timedelta(days=1))
    await decides(world, staff, reason="Bukti <belum> ada")
    await logs(world, staff.employee_id, MONDAY + timedelta(days=2), returned_before=True)
    for _ in range(2):
        await logs(world, staff.employee_id, MONDAY + timedelta(days=3))
        await decides(world, staff)
    await logs(world, staff.employee_id, MONDAY + timedelta(days=3))
    await employee.opens("saya", "Kualitas")
    assert employee.reads("60,00 dari 100 (5 catatan")
    lines = [line for line in employee.screen.splitlines() if line.startswith("•")]
    assert [line.rpartition(" – ")[2] for line in lines] == [
        "dikembalikan: “Bukti <belum> ada”",
        "pernah dikembalikan",
        *("diterima",) * 3,
    ]


async def test_discipline_opens_to_the_days_missed_and_those_that_do_not_count(
    employee: Actor, staff: Staff, world: World
) -> None:
    day = {n: date(2026, 11, n) for n in range(1, 31)}

    def away(store: Store) -> None:
        leaves_post(store, staff.employee_id, since=date(2026, 10, 1))
        unit = services.all_counters(store)[0].unit
        posts.place(store, staff.employee_id, unit.id, "Petugas", since=day[11])
        leaves.add(store, staff.employee_id, day[13], day[16])
        began, ended = (moment(day[17], MORNING.replace(hour=h), "Asia/Jakarta") for h in (9, 12))
        store.execute(insert(schema.outages).values(began_at=began, ended_at=ended))

    await world.run(away)
    await logs(world, staff.employee_id, day[11])
    await logs(world, staff.employee_id, day[12], entered_on=day[23])
    await employee.opens("saya", "Disiplin")
    assert employee.reads("Dihitung 4 hari kerja, 1 di antaranya tercatat tepat waktu.")
    assert employee.reads("Belum lewat batas waktunya: 2 hari.")
    assert employee.reads("Sebelum bergabung, atau di luar masa jabatan: 29 hari kerja")
    assert not employee.reads("11 Nov 2026")
    for line in (
        "12 Nov 2026: tercatat sesudah batas waktu",
        "13 Nov 2026: cuti, tidak dihitung",
        "16 Nov 2026: cuti, tidak dihitung",
        "17 Nov 2026: Tilik terganggu, tidak dihitung",
        "18 Nov 2026: tidak ada catatan",
    ):
        assert employee.reads(line)
    assert not employee.reads("20 Nov 2026")


async def test_many_days_without_an_entry_come_in_pages(employee: Actor) -> None:
    await employee.opens("saya", "Disiplin")
    assert employee.reads("0 di antaranya tercatat tepat waktu")
    assert employee.reads("1 Okt 2026: tidak ada catatan")
    await employee.taps("Berikutnya ›")
    assert employee.reads("19 Nov 2026: tidak ada catatan")
    assert not employee.reads("di antaranya tercatat tepat waktu")


async def test_without_a_decree_discipline_has_no_days_and_says_why(
    employee: Actor, world: World
) -> None:
    world.clock.now = datetime.fromisoformat("2028-02-01T02:00:00+00:00")
    await employee.opens("saya", "Disiplin")
    assert employee.reads("hari libur tahun 2028 belum ditetapkan")


async def test_citizens_opens_to_counters_and_elements_and_never_to_their_words(
    employee: Actor, world: World
) -> None:
    await rate(world, 30, kompetensi=4)
    await rate(world, 7, perilaku=3)
    await employee.opens("saya", "Warga")
    assert employee.reads("belum cukup jawaban warga (7 dari 30")
    assert employee.reads("Kompetensi pelaksana: 100,00 (30 jawaban)")
    assert employee.reads("Perilaku pelaksana: belum cukup jawaban (7 dari 30)")
    await rate(world, 23, perilaku=3)
    await employee.opens("saya", "Warga")
    assert employee.reads("Loket: Loket 1")
    assert employee.reads("Sumber: indeks harian (indikatif, bukan IKM)")
    assert employee.reads("75,00 (30 jawaban)")
    assert employee.reads("100,00 (30 jawaban)")


async def test_who_serves_at_no_counter_is_not_told_that_citizens_are_silent(
    superior: Actor, staff: Staff
) -> None:
    await superior.opens("saya", "Warga")
    assert superior.reads("tidak tercatat bertugas di loket pada triwulan ini")
    assert not superior.reads("Sumber")


# -- quarters


async def test_the_quarter_before_and_after_can_be_opened(
    employee: Actor, staff: Staff, world: World
) -> None:
    await logs(world, staff.employee_id, date(2026, 9, 1), amount="100")
    await decides(world, staff)
    await employee.says("saya")
    assert "Triwulan berikut ›" not in employee.buttons
    await employee.taps("‹ Triwulan lalu")
    assert employee.screen.startswith("Nilai kinerja Anda, Triwulan III 2026: indikator")
    assert employee.reads("Kuantitas hasil: 50,00 dari 100")
    for _ in range(3):
        await employee.taps("‹ Triwulan lalu")
    assert employee.reads("Triwulan IV 2025")
    assert "‹ Triwulan lalu" not in employee.buttons
    await employee.taps("Triwulan berikut ›")
    assert employee.reads("Triwulan I 2026")


async def test_ones_own_scores_lead_to_ones_own_entries(employee: Actor) -> None:
    await employee.opens("saya", "Riwayat")
    assert not employee.reads("Nilai kinerja")


# -- rights


async def test_the_superior_opens_the_scores_of_the_team_and_what_is_behind_them(
    superior: Actor, staff: Staff, world: World
) -> None:
    await logs(world, staff.employee_id, MONDAY)
    await decides(world, staff)
    await superior.starts("")
    message, _ = superior.button("Ringkasan")
    await superior.presses(message, f"o.saya.2026-Q4@{staff.employee_id}")
    assert superior.reads("Nilai kinerja Dewi Lestari, Triwulan IV 2026 (berjalan)")
    assert "Riwayat" not in superior.buttons
    await superior.taps("Kualitas")
    assert superior.reads("Verifikasi <berkas> – diterima")
    assert superior.reads("Nilai kinerja Dewi Lestari")
    await superior.taps("‹ Semua bagian", "‹ Triwulan lalu")
    assert superior.reads("Nilai kinerja Dewi Lestari, Triwulan III 2026")


@pytest.mark.parametrize(
    "opening",
    [
        "2026-Q4@{colleague}",
        "@{superior}/quality",
        "@999",
        "2026-Q4@999/quantity1",
        "/quantity99999",
        "/quantity{foreign}",
        "2027-Q1",
        "/quality3",
        "x",
    ],
)
async def test_what_is_anothers_and_what_is_not_there_are_refused_alike(
    employee: Actor, staff: Staff, world: World, opening: str
) -> None:
    def foreign(store: Store) -> int:
        return targets.of_person(store, staff.colleague_id, QUARTER)[0].id

    named = opening.format(
        colleague=staff.colleague_id, superior=staff.superior_id, foreign=await world.run(foreign)
    )
    await employee.says("saya")
    message, _ = employee.button("Kualitas")
    await employee.presses(message, f"o.saya.{named}")
    assert employee.has_read(
        "Nilai kinerja hanya dapat dibuka oleh pemiliknya dan atasan langsungnya."
    )


async def test_without_a_post_there_are_no_scores_and_a_kind_word(
    citizen: Actor, world: World
) -> None:
    await citizen.says("saya")
    assert citizen.reads("hanya untuk pegawai yang tercatat dengan jabatannya")
    unposted = await world.run(lambda store: people.add(store, "Agus"))
    code = await world.run(lambda store: people.invite(store, unposted, now=world.clock()).code)
    agus = world.actor(3009, "Agus")
    await agus.joins(code)
    await agus.says("saya")
    assert agus.reads("minta bagian kepegawaian melengkapi jabatan Anda")


async def test_a_superior_no_longer_opens_anything_from_an_old_button(
    superior: Actor, staff: Staff, world: World
) -> None:
    await superior.says("saya")
    message, _ = superior.button("Kualitas")
    since = TODAY

    await world.run(lambda store: posts.report_to(store, staff.employee_id, None, since=since))
    await superior.presses(message, f"o.saya.@{staff.employee_id}")
    assert superior.has_read("hanya dapat dibuka oleh pemiliknya")


# -- a team


async def test_a_teams_figures_name_their_pieces_and_people_and_nobody(
    world: World, staff: Staff, employee: Actor
) -> None:
    await logs(world, staff.employee_id, MONDAY, amount="100")
    await logs(world, staff.colleague_id, MONDAY, amount="50")
    await decides(world, staff)
    both = [staff.employee_id, staff.colleague_id]
    one = ToTeamScores(QUARTER)
    found = await world.run(
        lambda store: team_scores(store, both, one, today=TODAY, zone="Asia/Jakarta")
    )
    said = "\n".join(world.tilik.texts.plain("id", p) for p in scores_letter(found).paragraphs)
    assert "Kuantitas hasil: <b>37,50</b> dari 100 (4 target, 2 orang)" in said
    assert "baru 1 catatan yang diputuskan atasan" in said
    assert "(72 hari kerja, 2 orang)" in said
    assert "Interaksi dengan warga: belum ada nilai, belum cukup jawaban warga (0 dari 30" in said
    assert "Jumlah berbobot" in said
    assert "Dewi" not in said
