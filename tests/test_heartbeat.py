"""The heartbeat: an operator hears what is wrong, that it is well again, and not too often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from bot.channel import Undelivered
from bot.config import Settings
from bot.doctor import heartbeat
from bot.doctor.finding import Finding, Level, Name
from bot.doctor.heartbeat import LISTED, MOST, Heartbeat, Step, Told, letter_of, stepped
from bot.outbound.post import spoken
from bot.outbound.template_letter import template_letter_of
from bot.texts import catalogue
from models.keys import Keys
from models.letters import Text
from models.people import LANGUAGES
from models.store.engine.database import opened
from tests.actors import Clock
from tests.town import Mouth

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
CHAT = "telegram:-1001"


def finding(name: Name, level: Level = "ill") -> Finding:
    return Finding(name, level, Text("run-database-away"), Text("doctor-disk-do"))


DISK, INBOX = finding("disk"), finding("inbox")
DEAD = finding("dead", "look")


def told(*looks: Sequence[Finding], every: timedelta = timedelta(minutes=5)) -> list[Step | None]:
    """What is said at each look."""
    known, said = Told(CHAT), []
    for number, found in enumerate(looks):
        known, step = stepped(known, found, NOW + number * every)
        said.append(step)
    return said


def test_what_is_wrong_twice_in_a_row_is_told_once_and_that_it_is_well_once() -> None:
    assert told([DISK], [DISK], [DISK], [], [], []) == [None, "ill", None, None, "well", None]


def test_what_comes_and_goes_is_not_told() -> None:
    assert set(told([DISK], [], [DISK], [], [INBOX], [])) == {None}


def test_what_flickers_is_told_once() -> None:
    said = told([DISK], [DISK], *[[], [DISK]] * 20)
    assert [step for step in said if step] == ["ill"]


def test_another_trouble_is_told_too_and_well_only_when_none_is_left() -> None:
    both = [DISK, INBOX]
    said = told([DISK], [DISK], both, both, [INBOX], [INBOX], [INBOX], [], [])
    assert said == [None, "ill", None, "ill", None, None, None, None, "well"]


def test_what_should_be_looked_at_is_told_and_is_no_illness() -> None:
    assert told([DEAD], [DEAD], [DEAD], [], []) == [None, "ill", None, None, None]


def test_what_has_become_worse_is_told_again() -> None:
    low = finding("disk", "look")
    assert told([low], [low], [DISK], [DISK], [low], [low]) == [
        *(None, "ill", None, "ill", None, "well")
    ]


def test_an_illness_that_stays_is_told_again_once_a_day() -> None:
    said = told(*[[DISK]] * 100, every=timedelta(hours=1))
    assert [n for n, step in enumerate(said) if step] == [1, 25, 49, 73, 97]


def test_a_message_is_not_sent_more_than_a_few_times_a_day_and_well_is_not_forgotten() -> None:
    looks: list[Sequence[Finding]] = []
    for _ in range(20):
        looks += [[DISK], [DISK], [], []]
    said = [step for step in told(*looks) if step]
    assert said == ["ill", "well", "ill", "well", "ill"]
    assert len(said) == MOST
    later = told(*looks, *[[]] * 400)
    assert [step for step in later if step][MOST:] == ["well"], "a day later"


def test_a_clock_that_was_ahead_does_not_silence_it() -> None:
    ahead = Told(CHAT, at=tuple(NOW + timedelta(days=n) for n in range(1, 9)))
    known, _ = stepped(ahead, [DISK], NOW)
    assert stepped(known, [DISK], NOW + timedelta(minutes=5))[1] == "ill"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_says_what_to_do_and_never_grows_too_long(language: str) -> None:
    many = [finding("inbox")] * 50
    said = spoken(letter_of("ill", many), catalogue(), language).text
    assert said.count("▸") == LISTED
    assert "38" in said
    assert len(said) < 4096


# -- the running Tilik ---------------------------------------------------------------------------


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the platforms and the machine tell, as the test wishes."""
    there: list[Finding] = []

    async def of_the_rest(*_: object) -> Iterable[Finding]:
        return tuple(there)

    monkeypatch.setattr(heartbeat.examined, "of_the_rest", of_the_rest)
    return there


class Running:
    """A Tilik that looks again and again, and what it has said."""

    def __init__(self, home: Path, url: str, *, chat: str = CHAT) -> None:
        self.clock, self.mouth = Clock(), Mouth()
        self.home, self.url, self.chat = home, url, chat

    async def looks(self, times: int = 1) -> list[str]:
        """Look so often, each time in a new life of the process; gives what was said."""
        self.mouth.said.clear()
        for _ in range(times):
            self.clock.forward(minutes=5)
            database = opened(self.url)
            chosen = Settings(home=self.home, alarm_chat=self.chat)
            mouths = {"telegram": self.mouth}
            keys, texts = Keys(b"s" * 32), catalogue()
            await Heartbeat(chosen, database, keys, mouths, texts, self.clock).look()
            await database.close()
        return list(self.mouth.said)


async def test_the_chat_is_greeted_told_and_told_that_it_is_well(
    sqlite: str, tmp_path: Path, found: list[Finding]
) -> None:
    tilik = Running(tmp_path, sqlite)
    assert "Di sini Tilik memberi tahu" in (await tilik.looks(1))[0]
    (never,) = await tilik.looks(3)
    assert "belum pernah" in never
    found.append(DISK)
    (ill,) = await tilik.looks(4)
    assert "Ruang disk" in ill
    found.clear()
    (well,) = await tilik.looks(3)
    assert well.startswith("<b>Tilik baik lagi.</b>")
    assert "Ruang disk" not in well


@pytest.mark.parametrize("step", get_args(Step))
def test_where_a_window_is_closed_it_goes_as_a_template(step: Step) -> None:
    letter = letter_of(step, [DISK, DEAD])
    for language in LANGUAGES:
        found = template_letter_of(letter, catalogue(), language)
        assert found is not None
        assert found.name == f"heartbeat_{step}"
        assert found.facts == ({"count": "2"} if step == "ill" else {})


async def test_a_database_that_is_away_is_told_all_the_same(
    tmp_path: Path, found: list[Finding]
) -> None:
    tilik = Running(tmp_path, "sqlite:////nonexistent/tilik.db")
    _, said = await tilik.looks(3)
    assert "Basis data tidak dapat dibuka" in said


async def test_what_could_not_be_said_is_said_at_the_next_look(
    sqlite: str, tmp_path: Path, found: list[Finding]
) -> None:
    def fails(_: str) -> None:
        raise Undelivered("later")

    tilik = Running(tmp_path, sqlite)
    tilik.mouth = Mouth(fails=fails)
    assert await tilik.looks(2) == []
    tilik.mouth = Mouth()
    assert len(await tilik.looks(2)) == 1


async def test_without_a_chat_nothing_is_asked(sqlite: str, tmp_path: Path) -> None:
    assert await Running(tmp_path, sqlite, chat="").looks(3) == []
    assert not (tmp_path / "heartbeat.json").exists()
