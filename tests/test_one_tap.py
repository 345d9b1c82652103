"""What a superior says with one tap: why an entry goes back, thanks, another predikat."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.channel import Tapped
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town
from models.evaluations import Evaluation
from models.letters import File
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.schema import letters
from models.store.work import entries, evaluations
from models.work import Entry
from tests.chatting import Chat

QUARTER = Quarter.of(TODAY).previous


def chat(store: Store, who: str) -> Chat:
    return Chat(store, SENDERS[who], NOW)  # type: ignore[index]


def opened(chat: Chat, tap: str) -> Chat:
    chat.does(Tapped(f"o.{tap}"))
    return chat


def told(store: Store, whose: int) -> str:
    """The last that was written to them."""
    here = select(letters.c.sheet).where(
        letters.c.address_id.in_(one.id for one in addresses.of_person(store, whose))
    )
    return str(store.execute(here.order_by(letters.c.id.desc())).scalars().first())


def test_each_usual_reason_gives_an_entry_back(town: tuple[Store, Town]) -> None:
    store, places = town
    ratna = chat(store, "superior")
    bare = [one.id for one in entries.waiting(store, [places.employee]) if not one.evidence][:3]
    assert len(bare) == 3
    reasons = ("Buktinya belum ada", "Jumlah belum sesuai", "Uraian kurang jelas")
    shown = zip((*bare, places.proof), (*reasons, "Buktinya belum dapat dibuka"), strict=True)
    for entry, reason in shown:
        opened(ratna, f"kembalikan.{entry}").taps(reason)
        assert "Dikembalikan" in ratna.text
        given = entries.entry(store, entry)
        assert given is not None
        assert (given.state, given.reason) == ("returned", reason)
        assert reason in told(store, places.employee)


def test_the_words_of_the_button_that_changes_a_card_are_that_button(
    town: tuple[Store, Town],
) -> None:
    store, places = town
    ratna = opened(chat(store, "superior"), f"kembalikan.{places.waiting}")
    asked = ratna.text
    ratna.says("Tolong foto ulang, hurufnya belum terbaca")
    assert ratna.labels == ["✓ Kirim", "Ubah", "Batal"]
    assert ratna.says("ubah").text.startswith(asked)
    dewi = chat(store, "employee").says("triwulan")
    assert dewi.labels[1:] == ["Ubah", "Batal"]
    assert len(dewi.says("Ubah").labels) > 3


def test_each_usual_thanks_arrives_in_its_words(town: tuple[Store, Town]) -> None:
    store, places = town
    ratna = opened(chat(store, "superior"), f"apresiasi.{places.employee}")
    for words in ratna.labels[:3]:
        opened(ratna, f"apresiasi.{places.employee}").taps(words)
        assert "sudah" in ratna.text
        assert words in told(store, places.employee)


def test_each_predikat_can_be_chosen_in_place_of_the_proposed_one(
    town: tuple[Store, Town],
) -> None:
    store, places = town
    evaluations.put(store, Evaluation(places.employee, QUARTER, (), "sesuai", "sesuai", TODAY))
    ratna = opened(chat(store, "superior"), f"penilaian.{places.employee}@{QUARTER.key}")
    ratna.taps("Sesuai ekspektasi", "Sesuai ekspektasi").says("Teliti dan tepat waktu")
    assert "Usulan predikat: Baik" in ratna.text
    for predikat in ("Butuh Perbaikan", "Kurang/Misconduct", "Sangat Kurang"):
        ratna.taps("Ubah", "Pilih predikat lain", predikat).says(f"Sebab {predikat}")
        assert f"Predikat pilihan Anda: {predikat} (usulan: Baik)" in ratna.text
    ratna.taps("Konfirmasi")
    kept = evaluations.appraisal(store, places.employee, QUARTER)
    assert kept is not None
    assert (kept.predikat, kept.reason[-19:]) == ("sangat-kurang", "Sebab Sangat Kurang")


def test_whoever_fell_short_says_so_and_sends_it(town: tuple[Store, Town]) -> None:
    dewi = opened(chat(town[0], "employee"), f"triwulan.{QUARTER.key}")
    dewi.taps("Semua sudah sesuai", "Lewati", "Lewati", "Selesai")
    dewi.taps("Di bawah ekspektasi", "Sesuai ekspektasi", "Kirim")
    sent = evaluations.evaluation(town[0], town[1].employee, QUARTER)
    assert sent is not None
    assert (sent.result, sent.conduct) == ("bawah", "sesuai")


def test_a_voice_note_is_evidence_by_its_name(town: tuple[Store, Town]) -> None:
    store, places = town
    day = TODAY - timedelta(days=1)
    proof = (File("voice", "77"), File("photo", "78"))
    spoke = Entry(0, "", places.employee, day, day, "Rapat", evidence=proof, sent_at=NOW)
    ratna = opened(chat(store, "superior"), f"setuju.e{entries.add(store, spoke).id}")
    assert [one for one in ratna.labels if "Bukti" in one] == ["Bukti 1: suara", "Bukti 2: foto"]


def test_who_has_logged_is_reminded_of_the_evaluation_alone(town: tuple[Store, Town]) -> None:
    store, places = town
    day = TODAY - timedelta(days=1)
    ratna = opened(chat(store, "superior"), f"tim.ingatkan.{day}.{places.employee}")
    assert "Dewi Lestari" in ratna.text
    assert "nudge-evaluation" in told(store, places.employee)
