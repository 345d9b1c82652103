"""What each start makes anew and is the same for every story: made once a worker.

A plugin of pytest. Statements are compiled once for each database's dialect, the certificates of
the world are read once (no story speaks to anybody whom they would prove), and of Tilik's commands
Typer makes once what it reads lines by.
"""

from __future__ import annotations

import ssl
from functools import cache, lru_cache
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache
from typer import testing


class Compiled(LRUCache[Any, Any]):
    """Compiled statements, whichever engine asks: a dialect is known by its name."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_named(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_named(key), value)


def _named(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return f"{dialect.name}+{dialect.driver}", *statement


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Any:
    """Give every engine the same cache, every client the same certificates, and every line that is
    run the same commands."""
    shared, certificates = Compiled(4000), ssl.create_default_context
    with pytest.MonkeyPatch.context() as patch:
        always = property(lambda _: shared, lambda _, __: None)
        patch.setattr(Engine, "_compiled_cache", always, raising=False)
        patch.setattr(ssl, "create_default_context", lru_cache(certificates))
        patch.setattr(testing, "_get_command", cache(testing._get_command))
        yield
