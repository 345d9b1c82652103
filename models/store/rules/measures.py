"""By what a quarter is measured: the surveys that are asked, and how many answers are enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.figures import Cells, Enough, Figures, Question, figures
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


@dataclass(frozen=True)
class Measure:
    """The official survey of a quarter, the office's own beside it, and the smallest numbers; all
    stay as they were when it is over."""

    quarter: Quarter
    survey: Instrument
    enough: Enough
    own: Instrument | None = None

    @property
    def surveys(self) -> frozenset[str]:
        """The keys of all surveys that have a figure."""
        return frozenset(one.key for one in (self.survey, self.own) if one)

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
    numbering, own = found.get("numbering"), found.get("instrument")
    official = instrument(numbering=numbering)
    return Measure(quarter, official, enough, made(own, numbering) if own else None)


def own_survey_on(store: Store, day: date) -> Instrument | None:
    """The office's own survey of that day, if it has one, at no cost to a rating.

    What holds from a quarter on was set before it began anywhere (`Setting.earliest`), so what is
    read once stays true: it is kept beside the connection.
    """
    first = Quarter.of(day).first_day
    kept: dict[date, Instrument | None] = store.info.setdefault(_SURVEYS, {})
    if first not in kept:
        value = settings.value_on(store, "instrument", first)
        kept[first] = made(value) if value else None
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
    for before in _every_own(store) if value else ():
        if value and before["key"] == value["key"] and not _same(before, value):
            raise Refused(Text("survey-file-taken", {"key": value["key"]}))


def kinds(store: Store) -> frozenset[str]:
    """The keys of all that citizens have ever been asked: each day, by the official survey and of
    themselves after it, and by the office's own."""
    return frozenset({DAILY, instrument().key, TOLD, *(own["key"] for own in _every_own(store))})


def _every_own(store: Store) -> list[Mapping[str, Any]]:
    """All surveys of its own that the office has ever set."""
    found = (version.value for version in settings.versions(store, "instrument"))
    return [value for value in found if value is not None]


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return {**one, "name": ""} == {**other, "name": ""}


def _number(found: Mapping[str, Any], name: str) -> int:
    return int(found.get(name, SETTINGS[name].default))
