"""Which column a title means: written out or short, in any order, with brackets and slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby
from typing import Any

from bot.imports.reading import headers

LONGEST = 120
"""Letters of a title that are looked at."""
MOST_WORDS = 12
SHORT = {
    **dict.fromkeys(("jab", "jbtn"), "jabatan"),
    "nm": "nama",
    **dict.fromkeys(("tgl", "tg"), "tanggal"),
    "ket": "keterangan",
    **dict.fromkeys(("jml", "jmlh"), "jumlah"),
    "tw": "triwulan",
    "gol": "golongan",
    "no": "nomor",
    "lkt": "loket",
    "indik": "indikator",
    "sat": "satuan",
    "peg": "pegawai",
    "pnddk": "penduduk",
    "lyn": "layanan",
    "pelyn": "pelayanan",
    **dict.fromkeys(("telp", "tlp"), "telepon"),
    "tempt": "tempat",
    "pend": "pendidikan",
    "thn": "tahun",
    "org": "organisasi",
    "ls": "langsung",
}
FILLERS = frozenset(
    ("dan", "atau", "yang", "yg", "di", "dgn", "the", "of", "per", "and", "or", "pada")
)
HARMLESS = frozenset(
    (
        *("pegawai", "pns", "asn", "pppk", "lengkap", "gelar", "dengan", "tanpa", "beserta"),
        *("resmi", "sesuai", "sk", "saat", "ini", "sekarang", "jelas", "terlayani", "dilayani"),
        *("tahun", "kinerja", "langsung", "bersangkutan", "ybs", "setahun", "orang", "jiwa"),
        *("wajib", "diisi", "nrp", "nippk", "nipppk", "definitif", "dinilai", "karyawan"),
        *("staf", "triwulanan", "data", "tempat", "kode", "nomor", "rincian", "uraian"),
        *("pelaksanaan", "masa", "kolom"),
    )
)
"""What may stand beside a title and leaves it the title it is."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_APART = re.compile(r"[/|&+,;]|\bdan\b|\batau\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
Words = frozenset[str]


@dataclass(frozen=True)
class Meaning:
    """What a title says: the column it means, and how far it is from what that is called (0: it is
    called so); the columns it is near to, where it could mean them; whether it is known as one of
    which nothing is kept."""

    column: str | None = None
    far: int = 0
    near: tuple[str, ...] = ()
    is_not_kept: bool = False


NOTHING = Meaning()


class Titles:
    """The titles of a kind of file: what each of its columns is called."""

    def __init__(self, called: Mapping[str, Sequence[str]]) -> None:
        self._called = called

    def meaning(self, title: str) -> Meaning:
        """What the title means."""
        title = title[:LONGEST]
        words = words_of(title)
        exact = self._by_plain.get(plain(title)) or self._by_plain.get(plain(title, whole=True))
        if exact:
            return Meaning(exact)
        if not words:
            return NOTHING
        for far, found in enumerate((self._by_words.get(words), self._of_parts(title)), start=1):
            if isinstance(found, str):
                return Meaning(found, far)
            if found:
                return Meaning(near=found)
        if weak := self._weak.get(words):
            return Meaning(weak, 3)
        if _is_not_kept(title, words):
            return Meaning(is_not_kept=True)
        found = self._bare.get(words - HARMLESS)
        return Meaning(found, 3) if found else Meaning(near=self._near(words))

    @cached_property
    def _by_plain(self) -> Mapping[str, str]:
        return {plain(header): name for name, several in self._called.items() for header in several}

    @cached_property
    def _by_words(self) -> Mapping[Words, str]:
        return {words_of(h): name for name, several in self._called.items() for h in several}

    @cached_property
    def _bare(self) -> Mapping[Words, str]:
        """Without what may stand beside; what two columns are called then is neither."""
        found: dict[Words, set[str]] = {}
        for words, name in self._by_words.items():
            found.setdefault(words - HARMLESS, set()).add(name)
        return {words: one for words, (one, *more) in found.items() if words and not more}

    @cached_property
    def _weak(self) -> Mapping[Words, str]:
        by_first = {plain(h): name for name, several in self._called.items() for h in several}
        return {
            words_of(weak): by_first[plain(first)]
            for first, several in headers.WEAK.items()
            if plain(first) in by_first
            for weak in several
        }

    def _of_parts(self, title: str) -> str | tuple[str, ...]:
        """The one column that parts of the title name (Unit Kerja/OPD), or all that they name."""
        parts = [words_of(part) for part in _APART.split(_BRACKETS.sub(" ", title))]
        named = (self._by_words.get(part) for part in parts if len(parts) > 1)
        found = tuple(dict.fromkeys(one for one in named if one))
        return found[0] if len(found) == 1 else found

    def _near(self, words: Words) -> tuple[str, ...]:
        """The columns with the most words that are all in the title."""
        called = ((one, name) for one, name in self._by_words.items() if one - HARMLESS)
        within = [(len(one), name) for one, name in called if one <= words]
        most = max((count for count, _ in within), default=0)
        return tuple(dict.fromkeys(name for count, name in within if count == most))


def plain(title: str, *, whole: bool = False) -> str:
    """A title without capitals, signs, and (unless `whole`) what stands in brackets."""
    bare = title if whole else _BRACKETS.sub(" ", title)
    return " ".join(_LETTERS.findall(bare.casefold()))


def words_of(title: str) -> Words:
    """The words of a title in full, without those that say nothing and without slips."""
    letters = plain(title).split() or plain(title, whole=True).split()
    whole: list[str] = []
    for single, several in groupby(letters[:MOST_WORDS], key=lambda word: len(word) == 1):
        found = list(several)
        whole += ["".join(found)] if single else found
    full = (SHORT.get(word, word) for word in whole)
    return frozenset(_right(word) for word in full if word not in FILLERS)


def _is_not_kept(title: str, words: Words) -> bool:
    known = _not_kept()
    if words in known or (words - HARMLESS and words - HARMLESS in known):
        return True
    parts = [words_of(part) for part in _APART.split(title)]
    return len(parts) > 1 and all(part in known for part in parts if part)


@cache
def _not_kept() -> frozenset[Words]:
    return frozenset(frozenset(SHORT.get(w, w) for w in one.split()) for one in headers.NOT_KEPT)


@cache
def _known_words() -> frozenset[str]:
    """Every word that offices are known to call their columns."""
    named: list[Any] = [value for name, value in vars(headers).items() if name.isupper()]
    called = [one for value in named for one in _flat(value)]
    return frozenset(word for one in called for word in plain(one).split()) | HARMLESS | FILLERS


def _flat(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        return [one for several in value.values() for one in several]
    return value  # type: ignore[no-any-return]


@lru_cache(4096)  # each kind of file, and each row that could be a header, asks for the same
def _right(word: str) -> str:
    """The word that was meant where a letter is wrong, missing, doubled or swapped, of long ones
    two; the word itself where none or several could be meant."""
    if len(word) < 4 or len(word) > 20 or word in _known_words():
        return word
    allowed = 1 if len(word) < 8 else 2
    known = (one for one in _known_words() if len(one) >= 4)
    near = {one: abs(len(one) - len(word)) for one in known}
    far = {one: (slips(word, one), apart) for one, apart in near.items() if apart <= allowed}
    least = min(far.values(), default=(allowed + 1, 0))
    meant = [one for one, count in far.items() if count == least]
    return meant[0] if least[0] <= allowed and len(meant) == 1 else word


def slips(one: str, other: str) -> int:
    """How many letters must be put in, taken out, changed, or swapped with the next."""
    before, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for at, its in enumerate(other, start=1):
            least = min(last[at] + 1, this[-1] + 1, last[at - 1] + (letter != its))
            if row > 1 and at > 1 and letter == other[at - 2] and one[row - 2] == its:
                least = min(least, before[at - 2] + 1)
            this.append(least)
        before, last = last, this
    return last[-1]
