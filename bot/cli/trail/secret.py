"""`tilik secret`: whether the secret fits the database, and going on where it was lost."""

from __future__ import annotations

from datetime import datetime

import typer

from bot.cli.command import answered, changed, read
from bot.cli.terminal import speaker
from bot.config import chosen_or_exit
from bot.keys import keys
from models.keys import Keys
from models.store import Store
from models.store.oversight.seals import accept, stranger


def secret(*, accepts: bool, now: datetime) -> int:
    """Print the fingerprint; 1 where another secret has sealed this database.

    With `accepts` it is used from now on all the same: the trail tells so, under the new one.
    """
    chosen, say = chosen_or_exit(), speaker("audit", "command")

    def job(store: Store) -> tuple[str | None, str]:
        ours = keys(chosen)
        return _other(store, ours, now if accepts else None), ours.fingerprint

    def work() -> tuple[str | None, str]:
        reach = changed if accepts else read
        return reach(chosen.database, job)

    def show(found: tuple[str | None, str]) -> int:
        other, ours = found
        if other is None:
            typer.echo(say("secret-fits", now=ours))
        elif accepts:
            typer.echo(say("secret-accepted", before=other, now=ours))
        else:
            typer.echo(say("run-other-secret", fingerprint=other, now=ours), err=True)
        return int(other is not None and not accepts)

    return answered(work, show, say=say, echo=typer.echo)


def _other(store: Store, ours: Keys, now: datetime | None) -> str | None:
    """Whose fingerprint stood there; given a moment, ours stands there from then on."""
    other = stranger(store, ours)
    if other is not None and now is not None:
        accept(store, ours, now, instead_of=other)
    return other
