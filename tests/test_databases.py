"""The tests' own ground: both databases are real, empty for each test, and gone afterwards."""

import asyncio
import contextlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from tests import postgresql as servers
from tests.databases import copied, postgresql_template, sqlite_template
from tests.postgresql import NoServer, Server, apart, served, started, wheel
from tests.rewound import Rewound
from tests.source import ROOT

REFUSED = re.compile("refused|Connect call failed")

Fresh = Callable[[], str]


def run(url: str, statement: str) -> list[tuple[object, ...]]:
    """The rows a statement gives, on either engine."""
    if url.startswith("sqlite:///"):
        with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            rows = connection.execute(statement).fetchall()
            connection.commit()
            return rows
    return apart(asyncio.run, _fetched(url, statement))


async def _fetched(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


def one_table(url: str) -> None:
    """Stands in for the migrations: these tests are about the ground, not about Tilik's tables."""
    run(url, "CREATE TABLE stone (weight INTEGER)")


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """Makes one new database after another, each a copy of a template with one table."""
    with contextlib.ExitStack() as stack:
        if request.param == "sqlite":
            template = sqlite_template(tmp_path, one_table)
            numbers = iter(range(9))

            def make() -> str:
                folder = tmp_path / str(next(numbers))
                folder.mkdir()
                return copied(template, folder)
        else:
            server: Server = request.getfixturevalue("postgresql_server")
            pattern = stack.enter_context(postgresql_template(server, one_table))

            def make() -> str:
                return stack.enter_context(server.database(template=pattern))

        yield make


def test_each_database_begins_with_the_migrated_tables_and_no_rows(fresh: Fresh) -> None:
    assert run(fresh(), "SELECT count(*) FROM stone") == [(0,)]


def test_what_is_written_in_one_database_is_in_no_other(fresh: Fresh) -> None:
    first, second = fresh(), fresh()
    run(first, "INSERT INTO stone VALUES (7)")
    assert run(first, "SELECT weight FROM stone") == [(7,)]
    assert run(second, "SELECT weight FROM stone") == []
    assert run(fresh(), "SELECT weight FROM stone") == []


def test_tiliks_own_migrations_stand_in_the_fixtures_database(databases: str) -> None:
    assert run(databases, "SELECT count(*) FROM alembic_version") == [(1,)]


async def test_the_fixture_may_be_asked_for_by_a_test_with_an_event_loop(databases: str) -> None:
    answer = await asyncio.to_thread(run, databases, "SELECT 40 + 2")
    assert answer == [(42,)]


def test_a_database_is_dropped_even_while_somebody_is_connected(postgresql_server: Server) -> None:
    async def stays() -> None:
        with postgresql_server.database() as url:
            connection = await asyncpg.connect(url)
            await connection.fetchval("SELECT 1")
        with pytest.raises(asyncpg.InvalidCatalogNameError):
            await asyncpg.connect(url)
        connection.terminate()

    apart(asyncio.run, stays())


@pytest.mark.parametrize("programs", list(wheel()), ids=lambda programs: programs.parent.name)
def test_the_wheels_programs_serve_from_a_folder_closed_to_others(
    programs: Path, tmp_path: Path
) -> None:
    package = programs.parents[1]
    libraries = package.with_name(f"{package.name}.libs")
    closed = tmp_path / "closed"
    for folder in (programs.parent, *libraries.parent.glob(libraries.name)):
        shutil.copytree(folder, closed / folder.relative_to(package.parent), symlinks=True)
    closed.chmod(0o700)
    moved = closed / programs.relative_to(package.parent)
    with started(moved) as server, server.database() as url:
        assert run(url, "SELECT 40 + 2") == [(42,)]


def test_the_server_is_gone_when_it_is_left() -> None:
    with pytest.raises(LookupError), started(next(wheel())) as server:
        raise LookupError
    with pytest.raises(OSError, match=REFUSED):
        run(server.admin, "SELECT 1")


def test_the_server_is_gone_when_the_tests_are_killed() -> None:
    script = (
        "import os, signal\n"
        "from tests.postgresql import started, wheel\n"
        "with started(next(wheel())) as server:\n"
        "    print(server.admin, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert killed.returncode == -9
    for _ in range(200):
        try:
            run(killed.stdout.strip(), "SELECT 1")
        except (asyncpg.CannotConnectNowError, asyncpg.ConnectionDoesNotExistError):
            # It is shutting down, perhaps in the middle of its greeting.
            time.sleep(0.05)
        except OSError:
            return
    pytest.fail("the server is still there")


def test_without_any_programs_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TILIK_TEST_POSTGRES", raising=False)
    monkeypatch.setattr(servers, "places", lambda: iter([Path("/nowhere")]))
    with pytest.raises(NoServer, match="/nowhere"), served():
        pass


def test_a_server_named_by_the_environment_is_used(
    postgresql_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILIK_TEST_POSTGRES", postgresql_server.admin)
    with served() as server:
        assert server == postgresql_server


def test_a_named_server_that_does_not_answer_is_an_error_and_no_skip(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TILIK_TEST_POSTGRES", "postgresql://tilik@127.0.0.1:1/postgres")
    with pytest.raises(OSError, match=REFUSED), served():
        pass


UNIT = "INSERT INTO units (name, zone) VALUES ('Kecamatan', 'Asia/Jakarta') RETURNING id"
SEAL = "INSERT INTO seals (number, hash, fingerprint, mac, sealed_at) VALUES (1, '', '', '', now())"
LEFT = "SELECT (SELECT count(*) FROM units) + (SELECT count(*) FROM seals)"


@pytest.fixture
def rewound(postgresql_server: Server, _postgresql_template: str) -> Iterator[Rewound]:
    with contextlib.closing(Rewound(postgresql_server, _postgresql_template)) as database:
        yield database


def test_the_next_test_finds_no_row_of_the_last_and_numbers_begin_anew(rewound: Rewound) -> None:
    with rewound.taken() as first:
        assert run(first, UNIT) == [(1,)]
        run(first, SEAL)
        run(first, "DELETE FROM alembic_version")
    with rewound.taken() as second:
        assert second == first
        assert run(second, LEFT) == [(0,)]
        assert run(second, "SELECT count(*) FROM alembic_version") == [(1,)]
        assert run(second, UNIT) == [(1,)]


def test_who_is_still_within_a_transaction_is_put_out(rewound: Rewound) -> None:
    async def stays() -> None:
        with rewound.taken() as url:
            connection = await asyncpg.connect(url)
            await connection.execute("BEGIN")
            await connection.execute(UNIT)
        with rewound.taken() as url, pytest.raises(asyncpg.PostgresError):
            await connection.execute("SELECT 1")

    apart(asyncio.run, stays())


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER seals_only_added ON seals",
        "ALTER TABLE seals DISABLE TRIGGER seals_only_added",
        "ALTER TABLE units ADD COLUMN note text",
        "GRANT SELECT ON units TO PUBLIC",
        "CREATE TABLE stone (weight integer)",
    ],
)
def test_who_changes_more_than_rows_leaves_the_next_test_a_new_database(
    rewound: Rewound, change: str
) -> None:
    with rewound.taken() as first:
        run(first, change)
    with rewound.taken() as second:
        assert second != first
        run(second, SEAL)
        with pytest.raises(asyncpg.RaiseError, match="only ever added to"):
            run(second, "DELETE FROM seals")


def test_a_user_who_may_not_take_everything_back_gets_a_new_database(
    rewound: Rewound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.rewound.SUPERUSER", "SELECT false")
    with rewound.taken() as first:
        run(first, SEAL)
    with rewound.taken() as second:
        assert run(second, LEFT) == [(0,)]
    assert second != first
