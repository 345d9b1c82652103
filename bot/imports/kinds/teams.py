"""`tilik import teams`: working teams (tim kerja), who is in them and who leads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bot.imports.kind import Kind
from bot.imports.kinds.dated import (
    KnownPeople,
    ends_early,
    overlaps,
    period,
    since,
    units_by_name,
    unknown_units,
)
from bot.imports.outcome import Outcome, Tally, Terms, whose
from bot.imports.reading.cells import chosen, days, days_until, name_beside, of_person
from bot.imports.reading.headers import FROM, TEAM, TEAM_ROLE, UNIT
from bot.imports.reading.sheets import (
    Mistake,
    ReadSheet,
    SheetRow,
    column,
    columns_of,
    refuse,
    same,
)
from models.letters import Fact, Text
from models.services import Unit
from models.store import Store
from models.store.people import teams

ROLES: Mapping[str, str] = {
    **dict.fromkeys(("", "anggota", "member"), "member"),
    **dict.fromkeys(("ketua", "ketua tim", "koordinator", "leader"), "leader"),
    **dict.fromkeys(("keluar", "left"), "left"),
}


_role = chosen(ROLES, "teams-role-wrong")


@dataclass(frozen=True, slots=True)
class TeamRow(SheetRow):
    """One row: a person in a team of a unit, from the first day to the last."""

    team: Annotated[str, column(TEAM, filled=True)]
    unit: Annotated[str, column(UNIT, filled=True, above=True)]
    nip: Annotated[str, of_person(filled=True)]
    name: Annotated[str | None, name_beside()]
    role: Annotated[str, column(TEAM_ROLE, _role, needed=True, blank="member")]
    first: Annotated[date | None, days(FROM, "first")]
    last: Annotated[date | None, days_until()]

    def wrongs(self) -> Iterator[tuple[str, Text]]:
        """Whether it ends before it begins."""
        return ends_early(self)


COLUMNS = columns_of(TeamRow)


def agree(rows: Iterable[TeamRow]) -> Iterator[Mistake]:
    """One person is in a team once at a time."""
    seats = (((same(one.unit), same(one.team), one.nip), one) for one in rows)
    return overlaps(seats, COLUMNS.title("first"))


def apply(store: Store, sheet: ReadSheet[TeamRow], terms: Terms) -> Outcome:
    """Let the people sit in the teams as the file says; raises `SheetWrong`."""
    rows, known, units = sheet.rows, KnownPeople(store, terms), units_by_name(store)
    refuse([*sheet.wrongs, *known.strangers(sheet, COLUMNS), *unknown_units(sheet, units, COLUMNS)])
    people = {known.id_of(one.nip) for one in rows}
    tally = Tally(units=known.units_of(people) | {units[same(one.unit)].id for one in rows})
    numbers: dict[tuple[int, str], int] = {}
    for one in sorted(rows, key=lambda row: since(row, known)):
        unit = units[same(one.unit)]
        key = (unit.id, same(one.team))
        if key not in numbers:
            numbers[key] = _team(store, one, unit, known, terms)
        with tally.first_if(terms.is_own([known.id_of(one.nip)])):
            _seat(store, one, numbers[key], known, terms, tally)
    tally.sensitive = bool(tally.first)
    return tally.outcome()


def _team(store: Store, one: TeamRow, unit: Unit, known: KnownPeople, terms: Terms) -> int:
    """The team of that name that the unit has on the first day of the row, made if need be."""
    first = since(one, known)
    for team in teams.of_units(store, [unit.id], first):
        if same(team.name) == same(one.team):
            return team.id
    return teams.add(store, one.team, unit_id=unit.id, since=first, stamp=terms.stamp())


def _seat(
    store: Store, one: TeamRow, team: int, known: KnownPeople, terms: Terms, tally: Tally
) -> None:
    person, first = known.id_of(one.nip), since(one, known)
    was = next((m for m in teams.members(store, team, first) if m.person_id == person), None)
    what, when = whose(known.name_of(person), one.nip), period(first, one.last)
    facts: Mapping[str, Fact] = {"team": one.team, "when": when}
    if one.role == "left":
        if teams.part(store, team, person, since=first, stamp=terms.stamp()):
            tally.ends(what, Text("teams-left", facts))
        else:
            tally.same += 1
        return
    leads = one.role == "leader"
    line = Text("teams-leader", facts) if leads else Text("teams-member", facts)
    stamp = terms.stamp()
    if not teams.join(store, team, person, since=first, until=one.last, leads=leads, stamp=stamp):
        tally.same += 1
    elif was is None:
        tally.adds(what, line)
    else:
        tally.turns(what, line)


TEAMS = Kind("teams", TeamRow, apply, "teams-empty", "import-template-written", agree)
