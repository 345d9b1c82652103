"""A unit's summary data with ten thousand and with ten million ratings behind it."""

from __future__ import annotations

import asyncio
import gc
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import text

from benchmarks.bots import now, office_at
from benchmarks.filled import fill, rows_in
from benchmarks.tables import table
from handlers.openings import ToSummary
from handlers.supervisor.summary import look
from models.people import Address, HeldDuty, Person
from models.store import Store
from models.store.engine.database import Database, opened
from models.store.schema import ratings, tallies
from tests import postgresql
from tests.office import Office

FEW, MANY, FEWER = 10_000, 10_000_000, 1_000_000
LOOKS, ROUNDS = 40, 5


def run(options: Namespace) -> None:
    """Fill the stores, look by turns, print."""
    sizes = (FEW, FEWER if options.small else MANY)
    for engine in ("SQLite", "PostgreSQL"):
        with _stores(engine, sizes) as urls:
            asyncio.run(_measured(engine, urls))


@contextmanager
def _stores(engine: str, sizes: tuple[int, ...]) -> Iterator[Mapping[int, tuple[str, Office]]]:
    with ExitStack() as stack:
        if engine == "SQLite":
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tilik-bench-")))
            urls = {size: f"sqlite:///{folder / f'{size}.db'}" for size in sizes}
        else:
            server = stack.enter_context(postgresql.served())
            urls = {size: stack.enter_context(server.database()) for size in sizes}
        yield {size: (url, office_at(url)) for size, url in urls.items()}


async def _measured(engine: str, urls: Mapping[int, tuple[str, Office]]) -> None:
    stores = {size: (opened(url), office) for size, (url, office) in urls.items()}
    filled = {size: await _filled(*stores[size], number=size) for size in stores}
    times: dict[int, list[float]] = {size: [] for size in stores}
    for _ in range(ROUNDS):
        for size, (database, office) in stores.items():
            times[size] += await database.run(partial(_looked, office=office))
    few, many = (median(times[size]) for size in stores)
    table(
        f"A unit's summary data on {engine}, the median of {LOOKS * ROUNDS} looks by turns",
        ("ratings behind it", "tally rows", "store", "filled in", "look", "99 of 100 within"),
        [
            (f"{size:,}", *filled[size], f"{1000 * median(t):.2f} ms", f"{_most(t):.2f} ms")
            for size, t in times.items()
        ],
    )
    print(
        f"{engine}: {many / few:.2f} times (aim 1.2), {1000 * many:.2f} ms (aim 5 ms)", flush=True
    )
    for database, _ in stores.values():
        await database.close()


async def _filled(database: Database, office: Office, *, number: int) -> tuple[str, ...]:
    since = perf_counter()
    day = (now() + timedelta(hours=7)).date()
    await database.run(lambda store: fill(store, office.counters, number=number, last_day=day))
    took = perf_counter() - since
    return await database.run(lambda store: _size(store, number)) + (f"{took:.0f} s",)


def _size(store: Store, number: int) -> tuple[str, ...]:
    """Tally rows and megabytes; the raw ratings must all be there."""
    assert rows_in(store, ratings) == number
    if store.dialect.name == "sqlite":
        query = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    else:
        query = "SELECT pg_database_size(current_database())"
    size = int(store.execute(text(query)).scalar_one())
    return f"{rows_in(store, tallies):,}", f"{size / 1e6:,.0f} MB"


def _looked(store: Store, office: Office) -> list[float]:
    """Seconds of each look, in one transaction, after one that warms up."""
    head = Person(Address(1, "telegram", "1"), "Ratna", (HeldDuty("head", office.unit_id),))
    look(store, head, ToSummary(), now())
    gc.collect()
    times = []
    for _ in range(LOOKS):
        since = perf_counter()
        look(store, head, ToSummary(), now())
        times.append(perf_counter() - since)
    return times


def _most(times: list[float]) -> float:
    return 1000 * sorted(times)[int(0.99 * len(times))]
