"""A comment as its words: folded, with the lists they stand in, and where its clauses end. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.comments.spelling import LONGEST, folded, stems, unaccented
from models.comments.words import Phrase, forms, is_ordinary, kinds_of, of, phrases

_QUOTES = "\"“”"
_WORD = re.compile(
    r"[\"“”][^\W_]{2,24}[\"“”]"
    r"|[^\W_*@$’']+(?:[*@$’']{1,3}[^\W_*@$’']{0,30}){0,4}|[^\w\s]"
)
"""A quoted word (`yang "ramah" itu`), a word, or a mark."""
_MARK = re.compile(r"(?<!\d)(\d{1,3}) ?(?:/|dari) ?(5|10|100)(?!\d)")
"""A mark that somebody gives (`2/10`), and what it says."""
_MARKS = ("jelek", "bagus")
_DESK = re.compile(r"\b(loket|lkt|lokt|lket|counter|konter|meja)(\d)", re.IGNORECASE)
_TWICE = re.compile(r"\b([^\W\d_]{3,24})2(?![^\W_])")
"""A word that is said twice: `pilih2`."""
_WITHIN = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_])[.:](?=\s?\d)")
_SHORTENED = re.compile(
    r"\b(jl|jln|gg|an|bpk|bp|bpak|sdr|sdri|hj|h|dr|drs|dra|ir|br|ds|kel|kec|kab)\.", re.IGNORECASE
)
"""Words whose full stop ends no clause."""
_STOPS = frozenset('.,;:!?"/—–')
_INNER = frozenset(("inner",))
_LEAST_AMOUNT = 1000
_ROMAN = {"ii": "2", "iii": "3", "iv": "4"}


class Token(NamedTuple):
    """A word as it sounds and the lists in which it stands; `hidden`: a letter of it is starred;
    `is_neutral`: it is a word we know; `ends`: a clause ends here."""

    word: str
    kinds: frozenset[str] = frozenset()
    capital: bool = False
    hidden: bool = False
    is_amount: bool = False
    is_neutral: bool = True
    ends: bool = False

    def is_a(self, *kinds: str) -> bool:
        """Whether it stands in any of these lists."""
        return not self.kinds.isdisjoint(kinds)

    def taken_for(self, kinds: frozenset[str]) -> Token:
        """The same word, in other lists."""
        return self._replace(kinds=kinds, ends=False)


BREAK = Token("", ends=True)
"""Where a clause ends."""
ASKED = Token("?", ends=True)
"""Where a question ends."""
MARK = Token("-")
"""A mark that ends no clause."""


def kinds_of_all(words: Sequence[Token]) -> frozenset[str]:
    """The lists in which any of these words stands."""
    return frozenset[str]().union(*[one.kinds for one in words])


def has(words: Sequence[Token], *kinds: str) -> bool:
    """Whether any of these words stands in one of these lists."""
    return any(not one.kinds.isdisjoint(kinds) for one in words)


def tokens(text: str) -> list[Token]:
    """The words of a text, with a `BREAK` where a clause ends."""
    known: dict[str, Token] = {}
    found = []
    text = _MARK.sub(lambda given: _MARKS[int(given[1]) * 10 >= int(given[2]) * 6], text)
    text = _TWICE.sub(r"\1 \1", _DESK.sub(r"\1 \2", text))
    bare = _BEFORE_NUMBER.sub(" ", _WITHIN.sub("", unaccented(text)))
    bare = _SHORTENED.sub(r"\1 ", bare)
    for written in _joined(_WORD.findall(bare)):
        if written not in known:
            known[written] = _token(written)
        if known[written] is not MARK:
            found.append(known[written])
    return _phrased(found)


def _phrased(found: list[Token]) -> list[Token]:
    """The words, with what they say in a row in place of what each says alone: `luar biasa`."""
    place, known = 0, phrases()
    while place < len(found):
        seconds = known.get(found[place].word)
        for words, kind in _begun(seconds, found[place + 1 : place + 2]) if seconds else ():
            said = found[place : place + len(words)]
            if len(said) == len(words) and all(map(_is_word, said[2:], words[2:])):
                first = said[0].taken_for(frozenset((kind,)))
                rest = (one.taken_for(_INNER)._replace(is_neutral=True) for one in said[1:])
                found[place : place + len(words)] = [first, *rest]
                place += len(words) - 1
                break
        place += 1
    return found


def _begun(seconds: Mapping[str, Sequence[Phrase]], after: Sequence[Token]) -> Iterator[Phrase]:
    """The phrases of which the first two words are said."""
    for one in after:
        if one.word:
            yield from seconds.get(one.word, ())
    yield from seconds.get("", ())


def _is_word(one: Token, word: str) -> bool:
    return one.word in forms(word)


def _joined(found: Sequence[str]) -> Iterator[str]:
    """The pieces, with letters that were spaced or dotted put together again: `J O K O`."""
    run: list[str] = []
    for piece in (*found, ""):
        if not run and (len(piece) != 1 or not piece.isalpha()):
            yield piece
        elif len(piece) == 1 and piece.isalnum() and (run or piece.isalpha()):
            run.append(piece)
        elif not (piece and not piece.isalnum() and len(piece) == 1 and len(run) < 24):
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


def _token(written: str, *, quoted: bool = False) -> Token:
    if written == "?":
        return ASKED
    if written in _STOPS or not written:
        return BREAK
    if written[0] in _QUOTES:
        return _token(written[1:-1], quoted=True)
    if not written[0].isalnum():
        return Token(written, frozenset(("scorns",))) if written in of("scorns") else MARK
    small = _ROMAN.get(written.lower(), written.lower())
    hidden = "*" in small
    if small[0].isdigit():
        number = small.rstrip("abcdefghijklmnopqrstuvwxyz")
        unit = small[len(number) :]
        if number.isdigit() and (not unit or folded(unit) in of("units")):
            amount = bool(unit) or (len(number) < 12 and int(number) >= _LEAST_AMOUNT)
            return Token(small[:LONGEST], is_amount=amount)
    word = folded(small.replace("*", "").replace("'", "").replace("’", ""))
    bare = stems(word)
    kinds = kinds_of(word, bare) if small != "s" else frozenset(("degrees",))
    if quoted and not kinds.isdisjoint(("goods", "virtues")):
        kinds = frozenset(("scorns",))
    amount = "units" in kinds and len(word) > 1
    return Token(
        *(word, kinds, written[0].isupper(), hidden, amount),
        is_neutral=bool(kinds) or is_ordinary(word, bare),
        ends="but_words" in kinds,
    )
