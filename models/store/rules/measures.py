"""By what a quarter is measured: the surveys that are asked, and how many answers are enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.figures import Cells, Enough, Figures, Own, Question, figures
from models.groups import TOLD
from models.instruments import Instrument, instrument
from models.letters import Text
from models.quarter import Quarter
from models.questionnaires import made, read
from models.ratings import DAILY
from models.refused import Refused
from models.settings import SETTINGS
from models.store import Store
from models.store.rules import settings

_SURVEYS = "tilik.surveys"
SET_AS: Mapping[Own, str] = {
    "own": "instrument",
    "own2": "instrument-second",
    "own3": "instrument-third",
}
"""As which setting each place has its survey."""


@dataclass(frozen=True)
class Measure:
    """The official survey of a quarter, the office's own ones beside it, and the smallest numbers;
    all stay as they were when it is over."""

    quarter: Quarter
    survey: Instrument
    enough: Enough
    own: Mapping[Own, Instrument] = field(default_factory=dict)

    @property
    def surveys(self) -> frozenset[str]:
        """The keys of all surveys that have a figure."""
        return frozenset(one.key for one in (self.survey, *self.own.values()))

    def figures(
        self, cells: Cells, *, population: int | None = None, shut: Collection[Question] = ()
    ) -> Figures:
        """The figures behind these cells, `population` people served; what is `shut` stays so."""
        return figures(
            cells,
            self.survey,
            self.quarter,
            own=self.own,
            population=population,
            enough=self.enough,
            shut=shut,
        )


def measure(store: Store, quarter: Quarter) -> Measure:
    """By what the answers of a quarter are counted."""
    found = settings.values_on(store, quarter.first_day)
    enough = Enough(
        scores=_number(found, "minimum"),
        elements=_number(found, "minimum-element"),
        causes=_number(found, "minimum-causes"),
        words=_number(found, "minimum-words"),
        work=_number(found, "minimum-work"),
    )
    numbering = found.get("numbering")
    own = {place: found.get(name) for place, name in SET_AS.items()}
    surveys = {place: made(value, numbering) for place, value in own.items() if value}
    return Measure(quarter, instrument(numbering=numbering), enough, surveys)


def own_surveys_on(store: Store, day: date) -> Mapping[Own, Instrument]:
    """The office's own surveys of that day, if it has any, at no cost to a rating.

    What holds from a quarter on was set before it began anywhere (`Setting.earliest`), so what is
    read once stays true: it is kept beside the connection.
    """
    first = Quarter.of(day).first_day
    kept: dict[date, Mapping[Own, Instrument]] = store.info.setdefault(_SURVEYS, {})
    if first not in kept:
        found = settings.values_on(store, first)
        own = {place: found.get(name) for place, name in SET_AS.items()}
        kept[first] = {place: made(value) for place, value in own.items() if value}
    return kept[first]


def survey_of(store: Store, content: str) -> Mapping[str, Any]:
    """The survey of a file as it is stored; raises Refused for a file that is wrong, and like
    `check_survey`."""
    value = read(content)
    check_survey(store, value)
    return value


def check_survey(store: Store, value: Mapping[str, Any] | None) -> None:
    """Refused where another survey had the key of this one: tallies are kept by it. Its name may
    change, and it may end (None)."""
    if value and value["key"] in (TOLD, DAILY):
        raise Refused(Text("survey-file-taken", {"key": value["key"]}))
    for before in every_own(store) if value else ():
        if value and before["key"] == value["key"] and not _same(before, value):
            raise Refused(Text("survey-file-taken", {"key": value["key"]}))


def check_place(store: Store, name: str, value: Mapping[str, Any] | None, day: date) -> None:
    """Refused where the survey stands in another place from that day on: it is asked once."""
    others = (keys for place, keys in places(store, day).items() if place != name)
    if value and any(value["key"] in keys for keys in others):
        raise Refused(Text("survey-file-taken", {"key": value["key"]}))


def kinds(store: Store) -> frozenset[str]:
    """The keys of all that citizens have ever been asked: each day, by the official survey and of
    themselves after it, and by the office's own."""
    return frozenset({DAILY, instrument().key, TOLD, *(own["key"] for own in every_own(store))})


def every_own(store: Store) -> list[Mapping[str, Any]]:
    """All surveys of its own that the office has ever set, the last one set first."""
    every = [one for name in SET_AS.values() for one in settings.versions(store, name)]
    newest = sorted(every, key=lambda one: one.set_at, reverse=True)
    return [version.value for version in newest if version.value is not None]


def places(store: Store, day: date) -> Mapping[str, Sequence[str]]:
    """Of each setting that has a survey of the office's own the keys of those that stand there that
    day and after it."""
    found = {name: settings.standing(store, SETTINGS[name], day) for name in SET_AS.values()}
    values = {name: (one.value, *(on.value for on in one.coming)) for name, one in found.items()}
    return {name: [str(one["key"]) for one in those if one] for name, those in values.items()}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return {**one, "name": ""} == {**other, "name": ""}


def _number(found: Mapping[str, Any], name: str) -> int:
    return int(found.get(name, SETTINGS[name].default))
