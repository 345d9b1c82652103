"""Which element of a survey a column's heading means, as offices write them. Pure."""

import re
from dataclasses import dataclass

from models.comments.spelling import unaccented
from models.instruments import Instrument, called
from models.wording import plain

_NUMBERED = re.compile(
    r"(?:u|p|q|x|unsur|pertanyaan|soal|butir|item|indikator)\s?0?([1-9][0-9]?)(?: |$)"
)
_BESIDE = frozenset(
    (
        *("saran", "kritik", "komentar", "alasan", "rata", "rerata", "jumlah", "total", "ikm"),
        *("nrr", "bobot", "mutu", "konversi", "keterangan", "catatan", "tanggal", "stempel"),
        *("jam", "survei", "pengisian", "kunjungan", "input", "timestamp"),
    )
)
"""Words of columns that stand beside the answers."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: an element by its name, a printed number, or neither."""

    name: str
    element: str | None
    number: int | None

    def means(self, instrument: Instrument) -> str | None:
        """The element: by its name where it has one, since printed numbers differ."""
        if self.element in instrument.elements:
            return self.element
        if self.number is None or self.number > len(instrument.elements):
            return None
        return instrument.elements[self.number - 1]

    def is_beyond(self, instrument: Instrument) -> bool:
        """Whether it numbers an element that the survey does not have."""
        return (self.number or 0) > len(instrument.elements) and self.element is None


def heading(name: str) -> Heading:
    """What a column's title says: `U1 (Persyaratan)`, `Waktu Pelayanan`, `unsur 03`."""
    text = spaced(name)
    numbered = _NUMBERED.match(text)
    return Heading(name, _named(text), int(numbered[1]) if numbered else None)


def is_plain(name: str) -> bool:
    """Whether a heading leaves no doubt: an element's key, or U and a number."""
    text = spaced(name)
    return text in called() or (text.startswith("u") and text[1:].strip().isdigit())


def spaced(text: str) -> str:
    """The text in small letters without accents, its signs as single blanks."""
    return plain(unaccented(text))


def _named(text: str) -> str | None:
    found = [
        element
        for element, names in called().items()
        if any(f" {name} " in f" {text} " for name in names)
    ]
    if len(found) != 1 or (found != ["pengaduan"] and _BESIDE & set(text.split())):
        return None
    return found[0]
