"""Ditahan: the oversight team reads what is held, and says whether it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from handlers.oversight.held import reminder
from models.calendar import decreed
from models.campaigns import held_comments
from models.people import Duty, Person
from models.quarter import Quarter
from models.ratings import DAILY, Rating
from models.refused import Refused
from models.store import schema
from models.store.office import services
from models.store.people import people, posts
from models.store.ratings import closes, ratings
from models.window import NOBODY_AWAY
from tests.played import empty_store, labels, letter, person_of, tap_of, words

DAY, TODAY, SINCE = date(2026, 11, 23), date(2026, 11, 24), date(2026, 1, 1)
NOW = datetime.fromisoformat("2026-11-24T03:00:00+00:00")
RISKY = "Joko minta uang rokok"


class Office:
    """A unit below the top, with a counter, a clerk and a head."""

    def __init__(self, store: Connection) -> None:
        self.store = store
        self.top = services.add_unit(store, "Kabupaten", zone="Asia/Jakarta").id
        unit = services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta", parent_id=self.top)
        self.unit = unit.id
        self.service = services.add_service(store, self.unit, "KTP-el")
        self.counter = services.add_counter(store, self.unit, "Loket 2")
        services.offer(store, self.counter, self.service)
        posts.place(store, people.add(store, "Joko Susilo"), self.unit, "Staf", since=SINCE)

    def duty(self, name: str, *duties: tuple[Duty, int]) -> Person:
        number = people.add(self.store, name)
        for duty, unit_id in duties:
            people.give_duty(self.store, number, unit_id=unit_id, duty=duty, valid_from=SINCE)
        return person_of(self.store, number, NOW)

    def wrote(self, *comments: str, day: date = DAY, until: datetime = NOW) -> None:
        one = Rating(self.counter, self.service, day, DAILY, {"overall": 2})
        for comment in comments:
            ratings.add(self.store, replace(one, reason=comment))
        for _ in range(5):
            ratings.add(self.store, one)
        closes.close(self.store, until)

    def holds(self) -> set[str | None]:
        here = schema.ratings.c.reason.is_not(None)
        return set(self.store.execute(select(schema.ratings.c.hold).where(here)).scalars())


@pytest.fixture
def office() -> Iterator[Office]:
    with empty_store() as store:
        yield Office(store)


def of_head(office: Office, head: Person) -> str:
    """All that the head reads, page after page: in which order comments come is left to chance."""
    page = letter(office.store, head, f"o.ringkasan.u{office.unit}@2026-Q4/kata", now=NOW)
    said = [words(page)]
    while "Berikutnya ›" in labels(page):
        page = letter(office.store, head, tap_of(page, "Berikutnya ›"), now=NOW)
        said.append(words(page))
    return "\n".join(said)


def test_the_head_is_told_a_number_and_reads_what_the_team_has_shown(office: Office) -> None:
    head = office.duty("Ratna", ("head", office.unit))
    team = office.duty("Awas", ("oversight", office.top))
    office.wrote(RISKY, *(f"antre {n} jam" for n in range(6)))
    assert "1 komentar ditahan untuk dibaca tim pengawas" in of_head(office, head)
    assert "Joko" not in of_head(office, head)
    page = letter(office.store, team, "o.ditahan.", now=NOW)
    assert f"“{RISKY}”" in words(page)
    assert "Loket 2, Disdukcapil, KTP-el" in words(page)
    assert labels(page) == ["Tampilkan", "Tahan"]
    done = letter(office.store, team, tap_of(page, "Tampilkan"), now=NOW)
    assert "bersama komentar lain" in words(done)
    assert "1 komentar menunggu sampai cukup banyak" in of_head(office, head)
    assert "Joko" not in of_head(office, head)
    office.wrote(*(f"ramai {n}" for n in range(4)), day=TODAY, until=NOW + timedelta(days=1))
    assert f"“{RISKY}”" in of_head(office, head)
    assert "menunggu" not in of_head(office, head)
    letter(office.store, team, tap_of(done, "Batalkan"), now=NOW)
    assert "Joko" not in of_head(office, head)


def test_what_is_kept_back_is_shown_to_nobody_and_stands_in_the_trail(office: Office) -> None:
    head = office.duty("Ratna", ("head", office.unit))
    team = office.duty("Awas", ("oversight", office.unit))
    office.wrote(RISKY, *(f"antre {n} jam" for n in range(6)))
    page = letter(office.store, team, "o.ditahan.", now=NOW)
    letter(office.store, team, tap_of(page, "Tahan"), now=NOW)
    assert office.holds() == {"told", "kept"}
    assert "Joko" not in of_head(office, head)
    assert "1 komentar tidak ditampilkan atas keputusan tim pengawas" in of_head(office, head)
    assert "Tidak ada" in words(letter(office.store, team, "o.ditahan.", now=NOW))
    again = letter(office.store, team, tap_of(page, "Tampilkan"), now=NOW)
    assert "sudah diputuskan" in words(again)
    trail = office.store.execute(select(schema.trail)).one()
    assert (trail.deed, trail.by_id, trail.about_id) == ("held", team.id, None)
    assert "Joko" not in trail.what
    assert '"state":"kept"' in trail.what


def test_one_is_read_after_the_other_the_oldest_first(office: Office) -> None:
    team = office.duty("Awas", ("oversight", office.top))
    office.wrote("bapak di loket 2 galak", day=DAY - timedelta(days=1))
    office.wrote(RISKY)
    first = letter(office.store, team, "o.ditahan.", now=NOW)
    assert "(1 dari 2)" in words(first)
    assert "galak" in words(first)
    after = letter(office.store, team, tap_of(first, "Berikutnya"), now=NOW)
    assert RISKY in words(after)
    assert "galak" in words(letter(office.store, team, tap_of(after, "Berikutnya"), now=NOW))
    assert words(letter(office.store, team, "o.ditahan.h99", now=NOW)) == words(after)


def test_nobody_else_reads_or_decides(office: Office) -> None:
    office.wrote(RISKY)
    team = office.duty("Awas", ("oversight", office.top))
    show = tap_of(letter(office.store, team, "o.ditahan.", now=NOW), "Tampilkan")
    other = services.add_unit(office.store, "Dinas B", zone="Asia/Jakarta").id
    for stranger, why in (
        (office.duty("Ratna", ("head", office.unit)), "ditahan-not-yours"),
        (office.duty("Hani", ("hr", office.top)), "ditahan-not-yours"),
        (office.duty("Audi", ("auditor", office.top)), "ditahan-not-yours"),
        (office.duty("Lain", ("oversight", other)), "ditahan-gone"),
        (office.duty("Dua", ("oversight", office.top), ("head", office.unit)), "ditahan-gone"),
        (office.duty("Joko Susilo", ("oversight", office.top)), "ditahan-gone"),
    ):
        with pytest.raises(Refused) as refused:
            letter(office.store, stranger, show, now=NOW)
        assert refused.value.why.id == why
        if why == "ditahan-gone":
            page = letter(office.store, stranger, "o.ditahan.", now=NOW)
            assert "Tidak ada komentar yang ditahan" in words(page)
    for nonsense in ("o.ditahan.x", f"o.ditahan.{'0' * 32}.y", show[:-1] + "q"):
        with pytest.raises(Refused) as refused:
            letter(office.store, team, nonsense, now=NOW)
        assert refused.value.why.id == "ditahan-gone"
    assert office.holds() == {"held"}


def test_a_chat_that_is_not_known_yet_to_be_theirs_reads_nothing(office: Office) -> None:
    office.wrote(RISKY)
    team = office.duty("Awas", ("oversight", office.top))
    new = replace(team, address=replace(team.address, trust="new"))
    with pytest.raises(Refused) as refused:
        letter(office.store, new, "o.ditahan.", now=NOW)
    assert refused.value.why.id == "akun-new-only"


@pytest.mark.parametrize(("day", "told"), [("2026-11-30", False), ("2026-12-01", True)])
def test_the_team_is_reminded_after_five_working_days(office: Office, day: str, told: bool) -> None:
    office.wrote(RISKY, "Joko ramah")
    team, now = office.duty("Awas", ("oversight", office.top)), date.fromisoformat(day)
    calendar = decreed()
    due = next(iter(held_comments(now, now, calendar, "Asia/Jakarta", NOBODY_AWAY)))
    at = datetime.fromisoformat(f"{day}T03:00:00+00:00")
    said = reminder(office.store, team, due, at)
    assert (said is not None) is told
    head = office.duty("Ratna", ("head", office.unit))
    assert reminder(office.store, head, due, at) is None
    if said is not None:
        assert "1 komentar" in words(said)
        assert "Joko" not in words(said)
        page = letter(office.store, team, tap_of(said, "Komentar ditahan"), now=at)
        assert "lebih dari 5 hari kerja: 1" in words(page)
        assert office.holds() == {"held", "open"}


def test_a_reminder_is_of_use_from_the_first_working_day_of_a_week_to_its_end() -> None:
    first, last = date(2026, 12, 21), date(2027, 1, 3)
    found = list(held_comments(first, last, decreed(), "Asia/Jakarta", NOBODY_AWAY))
    assert [(due.campaign, due.day, due.until) for due in found] == [
        ("held.2026-12-21", date(2026, 12, 21), date(2026, 12, 27)),
        ("held.2026-12-28", date(2026, 12, 28), date(2027, 1, 3)),
    ]
    assert Quarter.of(first) == Quarter(2026, 4)
