"""A table of staff: each row one person, with their post, their superior and their role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from bot.imports.kinds.named_units import circles, contradictions, said_of_units
from bot.imports.reading.cells import chosen, day, in_zone, of_person, several
from bot.imports.reading.headers import (
    COUNTER,
    LAST_DAY,
    NAME,
    OLD_NIP,
    PARENT,
    ROLE,
    SUPERIOR,
    TITLE,
    UNIT,
    ZONE,
    titled,
)
from bot.imports.reading.sheets import (
    LONGEST_CELL,
    Mistake,
    SheetRow,
    column,
    columns_of,
    same,
    twice,
)
from models.letters import Text
from models.people import Duty

Role: TypeAlias = Duty | Literal["", "left"]
ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("pegawai", "staf", "staff", "employee", "atasan", "superior"), ""),
    **dict.fromkeys(("kepala unit", "kepala", "head"), "head"),
    **dict.fromkeys(("admin kepegawaian", "kepegawaian", "hr"), "hr"),
    **dict.fromkeys(("pengawas", "inspektorat", "oversight"), "oversight"),
    **dict.fromkeys(("auditor",), "auditor"),
    **dict.fromkeys(("operator",), "operator"),
    **dict.fromkeys(("keluar", "berhenti", "pensiun", "left"), "left"),
}
"""What may be written as the role -> the duty it brings, or that they work here no more. Who is a
superior, the links say."""


@dataclass(frozen=True, slots=True)
class StaffRow(SheetRow):
    """One row: a person. `counters` is None where the file has no such column.

    After `last_day`, where there is one, they have no post, no duty and no team. `old_nip`: under
    which they are known so far.
    """

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str, column(NAME, filled=True)]
    unit: Annotated[str, column(titled("unit", UNIT), filled=True)]
    title: Annotated[str, column(TITLE, filled=True)]
    superior: Annotated[str | None, of_person(SUPERIOR, needed=True)]
    role: Annotated[Role, column(ROLE, chosen(ROLES, "people-role-wrong"), needed=True, blank="")]
    counters: Annotated[
        tuple[str, ...] | None,
        column(COUNTER, several, blank=(), absent=None, longest=10 * LONGEST_CELL),
    ]
    zone: Annotated[str | None, in_zone(titled("zona", ZONE))]
    parent: Annotated[str | None, column(PARENT)]
    last_day: Annotated[date | None, column(LAST_DAY, day)]
    old_nip: Annotated[str | None, of_person(OLD_NIP)]

    @property
    def duty(self) -> Duty | None:
        """The duty that the role brings."""
        return self.role if self.role and self.role != "left" else None

    @property
    def left(self) -> bool:
        """Whether they leave: after their last day, or from today on."""
        return self.role == "left" or self.last_day is not None


COLUMNS = columns_of(StaffRow)


def agree(rows: Sequence[StaffRow]) -> Iterator[Mistake]:
    """Nobody is there twice or above themselves, a unit has one head, and units agree."""
    said = ((one.row, what) for one in rows for what in said_of_units(one))
    yield from contradictions(said, COLUMNS)
    yield from circles(rows, COLUMNS)
    nips = ((one.row, one.nip) for one in rows)
    yield from twice(nips, "people-nip-twice", COLUMNS.title("nip"))
    heads = ((one.row, same(one.unit)) for one in rows if one.duty == "head")
    yield from twice(heads, "people-head-twice", COLUMNS.title("role"))
    for one in rows:
        if one.superior == one.nip:
            yield Mistake(Text("people-own-superior"), one.row, COLUMNS.title("superior"))
