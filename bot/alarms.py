"""Alarms: what a running Tilik notices by itself and an operator must know.

Each is said once in the log when it begins and when it ends, and kept in a file at home meanwhile,
for who looks from another process. Its words, and what to do, are the text `alarm-NAME`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from bot.cli.terminal import in_words, speaker
from bot.config import Settings
from bot.home import keep_in, kept_in
from models.letters import Text

AlarmName: TypeAlias = Literal[
    "clock-back",
    "foreign-webhook",
    "second-poller",
    "platform-away",
    "token-refused",
    "not-taken",
    "restored",
    "trail-cut",
    "seals-shut",
    "job-late",
]
NAMES: tuple[AlarmName, ...] = get_args(AlarmName)
_log = logging.getLogger("tilik.alarm")


@dataclass(frozen=True)
class Alarm:
    """One thing that is wrong: of what (a setting, a job), since when, and what its text needs.
    Nothing secret, nothing of people: it goes into the log and into the operator's chat."""

    name: AlarmName
    of: str
    since: datetime
    facts: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def text(self) -> Text:
        """What is wrong and what to do, as a text of `alarms.ftl`."""
        return Text(f"alarm-{self.name}", {"of": self.of, **self.facts})


class Alarms:
    """The alarms of one running Tilik."""

    def __init__(self, file: Path, clock: Callable[[], datetime]) -> None:
        self._file, self._clock = file, clock
        self._on: dict[tuple[AlarmName, str], Alarm] = {}
        self._say = speaker("alarms")
        if file.exists():
            self._keep()

    @property
    def on(self) -> tuple[Alarm, ...]:
        """What is wrong now, oldest first."""
        return tuple(self._on.values())

    def sound(self, name: AlarmName, of: str = "", **facts: str | int) -> None:
        """This is wrong. Said once, however often it is noticed."""
        known = self._on.get((name, of))
        if known is not None and known.facts == facts:
            return
        since = self._clock() if known is None else known.since
        alarm = self._on[name, of] = Alarm(name, of, since, facts)
        self._keep()
        _log.warning("%s %s: %s", name, of, in_words(alarm.text, self._say))

    def end(self, name: AlarmName, of: str = "") -> None:
        """This is well again, if it was not."""
        if self._on.pop((name, of), None) is not None:
            self._keep()
            _log.info("%s %s: %s", name, of, self._say("alarm-over"))

    def only(self, name: AlarmName, these: Collection[str], **facts: str | int) -> None:
        """This is wrong of all these, and of no other any more."""
        for known, of in list(self._on):
            if known == name and of not in these:
                self.end(name, of)
        for of in these:
            self.sound(name, of, **facts)

    def fade(self, name: AlarmName, after: timedelta) -> None:
        """What is over when it is noticed is told of for so long."""
        known = self._on.get((name, ""))
        if known is not None and not timedelta() <= self._clock() - known.since < after:
            self.end(name)

    def _keep(self) -> None:
        page = [[one.name, one.of, one.since.isoformat(), one.facts] for one in self.on]
        try:
            keep_in(self._file, page)
        except OSError as wrong:
            _log.warning("alarms cannot be kept at home: %s", type(wrong).__name__)


def file_of(settings: Settings) -> Path:
    """Where the running Tilik keeps its alarms."""
    return settings.home.absolute() / "alarms.json"


def read(file: Path) -> tuple[Alarm, ...]:
    """The alarms that a running Tilik (or the one that ran last) has kept there."""
    try:
        return tuple(
            Alarm(name, of, datetime.fromisoformat(since), facts)
            for name, of, since, facts in kept_in(file) or ()
            if name in NAMES
        )
    except (TypeError, ValueError):
        return ()
