"""Visit codes on paper: printed beforehand, in chat or at a terminal, and counted apart."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.attachments.links import AskedReach, Reach
from bot.attachments.visit_slips import HEADER, VisitSlips, visit_sheets, visit_slip
from bot.channel import Tapped
from bot.cli.exports.visit_codes import visit_codes
from bot.config import Settings
from bot.outbound.file_source import Fetched
from bot.texts import catalogue
from models.letters import Text
from models.services import bare_code, spelt_code
from models.store import Store, schema
from models.store.chat import addresses
from models.store.office import services
from models.store.people import people
from models.store.ratings import visit_codes as codes
from models.store.ratings.visit_codes import VisitCode
from models.store.rules import settings
from models.store.rules.settings import Version
from tests.asked import asked
from tests.counters import NOW, Counters
from tests.keyed import opened
from tests.papers import lines, sizes
from tests.played import empty_store, letter, words
from tests.postgresql import apart

GOOD = "🙂 Baik"
SHEET = "Cetak kode kunjungan"
BOTH = Reach("TilikContohBot", "6281234567890")
LAST = NOW.date() + timedelta(days=30)


class Printed(Counters):
    """The office, with Hani who makes its posters."""

    def __init__(self, store: Any) -> None:
        super().__init__(store)
        self.hired("Hani", "Disdukcapil", "hr")

    def prints(self, who: str = "Hani") -> list[str]:
        """The codes of a sheet for the second counter."""
        office = self.chat(who).says("poster").taps("Loket 2, Disdukcapil", SHEET)
        return self.sheet(office)

    def sheet(self, office: Any) -> list[str]:
        """What the paper that was just sent has on it."""
        (letter,) = office.letters
        made, counter, last, *found = letter.file.file.split(".")
        assert (made, int(counter), last) == ("made:karcis", self.second.id, LAST.isoformat())
        assert letter.file.name == "kode-kunjungan.pdf"
        return list(found)

    def kinds(self) -> list[str]:
        return list(self.store.execute(select(schema.ratings.c.kind)).scalars())

    def counted(self) -> tuple[int, int]:
        day = NOW.date()
        return codes.counted(self.store, [self.first.id, self.second.id], day, day)


@pytest.fixture
def office() -> Iterator[Printed]:
    with empty_store() as store:
        yield Printed(store)


# In chat


def test_who_makes_posters_has_a_sheet_of_codes_that_work_for_thirty_days(office: Printed) -> None:
    hani = office.chat("Hani").says("poster").taps("Loket 2, Disdukcapil", SHEET)
    assert "<b>40 kode kunjungan</b> untuk Loket 2, Disdukcapil" in hani.text
    assert "24 Desember 2026" in hani.text
    found = office.sheet(hani)
    assert (len(set(found)), office.counted()) == (40, (0, 40))
    late = office.chat("Warga")
    late.now = NOW + timedelta(days=29)
    late.says(f"kunjungan {spelt_code(found[0])}").taps(GOOD)
    assert office.kinds() == ["verified"]
    again = office.chat("Warga lain").says(found[0])
    assert "tidak dapat dipakai" in again.text, "each once"
    over = office.chat("Terlambat")
    over.now = NOW + timedelta(days=31)
    assert "tidak dapat dipakai" in over.says(found[1]).text
    codes.forget(office.store, NOW + timedelta(days=29))
    left = select(func.count()).select_from(schema.visit_codes)
    assert office.store.execute(left).scalar_one() == 39


def test_neither_who_printed_a_code_nor_who_serves_there_can_use_it(office: Printed) -> None:
    code = office.prints()[0]
    assert "Anda buat sendiri" in office.chat("Hani").says(code).text
    assert office.chat("Joko").says(code).labels == ["Selesai melayani", "Batal catat waktu"]
    dewi = office.chat("Dewi").says(f"nilai {office.second.code}")
    assert "Anda bertugas di Disdukcapil" in dewi.text
    rows = office.store.execute(select(schema.visit_codes.c.maker)).scalars().all()
    assert len(set(rows)) == 40, "no two rows say that one person made both"


def test_printed_codes_are_counted_apart_and_the_head_reads_both(office: Printed) -> None:
    office.prints()
    assert "Kode kunjungan diberikan: 0 · dicetak, belum tentu diberikan: 40" in office.chat(
        "Ratna"
    ).says("ringkasan").text
    office.chat("Joko").says("kode")
    assert office.counted() == (1, 40)
    told = office.chat("Ratna").says("ringkasan").text
    assert "Kode kunjungan diberikan: 1 · dicetak, belum tentu diberikan: 40" in told


def test_a_second_tap_on_the_same_button_prints_nothing_and_a_day_has_an_end(
    office: Printed,
) -> None:
    hani = office.chat("Hani").says("poster").taps("Loket 2, Disdukcapil")
    first = Tapped(f"o.poster.k{office.second.id}")
    hani.does(first)
    hani.does(first)
    assert "Hari ini sudah 40 kode dicetak" in hani.text
    assert office.counted() == (0, 40)
    for _ in range(11):
        hani.taps(SHEET)
    assert office.counted() == (0, 480)
    hani.taps(SHEET)
    assert "Hari ini masih 20" in hani.text
    assert office.counted() == (0, 480)


def test_who_keeps_nobody_there_prints_nothing(office: Printed) -> None:
    tap = Tapped(f"o.poster.k{office.second.id}")
    for who in ("Joko", "Warga"):
        office.chat(who).does(tap)
    far = services.add_unit(office.store, "Kecamatan", zone="Asia/Jakarta").id
    office.units["Kecamatan"] = far
    office.hired("Umi", "Kecamatan", "hr")
    umi = office.chat("Umi")
    umi.does(tap)
    assert "bukan di unit Anda" in umi.text
    assert office.counted() == (0, 0)


def test_the_office_says_how_long_they_work_and_the_trail_who_printed_them(
    office: Printed,
) -> None:
    day = NOW.date()
    settings.put(office.store, Version("printed-code-days", 7, day, NOW), day=day)
    hani = addresses.meet(office.store, "whatsapp", "Hani").address
    person = addresses.person_at(office.store, hani, NOW)
    tap = f"o.poster.k{office.second.id}"
    assert "sampai 1 Desember 2026" in words(letter(office.store, person, tap, now=NOW))
    trail = schema.trail
    here = select(trail.c.by_id, trail.c.about_id, trail.c.what).where(trail.c.deed == "codes")
    (row,) = office.store.execute(here).all()
    assert (row.by_id, row.about_id) == (hani.person_id, None)
    assert row.what == f'{{"count":40,"counter":{office.second.id}}}'


# On paper


def test_a_slip_says_counter_unit_service_code_how_and_its_last_day(office: Printed) -> None:
    found = ["WMQGWMQG", "A2B3C4D5"] * 6
    made = visit_sheets(visit_slip(office.second, c, last=LAST, reach=BOTH) for c in found)
    assert sizes(made) == [(210, 297)] * 2
    shown = lines(made)
    assert shown[:3] == ["Loket 2", "Disdukcapil", "KTP-el"]
    assert shown.count("WMQG WMQG") == 6
    page = " ".join(shown)
    assert "Atau kirim A2B3 C4D5 ke +6281234567890" in page
    assert "Sekali pakai, sampai 24 Desember 2026." in page
    assert "WhatsApp Telegram" in shown


def test_no_line_is_left_open_where_a_slip_has_no_service(office: Printed) -> None:
    unit = office.units["Disdukcapil"]
    services.offer(office.store, office.second.id, services.add_service(office.store, unit, "Akta"))
    counter = services.all_counters(office.store)[1]
    shown = lines(visit_sheets([visit_slip(counter, "WMQGWMQG", last=LAST, reach=Reach())]))
    assert shown[:3] == ["Loket 2", "Disdukcapil", "WMQG WMQG"]


async def test_the_sheet_of_a_chat_is_drawn_while_its_counter_is_there(sqlite: str) -> None:
    database = opened(sqlite)
    counter = await database.run(lambda store: Printed(store).second)
    slips = VisitSlips(database, AskedReach(Settings(), {}))
    asked_for = f"{counter.id}.{LAST.isoformat()}.WMQGWMQG.A2B3C4D5"
    made = await slips.make_sheet(asked_for, "en")
    assert isinstance(made, Fetched)
    assert "Sekali pakai, sampai 24 Desember 2026." in lines(made.content)
    gone = await slips.make_sheet(asked_for.replace(f"{counter.id}.", "999.", 1), "id")
    assert gone == Text("poster-gone")
    await database.close()


# At a terminal


class Terminal:
    """Whoever runs the machine of an office with two counters."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.out = self.err = ""
        made = apart(asked, url, lambda store: self._office(store))
        self.code, self.number = made

    def _office(self, store: Store) -> tuple[str, int]:
        counter = Counters(store).second
        people.add(store, "Satu")
        return counter.code, counter.id

    def say(self, text: str, /, **facts: Any) -> str:
        return catalogue().plain("id", Text(text, facts))

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += f"{message}\n"
        else:
            self.out += f"{message}\n"

    def types(self, counter: str = "", *, count: int = 3, **more: Any) -> int:
        self.out = self.err = ""
        chosen = {"reach": BOTH, "url": self.url, "say": self.say, "echo": self.echo, **more}
        given = counter or self.code
        made: int = apart(lambda: visit_codes(given, count=count, now=NOW, **chosen))
        return made

    def asks(self, job: Any) -> Any:
        return apart(asked, self.url, job)

    def counted(self) -> tuple[int, int]:
        day = NOW.date()
        job = partial(codes.counted, counter_ids=[self.number], first=day, last=day)
        found: tuple[int, int] = self.asks(job)
        return found


@pytest.fixture
def terminal(sqlite: str) -> Terminal:
    return Terminal(sqlite)


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(StringIO(table.removeprefix("\ufeff")), delimiter=";"))


def test_a_table_has_code_links_place_and_last_day_and_works_once(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "kode.csv"
    assert terminal.types(csv=file) == 0, terminal.err
    assert "3 kode kunjungan untuk Loket 2, Disdukcapil ditulis ke" in terminal.out
    head, *found = rows(file.read_bytes().decode())
    assert tuple(head) == HEADER
    assert len(found) == 3
    for code, whatsapp, telegram, *place in found:
        bare = bare_code(code)
        assert code == spelt_code(bare)
        assert whatsapp == f"https://wa.me/6281234567890?text=kunjungan%20{bare}"
        assert telegram == f"https://t.me/TilikContohBot?start=kunjungan-{bare}"
        assert place == ["Disdukcapil", "Loket 2", "KTP-el", LAST.isoformat()]
    assert file.stat().st_mode & 0o777 == 0o600
    assert terminal.counted() == (0, 3)
    standing = terminal.asks(lambda store: codes.standing(store, found[0][0], of=1))
    assert (standing.counter_id, standing.maker) == (terminal.number, None)
    noted = select(schema.trail.c.actor, schema.trail.c.what).where(schema.trail.c.deed == "codes")
    (row,) = terminal.asks(lambda store: store.execute(noted).all())
    assert tuple(row) == ("operator", f'{{"count":3,"counter":{terminal.number}}}')


def test_no_cell_of_the_table_is_a_formula(terminal: Terminal) -> None:
    named = schema.services.update().values(name="=HYPERLINK(1)")
    terminal.asks(lambda store: store.execute(named).rowcount)
    assert terminal.types(reach=Reach()) == 0
    _, *found = rows(terminal.out)
    assert {row[5] for row in found} == {"'=HYPERLINK(1)"}
    assert {(row[1], row[2]) for row in found} == {("", "")}


def test_sheets_are_written_and_nothing_is_made_where_they_cannot_be(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "kode.pdf"
    assert terminal.types(pdf=file, count=11) == 0, terminal.err
    assert sizes(file.read_bytes()) == [(210, 297)] * 2
    assert terminal.counted() == (0, 11)
    for more, why in (
        ({"pdf": file}, "sudah ada dan tidak ditimpa"),
        ({"pdf": tmp_path / "kode.csv"}, "berakhiran .pdf"),
        ({"csv": tmp_path / "kode.pdf"}, "berakhiran .csv"),
        ({"csv": tmp_path / "tidak" / "kode.csv"}, "tidak dapat ditulis"),
        ({"csv": tmp_path / "a.csv", "pdf": tmp_path / "a.pdf"}, "Pilih satu"),
        ({"reach": Reach("x")}, "bukan nama pengguna Telegram"),
    ):
        assert terminal.types(**more) == 1
        assert why in terminal.err
    assert terminal.counted() == (0, 11)
    assert {one.name for one in tmp_path.iterdir()} == {"kode.pdf", "tilik.db"}


def test_codes_that_are_given_with_a_tap_have_an_end_too_and_both_together(
    office: Printed,
) -> None:
    where = VisitCode(office.second.id, None, NOW.date())
    codes.made(office.store, where, by=None, today=NOW.date(), count=codes.MOST_A_DAY - 1)
    clerk = office.chat("Joko").says("kode")
    assert "Kode kunjungan" in clerk.text
    assert "Jatah hari ini sudah habis" in clerk.says("kode").text
    hani = office.chat("Hani").says("poster").taps("Loket 2, Disdukcapil")
    assert "Jatah hari ini sudah habis" in hani.taps(SHEET).text
    assert office.counted() == (codes.MOST_A_DAY, 0)


def test_no_such_counter_and_enough_for_a_day_are_said(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.types("XXXXX") == 1
    assert "Tidak ada loket dengan kode XXXXX" in terminal.err
    assert terminal.types(count=500) == 0
    assert terminal.types(count=1, csv=tmp_path / "lagi.csv") == 1
    assert "Jatah hari ini sudah habis" in terminal.err
    assert not list(tmp_path.glob("*.csv"))
    assert terminal.counted() == (0, 500)


def test_the_command_prints_a_table_by_the_settings_of_the_machine(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", terminal.url)
    monkeypatch.setenv("TILIK_TELEGRAM_USERNAME", "TilikContohBot")
    spelt = f"{terminal.code[:2]}-{terminal.code[2:].lower()}"
    done = apart(lambda: CliRunner().invoke(app, ["visit-codes", spelt, "--count", "2"]))
    assert done.exit_code == 0, done.output
    head, *found = rows(done.output)
    assert tuple(head) == HEADER
    assert [row[2][:27] for row in found] == ["https://t.me/TilikContohBot"] * 2
    most = apart(lambda: CliRunner().invoke(app, ["visit-codes", spelt, "--count", "501"]))
    assert (most.exit_code, codes.MOST_A_DAY) == (2, 500)
