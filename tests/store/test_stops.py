"""How often each question was asked: counts that many turns write at once, on either engine."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from models.asks import Asks, QuestionCount
from models.store import Store
from models.store.engine.database import Database
from models.store.office import stops
from models.store.office.stops import EndedForm
from models.store.oversight import retention
from models.store.schema import questions_asked
from tests.actors import NINE_O_CLOCK

DAY = NINE_O_CLOCK.date()
FORM = Asks(7, {"rate-overall": True, "rate-reason": True, "rate-cause": False})


def ended(number: int) -> list[EndedForm]:
    return [EndedForm(number, "nilai", FORM), EndedForm(number + 1, "nilai", FORM)]


async def test_turns_that_end_at_once_are_all_counted_and_parted(database: Database) -> None:
    def count(number: int) -> object:
        return database.run(lambda store: stops.count(store, ended(number), day=DAY))

    await asyncio.gather(*(count(number) for number in range(20)))  # type: ignore[call-overload]
    await database.run(lambda store: stops.count(store, [], day=DAY))
    await database.run(
        lambda store: stops.count(store, ended(1), day=DAY - timedelta(days=1))
    )

    def read(store: Store) -> tuple[list[QuestionCount], list[QuestionCount], int]:
        rows = select(func.count()).select_from(questions_asked)
        today = list(stops.between(store, [7, 8], DAY, DAY))
        other = list(stops.between(store, [8], DAY - timedelta(days=9), DAY))
        return today, other, store.execute(rows).scalar_one()

    today, other, rows = await database.run(read)
    assert today == [
        QuestionCount("nilai", "rate-cause", 40, 0),
        QuestionCount("nilai", "rate-overall", 40, 40),
        QuestionCount("nilai", "rate-reason", 40, 40),
    ]
    assert other == []
    assert rows == 3 * (stops.PARTS + 2)


async def test_counts_are_kept_for_four_hundred_days(database: Database) -> None:
    at = datetime.combine(DAY, datetime.min.time(), UTC)

    def kept(store: Store, days: int) -> int:
        retention.forget(store, at + timedelta(days=days))
        return store.execute(select(func.count()).select_from(questions_asked)).scalar_one()

    await database.run(lambda store: stops.count(store, ended(0), day=DAY))
    assert await database.run(lambda store: kept(store, 400)) == 6
    assert await database.run(lambda store: kept(store, 401)) == 0
