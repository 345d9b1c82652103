"""What a file of SQLite's looks like after the power has failed.

What was synced stays. Of what was written since, any sectors may be there and others not.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from models.store.engine.sqlite import Writer

FILE, LOG = "tilik.db", "tilik.db-wal"
SECTOR = 512
FULL = 2


def written(home: Path) -> dict[str, bytes]:
    """The file and its log as they are now."""
    return {name: _bytes(home / name) for name in (FILE, LOG)}


def torn(home: Path, before: dict[str, bytes], dice: Random) -> None:
    """The power has failed in the middle of a commit: of its sectors only some were written.

    SQLite syncs the log before it writes to the file, so only one of both can be half written.
    """
    name = LOG if _bytes(home / FILE) == before[FILE] else FILE
    old, new = before[name], _bytes(home / name)
    share = dice.choice((0.0, 0.5, 0.9, 1.0))
    sectors = range(0, max(len(old), len(new)), SECTOR)
    mixed = b"".join(
        _sector(new if dice.random() < share else old, at) or _sector(new, at) for at in sectors
    )
    (home / name).write_bytes(mixed)


def unsynced(home: Path, writer: Writer, dice: Random) -> None:
    """The power has failed between two commits: nothing is lost where each was synced."""
    connection: Any = writer._connection
    if connection is None:
        return
    driver = connection.connection.driver_connection
    if driver.execute("PRAGMA synchronous").fetchone()[0] < FULL:
        kept = _bytes(home / LOG)
        (home / LOG).write_bytes(kept[: dice.randrange(len(kept) + 1)])


def _sector(content: bytes, at: int) -> bytes:
    return content[at : at + SECTOR]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
