"""Pegawai: the personnel office finds its employees and adds others; card, code, superior, leave,
last day, and what is otherwise of them."""

from __future__ import annotations

from datetime import timedelta

from handlers.engine.conversation import Conversation, only_onward
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import AtOnce, Screen, Several
from handlers.office.people import card, change, code, end, found, hire, leave, stand_in, superior
from handlers.openings import (
    ToAway,
    ToCard,
    ToChanging,
    ToCode,
    ToEnding,
    ToFound,
    ToHiring,
    ToLooked,
    ToNewSuperior,
    ToSearch,
    ToStandIn,
)
from models.letters import Text

PATIENCE = timedelta(hours=1)
CONVERSATION = Several(
    (
        Conversation(ToSearch, found.look, found.ask, only_onward, patience=PATIENCE),
        Conversation(ToFound, found.look_at_page, found.ask_again, found.keep, patience=PATIENCE),
        Screen(ToCard, card.look, card.card_letter, concerns=card.concerns),
        AtOnce(ToCode, code.look, code.keep, concerns=lambda asked: card.concerns(asked.card)),
        Conversation(
            ToNewSuperior,
            superior.look,
            superior.ask,
            superior.keep,
            patience=PATIENCE,
            title=lambda choosing: card.title(choosing.card),
            concerns=lambda choosing: card.concerns(choosing.card),
        ),
        Conversation(
            ToStandIn,
            stand_in.look,
            stand_in.ask,
            stand_in.keep,
            patience=PATIENCE,
            title=lambda place: card.title(place.card),
            concerns=lambda place: card.concerns(place.card),
        ),
        Conversation(
            ToChanging,
            change.look,
            change.ask,
            change.keep,
            patience=PATIENCE,
            title=lambda editing: card.title(editing.card),
            concerns=lambda editing: card.concerns(editing.card),
        ),
        Conversation(ToHiring, hire.look, hire.ask, hire.keep, patience=PATIENCE),
        Conversation(
            ToAway,
            card.look,
            leave.ask,
            leave.keep,
            patience=PATIENCE,
            title=card.title,
            concerns=card.concerns,
        ),
        Conversation(
            ToEnding,
            card.look,
            end.ask,
            end.keep,
            patience=PATIENCE,
            title=card.title,
            concerns=card.concerns,
        ),
        Conversation(
            ToLooked,
            found.look_for_words,
            found.ask_again,
            found.keep,
            patience=PATIENCE,
        ),
    ),
    manifest=Manifest(
        serves="keepers",
        menu=Offer(1),
        help=Offer(1, Text("guide-people")),
        greeting=Offer(1, Text("button-people")),
        cost=Cost(2, 2, 2, answer="{hire}"),
    ),
)
