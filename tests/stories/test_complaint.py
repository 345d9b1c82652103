"""Lapor: what a citizen says must be put right, and its way to an answer."""

from __future__ import annotations

from collections.abc import Callable

from models.store import Store
from models.store.people import people
from tests.actors import Actor, World
from tests.office import SINCE
from tests.pictures import photo, shown_to


async def test_a_complaint_has_a_number_at_once_and_an_answer_that_the_citizen_judges(
    citizen: Actor, head: Actor, world: World
) -> None:
    await citizen.says("lapor")
    assert citizen.reads("Apa yang terjadi?")
    await citizen.says("Antrean KTP kacau, nomor dipanggil tidak urut")
    assert citizen.reads("Nama dan nomor Anda tidak ikut")
    await citizen.taps("Kirim")
    assert citizen.reads("Nomornya ADU-")
    await head.says("pengaduan")
    await head.taps(head.buttons[0])
    assert head.reads("warga menulis “Antrean KTP kacau, nomor dipanggil tidak urut”")
    await head.taps("Saya tangani")
    assert head.reads("Warganya sudah kami kabari")
    await world.waits(seconds=1)
    assert citizen.reads("sedang dikerjakan")
    await head.taps("Sudah dibenahi")
    await head.says("Nomor antrean sekarang dipanggil mesin.")
    await head.taps("Lewati")
    assert head.reads("Tersampaikan")
    await world.waits(seconds=1)
    assert citizen.reads("Nomor antrean sekarang dipanggil mesin.")
    await citizen.taps("Belum")
    assert citizen.reads("kami buka lagi")
    await world.waits(seconds=1)
    assert head.reads("Warga menjawab belum beres")
    await head.says("pengaduan")
    await head.taps(head.buttons[0], "Sudah dibenahi")
    await head.says("Petugas antrean ditambah.")
    await head.sends("photo", photo("Ratna Dewi"), "Ratna.jpg")
    await world.waits(seconds=1)
    assert citizen.reads("Foto atau dokumennya dapat Anda lihat")
    await citizen.taps("Sudah")
    assert citizen.reads("kami tutup")
    await citizen.says("status")
    await citizen.taps(citizen.buttons[0])
    assert citizen.reads("Anda menjawab sudah")
    assert not citizen.reads("lewat waktunya"), "a no is none of the clock's"
    assert "Ratna" not in citizen.screen
    await citizen.taps("Lihat buktinya")
    assert shown_to(citizen).startswith(b"\xff\xd8\xff")
    assert b"Ratna" not in shown_to(citizen)
    await head.says("pengaduan")
    assert head.reads("Tidak ada pengaduan yang menunggu Anda")


async def test_what_is_a_guess_is_said_and_every_other_is_a_tap_away(citizen: Actor) -> None:
    await citizen.says("lapor")
    await citizen.says("Antrean KTP kacau, nomor dipanggil tidak urut")
    assert citizen.reads("kami duga dari kata-kata Anda. Bila keliru, pilih yang tepat")
    first, *_ = await _others(citizen)
    await citizen.taps(first)
    for about in ("Syarat", "Alur", "Lama waktu", "Biaya", "Hasil", "Kemampuan petugas"):
        await _changes(citizen, "Ganti unsurnya", about)
    for about in ("Sikap petugas", "Pengaduan", "Fasilitas"):
        await _changes(citizen, "Ganti unsurnya", about)
    assert citizen.reads("Sarana dan prasarana")
    for kind in (await _others(citizen))[:1]:
        await citizen.taps(kind)
    for kind in ("Pertanyaan", "Usul", "Perlu dibenahi"):
        await _changes(citizen, "Ganti jenisnya", kind)
    assert not citizen.reads("kami duga"), "what the citizen has chosen is no guess"
    await citizen.taps("Kirim")
    assert citizen.reads("Nomornya ADU-")


async def _others(citizen: Actor) -> list[str]:
    """What a card offers instead of a guess, unfolded where few buttons are shown at once."""
    if "Ubah" in citizen.buttons:
        await citizen.taps("Ubah")
    return [label for label in citizen.buttons if label.endswith("?")]


async def _changes(citizen: Actor, *labels: str) -> None:
    await _others(citizen)
    await citizen.taps(*labels)


async def test_what_is_too_much_is_named_and_what_there_is_room_for_is_kept(
    citizen: Actor, head: Actor, world: World
) -> None:
    await citizen.says("lapor")
    await citizen.says(("Antrean KTP kacau sejak pagi. " * 134)[:4000].strip())
    for number in range(12):
        await citizen.sends("document", b"%PDF-1.7", f"{number}.pdf")
    assert citizen.has_read("paling banyak 10 berkas. Yang lain belum kami simpan")
    await citizen.locates(0.0, 0.0)
    assert citizen.has_read("di luar Indonesia, jadi tidak kami simpan")
    await citizen.taps("Kirim")
    assert citizen.reads("Supaya terbaca, ceritakan juga dengan kata-kata")
    await citizen.says("status")
    await citizen.taps(citizen.buttons[0], "Tambah")
    await citizen.sends("voice", b"\0" * 20_000_001, "sejam.ogg")
    await world.waits(seconds=1)
    assert citizen.has_read("lebih dari 20 MB, jadi tidak kami simpan")
    await citizen.says("Suara saya terlalu panjang")
    said = "what is too large is known at once on Telegram, and once it is fetched on WhatsApp"
    assert citizen.reads("sudah kami simpan bersama jawaban Anda") is world.on_whatsapp, said
    await citizen.taps("Kirim")
    await world.waits(seconds=1)
    await citizen.says("status")
    await citizen.taps(citizen.buttons[0])
    assert citizen.reads("10 foto atau dokumen")
    assert "rekaman suara" not in citizen.screen
    await head.says("pengaduan")
    await head.taps(head.buttons[0])
    assert head.reads("Suara saya terlalu panjang")
    assert head.reads("10 foto atau dokumen menunggu diperiksa")


async def test_a_voice_reaches_the_unit_as_one_line_whatever_the_channel_of_who_hears_it(
    citizen: Actor, head: Actor, world: World
) -> None:
    other = "telegram" if world.on_whatsapp else "whatsapp"
    overseer = world.actor_on(other, 5001, "Bagus")
    await overseer.joins(await world.run(an_overseer(world)))
    await citizen.says("lapor")
    await citizen.sends("voice", b"OggS suara warga", "suara.ogg")
    await citizen.taps("Perlu dibenahi", "Kirim")
    assert citizen.reads("yang menuliskan isinya untuk unit itu")
    await head.says("pengaduan")
    await head.taps(head.buttons[0])
    assert head.reads("ada rekaman suara, menunggu tim pengawas")
    assert not any("kiriman" in label for label in head.buttons)
    await overseer.says("ditahan")
    await overseer.taps("Kiriman warga (1)", "Dengarkan")
    assert shown_to(overseer) == b"OggS suara warga"
    await overseer.taps("Tulis isinya")
    await overseer.says("Loket tutup sebelum jam dua belas.")
    await overseer.taps("✓ Kirim")
    assert overseer.has_read("Unitnya dan warga")
    await world.waits(seconds=1)
    assert citizen.reads("Ini yang dibaca unitnya: “Loket tutup sebelum jam dua belas.”")
    await head.says("pengaduan")
    await head.taps(head.buttons[0])
    assert head.reads("ditulis tim pengawas: “Loket tutup sebelum jam dua belas.”")


def an_overseer(world: World) -> Callable[[Store], str]:
    """Somebody of the oversight team, and their code."""

    def hired(store: Store) -> str:
        number = people.add(store, "Bagus Prakoso", nip="198501012010011777")
        unit = world.office.unit_id
        people.give_duty(store, number, unit_id=unit, duty="oversight", valid_from=SINCE)
        return people.invite(store, number, now=world.clock()).code

    return hired
