"""Kode kunjungan on paper: a sheet comes as a file, and a citizen rates with one of its codes."""

from __future__ import annotations

from tests.actors import Actor, World
from tests.office import Staff
from tests.papers import lines
from tests.stories.test_privacy import documents
from tests.stories.test_superior_doubted import officer_of


async def test_a_sheet_is_printed_from_the_chat_and_a_code_of_it_verifies(
    world: World, staff: Staff, citizen: Actor
) -> None:
    officer = await officer_of(world, 5001, "Hani Wijaya", unit_id=world.office.unit_id)
    await officer.says("poster")
    await officer.says("loket 3")
    await officer.taps("Cetak kode kunjungan")
    assert officer.has_read("40 kode kunjungan")
    name, sheet = documents(officer)[-1]
    assert name == "kode-kunjungan.pdf"
    shown = lines(sheet)
    assert shown[0] == "Loket 3"
    code = next(line for line in shown if len(line) == 9 and line[4] == " " and line.isupper())
    await citizen.says(code)
    await citizen.taps("🙂 Baik")
    for _ in range(2):
        await citizen.says("lewati")
    assert citizen.reads("Terverifikasi dengan kode kunjungan")
