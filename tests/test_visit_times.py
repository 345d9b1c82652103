"""Waktu pelayanan: one tap begins a visit, the code at its end ends it; the time of half of them
and how many kept to the promise are shown, and never of one person alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import cycle, islice

import pytest
from sqlalchemy import func, select

from bot.channel import Tapped
from models.scores import NotEnough
from models.store import schema
from models.store.office import services, standards, visits
from models.store.oversight import retention
from models.store.oversight.stamps import Stamp
from models.store.people import posts
from models.store.ratings import closes, visit_codes
from models.store.ratings.visit_codes import VisitCode
from models.visits import Speed, of_several, promised, speed, taken
from tests.chatting import Chat
from tests.counters import NOW, Counters
from tests.office import SINCE
from tests.played import empty_store

AFTER = datetime(2027, 1, 2, 3, tzinfo=NOW.tzinfo)


class Timed(Counters):
    """The office, and what was measured in it."""

    def later(self, chat: Chat, **time: float) -> Chat:
        chat.now += timedelta(**time)
        return chat

    def minutes(self) -> list[tuple[int, date, int, int]]:
        """Counter, day, minutes and how many, of each row."""
        row = schema.visit_minutes.c
        query = select(row.counter_id, row.day, row.minutes, row.count)
        return [tuple(one) for one in self.store.execute(query)]

    def served(
        self, minutes: int, times: int = 1, *, by: Sequence[str] = ("Joko", "Dewi")
    ) -> None:
        """So many visits at the second counter, each so long, timed by these in turn."""
        service = self.second.services[0].id
        visit = visits.RunningVisit(self.second.id, service, NOW)
        here = {"unit_id": self.units["Disdukcapil"], "day": NOW.date(), "minutes": minutes}
        for who in islice(cycle(by), times):
            visits.count(self.store, visit, by=self.numbers[who], **here)

    def promises(self, words: str) -> None:
        stamp = Stamp(by=None, day=SINCE, at=NOW)
        standards.put(self.store, self.second.services[0].id, {"time": words}, stamp=stamp)

    def read(self, *taps: str) -> str:
        """What the head reads of the quarter once it is over."""
        closes.close(self.store, AFTER)
        chat = self.chat("Ratna")
        chat.now = AFTER
        return chat.says("ringkasan").taps("‹ Triwulan lalu", *taps).text


@pytest.fixture
def office() -> Iterator[Timed]:
    with empty_store() as store:
        yield Timed(store)


def test_one_tap_begins_a_visit_and_the_code_at_its_end_ends_it(office: Timed) -> None:
    clerk = office.chat("Joko").says("layani")
    assert "KTP-el, Loket 2, Disdukcapil dimulai pukul 10.00 WIB" in clerk.text
    clerk = office.later(clerk, minutes=11, seconds=20).taps("Selesai: beri kode")
    assert "Kode kunjungan" in clerk.text
    assert "Lamanya 12 menit" in clerk.text
    assert office.minutes() == [(office.second.id, NOW.date(), 12, 1)]
    clerk = office.later(clerk.taps("Mulai melayani"), minutes=3).says("kode")
    assert "Lamanya 3 menit" in clerk.text
    assert "Lamanya" not in clerk.says("kode").text, "nothing runs any more"
    assert len(office.minutes()) == 2


def test_a_second_tap_shows_what_runs_and_it_can_be_let_go(office: Timed) -> None:
    clerk = office.chat("Joko").says("layani")
    again = office.later(clerk, minutes=4).says("layani")
    assert "dimulai pukul 10.00" in again.text
    shown = again.letters
    assert "tidak dicatat" in again.taps("Batal catat waktu").text
    again.letters = shown
    again.taps("Batal catat waktu")
    assert "Tidak ada pelayanan" in again.text, "an old button does nothing"
    assert "Lamanya" not in again.says("kode").text
    assert office.minutes() == []


def test_what_is_left_running_or_tapped_by_mistake_counts_for_nothing(office: Timed) -> None:
    clerk = office.later(office.chat("Joko").says("layani"), days=1)
    assert "Lamanya" not in clerk.says("kode").text
    clerk = office.later(clerk.says("layani"), minutes=241)
    assert "Lamanya" not in clerk.says("kode").text
    clerk = office.later(clerk.says("layani"), seconds=20)
    assert "Lamanya" not in clerk.says("kode").text
    assert office.minutes() == []


def test_of_several_services_the_clerk_says_which_and_the_code_is_for_that_one(
    office: Timed,
) -> None:
    store, unit = office.store, office.units["Disdukcapil"]
    services.offer(store, office.second.id, services.add_service(store, unit, "Akta"))
    clerk = office.chat("Joko").says("layani")
    assert clerk.labels == ["Loket 2 · KTP-el", "Loket 2 · Akta"]
    clerk.taps("Loket 2 · Akta")
    clerk = office.later(clerk, minutes=5).says("kode")
    assert "Akta, Loket 2" in clerk.text
    assert "Lamanya 5 menit" in clerk.text


def test_who_was_moved_away_ends_nothing_there_and_who_serves_nowhere_begins_nothing(
    office: Timed,
) -> None:
    clerk = office.chat("Joko").says("layani")
    posts.assign_counter(office.store, office.numbers["Joko"], [office.first.id], since=NOW.date())
    clerk = office.later(clerk, minutes=5)
    assert "Lamanya" not in clerk.says("kode").text
    assert office.minutes() == []
    assert "diberikan loket seusai pelayanan" in office.chat("Ratna").says("layani").text


def test_the_head_reads_half_of_the_visits_and_how_many_kept_to_the_promise(
    office: Timed,
) -> None:
    office.promises("Paling lama 15 (lima belas) menit sejak berkas lengkap")
    office.served(9, times=20)
    assert "baru 20 kunjungan yang tercatat; ditampilkan mulai 30" in office.read(
        "Per layanan", "KTP-el"
    )
    office.served(12, times=14)
    office.served(40, times=6)
    of_service = office.read("Per layanan", "KTP-el")
    assert "separuh atau lebih dari 40 kunjungan selesai dalam 9 menit" in of_service
    assert "Dijanjikan 15 menit; 85 % menepatinya" in of_service
    assert "85 % dari 40 kunjungan selesai dalam waktu yang dijanjikan" in office.read()
    assert "Waktu pelayanan" not in office.read("Per loket", "Loket 2"), "few serve at a counter"


def test_without_a_promise_that_a_visit_can_be_held_to_only_the_half_is_told(
    office: Timed,
) -> None:
    office.promises("3 hari kerja")
    office.served(9, times=40)
    of_service = office.read("Per layanan", "KTP-el")
    assert "separuh atau lebih dari 40 kunjungan selesai dalam 9 menit" in of_service
    assert "Dijanjikan" not in of_service
    assert "Waktu pelayanan" not in office.read(), "nothing to add up for the unit"


def test_how_quick_one_person_is_nobody_reads_whoever_else_is_put_there(office: Timed) -> None:
    """Dewi is stationed there too; that alone hides nobody's minutes."""
    office.served(9, times=40, by=["Joko"])
    of_service = office.read("Per layanan", "KTP-el")
    assert "hanya satu orang yang mencatatnya" in of_service
    assert "9 menit" not in of_service


def test_of_who_has_timed_a_visit_nothing_is_left_after_the_day(office: Timed) -> None:
    office.served(9, times=2)
    hands = select(func.count()).select_from(schema.visit_hands)
    assert office.store.execute(hands).scalar_one() == 2
    retention.forget(office.store, NOW + timedelta(days=3))
    assert office.store.execute(hands).scalar_one() == 0
    assert "separuh" not in office.read("Per layanan", "KTP-el")
    days = select(func.count()).select_from(schema.visit_days)
    assert office.store.execute(days).scalar_one() == 1


def test_a_printed_slip_that_whoever_serves_scans_begins_the_visit_and_is_the_citizens_to_rate(
    office: Timed,
) -> None:
    store, where = office.store, VisitCode(office.second.id, None, NOW.date())
    (code,) = visit_codes.printed(store, where, by=None, today=NOW.date(), count=1)
    clerk = office.chat("Joko").says(f"kunjungan {code}")
    assert "KTP-el, Loket 2, Disdukcapil dimulai pukul 10.00 WIB" in clerk.text
    assert clerk.labels == ["Selesai melayani", "Batal catat waktu"]
    clerk = office.later(clerk, minutes=7).taps("Selesai melayani")
    assert "kode di karcisnya" in clerk.text
    assert "Lamanya 7 menit" in clerk.text
    assert clerk.labels == ["Kode berikutnya", "Mulai melayani"]
    assert visit_codes.counted(store, [office.second.id], NOW.date(), NOW.date()).given == 0
    assert "Baik" in " ".join(office.chat("Warga").says(code).labels)


def test_a_slip_for_whichever_service_asks_the_clerk_which(office: Timed) -> None:
    store, unit = office.store, office.units["Disdukcapil"]
    services.offer(store, office.second.id, services.add_service(store, unit, "Akta"))
    where = VisitCode(office.second.id, None, NOW.date())
    (code,) = visit_codes.printed(store, where, by=None, today=NOW.date(), count=1)
    clerk = office.chat("Joko").says(code)
    assert clerk.labels == ["Loket 2 · KTP-el", "Loket 2 · Akta"]
    clerk = office.later(clerk.taps("Loket 2 · Akta"), minutes=5).taps("Selesai melayani")
    assert "Lamanya 5 menit" in clerk.text
    posts.assign_counter(store, office.numbers["Joko"], [office.first.id], since=NOW.date())
    stale = office.chat("Joko")
    stale.does(Tapped(f"o.layani.k{office.second.id}.0"))
    assert "diberikan loket seusai pelayanan" in stale.text


def test_a_quarter_that_runs_tells_of_no_visit(office: Timed) -> None:
    """Else one more visit would be read from the figures of two days."""
    office.served(9, times=40)
    closes.close(office.store, NOW + timedelta(days=2))
    head = office.chat("Ratna")
    head.now = NOW + timedelta(days=2)
    for taps in ((), ("Per layanan", "KTP-el")):
        assert "Waktu pelayanan" not in head.says("ringkasan").taps(*taps).text


def test_from_the_morning_of_a_move_on_no_code_is_given_at_the_old_counter(office: Timed) -> None:
    """The day is the counter's own: at half past six in Jakarta it is still yesterday in UTC."""
    today = NOW.date()
    posts.assign_counter(office.store, office.numbers["Joko"], [office.first.id], since=today)
    clerk = office.chat("Joko")
    clerk.now = NOW - timedelta(hours=3, minutes=30)
    assert "Loket 1" in clerk.says("kode").text


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("15 menit", 15),
        ("Maks. 15 mnt per berkas", 15),
        ("1 jam 30 menit", 90),
        ("2 Jam", 120),
        ("at most 20 minutes", 20),
        ("1 hour", 60),
        ("3 hari kerja", None),
        ("1 hari 2 jam", None),
        ("10-15 menit", None),
        ("15 menit, selambatnya pukul 14.00", None),
        ("sesuai antrean", None),
        ("10 menit atau 20 menit", None),
        ("", None),
    ],
)
def test_only_one_plain_duration_is_a_promise(words: str, minutes: int | None) -> None:
    assert promised(words) == minutes


def test_a_speed_counts_whole_visits() -> None:
    assert speed({9: 20, 40: 9}, 15, 30) == NotEnough(29, 30)
    found = speed({9: 29, 40: 1}, 15, 30)
    assert found == Speed(30, 9, 15, 29)
    assert isinstance(found, Speed)
    assert found.within == 96, "a hundred means all of them"
    assert of_several([found, Speed(10, 5)]) == Speed(30, kept=29)
    assert of_several([Speed(10, 5)]) is None


def test_a_clock_that_was_set_back_counts_nothing() -> None:
    begun = datetime(2026, 11, 24, 3, tzinfo=NOW.tzinfo)
    assert taken(begun, begun + timedelta(seconds=30)) == 1
    assert taken(begun, begun + timedelta(minutes=15)) == 15
    assert taken(begun, begun + timedelta(minutes=15, seconds=1)) == 16
    assert taken(begun, begun - timedelta(seconds=1)) is None
