"""What a file of the office would change, as it is shown and kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from models.letters import Letter, Text, packed, unpacked

SHOWN_LINES = 200
"""So many lines of a preview are kept: more nobody reads."""


@dataclass(frozen=True)
class Preview:
    """What a file would change: counts, its first lines, and all lines' digest.

    `units` are the ids of the units it touches; None among them stands for the whole office.
    """

    new: int
    changed: int
    ended: int
    same: int
    lines: tuple[Text, ...]
    digest: str
    units: frozenset[int | None]

    def is_like(self, other: Preview) -> bool:
        """Whether both would change the same: how much stays as it is does not matter."""
        mine = (self.new, self.changed, self.ended, self.digest)
        return mine == (other.new, other.changed, other.ended, other.digest)


def packed_preview(preview: Preview) -> dict[str, Any]:
    """The preview as JSON, with its first lines."""
    return {
        "new": preview.new,
        "changed": preview.changed,
        "ended": preview.ended,
        "same": preview.same,
        "lines": packed(Letter(preview.lines[:SHOWN_LINES]))["p"],
        "digest": preview.digest,
        "units": sorted(preview.units, key=lambda number: number or 0),
    }


def unpacked_preview(sheet: Mapping[str, Any]) -> Preview:
    """The preview that `packed_preview` wrote down."""
    lines = unpacked({"p": sheet["lines"]}, about=None, kind="reply").paragraphs
    counts = {name: sheet[name] for name in ("new", "changed", "ended", "same")}
    lines = cast(tuple[Text, ...], lines)
    return Preview(**counts, lines=lines, digest=sheet["digest"], units=frozenset(sheet["units"]))
