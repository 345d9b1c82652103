"""The matrix is the published one, and the right to object has fourteen days."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from models.predikat import (
    RATINGS,
    Rating,
    matrix,
    objection_until,
    proposed,
)

PUBLISHED = Path(__file__).parent / "published" / "predikat_matrix.csv"
WORDS = {"bawah": "di bawah", "sesuai": "sesuai", "atas": "di atas"}


def published(result: Rating, conduct: Rating) -> str:
    with PUBLISHED.open(encoding="utf-8", newline="") as lines:
        rows = {
            (row["hasil_kerja"], row["perilaku_kerja"]): row["predikat"]
            for row in csv.DictReader(lines)
        }
    return rows[f"{WORDS[result]} ekspektasi", f"{WORDS[conduct]} ekspektasi"]


@pytest.mark.parametrize("result", RATINGS)
@pytest.mark.parametrize("conduct", RATINGS)
def test_two_ratings_lead_to_the_published_predikat(result: Rating, conduct: Rating) -> None:
    words = published(result, conduct).lower().replace(" ", "-").replace("/", "-")
    assert proposed(result, conduct) == words


def test_the_matrix_knows_every_pair_and_no_other() -> None:
    assert set(matrix()) == {(result, conduct) for result in RATINGS for conduct in RATINGS}


def test_bad_conduct_outweighs_a_good_result() -> None:
    assert proposed("atas", "bawah") == "kurang-misconduct"
    assert proposed("bawah", "atas") == "butuh-perbaikan"


def test_one_may_object_for_fourteen_calendar_days() -> None:
    assert objection_until(date(2026, 4, 20)) == date(2026, 5, 4)
    assert objection_until(date(2027, 12, 24)) == date(2028, 1, 7)  # holidays do not matter
