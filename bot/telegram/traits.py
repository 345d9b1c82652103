"""What Telegram can do."""

from bot.channel import Traits

WIDEST = 40
"""Characters that a button alone in its row can carry."""
TELEGRAM = Traits(
    "telegram",
    edits=True,
    silent=True,
    keeps_files=True,
    tells=False,
    takes_back=True,
    widest=WIDEST,
)
CHANNEL = TELEGRAM.name
