"""The tree as the house rules see it: its modules, what they import, define and call."""

import ast
import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("bot", "handlers", "models", "scheduler")
NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "var"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = Function | ast.ClassDef


def modules() -> list[Path]:
    """Every Python file of the four rooms, relative to the root."""
    found = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return sorted(path.relative_to(ROOT) for path in found)


def dotted(path: Path) -> str:
    """The name a module is imported by: bot/render/__init__.py is bot.render."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a module, given its path relative to the root."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of that syntax, as `ast.walk` goes through it: many rules look at all of it."""
    return tuple(ast.walk(tree(path)))


@cache
def imports(path: Path, *, top_only: bool = False) -> list[str]:
    """The dotted names a module imports, `from a import b` as a.b; also those inside functions.

    With `top_only`, those that run when the module itself is imported: not the ones inside
    functions, nor those for the type checker alone.
    """
    every = top_level(tree(path)) if top_only else nodes(path)
    return [name for node in every for name in _imported(node, path)]


@cache
def imported_by() -> dict[Path, set[Path]]:
    """For each module those that import it, or something out of it."""
    known = {dotted(path): path for path in modules()}
    found: dict[Path, set[Path]] = {path: set() for path in known.values()}
    for path in modules():
        for name in imports(path):
            there = known.get(name) or known.get(name.rpartition(".")[0])
            if there is not None and there != path:
                found[there].add(path)
    return found


def top_level(node: ast.AST) -> Iterator[ast.AST]:
    """The statements that run on import, depth first."""
    for child in ast.iter_child_nodes(node):
        if is_function(child) or _for_types_alone(child):
            continue
        yield child
        yield from top_level(child)


def is_function(node: ast.AST) -> TypeGuard[Function]:
    """Whether the node defines a function or a method."""
    return isinstance(node, Function)


def length(node: Function) -> int:
    """The lines of a function, its docstring included and its decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def mentions(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of whatever a module reads through its imports: time.time."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for node in nodes(path):
        for name, origin in bound(node, path).items():
            names[name].add(origin)  # two functions may call two things by one name
    for node in nodes(path):
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
            first, *rest = _spelled(node)
            for origin in names.get(first, ()):
                yield node.lineno, ".".join((origin, *rest))


def tracked() -> list[Path]:
    """The files git knows, relative to the root; outside a checkout, all that are ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        named = [Path(name) for name in listed.stdout.split("\0") if name]
        return [path for path in named if (ROOT / path).is_file()]
    return [path.relative_to(ROOT) for path in _walked()]


def _walked() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and name[-6:] != "_cache"]
        yield from (Path(folder, name) for name in files)


def _imported(node: ast.AST, path: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return list(bound(node, path).values())


def bound(node: ast.AST, path: Path) -> dict[str, str]:
    """What each local name stands for: `import a.b` binds a, `import a.b as c` binds c to a.b."""
    if isinstance(node, ast.Import):
        firsts = {alias.name.split(".")[0] for alias in node.names if not alias.asname}
        renamed = {alias.asname: alias.name for alias in node.names if alias.asname}
        return {first: first for first in firsts} | renamed
    if isinstance(node, ast.ImportFrom):
        origin = _origin(node, path)
        return {alias.asname or alias.name: f"{origin}.{alias.name}" for alias in node.names}
    return {}


def _origin(node: ast.ImportFrom, path: Path) -> str:
    package = path.parent.parts[: len(path.parent.parts) - node.level + 1] if node.level else ()
    return ".".join((*package, *filter(None, [node.module])))


def _spelled(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [*_spelled(node.value), node.attr]
    return [""]


def _for_types_alone(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and _spelled(node.test)[-1] == "TYPE_CHECKING"
