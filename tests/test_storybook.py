"""A story that fails prints its dialogue; a run that tells all says what no story reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.engine.questions import Option, Pick, Write
from models.letters import Button, Letter, Lines, Text, Verbatim
from models.refused import Refused
from tests import reached
from tests.actors import Actor
from tests.reached import Reachable, complaints, listed, reachable, unreached, written
from tests.recorder import RECORDER, Reached, Recorder

FAILS = """
from models.letters import Text
from models.refused import Refused
from tests.recorder import RECORDER

def test_of_sari():
    RECORDER.does("Sari", "telegram", "says 'halo'")
    Refused(Text("made-up"))
    assert {ends}
"""
ASKED = Pick("made-up", options=[Option("a", Text("one")), Option("b", Verbatim("Dewi"))])


@pytest.fixture
def stories(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story of its own, a list of its own, and nothing reached yet."""
    folder = pytester.mkdir("stories")
    monkeypatch.setattr(RECORDER, "reached", Reached())
    monkeypatch.setattr(reached, "LIST", pytester.path / "unreached.txt")
    monkeypatch.setattr(reached, "LAST", pytester.path / "build" / "reached.json")
    monkeypatch.setattr(reached, "story_files", lambda: set(folder.glob("test_*.py")))
    there = Reachable(frozenset(), frozenset({"made-up", "never"}), frozenset())
    monkeypatch.setattr(reached, "reachable", lambda: there)
    return folder


def told(pytester: pytest.Pytester, *more: str) -> pytest.RunResult:
    plugins = ("tests.storybook", "tests.reached", "no:cacheprovider", "no:asyncio")
    return pytester.runpytest_inprocess(*(f"-p{one}" for one in plugins), *more)


def test_a_story_that_fails_prints_its_dialogue(pytester: pytest.Pytester, stories: Path) -> None:
    (stories / "test_sari.py").write_text(FAILS.format(ends=False))
    result = told(pytester)
    result.stdout.fnmatch_lines(
        ["*The dialogue of test_of_sari*", "Sari (telegram) says 'halo'", "    refused: made-up"]
    )


def test_what_no_story_reaches_is_held_to_the_list(
    pytester: pytest.Pytester, stories: Path
) -> None:
    (stories / "test_sari.py").write_text(FAILS.format(ends=True))
    for kept, expected in (
        ("refusal never", []),
        ("", ["no story reaches it: refusal never"]),
        ("refusal never\nrefusal made-up", ["*take it off the list: refusal made-up"]),
    ):
        (pytester.path / "unreached.txt").write_text(kept)
        result = told(pytester)
        assert result.ret == (pytest.ExitCode.TESTS_FAILED if expected else pytest.ExitCode.OK)
        result.stdout.fnmatch_lines(expected)
        assert (pytester.path / "build" / "reached.json").exists()


@pytest.mark.parametrize(
    "part", [["-k", "of_sari"], ["stories/test_sari.py"], ["--collect-only"], ["-x", "stories"]]
)
def test_a_run_of_some_stories_says_nothing_of_the_others(
    pytester: pytest.Pytester, stories: Path, part: list[str]
) -> None:
    (stories / "test_sari.py").write_text(FAILS.format(ends=True))
    ends = "-x" not in part
    (stories / "test_budi.py").write_text(FAILS.replace("sari", "budi").format(ends=ends))
    (pytester.path / "unreached.txt").write_text("refusal made-up\nrefusal never")
    result = told(pytester, *part)
    result.stdout.no_fnmatch_line("*no story reaches it*")
    result.stdout.no_fnmatch_line("*refusal never*")
    if "--collect-only" not in part:
        result.stdout.fnmatch_lines(["reached by now: refusal made-up"])
    assert not (pytester.path / "build" / "reached.json").exists()


async def test_what_happens_on_the_stage_is_told_in_its_order(citizen: Actor) -> None:
    RECORDER.begin(story=True)
    before = RECORDER.reached.chosen.copy()
    await citizen.scans("KTP-el, loket 1")
    await citizen.taps("🙁")
    heard = iter(RECORDER.lines)
    for expected in (
        "scans 'KTP-el, loket 1'",
        "asks rate-overall",
        "Bagaimana layanan KTP-el di Loket 1, Disdukcapil Kabupaten Contoh?",
        "[🙁 Kurang baik]",
        "taps '🙁'",
        "asks ask-",
    ):
        assert any(expected in line for line in heard), "\n".join(RECORDER.lines)
    assert RECORDER.reached.chosen >= before


def test_a_choice_is_reached_where_it_is_taken() -> None:
    recorder = Recorder()
    recorder.begin(story=True)
    recorder.asks(ASKED)
    assert recorder.reached.offered == {"made-up: one"}
    recorder.takes(ASKED, ASKED.options[1])
    recorder.takes(Write("made-up"), "one")
    assert recorder.reached.chosen == set()
    recorder.takes(ASKED, ASKED.options[0])
    assert recorder.reached.chosen == {"made-up: one"}


def test_what_was_answered_was_asked() -> None:
    recorder = Recorder()
    recorder.begin(story=True)
    recorder.takes(ASKED, None)
    assert recorder.reached.words == {"made-up", "one"}
    assert recorder.reached.chosen == set()


def test_words_are_reached_wherever_they_stand_in_a_letter() -> None:
    recorder = Recorder()
    recorder.begin(story=True)
    line = Text("line", {"of": Text("fact"), "else": Text("gone", otherwise="other")})
    lines = Lines((line, Verbatim("verbatim")))
    buttons = ((Button(Text("button"), "o.sapa."),),)
    recorder.meets(Letter((Text("first"), lines), buttons), "telegram 1001")
    assert recorder.reached.words == {"first", "line", "fact", "gone", "other", "button"}
    assert recorder.lines == ["    reply to telegram 1001: says first"]


def test_what_tells_no_story_reaches_nothing() -> None:
    recorder = Recorder()
    recorder.begin(story=False)
    recorder.asks(ASKED)
    recorder.takes(ASKED, ASKED.options[0])
    recorder.refuses(Refused(Text("no")).why)
    assert recorder.reached == Reached()
    assert recorder.lines == []


def test_each_kind_of_what_is_unreached_has_a_line() -> None:
    there = Reachable(frozenset({"q1", "q2"}), frozenset({"r1", "r2"}), frozenset({"w1", "w2"}))
    met = Reached({"q1", "w1"}, {"r1"}, {"q1: a", "q1: b"}, {"q1: a"})
    left = {"question q2", "choice q1: b", "refusal r2", "letter w2"}
    assert unreached(met, there) == left
    again = Reached()
    again.add(met.sheet())
    assert again == met
    assert complaints(left, left) == []
    kept = left - {"question q2"} | {"refusal r1"}
    assert len(complaints(left, kept)) == 2
    assert len(complaints(left, kept, more=True)) == 1


def test_the_list_names_only_what_can_be_said() -> None:
    """The words in which a choice is offered are known to the stories alone."""
    there = reachable()
    every = unreached(Reached(), there)
    assert {one for one in listed() if not one.startswith("choice ")} <= every
    assert len(there.questions) > 50
    assert len(there.refusals) > 60
    assert len(there.words) > 800


def test_the_list_is_written_as_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reached, "LIST", tmp_path / "unreached.txt")
    (tmp_path / "unreached.txt").write_text(written({"refusal b", "letter a"}))
    assert listed() == {"refusal b", "letter a"}
