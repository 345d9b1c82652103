"""What a run has found, as lines to print."""

from __future__ import annotations

from tests.kills.runner import Outcome


def table(outcome: Outcome) -> str:
    """One line a figure; what must be 0 says so."""
    found = outcome.effects
    assert found is not None
    rows = [
        ("kills (SIGKILL)", f"{outcome.kills}, {outcome.at_start} of them during start-up"),
        ("seconds a kill", f"{outcome.seconds / max(outcome.kills, 1):.2f}"),
        ("citizens", str(outcome.citizens)),
        ("ratings in the store", str(found.ratings)),
        ("EFFECTS lost", _zero(sum(found.lost.values()))),
        ("EFFECTS doubled", _zero(sum(found.doubled.values()))),
        ("TALLIES that differ", _zero(found.differences)),
        ("REPLIES lost: citizens left waiting", _zero(len(outcome.stuck))),
        ("REPLIES lost: next message unanswered", _zero(len(outcome.unanswered))),
        ("REPLIES said again (at least once)", f"{outcome.repeated} of {outcome.sends} sent"),
        ("INBOX open", _zero(found.inbox.get("open", 0))),
        ("INBOX dead or aside", _zero(found.inbox.get("dead", 0) + found.inbox.get("aside", 0))),
        ("LETTERS waiting", _zero(found.letters)),
        ("lives that ended by themselves", _zero(len(outcome.ended_alone))),
        ("answers that nobody understood", _zero(len(outcome.astray))),
        ("the last life, asked politely", f"exit {outcome.polite}"),
    ]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def faults(outcome: Outcome) -> list[str]:
    """What must not be, in words; empty where all is well."""
    found = outcome.effects
    assert found is not None
    wrong = {
        "lost": found.lost,
        "doubled": found.doubled,
        "tallies differ": found.differences,
        "citizens left waiting": outcome.stuck,
        "next messages unanswered": outcome.unanswered,
        "answers that nobody understood": outcome.astray,
        "items open": found.inbox.get("open", 0),
        "items dead": found.inbox.get("dead", 0),
        "items aside": found.inbox.get("aside", 0),
        "letters waiting": found.letters,
        "lives that ended by themselves": outcome.ended_alone,
        "exit code after SIGTERM": outcome.polite,
    }
    return [f"{what}: {_told(value)}" for what, value in wrong.items() if value]


def _told(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _zero(number: int) -> str:
    return "0" if number == 0 else f"{number}   <-- must be 0"
