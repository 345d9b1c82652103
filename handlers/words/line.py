"""One line of the daily log while it is being written: what a card shows and a tap saves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from handlers.words.days import day_words, hours_words
from handlers.words.numbers import Quantity
from models.letters import Fact, File, Text, Verbatim
from models.wording import within
from models.work import Entry, Target

SHORT, DRAFT = 48, 40
"""Characters; a draft ends in its amount, so that no channel may have to cut it again."""


@dataclass(frozen=True)
class LogLine:
    """What was done, for which target (None: a direct task), how much, when, and the evidence."""

    activity: str
    day: date
    target_id: int | None = None
    amount: Quantity | None = None
    hours: tuple[time, time] | None = None
    evidence: tuple[File, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> LogLine:
        """The line that an entry holds."""
        amount = None if entry.quantity is None else Quantity(entry.quantity, entry.measure)
        hours = (entry.starts, entry.ends) if entry.starts and entry.ends else None
        return cls(entry.activity, entry.day, entry.target_id, amount, hours, entry.evidence)

    @classmethod
    def read(cls, sheet: Any) -> LogLine:
        """The line that `sheet` wrote down."""
        activity, day, target_id, amount, hours, evidence = sheet
        return cls(
            activity,
            date.fromisoformat(day),
            target_id,
            Quantity(Decimal(amount[0]), amount[1]) if amount else None,
            (time.fromisoformat(hours[0]), time.fromisoformat(hours[1])) if hours else None,
            tuple(File(*row) for row in evidence),
        )

    def sheet(self) -> Any:
        """The line as JSON."""
        return [
            self.activity,
            self.day.isoformat(),
            self.target_id,
            [str(self.amount.number), self.amount.measure] if self.amount else None,
            [hour.isoformat() for hour in self.hours] if self.hours else None,
            [[file.kind, file.file, file.name] for file in self.evidence],
        ]


def card(
    line: LogLine, target: Target | None, today: date, *, corrects: Entry | None = None
) -> Mapping[str, Fact]:
    """The line in words, as the card shows it before it is saved; why it came back, if it did."""
    none = Text("log-card-none")
    returned = corrects is not None and corrects.state == "returned"
    return {
        "activity": line.activity,
        "target": target.result if target else Text("log-direct"),
        "amount": amount_words(line, target),
        "day": day_words(line.day, today),
        "hours": hours_words(line.hours) if line.hours else none,
        "evidence": Text("log-card-evidence", {"count": len(line.evidence)})
        if line.evidence
        else none,
        "reason": (returned and corrects and corrects.reason) or "none",
    }


def amount_words(line: LogLine, target: Target | None) -> Fact:
    """How much; said where it is counted in another measure than the target, or not at all."""
    if line.amount is None:
        return Text("log-card-none")
    words = line.amount.words.words
    measure = target.measure if target else None
    said = line.amount.measure
    if measure and said and said.strip().casefold() != measure.strip().casefold():
        return Text("log-card-measure", {"amount": words, "measure": measure})
    return words


def draft_label(entry: Entry) -> Verbatim:
    """An earlier entry on the button that takes it for today's draft."""
    line = LogLine.of(entry)
    amount = f" · {line.amount.words.words}" if line.amount else ""
    return Verbatim(f"{brief(entry.activity, DRAFT - len(amount))}{amount}")


def brief(text: str, longest: int = SHORT) -> str:
    """The beginning of what somebody wrote, for a button or a list."""
    return within(text, longest)
