"""Template messages: their shapes, and keeping the account in step."""
