"""How templates stand, as a table for the terminal or as JSON."""

from __future__ import annotations

import json

from bot.cli.terminal import Echo, Say, in_columns
from bot.whatsapp.templates.syncing import MISSING, Judged

STATUSES = (MISSING, "approved", "pending", "rejected", "paused", "disabled")
"""The platform's words that have a word of ours; any other is shown as it is."""


def printed(
    found: list[Judged], *, say: Say, echo: Echo, as_json: bool, **more: str | int | None
) -> None:
    """Print a row for each template, or one JSON object with `templates` and what is `more`."""
    if as_json:
        rows = [
            {
                "name": one.name,
                "language": one.language,
                "status": one.status,
                "reason": one.reason,
                "same": one.same,
            }
            for one in found
        ]
        return echo(as_object({"templates": rows, **more}))
    for line in in_columns([_cells(one, say) for one in found]):
        echo(line)
    return None


def _cells(one: Judged, say: Say) -> tuple[str, str, str, str, str]:
    sameness = (
        "" if one.remote is None else say("templates-same" if one.same else "templates-other")
    )
    return one.name, one.language, status_of(one, say), sameness, one.reason or ""


def status_of(one: Judged, say: Say) -> str:
    """How it stands, in a word."""
    return say(f"templates-status-{one.status}") if one.status in STATUSES else one.status


def as_object(page: object) -> str:
    """A page of a command as JSON."""
    return json.dumps(page, ensure_ascii=False, indent=2)
