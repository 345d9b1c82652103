"""Which comments are held: those that blame, insult or accuse somebody who works there. Pure.

A comment is held when it points to a member of the unit's staff (by any part of a name, a
nickname, or where they sit) and has blame, an insult, a threat or money asked, or says of them what
is not known to be good or neutral. Praise and neutral words pass, and so does blame of no person.
In doubt it is held: the oversight team reads it then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from models.comments.denial import WANTS, is_denied, is_lacking
from models.comments.names import StaffNames
from models.comments.pointing import Pointed, names, pointed
from models.comments.tokens import BREAK, Token, tokens
from models.comments.unclear import is_praise, is_unclear, says_nothing
from models.comments.words import phrases


def is_held(comment: str, staff: StaffNames) -> bool:
    """Whether a comment, as it was written, waits for the oversight team. Takes time in proportion
    to the text."""
    words = tokens(comment)
    points = pointed(words, staff)
    words = [_bare(*one, staff) for one in zip(words, points, strict=True)]
    if not any(points):
        return False
    whom, goes_on = max(points), False
    clauses = list(_clauses(words, points))
    calls = any(max(here) > 1 and says_nothing(one, here) for one, here in clauses)
    praise = [n for n, (one, _) in enumerate(clauses) if is_praise(one)]
    in_order = any(one.is_a("in_order", "refusals") for one in words)
    for at, (clause, here) in enumerate(clauses):
        about = max(here)
        if about > 1 and _sets_below(clause, here):
            return True
        if any(one.is_a("once") for one in clause) and any(n > at for n in praise):
            continue
        elsewhere = any(one.is_a("others") for one in clause) and not about and not calls
        accused = _accuses(clause, in_order=in_order, whom=(whom > 1, about > 1))
        if accused and not elsewhere and (whom > 1 or about):
            return True
        apart = any(one.is_a("systems") for one in clause)
        thing = apart or about == 1 or any(one.is_a("things") for one in clause)
        thing = thing and not (calls and any(one.is_a("roles") for one in clause))
        if _finds_fault(clause) and not apart and (
            about > 1 or ((goes_on or calls) and not thing)
        ):
            return True
        theirs = about > 1 or ((goes_on or calls) and not thing)
        if theirs and not elsewhere and is_unclear(clause, here, apart=apart, praised=bool(praise)):
            return True
        goes_on = about > 1 or (goes_on and not thing)
    return False


def is_named(comment: str, staff: StaffNames) -> bool:
    """Whether a comment has the name of one of these people, however it is written."""
    return names(tokens(comment), staff)


def _bare(word: Token, point: Pointed, staff: StaffNames) -> Token:
    """A name, without what it sounds like: `Siti` is no insult, and `Pak Bagus` no praise."""
    named = point > 2 and word.word in staff.parts
    return replace(word, kinds=frozenset()) if named else word


def _clauses(
    words: Sequence[Token], points: Sequence[Pointed]
) -> Iterator[tuple[list[Token], list[Pointed]]]:
    pairs = zip(words, points, strict=True)
    for ends, several in groupby(pairs, key=lambda pair: pair[0] is BREAK):
        if not ends:
            clause, here = zip(*several, strict=True)
            yield list(clause), list(here)


def _sets_below(clause: Sequence[Token], here: Sequence[Pointed]) -> bool:
    """Whether somebody is left out of praise: `semua ramah kecuali Joko`, `lebih ramah mesin
    daripada Ratna`."""
    left_out = any(one.is_a("excepts") for one in clause)
    return left_out or any(
        one.is_a("than") and max(here[place + 1 : place + 3], default=0) > 1
        for place, one in enumerate(clause)
    )


def _accuses(clause: Sequence[Token], *, in_order: bool, whom: tuple[bool, bool]) -> bool:
    """Whether it insults somebody, threatens, or tells of money that was asked; `whom`: whether
    the comment points to somebody, and whether the clause does."""
    return any(
        _insults(clause, place)
        or _lacks(clause, place, "virtues")
        or _asks_money(clause, place, in_order=in_order, whom=whom)
        for place in range(len(clause))
    )


def _finds_fault(clause: Sequence[Token]) -> bool:
    """Whether it blames in words that fit a thing as well as a person."""
    praises = any(
        one.is_a("thanks") and not is_lacking(clause, place) for place, one in enumerate(clause)
    )
    return not praises and any(
        (one.is_a("faults") and not is_denied(clause, place)) or _lacks(clause, place, "goods")
        for place, one in enumerate(clause)
    )


def _insults(clause: Sequence[Token], place: int) -> bool:
    if not (clause[place].is_a("insults") or _phrase(clause, place, "insult_phrases")):
        return False
    if clause[place].is_a("strong") and any(t.is_a("goods") for t in clause):
        return False
    return not is_denied(clause, place) and not _by_citizen(clause, place)


def _asks_money(
    clause: Sequence[Token], place: int, *, in_order: bool, whom: tuple[bool, bool]
) -> bool:
    one, near = clause[place], clause[max(0, place - 4) : place + 6]
    if not (one.kinds or one.is_amount):
        return False
    somebody, points = whom
    of_money = any(t.is_amount or t.is_a("money") for t in near)
    found = (
        one.is_a("bribes")
        or _phrase(clause, place, "bribe_phrases")
        or (one.is_a("asks") and (of_money or any(t.is_a("gifts") for t in near)))
        or (one.is_a("hands") and of_money and somebody and not in_order)
        or (one.is_amount and points and not in_order)
    )
    return bool(found) and not is_denied(clause, place, back=5) and not _refused(clause, place)


def _refused(clause: Sequence[Token], place: int) -> bool:
    """Whether what was offered was not taken: `kasih uang rokok, dia menolak`."""
    after = clause[place + 1 :]
    taken = (
        one.is_a("negators") and then.word.endswith("terima") for one, then in pairwise(after)
    )
    return any(one.is_a("refusals") for one in after[:8]) or any(taken)


def _lacks(clause: Sequence[Token], place: int, kind: str) -> bool:
    """Whether something good is denied: `tidak ramah`, `kurang jelas`."""
    if not clause[place].is_a(kind):
        return False
    after = clause[place + 1 : place + 4]
    if clause[place].word in WANTS and any(
        t.is_amount or t.is_a("money", "bribes", "asks", "gifts", "hands") for t in after
    ):
        return False
    return is_lacking(clause, place)


def _by_citizen(clause: Sequence[Token], place: int) -> bool:
    """Whether it is a citizen who does so: `sabar menghadapi warga yang marah`."""
    if clause[place].word.startswith("di"):
        return False
    back = range(place - 1, max(-1, place - 5), -1)
    at = next((at for at in back if not clause[at].is_a("who", "insults")), -1)
    if at < 0 or not clause[at].is_a("citizens"):
        return False
    return at == 0 or not clause[at - 1].is_a("towards", "hands", "asks")


def _phrase(clause: Sequence[Token], place: int, kind: str) -> bool:
    every = phrases(kind).get(clause[place].word, ())
    return any(
        all(
            place + n < len(clause) and clause[place + n].word == word
            for n, word in enumerate(phrase)
        )
        for phrase in every
    )
