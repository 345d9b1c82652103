"""Evaluations: claims out of the log, what is taken over when sent anew, and back from JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from handlers.staff.evaluation import Ahead
from handlers.staff.evaluation import title as evaluation_title
from handlers.supervisor.evaluation.appraise import TEAM
from handlers.supervisor.evaluation.appraise import title as appraisal_title
from models.evaluations import (
    VALUES,
    Claim,
    Evaluation,
    claimed,
    claims_of,
    read_rows,
    rows,
    taken_over,
)
from models.letters import Text
from models.predikat import PREDIKATS, matrix
from models.quarter import Quarter
from models.work import Entry, State, Target

Q4 = Quarter(2026, 4)
DAY = date(2026, 11, 23)
FILES = Target(7, 1, Q4, "Layanan tepat waktu", "berkas selesai", Decimal(100), "berkas")
IDEAS = Target(8, 1, Q4, "Inovasi", "gagasan baru")


def entry(quantity: str, *, target: int = 7, state: State = "approved") -> Entry:
    return Entry(0, "", 1, DAY, DAY, "Melayani", target, Decimal(quantity), "berkas", state=state)


def claim(logged: str, said: str, reason: str | None = None) -> Claim:
    numbers = (Decimal(100), Decimal(logged), Decimal(said))
    return Claim(7, "Layanan tepat waktu", "berkas", *numbers, reason)


def evaluation(*claims: Claim) -> Evaluation:
    return Evaluation(1, Q4, claims, "sesuai", "atas", date(2027, 1, 4))


def test_the_values_are_the_seven_of_berakhlak() -> None:
    assert len(set(VALUES)) == 7


def test_every_target_is_claimed_with_what_its_approved_entries_add_up_to() -> None:
    log = [entry("10.5"), entry("2"), entry("50", state="sent"), entry("3", target=8)]
    first, second = claims_of([FILES, IDEAS], iter(log))
    assert (first.logged, first.claimed, first.reason) == (Decimal("12.5"), Decimal("12.5"), None)
    assert (first.wanted, first.measure) == (Decimal(100), "berkas")
    assert (second.wanted, second.measure, second.logged) == (None, None, Decimal(3))
    assert claims_of([], log) == ()


def test_a_changed_number_keeps_its_reason_and_the_logs_own_number_needs_none() -> None:
    assert claimed(claim("90", "90"), Decimal(95), reason="Di desa") == claim("90", "95", "Di desa")
    assert claimed(claim("90", "95", "Di desa"), Decimal(90), reason="Di desa") == claim("90", "90")


@pytest.mark.parametrize(
    ("fresh", "before", "anew"),
    [
        (claim("90", "90"), claim("80", "80"), claim("90", "90")),
        (claim("90", "90"), claim("80", "95", "Di desa"), claim("90", "95", "Di desa")),
        (claim("95", "95"), claim("80", "95", "Di desa"), claim("95", "95")),
    ],
)
def test_what_was_changed_is_taken_over_until_the_log_says_it_too(
    fresh: Claim, before: Claim, anew: Claim
) -> None:
    assert taken_over([fresh], [before]) == (anew,)


def test_a_target_that_came_later_is_claimed_as_logged() -> None:
    assert taken_over([claim("90", "90")], []) == (claim("90", "90"),)


@pytest.mark.parametrize("wanted", [None, Decimal("0.125")])
def test_claims_come_back_from_json_as_exact_as_they_were(wanted: Decimal | None) -> None:
    one = Claim(7, "Inovasi", None, wanted, Decimal("0.10"), Decimal("1000000.001"), "Karena")
    assert read_rows(json.loads(json.dumps(rows([one])))) == (one,)


def test_an_evaluation_comes_back_from_its_sheet() -> None:
    whole = Evaluation(
        1,
        Q4,
        (claim("90", "95", "Di desa"),),
        "sesuai",
        "atas",
        date(2027, 1, 4),
        obstacles="Jaringan",
        help="Loket",
        values={"loyal": "Hadir"},
    )
    for one in (whole, evaluation()):
        sheet = json.loads(json.dumps(one.sheet()))
        assert Evaluation.read(1, Q4, sheet, sent_on=one.sent_on) == one


def test_every_predikat_can_be_decided_on() -> None:
    assert set(PREDIKATS) == set(matrix().values())


def test_a_form_that_only_leads_on_has_a_plain_name() -> None:
    assert evaluation_title(Ahead(Q4, DAY)) == Text("title-triwulan")
    assert appraisal_title(TEAM) == Text("title-penilaian")
