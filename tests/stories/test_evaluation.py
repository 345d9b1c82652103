"""Triwulan: a civil servant evaluates their own quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import delete

from handlers.staff.evaluation.invitation import invitation
from models.calendar import decreed
from models.campaigns import Due, evaluation_prompts
from models.evaluations import VALUES, Appraisal, Claim, Evaluation
from models.letters import Letter, Text
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.people import leaves, posts
from models.store.schema import targets as target_rows
from models.store.work import evaluations, targets
from models.work import Target
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import Staff, leaves_post
from tests.stories.quarters import (
    COMPLAINTS,
    IN_TIME,
    LAST,
    OPENS,
    Q3,
    Q4,
    come,
    fill,
    log,
    opens,
    rate,
    ratings,
    sent,
)


@chapter
async def january(world: World, staff: Staff, employee: Actor, superior: Actor) -> World:
    """The fourth quarter is over and its window open; Dewi's log has 90 of 100 and 20 of 20."""
    await log(world, staff.employee_id, "90", evidence=True)
    await log(world, staff.employee_id, "20", target=1)
    await come(world, OPENS)
    return world


# -- the whole way ----------------------------------------------------------------------------


async def test_a_quarter_goes_from_the_first_tap_to_the_answer(
    january: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await employee.says("triwulan")
    assert employee.reads("Evaluasi diri Triwulan IV 2026")
    assert employee.reads("sampai 18 Januari 2027")
    assert employee.reads("target 100 berkas · tercatat 90 berkas")
    assert employee.reads("target 20 aduan · tercatat 20 aduan")
    assert employee.buttons[0] == "Semua sudah sesuai"
    await employee.taps("Semua sudah sesuai")
    assert employee.reads("kendala")
    await employee.says("Antrean panjang pada hari Senin")
    assert employee.reads("Bantuan apa")
    await employee.says("Satu loket lagi")
    assert len(employee.buttons) == len(VALUES) + 2
    await employee.taps("Akuntabel")
    await employee.says("Setiap berkas dicatat pada hari yang sama")
    assert employee.reads("Sudah terisi untuk 1 nilai")
    assert "✓ Akuntabel" in employee.buttons
    await employee.taps("Selesai", "Sesuai ekspektasi", "Di atas ekspektasi")
    for words in ("90 berkas", "Antrean panjang", "Satu loket lagi", "Akuntabel: Setiap berkas"):
        assert employee.reads(words)
    assert await sent(january, staff.employee_id) is None
    await employee.taps("Kirim")
    assert employee.reads("sudah terkirim")
    assert employee.reads("Ratna Dewi, atasan Anda")
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert [claim.claimed for claim in kept.claims] == [Decimal(90), Decimal(20)]
    assert (kept.result, kept.conduct, kept.sent_on) == ("sesuai", "atas", OPENS)
    assert kept.values == {"akuntabel": "Setiap berkas dicatat pada hari yang sama"}

    await superior.says("evaluasi")
    assert superior.reads("menunggu penilaian 1 · belum mengirim 1")
    await superior.taps("Dewi Lestari")
    for words in ("target 100 berkas · tercatat 90 berkas", "Antrean panjang", "Satu loket lagi"):
        assert superior.reads(words)
    assert superior.reads("2 catatan yang disetujui, 1 di antaranya disertai bukti")
    await superior.taps("Beri penilaian")
    beside = ("tercatat 90 berkas", "hasil kerja: Sesuai ekspektasi; perilaku kerja: Di atas")
    for answer in ("Sesuai ekspektasi", "Di atas ekspektasi"):
        assert all(superior.reads(words) for words in beside)
        await superior.taps(answer)
    assert all(superior.reads(words) for words in beside)
    await superior.says("Ramah dan teliti")
    assert superior.reads("Usulan predikat: Baik")
    assert await ratings(january, staff.employee_id) == ()
    await superior.taps("Konfirmasi")
    assert superior.reads("tersimpan (versi 1): Baik")
    assert superior.reads("sudah kami kabari")

    await january.waits(seconds=1)
    assert employee.reads("Ratna Dewi telah menilai")
    for words in ("Predikat: Baik", "Hasil kerja: Sesuai", "Perilaku kerja: Di atas"):
        assert employee.reads(words)
    assert employee.reads("Alasan Ratna Dewi: “Ramah dan teliti”")
    assert employee.reads("14 hari kalender")
    await employee.taps("Sudah saya terima")
    assert employee.reads("paling lambat 18 Januari 2027")
    assert "Sudah saya terima" not in employee.buttons
    await employee.taps("Tanggapi")
    await employee.opens("Terima kasih, saya setuju", "✓ Kirim")
    assert employee.reads("sudah disampaikan kepada atasan")
    await january.waits(seconds=1)
    assert superior.reads("“Terima kasih, saya setuju”")
    await superior.taps("Buka evaluasi")
    assert superior.reads("Diterima pegawai pada 4 Januari 2027")
    assert superior.reads("Tanggapan pegawai: “Terima kasih, saya setuju”")
    (kept_rating,) = await ratings(january, staff.employee_id)
    assert (kept_rating.received_on, kept_rating.reply) == (OPENS, "Terima kasih, saya setuju")


# -- which quarter ----------------------------------------------------------------------------


async def test_during_the_quarter_one_is_told_when_it_opens(employee: Actor) -> None:
    for way in ("", "2026-Q4", "2031-Q1"):
        await opens(employee, "triwulan", way)
        assert employee.reads("Triwulan IV 2026 masih berjalan")
        assert employee.reads("dibuka pada 4 Januari 2027")
        assert employee.buttons == ["Isi Triwulan III 2026", "Lihat capaian saya"]


async def test_a_quarter_that_was_missed_may_be_sent_late_and_says_so(
    world: World, staff: Staff, employee: Actor
) -> None:
    await employee.says("triwulan")
    assert employee.reads("masa pengisiannya sudah berakhir pada 14 Oktober 2026")
    await employee.taps("Isi Triwulan III 2026")
    assert employee.reads("Masa pengisian sudah berakhir pada 14 Oktober 2026")
    await fill(employee)
    kept = await sent(world, staff.employee_id, Q3)
    assert kept is not None
    assert kept.sent_on == date(2026, 11, 23)
    await employee.says("triwulan")
    assert employee.reads("sudah terkirim")
    assert employee.buttons == ["Perbaiki, kirim lagi", "Lihat capaian saya"]


async def test_who_is_rated_can_read_it_and_sends_nothing_more(
    january: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    await rate(superior, staff.employee_id)
    await opens(employee, "triwulan", "2026-Q4")
    assert employee.reads("sudah dinilai")
    await employee.taps("Baca hasil penilaian")
    assert employee.reads("Predikat: Baik")
    await employee.says("triwulan")
    assert employee.reads("Triwulan I 2027 masih berjalan")
    assert employee.buttons == ["Baca hasil penilaian", "Lihat capaian saya"]


async def test_a_rating_closes_the_open_form_with_a_word(
    january: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    await employee.taps("Perbaiki, kirim lagi", "Semua sudah sesuai")
    await rate(superior, staff.employee_id)
    await employee.says("Masih ada yang ingin saya tulis")
    assert employee.reads("sudah dinilai")


async def test_who_came_only_now_has_nothing_to_evaluate(
    world: World, staff: Staff, employee: Actor
) -> None:
    def moved(store: Store) -> None:
        leaves_post(store, staff.employee_id, since=date(2026, 1, 1))
        since = date(2026, 11, 2)
        posts.place(store, staff.employee_id, world.office.unit_id, "Petugas", since=since)

    await world.run(moved)
    await employee.says("triwulan")
    assert employee.buttons == ["Lihat capaian saya"]
    await opens(employee, "triwulan", "2026-Q3")
    assert employee.reads("belum tercatat memegang jabatan")
    assert employee.reads("Triwulan III 2026")
    me, now = staff.employee_id, world.clock()
    assert await world.run(lambda s: _asked(s, "open", me, Q3, at=now)) is None


@pytest.mark.parametrize("made_up", ["2026-Q5", "12", "tahun lalu", "0000-Q1"])
async def test_a_quarter_that_is_none_is_refused(employee: Actor, made_up: str) -> None:
    await opens(employee, "triwulan", made_up)
    assert employee.reads("tidak kami kenal")


@pytest.mark.parametrize("opening", ["", "2026-Q3", "2026-Q4", "x"])
async def test_strangers_are_told_for_whom_it_is(citizen: Actor, opening: str) -> None:
    await citizen.starts()
    await opens(citizen, "triwulan", opening)
    assert citizen.reads("hanya untuk pegawai")


async def test_after_a_long_leave_the_oldest_quarter_comes_first(
    world: World, staff: Staff, employee: Actor
) -> None:
    """Both windows are open on 12 January; each is asked for in its turn."""
    first, last = date(2026, 9, 28), date(2027, 1, 8)
    await world.run(lambda store: leaves.add(store, staff.employee_id, first, last))
    await come(world, date(2027, 1, 12))
    await employee.says("triwulan")
    assert employee.reads("Evaluasi diri Triwulan III 2026")
    await fill(employee)
    await employee.says("triwulan")
    assert employee.reads("Evaluasi diri Triwulan IV 2026")
    await fill(employee)
    await employee.says("triwulan")
    assert employee.reads("Evaluasi diri Triwulan IV 2026")


# -- interruptions ----------------------------------------------------------------------------


async def test_an_interrupted_form_goes_on_days_later_after_other_talks(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "Semua sudah sesuai")
    await employee.says("Antrean panjang")
    await employee.opens("/bahasa", "Bahasa Indonesia")
    assert employee.reads("Kita lanjutkan evaluasi diri Triwulan IV 2026")
    await employee.says("/siapa")
    await come(january, date(2027, 1, 8))
    await log(january, staff.employee_id, "5")
    await employee.says("/triwulan")
    assert employee.reads("Bantuan apa")
    await employee.says("/bahasa")
    await come(january, date(2027, 2, 1))
    await employee.says("triwulan")
    assert employee.has_read("Kita lanjutkan evaluasi diri Triwulan IV 2026")
    await employee.taps("Lewati", "Selesai", "Sesuai ekspektasi", "Sesuai ekspektasi")
    assert employee.reads("tercatat 90 berkas"), "what was shown stays"
    await employee.taps("Kirim")
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert kept.obstacles == "Antrean panjang"
    assert kept.sent_on == date(2027, 2, 1)


async def test_answers_can_be_corrected_and_taken_back(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "Semua sudah sesuai")
    await employee.opens("Tidak ada", "‹ Kembali")
    assert employee.reads("kendala")
    await employee.opens(
        "Jaringan lambat", "Lewati", "Selesai", "Sesuai ekspektasi", "Di bawah ekspektasi"
    )
    await employee.opens("koreksi", "Ubah: Jaringan lambat")
    await employee.opens(
        "Jaringan sangat lambat",
        "Lewati",
        "Selesai",
        "Sesuai ekspektasi",
        "Sesuai ekspektasi",
        "Kirim",
    )
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert (kept.obstacles, kept.conduct) == ("Jaringan sangat lambat", "sesuai")


async def test_nonsense_gets_a_hint_and_the_same_question(january: World, employee: Actor) -> None:
    await employee.says("triwulan")
    await employee.says("mungkin saja")
    assert employee.reads("ketuk salah satu tombol")
    assert employee.reads("tercatat 90 berkas")
    await employee.taps("✎ Layanan selesai")
    await employee.says("banyak sekali")
    assert employee.reads("dengan angka")
    await employee.says("95")
    await employee.says("x" * 301)
    assert employee.reads("paling banyak 300")
    await employee.says("Lima berkas di desa")
    await employee.says("semua sudah sesuai")
    await employee.sends("photo")
    assert employee.reads("dengan kata-kata")
    await employee.taps("Lewati", "Lewati")
    await employee.says("selesai")
    await employee.says("bagus")
    assert employee.reads("ketuk salah satu tombol")


# -- targets ----------------------------------------------------------------------------------


async def test_a_number_that_differs_from_the_log_needs_a_reason(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "✎ Layanan selesai")
    assert employee.reads("Target 100 berkas, tercatat 90 berkas")
    await employee.says("95 orang")
    assert employee.reads("dihitung dalam berkas")
    await employee.says("95 Berkas")
    assert employee.reads("Anda mengisi 95 berkas")
    assert employee.buttons == ["‹ Kembali"], "the reason cannot be skipped"
    await employee.says("Lima berkas dilayani di desa")
    assert employee.reads("tercatat 90 berkas · dinyatakan 95 berkas")
    assert employee.reads("Alasan: Lima berkas dilayani di desa")
    await fill(employee)
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    changed, same = kept.claims
    assert (changed.logged, changed.claimed) == (Decimal(90), Decimal(95))
    assert changed.reason == "Lima berkas dilayani di desa"
    assert same.reason is None
    assert (changed.result, same.result) == (IN_TIME, COMPLAINTS)


async def test_back_at_the_logs_number_the_reason_goes(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "✎ Layanan selesai")
    await employee.says("95")
    await employee.opens("Di desa", "✎ Layanan selesai")
    assert employee.buttons[:2] == ["90 berkas", "95 berkas"]
    await employee.taps("90 berkas")
    assert not employee.reads("dinyatakan")
    await fill(employee)
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert (kept.claims[0].claimed, kept.claims[0].reason) == (Decimal(90), None)


async def test_a_target_without_a_number_can_be_claimed_too(
    january: World, staff: Staff, employee: Actor
) -> None:
    bare = Target(0, staff.employee_id, Q4, "Inovasi layanan", "gagasan baru")
    await january.run(lambda store: targets.put(store, bare))
    await employee.says("triwulan")
    assert employee.reads("target tanpa angka · tercatat 0")
    await employee.taps("✎ Inovasi")
    await employee.says("2 gagasan")
    await employee.says("Antrean daring dan papan petunjuk")
    assert employee.reads("dinyatakan 2\n")


async def test_without_targets_it_says_so_and_goes_on(
    january: World, staff: Staff, employee: Actor
) -> None:
    def forget(store: Store) -> None:
        store.exec_driver_sql("UPDATE entries SET target_id = NULL")
        store.execute(delete(target_rows))

    await january.run(forget)
    await employee.says("triwulan")
    assert employee.reads("Belum ada target")
    assert employee.reads("kendala")
    await employee.taps(
        "Lewati", "Lewati", "Selesai", "Sesuai ekspektasi", "Sesuai ekspektasi", "Kirim"
    )
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert kept.claims == ()


async def test_a_great_many_words_still_fit_on_one_screen(
    january: World, staff: Staff, employee: Actor
) -> None:
    """Twelve targets of long names, each changed for a long reason."""

    def more(store: Store) -> None:
        numbers = (Decimal(100), Decimal(90), Decimal(95))
        for number in range(10):
            result = f"Target {number} {'x' * 150}"
            targets.put(store, Target(0, staff.employee_id, Q4, result, "i", numbers[0], "berkas"))
        claims = tuple(
            Claim(aim.id, aim.result, aim.measure, *numbers, "r" * 300)
            for aim in targets.of_person(store, staff.employee_id, Q4)
        )
        said = dict.fromkeys(VALUES, "v" * 200)
        whole = Evaluation(staff.employee_id, Q4, claims, "sesuai", "sesuai", OPENS)
        evaluations.put(store, replace(whole, obstacles="o" * 500, help="h" * 500, values=said))

    await january.run(more)
    await employee.says("triwulan")
    for number in range(10):
        assert employee.reads(f"Target {number}")
    if employee.world.on_whatsapp:
        assert employee.buttons == ["Semua sudah sesuai", "Ubah", "Batal"]
        await employee.taps("Ubah")
    a_page = 9 if employee.world.on_whatsapp else 12
    assert len(employee.buttons) == a_page, "the choices of a page, a way to the next, a way out"
    await employee.taps(
        "Semua sudah sesuai", "Pakai", "Pakai", "Selesai", "Sesuai ekspektasi", "Sesuai ekspektasi"
    )
    assert employee.reads("Kendala")
    assert employee.reads("Sudah benar?")


async def test_a_line_about_a_value_can_be_taken_away(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "Semua sudah sesuai", "Lewati", "Lewati", "Kolaboratif")
    await employee.opens("Bekerja dengan kelurahan", "Loyal")
    await employee.opens("Hadir saat libur", "✓ Kolaboratif")
    assert employee.reads("Sebelumnya Anda menulis: “Bekerja dengan kelurahan”")
    await employee.taps("Lewati")
    assert employee.reads("Sudah terisi untuk 1 nilai")
    await employee.taps("Selesai", "Sesuai ekspektasi", "Sesuai ekspektasi", "Kirim")
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert kept.values == {"loyal": "Hadir saat libur"}


# -- sent, and sent anew ----------------------------------------------------------------------


async def test_what_was_sent_can_be_sent_anew_with_what_was_there(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.opens("triwulan", "✎ Layanan selesai")
    await employee.says("95")
    await employee.opens("Lima berkas di desa", "Semua sudah sesuai")
    await employee.opens("Jaringan lambat", "Lewati", "Akuntabel")
    await employee.opens(
        "Selalu dicatat", "Selesai", "Sesuai ekspektasi", "Sesuai ekspektasi", "Kirim"
    )

    await log(january, staff.employee_id, "2")
    await employee.taps("Perbaiki, kirim lagi")
    assert employee.reads("tercatat 92 berkas · dinyatakan 95 berkas")
    await employee.taps("✎ Layanan selesai")
    await employee.opens("96", "Pakai: “Lima berkas di desa”", "Semua sudah sesuai")
    assert employee.reads("Sebelumnya Anda menulis: “Jaringan lambat”")
    await employee.taps("Pakai: “Jaringan lambat”")
    await employee.says("Wifi baru")
    assert "✓ Akuntabel" in employee.buttons
    await employee.taps("Selesai")
    assert employee.reads("Sebelumnya: Sesuai ekspektasi.")
    await employee.taps("Di atas ekspektasi", "Sesuai ekspektasi", "Kirim")
    kept = await sent(january, staff.employee_id)
    assert kept is not None
    assert (kept.claims[0].logged, kept.claims[0].claimed) == (Decimal(92), Decimal(96))
    assert (kept.obstacles, kept.help, kept.result) == ("Jaringan lambat", "Wifi baru", "atas")
    assert kept.values == {"akuntabel": "Selalu dicatat"}


async def test_without_a_superior_it_is_kept_and_says_whom_to_ask(
    january: World, staff: Staff, employee: Actor
) -> None:
    since = date(2027, 1, 1)
    await january.run(lambda s: posts.report_to(s, staff.employee_id, None, since=since))
    await employee.says("triwulan")
    await fill(employee)
    assert employee.reads("Atasan Anda belum tercatat")
    assert await sent(january, staff.employee_id) is not None


@pytest.mark.telegram("WhatsApp does not tell a phone's language")
async def test_an_english_phone_is_spoken_to_in_english(
    world: World, staff: Staff, superior: Actor
) -> None:
    dewi = world.actor(3001, "Dewi", language="en")
    await dewi.opens(f"join {staff.employee_code}", "I understand")
    await come(world, OPENS)
    await dewi.says("quarterly")
    assert dewi.reads("Self-evaluation of")
    await dewi.taps(
        "All of it is right", "Skip", "Skip", "Done", "As expected", "As expected", "Send"
    )
    await rate(superior, staff.employee_id)
    assert dewi.reads("Ratna Dewi has rated your quarter")
    assert dewi.reads("Predikat: Good (Baik)")
    await dewi.taps("I have received it")
    assert dewi.reads("until 18 January 2027")


# -- the invitation ---------------------------------------------------------------------------


def _asked(
    store: Store, kind: str, person_id: int, quarter: Quarter = Q4, *, at: datetime | None = None
) -> Letter | None:
    """What Tilik would say first."""
    prompts = evaluation_prompts(quarter, decreed(), "Asia/Jakarta")
    due: Due = next(prompt for prompt in prompts if prompt.kind == kind)
    address = addresses.of_person(store, person_id)[0]
    now = at or due.at
    return invitation(store, addresses.person_at(store, address, now), due, now)


@pytest.mark.parametrize("kind", ["open", "half", "last"])
async def test_an_invitation_says_until_when_and_leads_to_the_form(
    january: World, staff: Staff, employee: Actor, kind: str
) -> None:
    letter = await january.run(lambda s: _asked(s, kind, staff.employee_id))
    assert letter is not None
    (words,) = letter.paragraphs
    assert isinstance(words, Text)
    assert (words.id, words.facts["last"]) == (f"triwulan-invite-{kind}", LAST)
    assert words.facts["begun"] == "no"
    ((button,),) = letter.buttons
    assert button.tap == "o.triwulan.2026-Q4"
    for language in ("id", "en"):
        assert "2027" in january.tilik.texts.plain(language, words)
        assert january.tilik.texts.plain(language, button.label)


async def test_who_has_begun_is_invited_to_go_on(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.says("triwulan")
    letter = await january.run(lambda s: _asked(s, "half", staff.employee_id))
    assert letter is not None
    assert letter.buttons[0][0].label == Text("triwulan-begin"), "nothing is answered yet"
    await employee.taps("Semua sudah sesuai")
    letter = await january.run(lambda s: _asked(s, "half", staff.employee_id))
    assert letter is not None
    assert letter.buttons[0][0].label == Text("button-onward")
    said = january.tilik.texts.plain("id", letter.paragraphs[0])
    assert "lanjutkan" in said


async def test_who_has_sent_or_is_rated_or_has_no_post_is_not_invited(
    colleague: Actor, january: World, staff: Staff, employee: Actor, superior: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    assert await january.run(lambda s: _asked(s, "half", staff.employee_id)) is None

    def judge(store: Store) -> None:
        joko, ratna = staff.colleague_id, staff.superior_id
        given = Appraisal(joko, Q4, ratna, "sesuai", "sesuai", "Sesuai catatan", "baik", OPENS)
        evaluations.rate(store, given)

    await january.run(judge)
    assert await january.run(lambda s: _asked(s, "half", staff.colleague_id)) is None

    def retire(store: Store) -> None:
        leaves_post(store, staff.superior_id, since=date(2027, 1, 1))

    await january.run(retire)
    assert await january.run(lambda s: _asked(s, "open", staff.superior_id)) is None


async def test_the_opening_comes_by_itself_and_its_button_begins(
    january: World, employee: Actor
) -> None:
    assert employee.has_read("evaluasi diri Anda dapat diisi mulai hari ini")
    await employee.taps("Mulai mengisi")
    assert employee.reads("tercatat 90 berkas")


async def test_what_was_sent_leads_to_the_scores_of_its_own_quarter(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    await employee.taps("Lihat capaian saya")
    assert employee.reads("Triwulan IV 2026")
    assert employee.has_read("sudah terkirim")


async def test_a_rating_stays_to_be_read_while_it_is_answered(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    await rate(superior, staff.employee_id)
    await employee.taps("Tanggapi")
    assert employee.reads("Apa tanggapan Anda")
    await employee.opens("batal", "Sudah saya terima")
    assert employee.has_read("Anda menerimanya pada")


async def test_an_objection_is_answered_with_the_way_to_make_one(
    january: World, staff: Staff, superior: Actor, employee: Actor
) -> None:
    await employee.says("triwulan")
    await fill(employee)
    await rate(superior, staff.employee_id)
    await employee.says("keberatan")
    assert employee.reads("14 hari kalender untuk mengajukan keberatan")


async def test_a_card_whose_button_was_not_pressed_is_sent_by_a_word_and_by_no_number(
    january: World, staff: Staff, employee: Actor
) -> None:
    await employee.says("triwulan")
    for label in ("Semua sudah", "Lewati", "Lewati", "Selesai", "Sesuai", "Di atas"):
        await employee.taps(label)
    for words in ("entahlah", "1"):
        await employee.says(words)
        assert employee.reads("atau ketik tulisannya.")
    await employee.says("ya")
    assert employee.reads("sudah terkirim")
