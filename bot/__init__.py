"""The edge: channels, commands, and the wiring of everything."""

import sys
from types import TracebackType


def unless_stopped(
    kind: type[BaseException], wrong: BaseException, trace: TracebackType | None
) -> None:
    """Who stops a command reads no traceback, however early it was: hence here, before anything
    else is imported. The process still ends by the signal."""
    if not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, wrong, trace)


sys.excepthook = unless_stopped
