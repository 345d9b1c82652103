"""Files in the format age v1 (the specification C2SP `age`).

Who has the private key opens them, with Tilik or with the program `age`; who has the public one can
only write them.

X25519, HKDF, HMAC and ChaCha20-Poly1305 are the library's; here stands the format alone. A file is
written and read in pieces of 64 KiB, and a piece that was altered, moved or cut off does not open.
"""

from __future__ import annotations

import base64
import hmac
import io
from collections.abc import Iterator
from itertools import count, pairwise
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.dice import SYSTEM

VERSION = b"age-encryption.org/v1"
_X25519 = b"age-encryption.org/v1/X25519"
_PIECE, _TAG, _KEY, _NONCE = 64 * 1024, 16, 16, 16
_LONGEST = 1024
"""Bytes of a line of the head: a longer one is none."""
_ONCE = bytes(12)
"""The nonce of a key that seals one thing alone."""


class NoBackup(Exception):
    """The file is none of this format."""


class OtherKey(Exception):
    """The file was sealed for another key."""


class Damaged(Exception):
    """The file is not as it was written: altered, or cut off."""


class Sealed(io.RawIOBase):
    """What is written here goes sealed into the file; `close` ends it, and leaves the file open."""

    def __init__(self, file: IO[bytes], to: X25519PublicKey) -> None:
        self._file, self._left = file, bytearray()
        key, nonce = SYSTEM.draw(_KEY), SYSTEM.draw(_NONCE)
        head = b"\n".join([VERSION, *_stanza(key, to), b"---"])
        file.write(head + b" " + _base64(_mac(key, head)) + b"\n" + nonce)
        self._cipher, self._numbers = _payload(key, nonce), count()

    def writable(self) -> bool:
        return True

    def write(self, raw: Any) -> int:
        """Take some bytes; they go into the file a piece at a time."""
        self._left += raw
        whole = max(0, len(self._left) - 1) // _PIECE * _PIECE  # the last comes at the end
        for start in range(0, whole, _PIECE):
            self._put(bytes(self._left[start : start + _PIECE]), last=False)
        del self._left[:whole]
        return len(raw)

    def close(self) -> None:
        """Write the last piece."""
        if not self.closed:
            self._put(bytes(self._left), last=True)
        super().close()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(next(self._numbers), last), piece, None))


class Unsealed(io.RawIOBase):
    """What a sealed file holds. Raises `NoBackup`, `OtherKey`, and on reading `Damaged`."""

    def __init__(self, file: IO[bytes], key: X25519PrivateKey) -> None:
        opened = _opened(file, key)
        nonce = file.read(_NONCE)
        if len(nonce) != _NONCE:
            raise Damaged
        self._pieces, self._left = _pieces(file, _payload(opened, nonce)), b""

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        """Fill the room, or some of it; 0 at the end."""
        self._left = self._left or next(self._pieces, b"")
        some, self._left = self._left[: len(room)], self._left[len(room) :]
        room[: len(some)] = some
        return len(some)


def _stanza(key: bytes, to: X25519PublicKey) -> tuple[bytes, bytes]:
    """The lines that tell whoever has the private half the key of the file."""
    once = X25519PrivateKey.generate()
    share = once.public_key().public_bytes_raw()
    wrapping = _wrapping(once.exchange(to), share, to)
    return b"-> X25519 " + _base64(share), _base64(wrapping.encrypt(_ONCE, key, None))


def _opened(file: IO[bytes], key: X25519PrivateKey) -> bytes:
    """The key of the file, its head read and found to be unaltered."""
    head = _head(file)
    if head[0] != VERSION or not head[-1].startswith(b"--- "):
        raise NoBackup
    for line, body in pairwise(head):
        if line.startswith(b"-> X25519 ") and (found := _unwrapped(line[10:], body, key)):
            told = b"\n".join([*head[:-1], b"---"])
            if not hmac.compare_digest(_base64(_mac(found, told)), head[-1][4:]):
                raise Damaged
            return found
    raise OtherKey


def _head(file: IO[bytes]) -> list[bytes]:
    lines: list[bytes] = []
    while not (lines and (lines[-1].startswith(b"---") or lines[0] != VERSION)):
        line = file.readline(_LONGEST)
        if not line.endswith(b"\n"):
            raise NoBackup
        lines.append(line[:-1])
    return lines


def _unwrapped(share: bytes, body: bytes, key: X25519PrivateKey) -> bytes | None:
    try:
        raw, wrapped = _from_base64(share), _from_base64(body)
        shared = key.exchange(X25519PublicKey.from_public_bytes(raw))
        return _wrapping(shared, raw, key.public_key()).decrypt(_ONCE, wrapped, None)
    except (ValueError, InvalidTag):
        return None


def _wrapping(shared: bytes, share: bytes, to: X25519PublicKey) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_derived(shared, share + to.public_bytes_raw(), _X25519))


def _payload(key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_derived(key, nonce, b"payload"))


def _mac(key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(key, b"", b"header"), head, "sha256")


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _pieces(file: IO[bytes], cipher: ChaCha20Poly1305) -> Iterator[bytes]:
    sealed, number = file.read(_PIECE + _TAG), 0
    while True:
        after = file.read(_PIECE + _TAG)
        try:
            piece = cipher.decrypt(_nonce(number, not after), sealed, None)
        except InvalidTag:
            raise Damaged from None
        if number and not piece:
            raise Damaged
        yield piece
        if not after:
            return
        sealed, number = after, number + 1


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _base64(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _from_base64(words: bytes) -> bytes:
    return base64.b64decode(words + b"=" * (-len(words) % 4), validate=True)
