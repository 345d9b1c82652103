"""The house rules: what may import what, who reads the clock, what things may be called."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests import source
from tests.source import ROOT, dotted, imports, mentions, modules, nodes, tracked

ARROWS = {
    "bot": {"bot", "handlers", "models", "scheduler"},
    "handlers": {"handlers", "models"},
    "models": {"models"},
    "scheduler": {"scheduler", "models"},
}
PLATFORMS = {"aiogram", "telegram", "pywa", "aiohttp", "httpx"}
SQL = {"sqlalchemy", "alembic", "asyncpg", "aiosqlite", "sqlite3"}
STORE = ("models.store", "models.migrations")
ENTRANCES = ("bot.__main__", "bot.config")
CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    # The database's clock is a second clock.
    "sqlalchemy.func.now",
    "sqlalchemy.func.current_timestamp",
}
CHANCE = {"secrets", "uuid", "random", "os.urandom"}
SEEDED = {"random.Random"}
"""Repeatable: whoever makes one gives it its seed."""
DRAWS = {
    "models.dice": "the real dice",
    "bot.keys": "no seed may ever make an office's secret",
}
AT_EXIT = {"atexit", "weakref.finalize"}
BANNED = {
    *("util", "helper", "manager", "abstract", "impl", "data", "info", "process", "handle"),
    *("utils", "helpers", "managers", "infos", "processes", "handles"),
}
SMALL = 60
# The reason why a file with fewer lines is one of its own, although one other alone imports it.
LONE = {
    "bot/attachments/empty_table.py": "a maker of its own, as each document of the room has one",
    "bot/cli/exports/publish.py": "a command of its own",
    "bot/cli/imports/template.py": "a command of its own",
    "bot/publishing/written.py": "how a folder is replaced, apart from what is in it",
    "handlers/office/requests/correct.py": "a form of its own, apart from the list and its answers",
    "handlers/citizen/complained/cared.py": "how it was handled, apart from what was done",
    "bot/attachments/made.py": "the list of what the room makes; loading its makers takes time",
    "bot/cli/bubbles/commands.py": "a group of commands, as every folder of cli has it",
    "bot/cli/operations/webhook.py": "a command of its own",
    "bot/cli/office/unset.py": "what is not set, apart from the settings",
    "bot/cli/trail/secret.py": "a command of its own",
    "bot/imports/chat/words.py": "what the chat says of a file, apart from its steps",
    "bot/imports/reading/group_cells.py": "what one cell may say, with its own words",
    "bot/imports/reading/xls_parts.py": "the marks of XLS, beside those of XLSX",
    "bot/sandbox/buttons.py": "which button is meant, pure",
    "bot/sandbox/demo/days.py": "what citizens say on the days in between, apart from the leaps",
    "bot/sandbox/telegram/box.py": "the box that listens, above what its calls act on",
    "bot/sandbox/whatsapp/box.py": "the box that listens, above what its calls act on",
    "bot/sandbox/whatsapp/phones/markup.py": "what a phone shows of WhatsApp's marks, pure",
    "bot/whatsapp/outbound/rows.py": "the rows of a list, pure",
    "models/merkle.py": "a tree of hashes, pure",
    "handlers/anyone/language.py": "a conversation",
    "handlers/anyone/privacy.py": "a conversation",
    "handlers/anyone/resume.py": "a conversation",
    "handlers/anyone/stop.py": "a conversation",
    "handlers/office/people/find.py": "a kind of question",
    "handlers/staff/evaluation/invitation.py": "a prompt",
    "models/store/letters/budget.py": "PostgreSQL's own SQL, and the store alone speaks SQL",
    "models/store/chat/silence.py": "a rule with a calendar, which new chats else need not",
    "models/store/engine/created.py": "the tables of a new file, apart from the steps of old ones",
}
NAMED_BY_OTHERS = {
    "handle_data": "the standard library's HTMLParser",
    "handle_endtag": "the standard library's HTMLParser",
    "handle_starttag": "the standard library's HTMLParser",
    "process_request": "python-telegram-bot's BaseRateLimiter",
    "load_dialect_impl": "SQLAlchemy's TypeDecorator",
    "process_bind_param": "SQLAlchemy's TypeDecorator",
    "process_result_value": "SQLAlchemy's TypeDecorator",
    "get_webhook_info": "the Bot API's getWebhookInfo",
    "handle_async_request": "httpx's AsyncBaseTransport",
}

FUNCTION_LINES = 40
# The reason why a function ("path: name") may be longer than that.
LONG_FUNCTIONS: dict[str, str] = {}

MACHINE = re.compile(r"(?<![\w.-])/(?:work|root|opt)/(?=\w)")
# In pieces, since this file too names no host.
HOSTS = (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"))
REGISTRY = re.compile("|".join((*map(r"\.".join, HOSTS), r"--(?:extra-)?index-url[ =]\S*:")))
THIS_FILE = Path(__file__).relative_to(ROOT)


def none(strays: Iterable[str]) -> None:
    """Fail with all of them, one a line."""
    found = sorted(strays)
    assert not found, "\n".join(["", *found])


def within(path: Path, *rooms: str) -> bool:
    """Whether the module is one of the named packages or lies below one."""
    return any(f"{dotted(path)}.".startswith(f"{room}.") for room in rooms)


def importers(packages: set[str], *, outside: tuple[str, ...]) -> list[str]:
    """`module imports name` for each import of the packages by a module outside these rooms."""
    return [
        f"{path} imports {name}"
        for path in modules()
        if not within(path, *outside)
        for name in imports(path)
        if name.split(".")[0] in packages
    ]


def test_rooms_know_each_other_only_along_the_arrows() -> None:
    strays = [
        f"{path} imports {name}"
        for path in modules()
        for name in imports(path)
        if name.split(".")[0] in set(ARROWS) - ARROWS[path.parts[0]]
    ]
    none(strays)


def test_only_the_bot_knows_a_chat_platform() -> None:
    none(importers(PLATFORMS, outside=("bot",)))


def test_aiogram_is_imported_in_one_file_which_builds_its_models_when_they_are_used() -> None:
    none(importers({"aiogram"}, outside=("bot.telegram.lazy_aiogram",)))


CHANNEL_NAMES = re.compile(r"telegram|whatsapp", re.IGNORECASE)
CHANNEL_ROOMS = ("bot.telegram", "bot.whatsapp", "bot.sandbox", "bot.cli.whatsapp")
# The reason why a module outside their rooms names a channel.
NAMING_CHANNELS: dict[str, str] = {
    "bot/__main__.py": "lists the commands of one channel, and hands its settings to `qr`",
    "bot/attachments/joining_sheet.py": "links of both channels on paper",
    "bot/cli/operations/webhook.py": "the command of the one channel whose webhook we set",
    "bot/attachments/posters.py": "links of both channels on paper",
    "bot/attachments/visit_slips.py": "links of both channels on a code",
    "bot/attachments/links.py": "links of both channels",
    "bot/channels.py": "the list of channels",
    "bot/cli/bubbles/phone.py": "a phone with WhatsApp, whose bubbles are counted",
    "bot/cli/bubbles/played.py": "a phone with WhatsApp, whose bubbles are counted",
    "bot/cli/bubbles/town.py": "phones with WhatsApp, whose bubbles are counted",
    "bot/cli/demo.py": "wiring of the sandbox",
    "bot/imports/kinds/people/page.py": "links of both channels in a published JSON",
    "bot/cli/qr.py": "links of both channels on posters and in a published JSON",
    "bot/logs.py": "loggers of libraries",
    "bot/config.py": "settings are named for the channel they are of",
}


def test_no_room_but_a_channels_own_knows_its_name() -> None:
    """What a channel can do is read from its traits, so that a third one is a room and a line."""
    named = {
        str(path): f"{path}:{found[0][0]} names {found[0][1]}"
        for path in modules()
        if not within(path, *CHANNEL_ROOMS)
        if (found := sorted(_channels_named(path)))
    }
    none(stray for path, stray in named.items() if path not in NAMING_CHANNELS)
    none(f"{path} names no channel: take it off" for path in NAMING_CHANNELS if path not in named)


def _channels_named(path: Path) -> Iterator[tuple[int, str]]:
    """Imports, attributes, names, keywords and literals that name a channel; not docstrings."""
    words = {id(one.value) for one in nodes(path) if isinstance(one, ast.Expr)}
    for node in nodes(path):
        for said in _said_by(node):
            if id(node) not in words and CHANNEL_NAMES.search(said):
                yield getattr(node, "lineno", 0), said


def _said_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ImportFrom(module=str(name)) | ast.Attribute(attr=name) | ast.Name(id=name):
            yield name
        case ast.Import(names=names):
            yield from (one.name for one in names)
        case ast.keyword(arg=str(name)) | ast.Constant(value=str(name)):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name


def test_the_bot_opens_a_database_in_one_way_alone() -> None:
    """One that is not told which channels are loud would have Tilik wake people."""
    none(
        f"{path} opens a database by itself"
        for path in modules()
        if within(path, "bot") and dotted(path) != "bot.channels"
        if "models.store.engine.database.opened" in imports(path)
    )


def test_only_the_scheduler_and_the_bot_know_the_timetable() -> None:
    none(importers({"apscheduler"}, outside=("bot", "scheduler")))


def test_conversations_and_nouns_need_no_event_loop() -> None:
    none(importers({"asyncio"}, outside=("bot", "scheduler", *STORE)))


def test_sql_is_spoken_in_the_store_alone() -> None:
    none(importers(SQL, outside=STORE))


def test_charts_are_drawn_in_one_room() -> None:
    none(importers({"matplotlib"}, outside=("bot.render",)))


def test_the_command_line_and_the_settings_import_nothing_slow_at_their_top() -> None:
    slow = {"aiogram", "matplotlib", "sqlalchemy"}
    tops = {path: imports(path, top_only=True) for path in modules() if within(path, *ENTRANCES)}
    assert set(map(dotted, tops)) == set(ENTRANCES)
    loaded = [(path, name) for path, names in tops.items() for name in names]
    none(f"{path} imports {name}" for path, name in loaded if name.split(".")[0] in slow)


HELP = """
import sys
from bot.__main__ import main
sys.argv = ["tilik", "--help"]
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print("SLOW:", sorted({"aiogram", "matplotlib", "sqlalchemy"} & set(sys.modules)))
"""


def test_help_answers_without_loading_anything_slow() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HELP], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.endswith("SLOW: []\n"), ran.stdout[-200:]
    commands = "demo run import export qr skm plan verify migrate whatsapp"
    for command in commands.split():
        assert re.search(rf"\b{command}\b", ran.stdout), f"help does not name {command}"


def test_the_version_is_the_changelogs() -> None:
    """It stands there alone: pyproject.toml takes it from the first heading with a number."""
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True
    )
    heading = re.search(r"(?m)^## (\d+\.\d+\.\d+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert heading, "CHANGELOG.md has no heading with a number"
    assert ran.stdout == f"Tilik {heading[1]}\n", ran.stderr


def test_only_main_reads_the_clock() -> None:
    readings = [
        f"{path}:{line} reads {name}"
        for path in modules()
        if dotted(path) != "bot.__main__"
        for line, name in mentions(path)
        if name in CLOCK
    ]
    none(readings)


def test_chance_comes_from_the_dice_that_is_handed_in() -> None:
    drawings = [
        f"{path} imports {name}"
        for path in modules()
        if dotted(path) not in DRAWS
        for name in imports(path)
        if _of(name, CHANCE) and name not in SEEDED
    ]
    drawings += [
        f"{path}:{line} draws from {name}"
        for path in modules()
        if dotted(path) not in DRAWS
        for line, name in mentions(path)
        if _of(name, CHANCE) and not _of(name, SEEDED)
    ]
    none(drawings)


def test_a_random_without_a_seed_is_found() -> None:
    none(
        f"{path}:{node.lineno} makes a Random without a seed"
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Random")
        if not node.args and not node.keywords
    )


def test_nothing_finalises_itself() -> None:
    """What is opened is closed at the wiring; a simulated crash drops all and runs nothing."""
    strays = importers({"atexit"}, outside=())
    strays += [
        f"{path}:{line} leaves {name} behind"
        for path in modules()
        for line, name in mentions(path)
        if _of(name, AT_EXIT)
    ]
    strays += [f"{path} defines __del__" for path in modules() if "__del__" in names_in(path)]
    none(strays)


def _of(name: str, origins: set[str]) -> bool:
    """Whether the dotted name is one of these, or comes out of one of them."""
    return any(f"{name}.".startswith(f"{origin}.") for origin in origins)


def test_names_say_what_things_are() -> None:
    names = {(path, name) for path in modules() for name in names_in(path)}
    banned = [f"{path}: {name}" for path, name in names if parts_of(name) & BANNED]
    none(sorted(banned))


def names_in(path: Path) -> Iterator[str]:
    yield from path.with_suffix("").parts
    for node in nodes(path):
        if isinstance(node, source.Named) and node.name not in NAMED_BY_OTHERS:
            yield node.name


def parts_of(name: str) -> set[str]:
    return {part.lower() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_functions_are_short() -> None:
    long = {name: lines for name, lines in _function_lengths() if lines > FUNCTION_LINES}
    none(f"{name} has {lines} lines" for name, lines in long.items() if name not in LONG_FUNCTIONS)
    none(f"{name} is short by now: take it off" for name in LONG_FUNCTIONS if name not in long)


def test_a_small_file_that_one_other_reads_says_why_it_is_one() -> None:
    small = {str(path) for path in _measured() if _is_lone(path)}
    none(f"{path} is small, one other reads it: fold it, or say why" for path in small - set(LONE))
    none(f"{path} needs no reason any more: take it off" for path in set(LONE) - small)


def _is_lone(path: Path) -> bool:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    return path.name != "__init__.py" and lines < SMALL and len(source.imported_by()[path]) == 1


def _measured() -> list[Path]:
    # A migration is a record of what was done, in one piece however long.
    return [path for path in modules() if not within(path, "models.migrations.versions")]


def _function_lengths() -> Iterator[tuple[str, int]]:
    for path in _measured():
        for node in nodes(path):
            if source.is_function(node):
                yield f"{path}: {node.name}", source.length(node)


def test_no_file_names_a_machines_folder_or_a_package_registry() -> None:
    strays = [
        f"{path}:{number}: {found[0]}"
        for path in tracked()
        if path != THIS_FILE
        for number, line in enumerate(_lines(path), start=1)
        if (found := MACHINE.search(line) or REGISTRY.search(line))
    ]
    none(strays)


def _lines(path: Path) -> list[str]:
    try:
        return (ROOT / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


SAMPLE = """
import datetime as dt
import time, os.path
from datetime import date as day
from sqlalchemy import func
from .. import texts
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import pywa
def late():
    import aiogram.types
    from secrets import token_hex as mark
    return dt.datetime.now(), time.time(), day.today, func.now(), time.monotonic(), mark(4)
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A module that breaks the rules in roundabout ways."""
    path = tmp_path / "sample.py"
    path.write_text(SAMPLE)
    return path


def test_the_rules_see_through_other_names_for_the_clock(sample: Path) -> None:
    read = {name for _, name in mentions(sample)} & CLOCK
    assert read == {
        "datetime.datetime.now",
        "time.time",
        "datetime.date.today",
        "sqlalchemy.func.now",
    }


def test_the_rules_see_through_other_names_for_chance(sample: Path) -> None:
    assert {name for _, name in mentions(sample) if _of(name, CHANCE)} == {"secrets.token_hex"}


def test_the_rules_see_imports_inside_functions(sample: Path) -> None:
    assert {"aiogram.types", "os.path", "pywa"} <= set(imports(sample))
    assert {"aiogram.types", "pywa"}.isdisjoint(imports(sample, top_only=True))
    assert "os.path" in imports(sample, top_only=True)


@pytest.mark.parametrize("name", ["load_data", "DataStore", "HTTPHelper", "_process", "file_infos"])
def test_banned_words_are_found_within_names(name: str) -> None:
    assert parts_of(name) & BANNED


@pytest.mark.parametrize("name", ["database", "handlers", "processing_day", "information"])
def test_longer_words_are_not_mistaken_for_banned_ones(name: str) -> None:
    assert not parts_of(name) & BANNED
