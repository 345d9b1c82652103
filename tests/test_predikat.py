"""The matrix is the published one, and the right to object has fourteen days."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.predikat import (
    RATINGS,
    NumericPredikat,
    Rating,
    matrix,
    numeric,
    numeric_predikat,
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


def test_the_numeric_figure_is_seventy_of_result_and_thirty_of_conduct() -> None:
    assert numeric(Decimal(100), Decimal(80)) == Decimal("94.00")
    assert numeric(Decimal(100), Decimal(80), result_share=60) == Decimal("92.00")
    assert numeric(Decimal("89.99"), Decimal("90.01")) == Decimal("90.00")  # 89.996


def test_the_numeric_figure_is_rounded_half_up() -> None:
    assert numeric(Decimal("80.18"), Decimal("80.19"), result_share=50) == Decimal("80.19")


@pytest.mark.parametrize(
    ("figure", "idea", "predikat"),
    [
        ("120", True, "sangat-baik"),
        ("110.00", True, "sangat-baik"),
        ("110.00", False, "baik"),
        ("109.99", True, "baik"),
        ("90.00", False, "baik"),
        ("89.99", True, "cukup"),
        ("70.00", False, "cukup"),
        ("69.99", False, "kurang"),
        ("50.00", False, "kurang"),
        ("49.99", False, "sangat-kurang"),
        ("0", False, "sangat-kurang"),
    ],
)
def test_the_numeric_predikat_changes_exactly_at_the_edge(
    figure: str, idea: bool, predikat: NumericPredikat
) -> None:
    assert numeric_predikat(Decimal(figure), has_new_idea=idea) == predikat


@pytest.mark.parametrize("figure", ["-0.01", "120.01"])
def test_a_figure_out_of_bounds_is_refused(figure: str) -> None:
    with pytest.raises(ValueError, match="120"):
        numeric(Decimal(figure), Decimal(100))
    with pytest.raises(ValueError, match="120"):
        numeric_predikat(Decimal(figure), has_new_idea=True)
    with pytest.raises(ValueError, match="share"):
        numeric(Decimal(100), Decimal(100), result_share=101)
