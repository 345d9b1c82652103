"""Two ratings in words and the predikat they lead to. Pure.

A superior rates; this only looks up what the matrix of PermenPANRB 6/2022 says to two ratings.
What comes out is a proposal (usulan) until the superior confirms it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
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
