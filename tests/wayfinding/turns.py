"""What was measured by turns, kept beside the lists and sentences that it is of."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import models.triage
from tests.wayfinding.labelled import BUILDING, HERE
from tests.wayfinding.measure import Measure

FILE = HERE / "turns.json"
_KEPT = ("first", "after_one_tap", "sure", "sure_and_wrong", "weighty_found", "weighty_silent")


def fingerprint() -> str:
    """Of all lists, weights and sentences: whatever of them changes, it changes."""
    rules = Path(next(iter(models.triage.__path__)))
    files = [*sorted(rules.glob("*.toml")), rules / "weights.csv", *(HERE / n for n in BUILDING)]
    return sha256(b"".join(one.read_bytes() for one in files)).hexdigest()[:16]


def write(found: Measure) -> None:
    """Keep the rates."""
    rates = {name: round(found.share(name), 4) for name in _KEPT}
    FILE.write_text(json.dumps({"of": fingerprint(), **rates}, indent=1) + "\n", "utf-8")


def last() -> dict[str, Any]:
    """The rates of the last measure, and of what (`of`)."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found
