"""From the platform to the turn: the server, the desk, what is tried again."""
