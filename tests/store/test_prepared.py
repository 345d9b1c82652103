"""Statements that are compiled once, also over lists of any length."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, select

from models.store import Store
from models.store.engine import prepared
from models.store.engine.database import Database
from models.store.engine.prepared import Prepared
from models.store.office import services
from models.store.schema import units

NAMED = select(units.c.name).where(units.c.name.in_(bindparam("names", expanding=True)))


@pytest.mark.parametrize("long", [2, prepared.LONG])
async def test_a_list_may_have_any_length_and_stands_for_its_set(
    database: Database, monkeypatch: pytest.MonkeyPatch, long: int
) -> None:
    monkeypatch.setattr(prepared, "LONG", long)
    every = [f"Dinas {letter}" for letter in "ABCDE"]

    def story(store: Store) -> None:
        statement = Prepared(NAMED)
        for name in every:
            services.add_unit(store, name, zone="Asia/Jakarta")
        for count in range(len(every) + 1):
            found = {row.name for row in statement.all(store, {"names": every[:count]})}
            assert found == {*every[:count]}
        again = statement.all(store, {"names": {*every[:3]}})
        assert sorted(row.name for row in again) == every[:3], "each row once"

    await database.run(story)
