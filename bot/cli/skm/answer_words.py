"""Which answer from 1 to 4 a cell gives: a number, a letter of the paper form, or words. Pure."""

import re
from fractions import Fraction

from models.comments.spelling import unaccented
from models.instruments import ANSWERS, Instrument, answered
from models.wording import plain

LETTERS = "abcd"
"""The official form lists the answers as a to d, from 1 to 4."""
_WITH_WORDS = re.compile(r"\A(?:\(?([1-4])\)?\s*[-–.:=)(]\s*[^\W\d].*|[^\d]+\(([1-4])\))")
_POSITIVE = frozenset(
    (
        *("baik", "sesuai", "mudah", "cepat", "murah", "kompeten", "sopan", "ramah", "mampu"),
        *("wajar", "jelas", "puas", "memuaskan"),
    )
)
_NEGATIVE = frozenset(("buruk", "jelek", "lambat", "mahal", "sulit"))


def answer(
    written: str, element: str, survey: Instrument, *, lettered: bool = False
) -> int | None:
    """The answer, or None where it is none; `lettered`: the column holds letters only."""
    value = number(written)
    if value is not None:
        return int(value) if value in ANSWERS else None
    if lettered:
        return LETTERS.index(spaced(written)) + 1
    numbered = _WITH_WORDS.fullmatch(written)
    if numbered:
        return int(numbered[1] or numbered[2])
    return _in_words(spaced(written), element, survey)


def is_letter(written: str) -> bool:
    """Whether a cell holds one letter of the paper form."""
    return len(letter := spaced(written)) == 1 and letter in LETTERS


def spaced(text: str) -> str:
    """The text in small letters without accents, its signs as single blanks."""
    return plain(unaccented(text))


def number(written: str) -> Fraction | None:
    """A number with a decimal point or a decimal comma; None for anything else."""
    if re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,30})?", written):
        return Fraction(written.replace(",", "."))
    return None


def _in_words(words: str, element: str, survey: Instrument) -> int | None:
    asked = survey.words.get(element)
    own = tuple(map(spaced, asked.answers)) if asked else answered().get(element, ())
    if words in own:
        return own.index(words) + 1
    first, _, rest = words.partition(" ")
    if first == "sangat":
        good = rest.split(" ")[0]
        return 4 if good in _POSITIVE else 1 if good in _NEGATIVE else None
    if rest.split(" ")[0] in _POSITIVE and first in ("tidak", "kurang"):
        return 1 if first == "tidak" else 2
    return 3 if first in _POSITIVE and set(rest.split()) <= _POSITIVE | {"dan"} else None
