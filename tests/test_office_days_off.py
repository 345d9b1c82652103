"""Libur: staff see the days off of their unit; the personnel office decrees its own there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

import pytest
from sqlalchemy import Connection

from handlers.engine.conversation import Asking
from handlers.engine.question import NotUnderstood
from models.decrees import LOCAL, DecreedDay
from models.people import Person
from models.refused import Refused
from models.schedule import Ramadan
from models.store.office import services, unit_terms
from models.store.oversight.stamps import Stamp
from models.store.people import people, posts
from models.store.rules import calendars, days_off, decrees
from tests.actors import NINE_O_CLOCK as NOW
from tests.played import empty_store, labels, letter, person_of, played, tap_of, typed, words

TODAY, SINCE = date(2026, 11, 23), date(2026, 1, 1)
STAMP = Stamp(NOW, TODAY)
OFFICE, BRANCH, ELSEWHERE = "Disdukcapil", "UPT Barat", "Dinas Lain"
TUESDAY, EVE = date(2026, 12, 1), date(2026, 12, 24)
DECREE = "Kep. Bupati 4/2026"


@dataclass
class Town:
    """An office with a branch and one beside it; Hani keeps the people of the first."""

    store: Connection
    units: dict[str, int]
    people: dict[str, Person]

    def hires(self, name: str, unit: str | None, *, duty: tuple[str, str] | None = None) -> None:
        number = people.add(self.store, name)
        if unit:
            posts.place(self.store, number, self.units[unit], "Staf", since=SINCE)
        if duty:
            held, where = duty
            people.give_duty(
                self.store, number, unit_id=self.units[where], duty=held, valid_from=SINCE
            )
        self.people[name] = person_of(self.store, number, NOW)

    def opens(self, name: str, tap: str, *answers: object) -> str:
        made = letter(self.store, self.people[name], tap, *answers, now=NOW)  # type: ignore[arg-type]
        return words(made)

    def buttons(self, name: str, tap: str = "o.libur.") -> list[str]:
        return labels(letter(self.store, self.people[name], tap, now=NOW))

    def asks(self, name: str, tap: str, *answers: object) -> Asking:
        asking = played(self.store, self.people[name], tap, *answers, now=NOW)  # type: ignore[arg-type]
        assert isinstance(asking, Asking)
        return asking

    def refuses(self, name: str, tap: str) -> str:
        with pytest.raises(Refused) as refusal:
            played(self.store, self.people[name], tap, now=NOW)
        return refusal.value.why.id

    def works(self, unit: str, day: date) -> bool:
        return calendars.of_unit(self.store, self.units[unit]).is_working_day(day)

    def adds(self, day: date, unit: str | None, name: str = "Hari jadi") -> int:
        where = self.units[unit] if unit else None
        one = DecreedDay(day, LOCAL, name)
        return decrees.add(self.store, one, decree=DECREE, unit_id=where, stamp=STAMP)


@pytest.fixture
def town() -> Iterator[Town]:
    with empty_store() as store:
        office = services.add_unit(store, OFFICE, zone="Asia/Jakarta").id
        branch = services.add_unit(store, BRANCH, zone="Asia/Makassar", parent_id=office).id
        elsewhere = services.add_unit(store, ELSEWHERE, zone="Asia/Jakarta").id
        town = Town(store, {OFFICE: office, BRANCH: branch, ELSEWHERE: elsewhere}, {})
        town.hires("Hani", OFFICE, duty=("hr", OFFICE))
        town.hires("Dewi", BRANCH)
        town.hires("Eko", ELSEWHERE, duty=("hr", ELSEWHERE))
        town.hires("Ratna", None, duty=("head", OFFICE))
        town.hires("Umi", None, duty=("hr", BRANCH))
        yield town


# -- what everybody of the staff sees


def test_staff_see_the_coming_days_off_of_their_unit_each_with_its_decree(town: Town) -> None:
    town.adds(TUESDAY, OFFICE)
    town.adds(date(2026, 12, 2), ELSEWHERE, "Elsewhere")
    unit_terms.change(town.store, town.units[BRANCH], week=6)
    said = town.opens("Dewi", "o.libur.")
    assert "Hari libur UPT Barat" in said
    assert "6 hari kerja seminggu" in said
    assert "Selasa, 1 Des 2026: Hari jadi (libur daerah)\nDasar: Kep. Bupati 4/2026." in said
    assert "Cuti bersama Natal (cuti bersama)" in said
    assert "Nomor 1497 Tahun 2025" in said
    assert "Tahun 2027 (nomor belum kami catat)" in said
    assert "Elsewhere" not in said
    assert "Tambah" not in "".join(town.buttons("Dewi"))


def test_a_year_of_days_off_has_pages(town: Town) -> None:
    assert town.buttons("Dewi") == ["Berikutnya ›"]
    assert "Idulfitri" in town.opens("Dewi", "o.libur.h1")
    assert town.buttons("Dewi", "o.libur.h1") == ["‹ Sebelumnya", "Berikutnya ›"]
    assert "Belum ada hari libur" in town.opens("Dewi", "o.libur.h9")


def test_the_hours_of_ramadan_are_told_until_it_is_over(town: Town) -> None:
    month = Ramadan(date(2027, 2, 9), date(2027, 3, 9), time(15))
    past = Ramadan(date(2026, 2, 19), date(2026, 3, 20), time(14))
    for one in (past, month):
        decrees.set_ramadan(town.store, one, stamp=STAMP)
    said = town.opens("Dewi", "o.libur.")
    assert "Ramadan 9 Feb 2027 – 9 Mar 2027: jam kerja sampai pukul 15.00." in said
    assert said.count("Ramadan") == 1


def test_who_keeps_a_unit_sees_it_without_a_post(town: Town) -> None:
    assert "Hari libur UPT Barat" in town.opens("Umi", "o.libur.")
    assert town.refuses("Ratna", "o.libur.") == "libur-not-staff"


def test_nobody_else_decrees_or_takes_back(town: Town) -> None:
    number = town.adds(TUESDAY, OFFICE)
    everywhere = town.adds(date(2026, 12, 3), None)
    for name in ("Dewi", "Eko", "Umi"):
        for tap in (f"o.libur.x{number}", f"o.libur.x{everywhere}", "o.libur.x99", "o.libur.y"):
            assert town.refuses(name, tap) == "libur-gone"
    for tap in ("o.libur.t", "o.libur.m"):
        assert town.refuses("Dewi", tap) == "libur-not-yours"
    assert not town.works(OFFICE, TUESDAY)


# -- what the personnel office decrees


def test_the_office_adds_a_local_day_off_and_takes_it_back(town: Town) -> None:
    assert town.buttons("Hani")[-2:] == ["Tambah libur daerah", "Cabut cuti bersama"]
    assert labels(town.asks("Hani", "o.libur.t")) == [OFFICE, BRANCH]
    office = str(town.units[OFFICE])
    made = letter(
        town.store,
        town.people["Hani"],
        "o.libur.t",
        office,
        typed("1 desember 2026"),
        typed("Hari jadi kota"),
        typed(DECREE),
        now=NOW,
    )
    assert "1 Desember 2026 libur di Disdukcapil: Hari jadi kota" in words(made)
    assert (town.works(OFFICE, TUESDAY), town.works(BRANCH, TUESDAY)) == (False, False)
    assert town.works(ELSEWHERE, TUESDAY)
    [one] = days_off.between(town.store, TUESDAY, TUESDAY)
    assert (one.decree, one.set_by) == (DECREE, town.people["Hani"].id)
    assert town.buttons("Hani")[1] == "Tarik: Hari jadi kota"
    back = tap_of(made, "Tarik kembali")
    assert "tidak lagi libur" in town.opens("Hani", back)
    assert town.works(OFFICE, TUESDAY)
    assert town.refuses("Hani", back) == "libur-gone"


def test_joint_leave_is_withdrawn_for_a_branch_and_given_back(town: Town) -> None:
    branch = str(town.units[BRANCH])
    asking = town.asks("Hani", "o.libur.m", branch)
    assert labels(asking)[0] == "24 Des 2026: Cuti bersama Natal"
    said = town.opens("Hani", "o.libur.m", branch, EVE.isoformat(), typed("SE 1/2026"))
    assert "24 Desember 2026 (Cuti bersama Natal) tetap hari kerja di UPT Barat" in said
    assert (town.works(BRANCH, EVE), town.works(OFFICE, EVE)) == (True, False)
    told = town.opens("Dewi", "o.libur.")
    assert "Cuti bersama Natal (cuti bersama dibatalkan, masuk kerja)" in told
    assert "Cuti bersama Natal (cuti bersama)" not in told
    assert labels(town.asks("Umi", "o.libur.m"))[0] != "24 Des 2026: Cuti bersama Natal"
    [one] = [one for one in days_off.between(town.store, EVE, EVE) if one.id]
    assert "kembali menjadi hari libur" in town.opens("Umi", f"o.libur.x{one.id}")


def test_where_no_joint_leave_is_left_there_is_nothing_to_withdraw(town: Town) -> None:
    whole = [
        DecreedDay(date(2027, *day), "libur_nasional", "Libur")
        for day in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25))
    ]
    decrees.add_year(town.store, whole, decree="SKB", stamp=STAMP)
    assert "24 Desember 2026" in town.opens("Umi", "o.libur.m", EVE.isoformat(), typed("SE 1/2026"))
    assert town.refuses("Umi", "o.libur.m") == "libur-no-joint"


def test_a_day_too_early_or_too_far_is_asked_for_again(town: Town) -> None:
    for day in ("30 september 2026", "1 januari 2028"):
        with pytest.raises(NotUnderstood):
            town.asks("Umi", "o.libur.t", typed(day))


def test_a_day_that_is_off_already_is_refused_at_the_end(town: Town) -> None:
    with pytest.raises(Refused) as refused:
        town.opens("Umi", "o.libur.t", typed("25 desember 2026"), typed("Natal"), typed("x"))
    assert refused.value.why.id == "decree-already"


def test_the_office_of_every_unit_takes_back_what_holds_for_all(town: Town) -> None:
    number = town.adds(TUESDAY, None)
    town.hires("Sari", OFFICE, duty=("hr", OFFICE))
    people.give_duty(
        town.store,
        town.people["Sari"].id or 0,
        unit_id=town.units[ELSEWHERE],
        duty="hr",
        valid_from=SINCE,
    )
    town.people["Sari"] = person_of(town.store, town.people["Sari"].id or 0, NOW)
    assert "tidak lagi libur" in town.opens("Sari", f"o.libur.x{number}")


def test_many_branches_are_not_all_offered(town: Town) -> None:
    for number in range(30):
        services.add_unit(
            town.store, f"UPT {number}", zone="Asia/Jakarta", parent_id=town.units[OFFICE]
        )
    asking = town.asks("Hani", "o.libur.t")
    assert labels(asking) != [OFFICE, BRANCH], "one unit is left, so nobody is asked which"
    assert asking.question.name == "libur-day"
