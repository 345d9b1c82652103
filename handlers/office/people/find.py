"""Who is meant: a name on the screen, or words and figures to look for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.engine.question import NotUnderstood, Spell
from handlers.engine.questions import Option, Write
from handlers.engine.said import Chosen, Said, Typed
from models.letters import Text
from models.wording import plain

LONGEST_SEARCH = 28
"""So much is looked for: it fits behind a button that turns pages."""


@dataclass(frozen=True)
class Find(Write):
    """The opening of what is found: that of an option, or of the pages of a search."""

    options: Sequence[Option] = field(kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.options

    @property
    def kind(self) -> str:
        return "write"

    def read(self, said: Said, spell: Spell) -> str:
        match said:
            case Chosen(key):
                return self.fits(key)
            case Typed(text) if 0 < (number := _number(text)) <= len(self.options):
                return self.options[number - 1].key
            case Typed(text) if words := wanted(text):
                return f"h0.{words}"
            case _:
                raise NotUnderstood(Text("hint-write"))

    def fits(self, kept: Any) -> str:
        if not isinstance(kept, str):
            raise NotUnderstood(Text("hint-gone"))
        return kept


def _number(text: str) -> int:
    """The number of a button; three figures or more are looked for."""
    return int(text) if re.fullmatch(r"[1-9]\d?", text.strip(), re.ASCII) else 0


def wanted(text: str) -> str:
    """What was typed as it is looked for: lower case, letters and figures; `_` for any other
    letter than English has."""
    return "".join(sign if sign.isascii() else "_" for sign in plain(text))[:LONGEST_SEARCH].strip()
