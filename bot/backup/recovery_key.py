"""The recovery key: the private half is shown once and kept on paper, the public half stays here.

Both are written as the program `age` writes them: Bech32 (BIP 173), whose check digits find what
was mistyped at night.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from bot.config import Settings

PUBLIC, PRIVATE = "age", "age-secret-key-"
LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKED = 6
_SIZE = 32


def file_of(settings: Settings) -> Path:
    """Where the public half is, with which backups are made."""
    return settings.home.absolute() / "recovery.pub"


def new() -> X25519PrivateKey:
    """A recovery key that nobody has seen."""
    return X25519PrivateKey.generate()


def written(key: X25519PrivateKey) -> str:
    """The private half as it is put on paper: 74 letters and digits."""
    return _encoded(PRIVATE, key.private_bytes_raw()).upper()


def public(key: X25519PrivateKey) -> str:
    """The public half in words."""
    return _encoded(PUBLIC, key.public_key().public_bytes_raw())


def read(words: str) -> X25519PrivateKey:
    """The private half as somebody typed it, in small letters or with spaces; ValueError for what
    is none or has a mistake in it."""
    return X25519PrivateKey.from_private_bytes(_decoded(PRIVATE, words))


def read_public(words: str) -> X25519PublicKey:
    """The public half; ValueError for what is none."""
    return X25519PublicKey.from_public_bytes(_decoded(PUBLIC, words))


def _encoded(kind: str, raw: bytes) -> str:
    digits = _regrouped(raw, 8, 5)
    check = _checksum([*_spread(kind), *digits, *[0] * _CHECKED]) ^ 1
    digits += [check >> 5 * (5 - n) & 31 for n in range(_CHECKED)]
    return f"{kind}1{''.join(LETTERS[digit] for digit in digits)}"


def _decoded(kind: str, words: str) -> bytes:
    found, _, letters = "".join(words.split()).lower().rpartition("1")
    if found != kind or set(letters) - set(LETTERS):
        raise ValueError("no such key")
    digits = [LETTERS.index(letter) for letter in letters]
    if _checksum([*_spread(kind), *digits]) != 1:
        raise ValueError("a mistake in the key")
    raw = bytes(_regrouped(digits[:-_CHECKED], 5, 8))
    if len(raw) != _SIZE:
        raise ValueError("no such key")
    return raw


def _spread(kind: str) -> Sequence[int]:
    codes = kind.encode("ascii")
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _checksum(digits: Iterable[int]) -> int:
    check = 1
    for digit in digits:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ digit
        for bit, value in enumerate(_GENERATOR):
            check ^= value if top >> bit & 1 else 0
    return check


def _regrouped(numbers: Iterable[int], bits: int, into: int) -> list[int]:
    """Groups of so many bits as groups of another size; what is over is filled up with noughts in
    letters, and left out in bytes."""
    pool, size, found = 0, 0, []
    for number in numbers:
        pool, size = pool << bits | number, size + bits
        while size >= into:
            size -= into
            found.append(pool >> size & (1 << into) - 1)
    if size and into < bits:
        found.append(pool << into - size & (1 << into) - 1)
    return found
