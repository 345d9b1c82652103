"""Tallies in, scores out. Pure and exact: fractions all the way, rounded once at the end.

The rule is PermenPANRB 14/2017: the mean of an element is over its own valid answers; the IKM is
25 times the mean of the element means; the *rounded* number is what gets a band. Rounding is
half-up, as the ministry's own tables round.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from models.instruments import ANSWERS, Band, Instrument

Tallies = Mapping[str, Mapping[int, int]]
"""Element key -> answer (1 to 4) -> how many gave it."""

OVERALL = "overall"
"""The element under which the first tap of a rating is tallied. It is in no instrument."""

SCALE = 25
"""Brings a mean of 1..4 to a score of 25..100 (PermenPANRB 14/2017)."""


@dataclass(frozen=True, slots=True)
class NotEnough:
    """No score: `n` answers are there and `needed` are wanted.

    `shields`: they are enough, but with their score that of too few elsewhere could be worked out.
    """

    n: int
    needed: int
    shields: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One element's score. `n` is None where only its mean is known."""

    key: str
    n: int | None
    mean: Fraction
    score: Decimal
    band: Band


@dataclass(frozen=True, slots=True)
class Ikm:
    """The official figure. `weight` None: each element weighs what it does in the instrument: 1/9.

    `n` counts respondents (None where only means are known), `target` is the sample wanted for
    the population served, `provisional` says that the target is not shown to be reached.
    `lowest` are the three lowest elements, the lowest first.
    """

    n: int | None
    ikm: Decimal
    band: Band
    weight: Decimal | None
    elements: tuple[Element, ...]
    target: int | None
    provisional: bool
    lowest: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class DailyIndex:
    """The indicative index: `n` first taps, `index` 25..100 without a band, and the elements.

    Each element has an `n` of its own, since a citizen is asked only one of them.
    """

    n: int
    index: Decimal
    elements: Mapping[str, Element | NotEnough]


@dataclass(frozen=True, slots=True)
class Change:
    """How far a figure and its elements moved, in points; elements scored both times only."""

    figure: Decimal
    elements: Mapping[str, Decimal]


def tallied(answers: Iterable[tuple[str, int]]) -> dict[str, dict[int, int]]:
    """Count answers given as (element key, 1..4). ValueError for any other value."""
    tallies: dict[str, dict[int, int]] = {}
    for element, answer in answers:
        if answer not in ANSWERS:
            raise ValueError(f"an answer is 1 to 4, not {answer}")
        counts = tallies.setdefault(element, {})
        counts[answer] = counts.get(answer, 0) + 1
    return tallies


def ikm(
    tallies: Tallies,
    instrument: Instrument,
    *,
    respondents: int,
    minimum: int = 1,
    population: int | None = None,
    weight: Decimal | None = None,
) -> Ikm | NotEnough:
    """The official score of people who answered the instrument.

    `respondents` is how many they were (one may have left an element blank). NotEnough when they,
    or the answers to any one element, are fewer than `minimum`. `population` (people served, at
    least 1) sets the sample target. `weight` gives the reconciliation figure for agencies that
    multiply by a rounded weight such as 0.11. ValueError for an answer that is not 1 to 4.
    """
    counts = {key: _n(tallies.get(key, {})) for key in instrument.elements}
    n, needed = min(respondents, *counts.values()), max(minimum, 1)
    if n < needed:
        return NotEnough(n, needed)
    elements = tuple(
        _element(key, counts[key], _mean(tallies[key]), instrument) for key in instrument.elements
    )
    return _official(
        elements, instrument, respondents=respondents, population=population, weight=weight
    )


def from_means(
    means: Mapping[str, Fraction],
    instrument: Instrument,
    *,
    respondents: int | None = None,
    population: int | None = None,
    weight: Decimal | None = None,
) -> Ikm:
    """The official score from the nine element means, as published reports give them.

    ValueError when an element's mean is missing or not from 1 to 4.
    """
    for key in instrument.elements:
        if not ANSWERS[0] <= means.get(key, 0) <= ANSWERS[-1]:
            raise ValueError(f"no mean from 1 to 4 for {key}")
    elements = tuple(_element(key, None, means[key], instrument) for key in instrument.elements)
    return _official(
        elements, instrument, respondents=respondents, population=population, weight=weight
    )


def daily_index(
    tallies: Tallies, instrument: Instrument, *, minimum: int, element_minimum: int | None = None
) -> DailyIndex | NotEnough:
    """The indicative index of first taps, with each element that was drawn and answered.

    An element with fewer than `element_minimum` answers (default: `minimum`) is NotEnough.
    ValueError for an answer that is not 1 to 4.
    """
    first_taps = tallies.get(OVERALL, {})
    n, needed = _n(first_taps), max(minimum, 1)
    if n < needed:
        return NotEnough(n, needed)
    floor_of_elements = max(minimum if element_minimum is None else element_minimum, 1)
    return DailyIndex(
        n=n,
        index=rounded(SCALE * _mean(first_taps)),
        elements={
            key: element_score(key, tallies.get(key, {}), instrument, floor_of_elements)
            for key in instrument.elements
        },
    )


def element_score(
    key: str, counts: Mapping[int, int], instrument: Instrument, needed: int
) -> Element | NotEnough:
    """One element out of its answers (1..4 -> how many), where they are as many as needed."""
    n = _n(counts)
    return NotEnough(n, needed) if n < needed else _element(key, n, _mean(counts), instrument)


def sample_target(population: int) -> int:
    """How many respondents a population of at least 1 needs, to the nearest whole person.

    Krejcie and Morgan (1970): chi-square 3.841 (one degree, 5 %), P = 0.5, margin 0.05.
    """
    if population < 1:
        raise ValueError(f"a population is at least 1, not {population}")
    spread = Fraction("3.841") * Fraction(1, 4)
    return _half_up(spread * population / (Fraction("0.0025") * (population - 1) + spread))


def compared(
    now: Ikm | DailyIndex | NotEnough, before: Ikm | DailyIndex | NotEnough
) -> Change | None:
    """The change between two printed figures of one kind; None when either is NotEnough.

    ValueError for an IKM beside a daily index, or two IKM of different weights: such a
    difference would mean nothing.
    """
    if isinstance(now, NotEnough) or isinstance(before, NotEnough):
        return None
    if _kind(now) != _kind(before):
        raise ValueError("figures of two kinds are not compared")
    scores, former = _scores(now), _scores(before)
    return Change(
        figure=_figure(now) - _figure(before),
        elements={key: scores[key] - former[key] for key in scores if key in former},
    )


def rounded(exact: Fraction, *, places: int = 2) -> Decimal:
    """Half-up to `places` decimals (Python's own `round` is banker's rounding, wrong here)."""
    return Decimal(_half_up(exact * 10**places)).scaleb(-places)


def _half_up(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


def _n(counts: Mapping[int, int]) -> int:
    for answer, count in counts.items():
        if answer not in ANSWERS or count < 0:
            raise ValueError(f"a tally counts answers 1 to 4: {answer} was given {count} times")
    return sum(counts.values())


def _mean(counts: Mapping[int, int]) -> Fraction:
    return Fraction(sum(answer * count for answer, count in counts.items()), _n(counts))


def _element(key: str, n: int | None, mean: Fraction, instrument: Instrument) -> Element:
    score = rounded(SCALE * mean)
    return Element(key=key, n=n, mean=mean, score=score, band=instrument.band(score))


def _official(
    elements: tuple[Element, ...],
    instrument: Instrument,
    *,
    respondents: int | None,
    population: int | None,
    weight: Decimal | None,
) -> Ikm:
    def share(key: str) -> Fraction:
        return instrument.share(key) if weight is None else Fraction(weight)

    whole = sum((share(element.key) * element.mean for element in elements), Fraction())
    figure = rounded(SCALE * whole)
    target = None if population is None else sample_target(population)
    return Ikm(
        n=respondents,
        ikm=figure,
        band=instrument.band(figure),
        weight=weight,
        elements=elements,
        target=target,
        provisional=target is not None and (respondents or 0) < target,
        lowest=tuple(sorted(elements, key=lambda element: element.mean)[:3]),
    )


def _kind(figure: Ikm | DailyIndex) -> tuple[type, Decimal | None]:
    return type(figure), figure.weight if isinstance(figure, Ikm) else None


def _figure(figure: Ikm | DailyIndex) -> Decimal:
    return figure.ikm if isinstance(figure, Ikm) else figure.index


def _scores(figure: Ikm | DailyIndex) -> dict[str, Decimal]:
    elements = figure.elements if isinstance(figure, Ikm) else figure.elements.values()
    return {element.key: element.score for element in elements if isinstance(element, Element)}
