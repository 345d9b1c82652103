"""Words of the channel's own that stand in and around a letter."""

from __future__ import annotations

from bot.channel import Spoken
from bot.texts import Texts
from bot.whatsapp.outbound.rendered import Phrases, typed
from models.letters import Text


def phrases_of(spoken: Spoken, texts: Texts) -> Phrases:
    """The channel's own words for this letter, in its language."""
    ways = ""
    if spoken.place and spoken.buttons:
        ways = texts.plain(spoken.language, Text("whatsapp-ways", {"ways": typed(spoken.buttons)}))
    return Phrases(
        choose=texts.plain(spoken.language, Text("whatsapp-choose")),
        more=texts.plain(spoken.language, Text("whatsapp-more")),
        ways=ways,
        no_file=texts.plain(spoken.language, Text("whatsapp-no-file")),
    )
