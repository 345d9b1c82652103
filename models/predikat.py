"""Two ratings in words and the predikat they lead to. Pure.

A superior rates; this only looks up what the matrix of PermenPANRB 6/2022 says to two ratings.
What comes out is a proposal (usulan) until the superior confirms it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeAlias

Rating: TypeAlias = Literal["bawah", "sesuai", "atas"]
"""Below, as, above expectation; of the result (hasil kerja) or the conduct (perilaku kerja)."""
Predikat: TypeAlias = Literal[
    "sangat-baik", "baik", "butuh-perbaikan", "kurang-misconduct", "sangat-kurang"
]
"""The words of `predikat_matrix.csv`; each leads to the text `predikat-<key>`."""
NumericPredikat: TypeAlias = Literal["sangat-baik", "baik", "cukup", "kurang", "sangat-kurang"]

RATINGS: tuple[Rating, ...] = ("bawah", "sesuai", "atas")
PREDIKATS: tuple[Predikat, ...] = (
    "sangat-baik",
    "baik",
    "butuh-perbaikan",
    "kurang-misconduct",
    "sangat-kurang",
)
OBJECTION_DAYS = 14
"""Calendar days from confirmed receipt in which one may object (PP 30/2019)."""
RESULT_SHARE = 70
"""Per cent of the result, the rest is conduct; 60 where peers and subordinates are heard."""
HIGHEST, EXCELLENT = Decimal(120), Decimal(110)
_FLOORS: tuple[tuple[Decimal, NumericPredikat], ...] = (
    (Decimal(90), "baik"),
    (Decimal(70), "cukup"),
    (Decimal(50), "kurang"),  # this floor is from one weak source
)
_RATINGS: Mapping[str, Rating] = {
    "di bawah ekspektasi": "bawah",
    "sesuai ekspektasi": "sesuai",
    "di atas ekspektasi": "atas",
}
_PREDIKAT: Mapping[str, Predikat] = {
    "Sangat Baik": "sangat-baik",
    "Baik": "baik",
    "Butuh Perbaikan": "butuh-perbaikan",
    "Kurang/Misconduct": "kurang-misconduct",
    "Sangat Kurang": "sangat-kurang",
}


@lru_cache
def matrix() -> Mapping[tuple[Rating, Rating], Predikat]:
    """The predikat of each (result, conduct)."""
    written = files("models").joinpath("predikat_matrix.csv").read_text("utf-8")
    return MappingProxyType(
        {
            (_RATINGS[row["hasil_kerja"]], _RATINGS[row["perilaku_kerja"]]): _PREDIKAT[
                row["predikat"]
            ]
            for row in csv.DictReader(written.splitlines())
        }
    )


def proposed(result: Rating, conduct: Rating) -> Predikat:
    """The predikat to propose for both ratings. KeyError for a rating that does not exist."""
    return matrix()[result, conduct]


def objection_until(received: date, *, days: int = OBJECTION_DAYS) -> date:
    """The last day on which one may object, from the day of confirmed receipt (PP 30/2019)."""
    return received + timedelta(days=days)


def numeric(result: Decimal, conduct: Decimal, *, result_share: int = RESULT_SHARE) -> Decimal:
    """The figure of agencies that still print one: 0 to 120, half-up to two decimals.

    `result_share` is in per cent (PP 30/2019). ValueError for a figure or a share out of bounds.
    """
    if not (0 <= result <= HIGHEST and 0 <= conduct <= HIGHEST and 0 <= result_share <= 100):
        raise ValueError(f"figures are 0 to {HIGHEST}, a share 0 to 100")
    exact = (result * result_share + conduct * (100 - result_share)) / 100
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def numeric_predikat(figure: Decimal, *, has_new_idea: bool) -> NumericPredikat:
    """The predikat of a rounded figure; the best also needs an idea that serves the organisation.

    ValueError for a figure that is not 0 to 120.
    """
    if not 0 <= figure <= HIGHEST:
        raise ValueError(f"a figure is 0 to {HIGHEST}, not {figure}")
    if figure >= EXCELLENT and has_new_idea:
        return "sangat-baik"
    return next((key for floor, key in _FLOORS if figure >= floor), "sangat-kurang")
