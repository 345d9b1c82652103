"""What a demo begins with, before anybody presses anything."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import Tilik
from bot.cli.demo import MovableClock, boxes, furnished, movable, ready, settings_in
from bot.sandbox.demo.jumps import JUMPS
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.serving import mounted
from bot.texts import catalogue, lexicon
from tests.databases import copied

WORDS = {
    "id": (("catat", "saya"), ("setuju", "tim", "ringkasan")),
    "en": (("log", "me"), ("approve", "team", "summary")),
}


@pytest.fixture
async def pages(_sqlite_template: Path, tmp_path: Path) -> list[PhonesPage]:
    """Three demos: two of the same seed, one of another."""
    made = []
    for number, seed in enumerate((7, 7, 8)):
        folder = tmp_path / str(number)
        folder.mkdir()
        clock = MovableClock(lambda: datetime(2026, 11, 30, 2, tzinfo=UTC))
        telegram, whatsapp = boxes(clock)
        here = {"database_url": copied(_sqlite_template, folder)}
        page = mounted(telegram)
        page.shows(whatsapp)
        chosen = settings_in(folder, telegram, whatsapp).model_copy(update=here)
        await furnished(page, whatsapp, chosen, seed)
        made.append(page)
    return made


async def test_a_demo_hangs_the_posters_of_its_seed_and_says_in_three_lines_what_to_try(
    pages: list[PhonesPage],
) -> None:
    one, again, other = pages
    assert one.posters == again.posters
    assert one.tries == again.tries
    codes = [{poster.code for poster in page.posters} for page in (one, other)]
    assert not codes[0] & codes[1]

    citizen, staff, superior = one.tries
    said = ready(one, "http://127.0.0.1/")
    meant = lexicon(catalogue(), verbs=(), conversations=WORDS["id"][0] + WORDS["id"][1]).openings
    for language, typed in WORDS.items():
        assert quoted(citizen.words[language]) == (one.posters[0].service,)
        for line, words, names in zip((staff, superior), typed, WORDS["id"], strict=True):
            assert quoted(line.words[language]) == words
            assert tuple(meant[word] for word in words) == names
    assert [line.code for line in one.tries] == [one.posters[0].code, "", ""]
    assert all(line.words["id"] in said for line in one.tries)


async def test_a_clock_that_is_moved_before_tilik_has_begun_waits_for_it() -> None:
    clock = MovableClock(lambda: datetime(2026, 11, 30, 2, tzinfo=UTC))
    page = mounted(boxes(clock)[0])
    begun: asyncio.Future[Tilik] = asyncio.get_running_loop().create_future()
    movable(page, begun, clock)
    assert page.on_forward is not None
    assert set(page.jumps) == set(JUMPS)
    moving = asyncio.ensure_future(page.on_forward(15))
    await asyncio.sleep(0)
    assert not moving.done()
    assert clock.ahead == timedelta()
    begun.cancel()
    with pytest.raises(asyncio.CancelledError):
        await moving


def quoted(line: str) -> tuple[str, ...]:
    """What the page makes a button of."""
    return tuple(re.findall("“([^”]+)”", line))
