"""What a visitor of the page does with a phone."""

from __future__ import annotations

from bot.sandbox import form
from bot.sandbox.form import Form
from bot.sandbox.handset import STICKER
from bot.sandbox.page.page import PhonesPage
from bot.sandbox.records import Upload
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.whatsapp import WaPhone


def do(page: PhonesPage, deed: str, given: Form) -> None:
    """Do it on the phone that the form names.

    Raises AssertionError or ValueError with a sentence where that phone could not do it.
    """
    phone = _phone(page, given)
    message = form.number(given, "message", 0)
    match deed:
        case "say":
            phone.say(str(given["text"]), forwarded=form.flag(given, "forwarded"))
        case "start":
            phone.start(str(given.get("payload") or ""))
        case "open":
            phone.opens(str(given["url"]))
        case "tap":
            phone.press(message, str(given["data"]))
        case "send":
            _send(phone, given)
        case "stick":
            phone.sends("sticker", STICKER, caption=str(given["face"]))
        case "forward" | "revoke" | "edit" if message not in phone.stored:
            raise ValueError("There is no such message.")
        case "forward":
            phone.forwards(message)
        case "revoke":
            phone.revokes(message)
        case "edit":
            phone.edits(message, str(given["text"]))
        case "locate":
            phone.locates(float(given["latitude"]), float(given["longitude"]))
        case "block":
            phone.blocks() if form.flag(given, "blocked") else phone.unblocks()
        case "language":
            phone.language = str(given["language"])
        case _:
            raise ValueError("The box does not know how to do this.")


def _phone(page: PhonesPage, given: Form) -> Phone | WaPhone:
    """WhatsApp's phones have words for ids, Telegram's have numbers."""
    found: Phone | WaPhone | None = page.telegram.phones.get(form.number(given, "phone", 0))
    if found is None and page.whatsapp:
        found = page.whatsapp.phones.get(str(given.get("phone")))
    if found is None:
        raise ValueError("There is no such phone.")
    return found


def _send(phone: Phone | WaPhone, given: Form) -> None:
    """One file, or several as an album: a form names each part of it differently."""
    files = [part for part in given.values() if isinstance(part, Upload)]
    kind, caption = str(given.get("kind")), str(given.get("caption") or "") or None
    forwarded = form.flag(given, "forwarded")
    match files:
        case []:
            raise ValueError("There is no file in this form.")
        case [one]:
            phone.sends(kind, one.content, name=one.name, caption=caption, forwarded=forwarded)
        case _:
            phone.sends_album(kind, files, caption=caption, forwarded=forwarded)
