"""What can be wrong with asking Telegram; apart from its library, which takes seconds to import."""


class SecondPoller(ConnectionError):
    """Another copy of Tilik asks for the same bot's updates."""
