"""What a page of the trail looks like: the day, who, what they did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from handlers.engine.wire import Opening
from handlers.openings import ToOwnTrail, ToTrailOf, ToTrails
from handlers.oversight.deeds import deed_words
from handlers.words.pages import page_rows
from models.letters import Fact, Letter, Lines, Text
from models.store.oversight.footprints import Footprint

ACTING = ("plt", "plh", "pj", "pjs", "above")
"""In whose place somebody decided: a superior's, as what, or one level above them."""


@dataclass(frozen=True)
class Trail:
    """A page of somebody's trail, newest first, and whether there is more.

    `titles` are of those who work today, by number. `audits`: the reader may go on to others'.
    """

    who_id: int
    name: str
    reader_id: int
    steps: Sequence[Footprint]
    titles: Mapping[int, str]
    page: int
    more: bool
    audits: bool

    @property
    def own(self) -> bool:
        return self.who_id == self.reader_id


def trail_letter(trail: Trail) -> Letter:
    """A page of it, with the ways to the pages before and after and to the trails of others."""
    turn: Callable[[int], Opening] = ToOwnTrail if trail.own else partial(ToTrailOf, trail.who_id)
    rows = page_rows(turn, trail.page, more=trail.more)
    if trail.audits:
        rows.append((ToTrails().button(Text("button-trail-others")),))
    title = Text("trail-title-own") if trail.own else Text("trail-title", {"name": trail.name})
    if not trail.steps:
        return Letter((title, Text("trail-none")), tuple(rows))
    return Letter((title, Lines(tuple(_line(trail, step) for step in trail.steps))), tuple(rows))


def _line(trail: Trail, step: Footprint) -> Text:
    facts: dict[str, Fact] = {
        "day": step.day,
        "who": _who(trail, step) if not step.acting else _acting(trail, step),
        "deed": deed_words(step.deed),
    }
    return Text("trail-step", facts)


def _acting(trail: Trail, step: Footprint) -> Text:
    label = f"trail-acting-{step.acting}" if step.acting in ACTING else "trail-acting-acting"
    return Text(label, {"who": _who(trail, step)})


def _who(trail: Trail, step: Footprint) -> str | Text:
    """Who it was, as what where they work today."""
    if step.actor == "operator":
        return Text("trail-operator")
    if step.actor == "clock":
        return Text("trail-clock")
    if step.by_id == trail.reader_id:
        return Text("trail-you")
    if step.by is None or step.by_id is None:
        return Text("trail-somebody")
    if step.by_id not in trail.titles:
        return step.by
    return Text("trail-person", {"name": step.by, "title": trail.titles[step.by_id]})
