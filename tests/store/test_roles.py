"""Two roles of PostgreSQL: the one that runs Tilik cannot touch what the trail tells."""

from __future__ import annotations

import secrets  # noqa: TID251  (two runs share a server)
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.cli.run import migrated
from models.keys import Keys
from models.ratings import DAILY, Rating
from models.store import Store
from models.store.engine.roles import RoleUnfit, grant
from models.store.oversight.audit import audited
from models.store.oversight.day_seals import seal_ratings
from models.store.oversight.seals import seal
from models.store.oversight.trail import Note, note
from models.store.ratings import ratings
from models.store.ratings.recount import recounted
from models.store.schema import trail
from models.store.work import entries
from tests.actors import NINE_O_CLOCK as NOW
from tests.actors import Actor, World
from tests.keyed import opened
from tests.office import Staff
from tests.planned import logged
from tests.postgresql import Server, apart
from tests.stage import Stage, furnished

KEYS = Keys(b"k" * 32)
LATE = NOW + timedelta(hours=9)


@pytest.fixture
def role(postgresql_server: Server) -> Iterator[str]:
    """A role that owns nothing, with a name that must be quoted."""
    name = f"Tilik App {secrets.token_hex(4)}"
    postgresql_server.order(f"CREATE ROLE \"{name}\" LOGIN PASSWORD 'rahasia'")
    yield name
    postgresql_server.order(f'DROP ROLE "{name}"')


@pytest.fixture
def as_role(role: str, postgresql: str) -> str:
    """The database as that role reaches it."""
    apart(grant, postgresql, role)
    parts = urlsplit(postgresql)
    place = f"{role.replace(' ', '%20')}:rahasia@{parts.hostname}:{parts.port}"
    return parts._replace(netloc=place).geturl()


@pytest.fixture
async def stage(as_role: str, tmp_path: Path) -> Stage:
    """The stories' stage, on the database as the role reaches it."""
    office, staff = await furnished(as_role, tmp_path, staffed=True)
    return Stage("telegram", as_role, office, staff)


async def test_tilik_runs_as_a_role_that_owns_nothing(
    world: World, citizen: Actor, superior: Actor, staff: Staff
) -> None:
    """... and the trail tells of whom the superior's screen told."""
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙂 Baik")
    assert (await world.run(recounted)).ratings == 1
    await superior.says("tim")
    await world.tilik.tidy()
    await world.tilik.tick()
    looks = select(trail.c.about_id).where(trail.c.deed == "look.tim")
    seen = await world.run(lambda store: set(store.execute(looks).scalars()))
    assert seen == {staff.employee_id, staff.colleague_id}
    found = await world.run(lambda store: audited(store, world.tilik.keys))
    assert (found.count, found.seals) == (0, 1)


def _ordered(order: str, store: Store) -> None:
    store.execute(text(order))


FORBIDDEN = (
    "UPDATE trail SET by_id = 9",
    "DELETE FROM trail",
    "TRUNCATE trail",
    "UPDATE seals SET mac = ''",
    "DELETE FROM seals",
    "DELETE FROM trail_head",
    "DROP TABLE trail",
    "DROP TRIGGER trail_only_added ON trail",
    "ALTER TABLE trail DISABLE TRIGGER ALL",
    "CREATE TABLE mine (id int)",
    "UPDATE alembic_version SET version_num = '0001'",
    "SET session_replication_role = replica",
    "CREATE TEMPORARY TABLE trail (id int)",
    "UPDATE ratings SET instrument = 'daily'",
    "TRUNCATE ratings",
    "UPDATE entries SET person_id = 9",
    "UPDATE entries SET receipt = 'X'",
    "DELETE FROM entries",
    "UPDATE evaluations SET person_id = 9",
    "DELETE FROM evaluations",
    "UPDATE appraisals SET predikat = 'sangat-baik'",
    "UPDATE appraisals SET superior_id = 9",
    "DELETE FROM appraisals",
    "UPDATE epochs SET paused = false",
    "DELETE FROM epochs",
)


async def test_the_role_may_add_to_the_trail_and_nothing_else(as_role: str) -> None:
    database = opened(as_role)

    def adds(store: Store) -> None:
        note(store, Note("link", NOW, date(2026, 11, 23), by=1))
        seal_ratings(store, NOW)

    try:
        await database.run(adds)
        assert await database.run(lambda store: seal(store, KEYS, NOW))
        for order in FORBIDDEN:
            with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
                await database.run(partial(_ordered, order))
        assert not (await database.read(lambda store: audited(store, KEYS))).count
    finally:
        await database.close()


CLOSED = {
    "UPDATE trail_head SET number = 1, hash = (SELECT hash FROM trail WHERE number = 1)": "forward",
    "UPDATE trail_head SET number = 99": "forward",
    "INSERT INTO trail_head VALUES (2, 0, '')": "forward",
    "UPDATE ratings SET answers = '{}'": "closed",
    "UPDATE ratings SET day = '2026-11-30'": "the day of a rating stays",
    "UPDATE ratings SET day = '2026-11-30', came_on = day": "the day of a rating stays",
    "DELETE FROM ratings": "closed",
    "UPDATE entries SET activity = 'lain'": "only returned",
    "UPDATE entries SET state = 'sent'": "only returned",
    "UPDATE entries SET state = 'returned', quantity = '99'": "only returned",
}


async def test_what_is_closed_changes_only_as_tilik_changes_it(stage: Stage, staff: Staff) -> None:
    """Where a right is needed for what Tilik does, a guard stands before the rest."""
    database, person = opened(stage.url), staff.employee_id

    def works(store: Store) -> int:
        note(store, *(Note("link", NOW, date(2026, 11, 23), by=by) for by in (1, 2)))
        stand = stage.office.counters[0]
        rated = (stand.id, stand.services[0].id, date(2026, 11, 22), DAILY)
        ratings.add(store, Rating(*rated, {"overall": 3}))
        assert seal_ratings(store, NOW)
        entry = entries.add(store, logged(person, date(2026, 11, 23)))
        assert entries.approve(store, [entry.id], by=staff.superior_id, seen_at=LATE) == [entry.id]
        return entry.id

    try:
        number = await database.run(works)
        for order, why in CLOSED.items():
            with pytest.raises(DBAPIError, match=why):
                await database.run(partial(_ordered, order))
        give_back = {"by": staff.superior_id, "seen_at": LATE, "reason": "bukti belum ada"}
        assert await database.run(lambda store: entries.decide(store, number, **give_back))
        amends = "UPDATE entries SET activity = 'lain', state = 'sent'"
        await database.run(partial(_ordered, amends))
        order = partial(_ordered, "UPDATE entries SET state = 'approved', decided_by = NULL")
        with pytest.raises(DBAPIError, match="only returned"):
            await database.run(order)
    finally:
        await database.close()


def test_who_owns_the_tables_is_no_such_role(postgresql: str, role: str, sqlite: str) -> None:
    owner = urlsplit(postgresql).username or ""
    for url, name, why in (
        (postgresql, owner, "owner"),
        (postgresql, "nobody at all", "nobody"),
        (sqlite, role, "sqlite"),
    ):
        with pytest.raises(RoleUnfit, match=f"migrate-role-{why}"):
            apart(grant, url, name)


def test_only_the_owner_can_grant(as_role: str, role: str) -> None:
    with pytest.raises(RoleUnfit, match="not-yours"):
        apart(grant, as_role, role)


def test_the_command_says_what_it_has_granted(
    role: str, postgresql: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TILIK_DATABASE_URL", postgresql)
    assert migrated(role=role) == 0
    assert f"Peran {role}" in capsys.readouterr().out
    assert migrated(role="nobody at all") == 1
    assert "CREATE ROLE" in capsys.readouterr().err
