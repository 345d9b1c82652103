"""What the bot calls: the methods of the Bot API, and the way in over HTTP."""
