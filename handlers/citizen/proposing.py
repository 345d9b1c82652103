"""What a citizen's free words are about: proposed, and shown on a card before anything is filed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.engine.questions import Option
from models.complaints import ComplaintKind
from models.letters import Text
from models.services import Unit
from models.triage.judging import KINDS
from models.triage.places import KnownPlaces
from models.triage.proposal import Guess, Proposal, proposed
from models.wording import plain

_FEWEST = 3
"""Words, below which nothing is told yet."""
_LIKELY = 0.9
"""From which share of a kind or an element on, words that were written unasked are told."""
MOST_OTHERS = 2
"""Other elements, and other kinds, that a card offers where it guessed."""


@dataclass(frozen=True)
class Others:
    """What a complaint may be instead, where its kind or element is a guess: each one tap away."""

    kinds: Sequence[str] = ()
    elements: Sequence[str] = ()

    @property
    def of(self) -> str:
        """What is a guess, as the card is told it."""
        both = "both" if self.elements else "kind"
        return both if self.kinds else "element" if self.elements else "no"

    @property
    def options(self) -> Sequence[Option]:
        """The choices of a card; what is chosen is the value itself."""
        named = [(one, Text(f"short-{one}")) for one in self.elements]
        named += [(one, Text(f"complaint-is-{one}")) for one in self.kinds]
        return [Option(one, Text("complaint-rather", {"what": label})) for one, label in named]


def others_of(found: Proposal, kind: str, *, asks_element: bool) -> Others:
    """What the words may mean as well; of a weighty matter nothing is a guess."""
    if kind == "weighty":
        return Others()
    guessed = found.kind.sure == "choices" and kind == found.kind.value
    kinds = [one for one in found.kind.others if one != "weighty"] if guessed else []
    unsure = asks_element and found.element.sure == "choices"
    return Others(kinds[:MOST_OTHERS], found.element.others[:MOST_OTHERS] if unsure else ())


def unit_of(likely: Guess, units: Sequence[Unit]) -> Sequence[Unit]:
    """The unit that the words name surely, else the few that they may mean."""
    known = {one.key: one for one in units}
    keys = [key for key in (likely.value, *likely.others) if key is not None and key in known]
    return [known[key] for key in (keys[:1] if likely.sure == "sure" else keys)]


def kind_of(found: Proposal) -> ComplaintKind | None:
    """The kind that the card shows, unless it is to be asked."""
    shown = found.kind.value if found.kind.sure != "asked" else None
    return next((kind for kind in KINDS if kind == shown), None)


def element_of(found: Proposal) -> str | None:
    """The element that the card shows."""
    return found.element.value


def tells(at: KnownPlaces, words: str) -> bool:
    """Whether words that were written unasked tell of something at a place that they name, or of
    something weighty: who only names what is done there may work here and not have joined yet."""
    if len(plain(words).split()) < _FEWEST:
        return False
    found = proposed(at, words)
    told = max(found.kind.share, found.element.share) >= _LIKELY
    return kind_of(found) == "weighty" or (found.unit.sure == "sure" and told)


def is_weighty(at: KnownPlaces, words: str) -> bool:
    """Whether they surely tell of money or power."""
    return kind_of(proposed(at, words)) == "weighty"
