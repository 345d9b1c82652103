"""What the bot calls: messages, media and templates of the Graph API, and the way in over HTTP."""
