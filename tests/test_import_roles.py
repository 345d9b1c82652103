"""Roles in a table of staff: several a person, each at the unit where it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.imports.all_kinds import parsed, previewed
from bot.imports.outcome import Terms
from handlers.office.imports.rights import officer
from models.people import Person
from models.rights import may_confirm, may_keep, may_read_figures, may_read_trail, may_set
from models.store.office import services
from tests.test_import_people import DEWI, HEADER, JOKO, NOW, RATNA, SITI, Office

WIDE = f"{HEADER},unit tugas,unit induk"
TREE = f"{WIDE}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,kepala,,\n"
UNDER = ",Dinas\n"


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    return Office(sqlite, tmp_path)


def person(office: Office, name: str) -> Person:
    number = office.everybody()[name].id
    found: Person = office.asks(lambda store: officer(store, number, NOW))
    return found


def held(office: Office, name: str) -> set[tuple[str, str]]:
    units = {unit.id: unit.name for unit in office.units()}
    return {(one.duty, units[one.unit_id]) for one in office.everybody()[name].duties}


def duties(peran: str, unit_tugas: str = "") -> tuple[tuple[str, str], ...]:
    """What the row of somebody in the secretariat gives, by itself."""
    table = f"{WIDE}\n{DEWI},Dewi,Sekretariat,Staf,,{peran},{unit_tugas},\n"
    (row,) = parsed("people", table.encode(), "x.csv").sheet.rows
    return tuple(row.duties)


@pytest.mark.parametrize(
    ("peran", "unit_tugas", "expected"),
    [
        ("admin kepegawaian", "", {("hr", "Sekretariat")}),
        ("admin kepegawaian", "Dinas", {("hr", "Dinas")}),
        ("pengawas", "A; B", {("oversight", "A"), ("oversight", "B")}),
        ("auditor; operator", "Dinas", {("auditor", "Dinas"), ("operator", "Dinas")}),
        ("Auditor dan Operator", "", {("auditor", "Sekretariat"), ("operator", "Sekretariat")}),
        ("kepala / kepegawaian", "Sekretariat; Dinas", {("head", "Sekretariat"), ("hr", "Dinas")}),
        ("pegawai; auditor", "Dinas", {("auditor", "Dinas")}),
        ("pegawai", "", set()),
        ("", "SEKRETARIAT", set()),
    ],
)
def test_a_role_holds_at_its_unit_and_else_at_that_of_the_row(
    peran: str, unit_tugas: str, expected: set[tuple[str, str]]
) -> None:
    assert set(duties(peran, unit_tugas)) == expected


@pytest.mark.parametrize(
    ("peran", "unit_tugas", "why"),
    [
        ("keluar; auditor", "", "people-role-left"),
        ("", "Dinas", "people-duty-unit-idle"),
        ("kepala; hr; auditor", "A; B", "people-duty-unit-count"),
        ("auditor; hr", "A; B; C", "people-duty-unit-count"),
        ("kepala; hr", "Dinas", "people-duty-unit-head"),
        ("auditor; bos", "", "people-role-wrong"),
    ],
)
def test_what_cannot_be_told_is_refused_with_a_sentence(
    peran: str, unit_tugas: str, why: str
) -> None:
    table = f"{WIDE}\n{DEWI},D,S,Staf,,{peran},{unit_tugas},\n"
    wrongs = parsed("people", table.encode(), "x.csv").sheet.wrongs
    assert [one.why.id for one in wrongs] == [why]


def test_hr_in_the_secretariat_keeps_the_whole_office_where_the_file_says_so(
    databases: str, tmp_path: Path
) -> None:
    office = Office(databases, tmp_path)
    office.made(
        f"{TREE}{SITI},Siti Aminah,Sekretariat,Kasubag,{RATNA},kepegawaian,Dinas{UNDER}"
        f"{JOKO},Joko Santoso,Sekretariat,Auditor,{RATNA},auditor; pengawas,Dinas{UNDER}"
        f"{DEWI},Dewi Lestari,Bidang,Staf,{RATNA},kepegawaian,{UNDER}"
    )
    made = office.asks(lambda store: {u.name: u.id for u in services.every_unit(store)})
    bidang = office.asks(lambda store: services.lineage(store, made["Bidang"]))
    tops = office.asks(services.tops)
    siti, joko, dewi = (
        person(office, name) for name in ("Siti Aminah", "Joko Santoso", "Dewi Lestari")
    )
    assert may_set(siti, tops)
    assert may_keep(siti, bidang, owner_id=dewi.id)
    assert may_confirm(siti, bidang, tops=(made["Dinas"],), others={dewi.id or 0})
    assert not may_set(dewi, tops), "HR of one part sets nothing for the office"
    assert may_read_trail(joko, dewi.id, lineage=bidang)
    assert may_read_figures(joko, bidang)
    assert not may_read_trail(siti, dewi.id, lineage=bidang)


def test_a_file_with_the_column_says_all_of_a_persons_roles(office: Office) -> None:
    office.made(f"{TREE}{SITI},Siti Aminah,Sekretariat,Kasubag,,auditor;hr,Dinas;Dinas{UNDER}")
    assert held(office, "Siti Aminah") == {("auditor", "Dinas"), ("hr", "Dinas")}
    office.made(f"{WIDE}\n{SITI},Siti Aminah,Sekretariat,Kasubag,,hr,Dinas,\n")
    assert held(office, "Siti Aminah") == {("hr", "Dinas")}
    office.made(f"{HEADER}\n{SITI},Siti Aminah,Sekretariat,Kasubag,,auditor\n")
    assert held(office, "Siti Aminah") == {("hr", "Dinas"), ("auditor", "Sekretariat")}
    office.made(f"{WIDE}\n{SITI},Siti Aminah,Sekretariat,Kasubag,,,,\n")
    assert held(office, "Siti Aminah") == set()


def test_somebody_may_head_another_unit_than_their_own_and_relieves_who_did(
    office: Office,
) -> None:
    office.made(f"{TREE}{JOKO},Joko Santoso,Bidang,Kepala Bidang,{RATNA},kepala,{UNDER}")
    made = office.made(f"{WIDE}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,kepala,Dinas;Bidang,\n")
    assert [(h["unit"], h["before"]) for h in made["heads"]] == [("Bidang", "Joko Santoso")]
    assert held(office, "Ratna Dewi") == {("head", "Dinas"), ("head", "Bidang")}
    assert held(office, "Joko Santoso") == set()


def test_a_unit_has_one_head_also_by_units_of_duty(office: Office) -> None:
    two = f"{TREE}{JOKO},Joko Santoso,Bidang,Kabid,,kepala,Dinas{UNDER}"
    assert "sudah punya kepala di baris 2" in office.is_refused(two)[0]


def test_a_unit_of_duty_that_is_nowhere_is_refused(office: Office) -> None:
    unknown = f"{TREE}{JOKO},Joko Santoso,Bidang,Kabid,,auditor,Dinsa{UNDER}"
    (sentence, *_) = office.is_refused(unknown)
    assert "Dinsa" in sentence
    assert "unit tugas" in sentence
    assert office.units() == []


def test_what_a_duty_reaches_is_what_the_file_concerns(office: Office) -> None:
    office.made(f"{TREE}{JOKO},Joko Santoso,Bidang,Staf,{RATNA},,{UNDER}")
    table = f"{WIDE}\n{JOKO},Joko Santoso,Bidang,Staf,{RATNA},hr,Dinas,\n"
    file = parsed("people", table.encode(), "x.csv")
    terms = Terms(NOW, "Asia/Jakarta")
    outcome = office.asks(lambda store: previewed(store, file, terms))
    names = {unit.id: unit.name for unit in office.units()}
    assert {names[number or 0] for number in outcome.units} == {"Dinas", "Bidang"}
    assert outcome.altered == outcome.units
    assert outcome.sensitive
