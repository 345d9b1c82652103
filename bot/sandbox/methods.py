"""The one list of methods that the box speaks, and the small ones."""

from __future__ import annotations

from collections.abc import Callable
from re import compile as pattern
from typing import TYPE_CHECKING, Any

import orjson

from bot.sandbox import editing, files, form, sending
from bot.sandbox.polling import asked_kinds
from bot.sandbox.records import Form
from bot.sandbox.refusal import bad

if TYPE_CHECKING:
    from bot.sandbox.telegram import TelegramBox

Method = Callable[["TelegramBox", Form], Any]
COMMAND = pattern(r"[a-z0-9_]{1,32}")
SECRET = pattern(r"[A-Za-z0-9_-]{1,256}")


def get_me(box: TelegramBox, given: Form) -> dict[str, Any]:
    return {
        **box.user,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(box: TelegramBox, given: Form) -> dict[str, Any]:
    file = box.shelf.files.get(str(given.get("file_id")))
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > files.LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": f"u{file.id}",
        "file_size": len(file.content),
        "file_path": file.path,
    }


def set_webhook(box: TelegramBox, given: Form) -> bool:
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
        most = form.number(given, "max_connections", 40)
        box.webhook.hang(url, secret=secret, connections=most)
    else:
        box.webhook.take_down()
    return True


def delete_webhook(box: TelegramBox, given: Form) -> bool:
    if form.flag(given, "drop_pending_updates"):
        box.delivery.clear()
    box.webhook.take_down()
    return True


def get_webhook_state(box: TelegramBox, given: Form) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "url": box.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": box.delivery.waiting(),
    }
    if box.webhook.last_error:
        facts["last_error_date"], facts["last_error_message"] = box.webhook.last_error
    if box.webhook.url:
        facts["max_connections"] = box.webhook.connections
    if box.delivery.allowed:
        facts["allowed_updates"] = box.delivery.allowed
    return facts


def _shelf_of_commands(given: Form) -> tuple[str, str]:
    scope = form.parsed_json(given, "scope", "can't parse BotCommandScope JSON object")
    kept = orjson.dumps(scope or {"type": "default"}, option=orjson.OPT_SORT_KEYS).decode()
    return kept, given.get("language_code") or ""


def set_my_commands(box: TelegramBox, given: Form) -> bool:
    commands = form.parsed_json(given, "commands", "can't parse commands JSON object")
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


def get_my_commands(box: TelegramBox, given: Form) -> list[dict[str, str]]:
    return box.commands.get(_shelf_of_commands(given), [])


def delete_my_commands(box: TelegramBox, given: Form) -> bool:
    box.commands.pop(_shelf_of_commands(given), None)
    box.changed()
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "getFile": get_file,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_state,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
# Telegram reads a method's name in any case.
BY_SMALL_NAME = {name.lower(): name for name in (*METHODS, "getUpdates")}
