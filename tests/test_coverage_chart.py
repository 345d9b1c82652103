"""The picture of a team's weeks: every week is there, and a bar is as long as its share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.render.draw import Draughtsman
from bot.render.words import words_of
from bot.texts import catalogue
from models.letters import Picture

INK = np.array([0x0B, 0x4A, 0x80])


def picture(weeks: Sequence[tuple[int, int]], name: str = "Ratna Dewi") -> Picture:
    monday = date(2026, 9, 28)
    rows: list[dict[str, Any]] = []
    for number, (kept, due) in enumerate(weeks):
        first = monday + timedelta(weeks=number)
        last = first + timedelta(days=4)
        rows.append({"first": str(first), "last": str(last), "n": kept, "of": due})
    return Picture("coverage", {"name": name, "year": 2026, "quarter": 4, "rows": rows})


def drawn(shown: Picture, language: str = "id") -> Any:
    """The pixels (height, width, 3), drawn in this process."""
    from bot.render.coverage import coverage

    png = coverage(shown.facts, words_of(shown, catalogue(), language))
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def inked(pixels: Any) -> list[int]:
    """How long the bars are, from the top, in pixels."""
    dark = (np.abs(pixels - INK).max(axis=2) < 8).sum(axis=1)
    return [int(dark[y]) for y in range(len(dark)) if dark[y] > 3]


def test_a_bar_is_as_long_as_the_share_of_the_week_that_was_logged() -> None:
    whole, half = max(inked(drawn(picture([(10, 10)])))), max(inked(drawn(picture([(10, 20)]))))
    assert abs(whole - 2 * half) < 4
    assert inked(drawn(picture([(0, 10)]))) == []


def test_no_week_and_no_number_of_days_runs_into_a_bar() -> None:
    """The names of weeks over two months are the longest, and so are thousands of days."""
    row = {"first": "2026-11-30", "last": "2026-12-04", "n": 1_200, "of": 12_345}
    pixels = drawn(Picture("coverage", {**picture([]).facts, "rows": [row]}))
    dark = np.abs(pixels - INK).max(axis=2) < 8
    bar = np.flatnonzero(dark[dark.sum(axis=1).argmax()])
    grey = (pixels.max(axis=2) < 200) & ~dark
    y = int(dark.sum(axis=1).argmax())
    beside = grey[y - 20 : y + 20, bar[0] - 20 : bar[0] - 4]
    assert not beside.any()


def test_a_quarter_of_fourteen_weeks_and_a_long_name_fit_on_a_small_screen() -> None:
    weeks = [(number, 14) for number in range(14)]
    pixels = drawn(picture(weeks, name="Prof. Dr. <b>Raden Ajeng</b> $x^2$ " * 9))
    assert pixels.shape[1] == 960
    assert pixels.shape[0] < 1200


@pytest.mark.parametrize(
    ("language", "title", "days"), [("id", "Tim Ratna Dewi", "5 dari 10"), ("en", "Ratna", "of")]
)
def test_its_words_are_in_the_readers_language(language: str, title: str, days: str) -> None:
    words = words_of(picture([(5, 10)]), catalogue(), language)
    assert title in words["title"]
    assert days in words["days-0"]
    assert "28" in words["week-0"]


async def test_the_draughtsman_draws_it() -> None:
    draughtsman = Draughtsman(catalogue())
    try:
        png = await draughtsman.draw(picture([(5, 10), (10, 10)]), "id")
    finally:
        await draughtsman.close()
    assert png.startswith(b"\x89PNG")


def test_a_week_over_two_months_names_both() -> None:
    said = words_of(picture([(1, 5), (1, 5)]), catalogue(), "id")
    assert said["week-0"] == "28 Sep – 2 Okt"
    assert said["week-1"] == "5 – 9 Okt"
    row = {"first": "2026-12-31", "last": "2026-12-31", "n": 1, "of": 5}
    facts = {**picture([]).facts, "rows": [row]}
    assert words_of(Picture("coverage", facts), catalogue(), "id")["week-0"] == "31 Des"
