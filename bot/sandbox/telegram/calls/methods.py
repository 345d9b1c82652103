"""All Bot API methods that the box answers; the short ones are written here."""

from __future__ import annotations

from collections.abc import Callable
from re import compile as pattern
from typing import Any

import orjson

from bot.sandbox import form
from bot.sandbox.form import Form
from bot.sandbox.telegram import shelf
from bot.sandbox.telegram.calls import editing, sending
from bot.sandbox.telegram.events.updates import asked_kinds
from bot.sandbox.telegram.network import TelegramNetwork
from bot.sandbox.telegram.parameters import parsed_json
from bot.sandbox.telegram.refusal import bad

Method = Callable[[TelegramNetwork, Form], Any]
COMMAND = pattern(r"[a-z0-9_]{1,32}")
SECRET = pattern(r"[A-Za-z0-9_-]{1,256}")


def get_me(box: TelegramNetwork, given: Form) -> dict[str, Any]:
    return {
        **box.user,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(box: TelegramNetwork, given: Form) -> dict[str, Any]:
    file = box.shelf.files.get(str(given.get("file_id")))
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > shelf.LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": f"u{file.id}",
        "file_size": len(file.content),
        "file_path": file.path,
    }


def set_webhook(box: TelegramNetwork, given: Form) -> bool:
    url = given.get("url") or ""
    secret = given.get("secret_token") or ""
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if url and not url.startswith(("https://", "http://")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    kinds = asked_kinds(given)
    if kinds is not None:
        box.delivery.allowed = kinds
    if form.flag(given, "drop_pending_updates"):
        box.delivery.clear()
    if url:
        box.queues.hang(url, secret=secret)
    else:
        box.queues.take_down()
    return True


def get_webhook_info(box: TelegramNetwork, given: Form) -> dict[str, Any]:
    told = {"url": box.webhook.url, "pending_update_count": len(box.delivery.pending)}
    failed = {"last_error_message": box.webhook.last_error} if box.webhook.last_error else {}
    return {**told, "has_custom_certificate": False, **failed}


def delete_webhook(box: TelegramNetwork, given: Form) -> bool:
    if form.flag(given, "drop_pending_updates"):
        box.delivery.clear()
    box.queues.take_down()
    return True


def _shelf_of_commands(given: Form) -> tuple[str, str]:
    scope = parsed_json(given, "scope", "can't parse BotCommandScope JSON object")
    kept = orjson.dumps(scope or {"type": "default"}, option=orjson.OPT_SORT_KEYS).decode()
    return kept, given.get("language_code") or ""


def set_my_commands(box: TelegramNetwork, given: Form) -> bool:
    commands = parsed_json(given, "commands", "can't parse commands JSON object")
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command"))):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description") or "") <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    box.commands[_shelf_of_commands(given)] = commands
    box.changed()
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "getFile": get_file,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
}
