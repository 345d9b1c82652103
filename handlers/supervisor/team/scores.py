"""The scores of a team in words: sums of everybody's rows, never a list of people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.openings import ScorePart, ToTeamScores
from handlers.supervisor.team.members import to_team
from handlers.words.figures import quarter_name
from handlers.words.scores import encounter_lines, missing_line, sum_lines
from models.letters import Button, Fact, Letter, Lines, Text, Words
from models.parts import Missing, Part
from models.quarter import Quarter
from models.store import Store
from models.store.office import services
from models.store.ratings.closes import closed_on
from models.store.work import records
from models.store.work.records import TeamRecord


@dataclass(frozen=True)
class TeamScores:
    """The sums of a quarter, of whom, and which part of them is opened."""

    record: TeamRecord
    quarter: Quarter
    today: date
    team: tuple[int, ...]
    part: ScorePart = ""
    counters: Sequence[str] = ()
    closed: date | None = None


def team_scores(
    store: Store, person_ids: Collection[int], opening: ToTeamScores, *, today: date, zone: str
) -> TeamScores:
    """The pooled scores of these people in the quarter asked for, else in the running one.

    `today` is a day of their unit's zone. Whether the asker may read the records of all these
    people is for the caller to ask of `models.rights`.
    """
    quarter = opening.quarter or Quarter.of(today)
    record = records.together(store, person_ids, quarter, today=today)
    return TeamScores(
        record=record,
        quarter=quarter,
        today=today,
        team=tuple(person_ids),
        part=opening.part,
        counters=services.counter_names(store, record.counters),
        closed=closed_on(store, zone),
    )


def scores_letter(found: TeamScores) -> Letter:
    """A line for each part, with the number of its pieces and of its people, and the sum; or how
    one part is made up."""
    return _part_letter(found) if found.part else _whole_letter(found)


def _whole_letter(found: TeamScores) -> Letter:
    title, scores = _title(found), found.record.scores
    lines = Lines((*(_line(part) for part in scores.parts), *sum_lines(scores)))
    quarter = found.quarter
    parts = [
        ToTeamScores(quarter, part.key).button(Text(f"button-score-{part.key}"))
        for part in scores.parts
    ]
    before = ToTeamScores(quarter.previous).button(Text("button-quarter-before"))
    after = ToTeamScores(quarter.next).button(Text("button-quarter-after"))
    turn = (before,) if quarter >= Quarter.of(found.today) else (before, after)
    ways = (tuple(parts[:2]), tuple(parts[2:]), turn, (to_team(),))
    return Letter((title, lines, Text("score-where-from")), ways)


def _part_letter(found: TeamScores) -> Letter:
    """The part's line, how it is counted, and who and what is not in it."""
    part = next(part for part in found.record.scores.parts if part.key == found.part)
    needed: dict[str, Fact] = {}
    if part.key == "citizens":
        needed["needed"] = found.record.encounters.enough
    lines: list[Words] = [_line(part), Text(f"score-how-{part.key}", needed)]
    if part.key == "citizens":
        lines += _citizens(found)
    else:
        lines.append(Text("team-score-how", {"people": found.record.people}))
        if without := found.record.without.get(part.key):
            lines.append(Text("team-score-without", {"n": without}))
    up: Button = ToTeamScores(found.quarter).button(Text("button-score-up"))
    return Letter((_title(found), Lines(tuple(lines))), ((up,),))


def _citizens(found: TeamScores) -> list[Words]:
    record = found.record
    if not record.counters:
        return []
    return encounter_lines(record.encounters, found.counters, found.quarter, found.closed)


def _title(found: TeamScores) -> Text:
    return Text("team-scores", {"quarter": quarter_name(found.quarter)})


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
