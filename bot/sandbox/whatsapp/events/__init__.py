"""What the bot is told: messages and statuses, in batches posted to its webhook."""
