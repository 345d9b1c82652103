"""One word, one idea: no class name for two things, and the word of the trade before an image."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.source import modules, tree
from tests.test_house import names_in, none, parts_of

SAID = {
    "entrust": "give a duty",
    "fate": "delivery status",
    "gathered": "write-behind, cells",
    "knock": "template letter",
    "lull": "backoff",
    "rhythm": "zone calendar",
}
"""Words that are not used in names here, beside the word that is."""


def test_no_class_name_stands_for_two_things() -> None:
    found = defaultdict(list)
    for path in modules():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(str(path))
    none(f"{name}: {', '.join(where)}" for name, where in found.items() if len(where) > 1)


def test_names_take_the_trades_word() -> None:
    none(
        f"{path}: {name}: say {SAID[word]}"
        for path in modules()
        for name in names_in(path)
        for word in {part.removesuffix("s") for part in parts_of(name)} & set(SAID)
    )
