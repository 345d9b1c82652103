"""Parameters of a call that are JSON."""

from typing import Any

import orjson

from bot.sandbox.form import Form
from bot.sandbox.telegram.refusal import bad


def parsed_json(form: Form, name: str, complaint: str) -> Any:
    """A parameter that is JSON, sent as such or as a string of it; None if absent or empty."""
    value = form.get(name)
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        raise bad(complaint) from None
