"""Pengaduan: what citizens complain of, for those who handle it."""

from __future__ import annotations

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Several
from handlers.supervisor.complaints import (
    another_kind,
    ask_back,
    both_sides,
    hand_on,
    hear,
    inbox,
    note,
    prove,
    second_look,
    sent,
    take,
)
from models.letters import Text

CONVERSATION = Several(
    (
        *inbox.PARTS,
        take.PART,
        second_look.PART,
        prove.FORM,
        ask_back.FORM,
        note.FORM,
        hand_on.FORM,
        another_kind.FORM,
        *hear.PARTS,
        sent.PART,
        both_sides.PART,
    ),
    manifest=Manifest(
        serves="handlers",
        menu=Offer(1),
        help=Offer(1, Text("guide-pengaduan")),
        greeting=Offer(1, Text("button-inbox")),
        cost=Cost(1, 1, 1, by="head"),
    ),
)
