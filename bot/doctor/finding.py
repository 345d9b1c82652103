"""One thing that was looked at, how it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from models.letters import Fact, Text

Level: TypeAlias = Literal["well", "look", "ill"]
"""look: somebody should see to it in the next days; ill: now."""
Name: TypeAlias = Literal[
    "settings",
    "database",
    "secret",
    "running",
    "alarm",
    "clock",
    "disk",
    "inbox",
    "dead",
    "letters",
    "prompts",
    "oversight",
    "seals",
    "away",
    "backup",
    "token",
    "webhook",
    "pending",
    "delivery",
    "templates",
]


@dataclass(frozen=True)
class Finding:
    """What was looked at (`of`: of which channel, setting or alarm), what was found, what to do.

    Nothing secret, nothing of people: it goes into the operator's chat.
    """

    name: Name
    level: Level
    found: Text
    advice: Text | None = None
    of: str = ""

    @property
    def mark(self) -> str:
        """By what it is known from one look to the next; one that has become worse is another."""
        return f"{self.level} {self.name} {self.of}".strip()

    @property
    def label(self) -> Text:
        """What was looked at, in words."""
        return Text(f"doctor-{self.name}", {"of": self.of})


def shown(words: str) -> str:
    """Some words of a platform's, as a terminal may show them."""
    return "".join(one if one.isprintable() else "\ufffd" for one in words[:100])


def unanswered(channel: str, wrong: Exception) -> Finding:
    """A platform could not be asked."""
    found = Text("doctor-token-unanswered", {"why": str(wrong) or type(wrong).__name__})
    return Finding("token", "ill", found, Text("doctor-token-network"), channel)


def whose(channel: str, there: str, ours: str, *, waiting: int = 0) -> Finding:
    """Where a platform delivers, beside where it should ("" is nowhere): the host is told alone,
    since a path may hold a secret."""
    facts: dict[str, Fact] = {"host": shown(urlsplit(there).netloc or there), "count": waiting}
    if there == ours:
        found = Text(f"doctor-webhook-{'ours' if ours else 'none'}", facts)
        return Finding("webhook", "well", found, of=channel)
    lost = "foreign" if there else "lost"
    found, do = Text(f"doctor-webhook-{lost}", facts), Text(f"doctor-webhook-{lost}-do")
    return Finding("webhook", "ill", found, do, channel)


def wrong(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those to tell of, the worst first."""
    return (
        *(one for one in findings if one.level == "ill"),
        *(one for one in findings if one.level == "look"),
    )
