"""Bare links in a text, as the apps show them."""

from re import compile as pattern

BARE = pattern(r"(?<![\">\w/])((?:https?://|t\.me/|wa\.me/)[^\s<]*[^\s<.,;:!?)])")


def linked(html: str) -> str:
    """Bare links made clickable, as Telegram and WhatsApp do."""
    if "://" not in html and ".me/" not in html:
        return html
    return BARE.sub(
        lambda found: f'<a href="{_absolute(found[1])}">{found[1]}</a>',
        html,
    )


def _absolute(link: str) -> str:
    return link if "://" in link else f"https://{link}"
