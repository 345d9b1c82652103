"""Run as a program: Tilik is imported once here, and every life of it is a fork.

`python -m tests.kills.mother SOCKET` is there once for a worker of the tests. Through the socket
(the number of an open file) it is handed homes for Tilik: the environment, the folder, a line to
whoever asked, and a log. For each it forks a nurse, who says "here" and reads orders from that
line, answering on it:

    life  ->  born PID         (then the life's own words: it is ready)
    wait  ->  ended CODE       (once the life has ended; -9 where it was killed)

Importing takes seconds, a fork milliseconds. A life is the whole of `tilik run`, in a process of
its own with the environment that was handed over; nothing of an earlier life is in it. It ends with
the orders, so that no life outlives whoever gave them.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from tests.actors import NINE_O_CLOCK
from tests.kills.plants import planted

LONGEST = 1 << 16
"""Bytes of an environment that can be handed over."""


def clock() -> datetime:
    """The same time in every life: TILIK_KILLS_BEGAN on the machine's clock was nine o'clock."""
    began, speed = map(float, os.environ["TILIK_KILLS_BEGAN"].split())
    return NINE_O_CLOCK + timedelta(seconds=(monotonic() - began) * speed)


def main(handed: socket.socket) -> None:
    # What `run` imports only when it is called, and a line only when it is opened.
    import bot.app
    import bot.cli.run
    import bot.telegram.listener
    import bot.telegram.speaker  # noqa: F401
    from bot.telegram.heard import ear
    from bot.texts import catalogue

    catalogue()
    ear("")  # builds the model that it reads with
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, _buries)
    while True:
        words, files, _, _ = socket.recv_fds(handed, LONGEST, 2)
        if not words:
            return
        if os.fork() == 0:
            handed.close()
            _nurses(json.loads(words), *files)
        for file in files:
            os.close(file)


def _buries(*_: Any) -> None:
    """Nurses that have gone."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


def _nurses(home: dict[str, Any], line: int, log: int) -> None:
    """What is ordered for this home, until nobody orders any more."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for here, there in ((line, 0), (line, 1), (log, 2)):
        os.dup2(here, there)
    for file in (line, log):
        os.close(file)
    os.chdir(home["folder"])
    os.environ.clear()
    os.environ.update(home["environment"])
    try:
        planted()
        _obeys()
    finally:
        os._exit(0)


def _obeys() -> None:
    _say("here")
    life = 0
    while order := os.read(0, 100).decode():
        if order.strip() == "life":
            life = os.fork()
            if life == 0:
                _live()
            _say(f"born {life}")
        else:
            code = os.waitstatus_to_exitcode(os.waitpid(life, 0)[1])
            life = 0
            _say(f"ended {code}")
    if life:
        os.kill(life, signal.SIGKILL)
        os.waitpid(life, 0)


def _live() -> None:
    from bot.cli.run import run

    code = 70
    try:
        code = run(clock=clock)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
