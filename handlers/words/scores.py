"""The first screen of somebody's scores: a line for each part, their sum, and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from handlers.openings import ToHistory, ToScores
from handlers.words.figures import as_of, quarter_name, spread
from models.encounters import Encounters
from models.letters import Button, Fact, Letter, Lines, Picture, Text, Words
from models.parts import Missing, Part
from models.performance import Record, Scores, Total
from models.quarter import Quarter
from models.scores import Element, rounded
from models.work import Target

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class ScoresShown:
    """What one screen shows: whose scores, of which quarter, and which part is opened."""

    name: str
    owner_id: int
    own: bool
    running: bool
    record: Record
    scores: Scores
    part: str = ""
    target: Target | None = None
    page: int = 0
    counters: Sequence[str] = ()
    closed: date | None = None


def scores_letter(standing: ScoresShown) -> Letter:
    """What it is and of which quarter; the parts with their n; their sum; the ways on."""
    scores = standing.scores
    paragraphs: list[Words] = [
        title(standing),
        Lines(tuple(_line(part, scores) for part in scores.parts)),
        *sum_lines(scores),
        *_closed(standing),
        *_running(standing),
        Text("score-where-from"),
    ]
    return Letter(tuple(paragraphs), _ways(standing), picture=_chart(standing))


def title(standing: ScoresShown) -> Text:
    """Whose scores of which quarter, and that they are no predikat."""
    quarter: dict[str, Fact] = {"quarter": quarter_name(standing.record.quarter)}
    if standing.own:
        return Text("score-title-own-running" if standing.running else "score-title-own", quarter)
    name: dict[str, Fact] = {"name": standing.name}
    return Text("score-title-running" if standing.running else "score-title", quarter | name)


def sum_lines(scores: Scores) -> list[Words]:
    """The sum, or that there is none; and where the weight of a missing part has gone."""
    if not isinstance(scores.total, Total):
        return [Text("score-total-missing")]
    words: list[Words] = [Text("score-total", {"value": scores.total.value})]
    if any(isinstance(part, Missing) for part in scores.parts):
        words.append(Text("score-moved-weights"))
    return [Lines(tuple(words))]


def _closed(standing: ScoresShown) -> list[Words]:
    """As of when what citizens said is in it, where any of it is."""
    record = standing.record
    if not record.counters or standing.closed is None:
        return []
    return [Text("score-citizens-as-of", {"day": min(standing.closed, record.quarter.last_day)})]


def _running(standing: ScoresShown) -> list[Words]:
    """That a quarter's targets are not to be reached before its end."""
    parts = {part.key for part in standing.scores.parts if isinstance(part, Part)}
    return [Text("score-still-running")] if standing.running and "quantity" in parts else []


def missing_line(part: Missing) -> Text:
    """Why there is no score, and what it would take."""
    return Text("score-part-missing", {"part": Text(f"score-{part.key}"), "why": part.why})


def encounter_lines(
    said: Encounters, counters: Sequence[str], quarter: Quarter, closed: date | None
) -> list[Words]:
    """Which counters, which product, as of when, each element with how often each answer was given,
    and what is not in it; nothing that a citizen wrote."""
    lines: list[Words] = [
        Text("score-counters", {"names": "; ".join(counters)}),
        Text(f"score-product-{said.product}"),
        *as_of(quarter, closed),
    ]
    for key, found in said.elements.items():
        facts: dict[str, Fact] = {"element": Text(f"element-{key}"), "n": found.n or 0}
        if isinstance(found, Element):
            facts |= {"score": found.score, **spread(said.counts[key])}
            lines.append(Text("figure-element", facts))
        else:
            lines.append(Text("score-element-few", {**facts, "needed": said.enough}))
    if said.left_out:
        lines.append(Text("score-left-out", {"n": said.left_out}))
    return lines


def part_line(part: Part, scores: Scores) -> Text:
    """The score with its n and what it weighs in the sum."""
    total = scores.total
    facts: dict[str, Fact] = {
        "part": Text(f"score-{part.key}"),
        "value": part.value,
        "n": Text(f"score-n-{part.key}", {"n": part.n}),
        "weight": rounded(total.weights[part.key]) if isinstance(total, Total) else 0,
    }
    return Text("score-part", facts)


def here(standing: ScoresShown) -> ToScores:
    """The first screen of the same person's quarter."""
    return ToScores(
        standing.record.quarter, None if standing.own else standing.record.person_id
    )


def _line(part: Part | Missing, scores: Scores) -> Text:
    return missing_line(part) if isinstance(part, Missing) else part_line(part, scores)


def _ways(standing: ScoresShown) -> Rows:
    buttons = [
        replace(here(standing), part=part.key).button(Text(f"button-score-{part.key}"))
        for part in standing.scores.parts
    ]
    rows = [tuple(buttons[:2]), tuple(buttons[2:])]
    quarter = standing.record.quarter
    moves = []
    if quarter.first_day not in standing.record.off:
        before = replace(here(standing), quarter=quarter.previous)
        moves.append(before.button(Text("button-quarter-before")))
    if not standing.running:
        after = replace(here(standing), quarter=quarter.next)
        moves.append(after.button(Text("button-quarter-after")))
    if moves:
        rows.append(tuple(moves))
    if standing.own:
        rows.append((ToHistory().button(Text("button-history")),))
    return tuple(rows)


def _chart(standing: ScoresShown) -> Picture | None:
    """The parts for the draughtsman, values as texts, exact; none where nothing has a score."""
    parts = standing.scores.parts
    if not any(isinstance(part, Part) for part in parts):
        return None
    rows: list[dict[str, Any]] = []
    for part in parts:
        value = {"value": str(part.value)} if isinstance(part, Part) else {}
        rows.append({"part": part.key, "n": part.n, "needed": part.needed, **value})
    quarter = standing.record.quarter
    facts = {"title": standing.name, "year": quarter.year, "quarter": quarter.number}
    return Picture("person", {**facts, "rows": rows})
