"""What a counter's poster says, wherever it is asked for.

A poster hangs where citizens are: its words are Indonesian, whatever language it is asked for in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.attachments.links import Reach
from bot.render.poster import MOST_SERVICES, Link, Poster, Words
from bot.telegram.username import deep_link
from bot.texts import bundle_of
from bot.whatsapp.number import whatsapp_link
from models.letters import Fact, Text
from models.services import Counter

if TYPE_CHECKING:
    from bot.config import Settings


def poster_of(counter: Counter, reach: Reach) -> Poster:
    """The counter's."""
    services = [service.name for service in counter.services]
    return Poster(
        unit=counter.unit.name,
        counter=counter.name,
        services=services,
        more=_said("poster-more", count=len(services) - MOST_SERVICES + 1),
        code=counter.code,
        links=ways(counter.code, reach),
    )


def words_of(reach: Reach) -> Words:
    """What all of them say. A citizen on WhatsApp presses send, one on Telegram taps."""
    private = "poster-private-sent" if reach.number else "poster-private"
    return Words(
        title=_said("poster-title"),
        survey=_said("poster-survey"),
        scan=_said("poster-scan"),
        services=_said("poster-services"),
        private=_said(private),
    )


def ways(code: str, reach: Reach) -> list[Link]:
    """The channels of a poster, WhatsApp first: that is where citizens are."""
    found = []
    if reach.number:
        by_hand = _said("poster-code-whatsapp", number=reach.number)
        found.append(Link("WhatsApp", on_whatsapp(code, reach), by_hand))
    if reach.username:
        by_hand = _said("poster-code", username=reach.username)
        found.append(Link("Telegram", deep_link(reach.username, code), by_hand))
    return found


def on_whatsapp(code: str, reach: Reach) -> str:
    """The link with the words that rate at the counter; to press send is all a citizen does."""
    return whatsapp_link(reach.number, _said("poster-send", code=code))


def logo_of(chosen: Settings) -> bytes:
    """The office's logo as it was given; nothing where there is none. Raises OSError."""
    return chosen.logo.read_bytes() if chosen.logo else b""


def _said(text: str, **facts: Fact) -> str:
    return bundle_of("id", ["office"]).plain("id", Text(text, facts))
