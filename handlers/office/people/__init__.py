"""Pegawai: the people of the units whose personnel office one is, and what it does for them."""

from __future__ import annotations

from datetime import timedelta

from handlers.engine.conversation import Conversation, only_onward
from handlers.engine.manifest import Cost, Manifest, Place
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.people import card, code, end, found, leave, superior
from handlers.openings import (
    ToAway,
    ToCard,
    ToCode,
    ToEnding,
    ToFound,
    ToLooked,
    ToNewSuperior,
    ToSearch,
)
from models.letters import Text

NAME = "pegawai"
PATIENCE = timedelta(hours=1)
CONVERSATION = Several(
    NAME,
    (
        Conversation(
            NAME,
            found.look,
            found.ask,
            only_onward,
            opening=ToSearch,
            patience=PATIENCE,
        ),
        Conversation(
            NAME,
            found.look_at_page,
            found.ask_again,
            found.keep,
            opening=ToFound,
            patience=PATIENCE,
        ),
        Screen(
            NAME,
            card.look,
            card.card_letter,
            opening=ToCard,
            concerns=card.concerns,
        ),
        AtOnce(
            NAME,
            code.look,
            code.keep,
            opening=ToCode,
            concerns=lambda asked: card.concerns(asked.card),
        ),
        Conversation(
            NAME,
            superior.look,
            superior.ask,
            superior.keep,
            opening=ToNewSuperior,
            patience=PATIENCE,
            title=lambda choosing: card.title(choosing.card),
            concerns=lambda choosing: card.concerns(choosing.card),
        ),
        Conversation(
            NAME,
            card.look,
            leave.ask,
            leave.keep,
            opening=ToAway,
            patience=PATIENCE,
            title=card.title,
            concerns=card.concerns,
        ),
        Conversation(
            NAME,
            card.look,
            end.ask,
            end.keep,
            opening=ToEnding,
            patience=PATIENCE,
            title=card.title,
            concerns=card.concerns,
        ),
        Conversation(
            NAME,
            found.look_for_words,
            found.ask_again,
            found.keep,
            opening=ToLooked,
            patience=PATIENCE,
        ),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=Place(1),
        help=Place(1, Text("guide-people")),
        greeting=Place(1, Text("button-people")),
        cost=Cost(2, 2, 2, answer="{hire}"),
    ),
)
