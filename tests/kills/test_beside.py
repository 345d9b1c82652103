"""Locks between processes: with them nothing happens twice, and without one that is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.beside import carried, processes, tapped_twice, written_beside

WHY = "starts several processes; the simulation finds what is planted in one at every run"
CITIZENS, CHATS, TIMES = 40, 20, 60


@pytest.mark.long(WHY)
@pytest.mark.parametrize("plant", ["", "row"])
async def test_two_taps_that_come_to_two_processes_count_once(
    postgresql: str, tmp_path: Path, plant: str
) -> None:
    async with processes(postgresql, tmp_path, number=2, plant=plant) as there:
        assert bool(await tapped_twice(there, CITIZENS)) == bool(plant)


@pytest.mark.long(WHY)
@pytest.mark.parametrize("plant", ["", "lease"])
async def test_a_letter_that_two_posts_find_is_said_once(
    postgresql: str, tmp_path: Path, plant: str
) -> None:
    async with processes(postgresql, tmp_path, number=2, plant=plant) as there:
        assert bool(await carried(there, CHATS)) == bool(plant)


@pytest.mark.long(WHY)
@pytest.mark.parametrize("plant", ["", "begin"])
async def test_a_command_that_writes_beside_a_running_tilik_waits_for_its_turn(
    tmp_path: Path, plant: str
) -> None:
    url = f"sqlite:///{tmp_path / 'tilik.db'}"
    async with processes(url, tmp_path, number=1, plant=plant) as there:
        wrong = await written_beside(there, url, times=TIMES, plant=plant)
        assert bool(wrong) == bool(plant), wrong
