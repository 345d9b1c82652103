"""`python -m tests.measured [FOLDER]`: size and shape of the application, here or in a folder."""

from __future__ import annotations

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.source import ROOMS, dotted


def imported(tree: ast.AST, there: set[str]) -> Iterator[str]:
    """The modules of ours that a module imports, annotations included."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in there else node.module for name in whole]
        yield from (name for name in names if name in there)


def in_circles(arrows: dict[str, set[str]]) -> int:
    """How many modules reach themselves."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(arrows[start])
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(arrows[name])
        return seen

    return sum(name in reached(name) for name in arrows)


def measured(root: Path) -> dict[str, object]:
    """The figures by name; migrations are left out."""
    paths = [
        path.relative_to(root)
        for room in ROOMS
        for path in sorted((root / room).rglob("*.py"))
        if "versions" not in path.parts
    ]
    texts = {path: (root / path).read_text(encoding="utf-8") for path in paths}
    trees = {dotted(path): ast.parse(text) for path, text in texts.items()}
    arrows = {name: set(imported(tree, set(trees))) - {name} for name, tree in trees.items()}
    importers = Counter(target for targets in arrows.values() for target in targets)
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    classes: dict[str, set[str]] = defaultdict(set)
    for name, tree in trees.items():
        for node in tree.body:  # type: ignore[attr-defined]
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                classes[node.name].add(name)
    folders = Counter(path.parent for path in paths if path.name != "__init__.py")
    return {
        "files": len(paths),
        "lines": sum(len(text.splitlines()) for text in texts.values()),
        "functions": len(lengths),
        "lines of a function, median": median(lengths),
        "lines of a function, 90 %": quantiles(lengths, n=10)[-1],
        "files that one other imports": sum(importers[name] == 1 for name in arrows),
        "files in a circle": in_circles(arrows),
        "class names of two things": sum(len(where) > 1 for where in classes.values()),
        "files loose in bot/": folders[Path("bot")],
        "files flat in models/store/": folders[Path("models/store")],
        "most files in a folder": max(folders.values()),
    }


if __name__ == "__main__":
    for name, figure in measured(Path(sys.argv[1] if len(sys.argv) > 1 else ".")).items():
        print(f"{name:32} {figure:>8}")
