"""A comment as its words: folded, with the lists they stand in, and where its clauses end. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.comments.spelling import LONGEST, folded, unaccented
from models.comments.words import is_ordinary, kinds_of, of

_WORD = re.compile(r"[^\W_*@$’']+(?:[*@$’']{1,3}[^\W_*@$’']{0,30}){0,4}|[^\w\s]")
_WITHIN = re.compile(r"(?<=\d)[.,](?=\d)")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[.:](?=\s?\d)")
_SHORTENED = re.compile(
    r"\b(jl|jln|gg|bpk|bp|bpak|sdr|sdri|hj|h|dr|drs|dra|ir|br|ds|kel|kec|kab)\.", re.IGNORECASE
)
"""Words whose full stop ends no clause."""
_STOPS = frozenset('.,;:!?"/—–')
_LEAST_AMOUNT = 1000
_ROMAN = {"ii": "2", "iii": "3", "iv": "4"}


@dataclass(frozen=True)
class Token:
    """A word as it sounds and the lists in which it stands; `hidden`: a letter of it is starred;
    `is_neutral`: it is a word we know."""

    word: str
    kinds: frozenset[str] = frozenset()
    capital: bool = False
    hidden: bool = False
    is_amount: bool = False
    is_neutral: bool = True

    def is_a(self, *kinds: str) -> bool:
        """Whether it stands in any of these lists."""
        return not self.kinds.isdisjoint(kinds)


BREAK = Token("")
"""Where a clause ends."""
MARK = Token("-")
"""A mark that ends no clause."""


def tokens(text: str) -> list[Token]:
    """The words of a text, with a `BREAK` where a clause ends."""
    known: dict[str, Token] = {}
    found = []
    bare = _BEFORE_NUMBER.sub(" ", _WITHIN.sub("", unaccented(text)))
    bare = _SHORTENED.sub(r"\1 ", bare)
    for written in _joined(_WORD.findall(bare)):
        if written not in known:
            known[written] = _token(written)
        if known[written] is not MARK:
            found.append(known[written])
    return found


def _joined(found: Sequence[str]) -> Iterator[str]:
    """The pieces, with letters that were spaced or dotted put together again: `J O K O`."""
    run: list[str] = []
    for piece in (*found, ""):
        if len(piece) == 1 and piece.isalnum() and (run or piece.isalpha()):
            run.append(piece)
        elif not (run and piece and not piece.isalnum() and len(piece) == 1 and len(run) < 24):
            yield from _letters(run)
            run = []
            yield piece
        else:
            run.append(piece)


def _letters(run: Sequence[str]) -> Iterator[str]:
    letters = [one for one in run if one.isalnum()]
    if len(letters) > 2 or (len(letters) == 2 and run[1] == "."):
        yield "".join(letters)
        if not run[-1].isalnum():
            yield run[-1]
    else:
        yield from run


def _token(written: str) -> Token:
    if written in _STOPS or not written:
        return BREAK
    if not written[0].isalnum():
        return MARK
    small = _ROMAN.get(written.lower(), written.lower())
    hidden = "*" in small
    if small[0].isdigit():
        number = small.rstrip("abcdefghijklmnopqrstuvwxyz")
        unit = small[len(number) :]
        if number.isdigit() and (not unit or folded(unit) in of("units")):
            amount = bool(unit) or (len(number) < 12 and int(number) >= _LEAST_AMOUNT)
            return Token(small[:LONGEST], is_amount=amount)
    word = folded(small.replace("*", "").replace("'", "").replace("’", ""))
    kinds = kinds_of(word) if small != "s" else frozenset(("degrees",))
    if "but_words" in kinds:
        return BREAK
    amount = "units" in kinds and len(word) > 1
    return Token(
        *(word, kinds, written[0].isupper(), hidden, amount),
        is_neutral=bool(kinds) or is_ordinary(word),
    )
