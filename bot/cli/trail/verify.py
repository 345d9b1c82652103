"""`tilik verify`: every tally counted anew from the raw ratings, the trail read from its first row
to its last, and every send in doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import typer

from bot.background.epochs import remembered
from bot.cli.command import answered, changed, read
from bot.cli.terminal import said, speaker
from bot.config import Settings, chosen_or_exit
from bot.keys import known
from models.keys import Keys
from models.letters import Text
from models.refused import Refused
from models.store import Store
from models.store.engine.database import StoreAway
from models.store.oversight.audit import Anchor, Audit, audited
from models.store.oversight.epochs import anchor
from models.store.oversight.seals import seal
from models.store.prompts import prompts
from models.store.prompts.prompts import PlannedPrompt
from models.store.ratings.recount import Recount, recounted

_ANCHOR = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


@dataclass(frozen=True)
class Verified:
    """All that was read in one instant."""

    recount: Recount
    audit: Audit
    unknown: Sequence[PlannedPrompt]

    @property
    def is_sound(self) -> bool:
        return not (self.recount.differences or self.audit.count)


def verify(*, as_json: bool, now: datetime, since: str | None = None) -> int:
    """Print the counts, every finding, and every prompt of which nobody can say whether it has
    arrived; 0 where there is nothing to find, else 1. `since` is an anchor (NUMBER:HASH) that was
    noted outside; without it, it is where Tilik remembers that the trail ended. A trail without
    findings is sealed up to its end, where nobody writes just then.
    """
    chosen, say = chosen_or_exit(), speaker("audit", "command")

    def work() -> Verified:
        return _verified(chosen, _anchor_of(since), now)

    def show(found: Verified) -> int:
        typer.echo(_as_object(found) if as_json else "\n".join(_as_lines(found)))
        return 0 if found.is_sound else 1

    return answered(work, show, say=say, echo=typer.echo)


def _anchor_of(since: str | None) -> Anchor | None:
    found = _ANCHOR.fullmatch(since or "")
    if since is not None and found is None:
        raise Refused(Text("verify-since-wrong", {"since": since}))
    return Anchor(int(found[1]), found[2]) if found else None


def _verified(chosen: Settings, since: Anchor | None, now: datetime) -> Verified:
    def all_of_it(store: Store) -> tuple[Verified, Keys | None]:
        keys, end = known(chosen), anchor(store, remembered(chosen))
        audit = audited(store, keys, since=since or (Anchor(*end) if end else None))
        return Verified(recounted(store), audit, prompts.unknown(store)), keys

    found, keys = read(chosen.database, all_of_it)
    if keys and found.audit.unsealed and not found.audit.count:
        with suppress(StoreAway):
            changed(chosen.database, lambda store: seal(store, keys, now, at_once=True))
    return found


def _as_object(found: Verified) -> str:
    audit = found.audit
    page = {
        "ratings": found.recount.ratings,
        "tallies": found.recount.tallies,
        "waiting": found.recount.waiting,
        "held": found.recount.held,
        "differences": list(found.recount.differences),
        "trail": {
            "rows": audit.rows,
            "seals": audit.seals,
            "unsealed": audit.unsealed,
            "days": audit.days,
            "anchor": _anchor(audit),
            "count": audit.count,
            "findings": [{"what": one.id, **one.facts} for one in audit.findings],
        },
        "unknown_prompts": [_facts(prompt) for prompt in found.unknown],
    }
    return json.dumps(page, ensure_ascii=False, default=str)


def _anchor(audit: Audit) -> str:
    return f"{audit.anchor.number}:{audit.anchor.hash}" if audit.rows else ""


def _facts(prompt: PlannedPrompt) -> dict[str, str | int]:
    """Which prompt it is; a number instead of the name, since the output may be passed on."""
    return {
        "campaign": prompt.campaign,
        "kind": prompt.kind,
        "person": prompt.person_id,
        "day": prompt.day.isoformat(),
    }


def _as_lines(found: Verified) -> Iterator[str]:
    recount = found.recount
    yield said(
        "verify-counts",
        ratings=recount.ratings,
        tallies=recount.tallies,
        waiting=recount.waiting,
        held=recount.held,
        differences=len(recount.differences),
    )
    for row in recount.differences:
        yield said(
            "verify-difference",
            where=" ".join(f"{key}={row[key]}" for key in row if key not in ("kept", "counted")),
            kept=row["kept"],
            counted=row["counted"],
        )
    yield from _of_trail(found.audit)
    if found.unknown:
        yield said("verify-unknown", count=len(found.unknown))
    for prompt in found.unknown:
        yield said("verify-unknown-prompt", **_facts(prompt))


def _of_trail(audit: Audit) -> Iterator[str]:
    say = speaker("audit")
    counts = {"rows": audit.rows, "seals": audit.seals, "days": audit.days}
    yield say("verify-trail", **counts, unsealed=audit.unsealed, findings=audit.count)
    yield from (_sentence(one) for one in audit.findings)
    if audit.count > len(audit.findings):
        yield say("verify-more", count=audit.count - len(audit.findings))
    if audit.rows:
        yield say("verify-anchor", anchor=_anchor(audit))


def _sentence(one: Text) -> str:
    return speaker("audit")(one.id, **one.facts)
