"""What no story reaches: questions, choices, refusals and letters. It may only shrink.

A plugin of pytest. `tests/unreached.txt` lists what no story reached when it was last looked at. A
run that has told every story fails where anything else is unreached, and where something on the
list is reached by now; a run of some stories names the lines that these reach. `python -m
tests.reached` says it again of the last whole run; with `--write` it writes the list anew: where
that adds a line, a story is missing.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.recorder import RECORDER, Reached
from tests.source import ROOT, dotted, modules, nodes
from tests.storybook import is_story, tells

SAID = ("handlers", "models", "scheduler", "bot.turn", "bot.inbound", "bot.outbound")
"""Where words to people come from; what is printed, drawn or told of a file is elsewhere."""
UNSAID = {"bot.turn.menu": "the menu of a chat is no letter"}
HEARD = "word-"
"""What begins the ids of words that people say and nobody is told."""
LIST = ROOT / "tests" / "unreached.txt"
LAST = ROOT / "build" / "reached.json"
HEAD = """\
# What no story reaches (tests/reached.py). Tell a story of it and take it off; add nothing.
"""

WHOLE = pytest.StashKey[bool]()
"""Whether this process has every story before it."""
GATHERED = pytest.StashKey[list[bool]]()
"""What the workers have said of that, where there are workers."""
COMPLAINTS = pytest.StashKey[list[str]]()


@dataclass(frozen=True)
class Reachable:
    """The ids that the code can say, by where it says them."""

    questions: frozenset[str]
    refusals: frozenset[str]
    words: frozenset[str]


def reachable() -> Reachable:
    """Everything that conversations can ask, refuse and say."""
    from tests.test_texts import SPEAKERS, possible, shapes

    found: dict[str, set[str]] = {"questions": set(), "refusals": set(), "words": set()}
    asking = SPEAKERS - {"Text", "said", "say", "UnusableError"}
    for path in _speaking():
        refused = {id(no.args[0]) for no in _calls(path, {"Refused"})}
        for call in _calls(path, {"Text", *asking}):
            kind = "questions" if _name(call) in asking else "words"
            kind = "refusals" if id(call) in refused else kind
            found[kind].update(one for shape in shapes(call.args[0]) for one in possible(shape))
    asked, no = found["questions"], found["refusals"]
    unasked = {f"{what}-{kind}" for what in ("hint", "example") for kind in _never_asked()}
    words = {one for one in found["words"] - asked - no - unasked if not one.startswith(HEARD)}
    return Reachable(frozenset(asked), frozenset(no), frozenset(words))


def unreached(reached: Reached, there: Reachable) -> set[str]:
    """What no story reaches, one line for each."""
    missing: Mapping[str, Iterable[str]] = {
        "question": there.questions - reached.words,
        "choice": reached.offered - reached.chosen,
        "refusal": there.refusals - reached.refusals,
        "letter": there.words - reached.words,
    }
    return {f"{kind} {one}" for kind, ids in missing.items() for one in ids}


def reached_of(lines: set[str], reached: Reached) -> set[str]:
    """Those of the lines that some stories have reached, whatever was not told."""
    met: Mapping[str, set[str]] = {
        "question": reached.words,
        "choice": reached.chosen,
        "refusal": reached.refusals,
        "letter": reached.words,
    }
    split = {line: line.split(" ", 1) for line in lines}
    return {line for line, (kind, one) in split.items() if one in met[kind]}


def complaints(now: set[str], listed: set[str], *, more: bool = False) -> list[str]:
    """What the list does not allow, and what it need not allow any longer.

    The list is of `make test`. A run that tells `more` (each story on both stages) reaches more.
    """
    new = [f"no story reaches it: {one}" for one in now - listed]
    if more:
        return sorted(new)
    old = [f"a story reaches it by now, take it off the list: {one}" for one in listed - now]
    return sorted(new) + sorted(old)


def listed() -> set[str]:
    """The lines of the list."""
    lines = LIST.read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def written(lines: set[str]) -> str:
    """The list as it is kept."""
    return HEAD + "".join(f"{line}\n" for line in sorted(lines))


def story_files() -> set[Path]:
    """The files in which stories are told."""
    tests = ROOT / "tests"
    rooms = (tests, tests / "store", tests / "stories")
    return {one for room in rooms for one in room.glob("test_*.py") if tells(one)}


def _never_asked() -> set[str]:
    """The kinds of question that no conversation asks so far."""
    from handlers.engine.question import Question
    from tests.test_texts import KINDS

    kinds = {one.__name__ for one in Question.__subclasses__()}
    asked = {_name(call) for path in _speaking() for call in _calls(path, kinds)}
    return set(KINDS) - {one.lower() for one in asked}


def _speaking() -> list[Path]:
    """The modules that say something to people."""
    named = {dotted(path): path for path in modules()}
    rooms = tuple(f"{room}." for room in SAID)
    return [p for name, p in named.items() if f"{name}.".startswith(rooms) and name not in UNSAID]


def _calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    for node in nodes(path):
        if isinstance(node, ast.Call) and node.args and _name(node) in names:
            yield node


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


# -- at the end of a run ---------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    config.stash[WHOLE] = not (config.option.collectonly or any("::" in a for a in config.args))
    config.stash[GATHERED] = []
    config.stash[COMPLAINTS] = []


def pytest_deselected(items: list[pytest.Item]) -> None:
    """By words, by marks, or since it did not fail the last time."""
    for item in items:
        if is_story(item):
            item.config.stash[WHOLE] = False


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    there = {item.path for item in session.items if is_story(item)}
    if not there >= story_files():
        session.config.stash[WHOLE] = False


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of pytest-xdist has ended: take what it has met."""
    told = getattr(node, "workeroutput", {}).get("reached")
    node.config.stash[GATHERED].append(told is not None and told["whole"])
    if told is not None:
        RECORDER.reached.add(told["sheet"])


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where every story was told and none failed, hold what they reach to the list."""
    config, sheet = session.config, RECORDER.reached.sheet()
    workers = config.stash[GATHERED]
    whole = all(workers) if workers else config.stash[WHOLE]
    if hasattr(config, "workerinput"):
        config.workeroutput["reached"] = {"whole": whole, "sheet": sheet}
    elif whole and exitstatus == 0:
        LAST.parent.mkdir(exist_ok=True)
        LAST.write_text(json.dumps(sheet, indent=1), "utf-8")
        now = unreached(RECORDER.reached, reachable())
        more = bool(config.getoption("--all", False))
        config.stash[COMPLAINTS] = complaints(now, listed(), more=more)
        if config.stash[COMPLAINTS]:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what the list (tests/unreached.txt) does not allow, or what of it these few reach."""
    met = reached_of(listed(), RECORDER.reached)
    said = config.stash[COMPLAINTS] or [f"reached by now: {one}" for one in sorted(met)]
    if said:
        terminalreporter.section("what stories reach", red=bool(config.stash[COMPLAINTS]))
        for one in said:
            terminalreporter.line(one)


# -- at a terminal --------------------------------------------------------------------------


def main(*, writes: bool) -> int:
    """Say what no story of the last whole run reached; the exit code."""
    if not LAST.exists():
        print("No run has told every story yet: make test")
        return 1
    last = Reached()
    last.add(json.loads(LAST.read_text("utf-8")))
    now, before = unreached(last, reachable()), listed()
    if writes:
        LIST.write_text(written(now), "utf-8")
    print(*sorted(now), sep="\n")
    wrong = complaints(now, before)
    print("", *wrong, f"{len(now)} unreached, {len(wrong)} not as listed", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(writes="--write" in sys.argv))
