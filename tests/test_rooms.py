"""The rooms: no circle of files, no neighbour's room entered, and few enough things in each."""

from __future__ import annotations

from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.source import dotted, imports, modules
from tests.test_house import none

SERVED = ("citizen", "staff", "supervisor", "oversight", "office", "anyone")
"""The folders of handlers/, one for each kind of person."""
MOST = 15
"""Things in a folder, its __init__ not counted: what a stranger takes in at a glance."""
FULL = {
    "bot": "six files that everybody meets, and a room for each job of the edge",
    "models": "one module per noun: the list of nouns is what a stranger wants to read",
}


def known(name: str, there: set[str]) -> str | None:
    """The module that an imported name lies in."""
    while name and name not in there:
        name = name.rpartition(".")[0]
    return name or None


def arrows() -> dict[str, set[str]]:
    """Each module with those it imports, for the type checker alone too."""
    there = {dotted(path) for path in modules()}
    found = {}
    for path in modules():
        own = dotted(path)
        targets = {known(name, there) for name in imports(path)}
        # A name out of a package is the package's own or one of its modules.
        found[own] = {target for target in targets if target and target != own}
    return found


def test_no_files_import_each_other_in_a_circle() -> None:
    """Not even for annotations: what needs the other's types lies below both."""
    try:
        TopologicalSorter(arrows()).prepare()
    except CycleError as circle:
        raise AssertionError(" -> ".join(circle.args[1])) from None


def test_nobodys_conversations_import_those_of_others() -> None:
    none(
        f"{own} imports {name}"
        for own, targets in arrows().items()
        for name in targets
        if (here := _served(own)) and (there := _served(name)) and here != there
    )


def _served(name: str) -> str | None:
    room, _, rest = name.partition(".")
    folder = rest.split(".")[0]
    return folder if room == "handlers" and folder in SERVED else None


def test_a_folder_holds_about_a_dozen_things() -> None:
    things: Counter[Path] = Counter()
    for path in modules():
        if "versions" not in path.parts:
            own = path.parent if path.name == "__init__.py" else path
            things[own.parent] += 1
    crowded = {str(folder): count for folder, count in things.items() if count > MOST}
    none(f"{folder} holds {count}" for folder, count in crowded.items() if folder not in FULL)
    none(f"{folder} has room again" for folder in FULL if folder not in crowded)
