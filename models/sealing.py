"""Sealing: words under a key that the database does not know (AES-256-GCM). Pure."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
"""Bytes before what is sealed; random for every seal (NIST SP 800-38D)."""


class Unopenable(ValueError):
    """It was sealed under another key, for another place, or has been altered."""


def sealed(key: bytes, words: bytes, *, place: str, nonce: bytes) -> bytes:
    """The words sealed for one place: what is copied to another does not open there."""
    return nonce + AESGCM(key).encrypt(nonce, words, place.encode())


def unsealed(key: bytes, kept: bytes, *, place: str) -> bytes:
    """What was sealed for that place. Raises `Unopenable`."""
    try:
        return AESGCM(key).decrypt(kept[:NONCE], kept[NONCE:], place.encode())
    except InvalidTag:
        raise Unopenable("not sealed under this key, or altered since") from None
