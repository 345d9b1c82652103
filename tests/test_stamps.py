"""Whoever changes who works where, under whom, as what or in which team, says when and who."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.source import modules, nodes

CHANGES = {
    "posts": {"place", "report_to", "man"},
    "staff": {"place", "act", "report_to", "man", "entrust", "relieve"},
    "histories": {"place", "report_to"},
    "acting": {"act", "end"},
    "people": {"entrust"},
    "teams": {"add", "join", "part", "end"},
    "branches": {"move", "close_unit"},
    "leaving": {"leave_service"},
}
ALONE = {"leave_service", "close_unit"}
"""What is also called without the name of its module."""
OF_THE_DEMO = ("sandbox", "bubbles")
"""Rooms whose offices are made up."""


def unsigned() -> Iterator[str]:
    for path in modules():
        if path.parts[0] not in ("handlers", "bot") or path.parts[1] in OF_THE_DEMO:
            continue
        for node in nodes(path):
            if isinstance(node, ast.Call) and _changes(node.func) and not _is_stamped(node):
                yield f"{path}:{node.lineno}"


def _changes(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.attr in CHANGES.get(called.value.id, ())
    return isinstance(called, ast.Name) and called.id in ALONE


def _is_stamped(call: ast.Call) -> bool:
    return any(keyword.arg == "stamp" for keyword in call.keywords)


def test_every_change_of_a_link_is_stamped() -> None:
    assert list(unsigned()) == []
