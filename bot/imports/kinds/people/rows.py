"""A table of staff: each row one person, with their post, their superior and their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from bot.imports.kinds.named_people import Someone, someone_of
from bot.imports.kinds.named_units import circles, contradictions, parent_of, said_of_units
from bot.imports.kinds.posts import is_acting
from bot.imports.reading.cells import chosen, days, in_zone, of_person, several
from bot.imports.reading.headers import (
    COUNTER,
    DUTY_UNIT,
    LAST_DAY,
    NAME,
    OLD_NIP,
    PARENT,
    ROLE,
    SUPERIOR,
    SUPERIOR_NAME,
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
"""What may be written as a role -> the duty it brings, or that they work here no more. Who is a
superior, the links say."""
_one_role = chosen(ROLES, "people-role-wrong")

def _roles(cell: str) -> tuple[Role, ...]:
    """The roles of a cell, parted by signs or "dan"; without those that bring nothing."""
    words = re.split(r"[;,/&+]|\bdan\b|\band\b", cell)
    return tuple(role for word in words if word.strip() and (role := _one_role(word.strip())))


@dataclass(frozen=True, slots=True)
class StaffRow(SheetRow):
    """One row: a person. `duty_units` and `counters` are None where the file has no such column.

    `roles` hold at the units of `duty_units`: each at its own, all at the only one, or the only
    role at each of them; where none is named, at the unit of the row.

    After `last_day`, where there is one, they have no post, no duty and no team. `old_nip`: under
    which they are known so far.
    """

    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str, column(NAME, filled=True)]
    unit: Annotated[str, column(titled("unit", UNIT), filled=True, above=True)]
    title: Annotated[str, column(TITLE, filled=True)]
    superior: Annotated[
        Someone | None,
        column(SUPERIOR, someone_of, needed=True, instead="superior_name", as_text=True),
    ]
    superior_name: Annotated[str | None, column(SUPERIOR_NAME)]
    roles: Annotated[tuple[Role, ...], column(ROLE, _roles, needed=True, blank=())]
    duty_units: Annotated[
        tuple[str, ...] | None,
        column(DUTY_UNIT, several, blank=(), absent=None, longest=10 * LONGEST_CELL),
    ]
    counters: Annotated[
        tuple[str, ...] | None,
        column(COUNTER, several, blank=(), absent=None, longest=10 * LONGEST_CELL),
    ]
    zone: Annotated[str | None, in_zone(titled("zona", ZONE))]
    parent: Annotated[str | None, column(PARENT, parent_of, dash=True, above=True)]
    last_day: Annotated[date | None, days(LAST_DAY, "last")]
    old_nip: Annotated[str | None, of_person(OLD_NIP)]

    @property
    def over(self) -> str | None:
        """The number of the superior, where it is given."""
        return self.superior.nip if self.superior else None

    @property
    def duties(self) -> tuple[tuple[Duty, str], ...]:
        """The duties that the roles bring, each with the name of its unit."""
        held = [role for role in self.roles if role and role != "left"]
        at = self.duty_units or (self.unit,)
        if len(held) == len(at):
            return tuple(zip(held, at, strict=True))
        return tuple((duty, unit) for duty in held for unit in at)

    @property
    def left(self) -> bool:
        """Whether they leave: after their last day, or from today on."""
        return "left" in self.roles or self.last_day is not None

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it cannot be told which role holds at which unit."""
        count, at = len(self.roles), self.duty_units or ()
        elsewhere = any(same(name) != same(self.unit) for name in at)
        if "left" in self.roles and count > 1:
            yield "roles", Text("people-role-left")
        elif not count and elsewhere:
            yield "duty_units", Text("people-duty-unit-idle")
        elif count > 1 and len(at) > 1 and len(at) != count:
            yield "duty_units", Text("people-duty-unit-count", {"roles": count, "units": len(at)})
        elif count > 1 and len(at) == 1 and elsewhere and "head" in self.roles:
            yield "duty_units", Text("people-duty-unit-head")


COLUMNS = columns_of(StaffRow)


def agree(rows: Sequence[StaffRow]) -> Iterator[Mistake]:
    """Nobody is there twice or above themselves, a unit has one head, and units agree."""
    said = ((one.row, what) for one in rows for what in said_of_units(one))
    yield from contradictions(said, COLUMNS)
    yield from circles(rows, COLUMNS)
    own = [one for one in rows if not is_acting(one.title)]
    yield from _acting_beside(rows, {one.nip: one.row for one in reversed(own)})
    nips = ((one.row, one.nip) for one in own)
    yield from twice(nips, "people-nip-twice", COLUMNS.title("nip"))
    held = ((one, duty, unit) for one in rows if not one.left for duty, unit in one.duties)
    heads = ((one.row, same(unit)) for one, duty, unit in held if duty == "head")
    yield from twice(heads, "people-head-twice", COLUMNS.title("roles"))
    for one in rows:
        if one.over == one.nip:
            yield Mistake(Text("people-own-superior"), one.row, COLUMNS.title("superior"))


def _acting_beside(rows: Sequence[StaffRow], own: Mapping[str, int]) -> Iterator[Mistake]:
    """Acting posts of people who have their own in another row; `own` are those rows by nip."""
    acting = dict[str, int]()
    for one in rows:
        if not is_acting(one.title):
            continue
        first = own.get(one.nip) or acting.setdefault(one.nip, one.row)
        if first != one.row:
            why = Text("people-acting-row", {"first": first})
            yield Mistake(why, one.row, COLUMNS.title("title"))
