"""Chats: addresses, dialogues, the inbox, consent, files that were sent."""
