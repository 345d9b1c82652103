"""What a demo begins with, before anybody presses anything."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import Tilik
from bot.cli.demo import MovableClock, boxes, furnished, movable, ready, settings_in
from bot.sandbox.demo.days import live_on
from bot.sandbox.demo.jumps import JUMPS, next_promise, while_served
from bot.sandbox.demo.office import SLOW
from bot.sandbox.demo.people import office
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.page.serving import mounted
from bot.texts import catalogue, lexicon
from handlers.supervisor.reviews.opening import review_due
from handlers.supervisor.reviews.standing import standings_since
from models.calendar import local
from models.figures import ENOUGH
from models.people import LANGUAGES
from models.reviews import ElementMean, measured, since, standing_of
from models.store.complaints import reviews
from models.store.office import services
from models.store.ratings import closes, quarantines
from tests.databases import copied
from tests.played import empty_store

OPENED = ("pengaduan", "tinjauan", "layani", "catat", "saya", "setuju", "tim", "ringkasan")
"""The conversations that the lines open, in their order."""


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


async def test_a_demo_hangs_the_posters_of_its_seed_and_says_in_lines_what_to_try(
    pages: list[PhonesPage],
) -> None:
    one, again, other = pages
    assert one.posters == again.posters
    assert one.tries == again.tries
    codes = [{poster.code for poster in page.posters} for page in (one, other)]
    assert not codes[0] & codes[1]

    said = ready(one, "http://127.0.0.1/")
    meant = lexicon(catalogue(), verbs=(), conversations=OPENED).openings
    for language in LANGUAGES:
        words = [quoted(line.words[language]) for line in one.tries]
        assert [len(some) for some in words] == [len(line.clicks) for line in one.tries]
        found = [meant.get(word) for some in words for word in some]
        assert tuple(filter(None, found)) == OPENED
    clicks = [click for line in one.tries for click in line.clicks]
    assert [click.scan for click in clicks if click.scan] == [one.posters[0].code]
    steps = {f"jump-{name}" for name in JUMPS} | {"forward-60", "forward-1440", "forward-10080"}
    assert {click.move for click in clicks if click.move} < steps
    assert all(line.words["id"] in said for line in one.tries)


def test_the_sample_office_has_a_slow_counter_that_lives_on_and_gets_better_with_a_plan() -> None:
    """Even on the first day of a quarter, of which nothing was said before."""
    now, week = datetime(2026, 10, 1, 3, tzinfo=UTC), timedelta(days=7)
    with empty_store() as store:
        office(store, now=now, seed=1)
        units = [one.id for one in services.every_unit(store)]
        assert [(b.why, b.n) for b in quarantines.waiting(store, units)] == [("full", 130)]
        review_due(store, now)
        (review,) = reviews.waiting(store)
        before = standing_of(review.before)
        assert review.element == SLOW
        assert "daily" in before.shown
        due = [next_promise(store, now)]
        due.append(next_promise(store, due[0]))
        assert [f"{local(at, 'Asia/Jakarta'):%d %H.%M}" for at in due] == ["15 08.01", "16 08.01"]
        means = []
        for _ in range(2):
            live_on(store, since=now, now=now + week, seed=1)
            now += week
            closes.close(store, now)
            said, safe = since(before, list(standings_since(store, review, now.date())), "daily")
            means.append(measured(said, ENOUGH, shown=safe))
            reviews.change(store, reviews.one(store, review.id), action="Dua petugas")
        slow, quick = means
        assert isinstance(slow, ElementMean)
        assert isinstance(quick, ElementMean)
        assert slow.mean < Fraction(5, 2) < quick.mean


@pytest.mark.parametrize(
    ("tried", "begins"),
    [
        ("2026-11-30T10:15", "2026-11-30T10:15"),
        ("2026-11-30T22:42", "2026-12-01T08:00"),
        ("2026-12-01T04:00", "2026-12-01T08:00"),
        ("2026-12-04T16:00", "2026-12-07T08:00"),
        ("2026-12-05T11:00", "2026-12-07T08:00"),
        ("2026-12-25T03:00", "2026-12-28T08:00"),
    ],
)
def test_who_tries_it_at_night_or_on_a_day_off_finds_the_office_at_work(
    tried: str, begins: str
) -> None:
    """What is rated at night is held, and the lines of the page would not come true."""
    there = ZoneInfo("Asia/Jakarta")
    first, then = (datetime.fromisoformat(at).replace(tzinfo=there) for at in (tried, begins))
    assert MovableClock(lambda: first)() == while_served(first) == then


async def test_a_clock_that_is_moved_before_tilik_has_begun_waits_for_it() -> None:
    clock = MovableClock(lambda: datetime(2026, 11, 30, 2, tzinfo=UTC))
    page = mounted(boxes(clock)[0])
    begun: asyncio.Future[Tilik] = asyncio.get_running_loop().create_future()
    movable(page, begun, clock, 7)
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
