"""Penilaian tertahan: the oversight team decides on ratings of an hour that is not like others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import Connection, select, update

from handlers.oversight.held import reminder
from handlers.supervisor.brief import invitation
from models.campaigns import Due
from models.people import Colleague, Person
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import closes, quarantines, ratings
from models.store.ratings.recount import recounted
from tests.chatting import Chat
from tests.office import JOINED
from tests.played import empty_store, labels, letter, person_of, tap_of, words
from tests.recorder import RECORDER
from tests.stuffed import FAKED, honest, moved

DAY, SINCE = date(2026, 11, 23), date(2026, 1, 1)
NOW = datetime.fromisoformat("2026-11-24T03:00:00+00:00")


class Office:
    """A unit with a counter, where five hundred have rated in an hour, four at night."""

    def __init__(self, store: Connection) -> None:
        self.store = store
        self.top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        there = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=self.top)
        self.unit = there.id
        self.service = services.add_service(store, self.unit, "KTP-el")
        self.counter = services.add_counter(store, self.unit, "Loket 2")
        services.offer(store, self.counter, self.service)

    def duty(self, name: str, *duties: tuple[str, int], serves: bool = False) -> Person:
        number = people.add(self.store, name)
        posts.place(self.store, number, self.top, "Staf", since=SINCE)
        for duty, unit_id in duties:
            given = {"unit_id": unit_id, "duty": duty, "valid_from": SINCE}
            people.give_duty(self.store, number, **given)
        if serves:
            posts.assign_counter(self.store, number, [self.counter], since=SINCE)
        return person_of(self.store, number, NOW)

    def joins(self, person: Person, channel: str) -> str:
        """The chat in which somebody has joined."""
        people.begins(self.store, person.id or 0, at=JOINED)
        met = addresses.meet(self.store, channel, f"7{person.id}").address
        addresses.change(self.store, met.id, person_id=person.id)
        return f"7{person.id}"

    def rated(self, n: int, hour: int, *, day: date = DAY, reason: str | None = None) -> None:
        one = Rating(self.counter, self.service, day, DAILY, {"overall": 4}, reason=reason)
        for nth in range(n):
            answers = {"overall": 4 - nth % 2}
            ratings.add(self.store, replace(one, answers=answers), hour=hour)

    def closes(self, *, days: int = 0) -> None:
        closes.close(self.store, NOW + timedelta(days=days))
        assert recounted(self.store).differences == ()

    def summary(self, head: Person) -> str:
        return words(letter(self.store, head, f"o.ringkasan.u{self.unit}@2026-Q4", now=NOW))

    def told(self) -> set[str | None]:
        here = schema.ratings.c.reason.is_not(None)
        return set(self.store.execute(select(schema.ratings.c.hold).where(here)).scalars())


@pytest.fixture
def office() -> Iterator[Office]:
    with empty_store() as store:
        office = Office(store)
        office.rated(494, 10)
        office.rated(6, 10, reason="mantap")
        office.rated(4, 23)
        office.rated(40, 14)
        office.closes()
        yield office


def test_the_head_reads_how_many_are_held_and_why_and_no_more(office: Office) -> None:
    head = office.duty("Ratna", ("head", office.unit))
    said = office.summary(head)
    assert "500 penilaian ditahan untuk diperiksa (terlalu banyak dalam satu jam)" in said
    assert "Kurang dari 5 penilaian ditahan untuk diperiksa (pada malam hari)" in said
    assert "(40 penilaian)" in said
    assert office.told() == {"open"}, "no word of what is held is told"


def test_the_team_lets_a_whole_batch_count_without_seeing_what_it_says(office: Office) -> None:
    head = office.duty("Ratna", ("head", office.unit))
    team = office.duty("Awas", ("oversight", office.top))
    inbox = letter(office.store, team, "o.ditahan.", now=NOW)
    page = letter(office.store, team, tap_of(inbox, "Penilaian (2)"), now=NOW)
    assert "Loket 2, Disdukcapil, 23 Nov 2026: 500 penilaian tanpa kode kunjungan" in words(page)
    assert "mantap" not in words(page)
    after = letter(office.store, team, tap_of(page, "Berikutnya"), now=NOW)
    assert "kurang dari 5 penilaian tanpa kode kunjungan, pada malam hari" in words(after)
    sure = letter(office.store, team, tap_of(page, "Hitung"), now=NOW)
    assert "tidak dapat ditarik kembali" in words(sure)
    assert labels(letter(office.store, team, tap_of(sure, "Batal"), now=NOW)) == labels(page)
    done = letter(office.store, team, tap_of(sure, "Ya, hitung"), now=NOW)
    assert "penutupan malam ini" in words(done)
    assert "sudah diputuskan" in words(letter(office.store, team, tap_of(page, "Biarkan"), now=NOW))
    assert "500 penilaian" not in office.summary(head)
    office.closes(days=1)
    assert "(540 penilaian)" in office.summary(head)
    assert office.told() == {"told"}
    trail = office.store.execute(select(schema.trail)).one()
    assert (trail.deed, trail.by_id) == ("quarantine", team.id)
    assert json.loads(trail.what)["state"] == "counted"


@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_on_either_channel_it_is_typed_and_tapped_from_the_first_word_to_the_last(
    office: Office, channel: str
) -> None:
    team, head = (
        Chat(office.store, office.joins(who, channel), NOW, channel)
        for who in (
            office.duty("Awas", ("oversight", office.top)),
            office.duty("Ratna", ("head", office.unit)),
        )
    )
    assert "500 penilaian ditahan" in head.says("ringkasan").text
    assert "500 penilaian tanpa kode" in team.says("ditahan").taps("Penilaian (2)").text
    team.taps("Hitung", "Ya, hitung")
    assert "Dihitung" in team.text
    assert "500 penilaian" not in head.says("ringkasan").text


def test_what_is_left_counts_nowhere_and_may_wait_again(office: Office) -> None:
    head = office.duty("Ratna", ("head", office.unit))
    team = office.duty("Awas", ("oversight", office.unit))
    page = letter(office.store, team, "o.ditahan.q", now=NOW)
    left = letter(office.store, team, tap_of(page, "Biarkan"), now=NOW)
    assert "500 penilaian tidak dihitung atas keputusan tim pengawas" in office.summary(head)
    again = letter(office.store, team, tap_of(left, "Batalkan"), now=NOW)
    assert "kembali menunggu" in words(again)
    assert "500 penilaian ditahan untuk diperiksa" in office.summary(head)
    for _ in range(2):
        page = letter(office.store, team, tap_of(again, "Penilaian tertahan"), now=NOW)
        letter(office.store, team, tap_of(page, "Biarkan"), now=NOW)
    assert "Tidak ada penilaian" in words(letter(office.store, team, "o.ditahan.q", now=NOW))
    office.closes(days=1)
    assert recounted(office.store).held == 504


def test_nights_of_a_unit_are_let_go_together_and_what_was_too_much_alone(office: Office) -> None:
    team = office.duty("Awas", ("oversight", office.top))
    for nth in range(1, 3):
        office.rated(3, 23, day=DAY + timedelta(days=nth))
    office.closes(days=2)
    page = letter(office.store, team, "o.ditahan.q.y", now=NOW)
    assert "500" in words(page)
    assert "Serupa" not in str(labels(page))
    night = letter(office.store, team, "o.ditahan.qh1.y", now=NOW)
    assert "Di Disdukcapil ada 3 kumpulan yang menunggu dengan alasan yang sama" in words(night)
    letter(office.store, team, tap_of(night, "Serupa (3)"), now=NOW + timedelta(days=3))
    assert [one.why for one in quarantines.waiting(office.store, [office.unit])] == ["full"]
    assert len(office.store.execute(select(schema.trail)).all()) == 3
    office.closes(days=4)


def test_nobody_else_decides(office: Office) -> None:
    team = office.duty("Awas", ("oversight", office.top))
    leave = tap_of(letter(office.store, team, "o.ditahan.q", now=NOW), "Biarkan")
    other = services.add_unit(office.store, "Dinas B", zone="Asia/Jakarta").id
    both = ("oversight", office.top), ("head", office.unit)
    for stranger, why in (
        (office.duty("Ratna", ("head", office.unit)), "ditahan-not-yours"),
        (office.duty("Lain", ("oversight", other)), "ditahan-gone"),
        (office.duty("Dua", *both), "ditahan-gone"),
        (office.duty("Joko", ("oversight", office.top), serves=True), "ditahan-gone"),
    ):
        with pytest.raises(Refused) as refused:
            letter(office.store, stranger, leave, now=NOW)
        assert refused.value.why.id == why
    assert len(quarantines.waiting(office.store, [office.unit])) == 2


def test_each_reason_is_told_to_the_team_and_to_the_head(office: Office) -> None:
    """Also in the head's message of the week; who reads English reads it in English."""
    head = office.duty("Ratna", ("head", office.unit))
    team = office.duty("Awas", ("oversight", office.top))
    for why, told in (
        ("burst", "jauh lebih banyak dan lain dari biasanya"),
        ("run", "jawaban yang sama terlalu sering berturut-turut"),
        ("closed", "pada hari tutup"),
    ):
        office.store.execute(update(schema.quarantines).values(why=why))
        assert told in words(letter(office.store, team, "o.ditahan.q", now=NOW))
        assert told in office.summary(head)
    due = Due("summary", "long", date(2026, 11, 30), NOW, date(2026, 11, 30))
    clerk = Colleague(people.add(office.store, "Dewi"), "Dewi")
    said = invitation(office.store, replace(head, team=(clerk,)), due, NOW)
    assert said is not None
    RECORDER.meets(said, "Ratna")
    assert "504 penilaian ditahan untuk diperiksa (pada hari tutup)" in words(said)


def test_the_team_is_reminded_of_what_waits_for_more_than_five_working_days(
    office: Office,
) -> None:
    team, now = office.duty("Awas", ("oversight", office.top)), NOW + timedelta(days=7)
    due = Due("held", "held", now.date(), now, now.date())
    said = reminder(office.store, team, due, now)
    assert said is not None
    assert "2 komentar atau kumpulan penilaian warga sudah menunggu" in words(said)
    assert reminder(office.store, team, due, NOW) is None



# -- simulated: `python -m benchmarks stuffing` in short ---------------------------------------


@pytest.mark.parametrize("honest_before", [40, 400])
@pytest.mark.parametrize("over", ["an hour", "an hour, astride two"])
def test_five_hundred_in_an_hour_move_the_mean_by_a_tenth_at_most(
    honest_before: int, over: str
) -> None:
    for seed, says in enumerate(FAKED):
        found = moved(Random(seed), honest=honest_before, says=says, over=over)
        assert abs(found.by) <= 0.1, says


def test_at_most_one_honest_rating_in_a_hundred_is_held() -> None:
    found = [honest(Random(seed), 20) for seed in range(8)]
    assert sum(one.held.total() for one in found) <= sum(one.n for one in found) / 100
