"""Words of the channel's own that stand in and around a letter."""

from __future__ import annotations

from bot.channel import Spoken
from bot.texts import Texts
from bot.whatsapp.outbound.rendered import Phrases
from models.letters import Text


def phrases_of(spoken: Spoken, texts: Texts) -> Phrases:
    """The channel's own words for this letter, in its language."""
    return Phrases(
        choose=texts.plain(spoken.language, Text("whatsapp-choose")),
        more=texts.plain(spoken.language, Text("whatsapp-more")),
        no_file=texts.plain(spoken.language, Text("whatsapp-no-file")),
    )
