"""What the conversations cost, as a table for the terminal or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from bot.cli.bubbles.phone import Count
from bot.cli.bubbles.walks import Walked

Say: TypeAlias = Callable[..., str]
COUNTED = ("taps", "typed", "sent", "bubbles", "deed", "longest", "shortened", "lists", "buttons")
"""The columns of numbers; `deed` is bubbles for one thing that people do."""
NAMED = ("conversation", "who", "way")


def as_lines(walks: Sequence[Walked], prompts: Sequence[Walked], say: Say) -> Iterator[str]:
    """A row for each way through each conversation, then for each prompt, then what that makes."""
    rows = [[one.conversation, *_who(one, say), *_numbers(one.count)] for one in walks]
    sent = [[say(f"plan-kind-{one.conversation}"), *_who(one, say)] for one in prompts]
    rows += [[*row, *_numbers(one.count)] for row, one in zip(sent, prompts, strict=True)]
    head = [say(f"bubbles-column-{name}") for name in (*NAMED, *COUNTED)]
    yield from _aligned([head, *rows])
    yield ""
    shortest = [one.count for one in walks if one.way == "shortest"]
    yield say(
        "bubbles-total",
        conversations=len(shortest),
        deeds=sum(count.deeds for count in shortest),
        bubbles=sum(count.bubbles for count in shortest),
        prompts=len(prompts),
        unasked=sum(one.count.bubbles for one in prompts),
    )


def as_object(walks: Sequence[Walked], prompts: Sequence[Walked], *, language: str) -> str:
    """One JSON object: `language`, `conversations` and `prompts`.

    A row has `conversation` (of a prompt its `kind`), `who`, `way`, the numbers of the table but
    their ratio, and `labels`: each label that was cut, whole.
    """
    page = {
        "language": language,
        "conversations": [
            {"conversation": one.conversation, "way": one.way, **_row(one)} for one in walks
        ],
        "prompts": [{"kind": one.conversation, **_row(one)} for one in prompts],
    }
    return json.dumps(page, ensure_ascii=False, indent=2)


def _row(one: Walked) -> dict[str, object]:
    return {"who": one.who, **vars(one.count), "labels": sorted(set(one.labels))}


def _who(one: Walked, say: Say) -> tuple[str, str]:
    return say(f"bubbles-who-{one.who}"), say(f"bubbles-way-{one.way}")


def _numbers(count: Count) -> list[str]:
    ratio = f"{count.bubbles / count.deeds:.1f}" if count.deeds else ""
    return [ratio if name == "deed" else str(getattr(count, name)) for name in COUNTED]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Words to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(width) if place < len(NAMED) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
