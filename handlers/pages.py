"""Lists that are longer than a screen: what is on a page, and the row that turns pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

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


def page_rows(tap: str, page: int, *, more: bool, rest: str = "") -> list[tuple[Button, ...]]:
    """The row that turns pages, none where there is one page. A button says `tap`, the number of
    the page, `rest`."""
    found = []
    if page:
        found.append(Button(Text("button-page-before"), f"{tap}{page - 1}{rest}"))
    if more:
        found.append(Button(Text("button-page-after"), f"{tap}{page + 1}{rest}"))
    return [tuple(found)] if found else []
