"""What a person comes for: the buttons of each role."""

from __future__ import annotations

from handlers.engine.manifest import Audience, audiences, offered
from handlers.listed import LISTED
from models.letters import Button
from models.people import Person

Row = tuple[Button, ...]
ROWS: tuple[tuple[Audience, ...], ...] = (
    ("staff",),
    ("superiors", "heads"),
    ("keepers", "followers"),
    ("handlers", "overseers", "auditors", "operators"),
)


def ways(person: Person) -> tuple[Row, ...]:
    """Rows of buttons, one's own work first, then one's team, then one's unit; never none."""
    belongs = audiences(person)
    rows = (_row(tuple(one for one in row if one in belongs)) for row in ROWS)
    return tuple(row for row in rows if row) or (_row(("everybody",)),)


def _row(to: tuple[Audience, ...]) -> Row:
    found = offered(LISTED, "greeting", to=to)
    return tuple(Button(place.words, f"o.{name}.") for name, place in found if place.words)
