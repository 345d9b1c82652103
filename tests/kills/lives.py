"""The lives of one Tilik, one after another, as the runner sees them."""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
APART = ("TILIK_", "PYTHONUNB", "LC_", "LANG")
"""What of our own environment no life is to know."""


class Lives:
    """Born by a mother that has imported everything; one lives at a time."""

    def __init__(self, home: Path, settings: Mapping[str, str]) -> None:
        self._home = home
        self._settings = settings
        self._hears: StreamReader
        self._orders: StreamWriter
        self._log = home / "log"
        self.pid = 0

    async def __aenter__(self) -> Lives:
        ours, theirs = socket.socketpair()
        home = {"folder": str(self._home), "environment": {**_environment(), **self._settings}}
        with theirs, self._log.open("wb") as log:
            files = [theirs.fileno(), log.fileno()]
            socket.send_fds(_mother(), [json.dumps(home).encode()], files)
        self._hears, self._orders = await asyncio.open_unix_connection(sock=ours)
        assert await self.line() == "here", self.log()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._orders.write_eof()
        async with asyncio.timeout(PATIENCE):
            await self._hears.read()
        self._orders.close()
        await self._orders.wait_closed()

    async def born(self) -> None:
        """Begin a life; it is not ready yet."""
        self.order("life")
        said, _, number = (await self.line()).partition(" ")
        assert said == "born", self.log()
        self.pid = int(number)

    async def ready(self) -> None:
        """Until the life says that it runs."""
        said = await self.line()
        assert said.startswith("Tilik"), f"{said}\n{self.log()}"

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Ask the life politely to end."""
        os.kill(self.pid, signal.SIGTERM)

    async def ended(self) -> int:
        """Until the life has ended: its exit code, -9 after a kill."""
        self.order("wait")
        while "ended " not in (said := await self.line()):
            continue
        return int(said.rpartition(" ")[2])

    def log(self) -> str:
        """The last of what the lives have written into their logs."""
        return self._log.read_text(errors="replace")[-3000:]

    async def line(self) -> str:
        """The next that is said, by the life or of it."""
        async with asyncio.timeout(PATIENCE):
            line = await self._hears.readline()
        return line.decode().strip()

    def order(self, words: str) -> None:
        """Order this of the nurse (tests/kills/mother.py)."""
        self._orders.write(f"{words}\n".encode())


@cache
def _mother() -> socket.socket:
    """What is handed to her; she ends with this process."""
    ours, theirs = socket.socketpair()
    with theirs:
        mother = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.mother", str(theirs.fileno())],
            cwd=ROOT,
            env={**_environment(), "PYTHONPATH": str(ROOT)},
            pass_fds=[theirs.fileno()],
        )

    def ends() -> None:
        ours.close()
        mother.wait()

    atexit.register(ends)
    return ours


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(APART)}
