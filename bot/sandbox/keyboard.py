"""Buttons under a message: what Telegram accepts, refuses and stores."""

from typing import Any

from bot.sandbox.form import parsed_json
from bot.sandbox.records import Button, Form
from bot.sandbox.refusal import RefusalError, bad

ROWS_OF = 8
MOST = 100
OTHER_KINDS = ("keyboard", "remove_keyboard", "force_reply")


def inline(form: Form, *, only: bool = False) -> dict[str, Any] | None:
    """The inline keyboard of a call as it is stored, or None; `only` refuses other keyboards."""
    markup = form.get("reply_markup")
    if markup is None:
        return None
    if isinstance(markup, str):
        markup = parsed_json(form, "reply_markup", "can't parse reply keyboard markup JSON object")
        if markup is None:
            return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        if markup and (only or not any(kind in markup for kind in OTHER_KINDS)):
            raise bad("inline keyboard expected")
        return None
    if not isinstance(rows, list):
        raise _cannot('Field "inline_keyboard" must be of type Array')
    stored = [_row(row) for row in rows if row]
    if sum(map(len, stored)) > MOST:
        raise bad("reply markup is too long")
    return {"inline_keyboard": stored} if stored else None


def _cannot(words: str) -> RefusalError:
    return bad(f"can't parse inline keyboard button: {words}")


def _row(row: Any) -> list[dict[str, str]]:
    if not isinstance(row, list):
        raise bad(
            "can't parse inline keyboard button row: Expected an Array of InlineKeyboardButton"
        )
    if len(row) > ROWS_OF:
        raise bad("reply markup is too long")
    return [_button(button) for button in row]


def _button(button: Any) -> dict[str, str]:
    if not isinstance(button, dict):
        raise _cannot("Expected an Object")
    label = button.get("text")
    if label.__class__ is not str:
        raise _cannot('Can\'t find field "text"')
    if not label.strip():
        raise bad("inline keyboard button text is empty")
    tapped = button.get("callback_data")
    if tapped:
        if tapped.__class__ is not str or len(tapped.encode()) > 64:
            raise bad("BUTTON_DATA_INVALID")
        return {"text": label, "callback_data": tapped}
    url = button.get("url")
    if not url:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    if fault := _fault(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: {fault}")
    return {"text": label, "url": url}


def _fault(url: Any) -> str:
    if not isinstance(url, str) or " " in url:
        return "Wrong HTTP URL"
    scheme, colon, rest = url.partition("://")
    if colon and scheme not in ("http", "https", "tg", "ton"):
        return "Unsupported URL protocol"
    host = (rest if colon else url).partition("/")[0]
    return "" if "." in host or scheme in ("tg", "ton") else "Wrong HTTP URL"


def buttons(markup: dict[str, Any] | None) -> list[list[Button]]:
    """The rows of buttons of a stored keyboard."""
    if not markup:
        return []
    return [
        [Button(b["text"], b.get("callback_data"), b.get("url")) for b in row]
        for row in markup["inline_keyboard"]
    ]
