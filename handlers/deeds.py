"""What was done, in words: the deeds that the trail tells of, as people read them."""

from __future__ import annotations

from models.letters import Text

LOOKS = (
    "saya",
    "bukti",
    "evaluasi",
    "penilaian",
    "setuju",
    "kembalikan",
    "tim",
    "apresiasi",
    "luruskan",
    "pegawai",
    "jejak",
    "permintaan",
)
"""The conversations in which one sees what concerns somebody else."""
DEEDS = (
    "approve",
    "return",
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
    "left",
    "leave",
    "name",
    "nip",
    "calendar",
    "setting",
    "intake",
    "import",
    "code",
    "join",
    "request",
    "erase",
    "ratings",
    "export.log",
    "export.scores",
    "incident",
    "secret",
)
"""What is done to what the office holds of somebody, or of everybody."""


def deed_words(deed: str) -> Text:
    """What somebody did, as a verb and what it was done to: `opened the scores`.

    What Tilik noted under a name that it no longer uses has words too.
    """
    known = deed in DEEDS or deed.removeprefix("look.") in LOOKS
    key = deed if known else "look" if deed.startswith("look.") else "other"
    return Text(f"deed-{key.replace('.', '-')}")
