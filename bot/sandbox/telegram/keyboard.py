"""Buttons under a message: what Telegram accepts, refuses and stores."""

from typing import Any

from bot.sandbox.form import Form
from bot.sandbox.records import PhoneButton
from bot.sandbox.telegram.parameters import parsed_json
from bot.sandbox.telegram.refusal import RefusalError, bad

ROWS_OF = 8
MOST = 100


def inline(form: Form) -> dict[str, Any] | None:
    """The inline keyboard of a call as it is stored, or None; no other kind is known here."""
    complaint = "can't parse reply keyboard markup JSON object"
    markup = parsed_json(form, "reply_markup", complaint)
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad("inline keyboard expected")
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
    """A button that answers with its data: Tilik makes no other."""
    if not isinstance(button, dict):
        raise _cannot("Expected an Object")
    label = button.get("text")
    if label.__class__ is not str:
        raise _cannot('Can\'t find field "text"')
    if not label.strip():
        raise bad("inline keyboard button text is empty")
    tapped = button.get("callback_data")
    if not tapped:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    if tapped.__class__ is not str or len(tapped.encode()) > 64:
        raise bad("BUTTON_DATA_INVALID")
    return {"text": label, "callback_data": tapped}


def buttons(markup: dict[str, Any] | None) -> list[list[PhoneButton]]:
    """The rows of buttons of a stored keyboard."""
    rows = (markup or {}).get("inline_keyboard", ())
    return [[PhoneButton(b["text"], b["callback_data"]) for b in row] for row in rows]
