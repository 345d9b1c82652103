"""`tilik plan`: what would go to whom and when, told without sending anything."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.cli.plan import plan
from bot.config import Settings
from bot.texts import bundle_of
from models.calendar import moment
from models.evaluations import Evaluation
from models.letters import Text
from models.quarter import Quarter
from models.store import Store
from models.store.chat import addresses
from models.store.engine.database import opened
from models.store.people import leaves, people, posts
from models.store.prompts import daily_limit
from models.store.work import entries, evaluations
from scheduler.planner import plan as really
from tests.planned import EVERYTHING, WIB, WIT, hired, logged, prompted, unit_in

R = TypeVar("R")
MARCH = moment(date(2026, 3, 2), time(7), WIB)
OPENING = date(2026, 4, 1)
ASSUMED = (
    "Pegawai, atasan, dan cuti dihitung seperti hari ini, dengan anggapan belum ada yang "
    "mencatat atau mengisi apa pun sesudahnya. Pesan yang tidak berisi apa-apa tidak dikirim."
)
NOT_JOINED = (
    "1 orang belum bergabung atau memilih tidak disapa; kepada mereka tidak ada yang dikirim."
)


class Terminal:
    """Somebody who types the command, and what is printed."""

    def __init__(self, url: str, home: Path) -> None:
        self.chosen = Settings(database_url=url, home=home)
        self.url = url
        self.now = MARCH
        self.out = self.err = ""

    def echo(self, message: str, /, *, err: bool = False) -> None:
        if err:
            self.err += message + "\n"
        else:
            self.out += message + "\n"

    def plans(
        self, first: str | None = None, last: str | None = None, *, language: str = "id", **how: Any
    ) -> int:
        self.out = self.err = ""
        texts = bundle_of(language, ["plan", "command"])

        def say(text: str, /, **facts: Any) -> str:
            return texts.plain(language, Text(text, facts))

        return plan(
            self.chosen, first=first, last=last, now=self.now, say=say, echo=self.echo, **how
        )

    def prompts(self, first: str, last: str) -> list[tuple[str, str, str]]:
        """What is planned: when by the unit's clock, to whom, which kind."""
        assert self.plans(first, last, as_json=True) == 0, self.err
        return [
            (one["at"][:16], one["name"], one["kind"]) for one in json.loads(self.out)["prompts"]
        ]

    def own(self, first: str, last: str) -> list[tuple[str, str]]:
        """The prompts about evaluations alone: the day, the kind."""
        found = self.prompts(first, last)
        return [(at[:10], kind) for at, _, kind in found if kind in ("open", "half", "last")]

    def run(self, job: Callable[[Store], R]) -> R:
        async def running() -> R:
            database = opened(self.url)
            try:
                return await database.run(job)
            finally:
                await database.close()

        return asyncio.run(running())

    def plans_really(self, at: datetime) -> None:
        async def running() -> None:
            database = opened(self.url)
            await really(database, at, EVERYTHING)
            await database.close()

        asyncio.run(running())


@pytest.fixture
def terminal(databases: str, tmp_path: Path) -> Terminal:
    return Terminal(databases, tmp_path)


@pytest.fixture
def dewi(terminal: Terminal) -> int:
    return terminal.run(lambda store: hired(store, "Dewi"))


def test_the_plan_says_when_by_the_clock_of_each_unit(terminal: Terminal, dewi: int) -> None:
    def team(store: Store) -> None:
        joko = hired(store, "Joko", WIT)
        posts.report_to(store, joko, dewi, since=date(2026, 1, 1))
        unheard = people.add(store, "Belum Daftar")
        posts.place(store, unheard, unit_in(store, WIB), "Staf", since=date(2026, 1, 1))

    terminal.run(team)
    assert terminal.plans("2026-04-01", "2026-04-02") == 0
    assert terminal.out.splitlines() == [
        "Rabu, 1 April 2026",
        "  09.00 WIT  Joko: evaluasi diri dibuka (evaluation.2026-Q1)",
        "  09.00 WIB  Dewi: evaluasi diri dibuka (evaluation.2026-Q1)",
        "  09.00 WIB  Dewi: ringkasan harian untuk atasan (summary.2026-04-01)",
        "",
        "Kamis, 2 April 2026",
        "  09.00 WIB  Dewi: ringkasan harian untuk atasan (summary.2026-04-02)",
        "  16.00 WIT  Joko: ajakan mencatat pekerjaan hari itu (daily.2026-04-02)",
        "  16.00 WIB  Dewi: ajakan mencatat pekerjaan hari itu (daily.2026-04-02)",
        "",
        "6 pesan kepada 2 orang, dari 1 April 2026 sampai 2 April 2026.",
        ASSUMED,
        NOT_JOINED,
    ]
    assert terminal.run(prompted) == []


def test_the_plan_speaks_english_too(terminal: Terminal, dewi: int) -> None:
    assert terminal.plans("2026-04-01", "2026-04-01", language="en") == 0
    assert "09:00 WIB  Dewi: the self-evaluation opens (evaluation.2026-Q1)" in terminal.out
    assert "One message, from 1 April 2026" in terminal.out


def test_without_days_the_plan_is_of_this_week(terminal: Terminal, dewi: int) -> None:
    assert terminal.plans(as_json=True) == 0
    page = json.loads(terminal.out)
    assert (page["from"], page["to"], page["not_joined"]) == ("2026-03-02", "2026-03-08", 0)
    assert [one["day"] for one in page["prompts"]] == [f"2026-03-0{n}" for n in range(2, 7)]
    assert page["prompts"][0] == {
        "at": "2026-03-02T16:00:00+07:00",
        "day": "2026-03-02",
        "zone": WIB,
        "person_id": dewi,
        "name": "Dewi",
        "kind": "log",
        "campaign": "daily.2026-03-02",
        "without_decree": False,
    }


def test_leave_and_weekends_are_left_out(terminal: Terminal, dewi: int) -> None:
    terminal.run(lambda store: leaves.add(store, dewi, date(2026, 3, 3), date(2026, 3, 4)))
    found = terminal.prompts("2026-03-01", "2026-03-08")
    assert [at for at, _, _ in found] == [
        "2026-03-02T16:00",
        "2026-03-05T16:00",
        "2026-03-06T16:00",
    ]


def test_a_window_has_its_opening_and_two_reminders_wherever_the_look_begins(
    terminal: Terminal, dewi: int
) -> None:
    whole = [("2026-04-01", "open"), ("2026-04-09", "half"), ("2026-04-14", "last")]
    assert terminal.own("2026-03-25", "2026-04-30") == whole
    assert terminal.own("2026-04-02", "2026-04-30") == whole[1:]


def test_who_has_finished_or_came_later_is_not_in_the_plan(terminal: Terminal, dewi: int) -> None:
    sent = Evaluation(dewi, Quarter(2026, 1), (), "sesuai", "sesuai", OPENING)
    terminal.run(lambda store: evaluations.put(store, sent))
    terminal.run(lambda store: hired(store, "Joko", since=OPENING))
    terminal.now = moment(OPENING, time(8), WIB)
    assert terminal.own("2026-04-01", "2026-04-30") == []
    assert [kind for _, kind in terminal.own("2026-07-01", "2026-07-01")] == ["open", "open"]


def test_today_shows_what_is_still_to_come(terminal: Terminal, dewi: int) -> None:
    terminal.now = moment(OPENING, time(15), WIB)
    assert terminal.prompts("2026-04-01", "2026-04-01") == [("2026-04-01T15:00", "Dewi", "open")]
    terminal.plans_really(terminal.now)
    assert terminal.prompts("2026-04-01", "2026-04-01") == []
    assert terminal.own("2026-04-01", "2026-04-30")[0] == ("2026-04-09", "half")
    terminal.now = moment(date(2026, 4, 2), time(15), WIB)
    terminal.run(lambda store: entries.add(store, logged(dewi, date(2026, 4, 2))))
    assert terminal.prompts("2026-04-02", "2026-04-02") == []


def test_late_in_the_evening_nothing_more_is_to_come(terminal: Terminal, dewi: int) -> None:
    terminal.now = moment(OPENING, time(20, 30), WIB)
    assert terminal.prompts("2026-04-01", "2026-04-02") == [("2026-04-02T08:00", "Dewi", "open")]


def test_days_are_read_as_people_write_them(terminal: Terminal) -> None:
    iso = terminal.prompts("2026-04-01", "2026-04-02")
    assert terminal.prompts("1/4/2026", "2 apr 2026") == iso


def test_where_it_is_tomorrow_already_nothing_comes_any_more_today(
    terminal: Terminal, dewi: int
) -> None:
    terminal.run(lambda store: hired(store, "Joko", WIT))
    terminal.now = moment(OPENING, time(23), WIB)
    assert terminal.prompts("2026-04-02", "2026-04-02") == [
        ("2026-04-02T08:00", "Joko", "open"),
        ("2026-04-02T08:00", "Dewi", "open"),
    ]


def test_who_is_asked_late_is_reminded_once(terminal: Terminal, dewi: int) -> None:
    terminal.now = moment(date(2026, 4, 10), time(7), WIB)
    assert terminal.own("2026-04-10", "2026-04-30") == [
        ("2026-04-10", "open"),
        ("2026-04-14", "last"),
    ]


def test_a_look_back_is_as_if_everything_began_on_that_day(terminal: Terminal, dewi: int) -> None:
    terminal.now = moment(OPENING, time(9), WIB)
    terminal.plans_really(terminal.now)
    terminal.now = moment(date(2026, 5, 4), time(9), WIB)
    assert [kind for _, kind in terminal.own("2026-04-01", "2026-04-30")] == [
        "open",
        "half",
        "last",
    ]


def test_a_year_without_a_decree_is_marked(terminal: Terminal, dewi: int) -> None:
    assert terminal.plans("2027-12-31", "2028-01-03") == 0
    assert "Senin, 3 Januari 2028 *\n  09.00 WIB  Dewi: evaluasi diri dibuka" in terminal.out
    assert "Jumat, 31 Desember 2027\n" in terminal.out
    assert "* Hari libur tahun itu belum ditetapkan" in terminal.out
    assert terminal.plans("2028-01-03", "2028-01-03", as_json=True) == 0
    assert [one["without_decree"] for one in json.loads(terminal.out)["prompts"]] == [True]


def test_an_empty_plan_says_so(terminal: Terminal) -> None:
    assert terminal.plans("2026-03-07", "2026-03-08") == 0
    assert terminal.out.startswith("Tidak ada pesan dari 7 Maret 2026 sampai 8 Maret 2026.")


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-04-02", "2026-04-01", "Tanggal awal 2026-04-02 sesudah tanggal akhir 2026-04-01."),
        ("2026-01-01", "2027-12-31", "Paling lama 400 hari."),
        ("kemarin", None, "kemarin bukan tanggal."),
        ("2026-02-30", None, "2026-02-30 bukan tanggal."),
        ("9999-12-31", None, "9999-12-31 bukan tanggal."),
        (None, "\x1b[2J", "?[2J bukan tanggal."),
    ],
)
def test_wrong_days_are_told_in_a_sentence(
    terminal: Terminal, first: str | None, last: str | None, sentence: str
) -> None:
    assert terminal.plans(first, last) == 1
    assert sentence in terminal.err
    assert terminal.out == ""


def test_without_a_database_there_is_a_sentence_and_no_file(tmp_path: Path) -> None:
    terminal = Terminal("", tmp_path)
    assert terminal.plans() == 1
    assert "tilik import services" in terminal.err
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_does_not_answer_is_told_in_a_sentence(tmp_path: Path) -> None:
    terminal = Terminal("postgresql://tilik@127.0.0.1:1/tilik", tmp_path)
    assert terminal.plans() == 1
    assert "Basis data tidak dapat dibuka" in terminal.err


# -- where a platform lets Tilik speak first to so many people a day


def crowded(terminal: Terminal, *, most: int, many: int = 5) -> list[int]:
    def job(store: Store) -> list[int]:
        daily_limit.set_limit(store, "whatsapp", most, now=terminal.now)
        found = []
        for n in range(many):
            found.append(hired(store, f"Pegawai {n}"))
            met = addresses.meet(store, "whatsapp", f"{n}")
            addresses.change(store, met.address.id, person_id=found[-1])
        return found

    return terminal.run(job)


def test_the_plan_says_how_a_campaign_spreads(terminal: Terminal) -> None:
    terminal.now = moment(OPENING, time(7), WIB)
    crowded(terminal, most=2)
    assert terminal.plans("2026-04-01", "2026-04-06") == 0
    found = terminal.out.splitlines()
    begins = next(n for n, line in enumerate(found) if line.startswith("WhatsApp: "))
    assert found[begins].startswith(
        "WhatsApp: paling banyak 2 orang sehari dapat disapa lebih dulu di luar jendela 24 jam; "
        "saat ini 5 orang di luar jendela."
    )
    assert found[begins + 1 :] == [
        "evaluasi diri dibuka (evaluation.2026-Q1), dibagi atas 3 hari:",
        "  Rabu, 1 April 2026: 2 orang",
        "  Kamis, 2 April 2026: 2 orang",
        "  Senin, 6 April 2026: 1 orang",
    ]
    assert terminal.plans("2026-04-01", "2026-04-06", language="en") == 0
    assert "  Monday, 6 April 2026: one person" in terminal.out.replace(" 06 ", " 6 ")


def test_the_plan_as_json_has_the_limits_too(terminal: Terminal) -> None:
    assert terminal.plans(as_json=True) == 0
    assert json.loads(terminal.out)["limits"] == {}
    terminal.now = moment(OPENING, time(7), WIB)
    crowded(terminal, most=3)
    assert terminal.plans("2026-04-01", "2026-04-02", as_json=True) == 0
    assert json.loads(terminal.out)["limits"] == {
        "whatsapp": {
            "a_day": 3,
            "outside": 5,
            "spread": [
                {
                    "kind": "open",
                    "campaign": "evaluation.2026-Q1",
                    "days": {"2026-04-01": 3, "2026-04-02": 2},
                }
            ],
        }
    }


def test_a_log_that_finds_no_room_is_not_in_the_plan(terminal: Terminal) -> None:
    crowded(terminal, most=2)
    assert len(terminal.prompts("2026-03-02", "2026-03-02")) == 2
    assert len(terminal.prompts("2026-03-02", "2026-03-03")) == 4


def test_an_allowance_of_none_at_all_leaves_the_others_alone(terminal: Terminal, dewi: int) -> None:
    crowded(terminal, most=0)
    assert [name for _, name, _ in terminal.prompts("2026-03-02", "2026-03-02")] == ["Dewi"]


def test_a_place_that_is_free_by_day_is_used_that_day(terminal: Terminal) -> None:
    """What was said yesterday at two is no matter any more today at two."""
    crowded(terminal, most=1, many=2)
    then = moment(date(2026, 3, 31), time(14), WIB)

    def knocked(store: Store) -> None:
        gone = addresses.meet(store, "whatsapp", "0")
        addresses.change(store, gone.address.id, knocked_at=then)

    terminal.run(knocked)
    terminal.now = then + timedelta(hours=1)
    assert terminal.prompts("2026-04-01", "2026-04-01") == [
        ("2026-04-01T09:00", "Pegawai 0", "open"),
        ("2026-04-01T14:00", "Pegawai 1", "open"),
    ]


def test_the_plan_is_what_the_planner_does(terminal: Terminal) -> None:
    terminal.now = moment(OPENING, time(7), WIB)
    crowded(terminal, most=2)
    expected = [
        (at[:10], name, kind)
        for at, name, kind in terminal.prompts("2026-04-01", "2026-04-09")
        if kind != "log"
    ]
    for day in range(1, 10):
        for hour in (8, 9, 12, 16, 18):
            terminal.plans_really(moment(date(2026, 4, day), time(hour), WIB))
    found = [
        (f"{one.day}", one.person_id, one.kind)
        for one in terminal.run(prompted)
        if one.kind != "log"
    ]
    assert [(day, kind) for day, _, kind in found] == [(day, kind) for day, _, kind in expected]
    assert [int(name.split()[1]) for _, name, _ in expected][:5] == [0, 1, 2, 3, 4]


def test_a_look_at_days_that_have_passed_knows_of_no_windows(terminal: Terminal) -> None:
    crowded(terminal, most=2)
    terminal.now = moment(date(2026, 4, 8), time(8), WIB)
    assert terminal.own("2026-04-01", "2026-04-01") == [("2026-04-01", "open")] * 5
