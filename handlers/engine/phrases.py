"""A question for words of one's own, with a few usual ones as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.engine.question import Spell
from handlers.engine.questions import Option, Write
from handlers.engine.said import Chosen, Said, Typed
from models.wording import folded


@dataclass(frozen=True)
class Phrase(Write):
    """Free words; a tap on a usual phrase, its number or its label gives that phrase in full.

    The phrase is kept as the person has read it, in their language: it is said on to somebody
    else as their own words.
    """

    usual: Sequence[Option] = field(default=(), kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.usual

    @property
    def kind(self) -> str:
        return "write"

    def read(self, said: Said, spell: Spell) -> str:
        for number, option in enumerate(self.usual, 1):
            words = spell(option.label)
            match said:
                case Chosen(key) if key == option.key:
                    return words
                case Typed(text) if folded(text) in (str(number), folded(words)):
                    return words
        return super().read(said, spell)
