"""How words are compared as people write them: chat spelling, old spelling, figures for letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LONGEST = 24
"""Letters of a word that are looked at."""
_LEET = str.maketrans("013456789@$", "oieasgtbgas")
_SOUNDS = (
    *(("dj", "j"), ("tj", "c"), ("oe", "u"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("kh", "k")),
    *(("ph", "f"), ("dh", "d"), ("th", "t"), ("bh", "b"), ("ck", "k"), ("ie", "i"), ("v", "f")),
    *(("q", "k"), ("x", "ks"), ("z", "s"), ("y", "i")),
)
_ENDINGS = (
    *("nia", "nie", "lah", "kah", "pun", "keun", "kan"),
    *("ku", "mu", "na", "ne", "an", "in", "i", "e"),
)
_BEGINNINGS = (
    *(("memper", ""), ("diper", ""), ("meny", "s"), ("meng", ""), ("meng", "k"), ("mem", "p")),
    *(("mem", ""), ("men", "t"), ("men", ""), ("me", ""), ("peng", ""), ("pem", ""), ("pen", "")),
    *(("nge", ""), ("ng", "k"), ("ng", ""), ("ny", "s"), ("ny", "c"), ("ter", ""), ("ber", "")),
    *(("per", ""), ("ke", ""), ("se", ""), ("di", ""), ("pe", ""), ("m", "p"), ("n", "t")),
    *(("n", ""), ("m", "")),
)


def unaccented(text: str) -> str:
    """The text in Latin letters without accents."""
    broken = unicodedata.normalize("NFKD", text)
    return "".join(c for c in broken if not unicodedata.combining(c))


def plain(text: str) -> str:
    """The text in small Latin letters without accents."""
    return unaccented(text).lower()


def folded(word: str) -> str:
    """A word as it sounds: the same for `Djoko`, `JOKOO`, `j0ko` and `joko`. Of at most so many
    letters as are looked at."""
    word = word[:LONGEST]
    if word.isdigit():
        return word
    if word[-1:] == "2" and word[:-1].isalpha():
        word = word[:-1]
    word = word.translate(_LEET)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return "".join(c for n, c in enumerate(word) if not n or c != word[n - 1])


def stems(word: str) -> Iterator[str]:
    """A folded word, then without an ending, a beginning, or both: `diperas`, `peras`."""
    hung = (word[:-2],) if word.endswith(("nia", "nie")) else ()
    for bare in (word, *hung, *(word[: -len(end)] for end in _ENDINGS if word.endswith(end))):
        if len(bare) < 3:
            continue
        yield bare
        for begin, instead in _BEGINNINGS:
            if bare.startswith(begin) and len(bare) - len(begin) >= 2:
                yield instead + bare[len(begin) :]


def shorter(word: str) -> Iterator[str]:
    """The word, and all that it is without one of its letters: two words that share any of these
    differ by a slip."""
    yield word
    for n in range(len(word)):
        yield word[:n] + word[n + 1 :]
