"""What was done, in words: the deeds that the trail tells of, as people read them."""

from __future__ import annotations

from models.letters import Text

DEEDS = (
    "approve",
    "return",
    "raised",
    "appraise",
    "received",
    "reply",
    "doubt",
    "superior",
    "post",
    "station",
    "duty",
    "team",
    "unit",
    "counter",
    "standard",
    "left",
    "leave",
    "name",
    "nip",
    "calendar",
    "setting",
    "intake",
    "import",
    "code",
    "codes",
    "join",
    "chat",
    "request",
    "erase",
    "ratings",
    "counted",
    "work",
    "held",
    "quarantine",
    "voice",
    "complaint",
    "hearing",
    "rebuttal",
    "review",
    "seal",
    "export.complaints",
    "export.log",
    "export.scores",
    "export.survey",
    "publish",
    "incident",
    "secret",
    "resume",
)
"""What is done to what the office holds of somebody, or of everybody."""


def deed_words(deed: str) -> Text:
    """What somebody did, as a verb and what it was done to: `opened the scores`.

    What was looked at is the conversation's to say, in a text `deed-look-` and its name. What Tilik
    noted under a name that it no longer uses has words too.
    """
    if deed.startswith("look."):
        return Text(f"deed-look-{deed.removeprefix('look.')}", otherwise="deed-look")
    return Text(f"deed-{deed.replace('.', '-')}" if deed in DEEDS else "deed-other")
