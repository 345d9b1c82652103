"""Two hundred kills, or twenty: nothing that was answered is lost, nothing counts twice."""

from __future__ import annotations

from pathlib import Path

from tests.kills.runner import Outcome, killed
from tests.kills.table import faults, table


def _judged(outcome: Outcome, *, kills: int) -> None:
    assert not faults(outcome), "\n".join([table(outcome), *faults(outcome), outcome.log])
    assert outcome.kills == kills
    assert outcome.citizens >= 30
    assert outcome.effects is not None
    assert outcome.effects.ratings >= 25


async def test_killed_while_it_asks_for_updates_it_loses_and_doubles_nothing(
    tmp_path: Path, whole: bool
) -> None:
    url, kills = f"sqlite:///{tmp_path / 'tilik.db'}", 120 if whole else 12
    _judged(await killed(url, tmp_path, kills=kills, seed=7), kills=kills)


async def test_killed_behind_a_webhook_it_loses_and_doubles_nothing(
    tmp_path: Path, whole: bool
) -> None:
    url, kills = f"sqlite:///{tmp_path / 'tilik.db'}", 40 if whole else 4
    _judged(await killed(url, tmp_path, kills=kills, seed=11, webhook=True), kills=kills)


async def test_killed_on_postgresql_it_loses_and_doubles_nothing(
    postgresql: str, tmp_path: Path, whole: bool
) -> None:
    kills = 40 if whole else 4
    _judged(await killed(postgresql, tmp_path, kills=kills, seed=13), kills=kills)
