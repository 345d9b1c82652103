"""Complaints (pengaduan): what a citizen says must be put right, and its way to an answer. Pure.

How long each kind may take are settings of the office: the state's own deadlines (PermenPANRB
5/2025, PermenPANRB 62/2018 before it) are known from second hand only, and are printed nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from models.dice import Dice
from models.letters import File, FileKind
from models.services import CODE_LETTERS

ComplaintKind: TypeAlias = Literal["ask", "plain", "weighty", "wish"]
"""A question; what is wrong; what is wrong and is the oversight team's (money, abuse of office,
discipline); a wish."""
ComplaintState: TypeAlias = Literal[
    "new", "taken", "asked", "answered", "second", "closed", "withdrawn"
]
"""Nobody has it yet; somebody works on it; the citizen is asked back; a result waits for the
citizen's word; nobody has said yes to it, and somebody else than who handled it looks; over; taken
back."""
OPEN: tuple[ComplaintState, ...] = ("new", "taken", "asked", "answered", "second")
WORKED_ON: tuple[ComplaintState, ...] = ("new", "taken", "asked")
"""While a result may be shown, and it may be handed on."""
OF_OFFICE: tuple[ComplaintState, ...] = ("new", "taken", "second")
"""While it is the office's turn, and nobody waits for the citizen."""
OF_CITIZEN: tuple[ComplaintState, ...] = ("asked", "answered")
"""While the citizen is waited for."""
JUDGED: tuple[ComplaintState, ...] = ("answered", "second")
"""While the citizen may say of the result whether it is done."""
StepKind: TypeAlias = Literal[
    "said", "added", "mended", "withdrawn", "taken", "proof", "yes", "partly", "no", "hearing",
    "unheard", "nobody", "handed", "unit", "outside", "kind", "asked", "replied", "note", "inner",
    "raised", "late", "silent", "again", "closed", "voice",
]
"""What can happen to a complaint, by the citizen, by who handles it, and by itself."""
INNER: frozenset[StepKind] = frozenset({"handed", "inner"})
"""What only those who handle it read."""
Result: TypeAlias = Literal["yes", "partly", "no"]
"""What the citizen says of the result: done, done in part, not done."""
PREFIX, LENGTH = "ADU", 6
CLOCKS: Mapping[str, tuple[int, int, int]] = {
    "complaint-first": (5, 1, 30),
    "complaint-ask": (5, 1, 30),
    "complaint-plain": (14, 1, 60),
    "complaint-weighty": (60, 5, 120),
    "complaint-wish": (14, 1, 120),
    "complaint-reply": (10, 3, 30),
    "hearing-days": (3, 1, 10),
}
"""Working days, by the name of their setting: as a rule, at least and at most. The first word; the
answer of each kind; how long the citizen has for an answer, and an employee for
their own word."""
PROMPT_BEFORE = 2
"""Working days before a clock runs out, those who have the complaint are reminded."""
EvidenceState: TypeAlias = Literal["held", "shown", "withheld"]
"""Waits for the moderator; may be seen by who handles it; is never shown to them."""
MOST_FILES = 10
"""Files of one telling: as many as an album of Telegram's has."""
LARGEST_FILE = 20_000_000
"""Bytes; no channel gives a larger one."""
SOUTH, NORTH, WEST, EAST = -11.5, 6.5, 94.5, 141.5
"""Degrees: Indonesia with its seas. A place outside is a slip of the map."""
SAME_DAYS, SAME_LEAST = 30, 5
"""Settings: how long ago, and from how many others at least, the same is told to who complains."""
SEAL_KEPT = 90
"""Days after the end for which the citizen can still be reached through the seal; a setting."""


@dataclass(frozen=True)
class Evidence(File):
    """A file that belongs to a complaint, and whether who handles it may see it. A voice is an
    identity: the oversight team alone hears it, and once they have written what it says
    (`shown`), that is what who handles it reads."""

    state: EvidenceState = "shown"


@dataclass(frozen=True)
class ComplaintStep:
    """One thing that happened to a complaint. `by_id` None: the citizen, or the clock."""

    kind: StepKind
    day: date
    by_id: int | None = None
    words: str | None = None
    evidence: tuple[Evidence, ...] = ()
    by: str | None = None

    @property
    def is_said(self) -> bool:
        """Whether its words are the citizen's: written, or spoken and written down."""
        return self.by_id is None or self.kind == "voice"

    @property
    def files(self) -> tuple[Evidence, ...]:
        """What whoever handles the complaint may see."""
        return tuple(one for one in self.evidence if one.state == "shown" and one.kind != "voice")

    @property
    def held(self) -> tuple[Evidence, ...]:
        """What waits for the moderator."""
        return tuple(one for one in self.evidence if one.state == "held" and one.kind != "voice")

    @property
    def unwritten(self) -> tuple[Evidence, ...]:
        """Voices of which the oversight team has not yet written what they say."""
        return tuple(one for one in self.evidence if one.state == "held" and one.kind == "voice")


@dataclass(frozen=True)
class Complaint:
    """A complaint as it stands. `with_id`: the unit it lies with now (its own, or one above).

    `due_on`: by when the citizen hears next, or (`answered`, `asked`) has until to answer.
    `joins_id`: the oldest open one of which the citizen has said that it is the same. `again`: they
    had the same open already.
    """

    id: int
    number: str
    kind: ComplaintKind
    state: ComplaintState
    unit_id: int
    with_id: int
    said_on: date
    due_on: date | None = None
    counter_id: int | None = None
    service_id: int | None = None
    element: str | None = None
    holder_id: int | None = None
    reopened: int = 0
    result: Result | None = None
    care: int | None = None
    outside: str | None = None
    closed_on: date | None = None
    seal: str | None = None
    joins_id: int | None = None
    again: bool = False

    @property
    def matter(self) -> ToldMatter:
        """What it may have in common with another."""
        return ToldMatter(self.unit_id, self.counter_id, self.kind, self.element)

    @property
    def is_weighty(self) -> bool:
        """Whether only the oversight team has it, and its words are sealed."""
        return self.kind == "weighty"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class ToldMatter(NamedTuple):
    """What one complaint has in common with another: the place, the kind, the element."""

    unit_id: int
    counter_id: int | None
    kind: str
    element: str | None


class Same(NamedTuple):
    """That others complain of the same: the oldest open one, and from how many."""

    first_id: int
    others: int


def new_number(dice: Dice) -> str:
    """A number by which a citizen can ask for a complaint, without letters that look alike."""
    return f"{PREFIX}-{dice.word(CODE_LETTERS, LENGTH)}"


def working_days(values: Mapping[str, Any], clock: str) -> int:
    """How many working days, with the settings of the day by name."""
    usual, least, most = CLOCKS[clock]
    chosen = values.get(clock)
    return min(max(chosen, least), most) if isinstance(chosen, int) else usual


def from_citizen(kind: FileKind, file: str, name: str | None) -> Evidence:
    """What a citizen has sent: it waits for the moderator."""
    return Evidence(kind, file, plain_name(name), "held")


def plain_name(name: str | None) -> str | None:
    """What a file of a complaint is called, whatever it was called on a phone."""
    ending = name.rpartition(".")[2].lower() if name and "." in name else ""
    return f"bukti.{ending[:5]}" if ending.isalnum() and ending.isascii() else None


def on_map(latitude: float, longitude: float) -> Evidence:
    """A place on the map, as a link that shows it."""
    at = f"{latitude:.5f}&mlon={longitude:.5f}"
    return Evidence("link", f"https://www.openstreetmap.org/?mlat={at}")


def in_country(latitude: float, longitude: float) -> bool:
    """Whether the place lies in Indonesia or its seas."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def as_number(text: str) -> str | None:
    """The number of a complaint in a short text, however it is written; None without one."""
    found = _NUMBER.search(text.upper())
    return None if found is None else f"{PREFIX}-{found[1]}"


_NUMBER = re.compile(rf"\b{PREFIX}[ -]?([{CODE_LETTERS}]{{{LENGTH}}})\b")
