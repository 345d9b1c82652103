"""Trouble on request: sends that fail, at once or later, with codes of Meta's."""

from __future__ import annotations

from bot.sandbox.faults import Faults
from bot.sandbox.whatsapp.refusal import GraphError

TOLD = "The box was told to."
HTTP_OF = {3: 500, 131045: 500, 131000: 500, 131016: 503}
"""Codes that come with a status of trouble on Meta's side, though they refuse."""


class WhatsAppFaults(Faults):
    """The dials of both boxes, and two more.

    failing_later: how the next sends fail that are accepted first.
    foreign_media: a base URL on another host, on which media seem to lie.
    """

    def __init__(self) -> None:
        self.failing_later: list[GraphError] = []
        super().__init__()

    def clear(self) -> None:
        super().clear()
        self.foreign_media = ""
        self.failing_later.clear()

    def fail(
        self, code: int, *, times: int = 1, http: int | None = None, details: str = TOLD
    ) -> None:
        """Refuse the next `times` sends with this code of Meta's, and the status it comes with."""
        status = HTTP_OF.get(code, 400) if http is None else http
        self.plan(GraphError(code, details, http=status), times=times)

    def fail_later(self, code: int) -> None:
        """Accept the next send, show it to nobody, and report it failed."""
        self.failing_later.append(GraphError(code, TOLD))
