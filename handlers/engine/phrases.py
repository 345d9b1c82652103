"""A question for words of one's own, with a few usual ones as buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.engine.question import Spell
from handlers.engine.questions import Option, Write
from handlers.engine.said import Chosen, Said, Typed, Unasked
from models.wording import folded


class Usual(str):
    """A usual phrase, as the person has read it: whoever chose it has seen it."""

    __slots__ = ()


@dataclass(frozen=True)
class Phrase(Write):
    """Free words; a tap on a usual phrase, its number or its label gives that phrase in full.

    The phrase is kept as the person has read it, in their language: it is said on to somebody
    else as their own words. The answer is `Usual` where it was one of them, and was
    read as one: the same words that came before the question are words of one's own.
    """

    usual: Sequence[Option] = field(default=(), kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return self.usual

    @property
    def kind(self) -> str:
        return "write"

    def read(self, said: Said, spell: Spell) -> str:
        for number, option in enumerate(() if isinstance(said, Unasked) else self.usual, 1):
            words = spell(option.label)
            match said:
                case Chosen(key) if key == option.key:
                    return Usual(words)
                case Typed(text) if folded(text) in (str(number), folded(words)):
                    return Usual(words)
        return super().read(said, spell)

    def kept(self, answer: str) -> Any:
        return [answer] if isinstance(answer, Usual) else answer

    def fits(self, kept: Any) -> str:
        match kept:
            case [str(words)]:
                return Usual(super().fits(words))
        return super().fits(kept)
