"""A strict local Telegram: the Bot API over HTTP, people with phones, and a ledger.

From the bottom up: `servers` (what a phone reaches), `phone`, `network` (servers and phones, what
the calls act on), `calls`, `box` (all of it, listening).
"""

from bot.sandbox.telegram.box import TelegramBox

__all__ = ["TelegramBox"]
