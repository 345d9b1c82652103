"""`tilik import people`: staff stand as their table says from today on, all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.imports.template import write_template
from bot.imports.all_kinds import parsed
from bot.imports.intake import Settled, settled
from bot.imports.outcome import Terms
from bot.imports.reading.tables import rows
from bot.render import slips
from models.people import Person
from models.services import Unit
from models.store import Store, schema
from models.store.chat import addresses
from models.store.intake import intakes
from models.store.office import services
from models.store.people import links, people, posts, staff
from models.store.people.staff import Member
from tests.office import JOINED
from tests.postgresql import apart
from tests.test_import_services import HEADER as SERVICES
from tests.test_import_services import Office as ServiceOffice
from tests.test_skm_command import workbook

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
TODAY, YESTERDAY = date(2026, 11, 2), date(2026, 11, 1)
HEADER = "NIP,nama,unit,jabatan,NIP atasan,peran"
RATNA, DEWI, JOKO, SITI = (
    *("197503122000032001", "199001012015032001"),
    *("198805172012061002", "199512312020122003"),
)
STAFF = f"""{HEADER}
{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,kepala unit
{DEWI},Dewi Lestari,Dinas,Petugas Loket,{RATNA},staf
{JOKO},Joko Santoso,Dinas,Petugas Loket,{RATNA},
"""


class Office(ServiceOffice):
    """Someone in the personnel office."""

    kind, now = "people", NOW

    def is_refused(self, content: str | bytes, **options: Any) -> list[str]:
        before = self.everybody(), self.units()
        assert self.imports(content, **options) == 1
        assert self.out == ""
        assert (self.everybody(), self.units()) == before
        *sentences, last = self.err.splitlines()
        assert last.startswith("Tidak ada yang ditulis")
        return sentences

    def opens(self, table: str) -> dict[str, Any]:
        """Take in the units, services and counters first."""
        assert self.brings("services", f"{SERVICES}\n{table}", as_json=True) == 0
        page: dict[str, Any] = json.loads(self.out)
        return page

    def everybody(self) -> dict[str, Member]:
        found = self.asks(lambda store: staff.roster(store, date(2026, 11, 2), date(2027, 1, 1)))
        return {member.name: member for member in found.values()}

    def units(self) -> list[Unit]:
        found: list[Unit] = self.asks(services.every_unit)
        return found

    def unit(self, name: str) -> Unit:
        return next(unit for unit in self.units() if unit.name == name)

    def links(self, table: str, name: str) -> list[tuple[date, date | None]]:
        """From when to when the person's links of a kind hold."""
        here = schema.metadata.tables[table]
        number = self.everybody()[name].id
        query = select(here.c.valid_from, here.c.valid_to).where(here.c.person_id == number)
        found = self.asks(lambda store: store.execute(query.order_by(here.c.id)).all())
        return [tuple(row) for row in found]

    def joins(self, code: str, sender: str = "77", now: datetime = NOW) -> Person | None:
        def job(store: Store) -> Person | None:
            address = addresses.meet(store, "telegram", sender).address
            if people.joined(store, code, address_id=address.id, now=now) is None:
                return None
            return addresses.person_at(store, addresses.by_id(store, address.id), now)

        found: Person | None = self.asks(job)
        return found

    def confirms(self, number: int, name: str) -> bool:
        by = self.everybody()[name].id
        done: bool = self.asks(lambda store: intakes.confirm(store, number, by=by, now=NOW))
        return done

    def settles(self, now: datetime = NOW) -> list[Settled]:
        """What the bot does with everything that is confirmed."""

        def job(store: Store) -> list[Settled]:
            found = []
            for one in intakes.confirmed(store):
                content = intakes.content_of(store, one.id) or b""
                file = parsed(one.kind, content, one.name)
                terms = Terms(now, "Asia/Jakarta", by=one.given_by)
                found.append(settled(store, file, one, terms))
            return found

        done: list[Settled] = self.asks(job)
        return done


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    return Office(sqlite, tmp_path)


def codes(made: dict[str, Any]) -> dict[str, str]:
    return {row["name"]: row["code"] for row in made["codes"]}


# What goes in


def test_people_their_posts_and_superiors_go_in(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    made = office.made(STAFF)
    assert made["new_units"] == ["Dinas"]
    assert [row["name"] for row in made["new"]] == ["Ratna Dewi", "Dewi Lestari", "Joko Santoso"]
    everybody = office.everybody()
    ratna, dewi = everybody["Ratna Dewi"], everybody["Dewi Lestari"]
    assert (dewi.nip, dewi.title, dewi.superior_id) == (DEWI, "Petugas Loket", ratna.id)
    assert dewi.unit_id == office.unit("Dinas").id
    assert (ratna.superior_id, dewi.duties) == (None, frozenset())
    assert [(held.duty, held.unit_id) for held in ratna.duties] == [("head", dewi.unit_id)]
    assert office.links("posts", "Dewi Lestari") == [(TODAY, None)]


def test_a_second_import_changes_nothing(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    office.made(STAFF)
    before = office.everybody()
    again = office.made(STAFF, now=NOW + timedelta(days=1))
    found = (again["new_units"], again["new"], again["changed"], again["heads"], again["codes"])
    assert (*found, again["unchanged"]) == ([], [], [], [], [], 3)
    assert office.everybody() == before
    assert office.links("superiors", "Dewi Lestari") == [(TODAY, None)]


def test_a_change_ends_the_old_link_yesterday_and_begins_a_new_one(
    databases: str, tmp_path: Path
) -> None:
    office = Office(databases, tmp_path)
    office.made(STAFF)
    later = NOW + timedelta(days=30)
    made = office.made(
        f"{HEADER},unit induk\n{DEWI},Dewi Lestari S.E.,Bidang,Analis,{JOKO},,-\n",
        zone="WIB",
        now=later,
    )
    (changed,) = made["changed"]
    assert changed["changes"] == [
        {"column": "nama", "before": "Dewi Lestari", "after": "Dewi Lestari S.E."},
        {"column": "unit", "before": "Dinas", "after": "Bidang"},
        {"column": "jabatan", "before": "Petugas Loket", "after": "Analis"},
        {"column": "NIP atasan", "before": "Ratna Dewi", "after": "Joko Santoso"},
    ]
    name, then = "Dewi Lestari S.E.", later.date()
    for table in ("posts", "superiors"):
        assert office.links(table, name) == [(TODAY, then - timedelta(days=1)), (then, None)]
    number = office.everybody()[name].id
    assert office.asks(lambda s: posts.post_of(s, number, YESTERDAY)) is None
    assert office.asks(lambda s: posts.post_of(s, number, TODAY)).unit.name == "Dinas"
    assert office.asks(lambda s: posts.post_of(s, number, then)).unit.name == "Bidang"


def test_a_blank_superior_leaves_nobody_above(office: Office) -> None:
    office.made(STAFF)
    made = office.made(f"{HEADER}\n{DEWI},Dewi Lestari,Dinas,Petugas Loket,,\n")
    assert made["changed"][0]["changes"] == [
        {"column": "NIP atasan", "before": "Ratna Dewi", "after": None}
    ]
    assert office.everybody()["Dewi Lestari"].superior_id is None
    assert office.everybody()["Joko Santoso"].superior_id is not None


def test_who_has_left_has_no_post_no_duty_and_no_team_any_more(
    databases: str, tmp_path: Path
) -> None:
    office = Office(databases, tmp_path)
    handed = codes(office.made(STAFF))
    ratna = office.joins(handed["Ratna Dewi"])
    assert ratna is not None
    assert len(ratna.team) == 2
    later = NOW + timedelta(days=10)
    table = (
        f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,keluar\n"
        f"{DEWI},Dewi Lestari,Dinas,Petugas Loket,,kepala unit\n"
        f"{JOKO},Joko Santoso,Dinas,Petugas Loket,,Pensiun\n"
    )
    made = office.made(table, now=later)
    assert made["changed"][0]["changes"] == [
        {"column": "unit", "before": "Dinas", "after": None},
        {"column": "jabatan", "before": "Kepala Dinas", "after": None},
        {"column": "peran", "before": "kepala Dinas", "after": None},
    ]
    assert office.confirms(made["waiting"], "Ratna Dewi")
    assert [one.state for one in office.settles(later)] == ["done"]
    now = office.asks(lambda store: addresses.person_at(store, ratna.address, later))
    assert (now.id, now.post, now.team, now.duties) == (None, None, (), ())
    assert office.links("posts", "Ratna Dewi") == [(TODAY, later.date() - timedelta(days=1))]
    assert office.joins(handed["Joko Santoso"], "78", now=later) is None


def test_nobody_reports_to_who_has_left_and_nobody_leaves_who_was_never_there(
    office: Office,
) -> None:
    office.made(STAFF)
    found = office.is_refused(
        f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,keluar\n"
        f"{DEWI},Dewi Lestari,Dinas,Petugas Loket,{RATNA},\n"
        f"{SITI},Siti,Dinas,Staf,,keluar\n"
    )
    assert found[0].startswith("Baris 3, kolom NIP atasan: menurut berkas ini orang itu keluar")
    assert found[1].startswith("Baris 4, kolom NIP: NIP ini belum tercatat")
    assert len(found) == 2


def test_a_circle_is_broken_by_who_leaves(office: Office) -> None:
    office.made(STAFF)
    office.made(f"{HEADER}\n{DEWI},Dewi Lestari,Dinas,Petugas Loket,{JOKO},\n")
    office.made(
        f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,{DEWI},\n"
        f"{JOKO},Joko Santoso,Dinas,Petugas Loket,,keluar\n"
    )
    assert office.everybody()["Dewi Lestari"].superior_id is None


def test_today_is_the_day_of_the_unit(office: Office) -> None:
    office.made(
        f"{HEADER},zona\n{RATNA},Ratna,A,Kepala,,,WIT\n{DEWI},Dewi,B,Staf,,,WIB\n",
        now=datetime(2026, 11, 2, 16, 0, tzinfo=UTC),
    )
    assert office.links("posts", "Ratna") == [(date(2026, 11, 3), None)]
    assert office.links("posts", "Dewi") == [(date(2026, 11, 2), None)]


def test_new_units_stand_below_their_parents_and_take_their_zone(office: Office) -> None:
    office.made(f"{HEADER},unit induk,zona\n{RATNA},Ratna,Dinas,Kepala,,,,WITA\n")
    office.made(
        f"{HEADER},unit induk\n{DEWI},Dewi,Seksi,Staf,,,Bidang\n{JOKO},Joko,Bidang,Staf,,,DINAS\n"
    )
    seksi, bidang, dinas = map(office.unit, ("Seksi", "Bidang", "Dinas"))
    assert (seksi.parent_id, bidang.parent_id) == (bidang.id, dinas.id)
    assert {unit.zone for unit in office.units()} == {"Asia/Makassar"}


def test_a_unit_that_has_no_counter_is_known_however_it_is_spelt(office: Office) -> None:
    office.made(STAFF)
    made = office.made(f"{HEADER}\n{SITI},Siti,DINAS,Staf,{RATNA},\n")
    assert (made["new_units"], len(office.units())) == ([], 1)
    office.opens("dinas,KTP-el,Loket 1,\n")
    assert [unit.name for unit in office.units()] == ["Dinas"]


def test_people_serve_at_the_counters_that_are_named(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    office.opens("Dinas,KTP,Loket 1,\nDinas,KK,Loket 2,\n")
    at = {counter.name: counter.id for counter in office.counters()}
    header = f"{HEADER},loket"
    office.made(f'{header}\n{DEWI},Dewi,Dinas,Staf,,,"Loket 1; LOKET 2"\n')
    assert office.everybody()["Dewi"].counters == frozenset(at.values())
    office.made(f"{HEADER}\n{DEWI},Dewi,Dinas,Staf,,\n")
    assert office.everybody()["Dewi"].counters == frozenset(at.values())
    made = office.made(f"{header}\n{DEWI},Dewi,Dinas,Staf,,,Loket 2\n")
    before = "Loket 1, Dinas; Loket 2, Dinas"
    change = {"column": "loket", "before": before, "after": "Loket 2, Dinas"}
    assert made["changed"][0]["changes"] == [change]
    office.made(f"{HEADER}\n{DEWI},Dewi,Bidang,Staf,,\n")
    assert office.everybody()["Dewi"].counters == frozenset()


@pytest.mark.parametrize(
    ("typed", "duty"),
    [
        *(("", None), ("Pegawai", None), ("staf", None), ("ATASAN", None)),
        *(("kepala", "head"), ("Kepala Unit", "head")),
        *(("hr", "hr"), ("Admin Kepegawaian", "hr"), ("kepegawaian", "hr")),
    ],
)
def test_a_role_brings_its_duty(office: Office, typed: str, duty: str | None) -> None:
    office.made(f"{HEADER}\n{DEWI},Dewi,Dinas,Staf,,{typed}\n")
    assert [held.duty for held in office.everybody()["Dewi"].duties] == [duty] * bool(duty)


# Heads


def test_the_nameless_head_that_an_earlier_tilik_made_gives_way_with_their_code(
    databases: str, tmp_path: Path
) -> None:
    def earlier(store: Store) -> str:
        unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta")
        head = people.add(store, "Kepala Dinas")
        people.give_duty(store, head, unit_id=unit.id, duty="head", valid_from=TODAY)
        return people.invite(store, head, now=NOW).code

    office = Office(databases, tmp_path)
    old = office.asks(earlier)
    made = office.made(STAFF)
    successor = {"unit": "Dinas", "before": "Kepala Dinas", "after": "Ratna Dewi"}
    assert made["heads"] == [successor]
    assert office.joins(old) is None
    assert office.asks(lambda store: people.bearer(store, old, now=NOW)).standing == "ended"
    joined = office.joins(codes(made)["Ratna Dewi"])
    assert joined is not None
    assert [held.duty for held in joined.duties] == ["head"]
    assert office.everybody()["Kepala Dinas"].duties == frozenset()


def test_a_unit_has_one_head_and_the_newest_list_says_who(office: Office) -> None:
    office.made(STAFF)
    later = NOW + timedelta(days=5)
    made = office.made(
        f"{HEADER}\n{JOKO},Joko Santoso,Dinas,Plt. Kepala,{RATNA},kepala\n", now=later
    )
    assert made["heads"] == [{"unit": "Dinas", "before": "Ratna Dewi", "after": "Joko Santoso"}]
    assert office.links("duties", "Ratna Dewi") == [(TODAY, date(2026, 11, 6))]
    assert office.links("duties", "Joko Santoso") == [(date(2026, 11, 7), None)]


def test_heads_can_change_places_in_one_file(office: Office) -> None:
    two = f"{RATNA},Ratna,A,Kepala,,kepala\n{DEWI},Dewi,B,Kepala,,kepala\n"
    office.made(f"{HEADER}\n{two}")
    made = office.made(f"{HEADER}\n{RATNA},Ratna,B,Kepala,,kepala\n{DEWI},Dewi,A,Kepala,,kepala\n")
    assert [(head["unit"], head["after"]) for head in made["heads"]] == [
        ("B", "Ratna"),
        ("A", "Dewi"),
    ]
    held = {n: [h.unit_id for h in m.duties] for n, m in office.everybody().items()}
    assert held == {"Ratna": [office.unit("B").id], "Dewi": [office.unit("A").id]}


def test_a_duty_at_a_third_unit_stays(office: Office) -> None:
    office.made(f"{STAFF}{SITI},Siti,Lain,Staf,,\n")

    lain, ratna = office.unit("Lain").id, office.everybody()["Ratna Dewi"].id
    office.asks(lambda s: people.give_duty(s, ratna, unit_id=lain, duty="head", valid_from=TODAY))
    office.made(f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Staf Ahli,,\n")
    assert [held.unit_id for held in office.everybody()["Ratna Dewi"].duties] == [lain]


# Codes


def test_each_new_person_gets_a_code_that_works_once(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    made = office.made(STAFF)
    assert made["codes_until"] == "2026-11-16T16:59:00+00:00"
    code = codes(made)["Dewi Lestari"]
    joined = office.joins(code)
    assert joined is not None
    assert (joined.name, joined.post and joined.post.title) == ("Dewi Lestari", "Petugas Loket")
    assert office.joins(code, "78") is None
    assert [member.name for member in office.joins(codes(made)["Ratna Dewi"], "79").team] == [  # type: ignore[union-attr]
        "Dewi Lestari",
        "Joko Santoso",
    ]


def test_only_who_lacks_a_code_gets_a_new_one(office: Office) -> None:
    made = office.made(STAFF)
    office.joins(codes(made)["Dewi Lestari"])
    assert office.made(STAFF)["codes"] == []
    again = office.made(STAFF, now=NOW + timedelta(days=15))
    assert sorted(codes(again)) == ["Joko Santoso", "Ratna Dewi"]


def test_codes_are_printed_with_their_links_and_without_a_nip(office: Office) -> None:
    assert office.imports(STAFF, username="TilikBot") == 0
    assert "berlaku sampai 16 November 2026 pukul 23.59 WIB" in office.out
    line = next(line for line in office.out.splitlines() if line.startswith("- Dewi"))
    person, code = line.split(": daftar ")
    assert person == "- Dewi Lestari (1990***********001), Dinas"
    assert code == f"{code[:10]}  https://t.me/TilikBot?start=daftar-{code[:10]}"
    assert DEWI not in office.out
    made = office.made(f"{STAFF}{SITI},Siti,Dinas,Staf,,\n", username="TilikBot")
    (siti,) = made["codes"]
    assert siti["link"] == f"https://t.me/TilikBot?start=daftar-{siti['code']}"
    assert siti["nip"] == "1995***********003"


def test_codes_have_links_to_whatsapp_too(office: Office) -> None:
    (siti,) = office.made(
        f"{STAFF.splitlines()[0]}\n{SITI},Siti,Dinas,Staf,,\n", number="62811222333"
    )["codes"]
    assert siti["whatsapp"] == f"https://wa.me/62811222333?text=daftar%20{siti['code']}"
    assert siti["link"] is None
    assert office.imports(STAFF, number="0811") == 1
    assert "bukan nomor WhatsApp" in office.err


def test_codes_on_a_sheet_are_not_on_the_screen(
    databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Any] = []
    real = slips.pdf
    monkeypatch.setattr(slips, "pdf", lambda s, title: real(drawn.extend(s) or drawn, title=title))
    office, file = Office(databases, tmp_path), tmp_path / "kode.pdf"
    zones = f"{HEADER},zona\n{RATNA},Ratna,A,Kepala,,,WIT\n{DEWI},Dewi,B,Staf,,,WIB\n"
    assert office.imports(zones, username="TilikBot", codes_on=file) == 0
    assert "2 lembar kode" in office.out
    assert "kode.pdf, berlaku sampai 16 November 2026 pukul 23.59 WIT" in office.out
    assert file.stat().st_mode & 0o777 == 0o600
    ratna, dewi = drawn
    assert (ratna.name, ratna.unit, ratna.beside) == ("Ratna", "A", "1975***********001")
    assert ratna.until.endswith("16 November 2026 pukul 23.59 WIT.")
    assert dewi.until.endswith("16 November 2026 pukul 23.59 WIB.")
    assert not any(one.code in office.out + office.err for one in drawn)
    assert [way.url for way in dewi.ways] == [f"https://t.me/TilikBot?start=daftar-{dewi.code}"]
    joined = office.joins(dewi.code)
    assert joined is not None
    assert joined.name == "Dewi"


def test_a_program_is_told_the_sheet_and_not_the_codes(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "kode.pdf"
    tried = office.made(STAFF, codes_on=file, dry_run=True)
    assert (len(tried["codes"]), tried["sheet"], file.exists()) == (3, None, False)
    made = office.made(STAFF, codes_on=file, username="TilikBot", number="62811222333")
    assert (made["sheet"], len(made["codes"])) == (str(file), 3)
    assert {(one["code"], one["link"], one["whatsapp"]) for one in made["codes"]} == {(None,) * 3}


def test_a_sheet_that_cannot_be_written_lets_nobody_in(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "kode.pdf"
    file.write_text("before")
    for there, sentence in (
        (file, "sudah ada dan tidak ditimpa"),
        (tmp_path / "nowhere" / "kode.pdf", "tidak dapat ditulis"),
        (tmp_path / "kantor.csv", "berakhiran .pdf"),
    ):
        assert office.imports(STAFF, codes_on=there) == 1
        assert sentence in office.err
        assert (office.out, office.everybody()) == ("", {})
    assert file.read_text() == "before"
    assert office.imports(STAFF, codes_on=file, force=True) == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_sheet_that_fails_at_the_last_leaves_the_codes_on_the_screen(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(slips, "pdf", full)
    assert office.imports(STAFF, codes_on=tmp_path / "kode.pdf") == 0
    assert "No space left on device" in office.err
    assert len(office.everybody()) == 3, "they are taken in, so their codes must be told"
    assert "daftar" in office.out
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_wrong_table_leaves_no_sheet_and_no_new_codes_leave_the_old_one(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "kode.pdf"
    office.is_refused(f"{HEADER}\n1978,A,Dinas,Staf,,\n", codes_on=file)
    assert not file.exists()
    office.imports(STAFF, codes_on=file)
    before = file.read_bytes()
    assert office.imports(STAFF, codes_on=file, force=True) == 0
    assert "Tidak ada kode baru" in office.out
    assert file.read_bytes() == before


def test_what_is_no_username_is_refused_before_anything_is_written(office: Office) -> None:
    assert office.imports(STAFF, username="@x") == 1
    assert "bukan nama pengguna Telegram" in office.err
    assert office.everybody() == {}


# Trying it


def test_a_dry_run_says_what_it_would_do_and_does_nothing(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path)
    assert office.imports(STAFF, dry_run=True) == 0
    assert office.out.startswith("Akan ada 3 orang baru, 0 berubah, 0 tetap.\nKolom yang dibaca")
    assert "\nUnit baru: Dinas\n" in office.out
    told = "+ Dewi Lestari (1990***********001): Petugas Loket, Dinas; atasan Ratna Dewi; peran "
    assert told in office.out
    assert "Kepala Dinas, Dinas; atasan (tidak ada); peran kepala Dinas\n" in office.out
    assert "hanya percobaan" in office.out
    assert "daftar" not in office.out.replace("pendaftaran", "")
    assert (office.everybody(), office.units()) == ({}, [])
    office.made(STAFF)
    changed = STAFF.replace(f"Loket,{RATNA},staf", f"Loket,{JOKO},")
    tried = office.made(f"{changed}{SITI},Siti,Dinas,Staf,,\n", dry_run=True)
    assert (len(tried["new"]), len(tried["changed"]), tried["unchanged"]) == (1, 1, 2)
    assert [(row["name"], row["code"], row["link"]) for row in tried["codes"]] == [
        ("Siti", None, None)
    ]
    assert office.imports(changed, dry_run=True) == 0
    told = "~ Dewi Lestari (1990***********001): NIP atasan Ratna Dewi → Joko Santoso"
    assert told in office.out.splitlines()
    assert office.everybody()["Dewi Lestari"].superior_id == office.everybody()["Ratna Dewi"].id


@pytest.mark.parametrize("name", ["staf.csv", "staf.xlsx", "STAF.XLSX"])
def test_the_template_has_the_columns_that_are_read(
    office: Office, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    assert write_template("people", file, say=office.say, echo=office.echo) == 0
    header, _ = rows(file)
    assert ",".join(header.cells) == f"{HEADER},unit tugas,loket,zona,unit induk,berhenti,NIP lama"
    assert write_template("people", file, say=office.say, echo=office.echo) == 1
    assert "tidak ditimpa" in office.err


def test_a_template_is_a_csv_or_a_workbook(office: Office, tmp_path: Path) -> None:
    assert write_template("people", tmp_path / "staf.ods", say=office.say, echo=office.echo) == 1
    assert ".xlsx" in office.err


# What is refused


def test_every_wrong_row_and_column_has_its_sentence(office: Office) -> None:
    office.made(STAFF)
    found = office.is_refused(
        f"{HEADER},loket,zona\n"
        f"1978,A,Dinas,Staf,,,,\n"
        f"{SITI},,Dinas,Staf,{SITI},bos,,Mars\n"
        f"{DEWI},Dewi,Dinas,Staf,{DEWI},,Loket 9,WIT\n"
        f"{DEWI},Dewi,Dinas,Staf,199001012015032009,kepala,,\n"
        f"{JOKO},Joko,Dinas,Staf,12,kepala,,\n"
        f"1.98805E+17,Joko,Dinas,Staf,,KEPALA,,\n"
        f"199001012015032004,Ani,Dinas,Staf,,kepala unit,,\n"
    )
    assert [sentence.split(":")[0] for sentence in found] == [
        "Baris 2, kolom NIP",
        "Baris 3, kolom nama",
        "Baris 3, kolom peran",
        "Baris 3, kolom zona",
        "Baris 4, kolom NIP atasan",
        "Baris 4, kolom zona",
        "Baris 4, kolom loket",
        "Baris 5, kolom NIP",
        "Baris 5, kolom NIP atasan",
        "Baris 6, kolom NIP atasan",
        "Baris 7, kolom NIP",
        "Baris 8, kolom peran",
    ]
    assert "18 angka" in found[0]
    assert "baris 4" in found[7]
    assert "dibulatkan oleh lembar kerja" in found[10]


def test_a_nip_that_a_workbook_has_rounded_is_refused(office: Office, tmp_path: Path) -> None:
    cells = [HEADER.split(","), [int(DEWI), "Dewi", "Dinas", "Staf", "", ""]]
    file = workbook(tmp_path / "staf.xlsx", cells)
    assert office.imports(file) == 1
    assert office.err.startswith("Baris 2, kolom NIP: Nomor ini sudah dibulatkan")
    office.made(workbook(tmp_path / "b.xlsx", [cells[0], [DEWI, *cells[1][1:]]]))
    assert office.everybody()["Dewi"].nip == DEWI


def test_a_nip_may_be_written_with_spaces_and_is_one_all_the_same(office: Office) -> None:
    spaced = "19900101 201503 2 001"
    (sentence,) = office.is_refused(f"{HEADER}\n{spaced},D,U,J,,\n{DEWI},D,U,J,,\n")
    assert sentence.startswith("Baris 3, kolom NIP: NIP ini sudah ada di baris 2")
    office.made(f"{HEADER}\n{JOKO},J,U,S,1990.0101.2015.03.2.001,\n{spaced},D,U,J,,\n")
    assert office.everybody()["D"].nip == DEWI


def rings_in_words() -> Iterator[tuple[str, str, int]]:
    a, b, c = (f"{n},{{}},U,J,{{}},\n" for n in (RATNA, DEWI, JOKO))
    two = a.format("A", DEWI) + b.format("B", RATNA)
    yield two, "A → B → A", 2
    yield a.format("A", DEWI) + b.format("B", JOKO) + c.format("C", RATNA), "A → B → C → A", 2
    yield c.format("C", RATNA) + two, "A → B → A", 3


@pytest.mark.parametrize(("table", "circle", "row"), list(rings_in_words()))
def test_superiors_that_run_in_a_circle_are_refused(
    office: Office, table: str, circle: str, row: int
) -> None:
    (sentence,) = office.is_refused(f"{HEADER}\n{table}")
    assert sentence.startswith(f"Baris {row}, kolom NIP atasan")
    assert circle in sentence


def test_a_circle_that_closes_over_the_store_is_refused_too(office: Office) -> None:
    office.made(STAFF)
    (sentence,) = office.is_refused(f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Kepala,{DEWI},kepala\n")
    assert "Ratna Dewi → Dewi Lestari → Ratna Dewi" in sentence


def test_units_are_checked_as_in_the_offices_own_table(office: Office) -> None:
    head = f"{HEADER},unit induk,zona\n"
    (sentence,) = office.is_refused(f"{head}{DEWI},D,A,J,,,B,\n{JOKO},J,B,J,,,A,\n")
    assert "induk dirinya sendiri" in sentence
    (sentence,) = office.is_refused(f"{head}{DEWI},D,A,J,,,,WIB\n{JOKO},J,A,J,,,,WIT\n")
    assert sentence.startswith("Baris 3, kolom zona: tidak sama dengan baris 2")
    office.made(f"{head}{DEWI},D,A,J,,,P,WIB\n")
    (sentence,) = office.is_refused(f"{head}{DEWI},D,A,J,,,Q,WIB\n")
    assert sentence.startswith("Baris 2, kolom unit induk: A sudah tercatat di bawah unit induk")
    (sentence,) = office.is_refused(f"{head}{DEWI},D,U,J,,,P,\n{JOKO},J,U,J,,,Q,\n")
    assert sentence.startswith("Baris 3, kolom unit induk: unit ini ada di bawah unit lain pada")
    assert "bedakan namanya" in sentence, "two units of one name would be one"
    assert office.imports(STAFF, zone="Mars") == 1
    assert "Zona waktu" in office.err


@pytest.mark.parametrize("content", ["", HEADER, f"{HEADER}\n,,,,,\n"])
def test_a_table_without_people_is_refused(office: Office, content: str) -> None:
    assert "belum berisi pegawai" in office.is_refused(content)[0]


def test_missing_columns_are_named(office: Office) -> None:
    found = office.is_refused("NIP,nama,unit\n1,2,3\n")
    assert "jabatan, NIP atasan, peran" in found[0]


def test_a_cell_that_begins_like_a_formula_is_a_name_like_any_other(office: Office) -> None:
    office.made(f"{HEADER}\n{DEWI},=1+1,Dinas,Staf,,\n")
    assert office.everybody()["=1+1"].nip == DEWI


# Many


def nips(count: int) -> list[str]:
    """Numbers that are well-formed and differ."""
    days = [date(1970, 1, 1) + timedelta(days=n) for n in range(count)]
    return [f"{day:%Y%m%d}{day.year + 25}011001" for day in days]


def test_more_go_in_and_move_than_one_statement_takes(
    databases: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here a thousand, beyond which SQLite also takes no chain of conditions."""
    monkeypatch.setattr(links, "MOST_AT_ONCE", 1_000)
    office = Office(databases, tmp_path)
    numbers = nips(1_050)

    def table(title: str, superior: str) -> str:
        rest = (
            f"{n},Orang {i},Unit {i % 50},{title},{superior},,{'' if i % 50 == 0 else 'Unit 0'}\n"
            for i, n in enumerate(numbers[1:])
        )
        return f"{HEADER},unit induk\n{numbers[0]},Kepala,Unit 0,Kepala,,kepala,\n{''.join(rest)}"

    made = office.made(table("Staf", numbers[0]))
    assert len(made["new"]) == len(made["codes"]) == 1_050
    moved = office.made(table("Ahli", ""), now=NOW + timedelta(days=1))
    assert (len(moved["changed"]), moved["unchanged"]) == (1_049, 1)
    assert len(office.everybody()) == 1_050


def test_the_files_own_sheet_is_read_back(tmp_path: Path, office: Office) -> None:
    file = tmp_path / "staf.xlsx"
    write_template("people", file, say=office.say, echo=office.echo)
    book = CalamineWorkbook.from_path(str(file))
    assert book.get_sheet_by_index(0).to_python()[0][0] == "NIP"


def test_a_page_names_who_hands_over_to_whom(office: Office) -> None:
    office.made(STAFF)
    table = f"{HEADER}\n{JOKO},Joko Santoso,Dinas,Petugas Loket,{RATNA},kepala\n"
    assert office.imports(table) == 0
    assert office.out.splitlines() == [
        "0 orang baru, 1 berubah, 0 tetap.",
        "Kolom yang dibaca: NIP; nama; unit; jabatan; NIP atasan; peran.",
        "~ Joko Santoso (1988***********002): peran (tidak ada) → kepala Dinas",
        "Kepala Dinas: Ratna Dewi → Joko Santoso",
        (
            "Berkas ini mengubah atasan, peran, atau NIP. Belum ada seorang pun yang bergabung "
            "dan dapat menyetujuinya, maka langsung ditulis."
        ),
    ]
    assert office.imports(STAFF, dry_run=True) == 0
    assert "kode pendaftaran" not in office.out


# The commands


def test_the_commands_take_in_and_hand_over(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", office.url)
    monkeypatch.setenv("LC_ALL", "id")
    monkeypatch.chdir(tmp_path)

    def tilik(*words: str) -> str:
        ran = apart(lambda: CliRunner().invoke(app, words, obj=lambda: NOW))
        assert ran.exit_code == 0, ran.output
        return str(ran.output)

    for what in ("services", "people", "targets"):
        assert "siap diisi" in tilik("import", what, f"{what}.xlsx", "--template")
    office.keeps(f"{SERVICES}\nDinas,KTP-el,Loket 1,\n", "s.csv")
    assert json.loads(tilik("import", "services", "s.csv", "--json"))["counters"] == 1
    office.keeps(STAFF, "p.csv")
    assert "3 orang baru" in tilik("import", "people", "p.csv", "--dry-run")
    onto = ("--sheet", "kode.pdf", "--force")
    told = tilik("import", "people", "p.csv", "--zone", "WIT", *onto)
    assert ("3 lembar kode" in told, "daftar " in told) == (True, False)
    assert (tmp_path / "kode.pdf").exists()
    office.keeps(f"NIP,triwulan,hasil,indikator,target,satuan\n{DEWI},2026-Q4,A,B,1,x\n", "t.csv")
    assert "1 baru" in tilik("import", "targets", "t.csv")
    office.keeps(f"NIP,jabatan,unit\n{DEWI},Plh. Kepala Dinas,Dinas\n", "plh.csv")
    assert "Plh. Kepala Dinas" in tilik("import", "posts", "plh.csv", "--dry-run")
    office.asks(lambda store: people.begins(store, people.by_nip(store)[DEWI][0], at=JOINED))
    assert "nilai-dinas" in tilik("export", "scores", "--quarter", "TW IV 2026", "--unit", "Dinas")
    refused = ("export", "log", "--unit", "Dinas", "--month", "Nov 2026")
    ran = apart(lambda: CliRunner().invoke(app, refused, obj=lambda: NOW))
    assert (ran.exit_code, "Tidak ada berkas yang ditulis" in ran.output) == (1, True)
