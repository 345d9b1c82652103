"""The questions of the quarterly self-evaluation, from the targets to the last card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.engine.questions import Noted, Option, Pick, Write
from handlers.staff.evaluation.facts import needs, obstacles, rating, values
from handlers.words.evaluation import (
    REASON,
    amount,
    brief,
    claim_line,
    joined,
    room,
    self_lines,
    wanted,
)
from handlers.words.figures import quarter_name
from handlers.words.numbers import Amount, Quantity
from models.evaluations import (
    Claim,
    Evaluation,
    claimed,
    read_rows,
    rows,
    taken_over,
)
from models.letters import Fact, Text
from models.quarter import Quarter

BUTTON, CARD = 40, 80


@dataclass(frozen=True)
class EvaluationSheet:
    """What the form opens with: the targets with what the log adds up to, what was sent before.

    `last` is the last day of the person's own window; after `today` it is late.
    """

    person_id: int
    quarter: Quarter
    today: date
    last: date
    claims: tuple[Claim, ...]
    before: Evaluation | None = None

    def start(self) -> Mapping[str, Any]:
        """As JSON, to be noted: what the person was shown stays, whatever is approved since."""
        if self.before is None:
            return {"claims": rows(self.claims)}
        anew = taken_over(self.claims, self.before.claims)
        return {**self.before.sheet(), "claims": rows(anew)}

    @property
    def until(self) -> Text:
        """Until when it is to be sent, or that this day is over."""
        late = self.today > self.last
        return Text("triwulan-late" if late else "triwulan-until", {"day": self.last})


async def filled(sheet: EvaluationSheet) -> Evaluation:
    """The whole evaluation, once its last card was confirmed."""
    start = await Noted("triwulan-start", value=sheet.start())
    claims = read_rows(start["claims"])
    claims = await _claims(sheet, claims)
    opens = None if claims else _head(sheet)
    written = {
        "obstacles": await obstacles(start.get("obstacles"), first=opens),
        "help": await needs(start.get("help")),
    }
    evaluation = Evaluation(
        person_id=sheet.person_id,
        quarter=sheet.quarter,
        claims=claims,
        values=await values(start.get("values", {})),
        result=await rating("triwulan-result", start.get("result")),
        conduct=await rating("triwulan-conduct", start.get("conduct")),
        sent_on=sheet.today,
        **written,
    )
    send = Option("send", Text("triwulan-send-now"))
    card = _card(sheet, evaluation)
    await Pick("triwulan-send", options=[send], yes=send.key, decisive=send.key, facts=card)
    return evaluation


async def _claims(sheet: EvaluationSheet, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Every target on one screen, until all of it is right."""
    while claims:
        fine = Option("fine", Text("triwulan-fine"))
        picked = await Pick(
            "triwulan-targets",
            options=[fine, *(_way_to(claim) for claim in claims)],
            facts={**_head(sheet), "targets": _targets(claims)},
            yes=fine.key,
            decisive=fine.key,
        )
        if picked.key == fine.key:
            break
        one = next(claim for claim in claims if _way_to(claim).key == picked.key)
        changed = await _changed(one)
        claims = tuple(changed if claim is one else claim for claim in claims)
    return claims


def _head(sheet: EvaluationSheet) -> dict[str, Fact]:
    return {"quarter": quarter_name(sheet.quarter), "until": sheet.until}


def _targets(claims: tuple[Claim, ...]) -> Fact:
    most = room(2 * len(claims))
    return joined([claim_line(claim, most=most) for claim in claims])


def _way_to(claim: Claim) -> Option:
    label = Text("triwulan-change", {"result": brief(claim.result, BUTTON)})
    return Option(f"t{claim.target_id}", label)


async def _changed(claim: Claim) -> Claim:
    """Another number, and why, where it is not what the log says."""
    facts: dict[str, Fact] = {
        "result": brief(claim.result, CARD),
        "wanted": wanted(claim),
        "logged": amount(claim.logged, claim.measure),
    }
    numbers = dict.fromkeys((claim.logged, claim.claimed))
    usual = [Quantity(number, claim.measure) for number in numbers]
    said = await Amount("triwulan-amount", usual=usual, facts=facts)
    while claim.measure and said.measure and not _same(said.measure, claim.measure):
        measured = {"result": facts["result"], "measure": claim.measure}
        said = await Amount("triwulan-amount-measure", usual=usual, facts=measured)
    if said.number == claim.logged:
        return claimed(claim, said.number, reason=None)
    why = {**facts, "claimed": amount(said.number, claim.measure)}
    suggestion = claim.reason and brief(claim.reason, REASON)
    reason = await Write("triwulan-reason", facts=why, suggestion=suggestion, longest=REASON)
    return claimed(claim, said.number, reason=reason)


def _same(measure: str, other: str) -> bool:
    return measure.strip().casefold() == other.strip().casefold()


def _card(sheet: EvaluationSheet, evaluation: Evaluation) -> dict[str, Fact]:
    most = room(2 * len(evaluation.claims) + 2 + len(evaluation.values))
    lines = [claim_line(claim, most=most) for claim in evaluation.claims]
    whole = joined([*lines, *self_lines(evaluation, most=most)])
    return {"quarter": quarter_name(sheet.quarter), "card": whole}
