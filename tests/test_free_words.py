"""Words that a citizen simply writes lead to a card: where, what about, which kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from models.store import Store
from models.store.office import services
from models.store.people import people
from models.store.schema import complaints as rows
from models.store.schema import corrections
from models.triage.corrected import LEAST
from tests.chatting import Chat
from tests.office import Office, Staff, staff_office
from tests.sample import MONDAY as NOW
from tests.test_talk import at_home

pytestmark = pytest.mark.usefixtures("two_units")
NEXT = count(100)


@pytest.fixture(scope="module")
def staff(store: Store, office: Office) -> Staff:
    return staff_office(store, NOW)


@pytest.fixture(scope="module")
def two_units(store: Store, staff: Staff) -> None:
    """A second unit and a third, so that it matters which one is meant."""
    for name, service in (("Puskesmas Contoh", "Poli Umum"), ("Puskesmas Lain", "Poli Gigi")):
        unit = services.add_unit(store, name, zone="Asia/Jakarta")
        there = services.add_service(store, unit.id, service, population=900)
        services.offer(store, services.add_counter(store, unit.id, "Loket 9"), there)


@pytest.fixture
def overseen(sari: Chat, store: Store, staff: Staff) -> None:
    """Joko has joined and is on the oversight team, as long as the citizen is there."""
    unit = services.all_counters(store)[0].unit.id
    day = NOW.date() - timedelta(days=21)
    people.give_duty(store, staff.colleague_id, unit_id=unit, duty="oversight", valid_from=day)
    at_home(Chat(store, f"93{next(NEXT)}", NOW), staff.colleague_id)


@pytest.fixture(params=["whatsapp", "telegram"])
def sari(store: Store, office: Office, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A citizen on either channel; nothing of what they do stays."""
    before = store.begin_nested()
    yield Chat(store, f"93{next(NEXT)}", NOW, channel=request.param)
    before.rollback()


def opened(chat: Chat) -> Chat:
    """The card with all that can be changed on it."""
    return chat.taps("Ubah") if "Ubah" in chat.labels else chat


def test_words_that_were_simply_written_fill_the_card_in_and_one_tap_sends_it(
    sari: Chat, store: Store
) -> None:
    sari.says("saya mau bikin KTP tapi disuruh balik terus")
    assert "Pengaduan" in sari.text
    assert "Disdukcapil Kabupaten Contoh" in sari.text
    assert "Sistem, mekanisme, dan prosedur" in sari.text
    sari.taps("Kirim")
    assert "Nomornya" in sari.text
    filed = store.execute(select(rows.c.kind, rows.c.element)).one()
    assert filed == ("plain", "prosedur")


def test_each_of_it_is_changed_on_the_card(sari: Chat, store: Store) -> None:
    sari.says("saya mau bikin KTP tapi disuruh balik terus")
    opened(sari).taps("Ganti unsurnya", "Lama waktu")
    assert "Waktu penyelesaian" in sari.text
    opened(sari).taps("Bukan di sini", "Puskesmas Lain")
    opened(sari).taps("Ganti jenisnya", "Usul")
    sari.taps("Kirim")
    filed = store.execute(select(rows.c.kind, rows.c.element)).one()
    assert filed == ("wish", "waktu")


def test_the_service_that_the_words_name_stands_on_the_card_and_is_filed(
    sari: Chat, store: Store
) -> None:
    sari.says("gigi saya di poli gigi puskesmas lain salah cabut")
    assert "Poli Gigi, Puskesmas Lain" in sari.text
    sari.taps("Kirim")
    service = store.execute(select(rows.c.service_id)).scalar_one()
    assert services.service_name(store, service) == "Poli Gigi"
    sari.says("status").taps(sari.labels[0])
    assert "Poli Gigi, Puskesmas Lain" in sari.text


def test_what_is_a_guess_is_marked_until_the_citizen_has_chosen(sari: Chat) -> None:
    sari.says("Antrean KTP kacau, nomor dipanggil tidak urut")
    assert "kami duga" in sari.text
    guessed = [label for label in opened(sari).labels if label.endswith("?")]
    assert 1 < len(guessed) <= 4
    while guessed:
        sari.taps(guessed[0])
        guessed = [label for label in opened(sari).labels if label.endswith("?")]
    sari.taps("Ganti jenisnya", "Usul")
    assert "kami duga" not in sari.text, "what the citizen has chosen is no guess"


def test_where_two_may_be_meant_the_few_are_asked_and_another_one(sari: Chat) -> None:
    sari.says("lapor", "wc puskesmas mampet dan bau")
    assert "Di unit yang mana?" in sari.text
    assert {"Puskesmas Contoh", "Puskesmas Lain", "Unit lain"} <= {*sari.labels}
    assert "Disdukcapil Kabupaten Contoh" not in sari.labels
    sari.taps("Unit lain")
    assert "Disdukcapil Kabupaten Contoh" in sari.labels


@pytest.mark.usefixtures("overseen")
def test_what_is_weighty_says_on_the_card_that_the_overseers_alone_read_it(sari: Chat) -> None:
    sari.says("petugas loket ktp minta uang rokok 50 ribu")
    assert "Pengaduan untuk tim pengawas" in sari.text
    assert "tim pengawas saja" in sari.text


def test_what_nobody_may_read_as_weighty_is_told_at_once_with_where_to_go(sari: Chat) -> None:
    sari.says("petugas loket ktp minta uang rokok 50 ribu")
    assert "belum ada pengawas yang dapat menerimanya" in sari.text
    assert "lapor.go.id" in sari.text
    assert "uang rokok 50 ribu" in sari.text
    assert "Kirim" not in sari.labels
    sari.taps("Ganti jenisnya", "Perlu dibenahi")
    assert "uang rokok 50 ribu" in sari.text, "nothing is lost by another kind"


def test_a_question_is_one_on_the_card(sari: Chat) -> None:
    sari.says("akta kelahiran anak kapan bisa diambil ya?")
    assert "Pertanyaan" in sari.text


def test_what_names_no_place_and_nothing_weighty_leads_where_it_led(sari: Chat) -> None:
    sari.says("hari ini hujan deras sekali ya")
    assert "Pengaduan" not in sari.text


def test_a_line_of_who_works_there_stays_a_line_of_their_log(store: Store, staff: Staff) -> None:
    before = store.begin_nested()
    dewi = at_home(Chat(store, f"93{next(NEXT)}", NOW), staff.employee_id)
    dewi.says("melayani perekaman ktp yang antre terus")
    assert "Pengaduan" not in dewi.text
    before.rollback()


def test_what_was_corrected_often_is_proposed_and_no_word_is_kept_that_is_not_ours(
    sari: Chat, store: Store
) -> None:
    for nth in range(LEAST):
        sari.says("saya Zulkarnain bikin KTP disuruh balik terus ke Wonokromo 0812")
        assert "Sistem, mekanisme, dan prosedur" in sari.text, nth
        opened(sari).taps("Ganti unsurnya", "Syarat")
        sari.taps("Kirim")
        assert "Nomornya" in sari.text
    sari.says("saya mau bikin KTP disuruh balik lagi terus")
    assert "Persyaratan" in sari.text
    words = {row.word for row in store.execute(select(corrections))}
    assert {"ktp", "disuruh", "balik", "terus"} <= words
    assert not words & {"sulkarnain", "zulkarnain", "wonokromo", "0812"}
    assert {row.told for row in store.execute(select(corrections))} == {"element:persyaratan"}


def test_what_the_office_moves_is_learned_from_too(
    sari: Chat, store: Store, staff: Staff
) -> None:
    sari.says("saya mau bikin KTP tapi disuruh balik terus").taps("Kirim")
    head = at_home(Chat(store, f"93{next(NEXT)}", NOW), staff.superior_id)
    head.says("pengaduan").taps(head.labels[0], "Jenis lain", "Usul")
    assert ("ktp", "kind:wish") in {row[:2] for row in store.execute(select(corrections))}
    head.says("pengaduan").taps(head.labels[0], "Serahkan", "Unit lain", "Puskesmas Lain")
    told = {row.told for row in store.execute(select(corrections))}
    assert len(told) == 2
    assert any(one.startswith("unit:") for one in told)


@pytest.mark.usefixtures("overseen")
def test_nothing_of_a_weighty_matter_is_counted(sari: Chat, store: Store) -> None:
    sari.says("saya mau bikin KTP tapi disuruh balik terus")
    assert "Yang membaca: kepala unit itu" in sari.text
    opened(sari).taps("Uang atau wewenang")
    assert "Yang membaca: tim pengawas saja, bukan unit itu" in sari.text
    assert "Uang atau wewenang" not in sari.labels
    sari.taps("Kirim")
    assert store.execute(select(corrections)).all() == []
