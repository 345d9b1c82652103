"""How words are compared as people write them: chat spelling, old spelling, figures for letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST = 24
"""Letters of a word that are looked at."""
_LEET = str.maketrans("013456789@$", "oieasgtbgas")
_SOUNDS = (
    *(("dj", "j"), ("tj", "c"), ("oe", "u"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("kh", "k")),
    *(("ph", "f"), ("dh", "d"), ("th", "t"), ("bh", "b"), ("ck", "k"), ("ie", "i")),
)
_LETTERS = str.maketrans({"v": "f", "q": "k", "x": "ks", "z": "s", "y": "i"})
_ENDINGS = frozenset(
    (
        *("nia", "nie", "lah", "kah", "pun", "keun", "kan"),
        *("ku", "mu", "na", "ne", "an", "in", "i", "e"),
    )
)
_ENDS = range(1, 1 + max(map(len, _ENDINGS)))
_BEGINNINGS = (
    *(("memper", ""), ("diper", ""), ("meny", "s"), ("meng", ""), ("meng", "k"), ("mem", "p")),
    *(("mem", ""), ("men", "t"), ("men", ""), ("me", ""), ("peng", ""), ("pem", ""), ("pen", "")),
    *(("nge", ""), ("ng", "k"), ("ng", ""), ("ny", "s"), ("ny", "c"), ("ter", ""), ("ber", "")),
    *(("per", ""), ("ke", ""), ("se", ""), ("di", ""), ("pe", ""), ("m", "p"), ("n", "t")),
    *(("n", ""), ("m", "")),
)
_INSTEAD = {
    first: [stem for begin, stem in _BEGINNINGS if begin == first] for first, _ in _BEGINNINGS
}
"""What a stem may begin with in the place of each beginning."""
_BEGINS = range(1, 1 + max(map(len, _INSTEAD)))


def unaccented(text: str) -> str:
    """The text in Latin letters without accents."""
    if text.isascii():
        return text
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
    word = word if word.isalpha() else word.translate(_LEET)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = word.translate(_LETTERS)
    return word[:1] + "".join([c for c, before in zip(word[1:], word, strict=False) if c != before])


def stems(word: str) -> Sequence[str]:
    """A folded word, then without an ending, a beginning, or both: `diperas`, `peras`."""
    bare = [word, *[word[:-n] for n in _ENDS if word[-n:] in _ENDINGS]]
    if word.endswith(("nia", "nie")):
        bare.append(word[:-2])
    bare = [one for one in bare if len(one) > 2]
    return bare + [
        instead + one[n:]
        for one in bare
        for n in _BEGINS[: len(one) - 2]
        if one[:n] in _INSTEAD
        for instead in _INSTEAD[one[:n]]
    ]


def shorter(word: str) -> Sequence[str]:
    """The word, and all that it is without one of its letters: two words that share any of these
    differ by a slip."""
    return [word, *[word[:n] + word[n + 1 :] for n in range(len(word))]]
