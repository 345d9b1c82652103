"""`tilik verify`: every tally counted anew from the raw ratings."""

from __future__ import annotations

import asyncio
import json
import sys

from bot.command_words import said
from bot.config import Settings, chosen_or_exit
from models.store.database import StoreAway, opened
from models.store.migrate import current
from models.store.recount import Recount, recounted


def verify(*, as_json: bool) -> int:
    """Print the counts and every difference; 0 where there is none, else 1."""
    chosen = chosen_or_exit()
    try:
        if not (_is_there(chosen) and current(chosen.database)):
            print(said("run-not-migrated"), file=sys.stderr)
            return 1
        found = asyncio.run(_recounted(chosen.database))
    except StoreAway:
        print(said("run-database-away"), file=sys.stderr)
        return 1
    print(_as_object(found) if as_json else _as_lines(found))
    return 1 if found.differences else 0


def _is_there(chosen: Settings) -> bool:
    """Looking must not make an empty file."""
    return chosen.file is None or chosen.file.exists()


async def _recounted(url: str) -> Recount:
    database = opened(url)
    try:
        return await database.read(recounted)
    finally:
        await database.close()


def _as_object(found: Recount) -> str:
    page = {
        "ratings": found.ratings,
        "tallies": found.tallies,
        "differences": list(found.differences),
    }
    return json.dumps(page, ensure_ascii=False)


def _as_lines(found: Recount) -> str:
    counts = said(
        "verify-counts",
        ratings=found.ratings,
        tallies=found.tallies,
        differences=len(found.differences),
    )
    rows = [
        said(
            "verify-difference",
            where=" ".join(f"{key}={row[key]}" for key in row if key not in ("kept", "counted")),
            kept=row["kept"],
            counted=row["counted"],
        )
        for row in found.differences
    ]
    return "\n".join([counts, *rows])
