"""Kata warga: who serves at a counter reads what was written of it, answers what is rude or not
true, and the oversight team decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from handlers.oversight.held import reminder
from models.campaigns import Due
from models.store.chat import addresses
from models.store.people import posts
from models.store.ratings.recount import recounted
from tests.chatting import Chat
from tests.counters import DAY, NOW, Counters
from tests.played import empty_store, words
from tests.test_stops import expires

RUDE = "Loketnya jorok dan pelayanannya payah"
SAID = (RUDE, "Antrean panjang", "Ruang tunggu panas", "Kursinya kurang", "Cepat sekali", "Rapi")


class Rebutting(Counters):
    """The office, and how somebody comes to a comment."""

    def answers(self, name: str, about: str = RUDE, kind: str = "Kata-kata ini kasar") -> Chat:
        """Somebody says what is wrong with this comment."""
        return self.looks_for(name, about).taps(kind)

    def looks_for(self, name: str, about: str) -> Chat:
        """Somebody goes through the comments to this one."""
        chat = self.chat(name).says("kata warga")
        if "Loket yang mana?" in chat.text:
            chat.taps("Loket 2, Disdukcapil")
        chat.taps("Kasar / tidak benar?")
        while about not in chat.text:
            chat.taps("Berikutnya")
        return chat


@pytest.fixture
def office() -> Iterator[Rebutting]:
    with empty_store() as store:
        yield Rebutting(store)


def test_who_serves_at_a_counter_reads_what_was_written_of_it_without_day_or_order(
    office: Rebutting,
) -> None:
    office.wrote(office.second.id, *SAID)
    office.wrote(office.first.id, "Papan nama hilang")
    joko = office.chat("Joko").says("kata warga")
    assert all(one in joko.text for one in SAID)
    assert "Papan nama" not in joko.text
    assert "23 November" not in joko.text
    dewi = office.chat("Dewi").says("kata warga")
    assert dewi.labels == ["Loket 1, Disdukcapil", "Loket 2, Disdukcapil"]
    assert "Belum ada 5 tulisan" in dewi.taps("Loket 1, Disdukcapil").text, "one alone tells who"
    assert "Belum ada 5 tulisan" in dewi.taps("‹ Triwulan lalu").text
    assert "Kepala unit membacanya di <b>ringkasan</b>" in office.chat("Awas").says(
        "kata warga"
    ).text


@pytest.mark.parametrize(
    ("decision", "told", "listed"),
    [
        ("Tampilkan + jawaban", "Tetap ditampilkan, bersama jawabannya", True),
        ("Tetap tampilkan", "Tetap ditampilkan. Jawabannya", True),
        ("Tahan", "Tidak ditampilkan lagi", False),
    ],
)
def test_the_oversight_team_decides_and_the_clerk_and_the_head_are_told(
    office: Rebutting, decision: str, told: str, listed: bool
) -> None:
    office.wrote(office.second.id, *SAID)
    before = recounted(office.store)
    joko = office.answers("Joko")
    assert "Anda menyebut: kata-kata ini kasar" in joko.text
    joko.says("Hari itu saluran air mampet, 081234567890").taps("✓ Kirim")
    assert "menunggu tim pengawas" in joko.text
    awas = office.chat("Awas").says("pengaduan")
    assert "1 komentar atau kiriman warga menunggu keputusan Anda" in awas.text
    awas.taps("Komentar ditahan", "Jawaban loket (1)")
    assert RUDE in awas.text
    assert "Hari itu saluran air mampet" in awas.text
    assert "081234567890" not in awas.text
    assert "Joko" not in awas.text
    awas.taps(decision)
    assert "sudah dikabari" in awas.text
    assert "Tidak ada jawaban loket yang menunggu" in awas.taps("Jawaban loket").text
    for who in ("Joko", "Ratna"):
        assert told in office.told(who)
    shown = office.chat("Joko").says("kata warga")
    assert (RUDE in shown.text) is listed
    ratna = office.chat("Ratna").says("ringkasan").taps("Per loket", "Loket 2", "Kata warga")
    assert (RUDE in ratna.text) is listed
    beside = "↳ Jawaban loket: “Hari itu saluran air mampet"
    assert (beside in ratna.text) is (beside in shown.text) is ("+" in decision)
    assert recounted(office.store) == before, "no figure changes"
    if listed:
        one = office.looks_for("Joko", RUDE)
        assert "Sudah dijawab; " in one.text
        assert "Kata-kata ini kasar" not in one.labels


def test_a_comment_is_answered_once_and_by_nobody_of_another_counter(office: Rebutting) -> None:
    office.wrote(office.second.id, *SAID)
    idle = office.answers("Joko", "Antrean panjang")
    expires(idle.says("Kursinya sudah ditambah"))
    assert "kata warga" in idle.text, "which form it was is said"
    slow = office.answers("Joko")
    office.answers("Dewi").says("Tempatnya sudah dibersihkan").taps("✓ Kirim")
    assert "sudah dijawab" in slow.says("Sudah disapu").text
    late = office.chat("Ratna").says("ringkasan").taps("Per loket", "Loket 2", "Kata warga")
    late.taps("Kasar / tidak benar?")
    while RUDE not in late.text:
        late.taps("Berikutnya")
    assert "Sudah dijawab; menunggu tim pengawas" in late.text
    office.answers("Joko", "Antrean panjang", "Ini tidak benar").says("batal")
    awas = office.chat("Awas").says("ditahan").taps("Jawaban loket (1)")
    same = office.chat("Awas").says("ditahan").taps("Jawaban loket (1)")
    awas.taps("Tetap tampilkan")
    assert "sudah diputuskan" in same.taps("Tahan").text
    posts.assign_counter(office.store, office.numbers["Joko"], [office.first.id], since=DAY)
    assert "Belum ada 5 tulisan" in office.chat("Joko").says("kata warga").text


def test_the_team_is_reminded_of_what_waits_too_long(office: Rebutting) -> None:
    office.wrote(office.second.id, *SAID)
    office.answers("Joko").says("Tempatnya sudah dibersihkan").taps("✓ Kirim")
    met = addresses.meet(office.store, "whatsapp", "Awas").address
    for days, waits in ((1, False), (9, True)):
        at = NOW + timedelta(days=days)
        awas = addresses.person_at(office.store, met, at)
        due = Due("held", "held", at.date(), at, at.date())
        letter = reminder(office.store, awas, due, at)
        assert (letter is not None) is waits
    assert letter is not None
    assert "1" in words(letter)
