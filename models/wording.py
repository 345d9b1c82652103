"""Words as they compare and as they are shortened; greetings, and what an office is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, get_args

Hail: TypeAlias = Literal[
    "hello",
    "peace",
    "morning",
    "noon",
    "afternoon",
    "evening",
    "excuse",
    "monggo",
    "sampurasun",
    "horas",
    "swastiastu",
    "shalom",
    "buddhaya",
]
"""A greeting, by how it is answered."""
HAILS: Sequence[Hail] = get_args(Hail)
Line: TypeAlias = Literal["complaints", "hours", "address", "requirements", "fees"]
"""On what an office has a line of its own."""
LINED: Sequence[Line] = get_args(Line)
Topic: TypeAlias = Literal[
    "complaints", "hours", "address", "requirements", "fees", "time", "procedure", "info"
]
"""What people ask an office about itself; `info`, the last, is all of it."""
TOPICS: Sequence[Topic] = get_args(Topic)
COMPLAINTS: Topic = "complaints"
_LOOSE = " \n,;:·–-(“"
"""Signs that stand before something: without it they are left out too."""


def folded(text: str) -> str:
    """Words as they compare; signs alone (an emoji) compare as they are."""
    return plain(text) or text.strip()


def plain(text: str) -> str:
    """Words as they compare: letters and digits only, case folded, single spaces."""
    kept = (c if c.isalnum() else " " for c in text.casefold())
    return " ".join("".join(kept).split())


def begins(label: str, words: str) -> bool:
    """Whether the label begins with these words, whole ones."""
    wanted = plain(words)
    return bool(wanted) and f"{plain(label)} ".startswith(f"{wanted} ")


def squeezed(text: str) -> str:
    """Words as they compare however long they are drawn and wherever they are parted: "haloo" is
    "halo", "assalamu'alaikum" is "asalamualaikum"; signs alone as they are."""
    letters = plain(text).replace(" ", "")
    once = (c for c, before in zip(letters, f" {letters}", strict=False) if c != before)
    return "".join(once) or text.strip()


def within(text: str, longest: int) -> str:
    """The text within so many characters: whole words, and an ellipsis where it is longer. Only a
    first word that is too long by itself is cut."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    if not text[longest - 1].isspace():
        kept = " ".join(kept.split(" ")[:-1])
    return f"{kept.rstrip(_LOOSE) or text[: longest - 1].rstrip()}…"


def ends_within(text: str, longest: int) -> str:
    """The text within so many characters: its first and last words, where those fit."""
    if len(text) <= longest:
        return text
    head = within(text, max(longest // 2, len(text.partition(" ")[0])) + 1)
    if len(head) >= longest:
        return within(text, longest)
    tail = text[len(head) - longest :]
    if not text[len(head) - longest - 1].isspace() and " " in text:
        tail = tail.partition(" ")[2]
    return f"{head}{tail.strip()}"
