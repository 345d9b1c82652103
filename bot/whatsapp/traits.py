"""What WhatsApp can do."""

from bot.channel import Traits

MOST_ROWS, MOST_BUTTONS = 10, 3
"""Choices of one list, and buttons under one message."""
WHATSAPP = Traits(
    "whatsapp",
    edits=False,
    silent=False,
    keeps_files=False,
    tells=True,
    most_choices=MOST_ROWS,
    under_picture=MOST_BUTTONS,
    at_once=MOST_BUTTONS,
)
CHANNEL = WHATSAPP.name
