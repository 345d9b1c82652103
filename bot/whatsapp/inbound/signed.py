"""Whether a delivery is WhatsApp's own: its signature, and the challenge of a new webhook."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

HEADER = "X-Hub-Signature-256"
_PREFIX = b"sha256="


def is_signed(body: bytes, given: str | None, secret: str) -> bool:
    """Whether the header is the HMAC-SHA256 of the raw body under the app's secret.

    Anything else is a no, whatever it is made of: nothing, half of it, letters of any alphabet.
    Without a secret nothing is signed.
    """
    if not secret or not given:
        return False
    wanted = _PREFIX + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
    return hmac.compare_digest(given.encode("utf-8", "backslashreplace"), wanted)


def challenged(query: Mapping[str, str], token: str) -> str | None:
    """What to answer when the webhook is being set, or None where the token is not ours."""
    asked = query.get("hub.verify_token", "").encode("utf-8", "backslashreplace")
    if not token or query.get("hub.mode") != "subscribe":
        return None
    return query.get("hub.challenge") if hmac.compare_digest(asked, token.encode()) else None
