"""People who work for the state, their duties, and the addresses everybody writes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from models.letters import Text
from models.services import Unit

Duty: TypeAlias = Literal["head", "hr", "oversight", "auditor", "operator"]
Trust: TypeAlias = Literal["full", "new", "frozen"]
"""Of a chat that has joined: `new` until the person's older chat or a second officer says that it
is theirs, `frozen` once somebody has said that it is not them."""
FROZEN: Trust = "frozen"
"""Also why a letter is held that is for a chat so: until somebody has said whose the chat is."""
LANGUAGES = ("id", "en")
LONGEST_SENDER = 160
"""Characters of the id that a channel knows somebody by: WhatsApp's has up to 128 after the country
code."""
WINDOW = timedelta(hours=24) - timedelta(minutes=1)
"""How long after a person's words Tilik may answer freely, on a channel that closes a window behind
them; a little less than the channel says, as clocks differ."""


def is_answered_freely(heard_at: datetime | None, at: datetime) -> bool:
    """Whether that window is open at a time; never for who has not been heard there."""
    return heard_at is not None and at < heard_at + WINDOW


@dataclass(frozen=True)
class HeldDuty:
    """A duty that a person holds today, and the unit it reaches (with all units below it)."""

    duty: str
    unit_id: int


@dataclass(frozen=True)
class Address:
    """One chat of one person on one channel. Most addresses belong to citizens: no person.

    `speaks_first`: Tilik may speak first here. `heard_at`: when the person last wrote (a few
    minutes early), on a channel where that opens a window for what Tilik says; None elsewhere.
    `assists_until`: so long its phone may be handed to others, each of whom rates a service;
    `assisting`: it is now, and whoever reads here is none that the office knows.
    """

    id: int
    channel: str
    sender: str
    language: str | None = None
    phone_language: str | None = None
    person_id: int | None = None
    locked_until: datetime | None = None
    speaks_first: bool = True
    heard_at: datetime | None = None
    trust: Trust = "full"
    assists_until: datetime | None = None
    assisting: bool = False

    @property
    def channel_name(self) -> Text:
        """What people call its channel."""
        return Text(f"channel-{self.channel}")

    @property
    def tongue(self) -> str:
        """The language this person is spoken to: chosen, else the phone's, else Indonesian."""
        for language in (self.language, self.phone_language):
            if language in LANGUAGES:
                return language
        return "en" if self.phone_language and self.phone_language not in ("ms", "jv") else "id"


@dataclass(frozen=True)
class Post:
    """Where a person works today, and as what (jabatan)."""

    unit: Unit
    title: str


@dataclass(frozen=True)
class Colleague:
    """Somebody's number and name."""

    id: int
    name: str


ActingAs: TypeAlias = Literal["plt", "plh", "pj", "pjs"]
"""As what somebody holds a post for a while: pelaksana tugas, pelaksana harian, penjabat, penjabat
sementara."""


@dataclass(frozen=True)
class Acting:
    """In whose place somebody stands today: as what, until when, and for which people."""

    superior: Colleague
    label: ActingAs | None
    title: str
    until: date | None
    team: frozenset[int]


@dataclass(frozen=True)
class Person:
    """Whoever stands before a conversation: an address, and who they are if that is known.

    `team` are those whose superior (pejabat penilai) the person is today, or in whose superior's
    place the person acts (`acting`). Of those in `above` nobody in between is in Tilik, and what
    some of those in `raised` have sent has waited too long: the person approves for both. `behind`:
    of who may be a second person, everybody who may stand behind them
    (`models.store.chat.makers`). `holds`: some complaint is in the person's hands.
    """

    address: Address
    name: str | None = None
    duties: tuple[HeldDuty, ...] = ()
    post: Post | None = None
    team: tuple[Colleague, ...] = ()
    acting: tuple[Acting, ...] = ()
    above: tuple[Colleague, ...] = ()
    raised: tuple[Colleague, ...] = ()
    behind: frozenset[int] = frozenset()
    holds: bool = False

    @property
    def id(self) -> int | None:
        """Who it is; None for a citizen."""
        return self.address.person_id

    @property
    def is_trusted(self) -> bool:
        """Whether the chat is known to be theirs. That of a citizen always is."""
        return self.id is None or self.address.trust == "full"
