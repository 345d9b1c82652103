"""Words: every id that the code speaks is in every language, and nothing is left unsaid."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from bot.alarms import NAMES as ALARMS
from bot.cli.bubbles.page import COUNTED, NAMED
from bot.cli.bubbles.walks import Way
from bot.cli.imports.commands import OWN_HELP
from bot.cli.whatsapp.letters import WHYS
from bot.cli.whatsapp.templates import Done
from bot.doctor.finding import Level
from bot.doctor.finding import Name as Looked
from bot.doctor.heartbeat import Step
from bot.imports.all_kinds import KINDS as KINDS_OF_FILES
from bot.imports.blank import WRITTEN
from bot.outbound.template_letter import template_letter_of
from bot.telegram.rendered import shortened
from bot.texts import TextMissing, Texts, bundle_of, catalogue, ids_in, lexicon, locales
from bot.turn.menu import STEERING
from bot.whatsapp.templates.page import STATUSES
from handlers import CONVERSATIONS, VERBS
from handlers.anyone.amend import FIELDS
from handlers.anyone.greet import TOLD
from handlers.complaints.levels import FACES, Why
from handlers.engine.conversation import Conversation
from handlers.engine.manifest import Player
from handlers.engine.question import Question
from handlers.engine.questions import Attach, Noted, Pick, Scale, Write
from handlers.listed import PROMPTS
from handlers.office.posters import NAMES as PAPERS
from handlers.oversight.deeds import DEEDS
from handlers.staff.log.script import ASKED
from handlers.staff.scores.facts import LISTED
from handlers.supervisor import evaluation
from handlers.supervisor.approvals import give_back
from handlers.supervisor.complaints import note
from handlers.supervisor.team import thank
from handlers.supervisor.team.nudge import REACHES
from handlers.words.days import Day, Hours
from handlers.words.numbers import Amount
from models.campaigns import SPREAD
from models.complaints import INNER, OPEN, ComplaintKind, ComplaintState, Result, StepKind
from models.decrees import Kind as DayKind
from models.evaluations import VALUES
from models.groups import GROUPS
from models.hearings import HearingAnswer
from models.instruments import instrument, numberings
from models.letters import FileKind, Letter, Lines, Text, Verbatim
from models.notices import Purpose
from models.people import LANGUAGES, ActingAs, Duty
from models.performance import WEIGHTS
from models.predikat import PREDIKATS, RATINGS
from models.rebuttals import DECISIONS, RebuttalKind
from models.retention import PERIODS
from models.reviews import ReviewState
from models.schedule import Kind as Shift
from models.settings import KEPT, SETTINGS, Since
from models.settings import Kind as SettingKind
from models.standards import COMPONENTS
from models.store.chat.new_chats import State as ChatState
from models.store.complaints.unsealings import UnsealingState
from models.store.oversight import dossier, incidents, requests
from models.store.oversight.requests import Settled
from models.store.oversight.trail import Actor
from models.store.people import doubts, leaves
from models.store.ratings.ratings import Withheld
from models.stuffing import WHYS as HELD_FOR
from models.wording import HAILS, TOPICS
from models.work import State
from tests.source import modules, nodes
from tests.test_catalogue import LOCALES
from tests.test_catalogue import catalogue as written_in

SURVEY = instrument()
SHOWN_HELD = {
    name.replace("_", "-")
    for section in dossier.sections().values()
    for name in section.keys
    if name not in section.machines
}
VALUES_HELD = {
    *("open", "main", "acting", "telegram", "whatsapp", *get_args(ActingAs)),
    *(get_args(State) + get_args(Duty) + get_args(Purpose) + get_args(Shift)),
    *(get_args(Settled) + get_args(doubts.Settled) + get_args(requests.Kind)),
    *(get_args(leaves.Kind) + get_args(leaves.Why) + get_args(Actor)),
} - {"person"}
COMMANDS = (*(name for name, c in CONVERSATIONS.items() if c.manifest.menu), *STEERING)
LOOKS = [n for n, one in CONVERSATIONS.items() if any(part.concerns for part in one.parts)]
FORMS = {
    topic.name: topic
    for one in CONVERSATIONS.values()
    for topic in one.parts
    if isinstance(topic, Conversation)
}
ASKS = {name: inspect.getsource(form.ask) for name, form in FORMS.items()}
WAITING = [name for name, ask in ASKS.items() if ask.count("await ") > ask.count("passing=True")]
"""Forms that can wait under another one, and are then called by their names."""
TYPED = (Write, Attach, Amount, Day, Hours)
KINDS = [kind.__name__.lower() for kind in (Pick, Scale, *TYPED)]
PATTERNS: Mapping[str, Sequence[tuple[str, ...]]] = {
    "batch-why-{}": [(why,) for why in HELD_FOR],
    "batch-is-{}": [(state,) for state in ("counted", "left", "waiting")],
    "batch-line-{}": [(state,) for state in ("waiting", "left")],
    "batch-{}": [("sure",), ("ask",)],
    "group-{}": [(group,) for group in GROUPS],
    "groups-{}": [(group,) for group in GROUPS],
    "heard-{}-{}": [("disability", "yes"), ("disability", "no")],
    "group-{}-{}": [(group, value) for group, values in GROUPS.items() for value in values],
    "inbox-{}": [("late",), ("reviews",), ("held",)],
    **{
        f"complaint-{what}-{{}}": [(kind,) for kind in get_args(ComplaintKind)]
        for what in ("kind", "is")
    },
    "usage-argument-{}": [
        *(("file",), ("number",), ("name",), ("value",), ("which",), ("deed",)),
        *(("day",), ("first",), ("last",), ("year",), ("words",), ("nip",)),
    ],
    "review-is-{}": [("training",), ("else",)],
    "file-{}": [("unread",), ("huge",)],
    "review-state-{}": [(state,) for state in get_args(ReviewState)],
    "complaint-step-{}": [("send",), ("same",), ("place",), ("kind",), ("weighty",)],
    **{f"{what}-{{}}": [("added",), ("mended",)] for what in ("complaint", "told")},
    "complaint-readers-{}": [("unit",), ("weighty",)],
    "segel-state-{}": [(state,) for state in get_args(UnsealingState)],
    "segel-move-{}": [(state,) for state in get_args(UnsealingState) if state != "seen"],
    "button-segel-{}": [("agree",), ("move",), ("refuse",), ("back",), ("see",)],
    **{
        f"{what}-{{}}": [("y",), ("x",)]
        for what in ("case-move", "move-said", "button-complaint-move")
    },
    "doctor-oversight-{}": [("none",), ("few",)],
    "complaint-state-{}": [(state,) for state in get_args(ComplaintState)],
    **{f"{side}-due-{{}}": [(state,) for state in OPEN] for side in ("status", "case")},
    **{
        f"{what}-{{}}": [(one,) for one in get_args(Result)]
        for what in ("result", "button-result", "word-result")
    },
    "rebuttal-{}": [(one,) for one in get_args(RebuttalKind)],
    "button-rebuttal-{}": [(one,) for one in (*get_args(RebuttalKind), *DECISIONS)],
    "rebuttal-is-{}": [(one,) for one in DECISIONS],
    "rebuttal-told-{}": [(one,) for one in DECISIONS],
    "kata-state-{}": [("waiting",), ("shown",), ("beside",)],
    "button-hearing-{}": [(one,) for one in get_args(HearingAnswer)],
    "heard-{}": [(one,) for one in get_args(HearingAnswer)],
    **{
        f"case-{side}-{{}}": [(why,) for why in get_args(Why) if (side, why) != ("late", "unseen")]
        for side in ("raised", "above", "late")
    },
    "button-care-{}": [(str(value),) for value in FACES],
    "note-reader-{}": [(kind,) for kind in note.READERS],
    "note-done-{}": [(kind,) for kind in note.READERS],
    "public-official-{}": [("target",), ("provisional",)],
    "public-head-{}": [("element",), ("score",), ("n",)],
    "public-sheet-{}": [("official",), ("daily",), ("verified",), ("assisted",)],
    "public-review-{}": [
        ("open",),
        ("training",),
        *((state + bare,) for state in ("planned", "changed") for bare in ("", "-bare")),
    ],
    "export-complaint-{}": [("ask",), ("plain",), ("wish",)],
    "second-done-{}": [("x",), ("o",)],
    "{}-step-{}": [
        (side, one)
        for side in ("mine", "case")
        for one in get_args(StepKind)
        if side == "case" or one not in INNER
    ],
    "nudged-{}": [(reach,) for reach in REACHES],
    **{f"{place}-{{}}": [(kind,) for kind in PAPERS] for place in ("button-poster", "poster-use")},
    "join-code-{}": [("used",), ("ended",), ("over",), ("left",)],
    "join-vain-{}": [("used",), ("ended",), ("over",)],
    **{f"impor-{what}-{{}}": [(kind,) for kind in KINDS_OF_FILES] for what in ("row", "columns")},
    "isian-{}-of": [("one",), ("some",)],
    "isian-{}": [
        (one,)
        for one in ("filled", "needed", "free", "words", *dict.fromkeys(WRITTEN.values()))
    ],
    "summary-{}": [(why,) for why in Withheld._fields],
    **{f"{what}-{{}}": [(d,) for d in "yxz"] for what in ("held-file", "button-ditahan")},
    "ditahan-done-{}": [("y",), ("x",), ("z",)],
    "button-where-{}": [("ikm",), ("indeks",)],
    "score-few-{}": [("quality",), ("discipline",)],
    "{}-not-enough": [(f"summary-{one}",) for one in ("official", "own", "daily")] + [("figure",)],
    "{}-shields": [(f"summary-{one}",) for one in ("official", "own", "daily")] + [("figure",)],
    "answer-{}-{}": [(e, n) for e in ("overall", *SURVEY.elements) for n in "1234"],
    "answer-overall-{}": [(n,) for n in "1234"],
    "value-meant-{}": [(n,) for n in "1234"],
    "question-{}": [(element,) for element in SURVEY.elements],
    "element-{}": [(element,) for element in SURVEY.elements],
    "cause-{}-{}": [(e, cause.key) for e in SURVEY.elements for cause in SURVEY.causes[e]],
    "band-{}": [(band.key,) for band in SURVEY.bands],
    "quarter-{}": [(number,) for number in "1234"],
    "whoami-{}": [(duty,) for duty in get_args(Duty)],
    "deed-{}": [
        *((deed.replace(".", "-"),) for deed in DEEDS),
        ("look",),
        ("other",),
    ],
    "greet-{}": [(came,) for came in ("stale", "unheard")],
    "greet-for-{}": [(one,) for one in TOLD],
    "kantor-topic-{}": [(topic,) for topic in {*TOPICS, *COMPONENTS}],
    "cancel-{}": [(name,) for name, form in FORMS.items() if form.undo is None],
    "list-{}": [
        (text_id.removeprefix("list-"),)
        for text_id in ids_in("id", "anyone")
        if text_id.startswith("list-")
    ],
    "hail-{}-back": [(hail,) for hail in HAILS],
    "deed-look-{}": [(name,) for name in LOOKS],
    "pegawai-duty-{}": [(duty,) for duty in get_args(Duty)],
    "alarm-{}": [(name,) for name in ALARMS],
    "resume-{}": [("restored",), ("trail-cut",)],
    "doctor-{}": [(name,) for name in get_args(Looked)],
    "doctor-{}-do": [
        (n,) for n in ("secret", "running", "clock", "inbox", "dead", "letters", "prompts")
    ],
    "doctor-level-{}": [(level,) for level in get_args(Level)],
    "doctor-secret-{}": [("well",), ("new",)],
    "doctor-running-{}": [("well",), ("not",)],
    "doctor-webhook-{}": [("ours",), ("none",), ("foreign",), ("lost",)],
    "doctor-webhook-{}-do": [("foreign",), ("lost",)],
    "heartbeat-{}": [(step,) for step in get_args(Step)],
    "dead-head-{}": [(n,) for n in ("number", "reference", "state", "channel", "at", "who")],
    "dead-state-{}": [("dead",), ("aside",)],
    "dead-next-{}": [("dead",), ("aside",)],
    "impor-kind-{}": [(kind,) for kind in KINDS_OF_FILES],
    "impor-is-{}": [(n,) for n in ("confirmed", "done", "refused", "dropped")],
    "language-{}": [(language,) for language in LANGUAGES],
    "language-done-{}": [(language,) for language in LANGUAGES],
    "command-{}": [(name,) for name in COMMANDS],
    "libur-kind-{}": [(kind.replace("_", "-"),) for kind in get_args(DayKind)],
    "title-{}": [(name,) for name in WAITING],
    "ask-{}": [(element,) for element in SURVEY.elements],
    "short-{}": [(element,) for element in SURVEY.elements],
    "over-{}": [(name,) for name, form in FORMS.items() if form.as_you_go],
    "hint-{}": [(kind,) for kind in KINDS if kind != "scale"],  # which is read as a pick
    "example-{}": [(kind.__name__.lower(),) for kind in TYPED],
    "value-{}": [(value,) for value in VALUES],
    "stand-in-as-{}": [(label,) for label in get_args(ActingAs)],
    "acting-{}": [(label,) for label in get_args(ActingAs)],
    "rating-{}": [(rating,) for rating in RATINGS],
    "predikat-{}": [(predikat,) for predikat in PREDIKATS],
    "akun-is-{}": [(one,) for one in get_args(ChatState) if one != "waiting"],
    "akun-nobody-{}": [("joined",), ("proven",)],
    "pegawai-account-{}": [("frozen",), ("waiting",)],
    "verifikasi-{}": [("waits",), ("lost",), ("frozen",), ("joined",)],
    "verifikasi-done-{}": [("y",), ("l",), ("t",), ("joined",)],
    "button-verifikasi-{}": [("person",), ("new",)],
    "triwulan-invite-{}": [(kind,) for kind in ("open", "half", "last")],
    "evaluasi-{}": [(state,) for state in get_args(evaluation.State)],
    "log-part-{}": [(key,) for key in ASKED],
    "return-usual-{}": [(key,) for key in give_back.USUAL],
    "thank-usual-{}": [(key,) for key in thank.USUAL],
    "incident-kind-{}": [(kind,) for kind in incidents.kinds()],
    "incident-by-{}": [(actor,) for actor in get_args(Actor)],
    "incident-notice-{}": [("people",), ("authority",)],
    "incident-notice-{}-rest": [("people",), ("authority",)],
    "verify-{}-differ": [("entries",), ("appraisals",)],
    "verify-ratings-{}": [("altered",), ("removed",), ("added",)],
    "month-{}": [(str(number),) for number in range(1, 13)],
    "weekday-{}": [(number,) for number in "1234567"],
    "summary-change-{}": [("up",), ("down",), ("same",)],
    "{}-{}": [("open", name) for name in CONVERSATIONS] + [("verb", verb) for verb in VERBS],
    "open-{}": [(name,) for name in CONVERSATIONS],
    "bubbles-column-{}": [(name,) for name in (*NAMED, *COUNTED)],
    "bubbles-who-{}": [(who,) for who in get_args(Player)],
    "bubbles-way-{}": [(way,) for way in get_args(Way)],
    "poster-{}": [(n,) for n in ("scan", "services", "more", "private")],
    "entry-state-{}": [(state,) for state in get_args(State)],
    "entry-closed-{}": [("approved",), ("withdrawn",)],
    "log-step-{}": [
        (n,) for n in ["save", "evidence", "amount", "day", "hours", "activity", "target", "bare"]
    ],
    "button-evidence-{}": [(kind,) for kind in get_args(FileKind)],
    "score-{}": [(key,) for key in WEIGHTS],
    "score-n-{}": [(key,) for key in WEIGHTS],
    "score-how-{}": [(key,) for key in WEIGHTS],
    "score-day-{}": [(kind,) for kind in LISTED],
    "score-product-{}": [("official",), ("daily",)],
    "button-score-{}": [(key,) for key in WEIGHTS],
    "team-score-{}": [(key,) for key in WEIGHTS],
    "chart-{}": [("official",), ("daily",)],
    "plan-kind-{}": [(kind,) for kind in (*PROMPTS.by_kind, SPREAD)],
    "templates-status-{}": [(status,) for status in STATUSES],
    "templates-{}": [(done,) for done in get_args(Done)],
    "held-why-{}": [(why,) for why in WHYS],
    "amend-field-{}": [(field,) for field in FIELDS],
    "request-answer-{}-{}": list(product(("amend", "erase"), get_args(Settled))),
    "request-closed-{}": [(state,) for state in get_args(Settled)],
    "dossier-in-{}": [(section,) for section in dossier.sections()],
    "away-why-{}": [(why,) for why in get_args(leaves.Why)],
    "button-away-{}": [(why,) for why in get_args(leaves.Why)],
    "dossier-is-{}": [(value,) for value in VALUES_HELD],
    "dossier-{}": [(name,) for name in sorted(SHOWN_HELD)],
    "numbering-{}": [(name,) for name in numberings()],
    "rule-{}": [(n,) for n in SETTINGS if not n.startswith(KEPT)],
    "retention-{}": [(kept,) for kept in PERIODS],
    "pengaturan-how-{}": [(kind,) for kind in get_args(SettingKind)],
    "pengaturan-since-{}": [(since,) for since in get_args(Since)],
    "help-import-{}": [(kind,) for kind in KINDS_OF_FILES],
    "help-import-{}-file": [(kind,) for kind in OWN_HELP],
    "export-{}": [("photo",), ("document",), ("voice",)],
    "channel-{}": [(channel,) for channel in ("telegram", "whatsapp")],
    "skm-head-{}": [(n,) for n in ("number", "element", "n", "mean", "score", "band")],
}
"""How the code makes ids, and all it can make. A new way must be added here."""
TARGETS = list(product(("summary-official", "summary-earlier"), ("", "-target", "-provisional")))
SPEAKERS = {
    "Text",
    "TellAll",
    "Card",
    "Find",
    "Bring",
    "Phrase",
    "said",
    "say",
    "UnusableError",
    *(q.__name__ for q in (Pick, Scale, *TYPED)),
}
Spoken = tuple[Path, ast.Call, str]


@cache
def spoken() -> Sequence[Spoken]:
    """Every call that speaks: the module, the call, and the id or its shape."""
    return tuple(_spoken())


def _spoken() -> Iterator[Spoken]:
    for path in modules():
        if path.parts[:2] == ("bot", "sandbox"):
            continue
        for node in nodes(path):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKERS:
                for shape in shapes(node.args[0]):
                    yield path, node, shape


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def shapes(node: ast.AST) -> Iterator[str]:
    """The ids that an expression may be, with {} for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from shapes(node.body)
        yield from shapes(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)  # type: ignore[misc]


@cache
def needed(language: str) -> Mapping[str, frozenset[str]]:
    """For every id of a language the variables it needs."""
    return {
        key: facts for _, texts in written_in(LOCALES / language) for key, facts in texts.items()
    }


def possible(shape: str) -> list[str]:
    """Every id of this shape."""
    if "{}" not in shape:
        return [shape]
    assert shape in PATTERNS, f"no pattern {shape!r}: add it, with all that it can make"
    return [shape.format(*parts) for parts in PATTERNS[shape]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_that_the_code_speaks_is_in_the_catalogue(language: str) -> None:
    known = needed(language)
    missing = {
        f"{path}:{call.lineno}: {text_id}"
        for path, call, shape in spoken()
        for text_id in possible(shape)
        if text_id not in known
    }
    assert missing == set()
    assert [f"{a}{b}" for a, b in TARGETS if f"{a}{b}" not in known] == []


def test_the_code_speaks_in_enough_places_for_this_to_mean_something() -> None:
    assert len({shape for _, _, shape in spoken()}) > 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_gets_every_fact_its_words_need(language: str) -> None:
    """Where the facts stand beside the id; the stories see the others."""
    known, lacking, seen = needed(language), set(), 0
    for path, call, shape in spoken():
        given_facts = _facts(call)
        if given_facts is None or "{}" in shape or shape not in known:
            continue
        seen += 1
        if left := known[shape] - given_facts:
            lacking.add(f"{path}:{call.lineno}: {shape} needs {', '.join(sorted(left))}")
    assert lacking == set()
    assert seen > 80


def _facts(call: ast.Call) -> set[str] | None:
    """The names of the facts given in a call, None where they cannot be read off it."""
    if _name(call.func) in ("said", "say", "UnusableError"):
        return (
            None
            if any(k.arg is None for k in call.keywords)
            else {k.arg for k in call.keywords if k.arg}
        )
    named = [k.value for k in call.keywords if k.arg == "facts"]
    if _name(call.func) == "Text":
        named += call.args[1:2]
    if not named:
        return set()
    if not isinstance(named[0], ast.Dict):
        return None
    keys = named[0].keys
    if not all(isinstance(key, ast.Constant) for key in keys):
        return None
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


# -- the reader of the catalogue --------------------------------------------------------------


def texts(source: str) -> Texts:
    bundles = {}
    for language, region in (("id", "id-ID"), ("en", "en-GB")):
        bundle = FluentBundle([region], use_isolating=False)
        bundle.add_resource(FluentResource(source))
        bundles[language] = bundle
    return Texts(bundles)


SAMPLE = texts(
    """
score = { NUMBER($score, minimumFractionDigits: 2) }
count = { NUMBER($count) }
day = { DATETIME($day, dateStyle: "long") }
hello = Halo, <b>{ $name }</b>!
greeting = { hello } Selamat datang.
attribute =
    .only = nothing
"""
)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    score, count = Text("score", {"score": Decimal("88.30")}), Text("count", {"count": 12_000})
    assert SAMPLE.plain("id", score) == "88,30"
    assert SAMPLE.plain("en", score) == "88.30"
    assert SAMPLE.plain("id", count) == "12.000"
    assert SAMPLE.plain("en", count) == "12,000"


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = Text("day", {"day": date(2026, 3, 31)})
    assert SAMPLE.plain("id", day) == "31 Maret 2026"
    assert SAMPLE.plain("en", day) == "31 March 2026"


@pytest.mark.parametrize("text_id", ["nothing-like-it", "attribute", ""])
def test_an_id_that_is_not_there_raises(text_id: str) -> None:
    with pytest.raises(TextMissing, match="no text"):
        SAMPLE.plain("id", Text(text_id))
    assert not SAMPLE.has("id", "nothing-like-it")
    assert SAMPLE.has("id", "hello")


def test_a_fact_that_is_not_there_raises() -> None:
    with pytest.raises(TextMissing, match="hello"):
        SAMPLE.marked("id", Text("hello"))
    with pytest.raises(TextMissing, match="greeting"):
        SAMPLE.marked("id", Text("greeting", {"nama": "Sari"}))


def test_our_markup_stays_and_theirs_is_only_words() -> None:
    name = "<b>Sari</b> & <a href='x'>"
    said = SAMPLE.marked("id", Text("hello", {"name": name}))
    assert said == "Halo, <b>&lt;b&gt;Sari&lt;/b&gt; &amp; &lt;a href='x'&gt;</b>!"
    assert SAMPLE.plain("id", Text("hello", {"name": name})) == f"Halo, <b>{name}</b>!"
    assert SAMPLE.marked("id", Verbatim("<i>&")) == "&lt;i&gt;&amp;"
    assert SAMPLE.plain("id", Verbatim("<i>&")) == "<i>&"


def test_a_text_inside_a_text_is_said_in_the_same_language_and_escaped_once() -> None:
    inner = Text("score", {"score": Decimal("76.61")})
    assert SAMPLE.marked("id", Text("hello", {"name": inner})) == "Halo, <b>76,61</b>!"
    deep = Text("hello", {"name": Text("hello", {"name": "<"})})
    assert SAMPLE.marked("id", deep) == "Halo, <b>Halo, <b>&lt;</b>!</b>!"


def test_lines_stand_under_each_other() -> None:
    lines = Lines((Verbatim("<"), Lines((Text("count", {"count": 1}), Verbatim("b")))))
    assert SAMPLE.marked("id", lines) == "&lt;\n1\nb"
    assert SAMPLE.plain("id", lines) == "<\n1\nb"


@given(st.text(max_size=200))
def test_no_words_of_people_can_become_markup(words: str) -> None:
    for said in (
        SAMPLE.marked("id", Verbatim(words)),
        SAMPLE.marked("id", Text("count", {"count": 1})) + SAMPLE.marked("en", Verbatim(words)),
    ):
        assert not set(said) & set("<>")
    one = SAMPLE.marked("id", Text("hello", {"name": words}))
    assert one.count("<") == 2
    assert shortened(one, 4096) == one


@pytest.mark.parametrize("length", [2000, 2001, 2501, 4000])
def test_long_words_are_said_in_full(length: int) -> None:
    words = "&" * length
    inner = Text("hello", {"name": words})
    assert SAMPLE.plain("id", inner) == f"Halo, <b>{words}</b>!"
    deep = SAMPLE.marked("id", Text("hello", {"name": inner}))
    assert deep == f"Halo, <b>Halo, <b>{'&amp;' * length}</b>!</b>!"


def test_words_with_fluents_own_signs_are_only_words() -> None:
    assert SAMPLE.plain("id", Text("hello", {"name": "{ $name } { hello }"})) == (
        "Halo, <b>{ $name } { hello }</b>!"
    )


def test_the_catalogue_is_read_once() -> None:
    assert catalogue() is catalogue()


def test_some_files_of_one_language_can_be_read_alone() -> None:
    few = bundle_of("en", ["survey"])
    assert few.has("en", "question-waktu")
    assert not few.has("en", "greet-stranger")
    assert locales("en").is_dir()


def test_some_files_are_read_once_for_each_language() -> None:
    few = bundle_of("en", ["survey", "nip"])
    assert few is bundle_of("en", iter(("survey", "nip")))
    assert few is not bundle_of("en", ["survey"])
    question = Text("question-waktu")
    assert bundle_of("id", ["survey"]).plain("id", question) != few.plain("en", question)
    assert bundle_of("id", ["survey"]).plain("id", question) == catalogue().plain("id", question)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_alone_is_what_it_is_in_its_file(language: str) -> None:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        whole = FluentBundle([language])
        whole.add_resource(FluentResource(file.read_text("utf-8")))
        alone = bundle_of(language, [file.stem])._bundles[language]
        for name, text in whole._messages.items():
            alone.get_message(name)
            assert alone._messages[name].equals(text, ["span", "comment"]), name
        assert alone._messages.keys() == whole._messages.keys() == set(ids_in(language, file.stem))


# -- the words that steer ---------------------------------------------------------------------

WORDS = lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS)


def test_every_verb_and_conversation_has_a_word_in_every_language() -> None:
    assert set(WORDS.verbs.values()) == set(VERBS)
    assert set(WORDS.openings.values()) == set(CONVERSATIONS)
    assert WORDS.verbs["batal"] == WORDS.verbs["cancel"] == "cancel"
    assert WORDS.openings["nilai"] == WORDS.openings["rate"] == "nilai"


def test_no_word_steers_two_ways() -> None:
    assert set(WORDS.verbs) & set(WORDS.openings) == set()
    for language in LANGUAGES:
        every = [
            word.strip()
            for kind, names in (("verb", VERBS), ("open", CONVERSATIONS))
            for name in names
            for word in catalogue().plain(language, Text(f"{kind}-{name}")).split("|")
        ]
        assert len(every) == len(set(every)), language


def test_every_command_of_the_menu_is_a_word_that_steers() -> None:
    assert {name for name in COMMANDS if name not in {**WORDS.verbs, **WORDS.openings}} == set()


def test_every_kind_of_question_can_hint() -> None:
    kinds = {kind.__name__.lower() for kind in Question.__subclasses__()} - {Noted.__name__.lower()}
    # These hint as what they are made of: free words, a choice, a day.
    assert kinds - {"tell", "tellall", "linecard", "pickahead", "firstday"} == set(KINDS)


SAID_BY_PEOPLE = re.compile(r"“[^”]*”|<b>[^<]*</b>|„[^”]*”")
OF_PEOPLE = ("open-", "button-", "word-", "title-", "doubt-", "trail-mine", "hasil-confirm")
OF_PEOPLE += ("triwulan-scores", "deed-look-", "complaint-step-same", "complaint-unit-unknown")


def test_tilik_speaks_as_we_and_never_as_i() -> None:
    """What a person says of themselves stands in quotes, on a button or among the openings."""
    said = re.compile(r"(?<!Triwulan )(?<!quarter )\b([Ss]aya|[Aa]ku|I|[Mm]y)\b")
    found = list[str]()
    for path in (path for language in ("id", "en") for path in locales(language).glob("*.ftl")):
        text = ""
        for line in path.read_text("utf-8").splitlines():
            text = line.split(" = ")[0] if line[:1].isalpha() else text
            if line.startswith(("#", "    .tap-", *OF_PEOPLE)) or text.startswith(OF_PEOPLE):
                continue
            if said.search(SAID_BY_PEOPLE.sub("", line.split(" = ")[-1])):
                found.append(line)
    assert not found


@pytest.mark.parametrize("name", ["Umar, S.Kom.", "Umar"])
def test_a_name_that_ends_in_a_full_stop_ends_the_sentence(name: str) -> None:
    said = catalogue().marked("id", Text("whoami-name", {"name": name}))
    assert said.startswith(f"Anda terdaftar sebagai <b>{name}</b>")
    assert re.sub("<[^>]*>", "", said).startswith(f"Anda terdaftar sebagai {name.rstrip('.')}.")
    assert ".." not in re.sub("<[^>]*>", "", said)
    assert catalogue().plain("id", Text("request-told", {"name": name})).startswith(f"{name} ")
    many = ", ".join([name] * 400)
    asked = catalogue().plain("id", Text("nudged-reminded", {"names": many}))
    assert asked == f"Diingatkan: {many.removesuffix('.')}."


@pytest.mark.parametrize(("name", "sent"), [("Umar, S.Kom.", "Umar, S.Kom"), ("Umar", "Umar")])
def test_a_template_that_ends_its_sentence_after_a_name_is_sent_the_name_without_its_stop(
    name: str, sent: str
) -> None:
    first = Text("brief-quarter", {"name": name, "quarter": Text("quarter-4", {"year": "2026"})})
    letter = template_letter_of(Letter((first,)), catalogue(), "id")
    assert letter is not None
    assert letter.facts["name"] == sent
    news = Text("hasil-news", {"name": name, "quarter": "x"})
    letter = template_letter_of(Letter((news,)), catalogue(), "id")
    assert letter is not None
    assert letter.facts["name"] == name
