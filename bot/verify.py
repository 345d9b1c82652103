"""`tilik verify`: every tally counted anew from the raw ratings, and every send in doubt."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence

from bot.command_words import said
from bot.config import chosen_or_exit
from models.store import Store, prompts
from models.store.database import StoreAway, opened
from models.store.migrate import current
from models.store.prompts import Prompt
from models.store.recount import Recount, recounted


def verify(*, as_json: bool) -> int:
    """Print the counts, every difference, and every prompt of which nobody can say whether it has
    arrived; 0 where there is no difference, else 1."""
    chosen = chosen_or_exit()
    try:
        if not (chosen.is_there and current(chosen.database)):
            print(said("run-not-migrated"), file=sys.stderr)
            return 1
        found, unknown = asyncio.run(_read(chosen.database))
    except StoreAway:
        print(said("run-database-away"), file=sys.stderr)
        return 1
    print(_as_object(found, unknown) if as_json else _as_lines(found, unknown))
    return 1 if found.differences else 0


async def _read(url: str) -> tuple[Recount, list[Prompt]]:
    def both(store: Store) -> tuple[Recount, list[Prompt]]:
        return recounted(store), prompts.unknown(store)

    database = opened(url)
    try:
        return await database.read(both)
    finally:
        await database.close()


def _as_object(found: Recount, unknown: Sequence[Prompt]) -> str:
    page = {
        "ratings": found.ratings,
        "tallies": found.tallies,
        "differences": list(found.differences),
        "unknown_prompts": [_facts(prompt) for prompt in unknown],
    }
    return json.dumps(page, ensure_ascii=False)


def _facts(prompt: Prompt) -> dict[str, str | int]:
    """Which prompt it is; a number instead of the name, since the output may be passed on."""
    return {
        "campaign": prompt.campaign,
        "kind": prompt.kind,
        "person": prompt.person_id,
        "day": prompt.day.isoformat(),
    }


def _as_lines(found: Recount, unknown: Sequence[Prompt]) -> str:
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
    if unknown:
        rows.append(said("verify-unknown", count=len(unknown)))
    rows += [said("verify-unknown-prompt", **_facts(prompt)) for prompt in unknown]
    return "\n".join([counts, *rows])
