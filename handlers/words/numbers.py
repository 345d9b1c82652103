"""The question about how much, typed as people type it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell
from handlers.engine.questions import Option
from handlers.engine.said import Chosen, Said, Typed
from models.letters import Text, Verbatim, Words

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[,.](\d{1,3}))?(?:\s+(\D.{0,59}))?")

_AS_WRITTEN = str.maketrans(",.", ".,")


@dataclass(frozen=True)
class Quantity:
    """A number and, where it was said, of what."""

    number: Decimal
    measure: str | None = None

    @property
    def words(self) -> Verbatim:
        """As people write it: 12,5 berkas, 1.200 orang."""
        number = f"{self.number:,f}".translate(_AS_WRITTEN)
        return Verbatim(f"{number} {self.measure}" if self.measure else number)


@dataclass(frozen=True)
class Amount(Question[Quantity]):
    """How much, from 0 up: 12, 1.200, 12,5 or '3 berkas'; `usual` numbers are offered as buttons.

    Dots part thousands, a comma (or a dot before one or two digits) the decimals, as in Indonesia.
    """

    usual: Sequence[Quantity] = field(default=(), kw_only=True)
    columns: int = field(default=3, kw_only=True)

    @property
    def choices(self) -> Sequence[Option]:
        return [Option(f"n{number}", q.words) for number, q in enumerate(self.usual)]

    def read(self, said: Said, spell: Spell) -> Quantity:
        match said:
            case Chosen(key):
                return self._usual(key)
            case Typed(text) if found := _quantity(" ".join(text.split())):
                return found
            case _:
                return super().read(said, spell)

    def kept(self, answer: Quantity) -> Any:
        return [str(answer.number), answer.measure]

    def fits(self, kept: Any) -> Quantity:
        match kept:
            case [str(number), str() | None as measure]:
                return Quantity(Decimal(number), measure)
        raise NotUnderstood(Text("hint-gone"))

    def told(self, answer: Quantity) -> Words:
        return answer.words

    def _usual(self, key: str) -> Quantity:
        for option, quantity in zip(self.choices, self.usual, strict=True):
            if option.key == key:
                return quantity
        raise NotUnderstood(Text("hint-gone"))


def _quantity(text: str) -> Quantity | None:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    number = Decimal(f"{found[1].replace('.', '')}.{found[2] or '0'}")
    return Quantity(number.normalize() + 0 if number else Decimal(0), found[3])
