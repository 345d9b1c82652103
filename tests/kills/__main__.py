"""`python -m tests.kills --kills 1000 --seed 7 [--database sqlite|postgresql] [--webhook]`."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.kills.runner import killed
from tests.kills.table import faults, table
from tests.postgresql import served


def main() -> int:
    """Print the table; 1 where something was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--webhook", action="store_true")
    parser.add_argument("--crowd", type=int, default=30, help="citizens at a time")
    parser.add_argument("--log", action="store_true", help="print the end of Tilik's log too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _database(given.database, folder) as url:
        run = killed(
            url,
            Path(folder),
            kills=given.kills,
            seed=given.seed,
            webhook=given.webhook,
            crowd=given.crowd,
        )
        outcome = asyncio.run(run)
    print(table(outcome))
    wrong = faults(outcome)
    for line in wrong:
        print(line)
    if given.log:
        print(outcome.log)
    return 1 if wrong else 0


@contextmanager
def _database(kind: str, folder: str) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/tilik.db"
        return
    with served() as server, server.database() as url:
        yield url


if __name__ == "__main__":
    raise SystemExit(main())
