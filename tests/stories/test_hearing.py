"""Penjelasan: whom a complaint names says their own word, on either channel, before it is answered.
"""

from __future__ import annotations

import pytest

from tests.actors import Actor, World

RUDE = "Pak Joko di loket dua galak sekali waktu saya bertanya"


async def _complained(citizen: Actor, head: Actor) -> None:
    """A citizen has named somebody, and the head has asked that one first."""
    await citizen.says("lapor")
    await citizen.says(RUDE)
    await citizen.taps("Kirim")
    await head.says("pengaduan")
    await head.taps(head.buttons[0])
    assert head.reads("Disebut di sini: Joko Santoso")
    await head.taps("Sudah dibenahi")
    assert head.reads("Dengarkan dulu yang bersangkutan")
    await head.taps("Dengarkan dulu", "Joko Santoso")
    await head.says("Cara menjawab pertanyaan warga")
    await head.taps("✓ Kirim")
    assert head.reads("Tersampaikan kepada Joko Santoso")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Ada konteks", "ada konteksnya"),
        ("Benar", "benar demikian"),
        ("Bukan saya", "bukan dirinya"),
    ],
)
async def test_whom_a_complaint_names_is_heard_and_the_head_reads_both_sides(
    citizen: Actor, head: Actor, colleague: Actor, world: World, answer: str, told: str
) -> None:
    await _complained(citizen, head)
    await world.waits(seconds=1)
    assert colleague.reads("kami ingin mendengar penjelasan Anda")
    assert colleague.reads("Cara menjawab pertanyaan warga")
    assert not colleague.has_read("galak")
    await colleague.taps(answer)
    await colleague.says("Waktu itu mesin antrean sedang mati")
    assert colleague.reads("Penjelasan Anda sampai kepada yang menangani")
    await world.waits(seconds=1)
    await head.taps("Pengaduan ini")
    assert head.reads(RUDE)
    assert head.reads(f"Joko Santoso: {told}")
    assert head.reads("mesin antrean sedang mati")
    await head.taps("Sudah dibenahi")
    await head.says("Cara menjawab sudah kami benahi bersama.")
    await head.taps("Lewati")
    await world.waits(seconds=1)
    assert citizen.reads("sudah kami benahi bersama")
    assert not citizen.has_read("mesin antrean")


async def test_after_three_working_days_of_silence_it_goes_on_and_says_so(
    citizen: Actor, head: Actor, colleague: Actor, world: World
) -> None:
    await _complained(citizen, head)
    await world.waits(days=4)
    await world.tilik.raise_waiting()
    await world.waits(seconds=1)
    assert head.reads("Joko Santoso tidak memberi penjelasan pada waktunya")
    await head.taps("Pengaduan ini", "Sudah dibenahi")
    assert head.reads("Apa yang sudah dilakukan untuk pengaduan")
    await citizen.says("status")
    await citizen.taps(citizen.buttons[0])
    assert citizen.reads("pengaduan Anda tetap berjalan")
    await colleague.says("penjelasan")
    await colleague.taps("Bukan saya")
    await colleague.taps("Lewati")
    assert colleague.reads("Penjelasan Anda sampai kepada yang menangani")
