"""Impor: the personnel office sends a table to Tilik, sees what it would change, and agrees."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import xlsxwriter

from models.store import Store
from models.store.people import people, posts
from tests.actors import Actor, World
from tests.chapters import chapter
from tests.office import Staff
from tests.stories.test_privacy import documents
from tests.stories.test_superior_doubted import officer_of, passes

HEADER = ("NIP", "Nama", "Unit Kerja", "Jabatan", "NIP Atasan", "Peran")
UNIT = "Disdukcapil Kabupaten Contoh"
DEWI, JOKO, RATNA = "199001012015032001", "198805172012061002", "197503122000032001"
WULAN = "199503022020122001"
MONDAY = date(2026, 11, 23)
NEW = (WULAN, "Wulan Sari", UNIT, "Arsiparis", RATNA, "pegawai")
PROMOTED = (DEWI, "Dewi Lestari", UNIT, "Pengadministrasi", RATNA, "pegawai")


def workbook(*rows: tuple[str, ...]) -> bytes:
    """A file as a spreadsheet saves it."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((HEADER, *rows)):
            sheet.write_row(number, 0, row)
    return kept.getvalue()


@chapter
async def officer(world: World, staff: Staff) -> Actor:
    """Hani Wijaya, of the personnel office."""
    return await officer_of(world, 5001, "Hani Wijaya", unit_id=world.office.unit_id)


async def sends(officer: Actor, content: bytes, name: str = "pegawai.xlsx") -> None:
    """Send a file, and give Tilik the few seconds that it takes."""
    await officer.sends("document", content, name)
    await passes(officer.world)


async def title_of(world: World, nip: str) -> str | None:
    def read(store: Store) -> str | None:
        known = people.by_nip(store).get(nip)
        post = posts.post_of(store, known[0], MONDAY) if known else None
        return post.title if post else None

    return await world.run(read)


async def test_a_table_is_shown_first_and_taken_in_by_a_tap(
    officer: Actor, world: World, staff: Staff
) -> None:
    await officer.says("impor")
    await officer.taps("Tabel kosong")
    await officer.taps("Pegawai")
    assert officer.has_read("Harus diisi: NIP, nama, unit, jabatan.")
    name, table = documents(officer)[-1]
    assert name == "tabel-pegawai.xlsx"
    assert table.startswith(b"PK")
    await officer.says("pegawai")
    await sends(officer, workbook(NEW, PROMOTED))
    assert officer.has_read("Berkas pegawai.xlsx (Pegawai)")
    assert officer.has_read("1 baru, 1 berubah, 0 berakhir, 0 tetap")
    assert officer.has_read("Petugas Loket → Pengadministrasi")
    assert await title_of(world, WULAN) is None, "nothing is changed yet"
    tap = officer.button("Masukkan")
    await officer.taps("Masukkan")
    await passes(world)
    assert officer.has_read("Berkas pegawai.xlsx sudah dimasukkan.")
    assert await title_of(world, WULAN) == "Arsiparis"
    assert await title_of(world, DEWI) == "Pengadministrasi"
    assert officer.has_read("1 pegawai di unit Anda belum bergabung dan belum punya kode")
    said = officer.bubbles
    await officer.presses(*tap)
    await passes(world)
    assert officer.has_read("sudah dimasukkan")
    assert officer.bubbles <= said + 1, "a late tap takes nothing in again"
    await officer.taps("Beri kode")
    assert officer.reads("Belum bergabung: 1 orang di 1 unit")
    await officer.taps("Lembar kode baru (1)")
    assert officer.has_read("1 lembar kode pendaftaran")
    name, sheet = documents(officer)[-1]
    assert (name, sheet[:4]) == ("kode-pendaftaran.pdf", b"%PDF")
    await officer.opens("bergabung", UNIT, "Wulan Sari")
    assert officer.reads("Kode pendaftaran untuk Wulan Sari")
    assert officer.sees_a_picture, "the slip, to be scanned from this screen"


async def test_what_concerns_superiors_needs_a_second_person(
    officer: Actor, world: World, staff: Staff
) -> None:
    moved = (DEWI, "Dewi Lestari", UNIT, "Petugas Loket", JOKO, "pegawai")
    await officer.says("impor")
    await sends(officer, workbook(moved))
    assert officer.has_read("orang kedua perlu ikut menyetujui")
    await officer.taps("Masukkan")
    assert officer.reads("menunggu persetujuan orang kedua")
    assert officer.reads("Belum ada yang dapat menyetujui")
    second = await officer_of(world, 5002, "Umar Said", unit_id=world.office.unit_id)
    await passes(world)
    assert second.has_read("Hani Wijaya mengirim berkas pegawai.xlsx")
    assert second.has_read("Ratna Dewi")
    await second.taps("Setujui")
    await passes(world)
    for one in (officer, second):
        assert one.has_read("Disetujui juga oleh Umar Said")
    superior = await world.run(lambda store: posts.superior_of(store, staff.employee_id, MONDAY))
    assert superior == staff.colleague_id


async def test_a_file_that_is_no_table_says_so(officer: Actor, world: World) -> None:
    await sends(officer, b"\x00\x01", "acak.xlsx")
    assert officer.has_read("tidak dapat dibaca sebagai tabel")
    assert officer.has_read("Tidak ada yang ditulis")


async def test_a_file_that_was_on_its_way_when_tilik_stopped_is_taken_up_again(
    officer: Actor, world: World
) -> None:
    await officer.sends("document", workbook(NEW), "pegawai.xlsx")
    await world.tilik.received.close()
    await world.tilik.files.close()
    await passes(world)
    assert officer.has_read("1 baru")
