"""What is on somebody's screen: what was shown there last, and what a typed number or the words of
a button mean on it.

A number means the row that the person has read it at, whatever was written to the list since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from models.wording import begins

BACK = "‹"
"""The sign before the words of a button that leads back."""
MOST_SHOWN = 5
"""So many messages of an address are known by their rows; an older one is no more than words."""


@dataclass(frozen=True)
class Shown:
    """One message: the number of its letter, and what its buttons carry, by the number to type.

    `kind` is that of the prompt that it is, `day` the one on which that went out, and `taps` what
    its buttons carry. `message` is what the channel knows it by, where the channel tells that.
    `labels` are the words of its buttons as they compare, with what each carries; `BACK` is the one
    that leads back.
    """

    letter: int
    rows: Mapping[int, str]
    kind: str = ""
    message: str = ""
    day: date | None = None
    taps: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def tap_named(self, words: str) -> str | None:
        """What the button carries that has just these words."""
        return self.labels.get(words)

    def tap_begun(self, words: str) -> str | None:
        """What the one button carries whose words begin with these; None where several do."""
        begun = {tap for label, tap in self.labels.items() if begins(label, words)}
        return begun.pop() if len(begun) == 1 else None


@dataclass(frozen=True)
class Refusal:
    """When it was said, and why (the id of the words), that a file which was just sent is not
    kept."""

    at: datetime
    why: str


@dataclass(frozen=True)
class Screens:
    """The newest messages with rows, or by which Tilik spoke first, the newest before the others.

    `asked`: nothing was asked or shown after the newest, so a number or words are for that one.
    `refused`: what was said here last of a file that is not kept, while files come. `told`: what
    came last that no turn of theirs has led to, until something else is shown.
    """

    shown: tuple[Shown, ...] = ()
    asked: bool = False
    refused: Refusal | None = None
    told: Shown | None = None

    @property
    def last(self) -> Shown | None:
        """What a number or words are for; None where an open form has asked since."""
        return self.shown[0] if self.asked and self.shown else None

    def by_message(self, message: str) -> Shown | None:
        """The one that the channel knows so."""
        return next((one for one in self.shown if message and one.message == message), None)

    def showing(self, one: Shown) -> Screens:
        """With this one as the last."""
        others = (other for other in self.shown if other.letter != one.letter)
        return replace(self, shown=(one, *others)[:MOST_SHOWN], asked=True, told=None)

    def covered(self) -> Screens:
        """Something else was asked since."""
        return replace(self, asked=False, told=None)

    def without(self, letter: int) -> Screens:
        """This one has never arrived."""
        stays = tuple(one for one in self.shown if one.letter != letter)
        return replace(self, shown=stays, asked=self.asked and stays[:1] == self.shown[:1])

    def named(self, letter: int, message: str) -> Screens:
        """With what the channel knows the message of this letter by."""
        shown = (replace(o, message=message) if o.letter == letter else o for o in self.shown)
        return replace(self, shown=tuple(shown))


def written(screens: Screens) -> str | None:
    """As it is kept."""
    if screens == Screens():
        return None
    rows = [_row(one) for one in screens.shown]
    if screens.told is not None:
        rows.append({**_row(screens.told), "w": 1})
    refused = [" ".join(_parts(screens.refused))] if screens.refused else []
    return json.dumps([int(screens.asked), *refused, *rows], separators=(",", ":"))


def _row(one: Shown) -> dict[str, Any]:
    return {
        "l": one.letter,
        "r": dict(one.rows),
        "k": one.kind,
        "m": one.message,
        "d": one.day and one.day.isoformat(),
        "t": one.taps,
        "b": dict(one.labels),
    }


def _parts(refused: Refusal) -> tuple[str, str]:
    return refused.at.isoformat(), refused.why


def read(kept: str | None) -> Screens:
    """What `written` wrote down."""
    if kept is None:
        return Screens()
    asked, *rows = json.loads(kept)
    told = rows.pop(0) if rows and isinstance(rows[0], str) else None
    at, _, why = (told or "").partition(" ")
    refused = Refusal(datetime.fromisoformat(at), why) if at else None
    shown = tuple(_shown(one) for one in rows if "w" not in one)
    came = next((_shown(one) for one in rows if "w" in one), None)
    return Screens(shown, asked=bool(asked), refused=refused, told=came)


def _shown(one: Mapping[str, Any]) -> Shown:
    return Shown(
        one["l"],
        {int(number): tap for number, tap in one["r"].items()},
        one["k"],
        one["m"],
        date.fromisoformat(one["d"]) if one["d"] else None,
        tuple(one["t"]),
        one.get("b", {}),
    )
