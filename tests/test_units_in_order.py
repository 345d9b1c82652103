"""Units in the office's own order, nested as they stand, and counters of one name told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from bot.imports.all_kinds import applied, parsed
from bot.imports.outcome import Terms
from bot.imports.reading.sheets import SheetWrong
from handlers.engine.conversation import Asking
from models.instruments import instrument
from models.people import Person
from models.quarter import Quarter
from models.ratings import Rating
from models.services import Counter
from models.store.chat import addresses
from models.store.office import services, unit_tree
from models.store.people import people, posts, roll
from models.store.ratings import ratings
from models.store.ratings.closes import close
from tests.actors import NINE_O_CLOCK as NOW
from tests.played import empty_store, labels, letter, person_of, played, words

DAY, SINCE = date(2026, 11, 20), date(2026, 1, 1)
UNITS = """unit kerja;unit induk;urutan
Dinas Kesehatan;-;
Sekretariat;Dinas Kesehatan;
Puskesmas Wonosari;Dinas Kesehatan;
Puskesmas Andong;Dinas Kesehatan;
Pustu Mojo;Puskesmas Andong;
Labkesda;Dinas Kesehatan;
"""
SERVICES = """unit;layanan;loket
Puskesmas Wonosari;Rawat Jalan;Loket 1
Puskesmas Andong;Rawat Jalan;Loket 1
Pustu Mojo;Rawat Jalan;Loket 1
Labkesda;Uji Air;Loket 1
"""


@dataclass
class Town:
    """A service with technical units, and who heads all of it."""

    store: Connection
    head: Person = field(init=False)
    clerk: int = field(init=False)

    def brings(self, kind: str, table: str) -> list[str]:
        file = parsed(kind, table.encode(), f"{kind}.csv")
        made = applied(self.store, file, Terms(NOW, "Asia/Jakarta"))
        return [str(line.facts) for line in made.lines]

    def counter(self, unit: str) -> Counter:
        return next(one for one in services.all_counters(self.store) if one.unit.name == unit)

    def rates(self, values: Mapping[str, int]) -> None:
        """In each of these units forty whole sheets of one value, released by the night."""
        for unit, value in values.items():
            where = self.counter(unit)
            answers = dict.fromkeys(instrument().elements, value)
            one = Rating(where.id, where.services[0].id, DAY, instrument().key, answers)
            for _ in range(40):
                ratings.add(self.store, one)
        close(self.store, NOW)

    def sees(self, tap: str) -> list[str]:
        """The lines of a list, without the title and what stands below it."""
        shown = letter(self.store, self.head, tap, now=NOW)
        return words(shown).split("\n")[2:]

    def number(self, unit: str) -> int:
        return next(one.id for one in services.every_unit(self.store) if one.name == unit)


@pytest.fixture
def town() -> Iterator[Town]:
    with empty_store() as store:
        town = Town(store)
        town.brings("units", UNITS)
        town.brings("services", SERVICES)
        top, andong = town.number("Dinas Kesehatan"), town.number("Puskesmas Andong")
        ratna, town.clerk = people.add(store, "Ratna"), people.add(store, "Dewi")
        people.give_duty(store, ratna, unit_id=top, duty="head", valid_from=SINCE)
        posts.place(store, town.clerk, andong, "Perawat", since=SINCE)
        here = town.counter("Puskesmas Andong").id
        posts.assign_counter(store, town.clerk, [here], since=SINCE)
        town.head = person_of(store, ratna, NOW)
        yield town


def test_units_stand_as_the_file_has_them_each_before_those_below_it(town: Town) -> None:
    names = [unit.name for unit in services.every_unit(town.store)]
    assert names == [
        *("Dinas Kesehatan", "Sekretariat", "Puskesmas Wonosari"),
        *("Puskesmas Andong", "Pustu Mojo", "Labkesda"),
    ]
    assert [one.unit.name for one in services.all_counters(town.store)] == names[2:]


def test_who_has_not_joined_is_listed_and_printed_in_that_order(town: Town) -> None:
    budi = people.add(town.store, "Budi")
    posts.place(town.store, budi, town.number("Puskesmas Wonosari"), "Perawat", since=SINCE)
    found = roll.unjoined_among(town.store, [budi, town.clerk], DAY, now=NOW)
    assert [one.name for one in found] == ["Budi", "Dewi"], "Andong comes first by its letters"


def test_an_office_moves_a_unit_by_its_place(town: Town) -> None:
    told = town.brings("units", "unit kerja;urutan\nLabkesda;1\nSekretariat;2\n")
    assert len(told) == 2
    tree = unit_tree.ordered(town.store, town.number("Dinas Kesehatan"), None)
    named = {unit.id: unit.name for unit in services.every_unit(town.store)}
    assert [(named[number], depth) for number, depth in tree] == [
        *(("Labkesda", 0), ("Sekretariat", 0), ("Puskesmas Wonosari", 0)),
        *(("Puskesmas Andong", 0), ("Pustu Mojo", 1)),
    ]
    assert town.brings("units", "unit kerja;urutan\nLabkesda;1\n") == []


def test_the_summary_is_taken_apart_by_unit_in_that_order_nested(town: Town) -> None:
    """A unit counts what is below it too; one where nobody is served is left out."""
    town.rates({"Puskesmas Wonosari": 4, "Puskesmas Andong": 3, "Pustu Mojo": 1})
    top = f"u{town.number('Dinas Kesehatan')}@{Quarter.of(DAY).key}"
    shown = letter(town.store, town.head, "o.ringkasan.", now=NOW)
    assert "Per unit" in labels(shown)
    there = letter(town.store, town.head, f"o.ringkasan.{top}/unit", now=NOW)
    names = ("Puskesmas Wonosari", "Puskesmas Andong", "Pustu Mojo", "Labkesda")
    assert tuple(labels(there)[:4]) == names
    lines = town.sees(f"o.ringkasan.{top}/unit")
    assert [line.partition(":")[0] for line in lines] == [
        *("Puskesmas Wonosari", "Puskesmas Andong", "– Pustu Mojo", "Labkesda")
    ]
    assert ["100,00" in lines[0], "50,00" in lines[1], "25,00" in lines[2]] == [True] * 3, lines
    below = letter(town.store, town.head, f"o.ringkasan.u{town.number('Labkesda')}", now=NOW)
    assert "Per unit" not in labels(below)


def test_counters_of_one_name_are_told_apart_wherever_they_stand(town: Town) -> None:
    top = f"u{town.number('Dinas Kesehatan')}@{Quarter.of(DAY).key}"
    for what, first in (("loket", "Loket 1"), ("layanan", "Rawat Jalan")):
        there = letter(town.store, town.head, f"o.ringkasan.{top}/{what}", now=NOW)
        assert labels(there)[:3] == [
            f"{first}, {unit}" for unit in ("Puskesmas Wonosari", "Puskesmas Andong", "Pustu Mojo")
        ]
    mojo = town.counter("Pustu Mojo")
    one = letter(town.store, town.head, f"o.ringkasan.c{mojo.id}", now=NOW)
    assert words(one).startswith("Loket 1, Pustu Mojo")
    alone = f"o.ringkasan.u{town.number('Labkesda')}@{Quarter.of(DAY).key}/loket"
    listed = labels(letter(town.store, town.head, alone, now=NOW))
    assert listed[0] == "Loket 1", "the title says which unit"


def test_a_citizen_reads_where_they_are(town: Town) -> None:
    met = addresses.meet(town.store, "telegram", "1001").address
    citizen = addresses.person_at(town.store, met, NOW)
    offered = played(town.store, citizen, "o.nilai.", now=NOW)
    assert labels(offered)[:2] == [
        "Rawat Jalan · Loket 1 · Puskesmas Wonosari",
        "Rawat Jalan · Loket 1 · Puskesmas Andong",
    ]
    asked = played(town.store, citizen, f"o.nilai.{town.counter('Pustu Mojo').code}", now=NOW)
    assert isinstance(asked, Asking)
    assert "Rawat Jalan di Loket 1, Pustu Mojo?" in words(asked)


def test_who_serves_reads_at_which_counter_they_are_counted(town: Town) -> None:
    town.rates({"Puskesmas Andong": 3})
    dewi = person_of(town.store, town.clerk, NOW)
    later = NOW + timedelta(days=1)
    shown = letter(town.store, dewi, f"o.saya.{Quarter.of(DAY).key}/citizens", now=later)
    assert "Loket: Loket 1, Puskesmas Andong" in words(shown)


def test_a_place_is_a_number_from_one(town: Town) -> None:
    with pytest.raises(SheetWrong) as wrong:
        town.brings("units", "unit kerja;urutan\nLabkesda;pertama\nSekretariat;0\n")
    assert [one.why.id for one in wrong.value.wrongs] == ["units-position-wrong"] * 2
