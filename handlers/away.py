"""Which leave or journey it is: read by whose it is and by those who keep the office's people."""

from __future__ import annotations

from models.letters import Text
from models.store.people.leaves import Leave


def away_words(leave: Leave) -> Text:
    """As finely as it is known. It may tell of health or family: no superior and no colleague."""
    if leave.why is not None:
        return Text(f"away-why-{leave.why}")
    return Text("away-travel" if leave.kind == "travel" else "away-cuti")
