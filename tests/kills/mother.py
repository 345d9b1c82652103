"""Run as a program: Tilik is imported once here, and every life of it is a fork.

It reads orders from its input, a line each, and answers on its output:

    life  ->  born PID         (then the life's own words: it is ready)
    wait  ->  ended CODE       (once the life has ended; -9 where it was killed)

Importing takes seconds, a fork milliseconds. A life is the whole of `tilik run`, in a process of
its own with the environment of this one; nothing of an earlier life is in it. It ends with the
orders, so that no life outlives whoever gave them.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from datetime import datetime, timedelta
from time import monotonic

from tests.actors import NINE_O_CLOCK
from tests.kills.plants import planted


def clock() -> datetime:
    """The same time in every life: TILIK_KILLS_BEGAN on the machine's clock was nine o'clock."""
    began, speed = map(float, os.environ["TILIK_KILLS_BEGAN"].split())
    return NINE_O_CLOCK + timedelta(seconds=(monotonic() - began) * speed)


def main() -> None:
    # What `run` imports only when it is called, and a line only when it is opened.
    import bot.app
    import bot.cli.run
    import bot.telegram.listener
    import bot.telegram.speaker  # noqa: F401
    from bot.telegram.heard import ear
    from bot.texts import catalogue

    planted()
    catalogue()
    ear("")  # builds the model that it reads with
    gc.collect()
    gc.freeze()
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
    main()
