"""Whether what a word says is denied in its clause. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comments.tokens import BREAK, Token

_FARTHEST = 13
"""So many words before are looked at, light ones among them."""
_NOT_THEIRS = ("towards", "hands", "asks", "own_before", "works")
_TAKEN = ("asks", "bribes", "money", "gifts", "hands")


def is_lacking(clause: Sequence[Token], place: int) -> bool:
    """Whether something good is said not to be there, or barely: `tidak ramah`, `kurang jelas`."""
    barely = any(one.is_a("barely") for one in clause[max(0, place - 2) : place])
    return barely or is_denied(clause, place, back=2, own=True)


def is_refused(clause: Sequence[Token], place: int) -> bool:
    """Whether what was offered was not taken: `kasih uang rokok, dia menolak`."""
    near = clause[max(0, place - 5) : place + 9]
    needless = any(
        one.is_a("negators")
        and (
            (then.word in ("usah", "perlu") and not what.is_a("systems"))
            or (then.word == "mau" and what is BREAK)
        )
        for one, then, what in zip(near, near[1:], (*near[2:], BREAK), strict=False)
    )
    return needless or declines(near)


def declines(words: Sequence[Token]) -> bool:
    """Whether somebody takes nothing: `menolak`, `tidak mau terima`."""
    return any(
        "refusals" in one.kinds
        or ("negators" in one.kinds and any(t.is_a("takes") for t in words[at + 1 : at + 3]))
        for at, one in enumerate(words)
    )


def is_denied(clause: Sequence[Token], place: int, *, back: int = 3, own: bool = False) -> bool:
    """Whether it is said not to be so: `tidak pernah marah`, but not `tidak hanya marah`."""
    if place and clause[place - 1].word == clause[place].word:
        place -= 1
    for at in _before(clause, place, back):
        one = clause[at]
        if one.is_a("refusals") and not clause[place].is_a(*_TAKEN):
            continue
        if one.is_a("negators") and not (own and one.is_a("fights")):
            after, before = clause[at + 1], clause[max(0, at - 2) : at]
            return not (after.is_a("only", "borne") or any(t.is_a("if_words") for t in before))
        nearer = ("faults", "doubtful", "troubles") if own else ("virtues", "goods")
        if one.is_a(*nearer) and not one.is_a("plain_deeds"):
            return False
    return False


def _before(clause: Sequence[Token], place: int, back: int) -> Iterator[int]:
    """The places of so many words before this one; light ones do not count: `bukan orang yang
    tepat`."""
    for at in range(place - 1, max(-1, place - _FARTHEST), -1):
        if back <= 0:
            return
        yield at
        back -= not clause[at].is_a("light", "titles", "inner")


def by_citizen(clause: Sequence[Token], place: int) -> bool:
    """Whether it is a citizen who does so: `sabar menghadapi warga yang marah`."""
    if clause[place].word.startswith("di"):
        return False
    back = range(place - 1, max(-1, place - 5), -1)
    at = next((at for at in back if not clause[at].is_a("who", "insults", "light")), -1)
    if at < 0 or not clause[at].is_a("citizens"):
        return False
    return at == 0 or not clause[at - 1].is_a(*_NOT_THEIRS)


def makes_good(words: Sequence[Token]) -> bool:
    """Whether what went wrong is said to be put right: `langsung dibetulkan`."""
    return any("cures" in one.kinds and not is_denied(words, at) for at, one in enumerate(words))
