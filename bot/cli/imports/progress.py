"""A bar on the terminal while a large file goes in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.imports.outcome import Watch, unwatched


@contextmanager
def bar(words: str) -> Iterator[Watch]:
    """What is told how much is done, from 0 to 1; it is shown on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(escape(words), total=1.0)
        yield lambda done: progress.update(task, completed=done)
