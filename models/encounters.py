"""What citizens say of the people at the counters, not of the office. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.figures import ENOUGH, Cells, Daily, Product, Question
from models.instruments import Instrument, instrument
from models.scores import Element, NotEnough, Tallies, element_score

CITIZEN_ELEMENTS = ("kompetensi", "perilaku")
WEIGHED: tuple[Daily, ...] = ("verified", "daily")
"""The daily indices that say anything of a person, the surer first."""


@dataclass(frozen=True)
class Encounters:
    """Competence and conduct at some counters, both of one product: never mixed.

    `counts` is how often each answer was given; `left_out` how many answers are not in it, since
    they would tell of counters with too few.
    """

    product: Product = "daily"
    elements: Mapping[str, Element | NotEnough] = field(default_factory=dict)
    enough: int = ENOUGH
    counts: Tallies = field(default_factory=dict)
    left_out: int = 0

    @property
    def fewest(self) -> int:
        """The answers to the element that has the fewer."""
        return min((element.n or 0 for element in self.elements.values()), default=0)


def encounters(
    cells: Cells, *, survey: Instrument | None = None, enough: int = ENOUGH
) -> Encounters:
    """The two elements out of the cells of the counters that somebody served in the quarter.

    Those of the official survey where both have `enough` answers, else those of the daily index, of
    verified ratings before open ones; where these have too few as well, those of the product that
    lacks the fewest. Assisted ratings are a helper's doing too: they say nothing of a person.
    """
    asked = survey or instrument()
    official = _of("official", cells.get(asked.key, {}), asked, enough)
    several = [official, *(_of(one, cells.get(one, {}), asked, enough) for one in WEIGHED)]
    ready = (one for one in several if one.fewest >= enough)
    return next(ready, max(reversed(several), key=lambda one: one.fewest))


def questions(survey: Instrument) -> list[Question]:
    """What citizens are asked of the people at the counters, in either product."""
    return [(kind, element) for kind in (survey.key, *WEIGHED) for element in CITIZEN_ELEMENTS]


def _of(product: Product, sheets: Tallies, survey: Instrument, enough: int) -> Encounters:
    counts = {key: sheets.get(key, {}) for key in CITIZEN_ELEMENTS}
    elements = {key: element_score(key, counts[key], survey, enough) for key in CITIZEN_ELEMENTS}
    return Encounters(product, elements, enough, counts)
