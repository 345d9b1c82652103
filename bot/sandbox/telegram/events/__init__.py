"""What the bot is told: updates, polled for or posted to its webhook."""
