"""Refusals: the domain says no, and tells the person why and what to do."""

from __future__ import annotations

from models.letters import Button, Text


class Refused(Exception):
    """Not your unit, already rated today, a code that leads nowhere: a reason in words."""

    def __init__(self, why: Text, *, buttons: tuple[tuple[Button, ...], ...] = ()) -> None:
        super().__init__(why.id)
        self.why = why
        self.buttons = buttons
