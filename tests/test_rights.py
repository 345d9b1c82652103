"""Who may do what: yes or no, from facts alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import create_engine

from handlers import CONVERSATIONS
from models.people import Address, Held, Person
from models.refused import Refused
from models.rights import may_read_figures, units_headed
from models.services import Unit
from models.store.schema import metadata

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ADDRESS = Address(1, "telegram", "1001")
CITIZEN = Person(ADDRESS)
STAFF = Person(ADDRESS, "Budi")
HEAD = Person(ADDRESS, "Ratna", (Held("head", 2),))
CLERK = Person(ADDRESS, "Tono", (Held("clerk", 2),))

REGENCY = Unit(1, "Kabupaten", "Asia/Jakarta")
AGENCY = Unit(2, "Dinas", "Asia/Jakarta", 1)
SECTION = Unit(3, "Seksi", "Asia/Jakarta", 2)
OTHER = Unit(4, "Dinas lain", "Asia/Jakarta", 1)
LINEAGES: Mapping[str, tuple[Unit, ...]] = {
    "regency": (REGENCY,),
    "agency": (AGENCY, REGENCY),
    "section": (SECTION, AGENCY, REGENCY),
    "other": (OTHER, REGENCY),
}


@pytest.mark.parametrize(("scope", "may"), [("agency", True), ("section", True)])
def test_a_head_reads_the_figures_of_the_unit_and_of_those_below(scope: str, may: bool) -> None:
    assert may_read_figures(HEAD, LINEAGES[scope]) is may


@pytest.mark.parametrize("scope", ["regency", "other"])
def test_a_head_does_not_read_the_figures_above_or_beside(scope: str) -> None:
    assert not may_read_figures(HEAD, LINEAGES[scope])


@pytest.mark.parametrize("person", [CITIZEN, STAFF, CLERK], ids=["citizen", "staff", "clerk"])
@pytest.mark.parametrize("scope", LINEAGES)
def test_nobody_else_reads_any_figures(person: Person, scope: str) -> None:
    assert units_headed(person) == ()
    assert not may_read_figures(person, LINEAGES[scope])


def test_a_lineage_may_be_given_by_its_ids() -> None:
    assert may_read_figures(HEAD, {3, 2, 1})
    assert not may_read_figures(HEAD, {1, 4})
    assert not may_read_figures(HEAD, ())


def test_who_heads_two_units_reads_both() -> None:
    both = Person(ADDRESS, "Ratna", (Held("head", 2), Held("clerk", 1), Held("head", 4)))
    assert units_headed(both) == (2, 4)
    assert may_read_figures(both, LINEAGES["section"])
    assert may_read_figures(both, LINEAGES["other"])
    assert not may_read_figures(both, LINEAGES["regency"])


@pytest.mark.parametrize("person", [CITIZEN, STAFF, CLERK], ids=["citizen", "staff", "clerk"])
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_what_is_for_a_duty_is_refused_to_whoever_does_not_hold_it(
    name: str, person: Person
) -> None:
    """Every conversation with every role: for a duty means refused without it, in the menu too."""
    conversation: Any = CONVERSATIONS[name]
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as store:
        for opening in ("", "u1", "u2@2026-Q4/layanan", "s1", "c1", "x"):
            if conversation.for_duty is None:
                continue
            with pytest.raises(Refused):
                conversation.look(store, person, opening, NOW)
    engine.dispose()
    assert conversation.for_duty in (None, "head")
