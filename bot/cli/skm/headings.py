"""Which element of a survey a column's heading means, as offices write them. Pure."""

import re
from collections.abc import Mapping, Sequence

from bot.cli.skm.answer_words import answer, spaced
from bot.imports.reading.frame import LAST_ROW
from bot.imports.reading.titles import Meaning
from models.instruments import Instrument, called

_NUMBERED = re.compile(
    r"(?:u|p|q|x|unsur|pertanyaan|soal|butir|item|indikator)\s?0?([1-9][0-9]?)(?: |$)"
)
_LETTERS = re.compile(r"[^\W\d]{2}")
_BESIDE = frozenset(
    (
        *("saran", "kritik", "komentar", "alasan", "rata", "rerata", "jumlah", "total", "ikm"),
        *("nrr", "bobot", "mutu", "konversi", "keterangan", "catatan", "tanggal", "stempel"),
        *("jam", "survei", "pengisian", "kunjungan", "input", "timestamp"),
    )
)
"""Words of columns that stand beside the answers."""


BEYOND = Meaning(near=("beyond",))
"""That a heading numbers an element that the survey does not have."""


class Elements:
    """The elements of a survey, as the titles of a sheet name them."""

    needed = ()

    def __init__(self, survey: Instrument) -> None:
        self._survey, self._names = survey, _names(survey)

    def named(self, cell: str) -> str | None:
        """The element whose name is in a title."""
        return _named(spaced(cell), self._names)

    def meaning(self, cell: str) -> Meaning:
        """What a title says: `U1 (Persyaratan)`, `Waktu Pelayanan`, `unsur 03`. A name goes before
        a number, since printed numbers differ."""
        text = spaced(cell)
        element, numbered = _named(text, self._names), _NUMBERED.match(text)
        number = int(numbered[1]) if numbered else 0
        elements = self._survey.elements
        if element in elements:
            begins = numbered or any(text.startswith(name) for name in self._names[element])
            return Meaning(element, 0 if begins else LAST_ROW)
        if 0 < number <= len(elements):
            return Meaning(elements[number - 1])
        if number and element is None:
            return BEYOND
        is_said = any(answer(cell, key, self._survey) for key in elements)
        return Meaning(is_not_kept=bool(_LETTERS.search(text)) and not is_said)


def is_plain(name: str, survey: Instrument) -> bool:
    """Whether a heading leaves no doubt: an element's key, or U and a number."""
    text = spaced(name)
    return text in survey.elements or (text.startswith("u") and text[1:].strip().isdigit())


def _names(survey: Instrument) -> Mapping[str, Sequence[str]]:
    """The words by which each element is called above a column, the office's own too."""
    own = {
        key: dict.fromkeys((spaced(key), spaced(one.name), spaced(one.short)))
        for key, one in survey.words.items()
    }
    return {key: (*called().get(key, ()), *own.get(key, ())) for key in {**called(), **own}}


def _named(text: str, called_so: Mapping[str, Sequence[str]]) -> str | None:
    found = [
        element
        for element, names in called_so.items()
        if any(f" {name} " in f" {text} " for name in names)
    ]
    if len(found) != 1 or (found != ["pengaduan"] and _BESIDE & set(text.split())):
        return None
    return found[0]
