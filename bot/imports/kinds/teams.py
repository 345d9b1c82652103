"""`tilik import teams`: working teams (tim kerja), who is in them and who leads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.imports.outcome import Kind, Outcome, Tally, Terms, whose
from bot.imports.reading.cells import (
    FROM,
    NIP,
    TO,
    UNIT,
    chosen,
    day_in,
    read_lines,
    wrong_day,
    wrong_nip,
)
from bot.imports.reading.dated import Known, overlaps, period, since, unknown_units
from bot.imports.reading.sheets import Columns, SheetWrong, Wrong, same
from bot.imports.reading.tables import Row
from models.letters import Fact, Text
from models.nip import normalised
from models.services import Unit
from models.store import Store
from models.store.office import services
from models.store.people import teams

COLUMNS = Columns(
    names={
        "team": ("tim kerja", "tim", "nama tim", "team"),
        "unit": UNIT,
        "nip": NIP,
        "role": ("peran", "peran dalam tim", "kedudukan", "role"),
        "first": FROM,
        "last": TO,
    },
    needed=("team", "unit", "nip", "role"),
    filled=("team", "unit", "nip"),
)
ROLES: Mapping[str, str] = {
    **dict.fromkeys(("", "anggota", "member"), "member"),
    **dict.fromkeys(("ketua", "ketua tim", "koordinator", "leader"), "leader"),
    **dict.fromkeys(("keluar", "left"), "left"),
}
CHECKS = {
    "nip": wrong_nip,
    "role": chosen(ROLES, "teams-role-wrong"),
    "first": wrong_day,
    "last": wrong_day,
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One row: a person in a team of a unit, from the first day to the last."""

    row: int
    team: str
    unit: str
    nip: str
    role: str
    first: date | None
    last: date | None


def read(table: Sequence[Row]) -> list[Seat]:
    """What a file says; raises `SheetWrong`."""
    wrongs: list[Wrong] = []
    rows = [
        Seat(
            row=line.row,
            team=line.cells["team"],
            unit=line.cells["unit"],
            nip=normalised(line.cells["nip"]),
            role=ROLES[same(line.cells["role"])],
            first=day_in(line, "first"),
            last=day_in(line, "last"),
        )
        for line in read_lines(table, COLUMNS, CHECKS, wrongs)
    ]
    seats = [((same(one.unit), same(one.team), one.nip), one) for one in rows]
    wrongs += overlaps(seats, COLUMNS.title("first"))
    if not rows and not wrongs:
        wrongs.append(Wrong(Text("teams-empty")))
    if wrongs:
        raise SheetWrong(wrongs)
    return rows


def apply(store: Store, rows: Sequence[Seat], terms: Terms) -> Outcome:
    """Let the people sit in the teams as the file says; raises `SheetWrong`."""
    known = Known(store, terms)
    units = {same(unit.name): unit for unit in services.every_unit(store)}
    wrongs = [*known.strangers(rows, COLUMNS), *unknown_units(rows, units, COLUMNS)]
    if wrongs:
        raise SheetWrong(wrongs)
    people = {known.id_of(one.nip) for one in rows}
    tally = Tally(units=known.units_of(people) | {units[same(one.unit)].id for one in rows})
    numbers: dict[tuple[int, str], int] = {}
    for one in sorted(rows, key=lambda row: since(row, known)):
        unit = units[same(one.unit)]
        key = (unit.id, same(one.team))
        if key not in numbers:
            numbers[key] = _team(store, one, unit, known, terms)
        _seat(store, one, numbers[key], known, terms, tally)
    return tally.outcome()


def _team(store: Store, one: Seat, unit: Unit, known: Known, terms: Terms) -> int:
    """The team of that name that the unit has on the first day of the row, made if need be."""
    first = since(one, known)
    for team in teams.of_units(store, [unit.id], first):
        if same(team.name) == same(one.team):
            return team.id
    return teams.add(store, one.team, unit_id=unit.id, since=first, stamp=terms.stamp())


def _seat(store: Store, one: Seat, team: int, known: Known, terms: Terms, tally: Tally) -> None:
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


TEAMS = Kind("teams", COLUMNS, read, apply, "teams-empty", "import-template-written")
