"""What citizens come for: units, the services they offer, the counters where they stand."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from models.letters import Verbatim

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that nobody confuses when they type a code from a poster."""
CODE_LENGTH = 5


@dataclass(frozen=True)
class Unit:
    """An office or a part of one, in its own time zone (an IANA name)."""

    id: int
    name: str
    zone: str
    parent_id: int | None = None

    @property
    def key(self) -> str:
        return str(self.id)

    @property
    def label(self) -> Verbatim:
        return Verbatim(self.name)


@dataclass(frozen=True)
class Service:
    """A service a unit delivers; `population` is how many people it serves in a year."""

    id: int
    unit_id: int
    name: str
    population: int | None = None

    @property
    def key(self) -> str:
        return str(self.id)

    @property
    def label(self) -> Verbatim:
        return Verbatim(self.name)


@dataclass(frozen=True)
class Counter:
    """A loket: where a citizen stands; its code is what the QR carries and a person can type."""

    id: int
    unit: Unit
    name: str
    code: str
    services: tuple[Service, ...] = ()

    @property
    def key(self) -> str:
        return str(self.id)

    @property
    def label(self) -> Verbatim:
        return Verbatim(self.name)


def new_code() -> str:
    """A fresh counter code; the store's unique key is the last wall against a repeat."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def as_code(text: str) -> str | None:
    """The counter code in what a person typed, or None where it cannot be one."""
    code = "".join(c for c in text.upper() if c.isalnum())
    if len(code) == CODE_LENGTH and all(c in CODE_LETTERS for c in code):
        return code
    return None
