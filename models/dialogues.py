"""A dialogue: one person's way through one conversation, between turns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

GONE_BACK = "back"
"""Under this name stand the words of answers that were gone back from; no message has it."""


@dataclass(frozen=True)
class Dialogue:
    """Only the conversation's name, its opening words and the answers are kept.

    `home` is the channel's key of the message the form lives in, if taps have told it. `early` is
    what was written before anything asked for free words, message by message, and in answers that
    were gone back from.
    `resting`: it was given up with what was open, and waits until it is asked for. `asks` is what
    is counted of it when it ends (`models.asks`); None where nothing is.
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
    resting: bool = False
    asks: str | None = None


def early_words(dialogue: Dialogue) -> str | None:
    """What was written too early, each message on a line of its own; None where nothing was."""
    return "\n".join(words for name, words in _messages(dialogue) if name != GONE_BACK) or None


def offered_words(dialogue: Dialogue) -> str | None:
    """The same with what was gone back from, which nothing takes but a tap."""
    return "\n".join(words for _, words in _messages(dialogue)) or None


def with_gone_back(dialogue: Dialogue, answers: Iterable[str]) -> str:
    """As it is kept where these typed answers were gone back from, in their order: what was written
    beside them goes with them."""
    words = [*answers]
    beside = (said for _, said in _messages(dialogue) if said not in "\n".join(words).split("\n"))
    return _written([(GONE_BACK, "\n".join((*words, *beside)))])


def with_early(dialogue: Dialogue | None, message: str, words: str) -> str:
    """As it is kept with these words too, which came in the message of this name."""
    before = _messages(dialogue) if dialogue is not None else ()
    return _written((*before, (message, words)))


def with_edited(dialogue: Dialogue, message: str, words: str) -> str | None:
    """As it is kept where this message says these words by now; None where it has said none."""
    before = _messages(dialogue)
    if message not in (name for name, _ in before):
        return None
    return _written((name, words if name == message else said) for name, said in before)


def _messages(dialogue: Dialogue) -> list[tuple[str, str]]:
    """The name and the words of each. Before 0.7.0 one message was kept, as it was."""
    if dialogue.early is None:
        return []
    try:
        return [(str(name), str(words)) for name, words in json.loads(dialogue.early)]
    except (TypeError, ValueError):
        return [("", dialogue.early)]


def _written(messages: Iterable[tuple[str, str]]) -> str:
    return json.dumps([*messages], ensure_ascii=False, separators=(",", ":"))
