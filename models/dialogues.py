"""A dialogue: one person's way through one conversation, between turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Dialogue:
    """Only the conversation's name, its opening words and the answers are kept.

    `home` is the channel's key of the message the form lives in, if taps have told it. `early` is
    what was written before anything asked for free words; it is offered when something does.
    """

    id: int
    conversation: str
    opening: str
    answers: str
    expires_at: datetime
    home: str | None = None
    misses: int = 0
    early: str | None = None
    parked: bool = False
