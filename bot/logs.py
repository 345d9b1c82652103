"""What may be logged, and how: a line each, where something went wrong and never what anybody said.

Libraries log what was raised with all that it carries: what somebody wrote, a row of the database,
a line of a request. Of that only its kind and its place in the code are kept.
"""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Mapping

LEVELS: Mapping[str, int] = {
    **dict.fromkeys(("httpx", "httpcore", "aiogram"), logging.WARNING),
    **dict.fromkeys(("telegram", "alembic", "fontTools", "matplotlib"), logging.WARNING),
    "aiohttp.access": logging.WARNING,
    **dict.fromkeys(("apscheduler", "pywa"), logging.ERROR),
}
"""What libraries may say: below these levels some tell addresses, tokens or what people wrote."""
PAUSE = 60.0
"""Seconds between two lines about requests that could not be read: anybody can send them."""
MOST_LINES = 60
"""Lines of one place in the code that are logged in a minute."""


class OneLine(logging.Formatter):
    """A record in one line; of others than Tilik only what stands before the first bracket."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        words, wrong = " ".join(record.getMessage().split()), raised(record)
        if record.name.partition(".")[0] != "tilik":
            words = words.partition("(")[0]
        record.message = words if wrong is None else f"{words}: {where(wrong)}"
        record.asctime = self.formatTime(record)
        return self.formatMessage(record)


class Seldom(logging.Filter):
    """Lets so many lines of one place in the code through a minute, the last with a word that
    there are more: whatever somebody can make fail, no log is full of it."""

    def __init__(self) -> None:
        super().__init__()
        self._minute, self._lines = 0, Counter[tuple[str, int]]()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this is one of them."""
        minute, place = int(record.created // PAUSE), (record.pathname, record.lineno)
        if minute != self._minute:
            self._minute, self._lines = minute, Counter()
        self._lines[place] += 1
        if self._lines[place] == MOST_LINES:
            record.msg, record.args = f"{record.getMessage()} [more of this is not logged]", ()
        return self._lines[place] <= MOST_LINES


class Unread(logging.Filter):
    """Lets through one line a minute about requests that nobody can read, with nothing of them but
    how many there were; what is wrong with us is a line each, as ever."""

    def __init__(self, *kinds: type[BaseException]) -> None:
        super().__init__()
        self._kinds, self._told_at, self._untold = kinds, -PAUSE, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether there is anything to be said now."""
        wrong = raised(record)
        if wrong is not None and not isinstance(wrong, self._kinds):
            record.msg, record.args = "a request failed", ()
            return True
        self._untold += 1
        if 0 <= record.created - self._told_at < PAUSE:
            return False
        record.msg, record.args = "requests that cannot be read: %d", (self._untold,)
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
        self._told_at, self._untold = record.created, 0
        return True


def raised(record: logging.LogRecord) -> BaseException | None:
    """What was raised where the record was written."""
    return record.exc_info[1] if record.exc_info else None


def where(wrong: BaseException) -> str:
    """What was raised and where, without what it says."""
    frames = traceback.extract_tb(wrong.__traceback__)[-3:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(wrong).__name__} at {places}"


def begin(*, least: int = logging.INFO) -> None:
    """Log from now on, to stderr, what is of this level or above."""
    there = logging.StreamHandler()
    there.setFormatter(OneLine())
    there.addFilter(Seldom())
    logging.basicConfig(level=least, handlers=[there])
    for noisy, level in LEVELS.items():
        logging.getLogger(noisy).setLevel(level)
