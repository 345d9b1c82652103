"""Typed words as they compare, and the greetings that are known by how they are answered."""

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


def folded(text: str) -> str:
    """Words as they compare; signs alone (an emoji) compare as they are."""
    return plain(text) or text.strip()


def plain(text: str) -> str:
    """Words as they compare: letters and digits only, case folded, single spaces."""
    kept = (c if c.isalnum() else " " for c in text.casefold())
    return " ".join("".join(kept).split())


def squeezed(text: str) -> str:
    """Words as they compare however long they are drawn and wherever they are parted: "haloo" is
    "halo", "assalamu'alaikum" is "asalamualaikum"; signs alone as they are."""
    letters = plain(text).replace(" ", "")
    once = (c for c, before in zip(letters, f" {letters}", strict=False) if c != before)
    return "".join(once) or text.strip()
