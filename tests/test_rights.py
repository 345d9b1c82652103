"""Who may do what: yes or no, from facts alone; every role, every right, every kind of matter."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

import pytest

from handlers import CONVERSATIONS
from models import rights
from models.people import Address, Colleague, Duty, HeldDuty, Person, Post, Trust
from models.rights import TABLE, Matter, Right, Role, may, may_read_held
from models.services import Unit
from tests.source import dotted, imports, modules, nodes

TOP = Unit(1, "Kabupaten", "Asia/Jakarta")
AGENCY = Unit(2, "Dinas", "Asia/Jakarta", 1)
SECTION = Unit(3, "Seksi", "Asia/Jakarta", 2)
OTHER = Unit(4, "Dinas lain", "Asia/Jakarta", 1)
ME, MINE, STRANGER, FAR, FURTHER = range(10, 15)
"""Who asks, one of their team, somebody else who works in the same section, one who has nobody
nearer, and one of whom something has waited too long."""
ADDRESS = Address(1, "telegram", "1001")
KNOWN = replace(ADDRESS, person_id=ME)
AT_WORK = Person(KNOWN, "Budi", post=Post(SECTION, "Staf"))
PEOPLE: Mapping[Role, Person] = {
    "citizen": Person(ADDRESS),
    "employee": AT_WORK,
    "superior": replace(
        AT_WORK,
        team=(Colleague(MINE, "Ani"), Colleague(ME, "Budi")),
        above=(Colleague(FAR, "Cici"),),
        raised=(Colleague(FURTHER, "Dodi"),),
    ),
    **{duty: replace(AT_WORK, duties=(HeldDuty(duty, 2),)) for duty in get_args(Duty)},
}
BELOW = (SECTION, AGENCY, TOP)
MATTERS: Mapping[str, Matter] = {
    "nothing": Matter(),
    "mine": Matter(ME, BELOW, {1}),
    "my team's": Matter(MINE, (OTHER, TOP), {1}),
    "whose superior is not here": Matter(FAR),
    "further down": Matter(FURTHER),
    "what waited too long": Matter(FURTHER, raised=True),
    "a colleague's": Matter(STRANGER, BELOW, {1}),
    "my unit's": Matter(None, (AGENCY, TOP), {1}),
    "my unit's on top": Matter(STRANGER, (SECTION, AGENCY), {2}),
    "beside": Matter(STRANGER, (OTHER, TOP), {1}),
    "above": Matter(None, (TOP,), {1}),
    "the whole office's": Matter(None, (), {2}),
    "of two offices": Matter(None, (), {2, 4}),
}
EVERY = frozenset(MATTERS)
IN_UNIT = frozenset({"mine", "a colleague's", "my unit's", "my unit's on top"})
ON_TOP = frozenset({"my unit's on top", "the whole office's"})
OTHERS_IN_UNIT = IN_UNIT - {"mine"}
OWN = frozenset({"mine"})
FOR_ALL: Mapping[Right, frozenset[str]] = {"rate": EVERY}
FOR_STAFF: Mapping[Right, frozenset[str]] = {
    **FOR_ALL,
    "log": OWN,
    "own": OWN,
    "work": OWN,
    "record": OWN,
    "trail": OWN,
    "rebut": OWN,
    "codes": OWN,
}
MAY: Mapping[Role, Mapping[Right, frozenset[str]]] = {
    "citizen": FOR_ALL,
    "employee": FOR_STAFF,
    "superior": {
        **FOR_STAFF,
        "record": frozenset({"mine", "my team's"}),
        "approve": frozenset(
            {"my team's", "whose superior is not here", "what waited too long"}
        ),
        "decide": frozenset({"my team's"}),
    },
    "head": {
        **FOR_STAFF,
        "figures": IN_UNIT,
        "complaints": IN_UNIT,
        "rebut": IN_UNIT,
        "second": ON_TOP,
        "owed": IN_UNIT,
        "stops": IN_UNIT,
    },
    "oversight": {
        **FOR_STAFF,
        "figures": IN_UNIT,
        **dict.fromkeys(("held", "weighty", "seal"), IN_UNIT),
    },
    "hr": {
        **FOR_STAFF,
        "people": OTHERS_IN_UNIT,
        "owed": IN_UNIT,
        "stops": IN_UNIT,
        "second": OTHERS_IN_UNIT,
        "decree": IN_UNIT,
        "settings": ON_TOP,
    },
    "auditor": {**FOR_STAFF, "trail": IN_UNIT},
    "operator": {**FOR_STAFF, "state": EVERY},
}
"""What each role reaches with each right, for somebody who works below the unit of their duty;
what is not here it does not have at all."""


@pytest.mark.parametrize("right", get_args(Right))
@pytest.mark.parametrize("role", get_args(Role))
def test_every_role_reaches_just_what_it_is_charged_with(role: Role, right: Right) -> None:
    reached = {name for name, it in MATTERS.items() if may(PEOPLE[role], right, matter=it)}
    assert reached == MAY[role].get(right, frozenset())


def test_who_heads_a_unit_reads_nothing_that_is_held_there() -> None:
    both = replace(AT_WORK, duties=(HeldDuty("oversight", 1), HeldDuty("head", 2)))
    assert may_read_held(both, (OTHER, TOP))
    assert not may_read_held(both, BELOW)
    assert not may_read_held(PEOPLE["head"], BELOW)


def test_no_role_and_no_right_is_left_out() -> None:
    assert set(TABLE) == set(get_args(Right))
    assert set(PEOPLE) == set(MAY) == set(get_args(Role)) >= set(get_args(Duty))
    assert set().union(*TABLE.values()) == set(get_args(Role))
    assert {right for row in MAY.values() for right in row} == set(get_args(Right))


def test_whoever_left_reads_their_own_and_works_no_more() -> None:
    former = Person(KNOWN, "Budi")
    matter = Matter(ME)
    assert all(may(former, right, matter=matter) for right in ("own", "record", "trail"))
    assert not may(former, "work", matter=matter)
    assert not may(former, "log", matter=matter)
    assert not rights.works(former)


def test_nothing_belongs_to_a_stranger() -> None:
    citizen = PEOPLE["citizen"]
    assert not any(may(citizen, right, matter=Matter(None)) for right in TABLE if right != "rate")
    assert not rights.may_read_own(citizen)
    assert not rights.may_read_trail(citizen, None)


def test_duties_add_up_and_each_reaches_its_own_unit() -> None:
    held = (HeldDuty("head", 2), HeldDuty("oversight", 4), HeldDuty("hr", 3), HeldDuty("head", 4))
    both = replace(AT_WORK, duties=held)
    assert rights.units_headed(both) == (2, 4)
    assert rights.units_read(both) == (2, 4)
    assert rights.units_kept(both) == (3,)
    assert rights.units_audited(both) == ()
    assert rights.may_read_figures(both, {3, 2, 1})
    assert not rights.may_read_figures(both, (TOP,))
    assert rights.may_keep(both, BELOW)
    assert not rights.may_keep(both, (AGENCY, TOP))


def test_a_duty_that_nobody_knows_gives_nothing() -> None:
    clerk = replace(AT_WORK, duties=(HeldDuty("clerk", 1),))
    for right in get_args(Right):
        for matter in MATTERS.values():
            assert may(clerk, right, matter=matter) is may(AT_WORK, right, matter=matter)


def test_who_keeps_people_decides_nothing_of_their_own() -> None:
    officer = PEOPLE["hr"]
    assert rights.may_keep(officer, BELOW, owner_id=STRANGER)
    assert not rights.may_keep(officer, BELOW, owner_id=ME)
    assert not rights.may_keep(officer, (), owner_id=STRANGER)


def test_the_second_person_is_another_one_of_the_same_office() -> None:
    for officer, below in ((PEOPLE["hr"], {1}), (PEOPLE["head"], {2})):
        assert rights.may_confirm(officer, BELOW, tops=below, others={STRANGER})
        assert rights.may_confirm(officer, BELOW, tops=below, others=())
        assert not rights.may_confirm(officer, BELOW, tops=below, others={ME})
        assert rights.may_confirm(officer, (), tops={2}, others={STRANGER})
        assert not rights.may_confirm(officer, (), tops={2}, others={ME})
        assert not rights.may_confirm(officer, (), tops={2, 4}, others={STRANGER})
    assert not rights.may_confirm(PEOPLE["head"], BELOW, tops={1}, others={STRANGER})
    assert not rights.may_confirm(PEOPLE["hr"], (OTHER, TOP), tops={1}, others={STRANGER})


def test_the_whole_office_is_set_only_by_who_keeps_all_of_it() -> None:
    officer = PEOPLE["hr"]
    assert not rights.may_set(officer, [1])
    assert rights.may_set(officer, [2])
    assert not rights.may_set(officer, [2, 4])
    assert not rights.may_set(officer, [])
    assert rights.may_decree(officer, BELOW)
    assert not rights.may_decree(officer, (OTHER, TOP))


def test_an_auditor_reads_the_trail_of_the_units_people_and_nothing_they_wrote() -> None:
    auditor = PEOPLE["auditor"]
    assert rights.may_read_trail(auditor, STRANGER, lineage=BELOW)
    assert not rights.may_read_trail(auditor, STRANGER, lineage=(OTHER, TOP))
    assert not rights.may_read_trail(auditor, STRANGER)
    assert not rights.may_read_record(auditor, STRANGER)


def test_only_the_operator_sees_how_tilik_is() -> None:
    assert [role for role, who in PEOPLE.items() if rights.may_see_state(who)] == ["operator"]


FOR_EVERYBODY = (
    "nilai",
    "survei",
    "sapa",
    "bantuan",
    "bahasa",
    "siapa",
    "daftar",
    "saluran",
    "berhenti",
    "lanjut",
)
"""What is nobody's in particular, or tells and changes nothing but the chat it is said in."""

ROOMS_OF_TALK = {dotted(path): path for path in modules() if path.parts[0] == "handlers"}


@pytest.mark.parametrize("name", [name for name in CONVERSATIONS if name not in FOR_EVERYBODY])
def test_every_look_asks_for_the_right(name: str) -> None:
    for part in CONVERSATIONS[name].parts:
        look: Any = part.look
        assert "models.rights" in set(_read_by(look.__module__, set()))


def _read_by(module: str, seen: set[str]) -> Iterator[str]:
    """What a module of the handlers imports, and what those import."""
    seen.add(module)
    for name in imports(ROOMS_OF_TALK[module]):
        there = name.rpartition(".")[0]
        yield there
        if there in ROOMS_OF_TALK and there not in seen:
            yield from _read_by(there, seen)


TELLS = {"handlers/anyone/whoami.py"}
"""Names the duties to who holds them."""


def test_nobody_but_the_rights_decides_by_duties() -> None:
    read = {
        path.as_posix()
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr == "duties"
        if isinstance(node.value, ast.Name) and node.value.id == "person"
    }
    assert read == TELLS | {"models/rights.py"}


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("trust", ["new", "frozen"])
def test_a_chat_that_is_not_known_to_be_theirs_has_no_right_but_to_log(
    role: Role, trust: Trust
) -> None:
    """Whatever role the person has: who is behind such a chat may be somebody else."""
    one = PEOPLE[role]
    if one.id is None:
        return
    there = replace(one, address=replace(one.address, trust=trust))
    reached = {
        right for right in TABLE for matter in MATTERS.values() if may(there, right, matter=matter)
    }
    assert reached <= {"log"}
    assert not rights.works(there)
    at = (AGENCY, TOP)
    assert not rights.may_confirm(there, at, tops={TOP.id}, others={STRANGER})


def test_nobody_vouches_for_themselves_or_for_who_used_their_own_code() -> None:
    hr, lineage = PEOPLE["hr"], (AGENCY, TOP)
    assert rights.may_confirm(hr, lineage, tops={TOP.id}, others={STRANGER})
    assert not rights.may_confirm(hr, lineage, tops={TOP.id}, others={STRANGER, ME})
    assert not rights.may_confirm(hr, (OTHER, TOP), tops={TOP.id}, others={STRANGER})
    made = replace(hr, behind=frozenset({ME, STRANGER}))
    assert not rights.may_confirm(made, lineage, tops={TOP.id}, others={STRANGER})
