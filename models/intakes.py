"""What a file of the office, or somebody in it, would change, as it is shown and kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast, get_args

from models.letters import Letter, Text, packed, unpacked

ChangeKind: TypeAlias = Literal["superior", "acting", "nip", "left", "setting"]
"""What is asked for without a file, in chat or by a command: under whom somebody works, who acts in
a superior's place, somebody's number, that they leave, a setting of the office."""
CHANGES = frozenset(get_args(ChangeKind))
SHOWN_LINES = 200
"""So many lines of a preview are kept: more nobody reads."""
SHOWN_NOTES = 20


@dataclass(frozen=True)
class Preview:
    """What a file would change: counts, its first lines, and all lines' digest.

    `units` are the ids of the units it names, `altered` those where something is otherwise; None
    among them stands for the whole office. `about`: whom alone it concerns, if it is one person;
    `people`: of a file those who do not agree to it, since it is about them. `asked`: who was asked
    to agree as the second. `notes` say how the file was read.
    """

    new: int
    changed: int
    ended: int
    same: int
    lines: tuple[Text, ...]
    digest: str
    units: frozenset[int | None]
    altered: frozenset[int | None] = frozenset()
    about: int | None = None
    asked: tuple[int, ...] = ()
    people: frozenset[int] = frozenset()
    notes: tuple[Text, ...] = ()

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
        "notes": packed(Letter(preview.notes[:SHOWN_NOTES]))["p"],
        "digest": preview.digest,
        "units": sorted(preview.units, key=lambda number: number or 0),
        "altered": sorted(preview.altered, key=lambda number: number or 0),
        "about": preview.about,
        "asked": list(preview.asked),
        "people": sorted(preview.people),
    }


def unpacked_preview(sheet: Mapping[str, Any]) -> Preview:
    """The preview that `packed_preview` wrote down."""
    lines, notes = (
        cast(
            tuple[Text, ...],
            unpacked({"p": sheet.get(name, [])}, about=None, kind="reply").paragraphs,
        )
        for name in ("lines", "notes")
    )
    counts = {name: sheet[name] for name in ("new", "changed", "ended", "same")}
    units, altered = (frozenset(sheet.get(name, sheet["units"])) for name in ("units", "altered"))
    return Preview(
        **counts,
        lines=lines,
        digest=sheet["digest"],
        units=units,
        altered=altered,
        about=sheet.get("about"),
        asked=tuple(sheet.get("asked", ())),
        people=frozenset(sheet.get("people", ())),
        notes=notes,
    )
