"""The recovery key and the sealed file: whole, or not at all; and other programs read them."""

from __future__ import annotations

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.backup import recovery_key
from bot.backup.age import Damaged, NoBackup, OtherKey, Sealed, Unsealed

PIECE = 64 * 1024
KEY = recovery_key.new()
ANOTHERS = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBqR1ZaSFI1MThMNmF4NHAwSFliamhqZlVNSU5BaTZNNElPSUZ1"
    "SXR3WEVVCjZiTVZjSHd0czlSaVN6WURVcmhXWmNJNmhsVjBZUXFHZ0FXSTRhTEpGODQKLT4gWDI1NTE5IDljTnhIM3ZG"
    "cThnYUI3VTZQRkVVWm5XSzVqOTJBalZ0ZE5VREdzRGJLVlkKVXBFOHFVeXlWSUdnRHAySEMxc2xPWnliMTh4bk85aXRy"
    "b0xNNjAwMW1hZwotPiBBOC4tZ3JlYXNlClkyWWwxVWpHTk1HM1VYR25lbkFlcXJkRURsbHRwNlpBVjJjZ2h3a3lCZzJo"
    "bEhuSFZLaTJjUGNKVEp3Ci0tLSArMWF6eUZRbFNscm9JbnBlcHUvZHdVdzF3SFdaUTVPa0VzZytrSDZnY1NVCgCTB1AT"
    "6iENI0O6qbkUQ7aHx/8/mSxWgO1upYcuL948Qs4ZeET51h4jCBc="
)
"""What pyrage 1.4 (the library rage) has sealed for two keys, with a line that means nothing."""
ANOTHERS_KEY = "AGE-SECRET-KEY-19GKYNQT60PSLDK836SFJ2927RUMNVMFGYZF9LDT7AX87E98UMV7QKKZK0K"
ANOTHERS_PUBLIC = "age1jh52c6c3uvuusljulh0zupz2dep0l4tqx5lnpmkkchsfkdhnf57qukyxk2"


def sealed(words: bytes) -> bytes:
    file = io.BytesIO()
    with Sealed(file, KEY.public_key()) as out:
        out.write(words[:7])
        out.write(words[7:])
    return file.getvalue()


def opened(file: bytes, key: str = recovery_key.written(KEY)) -> bytes:
    return io.BufferedReader(Unsealed(io.BytesIO(file), recovery_key.read(key))).read()


SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back(size: int) -> None:
    words = bytes(n % 251 for n in range(size))
    assert opened(sealed(words)) == words


@pytest.mark.parametrize("size", SIZES)
def test_what_is_cut_off_anywhere_does_not_open(size: int) -> None:
    file = sealed(bytes(size))
    for cut in (1, 16, 17, PIECE + 16):
        with pytest.raises((Damaged, NoBackup)):
            opened(file[:-cut])
    with pytest.raises(Damaged):
        opened(file + b"\0")


@given(st.data())
def test_no_byte_of_it_can_be_altered(draw: st.DataObject) -> None:
    file = bytearray(sealed(b"Cadangan"))
    file[draw.draw(st.integers(0, len(file) - 1))] ^= draw.draw(st.integers(1, 255))
    with pytest.raises((Damaged, NoBackup, OtherKey)):
        opened(bytes(file))


def test_pieces_cannot_change_places() -> None:
    file = sealed(bytes(2 * PIECE))
    first = len(file) - 2 * (PIECE + 16)
    swapped = file[:first] + file[first + PIECE + 16 :] + file[first : first + PIECE + 16]
    with pytest.raises(Damaged):
        opened(swapped)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(OtherKey):
        opened(sealed(b"x"), recovery_key.written(recovery_key.new()))


def test_what_another_program_has_sealed_opens_here() -> None:
    assert opened(base64.b64decode(ANOTHERS), ANOTHERS_KEY).decode() == "Cadangan é"
    assert recovery_key.public(recovery_key.read(ANOTHERS_KEY)) == ANOTHERS_PUBLIC


@pytest.mark.parametrize("file", [b"", b"SQLite format 3\0", b"age-encryption.org/v1\n", b"\n" * 9])
def test_what_is_no_such_file_says_so(file: bytes) -> None:
    with pytest.raises(NoBackup):
        opened(file)


def test_a_key_is_read_however_it_was_typed() -> None:
    words = recovery_key.written(KEY)
    assert len(words) == 74
    spaced = " ".join(words[n : n + 6] for n in range(0, 74, 6)).lower()
    assert recovery_key.written(recovery_key.read(f"{spaced}\n")) == words
    assert recovery_key.read_public(recovery_key.public(KEY)) == KEY.public_key()


@given(st.integers(16, 73), st.sampled_from(recovery_key.LETTERS))
def test_one_wrong_letter_of_a_key_is_found(place: int, letter: str) -> None:
    words = recovery_key.written(KEY).lower()
    typed = words[:place] + letter + words[place + 1 :]
    if typed != words:
        with pytest.raises(ValueError, match="mistake"):
            recovery_key.read(typed)


@pytest.mark.parametrize("words", ["", "AGE-SECRET-KEY-1", "kunci", "age1qqqq", "é" * 74])
def test_what_is_no_key_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="key"):
        recovery_key.read(words)
