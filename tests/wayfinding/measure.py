"""How many of labelled sentences find their way: at once, after one tap, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from models.triage.places import KnownPlaces
from models.triage.proposal import Guess, Proposal, proposed
from tests.wayfinding.labelled import Labelled


@dataclass(frozen=True)
class Measure:
    """How many sentences, and of how many what is right.

    `sure_and_wrong`: nothing of it is said to be unsure, and something is wrong. `weighty_silent`:
    a weighty one that is shown as another kind, and not asked about. Nothing is filed without the
    card, so nothing is wrong in silence.
    """

    count: int = 0
    first: int = 0
    after_one_tap: int = 0
    unit: int = 0
    service: int = 0
    element: int = 0
    kind: int = 0
    sure: int = 0
    sure_and_wrong: int = 0
    weighty: int = 0
    weighty_found: int = 0
    weighty_shown: int = 0
    weighty_silent: int = 0

    def __add__(self, other: Measure) -> Measure:
        names = [one.name for one in fields(self)]
        return Measure(*(getattr(self, one) + getattr(other, one) for one in names))

    def share(self, name: str) -> float:
        """The part of all sentences of which this is so."""
        return float(getattr(self, name) / self.count)

    def __str__(self) -> str:
        names = (one.name for one in fields(self)[1:])
        return "\n".join(f"{name}: {self.share(name):.1%}" for name in names)


def measured(sentences: Sequence[Labelled], at: KnownPlaces) -> Measure:
    """How the sentences are judged."""
    return sum((_judged(one, proposed(at, one.text)) for one in sentences), Measure())


def _judged(one: Labelled, said: Proposal) -> Measure:
    ways = [*_ways(one, said)]
    wrong = [(guess, right) for guess, right in ways if not _is_right(guess, right)]
    sure, weighty = all(guess.sure == "sure" for guess, _ in ways), one.kind == "weighty"
    return Measure(
        count=1,
        first=not wrong,
        after_one_tap=not wrong or (len(wrong) == 1 and _is_offered(*wrong[0])),
        unit=_is_right(said.unit, one.unit),
        service=not one.service or said.service.value in one.service,
        element=weighty or _is_right(said.element, one.element),
        kind=said.kind.value == one.kind,
        sure=sure,
        sure_and_wrong=sure and bool(wrong),
        weighty=weighty,
        weighty_found=weighty and said.kind.value == "weighty",
        weighty_shown=weighty and "weighty" in (said.kind.value, *said.kind.others[:1]),
        weighty_silent=weighty and said.kind.value != "weighty" and said.kind.sure != "asked",
    )


def _ways(one: Labelled, said: Proposal) -> Iterator[tuple[Guess, Sequence[str]]]:
    yield said.unit, one.unit
    yield said.kind, [one.kind]
    if one.kind != "weighty":
        yield said.element, one.element


def _is_right(guess: Guess, right: Sequence[str]) -> bool:
    return guess.value in right if right else guess.value is None


def _is_offered(guess: Guess, right: Sequence[str]) -> bool:
    """Whether one tap makes it right; "another" and "none" are always offered."""
    return not right or bool({*guess.others} & {*right})
