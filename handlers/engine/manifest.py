"""What a conversation declares of itself: whom it serves, where it is offered, what it costs.

Menu, help, greeting, links and `tilik texts bubbles` read it and keep no names of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from models.letters import Text
from models.people import Address, Person, Trust
from models.rights import (
    leads,
    may_read_own,
    may_see_state,
    may_set,
    units_audited,
    units_followed,
    units_kept,
    units_overseen,
    units_read,
    works,
)

Audience: TypeAlias = Literal[
    "everybody",
    "known",
    "staff",
    "superiors",
    "heads",
    "keepers",
    "followers",
    "setters",
    "overseers",
    "handlers",
    "auditors",
    "operators",
]
"""`known` is whoever has joined; `heads` is whoever reads the figures of a unit; `keepers` is the
personnel office, `setters` the one of all units, `followers` whoever heads a unit or keeps its
people, `overseers` the oversight team, `handlers` whoever handles complaints."""
Where: TypeAlias = Literal["menu", "help", "greeting"]
Player: TypeAlias = Literal["citizen", "newcomer", "employee", "superior", "head"]


@dataclass(frozen=True)
class Offer:
    """Where a conversation is offered: the how-manieth of those for the same people, its words,
    and to whom, where that is not everybody whom it serves."""

    nth: int
    words: Text | None = None
    to: Audience | None = None


@dataclass(frozen=True)
class Cost:
    """The most bubbles on WhatsApp: the shortest way, the fullest, and the shortest beside a form
    that lies half filled in. Whoever must raise one says why in the commit.

    And how `tilik texts bubbles` plays it. `by`: as whom, where that does not follow from whom it
    serves. `tap`: what the button carries, where only a button begins it. `word`: what is typed
    behind the name. `after`: what must have been played before. `answer`: what is typed where
    words are asked for.
    """

    shortest: int
    fullest: int
    beside: int
    by: Player | None = None
    tap: str | None = None
    word: str | None = None
    after: Sequence[str] = ()
    answer: str | None = None


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """All that a conversation says of itself to whoever lists conversations.

    `help`: of several places the first that is for the person. `greeting`: as a button. `linked`: a
    link may open it with words of its own. Anybody can make a link: to the others it leads as bare
    as their name does, so that opening it takes nothing back and sends nothing. `at_once`: it asks
    nothing before it changes or sends something, so no link opens it at all. `trust`: how far a
    chat that has joined must be known to be its person's: what says nothing is closed to others.
    `assisted`: it is open also on a phone that is handed to others. `takes_back`: it needs a
    channel on which what was said can be taken back.
    """

    serves: Audience
    menu: Offer | None
    help: Offer | Sequence[Offer] | None
    cost: Cost
    greeting: Offer | None = None
    linked: bool = False
    at_once: bool = False
    trust: Trust = "full"
    assisted: bool = False
    takes_back: bool = False

    def opens_to(self, person: Person) -> bool:
        """Whether the chat of this person is trusted enough."""
        return person.is_trusted or person.address.trust in _AT_LEAST[self.trust]

    def is_open_in(self, chat: Address) -> bool:
        """Whether it is for whoever has the phone in hand."""
        return self.assisted or not chat.assisting

    @property
    def is_counted(self) -> bool:
        """Whether it is counted where people stop. What only a few fill in would tell of them."""
        return self.serves in ("everybody", "known", "staff")

    def places(self, where: Where) -> Sequence[Offer]:
        """Where it stands in the menu, in the help or in a greeting."""
        every = {"menu": self.menu, "help": self.help, "greeting": self.greeting}
        found = every[where]
        if found is None:
            return ()
        return (found,) if isinstance(found, Offer) else found


_AT_LEAST: Mapping[Trust, frozenset[Trust]] = {
    "full": frozenset(("full",)),
    "new": frozenset(("full", "new")),
    "frozen": frozenset(("full", "new", "frozen")),
}
PART_OF_SEVERAL = Manifest(serves="everybody", menu=None, help=None, cost=Cost(0, 0, 0))
"""What a part of several declares: nothing. The name that they share does."""


class Declared(Protocol):
    """Whatever declares itself: a conversation."""

    @property
    def name(self) -> str: ...

    @property
    def manifest(self) -> Manifest: ...


def audiences(person: Person, *, tops: Collection[int] = ()) -> frozenset[Audience]:
    """All that this person belongs to; `tops` are the units above which there is none."""
    belongs: dict[Audience, bool] = {
        "everybody": True,
        "known": may_read_own(person),
        "staff": works(person),
        "superiors": leads(person),
        "heads": bool(units_read(person)),
        "keepers": bool(units_kept(person)),
        "followers": bool(units_followed(person)),
        "setters": may_set(person, tops),
        "overseers": bool(units_overseen(person)),
        "handlers": person.holds or bool(units_read(person)),
        "auditors": bool(units_audited(person)),
        "operators": may_see_state(person),
    }
    return frozenset(audience for audience, does in belongs.items() if does)


def offered(
    declared: Iterable[Declared], where: Where, *, to: Sequence[Audience]
) -> list[tuple[str, Offer]]:
    """The conversations that have such a place for these people, by name: in the order of the
    people, then of the places."""
    found: list[tuple[int, int, str, Offer]] = []
    for one in declared:
        for place in one.manifest.places(where):
            audience = place.to or one.manifest.serves
            if audience in to:
                found.append((to.index(audience), place.nth, one.name, place))
                break
    return [(name, place) for _, _, name, place in sorted(found, key=lambda row: row[:2])]
