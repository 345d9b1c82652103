"""A veil over what is on a screen, where buttons on it lead to the reader's own complaints: what
stands beside a chat may not tell which complaints are its own."""

from __future__ import annotations

from base64 import b64decode, b64encode

from models.screens import Screens, read, written
from models.sealing import NONCE, Unopenable, sealed, unsealed
from models.store import Store, dice_of, keys_of

VEILED = "~"
"""Begins what is kept so."""
LEADS = '"o.status.'
"""In what is kept: a button that opens a complaint of one's own."""


def veiled(store: Store, screens: Screens, *, address_id: int) -> str | None:
    """As it is kept."""
    plain = written(screens)
    if plain is None or LEADS not in plain:
        return plain
    key, nonce = keys_of(store).of("reporters"), dice_of(store).draw(NONCE)
    kept = sealed(key, plain.encode(), place=f"screens {address_id}", nonce=nonce)
    return VEILED + b64encode(kept).decode()


def unveiled(store: Store, kept: str | None, *, address_id: int) -> Screens:
    """What `veiled` wrote down; nothing where it was under another secret."""
    if kept is None or not kept.startswith(VEILED):
        return read(kept)
    key, place = keys_of(store).of("reporters"), f"screens {address_id}"
    try:
        return read(unsealed(key, b64decode(kept[len(VEILED) :]), place=place).decode())
    except Unopenable:
        return Screens()
