"""Telegram: how it is heard, how it is spoken, and nothing that any other room must know."""
