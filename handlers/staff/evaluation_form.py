"""The questions of the quarterly self-evaluation, from the targets to the last card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.numbers import Amount, Quantity
from handlers.question import Question, optional
from handlers.questions import Noted, Option, Pick, Write
from handlers.staff.evaluation_words import (
    LINE,
    REASON,
    amount,
    brief,
    claim_line,
    joined,
    self_lines,
    wanted,
)
from handlers.supervisor.figure_words import quarter_name
from models.evaluations import (
    VALUES,
    Claim,
    Evaluation,
    claimed,
    read_rows,
    rows,
    taken_over,
)
from models.letters import Fact, Text
from models.predikat import RATINGS, Rating
from models.quarter import Quarter

BUTTON, CARD, WORDS = 40, 80, 500
RATED = {key: Option(key, Text(f"rating-{key}")) for key in RATINGS}


@dataclass(frozen=True)
class Sheet:
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


async def filled(sheet: Sheet) -> Evaluation:
    """The whole evaluation, once its last card was confirmed."""
    start = await Noted("triwulan-start", value=sheet.start())
    claims = read_rows(start["claims"])
    claims = await _claims(sheet, claims)
    written = {
        "obstacles": await _obstacles(sheet, start, bare=not claims),
        "help": await optional(_write("triwulan-help", start.get("help"))),
    }
    evaluation = Evaluation(
        person_id=sheet.person_id,
        quarter=sheet.quarter,
        claims=claims,
        values=await _values(start.get("values", {})),
        result=await _rating("triwulan-result", start.get("result")),
        conduct=await _rating("triwulan-conduct", start.get("conduct")),
        sent_on=sheet.today,
        **written,
    )
    send = Option("send", Text("triwulan-send-now"))
    await Pick("triwulan-send", options=[send], facts=_card(sheet, evaluation))
    return evaluation


async def _claims(sheet: Sheet, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Every target on one screen, until all of it is right."""
    while claims:
        fine = Option("fine", Text("triwulan-fine"))
        picked = await Pick(
            "triwulan-targets",
            options=[fine, *(_way_to(claim) for claim in claims)],
            facts={
                "quarter": quarter_name(sheet.quarter),
                "until": sheet.until,
                "targets": joined([claim_line(claim) for claim in claims]),
            },
        )
        if picked.key == fine.key:
            break
        one = next(claim for claim in claims if _way_to(claim).key == picked.key)
        changed = await _changed(one)
        claims = tuple(changed if claim is one else claim for claim in claims)
    return claims


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


async def _obstacles(sheet: Sheet, start: Mapping[str, Any], *, bare: bool) -> str | None:
    """What stood in the way; where there are no targets, this is the first that is asked."""
    question = _write("triwulan-obstacles", start.get("obstacles"))
    if bare:
        facts = {"quarter": quarter_name(sheet.quarter), "until": sheet.until}
        question = Write(
            "triwulan-obstacles-first",
            facts={**question.facts, **facts},
            suggestion=start.get("obstacles"),
            longest=WORDS,
        )
    return await optional(question)


def _write(name: str, before: str | None) -> Question[str]:
    return Write(name, facts=_before(before), suggestion=before, longest=WORDS)


async def _values(before: Mapping[str, str]) -> dict[str, str]:
    """A line for each of the seven values of which there is something to say."""
    lines = dict(before)
    while True:
        done = Option("done", Text("triwulan-done"))
        options = [_value(key, has_line=key in lines) for key in VALUES]
        picked = await Pick(
            "triwulan-values", options=[*options, done], facts={"count": len(lines)}
        )
        if picked.key == done.key:
            return {key: lines[key] for key in VALUES if key in lines}
        said = lines.pop(picked.key, None)
        facts = {"value": Text(f"value-{picked.key}"), **_before(said)}
        line = await optional(
            Write("triwulan-value", facts=facts, suggestion=said, longest=LINE)
        )
        if line:
            lines[picked.key] = line


def _value(key: str, *, has_line: bool) -> Option:
    label = Text(f"value-{key}")
    return Option(key, Text("triwulan-value-written", {"value": label}) if has_line else label)


async def _rating(name: str, before: Rating | None) -> Rating:
    facts: dict[str, Fact] = {"before": Text(f"rating-{before}") if before else "none"}
    picked = await Pick(name, options=list(RATED.values()), facts=facts)
    return next(key for key in RATINGS if key == picked.key)


def _before(words: str | None) -> dict[str, Fact]:
    return {"before": words or "none"}


def _card(sheet: Sheet, evaluation: Evaluation) -> dict[str, Fact]:
    lines = [*(claim_line(claim) for claim in evaluation.claims), *self_lines(evaluation)]
    return {"quarter": quarter_name(sheet.quarter), "card": joined(lines)}
