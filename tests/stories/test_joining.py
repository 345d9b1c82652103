"""Staff join: a code or a link from the office, and then what matters to each of them."""

from __future__ import annotations

from datetime import date

from handlers import CONVERSATIONS
from handlers.anyone.ways import ways
from models.people import Address, Colleague, HeldDuty, Person, Post
from models.services import Unit
from models.store import Store
from models.store.people import people, posts
from tests.actors import Actor, World
from tests.office import Staff
from tests.stories.test_new_chat import officer


def given(officer: Actor) -> str:
    """The code on the screen of who has made it."""
    return officer.screen.split("untuk Dewi Lestari: ")[1][:10]


async def test_an_employee_joins_with_a_code_and_is_told_what_to_do_first(
    world: World, staff: Staff
) -> None:
    dewi = world.actor(3001, "Dewi")
    await dewi.joins(staff.employee_code)
    assert dewi.reads("Selamat datang, Dewi Lestari")
    assert dewi.reads("Petugas Loket di Disdukcapil Kabupaten Contoh")
    assert dewi.reads("Ketik catat")
    assert dewi.buttons == ["Catat pekerjaan", "Nilai saya"]
    await dewi.taps("Nilai saya")
    assert not dewi.reads("belum memahami")


async def test_an_employee_joins_with_a_link(world: World, staff: Staff) -> None:
    dewi = world.actor(3001, "Dewi")
    await dewi.starts(f"daftar-{staff.employee_code}")
    await dewi.understands()
    assert dewi.reads("Selamat datang, Dewi Lestari")


async def test_a_superior_is_told_of_their_team(world: World, staff: Staff) -> None:
    ratna = world.actor(2001, "Ratna")
    await ratna.joins(world.office.head_code)
    assert ratna.reads("Anda atasan dari 2 orang")
    assert ratna.buttons[:3] == ["Catat pekerjaan", "Nilai saya", "Tim saya"]
    assert ratna.buttons[3:] == ["Ringkasan unit", "Belum dinilai", "Pengaduan"]


async def test_a_head_without_a_post_is_offered_the_summary(head: Actor) -> None:
    assert head.reads("Selamat datang, Ratna Dewi")
    assert head.buttons == ["Ringkasan unit", "Belum dinilai", "Pengaduan"]


async def test_a_code_works_once(world: World, employee: Actor, staff: Staff) -> None:
    other = world.actor(3009, "Orang lain")
    await other.joins(staff.employee_code)
    assert other.reads("Kode ini sudah dipakai")
    assert not other.reads("beri tahu"), "nobody is there yet who could be told"
    await other.says("siapa")
    assert not other.reads("Dewi")


async def test_whoever_joins_in_anothers_chat_finds_none_of_their_forms(
    world: World, employee: Actor, staff: Staff
) -> None:
    """A phone is handed on: what lies half written there belongs to who has written it."""
    await employee.says("catat")
    await employee.says("Membela rekan yang sakit")
    await employee.says("cuti")
    await employee.says(f"/daftar {staff.colleague_code}")
    await employee.understands()
    assert employee.reads("Selamat datang, Joko Santoso")
    before = employee.bubbles
    await employee.says("batal")
    assert employee.bubbles == before + 1
    assert employee.reads("Tidak ada")


async def test_a_citizen_who_joins_goes_on_with_their_form(
    world: World, citizen: Actor, staff: Staff
) -> None:
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙁 Kurang baik")
    await citizen.says(f"/daftar {staff.employee_code}")
    await citizen.understands()
    assert citizen.has_read("Selamat datang, Dewi Lestari")
    assert citizen.has_read("Apakah persyaratannya sesuai")


async def test_nobody_learns_whether_a_nip_is_there(citizen: Actor, staff: Staff) -> None:
    told = set()
    for words in ("XXXXXXXXXX", "199001012015032001", "ABCDEFGHJK"):
        await citizen.says(f"daftar {words}")
        told.add(citizen.screen)
    assert len(told) == 1
    assert "Kode itu tidak kami temukan" in told.pop()


async def test_who_holds_a_code_that_works_no_more_reads_what_to_do_and_its_maker_is_told(
    world: World, staff: Staff
) -> None:
    """Never that it was mistyped: what has become of it, and who can give the next one."""
    hani = (await officer(world, "Hani Wijaya", 3021)).phone
    await hani.opens("pegawai", "Dewi Lestari")
    await hani.taps("Beri kode daftar")
    old = given(hani)
    await hani.taps("Kembali ke Dewi Les", "Beri kode daftar")
    newest = given(hani)
    dewi = world.actor(3001, "Dewi")
    await dewi.says(f"daftar {old}")
    assert dewi.reads("sudah diganti atau dibatalkan")
    assert dewi.reads("kode pada lembar Anda yang terbaru")
    assert dewi.reads("sudah kami beri tahu")
    await world.waits(seconds=1)
    assert hani.reads("Kode pendaftaran untuk Dewi Lestari baru saja dipakai")
    told = hani.bubbles
    await world.waits(days=15)
    for _ in range(2):
        await dewi.says(f"daftar {newest}")
        assert dewi.reads("Masa berlaku kode ini habis pada")
        assert dewi.reads("bagian kepegawaian")
    await world.waits(seconds=1)
    assert hani.bubbles == told + 1, "told once of each code"
    await hani.taps("Beri kode daftar")
    await dewi.joins(given(hani))
    assert dewi.reads("Selamat datang, Dewi Lestari")


async def test_five_wrong_codes_in_words_or_links_lock_for_an_hour(
    world: World, citizen: Actor, staff: Staff
) -> None:
    for n in range(5):
        await (citizen.says(f"daftar SALAH{n}") if n % 2 else citizen.starts(f"daftar-SALAH{n}"))
    assert citizen.reads("satu jam lagi")
    await citizen.starts(f"daftar-{staff.employee_code}")
    assert citizen.reads("satu jam lagi")
    await world.waits(minutes=61)
    await citizen.starts(f"daftar-{staff.employee_code}")
    await citizen.understands()
    assert citizen.reads("Selamat datang")


async def test_a_right_code_forgives_the_wrong_ones_before(
    world: World, citizen: Actor, staff: Staff
) -> None:
    for n in range(4):
        await citizen.says(f"daftar SALAH{n}")
    await citizen.joins(staff.employee_code)
    assert citizen.reads("Selamat datang")
    await citizen.says("daftar SALAH")
    assert citizen.reads("Kode itu tidak kami temukan")


# Afterwards


async def test_everybody_is_greeted_with_what_is_theirs(
    employee: Actor, superior: Actor, citizen: Actor
) -> None:
    common = ["Bantuan", "Bahasa / Language"]
    await employee.says("halo")
    assert employee.buttons == ["Catat pekerjaan", "Nilai saya", *common]
    await superior.says("halo")
    of_a_head = ["Tim saya", "Ringkasan unit", "Belum dinilai", "Pengaduan"]
    assert superior.buttons[2:] == [*of_a_head, *common]
    await citizen.says("halo")
    assert citizen.buttons == ["Nilai layanan", "Lapor atau bertanya", "Tentang kantor", *common]


async def test_help_names_the_words_of_ones_own_duty(
    employee: Actor, superior: Actor, citizen: Actor
) -> None:
    await employee.says("bantuan")
    for word in ("catat", "riwayat", "saya", "cuti", "triwulan"):
        assert employee.reads(f"{word} – ")
    assert not employee.reads("setuju")
    await superior.says("bantuan")
    assert superior.reads("tim – ")
    assert superior.reads("setuju – ")
    await citizen.says("bantuan")
    assert not citizen.reads("catat")


async def test_who_am_i_tells_post_unit_and_superior(employee: Actor, superior: Actor) -> None:
    await employee.says("siapa saya")
    assert employee.reads("Dewi Lestari")
    assert employee.reads("Petugas Loket di Disdukcapil Kabupaten Contoh")
    assert employee.reads("Atasan: Ratna Dewi")
    assert not employee.reads("1990")
    await superior.says("siapa saya")
    assert superior.reads("Kepala Dinas di Disdukcapil Kabupaten Contoh")
    assert superior.reads("Atasan belum tercatat")


async def test_the_personnel_office_is_no_head(world: World) -> None:
    def siti(store: Store) -> str:
        number = people.add(store, "Siti")
        since = date(2020, 1, 1)
        people.give_duty(store, number, unit_id=world.office.unit_id, duty="hr", valid_from=since)
        posts.place(store, number, world.office.unit_id, "Analis SDM", since=since)
        return people.invite(store, number, now=world.clock()).code

    actor = world.actor(3003, "Siti")
    await actor.joins(await world.run(siti))
    assert "Ringkasan unit" not in actor.buttons
    await actor.says("siapa")
    assert actor.reads("Admin kepegawaian Disdukcapil Kabupaten Contoh")
    assert not actor.reads("Kepala")


def test_every_button_that_is_offered_opens_a_conversation() -> None:
    unit = Unit(1, "Dinas", "Asia/Jakarta")
    known = Address(1, "telegram", "1", person_id=1)
    ratna = Person(
        known, "Ratna", (HeldDuty("head", 1),), Post(unit, "Kepala"), (Colleague(2, "Dewi"),)
    )
    taps = [b.tap for who in (ratna, Person(known)) for row in ways(who) for b in row]
    assert len(taps) == 9
    assert {tap.split(".")[1] for tap in taps} <= set(CONVERSATIONS)
