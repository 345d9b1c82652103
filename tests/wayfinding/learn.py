"""`python -m tests.wayfinding.learn [FOLDS]`: learn the weights of the signs, or measure by turns.

Each sign begins with the weight that its idea declares (`words.toml`) and moves from there only as
far as the sentences ask for (a logistic regression, drawn back to those weights). With a number of
folds each part of all sentences is judged by what is learned from the others, and the rates are
kept in `turns.json`: run it first without, then with 6, whenever a list or a sentence has changed.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import models.triage
from models.triage import judging
from models.triage.ideas import signs
from models.triage.judging import (
    BIAS,
    ELEMENTS,
    KINDS,
    NO_FIELD,
    NONE,
    WORD,
    all_fields,
    of_element,
    said_words,
)
from models.triage.places import masked, named
from models.triage.spoken import packaged, spoken
from tests.wayfinding import turns as kept_turns
from tests.wayfinding.labelled import BUILDING, HERE, Labelled, labelled, office_of
from tests.wayfinding.measure import Measure, measured

OFTEN, STEPS = 2, 250
DRAWN, DRAWN_WORD, DRAWN_BIAS = 1.0, 1.0, 0.3
"""How strongly a weight is drawn back to where it began: an idea, a word, what is added always."""
PLAIN_TOO = 0.8
"""What an idea of an element that also tells of a kind says of that kind."""
VALUES = (*KINDS, *ELEMENTS, NONE, *all_fields())
Numbers = NDArray[np.float32]
Table = Mapping[str, Mapping[str, float]]


def told(sentences: Sequence[Labelled]) -> list[set[str]]:
    """The signs of each sentence, words that are frequent enough included."""
    at = office_of(HERE / "office.csv")
    said = [spoken(one.text) for one in sentences]
    read = [masked(words, named(at, words)) for words in said]
    counts = Counter(word for words in read for word in said_words(words))
    often = {word for word, count in counts.items() if count >= OFTEN}
    return [{*signs(words), *(often & {*said_words(words)})} for words in read]


def declared(values: Sequence[str]) -> dict[str, dict[str, float]]:
    """The weights with which the ideas begin."""
    found: dict[str, dict[str, float]] = {}
    for name, idea in packaged("words").items():
        weight = idea.get("weight", 0.0)
        if idea.get("element") in values:
            found[name] = {idea["element"]: weight}
        if idea.get("kind") in values:
            found[name] = {idea["kind"]: PLAIN_TOO if "element" in idea else weight}
    return found


def learned(
    every: Sequence[set[str]], right: Sequence[Sequence[str]], values: Sequence[str]
) -> dict[str, dict[str, float]]:
    """The weight of each sign for each value; `right`: the right values of each sentence."""
    begin = declared(values)
    names = [*sorted(set().union(*every, begin)), BIAS]
    place = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(every), len(names)), np.float32)
    for row, of_one in enumerate(every):
        found[row, [place[one] for one in of_one]] = 1
    found[:, -1] = 1
    allowed = _numbers([float(value in these) for value in values] for these in right)
    start = _numbers([begin.get(one, {}).get(value, 0.0) for value in values] for one in names)
    moved = _descended(found, allowed, start, _numbers([_drawn(one)] for one in names))
    return {
        name: dict(zip(values, map(float, moved[at]), strict=True)) for name, at in place.items()
    }


def _numbers(rows: Iterable[Sequence[float]]) -> Numbers:
    return np.array([*rows], np.float32)


def _drawn(name: str) -> float:
    return DRAWN_BIAS if name == BIAS else DRAWN_WORD if name.startswith(WORD) else DRAWN


def _descended(found: Numbers, allowed: Numbers, start: Numbers, drawn: Numbers) -> Numbers:
    """The weights after so many steps of Adam."""
    at, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        sums = found @ at
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        wanted = shares * allowed
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = found.T @ (shares - wanted) + drawn * (at - start)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        at -= 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return at


def table(sentences: Sequence[Labelled], every: Sequence[set[str]]) -> Table:
    """All weights: of kinds and fields from all sentences, of elements from those not weighty."""
    kinds = learned(every, [[one.kind] for one in sentences], KINDS)
    plain = [(one, of) for one, of in zip(sentences, every, strict=True) if one.kind != "weighty"]
    elements = learned(
        [{*of_element(of, one.kind)} for one, of in plain],
        [one.element or [NONE] for one, _ in plain],
        (*ELEMENTS, NONE),
    )
    fields = learned([_words_of(of) for of in every], [*_fields(sentences)], all_fields())
    of_all, start = (kinds, elements, fields), dict.fromkeys(VALUES, 0.0)
    return {
        name: {**start, **{v: w for one in of_all for v, w in one.get(name, {}).items()}}
        for name in sorted({*kinds, *elements, *fields})
    }


def _words_of(signs: Iterable[str]) -> set[str]:
    return {one for one in signs if one.startswith(WORD)}


def _fields(sentences: Sequence[Labelled]) -> Iterator[Sequence[str]]:
    """The fields of work of the right units of each sentence."""
    homes = office_of(HERE / "office.csv").homes
    for one in sentences:
        yield [field for field, unit in homes.items() if unit in one.unit] or [NO_FIELD]


def write(found: Table) -> None:
    """Write the weights beside the rules."""
    file = Path(next(iter(models.triage.__path__))) / "weights.csv"
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, lineterminator="\n")
        rows.writerow(("sign", *VALUES))
        rows.writerows(_rows(found))


def _rows(found: Table) -> Iterator[Sequence[str]]:
    for name, weights in found.items():
        cells = [round(weights[value], 1) for value in VALUES]
        if any(cells):
            yield (name, *(f"{one:g}" if one else "" for one in cells))


def turns(sentences: Sequence[Labelled], folds: int) -> Iterator[tuple[Sequence[Labelled], Table]]:
    """Each part of the sentences, and what is learned from the others."""
    every = told(sentences)
    for fold in range(folds):
        kept = [n for n in range(len(sentences)) if n % folds != fold]
        yield sentences[fold::folds], table([sentences[n] for n in kept], [every[n] for n in kept])


def by_turns(sentences: Sequence[Labelled], folds: int) -> Measure:
    """The sentences, each judged by what was learned from the others."""
    at, total = office_of(HERE / "office.csv"), Measure()
    for part, found in turns(sentences, folds):
        judging.weights = lambda found=found: found  # type: ignore[assignment,misc]
        total += measured(part, at)
    return total


def main(folds: int = 0) -> None:
    """Learn from all sentences, or judge each by what is learned from the others."""
    sentences = [one for name in BUILDING for one in labelled(HERE / name)]
    if folds:
        found = by_turns(sentences, folds)
        kept_turns.write(found)
        print(found)
    else:
        write(table(sentences, told(sentences)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
