"""What a backup holds: first what Tilik must know beside its database, then the database.

One JSON object a line, compressed, sealed for the recovery key. Written and read as a stream: in
memory is one row with a file at most.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from bot.backup.age import Damaged, NoBackup, Sealed, Unsealed
from bot.config import Settings
from models.store import Store
from models.store.engine.dump import dump

FORMAT = "tilik-backup-1"
_LEVEL = 6
"""Of gzip: smaller costs more time than it is worth."""


@dataclass(frozen=True)
class Aside:
    """What stands beside the database: when it was read (aware), at which migration, the secret of
    the keys (None where there is none yet), and the settings by name, secrets among them."""

    made_at: datetime
    revision: str
    secret: str | None
    settings: Mapping[str, str]


def stamp_of(settings: Settings) -> Path:
    """An empty file, as old as the last backup that was made here."""
    return settings.home.absolute() / "last-backup"


def write(store: Store, file: IO[bytes], aside: Aside, to: X25519PublicKey) -> int:
    """Put everything that the store holds into the file; gives how many rows."""
    with Sealed(file, to) as sealed, gzip.open(sealed, "wb", _LEVEL) as packed:

        def put(line: Any) -> None:
            packed.write(
                json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            )

        put({"format": FORMAT, **asdict(aside), "made_at": aside.made_at.isoformat()})
        count = dump(store, put)
        put({"end": count})
    return count


class Archive:
    """A backup that is read with a key: `aside` at once, then its `lines`.

    Raises `NoBackup`, `OtherKey`, and `Damaged` for what does not end as it was written.
    """

    def __init__(self, file: IO[bytes], key: X25519PrivateKey) -> None:
        self.key = key
        self._packed = gzip.GzipFile(fileobj=io.BufferedReader(Unsealed(file, key)))
        first = self._line()
        if not isinstance(first, dict) or first.pop("format", None) != FORMAT:
            raise NoBackup
        self.aside = Aside(**{**first, "made_at": datetime.fromisoformat(first["made_at"])})

    def lines(self) -> Iterator[Any]:
        """What `dump` gave, up to the end that must be there."""
        rows = 0
        while True:
            line = self._line()
            if isinstance(line, dict) and "end" in line:
                if line["end"] != rows:
                    raise Damaged
                return
            rows += isinstance(line, list)
            yield line

    def _line(self) -> Any:
        try:
            return json.loads(self._packed.readline())
        except (EOFError, zlib.error, gzip.BadGzipFile, ValueError):
            raise Damaged from None
