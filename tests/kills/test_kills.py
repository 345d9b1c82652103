"""Two hundred kills: nothing that was answered is lost, nothing counts twice."""

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
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'tilik.db'}"
    _judged(await killed(url, tmp_path, kills=120, seed=7), kills=120)


async def test_killed_behind_a_webhook_it_loses_and_doubles_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'tilik.db'}"
    _judged(await killed(url, tmp_path, kills=40, seed=11, webhook=True), kills=40)


async def test_killed_on_postgresql_it_loses_and_doubles_nothing(
    postgresql: str, tmp_path: Path
) -> None:
    _judged(await killed(postgresql, tmp_path, kills=40, seed=13), kills=40)
