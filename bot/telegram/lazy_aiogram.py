"""What Tilik uses of aiogram. Each of aiogram's models is built when it is first used.

At its import aiogram builds some 630 pydantic models, for 2 seconds and 100 MB; Tilik uses about
ten of them. So while aiogram is imported, a model only learns the types of its fields. Pydantic
builds the rest at the first use, as it does for any model with `defer_build`.

This needs the insides of both libraries. Only versions that our tests have seen are imported so;
any other is imported as it wishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.metadata import version
from threading import RLock
from typing import Any

from pydantic import BaseModel

TRIED = {"aiogram": "3.31.0", "pydantic": "2.13.5"}
_BUILD: Any = BaseModel.__dict__["model_rebuild"]
_ONE_AT_A_TIME = RLock()


def tried() -> bool:
    """Whether both libraries are of the versions that the tests have seen imported lazily."""
    return all(version(name) == number for name, number in TRIED.items())


@contextmanager
def models_built_when_used() -> Iterator[None]:
    """While this lasts, pydantic declares models and builds none."""
    BaseModel.model_config["defer_build"] = True
    BaseModel.model_rebuild = classmethod(_resolve)  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        BaseModel.model_rebuild = _BUILD  # type: ignore[method-assign]
        del BaseModel.model_config["defer_build"]
    for model in BaseModel.__subclasses__():
        if model.__module__.partition(".")[0] == "aiogram":
            model.model_rebuild = classmethod(_build)  # type: ignore[assignment, method-assign]


def _resolve(model: type[BaseModel], /, **wishes: Any) -> bool | None:
    """Where aiogram says which names its fields refer to, look those up, and build nothing."""
    from pydantic._internal._config import ConfigWrapper
    from pydantic._internal._fields import rebuild_model_fields
    from pydantic._internal._namespace_utils import NsResolver

    names = wishes.get("_types_namespace")
    if names is None:
        return _build(model, **wishes)
    if not model.__pydantic_fields_complete__:
        model.__pydantic_fields__, model.__pydantic_extra_info__ = rebuild_model_fields(
            model,
            config_wrapper=ConfigWrapper(model.model_config, check=False),
            ns_resolver=NsResolver(parent_namespace=names),
            typevars_map={},
        )
    return None


def _build(model: type[BaseModel], /, **wishes: Any) -> bool | None:
    """Pydantic may build a model in one thread only: others wait, and find it built."""
    with _ONE_AT_A_TIME:
        built: bool | None = _BUILD.__func__(model, **{"_types_namespace": {}, **wishes})
        return built


with models_built_when_used() if tried() else nullcontext():
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.exceptions import (
        ClientDecodeError,
        TelegramAPIError,
        TelegramBadRequest,
        TelegramConflictError,
        TelegramNotFound,
        TelegramUnauthorizedError,
    )
    from aiogram.methods import TelegramMethod
    from aiogram.types import BotCommand, CallbackQuery, Message, Update, User
    from aiogram.utils.token import TokenValidationError

__all__ = [
    "AiohttpSession",
    "Bot",
    "BotCommand",
    "CallbackQuery",
    "ClientDecodeError",
    "Message",
    "TelegramAPIError",
    "TelegramAPIServer",
    "TelegramBadRequest",
    "TelegramConflictError",
    "TelegramMethod",
    "TelegramNotFound",
    "TelegramUnauthorizedError",
    "TokenValidationError",
    "Update",
    "User",
]
