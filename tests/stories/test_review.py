"""Tinjauan: low ratings open a review, which ends with a change, and who asked hears of it once."""

from __future__ import annotations

from datetime import date

from models.ratings import DAILY, Rating
from tests.actors import Actor, World

BEFORE = date(2026, 11, 20)


def answered(world: World, day: date, count: int, value: int) -> list[Rating]:
    """So many who rated how long it took at the first counter."""
    where = world.office.counters[0]
    return [
        Rating(
            counter_id=where.id,
            service_id=where.services[0].id,
            day=day,
            instrument=DAILY,
            answers={"overall": 3, "waktu": value},
            cause="waktu.antrean" if value <= 2 else None,
        )
        for _ in range(count)
    ]


async def test_a_review_ends_with_a_change_of_which_who_asked_hears_once(
    citizen: Actor, head: Actor, world: World
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("😊 Sangat baik")
    await citizen.taps("Lewati", "Lewati")
    await citizen.says("kabari")
    assert citizen.reads("Anda kami kabari satu kali. Tentang apa?")
    await citizen.taps("Lama waktu")
    assert citizen.reads("obrolan ini dalam segel")
    await citizen.says("dataku")
    assert citizen.reads("Waktu penyelesaian di Loket 1, Disdukcapil Kabupaten Contoh (11/2026)")
    await head.says("tinjauan")
    assert head.reads("Tidak ada tinjauan cara kerja di unit Anda")
    await world.rated(answered(world, BEFORE, 34, 2))
    await world.closes()
    await world.waits(hours=2)
    await world.tilik.review()
    await world.waits(seconds=1)
    assert head.reads("Tinjauan cara kerja dibuka: Waktu penyelesaian di Loket 1")
    await head.taps("Buka tinjauannya")
    assert head.reads("34 dari 34 jawaban bernilai rendah")
    assert head.reads("34 kali")
    await head.taps("Isi rencana")
    await head.taps(head.buttons[0])
    await head.says("Tambah satu petugas antrean")
    await head.taps("Ratna Dewi")
    await head.says("30/11/2026")
    assert head.reads("Tercatat. Kami ingatkan sebelum Senin, 30 November 2026")
    await world.rated(answered(world, date(2026, 11, 24), 30, 4))
    await world.closes()
    await head.taps("Buka tinjauannya")
    await head.taps("Sudah berubah")
    await head.says("Kini ada dua petugas di antrean.")
    await head.taps("Lewati")
    assert head.reads("Warga yang minta dikabari sudah kami kabari")
    await world.waits(seconds=1)
    assert citizen.reads("Anda minta dikabari tentang Waktu penyelesaian")
    assert citizen.reads("Kini ada dua petugas di antrean.")
    assert citizen.reads("rata-rata 2,00 dari 4 (34 jawaban)")
    assert citizen.reads("rata-rata 4,00 dari 4 (30 jawaban)")
    assert citizen.buttons == []
    await citizen.says("dataku")
    assert not citizen.reads("minta dikabari")
