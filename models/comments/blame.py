"""What blames somebody in one clause. Pure.

An insult, a lack, money, that it took long, the wish that they were better, how they are set
beside others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models.comments.clauses import Clause
from models.comments.denial import by_citizen, is_denied, is_lacking, is_refused, makes_good
from models.comments.tokens import BREAK, Token, has, kinds_of_all
from models.comments.unclear import is_praise

_FAULTS = frozenset(
    ("scorns", "wishes", "learns", "pleas", "virtues", "faults", "goods", "feelings")
)
"""Without these no words find fault."""
_PAYS = ("bribes", "asks", "hands", "money")


def insults(clause: Sequence[Token], place: int) -> bool:
    """Whether a word insults somebody of the staff: no machine (`komputer lemot`), and no citizen
    unless they were called so."""
    if not clause[place].is_a("insults"):
        return False
    if clause[place].is_a("feelings") and has(clause, "systems"):
        return False
    if clause[place].is_a("sluggish") and has(clause, "systems"):
        return False
    if clause[place].is_a("strong") and has(clause, "goods"):
        return False
    received = clause[place].is_a("slurs") or has(clause[max(0, place - 4) : place], "says")
    return not is_denied(clause, place) and (received or not by_citizen(clause, place))


def lacks(clause: Sequence[Token], place: int, kind: str) -> bool:
    """Whether something good is denied: `tidak ramah`, `kurang jelas`."""
    if not clause[place].is_a(kind):
        return False
    if clause[place].is_a("plain_deeds") and (
        (is_refused(clause, place) and has(clause[max(0, place - 5) : place], "gifts", "money"))
        or _is_about_bad(clause[place + 1 : place + 4])
    ):
        return False
    return is_lacking(clause, place)


def _is_about_bad(words: Sequence[Token]) -> bool:
    """Whether it is no loss when somebody does not want it: `tidak mau uang`."""
    return any(one.is_amount for one in words) or has(
        words, "money", "bribes", "asks", "gifts", "hands", "insults", "doubtful"
    )


def finds_fault(clause: Sequence[Token]) -> bool:
    """Whether it blames in words that fit a thing as well as a person."""
    if kinds_of_all(clause).isdisjoint(_FAULTS):
        return False
    if has(clause, "scorns") or _wants_better(clause):
        return True
    praises = any(
        one.is_a("cures") or (one.is_a("thanks") and not is_lacking(clause, place))
        for place, one in enumerate(clause)
    )
    return not praises and any(
        (one.is_a("faults") and not is_denied(clause, place) and not by_citizen(clause, place))
        or lacks(clause, place, "goods")
        or _feels(clause, place)
        for place, one in enumerate(clause)
    )


def _feels(clause: Sequence[Token], place: int) -> bool:
    """Whether the citizen who writes is angry or hurt: `saya benci pak joko`."""
    others = any(
        one.is_a("citizens") and not one.is_a("own_kin")
        for one in clause[max(0, place - 3) : place]
    )
    return clause[place].is_a("feelings") and not is_denied(clause, place) and not others


def takes_long(clause: Sequence[Token]) -> bool:
    """Whether hours or days passed and nothing is said to be done by then: `satu stempel dua
    minggu`, but not `dua hari sudah jadi`."""
    long = has(clause, "periods") and any(
        then.is_a("periods") and (one.is_a("counted") or (one.word.isdigit() and one.word != "24"))
        for at, (one, then) in enumerate(pairwise(clause))
        if not (at and clause[at - 1].is_a("numbered"))
    )
    return long and not any(
        one.is_a("done") or (one.is_a("goods") and not one.is_a("plain_deeds")) for one in clause
    )


def _wants_better(clause: Sequence[Token]) -> bool:
    """Whether somebody is asked to be better: `tolong lebih ramah`, `belajarlah menghargai`."""
    asks = has(clause, "wishes")
    return (asks and _is_more(clause)) or _is_to_learn(clause, asks=asks) or _pleads(clause)


def _is_more(clause: Sequence[Token]) -> bool:
    """`lebih ramah`, or `seramah Bu Dewi`."""
    return any(
        (one.is_a("more") and then.is_a("virtues", "plain_deeds"))
        or (then.word.startswith("se") and then.is_a("virtues"))
        for one, then in pairwise(clause)
    )


def _is_to_learn(clause: Sequence[Token], *, asks: bool) -> bool:
    return any(
        one.is_a("learns") and (asks or has(clause[place + 1 : place + 8], "virtues"))
        for place, one in enumerate(clause)
    )


def _pleads(clause: Sequence[Token]) -> bool:
    """`tolong fokus`, `kapan bisa senyum`."""
    when = clause[0].word == "kapan" and has(clause[1:], "virtues")
    return when or any(
        one.is_a("pleas") and any(t.is_a("virtues", "focus") for t in then if not t.is_a("hands"))
        for one, *then in zip(clause, clause[1:], (*clause[2:], BREAK), strict=False)
    )


def asks_money(
    clause: Sequence[Token], place: int, *, somebody: bool, here: bool, in_order: bool
) -> bool:
    """Whether the word at this place does so; `somebody`: whether the comment points to a person,
    `here`: whether the clause does; `in_order`: whether the comment tells of a receipt, a tariff or
    of what came back."""
    one, near = clause[place], clause[max(0, place - 4) : place + 6]
    if not (one.is_amount or one.is_a(*_PAYS)) or makes_good(near):
        return False
    told = not in_order and somebody and _changes_hands(clause, place)
    found = (
        one.is_a("bribes")
        or (one.is_a("asks") and (_is_of_money(clause, place) or has(near, "gifts")))
        or told
        or (one.is_amount and here and not in_order)
    )
    return found and not (is_denied(clause, place, back=5) or is_refused(clause, place))


def _changes_hands(clause: Sequence[Token], place: int) -> bool:
    """`dikasih 20 ribu`, `kalau ada uang`."""
    if_so = has(clause[max(0, place - 4) : place], "if_words")
    if clause[place].is_a("money") and if_so:
        return True
    return clause[place].is_a("hands") and _is_of_money(clause, place)


def _is_of_money(clause: Sequence[Token], place: int) -> bool:
    """Whether money is near, or a bare number: `minta 50`."""
    near = clause[max(0, place - 4) : place + 6]
    after = clause[place + 1 : place + 3]
    bare = bool(after) and after[0].word.isdigit() and not any(t.kinds for t in after[1:])
    return bare or has(near, "money") or any(t.is_amount for t in near)


def sets_below(clause: Clause) -> bool:
    """Whether somebody is left out of praise: `semua ramah kecuali Joko`, `lebih ramah mesin
    daripada Ratna`."""
    if not clause.has("than", "more", "excepts"):
        return False
    compares = clause.has("more")
    if any(one.is_a("than") and then.is_a("plain_deeds") for one, then in pairwise(clause.words)):
        return True
    return clause.has("excepts") or any(
        (one.is_a("than") or (compares and one.word == "dari"))
        and max(clause.points[place + 1 : place + 3], default=0) > 1
        for place, one in enumerate(clause.words)
    )


def favours(clause: Clause) -> bool:
    """Whether it tells of whoever is close to somebody, and nothing good: `ponakan pak harahap ga
    perlu antre`."""
    close = clause.has("kin") and any(
        one.is_a("kin") and max(clause.points[place + 1 : place + 3], default=0) > 1
        for place, one in enumerate(clause.words)
    )
    return close and clause.ends.word != "?" and not is_praise(clause)


def turns_round(before: Clause, clause: Clause) -> bool:
    """Whether praise is said to be taken back: `rajin ya, rajin ke kantin`, `ramah sih, tapi cuma
    sama yang muda`."""
    first, *after = clause.words
    again = first.is_a("goods", "virtues") and any(one.word == first.word for one in before.words)
    allowed = any(one.word == "sih" for one in before.words) and before.has("goods", "virtues")
    return (again and has(after[:1], "if_words", "places", "only")) or (
        allowed and clause.opens.is_a("contrasts") and not is_praise(clause)
    )
