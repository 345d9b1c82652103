"""The team's self-evaluations as letters: a roster, and one person's beside the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal, TypeAlias

from handlers.openings import ToAppraising, ToEvaluations, ToQueueOf, ToRecord, ToScores
from handlers.words.evaluation import amount, brief, claim_line, joined, quarter_rows, self_lines
from handlers.words.evaluation import room as room_for
from handlers.words.figures import quarter_name
from handlers.words.pages import goes_on, on_page, page_rows
from models.evaluations import Appraisal, Claim, Evaluation
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim, Words
from models.people import Colleague
from models.quarter import Quarter

ROOM = 2800
"""So many characters of people's own words go on one screen, well below any channel's limit."""
SENTENCE = 60
NAME = 40


State: TypeAlias = Literal["rated", "sent", "missing", "unsent"]
"""`missing` may still be sent; `unsent` was not in time, and may be rated without."""


@dataclass(frozen=True)
class MemberQuarter:
    """Somebody of the team, how far their quarter is, and the last day of their own window."""

    who: Colleague
    state: State
    last: date


@dataclass(frozen=True)
class Roster:
    """The team's quarter, as far as they had a post in it.

    `before`: how many of them the quarter before it lacks a rating of; None where it was not kept
    here. `newest`: the one after it is still running.
    """

    quarter: Quarter
    members: Sequence[MemberQuarter]
    page: int = 0
    before: int | None = None
    newest: bool = True


@dataclass(frozen=True)
class EvaluationRecord:
    """One person's quarter: what they say of it, what the log says, how it was rated.

    `claims` are fresh from the log; `proven` of the `approved` entries have evidence, and
    `waiting` others are still to be approved. Who has not sent anything is rated only after
    `last`, the last day of their own window.
    """

    who: Colleague
    quarter: Quarter
    today: date
    last: date
    evaluation: Evaluation | None
    claims: tuple[Claim, ...]
    approved: int
    proven: int
    waiting: int
    superior_id: int
    appraisal: Appraisal | None
    page: int = 0

    @property
    def may_be_rated(self) -> bool:
        return self.evaluation is not None or self.today > self.last


def roster_letter(roster: Roster) -> Letter:
    """Who has sent, who is missing, who is rated; each a button to their own screen."""
    quarter = roster.quarter
    title = Text("evaluasi-title", {"quarter": quarter_name(quarter)})
    others = quarter_rows(
        ToEvaluations, quarter, before=roster.before, newest=roster.newest
    )
    if not roster.members:
        return Letter((title, Text("evaluasi-nobody")), tuple(others))
    shown = on_page(roster.members, roster.page)
    turn = partial(ToEvaluations, quarter)
    rows = [
        (ToRecord(one.who.id, quarter).button(Verbatim(brief(one.who.name, NAME))),)
        for one in shown
    ]
    pages = page_rows(turn, roster.page, more=goes_on(roster.members, roster.page))
    words = (title, _counts(roster.members), Lines(tuple(_line(one) for one in shown)))
    return Letter(words, (*rows, *pages, *others))


def _counts(members: Sequence[MemberQuarter]) -> Text:
    states = [member.state for member in members]
    facts = {
        "rated": states.count("rated"),
        "waiting": states.count("sent"),
        "missing": states.count("missing") + states.count("unsent"),
    }
    return Text("evaluasi-counts", facts)


def _line(one: MemberQuarter) -> Text:
    facts: dict[str, Fact] = {"name": one.who.name, "last": one.last}
    return Text(f"evaluasi-{one.state}", facts)


def record_letter(record: EvaluationRecord) -> Letter:
    """Self and evidence side by side, in pages where people have written much."""
    pages = _in_pages(_body(record))
    page = min(record.page, len(pages) - 1)
    facts: dict[str, Fact] = {"name": record.who.name, "quarter": quarter_name(record.quarter)}
    title = Text("evaluasi-person", facts)
    turn = partial(ToRecord, record.who.id, record.quarter)
    turns = page_rows(turn, page, more=page + 1 < len(pages))
    return Letter((title, *pages[page]), (*turns, *_ways(record)))


def _body(record: EvaluationRecord) -> list[Words]:
    own = record.evaluation
    if own is None:
        missing = "evaluasi-none" if record.may_be_rated else "evaluasi-none-yet"
        words: list[Words] = [Text(missing, {"last": record.last})]
        words += [claim_line(claim) for claim in record.claims]
    else:
        words = [Text("evaluasi-sent-on", {"day": own.sent_on})]
        words += [_beside(claim, record) for claim in own.claims]
        claimed = {claim.target_id for claim in own.claims}
        words += [_added(claim) for claim in record.claims if claim.target_id not in claimed]
        words += self_lines(own)
    return [*words, *_evidence(record), *_rating(record)]


def _evidence(record: EvaluationRecord) -> list[Words]:
    """How many entries the numbers stand on, and how many are not in them yet."""
    behind = {"approved": record.approved, "proven": record.proven}
    lines: list[Words] = [Text("evaluasi-evidence", behind)]
    if record.waiting:
        lines.append(Text("evaluasi-waiting", {"count": record.waiting}))
    return lines


def in_brief(record: EvaluationRecord) -> Fact:
    """What a superior has before them while they rate: each target beside the log, the evidence,
    and what the person says; cut short where it is much."""
    own = record.evaluation
    claims = own.claims if own else record.claims
    room = room_for(len(claims) + (len(own.values) + 2 if own else 0))
    lines: list[Words] = [claim_line(claim, most=room) for claim in claims]
    if own:
        lines += self_lines(own, most=room)
    return joined([*lines, *_evidence(record)])


def _beside(claim: Claim, record: EvaluationRecord) -> Words:
    """What was claimed; and what the log says by now, where it has changed since."""
    line = claim_line(claim)
    now = next((c for c in record.claims if c.target_id == claim.target_id), claim)
    if now.logged == claim.logged:
        return line
    changed = Text("evaluasi-now", {"logged": amount(now.logged, now.measure)})
    return Lines((line, changed))


def _added(claim: Claim) -> Words:
    """A target that was not there yet when the evaluation was sent."""
    return Lines((claim_line(claim), Text("evaluasi-added")))


def _rating(record: EvaluationRecord) -> list[Words]:
    """How the quarter was rated, and what the person answered."""
    one = record.appraisal
    if one is None:
        return []
    facts: dict[str, Fact] = {
        "version": one.version,
        "predikat": Text(f"predikat-{one.predikat}"),
        "result": Text(f"rating-{one.result}"),
        "conduct": Text(f"rating-{one.conduct}"),
        "day": one.rated_on,
    }
    words: list[Words] = [Text("evaluasi-rating", facts)]
    if one.received_on is not None:
        words.append(Text("evaluasi-received", {"day": one.received_on}))
    if one.reply:
        words.append(Text("evaluasi-reply", {"words": one.reply}))
    return words


def _ways(record: EvaluationRecord) -> list[tuple[Button, ...]]:
    number, quarter = record.who.id, record.quarter
    rows: list[tuple[Button, ...]] = []
    if record.waiting:
        rows.append((ToQueueOf(number).button(Text("button-approve-queue")),))
    if record.may_be_rated:
        label = Text("evaluasi-rate" if record.appraisal is None else "evaluasi-rate-again")
        rows.append((ToAppraising(number, quarter).button(label),))
    rows.append((ToScores(quarter, number).button(Text("evaluasi-scores")),))
    rows.append((ToEvaluations(quarter).button(Text("evaluasi-team")),))
    return rows


def _in_pages(words: Sequence[Words]) -> list[list[Words]]:
    """The paragraphs in pages that fit, at least one on each."""
    pages: list[list[Words]] = [[]]
    room = ROOM
    for one in words:
        room -= _length(one)
        if room < 0 and pages[-1]:
            pages.append([])
            room = ROOM - _length(one)
        pages[-1].append(one)
    return pages


def _length(words: Words) -> int:
    """About how many characters it will have."""
    if isinstance(words, Lines):
        return sum(_length(line) for line in words.lines)
    facts = words.facts.values() if isinstance(words, Text) else (words.words,)
    return SENTENCE + sum(len(fact) for fact in facts if isinstance(fact, str))
