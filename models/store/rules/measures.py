"""By what a quarter is measured: the survey that is asked, and how many answers are enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.calendar import local
from models.figures import Cells, Enough, Figures, figures
from models.instruments import Instrument
from models.letters import Text
from models.quarter import Quarter
from models.questionnaires import made, read
from models.ratings import DAILY
from models.refused import Refused
from models.settings import SETTINGS
from models.store import Store
from models.store.rules import settings
from models.store.rules.zones import WITHOUT_POST

_SURVEYS = "tilik.surveys"


@dataclass(frozen=True)
class Measure:
    """A quarter's survey and its smallest numbers; both stay as they were when it is over."""

    quarter: Quarter
    survey: Instrument
    enough: Enough

    def figures(self, cells: Cells, *, population: int | None = None) -> Figures:
        """The figures behind these cells, `population` people served."""
        return figures(cells, self.survey, self.quarter, population=population, enough=self.enough)


def measure(store: Store, quarter: Quarter) -> Measure:
    """By what the answers of a quarter are counted."""
    found = settings.values_on(store, quarter.first_day)
    enough = Enough(
        scores=_number(found, "minimum"),
        elements=_number(found, "minimum-element"),
        causes=_number(found, "minimum-causes"),
        words=_number(found, "minimum-words"),
    )
    return Measure(quarter, made(found.get("instrument"), found.get("numbering")), enough)


def survey_on(store: Store, day: date) -> Instrument:
    """The survey that citizens are asked on that day, at no cost to a rating.

    What holds from a quarter on was set before it began anywhere (`Setting.earliest`), so what is
    read once stays true: it is kept beside the connection.
    """
    first = Quarter.of(day).first_day
    kept: dict[date, Instrument] = store.info.setdefault(_SURVEYS, {})
    if first not in kept:
        kept[first] = made(settings.value_on(store, "instrument", first))
    return kept[first]


def use_instrument(store: Store, content: str, *, since: date, now: datetime) -> Mapping[str, Any]:
    """Have the survey of this file from that day on; gives it as it is stored.

    Raises Refused for a file that is wrong, and where another survey had its key: tallies are kept
    by it.
    """
    value = read(content)
    for version in settings.versions(store, "instrument"):
        if version.value["key"] == value["key"] and version.value != value:
            raise Refused(Text("survey-file-taken", {"key": value["key"]}))
    day = local(now, WITHOUT_POST).date()
    settings.put(store, settings.Version("instrument", value, since, now), day=day)
    return value


def kinds(store: Store) -> frozenset[str]:
    """The keys of all that citizens have ever been asked: each day, by the official survey, and by
    the office's own."""
    own = (version.value for version in settings.versions(store, "instrument"))
    return frozenset({DAILY, made(None).key, *(made(value).key for value in own)})


def _number(found: Mapping[str, Any], name: str) -> int:
    return int(found.get(name, SETTINGS[name].default))
