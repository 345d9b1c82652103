"""What people write by themselves: greetings, a yes, a code, sentences; each is what they mean."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from itertools import count

import pytest
from sqlalchemy import select

from bot.channel import Unheard
from bot.channels import CHANNELS
from bot.outbound.labels import fitted
from bot.texts import catalogue
from handlers import CONVERSATIONS
from handlers.engine.manifest import audiences
from handlers.engine.said import GivenFile, Typed
from handlers.openings import ToEvaluation
from models.letters import Text
from models.screens import Screens, Shown
from models.store import Store
from models.store.chat import addresses, screens
from models.store.office import services
from models.store.people import people, posts
from models.store.rules import settings
from models.store.rules.settings import Version
from models.store.schema import ratings
from models.wording import folded
from tests.chatting import Chat
from tests.office import SINCE, Office, Staff, staff_office
from tests.sample import MONDAY as NOW

NEXT = count(100)


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture
def stranger(store: Store, staff: Staff) -> Chat:
    """A citizen."""
    return Chat(store, f"62{next(NEXT)}", NOW)


def at_home(chat: Chat, number: int) -> Chat:
    """The chat of the person with this number, who joined long ago."""
    met = addresses.meet(chat.store, chat.channel, chat.sender)
    addresses.change(chat.store, met.address.id, person_id=number)
    return chat


@pytest.fixture
def dewi(stranger: Chat, staff: Staff) -> Chat:
    """An employee."""
    return at_home(stranger, staff.employee_id)


@pytest.fixture
def ratna(store: Store, staff: Staff) -> Chat:
    """The head, who is the superior of both employees."""
    return at_home(Chat(store, f"62{next(NEXT)}", NOW), staff.superior_id)


# -- greetings ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("halo", "Halo"),
        ("Haloooo", "Halo"),
        ("hai kak 👋", "Halo"),
        ("P", "Halo"),
        ("tes", "Halo"),
        ("Mulai", "Halo"),
        ("/start", "Halo"),
        ("start", "Halo"),
        ("👋", "Halo"),
        ("assalamualaikum", "Waalaikumsalam"),
        ("Assalamu'alaikum Wr. Wb.", "Waalaikumsalam"),
        ("asalamu alaikum warahmatullahi wabarakatuh, bapak ibu", "Waalaikumsalam"),
        ("Assalamualaikum, selamat pagi pak", "Waalaikumsalam"),
        ("pagi", "Selamat pagi"),
        ("Selamat Pagi, Min", "Selamat pagi"),
        ("selamat siang bu", "Selamat siang"),
        ("sore..", "Selamat sore"),
        ("Malam", "Selamat malam"),
        ("Permisi", "Silakan"),
        ("punten", "Rampes, mangga"),
        ("kulo nuwun", "Monggo"),
        ("Horas!", "Horas"),
        ("om swastiastu", "Om swastiastu"),
        ("Shalom", "Shalom"),
        ("Good morning", "Selamat pagi"),
    ],
)
def test_a_greeting_is_answered_in_kind(stranger: Chat, said: str, back: str) -> None:
    stranger.says(said)
    assert stranger.text.startswith(f"{back}, ini <b>Tilik</b>")
    assert "Nilai layanan" in stranger.labels
    assert len(stranger.letters) == 1


def test_a_greeting_tells_each_kind_of_people_their_own_ways(dewi: Chat, ratna: Chat) -> None:
    dewi.says("Assalamualaikum")
    assert dewi.text.startswith("Waalaikumsalam, Dewi Lestari.")
    assert "tulis saja dalam satu baris" in dewi.text
    assert "setuju" not in dewi.text
    ratna.says("pagi bu")
    assert "Yang menunggu persetujuan Anda ada di <b>setuju</b>" in ratna.text
    assert "Kata warga" in ratna.text
    assert "Tim saya" in ratna.labels


def test_a_greeting_beside_an_open_question_leaves_it_open(
    stranger: Chat, office: Office
) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "selamat pagi pak")
    assert stranger.text.startswith("Selamat pagi")
    assert "Bagaimana layanan" in stranger.text
    assert len(stranger.letters) == 1


@pytest.mark.parametrize("said", ["pagi ini rapat di aula", "halo saya mau tanya syarat KTP"])
def test_a_sentence_that_begins_with_a_greeting_is_none(dewi: Chat, said: str) -> None:
    dewi.says(said)
    assert "Ada yang dapat kami bantu" not in dewi.text


# -- sentences that begin with a command --------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "saya melayani 12 perekaman KTP",
        "Saya hari ini rapat",
        "tim kami menyusun laporan",
        "tim saya menyusun laporan bulanan",
        "evaluasi kinerja triwulan di aula",
        "log saya kemarin belum masuk",
        "laporan bulanan sudah selesai",
        "bantuan sosial sudah disalurkan",
        "cuti bersama disosialisasikan ke pegawai",
        "mencatat kehadiran peserta rapat",
        "kembali ke kantor untuk rapat",
        "impor data pegawai ke aplikasi",
        "setuju dengan usulan kepala bidang untuk rapat",
    ],
)
def test_a_sentence_is_a_sentence_whatever_it_begins_with(dewi: Chat, said: str) -> None:
    dewi.says(said)
    assert f"Kami catat: “{said}”" in dewi.text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("saya", "triwulan"),
        ("Saya.", "triwulan"),
        ("menu dong kak", "Yang dapat Anda ketik"),
        ("riwayat ya", "Belum ada catatan"),
        ("catat melayani 3 akta", "Untuk sasaran yang mana?"),
        ("log served 3 people", "Untuk sasaran yang mana?"),
        ("Saya cuti hari ini", "Kapan Anda cuti"),
        ("tulis baru", "Apa yang Anda kerjakan?"),
        ("Sudah saya terima", "Belum ada penilaian"),
    ],
)
def test_a_command_alone_or_with_its_own_words_is_the_command(
    dewi: Chat, said: str, shown: str
) -> None:
    dewi.says(said)
    assert shown in dewi.text
    assert "Kami catat" not in dewi.text


@pytest.mark.parametrize("said", ["cuti saya", "nilai riwayat", "apa kabar?"])
def test_two_words_of_commands_and_a_question_are_no_work(dewi: Chat, said: str) -> None:
    dewi.says(said)
    assert "belum memahami" in dewi.text


# -- yes to all ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Ya, setuju semua",
        "setuju semuanya pak",
        "Oke setujui semua catatan tim",
        "acc semua",
        "yes, approve all of them",
    ],
)
def test_a_superiors_yes_to_all_shows_how_many_wait_and_whose(
    dewi: Chat, ratna: Chat, said: str
) -> None:
    dewi.says("catat melayani 3 akta").taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    ratna.says(said)
    assert "Dewi Lestari" in "".join(ratna.labels)
    assert any("semua" in label for label in ratna.labels)
    assert "Kami catat" not in ratna.text
    for unclear in ("ya", "tidak"):
        assert ratna.says(unclear).text.startswith("Mohon ketuk salah satu tombol")


def test_a_superiors_yes_to_all_is_none_to_their_own_card(dewi: Chat, ratna: Chat) -> None:
    dewi.says("catat melayani 3 akta").taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    ratna.says("catat memimpin apel pagi", "Ya, setuju semua")
    assert "Tercatat" not in ratna.text
    assert "Menunggu persetujuan" in ratna.text
    ratna.says("catat", "setuju semua ya")
    assert "Apa yang Anda kerjakan" not in ratna.text.split("\n")[0]


def test_who_leads_nobody_is_told_whose_yes_it_is(dewi: Chat) -> None:
    dewi.says("ya, setuju semua")
    assert "Kami catat" not in dewi.text
    assert "atasan" in dewi.text


# -- the notice and the code --------------------------------------------------------------


def code_of(store: Store, number: int) -> str:
    return people.invite(store, number, now=NOW).code


@pytest.mark.parametrize(
    "said",
    ["ya", "Iya", "y", "ok", "oke pak", "sip", "baik", "siap", "setuju", "yes", "👍", "ya, setuju"],
)
def test_a_yes_accepts_the_notice(stranger: Chat, staff: Staff, said: str) -> None:
    code = code_of(stranger.store, staff.employee_id)
    stranger.says(f"daftar {code}", said)
    assert "Dewi Lestari" in stranger.text
    assert "UU 20/2023" not in stranger.text


@pytest.mark.parametrize(
    "written", ["{}", "{!s:.5} {!s:.0}", "kode saya {}", "{}.", "Daftar, {} ya"]
)
def test_a_bare_code_joins_whoever_types_it(stranger: Chat, staff: Staff, written: str) -> None:
    code = code_of(stranger.store, staff.colleague_id)
    line = f"{code[:5]} {code[5:]}" if ".0" in written else written.format(code.lower())
    stranger.says(line)
    assert "Saya mengerti" in stranger.labels
    stranger.taps("Saya mengerti")
    assert "Joko Santoso" in stranger.text


def test_a_bare_code_joins_from_any_form_and_is_no_comment(
    stranger: Chat, office: Office, staff: Staff
) -> None:
    code = code_of(stranger.store, staff.colleague_id)
    stranger.says("nilai", code)
    assert "Saya mengerti" in stranger.labels
    stranger.says("batal", "batal", office.counters[0].code, "4", "4", code)
    assert "Saya mengerti" in stranger.labels


def test_what_only_looks_like_a_code_counts_as_a_wrong_one(stranger: Chat) -> None:
    for n in range(2, 6):
        stranger.says(f"ABCDEFGHJ{n}")
        assert "Kode itu tidak kami temukan" in stranger.text
    stranger.says("ABCDEFGHJ6")
    assert "satu jam lagi" in stranger.text


@pytest.mark.parametrize("said", ["PEMBANGUNAN", "BERMANFAAT", "2026112345"])
def test_a_word_or_a_number_of_ten_signs_is_no_code(stranger: Chat, said: str) -> None:
    stranger.says(said)
    assert "Kode itu" not in stranger.text


def test_what_is_written_before_the_notice_is_read_is_kept_and_read_then(
    stranger: Chat, store: Store, office: Office, staff: Staff
) -> None:
    number = people.add(store, "Siti Aminah")
    posts.place(store, number, office.unit_id, "Analis", since=SINCE)
    code = code_of(store, number)
    stranger.says(code, "melayani 12 perekaman KTP")
    assert "kami simpan dan kami baca sesudah ini" in stranger.text
    assert "UU 20/2023" not in stranger.text
    stranger.says("di kecamatan", "ya")
    assert "Selamat datang, Siti Aminah" in stranger.text
    assert "Kami catat: “melayani 12 perekaman KTP" in stranger.text
    assert "kecamatan" in stranger.text


def test_what_was_written_while_a_language_is_chosen_is_read_then(dewi: Chat) -> None:
    dewi.says("bahasa", "melayani 12 perekaman KTP").taps("Bahasa Indonesia")
    assert "Kami catat: “melayani 12 perekaman KTP" in dewi.text


# -- words for a value --------------------------------------------------------------------


BAD, LESS, GOOD, BEST = "😞 Tidak baik", "🙁 Kurang baik", "🙂 Baik", "😊 Sangat baik"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("puas", [GOOD]),
        ("Bagus!", [GOOD]),
        ("bagus kok", [GOOD]),
        ("👍", [GOOD]),
        ("sangat puas", [BEST]),
        ("puas sekali", [BEST]),
        ("5", [BEST]),
        ("10", [BEST]),
        ("⭐⭐⭐⭐⭐", [BEST]),
        ("💯", [BEST]),
        ("cukup", [LESS]),
        ("kurang puas", [LESS, BAD]),
        ("tidak puas", [BAD, LESS]),
        ("jelek", [BAD]),
        ("👎", [BAD]),
        ("0", [BAD]),
        ("a", [BAD]),
        ("b", [LESS, GOOD]),
        ("B.", [LESS, GOOD]),
        ("d", [BEST]),
        ("s", [BEST]),
    ],
)
def test_words_for_a_value_are_asked_back_with_one_tap(
    stranger: Chat, office: Office, said: str, meant: list[str]
) -> None:
    stranger.says(f"nilai {office.counters[0].code}", said)
    assert stranger.labels == [*meant, "Pilihan lain"]
    assert "Maksud Anda" in stranger.text
    stranger.taps("Pilihan lain")
    assert stranger.labels[:4] == [BAD, LESS, GOOD, BEST]
    stranger.says(said).taps(meant[0])
    assert "Lewati" in stranger.labels


def test_a_letter_of_a_nine_question_survey_is_the_one_of_the_paper_form(
    stranger: Chat, office: Office
) -> None:
    stranger.says(f"survei {office.counters[0].code}", "c")
    assert stranger.labels == ["Sesuai", "Pilihan lain"]
    stranger.says("puas")
    assert stranger.labels == ["Sesuai", "Pilihan lain"]


def test_a_single_letter_picks_nothing_from_a_list(stranger: Chat, office: Office) -> None:
    stranger.says("nilai", "k")
    assert "Maksud Anda yang" in stranger.text or "yang cocok" in stranger.text
    assert "Bagaimana layanan" not in stranger.text


def test_a_typed_value_is_told_and_stands_in_the_receipt(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[1].code}", "baik")
    assert "Jawaban Anda: 🙂 Baik" in stranger.text
    stranger.says("4", "lewati")
    assert "Anda menilai: <b>🙂 Baik</b>" in stranger.text


# -- the words of a button -----------------------------------------------------------------


def test_the_words_of_a_button_that_was_shown_last_are_a_tap_on_it(dewi: Chat, ratna: Chat) -> None:
    dewi.says("catat melayani tujuh akta").taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    dewi.says("Catat lagi")
    assert dewi.text.startswith("Apa yang Anda kerjakan?")
    dewi.says("batal")
    ratna.says("tim", "periksa")
    assert "menunggu persetujuan" in ratna.text.casefold()
    ratna.says("dewi lestari")
    assert "✓ Setujui semua" in ratna.labels[0]
    ratna.says("1")
    assert {"✓ Setujui", "Kembalikan"} <= {*ratna.labels}
    ratna.says("kembali")
    assert "✓ Setujui semua" in ratna.labels[0]
    ratna.says("1", "kembalikan")
    assert "Apa yang perlu dilengkapi" in ratna.text
    ratna.says("batal")


def test_words_of_ones_own_give_an_entry_back_once_their_card_was_confirmed(
    dewi: Chat, ratna: Chat
) -> None:
    dewi.says("catat menata arsip lama").taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    ratna.says("setuju", "dewi lestari", "1", "kembalikan", "asdf")
    assert "“asdf”\n\nKembalikan dengan pesan ini?" in ratna.text
    assert ratna.labels == ["✓ Kirim", "Ubah", "Batal"]
    ratna.taps("Ubah").says("Mohon tulis jumlahnya")
    assert "“Mohon tulis jumlahnya”" in ratna.text
    ratna.says("batal")
    assert "tidak dikembalikan" in ratna.text
    ratna.says("setuju", "dewi lestari", "1", "jumlah belum sesuai")
    assert "“jumlah belum sesuai”" in ratna.text, "no reason that she had seen and chosen yet"
    assert ratna.labels == ["✓ Kirim", "Ubah", "Batal"]
    ratna.says("batal", "setuju", "dewi lestari", "1", "Jumlahnya keliru")
    assert ratna.text.startswith("Kami kira ini tentang catatan yang baru Anda baca.")
    assert "“Jumlahnya keliru”" in ratna.text
    ratna.taps("✓ Kirim")
    assert "Dikembalikan. Dewi Lestari" in ratna.text
    ratna.says("Memimpin rapat bulanan")
    assert "Kami catat: “Memimpin rapat bulanan”" in ratna.text
    ratna.says("batal")


def test_a_day_that_is_typed_at_the_choice_of_days_begins_the_leave(dewi: Chat) -> None:
    assert "Sampai tanggal berapa" in dewi.says("cuti", "2 desember").text
    assert "sampai 4 Desember 2026" in dewi.says("4 desember").text
    dewi.taps(dewi.labels[-1])
    assert "1 Januari 2025" in dewi.says("cuti", "1 januari 2025").text, "why it cannot be"
    dewi.says("batal")


@pytest.mark.parametrize(
    ("said", "last"),
    [
        *(("cuti besok", "24 November 2026"), ("besok saya cuti pak", "24 November 2026")),
        *(("cuti 13-15 januari", "15 Januari 2027"), ("Izin sakit hari ini", "23 November 2026")),
        *(("dinas luar 1 s.d. 3/12/2026", "3 Desember 2026"), ("saya izin Kamis", "Sampai")),
    ],
)
def test_leave_may_be_said_in_one_line_with_its_days(dewi: Chat, said: str, last: str) -> None:
    assert last in dewi.says(said).text
    dewi.says("batal")
    for work in ("izin usaha 3 berkas", "menyusun jadwal cuti pegawai", "cuti tahunan direkap"):
        assert f"Kami catat: “{work}" in dewi.says(work).text
        dewi.says("batal")


def test_a_number_under_buttons_without_numbers_is_asked_back(dewi: Chat) -> None:
    for screen in ("saya", "bantuan"):
        dewi.says(screen, "2")
        assert dewi.text.startswith("Mohon ketuk salah satu tombol, atau ketik tulisannya.")
    assert "Kode" not in dewi.says("ga ada").text, "without a figure it is none"


def test_a_sentence_that_begins_as_joining_does_is_no_code(dewi: Chat) -> None:
    assert "Kami catat: “daftar hadir" in dewi.says("daftar hadir pegawai disusun").text
    dewi.says("batal")
    assert "Kode itu tidak kami temukan" in dewi.says("daftar ABC").text


def test_what_no_button_begins_with_alone_is_no_tap(dewi: Chat) -> None:
    dewi.says("saya")
    assert {"Kuantitas", "Kualitas"} <= {*dewi.labels}
    dewi.says("k")
    assert "belum memahami" in dewi.text
    dewi.says("saya", "kualitas")
    assert "belum memahami" not in dewi.text


def test_the_words_of_a_receipts_button_are_no_comment(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[1].code}", "baik", "lewati", "lewati", "ubah")
    assert "Jawaban baru mengganti yang tadi" in stranger.text
    stranger.says("batal", "jawab lengkap")
    assert "1/9" in stranger.text
    stranger.says("batal", "ubah pintunya agar mudah dibuka")
    assert "Pesan Anda kami tambahkan" in stranger.text


@pytest.mark.parametrize(
    ("said", "back"),
    [("terima kasih pak", "Sama-sama"), ("ya", ""), ("Ubah", "Jawaban mana yang ingin Anda ubah")],
)
def test_thanks_a_yes_and_the_word_for_changing_are_no_comment(
    stranger: Chat, office: Office, said: str, back: str
) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "4", said)
    assert stranger.text.startswith(back)
    assert "kami simpan" not in stranger.text
    stranger.says("batal", f"nilai {office.counters[0].code}", "4", "lewati", said)
    assert "Pesan" not in stranger.text
    assert ("sudah tercatat" in stranger.text) == (back == "Sama-sama")
    stranger.says("batal")
    assert said not in set(stranger.store.execute(select(ratings.c.reason)).scalars())


@pytest.mark.parametrize("said", ["tidak ada", "Sudah cukup, pak", "-", "oke makasih"])
def test_that_there_is_nothing_to_say_is_no_comment(
    stranger: Chat, office: Office, said: str
) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "2", "lewati", said)
    assert stranger.text.startswith("Ada pesan?"), "nor a reason"
    stranger.says(said)
    assert "sudah tercatat" in stranger.text
    stranger.says(said)
    assert "tambahkan" not in stranger.text
    assert "Pesan Anda kami tambahkan" in stranger.says("tidak ada antrean").text


def test_the_words_that_show_more_choices_are_no_comment(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "2", "lewati")
    first = stranger.labels
    stranger.says("berikutnya")
    assert "‹ Sebelumnya" in stranger.labels
    assert "kami simpan" not in stranger.text
    assert stranger.says("Sebelumnya").labels == first


def test_thanks_leave_the_comment_of_before(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "4", "lewati", "Kursinya sudah bagus")
    stranger.taps("Ubah penilaian").says("4", "lewati", "terima kasih")
    assert "Kursinya sudah bagus" in set(stranger.store.execute(select(ratings.c.reason)).scalars())


def test_nobody_is_led_to_take_back_a_rating_that_counts(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "4", "???", "???")
    assert "Penilaian Anda sudah tercatat; Anda boleh berhenti di sini" in stranger.text
    assert "ketik “batal”" not in stranger.text
    stranger.says("batal")
    assert stranger.text == "Baik, dibatalkan. Penilaian Anda untuk <b>KTP-el</b> kami hapus."


def test_a_survey_over_a_parked_rating_says_once_that_it_stays(
    stranger: Chat, office: Office
) -> None:
    stranger.says(f"nilai {office.counters[0].code}", "4", f"survei {office.counters[0].code}", "1")
    stranger.says("batal")
    assert stranger.text.count("tetap") == 1


def test_lanjut_goes_on_with_what_is_open(stranger: Chat, office: Office) -> None:
    stranger.says(f"survei {office.counters[0].code}", "2", "lanjut")
    assert "2/9" in stranger.text
    assert len(stranger.letters) == 1
    stranger.says("batal", f"nilai {office.counters[0].code}", "4", "lanjutkan")
    assert "Ada pesan?" in stranger.text
    stranger.says("lanjut", "lanjut")
    assert stranger.text == "Tidak ada yang sedang diisi."
    stranger.says("berhenti", "lanjut")
    assert stranger.text == "Baik, kami boleh menyapa Anda lagi di obrolan ini."


@pytest.mark.parametrize("said", ["👍", "🙏", "ok"])
def test_thanks_may_be_a_sign(stranger: Chat, said: str) -> None:
    stranger.says(said)
    assert stranger.text.startswith("Sama-sama")


@pytest.mark.parametrize("said", ["kembali", "lewati"])
def test_a_way_through_a_form_where_none_is_open_says_so(stranger: Chat, said: str) -> None:
    stranger.says(said)
    assert stranger.text == "Tidak ada yang sedang diisi."


def test_words_about_another_element_are_a_comment_and_no_answer(
    stranger: Chat, office: Office
) -> None:
    stranger.says(f"nilai {office.counters[1].code}", "4")
    of_time = "cepat" in stranger.text
    stranger.says("petugasnya ramah sekali")
    assert "Pesan Anda sudah kami simpan" in stranger.text
    assert "Maksud Anda" not in stranger.text
    stranger.says("lambat")
    assert ("Maksud Anda" in stranger.text) == of_time
    stranger.says("2")
    assert "Jawaban Anda: " in stranger.text
    assert "Sistem, mekanisme" not in stranger.text
    stranger.says("batal")


def test_who_has_no_team_is_told_where_their_own_evaluation_is(dewi: Chat) -> None:
    dewi.says("evaluasi")
    assert "<b>triwulan</b>" in dewi.text
    dewi.says("target")
    assert "Kuantitas" in dewi.labels


def test_a_large_amount_has_its_dots(dewi: Chat) -> None:
    dewi.says("catat menata arsip").taps("Tugas langsung atasan").says("12500 lembar")
    assert "Jumlah: 12.500 lembar" in dewi.text
    dewi.says("batal")


def test_a_yes_to_what_has_one_button_is_a_tap_on_it(dewi: Chat) -> None:
    met = addresses.meet(dewi.store, dewi.channel, dewi.sender)
    taps = (ToEvaluation().button(Text("button-log-new")).tap,)
    invited = Shown(0, {}, "half", taps=taps)
    screens.put(dewi.store, met.address.id, Screens((invited,), asked=True))
    dewi.says("iya")
    assert "masih berjalan" in dewi.text


def test_a_part_without_work_says_how_much_it_needs(dewi: Chat) -> None:
    dewi.says("saya")
    assert "sedikitnya satu" not in dewi.text
    assert re.search(r"diputuskan atasan \(perlu sedikitnya 5\)", dewi.text)
    assert "bobot 0" not in dewi.text


def test_a_file_of_a_citizen_is_told_not_to_be_kept(stranger: Chat, office: Office) -> None:
    stranger.does(GivenFile("photo", "p1"))
    assert "belum dapat membaca kiriman" in stranger.text
    stranger.says(f"nilai {office.counters[1].code}", "baik", "lewati", "lewati")
    stranger.does(GivenFile("photo", "p2", caption="Antreannya begini"))
    assert "Berkas itu tidak kami simpan" in stranger.text
    assert "Pesan Anda kami tambahkan" in stranger.text


def test_an_album_of_a_citizen_is_refused_once(stranger: Chat, office: Office) -> None:
    for said in ("halo", f"nilai {office.counters[1].code}"):
        stranger.says(said).does(GivenFile("photo", "p1"))
        assert stranger.letters
        for number in (2, 3):
            stranger.does(GivenFile("photo", f"p{number}"))
            assert not stranger.letters
        stranger.now += timedelta(minutes=1)
        stranger.does(GivenFile("photo", "p4"))
        assert stranger.letters
        stranger.now += timedelta(minutes=1)
    stranger.taps("😊 Sangat baik").does(GivenFile("photo", "p5"))
    stranger.does(GivenFile("photo", "p6", caption="Antrean di loket ini panjang"))
    assert "Pesan Anda sudah kami simpan" in stranger.text


def test_of_an_album_what_is_not_kept_is_said_once_whatever_it_is(
    store: Store, dewi: Chat
) -> None:
    stranger = Chat(store, f"62{next(NEXT)}", NOW)
    film, photo = partial(Chat.does, said=Unheard(), lost="video"), GivenFile("photo", "p1")
    for who in (dewi, stranger):
        film(who)
        assert "Video tidak kami simpan" in who.text
        film(who)
        assert not who.letters
        who.does(Typed("Antrean perekaman panjang"), lost="video")
        assert "Video" not in who.text, "the words are read, and the film was told"
        who.now += timedelta(minutes=1)
        film(who)
        assert "Video tidak kami simpan" in who.text
    dewi.does(photo)
    assert "Video" not in dewi.text, "what is kept among films is kept"
    film(dewi)
    assert not dewi.letters
    dewi.says("batal", "bahasa").does(photo)
    assert "ketuk salah satu" in dewi.text
    dewi.does(photo)
    assert not dewi.letters
    dewi.says("batal", "catat rapat").does(photo)
    for number in range(2, 14):
        dewi.does(GivenFile("photo", f"p{number}"))
        assert (number == 11) is bool(dewi.letters)
    dewi.says("batal")
    for most, said in ((0, "batas untuk sehari"), (0, ""), (30, "simpan sebagai bukti")):
        settings.put(store, Version("files-a-day", most, NOW.date(), NOW), day=NOW.date())
        dewi.does(photo)
        assert said in dewi.text
        assert bool(said) is bool(dewi.letters)
    settings.put(store, Version("files-a-day", 0, NOW.date(), NOW), day=NOW.date())
    dewi.says("batal")
    dewi.does(GivenFile("photo", "p20", caption="Melayani perekaman KTP-el 3 berkas"))
    assert "batas untuk sehari" in dewi.text, "of a caption nothing is lost"
    assert "Melayani perekaman KTP-el" in dewi.text
    dewi.does(GivenFile("photo", "p21", caption="saya"))
    assert "batas untuk sehari" not in dewi.text
    assert "Nilai" in dewi.text


# -- cards --------------------------------------------------------------------------------


def test_on_whatsapp_the_decisive_choice_of_a_card_is_a_button(dewi: Chat) -> None:
    dewi.says("catat melayani akta").taps("Tugas langsung atasan", "Lewati")
    assert dewi.labels == ["✓ Simpan", "Ubah", "Batal"]
    dewi.taps("Ubah")
    assert "Apa yang ingin Anda ubah?" in dewi.text
    assert "Ubah jumlah" in dewi.labels
    dewi.taps("Ubah jumlah").says("3")
    assert dewi.labels == ["✓ Simpan", "Ubah", "Batal"]
    dewi.taps("Batal")
    assert "Catatan ini tidak disimpan; catatan Anda yang lain tetap ada" in dewi.text


def test_a_change_that_is_typed_at_the_card_is_made_or_its_part_is_asked_for(
    dewi: Chat,
) -> None:
    dewi.says("catat melayani akta").taps("Tugas langsung atasan", "Lewati").says("ubah")
    assert dewi.text == "Apa yang ingin Anda ubah?"
    assert {"Isi jam", "Tambah bukti", "Ubah uraian"} <= {*dewi.labels}
    for typed, told in (
        ("ubah jam 9-10", "Jam: 09.00–10.00"),
        ("ubah jadi 12 berkas", "Jumlah: 12 berkas"),
        ("Jumlahnya: 1.200", "Jumlah: 1.200\n"),
        ("salah, harusnya 3 surat", "Jumlah: 3 surat"),
        ("kemarin", "Hari: Kemarin"),
        ("tgl 20 november", "Hari: Jumat, 20 Nov"),
        ("ganti hari ini", "Hari: Hari ini"),
        ("ubah uraian menjadi menata arsip", "<b>menata arsip</b>"),
        ("ubah sasaran layanan selesai", "Sasaran: Layanan selesai tepat waktu"),
        ("ubah bukti https://contoh.go.id/berkas", "Bukti: 1 berkas"),
        ("ubah 1 januari 2026", "Catatan untuk 1 Januari 2026 sudah ditutup"),
    ):
        assert told in dewi.says(typed).text
        assert "✓ Simpan" in dewi.labels
    for unclear in ("ubah ke 9-10", "ganti semuanya saja"):
        assert "Maksud Anda yang mana?" in dewi.says(unclear).text
        assert "Isi jam" in dewi.labels
    for none in ("99", "jam berapa ya", "kegiatan rapat"):
        assert "Mohon ketuk salah satu tombol" in dewi.says(none).text
    assert "Dari jam berapa" in dewi.says("ganti jam pagi sekali").text
    dewi.says("8 sampai 9", "simpan", "batal")


def test_the_word_for_changing_is_the_button_of_a_card_wherever_one_is(
    dewi: Chat, ratna: Chat
) -> None:
    dewi.says("catat menata arsip lama").taps("Tugas langsung atasan", "Lewati", "✓ Simpan")
    ratna.says("setuju", "dewi lestari", "1", "Jumlahnya keliru", "ganti")
    assert "Apa yang perlu dilengkapi" in ratna.text
    ratna.says("batal")


def test_on_whatsapp_a_card_asks_for_no_number_that_is_not_shown(dewi: Chat) -> None:
    dewi.says("catat melayani akta").taps("Tugas langsung atasan", "Lewati")
    for said in ("-3", "10", "3", "1", "2"):
        dewi.says(said)
        assert dewi.text.startswith("Mohon ketuk salah satu tombol, atau ketik tulisannya.")
        assert "sampai" not in dewi.text
        assert "Contoh" not in dewi.text
        assert dewi.labels == ["✓ Simpan", "Ubah", "Batal"]
    dewi.taps("Ubah").says("10")
    assert dewi.text.startswith("Mohon ketuk salah satu tombol")
    dewi.says("batal")


def test_on_telegram_a_card_shows_all_its_choices(store: Store, staff: Staff) -> None:
    chat = at_home(Chat(store, f"{next(NEXT)}", NOW, channel="telegram"), staff.employee_id)
    chat.says("catat melayani akta").taps("Tugas langsung atasan", "Lewati")
    assert {"✓ Simpan", "Ubah jumlah", "Batal"} <= {*chat.labels}


def test_a_superior_is_doubted_only_once_the_card_was_confirmed(dewi: Chat) -> None:
    dewi.says("atasan").taps("Belum tahu / lainnya")
    assert "Ratna Dewi" in dewi.text
    assert dewi.labels == ["✓ Kirim", "Ubah", "Batal"]
    dewi.taps("Ubah")
    assert "Siapa atasan Anda yang benar?" in dewi.text
    dewi.says("belum tahu").taps("Batal")
    assert "atasan yang tercatat tetap seperti semula" in dewi.text
    dewi.says("atasan").taps("Belum tahu / lainnya", "✓ Kirim")
    assert "Menurut Anda: belum tahu" in dewi.text


# -- about the office ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    ["Pungli!", "aduan", "keluhan", "mau lapor pungli di loket 2", "saran", "komplain"],
)
def test_who_complains_is_told_the_states_channel(stranger: Chat, said: str) -> None:
    stranger.says("info").taps("Pengaduan dan saran")
    assert "lapor.go.id" in stranger.text
    assert "1708" in stranger.text
    assert "inspektorat" in stranger.text
    assert "Saber" not in stranger.text
    assert "Nilai layanan" in stranger.labels
    stranger.says(said)
    begun = "Apa yang terjadi?" in stranger.text or "Ini termasuk yang mana?" in stranger.text
    assert begun, stranger.text


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("jam buka", "Jam buka"),
        ("buka jam berapa ya?", "Jam buka"),
        ("syarat", "Syarat"),
        ("halo saya mau tanya syarat KTP", "Syarat"),
        ("alamat", "Alamat dan kontak"),
        ("biaya", "Biaya"),
        ("Berapa biaya akta kelahiran?", "Biaya"),
    ],
)
def test_who_asks_about_the_office_is_answered(stranger: Chat, said: str, topic: str) -> None:
    stranger.says(said)
    assert f"<b>{topic}</b>: kantor belum menuliskannya di sini" in stranger.text


def test_the_offices_own_lines_are_told_those_of_a_unit_by_a_tap(
    stranger: Chat, ratna: Chat, store: Store, office: Office
) -> None:
    whole = {"": {"unit": "", "words": "Senin-Jumat 08.00-15.00"}}
    unit = {str(office.unit_id): {"unit": "Disdukcapil", "words": "Senin-Sabtu"}}
    today = NOW.date()
    settings.put(store, Version("line-hours", whole | unit, today, NOW), day=today)
    stranger.says("jam buka")
    assert "<b>Jam buka</b>: Senin-Jumat 08.00-15.00" in stranger.text
    stranger.taps("Disdukcapil")
    assert "<b>Jam buka</b> (Disdukcapil): Senin-Sabtu" in stranger.text
    stranger.says("info")
    assert "Senin-Jumat" in stranger.text
    assert "lapor.go.id" in stranger.text
    ratna.says("jam kerja")
    assert "(Disdukcapil): Senin-Sabtu" in ratna.text


def test_a_sentence_of_staff_about_complaints_is_work(dewi: Chat) -> None:
    dewi.says("menindaklanjuti aduan warga")
    assert "Kami catat: “menindaklanjuti aduan warga”" in dewi.text
    dewi.says("batal", "aduan")
    assert "lapor.go.id" in dewi.text
    assert "Apa yang terjadi?" in dewi.text


def test_a_topic_that_is_on_the_screen_is_its_answer(stranger: Chat, office: Office) -> None:
    stranger.says(f"nilai {office.counters[2].code}", "2", "lewati", "biaya")
    assert "Ada pesan?" in stranger.text


# -- help ---------------------------------------------------------------------------------


NOT_TYPED = {"bukti", "tentang", "sapa", "bantuan", "penilaian", "kembalikan"}
"""Opened by a button of a receipt, a list or a page: their names alone lead to what is offered."""


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("who", ["stranger", "dewi", "ratna"])
def test_help_names_every_command_of_ones_own_and_has_buttons(
    who: str, language: str, request: pytest.FixtureRequest
) -> None:
    chat = request.getfixturevalue(who)
    met = addresses.meet(chat.store, chat.channel, chat.sender)
    addresses.change(chat.store, met.address.id, language=language)
    chat.says("bantuan")
    person = addresses.person_at(chat.store, addresses.by_id(chat.store, met.address.id), NOW)
    named = {folded(words) for words in re.findall(r"<b>(.*?)</b>", chat.text)}
    for name, one in CONVERSATIONS.items():
        words = catalogue().plain(language, Text(f"open-{name}")).split("|")
        if one.manifest.serves in audiences(person) and name not in NOT_TYPED:
            joined = name == "daftar" and person.id is not None
            assert joined or {folded(word) for word in words} & named, name
    assert len(chat.labels) > 2
    assert len(chat.letters) == 1


# -- giving up ----------------------------------------------------------------------------


@pytest.fixture
def hani(store: Store, office: Office) -> Chat:
    """The personnel officer of the whole office."""
    number = people.add(store, "Hani Wijaya")
    people.give_duty(store, number, unit_id=office.unit_id, duty="hr", valid_from=SINCE)
    return at_home(Chat(store, f"62{next(NEXT)}", NOW), number)


@pytest.mark.parametrize("channel", ["whatsapp", "telegram"])
def test_a_number_that_the_channel_puts_before_long_names_chooses_its_row(
    hani: Chat, office: Office, channel: str
) -> None:
    known = addresses.meet(hani.store, hani.channel, hani.sender).address.person_id
    hani = at_home(Chat(hani.store, hani.sender, NOW, channel), known or 0)
    long = "Pelayanan Administrasi Kependudukan dan Pencatatan Sipil Ruang"
    for number in range(1, 5):
        made = services.add_counter(hani.store, office.unit_id, f"{long} {number} lantai dua")
        services.offer(hani.store, made, office.counters[0].services[0].id)
    hani.says("poster")
    shown = fitted(hani.labels, CHANNELS[channel].widest)
    assert shown[6].startswith("7. ")
    counter = hani.labels[6]
    assert "lantai dua" in counter
    assert f"<b>{counter}</b>" in hani.says("7").text
    hani.says("poster", "99")
    assert "(1 sampai 9)" in hani.text


def test_a_sentence_that_names_what_is_wrong_is_asked_back(dewi: Chat) -> None:
    dewi.says("koreksi data").says("Unit kerja saya salah, harusnya Bidang Arsip")
    assert "Maksud Anda yang ini?" in dewi.text
    dewi.taps("Unit kerja")
    assert "Pakai: “Unit kerja saya salah…”" in dewi.labels, "what was said already is offered"


@pytest.mark.parametrize(
    ("who", "said", "tapped", "stays"),
    [
        ("dewi", "cuti", "Tanggal lain", "yang sudah tercatat tetap berlaku"),
        ("dewi", "bahasa", "", "Bahasanya tetap seperti semula"),
        ("dewi", "koreksi data", "Nama", "data Anda tetap seperti semula"),
        ("dewi", "hapus", "Minta hapus lainnya", "Tidak ada yang diminta dihapus"),
        ("stranger", "daftar", "", "Obrolan ini belum terhubung"),
        ("stranger", "survei CODE", "Sesuai", "penilaian Anda yang sudah tercatat tetap berlaku"),
        ("hani", "impor", "", "Tidak ada yang dimasukkan"),
        ("hani", "pegawai", "", "Data pegawai tetap seperti semula"),
    ],
)
def test_who_gives_up_is_told_what_stays(
    who: str,
    said: str,
    tapped: str,
    stays: str,
    office: Office,
    request: pytest.FixtureRequest,
) -> None:
    chat = request.getfixturevalue(who)
    chat.says(said.replace("CODE", office.counters[0].code))
    if tapped:
        chat.taps(tapped)
    chat.says("batal")
    assert stays in chat.text


def test_an_officer_sets_the_line_of_a_unit_in_chat(hani: Chat, office: Office) -> None:
    hani.says("pengaturan").taps("Alamat dan kontak", "Ubah", "Disdukcapil Kabupaten Contoh")
    hani.says("Jalan Merdeka 1")
    assert "Disdukcapil Kabupaten Contoh: Jalan Merdeka 1" in hani.text
    assert hani.labels[1:] == ["Ubah", "Batal"]
    hani.says("batal")
    assert "Pengaturannya tetap seperti semula" in hani.text


@pytest.mark.parametrize("said", ["english", "English please", "inggris", "bahasa inggris"])
def test_who_names_a_language_chooses_it(stranger: Chat, said: str) -> None:
    stranger.says(said)
    assert stranger.labels == ["Bahasa Indonesia", "English"]
    assert "we speak English" in stranger.taps("English").text
