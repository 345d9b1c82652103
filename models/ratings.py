"""A citizen's rating: counts for the scores, without the person who gave it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from models.dice import Dice
from models.instruments import instrument

CHANGEABLE = timedelta(minutes=15)
DAILY = "daily"
CAUSES = "causes"
RatingKind: TypeAlias = Literal["open", "verified", "assisted"]
"""Anybody may give it; a visit code was redeemed; a helper held out the phone."""
OPEN: RatingKind = "open"
VERIFIED: RatingKind = "verified"
ASSISTED: RatingKind = "assisted"
KINDS: tuple[RatingKind, ...] = (OPEN, VERIFIED, ASSISTED)


@dataclass(frozen=True)
class Rating:
    """What one person answered about one service at one counter on one day of the unit's zone.

    `answers` maps an element key (or `overall`) to 1..4. No person, no time finer than the day
    (UU PDP 27/2022; the house's rule on citizens).
    """

    counter_id: int
    service_id: int
    day: date
    instrument: str
    answers: Mapping[str, int]
    cause: str | None = None
    reason: str | None = None
    kind: RatingKind = OPEN
    id: str = ""

    def cells(self) -> Iterator[tuple[str, str, int]]:
        """The tally cells of its day that this rating counts in: (instrument, element, value).

        A cause is counted by its number in the instrument, 0 where only the element is named.
        """
        for element, value in self.answers.items():
            yield self.instrument, element, value
        if self.cause:
            yield CAUSES, *numbered(self.cause)


def stream(instrument: str, kind: str) -> str:
    """Under which name answers are read: those of one kind are never counted with another's.

    'daily', 'verified' and 'assisted' are the daily rating's; 'causes.verified' is where verified
    ratings named causes. A survey's sheets are of one kind only.
    """
    if kind == OPEN:
        return instrument
    return kind if instrument == DAILY else f"{instrument}.{kind}"


CAUSE_STREAMS = tuple(stream(CAUSES, kind) for kind in KINDS)


def numbered(cause: str) -> tuple[str, int]:
    """A cause ('waktu.antrean' or only 'waktu') as its element and its number."""
    element, _, key = cause.partition(".")
    causes = instrument().causes.get(element, ())
    return element, next((known.number for known in causes if known.key == key), 0)


def new_id(dice: Dice) -> str:
    """A random id, so that the order of ids does not tell the order of people."""
    return dice.hexadecimal(16)


def rater_token(key: bytes, *, rater: str, service_id: int, instrument: str) -> str:
    """Who has rated today, as a keyed hash: without the day's key it leads to nobody."""
    words = f"{rater}|{service_id}|{instrument}".encode()
    return hmac.new(key, words, hashlib.sha256).hexdigest()
