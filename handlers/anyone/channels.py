"""Saluran: where Tilik speaks first to somebody who has joined on several channels.

An opening may name the channel.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Cost, Manifest, Offer
from handlers.engine.questions import Option, Pick
from handlers.openings import ToBeingTold, ToChannels
from models.letters import Letter, Lines, Text
from models.people import Address, Person
from models.refused import Refused
from models.store import Store
from models.store.chat import addresses, chats, consents


@dataclass(frozen=True)
class OwnChats:
    """Every chat of the person that can be reached, where they are spoken to first, and the one
    that was named already."""

    chats: tuple[Address, ...]
    first: Address | None
    named: Address | None


def look(store: Store, person: Person, opening: ToChannels | None, now: datetime) -> OwnChats:
    """Refused to whoever has not joined: nobody speaks first to them."""
    if person.id is None:
        raise Refused(Text("channel-not-joined"))
    found = addresses.of_person(store, person.id, everywhere=True)
    channel = opening.channel if opening else ""
    named = next((one for one in found if one.channel == channel), None)
    return OwnChats(tuple(found), chats.first_of(found), named)


async def ask(known: OwnChats) -> Address | None:
    """One tap, where there is a choice."""
    if known.named is not None or len(known.chats) < 2:
        return known.named
    options = [Option(one.channel, _label(one, known.first)) for one in known.chats]
    picked = await Pick("channel-which", options=options, passing=True)
    return next(one for one in known.chats if one.channel == picked.key)


def _label(one: Address, first: Address | None) -> Text:
    name = one.channel_name
    return Text("channel-chosen", {"channel": name}) if one == first else name


def keep(store: Store, person: Person, chosen: Address | None, now: datetime) -> Letter:
    """Remember the choice: to choose a chat is to be spoken to there again."""
    if chosen is not None:
        chats.choose(store, chosen)
        if not chosen.speaks_first:
            consents.give(store, chosen, "speak-first", now=now)
        return Letter((Text("channel-done", {"channel": chosen.channel_name}),))
    here = {"channel": person.address.channel_name}
    if person.address.speaks_first:
        return Letter((Lines((Text("channel-only", here), Text("channel-more"))),))
    quiet = Lines((Text("channel-quiet", here), Text("channel-more")))
    return Letter((quiet,), ((ToBeingTold().button(Text("button-resume")),),))


CONVERSATION = Conversation(
    ToChannels,
    look,
    ask,
    keep,
    manifest=Manifest(
        serves="known",
        menu=Offer(6, to="staff"),
        help=Offer(2, Text("guide-channel")),
        cost=Cost(2, 2, 2),
    ),
)
