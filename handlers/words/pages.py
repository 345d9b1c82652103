"""Lists that are longer than a screen: what is on a page, and the row that turns pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from handlers.engine.wire import Opening
from models.letters import Button, Text

T = TypeVar("T")
SHOWN = 8
"""So many people or things are on one screen."""


def on_page(found: Sequence[T], page: int, shown: int = SHOWN) -> Sequence[T]:
    """What is on this page; the first is 0."""
    return found[page * shown :][:shown]


def goes_on(found: Sequence[object], page: int, shown: int = SHOWN) -> bool:
    """Whether there is a page after this one."""
    return len(found) > (page + 1) * shown


def page_rows(
    to: Callable[[int], Opening], page: int, *, more: bool
) -> list[tuple[Button, ...]]:
    """The row that turns pages, none where there is one page; `to` opens the page of a number."""
    found = []
    if page:
        found.append(to(page - 1).button(Text("button-page-before")))
    if more:
        found.append(to(page + 1).button(Text("button-page-after")))
    return [tuple(found)] if found else []
