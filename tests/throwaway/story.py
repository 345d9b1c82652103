"""The story of the throw-away conversation: nothing was told of it, and everything has found it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from bot.attachments.dossier import DossierWords
from bot.cli.bubbles import played
from bot.cli.plan import plan
from bot.cli.trail.incident.papers import Incident, papers
from bot.config import Settings
from bot.texts import catalogue
from bot.turn.menu import menu_of
from handlers import CONVERSATIONS
from handlers.listed import PROMPTS
from models.calendar import moment
from models.incidents import Scope
from models.letters import Text
from models.people import Person
from models.store import Store, inserted, schema
from models.store.chat import addresses
from models.store.engine.sqlite import sqlite_engine
from models.store.oversight import dossier, incidents, retention
from models.store.prompts.kinds import Prompts
from tests.actors import Actor, World
from tests.keyed import keys
from tests.office import Staff
from tests.planned import WIB, prompted
from tests.postgresql import apart
from tests.test_rights_walk import Stage, _peopled, _walked, _watched

FRIDAY = date(2026, 11, 27)
IDEA = "Nomor antrean dapat dilihat dari rumah"


def person_here(store: Store, person_id: int) -> Person:
    (address, *_) = addresses.of_person(store, person_id)
    return addresses.person_at(store, address, datetime(2026, 11, 23, 3, tzinfo=UTC))


async def until(world: World, day: date, hour: time) -> None:
    await world.waits(seconds=(moment(day, hour, WIB) - world.clock()).total_seconds())


def kept(store: Store) -> list[tuple[int, date, str]]:
    table = schema.suggestions.c
    return [tuple(row) for row in store.execute(select(table.person_id, table.day, table.words))]


async def test_whoever_works_here_finds_it_and_a_citizen_does_not(
    world: World, staff: Staff, employee: Actor, citizen: Actor
) -> None:
    for who, is_there in ((employee, True), (citizen, False)):
        await who.says("halo")
        assert ("Tulis usul" in who.buttons) is is_there, "the greeting"
        await who.says("bantuan")
        assert who.reads("mengusulkan perbaikan untuk kantor") is is_there, "the help"
    dewi = await world.run(lambda store: person_here(store, staff.employee_id))
    menu = dict(menu_of(dewi, catalogue()))
    assert menu["usul"] == "Mengusulkan perbaikan"
    assert "usul" not in dict(menu_of(Person(dewi.address), catalogue()))
    await citizen.says("usul")
    assert citizen.reads("Usul hanya dari pegawai")


@pytest.mark.telegram("a link of WhatsApp only fills in words, which are typed then")
async def test_a_link_opens_it_at_its_beginning(employee: Actor) -> None:
    await employee.starts("usul-ya")
    assert employee.reads("Apa yang sebaiknya kita perbaiki")


async def test_it_is_asked_for_on_friday_answered_and_not_asked_for_again(
    world: World, staff: Staff, employee: Actor, colleague: Actor
) -> None:
    await until(world, FRIDAY, time(13, 59))
    await colleague.says("usul")
    await colleague.says(IDEA)
    assert colleague.reads(IDEA)
    await until(world, FRIDAY, time(14))
    assert employee.has_read("adakah usul untuk kantor kita?")
    assert not colleague.has_read("adakah usul untuk kantor kita?"), "it is written"
    await employee.taps("Tulis usul")
    await employee.says(IDEA)
    rows = await world.run(kept)
    assert rows == [(one, FRIDAY, IDEA) for one in (staff.colleague_id, staff.employee_id)]
    asked = [one for one in await world.run(prompted) if one.kind == "idea"]
    assert [(one.person_id, one.lane) for one in asked] == [(staff.employee_id, "own")]
    await until(world, FRIDAY, time(14, 30))
    assert len([one for one in await world.run(prompted) if one.kind == "idea"]) == 1


async def test_the_copy_retention_erasure_and_the_breach_report_know_the_row(
    world: World, staff: Staff, employee: Actor
) -> None:
    dewi, joko = staff.employee_id, staff.colleague_id
    now = world.clock()

    def story(store: Store) -> None:
        for person in (dewi, joko):
            row = {"person_id": person, "day": now.date(), "words": IDEA}
            inserted(store, schema.suggestions, **row)
        rows = dict(dossier.read(store, dewi))["suggestions"]
        assert [row["words"] for row in rows] == [IDEA]
        told = DossierWords(catalogue(), "id", WIB).section("suggestions", rows)
        assert told == ("Usul Anda", [[("Hari", "23 November 2026"), ("Usul", IDEA)]])
        scope = Scope(now - timedelta(days=1), now + timedelta(days=1), WIB, "person", dewi)
        found = incidents.affected(store, scope)
        assert {one.kind: one.count for one in found.held}["suggestions"] == 1
        made = papers(Incident(scope, "Dewi", found, now, now, None, None))
        assert "Usul: 1" in made["laporan.md"].decode()
        assert "Usul" in made["draf-untuk-yang-terdampak.md"].decode()
        retention.leave_everywhere(store, dewi, now)
        assert [person for person, _, _ in kept(store)] == [joko]
        retention.forget(store, now + timedelta(days=4000))
        assert kept(store) == []

    await world.run(story)


async def test_the_plan_foretells_it_in_words(
    world: World, employee: Actor, tmp_path: Path
) -> None:
    printed: list[str] = []

    def say(text: str, /, **facts: Any) -> str:
        return catalogue().plain("id", Text(text, facts))

    def foretold(**how: Any) -> str:
        printed.clear()
        chosen = Settings(database_url=world.url, home=tmp_path)
        first, last = FRIDAY.isoformat(), (FRIDAY + timedelta(days=7)).isoformat()
        span = {"first": first, "last": last, "now": world.clock()}
        echo = lambda line, **_: printed.append(line)  # noqa: E731
        assert apart(lambda: plan(chosen, **span, say=say, echo=echo, **how)) == 0
        return "\n".join(printed)

    prompts = json.loads(foretold(as_json=True))["prompts"]
    ideas = [one for one in prompts if one["kind"] == "idea"]
    assert [one["at"][:16] for one in ideas] == ["2026-11-27T14:00", "2026-12-04T14:00"]
    assert "ajakan mengusulkan perbaikan" in foretold()


def test_its_bubbles_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(played, "CONVERSATIONS", {"usul": CONVERSATIONS["usul"]})
    monkeypatch.setattr(played, "PROMPTS", Prompts((PROMPTS["idea"],)))
    ways, prompts = apart(lambda: played.played("id"))
    (shortest,) = [one for one in ways if one.way == "shortest"]
    assert (shortest.who, shortest.count.bubbles) == ("employee", 2)
    assert [(one.conversation, one.count.bubbles) for one in prompts] == [("idea", 1)]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Stage]:
    """The town of the walk of rights, where nobody has walked yet."""
    engine = sqlite_engine(make_url(f"sqlite:///{tmp_path}/walk.db"), keys=keys)
    with engine.connect() as store:
        schema.metadata.create_all(store)
        ids = _peopled(store)
        _watched(store)
        yield Stage(store, ids)


def test_the_walk_of_rights_goes_through_it(town: Stage) -> None:
    assert town.presses("Eko", "o.usul.").refusal is None
    assert town.presses("Warga", "o.usul.").refusal == ("suggest-stranger", "{}")
    assert "o.usul." in _walked(town, "Tamu")
