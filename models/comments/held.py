"""Which comments are held: those that blame, insult or accuse somebody who works there. Pure.

A comment is held when it points to a member of the unit's staff (by any part of a name, a
nickname, or where they sit) and has blame, an insult, a threat or money asked, or says of them what
is not known to be good or neutral. Praise and neutral words pass, and so does blame of no person.
In doubt it is held: the oversight team reads it then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from models.comments.blame import (
    asks_money,
    favours,
    finds_fault,
    insults,
    lacks,
    sets_below,
    takes_long,
    turns_round,
)
from models.comments.clauses import Clause, clauses
from models.comments.denial import declines, makes_good
from models.comments.names import StaffNames
from models.comments.pointing import Pointed, names, pointed
from models.comments.tokens import Token, has, tokens
from models.comments.unclear import is_praise, is_unclear

_NAMED, _SWORN = frozenset(("light",)), frozenset(("insults",))
_ACCUSES = frozenset(("insults", "virtues", "bribes", "asks", "hands", "money"))
"""Without these, and without an amount, no clause accuses."""


def is_held(comment: str, staff: StaffNames) -> bool:
    """Whether a comment, as it was written, waits for the oversight team. Takes time in proportion
    to the text."""
    words = tokens(comment)
    points = pointed(words, staff)
    if not any(points) and not has(words, "officers"):
        return False
    bare = [
        _bare(one, point, staff) if point > 2 or one.hidden else one
        for one, point in zip(words, points, strict=True)
    ]
    return _Comment(clauses(bare, points)).blames


def is_named(comment: str, staff: StaffNames) -> bool:
    """Whether a comment has the name of one of these people, however it is written."""
    return names(tokens(comment), staff)


def _bare(word: Token, point: Pointed, staff: StaffNames) -> Token:
    """A name, without what it sounds like: `Siti` is no insult, and `Pak Bagus` no praise; and what
    is starred as a swear word is."""
    if point > 2 and word.word in staff.parts:
        return word.taken_for(_NAMED)
    if word.hidden and not point and not word.kinds:
        return word.taken_for(_SWORN)
    return word


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
            blamed = self.accuses(at) or self.is_wronged(at) or (theirs and self.faults(at))
            if blamed and not self.sets_aside(at):
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
        return max((at for at, one in enumerate(self.clauses) if is_praise(one)), default=-1)

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

    def is_of_officer(self, at: int) -> bool:
        """Whether it is of somebody who works there, not said who, or goes on about them."""
        clause, before = self.clauses[at], self.clauses[max(0, at - 1) : at]
        goes_on = any(one.has("officers") for one in before) and not clause.of_thing
        return clause.has("officers") or (goes_on and not clause.words[0].is_a("citizens"))

    def is_excused(self, at: int) -> bool:
        """Whether it is laid to a system, or was seen to: `tidak bisa cetak karena server mati`,
        `tidak ada, digantikan Pak Joko`, `salah tulis tapi langsung minta maaf`."""
        because = self.clauses[at + 1 : at + 2]
        return any(
            (one.opens.is_a("causes") and one.apart)
            or one.words[0].is_a("stands_in")
            or (one.has("cures") and makes_good(one.words))
            for one in because
        )

    def copes(self, at: int) -> bool:
        """Whether it tells in spite of what somebody did well: `tetap dilayani padahal sudah
        tutup`."""
        clause = self.clauses[at]
        spite = clause.opens.is_a("despite") and not clause.on_person and at > 0
        return spite and is_praise(self.clauses[at - 1])

    def is_elsewhere(self, clause: Clause) -> bool:
        """Whether it is of who does not work there: `tukang parkirnya galak`."""
        others = not clause.about and clause.has("others") and any(
            one.is_a("others") and not (at and clause.words[at - 1].word == "ke")
            for at, one in enumerate(clause.words)
        )
        return others and not self.calls

    def accuses(self, at: int) -> bool:
        """Whether it insults, tells of money, or says that who is pointed to lacks a virtue."""
        clause = self.clauses[at]
        if clause.on_person and (sets_below(clause) or clause.has("removals")):
            return True
        if self.is_elsewhere(clause) or not (self.whom or self.is_of_officer(at)):
            return False
        pays = partial(asks_money, clause.words, somebody=self.whom > 1, in_order=self.in_order)
        if clause.kinds.isdisjoint(_ACCUSES) and not any(one.is_amount for one in clause.words):
            return False
        return any(
            insults(clause.words, place)
            or (self.whom > 0 and lacks(clause.words, place, "virtues"))
            or pays(place, here=clause.on_person)
            for place in range(len(clause.words))
        )

    def faults(self, at: int) -> bool:
        """Whether what fits a thing as well as a person is said of somebody, or what we do not
        know to be good."""
        clause = self.clauses[at]
        if self.is_excused(at) or self.copes(at):
            return False
        if clause.has("cures") and makes_good(clause.words):
            return False
        if clause.of_person and finds_fault(clause.of_person):
            return True
        if at and turns_round(self.clauses[at - 1], clause):
            return True
        if (takes_long(clause.words) and not clause.apart) or favours(clause):
            return True
        return not self.is_elsewhere(clause) and self.leaves_doubt(clause)

    def leaves_doubt(self, clause: Clause) -> bool:
        paid = any(one.is_amount for one in clause.words) and not self.in_order
        if paid and not is_praise(clause):
            return True
        praised = self.last_praise >= 0 and not clause.opens.is_a("contrasts")
        return is_unclear(clause, praised=praised)
