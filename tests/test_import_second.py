"""What changes superiors, roles or numbers of people waits until a second person agrees."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.imports.all_kinds import parsed, previewed
from bot.imports.intake import given, put, settled
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import SheetWrong
from handlers.office.imports.rights import officer, reaches, seconds_of
from handlers.office.imports.words import second_letter
from models.store import Store, schema
from models.store.intake import intakes
from models.store.intake.intakes import EXPIRES_AFTER, Intake
from models.store.people import people, posts
from tests import played
from tests.office import leaves_post
from tests.postgresql import apart
from tests.test_import_kinds import Office as KindsOffice
from tests.test_import_people import DEWI, HEADER, JOKO, NOW, RATNA, SITI, STAFF, codes

OTHER_SUPERIOR = f"NIP,NIP atasan\n{DEWI},{JOKO}\n"
ANI = "199001012015032009"
LEAVE = f"NIP,jenis,mulai,sampai\n{DEWI},cuti,1/12/2026,2/12/2026\n"
HR = f"{STAFF}{SITI},Siti Aminah,Dinas,Analis,{RATNA},kepegawaian\n"


class Office(KindsOffice):
    """Someone who runs the machine; in the personnel office Siti has joined."""

    def joined(self, name: str = "Siti Aminah") -> Office:
        assert self.joins(codes(self.made(HR))[name], name) is not None
        return self

    def intake(self, number: int) -> Intake:
        found: Intake = self.asks(lambda store: intakes.intake(store, number))
        return found

    def gives(self, table: str, name: str, kind: str = "superiors") -> int:
        """A person brings a file in their chat; its number."""
        file = parsed(kind, table.encode(), "atasan.csv")
        terms = Terms(NOW, "Asia/Jakarta", by=self.number(name))
        number: int = self.asks(lambda store: given(store, file, terms))
        return number

    def agrees(self, number: int, name: str) -> str | None:
        by = self.number(name)
        said: str | None = self.asks(lambda store: intakes.agree(store, number, by=by))
        return said

    def told(self, name: str) -> list[str]:
        """What was written to the person, by the id of its first words."""
        here, there, person = schema.letters, schema.addresses, self.number(name)
        query = here.select().join(there).where(there.c.person_id == person).order_by(here.c.id)
        sheets = [json.loads(row.sheet) for row in self.asks(lambda s: s.execute(query).all())]
        return [sheet["p"][0]["t"] for sheet in sheets]

    def asked_of(self, name: str) -> list[int]:
        """The files that the person has been asked to agree to, by their numbers."""
        here, there, person = schema.letters, schema.addresses, self.number(name)
        query = here.select().join(there).where(there.c.person_id == person).order_by(here.c.id)
        sheets = [json.loads(row.sheet) for row in self.asks(lambda s: s.execute(query).all())]
        asked = [sheet["p"][0] for sheet in sheets]
        assert {one["$giver"]["t"] for one in asked} == {"impor-operator"}
        assert {one["$name"] for one in asked} == {"superiors.csv"}
        return [int(one["$opens"].rsplit(".", 1)[1]) for one in asked]

    def superior(self) -> str:
        everybody = self.everybody()
        names = {member.id: name for name, member in everybody.items()}
        return names[everybody["Dewi Lestari"].superior_id or 0]


@pytest.fixture
def office(sqlite: str, tmp_path: Path) -> Office:
    return Office(sqlite, tmp_path)


def test_a_file_of_the_operator_waits_for_who_has_joined_the_personnel_office(
    databases: str, tmp_path: Path
) -> None:
    office = Office(databases, tmp_path).joined()
    before = office.deeds()
    page = office.puts("superiors", OTHER_SUPERIOR)
    number = page["waiting"]
    assert (page["needs_second"], office.superior()) == (True, "Ratna Dewi")
    assert office.brings("superiors", OTHER_SUPERIOR) == 0
    assert f"(nomor {number + 1})" in office.out.splitlines()[-1]
    assert office.asked_of("Siti Aminah") == [number, number + 1]
    one = office.intake(number)
    assert (one.state, one.given_by, one.kind) == ("waiting", None, "superiors")
    assert (one.preview.changed, len(one.preview.lines)) == (1, 1)
    assert office.confirms(number, "Siti Aminah") is True
    (done,) = office.settles()
    assert (done.state, office.superior()) == ("done", "Joko Santoso")
    after = office.intake(number)
    assert (after.state, after.decided_by) == ("done", office.number("Siti Aminah"))
    assert (after.preview.lines, after.preview.changed) == ((), 1)
    assert office.asks(lambda store: intakes.content_of(store, number)) is None
    assert office.deeds()[len(before) :] == ["intake", "intake", "superior"]
    assert (office.settles(), office.confirms(number, "Siti Aminah")) == ([], False)


def test_people_wait_too_and_no_code_is_made_meanwhile(office: Office) -> None:
    office.joined()
    table = f"{HEADER}\n{JOKO},Joko Santoso,Dinas,Petugas Loket,{RATNA},kepala\n"
    page = office.made(table, now=NOW + timedelta(days=15))
    assert (page["codes"], page["heads"], page["needs_second"]) == (*([], page["heads"], True),)
    assert "Ratna Dewi" in [h["before"] for h in page["heads"]]
    assert len(office.everybody()["Ratna Dewi"].duties) == 1
    assert office.imports(table) == 0
    first, *_, waits, last = office.out.splitlines()
    assert first == "Akan ada 0 orang baru, 1 berubah, 0 tetap."
    assert "menunggu persetujuan orang kedua" in waits
    assert f"(nomor {page['waiting'] + 1})" in waits
    assert "jalankan lagi perintah ini setelah disetujui" in last


def test_a_trial_says_that_it_would_wait(office: Office) -> None:
    office.joined()
    table = f"{HEADER}\n{JOKO},Joko Santoso,Dinas,Petugas Loket,{RATNA},kepala\n"
    for done in (
        office.brings("superiors", OTHER_SUPERIOR, dry_run=True),
        office.imports(table, dry_run=True),
    ):
        assert done == 0
        assert "akan menunggu persetujuan orang kedua" in office.out
        assert "hanya percobaan" in office.out
    page = office.puts("superiors", OTHER_SUPERIOR, dry_run=True)
    assert (page["waiting"], page["needs_second"]) == (None, True)
    assert office.asks(intakes.waiting) == []


def test_who_has_another_superior_by_a_file_is_told_and_both_superiors(office: Office) -> None:
    office.joined()
    for name in ("Dewi Lestari", "Joko Santoso", "Ratna Dewi"):
        number = office.number(name)
        code = office.asks(lambda store, n=number: people.invite(store, n, now=NOW).code)
        assert office.joins(code, name) is not None
    number = office.puts("superiors", OTHER_SUPERIOR)["waiting"]
    assert office.confirms(number, "Siti Aminah") is True
    assert [one.state for one in office.settles()] == ["done"]
    told = {"Dewi Lestari": "pegawai-superior-yours", "Joko Santoso": "doubt-gained"}
    for name, words in {**told, "Ratna Dewi": "doubt-released"}.items():
        assert office.told(name) == [words]


def test_where_nobody_could_agree_it_is_written_at_once_and_says_so(office: Office) -> None:
    office.made(HR)
    assert office.brings("superiors", OTHER_SUPERIOR) == 0
    assert "langsung ditulis" in office.out
    assert office.superior() == "Joko Santoso"


def test_who_keeps_the_people_of_another_unit_cannot_agree(office: Office) -> None:
    office.joined()
    row = f"{SITI},Siti Aminah,Bidang,Analis,{RATNA},kepegawaian,-"
    office.made(f"{HEADER},unit induk\n{row}\n")
    waits = office.asks(intakes.waiting)
    office.confirms(waits[0].id, "Siti Aminah")
    assert [one.state for one in office.settles()] == ["done"]
    page = office.puts("superiors", OTHER_SUPERIOR)
    assert (page["needs_second"], page["waiting"]) == (True, None)
    assert office.superior() == "Joko Santoso"


@pytest.mark.parametrize("changes", [False, True])
def test_unchanged_rows_of_another_unit_let_nothing_past_the_second_person(
    office: Office, changes: bool
) -> None:
    """Of what is otherwise in two units nobody keeps both of, one who keeps part of it has joined:
    it waits, and says who must."""
    office.joined()
    office.made(f"{HEADER}\n{ANI},Ani,Kecamatan,Staf,,\n")
    rows = f"{DEWI},Dewi Lestari,Dinas,Petugas Loket,{JOKO},staf\n"
    title = "Camat" if changes else "Staf"
    table = f"{HEADER}\n{rows}{ANI},Ani,Kecamatan,{title},,\n"
    page = office.made(table)
    assert (page["needs_second"], office.superior()) == (True, "Ratna Dewi")
    office.imports(table)
    assert ("Minta operator memberi seorang rekan peran" in office.out) is changes
    told = office.told("Siti Aminah")
    assert told == ([] if changes else ["impor-second"] * 2)


def test_the_command_sets_nothing_alone_once_anybody_has_joined(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", office.url)
    monkeypatch.setenv("LC_ALL", "id")
    monkeypatch.chdir(tmp_path)

    def tilik(*words: str) -> str:
        return apart(lambda: CliRunner().invoke(app, words, obj=lambda: NOW)).output

    assert "berlaku mulai 2 November 2026" in tilik("office", "set", "quiet", "21-6")
    office.joined()
    waits = tilik("office", "set", "quiet", "22-5")
    assert "dari 21-6 menjadi 22-5" in waits
    assert "Menunggu persetujuan orang kedua lewat obrolan" in waits
    shares = ("--quantity", "50", "--quality", "50", "--discipline", "0", "--citizens", "0")
    assert "dari 40 20 20 20 menjadi 50 50 0 0" in tilik("weights", *shares)
    assert "21-6" in tilik("office", "show")
    listed = tilik("import", "waiting").splitlines()
    assert [line.split(":")[0] for line in listed] == [
        "1. Jam tenang (mulai-selesai)",
        "2. Bobot kuantitas, kualitas, disiplin, warga",
    ]
    assert office.told("Siti Aminah") == ["impor-change-second"] * 2
    assert "Nomor 2 ditarik kembali" in tilik("import", "drop", "2")


def test_what_nobody_need_agree_to_is_written_at_once(office: Office) -> None:
    office.joined()
    assert office.puts("leave", LEAVE)["waiting"] is None
    assert office.leaves_of("Dewi Lestari") != []
    added = office.made(f"{HEADER}\n199001012015032009,Ani,Dinas,Staf,{RATNA},\n")
    assert (added["needs_second"], added["waiting"]) == (False, None)
    assert "Ani" in office.everybody()


def test_nobody_agrees_to_their_own_file(office: Office) -> None:
    office.joined()
    number = office.gives(OTHER_SUPERIOR, "Siti Aminah")
    assert (office.intake(number).state, office.superior()) == ("shown", "Ratna Dewi")
    assert office.agrees(number, "Ratna Dewi") is None
    assert office.agrees(number, "Siti Aminah") == "waiting"
    assert office.confirms(number, "Siti Aminah") is False
    office.asks(lambda store: intakes.drop(store, number, by=None, now=NOW))
    head = f"{HEADER}\n{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,admin kepegawaian\n"
    waits = office.made(head)["waiting"]
    assert office.confirms(waits, "Siti Aminah") is True
    assert [one.state for one in office.settles()] == ["done"]
    siti, ratna = office.number("Siti Aminah"), office.number("Ratna Dewi")
    fresh = office.asks(lambda store: people.invite(store, ratna, now=NOW).code)
    assert office.joins(fresh, "ratna") is not None
    number = office.gives(OTHER_SUPERIOR, "Siti Aminah")
    assert office.agrees(number, "Siti Aminah") == "waiting"
    assert office.agrees(number, "Siti Aminah") is None
    assert office.confirms(number, "Siti Aminah") is False
    assert office.asks(lambda store: intakes.refuse(store, number, by=siti, now=NOW)) is False
    assert office.confirms(number, "Ratna Dewi") is True
    assert [one.state for one in office.settles()] == ["done"]
    assert office.superior() == "Joko Santoso"


def test_a_file_that_needs_no_second_person_is_confirmed_by_who_gives_it(office: Office) -> None:
    office.joined()
    number = office.gives(LEAVE, "Siti Aminah", "leave")
    assert office.agrees(number, "Siti Aminah") == "confirmed"
    assert [one.state for one in office.settles()] == ["done"]
    assert len(office.leaves_of("Dewi Lestari")) == 1


def test_who_acts_for_a_superior_by_a_file_is_told_and_that_it_is_over(office: Office) -> None:
    office.joined()
    for name in ("Joko Santoso", "Ratna Dewi"):
        number = office.number(name)
        code = office.asks(lambda store, number=number: people.invite(store, number, now=NOW).code)
        assert office.joins(code, name) is not None
    head = "NIP,unit,jabatan,jenis,mulai,sampai,NIP yang digantikan"
    sheet = schema.letters.c.sheet

    def settles(row: str) -> list[int]:
        number = office.puts("posts", f"{head}\n{JOKO},Dinas,{row}\n")["waiting"]
        assert office.confirms(number, "Siti Aminah") is True
        assert [one.state for one in office.settles()] == ["done"]
        rows = office.asks(lambda store: store.execute(select(sheet)).scalars().all())
        return [sum(word in row for row in rows) for word in ("yours", "for-you", "stand-in-over")]

    assert settles(f"Kepala Dinas,Plh,2/11/2026,13/11/2026,{RATNA}") == [1, 1, 0]
    assert settles(f"Kepala Dinas,Plh,2/11/2026,20/11/2026,{RATNA}") == [2, 2, 0]
    assert settles(f"Kepala Dinas,Plh,2/11/2026,20/11/2026,{SITI}") == [3, 3, 1]


def test_a_second_person_may_refuse(office: Office) -> None:
    office.joined()
    number = office.puts("superiors", OTHER_SUPERIOR)["waiting"]
    siti = office.number("Siti Aminah")
    assert office.asks(lambda store: intakes.refuse(store, number, by=siti, now=NOW)) is True
    assert office.intake(number).state == "refused"
    assert office.asks(lambda store: intakes.content_of(store, number)) is None
    assert office.confirms(number, "Siti Aminah") is False
    assert office.superior() == "Ratna Dewi"


def test_what_would_mean_something_else_by_now_is_refused(office: Office) -> None:
    office.joined()
    number = office.puts("superiors", OTHER_SUPERIOR)["waiting"]
    office.made(f"{HEADER}\n199001012015032009,Ani,Dinas,Staf,{RATNA},\n")
    assert office.confirms(number, "Siti Aminah") is True
    assert [one.state for one in office.settles()] == ["done"]
    number = office.puts("superiors", f"NIP,NIP atasan\n{DEWI},{RATNA}\n")["waiting"]
    dewi = office.number("Dewi Lestari")
    office.asks(lambda store: posts.report_to(store, dewi, None, since=NOW.date()))
    office.confirms(number, "Siti Aminah")
    (refused,) = office.settles()
    assert [wrong.why.id for wrong in refused.wrongs] == ["import-otherwise"]
    assert (refused.state, office.intake(number).state) == ("refused", "refused")
    assert office.everybody()["Dewi Lestari"].superior_id is None


def test_what_no_longer_fits_is_refused_with_every_reason(office: Office) -> None:
    office.joined()
    number = office.puts("superiors", OTHER_SUPERIOR)["waiting"]
    dewi, joko = office.number("Dewi Lestari"), office.number("Joko Santoso")
    office.asks(lambda store: posts.report_to(store, joko, dewi, since=NOW.date()))
    office.confirms(number, "Siti Aminah")
    (refused,) = office.settles()
    assert [(wrong.row, wrong.why.id) for wrong in refused.wrongs] == [(2, "people-ring")]
    assert office.superior() == "Ratna Dewi"


def test_what_waits_too_long_is_dropped(office: Office) -> None:
    office.joined()
    number = office.puts("superiors", OTHER_SUPERIOR)["waiting"]
    office.asks(lambda store: intakes.forget(store, NOW + EXPIRES_AFTER))
    assert office.intake(number).state == "waiting"
    office.asks(lambda store: intakes.forget(store, NOW + EXPIRES_AFTER + timedelta(seconds=1)))
    assert office.intake(number).state == "dropped"
    assert office.asks(lambda store: intakes.content_of(store, number)) is None


def test_who_gave_a_file_takes_it_back_and_nobody_else_does(office: Office) -> None:
    office.joined()
    number = office.gives(OTHER_SUPERIOR, "Siti Aminah")
    siti, ratna = office.number("Siti Aminah"), office.number("Ratna Dewi")
    assert office.asks(lambda store: intakes.drop(store, number, by=ratna, now=NOW)) is False
    assert office.asks(lambda store: intakes.drop(store, number, by=siti, now=NOW)) is True
    assert office.asks(lambda store: intakes.drop(store, number, by=siti, now=NOW)) is False
    assert not office.asks(lambda store: intakes.agree(store, 999, by=siti))
    for act in (intakes.drop, intakes.refuse, intakes.confirm):
        assert not office.asks(lambda store, act=act: act(store, 999, by=siti, now=NOW))
    assert office.asks(lambda store: intakes.done(store, 999, now=NOW)) is False


def test_a_trial_leaves_neither_rows_nor_notes(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path).joined()
    before = office.everything()
    file = parsed("superiors", OTHER_SUPERIOR.encode(), "x.csv")
    terms = Terms(NOW, "Asia/Jakarta")
    tried = office.asks(lambda store: previewed(store, file, terms))
    assert (tried.changed, office.everything()) == (1, before)
    wrong = parsed("superiors", f"NIP,NIP atasan\n{RATNA},{DEWI}\n".encode(), "x.csv")
    with pytest.raises(SheetWrong):
        office.asks(lambda store: previewed(store, wrong, terms))
    assert office.everything() == before


def test_a_file_is_applied_once_and_then_kept_or_taken_back(databases: str, tmp_path: Path) -> None:
    office = Office(databases, tmp_path).joined()
    done: list[float] = []
    terms = Terms(NOW, "Asia/Jakarta", watch=done.append)
    superiors = parsed("superiors", OTHER_SUPERIOR.encode(), "x.csv")
    waits = office.asks(lambda store: put(store, superiors, terms))
    assert (done, office.superior()) == ([0.4, 0.6], "Ratna Dewi")
    assert office.confirms(waits.number, "Siti Aminah") is True
    intake = office.intake(waits.number)
    assert office.asks(lambda store: settled(store, superiors, intake, terms)).state == "done"
    assert (done, office.superior()) == ([0.4, 0.6] * 2, "Joko Santoso")
    posts = parsed("posts", f"NIP,unit,jabatan\n{DEWI},Dinas,Ahli\n".encode(), "x.csv")
    assert office.asks(lambda store: put(store, posts, terms)).number is None
    assert (done[4:], office.posts_of("Dewi Lestari")[-1][0]) == ([0.5], "Ahli")
    assert office.deeds()[-1] == "post"


def test_the_commands_list_and_drop_what_waits(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", office.joined().url)
    monkeypatch.setenv("LC_ALL", "id")
    monkeypatch.chdir(tmp_path)

    def tilik(*words: str) -> Any:
        return apart(lambda: CliRunner().invoke(app, ("import", *words), obj=lambda: NOW))

    assert tilik("waiting").output == "Tidak ada yang menunggu persetujuan.\n"
    office.keeps(OTHER_SUPERIOR, "atasan.csv")
    assert "siap diisi" in tilik("units", "unit.xlsx", "--template").output
    number = json.loads(tilik("superiors", "atasan.csv", "--json").output)["waiting"]
    assert tilik("waiting").output == (
        f"{number}. superiors dari atasan.csv, 2 November 2026: 0 baru, 1 berubah, 0 berakhir. "
        "Menunggu sampai 9 November 2026.\n"
    )
    dropped = tilik("drop", str(number))
    assert (dropped.exit_code, f"Nomor {number} ditarik kembali" in dropped.output) == (0, True)
    again = tilik("drop", str(number))
    assert (again.exit_code, "menunggu dengan nomor" in again.output) == (1, True)


BOSS, SUB = "197001011995031001", "199001012015032010"
TREE = f"""{HEADER},unit induk
{RATNA},Ratna Dewi,Dinas,Kepala Dinas,,kepala,
{SITI},Siti Aminah,Dinas,Analis,{RATNA},kepegawaian,
{BOSS},Bambang,Dinas,Staf Ahli,,,
{JOKO},Joko Santoso,Dinas,Auditor,{RATNA},auditor,
{SUB},Sri Wahyuni,Bidang,Staf,{RATNA},kepegawaian,Dinas
"""


@pytest.fixture
def tree(sqlite: str, tmp_path: Path) -> Office:
    """HR of the whole office and HR of a unit below it; Joko is auditor and has no post now."""
    office = Office(sqlite, tmp_path)
    office.made(TREE)
    joko = office.number("Joko Santoso")
    office.asks(lambda store: leaves_post(store, joko, since=NOW.date()))
    return office


@pytest.mark.parametrize(
    ("by", "kind", "table"),
    [
        ("Siti Aminah", "leave", f"NIP,jenis,mulai,sampai\n{SITI},cuti,1/12/2026,2/12/2026"),
        ("Siti Aminah", "posts", f"NIP,unit,jabatan\n{SITI},Dinas,Kepala Analis"),
        ("Siti Aminah", "teams", f"tim,unit,NIP,peran\nTim A,Dinas,{SITI},ketua"),
        (
            "Siti Aminah",
            "people",
            f"{HEADER}\n{SITI},Siti Aminah,Dinas,Kepala Analis,{RATNA},kepegawaian",
        ),
        ("Siti Aminah", "people", f"{HEADER}\n{BOSS},Bambang,Dinas,Staf Ahli,,keluar"),
        ("Siti Aminah", "people", f"{HEADER}\n{JOKO},Joko,Dinas,Staf,,auditor"),
        ("Siti Aminah", "posts", f"NIP,unit,jabatan\n{JOKO},Dinas,Staf"),
        ("Siti Aminah", "units", "unit,unit induk\nDinas Baru,"),
        ("Siti Aminah", "services", "unit,layanan,loket\nDinas Baru,KTP,Loket 1"),
        ("Sri Wahyuni", "posts", f"NIP,unit,jabatan\n{JOKO},Bidang,Staf"),
        ("Sri Wahyuni", "people", f"{HEADER}\n{JOKO},Joko Santoso,Bidang,Staf,,"),
    ],
)
def test_one_officer_alone_takes_in_nothing_of_this(
    tree: Office, by: str, kind: str, table: str
) -> None:
    """Nothing of theirs, nobody who leaves or comes back, no other unit on top; nobody who holds a
    duty where they have no say."""
    number, file = tree.number(by), parsed(kind, f"{table}\n".encode(), "x.csv")

    def alone(store: Store) -> bool:
        tried = previewed(store, file, Terms(NOW, "Asia/Jakarta", by=number))
        assert tried.new + tried.changed + tried.ended
        in_reach = reaches(store, officer(store, number, NOW), tried.units)
        assert in_reach is (by == "Siti Aminah")
        return in_reach and not tried.sensitive

    assert not tree.asks(alone)


def test_a_last_day_said_again_needs_nobody(tree: Office) -> None:
    table = f"{HEADER},hari terakhir\n{BOSS},Bambang,Dinas,Staf Ahli,,keluar,%s\n"
    tree.made(table % "30/11/2026")
    for day, grave in (("30/11/2026", False), ("1/10/2026", True)):
        file = parsed("people", (table % day).encode(), "x.csv")
        terms = Terms(NOW, "Asia/Jakarta", by=tree.number("Siti Aminah"))
        tried = tree.asks(lambda store, file=file, terms=terms: previewed(store, file, terms))
        assert tried.sensitive is grave


def test_what_a_second_is_asked_for_stands_first_and_names_are_told_apart(tree: Office) -> None:
    """Twelve new people hide no other superior, and a namesake of the old one is another."""
    namesake = "199001012015032099"
    crowd = "".join(
        f"1990010120150320{n:02d},Orang {n},Dinas,Staf,{RATNA},\n" for n in range(20, 32)
    )
    table = f"{HEADER}\n{crowd}{namesake},Ratna Dewi,Dinas,Staf,{RATNA},\n"
    moved = f"{SITI},Siti Aminah,Dinas,Analis,{namesake},kepegawaian\n"
    file = parsed("people", f"{table}{moved}".encode(), "x.csv")
    terms = Terms(NOW, "Asia/Jakarta", by=tree.number("Sri Wahyuni"))
    tried = tree.asks(lambda store: previewed(store, file, terms))
    assert (tried.new, tried.changed, tried.sensitive) == (13, 1, True)
    assert tried.altered == {tree.unit("Dinas").id}
    intake = tree.intake(tree.asks(lambda store: given(store, file, terms)))
    first, rest = (second_letter(intake, "Sri Wahyuni", page) for page in (0, 1))
    assert "Siti Aminah" in str(first.paragraphs[2])
    assert ["dan 4 lagi" in played.words(one) for one in (first, rest)] == [True, False]
    told = [line for one in (first, rest) for line in played.words(one).splitlines()]
    assert sum(line.startswith("+ ") for line in told) == 13


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        ("leave", "NIP,jenis,mulai,sampai", "{nip},cuti,{day}/12/2026,{day}/12/2026"),
        ("teams", "NIP,unit,tim,peran,mulai", "{nip},Dinas,Tim {day},anggota,1/12/2026"),
        ("posts", "NIP,unit,jabatan,mulai", "{nip},Dinas,Analis {day},1/12/2026"),
        (
            "targets",
            "NIP,triwulan,hasil,indikator,target,satuan",
            "{nip},2026-Q4,Hasil {day},x,9,%",
        ),
    ],
)
def test_rows_of_who_brings_the_file_stand_before_all_others(
    tree: Office, kind: str, header: str, row: str
) -> None:
    """No number of harmless rows hides from the second person what the file does for its giver."""
    others = (row.format(nip=nip, day=day) for day, nip in enumerate([RATNA, BOSS, SUB], 1))
    table = "\n".join([header, *others, row.format(nip=SITI, day=9)])
    terms = Terms(NOW, "Asia/Jakarta", by=tree.number("Siti Aminah"))
    file = parsed(kind, table.encode(), "x.csv")
    tried = tree.asks(lambda store: previewed(store, file, terms))
    assert len(tried.lines) == 4
    assert tried.sensitive
    assert "Siti Aminah" in str(tried.lines[0])


@pytest.mark.parametrize(
    ("before", "row"),
    [("", f"{SITI},{JOKO}"), ("", f"{SUB},{SITI}"), (f"{SUB},{SITI}", f"{SUB},{JOKO}")],
)
def test_a_superior_whom_a_file_gives_or_takes_from_its_giver_stands_before_all_others(
    tree: Office, before: str, row: str
) -> None:
    """What it does for its giver is their superior, and whom they are over."""
    if before:
        assert tree.puts("superiors", f"NIP,NIP atasan\n{before}\n")
    table = f"NIP,NIP atasan\n{BOSS},{RATNA}\n{JOKO},{BOSS}\n{row}\n"
    terms = Terms(NOW, "Asia/Jakarta", by=tree.number("Siti Aminah"))
    file = parsed("superiors", table.encode(), "x.csv")
    tried = tree.asks(lambda store: previewed(store, file, terms))
    assert len(tried.lines) == 3
    assert "Siti Aminah" in str(tried.lines[0])


def test_units_that_move_stand_before_all_others(tree: Office) -> None:
    """A row of units is about nobody. What it can do for its giver is that their duty reaches
    more."""
    table = "unit,unit induk,zona\nLuar,Dinas,\nDinas,,WIT\nBidang,-,\n"
    terms = Terms(NOW, "Asia/Jakarta", by=tree.number("Siti Aminah"))
    file = parsed("units", table.encode(), "x.csv")
    tried = tree.asks(lambda store: previewed(store, file, terms))
    assert (tried.new, tried.changed, tried.sensitive) == (1, 2, True)
    assert "Bidang" in str(tried.lines[0])


def test_nobody_agrees_to_a_file_that_gives_them_another_superior(tree: Office) -> None:
    file = parsed("superiors", f"NIP,NIP atasan\n{SUB},{JOKO}\n".encode(), "x.csv")
    siti = tree.number("Siti Aminah")
    terms = Terms(NOW, "Asia/Jakarta", by=siti)
    intake = tree.intake(tree.asks(lambda store: given(store, file, terms)))
    assert intake.preview.people == {tree.number("Sri Wahyuni")}
    seconds = tree.asks(lambda s: seconds_of(s, intake.preview, given_by=siti, now=NOW))
    assert seconds.absent == (tree.number("Ratna Dewi"),)
