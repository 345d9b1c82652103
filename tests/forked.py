"""Workers that are forks of one process: `--forks N`. It imports and collects once, for all.

A plugin of pytest, on Linux; elsewhere the workers are those of pytest-xdist, by whose names
plugins know a fork too. A fork goes on as any pytest does, but what it reports it tells the first
process. Who has no test left takes half of what is left to another, whole files where it can: what
a file sets up is then set up once. A fork that dies fails the test at which it was, and another
takes its place.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from mmap import mmap
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from types import SimpleNamespace
from typing import Any
from warnings import WarningMessage

import pytest

PATIENCE = 30.0
"""Seconds of silence after which forks are killed, once the run is broken off."""
SPEAKERS = ("terminalreporter", "terminalprogress", "junitxml")
"""Plugins that speak of the whole run: the first process alone has them."""
USUAL = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)
NONE = -1


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "run the tests in so many forks of the process that has collected them"
    parser.addoption("--forks", type=int, default=0, help=told)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Where a fork is not to be trusted, xdist does the same in its way."""
    forks, is_worker = config.option.forks, hasattr(config, "workerinput")
    if is_worker or sys.platform != "linux":
        config.option.forks = 0
    if forks and not is_worker and sys.platform != "linux":
        config.option.numprocesses, config.option.dist = forks, "worksteal"


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Take the place of pytest's own, unless it runs nothing or somebody wants to look on."""
    option = session.config.option
    alone = option.collectonly or option.usepdb or session.testsfailed or not session.items
    return Run(session, option.forks).whole() if option.forks and not alone else None


class Share:
    """The tests that are left, by their numbers, in memory that all forks see.

    Four numbers for each fork: the first and the end of what is left to it, the test that it runs,
    and the one that it runs next.
    """

    def __init__(self, forks: int, files: Sequence[object]) -> None:
        """`files` names the file of each test."""
        tests = len(files)
        self._begins = [one for one in range(1, tests) if files[one - 1] != files[one]]
        self._lock = os.memfd_create("forks")
        memory = memoryview(mmap(-1, forks * 32)).cast("q")
        self._of = [memory[4 * one : 4 * one + 4] for one in range(forks)]
        for one, mine in enumerate(self._of):
            mine[0], mine[1] = (self._cut(part, forks, 0, tests) for part in (one, one + 1))
            mine[2] = mine[3] = NONE

    @contextmanager
    def _alone(self) -> Iterator[None]:
        fcntl.lockf(self._lock, fcntl.LOCK_EX)  # who dies lets go of it
        yield
        fcntl.lockf(self._lock, fcntl.LOCK_UN)

    def move(self, fork: int) -> tuple[int, int]:
        """What the fork runs now, and what it runs next."""
        mine = self._of[fork]
        with self._alone():
            mine[2] = self._taken(mine) if mine[3] == NONE else mine[3]
            mine[3] = self._taken(mine)
        return mine[2], mine[3]

    def _cut(self, part: int, parts: int, first: int, end: int) -> int:
        """Where such a part of these tests ends: with the nearest file, if one ends within."""
        about = first + part * (end - first) // parts
        at = bisect_left(self._begins, about)
        near = [one for one in self._begins[max(at - 1, 0) : at + 1] if first < one < end]
        return min(near, key=lambda one: abs(one - about)) if 0 < part < parts and near else about

    def _taken(self, mine: memoryview[int]) -> int:
        if mine[0] == mine[1]:
            rich = max(self._of, key=lambda one: one[1] - one[0])
            mine[0], mine[1] = self._cut(1, 2, rich[0], rich[1]), rich[1]
            rich[1] = mine[0]
        if mine[0] == mine[1]:
            return NONE
        mine[0] += 1
        return mine[0] - 1

    def lost(self, fork: int) -> int:
        """The test that the fork was running; what was next is next for who takes its place."""
        return self._of[fork][2]

    def stop(self) -> None:
        """Nothing more is begun."""
        with self._alone():
            for one in self._of:
                one[1], one[3] = one[0], NONE


class Fork:
    """What a fork does: a plugin that tells the first process what it reports."""

    def __init__(self, session: pytest.Session, number: int, tells: Connection) -> None:
        self._session, self._config = session, session.config
        self._number, self._tells = number, tells
        self._reports: list[Any] = []
        self._is_settled = False

    def work(self, share: Share) -> None:
        """Run tests as long as there are any."""
        self._settle()
        items, session = self._session.items, self._session
        now, then = share.move(self._number)
        while now != NONE and not (session.shouldfail or session.shouldstop):
            following = None if then == NONE else items[then]
            self._config.hook.pytest_runtest_protocol(item=items[now], nextitem=following)
            now, then = share.move(self._number)

    def _settle(self) -> None:
        """Have what processes may not share: who reports, folders, and where words are caught."""
        plugins, name = self._config.pluginmanager, f"fork-{os.getpid()}"
        for speaker in filter(plugins.hasplugin, SPEAKERS):
            silent: Any = plugins.unregister(name=speaker)
            silent._show_progress_info = False
        self._config.workerinput = {"workerid": name}  # type: ignore[attr-defined]
        self._config.workeroutput = {}  # type: ignore[attr-defined]
        plugins.register(self)
        folders = self._config._tmp_path_factory  # type: ignore[attr-defined]
        folders._basetemp = folders.mktemp(name, numbered=False)
        capture: Any = plugins.getplugin("capturemanager")
        capture.stop_global_capturing()
        capture.start_global_capturing()
        capture.suspend_global_capture()
        self._is_settled = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        plain = self._config.hook.pytest_report_to_serializable
        self._reports.append(plain(config=self._config, report=report))

    def pytest_runtest_logfinish(self, nodeid: str, location: tuple[Any, ...]) -> None:
        self._tells.send(("finished", nodeid, location, self._reports))
        self._reports = []

    def pytest_warning_recorded(
        self, warning_message: WarningMessage, when: str, nodeid: str, location: Any
    ) -> None:
        if when == "runtest" and self._is_settled:  # before it is, it hears of what was
            one = warning_message
            said = (str(one.message), one.category, one.filename, one.lineno)
            self._tells.send(("warned", said, nodeid, location))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, exitstatus: int) -> Iterator[None]:
        yield
        output = self._config.workeroutput  # type: ignore[attr-defined]
        self._tells.send(("ended", int(exitstatus), output))


class Run:
    """What the first process does: it makes the forks and reports what they tell."""

    def __init__(self, session: pytest.Session, forks: int) -> None:
        self._session, self._hook = session, session.config.hook
        self._share = Share(forks, [item.path for item in session.items])
        self._missing, self._left = [*range(forks)], len(session.items)
        self._forks: dict[Any, tuple[int, int]] = {}
        self._is_broken = False

    def whole(self) -> bool:
        """Until everything is told; in a fork, until it finds no more to do."""
        folders = self._session.config._tmp_path_factory  # type: ignore[attr-defined]
        folders.getbasetemp()  # whose own it is makes it anew
        reporter: Any = self._session.config.pluginmanager.getplugin("terminalreporter")
        if reporter is not None:
            reporter.showfspath = False  # tests of several files come in turn
        try:
            return self._is_fork() or self._complete()
        except BaseException:
            self._break_off()
            raise

    def _is_fork(self) -> bool:
        while self._missing or self._forks:
            while self._missing:
                if self._becomes(self._missing.pop()):
                    return True
            self._listen()
        return False

    def _becomes(self, number: int) -> bool:
        hears, tells = Pipe(duplex=False)
        sys.stdout.flush()
        pid = os.fork()
        if pid:
            tells.close()
            self._forks[hears] = (number, pid)
            return False
        for one in (hears, *self._forks):
            one.close()  # else a fork would not see that the first process is no more
        self._forks = {}
        Fork(self._session, number, tells).work(self._share)
        return True

    def _listen(self, patience: float | None = None) -> bool:
        """Whether a fork has told something, or has died."""
        ready: list[Any] = wait([*self._forks], patience)
        for one in ready:
            try:
                told, *what = one.recv()
            except EOFError:
                self._died(*self._gone(one))
            else:
                getattr(self, f"_{told}")(one, *what)
        if self._session.shouldfail or self._session.shouldstop:
            self._share.stop()
        return bool(ready)

    def _finished(self, _: Any, nodeid: str, location: Any, reports: list[Any]) -> None:
        self._hook.pytest_runtest_logstart(nodeid=nodeid, location=location)
        for plain in reports:
            made = self._hook.pytest_report_from_serializable
            report = made(config=self._session.config, data=plain)
            self._hook.pytest_runtest_logreport(report=report)
        self._hook.pytest_runtest_logfinish(nodeid=nodeid, location=location)
        self._left -= 1

    def _warned(self, _: Any, said: Any, nodeid: str, location: Any) -> None:
        facts = {"when": "runtest", "nodeid": nodeid, "location": location}
        told = {"warning_message": WarningMessage(*said), **facts}
        self._hook.pytest_warning_recorded.call_historic(kwargs=told)

    def _ended(self, one: Any, status: int, output: dict[str, Any]) -> None:
        self._gone(one)
        self._node_down(output)
        if status not in USUAL:
            self._exit(status)

    def _exit(self, status: int) -> None:
        if not self._is_broken:
            code = status if status > 0 else pytest.ExitCode.INTERNAL_ERROR
            pytest.exit(f"a fork has ended with {status}", code)

    def _gone(self, one: Any) -> tuple[int, int]:
        """The number of a fork that is no more, and with what it has ended."""
        number, pid = self._forks.pop(one)
        one.close()
        return number, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _died(self, number: int, status: int) -> None:
        lost = self._share.lost(number)
        if lost == NONE:
            self._exit(status)
            return
        item = self._session.items[lost]
        report = pytest.TestReport(
            item.nodeid, item.location, {}, "failed", f"its fork has ended with {status}", "call"
        )
        plain = self._hook.pytest_report_to_serializable(config=self._session.config, report=report)
        self._node_down({})
        self._finished(None, item.nodeid, item.location, [plain])
        if not (self._session.shouldfail or self._session.shouldstop):
            self._missing.append(number)

    def _node_down(self, output: dict[str, Any]) -> None:
        """As xdist tells it."""
        node = SimpleNamespace(config=self._session.config, workeroutput=output)
        self._hook.pytest_testnodedown(node=node, error=None)

    def _complete(self) -> bool:
        if self._session.shouldfail:
            raise self._session.Failed(self._session.shouldfail)
        if self._session.shouldstop:
            raise self._session.Interrupted(self._session.shouldstop)
        assert not self._left, f"{self._left} tests were not run"
        return True

    def _break_off(self) -> None:
        """Let the forks tidy up, but not for ever."""
        self._is_broken = True
        self._share.stop()
        while self._forks and self._listen(PATIENCE):
            pass
        for _, pid in self._forks.values():
            os.kill(pid, signal.SIGKILL)
