"""Nilai without a code: what is near the last scan, not every counter of the province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.channel import Started
from models.store.office import services
from tests.chatting import Chat
from tests.played import empty_store

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
UNITS = ("Disdukcapil", "RSUD", "Samsat", "Kelurahan Kebon Kacang")


@pytest.fixture
def province() -> Iterator[Connection]:
    """Three units with four counters each, and a small one with one."""
    with empty_store() as store:
        for name in UNITS:
            unit = services.add_unit(store, name, zone="Asia/Jakarta").id
            service = services.add_service(store, unit, f"Layanan {name}")
            for n in range(1, 2 if name == UNITS[3] else 5):
                services.offer(store, services.add_counter(store, unit, f"Loket {n}"), service)
        yield store


def code(store: Connection, unit: str, n: int) -> str:
    found = services.all_counters(store)
    return next(c.code for c in found if c.unit.name == unit and c.name == f"Loket {n}")


def test_who_has_scanned_nothing_names_a_unit_or_types_any_name(province: Connection) -> None:
    chat = Chat(province, "sari", NOW).says("nilai")
    assert "Unit mana yang Anda datangi?" in chat.text
    assert chat.labels == list(UNITS)
    chat.taps("RSUD")
    assert chat.labels[0] == "Layanan RSUD · Loket 1 · RSUD"
    chat.taps("Layanan RSUD · Loket 3 · RSUD")
    assert "di Loket 3, RSUD?" in chat.text
    chat = Chat(province, "budi", NOW).says("nilai").taps("Kelurahan Kebon Kacang")
    assert "di Loket 1" in chat.text, "its only counter is not asked for"
    chat = Chat(province, "tono", NOW).says("nilai", "loket 2 samsat")
    assert "di Loket 2, Samsat?" in chat.text


@pytest.mark.parametrize("rates", [False, True])
def test_who_has_scanned_is_shown_that_unit_and_can_go_elsewhere(
    province: Connection, rates: bool
) -> None:
    chat = Chat(province, "sari", NOW)
    chat.does(Started(code(province, "Samsat", 2)))
    if rates:
        chat.taps("🙂 Baik").says("lewati", "lewati")
    chat.says("nilai")
    near = [f"Layanan Samsat · Loket {n} · Samsat" for n in range(1, 5)]
    assert chat.labels[:5] == [*near, "Tempat lain"]
    chat.taps("Tempat lain")
    assert "tidak tersedia" not in chat.text
    assert chat.labels[:4] == list(UNITS)
    chat.says("nilai", "loket 4 rsud")
    assert "di Loket 4, RSUD?" in chat.text


def test_where_somebody_was_is_known_for_a_quarter_of_an_hour_alone(province: Connection) -> None:
    chat = Chat(province, "sari", NOW)
    chat.does(Started(code(province, "Samsat", 2)))
    chat.taps("🙂 Baik").says("lewati", "lewati")
    later = Chat(province, "sari", NOW + timedelta(minutes=16)).says("nilai")
    assert later.labels == list(UNITS)
