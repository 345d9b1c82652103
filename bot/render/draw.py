"""Pictures of letters, drawn in one process of their own: matplotlib is big and slow to load.

The process (`bot.render.easel`) is an ordinary child on two pipes rather than a worker of
`concurrent.futures`: it loads nothing of this program, ends by itself when the pipes do (also
when this process is killed), and leaves no semaphores behind for Python to complain about.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from bot.render.words import KINDS, words_of
from bot.texts import Texts
from models.letters import Picture

PNG = b"\x89PNG"
KEPT = 32
"""So many pictures are kept: an office's summary is looked at by few people, many times."""
TIME_LIMIT = 60.0
"""Seconds. The first picture on a machine may wait for matplotlib's list of fonts."""
_ROOT = Path(__file__).resolve().parents[2]


class Undrawn(Exception):
    """The picture could not be drawn. The message names the error, never the facts."""


class Draughtsman:
    """Draws pictures, one after another. Belongs to one event loop."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._turn = asyncio.Lock()
        self._easel: Process | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def draw(self, picture: Picture, language: str) -> bytes:
        """The picture as a PNG, with words in the language; raises `Undrawn` or `TextMissing`."""
        key = json.dumps([picture.kind, picture.facts, language], sort_keys=True)
        async with self._turn:
            if key not in self._kept:
                self._kept[key] = await self._drawn(picture, language)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    async def close(self) -> None:
        """Let the process end, and wait until it has."""
        async with self._turn:
            easel, self._easel = self._easel, None
            if easel is not None:
                await _ended(easel)

    async def _drawn(self, picture: Picture, language: str) -> bytes:
        if picture.kind not in KINDS:
            raise Undrawn(f"there is no picture of the kind {picture.kind!r}")
        order = [picture.kind, picture.facts, words_of(picture, self._texts, language)]
        sheet = json.dumps(order).encode()
        try:
            answer = await self._answer(sheet)
        except (ConnectionError, EOFError):
            answer = await self._again(sheet)
        if not answer.startswith(PNG):
            raise Undrawn(answer.decode("ascii", "replace"))
        return answer

    async def _again(self, sheet: bytes) -> bytes:
        """Once more, by a new process: the last one has died."""
        try:
            return await self._answer(sheet)
        except (ConnectionError, EOFError) as wrong:
            raise Undrawn(type(wrong).__name__) from wrong

    async def _answer(self, sheet: bytes) -> bytes:
        easel = self._easel = self._easel or await _started()
        assert easel.stdin is not None  # noqa: S101 - both are pipes
        assert easel.stdout is not None  # noqa: S101
        try:
            async with asyncio.timeout(TIME_LIMIT):
                easel.stdin.write(len(sheet).to_bytes(4) + sheet)
                await easel.stdin.drain()
                length = int.from_bytes(await easel.stdout.readexactly(4))
                return await easel.stdout.readexactly(length)
        except BaseException as wrong:
            # Half an answer may be in the pipe: whatever comes next would be read wrongly.
            self._easel = None
            await _killed(easel)
            if isinstance(wrong, TimeoutError):
                raise Undrawn(f"not within {TIME_LIMIT:.0f} seconds") from wrong
            raise


async def _started() -> Process:
    # A session of its own: Ctrl-C in the terminal is for the program, which then closes the pipes.
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.render.easel"),
        stdin=PIPE,
        stdout=PIPE,
        cwd=_ROOT,
        start_new_session=True,
    )


async def _ended(easel: Process) -> None:
    """Close the pipes and wait until the process has ended; kill it if it does not."""
    try:
        async with asyncio.timeout(5):
            await easel.communicate(b"")
    except TimeoutError:
        await _killed(easel)


async def _killed(easel: Process) -> None:
    with suppress(ProcessLookupError):
        easel.kill()
    await easel.communicate(b"")
