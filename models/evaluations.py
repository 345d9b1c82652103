"""The self-evaluation of a quarter, and the superior's rating of it (PermenPANRB 6/2022). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.predikat import Predikat, Rating
from models.quarter import Quarter
from models.realisation import realised
from models.work import Entry, Target

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

    All of it as it stood when the evaluation was sent. `reason` only where `claimed` differs;
    `whole` is the quarter's number where `wanted` is a share of it (`Target.whole`).
    """

    target_id: int
    result: str
    measure: str | None
    wanted: Decimal | None
    logged: Decimal
    claimed: Decimal
    reason: str | None = None
    whole: Decimal | None = None


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
            "claims": rows(self.claims),
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
        claims = read_rows(sheet["claims"])
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


def claims_of(targets: Iterable[Target], entries: Iterable[Entry]) -> tuple[Claim, ...]:
    """What the approved entries add up to for each target, claimed just so."""
    known = tuple(entries)
    return tuple(_logged(target, realised(target, known).quantity) for target in targets)


def taken_over(fresh: Iterable[Claim], before: Iterable[Claim]) -> tuple[Claim, ...]:
    """Fresh claims with what the person had changed in the ones sent before.

    A number that the log has come to by now needs no reason any more.
    """
    changed = {claim.target_id: claim for claim in before if claim.reason is not None}
    return tuple(
        claimed(claim, changed[claim.target_id].claimed, reason=changed[claim.target_id].reason)
        if claim.target_id in changed
        else claim
        for claim in fresh
    )


def claimed(claim: Claim, number: Decimal, *, reason: str | None) -> Claim:
    """The claim with another number; where the log says the same, the reason is dropped."""
    return replace(claim, claimed=number, reason=None if number == claim.logged else reason)


def rows(claims: Iterable[Claim]) -> list[list[Any]]:
    """Claims as JSON."""
    return [_row(claim) for claim in claims]


def read_rows(written: Iterable[Sequence[Any]]) -> tuple[Claim, ...]:
    """The claims that `rows` wrote down."""
    return tuple(_claim(row) for row in written)


def _logged(target: Target, logged: Decimal) -> Claim:
    about = (target.id, target.result, target.measure, target.quantity)
    return Claim(*about, logged, logged, whole=target.whole)


def _row(claim: Claim) -> list[Any]:
    wanted = None if claim.wanted is None else str(claim.wanted)
    numbers = [wanted, str(claim.logged), str(claim.claimed)]
    whole = [] if claim.whole is None else [str(claim.whole)]
    return [claim.target_id, claim.result, claim.measure, *numbers, claim.reason, *whole]


def _claim(row: Sequence[Any]) -> Claim:
    number, result, measure, wanted, logged, said, reason, *rest = row
    known = None if wanted is None else Decimal(wanted)
    whole = Decimal(rest[0]) if rest else None
    return Claim(number, result, measure, known, Decimal(logged), Decimal(said), reason, whole)
