"""Chance: a `Dice` is made at the wiring and handed in, as the clock is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_bytes  # noqa: TID251  (the real dice)


@dataclass(frozen=True)
class Dice:
    """Draws ids, codes and keys: from the operating system, in a simulation from a seed.

    `draw` gives so many bytes that nobody can foresee; with `Random(7).randbytes` everything that
    is drawn is the same in every run.
    """

    draw: Callable[[int], bytes]

    def hexadecimal(self, size: int) -> str:
        """So many bytes, in twice as many digits."""
        return self.draw(size).hex()

    def word(self, letters: str, length: int) -> str:
        """A word of so many of these letters, each as likely as the others."""
        return "".join(letters[self.below(len(letters))] for _ in range(length))

    def below(self, end: int) -> int:
        """A whole number from 0, smaller than `end`."""
        # Out of 2**64 numbers: what one result is likelier than another is beyond measure.
        return int.from_bytes(self.draw(8)) % end


SYSTEM = Dice(token_bytes)
"""The dice of the product."""
