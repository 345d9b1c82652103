"""How anybody would answer any question, for the shortest way through a form and the fullest."""

from __future__ import annotations

from bot.channel import Delivery, Tapped
from bot.cli.bubbles.phone import PlayedPhone
from bot.turn.question_letter import TYPED
from handlers.engine.question import Question
from handlers.engine.said import GivenFile, Located, Typed

PLACE = Located(-6.2, 106.8)
WAYS_OUT = ("save", "fine", "done", "send")
"""The keys of the choices that lead on from a question which comes again after all others."""


def shortest(phone: PlayedPhone, question: Question[object], sample: str) -> Delivery:
    """Skip what may be skipped; else tap: the best answer of a scale, the first of a choice, or
    what leads on."""
    options, skips = _offered(phone)
    onward = [tap for tap in options if _key(tap) in WAYS_OUT]
    if skips or onward:
        return Tapped((skips or onward)[0])
    if options:
        return Tapped(options[-1 if question.kind == "scale" else 0])
    return _sample(phone, question, sample)


def fullest(
    phone: PlayedPhone, question: Question[object], sample: str, *, tried: set[tuple[str, str]]
) -> Delivery:
    """Answer everything: the worst of a scale (it is asked why), words of one's own, every choice
    of a question that comes again, then what leads on."""
    options, _ = _offered(phone)
    if question.kind in ("write", *TYPED) or not options:
        return _sample(phone, question, sample)
    if question.kind == "scale":
        return Tapped(options[0])
    folded = [tap for tap in phone.screen if tap.endswith(".page-0")]
    others = {choice.key for choice in question.choices} - {question.decisive}
    if question.decisive and folded and any((question.name, one) not in tried for one in others):
        return Tapped(folded[0])
    left = [tap for tap in options if (question.name, _key(tap)) not in tried]
    left.sort(key=lambda tap: _key(tap) in WAYS_OUT, reverse=True)
    chosen = left[-1] if left else options[-1]
    tried.add((question.name, _key(chosen)))
    return Tapped(chosen)


def _key(tap: str) -> str:
    return tap.split(".", 3)[-1]


def _offered(phone: PlayedPhone) -> tuple[list[str], list[str]]:
    """The answers on the screen, and the ways to skip."""
    skips = [tap for tap in phone.screen if tap.startswith("v.") and tap.endswith(".skip")]
    return [tap for tap in phone.screen if tap.startswith("a.")], skips


def _sample(phone: PlayedPhone, question: Question[object], words: str) -> Delivery:
    match question.kind:
        case "attach":
            return GivenFile("document", "1013", "bukti.pdf", 40_000)
        case "locate":
            return PLACE
        case "day":
            return Typed(f"{phone.now:%Y-%m-%d}")
        case "amount":
            return Typed("12")
        case "hours":
            return Typed("08.00-10.30")
        case _:
            return Typed(words)
