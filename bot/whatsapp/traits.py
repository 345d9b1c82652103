"""What WhatsApp can do."""

from bot.channel import Traits

MOST_ROWS, MOST_BUTTONS = 10, 3
"""Choices of one list, and buttons under one message."""
ROW = 24
"""Characters of the title of a list's row."""
WHATSAPP = Traits(
    "whatsapp",
    edits=False,
    silent=False,
    keeps_files=False,
    tells=True,
    takes_back=False,
    widest=ROW,
    most_choices=MOST_ROWS,
    under_picture=MOST_BUTTONS,
    at_once=MOST_BUTTONS,
)
CHANNEL = WHATSAPP.name
