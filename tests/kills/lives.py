"""The lives of one Tilik, one after another, as the runner sees them."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0


class Lives:
    """Born by a mother that has imported everything; one lives at a time."""

    def __init__(self, home: Path, settings: Mapping[str, str]) -> None:
        self._home = home
        self._settings = settings
        self._mother: Process | None = None
        self._log = home / "log"
        self.pid = 0

    async def __aenter__(self) -> Lives:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TILIK_", "PYTHONUNB"))}
        with self._log.open("wb") as log:
            self._mother = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.kills.mother",
                stdin=PIPE,
                stdout=PIPE,
                stderr=log,
                cwd=self._home,
                env={**kept, "PYTHONPATH": str(ROOT), **self._settings},
            )
        assert await self._line() == "here", self.log()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._mother is not None
        assert self._mother.stdin is not None
        self._mother.stdin.close()
        async with asyncio.timeout(PATIENCE):
            await self._mother.wait()

    async def born(self) -> None:
        """Begin a life; it is not ready yet."""
        self._order("life")
        said, _, number = (await self._line()).partition(" ")
        assert said == "born", self.log()
        self.pid = int(number)

    async def ready(self) -> None:
        """Until the life says that it runs."""
        said = await self._line()
        assert said.startswith("Tilik"), f"{said}\n{self.log()}"

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Ask the life politely to end."""
        os.kill(self.pid, signal.SIGTERM)

    async def ended(self) -> int:
        """Until the life has ended: its exit code, -9 after a kill."""
        self._order("wait")
        while "ended " not in (said := await self._line()):
            continue
        return int(said.rpartition(" ")[2])

    def log(self) -> str:
        """The last of what the lives have written into their logs."""
        return self._log.read_text(errors="replace")[-3000:]

    def _order(self, words: str) -> None:
        assert self._mother is not None
        assert self._mother.stdin is not None
        self._mother.stdin.write(f"{words}\n".encode())

    async def _line(self) -> str:
        assert self._mother is not None
        assert self._mother.stdout is not None
        async with asyncio.timeout(PATIENCE):
            line = await self._mother.stdout.readline()
        return line.decode().strip()
