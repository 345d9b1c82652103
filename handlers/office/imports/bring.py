"""The question that asks for an import file: send a new one, or pick one that still waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.engine.question import NotUnderstood, Spell
from handlers.engine.questions import Attach, Option, Pick
from handlers.engine.said import Chosen, GivenFile, Said, Typed
from models.letters import FileKind, Text

BEFORE: FileKind = "link"
"""What the answer is where a file was brought before: a link to it, by the option's key."""


@dataclass(frozen=True)
class Bring(Attach):
    """A document, or one of those that are open."""

    kinds: frozenset[FileKind] = field(default=frozenset({"document"}), kw_only=True)
    options: Sequence[Option] = field(kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.options

    @property
    def kind(self) -> str:
        return "attach"

    def read(self, said: Said, spell: Spell) -> GivenFile:
        match said:
            case Chosen(key):
                return self._before(key)
            case GivenFile("document"):
                return said
            case Typed():
                return self._before(self._named(said, spell))
            case _:
                raise NotUnderstood(Text("impor-hint"))

    def fits(self, kept: Any) -> GivenFile:
        match kept:
            case ["link", str(key), *_]:
                return self._before(key)
            case _:
                return super().fits(kept)

    def _named(self, said: Typed, spell: Spell) -> str:
        """The choice that is typed instead of tapped."""
        try:
            return Pick(self.name, options=self.options).read(said, spell).key
        except NotUnderstood:
            raise NotUnderstood(Text("impor-hint")) from None

    def _before(self, key: str) -> GivenFile:
        if key not in [option.key for option in self.options]:
            raise NotUnderstood(Text("hint-gone"))
        return GivenFile(BEFORE, key)
