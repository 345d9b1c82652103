"""A form that is left for another one waits and is named; what giving it up means is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import delete

from bot.channel import Tapped
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town, peopled
from handlers.engine.manifest import Player
from models.evaluations import Appraisal, Evaluation
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.office import services
from models.store.people import doubts, people
from models.store.schema import duties
from models.store.work import evaluations
from tests.chatting import Chat
from tests.played import empty_store

QUARTER = Quarter.of(TODAY).previous
PEOPLE = "Data pegawai tetap seperti semula."
DAYS_OFF = "Hari libur dan jam kerja tetap seperti semula."
SETTINGS = "Pengaturannya tetap seperti semula."
FORMS = [
    # who, the button that begins it, the first answer, how it is called, what giving it up means
    ("superior", "apresiasi.{employee}", (), "ucapan terima kasih", "Ucapan itu tidak dikirim."),
    ("superior", "kembalikan.{waiting}", (), "pengembalian catatan", "keadaannya tetap."),
    ("superior", "penilaian.{employee}@{quarter}", ("Sesuai ekspektasi",),
     "penilaian pegawai", "yang sudah dikonfirmasi tetap berlaku."),
    ("head", "luruskan.1", (), "pelurusan data atasan", "permintaannya masih menunggu."),
    ("head", "permintaan.1.n", (), "permintaan pegawai", "belum dijawab dan masih menunggu."),
    ("head", "libur.t", ("Kabupaten", "1 Februari"), "hari libur", DAYS_OFF),
    ("head", "libur.m", ("Kabupaten",), "hari libur", DAYS_OFF),
    ("head", "pegawai.+", ("199503022020122009",), "data pegawai", PEOPLE),
    ("head", "pegawai.u{employee}", ("Nama",), "data pegawai", PEOPLE),
    ("head", "pegawai.c{employee}", ("Cuti", "20 Januari"), "data pegawai", PEOPLE),
    ("head", "pegawai.e{employee}", ("31 Januari",), "data pegawai", PEOPLE),
    ("head", "pegawai.a{employee}", (), "data pegawai", PEOPLE),
    ("head", "pengaturan.numbering/ubah", ("1",), "perubahan pengaturan", SETTINGS),
    ("head", "pengaturan.line-hours/ubah", ("Dinas Sosial",), "perubahan pengaturan", SETTINGS),
    ("employee", "hapus.minta", (), "penghapusan data", "Tidak ada yang diminta dihapus."),
    ("employee", "tanggapan.{quarter}", (), "tanggapan Anda", "Tanggapan itu tidak dikirim."),
    ("employee", "triwulan.{quarter}", ("Semua sudah sesuai",),
     "evaluasi diri triwulanan", "evaluasi yang sudah Anda kirim tetap berlaku."),
]


@pytest.fixture(scope="module")
def town() -> Iterator[tuple[Store, Town]]:
    """The sample office, in which something waits for everybody."""
    with empty_store() as store:
        places = peopled(store, "id")
        dewi = Chat(store, SENDERS["employee"], NOW).says("koreksi").taps("Nama")
        dewi.says("Dewi Lestari, S.E.")
        head = addresses.meet(store, "whatsapp", SENDERS["head"]).address.person_id or 0
        doubts.say(store, places.employee, superior_id=head, proposed_id=None, day=TODAY)
        yield store, places


@pytest.fixture
def here(town: tuple[Store, Town]) -> Iterator[tuple[Store, Town]]:
    """All that is done there is undone."""
    before = town[0].begin_nested()
    yield town
    before.rollback()


def begun(here: tuple[Store, Town], who: Player, tap: str, answers: tuple[str, ...]) -> Chat:
    """Somebody's chat with the form open: of the first answers labels are tapped, others typed."""
    store, places = here
    chat = Chat(store, SENDERS[who], NOW)
    chat.does(Tapped(f"o.{places.spelled(tap)}"))
    for answer in answers:
        chat.taps(answer) if answer in chat.labels else chat.says(answer)
    return chat


def judged(store: Store, places: Town, tap: str) -> None:
    """The quarter is evaluated by who is to be rated, and rated where that is to be answered."""
    whose = places.employee
    if tap.startswith(("penilaian", "tanggapan")):
        evaluations.put(store, Evaluation(whose, QUARTER, (), "sesuai", "sesuai", TODAY))
    if tap.startswith("tanggapan"):
        head = addresses.meet(store, "whatsapp", SENDERS["head"]).address.person_id or 0
        good = Appraisal(whose, QUARTER, head, "sesuai", "sesuai", "Teliti", "baik", TODAY)
        evaluations.rate(store, good)


@pytest.mark.parametrize(("who", "tap", "answers", "title", "means"), FORMS)
def test_a_form_that_is_left_waits_and_is_named_until_it_is_given_up(
    here: tuple[Store, Town],
    who: Player,
    tap: str,
    answers: tuple[str, ...],
    title: str,
    means: str,
) -> None:
    judged(*here, tap)
    chat = begun(here, who, tap, answers)
    asked = chat.text
    chat.says("bahasa").taps("Bahasa Indonesia")
    assert "Kita lanjutkan" in chat.text, chat.text
    assert chat.text.endswith(asked.splitlines()[-1])
    chat.says("bahasa", "batal")
    assert title in chat.text
    assert means in begun(here, who, tap, answers).says("batal").text


def test_a_question_that_only_leads_on_is_given_up_and_never_waits(
    here: tuple[Store, Town],
) -> None:
    store, places = here
    dewi = Chat(store, SENDERS["employee"], NOW).says("saluran", "batal")
    assert "Salurannya tetap seperti semula" in dewi.text
    telegram = next(label for label in dewi.says("saluran").labels if label.endswith("✓"))
    assert "Baik, mulai sekarang" in dewi.taps(telegram).text
    unit = services.all_counters(store)[0].unit.id
    people.give_duty(store, places.employee, unit_id=unit, duty="auditor", valid_from=TODAY)
    assert "Pencarian ditutup" in dewi.says("jejak", "batal").text
    dewi.says("jejak")
    store.execute(delete(duties).where(duties.c.duty == "auditor"))
    assert "Ditutup juga" not in dewi.says("bahasa", "batal").text, "nor once it is not theirs"
