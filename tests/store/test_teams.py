"""Working teams: drawn from several units, for a while, beside everybody's post and superior."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from models.store import Store
from models.store.engine.database import Database
from models.store.office import services
from models.store.oversight.stamps import Stamp
from models.store.people import people, teams
from models.store.schema import trail

JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


async def test_people_come_lead_and_go(database: Database) -> None:
    def story(store: Store) -> None:
        unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
        dewi, joko = people.add(store, "Dewi"), people.add(store, "Joko")
        team = teams.add(store, "Reformasi layanan", unit_id=unit, since=JUNE)
        other = teams.add(store, "Arsip", unit_id=unit, since=JUNE)
        assert teams.join(store, team, joko, since=JUNE, leads=True)
        assert teams.join(store, team, dewi, since=JUNE)
        assert not teams.join(store, team, dewi, since=JULY)
        assert teams.join(store, other, dewi, since=JULY, until=JULY)
        seen = teams.members(store, team, JUNE)
        assert [(one.name, one.leads) for one in seen] == [("Joko", True), ("Dewi", False)]
        assert [one.team.name for one in teams.of_person(store, dewi, JULY)] == [
            "Arsip",
            "Reformasi layanan",
        ]
        assert teams.join(store, team, dewi, since=AUGUST, leads=True)
        assert [one.leads for one in teams.of_person(store, dewi, AUGUST)] == [True]
        assert [one.leads for one in teams.of_person(store, dewi, JUNE)] == [False]
        assert teams.part(store, team, joko, since=AUGUST)
        assert not teams.part(store, team, joko, since=AUGUST)
        assert teams.of_person(store, joko, AUGUST) == ()
        assert [one.name for one in teams.of_units(store, [unit], JULY)] == [
            "Arsip",
            "Reformasi layanan",
        ]

    await database.run(story)


async def test_who_sets_up_a_team_is_in_the_trail(database: Database) -> None:
    stamp = Stamp(datetime(2026, 6, 1, 3, tzinfo=UTC), JUNE)

    def story(store: Store) -> tuple[int, int]:
        unit = services.add_unit(store, "Dinas", zone="Asia/Jakarta").id
        dewi = people.add(store, "Dewi")
        team = teams.add(store, "Arsip", unit_id=unit, since=JUNE, stamp=stamp)
        teams.join(store, team, dewi, since=JUNE, stamp=stamp)
        teams.part(store, team, dewi, since=JULY, stamp=stamp)
        return team, dewi

    team, dewi = await database.run(story)
    rows = await database.read(lambda s: s.execute(select(trail).order_by(trail.c.number)).all())
    assert [(row.deed, row.actor, row.about_id) for row in rows] == [
        ("team", "operator", about) for about in (None, dewi, dewi)
    ]
    assert all(f'"team":{team}' in row.what and "Arsip" not in row.what for row in rows)
