"""Whether what is said of somebody is not known to be good or neutral. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from models.comments.clauses import Clause
from models.comments.denial import by_citizen, declines, is_denied, is_lacking, is_refused
from models.comments.tokens import BREAK, Token

_BAD = ("insults", "faults", "asks", "bribes", "money", "gifts", "troubles", "doubtful")
_GOOD = ("goods", "virtues", "thanks")
_JUDGED = ("alike", *_BAD, *_GOOD)
"""Without these nothing is praised."""
_WEIGHED = frozenset(("negators", "barely", "doubtful", "instead", "troubles", "faults"))
"""What else than that we know the word decides whether it passes."""


def is_unclear(told: Clause, *, praised: bool = False) -> bool:
    """Whether a clause about somebody has no praise, and has a word that we do not know or one
    that may be blame: then a person reads it. `praised`: the comment praises elsewhere, so that a
    word that we do not know is taken for no blame."""
    clause, points = told.words, told.points
    doubts = told.has("doubtful", "instead") and not told.has("cures") and any(
        _is_doubtful(clause, place)
        and not (one.is_a("alike") and max(points[place + 1 : place + 3], default=0) > 1)
        and not (is_denied(clause, place, back=5) or _is_citizens(clause, place))
        for place, one in enumerate(clause)
    )
    if not doubts and is_praise(told):
        return False
    before = [BREAK, *clause[:-1]]
    apart = told.apart or _of_numbers(clause)
    unknown = any(
        not (pointing or (clause[place].is_neutral and clause[place].kinds.isdisjoint(_WEIGHED)))
        and not _passes(clause, place, before[place], apart=apart)
        and not (before[place].is_a("aims") and clause[place].is_a("negators"))
        and not (praised and not clause[place].kinds)
        for place, pointing in enumerate(points)
    )
    if unknown or not told.has("negators") or clause[0].is_a("systems"):
        return unknown
    return any(
        about > 2 and one.is_a("negators") and not _is_question(clause, place)
        for place, (about, one) in enumerate(zip(points, clause[1:], strict=False), start=1)
    )


def is_praise(clause: Clause) -> bool:
    """Whether a clause says something good, or denies something bad."""
    takes_nothing = not clause.has("things", "refusals") and declines(clause.words)
    return takes_nothing or (
        clause.has(*_JUDGED)
        and any(_praises(clause.words, place) for place in range(len(clause.words)))
    )


def _is_citizens(clause: Sequence[Token], place: int) -> bool:
    """Whether it is of who writes: `mau menunggu saya ambil berkas pulang`."""
    first = max(1, place - 4)
    return by_citizen(clause, place) or any(
        not clause[place].is_a("hurts")
        and clause[at].is_a("own_first") and not clause[at - 1].is_a("towards")
        for at in range(first, place)
    )


def _is_doubtful(clause: Sequence[Token], place: int) -> bool:
    """Whether it may be blame; `malah` is, but before something good."""
    if clause[place].is_a("instead"):
        return not any(one.is_a(*_GOOD, "refusals") for one in clause[place + 1 : place + 3])
    return clause[place].is_a("doubtful")


def _praises(clause: Sequence[Token], place: int) -> bool:
    """Whether it is something good, or something bad that is denied."""
    one = clause[place]
    if one.is_a("alike") and clause[place + 1 : place + 2]:
        return clause[place + 1].is_a("close")
    if one.is_a(*_BAD) and not one.is_a(*_GOOD):
        return is_denied(clause, place, back=5) or is_refused(clause, place)
    if not one.is_a(*_GOOD) or one.is_a("plain_deeds") or is_lacking(clause, place):
        return False
    return one.is_a("thanks") or not any(t.is_a("if_words") for t in clause[place + 1 : place + 3])


def _passes(clause: Sequence[Token], place: int, before: Token, *, apart: bool) -> bool:
    one = clause[place]
    if one.is_a("negators", "barely") and not one.is_a("plain_deeds"):
        needless = any(t.word in ("perlu", "usah") for t in clause[place + 1 : place + 2])
        return apart or needless or _is_question(clause, place)
    if _is_doubtful(clause, place) or one.is_a("troubles", "faults"):
        return apart or (one.is_a("lapses") and by_citizen(clause, place))
    return one.is_neutral or (one.capital and before.is_a("places"))


def _is_question(clause: Sequence[Token], place: int) -> bool:
    ended = all(one.is_a("particles") for one in clause[place + 1 :])
    return ended and not clause[place].is_a("barely")


def _of_numbers(clause: Sequence[Token]) -> bool:
    """Whether it is of how many work there: `petugas di loket 2 jumlahnya kurang`."""
    absent = any(
        one.is_a("negators") and there.word in ("ada", "aia", "ono") and whom.is_a("roles")
        for one, there, whom in zip(clause, clause[1:], clause[2:], strict=False)
    )
    return absent or any(one.is_a("counts") for one in clause)
