"""Pengaduan: what citizens complain of, for those who handle it."""

from __future__ import annotations

from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.topic import Several
from handlers.supervisor.complaints import hear, inbox, prove
from models.letters import Text

CONVERSATION = Several(
    (*inbox.PARTS, prove.FORM, *hear.PARTS),
    manifest=Manifest(
        serves="handlers",
        menu=Offer(1),
        help=Offer(1, Text("guide-pengaduan")),
        greeting=Offer(1, Text("button-inbox")),
        cost=Cost(1, 1, 1, by="head"),
    ),
)
