"""The scores of a team or a unit in words: sums of everybody's rows, never a list of people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from handlers.words.scores import missing_line, sum_lines
from models.letters import Lines, Text
from models.parts import Missing, Part
from models.performance import Scores
from models.quarter import Quarter
from models.store import Store
from models.store.work import records


def team_scores(store: Store, person_ids: Collection[int], quarter: Quarter, today: date) -> Scores:
    """The pooled scores of these people: of a team, or of everybody in a unit.

    `today` is a day of their unit's zone. Whether the asker may read the records of all these
    people is for the caller to ask of `models.rights`.
    """
    return records.together(store, person_ids, quarter, today=today)


def team_lines(scores: Scores) -> Lines:
    """A line for each part, with the number of its pieces and of its people, and the sum."""
    return Lines((*(_line(part) for part in scores.parts), *sum_lines(scores)))


def _line(part: Part | Missing) -> Text:
    if isinstance(part, Missing):
        return missing_line(part)
    return Text(
        f"team-score-{part.key}",
        {
            "part": Text(f"score-{part.key}"),
            "value": part.value,
            "n": part.n,
            "people": part.people,
        },
    )
