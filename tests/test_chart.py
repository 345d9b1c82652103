"""The picture of a summary: legible to every eye, safe for any name, drawn out of the way."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from decimal import Decimal
from io import BytesIO
from itertools import combinations
from typing import Any

import numpy as np
import psutil
import pytest
from PIL import Image

from bot.render.draw import Draughtsman, Undrawn
from bot.render.words import words_of
from bot.sandbox.calm import AT_LAST
from bot.texts import catalogue
from models.instruments import bands_at, instrument
from models.letters import Picture
from tests.source import ROOT

KEYS = instrument().elements
SCORES = ("88.31", "76.60", "64.99", "92.40", "81.25", None, "76.61", "31.05", "100.00")
OFFICE = "Dinas Kependudukan dan Pencatatan Sipil"


def picture(title: str = OFFICE, *, scores: Any = SCORES, kind: str = "daily") -> Picture:
    """A picture as the summary writes it: elements without a score have too few answers."""
    rows: list[dict[str, Any]] = []
    for key, score in zip(KEYS, scores, strict=True):
        row: dict[str, Any] = {"element": key, "n": 1214 if score else 7}
        if score:
            row |= {"score": score, "band": instrument().band(Decimal(score)).key}
        rows.append(row)
    facts = {"title": title, "kind": kind, "year": 2026, "quarter": 4, "rows": rows}
    return Picture("elements", facts)


def drawn(title: str = OFFICE, *, scores: Any = SCORES, language: str = "id") -> Any:
    """The picture's pixels (height, width, 3), drawn in this process."""
    from bot.render.chart import elements

    shown = picture(title, scores=scores)
    png = elements(shown.facts, words_of(shown, catalogue(), language))
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def coloured(pixels: Any, colour: str) -> int:
    """How many pixels have nearly this colour."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    return int((np.abs(pixels - wanted).max(axis=2) < 8).sum())


OTHERS: set[int] = set()


@pytest.fixture
async def own() -> AsyncIterator[Draughtsman]:
    """One of the test's own, where it matters which processes there are."""
    someone = Draughtsman(catalogue())
    yield someone
    await someone.close()


@pytest.fixture(autouse=True)
def at_work() -> None:
    """The stories may have a drawing process of their own by now."""
    OTHERS.update(child.pid for child in psutil.Process().children())


def children() -> list[psutil.Process]:
    """The drawing processes of this test."""
    found = [child for child in psutil.Process().children() if child.pid not in OTHERS]
    return [child for child in found if "bot.render.easel" in " ".join(child.cmdline())]


# What is in the picture


def test_words_are_in_the_readers_language() -> None:
    shown = picture()
    indonesian, english = (words_of(shown, catalogue(), language) for language in ("id", "en"))
    assert indonesian["subtitle"] == "Indeks harian (indikatif, bukan IKM)\nTriwulan IV 2026"
    assert "indicative" in english["subtitle"]
    assert (indonesian["score-persyaratan"], english["score-persyaratan"]) == ("88,31", "88.31")
    assert (indonesian["n-persyaratan"], english["n-persyaratan"]) == ("n 1.214", "n 1,214")
    assert [indonesian[f"floor-{band}"] for band in "abc"] == ["88,31", "76,61", "65,00"]


def test_the_figure_of_the_whole_stands_above_and_says_when_a_sample_is_missed() -> None:
    whole = {"score": "81.23", "letter": "B", "n": 120, "target": 278}
    shown = picture(kind="official")
    facts = {**shown.facts, "figure": whole}
    said = words_of(Picture("elements", facts), catalogue(), "id")
    assert said["figure"] == "IKM 81,23 · mutu B · 120 responden"
    assert said["subtitle"].startswith("Belum mencapai sampel (120 dari 278)\n")
    del whole["target"]
    assert "sampel" not in words_of(Picture("elements", facts), catalogue(), "id")["subtitle"]
    assert words_of(shown, catalogue(), "id")["figure"] == ""


def test_an_official_survey_is_not_called_indicative() -> None:
    for language in ("id", "en"):
        words = words_of(picture(kind="official"), catalogue(), language)
        assert "SKM" in words["subtitle"]
        assert "indi" not in words["subtitle"]


def test_too_few_answers_are_counted_and_have_no_score() -> None:
    words = words_of(picture(), catalogue(), "id")
    assert words["n-kompetensi"] == "n 7 dari 30"
    assert "score-kompetensi" not in words


def test_a_picture_is_as_wide_as_a_phone_shows_it() -> None:
    height, width, _ = drawn().shape
    assert width == 960
    assert 1200 < height < 1700


def test_bars_are_as_long_as_their_scores() -> None:
    from bot.render.chart import COLOURS
    from bot.render.page import LEFT, RIGHT

    for score, key in (("95.00", "a"), ("80.00", "b"), ("70.00", "c"), ("40.00", "d")):
        pixels = drawn(scores=(score, *[None] * 8))
        wanted = np.array([int(COLOURS[key][i : i + 2], 16) for i in (1, 3, 5)])
        found = np.abs(pixels[:-200] - wanted).max(axis=2) < 8
        longest = found.sum(axis=1).max()
        assert abs(longest - (RIGHT - LEFT) * (float(score) - 25) / 75) <= 3


def test_an_element_without_a_score_has_no_bar() -> None:
    from bot.render.chart import COLOURS
    from bot.render.page import TRACK

    pixels = drawn(scores=[None] * 9)
    above_the_legend = pixels[:-120]
    assert all(coloured(above_the_legend, colour) == 0 for colour in COLOURS.values())
    assert coloured(above_the_legend, TRACK) < coloured(drawn()[:-120], TRACK)


def test_the_lowest_score_there_is_can_still_be_seen() -> None:
    from bot.render.chart import COLOURS

    assert coloured(drawn(scores=("25.00", *[None] * 8))[:-120], COLOURS["d"]) > 50


# The picture of a person

PARTS = ("quantity", "quality", "discipline", "citizens")


def portrait(values: Any = ("37.50", "100.00", "0.00", None), *, name: str = OFFICE) -> Picture:
    """A picture as somebody's scores write it: a part without a value is missing."""
    rows: list[dict[str, Any]] = []
    for part, value in zip(PARTS, values, strict=True):
        row: dict[str, Any] = {"part": part, "n": 12 if value else 7, "needed": 30}
        rows.append({**row, "value": value} if value else row)
    return Picture("person", {"title": name, "year": 2026, "quarter": 4, "rows": rows})


def sketched(values: Any, *, language: str = "id") -> Any:
    """The picture's pixels, drawn in this process."""
    from bot.render.person import person

    shown = portrait(values, name="Dewi")
    png = person(shown.facts, words_of(shown, catalogue(), language))
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def longest_bar(pixels: Any) -> int:
    from bot.render.person import COLOUR

    wanted = np.array([int(COLOUR[i : i + 2], 16) for i in (1, 3, 5)])
    return int((np.abs(pixels - wanted).max(axis=2) < 8).sum(axis=1).max())


def test_a_persons_picture_says_that_it_is_no_predikat_and_of_how_many() -> None:
    indonesian, english = (words_of(portrait(), catalogue(), lang) for lang in ("id", "en"))
    assert indonesian["subtitle"] == "Indikator internal, bukan predikat\nTriwulan IV 2026"
    assert "not a predikat" in english["subtitle"]
    assert (indonesian["value-quantity"], english["value-quantity"]) == ("37,50", "37.50")
    assert (indonesian["n-quantity"], indonesian["n-quality"]) == ("12 target", "12 catatan")
    assert indonesian["n-citizens"] == "n 7 dari 30"
    assert "value-citizens" not in indonesian


@pytest.mark.parametrize("value", ["100.00", "50.00", "12.34"])
def test_a_persons_bars_start_at_nought(value: str) -> None:
    from bot.render.page import LEFT, RIGHT

    wanted = (RIGHT - LEFT) * float(value) / 100
    assert abs(longest_bar(sketched((value, None, None, None))) - wanted) <= 3


def test_a_nought_can_be_seen_and_is_not_what_is_missing() -> None:
    from bot.render.page import TRACK

    nought, missing = sketched(("0.00", *["100.00"] * 3)), sketched([None] * 4)
    assert 2 <= longest_bar(nought[:340]) <= 6
    assert longest_bar(missing) == 0
    assert coloured(missing, TRACK) < coloured(nought, TRACK) / 4


# Colours


def _lightness(colour: str) -> float:
    """CIE L* (0 to 100): what is left of a colour on a black and white printer."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return float(116 * luminance ** (1 / 3) - 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    lights = sorted(((_lightness(colour) + 16) / 116) ** 3 for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_bands_stay_apart_in_grey() -> None:
    from bot.render.chart import COLOURS

    greys = [_lightness(colour) for colour in COLOURS.values()]
    assert min(abs(one - other) for one, other in combinations(greys, 2)) > 12


def test_letters_can_be_read_on_their_bars() -> None:
    from bot.render.chart import COLOURS, ON_BAR
    from bot.render.page import GREY, INK

    for key, colour in COLOURS.items():
        ink = "#FFFFFF" if ON_BAR[key] == "white" else ON_BAR[key]
        assert _contrast(ink, colour) >= 4.5, key
    assert _contrast(GREY, "#FFFFFF") >= 4.5
    assert _contrast(INK, "#FFFFFF") >= 7


# Names that people give


HOSTILE = [
    "",
    "$",
    r"Rp $\frac{1}{0}$ ^_^ {",
    "Loket 😀👨‍👩‍👧🇮🇩",
    "Satu\nDua\r\n\tTiga\0\x1b[31m",
    "\u202eterbalik\u202c \ufeff",
    "龍" * 40,
    "Sangat " * 60,
    "A" * 5000,
    "\ud800",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_can_be_a_title(name: str) -> None:
    assert drawn(name).shape[1] == 960


def test_a_long_title_does_not_push_the_bars_off_the_picture() -> None:
    assert abs(drawn("Sangat " * 60).shape[0] - drawn("Pendek").shape[0]) <= 124


def test_the_whole_name_of_an_office_stands_above_its_picture() -> None:
    from bot.render.page import lettered

    long = "Unit Pelaksana Teknis Pelayanan Kependudukan dan Pencatatan Sipil Pangkajene Kepulauan"
    for name in (long, f"{long} Selatan", "Loket 3"):
        assert " ".join(lettered({"title": name}).title) == name


def test_floors_that_lie_close_together_are_not_written_over_each_other() -> None:
    from bot.render.chart import _ends
    from bot.render.page import page

    floors = {"a": "97", "b": "92", "c": "88", "d": "25"}
    shown = Picture("elements", {**picture().facts, "floors": floors})
    figure, axes = page(200)
    _ends(axes, words_of(shown, catalogue(), "id"), bands_at(floors), y=100)
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in axes.texts]
    assert {"88,00", "92,00"} <= {text.get_text() for text in axes.texts}
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_a_title_is_wrapped_and_shortened_within_its_room() -> None:
    from bot.render.lettering import BOLD, width, wrapped

    for name in ("Sangat " * 60, "A" * 300, f"{OFFICE} {OFFICE}", "kata " + "B" * 90):
        lines = wrapped(name, 50, BOLD, room=980, lines=2)
        assert len(lines) == 2
        assert all(width(line, 50, BOLD) <= 980 for line in lines)
        assert lines[-1].endswith("…")
    assert wrapped("Loket 3", 50, BOLD, room=980, lines=2) == ["Loket 3"]


def test_pictographs_are_left_out_and_unknown_letters_are_marked() -> None:
    from bot.render.lettering import legible

    assert legible("Loket 😀 3\n\tlantai  2") == "Loket 3 lantai 2"
    assert legible("龍 Naga") == "□ Naga"
    assert legible("$x$ <b>&") == "$x$ <b>&"


# Out of the way


async def test_pictures_of_both_kinds_are_drawn_in_one_other_process(own: Draughtsman) -> None:
    assert children() == []
    shown = (portrait(), picture(), portrait(name="Dewi"), picture("Loket 3"))
    pages = [own.draw(one, "id") for one in shown]
    assert all(png.startswith(b"\x89PNG") for png in await asyncio.gather(*pages))
    assert len(children()) == 1


async def test_the_same_picture_is_drawn_once(draughtsman: Draughtsman) -> None:
    first, second = await asyncio.gather(*(draughtsman.draw(picture(), "id") for _ in range(2)))
    assert first is second
    assert await draughtsman.draw(picture(), "en") != first
    assert await draughtsman.draw(picture("Loket 3"), "id") != first


async def test_a_dead_process_is_replaced(own: Draughtsman) -> None:
    await own.draw(picture(), "id")
    (easel,) = children()
    easel.kill()
    assert (await own.draw(picture("Loket 3"), "id")).startswith(b"\x89PNG")
    assert [child.pid for child in children()] != [easel.pid]


async def test_a_picture_given_up_half_way_does_not_spoil_the_next(
    own: Draughtsman, draughtsman: Draughtsman
) -> None:
    await own.draw(picture(), "id")
    impatient = asyncio.ensure_future(own.draw(picture("Loket 3"), "id"))
    await asyncio.sleep(0)  # the order is in the pipe
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    fresh = await own.draw(picture("Loket 4"), "id")
    assert fresh == await draughtsman.draw(picture("Loket 4"), "id")


async def test_what_cannot_be_drawn_says_so_and_the_next_can(draughtsman: Draughtsman) -> None:
    with pytest.raises(Undrawn, match="KeyError"):
        await draughtsman.draw(_unreadable(), "id")
    with pytest.raises(Undrawn, match="portrait"):
        await draughtsman.draw(Picture("portrait", {}), "id")
    assert (await draughtsman.draw(picture(), "id")).startswith(b"\x89PNG")


def _unreadable() -> Picture:
    facts = dict(picture().facts)
    facts["rows"] = [{"element": KEYS[0], "n": 31, "score": "88.31", "band": "e"}]
    return Picture("elements", facts)


async def test_closing_leaves_no_process_behind() -> None:
    someone = Draughtsman(catalogue())
    await someone.draw(picture(), "id")
    (easel,) = children()
    await someone.close()
    assert not psutil.pid_exists(easel.pid)
    await someone.close()


PROGRAM = """
import asyncio, sys
from bot.sandbox.calm import AT_LAST
from bot.render.draw import Draughtsman
from bot.texts import catalogue
from tests.test_chart import children, picture

async def main():
    someone = Draughtsman(catalogue())
    await someone.draw(picture(), "id")
    print(children()[0].pid, "matplotlib" in sys.modules, flush=True)
    for n in range(int(sys.argv[1])):
        await someone.draw(picture(f"Loket {n}"), "id")
    await asyncio.sleep(float(sys.argv[2]))
    await someone.close()

asyncio.run(main())
"""


def program(*, pictures: int = 0, seconds: float = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "always", "-c", PROGRAM, str(pictures), str(seconds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_program_that_ends_is_not_warned_and_has_not_loaded_matplotlib() -> None:
    with program() as ran:
        out, err = ran.communicate(timeout=AT_LAST)
    assert ran.returncode == 0, err
    pid, loaded = out.split()
    assert err == ""
    assert loaded == "False"
    assert not psutil.pid_exists(int(pid))


@pytest.mark.parametrize("work", [{"seconds": 60}, {"pictures": 1000}], ids=["idle", "busy"])
def test_the_drawing_process_ends_when_the_program_is_killed(work: dict[str, int]) -> None:
    with program(**work) as ran:
        assert ran.stdout is not None
        pid = int(ran.stdout.readline().split()[0])
        assert psutil.pid_exists(pid)
        time.sleep(0.3)
        os.kill(ran.pid, signal.SIGKILL)
        _, err = ran.communicate(timeout=AT_LAST)
    gone = _gone(pid)
    assert gone, "the drawing process lives on"
    assert err == ""


def _gone(pid: int) -> bool:
    for _ in range(int(AT_LAST / 0.05)):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False
