"""A file of the office, or one that was brought before and is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from handlers.question import NotUnderstood, Question, Spell
from handlers.questions import Attach, Option
from handlers.said import Chosen, Given, Said
from models.letters import Text

Brought: TypeAlias = Given | str
_FILE = Attach("", kinds=frozenset({"document"}))


@dataclass(frozen=True)
class Bring(Question[Brought]):
    """A document, or the key of an option."""

    options: Sequence[Option] = field(kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.options

    @property
    def kind(self) -> str:
        return "attach"

    def read(self, said: Said, spell: Spell) -> Brought:
        match said:
            case Chosen(key):
                return self.fits(key)
            case Given("document"):
                return said
            case _:
                raise NotUnderstood(Text("impor-hint"))

    def kept(self, answer: Brought) -> Any:
        return answer if isinstance(answer, str) else _FILE.kept(answer)

    def fits(self, kept: Any) -> Brought:
        if not isinstance(kept, str):
            return _FILE.fits(kept)
        if kept not in [option.key for option in self.options]:
            raise NotUnderstood(Text("hint-gone"))
        return kept
