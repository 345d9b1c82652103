"""Penilaian: the superior reads and rates, the employee receives, answers, and may object."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import delete

from models.evaluations import Claim, Evaluation
from models.store import Store
from models.store.oversight.audit import audited
from models.store.people import leaves, people, posts
from models.store.schema import posts as post_rows
from models.store.work import entries, evaluations, targets
from models.work import Entry, Target
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import JOINED, Staff, leaves_post
from tests.stories.quarters import LAST, OPENS, Q4, come, fill, log, opens, rate, ratings

NOT_YOURS = "hanya dapat dibaca oleh atasan langsung"


@chapter
async def january(
    world: World, staff: Staff, employee: Actor, colleague: Actor, superior: Actor
) -> World:
    """The window of the fourth quarter is open, and Dewi has sent her evaluation."""
    await log(world, staff.employee_id, "90", evidence=True)
    await come(world, OPENS)
    await employee.says("triwulan")
    await fill(employee)
    return world


def names(person: int, quarter: str = "2026-Q4") -> str:
    return f"{person}@{quarter}"


# -- what the superior reads ------------------------------------------------------------------


async def test_the_team_is_listed_with_who_sent_who_misses_and_who_is_rated(
    january: World, staff: Staff, superior: Actor
) -> None:
    await superior.says("evaluasi")
    assert superior.reads("Sudah dinilai 0 · menunggu penilaian 1 · belum mengirim 1")
    assert superior.reads("Dewi Lestari: menunggu penilaian")
    assert superior.reads("Joko Santoso: belum mengirim (masa pengisian sampai 18 Jan 2027)")
    await rate(superior, staff.employee_id)
    await superior.taps("‹ Seluruh tim")
    assert superior.reads("Dewi Lestari: sudah dinilai")


async def test_leave_moves_a_persons_own_window(
    january: World, staff: Staff, superior: Actor
) -> None:
    first, last = OPENS, date(2027, 1, 6)
    await january.run(lambda s: leaves.add(s, staff.colleague_id, first, last))
    await superior.says("evaluasi")
    assert superior.reads("Joko Santoso: belum mengirim (masa pengisian sampai 20 Jan 2027)")


async def test_who_had_no_post_in_the_quarter_is_not_missed(
    january: World, staff: Staff, superior: Actor
) -> None:
    await opens(superior, "evaluasi", "2026-Q3")
    assert superior.reads("belum mengirim 2")
    await opens(superior, "evaluasi", "2025-Q4")
    assert superior.reads("belum ada anggota tim Anda yang bertugas")
    await opens(superior, "evaluasi", names(staff.colleague_id, "2025-Q4"))
    assert superior.reads(NOT_YOURS)


async def test_a_running_quarter_is_neither_listed_nor_rated(
    january: World, staff: Staff, superior: Actor
) -> None:
    for way in ("2027-Q1", names(staff.employee_id, "2027-Q1")):
        await opens(superior, "evaluasi", way)
        assert superior.reads("masih berjalan sampai 31 Maret 2027")
    await opens(superior, "penilaian", names(staff.employee_id, "2027-Q1"))
    assert superior.reads("masih berjalan")


async def test_a_large_team_comes_in_pages(january: World, staff: Staff, superior: Actor) -> None:
    def hire(store: Store) -> None:
        for number in range(9):
            person = people.add(store, f"Petugas {number}")
            people.begins(store, person, at=JOINED)
            posts.place(store, person, january.office.unit_id, "Petugas", since=date(2026, 1, 1))
            posts.report_to(store, person, staff.superior_id, since=date(2026, 1, 1))

    await january.run(hire)
    await superior.says("evaluasi")
    assert superior.reads("menunggu penilaian 1 · belum mengirim 10")
    assert "Petugas 6" not in superior.buttons
    await superior.taps("Berikutnya ›")
    assert superior.buttons[:4] == ["Petugas 6", "Petugas 7", "Petugas 8", "‹ Sebelumnya"]
    await superior.taps("‹ Sebelumnya")
    assert "Dewi Lestari" in superior.buttons


async def test_what_is_long_comes_in_pages_and_nothing_is_cut_off(
    january: World, staff: Staff, superior: Actor
) -> None:
    def wordy(store: Store) -> None:
        one, two = Decimal(1), Decimal(2)
        claim = Claim(1, "Layanan", "berkas", None, one, two, reason="r" * 300)
        said = Evaluation(
            staff.employee_id,
            Q4,
            (claim,) * 6,
            "sesuai",
            "sesuai",
            OPENS,
            obstacles="k" * 499 + "!",
            help="b" * 499 + "?",
            values={"loyal": "l" * 200, "adaptif": "a" * 200, "harmonis": "h" * 200},
        )
        evaluations.put(store, said)

    await january.run(wordy)
    await opens(superior, "evaluasi", names(staff.employee_id))
    first = superior.screen
    assert superior.buttons[0] == "Berikutnya ›"
    await superior.taps("Berikutnya ›")
    assert superior.buttons[0] == "‹ Sebelumnya"
    both = first + superior.screen
    for words in ("k!", "b?", "Harmonis", "Di baliknya"):
        assert words in both
    assert max(len(first), len(superior.screen)) < 4096
    await opens(superior, "evaluasi", f"{names(staff.employee_id)}/99")
    assert superior.reads("Di baliknya"), "past the last page is the last page"


async def test_what_was_approved_since_is_shown_beside(
    january: World, staff: Staff, superior: Actor
) -> None:
    await log(january, staff.employee_id, "6")
    await opens(superior, "evaluasi", names(staff.employee_id))
    assert superior.reads("tercatat 90 berkas")
    assert superior.reads("catatan yang disetujui menjadi 96 berkas")


async def test_what_is_not_approved_yet_is_named_before_the_rating(
    january: World, staff: Staff, superior: Actor
) -> None:
    day = date(2026, 12, 30)
    entry = Entry(0, "", staff.employee_id, day, day, "Melayani", sent_at=january.clock())
    await january.run(lambda store: entries.add(store, entry))
    await opens(superior, "evaluasi", names(staff.employee_id))
    waits = "1 catatan triwulan ini masih menunggu persetujuan Anda"
    assert superior.reads(waits)
    await superior.taps("Beri penilaian")
    assert superior.reads(waits)
    await superior.says("batal")
    await opens(superior, "evaluasi", names(staff.employee_id))
    await superior.taps("Yang menunggu")
    assert superior.reads("Dewi Lestari: 1 catatan menunggu persetujuan")
    await superior.taps("✓ Setujui semua")
    await opens(superior, "evaluasi", names(staff.employee_id))
    assert not superior.reads("masih menunggu persetujuan")


async def test_after_a_rating_the_next_who_waits_is_a_tap_away(
    january: World, staff: Staff, superior: Actor
) -> None:
    """... and the trail tells of each by its digest, once it has told of what was there before."""
    own = Evaluation(staff.colleague_id, Q4, (), "sesuai", "sesuai", OPENS)
    await january.run(lambda store: evaluations.put(store, own))
    await rate(superior, staff.employee_id)
    assert superior.buttons == ["Berikutnya: Joko Santoso ›", "Buka evaluasi", "‹ Seluruh tim"]
    await january.tilik.tidy()
    await superior.taps("Berikutnya: Joko Santoso")
    assert superior.reads("Joko Santoso, Triwulan IV 2026")
    await rate(superior, staff.colleague_id)
    assert superior.buttons == ["Buka evaluasi", "‹ Seluruh tim"]
    audit = await january.run(lambda store: audited(store, january.tilik.keys))
    assert [one.id for one in audit.findings] == []


async def test_a_target_that_came_later_is_shown_as_such(
    january: World, staff: Staff, superior: Actor
) -> None:
    more = Target(0, staff.employee_id, Q4, "Inovasi layanan", "gagasan baru")
    await january.run(lambda store: targets.put(store, more))
    await opens(superior, "evaluasi", names(staff.employee_id))
    assert superior.reads("Inovasi layanan")
    assert superior.reads("ditambahkan setelah evaluasi dikirim")


async def test_scores_and_entries_are_one_tap_away(
    january: World, staff: Staff, superior: Actor
) -> None:
    await opens(superior, "evaluasi", names(staff.employee_id))
    _, tap = superior.button("Capaian dan catatan")
    assert tap == f"o.saya.2026-Q4@{staff.employee_id}"


# -- who may ----------------------------------------------------------------------------------


async def test_foreign_and_absent_records_are_refused_alike(
    january: World, staff: Staff, employee: Actor, superior: Actor, citizen: Actor
) -> None:
    """Also oneself, and whatever is no record at all."""
    await citizen.starts()
    absent = ["999999@2026-Q4", names(staff.superior_id), "x", "12@2026", names(0)]
    everybody = [(employee, names(staff.colleague_id)), (employee, names(staff.employee_id))]
    everybody += [(employee, ""), (citizen, ""), (citizen, names(staff.employee_id))]
    everybody += [(superior, opening) for opening in absent]
    for actor, opening in everybody:
        for conversation in ("evaluasi", "penilaian"):
            await opens(actor, conversation, opening)
            assert actor.reads(NOT_YOURS), (conversation, opening)
            assert not actor.buttons


async def test_a_superior_of_nobody_but_themselves_rates_nobody(
    january: World, staff: Staff, employee: Actor
) -> None:
    """A link that the office has got wrong."""
    since = date(2026, 1, 1)
    me = staff.employee_id
    await january.run(lambda s: posts.report_to(s, me, me, since=since))
    await opens(employee, "penilaian", names(staff.employee_id))
    assert employee.reads(NOT_YOURS)
    await employee.says("evaluasi")
    assert employee.reads(NOT_YOURS)


async def test_a_former_superior_reads_nothing_any_more(
    january: World, staff: Staff, colleague: Actor, superior: Actor
) -> None:
    me, joko = staff.employee_id, staff.colleague_id
    await january.run(lambda s: posts.report_to(s, me, joko, since=OPENS))
    await opens(superior, "evaluasi", names(staff.employee_id))
    assert superior.reads(NOT_YOURS)
    await rate(colleague, staff.employee_id)
    assert [one.superior_id for one in await ratings(january, staff.employee_id)] == [
        staff.colleague_id
    ]


# -- rating -----------------------------------------------------------------------------------


async def test_who_has_not_sent_is_rated_only_after_the_window(
    january: World, staff: Staff, superior: Actor
) -> None:
    await opens(superior, "evaluasi", names(staff.colleague_id))
    assert superior.reads("Belum mengirim evaluasi diri. Masa pengisiannya sampai 18 Januari 2027")
    assert "Beri penilaian" not in superior.buttons
    await opens(superior, "penilaian", names(staff.colleague_id))
    assert superior.reads("masih dapat mengisinya sampai 18 Januari 2027")
    await come(january, LAST)
    await superior.taps("Buka evaluasi")
    assert "Beri penilaian" not in superior.buttons
    await come(january, date(2027, 1, 19))
    await superior.says("evaluasi")
    assert superior.reads("Joko Santoso: tidak mengirim, dapat dinilai dari catatannya")
    await superior.taps("Joko Santoso")
    assert superior.reads("Tidak mengirim evaluasi diri")
    assert superior.reads("Belum ada catatan yang disetujui")
    await superior.taps("Beri penilaian")
    assert not superior.reads("Penilaian sendiri")
    await superior.taps("Di bawah ekspektasi", "Di bawah ekspektasi")
    await superior.says("Tidak ada catatan")
    assert superior.reads("Usulan predikat: Sangat Kurang")
    await superior.taps("Konfirmasi")
    (one,) = await ratings(january, staff.colleague_id)
    assert (one.predikat, one.rated_on) == ("sangat-kurang", date(2027, 1, 19))


async def test_without_an_opening_the_way_leads_to_the_team(
    january: World, superior: Actor
) -> None:
    await superior.says("penilaian kinerja")
    assert superior.reads("Evaluasi diri tim Anda")


async def test_nothing_is_issued_without_a_confirmation(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await opens(superior, "penilaian", names(staff.employee_id))
    await superior.taps("Di atas ekspektasi", "Di atas ekspektasi")
    await superior.says("Bagus")
    assert superior.reads("Usulan predikat: Sangat Baik")
    await superior.says("tidak tahu")
    assert superior.reads("ketuk salah satu tombol")
    await superior.taps("‹ Kembali")
    assert superior.reads("Apa alasan")
    await superior.taps("‹ Kembali", "Di bawah ekspektasi")
    await superior.says("Hasilnya baik, sikapnya belum")
    assert superior.reads("Usulan predikat: Kurang/Misconduct")
    await superior.opens("/bahasa", "Bahasa Indonesia")
    assert superior.reads("Kita lanjutkan penilaian Dewi Lestari, Triwulan IV 2026")
    assert await ratings(january, staff.employee_id) == ()
    await january.waits(seconds=1)
    assert not employee.has_read("telah menilai")
    await superior.says("batal")
    assert await ratings(january, staff.employee_id) == ()


async def test_another_predikat_needs_a_reason_that_is_told_as_well(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await opens(superior, "penilaian", names(staff.employee_id))
    await superior.taps("Sesuai ekspektasi", "Sesuai ekspektasi")
    await superior.opens("Teliti", "Pilih predikat lain", "Baik")
    assert superior.reads("Usulan predikat: Baik"), "the proposed one needs no other reason"
    await superior.taps("Pilih predikat lain", "Sangat Baik")
    await superior.says("Gagasan antrean daringnya dipakai seluruh dinas")
    assert superior.reads("Predikat pilihan Anda: Sangat Baik (usulan: Baik)")
    await superior.taps("Konfirmasi")
    (one,) = await ratings(january, staff.employee_id)
    assert one.predikat == "sangat-baik"
    await january.waits(seconds=1)
    assert employee.reads("Predikat: Sangat Baik")
    assert employee.reads("Usulan dari kedua penilaian itu: Baik")
    assert employee.reads("Gagasan antrean daringnya")


async def test_rated_again_is_a_new_version_and_every_version_is_kept(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id, reason="Teliti")
    old = employee.button("Sudah saya terima")
    await superior.taps(
        "Buka evaluasi", "Perbarui penilaian", "Sesuai ekspektasi", "Di bawah ekspektasi"
    )
    assert "Pakai: “Teliti”" in superior.buttons
    await superior.opens("Dua aduan tentang sikap", "Konfirmasi")
    assert superior.reads("versi 2")
    await january.waits(seconds=1)
    assert employee.reads("memperbarui penilaian")
    kept = await ratings(january, staff.employee_id)
    assert [(one.version, one.reason, one.predikat) for one in kept] == [
        (1, "Teliti", "baik"),
        (2, "Dua aduan tentang sikap", kept[1].predikat),
    ]
    assert kept[1].predikat != "baik"

    await employee.presses(*old)
    assert employee.reads("Dua aduan tentang sikap"), "the old button shows the new version"
    assert [one.received_on for one in await ratings(january, staff.employee_id)] == [None, None]
    await employee.taps("Sudah saya terima")
    assert [one.received_on for one in await ratings(january, staff.employee_id)] == [None, OPENS]
    await employee.taps("Versi sebelumnya")
    assert employee.reads("“Teliti”")
    assert employee.reads("yang berlaku adalah versi 2")
    assert employee.buttons == ["Versi terbaru"]
    await opens(employee, "hasil", "2026-Q4/v9")
    assert employee.reads("versi 2"), "a version that is none shows the newest"


async def test_a_long_reason_is_not_offered_again(
    january: World, staff: Staff, superior: Actor
) -> None:
    await opens(superior, "penilaian", names(staff.employee_id))
    await superior.taps("Sesuai ekspektasi", "Sesuai ekspektasi")
    await superior.says("a" * 1001)
    assert superior.reads("paling banyak 1.000")
    await superior.opens("a" * 900, "Pilih predikat lain", "Sangat Baik")
    await superior.opens(
        "b" * 900,
        "Konfirmasi",
        "Buka evaluasi",
        "Perbarui penilaian",
        "Sesuai ekspektasi",
        "Sesuai ekspektasi",
    )
    assert superior.buttons == ["‹ Kembali"]


@pytest.mark.telegram("on WhatsApp nothing comes without a sound: there it waits for the morning")
@pytest.mark.parametrize(("hour", "silent"), [(14, False), (21, True)])
async def test_at_night_the_news_comes_without_a_sound(
    january: World, staff: Staff, superior: Actor, employee: Actor, hour: int, silent: bool
) -> None:
    await come(january, OPENS, hour)
    await rate(superior, staff.employee_id)
    assert employee.reads("Predikat")
    assert _silent(january, 3001) == silent
    await employee.taps("Tanggapi")
    await employee.opens("Baik, terima kasih", "✓ Kirim")
    await january.waits(seconds=1)
    assert superior.reads("menanggapi penilaian")
    assert _silent(january, 2001) == silent


def _silent(world: World, phone: int) -> bool:
    """Whether the newest new message to the phone came without a sound."""
    there = [one for one in world.telegram.ledger if one.chat_id == phone]
    sent = [one for one in there if one.method == "sendMessage"]
    return bool(sent[-1].payload.get("disable_notification"))


async def test_who_has_not_joined_must_be_told_by_the_superior(
    world: World, staff: Staff, superior: Actor
) -> None:
    await come(world, date(2027, 1, 19))
    await rate(superior, staff.colleague_id)
    assert superior.reads("belum terhubung dengan Tilik")
    assert len(await ratings(world, staff.colleague_id)) == 1


# -- what the employee gets -------------------------------------------------------------------


async def test_receipt_is_confirmed_once_and_the_objection_is_counted_from_it(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    assert employee.reads("kepada atasan pejabat penilai")
    await come(january, date(2027, 1, 6))
    await employee.says("hasil")
    assert employee.reads("14 hari kalender")
    await opens(employee, "hasil", "2026-Q4/terima")
    assert employee.reads("Anda menerimanya pada 6 Januari 2027")
    assert employee.reads("paling lambat 20 Januari 2027")
    assert employee.reads("Keberatan belum dapat diajukan di sini")
    await come(january, date(2027, 1, 20))
    await opens(employee, "hasil", "2026-Q4/terima1")
    assert employee.reads("paling lambat 20 Januari 2027")
    await come(january, date(2027, 1, 21))
    await employee.says("hasil")
    assert employee.reads("Batas waktu keberatan berakhir pada 20 Januari 2027")
    (one,) = await ratings(january, staff.employee_id)
    assert one.received_on == date(2027, 1, 6)


async def test_the_superior_of_the_rater_is_named_where_known(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    def above(store: Store) -> None:
        secretary = people.add(store, "Slamet Riyadi")
        posts.report_to(store, staff.superior_id, secretary, since=date(2026, 1, 1))

    await january.run(above)
    await rate(superior, staff.employee_id)
    assert employee.reads("kepada Slamet Riyadi")
    await employee.taps("Sudah saya terima")
    assert employee.reads("disampaikan langsung kepada Slamet Riyadi; putusannya final")


@pytest.mark.parametrize("opening", ["", "2026-Q4", "2026-Q4/terima", "2026-Q3/v1", "x", "2026-Q7"])
async def test_where_there_is_no_rating_of_ones_own_all_are_told_alike(
    january: World,
    staff: Staff,
    superior: Actor,
    colleague: Actor,
    citizen: Actor,
    opening: str,
) -> None:
    await rate(superior, staff.employee_id)
    await citizen.starts()
    for actor in (colleague, citizen):
        for conversation in ("hasil", "tanggapan"):
            await opens(actor, conversation, opening)
            assert actor.reads("Belum ada penilaian triwulan untuk Anda")


async def test_who_has_left_may_still_read_and_receive(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    since = date(2027, 1, 5)
    await january.run(lambda s: leaves_post(s, staff.employee_id, since=since))
    await come(january, date(2027, 1, 7))
    await employee.opens("hasil", "Sudah saya terima")
    assert employee.reads("paling lambat 21 Januari 2027")


async def test_whose_post_was_never_there_reads_no_day_into_it(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    """The office has taken back a post that it had entered by mistake."""
    await rate(superior, staff.employee_id)

    def undo(store: Store) -> None:
        store.execute(delete(post_rows).where(post_rows.c.person_id == staff.employee_id))

    await january.run(undo)
    await employee.says("hasil")
    assert employee.reads("Belum ada penilaian")


async def test_an_answer_can_be_given_anew_and_is_offered(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    await employee.taps("Tanggapi")
    assert employee.reads("Tanggapan ini bukan keberatan")
    await employee.says("z" * 1001)
    assert employee.reads("paling banyak 1.000")
    await employee.opens("Saya kurang sependapat", "✓ Kirim")
    await january.waits(seconds=1)
    assert superior.reads("“Saya kurang sependapat”")
    await employee.taps("Baca hasil penilaian")
    assert employee.reads("Tanggapan Anda: “Saya kurang sependapat”")
    await employee.taps("Tanggapi", "Pakai: “Saya kurang sependapat”", "✓ Kirim")
    (one,) = await ratings(january, staff.employee_id)
    assert one.reply == "Saya kurang sependapat"


async def test_a_word_in_between_leaves_the_answer_open(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    await employee.taps("Tanggapi")
    await employee.says("/siapa")
    assert employee.reads("Apa tanggapan Anda atas penilaian Triwulan IV 2026")


@pytest.mark.telegram("WhatsApp does not tell who blocks it")
async def test_a_rater_who_cannot_be_reached_reads_it_later(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    superior.phone.blocks()
    await january.settles()
    await employee.taps("Tanggapi")
    await employee.opens("Terima kasih", "✓ Kirim")
    assert employee.reads("belum dapat kami hubungi")


async def test_a_rater_who_is_no_longer_the_superior_gets_the_words_without_a_way_in(
    january: World, staff: Staff, superior: Actor, colleague: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    me, joko = staff.employee_id, staff.colleague_id
    await january.run(lambda s: posts.report_to(s, me, joko, since=OPENS))
    await employee.taps("Tanggapi")
    await employee.opens("Terima kasih, Bu", "✓ Kirim")
    await january.waits(seconds=1)
    assert superior.reads("“Terima kasih, Bu”")
    assert not superior.buttons


async def test_a_rater_who_has_left_office_is_told_nothing_more(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await rate(superior, staff.employee_id)
    await january.run(lambda s: leaves_post(s, staff.superior_id, since=OPENS))
    await employee.taps("Tanggapi")
    await employee.opens("Terima kasih, Bu", "✓ Kirim")
    assert employee.reads("belum dapat kami hubungi")
    await january.waits(seconds=1)
    assert not superior.has_read("“Terima kasih, Bu”")


async def test_a_team_reads_english_where_the_phone_does(
    january: World, staff: Staff, superior: Actor
) -> None:
    await superior.opens("bahasa", "English")
    await superior.says("evaluations")
    assert superior.reads("waiting to be rated 1 · not sent 1")
    await superior.taps("Dewi Lestari")
    assert superior.reads("one approved entry, with evidence")
    await superior.taps("Rate", "As expected", "Below expectation")
    await superior.says("Two complaints")
    assert superior.reads("Proposed predikat")
    await superior.taps("Confirm")
    assert superior.reads("is kept (version 1)")
