"""A store with any number of ratings in it, and the tallies that counting them gives."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Column, Integer, MetaData, Table, cast, delete, func, insert, select, text
from sqlalchemy.types import String

from models.instruments import instrument
from models.quarter import Quarter
from models.ratings import DAILY, OPEN, Rating
from models.scores import OVERALL
from models.services import Counter as Desk
from models.store import Store
from models.store.schema import ratings, tallies

KINDS = 100_000
"""So many different ratings at most; a fuller store has each of them several times."""
DAYS = 360
_FIELDS = ("counter_id", "service_id", "day", "instrument", "answers", "cause", "reason")
_patterns = Table(
    "patterns",
    MetaData(),
    Column("number", Integer, primary_key=True),
    *(Column(name, ratings.c[name].type) for name in _FIELDS),
    prefixes=["TEMPORARY"],
)
_copies = Table("copies", MetaData(), Column("copy", Integer), prefixes=["TEMPORARY"])


def fill(store: Store, desks: Sequence[Desk], *, number: int, last_day: date) -> None:
    """Put `number` ratings of the year up to `last_day` into an empty store, all of them released.

    `number` is at most a hundred thousand, or a multiple of that.
    """
    kinds, copies = min(number, KINDS), max(1, number // KINDS)
    dice = random.Random(1)
    every = [_rating(dice, desks, last_day) for _ in range(kinds)]
    _patterns.create(store)
    _copies.create(store)
    rows = [{name: getattr(one, name) for name in _FIELDS} for one in every]
    store.execute(insert(_patterns), [{"number": n, **row} for n, row in enumerate(rows)])
    store.execute(insert(_copies), [{"copy": 1000 + n} for n in range(copies)])
    store.execute(text("DROP INDEX ix_ratings_counter_id_day"))
    each = (_copies.c.copy * 1_000_000 + _patterns.c.number) if copies > 1 else _patterns.c.number
    found = select(cast(each, String), *(_patterns.c[name] for name in _FIELDS))
    crossed = found.select_from(_copies.join(_patterns, text("1 = 1")))
    store.execute(insert(ratings).from_select(["id", *_FIELDS], crossed))
    store.execute(text("CREATE INDEX ix_ratings_counter_id_day ON ratings (counter_id, day)"))
    _count(store, every, copies)
    _patterns.drop(store)
    _copies.drop(store)
    if store.dialect.name == "postgresql":
        store.execute(text("ANALYZE"))  # which a server in use does by itself


def _rating(dice: random.Random, desks: Sequence[Desk], last_day: date) -> Rating:
    """Nine of ten answer one element after the tap, one all nine; every fifth is unhappy."""
    desk, survey = dice.choice(desks), instrument()
    unhappy = dice.random() < 0.2
    element = dice.choice(survey.elements)
    value = dice.choice((1, 2) if unhappy else (3, 4))
    whole = dice.random() < 0.1
    answers = {OVERALL: value, element: value}
    if whole:
        answers = {key: dice.choice((value, value, 3, 4)) for key in survey.elements}
    cause = f"{element}.{dice.choice(survey.causes[element]).key}" if unhappy else None
    return Rating(
        counter_id=desk.id,
        service_id=desk.services[0].id,
        day=last_day - timedelta(days=dice.randrange(DAYS)),
        instrument=survey.key if whole else DAILY,
        answers=answers,
        cause=None if whole else cause,
        reason="Antre lama sekali." if unhappy and dice.random() < 0.5 else None,
    )


def _count(store: Store, every: Sequence[Rating], copies: int) -> None:
    cells = Counter(
        (one.counter_id, one.service_id, Quarter.of(one.day), *cell)
        for one in every
        for cell in one.cells()
    )
    store.execute(delete(tallies))
    store.execute(
        insert(tallies),
        [
            {
                "counter_id": counter,
                "service_id": service,
                "span": quarter.key,
                "kind": OPEN,
                "instrument": kind,
                "element": element,
                "value": value,
                "count": count * copies,
                "since": quarter.first_day,
                "released_on": quarter.last_day,
            }
            for (counter, service, quarter, kind, element, value), count in cells.items()
        ],
    )


def rows_in(store: Store, table: Table) -> int:
    """How many rows a table has."""
    return int(store.execute(select(func.count()).select_from(table)).scalar_one())
