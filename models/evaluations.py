"""The self-evaluation of a quarter, and the superior's rating of it (PermenPANRB 6/2022). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from models.predikat import Predikat, Rating
from models.quarter import Quarter

VALUES = (
    "berorientasi-pelayanan",
    "akuntabel",
    "kompeten",
    "harmonis",
    "loyal",
    "adaptif",
    "kolaboratif",
)
"""The seven values of BerAKHLAK, in their order; each leads to the text `value-<key>`."""


@dataclass(frozen=True)
class Claim:
    """What a person says of one target: what the approved log adds up to, and what they make of it.

    All of it as it stood when the evaluation was sent. `reason` only where `claimed` differs.
    """

    target_id: int
    result: str
    measure: str | None
    wanted: Decimal | None
    logged: Decimal
    claimed: Decimal
    reason: str | None = None


@dataclass(frozen=True)
class Evaluation:
    """One person's self-evaluation of one quarter; `sent_on` is a day of the unit's zone."""

    person_id: int
    quarter: Quarter
    claims: tuple[Claim, ...]
    result: Rating
    conduct: Rating
    sent_on: date
    obstacles: str | None = None
    help: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def sheet(self) -> dict[str, Any]:
        """The evaluation as JSON, without whose and of when it is."""
        return {
            "claims": [_claim(claim) for claim in self.claims],
            "result": self.result,
            "conduct": self.conduct,
            "obstacles": self.obstacles,
            "help": self.help,
            "values": dict(self.values),
        }

    @classmethod
    def read(
        cls, person_id: int, quarter: Quarter, sheet: Mapping[str, Any], *, sent_on: date
    ) -> Evaluation:
        """The evaluation that `sheet` wrote down."""
        claims = tuple(_read_claim(row) for row in sheet["claims"])
        rest = {name: value for name, value in sheet.items() if name != "claims"}
        return cls(person_id, quarter, claims, sent_on=sent_on, **rest)


@dataclass(frozen=True)
class Appraisal:
    """A superior's rating of a person's quarter: one version, confirmed by the superior."""

    person_id: int
    quarter: Quarter
    superior_id: int
    result: Rating
    conduct: Rating
    reason: str
    predikat: Predikat
    rated_on: date
    id: int = 0
    version: int = 0
    received_on: date | None = None
    reply: str | None = None


def _claim(claim: Claim) -> list[Any]:
    wanted = None if claim.wanted is None else str(claim.wanted)
    numbers = [wanted, str(claim.logged), str(claim.claimed)]
    return [claim.target_id, claim.result, claim.measure, *numbers, claim.reason]


def _read_claim(row: list[Any]) -> Claim:
    number, result, measure, wanted, logged, claimed, reason = row
    known = None if wanted is None else Decimal(wanted)
    return Claim(number, result, measure, known, Decimal(logged), Decimal(claimed), reason)
