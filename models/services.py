"""What citizens come for: units, the services they offer, the counters where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from models.dice import Dice
from models.letters import Verbatim

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that nobody confuses when they type a code from a poster."""
CODE_LENGTH = 5


class _Named:
    """What can be picked by its name, and is known by its number."""

    id: int
    name: str

    @property
    def key(self) -> str:
        """The number, as a button carries it."""
        return str(self.id)

    @property
    def label(self) -> Verbatim:
        """The name, as people gave it."""
        return Verbatim(self.name)


@dataclass(frozen=True)
class Unit(_Named):
    """An office or a part of one, in its own time zone (an IANA name).

    `closed_on` is its last day, where it has one and whoever gives the unit knows of it.
    """

    id: int
    name: str
    zone: str
    parent_id: int | None = None
    closed_on: date | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Service(_Named):
    """A service a unit delivers; `population` is how many people it serves in a year, `is_told`
    whether its standard is published here, where whoever gives it has looked."""

    id: int
    unit_id: int
    name: str
    population: int | None = None
    is_told: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Counter(_Named):
    """A loket: where a citizen stands; its code is what the QR carries and a person can type."""

    id: int
    unit: Unit
    name: str
    code: str
    services: tuple[Service, ...] = ()

    @property
    def full_name(self) -> str:
        """With its unit, since another unit may have one of the same name."""
        return counter_name(self.name, self.unit.name)


def counter_name(name: str, unit: str) -> str:
    """What a counter, or a service, is called where those of several units may stand."""
    return f"{name}, {unit}"


def new_code(dice: Dice) -> str:
    """A fresh counter code; the store's unique key is the last wall against a repeat."""
    return dice.word(CODE_LETTERS, CODE_LENGTH)


def bare_code(typed: str) -> str:
    """A code as it is compared, whatever it is for: without signs and spaces, in capitals."""
    return "".join(c for c in typed.upper() if c.isalnum())


def spelt_code(code: str) -> str:
    """A code as it is shown and read aloud: in two halves."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def as_code(text: str) -> str | None:
    """The counter code in what a person typed, or None where it cannot be one."""
    code = bare_code(text)
    if len(code) == CODE_LENGTH and all(c in CODE_LETTERS for c in code):
        return code
    return None
