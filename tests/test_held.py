"""Which comments are held: those that the rules were built on, and what must hold of any."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from models.comments.held import is_held, is_named
from models.comments.names import staff_names
from tests.held import MEASURED, misjudged
from tests.held import STAFF as MEASURED_STAFF

NAMES = (
    *("Joko Susilo", "Dewi Lestari, S.Kom.", "Bambang Suparman", "Endang Sulistyowati"),
    *("Agus Setiawan", "Rina Wulandari", "Bagus Prasetyo", "Drs. Asep Hidayat, M.Si."),
    *("Siti Nurhaliza", "Hendra Gunawan", "Dewi Anggraini", "Ratna Kartikasari", "Bambang Wijaya"),
    *("Siti Nurhaliza Rahmawati", "Agus Salim Harahap", "I Made Sudarma", "Muhammad Fauzi"),
    *("Maria Magdalena Tobing", "Yuliana Br. Ginting"),
)
STAFF = staff_names(NAMES)
COMMENTS = Path(__file__).with_name("held_comments.csv")


def judged() -> list[tuple[str, bool]]:
    with COMMENTS.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["held"] == "1") for row in csv.DictReader(file)]


def test_blame_of_somebody_is_held_and_everything_else_passes() -> None:
    wrong = [comment for comment, held in judged() if is_held(comment, STAFF) is not held]
    assert not wrong


@pytest.mark.parametrize("blames", [True, False])
def test_comments_that_nothing_was_learned_from_are_judged_rightly(blames: bool) -> None:
    count, wrong = misjudged(MEASURED, MEASURED_STAFF, blames=blames)
    assert len(wrong) <= count / 20


def test_there_are_enough_of_both_kinds() -> None:
    found = judged()
    assert len(found) >= 200
    assert len({comment for comment, _ in found}) == len(found)
    assert 80 <= sum(held for _, held in found) <= len(found) - 80


@pytest.mark.parametrize("comment", ["Joko minta duit", "joko galak", "Joko tukang pungli"])
def test_the_name_of_nobody_there_points_to_nobody(comment: str) -> None:
    assert is_held(comment, STAFF)
    assert not is_held(comment, staff_names(("Rudi Hartono",)))


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("bu d3wi ramah", True),
        ("J O K O", True),
        ("Bapak di loket 2 minta uang", False),
        ("nama saya Dewi", False),
        ("", False),
    ],
)
def test_a_name_is_found_however_it_is_written(comment: str, named: bool) -> None:
    assert is_named(comment, STAFF) is named


@pytest.mark.parametrize("comment", ["", " ", "\0", "2", "@", "loket", "loket 2", "pak", "a." * 9])
def test_what_says_nothing_passes(comment: str) -> None:
    assert not is_held(comment, STAFF)
    assert not is_held(comment, staff_names(()))


def test_where_nobody_works_a_desk_still_points_to_somebody() -> None:
    assert is_held("bapak di loket 2 minta uang rokok", staff_names(()))
