"""Kode kunjungan: given with one tap at the end of a service, used once; the rating is verified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.channel import Tapped
from models.services import bare_code, spelt_code
from models.store import schema
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import closes, visit_codes
from models.store.ratings.visit_codes import VisitCode
from tests.counters import NOW, Counters
from tests.played import empty_store

GOOD, POOR = "🙂 Baik", "🙁 Kurang baik"


class Served(Counters):
    """The office, and what is known of codes."""

    def given(self, by: str = "Joko", *taps: str) -> str:
        """Somebody gives a code, as a citizen types it."""
        said = self.chat(by).says("kode").taps(*taps).text
        found = said.split("<b>")[1].split("</b>")[0]
        assert spelt_code(bare_code(found)) == found
        return found

    def kinds(self) -> dict[str, int]:
        """How many ratings of each kind there are."""
        query = select(schema.ratings.c.kind, func.count()).group_by(schema.ratings.c.kind)
        return {kind: int(n) for kind, n in self.store.execute(query)}

    def codes(self) -> int:
        """How many codes work."""
        query = select(func.count()).select_from(schema.visit_codes)
        return int(self.store.execute(query).scalar_one())


@pytest.fixture
def office() -> Iterator[Served]:
    with empty_store() as store:
        yield Served(store)


def test_a_code_is_one_tap_and_makes_one_rating_a_verified_one(office: Served) -> None:
    clerk = office.chat("Joko").says("kode")
    assert clerk.labels == ["Kode berikutnya", "Tampilkan QR", "Mulai melayani"]
    assert "KTP-el, Loket 2, Disdukcapil" in clerk.text
    code = clerk.text.split("<b>")[1].split("</b>")[0]
    citizen = office.chat("Warga").says(f"kunjungan {code}")
    assert "KTP-el" in citizen.text
    assert office.codes() == 1, "who only looks uses nothing up"
    citizen.taps(GOOD)
    assert (office.kinds(), office.codes()) == ({"verified": 1}, 0)
    citizen.says("lewati", "lewati")
    assert "Terverifikasi dengan kode kunjungan" in citizen.text
    citizen.taps("Ubah penilaian", POOR)
    assert office.kinds() == {"verified": 1}, "changing it needs no second code"


def test_a_used_code_a_guessed_one_and_one_that_is_over_are_refused_alike(office: Served) -> None:
    code = office.given()
    office.chat("Warga").says(code).taps(GOOD)
    words = {office.chat(who).says(typed).text for who, typed in (("B", code), ("C", "A2B3 C4D5"))}
    late = office.chat("D")
    late.now = NOW + timedelta(days=5)
    words.add(late.says(office.given()).text)
    assert len(words) == 1
    assert "Kode itu tidak dapat dipakai" in words.pop()
    assert office.kinds() == {"verified": 1}


def test_no_code_reads_as_a_word_also_once_it_is_used(office: Served) -> None:
    where = VisitCode(office.second.id, None, NOW.date())
    codes = visit_codes.made(office.store, where, by=None, today=NOW.date(), count=300)
    assert not [one for one in codes if one.isalpha() or one.isdigit()]


def test_who_guesses_is_locked_out_also_beside_the_door(office: Served) -> None:
    thief = office.chat("Pencoba")
    while "Demi keamanan" not in thief.text:
        thief.says("A2B3 C4D5")
    assert "Demi keamanan" in thief.says(office.given()).text, "a right one is refused by now too"


def test_who_made_a_code_and_who_serves_there_cannot_use_it(office: Served) -> None:
    code = office.given("Joko")
    assert "Anda buat sendiri" in office.chat("Joko").says(code).text
    assert "Anda bertugas di Disdukcapil" in office.chat("Dewi").says(code).text
    assert "Kode kunjungan diberikan loket" in office.chat("Ratna").says("kode").text
    assert office.codes() == 1


def test_an_open_rating_becomes_verified_by_a_code_and_taking_it_back_frees_the_code(
    office: Served,
) -> None:
    citizen = office.chat("Warga").says(office.second.code).taps(GOOD)
    assert office.kinds() == {"open": 1}
    code = office.given()
    citizen.says(code).taps(GOOD)
    assert office.kinds() == {"verified": 1}
    citizen.says("batal")
    assert office.kinds() == {"open": 1}, "what was there before stands again"
    other = office.chat("Warga lain").says(code).taps(GOOD)
    assert office.kinds() == {"open": 1, "verified": 1}
    other.says("batal")
    assert (office.kinds(), office.codes()) == ({"open": 1}, 1)


def test_a_button_for_a_place_that_is_none_gives_no_code(office: Served) -> None:
    clerk = office.chat("Joko")
    clerk.does(Tapped("o.kode.999.1"))
    assert "Untuk layanan mana?" in clerk.text
    assert office.codes() == 0


def test_a_guessed_code_counts_once_a_form_also_where_the_service_was_rated_before(
    office: Served,
) -> None:
    thief = office.chat("Pencoba").says(office.second.code).taps(GOOD).says("lewati", "lewati")
    for _ in range(people.TRIES):
        thief.does(Tapped(f"o.nilai.{office.second.code}+A2B3C4D5"))
        thief.taps(POOR).says("lewati", "lewati", "lewati")
    assert "Demi keamanan" in thief.says(office.given()).text


def test_of_several_services_the_clerk_or_the_citizen_says_which(office: Served) -> None:
    store, unit = office.store, office.units["Disdukcapil"]
    services.offer(store, office.second.id, services.add_service(store, unit, "Akta"))
    clerk = office.chat("Joko").says("kode")
    assert clerk.labels == ["Loket 2 · KTP-el", "Loket 2 · Akta", "Layanan mana saja"]
    office.chat("A").says(office.given("Joko", "Loket 2 · Akta")).taps(GOOD)
    picks = office.chat("B").says(office.given("Joko", "Layanan mana saja"))
    assert picks.labels[:2] == ["KTP-el", "Akta"]
    picks.taps("KTP-el", GOOD)
    assert office.kinds() == {"verified": 2}


def test_how_many_codes_were_given_is_counted_and_no_row_tells_of_whom(office: Served) -> None:
    for who in ("Joko", "Dewi"):
        office.given(who, *(["Loket 2 · KTP-el"] if who == "Dewi" else []))
    day = NOW.date()
    assert visit_codes.counted(office.store, [office.second.id], day, day) == (2, 0)
    rows = office.store.execute(select(schema.visit_codes)).all()
    assert len({row.maker for row in rows}) == 2, "a hash that only the code leads to"
    assert {row.last_day for row in rows} == {day + timedelta(days=3)}
    visit_codes.forget(office.store, NOW + timedelta(days=5))
    assert office.codes() == 0


def test_a_code_is_shown_as_a_picture_to_who_made_it_alone(office: Served) -> None:
    clerk = office.chat("Joko").says("kode")
    clerk.taps("Tampilkan QR")
    (letter,) = clerk.letters
    assert letter.file is not None
    assert letter.file.file.startswith(f"made:kunjungan.{office.second.id}.")
    code = clerk.text.split(":")[0].removeprefix("Kode ")
    picture = f"o.kode.q{office.second.id}.{bare_code(code)}"
    other = office.chat("Dewi")
    other.does(Tapped(picture))
    assert "tidak dapat ditampilkan lagi" in other.text
    office.chat("Warga").says(code).taps(GOOD)
    clerk.does(Tapped(picture))
    assert "tidak dapat ditampilkan lagi" in clerk.text


def test_verified_ratings_wait_for_release_by_themselves(office: Served) -> None:
    for number in range(5):
        office.chat(f"W{number}").says(office.given()).taps(GOOD).says("lewati", "lewati")
    for number in range(4):
        poor = office.chat(f"T{number}").says(office.second.code).taps(POOR)
        poor.says("lewati", "lewati", "lewati")
    closes.close(office.store, NOW + timedelta(days=1))
    found = office.store.execute(select(schema.tallies.c.kind).distinct()).scalars().all()
    assert found == ["verified"], "four open ones go on waiting"


def test_a_code_that_comes_back_keeps_its_maker_its_services_and_its_last_day(
    office: Served,
) -> None:
    store, unit = office.store, office.units["Disdukcapil"]
    services.offer(store, office.second.id, services.add_service(store, unit, "Akta"))
    code = office.given("Joko", "Layanan mana saja")
    before = store.execute(select(schema.visit_codes)).all()
    citizen = office.chat("Warga").says(code).taps("KTP-el", GOOD)
    assert (office.kinds(), office.codes()) == ({"verified": 1}, 0)
    citizen.says("batal")
    assert store.execute(select(schema.visit_codes)).all() == before
    posts.assign_counter(store, office.numbers["Joko"], [], since=NOW.date())
    assert "Anda buat sendiri" in office.chat("Joko").says(code).text
    later = office.chat("Warga lain")
    later.now = NOW + timedelta(days=2)
    later.says(code).taps("Akta", GOOD)
    assert office.kinds() == {"verified": 1}


def test_a_code_verifies_nothing_but_what_it_was_given_for(office: Served) -> None:
    code = bare_code(office.given())
    joko, top = office.numbers["Joko"], office.units["Kabupaten"]
    posts.assign_counter(office.store, joko, [], since=NOW.date())
    posts.place(office.store, joko, top, "Staf", since=NOW.date())
    own = office.chat("Joko")
    own.does(Tapped(f"o.nilai.{office.second.code}+{code}"))
    assert "Anda buat sendiri" in own.text
    elsewhere = office.chat("Warga")
    elsewhere.does(Tapped(f"o.nilai.{office.first.code}+{code}"))
    elsewhere.taps(GOOD)
    assert (office.kinds(), office.codes()) == ({"open": 1}, 1)
