"""Keys that the database does not know, all drawn from one secret. Pure."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Purpose: TypeAlias = Literal[
    "trail", "identities", "citizens", "codes", "raters", "reporters", "complaints", "listeners",
    "counted",
]
SHORTEST = 32
"""Letters of a secret that somebody chose: fewer can be guessed."""


@dataclass(frozen=True)
class Keys:
    """One key for each purpose; none of them tells another, or the secret."""

    secret: bytes = field(repr=False)

    def of(self, purpose: Purpose) -> bytes:
        """The key of a purpose: 32 bytes."""
        return hmac.digest(self.secret, f"tilik.{purpose}".encode(), hashlib.sha256)

    def mac(self, purpose: Purpose, words: str) -> str:
        """What only the owner of the key can say of these words (HMAC-SHA-256, hex)."""
        return hmac.new(self.of(purpose), words.encode(), hashlib.sha256).hexdigest()

    def vouches(self, purpose: Purpose, words: str, mac: str) -> bool:
        """Whether the mac was made of these words under this key."""
        return hmac.compare_digest(self.mac(purpose, words).encode(), mac.encode())

    @property
    def fingerprint(self) -> str:
        """Which secret it is, without telling it: 16 hex letters."""
        return hmac.new(self.secret, b"tilik.fingerprint", hashlib.sha256).hexdigest()[:16]
