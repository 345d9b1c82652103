"""Everything that others can fill has a bound: whatever grows in memory while Tilik runs, and every
table. What happens at a bound is said in docs/operations.md, with the number that the code has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot import logs
from bot.imports.all_kinds import MOST_ROWS
from bot.imports.reading import tables, workbook
from bot.inbound import bodies, server
from bot.outbound.file_source import MOST_BYTES
from handlers.engine import conversation, questions
from models.settings import SETTINGS
from models.store.chat import backlog, dialogues, inbox
from models.store.letters import letters
from models.store.ratings import visit_codes
from models.store.schema import metadata
from tests.source import ROOT, modules, tree

GROWS = frozenset(
    {
        *("dict", "list", "set", "deque", "Counter", "OrderedDict", "defaultdict"),
        *("WeakValueDictionary", "WeakKeyDictionary", "SimpleQueue", "Queue", "bytearray"),
    }
)
"""What begins empty and can grow."""

HELD: Mapping[str, str] = {
    "bot/alarms.py:Alarms._on": "one for each alarm there is",
    "bot/background/planning.py:Planning.silences": "one for each kind of prompt and day",
    "bot/inbound/desk.py:Desk._turns": "one for each delivery that is in hand: a connection's, or "
    "one of a batch; forgotten with it",
    "bot/logs.py:Seldom._lines": "the places in the code that log, for a minute",
    "bot/outbound/pacing.py:Bursts._full": "KNOWN, then the oldest go",
    "bot/outbound/pacing.py:Slots._replies": "one for each chat: its next letter waits for this",
    "bot/outbound/pacing.py:Slots._prompts": "the prompts in hand, a few at a time",
    "bot/outbound/pacing.py:Slots._floods": "one for each chat, as of the replies",
    "bot/outbound/post.py:PostOffice._queues": "the letters of `letters`, as many as may wait",
    "bot/outbound/post.py:PostOffice._carried": "the same, and a few seconds longer",
    "bot/outbound/post.py:PostOffice._unsaid": "the same",
    "bot/outbound/post.py:PostOffice._tasks": "one for each chat that is written to, and toasts",
    "bot/outbound/prompt_outcomes.py:Sending.held": "the leases of one prompt in hand",
    "bot/outbound/prompts.py:Prompting._in_hand": "the prompts in hand, a few at a time",
    "bot/outbound/write_behind.py:WriteBehind._things": "what was sent since the last commit; "
    "nothing is sent of what is only in the store while the store is away",
    "bot/render/draw.py:Draughtsman._kept": "KEPT, then the oldest go",
    "bot/texts.py:Texts._fixed": "one for each text without facts",
    "bot/whatsapp/outbound/speaker.py:WhatsAppSpeaker._begun": "BEGUN, then the oldest go",
    "handlers/engine/wire.py:_WIRES": "one for each kind of opening",
    "models/backoff.py:Backoff._kept": "KNOWN, then the oldest go",
    "models/store/engine/migrate.py:revisions": "one for each migration of ours",
    "models/store/engine/prepared.py:Prepared._ready": "one for each engine, and for each length "
    "of its lists: powers of two",
    "models/store/engine/sqlite.py:Threaded._waiting": "one for each that waits for the store: the "
    "deliveries in hand, and the jobs",
    "scheduler/timetable.py:_Running.since": "one for each job",
    # What a cache holds, by what it is asked for.
    "bot/render/lettering.py:_known": "our fonts",
    "bot/render/paper.py:_fonts": "our fonts",
    "bot/imports/reading/titles.py:_right": "4,096, then the oldest go",
    "bot/texts.py:catalogue": "one",
    "bot/texts.py:_read": "our files of texts",
    "bot/texts.py:_sources": "our files of texts",
    "handlers/engine/question.py:_words_of": "200, then the oldest go",
    "models/store/prompts/candidates.py:_ready": "two for each kind of prompt",
    "handlers/engine/wire.py:_carried": "1,024, then the oldest go",
    "models/calendar.py:decreed": "one",
    "models/calendar.py:drawn": "1,024, then the oldest go",
    "models/comments/pointing.py:_Pointing.known": "the words of one comment, forgotten with it",
    "models/comments/pointing.py:_Pointing.own": "the words of one comment, forgotten with it",
    "models/comments/words.py:_bent_kinds": "one",
    "models/comments/words.py:_kinds": "one",
    "models/comments/words.py:_lists": "one",
    "models/comments/words.py:_slips": "one",
    "models/comments/words.py:no_names": "one",
    "models/comments/words.py:no_nicknames": "one",
    "models/comments/words.py:of": "our lists of words",
    "models/comments/words.py:phrases": "our lists of phrases",
    "models/decrees.py:packaged": "128, then the oldest go",
    "models/decrees.py:packaged_decrees": "128, then the oldest go",
    "models/instruments.py:instrument": "128, then the oldest go",
    "models/instruments.py:_survey": "128, then the oldest go",
    "models/predikat.py:matrix": "one",
    "models/store/__init__.py:_names": "our classes",
    "models/store/oversight/retention.py:_idle_chats": "one for the tables as they are",
    "models/store/oversight/retention.py:_outdated": "the periods that our tables declare",
    "models/store/prompts/candidates.py:_lacking": "the kinds of prompts",
    "models/triage/ideas.py:_apart": "one",
    "models/triage/ideas.py:_known": "one",
    "models/triage/judging.py:all_fields": "one",
    "models/triage/judging.py:weights": "one",
    "models/triage/places.py:_names": "one",
    "models/triage/places.py:_topics": "one",
    "models/triage/places.py:office": "16, then the oldest go",
    "models/triage/spoken.py:_slips": "one",
    "models/triage/spoken.py:_told": "one",
    "models/triage/spoken.py:_usual": "one",
    "models/triage/spoken.py:listed": "our lists of words",
    "models/triage/spoken.py:packaged": "our files of words",
    "scheduler/occasions.py:of_the_day": "32,768, then the oldest go",
    # What lives as long as one command, one file or one turn.
    "bot/cli/bubbles/phone.py:PlayedPhone.labels": "one played conversation",
    "bot/imports/kinds/named_units.py:Units._met": "the rows of a file",
    "bot/imports/kinds/named_units.py:Units.made": "the rows of a file",
    "bot/imports/kinds/named_units.py:Units.placed": "the rows of a file",
    **dict.fromkeys(
        (
            "bot/imports/kinds/named_people.py:Names._by_number",
            *(f"bot/imports/reading/day_columns.py:DaysSettled.{n}" for n in ("notes", "told")),
            "bot/imports/reading/day_columns.py:DaysSettled.wrongs",
            *(f"bot/imports/reading/frame.py:Frame.{n}" for n in ("asked", "ignored", "notes")),
            *(f"bot/imports/reading/frame.py:Frame.{n}" for n in ("rows", "said", "twice")),
            *(f"bot/imports/reading/frame.py:Frame.{n}" for n in ("unknown", "written")),
            "bot/imports/outcome.py:Tally.notes",
        ),
        "the rows of a file",
    ),
    **dict.fromkeys(
        (
            *(f"bot/imports/reading/markup.py:_Book.{n}" for n in ("_cell", "_percents", "_text")),
            *(f"bot/imports/reading/markup.py:_Grid.{n}" for n in ("_taken", "merges", "rows")),
            *(f"bot/imports/reading/markup.py:_{n}" for n in ("Book.grids", "Grid.unseen")),
            *(f"bot/imports/reading/markup.py:_Page.{n}" for n in ("_text", "grids")),
            *(f"bot/imports/reading/xlsx_parts.py:SheetMarks.{n}" for n in ("failed", "percents")),
            "bot/imports/reading/xlsx_parts.py:SheetMarks.hidden_columns",
            "bot/imports/reading/xlsx_parts.py:SheetMarks.hidden_rows",
            "bot/imports/reading/xlsx_parts.py:_Cells._value",
        ),
        "the reading process, which may have so much memory and ends with its file",
    ),
    "bot/imports/reading/titles.py:_known_words": "the words of our own list of titles",
    "bot/imports/reading/titles.py:_not_kept": "the words of our own list of titles",
    "bot/imports/outcome.py:Tally.lines": "the rows of a file",
    "bot/imports/outcome.py:Tally.first": "the rows of a file",
    "bot/imports/outcome.py:Tally.people": "the rows of a file",
    "bot/imports/outcome.py:Tally.units": "the units of the office",
    "bot/turn/form.py:Form.out": "the letters of one turn",
    "bot/turn/form.py:Form.ended": "the forms of one chat",
    "bot/backup/age.py:Sealed._left": "one chunk of a file that is sealed",
    "models/store/engine/dump.py:_Filling._rows": "a batch of the rows of a backup",
    "models/store/engine/dump.py:_Filling._own": "the same",
    "models/store/oversight/audit.py:_Walked.at": "the seals and anchors that are asked for",
    "models/store/oversight/audit.py:_Walked.trees": "the quarters that the trail tells of",
    "models/store/oversight/audit.py:_Walked.days": "the days of the trail",
    "models/store/oversight/work_digests.py:ToldWork.appraisals": "the people of the office",
    "models/store/oversight/work_digests.py:ToldWork.entries": "the people of the office",
    "scheduler/crowd.py:Crowd._then": "the people of the office",
}
"""Whatever begins empty and outlives the call that fills it, and what bounds it."""

OFFICE = "as large as the office: only its personnel office and operator write there"
DEEDS = "one row a deed of somebody whom the office knows, who is answered one deed a second"
STRANGERS: Mapping[str, str] = {
    "addresses": "one for each account of a platform; a citizen's is forgotten the day after",
    "consents": "the notices that somebody has seen, a few for each address",
    "day_keys": "one a day, for two days",
    "dialogues": "the open one and ten parked at an address, each of 300 answers",
    "files": "so many a person and day as the office sets",
    "identities": "one for each complaint, and for each wish to be told",
    "inbox": "fifty open ones a chat; of what is done the key alone, for eight days; of what "
    "nobody could read the words of the newest thousand",
    "letters": "fifty that wait in a chat, fifty that are held",
    "raters": "one for each person, counter and day; forgotten after the day",
    "ratings": "one for each person, counter and day",
    "complaints": "one for each form that a person has sent",
    "complaint_steps": "one for each thing that a person did to a complaint",
    "rebuttals": "one for each comment that somebody has answered",
    "hearings": "one for each employee who was asked on a complaint",
    "reporters": "one for each complaint",
    "corrections": "our lists of words, for each unit, kind and element",
    "questions_asked": "four for each day, unit and question of ours; 400 days",
    "listeners": "one for each chat, counter and element; ninety days",
    "sealed_letters": "one for each step that is told, until it has arrived or the seal is gone",
    "reporter_codes": "one for each complaint, gone after three days",
    "unsealings": "one for each that a person has asked for, one open for each complaint",
    "tallies": "one for each counter, service, day and answer",
    "unreleased": "the same",
    "visit_codes": "one for each visit, and 500 printed for each counter and day, gone with their "
    "use or after days that the office sets",
    "codes_given": "one for each counter and day",
    "heard_groups": "sixteen for each service and quarter",
    "served_groups": "sixteen for each service",
    "visit_hands": "one for each person, service and day, for a day",
    "visit_days": "one for each service and day",
    "fleeting": "the messages of one rating on a phone that is handed to others",
    "running_visits": "one for each person who serves",
    "visit_minutes": "one for each counter, service, day and minutes up to 480",
    "rating_leaves": "one for each rating that was released",
    "rating_trees": "one for each quarter",
    "counted_codes": "one for each rating at most",
    "runs": "one for each counter, survey and hour, gone when the day is judged",
    "quarantines": "five for each counter and day, one a reason",
}
"""Tables that somebody can fill whom the office does not know."""
TABLES: Mapping[str, str] = {
    **STRANGERS,
    **dict.fromkeys(
        (
            *(
                "allowances",
                "branches",
                "budget",
                "closes",
                "counters",
                "decreed_days",
                "duties",
                "epochs",
            ),
            *("invitations", "leaves", "memberships", "offers", "outages", "people", "posts"),
            *("prompts", "schedules", "seals", "services", "settings", "stations", "superiors"),
            *("standards", "targets", "teams", "templates", "trail_head", "units"),
        ),
        OFFICE,
    ),
    **dict.fromkeys(
        ("appraisals", "doubts", "entries", "evaluations", "new_chats", "requests", "trail"), DEEDS
    ),
    "epochs": "one for each life of the database",
    "reviews": "one open for each place and element",
    "intakes": "as many as files a person and day, dropped or taken in",
}
"""Every table, and what bounds it."""

SAID: Mapping[str, int | float] = {
    "messages of one chat that wait for their turn": backlog.MOST_WAITING,
    "replies that wait to be sent in one chat": backlog.MOST_WAITING,
    "news that is held for one person": letters.MOST_HELD,
    "forms that lie under the open one": dialogues.MOST_PARKED,
    "answers of one form": conversation.LONGEST_FORM,
    "letters of one answer": questions.LONGEST_WORDS,
    "letters of a citizen's comment": questions.LONGEST_COMMENT,
    "deliveries that nobody could read, with their words": inbox.MOST_KEPT_ASIDE,
    "files of one person in a day": SETTINGS["files-a-day"].default,
    "ratings without a visit code at a counter in an hour": SETTINGS["open-hour"].default,
    "visit codes that a counter gives and prints in a day": visit_codes.MOST_A_DAY,
    "bytes of a file": MOST_BYTES,
    "rows of a table": MOST_ROWS,
    "letters of a cell": workbook.LONGEST_CELL,
    "letters of a line of a CSV": tables.LONGEST_LINE,
    "characters of all cells, 15 more for each": workbook.MOST_BACK,
    "connections": server.MOST_CONNECTIONS,
    "lines of the log from one place in the code in a minute": logs.MOST_LINES,
    "seconds for the head of a request": server.IDLE,
    "seconds for its body": bodies.READ_IN,
    "bytes of a body": bodies.LARGEST,
    "bytes of all bodies over 64 kB that are being read": bodies.MOST_HELD,
}
"""The bounds that people and operators can meet, as docs/operations.md names them."""


def test_whatever_grows_in_memory_is_listed_with_what_bounds_it() -> None:
    found = {
        f"{path}:{name}"
        for path in modules()
        if "sandbox" not in path.parts
        for name in _growing(tree(path))
    }
    assert found == set(HELD)


def test_every_table_is_listed_with_what_bounds_it() -> None:
    assert set(metadata.tables) == set(TABLES)


def test_the_bounds_that_can_be_met_are_said_with_their_numbers() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([\d,.]+)[^|]* \| [^|]+ \|$", _section(), re.MULTILINE)
    assert {name: float(number.replace(",", "")) for name, number in rows} == SAID


def test_what_grows_is_found() -> None:
    source = """
class A:
    kept: dict[str, int] = {}
    def __init__(self):
        self._things: list[int] = []
        self.number, self._more = 0, Counter[str]()
        self.fixed = {"a": 1}
@dataclass(frozen=True)
class Value:
    facts: dict = field(default_factory=dict)
@lru_cache(maxsize=3)
def asked(word): ...
"""
    assert sorted(_growing(ast.parse(source))) == ["A._more", "A._things", "A.kept", "asked"]


def _section() -> str:
    written = (ROOT / Path("docs/operations.md")).read_text("utf-8")
    return written.partition("## What has a bound\n")[2].partition("\n## ")[0]


def _growing(node: ast.AST, *within: str) -> Iterator[str]:
    """What begins empty: of a module, of a class, of `self`; and functions that remember."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.ClassDef() if not _is_value(child):
                yield from _growing(child, *within, child.name)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if any(re.match(r"(lru_)?cache\b", ast.unparse(d)) for d in child.decorator_list):
                    yield ".".join((*within, child.name))
                yield from _of_self(child, within)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if _begins_empty(child.value):
                    yield ".".join((*within, name))


def _of_self(function: ast.AST, within: tuple[str, ...]) -> Iterator[str]:
    for target, value in _assigned(function):
        match target:
            case ast.Attribute(value=ast.Name(id="self"), attr=name) if _begins_empty(value):
                yield ".".join((*within, name))


def _assigned(function: ast.AST) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """Every target and its value, also where several are assigned at once."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from zip(names, values, strict=False)
            case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
                yield target, node.value


def _begins_empty(value: ast.expr | None) -> bool:
    match value:
        case ast.Dict(keys=[]) | ast.List(elts=[]):
            return True
        case ast.Call(func=ast.Name(id="field"), keywords=keywords):
            return any(_name(k.value) in GROWS for k in keywords if k.arg == "default_factory")
        case ast.Call(func=made, args=given):
            return _name(made) in GROWS and not (given and _name(made) in ("dict", "list", "set"))
    return False


def _name(made: ast.expr) -> str:
    bare = made.value if isinstance(made, ast.Subscript) else made
    return ast.unparse(bare).rpartition(".")[2]


def _is_value(node: ast.ClassDef) -> bool:
    """Whether it is frozen: what it has it was given."""
    return any("frozen=True" in ast.unparse(one) for one in node.decorator_list)
