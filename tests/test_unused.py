"""Nothing stands in the application that only tests call, or nobody."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests import source
from tests.source import bound, dotted, mentions, modules, nodes, tree

APART = ("bot/sandbox/", "models/migrations/")
"""The box is the tests' as much as the demo's; a migration is called by Alembic."""
PLAIN = {
    *("property", "staticmethod", "classmethod", "cache", "lru_cache", "cached_property"),
    *("dataclass", "contextmanager", "asynccontextmanager", "total_ordering", "setter"),
}
"""Decorators that only shape a thing. With any other one it is given to somebody who calls it."""
ALLOWED = {
    "bot.backup.age.Sealed.writable": "the standard library's RawIOBase",
    "bot.backup.age.Unsealed.readable": "the standard library's RawIOBase",
    "bot.backup.age.Unsealed.readinto": "the standard library's RawIOBase",
    "bot.cli.demo.DemoSettings.settings_customise_sources": "pydantic-settings' BaseSettings",
    "bot.cli.usage._Spoken.format_usage": "typer's Command",
    "bot.imports.chat.received.Received.busy": "a story waits until nothing is under way",
    "bot.imports.reading.markup._Page.handle_data": "the standard library's HTMLParser",
    "bot.imports.reading.markup._Page.handle_endtag": "the standard library's HTMLParser",
    "bot.imports.reading.markup._Page.handle_starttag": "the standard library's HTMLParser",
    "bot.logs.Seldom.filter": "the standard library's logging.Filter",
    "bot.logs.Unread.filter": "the standard library's logging.Filter",
    "bot.outbound.files.Files.busy": "a story waits until nothing is under way",
    "bot.outbound.post.PostOffice.busy": "a story waits until nothing is under way",
    "bot.telegram.pace.Pace.process_request": "python-telegram-bot's BaseRateLimiter",
    "bot.telegram.speaker._Bot._warn": "python-telegram-bot's Bot",
    "bot.telegram.transport.TelegramTransport.do_request": "python-telegram-bot's BaseRequest",
    "bot.telegram.transport.TelegramTransport.parse_json_payload": "its BaseRequest",
    "bot.telegram.transport.TelegramTransport.read_timeout": "python-telegram-bot's BaseRequest",
    "bot.whatsapp.transport.WhatsAppTransport.handle_async_request": "httpx's AsyncBaseTransport",
    "models.store.oversight.incidents.kinds": "every kind has its text: a test asks for all",
    "models.store.schema.UtcDateTime.load_dialect_impl": "SQLAlchemy's TypeDecorator",
    "models.store.schema.UtcDateTime.process_bind_param": "SQLAlchemy's TypeDecorator",
    "models.store.schema.UtcDateTime.process_result_value": "SQLAlchemy's TypeDecorator",
    "models.store.schema.budget": "a table that is spoken to in PostgreSQL's own SQL",
}
"""The reason why something may stand there although the application does not name it."""


def test_whatever_stands_in_the_application_is_used_there() -> None:
    found = set(unused())
    strange = sorted(f"{one} is used by nothing in the application" for one in found - set(ALLOWED))
    settled = sorted(f"{one} is used, or gone: take it off" for one in set(ALLOWED) - found)
    assert not strange + settled, "\n".join(["", *strange, *settled])


def unused() -> Iterator[str]:
    """Functions, classes, constants and methods that no other line of the application names."""
    for path in modules():
        if not str(path).startswith(APART):
            yield from (f"{dotted(path)}.{name}" for name in _unused_in(path))


def _unused_in(path: Path) -> Iterator[str]:
    for node in tree(path).body:
        for name in _defined(node):
            if f"{dotted(path)}.{name}" not in _named() and not _names_within(path, name, node):
                yield name
        if isinstance(node, ast.ClassDef):
            for method in filter(source.is_function, node.body):
                if _is_called_by_name(method) and method.name not in _attributes():
                    yield f"{node.name}.{method.name}"


def _defined(node: ast.stmt) -> Iterator[str]:
    """The names that a statement at the top of a module gives to functions, classes, values."""
    if isinstance(node, source.Named):
        if _is_called_by_name(node):
            yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (one.id for target in targets for one in ast.walk(target) if _is_name(one))


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and not node.id.startswith("__")


def _is_called_by_name(node: source.Named) -> bool:
    """Whether nobody gets it but who names it: neither Python itself nor by a decorator."""
    if node.name.startswith("__"):
        return False
    spelled = (ast.unparse(one).partition("(")[0] for one in node.decorator_list)
    return all(one.rpartition(".")[2] in PLAIN for one in spelled)


def _names_within(path: Path, name: str, own: ast.stmt) -> bool:
    """Whether the module itself names it, outside of its own definition."""
    for node in tree(path).body:
        if node is own and isinstance(node, source.Named):
            continue
        for one in ast.walk(node):
            if isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load):
                return True
    return False


@cache
def _named() -> frozenset[str]:
    """The full names of everything that one module reads out of another, where it is defined."""
    found = {name for path in modules() for _, name in mentions(path)}
    origins = {
        f"{dotted(path)}.{local}": origin
        for path in modules()
        for node in nodes(path)
        for local, origin in bound(node, path).items()
    }
    for name in list(found):
        while (name := origins.get(name, "")) and name not in found:
            found.add(name)
    parts = (name.split(".") for name in found)
    return frozenset(".".join(one[:end]) for one in parts for end in range(1, len(one) + 1))


@cache
def _attributes() -> frozenset[str]:
    """Every name that stands behind a dot or among keywords, anywhere in the application."""
    walked = [node for path in modules() for node in nodes(path)]
    read = {node.attr for node in walked if isinstance(node, ast.Attribute)}
    return frozenset(read)


SAMPLE = """
from functools import cache
from typer import Typer
app = Typer()
USED, UNUSED = 1, 2
def loop(): return loop()
def shown(): return USED
@app.command()
def command(): return shown()
class Thing:
    def run(self): ...
    def never_named(self): ...
    @property
    def name(self): return self.run()
    def __str__(self): ...
"""


def test_the_check_sees_what_nobody_names(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = ast.parse(SAMPLE)
    monkeypatch.setattr("tests.test_unused.tree", lambda _: sample)
    monkeypatch.setattr("tests.test_unused._named", frozenset)
    monkeypatch.setattr("tests.test_unused._attributes", lambda: {"run", "name"})
    found = list(_unused_in(Path("bot/sample.py")))
    assert found == ["UNUSED", "loop", "Thing", "Thing.never_named"]
