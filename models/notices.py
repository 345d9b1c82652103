"""What people are told of their data and asked for, in versions. Pure.

The words are in the catalogue (`notice-*`). A version stands for just those words: its digest is
kept with every consent, and a test recomputes it. Whoever changes the words gives them a new
version, and everybody is shown them once more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Purpose: TypeAlias = Literal["notice", "speak-first"]


@dataclass(frozen=True)
class NoticeWording:
    """The words of a purpose: their version, the digest (SHA-256, hex) over all languages, and the
    text ids they are made of."""

    version: str
    digest: str
    texts: Sequence[str]


NOTICE = NoticeWording(
    "2026-12-2",
    "7709f3b8b8ef3d066d2d9bd05a50efd8c23d242b1c7c8f69f93e8658d7dbd5f6",
    ("notice-staff", "notice-dpo", "notice-dpo-none"),
)
"""Legality, purpose, kinds, retention, what is collected, period and rights (UU 27/2022, art. 21).
"""
SPEAK_FIRST = NoticeWording(
    "2026-11",
    "677c5abe961d1e102dbff4020527221764d3274bce451f97de733b5bf7dbbe5f",
    ("notice-speaks",),
)
"""That Tilik may speak first in this chat: what Meta asks for as an opt-in."""
WORDINGS: Mapping[Purpose, NoticeWording] = {"notice": NOTICE, "speak-first": SPEAK_FIRST}
