"""How each conversation is played: as it declares itself, else by typing its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.channel import Delivery, Tapped
from bot.cli.bubbles.answers import fullest, shortest
from bot.cli.bubbles.phone import Count, PlayedPhone
from bot.cli.bubbles.town import NOW, SENDERS, Town
from bot.inbound.outcome import Speech
from handlers import CONVERSATIONS
from handlers.citizen import rate, survey
from handlers.engine.manifest import Audience, Player
from handlers.engine.said import Typed
from models.letters import Text
from models.store import Store

Way: TypeAlias = Literal["shortest", "fullest", "aside", "prompt"]
"""`aside` is the shortest way while another form is half filled in: that one is offered again."""
WAYS: Sequence[Way] = ("shortest", "fullest", "aside")
PLAYERS: Mapping[Audience, Player] = {
    "everybody": "citizen",
    "known": "employee",
    "staff": "employee",
    "superiors": "superior",
}
"""Who plays for whom a conversation serves; for all others it is the head."""
MOST = 60
"""More deeds than any conversation takes."""


class EndlessWalk(RuntimeError):
    """A conversation did not come to its end."""


@dataclass(frozen=True)
class Walked:
    """One conversation from its first word to its end, and the labels that were cut."""

    conversation: str
    who: Player
    way: Way
    count: Count
    labels: tuple[str, ...]


def walked(
    store: Store, town: Town, name: str, *, way: Way, language: str, speech: Speech
) -> Walked:
    """Play a conversation, after what must have happened before it."""
    for before in CONVERSATIONS[name].manifest.cost.after:
        _played(store, town, before, way="shortest", language=language, speech=speech)
    phone = _played(store, town, name, way=way, language=language, speech=speech)
    return Walked(name, player(name), way, phone.count, tuple(phone.labels))


def player(name: str) -> Player:
    """Who plays the conversation."""
    manifest = CONVERSATIONS[name].manifest
    return manifest.cost.by or PLAYERS.get(manifest.serves, "head")


def _played(
    store: Store, town: Town, name: str, *, way: Way, language: str, speech: Speech
) -> PlayedPhone:
    cost = CONVERSATIONS[name].manifest.cost
    phone = PlayedPhone(store, SENDERS[player(name)], NOW, speech)
    left = _left_open(phone, town, name) if way == "aside" else None
    phone.count = Count()
    phone.does(_opening(town, name, way, language, speech))
    sample = speech.texts.plain(language, Text("bubbles-sample"))
    answer = town.spelled(cost.answer) if cost.answer else sample
    if way == "fullest" and phone.question is None:
        _look_around(phone, name)
    tried: set[tuple[str, str]] = set()
    while phone.form != left and (question := phone.question) is not None:
        if phone.count.deeds > MOST:
            raise EndlessWalk(name)
        if way == "fullest":
            phone.does(fullest(phone, question, answer, tried=tried))
        else:
            phone.does(shortest(phone, question, answer))
    return phone


def _left_open(phone: PlayedPhone, town: Town, name: str) -> int | None:
    """Begin another form and answer its first question; gives the form's number."""
    other = rate if name == survey.CONVERSATION.name else survey
    opening = town.spelled(f"o.{other.CONVERSATION.name}.{{counter}}-{{service}}")
    phone.does(Tapped(opening))
    phone.does(Tapped(next(tap for tap in phone.screen if tap.startswith("a."))))
    return phone.form


def _opening(town: Town, name: str, way: Way, language: str, speech: Speech) -> Delivery:
    """Where it can be begun so by one tap or by a link, that is the shortest."""
    cost = CONVERSATIONS[name].manifest.cost
    if cost.tap is not None:
        return Tapped(f"o.{name}.{town.spelled(cost.tap)}")
    word = speech.texts.plain(language, Text(f"open-{name}")).split("|")[0].strip()
    if way != "fullest" and cost.word is not None:
        return Typed(f"{word} {town.spelled(cost.word)}")
    return Typed(word)


def _look_around(phone: PlayedPhone, name: str) -> None:
    """Where nothing is asked, tap every button of the first screen that stays in it."""
    for tap in [tap for tap in phone.screen if tap.startswith(f"o.{name}.")]:
        if phone.question is None:
            phone.does(Tapped(tap))
