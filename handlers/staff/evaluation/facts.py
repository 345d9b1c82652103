"""What one says of oneself in the evaluation: obstacles, help, values, and both ratings."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.engine.question import Question, optional
from handlers.engine.questions import Option, Pick, Write
from handlers.words.evaluation import LINE, WORDS
from models.evaluations import VALUES
from models.letters import Fact, Text
from models.predikat import RATINGS, Rating

RATED = {key: Option(key, Text(f"rating-{key}")) for key in RATINGS}


async def obstacles(before: str | None, *, first: Mapping[str, Fact] | None) -> str | None:
    """What stood in the way. With facts for `first` it opens the form: there are no targets."""
    if first is None:
        return await optional(_write("triwulan-obstacles", before))
    return await optional(_write("triwulan-obstacles-first", before, facts=first))


async def needs(before: str | None) -> str | None:
    """What help is needed."""
    return await optional(_write("triwulan-help", before))


def _write(
    name: str, before: str | None, *, facts: Mapping[str, Fact] | None = None
) -> Question[str]:
    known = {**_before(before), **(facts or {})}
    return Write(name, facts=known, suggestion=before, longest=WORDS)


async def values(before: Mapping[str, str]) -> dict[str, str]:
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


async def rating(name: str, before: Rating | None) -> Rating:
    """One of the three words, for result or conduct."""
    facts: dict[str, Fact] = {"before": Text(f"rating-{before}") if before else "none"}
    picked = await Pick(name, options=list(RATED.values()), facts=facts)
    return next(key for key in RATINGS if key == picked.key)


def _before(words: str | None) -> dict[str, Fact]:
    return {"before": words or "none"}
