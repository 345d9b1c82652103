"""One PostgreSQL database for many tests, one after another: what each leaves is taken back.

A database made for each test costs half a second, most of it the disk's; taking back the rows that
a test has left costs a few milliseconds.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import asyncpg

from tests.connections import idle
from tests.postgresql import Server

R = TypeVar("R")
Key: TypeAlias = tuple[str, ...]
GROWN = 256 * 1024
"""Bytes of a table whose rows were taken back, beyond which it is made small again."""
SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
FILLED = "SELECT '{table}' WHERE EXISTS (TABLE public.{table})"
NUMBERS = "SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences"
ALONE = (
    "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND pid <> ALL($1::int[])"
)
LARGE = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
    " AND pg_relation_size(oid) > $1"
)
SHAPE = """
    SELECT md5(string_agg(told, ' ' ORDER BY told)) FROM (
        SELECT concat(relname, relkind, relnatts, relacl) AS told FROM pg_class
            WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT concat(tgname, tgenabled, tgrelid::regclass) FROM pg_trigger
        UNION ALL SELECT concat(attrelid::regclass, attname, atttypid, attnotnull)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    ) AS parts
"""
"""All of a database that is no row: a test that changes it costs the next one a new database."""


class Rewound:
    """A copy of the database at `template`, which is as it was copied whenever it is taken.

    It is made anew after a test that has changed more than rows, and after every test where the
    server's user is no superuser: nobody else can take back rows that are only ever added.
    """

    def __init__(self, server: Server, template: str) -> None:
        self._server = server
        self._template = template
        self._above = ExitStack()
        self._made = ExitStack()
        self._url = ""
        self._used = False
        self._orders: dict[Key, list[str]] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def furnished(self, write: Callable[[str], None]) -> Rewound:
        """Another, which has also what is written at a URL."""
        template = self._above.enter_context(self._server.database(template=self._template))
        write(template)
        return self._above.enter_context(closing(Rewound(self._server, template)))

    @contextmanager
    def taken(self, folder: Path | None = None, chapters: Key = ()) -> Iterator[str]:
        """The URL of the database, for one test, as it was kept after these chapters."""
        if not self._url:
            self._url = self._made.enter_context(self._server.database(template=self._template))
            self._await(self._open())
        if chapters or self._used:
            self._await(self._take_back(chapters))
        self._used = True
        try:
            yield self._url
        finally:
            if not self._await(self._only_rows_differ()):
                self._drop()

    def keep(self, _: str, chapters: Key) -> None:
        """Keep what is in the database now, after these chapters."""
        if self._may:
            self._await(self._keep(chapters))

    def has(self, chapters: Key) -> bool:
        """Whether that was kept, and is still there."""
        return chapters in self._orders

    def close(self) -> None:
        """Drop the database, and those that were furnished from it."""
        self._above.close()
        self._drop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _drop(self) -> None:
        if self._url:
            self._await(self._connection.close())
            self._made.close()
            self._url = ""
            self._used = False
            self._orders.clear()

    def _await(self, work: Coroutine[Any, Any, R]) -> R:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _open(self) -> None:
        """Keep what is to be there again whenever the database is taken."""
        self._connection = await asyncpg.connect(self._url)
        self._may = await self._connection.fetchval(SUPERUSER)
        self._shape = await self._connection.fetchval(SHAPE)
        tables = await self._connection.fetch(TABLES)
        self._filled = " UNION ALL ".join(FILLED.format(table=table) for (table,) in tables)
        await self._keep(())

    async def _keep(self, chapters: Key) -> None:
        """Keep a copy of each row beside its table, and the numbers."""
        kept = f"kept{len(self._orders)}"
        await self._connection.execute(f"CREATE SCHEMA {kept}")
        orders = []
        for (table,) in await self._connection.fetch(self._filled):
            order = f"CREATE TABLE {kept}.{table} AS TABLE public.{table}"
            await self._connection.execute(order)
            orders.append(f"INSERT INTO public.{table} TABLE {kept}.{table}")
        for name, last in await self._connection.fetch(NUMBERS):
            orders.append(f"SELECT setval('{name}', {max(last, 1)}, {bool(last)})")
        self._orders[chapters] = orders

    async def _take_back(self, chapters: Key) -> None:
        """Make the rows and the numbers what was kept after these chapters."""
        filled = [table for (table,) in await self._connection.fetch(self._filled)]
        orders = [f"DELETE FROM public.{table}" for table in filled]  # noqa: S608
        orders = ["SET LOCAL session_replication_role = replica", *orders, *self._orders[chapters]]
        await self._connection.execute(f"BEGIN; {'; '.join(orders)}; COMMIT")
        for (table,) in await self._connection.fetch(LARGE, GROWN):
            await self._connection.execute(f"VACUUM public.{table}")

    async def _only_rows_differ(self) -> bool:
        """Whether all that a test has changed can be taken back; not where it has cut our
        connection. Whoever is still connected is sent away."""
        try:
            await self._connection.execute(ALONE, idle())
        except (asyncpg.InterfaceError, asyncpg.PostgresConnectionError):
            return False
        return self._may and await self._connection.fetchval(SHAPE) == self._shape
