"""What an office may set for itself: each with its kind and bounds, and from when on it holds.

Nothing reaches back: figures and scores that people have read stay as they were. The bounds of the
smallest numbers protect citizens and staff from being known, so no office goes below them. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from models.calendar import local
from models.complaints import CLOCKS, SAME_DAYS, SAME_LEAST, SEAL_KEPT
from models.figures import WORK_ENOUGH
from models.instruments import numberings
from models.letters import Fact, Text
from models.performance import WEIGHTS
from models.quarter import Quarter
from models.refused import Refused
from models.release import LEAST
from models.retention import PERIODS
from models.reviews import REVIEWING
from models.stuffing import NIGHT, PER_HOUR
from models.wording import LINED

Kind: TypeAlias = Literal[
    "number", "hours", "words", "lines", "choice", "weights", "instrument"
]
Since: TypeAlias = Literal["now", "running", "next"]
KEPT = "keep."
"""What begins the names of how long things are kept (`models.retention`)."""
LINE = "line-"
"""What begins the names of what an office tells of itself, by topic (`models.wording`)."""
NONE = "-"
"""Typed in the place of a line, it takes the line away."""
EASTERNMOST = "Asia/Jayapura"
"""Where a quarter begins first: what holds from the next quarter on has begun nowhere yet."""
_HOURS = re.compile(r"(\d{1,2})(?:[.:]00)?\s*(?:-|–|sampai|s\.d\.|to)\s*(\d{1,2})(?:[.:]00)?")


@dataclass(frozen=True)
class Setting:
    """One thing an office decides: `default` as JSON, None where there is nothing until it is set.

    `since`: from which day on a change may hold: today's, the first of the running quarter or of
    the next one. `least` and `most` bound a number; of hours they are the bounds of when the night
    ends and begins.
    """

    name: str
    kind: Kind
    default: Any = None
    since: Since = "next"
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()

    def read(self, typed: str) -> Any:
        """What was typed as the value that is stored (JSON). Raises Refused with what is wanted."""
        return _READERS[self.kind](self, typed.strip())

    @property
    def label(self) -> Text:
        """What the setting is called."""
        if self.name.startswith(KEPT):
            return Text(f"retention-{self.name.removeprefix(KEPT)}")
        return Text(f"rule-{self.name}")

    def words(self, value: Any) -> str | Text:
        """A value as people read it."""
        if self.kind == "instrument":
            return str(value.get("name") or value["key"]) if value else Text("setting-none")
        if self.kind == "choice":
            return Text(f"numbering-{value}")
        if self.kind == "lines":
            return _told(value) if value else Text("setting-none")
        return Text("setting-none") if value is None else written(value)

    def merged(self, before: Any, value: Any) -> Any:
        """The value that a new one comes to beside the one before: of lines only those of its own
        units change, and one that is blank goes."""
        if self.kind != "lines":
            return value
        kept = {**(before or {}), **value}
        return {key: line for key, line in kept.items() if line["words"]} or None

    def earliest(self, now: datetime, zone: str) -> date:
        """The first day from which a change made now (aware) may hold, in the zone's days."""
        if self.since == "next":
            return Quarter.of(local(now, EASTERNMOST).date()).next.first_day
        today = local(now, zone).date()
        return today if self.since == "now" else Quarter.of(today).first_day

    def begun(self, day: date, now: datetime, zone: str) -> date:
        """The day from which on a change may hold, asked for from `day` on: of what goes by
        quarters the first of its quarter. Raises Refused where that has begun."""
        begins = day if self.since == "now" else Quarter.of(day).first_day
        earliest = self.earliest(now, zone)
        if begins < earliest:
            raise Refused(Text("setting-past", {"day": earliest}))
        return begins


def setting(name: str) -> Setting:
    """The setting of that name. Raises Refused where there is none."""
    if name not in SETTINGS:
        raise Refused(Text("setting-unknown", {"names": ", ".join(SETTINGS)}))
    return SETTINGS[name]


def written(value: Any) -> str:
    """A value as it is typed: 30, 20-8, 40 20 20 20, or words."""
    if isinstance(value, Mapping):
        return " ".join(str(value[key]) for key in WEIGHTS)
    return "-".join(map(str, value)) if isinstance(value, list) else str(value)


def _number(one: Setting, typed: str) -> int:
    bounds: dict[str, Fact] = {"least": one.least, "most": one.most}
    if not re.fullmatch(r"\d{1,6}", typed) or not one.least <= int(typed) <= one.most:
        raise Refused(Text("setting-bad-number", bounds))
    return int(typed)


def _hours(one: Setting, typed: str) -> list[int]:
    """When the night begins and ends: of the quiet hours the prompts of the day (at 9 and 16) lie
    outside it."""
    found = _HOURS.fullmatch(typed)
    begins, ends = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (one.most <= begins <= 23 and 5 <= ends <= one.least):
        facts: dict[str, Fact] = {"begins": one.most, "ends": one.least, "name": one.name}
        raise Refused(Text("setting-bad-hours", facts))
    return [begins, ends]


def _words(one: Setting, typed: str) -> str:
    words = " ".join(typed.split())
    if not words or len(words) > one.most or not words.isprintable():
        raise Refused(Text("setting-bad-words", {"most": one.most}))
    return words


def lines_of(one: Setting, typed: str, *, unit_id: int | None = None, unit: str = "") -> Any:
    """The line of a unit, else of the whole office, as it is stored (JSON); "-" takes it away.
    Raises Refused."""
    words = "" if typed.strip() == NONE else _words(one, typed)
    return {str(unit_id or ""): {"unit": unit, "words": words}}


def _told(value: Mapping[str, Mapping[str, str]]) -> str:
    """The lines of all units, each with its unit; that of the whole office has none."""
    return " · ".join(
        f"{line['unit']}: {line['words']}" if line["unit"] else line["words"]
        for line in value.values()
    )


def _choice(one: Setting, typed: str) -> str:
    if typed not in one.choices:
        raise Refused(Text("setting-bad-choice", {"names": ", ".join(one.choices)}))
    return typed


def _weights(one: Setting, typed: str) -> dict[str, int]:
    """As many numbers as there are parts, in their order, that make 100."""
    numbers = [int(word) for word in re.findall(r"\d{1,3}", typed)]
    whole = re.fullmatch(r"[\d\s,;/%-]*", typed)
    if not whole or len(numbers) != len(WEIGHTS) or sum(numbers) != 100:
        raise Refused(Text("setting-bad-weights"))
    return {str(key): number for key, number in zip(WEIGHTS, numbers, strict=True)}


def _instrument(one: Setting, typed: str) -> Any:
    raise Refused(Text("setting-by-file"))


_READERS = {
    "number": _number,
    "hours": _hours,
    "words": _words,
    "lines": lines_of,
    "choice": _choice,
    "weights": _weights,
    "instrument": _instrument,
}

SETTINGS: Mapping[str, Setting] = {
    one.name: one
    for one in (
        Setting("office", "words", since="now", most=120),
        Setting("dpo", "words", since="now", most=300),
        *(Setting(f"{LINE}{one}", "lines", since="now", most=500) for one in LINED),
        Setting("quiet", "hours", [20, 8], since="now", least=9, most=17),
        Setting("weights", "weights", dict(WEIGHTS), since="running"),
        Setting("minimum", "number", 30, least=5, most=1000),
        Setting("minimum-element", "number", 30, least=5, most=1000),
        Setting("minimum-causes", "number", 5, least=3, most=100),
        Setting("minimum-words", "number", 5, least=5, most=100),
        Setting("minimum-work", "number", WORK_ENOUGH, least=3, most=50),
        Setting("minimum-release", "number", LEAST, since="now", least=LEAST, most=100),
        Setting("open-hour", "number", PER_HOUR, since="now", least=30, most=240),
        Setting("night", "hours", list(NIGHT), since="now", least=9, most=18),
        Setting("evaluation-days", "number", 10, since="running", least=5, most=20),
        Setting("code-days", "number", 14, since="now", least=3, most=60),
        Setting("visit-code-days", "number", 3, since="now", least=1, most=14),
        Setting("printed-code-days", "number", 30, since="now", least=1, most=90),
        Setting("files-a-day", "number", 30, since="now", least=5, most=500),
        Setting("objection-days", "number", 14, since="now", least=14, most=60),
        Setting("silence-days", "number", 2, since="now", least=2, most=20),
        Setting("raise-days", "number", 5, since="now", least=2, most=20),
        *(
            Setting(name, "number", usual, since="now", least=least, most=most)
            for name, (usual, least, most) in CLOCKS.items()
        ),
        *(
            Setting(name, "number", usual, since="now", least=least, most=most)
            for name, (usual, least, most) in REVIEWING.items()
        ),
        Setting("minimum-same", "number", SAME_LEAST, since="now", least=SAME_LEAST, most=100),
        Setting("same-days", "number", SAME_DAYS, since="now", least=7, most=180),
        Setting("seal-days", "number", SEAL_KEPT, since="now", least=30, most=365),
        Setting("numbering", "choice", numberings()[0], since="running", choices=numberings()),
        Setting("legal-survey", "words", "PermenPANRB 14/2017", since="running", most=200),
        Setting("legal-work", "words", "PermenPANRB 6/2022", since="running", most=200),
        Setting("instrument", "instrument"),
        Setting("instrument-second", "instrument"),
        Setting("instrument-third", "instrument"),
        *(
            Setting(f"{KEPT}{kept}", "number", p.days, since="now", least=p.least, most=p.most)
            for kept, p in PERIODS.items()
        ),
    )
}
