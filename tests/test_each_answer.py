"""Every element comes in its turn, and each low answer leads to causes of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, select

from models.instruments import instrument
from models.ratings import DAILY
from models.scores import OVERALL
from models.store.ratings import raters
from models.store.schema import ratings
from tests.chatting import Chat
from tests.office import Office, open_office
from tests.played import empty_store

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
SURVEY = instrument()
PHONES = count(1)


@pytest.fixture
def office() -> Iterator[tuple[Connection, Office]]:
    with empty_store() as store:
        yield store, open_office(store, now=NOW)


def unhappy(office: tuple[Connection, Office], *, at: datetime = NOW) -> Chat:
    """Somebody new at the first counter, who was not content."""
    store, there = office
    chat = Chat(store, f"62{next(PHONES)}", at, "telegram")
    return chat.says(f"nilai {there.counters[0].code}").taps("🙁 Kurang baik")


def choices(chat: Chat) -> list[str]:
    return [one for one in chat.labels if one not in ("‹ Kembali", "Lewati")]


def counted(store: Connection, kind: str) -> list[Any]:
    return list(store.execute(select(ratings).where(ratings.c.instrument == kind)))


def test_each_low_answer_to_each_element_leads_to_the_elements_own_causes(
    office: tuple[Connection, Office],
) -> None:
    most = max(map(len, SURVEY.causes.values()))
    for turn in range(most):
        for _ in SURVEY.elements:
            chat = unhappy(office)
            chat.taps(choices(chat)[turn % 2])
            offered = choices(chat)
            assert offered[-1] == "Hal lain"
            chat.taps(offered[turn % len(offered)], "Lewati")
            assert "Terima kasih" in chat.text
    rows = counted(office[0], DAILY)
    asked = Counter((key, row.answers[key]) for row in rows for key in row.answers)
    assert asked.pop((OVERALL, 2)) == len(rows)
    assert set(asked) == {(one, value) for one in SURVEY.elements for value in (1, 2)}
    assert len(set(asked.values())) <= 2, "each as often as the others"
    named = {f"{one}.{cause.key}" for one in SURVEY.elements for cause in SURVEY.causes[one]}
    assert {row.cause for row in rows} == named


def test_where_only_the_whole_was_low_each_element_is_a_cause(
    office: tuple[Connection, Office],
) -> None:
    for turn in range(len(SURVEY.elements)):
        chat = unhappy(office).taps("Lewati")
        assert len(choices(chat)) == 9
        assert "Terima kasih" in chat.taps(choices(chat)[turn], "Lewati").text
    assert {row.cause for row in counted(office[0], DAILY)} == set(SURVEY.elements)


def test_the_whole_survey_is_answered_low(office: tuple[Connection, Office]) -> None:
    chat = unhappy(office).taps("Lewati", "Lewati", "Lewati", "Jawab lengkap (9)")
    for _ in SURVEY.elements:
        chat.taps(choices(chat)[1])
    assert "Terima kasih" in chat.text
    (sheet,) = counted(office[0], SURVEY.key)
    assert sheet.answers == dict.fromkeys(SURVEY.elements, 2)


def test_what_can_no_longer_be_changed_is_not_taken_back(office: tuple[Connection, Office]) -> None:
    """A form that is still open when the day that it began on is forgotten."""
    chat = unhappy(office, at=datetime(2026, 11, 23, 16, 50, tzinfo=UTC))
    chat.now += timedelta(minutes=40)
    raters.forget(chat.store, chat.now)
    assert "tidak dapat diubah lagi" in chat.says("batal").text
    assert len(counted(chat.store, DAILY)) == 1
