"""Who begins here, and what is otherwise of who is here: by one officer, or by two."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.engine.conversation import Asking
from handlers.engine.question import NotUnderstood
from models.letters import Letter
from models.people import Person
from models.store.oversight import requests
from models.store.people import people, posts
from tests import test_office_people as told
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import leaves_post
from tests.played import labels, letter, person_of, played, seconded, tap_of, typed, words
from tests.test_office_people import BRANCH, ELSEWHERE, OFFICE, Town, card, colleague, joins

town = told.town
WULAN = "199503022020122001"
TODAY = date(2026, 11, 23)


def post_of(town: Town, name: str) -> tuple[str, str]:
    found = posts.post_of(town.store, town.ids[name], TODAY)
    assert found is not None
    return found.title, found.unit.name


def asks_for(town: Town, name: str, field: str, said: str) -> int:
    """Somebody asks for a correction; gives the number of the request."""
    mine = joins(town, name)
    letter(town.store, mine, "o.koreksi.", field, typed(said), now=NOW)
    return requests.still_open(town.store)[-1].id


def changes(town: Town, name: str, *answers: object) -> Letter:
    tap = tap_of(town.opens(card(town, name)), "Ubah data")
    return town.opens(tap, *answers)


# -- who begins here ------------------------------------------------------------------------------


def test_somebody_is_added_and_their_code_handed_out_at_once(town: Town) -> None:
    asked = town.asks("o.pegawai.")
    assert labels(asked)[-1] == "Tambah pegawai"
    new = (typed(f"{WULAN[:8]} {WULAN[8:]}"), typed("Wulan Sari, S.Kom."), typed("UPT"))
    sure = town.asks("o.pegawai.+", *new, typed("Arsiparis"), typed("Ratna"))
    assert words(sure).splitlines()[:4] == [
        "Wulan Sari, S.Kom.",
        f"NIP {WULAN}",
        "Arsiparis, UPT Barat",
        "Atasan: Ratna Dewi",
    ]
    added = town.opens("o.pegawai.", "+", *new, typed("Arsiparis"), "belum", typed("ya"))
    assert "Wulan Sari, S.Kom. sudah tercatat di UPT Barat" in words(added)
    assert "Kode pendaftaran untuk Wulan Sari, S.Kom." in words(added)
    assert added.file is not None, "the slip to scan"
    number, _ = people.by_nip(town.store)[WULAN]
    town.ids["Wulan"] = number
    assert post_of(town, "Wulan") == ("Arsiparis", BRANCH)
    assert [row[:3] for row in town.trail()] == [
        ("post", town.ids["Hani"], number),
        ("code", town.ids["Hani"], number),
    ]
    assert "Tambah pegawai" in labels(town.opens("o.pegawai.h0"))


def test_the_head_of_the_unit_is_proposed_and_what_is_not_meant_is_not_done(town: Town) -> None:
    lone = (typed("199503022020121001"), typed("Bagus"), str(town.units[OFFICE]), typed("Staf"))
    asked = town.asks("o.pegawai.+", *lone)
    assert labels(asked) == ["Ratna Dewi", "Belum atau lainnya"]
    ratna = str(town.ids["Ratna"])
    assert "Tidak ada yang ditambahkan" in words(town.opens("o.pegawai.+", *lone, ratna, "tidak"))
    town.opens("o.pegawai.+", *lone, ratna, "ya")
    bagus, _ = people.by_nip(town.store)["199503022020121001"]
    assert posts.superior_of(town.store, bagus, TODAY) == town.ids["Ratna"]


def test_a_number_that_is_wrong_or_somebodys_adds_nobody(town: Town) -> None:
    people.add(town.store, "Purna Tugas", nip="198805172012061002")
    for said, hint in ((WULAN[:-1], "nip-"), ("198805172012061002", "pegawai-nip-known")):
        with pytest.raises(NotUnderstood) as no:
            town.asks("o.pegawai.+", typed(said))
        assert no.value.hint.id.startswith(hint)
    for name in ("1234", "Wulan\nSari"):
        with pytest.raises(NotUnderstood):
            town.asks("o.pegawai.+", typed(WULAN), typed(name))


def test_where_one_keeps_one_unit_without_a_head_neither_is_asked(town: Town) -> None:
    lone = town.hires("Lone Ranger", ELSEWHERE)
    elsewhere = town.units[ELSEWHERE]
    people.give_duty(town.store, lone, unit_id=elsewhere, duty="hr", valid_from=told.SINCE)
    theirs = person_of(town.store, lone, NOW)
    new = (typed(WULAN), typed("Wulan"), typed("Staf"), typed("ya"))
    assert "sudah tercatat di Dinas Lain" in words(
        letter(town.store, theirs, "o.pegawai.+", *new, now=NOW)
    )


# -- what is otherwise ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "said", "line"),
    [
        ("name", "Joko Santoso, S.Kom.", "Nama: Joko Santoso → Joko Santoso, S.Kom."),
        ("post", "Kepala Seksi", "Jabatan: Staf → Kepala Seksi"),
        ("unit", OFFICE, f"Unit kerja: {BRANCH} → {OFFICE}"),
    ],
)
def test_name_post_and_unit_are_changed_by_a_card_and_told(
    town: Town, field: str, said: str, line: str
) -> None:
    joins(town, "Joko")
    tap = tap_of(town.opens(card(town, "Joko")), "Ubah data")
    sure = words(town.asks(tap, field, typed(said)))
    before, after = line.partition(": ")[2].split(" → ")
    assert f"dari {before} menjadi {after}, mulai hari ini" in sure
    assert "Tidak ada yang diubah" in words(town.opens(tap, field, typed(said), "tidak"))
    done = words(town.opens(tap, field, typed(said), "ya"))
    assert line in done
    assert "sudah kami beri tahu" in done
    assert "pegawai-change-told" in town.told("Joko")
    now_is = (people.name_of(town.store, town.ids["Joko"]), *post_of(town, "Joko"))
    assert said in now_is
    assert [row[0] for row in town.trail()] == ["name" if field == "name" else "post"]


def test_a_number_waits_for_a_second_person_and_is_told_then(town: Town) -> None:
    joko, second = joins(town, "Joko"), colleague(town)
    waits = changes(town, "Joko", "nip", typed("198805172012061002"), "ya")
    assert "menunggu persetujuan orang kedua" in words(waits).lower()
    assert "NIP: dari 1990***********003 menjadi 1988***********002" in words(waits)
    assert "198805172012061002" not in people.by_nip(town.store)
    open_ones = played(town.store, second, "o.impor.", now=NOW)
    assert isinstance(open_ones, Asking)
    assert labels(open_ones)[0] == "Menunggu: Perubahan NIP, Joko Santoso"
    seconded(town.store, waits, second, now=NOW)
    assert people.by_nip(town.store)["198805172012061002"][0] == joko.id
    assert "pegawai-change-told" in town.told("Joko")
    again = changes(town, "Dewi", "nip", typed("198805172012061003"), "ya")
    people.add(town.store, "Orang Lain", nip="198805172012061003")
    assert "Keadaannya sudah berubah" in words(seconded(town.store, again, second, now=NOW))


def test_what_stands_there_already_and_a_number_of_somebody_else_is_no_change(town: Town) -> None:
    for field, said in (("name", "Joko Santoso"), ("post", "Staf"), ("post", "1/2")):
        with pytest.raises(NotUnderstood):
            changes(town, "Joko", field, typed(said))
    people.add(town.store, "Purna Tugas", nip=WULAN)
    tap = f"o.pegawai.u{town.ids['Joko']}"
    with pytest.raises(told.Refused, match="pegawai-nip-known"):
        town.opens(tap, "nip", typed(WULAN), "ya")


def test_elsewhere_and_by_others_nothing_is_changed(town: Town) -> None:
    assert town.refuses(f"o.pegawai.u{town.ids['Eko']}") == "pegawai-gone"
    for tap in (f"o.pegawai.u{town.ids['Joko']}", "o.pegawai.+"):
        assert town.refuses(tap, as_=joins(town, "Ratna")) == "pegawai-not-yours"


# -- what was asked for ---------------------------------------------------------------------------


def test_a_correction_is_made_where_it_is_read_and_both_are_told(town: Town) -> None:
    number = asks_for(town, "Dewi", "post", "Analis   Kependudukan")
    shown = town.opens(f"o.permintaan.{number}")
    assert labels(shown)[0] == "Perbaiki"
    tap = tap_of(shown, "Perbaiki")
    asked = town.asks(tap)
    assert "Diminta: Analis" in words(asked)
    assert labels(asked) == ["Pakai yang diminta"]
    done = words(town.opens(tap, "pakai", "ya"))
    assert "Jabatan: Staf → Analis Kependudukan" in done
    assert post_of(town, "Dewi") == ("Analis Kependudukan", OFFICE)
    assert "request-answer-amend-done" in town.told("Dewi")
    assert "pegawai-change-told" not in town.told("Dewi"), "one answer, not two"
    assert requests.request(town.store, number).state == "done"  # type: ignore[union-attr]
    assert "sudah dijawab" in words(town.opens(tap)), "a late tap only tells"


def test_the_officer_may_write_it_otherwise_than_it_was_asked_for(town: Town) -> None:
    number = asks_for(town, "Dewi", "unit", "sejak Mei saya di upt barat")
    asked = town.asks(f"o.permintaan.{number}.u")
    assert labels(asked) == [BRANCH]
    town.opens(f"o.permintaan.{number}.u", typed("UPT"), "ya")
    assert post_of(town, "Dewi")[1] == BRANCH
    number = asks_for(town, "Dewi", "nip", "yang benar 19880517 201206 1 002, bukan yang itu")
    assert labels(town.asks(f"o.permintaan.{number}.u")) == ["Pakai yang diminta"]
    number = asks_for(town, "Dewi", "name", "x" * 300)
    assert labels(town.asks(f"o.permintaan.{number}.u")) == [], "too long to be a name"


def test_a_number_that_was_asked_for_is_answered_once_the_second_agrees(town: Town) -> None:
    second = colleague(town)
    number = asks_for(town, "Dewi", "nip", "198805172012061002")
    waits = town.opens(f"o.permintaan.{number}.u", "pakai", "ya")
    assert requests.request(town.store, number).state == "open"  # type: ignore[union-attr]
    seconded(town.store, waits, second, now=NOW)
    assert requests.request(town.store, number).state == "done"  # type: ignore[union-attr]
    assert "request-answer-amend-done" in town.told("Dewi")


def test_leave_and_what_is_no_field_lead_to_where_they_are_put_right(town: Town) -> None:
    number = asks_for(town, "Dewi", "leave", "cuti saya 3 hari")
    asked = town.asks(f"o.permintaan.{number}.u")
    assert asked.question.name == "pegawai-away-which"
    number = asks_for(town, "Dewi", "other", "loket saya salah")
    assert words(town.opens(f"o.permintaan.{number}.u")).startswith("Dewi Lestari")


def test_of_who_works_here_no_more_the_request_stands_as_it_is(town: Town) -> None:
    number = asks_for(town, "Dewi", "name", "Dewi Lestari, M.Kom.")
    leaves_post(town.store, town.ids["Dewi"], since=TODAY)
    above: Person = town.officer
    shown = played(town.store, above, f"o.permintaan.{number}.u", now=NOW)
    assert not isinstance(shown, Asking)
    assert "meminta koreksi data" in words(shown)
