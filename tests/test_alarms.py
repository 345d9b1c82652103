"""Alarms: said once when they begin and when they end, and read from another process meanwhile."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.alarms import NAMES, Alarm, AlarmName, Alarms, read
from bot.texts import catalogue
from models.people import LANGUAGES
from tests.actors import NINE_O_CLOCK, Clock


def test_an_alarm_is_said_when_it_begins_and_when_it_is_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "tilik.alarm")
    clock = Clock()
    alarms = Alarms(tmp_path / "alarms.json", clock)
    alarms.end("second-poller")
    assert not caplog.messages
    for _ in range(3):
        alarms.sound("second-poller")
        clock.forward(minutes=1)
    alarms.sound("foreign-webhook", host="lain.example")
    assert alarms.on == read(tmp_path / "alarms.json")
    assert [one.name for one in alarms.on] == ["second-poller", "foreign-webhook"]
    assert alarms.on[0].since == NINE_O_CLOCK
    assert "lain.example" in caplog.messages[1]
    alarms.sound("foreign-webhook", host="ketiga.example")
    alarms.end("second-poller")
    assert [one.facts for one in read(tmp_path / "alarms.json")] == [{"host": "ketiga.example"}]
    assert alarms.on[0].since == NINE_O_CLOCK + timedelta(minutes=3)
    assert caplog.messages[-1] == "second-poller : sudah beres."
    assert len(caplog.messages) == 4


def test_alarms_of_an_earlier_life_are_over_when_the_next_begins(tmp_path: Path) -> None:
    file = tmp_path / "alarms.json"
    Alarms(file, Clock()).sound("second-poller")
    assert Alarms(file, Clock()).on == read(file) == ()


@pytest.mark.parametrize(
    "content", ["", "{", "[1]", '[["second-poller", "x", {}]]', '[["a","b",1]]']
)
def test_a_file_that_is_not_whole_tells_of_no_alarm(tmp_path: Path, content: str) -> None:
    (tmp_path / "alarms.json").write_text(content)
    assert read(tmp_path / "alarms.json") == ()


def test_a_home_that_cannot_be_written_stops_no_alarm(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    alarms = Alarms(tmp_path / "gone" / "alarms.json", Clock())
    alarms.sound("second-poller")
    assert alarms.on
    assert "cannot be kept" in caplog.messages[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_alarm_has_its_words(name: AlarmName) -> None:
    facts = {"minutes": 3, "host": "lain.example", "number": 7, "words": "no", "count": 2}
    one = Alarm(name, "plan", NINE_O_CLOCK, facts)
    for language in LANGUAGES:
        assert catalogue().plain(language, one.text)
