"""A Tilik that is asked to end does so, at any moment, without a word in its log."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random

from bot.sandbox.telegram import TelegramBox
from models.store.engine.migrate import migrate
from tests.actors import Clock
from tests.kills.lives import Lives
from tests.kills.runner import TOKEN, settings

UNHEARD = -15
"""Killed by the signal, before the process hears any: nothing was begun."""
NEWS = "the trail is sealed"
"""What a life may say of itself."""


async def test_asked_to_end_at_any_moment_it_writes_no_traceback(
    tmp_path: Path, whole: bool
) -> None:
    url, dice = f"sqlite:///{tmp_path / 'tilik.db'}", Random(3)
    await asyncio.to_thread(migrate, url)
    box = TelegramBox(TOKEN, username="TilikBot", clock=Clock(), flood=False)
    await box.start()
    async with Lives(tmp_path, settings(url, tmp_path, box, webhook=False)) as lives:
        codes = [await _ended(lives, box, dice) for _ in range(40 if whole else 6)]
        said = [line for line in lives.log().splitlines() if line and NEWS not in line]
    await box.stop()
    assert set(codes) <= {0, UNHEARD}
    assert not said


async def _ended(lives: Lives, box: TelegramBox, dice: Random) -> int:
    """Its exit code after it was asked while it began, or while it had work to do."""
    await lives.born()
    if dice.random() < 0.5:
        await lives.ready()
        for number in range(10):
            box.phone(1000 + number).say("/siapa")
    await asyncio.sleep(dice.uniform(0, 0.3))
    lives.end()
    return await lives.ended()
