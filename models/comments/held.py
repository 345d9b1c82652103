"""Which comments are held: those that blame, insult or accuse somebody who works there. Pure.

A comment is held when it points to a member of the unit's staff (by any part of a name, a
nickname, or where they sit) and has blame, an insult, a threat or money asked, or says of them what
is not known to be good or neutral. Praise and neutral words pass, and so does blame of no person.
In doubt it is held: the oversight team reads it then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from models.comments.clauses import Clause, clauses
from models.comments.denial import by_citizen, declines, is_denied, is_lacking, is_refused
from models.comments.names import StaffNames
from models.comments.pointing import Pointed, names, pointed
from models.comments.tokens import BREAK, Token, tokens
from models.comments.unclear import is_praise, is_unclear


def is_held(comment: str, staff: StaffNames) -> bool:
    """Whether a comment, as it was written, waits for the oversight team. Takes time in proportion
    to the text."""
    words = tokens(comment)
    points = pointed(words, staff)
    bare = [_bare(*one, staff) for one in zip(words, points, strict=True)]
    return _Comment(clauses(bare, points)).blames


def is_named(comment: str, staff: StaffNames) -> bool:
    """Whether a comment has the name of one of these people, however it is written."""
    return names(tokens(comment), staff)


def _bare(word: Token, point: Pointed, staff: StaffNames) -> Token:
    """A name, without what it sounds like: `Siti` is no insult, and `Pak Bagus` no praise; and what
    is starred as a swear word is."""
    if point > 2 and word.word in staff.parts:
        return replace(word, kinds=_NAMED)
    if word.hidden and not point and not word.kinds:
        return replace(word, kinds=_SWORN)
    return word


_NAMED, _SWORN = frozenset(("light",)), frozenset(("insults",))


@dataclass(frozen=True)
class _Comment:
    """The clauses of a comment, judged together."""

    clauses: Sequence[Clause]

    @property
    def blames(self) -> bool:
        """Whether it blames somebody; what is said after a clause about them is of them too, until
        a thing comes."""
        goes_on = False
        for at, clause in enumerate(self.clauses):
            theirs = clause.on_person or ((goes_on or self.calls) and not self.of_thing(clause))
            if not self.sets_aside(at) and (
                self.accuses(clause)
                or self.is_wronged(at)
                or (theirs and self.finds_fault(at))
            ):
                return True
            goes_on = (clause.on_person and not clause.words[0].is_a("systems")) or (
                goes_on and not self.of_thing(clause)
            )
        return False

    @cached_property
    def whom(self) -> Pointed:
        return max((one.about for one in self.clauses), default=0)

    @cached_property
    def calls(self) -> bool:
        """Whether somebody is called, so that every clause may be of them: `judes, Bu Dewi`."""
        return any(one.only_calls for one in self.clauses)

    @cached_property
    def last_praise(self) -> int:
        return max((at for at, one in enumerate(self.clauses) if is_praise(one.words)), default=-1)

    @cached_property
    def cured(self) -> bool:
        return any(one.has("cures") for one in self.clauses)

    @cached_property
    def in_order(self) -> bool:
        return any(one.has("in_order") or declines(one.words) for one in self.clauses)

    def of_thing(self, clause: Clause) -> bool:
        """Whether it is of a thing, and not of what somebody did to it: `semua data saya salah`."""
        spoilt = clause.has("works") and clause.has("spoilt") and not self.cured
        return clause.of_thing and not (self.calls and clause.has("roles")) and not spoilt

    def sets_aside(self, at: int) -> bool:
        """Whether it was thought once (`kirain galak`), or tells what somebody coped with."""
        clause = self.clauses[at]
        return clause.concedes or (clause.has("once") and self.last_praise > at)

    @cached_property
    def first_person(self) -> int:
        """The first clause about somebody, or as many as there are."""
        told = (at for at, one in enumerate(self.clauses) if one.on_person)
        return next(told, len(self.clauses))

    def is_wronged(self, at: int) -> bool:
        """Whether it tells why it is wrong, and of no system: `bilang habis, padahal masih ada`."""
        clause = self.clauses[at]
        wrong = clause.opens.is_a("despite") and self.last_praise < 0
        return wrong and not clause.apart and self.first_person < at

    def is_excused(self, at: int) -> bool:
        """Whether it is laid to a system, or was seen to: `tidak bisa cetak karena server mati`,
        `tidak ada, digantikan Pak Joko`, `salah tulis tapi langsung minta maaf`."""
        because = self.clauses[at + 1 : at + 2]
        return any(
            (one.opens.is_a("causes") and one.apart)
            or one.words[0].is_a("stands_in")
            or _makes_good(one.words)
            for one in because
        )

    def copes(self, at: int) -> bool:
        """Whether it tells in spite of what somebody did well: `tetap dilayani padahal sudah
        tutup`."""
        clause = self.clauses[at]
        spite = clause.opens.is_a("despite") and not clause.on_person and at > 0
        return spite and is_praise(self.clauses[at - 1].words)

    def is_elsewhere(self, clause: Clause) -> bool:
        """Whether it is of who does not work there: `tukang parkirnya galak`."""
        others = any(
            one.is_a("others") and not (at and clause.words[at - 1].word == "ke")
            for at, one in enumerate(clause.words)
        )
        return others and not clause.about and not self.calls

    def accuses(self, clause: Clause) -> bool:
        if clause.on_person and (_sets_below(clause) or clause.has("removals")):
            return True
        pointed_to = self.whom > 0
        if self.is_elsewhere(clause) or not (pointed_to or clause.has("officers")):
            return False
        return any(
            _insults(clause.words, place)
            or (pointed_to and _lacks(clause.words, place, "virtues"))
            or self.asks_money(clause, place)
            for place in range(len(clause.words))
        )

    def asks_money(self, clause: Clause, place: int) -> bool:
        one, near = clause.words[place], clause.words[max(0, place - 4) : place + 6]
        after = clause.words[place + 1 : place + 3]
        if_so = _has(clause.words[max(0, place - 4) : place], "if_words")
        if not (one.kinds or one.is_amount):
            return False
        of_money = any(t.is_amount or t.is_a("money") for t in near) or (
            bool(after) and after[0].word.isdigit() and not any(t.kinds for t in after[1:])
        )
        found = (
            one.is_a("bribes")
            or (one.is_a("asks") and (of_money or _has(near, "gifts")))
            or (one.is_a("hands") and of_money and self.whom > 1 and not self.in_order)
            or (one.is_a("money") and if_so and self.whom > 1 and not self.in_order)
            or (one.is_amount and clause.on_person and not self.in_order)
        )
        if _makes_good(near):
            return False
        back = is_denied(clause.words, place, back=5) or is_refused(clause.words, place)
        return bool(found) and not back

    def finds_fault(self, at: int) -> bool:
        """Whether what fits a thing as well as a person is said of somebody, or what we do not
        know to be good."""
        clause = self.clauses[at]
        if self.is_excused(at) or self.copes(at) or _makes_good(clause.words):
            return False
        if clause.of_person and _finds_fault(clause.of_person):
            return True
        if at and _turns_round(self.clauses[at - 1], clause):
            return True
        if (_takes_long(clause.words) and not clause.apart) or _favours(clause):
            return True
        praised = self.last_praise >= 0 and not clause.opens.is_a("contrasts")
        return not self.is_elsewhere(clause) and is_unclear(
            clause.words, clause.points, apart=clause.apart, praised=praised
        )


def _makes_good(words: Sequence[Token]) -> bool:
    return any(one.is_a("cures") and not is_denied(words, at) for at, one in enumerate(words))


def _has(words: Sequence[Token], *kinds: str) -> bool:
    return any(one.is_a(*kinds) for one in words)


def _sets_below(clause: Clause) -> bool:
    """Whether somebody is left out of praise: `semua ramah kecuali Joko`, `lebih ramah mesin
    daripada Ratna`."""
    compares = clause.has("more")
    if any(
        one.is_a("than") and then.is_a("plain_deeds") for one, then in pairwise(clause.words)
    ):
        return True
    return clause.has("excepts") or any(
        (one.is_a("than") or (compares and one.word == "dari"))
        and max(clause.points[place + 1 : place + 3], default=0) > 1
        for place, one in enumerate(clause.words)
    )


def _favours(clause: Clause) -> bool:
    """Whether it tells of whoever is close to somebody, and nothing good: `ponakan pak harahap ga
    perlu antre`."""
    close = any(
        one.is_a("kin") and max(clause.points[place + 1 : place + 3], default=0) > 1
        for place, one in enumerate(clause.words)
    )
    return close and clause.ends.word != "?" and not is_praise(clause.words)


def _turns_round(before: Clause, clause: Clause) -> bool:
    """Whether praise is said to be taken back: `rajin ya, rajin ke kantin`, `ramah sih, tapi cuma
    sama yang muda`."""
    first, *after = clause.words
    again = first.is_a("goods", "virtues") and any(one.word == first.word for one in before.words)
    allowed = any(one.word == "sih" for one in before.words) and before.has("goods", "virtues")
    return (again and _has(after[:1], "if_words", "places", "only")) or (
        allowed and clause.opens.is_a("contrasts") and not is_praise(clause.words)
    )


def _takes_long(clause: Sequence[Token]) -> bool:
    """Whether hours or days passed and nothing is said to be done by then: `satu stempel dua
    minggu`, but not `dua hari sudah jadi`."""
    long = any(
        then.is_a("periods") and (one.is_a("counted") or (one.word.isdigit() and one.word != "24"))
        for at, (one, then) in enumerate(pairwise(clause))
        if not (at and clause[at - 1].is_a("numbered"))
    )
    return long and not any(
        one.is_a("done") or (one.is_a("goods") and not one.is_a("plain_deeds")) for one in clause
    )


def _wants_better(clause: Sequence[Token]) -> bool:
    """Whether somebody is asked to be better: `tolong lebih ramah`, `belajarlah menghargai`."""
    asks = _has(clause, "wishes")
    better = any(
        (one.is_a("more") and then.is_a("virtues", "plain_deeds"))
        or (then.word.startswith("se") and then.is_a("virtues"))
        for one, then in pairwise(clause)
    )
    learns = any(
        one.is_a("learns") and (asks or _has(clause[place + 1 : place + 8], "virtues"))
        for place, one in enumerate(clause)
    )
    when = clause[0].word == "kapan" and _has(clause[1:], "virtues")
    pleads = any(
        one.is_a("pleas") and any(t.is_a("virtues", "focus") for t in then if not t.is_a("hands"))
        for one, *then in zip(clause, clause[1:], (*clause[2:], BREAK), strict=False)
    )
    return (asks and better) or learns or when or pleads


def _finds_fault(clause: Sequence[Token]) -> bool:
    """Whether it blames in words that fit a thing as well as a person."""
    if _has(clause, "scorns") or _wants_better(clause):
        return True
    praises = any(
        one.is_a("cures")
        or (one.is_a("thanks") and not is_lacking(clause, place))
        for place, one in enumerate(clause)
    )
    return not praises and any(
        (one.is_a("faults") and not is_denied(clause, place) and not by_citizen(clause, place))
        or _lacks(clause, place, "goods")
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


def _insults(clause: Sequence[Token], place: int) -> bool:
    if not clause[place].is_a("insults"):
        return False
    if clause[place].is_a("feelings") and _has(clause, "systems"):
        return False
    if clause[place].is_a("sluggish") and _has(clause, "systems"):
        return False
    if clause[place].is_a("strong") and _has(clause, "goods"):
        return False
    received = clause[place].is_a("slurs") or _has(clause[max(0, place - 4) : place], "says")
    return not is_denied(clause, place) and (received or not by_citizen(clause, place))


def _is_about_bad(words: Sequence[Token]) -> bool:
    """Whether it is no loss when somebody does not want it: `tidak mau uang`."""
    return any(one.is_amount for one in words) or _has(
        words, "money", "bribes", "asks", "gifts", "hands", "insults", "doubtful"
    )


def _lacks(clause: Sequence[Token], place: int, kind: str) -> bool:
    """Whether something good is denied: `tidak ramah`, `kurang jelas`."""
    if not clause[place].is_a(kind):
        return False
    if clause[place].is_a("plain_deeds") and (
        (is_refused(clause, place) and _has(clause[max(0, place - 5) : place], "gifts", "money"))
        or _is_about_bad(clause[place + 1 : place + 4])
    ):
        return False
    return is_lacking(clause, place)
