"""What a self-evaluation and its appraisal look like in words: text ids and facts, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from handlers.engine.wire import Opening
from handlers.words.figures import quarter_name
from models.evaluations import Claim, Evaluation
from models.letters import Button, Fact, Text, Words
from models.predikat import Rating
from models.quarter import Quarter
from models.wording import within

TITLE, REASON, LINE, WORDS = 100, 300, 200, 500
"""So many characters have a target, a reason, a line about a value, and other free words."""
SCREEN, SHORTEST = 2400, 30
"""What people wrote has so many characters on one screen, and each text at least so many."""


def amount(number: Decimal, measure: str | None) -> Text:
    """How much, of what: 12,5 berkas."""
    if measure is None:
        return Text("evaluation-number", {"number": number})
    return Text("evaluation-amount", {"number": number, "measure": measure})


def wanted(claim: Claim) -> Text:
    """The number of the target, where it has one; what share of the quarter's it is."""
    whole: dict[str, Fact] = {} if claim.whole is None else {"whole": claim.whole}
    if claim.wanted is None:
        return Text("evaluation-unshared", whole) if whole else Text("evaluation-no-number")
    part = amount(claim.wanted, claim.measure)
    return Text("evaluation-prorated", {"part": part, **whole}) if whole else part


def claim_line(claim: Claim, *, most: int = REASON) -> Text:
    """One target: wanted, logged and, where it differs, what is claimed and why.

    `most` is how many characters there are for what people wrote.
    """
    facts: dict[str, Fact] = {
        "result": brief(claim.result, min(TITLE, most)),
        "wanted": wanted(claim),
        "logged": amount(claim.logged, claim.measure),
    }
    if claim.reason is None:
        return Text("evaluation-claim", facts)
    said = amount(claim.claimed, claim.measure)
    reason = brief(claim.reason, most)
    return Text("evaluation-claim-changed", {**facts, "claimed": said, "reason": reason})


def value_lines(values: Mapping[str, str], *, most: int = LINE) -> list[Words]:
    """What is said of the values, a line each."""
    return [
        Text("evaluation-value", {"value": Text(f"value-{key}"), "words": brief(words, most)})
        for key, words in values.items()
    ]


def self_lines(evaluation: Evaluation, *, most: int = WORDS) -> list[Words]:
    """Obstacles, help, values and one's own ratings; what was left out is not named."""
    lines: list[Words] = []
    if evaluation.obstacles:
        lines.append(Text("evaluation-obstacles", {"words": brief(evaluation.obstacles, most)}))
    if evaluation.help:
        lines.append(Text("evaluation-help", {"words": brief(evaluation.help, most)}))
    lines += value_lines(evaluation.values, most=most)
    return [*lines, own_ratings(evaluation.result, evaluation.conduct)]


def room(texts: int) -> int:
    """How many characters each of so many texts may have, for all to fit on one screen."""
    return max(SHORTEST, min(WORDS, SCREEN // max(texts, 1)))


def own_ratings(result: Rating, conduct: Rating) -> Text:
    """Both of a person's own ratings in one line."""
    facts = {"result": Text(f"rating-{result}"), "conduct": Text(f"rating-{conduct}")}
    return Text("evaluation-own", facts)


def joined(lines: Sequence[Words]) -> Fact:
    """Texts under each other, as one fact of a question."""
    first, *rest = (line for line in lines if isinstance(line, Text))
    return Text("evaluation-lines", {"first": first, "rest": joined(rest)}) if rest else first


def quarter_rows(
    to: Callable[[Quarter], Opening], quarter: Quarter, *, before: int | None, newest: bool
) -> Iterator[tuple[Button, ...]]:
    """The ways to the quarter before, of which so many are not rated yet (None: nobody is to be),
    and to the one after."""
    if before is not None:
        facts: dict[str, Fact] = {"quarter": quarter_name(quarter.previous), "count": before}
        yield (to(quarter.previous).button(Text("button-unrated-before", facts)),)
    if not newest:
        after = Text("button-quarter-on", {"quarter": quarter_name(quarter.next)})
        yield (to(quarter.next).button(after),)


def brief(words: str, most: int) -> str:
    """The beginning of what somebody wrote."""
    return within(words, most)
