"""What aiogram's models are and make of things, told by a process of its own: lazily or plainly.

`python -m tests.aiogram_models lazy|plain`, raw updates as JSON on its standard input.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import orjson
from pydantic import BaseModel

THREADS = 8
USER = {"id": 1, "is_bot": True, "first_name": "Tilik", "username": "TilikBot"}
FILE = {"file_id": "d1", "file_unique_id": "u", "file_size": 12, "file_path": "documents/1"}


def main(way: str) -> None:
    """Import aiogram in this way, and print what it is then."""
    if way == "plain":
        importlib.metadata.version = lambda name: "0"  # what no test has seen
    import bot.telegram.lazy_aiogram as lazy

    raws = orjson.loads(sys.stdin.buffer.read())
    built = sum(model.__pydantic_complete__ for model in _models())
    told = {
        "tried": lazy.tried(),
        "built": built,
        "together": _together(raws),
        "updates": [_told(lambda raw=raw: lazy.Update.model_validate(raw)) for raw in raws],
        "answers": _answers(),
        "calls": [_told(call) for call in _calls()],
        "fields": {str(model): _fields(model) for model in _models()},
        "unbuilt": [str(model) for model in _models() if model.model_rebuild() is False],
    }
    sys.stdout.buffer.write(orjson.dumps(told))


def _models() -> Iterator[type[BaseModel]]:
    """Every model that aiogram declares, for what Telegram sends and for what it is asked."""
    from aiogram import methods, types

    named = {getattr(room, name) for room in (types, methods) for name in room.__all__}
    return (one for one in named if isinstance(one, type) and issubclass(one, BaseModel))


def _told(make: Callable[[], BaseModel]) -> str:
    """A model with every field and all within, or why there is none."""
    try:
        made = make()
    except ValueError as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    return f"{made!r} {made.model_dump(warnings=False)!r}"


def _together(raws: list[Any]) -> bool:
    """Whether threads that use models for the first time at once all see the same."""
    sys.setswitchinterval(1e-6)
    return all(_same(use, Barrier(THREADS)) for use in _first_uses(raws))


def _first_uses(raws: list[Any]) -> Iterator[Callable[[], BaseModel]]:
    from aiogram.methods.base import Response
    from aiogram.types import Chat, ChatMemberUpdated, File, Message, Update, User

    parts = {"message": Message, "my_chat_member": ChatMemberUpdated}
    yield lambda: User.model_validate(USER)
    yield lambda: Response[File].model_validate({"ok": True, "result": FILE})
    for name, model in parts.items():
        found = next(raw[name] for raw in raws if isinstance(raw.get(name), dict))
        yield lambda model=model, found=found: model.model_validate(found)
    yield lambda: Chat.model_validate({"id": 1, "type": "private"})
    yield lambda: Update.model_validate(raws[0])
    yield from _calls()


def _same(use: Callable[[], BaseModel], start: Barrier) -> bool:
    def in_step(_: int) -> str:
        start.wait()
        return _told(use)

    with ThreadPoolExecutor(THREADS) as threads:
        told = set(threads.map(in_step, range(THREADS)))
    return len(told) == 1


def _answers() -> list[str]:
    """The answers to what Tilik asks of Telegram, read."""
    from aiogram.methods.base import Response
    from aiogram.types import File, Message, User

    message = {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "Halo"}
    results: list[tuple[Any, Any]] = [(bool, True), (User, USER), (File, FILE), (Message, message)]
    return [
        _told(lambda kind=kind, raw=raw: Response[kind].model_validate({"ok": True, "result": raw}))
        for kind, raw in [*results, (User, {"id": "x"})]
    ]


def _calls() -> Iterator[Callable[[], BaseModel]]:
    """What Tilik asks of Telegram, and what is full of unions and references."""
    from aiogram import methods as m
    from aiogram import types as t

    menu = {"command": "nilai", "description": "Menilai"}
    yield lambda: t.BotCommand(**menu)
    yield m.GetMe
    yield lambda: m.SetWebhook(url="https://tilik.example.go.id", allowed_updates=["message"])
    yield m.DeleteWebhook
    yield lambda: m.SetMyCommands(commands=[menu], language_code="id")
    yield lambda: m.GetFile(file_id="d1")
    button = {"text": "Baik", "callback_data": "a"}
    keyboard = {"inline_keyboard": [[button]]}
    yield lambda: m.SendMessage(chat_id=1, text="Halo", reply_markup=keyboard)
    yield lambda: m.EditMessageMedia(media={"type": "photo", "media": "f"}, chat_id=1, message_id=7)
    yield lambda: m.SetMyCommands(commands="no list")


def _fields(model: type[BaseModel]) -> str:
    """The types of a model's fields: looking at them builds nothing."""
    fields = "; ".join(f"{name}: {field!r}" for name, field in model.model_fields.items())
    return re.sub(" at 0x[0-9a-f]+", "", fields)


if __name__ == "__main__":
    main(sys.argv[1])
