"""What forks of one process run is reported as if it had run it itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.forked import NONE, Share

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdist does it elsewhere")
TESTS = """
import os, signal, warnings
import pytest

@pytest.fixture(scope="session")
def home(tmp_path_factory):
    yield tmp_path_factory.mktemp("home")
    (FOLDER / "left").touch()

@pytest.mark.parametrize("number", range(20))
def test_good(number, home, tmp_path):
    (home / str(number)).mkdir()

def test_bad():
    print("said so")
    assert 1 == 2

def test_dies():
    os.kill(os.getpid(), signal.SIGKILL)

def test_warns():
    warnings.warn("take care")

@pytest.fixture
def spoilt():
    yield
    raise OSError("spoilt")

def test_ends_badly(spoilt):
    pass
"""


@pytest.fixture
def told(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with tests that end in every way."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    folder = f"from pathlib import Path\nFOLDER = Path({str(pytester.path)!r})\n"
    pytester.makepyfile(folder + TESTS)
    return pytester


def run(told: pytest.Pytester, *more: str) -> pytest.RunResult:
    plugins = ("tests.forked", "no:cacheprovider", "no:asyncio", "no:cov", "no:benchmark")
    return told.runpytest_subprocess(*(f"-p{one}" for one in plugins), "--forks=2", *more)


def test_each_is_reported_once_also_one_whose_fork_died(told: pytest.Pytester) -> None:
    result = run(told, "-q", "--junitxml=made.xml", "-W", "default")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes() == {"passed": 22, "failed": 2, "errors": 1, "warnings": 1}
    said = ["*OSError: spoilt", "said so", "its fork has ended with -9", "*: take care"]
    result.stdout.fnmatch_lines_random(said)
    assert (told.path / "made.xml").read_text().count("<testcase ") == 24


def test_it_ends_with_the_first_failure_if_it_is_told_to(told: pytest.Pytester) -> None:
    result = run(told, "-q", "-x", "-k", "test_bad or good")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(["*stopping after 1 failures*"])
    assert (told.path / "left").exists(), "what a fork had begun is ended"


def test_whoever_is_quick_no_test_is_forgotten_or_run_twice() -> None:
    for size in (1, 7, 50):
        share = Share(3, [number // size for number in range(50)])
        begun = [share.move((0, 0, 0, 1, 0, 2, 1)[turn % 7]) for turn in range(100)]
        assert sorted(now for now, _ in begun) == [*[NONE] * 50, *range(50)]


def test_whoever_takes_from_another_takes_whole_files_where_there_are_any() -> None:
    share = Share(2, "aaaaabbbbbccccc")
    assert [share.move(1)[0] for _ in range(12)] == [*range(5, 15), 2, 3]
    assert share.move(0) == (0, 1)
