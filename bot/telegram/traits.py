"""What Telegram can do."""

from bot.channel import Traits

TELEGRAM = Traits("telegram", edits=True, silent=True, keeps_files=True, tells=False)
CHANNEL = TELEGRAM.name
